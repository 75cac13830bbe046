"""All the letters of a run, merged in memory beside what stands on the disk; nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jinja2 import Environment

from eitherway.letters.environment import LetterEnvironment
from eitherway.letters.files import CannotWrite, Merged, check_closed, content_of, held
from eitherway.letters.merge import BrokenTemplate, merge
from eitherway.letters.seal import seal
from eitherway.letters.template_file import read_template
from eitherway.letters.templates import Found, find_template, template_name
from eitherway.problems import Code, Problem, Severity
from eitherway.records import Letter, LetterResult, LetterState


def merge_letters(letters: Sequence[Letter], folder: Path, own_templates: Path, as_of: date) -> list[Merged]:
    """Merge each letter and say what becomes of it below `folder`, the workbook's.

    A file that no longer matches the digest it carries (design.md section 4) is the user's and is kept. A
    letter that cannot be merged is held and the others go on. The problems are those found here; what was
    already held in the plan is not said again.
    """
    desk = _Desk(folder, own_templates, as_of)
    return [desk.merged(letter) for letter in letters]


@dataclass(frozen=True, slots=True)
class _Desk:
    folder: Path
    own_templates: Path
    as_of: date
    environment: Environment = field(default_factory=LetterEnvironment)
    opened: dict[Path, bytes] = field(default_factory=dict)

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
        digest = seal(before) if before is not None else None
        if before is not None and digest is None:
            return Merged(LetterResult(letter, LetterState.KEPT), content=before)
        found = self._found(letter, said)
        content = self._document(letter, found)
        if digest is not None and digest == seal(content):
            result = LetterResult(letter, LetterState.UNCHANGED)
            return Merged(result, tuple(said), content, template=found.name)
        check_closed(letter, self.folder)
        return Merged(LetterResult(letter, LetterState.WRITTEN), tuple(said), content, before, found.name)

    def _found(self, letter: Letter, said: list[Problem]) -> Found:
        found = find_template(self.own_templates, letter.tone, letter.template)
        if found is None:
            raise CannotWrite(_no_template(letter))
        if found.name != template_name(letter.tone, letter.template):
            said.append(_other_tone(letter, found.name))
        return found

    def _document(self, letter: Letter, found: Found) -> bytes:
        try:
            return merge(
                self._template(found),
                letter.fields,
                self.environment,
                title=f"{letter.step} letter to {letter.interviewer}",
                author=_sender(letter),
                as_of=self.as_of,
            )
        except BrokenTemplate as broken:
            raise CannotWrite(_broken(letter, found.name, str(broken))) from broken

    def _template(self, found: Found) -> bytes:
        if found.path not in self.opened:
            try:
                self.opened[found.path] = read_template(found.path)
            except OSError as error:
                raise BrokenTemplate(f"it cannot be read ({error.strerror})") from error
        return self.opened[found.path]


def _sender(letter: Letter) -> str:
    sender = letter.fields["sender"]
    return str(sender["name"]) if isinstance(sender, dict) else ""


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
        letter.template_where,
        f'The letter template "{name}" cannot be used: {reason}.',
        f'Mend it in Word (eitherway templates lint "letter_templates/{name}" shows where), or take it out '
        "of your templates folder to use the one that came with the program.",
    )
