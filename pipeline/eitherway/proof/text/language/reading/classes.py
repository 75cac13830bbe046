"""What a word can be: small words are classes of their own, others nouns, verbs in a form, adjectives.

`data/classes.txt` has the words of the model of likelihoods, by the tables of the SPECIALIST Lexicon (US National
Library of Medicine); `docs/make_classes.py` made it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from eitherway.proof.text.language.reading import lexicon

OWN = lexicon.CLOSED | lexicon.words(
    """
    i'm you're we're they're it's he's she's that's there's i'd you'd he'd she'd we'd they'd who what whose
    whom how why there here more most much few such same other own let let's please too even still
    """
)
"""Words that are but grammar, each as its own class."""


def class_of(word: str) -> str:
    """The class, as "NN+VB" by Penn's tags; of a word that the table lacks, "?" and how it ends.

    A mark, and what stands for a name or a number, is a class of its own.
    """
    if word in OWN or not word[:1].isalpha():
        return word
    return _classes().get(word) or f"?{next(filter(word.endswith, _ENDINGS), '')}"


@cache
def _classes() -> Mapping[str, str]:
    rows = (line.split(" ") for line in lexicon.lines("classes.txt"))
    return {word: tags for tags, *words in rows for word in words}


_ENDINGS = ("ing", "ed", "ly", "s")
