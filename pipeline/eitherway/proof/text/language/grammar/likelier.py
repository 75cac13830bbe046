"""What would be far likelier between the words around it: another word, another form.

A trigram model tells how likely a sentence is with and without each change; `data/margins.txt` how much
likelier a change has to make it, which `docs/make_margins.py` measured on English of many kinds. Where a form
or a word is told by its neighbours alone, this needs no rule of grammar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.flow import Flow, Together
from eitherway.proof.text.language.reading.ngrams import Ngrams
from eitherway.proof.text.language.reading.reading import Reading
from eitherway.proof.text.language.reading.remarks import like, remark

Array = NDArray[Any]


class Change(NamedTuple):
    """A word that may take the place of one of the flow, or, where it `takes` none, stand before it.

    `margin` is how much likelier it has to be, as a natural logarithm.
    """

    place: int
    takes: int
    word: str
    margin: float


def likelier_words(text: Together, ngrams: Ngrams) -> list[list[Finding]]:
    """Of each reading, words and forms of verbs that another would replace far better."""
    changes = likelier(text.flow, ngrams)
    return text.sorted((change.place, partial(_finding, text.flow, change)) for change in changes)


def likelier(flow: Flow, ngrams: Ngrams) -> list[Change]:
    """The best change at each place where one is likelier by more than its margin, the best of all first."""
    changes = [*_replacements(flow)] if flow.words else []
    if not changes:
        return []
    over = leads(flow, changes, ngrams) - np.array([change.margin for change in changes])
    best: dict[tuple[int, int], Change] = {}
    for index in np.argsort(-over):
        if over[index] > _TIE:
            best.setdefault(changes[index][:2], changes[index])
    return [change for change in best.values() if _is_known(flow, change, ngrams)]


def leads(flow: Flow, changes: Sequence[Change], ngrams: Ngrams) -> Array:
    """How much likelier each change makes the text, as a natural logarithm; an unknown word not at all."""
    told: Array = parted_leads(flow, changes, ngrams).sum(axis=0)
    return told


def parted_leads(flow: Flow, changes: Sequence[Change], ngrams: Ngrams) -> Array:
    """The same in three rows: of the word itself, of the next, and of the one after that."""
    places = np.array([change.place for change in changes], np.int64)
    takes = np.array([change.takes for change in changes], np.int64)
    words = np.array([ngrams.number(change.word) for change in changes], np.int64)
    numbers, first = flow.numbers, places + takes
    now = (numbers[:-2], numbers[1:-1], numbers[2:])
    further, before, after, later = (numbers[at] for at in (places - 2, places - 1, first, first + 1))
    then = ((further, before, words), (before, words, after), (words, after, later))
    found = ngrams.logarithms(*(np.concatenate(parts) for parts in zip(now, *then, strict=True)))
    so_far, told = found[: len(numbers) - 2], found[len(numbers) - 2 :].reshape(3, -1)
    told[0] -= np.where(takes > 0, so_far[places - 2], 0)
    told[1] -= so_far[places + takes - 2]
    told[2] -= so_far[places + takes - 1]
    return np.where(words < 0, -np.inf, told)


class Form(NamedTuple):
    """A word of a verb, and which of its forms it is, as "past+participle"."""

    word: str
    kind: str


@cache
def forms_of(word: str) -> tuple[Form, ...]:
    """The word itself and its verb's other forms; none of a helping verb, nor where two verbs share it."""
    if word in _HELPING:
        return ()
    bases = {lexicon.base_of(word, kind) for kind in _KINDS if lexicon.could_be(word, kind)}
    if len(bases) != 1:
        return ()
    (base,) = bases
    kinds: dict[str, list[str]] = {}
    for kind in _KINDS:
        kinds.setdefault(base if kind == "base" else lexicon.inflected(base, kind), []).append(kind)
    family = {form: Form(form, "+".join(names)) for form, names in kinds.items()}
    own = family.pop(word, None)
    return (own, *family.values()) if own else ()


