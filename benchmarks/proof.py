"""What proofreading finds in labelled letters, what it finds wrongly, and how long it takes.

Run it with `python -m benchmarks.proof [--data ../shared/proof] [--missed]`. A hit is a finding that the
clean letter does not have (by code and words) and that overlaps the injected error, give or take one code
point; for a missing ask or "either way" line, any new finding. Each letter is read twice: once knowing the
names of all letters, as a workbook would, and once knowing only its own. `python -m benchmarks` takes from it
only how long it takes.
"""

from __future__ import annotations

import argparse
import json
import resource
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks import timing
from benchmarks.rows import Row
from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.text import Proofreader
from eitherway.proof.text.copies import near_copies
from eitherway.proof.text.jsonl import known_from, manuscript_of
from eitherway.words.names import folded
from eitherway.words.salutations.titles import is_title

DATA = Path(__file__).parents[2] / "shared" / "proof"
Line = Mapping[str, object]
Reader = Callable[[Manuscript, Known], Sequence[Finding]]

TARGETS = {
    "misspell": 99, "name": 99, "placeholder": 98, "wrong_company": 98, "gift_social": 98, "title_addr": 98,
    "no_ask": 98, "no_eitherway": 98, "a_an": 98, "doubled": 98, "spacing": 98, "caps": 93, "tone": 90,
    "dialect": 90, "punct": 80, "confusion": 75, "verbform": 70, "sva": 65, "missing": 40,
}  # fmt: skip
"""Per cent of the injected errors of a kind, from the issue's table."""

LETTER_LEVEL = ("no_ask", "no_eitherway")
LOUD = (Severity.ERROR, Severity.WARNING)

MOST_MS, MOST_MB = 50, 400
WHAT = ("A letter proofread, engines loaded", "Memory of proofreading")


class Labelled(NamedTuple):
    """The clean letters by id, and the broken ones made from them."""

    clean: Mapping[str, Line]
    broken: Sequence[Line]


