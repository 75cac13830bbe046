"""The log of a mistake of our own."""

from __future__ import annotations

from pathlib import Path


def log(bug: BaseException) -> str:
    """Write down where the bug was found, and give the file: it is what a report needs.

    Among the user's own settings, else where the system keeps what is of the moment. Where neither can be
    written, it gives words that do in its place: "Please report it with" comes before them.
    """
    import tempfile  # noqa: PLC0415 - nobody must wait for what only a mistake needs
    import traceback  # noqa: PLC0415 - as above

    import click  # noqa: PLC0415 - as above; a click in Excel does without it

    text = "".join(traceback.format_exception(bug))
    try:
        return str(_written(Path(click.get_app_dir("eitherway")), text))
    except OSError:
        pass
    try:
        return str(_written(Path(tempfile.mkdtemp(prefix="eitherway-")), text))
    except OSError as trouble:
        why = trouble.strerror or type(trouble).__name__
        return f"these words, as no log could be written ({why}): {bug!r:.200}"


def _written(folder: Path, text: str) -> Path:
    file = folder / "mistake.log"
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", errors="backslashreplace")
    return file
