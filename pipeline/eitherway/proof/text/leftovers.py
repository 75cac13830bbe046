"""What a merge left behind: placeholders, tags, empty cells that were written as a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding, quoted
from eitherway.proof.prose.manuscript import Known, Manuscript, Span
from eitherway.proof.prose.masks import addresses
from eitherway.proof.prose.named import own_places
from eitherway.proof.prose.passages import MANY, Found, by_block, salutation
from eitherway.proof.prose.phrases import one_of, pattern

NOT_FILLED = "is a placeholder that was never filled in. Write what belongs there."
AN_EMPTY_CELL = "is how a program writes an empty cell. Write what belongs there."
A_CODE = "is a computer's code for another sign. Write the sign itself."
A_TIMESTAMP = "is a date as a computer writes it. Write it as a person would, such as 14 May."
A_SERIAL = "holds a date as Excel counts days. Write the date as a person would, such as 14 May."
A_BLANK = "is a blank to be filled in. Write what belongs there."
NO_NAME = "is followed by no name. Write the name that belongs there."

_FIELD = one_of(
    """
    first, last, full, family, company, firm, role, job, position, recipient, interviewer, hiring,
    contact, sender, your, my
    """
)
_TITLE = one_of("Mr, Mrs, Ms, Mx, Dr, Prof, Rev, Miss")

_PLACEHOLDERS = pattern(
    r"""
    \{\{[^{}\n]{0,80}\}?\}?|\}\}|\{%[^{}\n]{0,80}%?\}?|%\}|\$?\{[^{}\n]{0,60}\}
    \[(?!sic\])(?=[^\]\d\n]{0,60}?[^\W\d_])[^\[\]\n]{1,60}\]|\[\s{0,9}\]
    <<[^<>\n]{0,60}>>|«[^«»\n]{0,60}»|</?[^\W\d][^<>\n@]{0,60}>
    %(?<![%\w]%)(?:[^\W\d]\w{1,40}%(?!\w)|[sd]\b)|\$(?<![$\w]\$)[^\W\d]\w{2,40}\b
    @@(?<!@@@)\w{1,40}@@|##(?<![#\w]##)\w{1,40}##|__(?<!\w__)\w{1,40}__|\*{2,3}[^*\n]{1,60}\*{2,3}
    \((?:role|company|name|date|company name|job title|position)\)
    (?-i:[£$€] ?X{1,}\b)
    \b(?:MM|DD)/(?:MM|DD)/YY(?:YY)?\b
    \bXX/XX(?:/X{2,4})?\b
    \b<field>(?:_\w+|(?-i:Name\b|Title\b|Date\b|NAME\b| Names?\b| NAME\b| TITLE\b))
    \binsert (?:name|company|role|date|job title|point) here\b
    \b(?-i:INSERT [A-Z]\w*)
    \b(?:X{3,}|TBD|TBA|TBC|FIXME|PLACEHOLDER)\b
    \b(?-i:TODO\b)
    \blorem ipsum\b
    \b(?-i:XX\b(?= ?(?:%|per|days?|weeks?|months?|years?|people|pounds|dollars)))
    """,
    {"field": _FIELD},
)
_EMPTY_CELLS = pattern(
    r"""
    #(?<!\w#)(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)|<NA>(?<!\w<NA>)
    \bN/A\b(?<!/N/A)
    \b(?:NaN|NaT|nat)\b
    \bnan\b(?<!\b[Mm]y nan)(?<!\b[Hh]is nan)(?<!\b[Hh]er nan)(?<!\b[Yy]our nan)(?<!\b[Oo]ur nan)(?! bread)
    \bnull\b(?! (?:hypothes|result|and void|value|pointer|set))
    """,
    flags=re.NOFLAG,
)
_CODES = pattern(
    r"""
    &?(?:amp|nbsp|quot|apos|lt|gt);|&#x?[0-9a-fA-F]{2,6};
    â€.?|Ã[\x80-\xbf©¨¡³¶¼±]|\ufffd|\\[nrt](?![a-z]\w)|\\u[0-9a-f]{4}
    """,
    flags=re.NOFLAG,
)
_TIMES = re.compile(r"\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\b|(?<![\d:])00:00:00\b")
_DATES = re.compile(r"\b\d{4}-\d\d-\d\d\b(?![ T]\d\d:)")
_SERIALS = re.compile(
    r"(?<!\w)(?:on|by|until|since|before|after|from|dated|of) "
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?P<serial>4[3-9]\d{3})(?:\.0)?(?=[.,;:?!)]|\s(?:and|at|to|about|for|I|we|with|in|on|onwards?|if|but|or)\b|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_BLANKS = re.compile(r"_{3,}|\?{3,}(?=\s|[.,])")
_TITLES_ALONE = pattern(
    r"\b(?:<title>|Professor|Reverend|Judge)\b\.?[ \t]{0,3}(?=[,;:]|$)", {"title": _TITLE}, re.MULTILINE
)

_LEFT_BEHIND = (
    (_PLACEHOLDERS, Severity.ERROR, NOT_FILLED),
    (_EMPTY_CELLS, Severity.ERROR, AN_EMPTY_CELL),
    (_CODES, Severity.ERROR, A_CODE),
    (_TIMES, Severity.ERROR, A_TIMESTAMP),
    (_SERIALS, Severity.ERROR, A_SERIAL),
    (_DATES, Severity.WARNING, A_TIMESTAMP),
    (_BLANKS, Severity.ERROR, A_BLANK),
    (_TITLES_ALONE, Severity.ERROR, NO_NAME),
)
"""Each pattern reads a text in one walk: what may repeat is bounded or cannot be begun within itself."""

_NONE = re.compile(r"(?<!\S)(?P<before>\S*+)\s(?P<none>None|NONE|NULL)\b(?= ?[.,;:!?\n]|$)")
_AFTER_A_TITLE = pattern(
    r"\b(?:<title>|Dear)\b\.? (?P<none>None|NONE|[Uu]ndefined|NULL|Null|NaN|N/a|[Uu]nknown)\b",
    {"title": _TITLE},
    re.NOFLAG,
)
_BEFORE_A_PRONOUN = frozenset(
    ("is", "was", "are", "were", "had", "have", "has", "found", "saw", "but", "almost", "next")
)


def leftovers(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """What nobody would write: it is an error wherever it stands, unless the workbook names somebody so."""
    text = manuscript.text
    names = [(place.start, place.end) for place in own_places(manuscript)]
    kept = [*names, *addresses(text)]
    for severity in (Severity.ERROR, Severity.WARNING):
        for found in by_block(text, partial(_left_behind, severity)):
            if not _within(found.span, kept):
                tight = found.start, found.start + len(text[found.start : found.end].rstrip())
                yield _leftover(text, tight, found.why, severity)
    for found in by_block(text, _nones):
        if not _within(found.span, kept):
            yield _leftover(text, found.span, AN_EMPTY_CELL)
    yield from _nobody(text)


@lru_cache(maxsize=MANY)
def _left_behind(severity: Severity, text: str) -> tuple[Found, ...]:
    patterns = [(pattern, why) for pattern, how, why in _LEFT_BEHIND if how is severity]
    matches = ((match, why) for pattern, why in patterns for match in pattern.finditer(text))
    return tuple(Found(*match.span(), why) for match, why in matches if match.group().strip())


@lru_cache(maxsize=MANY)
def _nones(text: str) -> tuple[Found, ...]:
    """Where "None" stands for a name or a date: at the end of a clause in a sentence, or after a title."""
    alone = [
        match
        for match in _NONE.finditer(text)
        if (before := match["before"]).isalpha() and before.islower() and before not in _BEFORE_A_PRONOUN
    ]
    return tuple(Found(*match.span("none")) for match in (*_AFTER_A_TITLE.finditer(text), *alone))


def _nobody(text: str) -> Iterator[Finding]:
    """Nobody is greeted by "Dear ,"."""
    greeted = salutation(text)
    if greeted and greeted.opener and not greeted.name.strip(" ,"):
        end = greeted.start
        yield finding(
            FindingCode.LEFTOVER,
            Severity.ERROR,
            f'"{greeted.opener}" is followed by no name. Write the name of the person.',
            (end - len(text[:end]) + len(text[:end].rstrip()) - len(greeted.opener), end),
        )


def _leftover(text: str, span: Span, why: str, severity: Severity = Severity.ERROR) -> Finding:
    return finding(FindingCode.LEFTOVER, severity, f"{quoted(text, span)} {why}", span)


def _within(span: Span, kept: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in kept)


_BEFORE_A_PRONOUN = frozenset(
    ("is", "was", "are", "were", "had", "have", "has", "found", "saw", "but", "almost", "next")
)
