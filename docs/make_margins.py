"""Write how much likelier a change of words has to be before proofreading tells of it.

Run `python docs/make_margins.py CORPUS DICTIONARY`. CORPUS is the folder `builds` of the npm package
nlp-corpus (4.4, MIT): 100,000 sentences of English of many kinds, songs and chats among them. DICTIONARY is
`model/en-us/cmudict-en-us.dict` of pocketsphinx (BSD-2-Clause), which tells what sounds alike. The clean
letters of the labelled sets that are not held out count as well, each word of theirs as five.

Each word of the corpus is taken for right, and each change that may be made there for wrong: so often would
it alarm. What is found is told the other way round: where a word is taken for the one that it was mistaken
for. The margin of a change is that at which what it finds outweighs what it alarms.
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, permutations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.labelled import DATA, sets
from tests.letters.panel_of_eight import EIGHT, PANELS, manuscripts
from tests.proof.text.language.test_language import clean_letters

from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.prose.masks import masks
from eitherway.proof.text.jsonl import known_from, manuscript_of
from eitherway.proof.text.language.grammar import likelier
from eitherway.proof.text.language.grammar.likelier import Change
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.flow import Flow, flow_of
from eitherway.proof.text.language.reading.ngrams import Ngrams, read_ngrams
from eitherway.proof.text.language.reading.reading import Reading, Sentence

LISTED = Path(__file__).parent / "mistaken_words.txt"
"""Words that are mistaken for each other, a group a line: our own selection."""
WRITTEN = Path(__file__).parents[1] / "pipeline/eitherway/proof/text/language/reading/data/margins.txt"
MARGINS = (2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 7.0, 8.0, 10.0)
"""The margins that a change may have. Less proves nothing: what is right is often as much less likely."""
WORTH, FORM_WORTH = 10, 0.01
"""How many alarms it is worth to find all mistakes of a word, one wrong form."""
COMMON, UNSURE = 600, 100
"""A word is expected to be used so often more than it was, and to alarm as others do so often."""
LETTERS = 5
LICENSED = {
    "pl": {"base", "past"},
    "sg": {"s", "past"},
    "to": {"base", "s", "ing"},
    "modal": {"base"},
    "do": {"base"},
    "have": {"participle"},
    "be": {"participle", "ing"},
    "prep": set(),
    "obj": set(),
}
"""The classes of words that govern a form, and the forms that are right after them, whatever is likelier."""
BATCH = 500
"""So many sentences are measured at a time."""
RARE = 4000
ABOUT = """\
# How much likelier (a natural logarithm) a change has to be; docs/make_margins.py made this.
# word TYPED MEANT, form TYPED MEANT AFTER"""


def main(corpus: Path, dictionary: Path) -> None:
    """Measure all changes and write the margins."""
    ngrams = read_ngrams()
    english, letters = list(flows(corpus_sentences(corpus), ngrams)), list(flows(letter_sentences(), ngrams))
    everything = [*english, *letters * LETTERS]
    pairs = mistakable(dictionary, ngrams)
    measured = words(english, letters, pairs, ngrams)
    rows = [f"word {typed} {meant} {margin:g}" for (typed, meant), margin in measured]
    rows += [f"form {' '.join(key)} {margin:g}" for key, margin in forms(everything, ngrams)]
    WRITTEN.write_text("\n".join([ABOUT, *sorted(rows), ""]), encoding="utf-8")
    print(f"{len(rows)} margins")


def flows(sentences: Iterator[Sentence], ngrams: Ngrams) -> Iterator[Flow]:
    """The sentences as the model reads them, many at a time."""
    while batch := list(islice(sentences, BATCH)):
        yield flow_of(batch, ngrams)


def corpus_sentences(folder: Path) -> Iterator[Sentence]:
    """The sentences of the corpus; a capital that begins none is a name's."""
    for path in sorted(folder.glob("doc-*.json")):
        for sentence in json.loads(path.read_text(encoding="utf-8")):
            capitals = sum(character.isupper() for character in sentence)
            if 25 < len(sentence) < 400 and capitals < len(sentence) / 5:
                names = [match.span() for match in _NAME.finditer(sentence)]
                yield from Reading(Manuscript(f"{sentence.rstrip('.')}.", Person("")), names).prose


def letter_sentences() -> Iterator[Sentence]:
    """The sentences of our own templates' letters, of the tests' clean ones, and of those not held out."""
    for manuscript in clean_letters():
        yield from Reading(manuscript, masks(manuscript, Known())).prose
    for manuscript in chain.from_iterable(map(manuscripts, PANELS)):
        known = Known((*EIGHT, manuscript.sender), (manuscript.company,), (manuscript.role,))
        yield from Reading(manuscript, masks(manuscript, known)).prose
    for labelled in sets(DATA):
        known = known_from(labelled.clean.values())
        for letter in labelled.clean.values():
            if not labelled.holds_out(letter):
                manuscript = manuscript_of(letter)
                yield from Reading(manuscript, masks(manuscript, known)).prose


