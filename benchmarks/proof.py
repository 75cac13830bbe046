"""What proofreading finds in labelled letters, what it finds wrongly, and how long it takes.

Run it with `python -m benchmarks.proof [--data ../shared/proof] [--missed]`; `benchmarks/labelled.py` says
what is counted and which letters are held out. Each letter is read twice: once knowing the names of all
letters, as a workbook would, and once knowing only its own. `python -m benchmarks` takes only the time.
"""

from __future__ import annotations

import argparse
import json
import resource
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks import timing
from benchmarks.labelled import (
    DATA,
    Labelled,
    Line,
    Reader,
    details,
    false_alarms,
    read_lines,
    read_set,
    recall,
    rules,
    sets,
)
from benchmarks.lengths import lengths
from benchmarks.rows import Row
from eitherway.model.codes import FindingCode, Severity
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.text import Proofreader
from eitherway.proof.text.copies import near_copies
from eitherway.proof.text.jsonl import known_from, manuscript_of
from eitherway.words.salutations.titles import is_title

MOST_MS, MOST_MB = 50, 400
WHAT = ("A letter proofread, engines loaded", "Memory of proofreading")


def main() -> None:
    """Measure everything and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument(
        "--missed",
        action="store_true",
        help="list what was missed and wrongly found",
    )
    given = parser.parse_args()
    console = Console(width=170, soft_wrap=True)
    say = console.print
    labelled = sets(given.data)
    taken = spent(labelled[0])
    proofreader = Proofreader()
    for title, alone in (("knowing all letters' names", False), ("knowing only their own names", True)):
        read = [read_set(each, proofreader.read, alone=alone) for each in labelled]
        say(recall(read, title))
        say(false_alarms(read, title))
        if not alone:
            say(rules(read))
            details(read if given.missed else (), lambda line: console.print(line, markup=False))
    say(panels(read_lines(given.data / "panel_pairs.jsonl")))
    say(names(read_lines(given.data / "names.jsonl"), proofreader.read, say if given.missed else None))
    say(titles(read_lines(given.data / "title_or_name.jsonl")))
    say(times(taken))
    say(lengths(proofreader))


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
from benchmarks.labelled import DATA, load
from benchmarks.proof import spent
labelled = load(DATA)
print(json.dumps(spent(labelled)))
"""


def spent(labelled: Labelled) -> Spent:
    """Proofread some of the broken letters in this process; `late` is what 95 % stay under."""
    known = known_from(labelled.clean.values())
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
