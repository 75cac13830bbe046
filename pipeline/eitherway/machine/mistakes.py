"""The log of a mistake of our own."""

from __future__ import annotations

from pathlib import Path


def log(bug: BaseException) -> Path:
    """Write down where the bug was found, and give the file: it is what a report needs."""
    import traceback  # noqa: PLC0415 - nobody must wait for what only a mistake needs

    import click  # noqa: PLC0415 - as above; a click in Excel does without it

    file = Path(click.get_app_dir("eitherway")) / "mistake.log"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(traceback.format_exception(bug)), encoding="utf-8")
    return file
