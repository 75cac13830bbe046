"""Write the counts of words and pairs of words that proofreading reads, reduced from SymSpell's tables.

Run `python docs/make_word_counts.py FOLDER`, FOLDER being symspellpy's own (6.10, MIT; the tables are by Wolf
Garbe, from https://github.com/wolfgarbe/SymSpell). Counts are in thousands, which is all that is compared.
The licence stands beside what is written.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from pathlib import Path

WORDS = "frequency_dictionary_en_82_765.txt"
PAIRS = "frequency_bigramdictionary_en_243_342.txt"
WRITTEN = Path(__file__).parents[1] / "pipeline/eitherway/proof/text/language/reading/data/counts.txt.gz"


def main(folder: Path) -> None:
    """A line a word: the word, its count, then each word that follows it with the count of the pair."""
    words = dict(read(folder / WORDS))
    following: dict[str, list[str]] = defaultdict(list)
    for pair, count in read(folder / PAIRS):
        first, _, second = pair.partition(" ")
        following[first] += [second, str(count)]
    lines = (" ".join([word, str(words.get(word, 0)), *following[word]]) for word in {**words, **following})
    WRITTEN.write_bytes(gzip.compress("\n".join(lines).encode(), compresslevel=9, mtime=0))


def read(path: Path) -> list[tuple[str, int]]:
    """The rows of one of the tables; counts in thousands, at least 1."""
    rows = [line.rpartition(" ") for line in path.read_text(encoding="utf-8-sig").splitlines()]
    return [(words, max(round(int(count) / 1000), 1)) for words, _, count in rows]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
