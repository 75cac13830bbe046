"""The article that notes leave out: "GDPR question" is the GDPR question."""

from __future__ import annotations

import re

from eitherway.words.forms.lexicon import DETERMINERS, JOINING, PREPOSITIONS, SUBJECTS, SUBORDINATORS, WH
from eitherway.words.forms.said import said
from eitherway.words.forms.verb_words import is_past, listed

_PART_OF = re.compile(r"[,:;(]\s|\s[-–—(]")
_COUNTED = listed(
    """
    job role position office room building house view option idea question interview meeting decision
    connection character boss manager person fan mom mum dad mother father cousin brother sister friend
    colleague neighbour neighbor runner kid dog cat car company firm hospital clinic shop store website
    app database report client customer patient student pupil problem issue mistake story joke book film
    movie song recipe garden boat bike trip weekend deal contract budget offer department ward unit tool
    machine project event conference party wedding bridge road map picture poster product feature bug
    merger roof lab laboratory door terrace dish opportunity factory warehouse predecessor lead founder
    apprentice accent dashboard spreadsheet newsletter museum gallery workshop farm boat truck van rota
    timetable backlog roadmap deadline strike lawsuit trial verdict hearing podcast article essay paper
    thesis desk chair fridge oven forklift
    """
)
"""Nouns that in the singular need a word before them."""
_NEEDS_NONE = (
    DETERMINERS
    | WH
    | listed(
        """
    one two three four five six seven eight nine ten both half several many much more most few less enough
    what which whose next last mine
    """
    )
)
_ENDS_A_HEAD = PREPOSITIONS | WH | SUBORDINATORS | SUBJECTS | {"to", "of", "than"}


def with_article(words: str) -> str:
    """The words with "the" where a thing that can be counted stands without a word before it.

    >>> with_article("new roof project"), with_article("remote work"), with_article("your office")
    ('the new roof project', 'remote work', 'your office')
    """
    spoken = said(_PART_OF.split(words)[0])
    if spoken[0] in _NEEDS_NONE or spoken[0][:1].isdigit():
        return words
    return f"the {words}" if _head(spoken) in _COUNTED else words


def _head(spoken: list[str]) -> str:
    """The noun that the others belong to; "" where it belongs to somebody or stands beside another."""
    end = next((place for place, word in enumerate(spoken) if place and _ends(word)), len(spoken))
    before = spoken[:end]
    is_anybodys = any(word.endswith(("'s", "s'")) for word in before)
    return "" if is_anybodys or JOINING & {*spoken[end : end + 1]} else before[-1]


def _ends(word: str) -> bool:
    return word in _ENDS_A_HEAD or is_past(word) or word in JOINING
