"""A draft as an .eml file: what Outlook, Apple Mail and Thunderbird open as a message still to be sent.

`X-Unsent: 1` makes it a draft (classic Outlook and Thunderbird heed it). No Date, Message-ID, From or Bcc:
the mail program fills them in when the user sends. Lines end in CRLF (RFC 5322, 2.3); everything is ASCII,
headers by RFC 2047, bodies quoted-printable, so any transport keeps the bytes.

The boundaries between the parts carry a digest of all the rest. So the same message gives the same bytes, and
a draft that its user has changed no longer matches: no header of ours needs to say so to its recipient.
"""

from __future__ import annotations

import re
from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Sequence
from email.header import Header
from email.utils import encode_rfc2231, quote
from hashlib import sha256
from html import escape
from unicodedata import category

from eitherway.send.messages import Attachment, Message

_DIGITS = 40
_BLANK = "0" * _DIGITS
_MIXED, _ALTERNATIVE = "=_m", "=_a"  # RFC 2045, 6.7: neither quoted-printable nor base64 can hold "=_"
_BOUNDARY = re.compile(rb'boundary="=_[ma]([0-9a-f]{40})"')
_LINE = 76
_MOST_ENCODED = _LINE - len("Subject: =?utf-8?q??=")
_BREAKING = ("Cc", "Zl", "Zp", "Cs")
_ATOM_WORDS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")


def eml(message: Message) -> bytes:
    """The file: the same bytes for the same message."""
    blank = _head(message) + _body(message)
    return _sealed(blank, sha256(blank).hexdigest()[:_DIGITS].encode())


def is_untouched(content: bytes) -> bool:
    """Whether a file is a draft of ours, as it was written."""
    found = _BOUNDARY.search(content)
    if not found:
        return False
    blank = content
    for mark in (_MIXED, _ALTERNATIVE):
        blank = blank.replace(mark.encode() + found[1], f"{mark}{_BLANK}".encode())
    return sha256(blank).hexdigest()[:_DIGITS].encode() == found[1]


def html(message: Message) -> str:
    """The text as a page, a paragraph of its own for each; no style, so the mail program's own font holds."""
    blocks = (escape(block).replace("\n", "<br>\n") for block in message.text.split("\n\n"))
    body = "\n".join(f"<p>{block}</p>" for block in blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(message.language)}">\n'
        f'<head><meta charset="utf-8"></head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def _sealed(blank: bytes, digest: bytes) -> bytes:
    for mark in (_MIXED, _ALTERNATIVE):
        blank = blank.replace(f"{mark}{_BLANK}".encode(), mark.encode() + digest)
    return blank


def _head(message: Message) -> bytes:
    """No header but these: a name and a subject from cells, each on one line of its own."""
    name = one_line(message.name)
    shown = name if _ATOM_WORDS.fullmatch(name) or not _is_plain(name) else f'"{quote(name)}"'
    to = f"{_encoded('To', shown)} <{message.mailbox}>" if name else message.mailbox
    if len(f"To: {to}".rpartition("\n")[2]) > _LINE:
        to = f"{_encoded('To', shown)}\r\n <{message.mailbox}>" if name else f"\r\n {message.mailbox}"
    subject = _encoded("Subject", one_line(message.subject))
    return f"X-Unsent: 1\r\nTo: {to}\r\nSubject: {subject}\r\n".encode("ascii")


def one_line(text: str) -> str:
    """Header text: no line end and no control character may begin a header of its own."""
    return " ".join("".join(" " if category(sign) in _BREAKING else sign for sign in text).split())


def _is_plain(text: str) -> bool:
    return text.isascii() and "=?" not in text and all(len(word) < _LINE for word in text.split())


def _encoded(header: str, text: str) -> str:
    """The header's text, folded: as it is, else in encoded words (RFC 2047, "Q").

    They end between words where they can: readers drop the space between two encoded words; one that does not
    (CPython's, up to 3.11) then shows a space too much, but no word in two. They are not "B", base64: GMime
    decodes neighbours as one run, which ends at the first that is padded.
    """
    if _is_plain(text):
        return Header(text, "us-ascii", maxlinelen=_LINE, header_name=header).encode(linesep="\r\n")
    words: list[str] = []
    for word in re.findall(r"\S+\s*", text):
        signs = [_quoted(sign) for sign in word]
        if words and len(words[-1] + "".join(signs)) <= _MOST_ENCODED:
            words[-1] += "".join(signs)
        else:
            words += _pieces(signs)
    return "\r\n ".join(f"=?utf-8?q?{word}?=" for word in words)


def _quoted(sign: str) -> str:
    """As it may stand in a name, too (RFC 2047, 5, rule 3)."""
    if sign.isascii() and sign.isalnum():
        return sign
    return "_" if sign == " " else "".join(f"={byte:02X}" for byte in sign.encode())


def _pieces(signs: Sequence[str]) -> list[str]:
    pieces = [""]
    for sign in signs:
        if len(pieces[-1] + sign) > _MOST_ENCODED:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _body(message: Message) -> bytes:
    """The parts, each with its headers (RFC 2045, 2046), put together here: `email` takes long."""
    texts = ((f"{message.text}\n", "plain"), (html(message), "html"))
    body = _multipart("alternative", _ALTERNATIVE, [_text(text, kind) for text, kind in texts])
    along = [_attached(each) for each in message.attachments]
    whole = _multipart("mixed", _MIXED, [body, *along]) if along else body
    return b"MIME-Version: 1.0\r\n" + whole


def _multipart(kind: str, mark: str, parts: Sequence[bytes]) -> bytes:
    boundary = f"{mark}{_BLANK}".encode()
    head = f'Content-Type: multipart/{kind};\r\n boundary="{mark}{_BLANK}"\r\n\r\n'.encode()
    between = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
    return head + between + b"--" + boundary + b"--\r\n"


def _text(text: str, kind: str) -> bytes:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    head = (
        f'Content-Type: text/{kind}; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    )
    return head.encode() + b2a_qp(lines.encode(), istext=True)


def _attached(attachment: Attachment) -> bytes:
    name = one_line(attachment.name)
    # RFC 2231 for other scripts
    named = f'filename="{quote(name)}"' if name.isascii() else f"filename*={encode_rfc2231(name, 'utf-8')}"
    head = (
        f"Content-Type: {attachment.mime}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Disposition: attachment;\r\n {named}\r\n\r\n"
    )
    return head.encode() + encodebytes(attachment.content).replace(b"\n", b"\r\n")
