"""Write how surely a small word is missing, by what stands around the gap.

Run `python docs/make_weights.py CORPUS BOOK` where scikit-learn is installed. CORPUS is the folder `builds`
of the npm package nlp-corpus (4.4, MIT), of which whole sentences with an article are read; BOOK is the
folder `usr/share/doc/anarchism/markdown` of Debian's package anarchism (15.3), in plain English. The clean
letters of the labelled sets that are not held out count as well, as often as `LETTERS` says.

What the model thinks missing in a right sentence is not; where a small word is taken out of one, it is.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parents[1]))

from docs.make_margins import letter_sentences

from eitherway.proof.prose.manuscript import Manuscript, Person
from eitherway.proof.text.language.grammar import weighing
from eitherway.proof.text.language.grammar.gaps import SMALL, Gap, gaps_of
from eitherway.proof.text.language.reading.counts import Counts, read_counts
from eitherway.proof.text.language.reading.flow import flow_of
from eitherway.proof.text.language.reading.ngrams import Ngrams, read_ngrams
from eitherway.proof.text.language.reading.reading import Reading, Sentence, Token

WRITTEN = Path(__file__).parents[1] / "pipeline/eitherway/proof/text/language/reading/data/weights.npz"
AT_ONCE = 300
"""So many sentences are read at a time."""
LEFT_OUT = 6
"""So many times each sentence is read without one of its small words."""
LETTERS = 3

Examples = tuple[list[int], list[int], list[bool]]
"""Slots one after the other, where each example's end, whether a word is missing."""


def main(corpus: Path, book: Path) -> None:
    """Learn the weights and write them."""
    letters = list(letter_sentences())
    sentences = [*corpus_sentences(corpus), *book_sentences(book), *letters * LETTERS]
    random.Random(1).shuffle(sentences)
    with ProcessPoolExecutor() as pool:
        found = list(pool.map(examples, in_batches(sentences), range(len(sentences))))
    slots = np.concatenate([each[0] for each in found]).astype(np.int32)
    ends = np.concatenate([[0], *(np.array(each[1]) for each in found)]).cumsum().astype(np.int32)
    is_missing = np.concatenate([each[2] for each in found])
    table = csr_matrix((np.ones(len(slots), np.float32), slots, ends), (len(is_missing), weighing.SLOTS))
    model = LogisticRegression(solver="liblinear", C=0.2, max_iter=30, tol=1e-2).fit(table, is_missing)
    weights = np.rint(model.coef_[0] * weighing.STEPS).clip(-127, 127).astype(np.int8)
    np.savez_compressed(WRITTEN, weights=weights, base=np.float32(model.intercept_[0]))
    print(f"{len(sentences)} sentences, {len(is_missing)} examples, {np.count_nonzero(weights)} weights")


def examples(sentences: Sequence[Sentence], seed: int) -> Examples:
    """The gaps of the sentences as they are, and those of small words that were taken out of them."""
    chance = random.Random(seed)
    ngrams, counts = tables()
    slots: list[int] = []
    sizes: list[int] = []
    marks: list[bool] = []

    def add(gap: Gap, mark: bool) -> None:
        found = weighing.slots(gap.window, gap.leads, counts)
        slots.extend(found)
        sizes.append(len(found))
        marks.append(mark)

    for gap in gaps_of(flow_of(sentences, ngrams), ngrams):
        add(gap, mark=False)
    for _ in range(LEFT_OUT):
        broken = [without(sentence, chance) for sentence in sentences]
        flow = flow_of((sentence for sentence, _, _ in broken), ngrams)
        meant = {(id(token), word) for _, token, word in broken}
        for gap in gaps_of(flow, ngrams):
            if (id(flow.tokens[gap.place]), gap.window.word) in meant:
                add(gap, mark=True)
    return slots, sizes, marks


def without(sentence: Sentence, chance: random.Random) -> tuple[Sentence, Token, str]:
    """The sentence without one of its small words that stands between two words; what follows it moves up."""
    tokens = sentence.tokens
    places = [
        place
        for place in range(1, len(tokens) - 1)
        if tokens[place].folded in SMALL and tokens[place - 1].is_word and tokens[place + 1].is_word
    ]
    if not places:
        return sentence, tokens[0], ""
    place = chance.choice(places)
    gone = tokens[place].end - tokens[place].start + 1
    moved = [replace(token, start=token.start - gone, end=token.end - gone) for token in tokens[place + 1 :]]
    return Sentence((*tokens[:place], *moved)), moved[0], tokens[place].folded


@cache
def tables() -> tuple[Ngrams, Counts]:
    """The tables of likelihoods and of counts, once for each process."""
    return read_ngrams(), read_counts()


def corpus_sentences(folder: Path) -> Iterator[Sentence]:
    """The whole sentences of the corpus, without songs, chats and headlines."""
    for path in sorted(folder.glob("doc-*.json")):
        yield from read(dict.fromkeys(json.loads(path.read_text(encoding="utf-8"))))


def book_sentences(folder: Path) -> Iterator[Sentence]:
    """The sentences of the book."""
    for path in sorted(folder.glob("*.md.gz")):
        text = re.sub(r"\[([^]]*)\]\([^)]*\)|[*_#>]", r"\1", gzip.decompress(path.read_bytes()).decode())
        for paragraph in text.split("\n\n"):
            yield from read(re.split(r"(?<=[.?!])\s+(?=[A-Z\"“])", " ".join(paragraph.split())))


def read(texts: Iterable[str]) -> Iterator[Sentence]:
    """Those that are whole sentences; a capital that begins none is a name's."""
    for text in texts:
        capitals = sum(character.isupper() for character in text)
        if (
            25 < len(text) < 400
            and capitals < len(text) / 6
            and _WHOLE.match(text)
            and not _CARELESS.search(text)
        ):
            names = [match.span() for match in _NAME.finditer(text)]
            yield from Reading(Manuscript(text, Person("")), names).prose


def in_batches(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Some at a time."""
    rest = iter(sentences)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


_WHOLE = re.compile(r"[A-Z\"“](?=.*\b(?:a|an|the)\b).*[.?!]$")
_CARELESS = re.compile(
    r"\b(?:ain't|gonna|wanna|gotta|ya|yo|em|cuz|lol|u|ur|dont|didnt|thats|im|youre|tho|oh|yeah)\b"
    r"|in'(?:\s|$)|[&<_*[]|--",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[^.?!“\":]\s)(?!I\b)[A-Z]\w*")

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
