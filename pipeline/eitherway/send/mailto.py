"""A draft as a mailto link (RFC 6068): the system's own mail program opens it, whichever that is."""

from __future__ import annotations

from urllib.parse import quote

from eitherway.send.eml import one_line
from eitherway.send.messages import Message

LONGEST = 2_000
"""Windows opens no address of more than 2,083 characters (INTERNET_MAX_URL_LENGTH, wininet.h)."""


def mailto(message: Message) -> str | None:
    """The link; None where it would be too long, or something is attached, which no link can carry."""
    text = message.text.replace("\n", "\r\n")
    subject, body = quote(one_line(message.subject), safe=""), quote(text, safe="")
    link = f"mailto:{quote(message.mailbox, safe='@')}?subject={subject}&body={body}"
    return link if len(link) <= LONGEST and not message.attachments else None
