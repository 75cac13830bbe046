"""Real words that stand for others: "form" for "from", "weigh" for "way", "hove" for "have".

Each word is weighed against those that it is commonly written for, and a rare one against the commonest words
one slip of the finger away, by how well each goes with its two neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.grammar.contexts import proven_by_context
from eitherway.proof.text.language.grammar.neighbours import proven_by_neighbours
from eitherway.proof.text.language.grammar.subjects import Number, noun_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.counts import Counts
from eitherway.proof.text.language.reading.edits import one_edit
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Around, Reading, Sentence, Token
from eitherway.proof.text.language.reading.remarks import like, remark
from eitherway.words.verbs import VOWELS


def confused_words(reading: Reading, counts: Counts) -> Iterator[Finding]:
    """Words that another would replace far better, by the counts."""
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


class Sides(NamedTuple):
    """A word between its neighbours; "" for none that the counts could know."""

    before: str
    own: str
    after: str


def _meant(sentence: Sentence, place: int, counts: Counts) -> str:
    token = sentence[place]
    if token.masked:
        return ""
    if proven := proven_by_neighbours(sentence, place):
        return proven
    context = proven_by_context(Around(sentence, place))
    if context and (context.is_sure or not _is_commoner(sentence, place, context.meant, counts)):
        return context.meant
    rivals = [rival for rival in _rivals(sentence, place, counts) if _may_stand(rival.word, sentence, place)]
    if not rivals:
        return ""
    before, after = _last_word(sentence[place - 1]), _first_word(sentence[place + 1])
    if (after and any("'" in rival.word for rival in rivals)) or "'" in token.folded:
        before = ""
    is_alone = not (before or after) and not all(rival.margin < 0 for rival in rivals)
    if is_alone or _is_set_phrase(sentence, place):
        return ""
    own = counts.fit(before, _spoken(token.folded), after)
    lead = {
        rival.word: counts.fit(before, _spoken(rival.word), after) - own - rival.margin for rival in rivals
    }
    best = max(lead, key=lead.__getitem__)
    sides = Sides(before, token.folded, after)
    is_proven = _is_no_word(rivals) or _has_evidence(sides, best, lead[best], counts)
    return best if lead[best] > 0 and is_proven else ""


def _has_evidence(sides: Sides, word: str, lead: float, counts: Counts) -> bool:
    """Whether the word is known beside both neighbours: on one side alone nearly every word is.

    At the edge of a sentence one side must do: the word itself is then unknown there, and a small word ends
    none.
    """
    before, own, after = sides
    first, *_, last = _spoken(word).split() * 2
    if before and after:
        known = counts.has(before, first) + counts.has(last, after)
        own_known = counts.has(before, own) or counts.has(own, after)
        return known == 2 or (known == 1 and not own_known and lead >= _FAR)
    if after:
        return counts.has(last, after) and not counts.has(own, after)
    return counts.has(before, first) and not counts.has(before, own) and word not in lexicon.CLOSED


def _is_commoner(sentence: Sentence, place: int, other: str, counts: Counts) -> bool:
    """Whether the counts know the word as it is on more sides than the other."""
    if other.replace("'", "") == sentence[place].folded:
        return False
    before, after = _last_word(sentence[place - 1]), _first_word(sentence[place + 1])
    sides = []
    for word in (sentence[place].folded, other):
        first, *_, last = _spoken(word).split() * 2
        sides.append(counts.has(before, first) + counts.has(last, after))
    return sides[0] > sides[1]


def _is_no_word(rivals: list[Rival]) -> bool:
    """Whether the word is hardly ever meant, so that little need prove it wrong."""
    return any(rival.margin < 0 for rival in rivals)


def _rivals(sentence: Sentence, place: int, counts: Counts) -> list[Rival]:
    token = sentence[place]
    if token.masked or not (token.text.islower() or (place == 0 and token.text[1:].islower())):
        return []
    if listed := _listed().get(token.folded):
        return listed
    if counts.words.get(token.folded, 0) >= _RARE:
        return []
    return [Rival(word, _SLIP_MARGIN) for word in _slips(token.folded, counts)]


def _may_stand(word: str, sentence: Sentence, place: int) -> bool:
    """Whether the word before leaves room for it: no "the have", no "to home the" and no "I were"."""
    before, after = sentence[place - 1].folded, sentence[place + 1].folded
    if before in lexicon.ARTICLES:
        return word not in _NEVER_NAMED
    if before in {"to", "i"} and after in lexicon.ARTICLES | lexicon.POSSESSIVES:
        return word not in {"home", "so", "real"} and (before, word) != ("i", "were")
    return not (word == "lost" and before in lexicon.MODALS | {"i", "we", "they", "to"})


@lru_cache(maxsize=4096)
def _slips(word: str, counts: Counts) -> list[str]:
    """The commonest words of all one edit from a rare one: nobody means "thi" or "yuo"."""
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return []
    near = {near for near in one_edit(word) if counts.words.get(near, 0) > _COMMONEST and len(near) > 2}
    return sorted(near)


def _spoken(word: str) -> str:
    """A contraction as the two words that the counts know."""
    return _CONTRACTIONS.get(word, word)


def _last_word(token: Token) -> str:
    return "" if token.masked or not token.is_word else _spoken(token.folded).replace("-", " ").split()[-1]


def _first_word(token: Token) -> str:
    return "" if token.masked or not token.is_word else _spoken(token.folded).replace("-", " ").split()[0]


def _is_set_phrase(sentence: Sentence, place: int) -> bool:
    """Whether the word stands where only it can, though the counts, which see two words, would not know."""
    is_right = _RIGHT.get(sentence[place].folded)
    if is_right and is_right(Around(sentence, place)):
        return True
    return sentence.folded(place - 1, 3) in _SET_PHRASES


def _is_compared(around: Around) -> bool:
    before = {token.folded for token in around.sentence.tokens[: around.place]}
    return bool(before & _COMPARING) or any(word.endswith("er") for word in before)


def _is_verb_of_many(around: Around) -> bool:
    """As in "the logins were exactly alike"; or as in "were it not for you"."""
    if not around.token(-1).is_word:
        return around.word(1) in lexicon.SUBJECTS
    return noun_number(around.token(-1)) is Number.PLURAL and around.word(1) not in _CLAUSE


def _is_last(around: Around) -> bool:
    return not around.token(1).is_word


def _is_next(around: Around) -> bool:
    """As in "Then we left": it tells what came next, or ends the sentence."""
    return not (around.token(1).is_word and around.token(-1).is_word)


def _is_before_vowel(around: Around) -> bool:
    return around.word(1)[:1] in VOWELS and around.token(1).tag in {"NOUN", "ADJ", "ADV"}


def _is_opposite(around: Around) -> bool:
    """As in "from left to right"."""
    return around.word(-2) == "left"


def _counts_what_follows(around: Around) -> bool:
    """As in "four visits", "four short visits"."""
    offset = 2 if around.token(1).tag == "ADJ" else 1
    return around.word(offset).endswith("s")


def _is_degree(around: Around) -> bool:
    return around.token(1).tag in {"ADJ", "ADV"} or around.word(1) in {"near", "far", "like", "few", "many"}


def _is_quality(around: Around) -> bool:
    return around.word(-1) in lexicon.BE_FORMS | {"a", "more", "so", "very"}


def _is_a_think(around: Around) -> bool:
    """As in "I had a think about it"."""
    return around.word(-1) in {"a", "another"} and around.word(-2) in {"had", "have", "having", "since"}


def _is_done(around: Around) -> bool:
    return around.word(-1) in {"to", "i", "we"} | lexicon.MODALS


def _is_a_thing(around: Around) -> bool:
    return around.word(-1) in lexicon.DETERMINERS or around.token(-1).tag == "ADJ"


def _is_one(around: Around) -> bool:
    return around.word(-1) == "a" and around.token(1).tag != "NOUN"


def _leans_somewhere(around: Around) -> bool:
    return around.word(1) in _LEANED_ON


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
_FAR = 4.0
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
_NEVER_NAMED = lexicon.SUBJECTS | lexicon.OBJECTS | words("have not so know than with when which")
_LEANED_ON = words("across against back forward in into on out over toward towards")
_CLAUSE = lexicon.SUBJECTS | lexicon.ARTICLES | lexicon.POSSESSIVES
_RIGHT: Mapping[str, Callable[[Around], bool]] = {
    "quiet": _is_last,
    "too": _is_degree,
    "four": _counts_what_follows,
    "leaned": _leans_somewhere,
    "than": _is_compared,
    "then": _is_next,
    "an": _is_before_vowel,
    "right": _is_opposite,
    "there": _is_last,
    "thorough": _is_quality,
    "were": _is_verb_of_many,
    "think": _is_a_think,
    "sew": _is_done,
    "hat": _is_a_thing,
    "fare": _is_one,
}
_SET_PHRASES = frozenset({"to and fro", "then and there", "up to then", "up to now"})
