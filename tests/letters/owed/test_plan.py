"""Which letters are owed, what their fields are, and why one must wait."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from operator import eq
from typing import Any

import pytest

from eitherway.letters.owed.plan import plan_letters
from eitherway.letters.template.environment import among
from eitherway.model.codes import Code, Severity
from eitherway.model.records import Flag, Letter
from tests.letters.workbooks import APPLICATION, DANA, RACHEL, TALK, panel, workbook


def only(*args: Any, **rows: Any) -> Letter:
    (letter,) = plan_letters(*workbook(*args, **rows))
    return letter


@pytest.mark.parametrize("flag", list(Flag))
def test_a_letter_is_owed_for_what_stands_on_todays_list(flag: Flag) -> None:
    letters = plan_letters(*workbook([{**TALK, "Flag": flag}]))
    assert len(letters) == (flag in (Flag.OVERDUE, Flag.DUE, Flag.SOON))


def test_a_letter_says_where_it_goes_and_from_which_template() -> None:
    letter = only([{**TALK, "Flag": Flag.DONE}, {**TALK, "Step": "Last note", "Date": "2026-11-02"}])
    assert (letter.row, letter.interviewer, letter.step) == (3, "Rachel Vilsack", "Last note")
    assert letter.path == "Letters/Northwind Traders/2026-11-02 Rachel Vilsack - last-note e-mail.docx"
    assert (letter.tone, letter.template) == ("Warm", "last-note")
    assert (str(letter.where), str(letter.template_where)) == (
        "Interviews!Y3 (Letter)",
        "Cadence!B4 (Letter)",
    )
    assert letter.held is None


@pytest.mark.parametrize(
    ("row", "application", "tone"),
    [("Plain", "Formal", "Plain"), ("", "Formal", "Formal"), ("", "", "Warm")],
)
def test_the_tone_is_the_rows_else_the_applications_else_settings(
    row: str, application: str, tone: str
) -> None:
    letter = only([{**TALK, "Tone": row}], applications=[{**APPLICATION, "Tone": application}])
    assert letter.tone == tone


@pytest.mark.parametrize(("folder", "within"), [("", ""), ("My letters", "My letters/"), ("a\\b", "a/b/")])
def test_letters_lie_in_the_letters_folder(folder: str, within: str) -> None:
    letter = only(settings=replace(DANA, letters_folder=folder))
    assert letter.path == f"{within}Northwind Traders/2026-11-16 Rachel Vilsack - thank-you e-mail.docx"


def test_a_path_does_not_depend_on_which_letters_are_owed() -> None:
    twins = [{**TALK, "Interviewer": "Ann"}, {**TALK, "Interviewer": "ANN"}]
    both = [letter.path for letter in plan_letters(*workbook(twins))]
    second = only([{**twins[0], "Flag": Flag.DONE}, twins[1]])
    assert (
        both[1]
        == second.path
        == "Letters/Northwind Traders/2026-11-16 ANN (Data Analyst) - thank-you e-mail.docx"
    )


@pytest.mark.parametrize(
    ("interviewer", "greeting", "title"),
    [
        (RACHEL, "Rachel Vilsack", "Head of Analytics"),
        ({**RACHEL, "Greet as": "Rachel"}, "Rachel", "Head of Analytics"),
        ({**RACHEL, "Interviewer": "  rachel  VILSACK"}, "rachel VILSACK", "Head of Analytics"),
        ({**RACHEL, "Interviewer": "Someone Else"}, "Rachel Vilsack", ""),
        ({**RACHEL, "Company": "A recruiter"}, "Rachel Vilsack", "Head of Analytics"),
    ],
)
def test_the_interviewer_is_found_by_name(interviewer: dict[str, str], greeting: str, title: str) -> None:
    recipient: Any = only(interviewers=[interviewer]).fields["recipient"]
    assert (recipient["greeting"], recipient["title"]) == (greeting, title)


@pytest.mark.parametrize(
    ("company", "title"), [("northwind traders", "Hers"), ("Elsewhere", ""), ("Contoso", "Not hers")]
)
def test_of_two_of_one_name_the_one_at_the_company_is_meant(company: str, title: str) -> None:
    two = [
        {**RACHEL, "Title": "Not hers", "Company": "Contoso"},
        {**RACHEL, "Title": "Hers", "Company": company},
    ]
    recipient: Any = only(interviewers=two).fields["recipient"]
    assert recipient["title"] == title


def test_of_two_rows_of_one_person_application_or_step_the_first_counts() -> None:
    letter = only(
        applications=[{**APPLICATION, "Reference": "first"}, {**APPLICATION, "Reference": "second"}],
        interviewers=[{**RACHEL, "Title": "First"}, {**RACHEL, "Title": "Second"}],
        cadence=[{"Step": "Thank-you", "Letter": "first"}, {"Step": "Thank-you", "Letter": "second"}],
    )
    recipient: Any = letter.fields["recipient"]
    assert (letter.fields["reference"], recipient["title"], letter.template) == ("first", "First", "first")
    assert letter.template_where.row == 2


@pytest.mark.parametrize(
    ("language", "honorific", "greeting"), [("en-US", "Dr.", "Dr. Okafor"), ("en-GB", "Dr", "Dr Okafor")]
)
def test_the_parts_of_a_name_are_fields(language: str, honorific: str, greeting: str) -> None:
    typed = {**RACHEL, "Interviewer": "Dr. Ngozi Okafor, PhD (HR)"}
    settings = replace(DANA, language=language)
    letter = only([{**TALK, "Interviewer": typed["Interviewer"]}], interviewers=[typed], settings=settings)
    recipient: Any = letter.fields["recipient"]
    assert recipient["name"] == recipient["block"].splitlines()[0] == f"{honorific} Ngozi Okafor, PhD"
    assert (recipient["honorific"], recipient["given"], recipient["family"]) == (honorific, "Ngozi", "Okafor")
    assert recipient["greeting"] == greeting


def test_the_address_block_says_nothing_twice() -> None:
    pasted = {**RACHEL, "Address": "Rachel Vilsack\nNorthwind Traders\n\n200 River Road"}
    recipient: Any = only(interviewers=[pasted]).fields["recipient"]
    assert recipient["block"].splitlines() == [
        "Rachel Vilsack",
        "Head of Analytics",
        "Northwind Traders",
        "200 River Road",
    ]


def test_a_panel_has_turns_one_after_the_other_apart_from_those_of_its_employers_other_days() -> None:
    talks = [
        *panel("Ann", "Bob", Date="2026-11-16"),
        *panel("Cy", Date="2026-11-02"),
        *panel("Di", Date="2026-11-16"),
        *panel("Ed", Date="2026-11-16", Application="Another"),
    ]
    applications = [APPLICATION, {**APPLICATION, "Application": "Another"}]
    seats: list[Any] = [
        letter.fields["panel"] for letter in plan_letters(*workbook(talks, applications=applications))
    ]
    assert [(each["position"], each["size"]) for each in seats] == [(1, 3), (2, 3), (1, 1), (3, 3), (1, 1)]
    ann, bob, cy, di, ed = (each["turn"] for each in seats)
    assert (bob, di) == (ann + 1, ann + 2)
    assert len({each % 8 for each in (ann, bob, cy, di, ed)}) == 5


def test_a_panel_larger_than_the_wordings_repeats_sentences_and_no_letter() -> None:
    talks = [{**TALK, "Interviewer": f"Person {n}", "What we talked about": f"map {n}"} for n in range(10)]
    letters = plan_letters(*workbook(talks))
    turns: list[Any] = [letter.fields["panel"] for letter in letters]
    texts = [tuple(among(each, 8, pick) for pick in range(1, 6)) for each in turns]
    assert len(set(texts)) == 10
    assert max(sum(map(eq, one, other)) for one, other in combinations(texts, 2)) == 1


def test_other_senders_have_other_wordings_for_the_same_job() -> None:
    turns = {
        only(settings=replace(DANA, your_name=name)).fields["panel"]["turn"]  # type: ignore[index]  # a mapping
        for name in ("Dana Whitcombe", "Robin Vale", "Ana Silva", "Jo Bell", "Li Wei")
    }
    assert len(turns) > 1


def test_both_ways_are_two_documents_with_other_sentences() -> None:
    letter, email = plan_letters(*workbook([{**TALK, "Channel": "Both"}]))
    assert (letter.channel, email.channel) == ("Post", "Email")
    assert letter.path.endswith(" - thank-you.docx")
    assert email.path.endswith(" - thank-you e-mail.docx")
    assert letter.fields["panel"] != email.fields["panel"]


@pytest.mark.parametrize(("planned", "spoken"), [("2026-11-25", "Wednesday, November 25"), ("", "")])
def test_the_decision_date_is_the_plans(planned: str, spoken: str) -> None:
    """Not the cells: which of them counts, the plan has decided."""
    talk = {**TALK, "Decision by": "2026-11-20", "Decision date": planned}
    letter = only([talk], applications=[{**APPLICATION, "Decision by": "2026-11-20"}])
    assert letter.fields["decision_date"] == spoken


@pytest.mark.parametrize(
    ("language", "dates"),
    [
        ("en-US", ("November 22, 2026", "Monday, November 16")),
        ("en-GB", ("22 November 2026", "Monday 16 November")),
    ],
)
def test_dates_are_in_the_languages_own_form(language: str, dates: tuple[str, str]) -> None:
    fields = only(settings=replace(DANA, language=language)).fields
    assert (fields["date"], fields["interview_date"]) == dates


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (" moving the reports. ", "moving the reports"),
        ("Acme Inc.;", "Acme Inc"),
        ("NASA and McDonald", "NASA and McDonald"),
        ("line one\nline two", "line one\nline two"),
        (" . ", ""),
    ],
)
def test_a_point_leaves_its_stop_to_the_sentence(typed: str, words: str) -> None:
    assert only([{**TALK, "What we talked about": typed}]).fields["point"] == words


@pytest.mark.parametrize(("day", "passed"), [("2026-11-20", "Friday, November 20"), ("2026-11-24", "")])
def test_a_day_that_has_not_come_has_not_passed(day: str, passed: str) -> None:
    fields = only([{**TALK, "Step": "Check-in", "Decision date": day}]).fields
    assert (fields["decision_passed"], bool(fields["decision_date"])) == (passed, True)


@pytest.mark.parametrize(
    ("typed", "because"),
    [
        ("their mission", "of your mission"),
        ("to learn more", "I want to learn more"),
        ("working with data", "I would enjoy working with data"),
        ("how you treat your staff", "of how you treat your staff"),
        ("challenging", "it is challenging"),
        ("n/a", ""),
    ],
)
def test_a_reason_goes_on_after_because_whatever_its_form(typed: str, because: str) -> None:
    letter = only(applications=[{**APPLICATION, "Why this job": typed}])
    assert (letter.held, letter.fields["why_this_job"]) == (None, because)


def test_own_words_make_a_letter_without_a_point() -> None:
    letter = only([{**TALK, "What we talked about": "", "In your own words": "the plan follows on Friday"}])
    assert letter.held is None
    assert (letter.fields["point"], letter.fields["own_words"]) == ("", "The plan follows on Friday.")


@pytest.mark.parametrize("typed", ["because it matters.", "Because it matters", "it matters"])
def test_the_reason_may_be_typed_with_its_because(typed: str) -> None:
    assert only(applications=[{**APPLICATION, "Why this job": typed}]).fields["why_this_job"] == "it matters"


@pytest.mark.parametrize("step", ["Thank-you", "Check-in", "Last note"])
@pytest.mark.parametrize("point", ["", " . "])
def test_a_letter_without_a_personal_point_is_held_kindly(step: str, point: str) -> None:
    held = only([{**TALK, "Step": step, "What we talked about": point}]).held
    assert held is not None
    assert (held.code, held.severity) == (Code.NO_PERSONAL_POINT, Severity.ERROR)
    assert str(held) == (
        f"Interviews!G2 (What we talked about): The {step.lower()} letter to Rachel Vilsack waits for "
        "something that only you know: what the two of you talked about. Type a few words, such as "
        '"moving the reports off paper". Which question of theirs made you think? What did they show you, or '
        "tell you about their work? What did the two of you agree on, or laugh about?"
    )


def test_without_a_senders_name_every_letter_waits() -> None:
    held = only(settings=replace(DANA, your_name="")).held
    assert held is not None
    assert (held.code, str(held.where)) == (Code.NO_SENDER_NAME, "Settings!B2 (Value)")


@pytest.mark.parametrize("folder", ["../elsewhere", "/tmp", "C:\\Letters", "a/../../b"])
def test_a_letters_folder_elsewhere_holds_every_letter(folder: str) -> None:
    letter = only(settings=replace(DANA, letters_folder=folder))
    assert letter.held is not None
    assert (letter.held.code, str(letter.held.where)) == (
        Code.LETTER_NOT_WRITTEN,
        "Settings!B11 (Value)",
    )
    assert folder in letter.held.message
    assert letter.path == "Northwind Traders/2026-11-16 Rachel Vilsack - thank-you e-mail.docx"


@pytest.mark.parametrize(("column", "cell"), [("Company", "B2"), ("Role", "C2")])
def test_without_company_or_role_the_letter_waits(column: str, cell: str) -> None:
    held = only(applications=[{**APPLICATION, column: ""}]).held
    assert held is not None
    assert (held.code, held.where.sheet, held.where.cell) == (Code.REQUIRED_EMPTY, "Applications", cell)


def test_a_step_that_names_no_template_holds_its_letters() -> None:
    held = only(cadence=[{"Step": "Thank-you", "Letter": ""}]).held
    assert held is not None
    assert (held.code, held.where.cell) == (Code.NO_TEMPLATE, "B2")
