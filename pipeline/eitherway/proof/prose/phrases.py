"""Patterns of what letters say, written one alternative a line from named parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import dedent
from types import MappingProxyType

SOME_WORDS = r"(?:[\w'’-]{1,30} ){0,5}?"
"""A few words between two that belong together; bounded, so that a long text takes no longer than it must."""

NO_PARTS: Mapping[str, str] = MappingProxyType({})
_CONTRACTIONS = MappingProxyType({"ll": "will", "d": "would", "m": "am", "re": "are", "ve": "have"})
_FURTHER_IN = re.compile(r"\n[ ]+(?=\S)")
_CONTRACTED = re.compile(rf"(?<=\w)['’]({'|'.join(_CONTRACTIONS)})\b", re.IGNORECASE)


def in_full(text: str) -> str:
    """Contractions as two words: "you'll" as "you will"; "'s" stays, which may be a possessive."""
    return _CONTRACTED.sub(lambda match: f" {_CONTRACTIONS[match[1].lower()]}", text)


def one_of(listed: str) -> str:
    """A part that is any of what stands between commas; each may be a regular expression without commas."""
    return f"(?:{'|'.join(' '.join(each.split()) for each in listed.split(',') if each.strip())})"


def pattern(
    lines: str, parts: Mapping[str, str] = NO_PARTS, flags: re.RegexFlag = re.IGNORECASE
) -> re.Pattern[str]:
    """One pattern of all lines, each an alternative; `<part>` in them stands for that part.

    A line that is further in goes on with the one before it.
    """
    whole = _FURTHER_IN.sub("", dedent(lines))
    alternatives = "|".join(line.strip() for line in whole.splitlines() if line.strip())
    for name, part in parts.items():
        alternatives = alternatives.replace(f"<{name}>", part)
    return re.compile(alternatives, flags)
