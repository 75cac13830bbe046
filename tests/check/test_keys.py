from __future__ import annotations

import unicodedata

from eitherway.model.codes import Code
from tests.check.said import found
from tests.read.raw import CADENCE

APPLICATIONS = """
    Application         | Company   | Role    | Status
    Northwind - Analyst | Northwind | Analyst | Interviewing
    Contoso - Clerk     | Contoso   | Clerk   | Applied
"""


def test_an_application_stands_once() -> None:
    assert found(
        Code.DUPLICATE_KEY,
        Applications=APPLICATIONS
        + "northwind -  ANALYST | Northwind | Analyst | Applied\nNorthwind - Analyst 2 | N | A | Applied",
    ) == [
        'Error: Applications!A4 (Application): "northwind - ANALYST" stands in row 2 already. '
        "Give one of the two another label, or delete the row that is one too many."
    ]


def test_an_interviewer_stands_once_at_each_company() -> None:
    assert found(
        Code.DUPLICATE_KEY,
        Interviewers="""
            Interviewer | Company
            Mei Chen    | Northwind
            Mei Chen    | Contoso
            mei chen    | NORTHWIND
            Mei Chen    |
            Mei Cheng   | Northwind
        """,
    ) == [
        'Warning: Interviewers!A3 (Interviewer): "Mei Chen" stands in row 2 too, with another company. '
        "For two people of one name there is nothing to do; for one person delete the older row.",
        'Error: Interviewers!A4 (Interviewer): "mei chen" stands in row 2 already. '
        "Delete one of the two rows; for two people of one name fill in Company in both.",
        'Error: Interviewers!A5 (Interviewer): "Mei Chen" stands in row 2 already. '
        "Delete one of the two rows; for two people of one name fill in Company in both.",
    ]


def test_a_step_stands_once() -> None:
    assert found(Code.DUPLICATE_KEY, Cadence=CADENCE + "\nCheck in | check-in | Interview | 9 | ") == [
        'Error: Cadence!A5 (Step): The step "Check-in" stands in row 3 already, and that row counts. '
        "Give one of the two another name, or delete the row that is one too many."
    ]


def test_a_conversation_stands_once() -> None:
    assert found(
        Code.DUPLICATE_CONVERSATION,
        Interviews="""
            Application         | Round | Date       | Interviewer
            Northwind - Analyst | 1     | 2026-11-16 | Mei Chen
            Northwind - Analyst | 1     | 2026-11-16 | Ana Silva
            northwind - analyst | 1     | 11/16/2026 | MEI CHEN
            Northwind - Analyst | 2     | 2026-11-16 | Mei Chen
            Northwind - Analyst | 1     | 2026-11-17 | Mei Chen
            Contoso - Clerk     | 1     | 2026-11-16 | Mei Chen
            Northwind - Analyst | 1     |            | Mei Chen
            Northwind - Analyst | 1     |            | Mei Chen
        """,
        Applications=APPLICATIONS,
    ) == [
        'Error: Interviews!D4 (Interviewer): "MEI CHEN" stands in row 2 already, with the same application, '
        "round and date. Delete one of the two rows, or correct what differs."
    ]


def test_an_application_must_be_known() -> None:
    assert found(
        Code.UNKNOWN_APPLICATION,
        Interviews="""
            Application          | Date       | Interviewer
            Northwnd - Analyst   | 2026-11-16 | Mei Chen
            NORTHWIND -  analyst | 2026-11-16 | Ana Silva
            Fabrikam             | 2026-11-16 | Mei Chen
                                 | 2026-11-16 | Mei Chen
        """,
        Applications=APPLICATIONS,
    ) == [
        'Error: Interviews!A2 (Application): "Northwnd - Analyst" is not in Applications. '
        'Did you mean "Northwind - Analyst"? Pick it from the list, or add a row to Applications.',
        'Error: Interviews!A4 (Application): "Fabrikam" is not in Applications. '
        "Pick it from the list, or add a row to Applications.",
    ]


def test_an_interviewer_who_is_not_listed_is_a_warning_once() -> None:
    assert found(
        Code.UNKNOWN_INTERVIEWER,
        Interviews="""
            Application | Date       | Interviewer
            Contoso     | 2026-11-16 | Ngozi Okafr
            Contoso     | 2026-11-17 | ngozi OKAFR
            Contoso     | 2026-11-16 | JÜRGEN MÜLLER
            Contoso     | 2026-11-16 | Hiring Manager
            Contoso     | 2026-11-16 | Ana Silva and Tom Brown
            Contoso     | 2026-11-16 | Suharto
        """,
        Interviewers=f"Interviewer\nNgozi Okafor\n{unicodedata.normalize('NFD', 'Jürgen Müller')}",
    ) == [
        'Warning: Interviews!C2 (Interviewer): "Ngozi Okafr" is not in Interviewers. '
        'Did you mean "Ngozi Okafor"? '
        "Letters go out under the name as typed; a row there adds an address and a greeting.",
        'Warning: Interviews!C7 (Interviewer): "Suharto" is not in Interviewers. '
        "Letters go out under the name as typed; a row there adds an address and a greeting.",
    ]


def contacts(contact: str, status: str = "Interviewing", interviews: str = "Mei Chen") -> list[str]:
    return found(
        Code.CONTACT_NOT_MET,
        Applications="Application | Company | Role | Status | Contact\n"
        f"A | Co | Clerk | {status} | {contact}\n"
        "B | Co | Cook | Applied | Ana Ruiz",
        Interviews=f"Application | Interviewer | Date\na | {interviews} | 2026-11-16"
        "\nA | Tom Reyes | 2026-11-16",
    )


def test_a_contact_whom_nobody_met_is_told_with_the_likely_one() -> None:
    assert contacts("Mei Chan") == [
        'Warning: Applications!E2 (Contact): "Mei Chan" is the Contact, but no interview of this application '
        'names them, so whoever you met last is asked for news. Did you mean "Mei Chen"? Type the name as it '
        "stands in Interviews, or empty the cell to ask whoever you met last."
    ]
    assert len(contacts("Ana Ruiz")) == 1  # whom another application met


def test_a_contact_who_was_met_or_of_whom_nothing_is_asked_is_no_slip() -> None:
    """Nor is one of an application without interviews: it may be the recruiter."""
    assert contacts("mei  CHEN") == contacts("Tom Reyes") == contacts("") == []
    assert contacts("Mei Chan", status="Rejected") == contacts("Mei Chan", status="Offer") == []
