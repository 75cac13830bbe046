"""Write how surely words ask for the job, and to hear either way.

Run `python docs/make_said.py` where scikit-learn is installed. It learns from docs/said: lines of three hands
that ask, that ask to hear either way, and that do neither, though they come near; and from the sentences of
the labelled letters that are not held out, of which `letters.txt` names those that ask.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.labelled import DATA, sets

from eitherway.proof.text.asking import sentences_of
from eitherway.proof.text.jsonl import manuscript_of
from eitherway.proof.text.said import runs

WRITTEN = Path(__file__).parents[1] / "pipeline/eitherway/proof/text/said.txt"
SAID = Path(__file__).parent / "said"
KINDS = ("ask", "either")
FEWEST = 3
"""A run of words that fewer sentences have tells nothing."""
LEAST = 10
"""A weight of fewer hundredths is left out."""
ABOUT = (
    "# Weights in hundredths: asks for the job, asks to hear either way, words; docs/make_said.py made this."
)


def main() -> None:
    """Learn both weights of each run of words and write them."""
    sentences, marks = zip(*examples(), strict=True)
    found = [runs(sentence) - {""} for sentence in sentences]
    often = Counter(run for each in found for run in each)
    names = DictVectorizer()
    table = names.fit_transform([{run: 1 for run in each if often[run] >= FEWEST} for each in found])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    columns = []
    for kind in KINDS:
        model = LogisticRegression(solver="liblinear", class_weight={False: 1, True: 2})
        model.fit(table, [kind in marked for marked in marks])
        columns.append([*model.coef_[0], model.intercept_[0]])
    weights = np.rint(np.array(columns).T * 100).astype(int)
    weights[(abs(weights) < LEAST).all(axis=1)] = 0
    rows = zip(weights.tolist(), [*names.get_feature_names_out(), ""], strict=True)
    lines = sorted(f"{asks}\t{either}\t{run}" for (asks, either), run in rows if asks or either)
    WRITTEN.write_text("\n".join([ABOUT, *lines, ""]), encoding="utf-8")
    print(f"{len(sentences)} sentences, {len(lines)} weights")


def examples() -> Iterator[tuple[str, set[str]]]:
    """Sentences with the kinds that they are."""
    for kind in (*KINDS, "none"):
        for line in (SAID / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
            yield line, {kind}
    named = dict(line.split(" ", 1) for line in (SAID / "letters.txt").read_text("utf-8").splitlines())
    for labelled in sets(DATA):
        for key, letter in labelled.clean.items():
            marks = named.get(f"{labelled.name}/{key.replace(' ', '/')}") or named.get(key, "")
            if marks and not labelled.holds_out(letter):
                yield from of_letter(list(sentences_of(manuscript_of(letter))), marks)


def of_letter(sentences: list[str], marks: str) -> Iterator[tuple[str, set[str]]]:
    """Its sentences, as in "ask=3,7 either=8+9": two that ask only together are one more."""
    together = {kind: [places(one) for one in listed.split(",")] for kind, listed in pairs(marks)}
    for place, sentence in enumerate(sentences):
        yield sentence, {kind for kind in KINDS if any(place in each for each in together[kind])}
    for kind in KINDS:
        for each in together[kind]:
            if len(each) > 1:
                yield " ".join(sentences[place] for place in each), {kind}


def pairs(marks: str) -> Iterator[list[str]]:
    """The kinds, and what is said of each."""
    return (mark.split("=") for mark in marks.split(" "))


def places(marked: str) -> list[int]:
    """The places of sentences in "8+9"; none for "-"."""
    return [] if marked == "-" else [int(place) for place in marked.split("+")]


if __name__ == "__main__":
    main()
