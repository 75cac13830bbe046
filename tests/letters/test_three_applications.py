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
from tests.letters.workbooks import APPLICATION, AS_OF, TALK, workbook

pytestmark = pytest.mark.slow

EMPLOYERS = (
    ("Northwind Traders", "Data Analyst", "Rachel Vilsack", "the reports that nobody reads"),
    ("St. Brigid's Hospital", "Staff Nurse", "Tom Will", "how the night crew hands over"),
    ("Wingtip Toys", "Welder", "Yusuf Demir", "training new fitters"),
)
WHY = "the team publishes what it learns"


@pytest.mark.parametrize("same_day", [True, False], ids=("one day", "three days"))
@pytest.mark.parametrize("why", [WHY, ""], ids=("a reason", "none"))
@pytest.mark.parametrize(
    ("tone", "kind", "channel", "language"),
    [(tone, *each, language) for tone, each, language in product(TONES, OF_EACH_TONE, LANGUAGES)],
)
def test_no_two_of_three_employers_get_letters_that_are_much_alike(
    tone: str, kind: str, channel: str, language: str, why: str, same_day: bool
) -> None:
    panel = Panel(tone, kind, channel, language, "short")
    labels = [f"{company} - {role}" for company, role, *_ in EMPLOYERS]
    applications = [
        {**APPLICATION, "Application": label, "Company": company, "Role": role, "Tone": tone, "Why this job": why}
        for label, (company, role, *_) in zip(labels, EMPLOYERS, strict=True)
    ]
    talks = [
        {
            **TALK,
            "Application": label,
            "Date": f"2026-11-{16 if same_day else 9 + 2 * number:02}",
            "Interviewer": name,
            "What we talked about": point,
            "Step": kind,
            "Channel": channel,
        }
        for number, (label, (_, _, name, point)) in enumerate(zip(labels, EMPLOYERS, strict=True))
    ]
    plan = workbook(
        talks,
        applications=applications,
        interviewers=[{"Interviewer": name} for *_, name, _ in EMPLOYERS],
        settings=settings(panel),
        cadence=[{"Step": kind, "Letter": kind}],
    )
    letters = plan_letters(*plan)
    nowhere = Path("no folder of this name")
    merged = merge_letters(letters, nowhere, nowhere, AS_OF)
    read = [
        Manuscript(
            text_of(each.content).text,
            Person(name),
            sender=settings(panel).your_name,
            company=company,
            role=role,
            others=(),
            kind=kind,
            greeting=name,
        )
        for each, (company, role, name, _) in zip(merged, EMPLOYERS, strict=True)
    ]
    known = Known(
        tuple(name for *_, name, _ in EMPLOYERS),
        tuple(company for company, *_ in EMPLOYERS),
        tuple(role for _, role, *_ in EMPLOYERS),
    )
    assert near_copies(read, known) == [[]] * len(EMPLOYERS)
