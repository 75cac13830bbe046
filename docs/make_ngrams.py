"""Write the likelihoods of words after other words that proofreading reads, reduced from a model of English.

Run `python docs/make_ngrams.py MODEL`, MODEL being `model/en-us/en-us.lm.bin` of pocketsphinx (5.1,
BSD-2-Clause, Carnegie Mellon University), a trigram model in its "Trie Language Model" format
(https://github.com/cmusphinx/pocketsphinx, src/lm/ngram_model_trie.c, lm_trie.c, lm_trie_quant.c, bitarr.c).
The 20,000 commonest words are kept, and of pairs and triples those without which the model would tell the
least worse; the licence stands beside what is written.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

WRITTEN = Path(__file__).parents[1] / "pipeline/eitherway/proof/text/language/reading/data/ngrams.npz"
WORDS = 20_000
LEAST = 1e-7
"""What leaving a pair or triple out has to change: its likelihood times the change of its logarithm."""
STEPS = 12
"""How finely logarithms are told apart: so many steps for each factor of e."""
TO_NATURAL = float(np.log(1.0001))
"""The model's logarithms have the base 1.0001."""
BEGINNINGS = 0.06
"""About how many of all words are the first of a sentence."""

Array = NDArray[Any]


class Model(NamedTuple):
    """Words; their logarithms and those of backing off; each pair and triple by the numbers of its words."""

    words: list[str]
    single: Array
    backoff: Array
    pairs: Array
    pair: Array
    pair_backoff: Array
    triples: Array
    triple: Array


def main(path: Path) -> None:
    """Read the model, leave out what is rare, write the rest."""
    whole = read(path.read_bytes())
    kept = reduced(whole)
    count = len(kept.words)
    keys = kept.pairs[:, 0] * count + kept.pairs[:, 1]
    order = np.argsort(keys)
    keys = keys[order]
    longer = (
        np.searchsorted(keys, kept.triples[:, 0] * count + kept.triples[:, 1]) * count + kept.triples[:, 2]
    )
    by_key = np.argsort(longer)
    np.savez_compressed(
        WRITTEN,
        words=np.frombuffer(" ".join(kept.words).encode(), np.uint8),
        single=steps(kept.single),
        backoff=steps(kept.backoff),
        pairs=np.diff(keys, prepend=0).astype(np.uint32),
        pair=steps(kept.pair[order]),
        pair_backoff=steps(kept.pair_backoff[order]),
        triples=np.diff(longer[by_key], prepend=0).astype(np.uint32),
        triple=steps(kept.triple[by_key]),
    )
    print(f"{count} words, {len(keys)} pairs, {len(longer)} triples: {WRITTEN.stat().st_size / 1e6:.1f} MB")


def steps(logarithms: Array) -> Array:
    """Logarithms of at most 0 as steps below it, in a byte."""
    return np.clip(np.round(-logarithms * STEPS), 0, 255).astype(np.uint8)


def read(packed: bytes) -> Model:
    """The model, from pocketsphinx's own format: tries of reversed words, packed by the bit."""
    at = len(b"Trie Language Model")
    if packed[: at + 1] != b"Trie Language Model\x03":
        raise ValueError("no trigram model of pocketsphinx")
    counts = np.frombuffer(packed, "<u4", 3, at + 1).astype(int)
    at += 1 + 12 + 4
    tables = np.frombuffer(packed, "<f4", 3 << 16, at).reshape(3, -1) * TO_NATURAL
    at += tables.size * 4
    single = np.frombuffer(packed, [("p", "<f4"), ("backoff", "<f4"), ("next", "<u4")], counts[0] + 1, at)
    at += single.nbytes
    word_bits, next_bits = int(counts[0]).bit_length(), int(counts[2]).bit_length()
    widths = [(word_bits, 16, 16, next_bits), (word_bits, 16)]
    sizes = [((1 + count) * sum(width) + 7) // 8 + 8 for count, width in zip(counts[1:], widths, strict=True)]
    pair_word, pair_backoff, pair, following = fields(
        packed[at : at + sizes[0]], widths[0], single["next"][-1] + 1
    )
    at += sizes[0]
    triple_word, triple = fields(packed[at : at + sizes[1]], widths[1], following[-1])
    at += sizes[1]
    words = packed[at + 4 :].decode().split("\0")[:-1]
    last = np.repeat(np.arange(counts[0]), np.diff(single["next"].astype(int)))
    of_pair = np.repeat(np.arange(len(last)), np.diff(following))
    return Model(
        words,
        single["p"][:-1] * TO_NATURAL,
        single["backoff"][:-1] * TO_NATURAL,
        np.stack([pair_word[:-1], last], axis=1),
        tables[0][pair[:-1]],
        tables[1][pair_backoff[:-1]],
        np.stack([triple_word, pair_word[of_pair], last[of_pair]], axis=1),
        tables[2][triple],
    )


def fields(packed: bytes, widths: tuple[int, ...], count: int) -> list[Array]:
    """Each field of that many records, of so many bits each, the lowest first."""
    padded = np.frombuffer(packed + bytes(8), np.uint8)
    found, start = [], 0
    for width in widths:
        bit = np.arange(count, dtype=np.int64) * sum(widths) + start
        value = sum(padded[(bit >> 3) + byte].astype(np.int64) << (8 * byte) for byte in range(5))
        found.append((value >> (bit & 7)) & ((1 << width) - 1))
        start += width
    return found


def reduced(model: Model) -> Model:
    """The model of the commonest words, without the pairs and triples that tell little."""
    count = len(model.words)
    kept = np.zeros(count, bool)
    kept[np.argsort(-model.single)[:WORDS]] = True
    edge = model.words.index("<s>")
    kept[[edge, model.words.index("</s>")]] = True
    share = np.exp(model.single)
    share[edge] = BEGINNINGS
    keys = model.pairs[:, 0] * count + model.pairs[:, 1]
    order = np.argsort(keys)
    place = finder(keys[order], order)
    first, second = model.pairs.T
    by_backoff = model.backoff[first] + model.single[second]
    tells = share[first] * np.exp(model.pair) * abs(model.pair - by_backoff) > LEAST
    before, between, last = model.triples.T
    history, ending = place(before * count + between), place(between * count + last)
    shorter = np.where(ending < 0, model.backoff[between] + model.single[last], model.pair[ending])
    likely = share[before] * np.exp(model.pair[history] + model.triple)
    told = kept[model.triples].all(axis=1) & (history >= 0)
    told &= likely * abs(model.triple - model.pair_backoff[history] - shorter) > LEAST
    tells[history[told]] = True
    tells &= kept[model.pairs].all(axis=1)
    number = np.cumsum(kept) - 1
    return Model(
        [word for word, is_kept in zip(model.words, kept, strict=True) if is_kept],
        model.single[kept],
        model.backoff[kept],
        number[model.pairs[tells]],
        model.pair[tells],
        model.pair_backoff[tells],
        number[model.triples[told]],
        model.triple[told],
    )


def finder(keys: Array, order: Array) -> Any:
    """What finds the place of each key among the sorted ones, -1 where it is none."""

    def place(wanted: Array) -> Array:
        at = np.searchsorted(keys, wanted).clip(max=len(keys) - 1)
        return np.where(keys[at] == wanted, order[at], -1)

    return place


if __name__ == "__main__":
    main(Path(sys.argv[1]))
