"""Single marks out of place: a blank before a comma, none after a full stop, two stops in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.reading.reading import ABBREVIATIONS, Reading
from eitherway.proof.text.language.reading.remarks import remark


def marks(reading: Reading) -> Iterator[Finding]:
    """Every mark that stands where no printer would put it; names and addresses are left alone."""
    for slip in _SLIPS:
        for match in slip.pattern.finditer(reading.text):
            if not (_is_address(reading, match) or _is_own_stop(reading, match)):
                yield remark(
                    reading, FindingCode.PUNCTUATION, match.span(), match.expand(slip.meant), slip.why
                )


class Slip(NamedTuple):
    """What is looked for, what was meant in the notation of `re`, and why it is wrong."""

    pattern: re.Pattern[str]
    meant: str
    why: str


def _is_address(reading: Reading, match: re.Match[str]) -> bool:
    """Whether it lies in a web or e-mail address, or wholly in a name."""
    if reading.is_masked(match.start(), match.start() + 1) and reading.is_masked(
        match.end() - 1, match.end()
    ):
        return True
    start = max(reading.text.rfind(" ", 0, match.start()), reading.text.rfind("\n", 0, match.start())) + 1
    return bool(_ADDRESS.match(reading.text, start))


def _is_own_stop(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a stop belongs to a name or an abbreviation, and a comma follows: "at Acme Inc., where"."""
    start = match.start()
    if match[0][:1] != "." or match[0][1:] not in tuple(",;:"):
        return False
    word = _WORD_BEFORE.search(reading.text, max(start - 12, 0), start)
    return reading.is_masked(start, start + 1) or bool(word and word[0].lower() in ABBREVIATIONS)


_WORD_BEFORE = re.compile(r"[\w.]+\Z")


_ADDRESS = re.compile(
    r"\S*@|https?:|www\.|\S+\.(?:com|org|net|example|edu|gov|io|co|uk)\b(?![.,]?[A-Z])|\.NET|\S+\.js\b", re.I
)
_BEFORE = "There is a blank before the mark."
_AFTER = "There is no blank after the mark."
_TWICE = "Two marks stand where one belongs."
_SLIPS = (
    Slip(re.compile(r"(?<=\S)[ \u00a0]+([,;:.?!)])(?![\w.,/])"), r"\1", _BEFORE),
    Slip(re.compile(r"(?<=\S)[ \u00a0]+([,;])(?=\w)"), r"\1 ", _BEFORE),
    Slip(re.compile(r"([(\[“])[ ]+(?=\w)"), r"\1", "There is a blank after it."),
    Slip(re.compile(r"([^\W\d_])([,;:?!])([^\W\d_])"), r"\1\2 \3", _AFTER),
    Slip(re.compile(r"(\d)([,;])([^\W\d_])"), r"\1\2 \3", _AFTER),
    Slip(re.compile(r"(?<=[^\W\d_])([^\W\d_])\.([A-Z])(?!\.)"), r"\1. \2", _AFTER),
    Slip(re.compile(r"(\d)\.([A-Z])(?=[a-z]| )"), r"\1. \2", _AFTER),
    Slip(re.compile(r"(?<=[^\W\d_]{3})\.([a-z])(?=[a-z]+ [a-z])"), r". \1", _AFTER),
    Slip(re.compile(r"(?<=[a-z]{2})\((?=[a-z]{3})"), " (", "There is no blank before it."),
    Slip(re.compile(r"(?<![.\s])\.\.(?!\.)"), ".", _TWICE),
    Slip(re.compile(r"([,;:])[ ]?[,;:.?!]+"), r"\1", _TWICE),
    Slip(re.compile(r"(?<=[^\W\d_]{3})([.?!])[,;:]"), r"\1", _TWICE),
    Slip(re.compile(r"([?!])[?!.]+|\.[?!]+"), r".", _TWICE),
)
