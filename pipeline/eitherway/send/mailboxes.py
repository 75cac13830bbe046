"""One e-mail address out of a cell (RFC 5322, 3.4.1): as typed, or as copied from a mail program."""

from __future__ import annotations

import re

_COPIED = re.compile(r"[^<>@]*<\s*(?:mailto:)?([^<>\s]+)\s*>\s*|(?:mailto:)?\s*(\S+?)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;/|<>]+")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_LONGEST = 254  # RFC 5321, 4.5.3.1, as erratum 1690 has it


class NoMailbox(Exception):
    """The text is no address that one can write to; what it says is why, as the end of a sentence."""


def mailbox(typed: str) -> str:
    """The bare address, in ASCII: a domain of other letters in its IDNA form. Raises NoMailbox.

    >>> mailbox("Mei Chen <mei.chen@northwind.example>")
    'mei.chen@northwind.example'
    """
    text = typed.strip()
    if not text:
        raise NoMailbox("there is none")
    if len([part for part in _BETWEEN.split(text) if "@" in part.strip("@")]) > 1:
        raise NoMailbox("there is more than one")
    copied = _COPIED.fullmatch(text)
    bare = (copied[1] or copied[2]) if copied else ""
    local, at, domain = bare.rpartition("@")
    if not (local and at and domain):
        raise NoMailbox("it is not written as name@company.com")
    if not local.isascii():
        raise NoMailbox(f'"{local}" has letters that most mail programs cannot write to')
    host = _host(domain)
    if not _ATOMS.fullmatch(local) or not host or len(f"{local}@{host}") > _LONGEST:
        raise NoMailbox("it is not written as name@company.com")
    return f"{local}@{host}"


def _host(domain: str) -> str:
    """The domain in ASCII; "" if it is none, or has a single part, as nobody's on the internet has."""
    try:
        host = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    labels = host.split(".")
    return host if len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) else ""
