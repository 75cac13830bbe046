"""Every letter of a run, read as a careful person would before it goes out, each finding with its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from eitherway.letters.files import Merged
from eitherway.letters.owed.sources import Conversation
from eitherway.letters.text import DocumentText, UnreadableLetter, as_shown, text_of
from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.model.problems import Location
from eitherway.model.records import Letter, LetterState, Plan
from eitherway.model.tables import Tables
from eitherway.proof.letters.manuscripts import Background, background
from eitherway.proof.letters.origins import cell_for, origin_of, origins, point_cell
from eitherway.proof.letters.panels import Copies, Read, Reader, Readers, Unread
from eitherway.proof.prose.manuscript import Manuscript
from eitherway.proof.prose.passages import sentence_with
from eitherway.words.forms.reading import read_point
from eitherway.words.names import folded

OF_THE_WHOLE = frozenset(
    (
        FindingCode.NO_ASK,
        FindingCode.NO_EITHER_WAY,
        FindingCode.TOO_LONG,
        FindingCode.EMAIL_NAME,
        FindingCode.NEAR_COPY,
    )
)
"""What is found in a letter as a whole: where it is shown says nothing of where it came from."""

ADVICE = {
    FindingCode.NO_ASK: "Your template never asks for the job, which is what the letter is for.",
    FindingCode.NO_EITHER_WAY: (
        "Your template does not ask to hear back whatever the answer is, as in "
        '"Please let me know either way."'
    ),
    FindingCode.GREETING: (
        "Its greeting, paragraph 1 of the letter, is not {{ recipient.greeting }}, so Greet as and the "
        "setting Greet with change nothing in it."
    ),
}
"""What is said of a template of the user's own, once, where a shipped one would be at fault."""

IN_A_FEW_WORDS = frozenset(FindingCode) - OF_THE_WHOLE - {FindingCode.TITLE_ADDRESSED, FindingCode.GREETING}
"""What can be found before there is a letter around the words."""