def mistakable(dictionary: Path, ngrams: Ngrams) -> Mapping[str, set[str]]:
    """Words that are mistaken for each other: those of our lists, and those that sound alike."""
    groups: list[Sequence[str]] = [line.split() for line in LISTED.read_text(encoding="utf-8").splitlines()]
    groups += [re.findall(r"[a-z']+", line) for line in lexicon.lines("confusions.txt")]
    contexts = "\n".join(lexicon.lines("contexts.txt"))
    groups += [match.groups() for match in _CONTEXT.finditer(contexts)]
    sounds = defaultdict(set)
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, _, sound = line.partition(" ")
        word = word.partition("(")[0]
        if len(word) > 1 and ngrams.single[ngrams.number(word)] > RAREST:
            sounds[sound].add(word)
    groups += [sorted(alike) for alike in sounds.values() if len(alike) < MOST_ALIKE]
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for one, other in permutations(dict.fromkeys(group), 2):
            if ngrams.number(one) >= 0 <= ngrams.number(other) and not is_variant(one, other):
                found[one].add(other)
    return found


def is_variant(one: str, other: str) -> bool:
    """Whether two words are one in two spellings, or differ by an apostrophe that no list names."""
    apart = {one, other} & _APOSTROPHES
    if one[0] == "'" or other[0] == "'" or ("'" in one + other and not apart):
        return True
    return any(_spelt(word) == rest for word, rest in ((one, other), (other, one)))


def words(
    english: Sequence[Flow], letters: Sequence[Flow], pairs: Mapping[str, set[str]], ngrams: Ngrams
) -> Iterator[tuple[tuple[str, str], float]]:
    """Each word typed for another, with the margin at which it is told."""

    def seen(flows: Iterable[Flow]) -> dict[tuple[str, str], list[float]]:
        found = defaultdict(list)
        for flow in flows:
            typed = ((place, word) for place, word in enumerate(flow.words) if flow.tokens[place])
            changes = [
                Change(place, 1, meant, 0) for place, word in typed for meant in sorted(pairs.get(word, ()))
            ]
            for change, lead in zip(changes, likelier.leads(flow, changes, ngrams), strict=True):
                found[flow.words[change.place], change.word].append(lead)
        return {key: sorted(leads) for key, leads in found.items()}

    in_english, in_letters = seen(english), seen(letters)
    rare = [leads for leads in in_english.values() if len(leads) < RARE]
    total = sum(map(len, rare))
    usual = {margin: sum(above(leads, margin) for leads in rare) / total for margin in MARGINS}
    for (typed, meant), leads in sorted(in_english.items()):
        hits = [-lead for lead in in_english.get((meant, typed), ())][::-1]
        mine = in_letters.get((typed, meant), [])

        gains = {}
        for margin in MARGINS:
            wrong = above(leads, margin) + LETTERS * above(mine, margin) + UNSURE * usual[margin]
            rate = wrong / (len(leads) + LETTERS * len(mine) + UNSURE)
            gains[margin] = above(hits, margin) / (len(hits) + 3) - (len(leads) + COMMON) * rate / WORTH
        best = max(gains, key=gains.__getitem__)
        if gains[best] > 0:
            yield (typed, meant), best


def forms(english: Sequence[Flow], ngrams: Ngrams) -> Iterator[tuple[tuple[str, str, str], float]]:
    """Each form of a verb for another after a class of words, with its margin."""
    alarms: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    hits: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for flow in english:
        keys, changes = [], []
        for place, word in enumerate(flow.words):
            family = likelier.forms_of(word) if flow.tokens[place] else ()
            for other in family[1:]:
                if ngrams.number(word) >= 0 <= ngrams.number(other.word):
                    keys.append((family[0].kind, other.kind, likelier.governor(flow.words, place)))
                    changes.append(Change(place, 1, other.word, 0))
        for (typed, meant, after), lead in zip(keys, likelier.leads(flow, changes, ngrams), strict=True):
            alarms[typed, meant, after].append(lead)
            hits[meant, typed, after].append(-lead)
    for key in sorted(alarms):
        licensed = LICENSED.get(key[2].removesuffix("+adv"))
        if licensed is None or len(hits[key]) < FEWEST or licensed & set(key[0].split("+")):
            continue
        best = worth(sorted(hits[key]), sorted(alarms[key]), FORM_WORTH)
        if best:
            yield key, best


def worth(hits: Sequence[float], alarms: Sequence[float], rate: float) -> float:
    """The margin at which most is gained; 0 if nothing is."""

    def gain(margin: float) -> float:
        return above(hits, margin) * rate - above(alarms, margin) - 0.5

    best = max(MARGINS, key=gain)
    return best if gain(best) > 0 else 0


def above(leads: Sequence[float], margin: float) -> int:
    """How many of them, which are in order, are above the margin."""
    return len(leads) - bisect_right(leads, margin)


def _spelt(word: str) -> str:
    """The word in American spelling."""
    for british, american in (("lled", "led"), ("lling", "ling"), ("our", "or"), ("ise", "ize"), ("mme", "m"),
                              ("re", "er"), ("ogue", "og")):  # fmt: skip
        if word.endswith(british):
            return word.removesuffix(british) + american
    return ""


FEWEST = 20
RAREST = -14.5
MOST_ALIKE = 7
_NAME = re.compile(r"(?<=[^.?!“\":]\s)(?!I\b)[A-Z]\w*")
_CONTEXT = re.compile(r"\[([a-z']+) > ([a-z']+)\]")
_APOSTROPHES = {"it's", "we're", "you're", "they're", "who's", "let's", "i'll", "we'll", "won't", "i'd"}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
