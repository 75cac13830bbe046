"""The letters of one sender to three employers, of every tone and kind: no two are much alike."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from eitherway.letters.merging import merge_letters
from eitherway.letters.owed.plan import plan_letters
from eitherway.letters.text import text_of
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.text.copies import near_copies
from tests.letters.panel_of_eight import LANGUAGES, OF_EACH_TONE, TONES, Panel, settings
from tests.letters.workbooks import APPLICATION, AS_OF, TALK, Row, workbook

pytestmark = pytest.mark.slow

EMPLOYERS = (
    ("Northwind Traders", "Data Analyst", "Rachel Vilsack", "the reports that nobody reads"),
    ("St. Brigid's Hospital", "Staff Nurse", "Tom Will", "how the night crew hands over"),
    ("Wingtip Toys", "Welder", "Yusuf Demir", "training new fitters"),
)
COMPANIES, ROLES, NAMES, _ = zip(*EMPLOYERS, strict=True)
PANELS = [
    Panel(tone, kind, channel, language, "short")
    for tone, (kind, channel), language in product(TONES, OF_EACH_TONE, LANGUAGES)
]


@pytest.mark.parametrize("days", [(16, 16, 16), (9, 11, 13)], ids=("one day", "three days"))
@pytest.mark.parametrize("why", ["the team publishes what it learns", ""], ids=("a reason", "none"))
@pytest.mark.parametrize("panel", PANELS, ids=str)
def test_no_two_of_three_employers_get_letters_that_are_much_alike(
    panel: Panel, why: str, days: tuple[int, int, int]
) -> None:
    read = [
        Manuscript(
            text,
            Person(name),
            sender=settings(panel).your_name,
            company=company,
            role=role,
            kind=panel.kind,
            greeting=name,
        )
        for text, (company, role, name, _) in zip(_texts(panel, why, days), EMPLOYERS, strict=True)
    ]
    assert near_copies(read, Known(NAMES, COMPANIES, ROLES)) == [[]] * len(EMPLOYERS)


def _texts(panel: Panel, why: str, days: tuple[int, int, int]) -> list[str]:
    labels = [f"{company} - {role}" for company, role, *_ in EMPLOYERS]
    shared: Row = {**APPLICATION, "Tone": panel.tone, "Why this job": why}
    applications = [
        {**shared, "Application": label, "Company": company, "Role": role}
        for label, (company, role, *_) in zip(labels, EMPLOYERS, strict=True)
    ]
    talks = [
        {
            **TALK,
            "Application": label,
            "Date": f"2026-11-{day:02}",
            "Interviewer": name,
            "What we talked about": point,
            "Step": panel.kind,
            "Channel": panel.channel,
        }
        for label, day, (_, _, name, point) in zip(labels, days, EMPLOYERS, strict=True)
    ]
    plan, tables = workbook(
        talks,
        applications=applications,
        interviewers=[{"Interviewer": name} for name in NAMES],
        settings=settings(panel),
        cadence=[{"Step": panel.kind, "Letter": panel.kind}],
    )
    nowhere = Path("no folder of this name")
    merged = merge_letters(plan_letters(plan, tables), nowhere, nowhere, AS_OF)
    return [text_of(each.content).text for each in merged]
