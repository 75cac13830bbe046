"""What an e-mail draft holds: plain values, made from a letter's text and a row of Interviewers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along: its name, its bytes, and its MIME type ("application/pdf")."""

    name: str
    content: bytes
    mime: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class Message:
    """An e-mail that is not sent: `mailbox` is the bare address, in ASCII; `text` has an empty line between
    paragraphs and a line feed within one; `language` is that of Settings, "en-GB".
    """

    name: str
    mailbox: str
    subject: str
    text: str
    language: str = "en"
    attachments: tuple[Attachment, ...] = ()
