"""All the letters of a run, merged in memory beside what stands on the disk; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from json import JSONEncoder
from pathlib import Path
from typing import TYPE_CHECKING

from eitherway import __version__
from eitherway.letters.files import CannotWrite, Merged, Wording, check_closed, content_of, held
from eitherway.letters.links import document
from eitherway.letters.merge.properties import property_text
from eitherway.letters.merge.seal import Seal, Seals, torn
from eitherway.letters.owed.points import OWN_WORDS
from eitherway.letters.template.folders import (
    Found,
    find_template,
    is_of_tone,
    is_tone,
    template_name,
    tones,
)
from eitherway.letters.template.template_file import has_one_wording, names_field, read_template
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import Letter, LetterResult, LetterState
from eitherway.words.comparison import did_you_mean, quote

if TYPE_CHECKING:
    from eitherway.letters.merge.compiler import Press

THANKS = "thank-you"
"""The kind of letter that takes up the user's own words; later ones need not say them again."""

_written_out = JSONEncoder(default=dict).encode


def merge_letters(letters: Sequence[Letter], folder: Path, own_templates: Path, as_of: date) -> list[Merged]:
    """Merge each letter and say what becomes of it below `folder`, the workbook's.

    A file that no longer matches the digest it carries (docs/design.md, section 4) is the user's and is kept;
    one that carries the digest of the very same inputs is current and is not merged again; another person's,
    whose workbook shares the folder, is left alone. A letter that cannot be merged is held and the others go
    on. The problems are those found here; what was already held in the plan is not said again.
    """
    desk = _Desk(folder, own_templates, as_of)
    return [desk.merged(letter) for letter in letters]


@dataclass(frozen=True)
class _Template:
    """A template's bytes and their digest."""

    name: str
    content: bytes
    digest: str
    own: bool

    @cached_property
    def one_wording(self) -> bool:
        """Asked only once it has made a letter: until then it may be no document at all."""
        return has_one_wording(self.content)

    @cached_property
    def says_own_words(self) -> bool:
        """Whether the user's own sentences have a place in it."""
        return names_field(self.content, "own_words")


class _Desk:
    """Where the letters of a run are merged: each template is looked for, read and compiled once."""

    def __init__(self, folder: Path, own_templates: Path, as_of: date) -> None:
        self.folder, self.own_templates, self.as_of = folder, own_templates, as_of
        self.found: dict[tuple[str, str, str], Found | None] = {}
        self.read: dict[Path, _Template] = {}
        self.seals = Seals()

    def merged(self, letter: Letter) -> Merged:
        """One letter."""
        if letter.held:
            return Merged(LetterResult(letter, LetterState.HELD))
        said: list[Problem] = []
        try:
            return self._beside_what_stands(letter, said)
        except CannotWrite as stop:
            return held(letter, *said, stop.problem)

    def _beside_what_stands(self, letter: Letter, said: list[Problem]) -> Merged:
        before = content_of(letter, self.folder)
        sealed = self.seals.of(before) if before else None
        if before is not None and sealed is None and not torn(before):
            return Merged(LetterResult(letter, LetterState.KEPT), pieces=(before,))
        if sealed and self._is_anothers(letter, sealed):
            raise CannotWrite(_anothers(letter, sealed.author))
        template = self._template(letter, said)
        inputs = self._inputs(letter, template)
        current = (before,) if before and sealed and sealed.inputs == inputs else ()
        pieces = current or self._document(letter, template, inputs)
        state = LetterState.WRITTEN
        if sealed and (current or sealed.same_as(self.seals.of(b"".join(pieces)))):
            state = LetterState.UNCHANGED
        elif before is not None:
            check_closed(letter, self.folder)
        result = LetterResult(letter, state)
        if letter.template == THANKS and not template.says_own_words and letter.fields["own_words"]:
            said.append(_left_out(letter, template))
        wording = Wording(template.name, template.one_wording, template.own)
        return Merged(result, tuple(said), pieces, before, wording)

    def _is_anothers(self, letter: Letter, sealed: Seal) -> bool:
        """Whether two people's workbooks share this folder, and it is the other one's letter."""
        return sealed.author != property_text(_sender(letter)) and self._is_shared

    @cached_property
    def _is_shared(self) -> bool:
        found = [each for each in self.folder.iterdir() if not each.name.startswith((".", "~$"))]
        return sum(each.suffix.lower() in (".xlsx", ".xlsm") for each in found) > 1

    def _template(self, letter: Letter, said: list[Problem]) -> _Template:
        key = letter.tone, letter.template, letter.channel
        if key not in self.found:
            self.found[key] = find_template(self.own_templates, *key)
        found = self.found[key]
        if not is_tone(self.own_templates, letter.tone):
            raise CannotWrite(_no_tone(letter, tones(self.own_templates)))
        if found is None:
            raise CannotWrite(_no_template(letter))
        if not is_of_tone(found, letter.tone):
            said.append(_other_tone(letter, found.name))
        if found.path not in self.read:
            own = found.path.is_relative_to(self.own_templates)
            self.read[found.path] = _read(letter, found, own=own)
        return self.read[found.path]

    def _inputs(self, letter: Letter, template: _Template) -> str:
        """The digest of all that the letter is made of."""
        made_of = (__version__, template.digest, str(self.as_of), _title(letter), letter.fields)
        return sha256(_written_out(made_of).encode()).hexdigest()

    def _document(self, letter: Letter, template: _Template, inputs: str) -> tuple[bytes, ...]:
        from eitherway.letters.template.opening import BrokenTemplate  # noqa: PLC0415 - docxtpl loads only to merge

        try:
            return self._press.pieces(
                template.content,
                letter.fields,
                title=_title(letter),
                author=_sender(letter),
                inputs=inputs,
            )
        except BrokenTemplate as broken:
            from eitherway.letters.template.why import why  # noqa: PLC0415 - most templates are whole

            reason = why(broken, template.content, letter.fields)
            raise CannotWrite(_broken(letter, template.name, reason)) from broken

    @cached_property
    def _press(self) -> Press:
        from eitherway.letters.merge.compiler import press  # noqa: PLC0415 - as above

        return press(self.as_of)


