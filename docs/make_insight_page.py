"""Write docs/insight.md: each figure of the Dashboard, its definition, and the demo's own number beside it.

Run `python docs/make_insight_page.py` after a change to a definition or to the example; a test holds the page
to it. The definitions are the docstrings of the functions that work the figures out.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from eitherway.books.closed.book import ClosedBook
from eitherway.command_line.insight import review_lines, stats_lines
from eitherway.decide.insight import figures, funnel, letters, rates, searched, silence, waiting, week
from eitherway.decide.insight import said as saying
from eitherway.model.insight import FEW, NACE, Insight, Review
from eitherway.run import look_closely
from eitherway_workbook import build, example

PAGE = Path(__file__).with_name("insight.md")
DAY = date(2026, 11, 20)
"""The day of all examples on the pages."""

BOOK = "job-search.xlsx"

OPENING = """\
# What the search tells

*This page is made from the docstrings of `pipeline/eitherway/decide/insight/` and the demo of {day} by
`python docs/make_insight_page.py`.*

The sheet Dashboard and `eitherway stats` show the same figures, worked out by the same functions. Every run
makes the Dashboard's tables anew, and writes plain values there: no formula has to be worked out, so Excel,
LibreOffice and a preview on a telephone show the same. Its charts are native ones over these tables.

Three rules hold for all of it:

- From fewer than {few} a rate is grey, and only the count is shown: one more or less would turn it over.
- What is usual (a rate in a sentence, a median, a difference) is said of 20 and more. Of fewer, only what was
  counted is told.
- Who still waits is counted as waiting: neither left out nor taken for a no.

A workbook made by an earlier version keeps its Dashboard as it is, with that version's charts;
`new --upgrade` adds columns and settings to it, but draws no charts. `eitherway stats` and `eitherway review`
work on it all the same. For the new Dashboard, make a workbook with `eitherway new` and copy your rows into
its tables.

## The words
"""

CLOSING = """\
## The week

`eitherway review BOOK` shows the seven days up to today, with `--docx` as a page.

{review}

```
{printed}
```
"""


def page() -> str:
    """The whole page as Markdown."""
    told, reviewed = _demo()
    totals, answers = told.totals, told.answers
    sections = [
        OPENING.format(day=DAY, few=FEW).rstrip(),
        _prose(searched.__doc__ or ""),
        "## The figures\n\n| figure | in the demo | how it counts |\n| --- | --- | --- |",
    ]
    rows = [
        ("Applications", totals.applications, _first(searched.__doc__)),
        ("Open", totals.open, _part(figures.totals, "Open")),
        ("Interviews", totals.interviews, _part(figures.totals, "Interviews")),
        ("Offers", totals.offers, _part(figures.totals, "Offers")),
        ("To write", totals.to_write, _part(figures.totals, "To write")),
        ("Letters sent", totals.letters, _part(figures.totals, "Letters sent")),
        ("Answered", f"{answers.answered} ({answers.undated} on a day that is not known)", "See below."),
        ("Unanswered", answers.unanswered, "See below."),
        ("Days to an answer", answers.median, _part(waiting.answer_times, "Median")),
    ]
    table = "\n".join(f"| {name} | {number} | {' '.join(how.split())} |" for name, number, how in rows)
    parts: list[tuple[str, list[Callable[..., object]], str]] = [
        ("How far applications came", [funnel.funnel], _line("How far", told)),
        (
            "Which source and which industry bring interviews",
            [rates.rates, rates.clear_differences],
            _line("Sources", told),
        ),
        (
            "How long an answer takes",
            [waiting.waits, waiting.answer_times],
            f"{_line('Answers', told)}\n\n{NACE}",
        ),
        ("Silence", [silence.silence], _line("Silence", told)),
        ("Letters a week", [letters.letters_sent, letters.letters_a_week], ""),
        ("What followed a letter", [letters.followed], _line("Letters", told)),
        ("What the sentences say", [saying.said], ""),
    ]
    sections[-1] += f"\n{table}"
    for heading, functions, shown in parts:
        text = "\n\n".join(_prose(inspect.getdoc(function) or "") for function in functions)
        sections.append(f"## {heading}\n\n{text}" + (f"\n\n{shown}" if shown else ""))
    printed = "\n".join(stats_lines(Path(BOOK), told))
    sections.append(
        f"## All of it\n\n`eitherway stats {BOOK}` prints for the demo:\n\n```\n{_plain(printed)}\n```"
    )
    told_week = _plain("\n".join(review_lines(Path(BOOK), reviewed)))
    sections.append(
        CLOSING.format(review=_prose(inspect.getdoc(week.review) or ""), printed=told_week).rstrip()
    )
    return "\n\n".join(sections) + "\n"


def _demo() -> tuple[Insight, Review]:
    with TemporaryDirectory() as folder:
        book = Path(folder, BOOK)
        build(book, example(DAY))
        outcome, tables = look_closely(ClosedBook(book), DAY)
        return figures.insight(tables, outcome.plan), week.review(tables, outcome.plan)


def _line(about: str, told: Insight) -> str:
    words = next(each.words for each in told.said if each.about == about)
    return f"In the demo: {words}"


def _first(doc: str | None) -> str:
    """The definition of an application, from the module's docstring."""
    found = re.search(r"An \*application\*.*?took place\.", doc or "", re.DOTALL)
    assert found
    return found[0]


def _part(function: Callable[..., object], word: str) -> str:
    """What a docstring says of one word, up to the next one."""
    found = re.search(rf"\*{word}\*: (.*?)(?= \*[A-Z]|\Z)", " ".join((function.__doc__ or "").split()))
    assert found, word
    return found[1][:1].upper() + found[1][1:]


def _prose(doc: str) -> str:
    return inspect.cleandoc(doc).replace("`flags` are the applications' flags, by Excel row.", "").strip()


def _plain(printed: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", printed)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
