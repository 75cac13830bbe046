from __future__ import annotations

from eitherway.model.codes import Code
from tests.check.said import found
from tests.read.raw import CADENCE


def test_sent_before_the_interview() -> None:
    assert found(
        Code.SENT_BEFORE_INTERVIEW,
        Cadence=CADENCE + "\nCard | note-card | Previous step | 5 | ",
        Interviews="""
            Date       | Thank-you sent | Check-in sent | Card sent
            2026-11-16 | 2026-11-15     | 2026-11-16    | 2026-11-17
            2026-11-16 |                |               | 2026-11-13
                       | 2026-11-15     |               |
        """,
    ) == [
        "Error: Interviews!B2 (Thank-you sent): Thank-you sent is Sun 15 Nov 2026, before the interview on "
        "Mon 16 Nov 2026. Correct this date or the interview's Date.",
        "Error: Interviews!D3 (Card sent): Card sent is Fri 13 Nov 2026, before the interview on "
        "Mon 16 Nov 2026. Correct this date or the interview's Date.",
    ]


def test_sent_in_the_future() -> None:
    assert found(
        Code.SENT_IN_FUTURE,
        Interviews="""
            Date       | Thank-you sent | Last note sent
            2026-11-16 | 2026-11-21     | 2026-11-20
        """,
    ) == [
        "Error: Interviews!B2 (Thank-you sent): Thank-you sent is Sat 21 Nov 2026, which is still to come. "
        "Write the day on which it went out, once it has."
    ]


def test_replies() -> None:
    assert found(
        Code.REPLY_BEFORE_INTERVIEW,
        Code.REPLY_IN_FUTURE,
        Interviews="""
            Date       | Reply received
            2026-11-16 | 2026-11-15
            2026-11-16 | 2026-11-16
            2026-11-16 | 2026-11-20
            2026-11-16 | 2026-11-21
        """,
    ) == [
        "Error: Interviews!B2 (Reply received): Reply received is Sun 15 Nov 2026, before the interview on "
        "Mon 16 Nov 2026. Correct this date or the interview's Date; "
        "what they wrote before it does not count as a reply.",
        "Error: Interviews!B5 (Reply received): Reply received is Sat 21 Nov 2026, which is still to come. "
        "Write the day on which it came, once it has.",
    ]


def test_a_conversations_decision_date_before_it() -> None:
    assert found(
        Code.DECISION_BEFORE_INTERVIEW,
        Interviews="""
            Date       | Decision by
            2026-11-16 | 2026-11-13
            2026-11-16 | 2026-11-16
        """,
    ) == [
        "Warning: Interviews!B2 (Decision by): Decision by is Fri 13 Nov 2026, before the interview on "
        "Mon 16 Nov 2026, so it does not count. Correct it, or empty the cell if they named no date."
    ]


def test_an_applications_decision_date_before_the_latest_conversation_that_goes_by_it() -> None:
    applications = """
        Application | Company | Role    | Decision by | Status
        Early       | Adatum  | Analyst | 2026-11-13  | Interviewing
        Own date    | Adatum  | Analyst | 2026-11-13  | Interviewing
        Bad date    | Adatum  | Analyst | 2026-11-13  | Interviewing
        Closed      | Adatum  | Analyst | 2026-11-13  | Rejected
        On the day  | Adatum  | Analyst | 2026-11-16  | Interviewing
        None met    | Adatum  | Analyst | 2026-11-13  | Applied
    """
    interviews = """
        Application | Date       | Decision by
        early       | 2026-11-12 |
        early       | 2026-11-16 |
        Early       | 2026-11-18 | 2026-11-30
        Own date    | 2026-11-16 | 2026-11-16
        Bad date    | 2026-11-16 | 2026-11-12
        Closed      | 2026-11-16 |
        On the day  | 2026-11-16 |
        None met    |            |
    """
    assert [
        problem
        for problem in found(Code.DECISION_BEFORE_INTERVIEW, Applications=applications, Interviews=interviews)
        if "Applications" in problem
    ] == [
        "Warning: Applications!D2 (Decision by): Decision by is Fri 13 Nov 2026, before the interview on "
        "Mon 16 Nov 2026, so it does not count. Correct it, or empty the cell if they named no date.",
        "Warning: Applications!D4 (Decision by): Decision by is Fri 13 Nov 2026, before the interview on "
        "Mon 16 Nov 2026, so it does not count. Correct it, or empty the cell if they named no date.",
    ]


def test_a_follow_up_chosen_for_before_the_interview() -> None:
    assert found(
        Code.FOLLOW_UP_BEFORE_INTERVIEW,
        Interviews="""
            Date       | Follow up on
            2026-11-16 | 2026-11-10
            2026-11-16 | 2026-11-16
            2026-11-16 |
                       | 2026-11-10
        """,
    ) == [
        "Warning: Interviews!B2 (Follow up on): Follow up on is Tue 10 Nov 2026, before the interview on "
        "Mon 16 Nov 2026. Correct it, or empty the cell to go by the cadence."
    ]
