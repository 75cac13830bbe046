"""Links to the letters that stand on disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from unicodedata import normalize

from eitherway.model.choices import EMAIL
from eitherway.model.records import Letter, Link


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


def draft_path(letter: Letter) -> str:
    """Where the draft of an e-mail stands: beside its document."""
    return f"{letter.path.removesuffix('.docx')}.eml"


class Shelf:
    """The workbook's folder, whose subfolders are listed once each, and only where they exist."""

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


def existing_links(letters: Sequence[Letter], shelf: Shelf) -> dict[int, Link]:
    """By Excel row: a link to each of the letters whose file stands."""
    return links(letter for letter in letters if shelf.holds(letter.path))


def existing_drafts(letters: Sequence[Letter], shelf: Shelf) -> dict[int, str]:
    """By Excel row: the path of each e-mail's draft that stands."""
    paths = {letter.row: draft_path(letter) for letter in letters if letter.channel == EMAIL}
    return {row: path for row, path in paths.items() if shelf.holds(path)}
