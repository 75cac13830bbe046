"""What people type who have nothing to say, or who speak to themselves; patterns.txt has the words of it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_LATER = re.compile(r"\s*[-–—:,;(]\s*(?:will |to )?(?:add|fill|be added|later|tbd|tbc)\b.*", re.IGNORECASE)
_FILLER = re.compile(
    r"(?<=\w)[\s,;(-]+(?:really|tbh|sorry|honestly|as such|yet|i guess|i think|lol|mostly|so far|actually"
    r"|today)$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:(?:https?|ftp|file)://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+"
    r"|[\w-]+\.(?:com|org|net|io|edu|gov)(?:/\S*)?",
    re.IGNORECASE,
)
_WHY_NONE = re.compile(
    r"(?:n/?a|n\.\s?a\.?|not applicable|tb[adc])(?:\s*[-–—:,;(]|\s+(?:because|since|as)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_WHY_NOTHING = re.compile(
    r"(?:none|nothing|nil)(?:\s+[-–—]\s|\s*\().*\b(?:call|phone|screen|interview|chat)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = re.compile(
    r"->|=>|→|\(\?\)|\babt\b|\+?\d[\d ]{8,}\d|\s=\s|\bw/|\bb/c\b|\?\?|!!|\b[AQ]:\s"
    r"|\b(?:btw|tbh|imo|imho|ngl|lol|haha|fwiw|iirc|afaik|idk|prob|probs|tmrw|tmr|tmw|asap|pls|plz|thx|fyi|hmm)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:salary|pay|wages?|rate|bonus|starts|starting|offer|range|band)\b.*?"
    r"(?:[$£€]\s?\d|\b\d+(?:[.,]\d+)?\s?k\b|\b\d+(?:/| an? | per )(?:h(?:ou)?r|day|year)\b)",
    re.IGNORECASE,
)
"""Pay in figures, which somebody writes down for themselves: "salary 62k + bonus"."""
_MATTERS = ("of pay", "against yourself", "of private life", "among friends")
_AROUND = " .,;:!?-–—_*'\"()[]…/\\"


def is_no_answer(words: str) -> bool:
    """Whether it says nothing: "n/a", "nothing special", a single letter, a link.

    >>> is_no_answer("N.A."), is_no_answer("https://example.org/17"), is_no_answer("maps")
    (True, True, False)
    """
    bare = _FILLER.sub("", _LATER.sub("", words).strip(_AROUND)).strip(_AROUND).replace("’", "'")
    letters = sum(sign.isalpha() for sign in bare)
    empty = (
        _any_of("nothing").fullmatch(bare.lower())
        or _LINK.fullmatch(bare)
        or _WHY_NONE.fullmatch(bare)
        or _WHY_NOTHING.fullmatch(bare)
    )
    return letters < 2 or bool(empty)


def is_note(words: str) -> bool:
    """Whether somebody wrote it down for themselves: "Q: why us?", "follow up on references"."""
    plain = words.replace("’", "'")
    small = plain.lower()
    return bool(
        _label().match(small) or _SIGNS.search(plain) or _any_of("order").match(small) or _PAY.search(plain)
    )


def delicate_matter(words: str) -> str:
    """What a follow-up leaves out, as a sentence names it: "of pay"; "" for what may stand in it.

    >>> delicate_matter("salary expectations"), delicate_matter("pay transparency")
    ('of pay', '')
    """
    plain = words.replace("’", "'")
    if plain.isalpha() and plain.islower():
        return "too little"
    small = plain.lower()
    return next((matter for matter in _MATTERS if _any_of(matter).search(small)), "")


def matter_of_reason(words: str) -> str:
    """The same of a reason, which besides had better not speak of one's own affairs.

    >>> matter_of_reason("my dad plays golf with the owner"), matter_of_reason("your work with veterans")
    ('of your own', '')
    """
    own = _any_of("of your own").search(words.lower().replace("’", "'"))
    return delicate_matter(words) or ("of your own" if own else "")


def is_own_need(words: str) -> bool:
    """Whether a reason speaks of what its writer lacks: "I need the money"."""
    return bool(_any_of("need").search(words.lower().replace("’", "'")))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('label').pattern})\s*[:=]")


@cache
def _any_of(section: str) -> re.Pattern[str]:
    """One pattern of all lines of a section of patterns.txt, for words in small letters."""
    text = files(__package__).joinpath("patterns.txt").read_text(encoding="utf-8")
    lines = text.partition(f"[{section}]\n")[2].partition("\n[")[0].splitlines()
    listed = "|".join(line for line in lines if line and not line.startswith("#"))
    return re.compile(f"(?:{listed})")
