"""Mail programs by their contract: each is given the message whole, and none is told to send it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from eitherway.machine.opening import CannotOpen
from eitherway.model.problems import Location
from eitherway.model.records import LetterState
from eitherway.send.draft_files import Drafted
from eitherway.send.drafts import Draft
from eitherway.send.hand_over import MOST, hand_over_all, to_mail_program, to_outlook
from eitherway.send.messages import Attachment, Message

MESSAGE = Message("Mei Chen", "mei@n.example", "Thank you & more", "Dear Mei,\n\nThank you.\n\nRobin")
CV = Attachment("CV.pdf", b"%PDF")


class FakeOutlook:
    """Outlook as far as a draft needs it; whoever calls Send finds no such thing."""

    def __init__(self) -> None:
        self.drafts: list[SimpleNamespace] = []

    def __call__(self, name: str) -> Any:
        assert name == "Outlook.Application"
        return SimpleNamespace(CreateItem=self._item)

    def _item(self, kind: int) -> SimpleNamespace:
        assert kind == 0
        files: list[tuple[str, bytes]] = []
        item = SimpleNamespace(
            Attachments=SimpleNamespace(Add=lambda file: files.append(_read(file))), files=files
        )
        item.Save = lambda: self.drafts.append(item)
        return item


def _read(file: str) -> tuple[str, bytes]:
    return Path(file).name, Path(file).read_bytes()


def drafted(number: int) -> list[Drafted]:
    where = Location("Interviews")
    draft = Draft(2, "Mei Chen", "Thank-you", "Letters/a.eml", where, MESSAGE.text, MESSAGE)
    return [Drafted(draft, LetterState.WRITTEN)] * number


def test_a_mail_program_gets_a_link() -> None:
    opened: list[str] = []
    to_mail_program(opened.append)(MESSAGE, Path("x.eml"))
    asked = parse_qs(urlsplit(opened[0]).query)
    assert urlsplit(opened[0]).path == MESSAGE.mailbox
    assert asked == {"subject": [MESSAGE.subject], "body": [MESSAGE.text.replace("\n", "\r\n")]}


def test_a_mail_program_gets_the_file_where_no_link_can_hold_it() -> None:
    opened: list[str] = []
    with_cv = Message("Mei", "m@n.example", "s", "t", attachments=(CV,))
    to_mail_program(opened.append)(with_cv, Path("x.eml"))
    assert opened == ["x.eml"]


def test_outlook_saves_a_draft() -> None:
    outlook = FakeOutlook()
    to_outlook(outlook)(Message("Mei", "m@n.example", "s", "t", attachments=(CV,)), Path("x.eml"))
    (draft,) = outlook.drafts
    assert (draft.To, draft.Subject, draft.Body, draft.files) == (
        "m@n.example",
        "s",
        "t",
        [("CV.pdf", b"%PDF")],
    )


def test_no_outlook_is_one_sentence_and_the_files_stand() -> None:
    def dispatch(name: str) -> Any:
        raise OSError("Invalid class string")

    said = hand_over_all(drafted(3), Path(), to_outlook(dispatch))
    assert said == [
        "Classic Outlook could not be reached; the new Outlook takes no drafts from other programs. "
        "The drafts stand as files beside the letters: open them from there."
    ]


def test_no_mail_program_is_one_sentence() -> None:
    def open_target(target: str) -> None:
        raise CannotOpen("This system has no mail program that opens it.")

    (said,) = hand_over_all(drafted(3), Path(), to_mail_program(open_target))
    assert said.startswith("This system has no mail program")


@pytest.mark.parametrize("number", [0, MOST, MOST + 3])
def test_no_screen_is_buried_in_windows(number: int) -> None:
    opened: list[str] = []
    said = hand_over_all(drafted(number), Path(), to_mail_program(opened.append))
    assert len(opened) == min(number, MOST)
    assert [line.split()[0] for line in said] == ([str(number - MOST)] if number > MOST else [])
