"""Which template a letter is merged from: the user's own wins over the shipped one, file by file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from eitherway.letters.owed.paths import safe_name
from eitherway.letters.template.shipped import shipped_templates
from eitherway.model.choices import EMAIL, POST
from eitherway.model.letter_kinds import DEFAULT_TONE, KINDS, TONES

INTERVIEW_CARD = "interview-card.docx"
"""What stands in a templates folder, in no tone's: a page to take along, and no letter."""

OF_AN_EMAIL = ".email"
"""What the name of an e-mail's template has behind the kind: "thank-you.email.docx"."""


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
    return f"{safe_name(tone).lower()}/{safe_name(_bare(letter))}.docx"


def short_name(file: Path) -> str:
    """How messages name a template's file: "warm/thank-you.docx"; "mine.docx" where no folder was named."""
    return "/".join(filter(None, (file.parent.name, file.name)))


def find_template(own: Path, tone: str, letter: str, channel: str = POST) -> Found | None:
    """The template to use: in `own`, else shipped; where the tone has none, the warm one in the same way.

    For an e-mail it is "thank-you.email.docx"; a user who has only a letter of that name gets that one.
    """
    kinds = (f"{_bare(letter)}{OF_AN_EMAIL}", letter) if channel == EMAIL else (letter,)
    tones = dict.fromkeys((tone, DEFAULT_TONE))
    candidates = (
        Found(folder / name, name)
        for each in tones
        for folder in (own, shipped_templates())
        for name in (template_name(each, kind) for kind in kinds)
    )
    return next((found for found in candidates if found.path.is_file()), None)


def tones(own: Path) -> list[str]:
    """The tones that there are: the shipped ones, and each folder in `own` that is another."""
    mine = sorted(each.name for each in own.iterdir() if each.is_dir()) if own.is_dir() else []
    known = {tone.lower() for tone in TONES}
    return [*TONES, *(name for name in mine if name.lower() not in known and name[0] not in "~.")]


def is_tone(own: Path, tone: str) -> bool:
    """Whether there is such a tone, however its capitals are typed."""
    return tone in TONES or any(tone.casefold() == each.casefold() for each in tones(own))


def is_of_tone(found: Found, tone: str) -> bool:
    """Whether the template stands in the folder of that tone."""
    return found.name.startswith(f"{safe_name(tone).lower()}/")


def _bare(letter: str) -> str:
    return letter[:-5] if letter.casefold().endswith(".docx") else letter


def _files(folder: Path) -> dict[tuple[str, str], Path]:
    """The templates of a folder by tone and kind; Word's own files beside an open one begin with "~"."""
    found = (file for file in folder.glob("*/*.docx") if file.is_file() and file.name[0] not in "~.")
    return {(file.parent.name, file.stem): file for file in sorted(found)}


def _order(key: tuple[str, str]) -> tuple[int, str, int, str]:
    tone, kind = key
    tones = [each.lower() for each in TONES]
    bare = kind.removesuffix(OF_AN_EMAIL)
    return (
        tones.index(tone) if tone in tones else len(tones),
        tone,
        KINDS.index(bare) if bare in KINDS else len(KINDS),
        kind,
    )
