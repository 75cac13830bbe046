"""Write what each word of the model can be: a noun, a verb in which form, an adjective.

Run `python docs/make_classes.py` where lemminflect (0.2.3, MIT) is installed, whose tables of inflections are
made from the SPECIALIST Lexicon of the US National Library of Medicine. Words of `lexicon.CLOSED` are classes
of their own and left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import lemminflect

from eitherway.proof.text.language.reading.classes import OWN
from eitherway.proof.text.language.reading.ngrams import read_ngrams

WRITTEN = Path(__file__).parents[1] / "pipeline/eitherway/proof/text/language/reading/data/classes.txt"
ABOUT = "# What a word can be, by Penn's tags, and the words; docs/make_classes.py made this."
LEFT_OUT = {"VBP", "RBS"}


def main() -> None:
    """Write a line for each class."""
    found = defaultdict(list)
    for word in read_ngrams().numbers:
        tags = tags_of(word) if re.fullmatch("[a-z-]+", word) and word not in OWN else set()
        if tags:
            found["+".join(sorted(tags))].append(word)
    lines = [f"{tags} {' '.join(sorted(words))}" for tags, words in sorted(found.items())]
    WRITTEN.write_text("\n".join([ABOUT, *lines, ""]), encoding="utf-8")
    print(f"{len(lines)} classes of {sum(map(len, found.values()))} words")


def tags_of(word: str) -> set[str]:
    """All that it can be; a noun that is counted or not is either one or many, by its last letter."""
    tags = {
        tag
        for part, lemmas in lemminflect.getAllLemmas(word).items()
        for lemma in lemmas
        for tag, forms in lemminflect.getAllInflections(lemma, part).items()
        if word in forms
    } - LEFT_OUT
    if {"NN", "NNS"} <= tags:
        tags.discard("NN" if word.endswith("s") and not word.endswith("ss") else "NNS")
    return tags


if __name__ == "__main__":
    main()
