"""Patterns of what letters say, written one alternative a line from named parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from textwrap import dedent
from types import MappingProxyType

SOME_WORDS = r"(?:[\w'’-]{1,30} ){0,5}?"
"""A few words between two that belong together; bounded, so that a long text takes no longer than it must."""

NO_PARTS: Mapping[str, str] = MappingProxyType({})
_CONTRACTIONS = MappingProxyType({"ll": "will", "d": "would", "m": "am", "re": "are", "ve": "have"})
_EDGE = r"\b"
_LETTER_FIRST = re.compile(r"[a-zA-Z](?![?*+{])")
_IN_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_FURTHER_IN = re.compile(r"\n[ ]+(?=\S)")
_CONTRACTED = re.compile(rf"(?<=\w)['’]({'|'.join(_CONTRACTIONS)})\b", re.IGNORECASE)


def in_full(text: str) -> str:
    """Contractions as two words: "you'll" as "you will"; "'s" stays, which may be a possessive."""
    return _CONTRACTED.sub(lambda match: f" {_CONTRACTIONS[match[1].lower()]}", text)


def one_of(listed: str) -> str:
    """A part that is any of what stands between commas; each may be a regular expression without commas.

    Of what begins with the same letter the letter is looked at once: a tenth of the tries at each word.
    """
    each = [" ".join(one.split()) for one in listed.split(",") if one.strip()]
    runs = groupby(each, key=_begins_with_a_letter)
    return f"(?:{'|'.join(part for grouped, run in runs for part in (_by_letter(run) if grouped else run))})"


def _begins_with_a_letter(one: str) -> bool:
    """Whether it begins with this letter and no other, and is a whole: no bar of its own, no half bracket."""
    is_whole = all(one.count(opening) == one.count(closing) for opening, closing in ("()", "[]"))
    return is_whole and bool(_LETTER_FIRST.match(one)) and "|" not in _IN_BRACKETS.sub("", one)


def _by_letter(alternatives: Iterable[str]) -> list[str]:
    """The alternatives by their first letters: two that begin otherwise never stand at one place."""
    after: dict[str, list[str]] = {}
    for one in alternatives:
        after.setdefault(one[0], []).append(one[1:])
    return [
        f"{letter}(?:{'|'.join(rest)})" if len(rest) > 1 else letter + rest[0]
        for letter, rest in after.items()
    ]


def _begins_at_an_edge(line: str) -> bool:
    """Whether it begins with a word's edge, and has no bar of its own outside brackets."""
    return line.startswith(_EDGE) and "|" not in _IN_BRACKETS.sub("", line)


def _at_an_edge(lines: Iterable[str]) -> str:
    return rf"\b(?=[\w'’])(?:{'|'.join(line.removeprefix(_EDGE) for line in lines)})"


def pattern(
    lines: str, parts: Mapping[str, str] = NO_PARTS, flags: re.RegexFlag = re.IGNORECASE
) -> re.Pattern[str]:
    """One pattern of all lines, each an alternative; `<part>` in them stands for that part.

    A line that is further in goes on with the one before it. Of lines that begin at a word's edge, one after
    the other, the edge is looked for once, and is one before a word or an apostrophe, not behind a word.
    """
    whole = _FURTHER_IN.sub("", dedent(lines))
    each = [line.strip() for line in whole.splitlines() if line.strip()]
    runs = groupby(each, key=_begins_at_an_edge)
    alternatives = "|".join(
        part for at_an_edge, run in runs for part in ([_at_an_edge(run)] if at_an_edge else run)
    )
    for name, part in parts.items():
        alternatives = alternatives.replace(f"<{name}>", part)
    return re.compile(alternatives, flags)
