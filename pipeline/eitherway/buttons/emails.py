"""What the button E-mail makes: drafts of the letters that stand, handed over as Settings say, and told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from os.path import commonpath
from pathlib import Path

from eitherway.buttons import words
from eitherway.buttons.selected import Meant
from eitherway.letters.files import Merged
from eitherway.model.choices import A_FILE, EMAIL, MAIL_PROGRAM, OUTLOOK
from eitherway.model.problems import Problem
from eitherway.model.records import LetterState, Plan, Sending
from eitherway.model.tables import Tables
from eitherway.send.draft_files import Drafted, paths, write_drafts
from eitherway.send.drafts import Draft, drafts, held
from eitherway.send.hand_over import by_setting, hand_over_all
from eitherway.send.paper.addresses import by_post
from eitherway.words.counting import count

HANDED_OVER = {MAIL_PROGRAM: "open in your mail program", OUTLOOK: "saved in Outlook's Drafts"}


class Emails:
    """What a run is to hear the letters with (`run.Send`), and what it made of them."""

    def __init__(self, book: Path, meant: Meant) -> None:
        self.book, self.meant = book, meant
        self.way = A_FILE
        self.drafts: list[Drafted] = []
        self.waiting: list[Problem] = []
        self.without: list[int] = []
        self.also_by_post: set[int] = set()

    def __call__(self, tables: Tables, merged: Sequence[Merged]) -> Sending:
        """Make the drafts, to be written once the letters stand."""
        rows = self.meant.rows
        self.way = tables.settings.email_with
        found = drafts(merged, tables, rows)
        self.waiting = held([each.result for each in merged], rows)
        by_email = {each.result.letter.row for each in merged if each.result.letter.channel == EMAIL}
        self.without = sorted((rows or frozenset()) - by_email)
        self.also_by_post = {each.result.letter.row for each in by_post(merged)}
        return Sending(partial(self._write, found), paths(found))

    def _write(self, found: Sequence[Draft]) -> list[Problem]:
        self.drafts = write_drafts(found, self.book)
        unmade = [each.problem for each in self.drafts if each.problem]
        self.waiting += unmade
        return unmade

    @property
    def ready(self) -> list[Drafted]:
        """The drafts that stand, as made or as their user changed them."""
        return [each for each in self.drafts if each.state is not LetterState.HELD]

    @property
    def rows(self) -> list[int]:
        """Their rows of Interviews, each once."""
        return list(dict.fromkeys(each.draft.row for each in self.ready))

    @property
    def handed(self) -> list[Drafted]:
        """Those that go to a program. Outlook keeps what it was given, so only new ones go there."""
        goes = {
            MAIL_PROGRAM: (LetterState.WRITTEN, LetterState.UNCHANGED),
            OUTLOOK: (LetterState.WRITTEN,),
        }.get(self.way, ())
        return [each for each in self.drafts if each.state in goes]

    def hand_over(self) -> list[str]:
        """Give them to the program that Settings name; what could not be, as sentences."""
        give = by_setting(self.way)
        return hand_over_all(self.handed, self.book.parent, give) if give and self.handed else []


def drafted(emails: Emails, plan: Plan, notes: Sequence[str]) -> str:
    """How many drafts there are, where, for whom, what waits and why, and that nothing was sent."""
    found = words.of_rows(plan, emails.rows)
    without = words.names(words.of_rows(plan, emails.without))
    also = words.names([each for each in found if each["row"] in emails.also_by_post])
    return words.lines(
        _made(emails, found),
        " ".join([*_handed(emails, notes), *notes]),
        _kept(emails),
        f"By post, or not due yet, so without a draft: {without}." if without else "",
        f"A letter by post goes there too: {also}. Print letters makes it." if also else "",
        *words.waiting(emails.waiting),
        "Nothing was sent." if found else "",
    )


def _made(emails: Emails, found: Sequence[words.FollowUp]) -> str:
    paths = [each.draft.path for each in emails.ready]
    if not paths:
        return "No draft was made." if emails.waiting or emails.without else "No e-mail is owed now."
    if len(paths) == 1:
        return f"1 draft: {words.names(found)}.\n\nThe file: {paths[0]}"
    folder = commonpath([str(Path(path).parent) for path in paths])
    return f"{len(paths)} drafts: {words.names(found)}.\n\nThe files stand beside their letters, in {folder}."


def _handed(emails: Emails, notes: Sequence[str]) -> list[str]:
    many = len(emails.handed)
    if notes or not many:
        return []
    return [f"{count(many, 'draft')} {'is' if many == 1 else 'are'} {HANDED_OVER[emails.way]}."]


def _kept(emails: Emails) -> str:
    kept = [each for each in emails.ready if each.state is LetterState.KEPT]
    old = [each for each in emails.ready if each.state is LetterState.UNCHANGED]
    lines = []
    if kept:
        lines.append(f"{count(len(kept), 'draft')} that you changed: kept as a file, as you left it.")
    if old and emails.way == OUTLOOK:
        lines.append(f"{count(len(old), 'draft')} made before, so not given to Outlook again.")
    return " ".join(lines)
