"""From the letters of a run to e-mail drafts: which go out by e-mail, to whom, and what each says."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eitherway.letters.files import Merged
from eitherway.letters.links import draft_path
from eitherway.letters.owed.sources import People, people, person, place
from eitherway.letters.text import UnreadableLetter, text_of
from eitherway.model.choices import EMAIL
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import Letter, LetterResult, LetterState
from eitherway.model.tables import Tables
from eitherway.send.attachments import Attach, NoAttachment, nothing
from eitherway.send.mailboxes import NoMailbox, mailbox
from eitherway.send.messages import Message


@dataclass(frozen=True, slots=True)
class Draft:
    """A message for one follow-up: `path` is where its .eml stands, relative to the workbook's folder.

    `problem` says why there is no message to be addressed; the text may be there all the same.
    """

    row: int
    interviewer: str
    step: str
    path: str
    where: Location
    text: str = ""
    message: Message | None = None
    problem: Problem | None = None


def by_email(letter: Letter) -> bool:
    """Whether it is an e-mail, alone or beside the letter by post."""
    return letter.channel == EMAIL


def held(results: Sequence[LetterResult], rows: Collection[int] | None = None) -> list[Problem]:
    """Why the letters by e-mail that wait do wait, each reason once; only those of `rows`, if given."""
    letters = [each.letter for each in results if rows is None or each.letter.row in rows]
    return list(dict.fromkeys(each.held for each in letters if each.held and by_email(each)))


def drafts(
    merged: Sequence[Merged],
    tables: Tables,
    rows: Collection[int] | None = None,
    attach: Attach = nothing,
) -> list[Draft]:
    """A draft for each letter by e-mail that is not held, as the user left it where the user edited it.

    `rows` of Interviews, if they are given, are the only ones that are meant.
    """
    everyone = people(tables)
    meant = [
        each
        for each in merged
        if each.result.state is not LetterState.HELD
        and by_email(each.result.letter)
        and (rows is None or each.result.letter.row in rows)
    ]
    return [_draft(each, tables, everyone, attach) for each in meant]


def _draft(merged: Merged, tables: Tables, everyone: People, attach: Attach) -> Draft:
    letter = merged.result.letter
    path, where = draft_path(letter), _cell(letter, tables, everyone)
    draft = Draft(letter.row, letter.interviewer, letter.step, path, where)
    try:
        document = text_of(merged.content)
    except UnreadableLetter as wrong:
        return _without(draft, _unread(letter, str(wrong)))
    text, recipient = document.text, _group(letter, "recipient")
    try:
        to = mailbox(str(recipient["email"]))
    except NoMailbox as wrong:
        return _without(draft, _unaddressed(draft, str(wrong)), text)
    try:
        along = tuple(attach(letter))
    except NoAttachment as missing:
        return _without(draft, missing.problem, text)
    language = str(letter.fields["language"])
    about = _subject(document.head) or f"{letter.step}: {letter.fields['role']}"
    message = Message(str(recipient["name"]), to, about, text, language, along)
    return Draft(letter.row, letter.interviewer, letter.step, path, where, text, message)


def _without(draft: Draft, problem: Problem, text: str = "") -> Draft:
    return Draft(draft.row, draft.interviewer, draft.step, draft.path, draft.where, text, None, problem)


def _subject(head: str) -> str:
    """What the e-mail's document has above its greeting: "Subject: ..."."""
    lines = (line.partition(":") for line in head.splitlines())
    return next((words.strip() for label, _, words in lines if label.strip().casefold() == "subject"), "")


def _group(letter: Letter, name: str) -> Mapping[str, Any]:
    group = letter.fields[name]
    return group if isinstance(group, Mapping) else {}


def _cell(letter: Letter, tables: Tables, everyone: People) -> Location:
    """The cell that holds the address; the name in Interviews for somebody who is not in Interviewers."""
    known = person(everyone, letter.interviewer, str(letter.fields["company"]))
    if known.row:
        return place(tables, "Interviewers", known.row, "Email")
    return place(tables, "Interviews", letter.row, "Interviewer")


def _unaddressed(draft: Draft, reason: str) -> Problem:
    here = draft.where.column == "Email"
    message = f"No draft to {draft.interviewer}: the e-mail address cannot be used, as {reason}."
    if reason == "there is none":
        message = f"No draft to {draft.interviewer}: there is no e-mail address."
    fix = "Type one address here" if here else "Give them a row in Interviewers with the Email"
    again = "The text alone: eitherway mail BOOK --print."
    return Problem(Code.NO_EMAIL, Severity.ERROR, draft.where, message, f"{fix}, and run this again. {again}")


def _unread(letter: Letter, reason: str) -> Problem:
    message = f'No draft to {letter.interviewer}: "{letter.path}" cannot be read: {reason}.'
    fix = "Save it in Word as .docx, or delete it to have it written anew."
    return Problem(Code.DRAFT_NOT_WRITTEN, Severity.ERROR, letter.where, message, fix)
