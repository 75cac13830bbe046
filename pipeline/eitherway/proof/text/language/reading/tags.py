"""What part of speech each word is in its sentence, as Harper's own tagger reads it.

harper-py hands out no tags, only lints; but it takes rules of others as a "weirpack" (a zip of small files in
Harper's rule language, Weir). A rule for each part of speech makes a lint of each word that is one. They cost
next to nothing, since Harper tags every letter anyway.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from harper import Lint

PARTS = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "VERB", "AUX", "ADV", "ADP", "PART", "CCONJ", "SCONJ")
"""The parts of speech of Universal Dependencies that are told apart (https://universaldependencies.org/u/pos)."""

RULES = {f"EitherWay{part}": part for part in PARTS}
"""The part of speech by the name of the rule that finds it."""

Tags = Mapping[int, str]
"""Parts of speech by the code point at which the word begins."""


def weirpack() -> bytes:
    """The rules, as `Linter.load_weirpack` takes them."""
    packed = BytesIO()
    about = {"author": "", "version": "1", "description": "Parts of speech", "license": "MIT"}
    with ZipFile(packed, "w") as pack:
        pack.writestr("manifest.json", json.dumps(about))
        for rule, part in RULES.items():
            pack.writestr(f"{rule}.weir", _RULE.format(part=part))
    return packed.getvalue()


def tags_of(lints: Mapping[str, Iterable[Lint]]) -> Tags:
    """The tags among the lints of a letter."""
    return {lint.span.start: part for rule, part in RULES.items() for lint in lints.get(rule, ())}


_RULE = """expr main {part}
let message "{part}"
let description "{part}"
let kind "Miscellaneous"
let becomes "{part}"
let strategy "Exact"
"""
