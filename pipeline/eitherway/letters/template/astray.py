"""Templates of the user's own that no letter is made from: they stand elsewhere, or have another name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

from eitherway.letters.template.folders import INTERVIEW_CARD, OF_AN_EMAIL, template_name
from eitherway.model.codes import Code, Severity
from eitherway.model.letter_kinds import KINDS, TONES
from eitherway.model.problems import Location, Problem
from eitherway.words.comparison import loose, nearest

OF_WORD = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf")
"""What somebody may have saved a template as; only the first can be one."""


def astray(own: Path, letters: Collection[str]) -> list[Problem]:
    """A warning for each document in the templates folder `own` that was probably meant for letters.

    `letters` are the names in Cadence's column Letter. A document in a tone's folder under a name of its own,
    near to none of them or beside the one meant, is let be: `templates preview` makes letters of it. Each can
    be accepted.
    """
    if not own.is_dir():
        return []
    kinds = list(dict.fromkeys((*(letter.removesuffix(".docx") for letter in letters), *KINDS)))
    return [
        _problem(own, file, fix)
        for file in _documents(own)
        if file.name != INTERVIEW_CARD and (fix := _what_to_do(own, file, kinds))
    ]


def _documents(own: Path) -> Iterator[Path]:
    found = sorted(file for pattern in ("*", "*/*") for file in own.glob(pattern))
    for file in found:
        if file.suffix.casefold() in OF_WORD and file.name[0] not in "~." and file.is_file():
            yield file


def _what_to_do(own: Path, file: Path, kinds: list[str]) -> str:
    """What makes it a template, "" where it is one or is let be."""
    end = OF_AN_EMAIL if file.stem.casefold().endswith(OF_AN_EMAIL) else ""
    kind = _meant(file.stem[: -len(end) or None], kinds)
    if file.parent == own:
        listed = ", ".join(tone.lower() for tone in TONES)
        name = f"{kind or kinds[0]}{end}.docx"
        return f'Move it into the folder of its tone there ({listed}, or one of your own), as "{name}".'
    meant = own / template_name(file.parent.name, f"{kind}{end}")
    if not kind or meant.is_file():
        return ""
    if file.suffix.casefold() != ".docx":
        return f'In Word, save it as a Word Document named "{meant.name}".'
    if file.name != meant.name:
        return f'Rename it "{meant.name}".'
    return f'Rename its folder "{meant.parent.name}".'


def _meant(stem: str, kinds: list[str]) -> str:
    """The kind in whose place the document stands, "" if it is near to none."""
    within = (kind for kind in kinds if loose(kind) in loose(stem))
    return next(within, "") or nearest(stem, kinds)


def _problem(own: Path, file: Path, fix: str) -> Problem:
    name = file.relative_to(own).as_posix()
    return Problem(
        Code.TEMPLATE_ASTRAY,
        Severity.WARNING,
        Location(f"{own.name}/{name}"),
        f'No letter is made from your template "{name}".',
        f"{fix} If it is none, type OK beside this in Problems.",
        (sha256(f"astray {name}".encode()).hexdigest()[:12],),
    )
