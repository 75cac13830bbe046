"""How the step that is owed goes out."""

from __future__ import annotations

from eitherway.decide import decide
from eitherway.model.records import Settings
from tests.decide.workbooks import Row, conversations, known_day, tables
from tests.grids import grid

APPLICATIONS = """
Application | Company   | Role    | Status
Northwind   | Northwind | Analyst | Interviewing
Contoso     | Contoso   | Analyst | Interviewing
"""

INTERVIEWERS = """
Interviewer | Company    | Channel
Mei Chen    | Contoso    | Post
MEI  CHEN   | NORTH wind | Post
mei chen    | northwind  | Both
Ana Ruiz    | Elsewhere  | Post
Ana Ruiz    | Nowhere    | Both
Jo Berg     |            |
Kim Park    | Fabrikam   | Post
Kim Park    | Northwind  |
Lee Moss    | Elsewhere  | Both
Lee Moss    | elsewhere  | Post
"""


def channels(text: str, thank_you_by: str = "Email") -> list[str]:
    book = tables(
        conversations(text),
        grid(APPLICATIONS),
        interviewers=grid(INTERVIEWERS),
        settings=Settings(country="", thank_you_by=thank_you_by),
    )
    return decide(book, known_day("24 Nov"), []).conversations["Channel"].to_list()


def test_a_thank_you_goes_as_the_row_says_else_the_interviewer_else_settings() -> None:
    """The interviewer is the one of that name at the application's company, else the only one of that name;
    the first row of a person counts.
    """
    text = """
        Application | Interviewer | Channel
        Northwind   | Mei Chen    | Post
        Northwind   | Mei Chen    |
        Contoso     | Mei Chen    |
        Unknown     | Mei Chen    |
        Northwind   | Ana Ruiz    |
        Northwind   | Jo Berg     |
        Northwind   | Kim Park    |
        Northwind   | New Name    |
        Northwind   | Lee Moss    |
        """
    expected = ["Post", "Both", "Post", "Email", "Email", "Email", "Email", "Email", "Both"]
    assert channels(text) == expected
    assert channels(text, "Post")[3:] == ["Post", "Post", "Post", "Post", "Post", "Both"]


def test_every_other_step_is_a_short_email_and_no_step_has_no_channel() -> None:
    text = """
        Channel | Thank-you | Check-in | Follow up
        Post    | 17 Nov    |          | All steps
        Post    | 17 Nov    | 24 Nov   | All steps
        Post    | 17 Nov    |          | Nothing
        """
    assert channels(text, "Post") == ["Email", "Email", ""]


def test_without_any_interviewers_settings_decide() -> None:
    rows: list[Row] = [{"Application": "Northwind", "Interviewer": "Mei Chen", "Date": known_day("16 Nov")}]
    plan = decide(tables(rows, settings=Settings(thank_you_by="Both")), known_day("24 Nov"), [])
    assert plan.conversations["Channel"].to_list() == ["Both"]