def main() -> None:
    """Measure everything and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument(
        "--missed", action="store_true", help="list what was missed and what was wrongly found"
    )
    given = parser.parse_args()
    labelled = load(given.data)
    say = Console(width=150, soft_wrap=True).print
    everybody = known_from(labelled.clean.values())
    taken = spent(labelled, everybody)
    proofreader = Proofreader()
    for title, known_for in (
        ("knowing all letters' names", lambda line: everybody),
        ("knowing only the letter's own names", lambda line: known_from([line])),
    ):
        say(recall(labelled, proofreader.read, known_for, title, say if given.missed else None))
        say(
            false_alarms(
                labelled.clean.values(), proofreader.read, known_for, title, say if given.missed else None
            )
        )
    say(panels(read_lines(given.data / "panel_pairs.jsonl")))
    say(names(read_lines(given.data / "names.jsonl"), proofreader.read, say if given.missed else None))
    say(titles(read_lines(given.data / "title_or_name.jsonl")))
    say(times(taken))


def rows(quick: bool) -> Iterator[Row]:
    """Times and memory of a process of its own, beside the limits; nothing where there are no letters."""
    if not DATA.exists():
        return
    done = timing.process(["-c", SPENT])
    taken = Spent(*json.loads(done.said))
    each, peak = WHAT
    yield Row(each, taken.median, "ms", f"{MOST_MS} ms", taken.median / MOST_MS, "at most 1")
    yield Row(peak, done.megabytes, "MB", f"{MOST_MB} MB", done.megabytes / MOST_MB, "at most 1")


class Spent(NamedTuple):
    """Milliseconds of the first letter, with all that loads then, and of the ones after it; peak memory."""

    first: float
    median: float
    late: float
    megabytes: float


SPENT = """
import json
from benchmarks.proof import DATA, known_from, load, spent
labelled = load(DATA)
print(json.dumps(spent(labelled, known_from(labelled.clean.values()))))
"""


def spent(labelled: Labelled, known: Known) -> Spent:
    """Proofread some of the broken letters in this process; `late` is what 95 % stay under."""
    start = perf_counter()
    proofreader = Proofreader()
    line = next(iter(labelled.clean.values()))
    proofreader.read(manuscript_of(line), known_from([line]))
    first = (perf_counter() - start) * 1000
    times = []
    for line in labelled.broken[::3]:
        manuscript = manuscript_of(line, labelled.clean[str(line["letter"])])
        start = perf_counter()
        proofreader.read(manuscript, known)
        times.append((perf_counter() - start) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Spent(first, median(times), quantiles(times, n=20)[-1], peak)


def load(folder: Path) -> Labelled:
    """The letters of a folder of labelled ones."""
    clean = {
        str(line["id"]): line
        for name in ("clean_dev", "clean_fp")
        for line in read_lines(folder / f"{name}.jsonl")
    }
    broken = [
        line for name in ("errors_dev", "errors_auto_dev") for line in read_lines(folder / f"{name}.jsonl")
    ]
    return Labelled(clean, broken)


def read_lines(path: Path) -> list[Line]:
    """The lines of a file of JSON lines; none if it is not there."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def recall(
    labelled: Labelled,
    read: Reader,
    known_for: Callable[[Line], Known],
    title: str,
    say: Callable[[str], None] | None,
) -> Table:
    """How many of each kind are found at all, and how many loudly."""
    before = {
        key: {words(finding, str(line["text"])) for finding in read(manuscript_of(line), known_for(line))}
        for key, line in labelled.clean.items()
    }
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in labelled.broken:
        clean = labelled.clean[str(line["letter"])]
        text = str(line["text"])
        findings = read(manuscript_of(line, clean), known_for(clean))
        hits = [
            each
            for each in findings
            if words(each, text) not in before[str(line["letter"])] and meets(each, line)
        ]
        loud = any(hit.severity in LOUD for hit in hits)
        found[str(line["kind"])].update(all=1, told=bool(hits), loud=loud)
        if say and not hits:
            say(f"missed {line['id']}: {line['wrong']!r} for {line['right']!r}")
    table = Table(title=f"Recall, {title}")
    for name in ("kind", "letters", "found %", "error or warning %", "target %", ""):
        table.add_column(name, justify="left" if name == "kind" else "right")
    for kind, target in TARGETS.items():
        counts = found[kind]
        share = [100 * counts[way] / max(counts["all"], 1) for way in ("told", "loud")]
        verdict = "" if share[0] >= target else "below"
        table.add_row(kind, str(counts["all"]), f"{share[0]:.1f}", f"{share[1]:.1f}", str(target), verdict)
    return table


def words(finding: Finding, text: str) -> tuple[FindingCode, str]:
    """What makes a finding of one letter the same as one of another."""
    return finding.code, folded(text[finding.start : finding.end])


def meets(finding: Finding, line: Line) -> bool:
    """Whether a finding stands where the error was injected; anywhere, for what a letter lacks as a whole."""
    start, end = int(str(line["start"])), int(str(line["end"]))
    return line["kind"] in LETTER_LEVEL or (finding.start <= end + 1 and finding.end >= start - 1)


def false_alarms(
    clean: Iterable[Line],
    read: Reader,
    known_for: Callable[[Line], Known],
    title: str,
    say: Callable[[str], None] | None,
) -> Table:
    """Findings per clean letter, by severity."""
    counts: Counter[Severity] = Counter()
    letters = 0
    for line in clean:
        letters += 1
        for finding in read(manuscript_of(line), known_for(line)):
            counts[finding.severity] += 1
            if say:
                say(f"false alarm {line['id']}: {finding.severity} {finding.code}: {finding.message}")
    table = Table(title=f"False alarms a clean letter ({letters} letters), {title}")
    for name in ("errors", "at most", "errors and warnings", "at most", "infos"):
        table.add_column(name, justify="right")
    errors, warnings, infos = (counts[severity] / max(letters, 1) for severity in Severity)
    table.add_row(f"{errors:.2f}", "0.10", f"{errors + warnings:.2f}", "0.30", f"{infos:.2f}")
    return table


