"""A file is the old one or the new one, never half of it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from eitherway.letters.files import TEMPORARY, Rights


def put(target: Path, content: bytes, rights: Rights | None = None) -> None:
    """Write a file beside its place first, then into it in one step, with these rights. Raises OSError."""
    opener = rights.open if rights else None
    beside = f"{target.parent}{os.sep}.{sha256(target.name.encode()).hexdigest()[:16]}{TEMPORARY}"
    try:
        try:
            file = open(beside, "wb", opener=opener)  # noqa: SIM115 - one of very many: no Path
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            file = open(beside, "wb", opener=opener)  # noqa: SIM115 - as above
        with file:
            file.write(content)
        os.replace(beside, target)  # noqa: PTH105 - as above
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def standing(target: Path) -> bytes | None:
    """What stands there; None where nothing does. Raises OSError."""
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None
