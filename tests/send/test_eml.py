"""Drafts read back by Python's email with the strict policy: what goes in comes out, and nothing besides."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eitherway.send.eml import eml, is_untouched, one_line
from eitherway.send.mailto import LONGEST, mailto
from eitherway.send.messages import Attachment, Message

TEXT = "Dear Ms. Müller,\n\nThank you & <goodbye>.\n.\nFrom here on: 阮, ش, 👩‍🚀\n\nKind regards,\n\nRobin"
NAMES = (
    "Carmen Delgado Ruiz",
    'Pat "Patty" O\'Brien',
    "Delgado, Carmen",
    'Müller, Jörg "JM"',
    "Nguyễn Thị Minh Khai",
    "Владимир Владимирович Маяковский",
    "محمد بن سلمان",
    "阮氏明開",
    "山田 太郎",
    "=?utf-8?q?Not_encoded?=",
    "(comment) Smith",
    "back\\slash",
    "x" * 1_200,
)


def read(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=policy.strict)
    assert isinstance(message, EmailMessage)
    return message


def message(name: str = "Mei Chen", subject: str = "Thank you", text: str = TEXT) -> Message:
    return Message(name, "mei@northwind.example", subject, text, "en-GB")


def bare(text: str) -> str:
    """CPython up to 3.11 shows a space between two encoded words, which RFC 2047 has a reader drop."""
    return text.replace(" ", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_script_is_one_recipient(name: str) -> None:
    to = read(eml(message(name)))["To"].addresses
    assert [(bare(each.display_name), each.addr_spec) for each in to] == [
        (bare(name), "mei@northwind.example")
    ]


@pytest.mark.parametrize(
    "cell",
    ["A\r\nBcc: all@evil.example", "A\nSubject: x", "A\rX-Y: 1", "A\x00B", "A\u2028Bcc: b@c.de", "A\x85B"],
)
def test_no_cell_begins_a_header_of_its_own(cell: str) -> None:
    read_back = read(eml(message(cell, cell)))
    assert sorted(read_back.keys()) == ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
    assert read_back["Subject"] == one_line(cell)


def test_it_is_a_draft_with_text_and_html() -> None:
    draft = read(eml(message()))
    assert draft["X-Unsent"] == "1"
    assert not any(draft[name] for name in ("Date", "Message-ID", "From", "Bcc"))
    plain, html = draft.get_body(("plain",)), draft.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().splitlines() == TEXT.splitlines()
    assert "<p>Thank you &amp; &lt;goodbye&gt;.<br>" in html.get_content()
    assert '<html lang="en-GB">' in html.get_content()


def test_lines_end_in_crlf_and_are_short() -> None:
    content = eml(message("阮" * 80, "Thank you " * 60, "word " * 2_000))
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 78
    assert content.isascii()


def test_what_is_attached_comes_along() -> None:
    pdf = Attachment("Lebenslauf Müller.pdf", bytes(range(256)) * 9)
    draft = read(eml(Message("Mei", "m@n.example", "s", "t", attachments=(pdf,))))
    assert [(each.get_filename(), each.get_content()) for each in draft.iter_attachments()] == [
        (pdf.name, pdf.content)
    ]


def test_the_same_message_gives_the_same_bytes_and_a_change_shows() -> None:
    for each in (
        message(),
        Message("M", "m@n.example", "s", TEXT, attachments=(Attachment("a", b"1" * 99),)),
    ):
        content = eml(each)
        assert eml(each) == content
        assert is_untouched(content)
        assert not is_untouched(content.replace(b"Thank", b"Think"))
        assert not is_untouched(content.replace(b"X-Unsent: 1\r\n", b""))
    assert not is_untouched(b"Subject: mine\r\n\r\nDear you")
    assert not is_untouched(b"")


@given(name=st.text(), subject=st.text(), text=st.text())
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed(name: str, subject: str, text: str) -> None:
    made = Message(name, "m@n.example", subject, text.encode("utf-8", "ignore").decode())
    content = eml(made)
    draft = read(content)
    assert is_untouched(content)
    assert len(draft["To"].addresses) == 1
    assert draft["To"].addresses[0].addr_spec == "m@n.example"
    assert bare(draft["Subject"] or "") == bare(one_line(subject))
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_a_link_holds_what_fits_and_nothing_attached() -> None:
    link = mailto(message(subject="A&B=C? #1"))
    assert link is not None
    assert link.startswith(
        "mailto:mei@northwind.example?subject=A%26B%3DC%3F%20%231&body=Dear%20Ms.%20M%C3%BC"
    )
    assert "%0D%0A%0D%0A" in link
    assert mailto(message(text="word " * LONGEST)) is None
    assert mailto(Message("M", "m@n.example", "s", "t", attachments=(Attachment("a", b""),))) is None
