"""The tags of a template's text, found one after the other: also those that are left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_TAG = 500
"""Characters; a condition over a few fields takes a hundred."""

MOST_TAGS = 1000
"""In one template; the shipped ones have fewer than a hundred."""

_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_ENDS = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
# docxtpl: a tag with one of these takes away the row, cell, paragraph or run that it stands in.
_AROUND = re.compile(r"(tr|tc|p|r)(?=\s)")

# docxtpl reads a tag's curly quotes as straight ones, these four and no other.
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as typed, `{%p if role %}`, from `start` up to `end` of its text.

    `opening` is its first two characters, `around` what it takes away ("p": its paragraph) or "", `words`
    what it says, with straight quotes. Where it is not `closed`, the text ends, or another tag begins, too
    early; a closing without a beginning has no `opening`.
    """

    text: str
    start: int
    opening: str
    around: str
    words: str
    closed: bool

    @property
    def end(self) -> int:
        """Where the text goes on."""
        return self.start + len(self.text)

    @property
    def dashes(self) -> tuple[bool, bool]:
        """Whether a dash stands at its beginning and at its end, where Jinja takes spaces away."""
        inner = self.text[2 + len(self.around) : -2] if self.closed else ""
        return inner.startswith("-"), inner.endswith("-") and len(inner) > 1

    @property
    def is_statement(self) -> bool:
        """Whether it decides what the letter holds, as `{% if %}` does."""
        return self.opening == "{%"

    @property
    def verb(self) -> str:
        """The first word of a statement: "if", "endpick"."""
        return self.words.split(maxsplit=1)[0] if self.is_statement and self.words else ""


def tags(text: str) -> Iterator[Tag]:
    """Every tag of a text, in one pass however the text is made."""
    ends = _ENDS.finditer(text)
    end = next(ends, None)
    while end:
        following = next(ends, None)
        if end[0] not in _CLOSES:
            yield Tag(end[0], end.start(), "", "", "", closed=False)
        elif following and following[0] == _CLOSES[end[0]]:
            yield _tag(text, end.start(), following.end(), closed=True)
            following = next(ends, None)
        else:
            stop = following.start() if following else len(text)
            yield _tag(text, end.start(), stop, closed=False)
        end = following


def _tag(text: str, start: int, end: int, *, closed: bool) -> Tag:
    inner = text[start + 2 : end - 2 if closed else end]
    around = _AROUND.match(inner)
    said = inner[around.end() :] if around else inner
    words = said.removeprefix("+").removeprefix("-").removesuffix("-").strip().translate(STRAIGHT)
    return Tag(text[start:end], start, text[start : start + 2], around[0] if around else "", words, closed)
