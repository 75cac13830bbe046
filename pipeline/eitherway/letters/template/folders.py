"""Which template a letter is merged from: the user's own wins over the shipped one, file by file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from eitherway.letters.owed.paths import safe_name
from eitherway.letters.template.shipped import shipped_templates
from eitherway.model.letter_kinds import DEFAULT_TONE, KINDS, TONES


class Found(NamedTuple):
    """A template's file, and its name as messages give it: "warm/thank-you.docx"."""

    path: Path
    name: str


class Offered(NamedTuple):
    """A letter in a tone, and the files that there are for it: the user's own wins over the shipped one."""

    tone: str
    kind: str
    own: Path | None
    shipped: Path | None


def offered(own: Path) -> list[Offered]:
    """Every template, shipped or in the folder `own`, by tone and then by kind."""
    mine, theirs = _files(own), _files(shipped_templates())
    keys = sorted({*mine, *theirs}, key=_order)
    return [Offered(*key, mine.get(key), theirs.get(key)) for key in keys]


def template_name(tone: str, letter: str) -> str:
    """The template of a letter in a tone, relative to a templates folder: "warm/thank-you.docx"."""
    bare = letter[:-5] if letter.casefold().endswith(".docx") else letter
    return f"{safe_name(tone).lower()}/{safe_name(bare)}.docx"


def short_name(file: Path) -> str:
    """How messages name a template's file: "warm/thank-you.docx"; "mine.docx" where no folder was named."""
    return "/".join(filter(None, (file.parent.name, file.name)))


def find_template(own: Path, tone: str, letter: str) -> Found | None:
    """The template to use: in `own`, else shipped; where the tone has none, the default tone likewise."""
    names = (template_name(tone, letter), template_name(DEFAULT_TONE, letter))
    candidates = (Found(folder / name, name) for name in names for folder in (own, shipped_templates()))
    return next((found for found in candidates if found.path.is_file()), None)


def _files(folder: Path) -> dict[tuple[str, str], Path]:
    """The templates of a folder by tone and kind; Word's own files beside an open one begin with "~"."""
    found = (file for file in folder.glob("*/*.docx") if file.is_file() and file.name[0] not in "~.")
    return {(file.parent.name, file.stem): file for file in sorted(found)}


def _order(key: tuple[str, str]) -> tuple[int, str, int, str]:
    tone, kind = key
    tones = [each.lower() for each in TONES]
    return (
        tones.index(tone) if tone in tones else len(tones),
        tone,
        KINDS.index(kind) if kind in KINDS else len(KINDS),
        kind,
    )