def _read(letter: Letter, found: Found, *, own: bool) -> _Template:
    try:
        content = read_template(found.path)
    except OSError as error:
        raise CannotWrite(_broken(letter, found.name, f"it cannot be read ({error.strerror})")) from error
    return _Template(found.name, content, sha256(content).hexdigest(), own)


def _title(letter: Letter) -> str:
    return f"{letter.step} {document(letter)} to {letter.interviewer}"


def _sender(letter: Letter) -> str:
    sender = letter.fields["sender"]
    return str(sender["name"]) if isinstance(sender, Mapping) else ""


def _anothers(letter: Letter, author: str) -> Problem:
    return Problem(
        Code.LETTER_NOT_WRITTEN,
        Severity.ERROR,
        letter.where,
        f'"{letter.path}" names {author} as its sender, and more than one workbook is in this folder, so it '
        "was left as it is.",
        "Give each person's workbook a folder of its own, and run this again. If it is your own letter, "
        "under an earlier name of yours, delete it.",
    )


def _no_template(letter: Letter) -> Problem:
    name = template_name(letter.tone, letter.template)
    return Problem(
        Code.NO_TEMPLATE,
        Severity.ERROR,
        letter.template_where,
        f'There is no letter template "{name}".',
        f'Put one into the folder "letter_templates" beside the workbook as "{name}", or name one that '
        'exists, such as "thank-you".',
    )


def _no_tone(letter: Letter, known: Sequence[str]) -> Problem:
    message = f"{quote(letter.tone)} is no tone: there are {', '.join(known)}."
    fix = (
        f"{did_you_mean(letter.tone, known)}Pick one of them, or make a folder of that name in "
        '"letter_templates" beside the workbook, with letters of your own in it.'
    )
    return Problem(Code.UNKNOWN_VALUE, Severity.ERROR, letter.tone_where, message, fix)


def _left_out(letter: Letter, template: _Template) -> Problem:
    return Problem(
        Code.OWN_WORDS_LEFT_OUT,
        Severity.WARNING,
        letter.where._replace(column=OWN_WORDS, letter=""),
        f'"{OWN_WORDS}" for {letter.interviewer} has no place in your template "{template.name}".',
        "Put a paragraph with {{ own_words }} into it, as docs/templates.md shows.",
    )


def _other_tone(letter: Letter, used: str) -> Problem:
    name = template_name(letter.tone, letter.template)
    return Problem(
        Code.NO_TEMPLATE,
        Severity.WARNING,
        letter.template_where,
        f'There is no letter template "{name}", so "{used}" was used.',
        f'Choose the tone Warm, or put a "{name}" of your own into the folder "letter_templates" beside the '
        "workbook.",
    )


def _broken(letter: Letter, name: str, reason: str) -> Problem:
    return Problem(
        Code.BROKEN_TEMPLATE,
        Severity.ERROR,
        Location(f"letter_templates/{name}"),
        f'The letter template "{name}" cannot be used: {reason}.',
        f'Mend it in Word (eitherway templates lint "letter_templates/{name}" shows where), or take it out '
        "of your templates folder to use the one that came with the program.",
    )
