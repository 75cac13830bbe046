"""What becomes of labelled words: `python -m benchmarks.words [FOLDER...]`, folders with points.tsv and
reasons.tsv.

Each line is a form, a tab and the words as typed. Every line goes through the whole program: a workbook
with that cell, its letter, its problems. Good words are those that a sentence can carry; they should be
merged. The others should be held, count as empty, or be told.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from eitherway.books.closed.book import ClosedBook
from eitherway.letters.text import text_of
from eitherway.model.records import LetterState, Outcome
from eitherway.run import run
from eitherway_workbook import build

CASES = Path(__file__).parents[1] / "tests" / "words" / "forms" / "cases"
GIVEN = Path(__file__).parents[2] / "shared" / "cases" / "personal-words"
AS_OF = date(2026, 11, 18)
POINT, REASON = "What we talked about", "Why this job"
GOOD = {
    POINT: {"noun", "gerund", "wh", "talk"},
    REASON: {"noun", "gerund", "wh", "clause", "infinitive", "adjective"},
}
FILES = {POINT: "points.tsv", REASON: "reasons.tsv"}


class Case(NamedTuple):
    """A cell and what became of it: `sentence` is the letter's, `told` what was said of the cell."""

    column: str
    form: str
    words: str
    sentence: str
    told: str

    @property
    def is_good(self) -> bool:
        """Whether a sentence can carry such words."""
        return self.form in GOOD[self.column]

    @property
    def is_right(self) -> bool:
        """Merged where it can be, held or told where not; words that say nothing may go without a word."""
        if self.is_good:
            return bool(self.sentence)
        return not self.sentence or bool(self.told)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.words", description=__doc__)
    every = [*sorted(CASES.iterdir()), *filter(Path.is_dir, [GIVEN])]
    parser.add_argument("folders", nargs="*", type=Path, default=every)
    parser.add_argument("--all", action="store_true", help="print every sentence, not only what went wrong")
    given = parser.parse_args()
    say = Console(width=150)
    for folder in given.folders:
        cases = [case for column in FILES for case in judged(folder, column)]
        say.print(_table(folder.name, cases))
        for case in cases:
            if given.all or not case.is_right:
                mark = "  " if case.is_right else "! "
                say.print(
                    f"{mark}{case.form:<11} {case.words}  ->  {case.sentence or case.told or '(left out)'}"
                )


def judged(folder: Path, column: str) -> list[Case]:
    """Every line of a folder's file, as the program takes it."""
    lines = [line.split("\t", 1) for line in (folder / FILES[column]).read_text("utf-8").splitlines() if line]
    with tempfile.TemporaryDirectory() as home:
        book = Path(home, "words.xlsx")
        build(book, _rows([words for _, words in lines], column))
        outcome = run(ClosedBook(book), AS_OF, now=datetime(2026, 11, 18, 9), dry_run=False)  # noqa: DTZ001 - no zone
        found = list(_became(outcome, Path(home), column, [words for _, words in lines]))
    return [Case(column, form, words, *each) for (form, words), each in zip(lines, found, strict=True)]


def _rows(typed: Sequence[str], column: str) -> dict[str, list[dict[str, object]]]:
    """An application each, so that no two are a panel."""
    applications: list[dict[str, object]] = []
    talks: list[dict[str, object]] = []
    for number, words in enumerate(typed, 1):
        label = f"Firm {number} - Analyst"
        application: dict[str, object] = {
            "Application": label,
            "Company": f"Firm {number}",
            "Role": "Analyst",
        }
        talk = {"Application": label, "Date": date(2026, 11, 16), "Interviewer": f"Ada {_name(number)}"}
        why, point = (words, "the harbor") if column == REASON else ("", words)
        applications.append({**application, "Status": "Interviewing", REASON: why})
        talks.append({**talk, POINT: point})
    return {
        "Applications": applications,
        "Interviews": talks,
        "Settings": [{"Name": "Your name", "Value": "Dana Whitcombe"}],
    }


def _became(outcome: Outcome, home: Path, column: str, typed: Sequence[str]) -> Iterator[tuple[str, str]]:
    table = "Interviews" if column == POINT else "Applications"
    told: dict[int, str] = {}
    for problem in outcome.problems:
        if problem.where.table == table and problem.where.column == column:
            told.setdefault(problem.where.row, f"{problem.severity.value}: {problem.message}")
    for (letter, state), _ in zip(outcome.letters, typed, strict=True):
        words = str(letter.fields["point" if column == POINT else "reason"])
        sentence = ""
        if state is not LetterState.HELD and words:
            sentence = _with(words, text_of((home / letter.path).read_bytes()).text)
        yield sentence, told.get(letter.row, "")


def _with(words: str, text: str) -> str:
    """The paragraph that holds the words."""
    return next((each for each in text.split("\n\n") if words in each), "")


def _name(number: int) -> str:
    """A family name of its own for each number: Ba, Be, ... Zuzu."""
    syllables = [a + b for a in "bdfgklmnprst" for b in "aeiou"]
    return (syllables[number % 60] + syllables[number // 60 + 7] + "n").title()


def _table(title: str, cases: Sequence[Case]) -> Table:
    counts = Counter((case.column, case.is_good, case.is_right) for case in cases)
    table = Table("cell", "good, merged", "others held, left out or told", title=title, title_justify="left")
    for column in FILES:
        good, others = (
            f"{counts[column, kind, True]} of {counts[column, kind, True] + counts[column, kind, False]}"
            for kind in (True, False)
        )
        table.add_row(column, good, others)
    return table


if __name__ == "__main__":
    main()
