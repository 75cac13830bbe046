"""`mail`: from the letters that are owed to drafts in the user's own mail program; nothing is sent."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from eitherway.command_line import choice, options
from eitherway.command_line.outcomes import exit_status, mention, report, run_on, say
from eitherway.model.problems import CannotAct
from eitherway.model.schema import spoken_step

if TYPE_CHECKING:
    from eitherway.letters.files import Merged
    from eitherway.model.problems import Problem
    from eitherway.model.records import Outcome
    from eitherway.model.tables import Tables
    from eitherway.send.attachments import Attach
    from eitherway.send.draft_files import Drafted
    from eitherway.send.drafts import Draft

_ATTACHED = ("letter", "cv")


@click.command(short_help="Write an unsent e-mail for each follow-up that is owed.")
@options.writes
@choice.who
@click.option(
    "--attach", type=click.Choice(_ATTACHED), multiple=True, help="Attach the letter's PDF, or the CV."
)
@click.option("--open", "opens", is_flag=True, help="Open each in your mail program.")
@click.option("--clipboard", is_flag=True, help="Copy the text of one, to paste it into a message.")
@click.option("--print", "prints", is_flag=True, help="Print the texts; write no drafts.")
def mail(
    *,
    book: Path,
    who: Sequence[str],
    attach: Sequence[str],
    opens: bool,
    clipboard: bool,
    prints: bool,
    as_of: date,
    as_json: bool,
    dry_run: bool,
    **how: bool,
) -> None:
    """Write the letters that are owed, and for each that goes by e-mail a draft beside it: an .eml file.

    WHO is a name, part of one, or a row number of Interviews; without it all on today's list are meant. Your
    own edits count: of a letter you changed, your text goes into the draft, and a draft you changed is kept.
    Nothing is sent and nothing is marked as sent; the line to type once you have sent them is printed.
    Settings' "E-mail with" says what to do with new drafts: leave them as files, open them in your mail
    program, or save them in Outlook's Drafts. --attach letter puts the PDF of a letter that also goes by post
    on its e-mail, --attach cv the file that Applications' "CV sent" names.
    """
    from eitherway.send.attachments import nothing
    from eitherway.send.draft_files import write_drafts
    from eitherway.send.drafts import drafts, held

    texts_only = clipboard or prints
    drafted: list[Drafted] = []
    chosen = choice.Chosen(who)
    ways: list[str] = []

    def send(tables: Tables, merged: Sequence[Merged]) -> list[Problem]:
        along = _attach(attach, merged, tables, book.parent) if attach else nothing
        found = drafts(merged, tables, chosen.rows, along)
        ways.append(tables.settings.email_with)
        if texts_only:
            return _texts(found, drafted)
        drafted.extend(write_drafts(found, book.parent, dry_run=dry_run))
        return [each.problem for each in drafted if each.problem]

    outcome = run_on(book, as_of, chosen, send, letters=True, dry_run=dry_run, **how)
    if texts_only:
        _show_texts([each.draft for each in drafted], clipboard, as_json)
        sys.exit(exit_status(outcome.problems))
    notes = [] if dry_run else _handed_over(drafted, book, ways[0], opens=opens)
    waiting = held(outcome.letters, chosen.rows)
    lines = _mail_lines(drafted, waiting, book, dry_run)
    say(_mail_json(drafted, waiting, outcome), "\n".join(lines), as_json)
    for note in notes:
        mention(note)
    wrong = waiting or notes or any(each.problem for each in drafted)
    sys.exit(options.TO_MEND if wrong else options.DONE)


def _attach(wanted: Sequence[str], merged: Sequence[Merged], tables: Tables, folder: Path) -> Attach:
    from eitherway.doctor.gather import soffice
    from eitherway.send.attachments import attach

    return attach(wanted, merged, tables, folder, soffice(options.system()))


def _texts(found: Sequence[Draft], into: list[Drafted]) -> list[Problem]:
    from eitherway.model.records import LetterState
    from eitherway.send.draft_files import Drafted

    into.extend(Drafted(each, LetterState.UNCHANGED) for each in found if each.text)
    return [each.problem for each in found if each.problem and not each.text]


def _show_texts(drafts: Sequence[Draft], clipboard: bool, as_json: bool) -> None:
    if clipboard:
        if len(drafts) != 1:
            raise CannotAct(
                f"{len(drafts)} e-mails are owed, and the clipboard holds one.", "Name whom you mean: WHO."
            )
        _copy(drafts[0].text)
        mention(f"Copied the {spoken_step(drafts[0].step)} to {drafts[0].interviewer}.")
        return
    told = [{**_named(each), "text": each.text} for each in drafts]
    words = [f"{_heading(each)}\n\n{each.text}\n" for each in drafts]
    say({"texts": told}, "\n".join(words) or "No e-mail is owed now.", as_json)


def _copy(text: str) -> None:
    import pyperclip

    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException as none:
        raise CannotAct(
            "There is no clipboard here that this can write to.",
            "On Linux install xclip or wl-clipboard; or print the text with --print.",
        ) from none


def _handed_over(drafted: Sequence[Drafted], book: Path, way: str, *, opens: bool) -> list[str]:
    from eitherway.model.records import LetterState
    from eitherway.send.hand_over import by_setting, hand_over_all

    hand_over = by_setting(way, opens=opens)
    if hand_over is None:
        return []
    ready = [each for each in drafted if opens or each.state is LetterState.WRITTEN]
    return hand_over_all(ready, book.parent, hand_over)


def _mail_json(drafted: Sequence[Drafted], held: Sequence[Problem], outcome: Outcome) -> dict[str, Any]:
    wrong = [*held, *(each.problem for each in drafted if each.problem)]
    told = [{**_named(each.draft), "path": each.draft.path, "state": each.state.value} for each in drafted]
    changes = report().changes_json(outcome) if outcome.dry_run else {}
    return {"drafts": told, "problems": report().problems_json(wrong)} | changes


def _named(draft: Draft) -> dict[str, Any]:
    message = draft.message
    return {
        "row": draft.row,
        "interviewer": draft.interviewer,
        "step": draft.step,
        "to": message.mailbox if message else None,
        "subject": message.subject if message else None,
    }


def _heading(draft: Draft) -> str:
    message = draft.message
    return (
        f"{draft.step} to {draft.interviewer}{f': {message.mailbox}, {message.subject}' if message else ''}"
    )


def _mail_lines(drafted: Sequence[Drafted], held: Sequence[Problem], book: Path, dry_run: bool) -> list[str]:
    from eitherway.model.records import LetterState

    words = {
        LetterState.WRITTEN: "would be written" if dry_run else "written",
        LetterState.UNCHANGED: "unchanged",
        LetterState.KEPT: "kept as you changed it",
    }
    lines = []
    for each in drafted:
        if each.state in words:
            lines += [f"{words[each.state]}  {each.draft.path}", f"  {_heading(each.draft)}"]
    for problem in [*held, *(each.problem for each in drafted if each.problem)]:
        lines += [f"waits  {problem.where}", f"  {problem.message} {problem.fix}"]
    ready = [each.draft.row for each in drafted if each.state in words]
    if not ready:
        return [*lines, "No draft was made." if lines else "No e-mail is owed now."]
    return [*lines, *choice.once_sent(book, ready)]