AROUND_A_POINT = "I enjoyed talking with you about "


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and the cell that its words came from; None where they are the template's or the user's."""

    finding: Finding
    cell: Location | None


@dataclass(frozen=True, slots=True)
class Proofread:
    """A letter and what was found in it; `sentence` is the one that took up the personal point, "" if none
    did; `why_unread` says why a letter that the user keeps could not be read.
    """

    merged: Merged
    found: tuple[Found, ...] = ()
    sentence: str = ""
    why_unread: str = ""

    @property
    def letter(self) -> Letter:
        """The letter."""
        return self.merged.result.letter


def proofread(
    letters: Sequence[Merged], plan: Plan, tables: Tables, readers: Readers, reader: Reader | None = None
) -> list[Proofread]:
    """Read each letter with `readers`; of one that is held for something else, what the user typed for it."""
    return _Desk(background(plan, tables), reader or _reader(), readers).read_all(letters)


def read_one(
    document: DocumentText, row: int, kind: str, around: Background, panel: Sequence[Merged] = ()
) -> list[Finding]:
    """Read a letter of the user's own, of this kind, to the person of this row of Interviews.

    `panel` are the letters to the others of the panel, which it is compared with.
    """
    manuscript, known = around.manuscript(document.text, around.conversations[row], kind), around.known()
    found = _reader().read(manuscript, known)
    others = [text for merged in panel if (text := _manuscript(merged, around))]
    copied = _copies()([manuscript, *others])[0] if others else []
    return [_without_workbook(each, document) for each in (*found, *copied)]


def _manuscript(merged: Merged, around: Background) -> Manuscript | None:
    """A merged letter to be compared with; None where there is none to read."""
    letter = merged.result.letter
    if merged.result.state is LetterState.HELD:
        return None
    try:
        text = text_of(merged.content).text
    except UnreadableLetter:
        return None
    return around.manuscript(text, around.conversations[letter.row], letter.template)


class _Text(NamedTuple):
    """A letter that was read."""

    merged: Merged
    document: DocumentText
    conversation: Conversation


class _Desk:
    """What all letters of a run are read with."""

    def __init__(self, background: Background, reader: Reader, readers: Readers) -> None:
        self.background = background
        self.known = background.known()
        self.reader = reader
        self.readers = readers

    def read_all(self, letters: Sequence[Merged]) -> list[Proofread]:
        panels = self._panels(letters)
        unread = [[self._unread(merged) for merged in panel] for panel in panels]
        found = self.readers(unread, self.known)
        read = {
            merged.result.letter.path: self._proofread(merged, each)
            for panel, of_panel in zip(panels, found, strict=True)
            for merged, each in zip(panel, of_panel, strict=True)
        }
        return [
            Proofread(merged, tuple(self._in_the_point(merged)))
            if merged.result.state is LetterState.HELD
            else read[merged.result.letter.path]
            for merged in letters
        ]

    def _panels(self, letters: Sequence[Merged]) -> list[list[Merged]]:
        """A panel is one application, one day, one step and one kind of document; what is held is in none."""
        panels: dict[tuple[str, date | None, str, str], list[Merged]] = defaultdict(list)
        for merged in letters:
            letter = merged.result.letter
            of = self.background.conversations[letter.row]
            if merged.result.state is not LetterState.HELD:
                panels[folded(of.application), of.day, letter.step, letter.channel].append(merged)
        return [*panels.values()]

    def _unread(self, merged: Merged) -> Unread:
        letter = merged.result.letter
        conversation = self.background.conversations[letter.row]
        greeting = None if merged.result.state is LetterState.KEPT else _greeting(letter)
        return Unread(merged.pieces, self.background.manuscript("", conversation, letter.template, greeting))

    def _proofread(self, merged: Merged, read: Read) -> Proofread:
        text = _Text(merged, read.document, self.background.conversations[merged.result.letter.row])
        point = as_shown(read_point(text.conversation.point).words)
        sentence = sentence_with(point, text.document.text) if point else ""
        found = tuple(self._sourced(text, each) for each in read.findings)
        return Proofread(merged, found, sentence, read.why_unread)

    def _sourced(self, text: _Text, finding: Finding) -> Found:
        if text.merged.result.state is LetterState.KEPT:
            return Found(_as_the_users(_without_workbook(finding, text.document)), None)
        if finding.code in ADVICE and text.merged.wording.is_own:
            return Found(_as_advice(finding, text), None)
        cells = origins(self.background, text.conversation, _greeting(text.merged.result.letter) or "")
        cell = cell_for(finding.code, self.background, text.conversation)
        if finding.code not in OF_THE_WHOLE:
            cell = origin_of(text.document.text, finding.start, finding.end, cells)
        source = str(cell) if cell else f"{text.merged.wording.template}{_paragraph(text.document, finding)}"
        return Found(replace(finding, source=source), cell)

    def _in_the_point(self, merged: Merged) -> Iterator[Found]:
        """What the user typed for a letter that is held, read within a sentence, as the letter will have it.

        A point for which the letter waits will be written anew.
        """
        letter = merged.result.letter
        conversation = self.background.conversations[letter.row]
        point = as_shown(read_point(conversation.point).words)
        waits = letter.held is not None and letter.held.where == point_cell(self.background, conversation)
        if not point or waits:
            return
        manuscript = self.background.manuscript(f"{AROUND_A_POINT}{point}.", conversation, "thank-you")
        cell, before = point_cell(self.background, conversation), len(AROUND_A_POINT)
        for finding in self.reader.read(manuscript, self.known):
            if (
                finding.code in IN_A_FEW_WORDS
                and before < finding.end
                and finding.start < before + len(point)
            ):
                start, end = max(finding.start - before, 0), min(finding.end - before, len(point))
                yield Found(replace(finding, start=start, end=end, source=str(cell)), cell)


def _greeting(letter: Letter) -> str | None:
    recipient = letter.fields.get("recipient")
    return as_shown(str(recipient["greeting"])) if isinstance(recipient, Mapping) else None


def _without_workbook(finding: Finding, document: DocumentText) -> Finding:
    return replace(finding, source=_paragraph(document, finding).removeprefix(", "))


def _as_the_users(finding: Finding) -> Finding:
    """A letter that the user edited stands already: nothing holds it back, and all can be accepted."""
    warning = finding.severity is Severity.ERROR
    return replace(finding, severity=Severity.WARNING) if warning else finding


def _as_advice(finding: Finding, text: _Text) -> Finding:
    """What the product would say otherwise than a template of the user's own: told once, it holds nothing."""
    template = text.merged.wording.template
    source = f"{template}, paragraph 1" if finding.code is FindingCode.GREETING else template
    mark = sha256(f"{template} {finding.code}".encode()).hexdigest()[:FINGERPRINT]
    return replace(
        finding,
        severity=Severity.WARNING,
        message=ADVICE[finding.code],
        source=source,
        suggestions=(),
        fingerprint=mark,
    )


FINGERPRINT = 12


def _paragraph(document: DocumentText, finding: Finding) -> str:
    """`, paragraph 3`, counted from the salutation; "" for what is found in the letter as a whole."""
    found = None if finding.code in OF_THE_WHOLE else document.paragraph_at(finding.start)
    return f", paragraph {found.number}" if found else ""


def _reader() -> Reader:
    from eitherway.proof.letters.cores import proofreader  # noqa: PLC0415 - a run that reads no letter waits for none

    return proofreader()


def _copies() -> Copies:
    from eitherway.proof.text.copies import near_copies  # noqa: PLC0415 - as above

    return near_copies
