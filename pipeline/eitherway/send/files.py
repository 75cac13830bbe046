"""A file is the old one or the new one, never half of it."""

from __future__ import annotations

from pathlib import Path

from eitherway.letters.files import TEMPORARY


def put(target: Path, content: bytes) -> None:
    """Write a file beside its place first, then into it in one step. Raises OSError."""
    beside = target.with_name(f".{target.stem[:60]}{TEMPORARY}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
