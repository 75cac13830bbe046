"""From findings to what the workbook says of them: which letters wait, and what is listed in Problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from eitherway.letters.files import Merged
from eitherway.letters.owed.points import POINT
from eitherway.model.codes import Code, FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.model.problems import Location, Problem, errors
from eitherway.model.records import Checked, LetterResult, LetterState
from eitherway.model.schema import WORDS
from eitherway.proof.letters.reading import ADVICE, Found, Proofread
from eitherway.words.comparison import quote

Key = tuple[object, Severity, Location, str]

OF_WORDS_TO_ADD = (FindingCode.SPELLING, FindingCode.NAME_NEAR_MISS)
"""What is not found in words that the user has added to Words."""


class Judgement(NamedTuple):
    """The letters with what proofreading says of them, what was found in each and not accepted, and by row of
    Interviews the sentence that the personal point became.
    """

    letters: list[Merged]
    checked: list[Checked]
    sentences: dict[int, str]


def judged(read: Sequence[Proofread], accepted: frozenset[str]) -> Judgement:
    """Hold each letter with an error in it, unless it is the user's own; an error cannot be accepted."""
    read = [_without(each, accepted) for each in read]
    told = _together(problem for each in read for problem in _problems(each))
    letters = [_judged(each, [told[_key(problem)] for problem in _problems(each)]) for each in read]
    checked = [
        Checked(merged.result, [each.finding for each in proofread.found])
        for merged, proofread in zip(letters, read, strict=True)
    ]
    sentences = {each.letter.row: each.sentence for each in read if each.sentence}
    return Judgement(letters, checked, sentences)


def _without(read: Proofread, accepted: frozenset[str]) -> Proofread:
    left = (
        each
        for each in read.found
        if each.finding.severity is Severity.ERROR or each.finding.fingerprint not in accepted
    )
    return replace(read, found=tuple(left))


def _judged(read: Proofread, problems: Sequence[Problem]) -> Merged:
    merged = read.merged._replace(problems=(*read.merged.problems, *problems))
    stopping = errors(problems)
    if not stopping or merged.result.state in (LetterState.HELD, LetterState.KEPT):
        return merged
    letter = replace(read.letter, held=stopping[0])
    return merged._replace(result=LetterResult(letter, LetterState.HELD), pieces=())


def _problems(read: Proofread) -> list[Problem]:
    told = (each for each in read.found if each.finding.severity is not Severity.INFO)
    return [*_unread(read), *(_problem(read, each) for each in told)]


def _problem(read: Proofread, found: Found) -> Problem:
    finding, letter = found.finding, read.letter
    where, message, mend = found.cell, finding.message, "Correct this cell"
    if finding.code is FindingCode.NEAR_COPY and read.merged.wording.is_one:
        where, mend = letter.template_where, "Give it a {% pick %}, as docs/templates.md shows"
        message = (
            f'Your letter template "{read.merged.wording.template}" has one wording for everybody, so a '
            "panel's letters read alike."
        )
    elif where is None and read.merged.result.state is LetterState.KEPT:
        where, mend = letter.where, "Correct your letter"
        message = f"In the letter to {letter.interviewer} (row {letter.row}) that you edited: {message}"
    elif where is None and finding.code in ADVICE and read.merged.wording.is_own:
        where, mend = in_template(read), "Change it in Word if you like"
    elif where is None:
        where, mend = letter.template_where, f'Mend the letter template "{read.merged.wording.template}"'
        message = f'In letters from "{read.merged.wording.template}": {message}'
    fingerprints = (finding.fingerprint,) if finding.fingerprint else ()
    fix = f"{_guess(finding)}{mend}{_if_it_is_right(finding)}"
    sentence = read.sentence if where.column == POINT else ""
    return Problem(finding.code, finding.severity, where, message, fix, fingerprints, sentence)


def in_template(read: Proofread) -> Location:
    """The user's own template, as a place to mend."""
    return Location(f"letter_templates/{read.merged.wording.template}")


def _if_it_is_right(finding: Finding) -> str:
    """What else there is to do; an error in a word that is right can only be made a known word."""
    words = f"add the word to the sheet {WORDS.sheet}" if finding.code in OF_WORDS_TO_ADD else ""
    if finding.severity is Severity.ERROR:
        return (
            f", or {words} if it is right; the letter waits for it."
            if words
            else "; the letter waits for it."
        )
    accept = "type OK beside this in Problems if it is right as it is."
    return f", or {words} or {accept}" if words else f", or {accept}"


def _unread(read: Proofread) -> Iterator[Problem]:
    if read.why_unread:
        yield Problem(
            Code.LETTER_NOT_READ,
            Severity.WARNING,
            read.letter.where,
            f'"{read.letter.path}" could not be proofread: {read.why_unread}.',
            "Look at it in Word. To have it written anew, rename or delete that file and run this again.",
        )


def _guess(finding: Finding) -> str:
    """What was probably meant, where the message does not say it."""
    guess = finding.suggestions[0] if finding.suggestions else ""
    return f"Did you mean {quote(guess)}? " if guess and guess not in finding.message else ""


def _together(problems: Iterable[Problem]) -> dict[Key, Problem]:
    """One cause in several letters is one problem, known by the fingerprints of all of them."""
    told: dict[Key, Problem] = {}
    for problem in problems:
        before = told.get(_key(problem), problem)
        marks = dict.fromkeys((*before.fingerprints, *problem.fingerprints))
        told[_key(problem)] = before._replace(fingerprints=tuple(marks))
    return told


def _key(problem: Problem) -> Key:
    return problem.code, problem.severity, problem.where, problem.message
