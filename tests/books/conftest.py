"""What the tests of books share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def as_a_guest(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """`as_a_guest()` gives up the rights of root, for whom nothing is read-only, until the test ends."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0

    def give_up() -> None:
        if root:
            os.seteuid(NOBODY)

    if root:
        for folder in (tmp_path, *tmp_path.parents[:2]):
            folder.chmod(0o755)
    yield give_up
    if root:
        os.seteuid(0)
