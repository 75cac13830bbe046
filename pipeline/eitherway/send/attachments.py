"""What goes along with a draft if its user says so: the letter as a PDF, the CV that Applications names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from mimetypes import guess_type
from pathlib import Path, PurePosixPath

from eitherway.letters.files import Merged
from eitherway.letters.owed.sources import place
from eitherway.machine.pictures import NoPicture
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.records import Letter
from eitherway.model.schema import CV_SENT
from eitherway.model.tables import Tables
from eitherway.send.messages import Attachment
from eitherway.send.paper.addresses import by_post
from eitherway.send.paper.pdf import pdfs
from eitherway.send.paper.word import Maker
from eitherway.words.names import folded

LETTER, CV = "letter", "cv"

Attach = Callable[[Letter], Sequence[Attachment]]
"""What goes along with a letter's draft. Raises NoAttachment."""


class NoAttachment(Exception):
    """What was to go along is not there; `problem` says why, and no draft goes without it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def nothing(_: Letter) -> Sequence[Attachment]:
    """Nothing goes along."""
    return ()


def attach(
    wanted: Collection[str], merged: Sequence[Merged], tables: Tables, folder: Path, maker: Maker | None
) -> Attach:
    """Those that are `wanted`. A PDF goes along only where a letter goes by post besides the e-mail."""
    letters = by_post(merged) if LETTER in wanted else []
    made = _letter_pdfs(letters, maker) if letters else {}

    def attached(letter: Letter) -> Sequence[Attachment]:
        found = made.get((letter.row, letter.step), ())
        if isinstance(found, str):
            raise NoAttachment(
                _problem(letter, letter.where, found, "Install LibreOffice from libreoffice.org.")
            )
        cv = (_cv(letter, tables, folder),) if CV in wanted else ()
        return (*found, *cv)

    return attached


def _letter_pdfs(
    letters: Sequence[Merged], maker: Maker | None
) -> Mapping[tuple[int, str], tuple[Attachment, ...] | str]:
    """Each letter's PDF, or why there is none."""
    keys = [(each.result.letter.row, each.result.letter.step) for each in letters]
    if maker is None:
        return dict.fromkeys(keys, "neither LibreOffice nor Word, which make the PDF, was found")
    try:
        made = pdfs(maker, [each.content for each in letters])
    except NoPicture as none:
        return dict.fromkeys(keys, f"the PDF could not be made: {none}".rstrip("."))
    names = [f"{PurePosixPath(each.result.letter.path).stem}.pdf" for each in letters]
    return {key: (Attachment(name, pdf),) for key, name, pdf in zip(keys, names, made, strict=True)}


def _cv(letter: Letter, tables: Tables, folder: Path) -> Attachment:
    rows = tables.applications
    named = rows[rows["Application"].map(folded) == folded(letter.application)]
    typed = str(named[CV_SENT].iloc[0]) if len(named) and CV_SENT in named else ""
    row = int(named["row"].iloc[0]) if len(named) else 0
    where = place(tables, "Applications", row, CV_SENT)
    if not typed:
        fix = "Type its path, beside this workbook or from the root, or leave out --attach cv."
        raise NoAttachment(_problem(letter, where, f"{CV_SENT} names no file", fix))
    file = folder / typed
    try:
        content = file.read_bytes()
    except OSError as trouble:
        reason = f'the CV "{typed}" cannot be read ({trouble.strerror})'
        raise NoAttachment(_problem(letter, where, reason, "Correct its path.")) from trouble
    return Attachment(file.name, content, guess_type(file.name)[0] or "application/octet-stream")


def _problem(letter: Letter, where: Location, reason: str, fix: str) -> Problem:
    message = f"No draft to {letter.interviewer}: {reason}."
    return Problem(Code.DRAFT_NOT_WRITTEN, Severity.ERROR, where, message, fix)
