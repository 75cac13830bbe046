"""Links to the letters that stand on disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from unicodedata import normalize

from eitherway.model.records import Letter, Link
from eitherway.model.schema import EMAIL


def link_to(letter: Letter) -> Link:
    """The link for the conversation's Letter cell."""
    return Link(letter.path, f"{letter.step} {document(letter)}")


def document(letter: Letter) -> str:
    """What it is, for people: an e-mail or a letter."""
    return "e-mail" if letter.channel == EMAIL else "letter"


def links(letters: Iterable[Letter]) -> dict[int, Link]:
    """By Excel row: a link to its letter; where there is an e-mail besides, to the letter that goes by
    post.
    """
    found: dict[int, Link] = {}
    for letter in letters:
        found.setdefault(letter.row, link_to(letter))
    return found


def existing_links(letters: Sequence[Letter], folder: Path) -> dict[int, Link]:
    """By Excel row: a link to each of the letters whose file stands below `folder`, the workbook's."""
    shelf = _Shelf(folder)
    return links(letter for letter in letters if shelf.holds(letter.path))


class _Shelf:
    """A folder whose subfolders are listed once each, and only where they exist."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._listed: dict[str, frozenset[str]] = {}

    def holds(self, path: str) -> bool:
        """Whether the file or folder at the relative `path` exists."""
        parent, _, name = path.rpartition("/")
        if parent not in self._listed:
            self._listed[parent] = self._names(parent) if not parent or self.holds(parent) else frozenset()
        return name in self._listed[parent]

    def _names(self, parent: str) -> frozenset[str]:
        try:
            return frozenset(normalize("NFC", entry.name) for entry in os.scandir(self._folder / parent))
        except OSError:
            return frozenset()  # a file where a folder was meant, or one that may not be read
