"""Letters onto the disk: what is new is written, what the user has touched is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from jinja2 import Environment

from eitherway.letters.environment import LetterEnvironment
from eitherway.letters.merge import BrokenTemplate, merge
from eitherway.letters.seal import seal
from eitherway.letters.templates import find_template, template_name
from eitherway.problems import Code, Problem, Severity
from eitherway.records import Letter, LetterResult, LetterState

TEMPORARY = ".eitherway.tmp"


def write_letters(
    letters: Sequence[Letter], folder: Path, own_templates: Path, as_of: date, dry_run: bool = False
) -> tuple[list[LetterResult], list[Problem]]:
    """Merge each letter and write it below `folder`, the workbook's; `dry_run` only says what it would do.

    A file that no longer matches the digest it carries (design.md section 4) is the user's and is kept. A
    letter that cannot be written is held and the others go on. The problems are those found here, each once;
    what was already held in the plan is not said again.
    """
    desk = _Desk(folder, own_templates, as_of, dry_run)
    results = [desk.result(letter) for letter in letters]
    return results, list(dict.fromkeys(desk.problems))


@dataclass(frozen=True, slots=True)
class _Desk:
    folder: Path
    own_templates: Path
    as_of: date
    dry_run: bool
    problems: list[Problem] = field(default_factory=list)
    environment: Environment = field(default_factory=LetterEnvironment)
    opened: dict[Path, bytes] = field(default_factory=dict)

    def result(self, letter: Letter) -> LetterResult:
        """What becomes of one letter."""
        if letter.held:
            return LetterResult(letter, LetterState.HELD)
        try:
            return LetterResult(letter, self._written(letter, self.folder / letter.path))
        except _Stopped as stop:
            self.problems.append(stop.problem)
            return LetterResult(replace(letter, held=stop.problem), LetterState.HELD)

    def _written(self, letter: Letter, target: Path) -> LetterState:
        before = _read(letter, target)
        digest = seal(before) if before is not None else None
        if before is not None and digest is None:
            self.problems.append(_kept(letter))
            return LetterState.KEPT
        merged = self._merged(letter)
        if digest is not None and digest == seal(merged):
            return LetterState.UNCHANGED
        _stop_if_open(letter, target)
        if not self.dry_run:
            _write(letter, target, merged)
        return LetterState.WRITTEN

    def _merged(self, letter: Letter) -> bytes:
        found = find_template(self.own_templates, letter.tone, letter.template)
        if found is None:
            raise _Stopped(_no_template(letter))
        if found.name != template_name(letter.tone, letter.template):
            self.problems.append(_other_tone(letter, found.name))
        try:
            return merge(
                self._template(found.path),
                letter.fields,
                self.environment,
                title=f"{letter.step} letter to {letter.interviewer}",
                author=_sender(letter),
                as_of=self.as_of,
            )
        except BrokenTemplate as broken:
            raise _Stopped(_broken(letter, found.name, str(broken))) from broken

    def _template(self, path: Path) -> bytes:
        if path not in self.opened:
            try:
                self.opened[path] = path.read_bytes()
            except OSError as error:
                raise BrokenTemplate(f"it cannot be read ({error.strerror})") from error
        return self.opened[path]


class _Stopped(Exception):
    """One letter cannot be written; the others go on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _read(letter: Letter, target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _Stopped(_not_written(letter, error)) from error


def _write(letter: Letter, target: Path, merged: bytes) -> None:
    """Beside it first, then into its place in one step: no half letter ever stands under its name."""
    beside = target.with_name(TEMPORARY)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(merged)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _Stopped(_not_written(letter, error)) from error


def _stop_if_open(letter: Letter, target: Path) -> None:
    """Word's owner file has "~$" for the first two letters of the name; LibreOffice's surrounds the name."""
    locks = (f"~${target.name[2:]}", f".~lock.{target.name}#")
    if any(target.with_name(lock).exists() for lock in locks):
        raise _Stopped(
            _problem(
                letter,
                Code.LETTER_NOT_WRITTEN,
                f'"{letter.path}" is open in another program, so it was left as it is.',
                "Close it and run this again.",
            )
        )


def _sender(letter: Letter) -> str:
    sender = letter.fields["sender"]
    return str(sender["name"]) if isinstance(sender, dict) else ""


def _kept(letter: Letter) -> Problem:
    return _problem(
        letter,
        Code.LETTER_KEPT,
        f'"{letter.path}" was changed after it was written, so it is yours and was kept as it is.',
        "Nothing needs doing. To have it written anew, rename or delete that file and run this again.",
        Severity.WARNING,
    )


def _not_written(letter: Letter, error: OSError) -> Problem:
    return _problem(
        letter,
        Code.LETTER_NOT_WRITTEN,
        f'"{letter.path}" could not be written ({error.strerror or type(error).__name__}).',
        "Close it if it is open, make sure that its folder can be written to, and run this again.",
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
        "Mend it in Word, or take it out of your templates folder to use the one that came with the program.",
    )


def _problem(
    letter: Letter, code: Code, message: str, fix: str, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(code, severity, letter.where, message, fix)