def panels(pairs: Iterable[Line]) -> Table:
    """Which pairs of letters are called near-copies, and how loudly."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        panel = [Manuscript(text=str(pair[side]), to=Person(side)) for side in ("a", "b")]
        loudest = min(
            (finding.severity for each in near_copies(panel) for finding in each),
            key=list(Severity).index,
            default=None,
        )
        said[f"{pair['label']}: {pair['kind']}"][loudest.value if loudest else "none"] += 1
    table = Table(title="Pairs within a panel (near-copies must be found, distinct ones not)")
    for name in ("pair", "Error", "Warning", "none"):
        table.add_column(name, justify="left" if name == "pair" else "right")
    for label, counts in sorted(said.items()):
        table.add_row(label, *(str(counts[name]) for name in ("Error", "Warning", "none")))
    return table


def names(people: Sequence[Line], read: Reader, say: Callable[[str], None] | None) -> Table:
    """Near misses in three places of a letter, and the right names as false alarms."""
    table = Table(title="Names of many origins")
    for name in ("where", "near misses", "found %", "right names flagged"):
        table.add_column(name, justify="left" if name == "where" else "right")
    for place, letter in NAME_PLACES.items():
        missed, count, wrongly = [], 0, []
        for line in people:
            family = str(line["salute_last"])
            wrongs = [wrong for wrong in _near_misses(line) if wrong != family]
            count += len(wrongs)
            missed += [wrong for wrong in wrongs if not _told(letter, str(line["full"]), family, wrong, read)]
            wrongly += [family] if _told(letter, str(line["full"]), family, family, read) else []
        if say:
            say(f"names {place}: missed {missed}; wrongly {wrongly}")
        table.add_row(place, str(count), f"{100 * (1 - len(missed) / max(count, 1)):.1f}", str(len(wrongly)))
    return table


NAME_PLACES = {
    "greeting": "Dear Dr. {},\n\nThank you for the tour.",
    "text, with a title": "Dear Dr. {right},\n\nThe tour by Dr. {} was a pleasure, and I learned much.",
    "text, alone": "Dear Dr. {right},\n\nThe tour that {} gave was a pleasure, and I learned much.",
}


def _near_misses(line: Line) -> list[str]:
    listed = line["near_misses"]
    return [str(near["wrong"]) for near in listed] if isinstance(listed, list) else []


def _told(letter: str, full: str, family: str, wrong: str, read: Reader) -> bool:
    text = letter.format(wrong, right=family)
    start = text.rindex(wrong)
    manuscript = Manuscript(text=text, to=Person(full, "Dr.", family), kind="after-no")
    return any(
        finding.code in (FindingCode.GREETING, FindingCode.NAME_NEAR_MISS, FindingCode.WRONG_ROW)
        and finding.start <= start + len(wrong)
        and finding.end >= start
        for finding in read(manuscript, Known(people=(full,)))
    )


def titles(lines: Iterable[Line]) -> Table:
    """Titles and names told apart."""
    right, wrong = 0, []
    for line in lines:
        if is_title(str(line["text"])) == (line["label"] == "title"):
            right += 1
        else:
            wrong.append(str(line["text"]))
    table = Table("right", "wrong", title="Title or name")
    table.add_row(str(right), ", ".join(wrong) or "none")
    return table


def times(taken: Spent) -> Table:
    """Milliseconds a letter once everything is loaded, the first letter's, and the peak of memory."""
    table = Table(title="Time and memory")
    for name in (
        "first letter ms",
        f"median ms (at most {MOST_MS})",
        "95 % ms",
        f"peak MB (at most {MOST_MB})",
    ):
        table.add_column(name, justify="right")
    table.add_row(f"{taken.first:.0f}", f"{taken.median:.1f}", f"{taken.late:.1f}", f"{taken.megabytes:.0f}")
    return table


if __name__ == "__main__":
    main()