def governor(words: Sequence[str], place: int) -> str:
    """The class of the word that governs the one there: "modal", "have+adv" (beyond an adverb), "" (none)."""
    before = words[place - 1]
    if before in _GOVERNORS or not _is_adverb(before):
        return _GOVERNORS.get(before, "")
    further = _GOVERNORS.get(words[place - 2], "")
    return further and f"{further}+adv"


class Margins(NamedTuple):
    """How much likelier a change has to be.

    By the word and the one meant; by the form, the one meant and the class of the word before.
    """

    words: Mapping[str, Mapping[str, float]]
    forms: Mapping[tuple[str, str, str], float]


@cache
def margins() -> Margins:
    """The table."""
    words: dict[str, dict[str, float]] = {}
    forms: dict[tuple[str, str, str], float] = {}
    for line in lexicon.lines("margins.txt"):
        kind, *names, margin = line.split(" ")
        if kind == "word":
            words.setdefault(names[0], {})[names[1]] = float(margin)
        else:
            forms[names[0], names[1], names[2]] = float(margin)
    return Margins(words, forms)


def _replacements(flow: Flow) -> Iterator[Change]:
    """Each word that the table has a margin for in the place of another."""
    table = margins()
    for place, (word, token) in enumerate(zip(flow.words, flow.tokens, strict=True)):
        if token is None or not word or word[0] == "<":
            continue
        for meant, margin in table.words.get(word, {}).items():
            yield Change(place, 1, meant, margin)
        if family := forms_of(word):
            own, *others = family
            after = governor(flow.words, place)
            keys = ((form.word, (own.kind, form.kind, after)) for form in others)
            yield from (Change(place, 1, form, table.forms[key]) for form, key in keys if key in table.forms)


def _is_known(flow: Flow, change: Change, ngrams: Ngrams) -> bool:
    """Whether the word is in common use beside one of its neighbours, and is not one of them."""
    own = ngrams.number(change.word)
    before, after = (int(flow.numbers[at]) for at in (change.place - 1, change.place + change.takes))
    sides = [pair for pair in ((before, own), (own, after)) if not {*pair} & {*ngrams.edges}]
    first, second = np.array(sides, np.int64).reshape(-1, 2).T
    return own not in (before, after) and bool(ngrams.are_pairs(first, second).any())


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in lexicon.ADVERBS


def _finding(flow: Flow, change: Change, reading: Reading) -> Finding:
    word, token = change.word, flow.tokens[change.place]
    assert token is not None, "no change of what is not a token"
    is_form = any(word == form.word for form in forms_of(flow.words[change.place]))
    meant = like(token.text, word)
    code = FindingCode.GRAMMAR if is_form else FindingCode.CONFUSED_WORD
    return remark(reading, code, token.span, meant, f"With the words around it, “{meant}” is far more usual.")


_TIE = 1e-3
"""What is likelier by just its margin is not told, however its logarithms were added up."""
_HELPING = lexicon.BE_FORMS | lexicon.HAVE_FORMS | lexicon.DO_FORMS | {"done", "doing"}
_KINDS = ("base", "s", "past", "participle", "ing")
_CLASSES: Mapping[str, Iterable[str]] = {
    "obj": lexicon.OBJECTS | {"her"},
    "pl": {"i", "you", "we", "they"},
    "sg": {"he", "she", "it", "this", "that", "which", "who"},
    "prep": lexicon.PREPOSITIONS - {"to"},
    "to": {"to"},
    "have": lexicon.HAVE_FORMS,
    "be": lexicon.BE_FORMS | {"i'm", "you're", "we're", "they're", "it's", "he's", "she's", "that's"},
    "do": lexicon.DO_FORMS,
    "modal": lexicon.MODALS | {"please", "let's"},
}
_GOVERNORS = {word: name for name, members in _CLASSES.items() for word in members}
