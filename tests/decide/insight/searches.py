"""Random searches: the workbooks of tests/decide with the cells that figures are counted from besides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from eitherway.decide import decide
from eitherway.decide.insight.figures import insight
from eitherway.decide.insight.week import review
from eitherway.model.insight import Insight, Review
from eitherway.model.records import Plan
from tests.decide import reference
from tests.decide.agreement import as_tables, random_workbook
from tests.decide.test_laws import YEARS_END, books, some_days

STATUSES = ("Applied", "Interviewing", "Offer", "Accepted", "Withdrawn", "Rejected")
NAMED = ("LinkedIn", " linked  In", "LINKEDIN", "Job fair", "")

more = st.fixed_dictionaries(
    {
        "Status": st.sampled_from([*STATUSES, ""]),
        "Applied on": some_days,
        "Decided on": some_days,
        "Source": st.sampled_from(NAMED),
        "Industry": st.sampled_from(("Health", "health", "Energy", "")),
    }
)


@st.composite
def searches(draw: st.DrawFn) -> reference.Workbook:
    """Any workbook at all; in most all happens within few days, so that days often meet."""
    book, closer = draw(books), draw(st.sampled_from((1, 4, 8, 16)))

    def near(cells: reference.Row) -> reference.Row:
        return {
            name: closer_by(cell, closer) if isinstance(cell, date) else cell for name, cell in cells.items()
        }

    labels = draw(st.lists(st.sampled_from(("Northwind", "Contoso")), min_size=1, max_size=2, unique=True))
    applications = [*({"Application": label, "Decision by": None} for label in labels), *book.applications]
    return replace(
        book,
        interviews=[near(row) for row in book.interviews],
        applications=[near({**row, **draw(more)}) for row in applications],
    )


def closer_by(day: date, times: int) -> date:
    """The day drawn so many times closer to the end of the year."""
    return YEARS_END + timedelta((day - YEARS_END).days // times)


def long_search(seed: int) -> tuple[reference.Workbook, date]:
    """Forty workbooks of tests/decide in one: enough for rates, medians and differences."""
    random = Random(seed)
    parts = [random_workbook(random) for _ in range(random.choice((3, 12, 40)))]
    book, as_of = parts[0]
    interviews, applications = [], []
    for number, (part, _) in enumerate(parts):
        named = {"Application": lambda label, number=number: f"{label} of {number}"}
        interviews += [
            {**row, "Application": named["Application"](row["Application"])}
            | {name: None for step in book.cadence if (name := f"{step['Step']} sent") not in row}
            for row in part.interviews
        ]
        applications += [
            {**row, **_more(random, as_of), "Application": named["Application"](row["Application"])}
            for row in part.applications
        ]
    steps = {f"{step['Step']} sent" for step in book.cadence}
    own = [{name: row[name] for name in row if name != "Call sent" or name in steps} for row in interviews]
    return replace(book, interviews=own, applications=applications), as_of


def _more(random: Random, as_of: date) -> reference.Row:
    met = random.random() < 0.5
    return {
        "Status": random.choice(STATUSES if met else ("Applied", "Interviewing", "Rejected")),
        "Applied on": as_of - timedelta(random.randint(-3, 90)) if random.random() < 0.8 else None,
        "Decided on": as_of - timedelta(random.randint(-3, 30)) if random.random() < 0.4 else None,
        "Source": random.choices(("LinkedIn", "Referral", "Job fair", ""), (5, 3, 1, 1))[0],
        "Industry": random.choice(("Health", "Energy", "Retail")),
    }


def told(book: reference.Workbook, as_of: date) -> tuple[Insight, Review, Plan]:
    """What the code under test says."""
    made, broken = as_tables(book)
    plan = decide(made, as_of, broken)
    return insight(made, plan), review(made, plan), plan
