"""What Harper finds: misspelt words, and the slips of grammar that its rules know.

Harper reads the text as it is; what touches a masked span is dropped afterwards. A name in its dictionary
would be known everywhere in the letter, and would be suggested for other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Dialect, Manuscript, Span
from eitherway.proof.prose.passages import FEW
from eitherway.proof.text.language.engines.rules import rule_codes
from eitherway.proof.text.language.orthography.spelling import misspelling
from eitherway.proof.text.language.reading.lexicon import CONJUNCTIONS, SAYING, forms, words
from eitherway.proof.text.language.reading.reading import Reading
from eitherway.proof.text.language.reading.remarks import remark
from eitherway.proof.text.language.reading.stand_ins import with_names
from eitherway.proof.text.language.reading.tags import RULES

if TYPE_CHECKING:
    from harper import Lint, Suggestion

    from eitherway.proof.text.language.engines.engines import Engines


Lints = Mapping[str, Sequence["Lint"]]
"""What Harper says of a letter, by the name of the rule."""


def lints_of(manuscript: Manuscript, engines: Engines, masks: Sequence[Span] = ()) -> Lints:
    """What the rules find that `rules.py` has on, and `tags.py`; nothing where Harper is missing.

    Names that it would look up in vain, and what sounds like each of them, are read as names that it knows.
    """
    if not engines.has_harper:
        return {}
    return _lints(_bearable(with_names(manuscript.text, masks, _known_name)), manuscript.dialect, engines)


@lru_cache(maxsize=FEW)
def _lints(text: str, dialect: Dialect, engines: Engines) -> Lints:
    """What it says of a text; greetings of names of the same lengths are one to it."""
    found: Lints = engines.linter(dialect).organized_lints(text, language="plaintext", dedup=False)
    return found


def harper(reading: Reading, engines: Engines, lints: Lints) -> Iterator[Finding]:
    """Findings for SPELLING, GRAMMAR and CONFUSED_WORD."""
    for rule, each in lints.items():
        if rule not in RULES:
            yield from (found for lint in each if (found := _found(reading, engines, rule, lint)))


def _known_name(name: str) -> str:
    """A name of the same length that Harper knows; a number stays."""
    return name if name.isdecimal() else _KNOWN.get(len(name), name)


def _bearable(text: str) -> str:
    """The letter without endless paragraphs and words: Harper's time grows with their length squared."""
    return _ENDLESS.sub(lambda line: "\n" * len(line.group()), text)


def _found(reading: Reading, engines: Engines, rule: str, lint: Lint) -> Finding | None:
    start, end = lint.span.start, lint.span.end
    if reading.is_masked(start, end) or _is_right_there(reading.text, rule, start, end):
        return None
    meant = tuple(_replacement(lint.problem_text, suggestion) for suggestion in lint.suggestions)
    if rule == "SpellCheck":
        return misspelling(reading, engines, start, end, meant)
    code = rule_codes().get(rule, FindingCode.GRAMMAR)
    why = lint.message.replace("`", "“", 1).replace("`", "”", 1)
    return remark(reading, code, (start, end), meant[0] if meant else None, why, severity=Severity.WARNING)


def _is_right_there(text: str, rule: str, start: int, end: int) -> bool:
    """Whether what stands before makes right what the rule would tell: "say no to", "a thank-you goes"."""
    if rule == "PronounVerbAgreement":
        return not forms(text[start:end].lower()) or "-" in _word_before(text, start)
    if rule == "NotTo":
        return _word_before(text, start) in _BEFORE_NO
    return rule == "ItsPossessive" and _word_before(text, start) in _BEFORE_CLAUSE


def _word_before(text: str, start: int) -> str:
    """The word before in small letters; empty where a mark or a line's end stands between the two."""
    before = re.search(r"([\w'’-]+) $", text[max(start - _LONGEST_WORD, 0) : start])
    return before[1].lower().replace("’", "'") if before else ""


def _replacement(found: str, suggestion: Suggestion) -> str:
    after = suggestion.kind.name == "INSERT_AFTER"
    return found + suggestion.replacement_text if after else suggestion.replacement_text


_ENDLESS = re.compile(r"[^\n]{5001,}|\S{150,}")
_KNOWN = {
    len(name): name
    for name in (
        "Al", "Ann", "Mary", "James", "Robert", "William", "Jennifer", "Elizabeth", "Washington",
        "Christopher",
    )
}  # fmt: skip
_LONGEST_WORD = 40
_BEFORE_NO = words("say says said saying a the")
_BEFORE_CLAUSE = CONJUNCTIONS | SAYING | words("reckon reckons bet wager") | {""}
