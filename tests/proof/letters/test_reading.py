"""What is read of each letter, and which cell a finding is traced to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document

from eitherway.letters.files import Merged
from eitherway.letters.merging import merge_letters
from eitherway.letters.owed.plan import plan_letters
from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.model.records import LetterState
from eitherway.proof.letters.reading import Proofread, proofread
from eitherway.proof.prose.manuscript import Dialect, Manuscript, Person
from tests.letters.merging import written
from tests.letters.workbooks import APPLICATION, AS_OF, DANA, RACHEL, TALK, Row, panel, workbook
from tests.proof.letters.stub import DOUBTFUL, MISSPELT, Stub, Wrong, one_by_one


def read(folder: Path, reader: Stub, **rows: Sequence[Row]) -> list[Proofread]:
    plan, tables = workbook(rows.pop("talks", (TALK,)), **rows)  # type: ignore[arg-type]  # rows of one table each
    merged = merge_letters(plan_letters(plan, tables), folder, folder, AS_OF)
    return proofread(merged, plan, tables, one_by_one(reader), reader)


def found(folder: Path, wrong: Wrong, **rows: Sequence[Row]) -> list[tuple[str, str]]:
    (letter,) = read(folder, Stub(wrong), **rows)
    return [(each.finding.code, each.finding.source) for each in letter.found]


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("reports off", "Interviews!G2 (What we talked about)"),
        ("about moving", "Interviews!G2 (What we talked about)"),
        ("publishes", "Applications!L2 (Why this job)"),
        ("Data Analyst", "Applications!C2 (Role)"),
        ("Dear Rachel", "Interviewers!B2 (Greet as)"),
        ("Dana", "Settings!B2 (Value)"),
    ],
)
def test_words_are_traced_to_the_cell_they_came_from(words: str, cell: str, tmp_path: Path) -> None:
    ((_, source),) = found(tmp_path, {words: DOUBTFUL})
    assert source == cell


def test_the_rest_is_the_templates(tmp_path: Path) -> None:
    assert found(tmp_path, {"Dear": MISSPELT}) == [("spelling", "warm/thank-you.email.docx, paragraph 1")]


def test_what_the_whole_letter_lacks_has_no_paragraph(tmp_path: Path) -> None:
    wrong = {"Dear": (FindingCode.NO_ASK, Severity.ERROR)}
    assert found(tmp_path, wrong) == [("no-ask", "warm/thank-you.email.docx")]


def test_a_letter_that_is_too_long_and_an_address_that_does_not_fit_name_their_cells(tmp_path: Path) -> None:
    wrong = {
        "Dear": (FindingCode.TOO_LONG, Severity.ERROR),
        "Dana": (FindingCode.EMAIL_NAME, Severity.WARNING),
    }
    assert found(tmp_path, wrong) == [
        ("too-long", "Interviews!G2 (What we talked about)"),
        ("email-name", "Interviewers!E2 (Email)"),
    ]


def test_a_reader_is_told_what_the_workbook_knows(tmp_path: Path) -> None:
    reader = Stub({})
    read(tmp_path, reader, talks=panel("Rachel Vilsack", "Mei Chen"))
    first, second = reader.seen
    assert first.text.startswith("Dear ")
    assert (first.to.full, first.to.email) == ("Rachel Vilsack", "rachel@northwind.example")
    assert first.others == (Person("Mei Chen", family="Chen", bare="Mei Chen"),)
    assert (first.company, first.role, first.kind) == ("Northwind Traders", "Data Analyst", "thank-you")
    assert (first.sender, first.dialect, first.decided) == ("Dana Whitcombe", Dialect.US, False)
    assert first.greeting is not None
    assert f"Dear {first.greeting}," in first.text
    assert [person.full for person in second.others] == ["Rachel Vilsack"]
    assert set(reader.known.people) == {"Rachel Vilsack", "Mei Chen", DANA.your_name}
    assert reader.known.roles == ("Data Analyst",)
    assert reader.known.places["Rachel Vilsack"] == "Interviews!2"
    assert reader.known.places["Data Analyst"] == "Applications!2"


@pytest.mark.parametrize(
    ("application", "decided"),
    [
        ({"Status": "Interviewing"}, False),
        ({"Status": "Rejected"}, True),
        ({"Decided on": "2026-11-20"}, True),
        ({"Decided on": "2026-12-20"}, False),
    ],
)
def test_a_decision_is_known_by_status_or_day(application: Row, decided: bool, tmp_path: Path) -> None:
    reader = Stub({})
    read(tmp_path, reader, applications=[{**APPLICATION, **application}])
    assert reader.seen[0].decided is decided


def test_the_point_of_a_letter_that_is_held_is_read_as_typed(tmp_path: Path) -> None:
    reader = Stub({"reports": MISSPELT, "enjoyed": MISSPELT})
    (letter,) = read(tmp_path, reader, applications=[{**APPLICATION, "Company": ""}])
    assert letter.merged.result.state is LetterState.HELD
    (only,) = letter.found
    point = str(TALK["What we talked about"])
    assert point[only.finding.start : only.finding.end] == "reports"
    assert only.finding.source == "Interviews!G2 (What we talked about)"


def test_nothing_is_read_where_nothing_was_typed(tmp_path: Path) -> None:
    reader = Stub({})
    read(tmp_path, reader, talks=[{**TALK, "What we talked about": ""}])
    assert reader.seen == []


def test_a_letter_that_the_user_edited_may_greet_in_any_form_and_is_never_held(tmp_path: Path) -> None:
    plan, tables = workbook()
    (letter,) = plan_letters(plan, tables)
    file = written(letter, tmp_path)
    document = Document(str(file))
    document.add_paragraph("Recieved.")
    document.save(str(file))
    reader = Stub({"Recieved": MISSPELT})
    (kept,) = read(tmp_path, reader)
    assert kept.merged.result.state is LetterState.KEPT
    assert reader.seen[0].greeting is None
    (only,) = kept.found
    assert (only.cell, only.finding.severity) == (None, Severity.WARNING)
    assert only.finding.source.startswith("paragraph ")


def test_a_file_that_is_no_letter_is_said(tmp_path: Path) -> None:
    plan, tables = workbook()
    (letter,) = plan_letters(plan, tables)
    file = tmp_path / letter.path
    file.parent.mkdir(parents=True)
    file.write_bytes(b"notes of my own")
    (kept,) = read(tmp_path, Stub({}))
    assert kept.why_unread == "it is not a Word document (.docx)"


def test_a_panel_is_compared_and_no_one_else(tmp_path: Path) -> None:
    panels: list[list[str]] = []

    def copies(letters: Sequence[Manuscript]) -> list[list[Finding]]:
        panels.append([letter.to.full for letter in letters])
        return [[Finding(FindingCode.NEAR_COPY, Severity.ERROR, "Alike.", 0, 4)] for _ in letters]

    talks = [*panel("Rachel Vilsack", "Mei Chen"), {**TALK, "Interviewer": "Bo Lind", "Date": "2026-11-17"}]
    plan, tables = workbook(talks, interviewers=[RACHEL])
    merged: list[Merged] = merge_letters(plan_letters(plan, tables), tmp_path, tmp_path, AS_OF)
    letters = proofread(merged, plan, tables, one_by_one(Stub({}), copies), Stub({}))
    assert panels == [["Rachel Vilsack", "Mei Chen"]]
    assert [[str(each.cell) for each in letter.found] for letter in letters] == [
        ["Interviews!G2 (What we talked about)"],
        ["Interviews!G3 (What we talked about)"],
        [],
    ]
