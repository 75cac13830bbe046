"""One address out of what people type, or why there is none."""

from __future__ import annotations

import pytest

from eitherway.send.mailboxes import NoMailbox, mailbox


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("mei@northwind.example", "mei@northwind.example"),
        ("  Mei.Chen+jobs@mail.northwind.co.uk ", "Mei.Chen+jobs@mail.northwind.co.uk"),
        ("mailto:mei@northwind.example", "mei@northwind.example"),
        ("Mei Chen <mei@northwind.example>", "mei@northwind.example"),
        ('"Chen, Mei (HR)" <mei@northwind.example>', "mei@northwind.example"),
        ("o'brien@x.ie", "o'brien@x.ie"),
        ("mei@bücher.example", "mei@xn--bcher-kva.example"),
    ],
)
def test_an_address(typed: str, address: str) -> None:
    assert mailbox(typed) == address


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "there is none"),
        ("a@b.com c@d.com", "more than one"),
        ("a@b.com; c@d.com", "more than one"),
        ("a@b.com,c@d.com", "more than one"),
        ("a@b.com / c@d.com", "more than one"),
        ("a@b.com\nBcc: c@d.com", "more than one"),
        ("müller@x.de", "letters"),
        ("n/a", "not written as"),
        ("mei", "not written as"),
        ("mei@northwind", "not written as"),
        ("mei @northwind.example", "not written as"),
        ("mei..chen@northwind.example", "not written as"),
        ("mei@north..wind.example", "not written as"),
        ("mei@northwind.example?cc=x", "not written as"),
        ("mei@northwind.example (work)", "not written as"),
        ("a" * 250 + "@x.com", "not written as"),
    ],
)
def test_none(typed: str, why: str) -> None:
    with pytest.raises(NoMailbox, match=why):
        mailbox(typed)
