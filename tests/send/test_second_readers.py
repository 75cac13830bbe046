"""Drafts and calendars as other programs read them: notmuch, a mail program without a window, and vobject."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import vobject

from eitherway.send.calendar.entries import Entry
from eitherway.send.calendar.ics import ics
from eitherway.send.eml import eml, one_line
from eitherway.send.messages import Attachment, Message
from tests.send.test_eml import NAMES, TEXT

LONG = "Thank you for the talk about the position of Senior Analyst for Regional Operations, " * 4
SUBJECTS = (
    LONG,
    "どうもありがとうございました。" * 9,
    "Vielen Dank für das Gespräch, " * 6,
    "شكرا",
    "a\r\nBcc: all@evil.example",
)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Message, Mapping[str, Any]]]:
    """Each message, and what notmuch says of it."""
    if not shutil.which("notmuch"):
        pytest.skip("notmuch is not installed")
    home = tmp_path_factory.mktemp("mail")
    pdf = Attachment("Lebenslauf Müller.pdf", b"%PDF")
    messages = [Message(name, f"p{n}@n.example", "Thank you", TEXT) for n, name in enumerate(NAMES[:-1])]
    messages += [
        Message("Mei", f"s{n}@n.example", each, TEXT, "en", (pdf,)) for n, each in enumerate(SUBJECTS)
    ]
    for folder in ("cur", "new", "tmp"):
        (home / "box" / folder).mkdir(parents=True)
    for number, message in enumerate(messages):
        (home / "box" / "cur" / f"{number}:2,D").write_bytes(eml(message))
    config = home / "config"
    config.write_text(f"[database]\npath={home / 'box'}\n[user]\nname=R\nprimary_email=r@v.example\n")
    env = {**os.environ, "NOTMUCH_CONFIG": str(config)}
    subprocess.run(["notmuch", "new", "--quiet"], env=env, check=True, capture_output=True)
    show = ["notmuch", "show", "--format=json", "--include-html", "--entire-thread=false", "*"]
    said = subprocess.run(show, env=env, check=True, capture_output=True, text=True).stdout
    found = {Path(each["filename"][0]).name.partition(":")[0]: each for each in _messages(json.loads(said))}
    return [(message, found[str(number)]) for number, message in enumerate(messages)]


def _messages(told: Any) -> list[dict[str, Any]]:
    """The messages in notmuch's forest of threads (devel/schemata)."""
    if isinstance(told, dict):
        return [told]
    return [message for each in told or () for message in _messages(each)]


def test_a_mail_program_shows_each_recipient_and_subject(
    read: list[tuple[Message, Mapping[str, Any]]],
) -> None:
    for message, said in read:
        headers = said["headers"]
        assert headers["Subject"] == one_line(message.subject)
        assert headers["To"].endswith(f"<{message.mailbox}>")
        assert message.name.replace('"', "").replace("\\", "") in headers["To"].replace('\\"', "").replace(
            "\\", ""
        ).replace('"', "")
        assert not {"Bcc", "Cc"} & {*headers}


def test_a_mail_program_shows_the_text_and_what_is_attached(
    read: list[tuple[Message, Mapping[str, Any]]],
) -> None:
    for message, said in read:
        parts = [*_parts(said["body"])]
        (text,) = (each["content"] for each in parts if each["content-type"] == "text/plain")
        assert text.splitlines() == message.text.splitlines()
        assert any("<p>Dear Ms. Müller,</p>" in str(each.get("content")) for each in parts)
        names = [each["filename"] for each in parts if "filename" in each]
        assert names == [each.name for each in message.attachments]


def _parts(told: Any) -> list[dict[str, Any]]:
    if isinstance(told, list):
        return [part for each in told for part in _parts(each)]
    content = told.get("content")
    return [told, *(_parts(content) if isinstance(content, list) else [])]


@pytest.mark.parametrize("text", ["山田 太郎, 株式会社" * 9, "👩‍🚀" * 40, "a;b,c\\d\nsecond", "é" * 200])
def test_a_second_reader_of_calendars(text: str) -> None:
    timed = Entry(
        "u-1",
        text,
        datetime.fromisoformat("2026-11-24T14:30"),
        datetime.fromisoformat("2026-11-24T15:30"),
        date(2026, 11, 24),
        2,
    )
    day = Entry(
        "u-2", "Thank-you", date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 24), cancelled=True
    )
    content = ics([timed, day])
    read = vobject.readOne(content.decode())
    first, second = read.vevent_list
    assert (first.summary.value, first.uid.value) == (text, "u-1")
    assert (first.dtstart.value, first.dtend.value) == (timed.begin, timed.end)
    assert (second.dtstart.value, second.dtend.value) == (day.begin, day.end)
    assert second.status.value == "CANCELLED"
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no sign is cut in two
