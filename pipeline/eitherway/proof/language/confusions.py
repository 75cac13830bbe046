"""Real words that stand for others: "form" for "from", "weigh" for "way", "hove" for "have".

Each word is weighed against those that it is commonly written for, and a rare one against the commonest words
one slip of the finger away, by how well each goes with its two neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from eitherway.findings import Finding, FindingCode
from eitherway.proof.language import lexicon
from eitherway.proof.language.counts import Counts
from eitherway.proof.language.edits import one_edit
from eitherway.proof.language.lexicon import words
from eitherway.proof.language.neighbours import proven_by_neighbours
from eitherway.proof.language.reading import Reading, Sentence, Token
from eitherway.proof.language.remarks import like, remark


def confused_words(reading: Reading, counts: Counts) -> Iterator[Finding]:
    """Words that another would replace far better, by the counts; nothing where there are no counts."""
    if not counts:
        return
    for sentence in (*reading.prose, *reading.closings):
        for place, token in enumerate(sentence.tokens):
            meant = _meant(sentence, place, counts)
            if meant:
                meant = like(token.text, meant)
                why = f"With the words around it, “{meant}” is far more usual."
                yield remark(reading, FindingCode.CONFUSED_WORD, token.span, meant, why)


class Rival(NamedTuple):
    """A word that may have been meant, and how much better it has to fit (a natural logarithm)."""

    word: str
    margin: float


def _meant(sentence: Sentence, place: int, counts: Counts) -> str:
    token = sentence[place]
    proven = proven_by_neighbours(sentence, place)
    if proven or token.masked:
        return proven
    rivals = _rivals(token, place, counts)
    before, after = _last_word(sentence[place - 1]), _first_word(sentence[place + 1])
    if (after and any("'" in rival.word for rival in rivals)) or "'" in token.folded:
        before = ""
    is_alone = not (before or after) and not all(rival.margin < 0 for rival in rivals)
    if not rivals or is_alone or _is_set_phrase(sentence, place):
        return ""
    own = counts.fit(before, _spoken(token.folded), after)
    lead = {
        rival.word: counts.fit(before, _spoken(rival.word), after) - own - rival.margin for rival in rivals
    }
    best = max(lead, key=lead.__getitem__)
    return best if lead[best] > 0 else ""


def _rivals(token: Token, place: int, counts: Counts) -> list[Rival]:
    if token.masked or not (token.text.islower() or (place == 0 and token.text.istitle())):
        return []
    listed = _listed().get(token.folded)
    return listed or [Rival(word, _SLIP_MARGIN) for word in _slips(token.folded, counts)]


def _slips(word: str, counts: Counts) -> Iterator[str]:
    """The commonest words of all one edit from a rare one: nobody means "thi" or "yuo"."""
    if len(word) > 2 and word.isascii() and word.isalpha() and counts.words.get(word, 0) < _RARE:
        yield from {
            near for near in one_edit(word) if counts.words.get(near, 0) > _COMMONEST and len(near) > 2
        }


def _spoken(word: str) -> str:
    """A contraction as the two words that the counts know."""
    return _CONTRACTIONS.get(word, word)


def _last_word(token: Token) -> str:
    return "" if token.masked or not token.is_word else _spoken(token.folded).replace("-", " ").split()[-1]


def _first_word(token: Token) -> str:
    return "" if token.masked or not token.is_word else _spoken(token.folded).replace("-", " ").split()[0]


def _is_set_phrase(sentence: Sentence, place: int) -> bool:
    """Whether the word stands where only it can, though the counts, which see two words, would not know."""
    word = sentence[place].folded
    if word == "than":
        before = {token.folded for token in sentence.tokens[:place]}
        return bool(before & _COMPARING) or any(token.endswith("er") for token in before)
    return sentence.folded(place - 1, 3) in _SET_PHRASES


@cache
def _listed() -> Mapping[str, list[Rival]]:
    found: dict[str, list[Rival]] = {}
    margin = 0.0
    for line in lexicon.lines("confusions.txt"):
        if line.startswith("["):
            margin = float(line.strip("[]"))
            continue
        words = line.replace("<>", ">").replace(">", "").split()
        found.setdefault(words[0], []).extend(Rival(word, margin) for word in words[1:])
        if "<>" in line:
            found.setdefault(words[1], []).append(Rival(words[0], margin))
    return found


_SLIP_MARGIN = 8.0
_RARE = 2_000_000
_COMMONEST = 1_000_000_000
_CONTRACTIONS = {
    "you're": "you are", "we're": "we are", "they're": "they are", "it's": "it is", "who's": "who is",
    "i'm": "i am", "that's": "that is", "there's": "there is", "what's": "what is",
}  # fmt: skip
_COMPARING = words(
    """
    more less rather other fewer better worse else different sooner further
    """
)
_SET_PHRASES = frozenset({"to and fro", "then and there"})
