"""What the user says happened, as cell changes; on Fri 20 Nov 2026, after interviews on Mon 16 Nov."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from eitherway.decide import decide
from eitherway.model.problems import CannotAct
from eitherway.model.records import CellChange, Plan
from eitherway.model.tables import Place, Tables
from eitherway.write import marks
from tests.decide.workbooks import DEFAULT_CADENCE, NORTHWIND, conversations, error_in, known_day, tables

TODAY = date(2026, 11, 20)
PLACE = Place("Interviews", "Interviews", 1, {"Thank-you sent": "L"})
CADENCE_AND_A_CARD = [
    {"Step": "Thank-you", "Letter": "thank-you", "Counts from": "Interview", "Business days": 1},
    {"Step": "Card", "Letter": "card", "Counts from": "Previous step", "Business days": 3},
]


def decided(
    interviews: str, fix: Sequence[int] = (), cadence: Sequence[Mapping[str, object]] = DEFAULT_CADENCE
) -> tuple[Plan, Tables]:
    """The plan and the tables of these conversations; the first one's row is 2."""
    rows = conversations(interviews)
    labels = dict.fromkeys(str(row["Application"]) for row in rows)
    typed = tables(rows, [{**NORTHWIND, "Application": label} for label in labels], cadence=cadence)
    placed = typed._replace(places={"Interviews": PLACE})
    return decide(typed, TODAY, [error_in("Interviews", row) for row in fix]), placed


def sent(interviews: str, *who: str, on: date = TODAY, step: str = "") -> list[str]:
    return said(marks.sent(*decided(interviews), who, on, step))


def reply(interviews: str, *who: str, on: date = TODAY) -> list[str]:
    return said(marks.reply(*decided(interviews), who, on))


def said(changes: Sequence[CellChange]) -> list[str]:
    """`2 Thank-you sent: 2026-11-20`; all of it in Interviews."""
    assert {change.table for change in changes} == {"Interviews"}
    return [f"{each.row} {each.column}: {each.value}" for each in changes]


PANEL = """
Interviewer  | Thank-you | Check-in | Follow up
Mei Chen     |           |          |
Rachel Obi   | 17 Nov    |          | All steps
Rachel Stone |           |          |
"""
THREE_STATES = """
Application | Interviewer | Date   | Thank-you | Check-in
Northwind   | Mei Chen    | 30 Nov |           |
Tailspin    | Ada Obi     | 12 Nov | 13 Nov    | 20 Nov
"""
REOPENED = """
Thank-you | Check-in | Reply  | Decision
17 Nov    | 18 Nov   | 18 Nov | 19 Nov
"""
THREE_ROUNDS = """
Interviewer | Date   | Thank-you
Mei Chen    | 9 Nov  | 10 Nov
Mei Chen    | 16 Nov | 17 Nov
Mei Chen    | 30 Nov |
"""


class TestWho:
    @pytest.mark.parametrize("who", ["Mei Chen", "mei  CHEN", "chen", "2"])
    def test_a_name_a_part_of_it_or_a_row(self, who: str) -> None:
        assert sent(PANEL, who) == ["2 Thank-you sent: 2026-11-20"]

    def test_several_at_once_each_with_its_own_step(self) -> None:
        assert sent(PANEL, "Obi", "Mei", "2") == [
            "3 Check-in sent: 2026-11-20",
            "2 Thank-you sent: 2026-11-20",
        ]

    def test_a_whole_name_goes_before_a_part_of_another(self) -> None:
        assert sent("Interviewer\nAnn Li\nAnn Lindt", "ann li") == ["2 Thank-you sent: 2026-11-20"]

    def test_what_fits_two_rows_is_asked_about(self) -> None:
        with pytest.raises(CannotAct) as stop:
            sent(PANEL, "Rachel", step="Thank-you")
        assert stop.value.what == (
            '"Rachel" fits 2 rows (3: Rachel Obi, Northwind; 4: Rachel Stone, Northwind).'
        )
        assert stop.value.fix == "Give the number of the row you mean."

    @pytest.mark.parametrize("who", ["Nobody", "9"])
    def test_what_fits_no_row(self, who: str) -> None:
        with pytest.raises(CannotAct, match=f'"{who}" fits no row of Interviews with a follow-up to mark'):
            sent(PANEL, who)

    @pytest.mark.parametrize("step", ["", "Thank-you"])
    def test_a_row_to_mend_is_no_row_to_mark(self, step: str) -> None:
        with pytest.raises(CannotAct, match="Row 2 is to be mended first"):
            marks.sent(*decided(PANEL, fix=[2]), ["Mei"], TODAY, step)


class TestAheadOfTime:
    def test_a_step_that_is_not_due_yet_has_to_be_named(self) -> None:
        with pytest.raises(CannotAct, match="the last note, and it is not due yet"):
            sent(THREE_STATES, "Ada")
        assert sent(THREE_STATES, "Ada", step="last note") == ["3 Last note sent: 2026-11-20"]

    def test_twice_does_not_mark_the_step_after(self) -> None:
        with pytest.raises(CannotAct, match="the check-in, and it is not due yet"):
            sent("Thank-you\n20 Nov", "Mei")

    def test_but_todays_list_comes_first(self) -> None:
        both = "Application | Thank-you | Check-in\nTailspin | 17 Nov | 20 Nov\nNorthwind |  |"
        assert sent(both, "Mei Chen") == ["3 Thank-you sent: 2026-11-20"]

    def test_an_interview_still_to_come_has_nothing_to_mark(self) -> None:
        for step in ("", "Thank-you"):
            with pytest.raises(CannotAct, match="You meet Mei Chen only on Mon 30 Nov"):
                sent(THREE_STATES, "Mei", step=step)

    def test_who_is_owed_nothing_is_told_why(self) -> None:
        with pytest.raises(CannotAct) as stop:
            sent(THREE_ROUNDS, "2")
        assert stop.value.what == "Mei Chen is in row 2, but nothing is owed: moved on."
        assert "--step" in stop.value.fix
        assert sent(THREE_ROUNDS, "2", step="Check-in") == ["2 Check-in sent: 2026-11-20"]

    def test_how_to_change_the_date_that_stands(self) -> None:
        with pytest.raises(CannotAct) as stop:
            sent("Thank-you\n17 Nov", "Mei", on=date(2026, 11, 16))
        assert stop.value.what.endswith(
            "it is another letter, which is due on Mon 23 Nov. You sent the thank-you on 2026-11-17."
        )
        assert stop.value.fix == (
            "To change the date of the thank-you, edit Interviews!L2 (Thank-you sent), or `eitherway undo`. "
            'If the check-in went out already, say so: --step "Check-in".'
        )


class TestWhoElse:
    def test_a_name_without_its_accents(self) -> None:
        assert sent("Interviewer\nNguyễn Thị Mai", "nguyen") == ["2 Thank-you sent: 2026-11-20"]

    @pytest.mark.parametrize("typed", ["Mueller", "muller", "Soerensen"])
    def test_a_name_typed_without_its_letters(self, typed: str) -> None:
        name = "Jens Sørensen" if typed == "Soerensen" else "Dr. Jürgen Müller"
        assert sent(f"Interviewer\n{name}", typed) == ["2 Thank-you sent: 2026-11-20"]

    def test_nobody_is_not_everybody(self) -> None:
        with pytest.raises(CannotAct, match="fits no row"):
            sent(PANEL, " ")


class TestWhen:
    def test_not_in_the_future(self) -> None:
        with pytest.raises(CannotAct, match="2026-11-21 is still to come"):
            sent(PANEL, "Mei", on=date(2026, 11, 21))
        with pytest.raises(CannotAct, match="2026-11-21 is still to come"):
            reply(PANEL, "Mei", on=date(2026, 11, 21))

    def test_not_before_the_interview(self) -> None:
        with pytest.raises(CannotAct, match="You met Mei Chen on 2026-11-16, after 2026-11-15"):
            sent(PANEL, "Mei", on=date(2026, 11, 15))
        with pytest.raises(CannotAct, match="You met Mei Chen on 2026-11-16, after 2026-11-15"):
            reply(PANEL, "Mei", on=date(2026, 11, 15))

    def test_on_the_day_of_the_interview(self) -> None:
        assert sent(PANEL, "Mei", on=date(2026, 11, 16)) == ["2 Thank-you sent: 2026-11-16"]


class TestStep:
    @pytest.mark.parametrize("step", ["Check-in", "check in", "CHECKIN"])
    def test_another_than_the_one_owed_however_it_is_typed(self, step: str) -> None:
        assert sent(PANEL, "Mei", step=step) == ["2 Check-in sent: 2026-11-20"]

    def test_a_step_of_the_users_own(self) -> None:
        now = decided("Thank-you\n17 Nov", cadence=CADENCE_AND_A_CARD)
        assert said(marks.sent(*now, ["Mei"], TODAY, "card")) == ["2 Card sent: 2026-11-20"]

    def test_there_is_no_such_step(self) -> None:
        with pytest.raises(CannotAct) as stop:
            sent(PANEL, "Mei", step="Chek-in")
        assert stop.value.what == 'There is no step "Chek-in".'
        assert (
            stop.value.fix
            == 'Did you mean "Check-in"? The steps are: Thank-you, Check-in, Last note, After no.'
        )

    def test_a_date_that_stands_is_not_replaced(self) -> None:
        with pytest.raises(CannotAct) as stop:
            sent(PANEL, "Obi", step="Thank-you")
        assert stop.value.what == "The thank-you to Rachel Obi went out on 2026-11-17, as the workbook says."
        assert stop.value.fix == 'If that is wrong, change "Thank-you sent" in row 3 of Interviews.'

    @pytest.mark.parametrize("step", ["", "Check-in"])
    def test_unless_the_step_is_owed_anew_since_a_reply(self, step: str) -> None:
        plan, _ = decided(REOPENED)
        assert plan.conversations["Step"].tolist() == ["Check-in"]
        assert sent(REOPENED, "Mei", step=step) == ["2 Check-in sent: 2026-11-20"]


class TestReply:
    def test_goes_to_the_latest_conversation_that_took_place(self) -> None:
        assert reply(THREE_ROUNDS, "Mei") == ["3 Reply received: 2026-11-20"]

    def test_of_each_application(self) -> None:
        with pytest.raises(CannotAct, match="fits 2 rows"):
            reply("Application\nNorthwind\nTailspin", "Mei")

    def test_a_later_one_takes_the_place_of_an_earlier_one_only(self) -> None:
        answered = "Reply\n18 Nov"
        assert reply(answered, "Mei", on=known_day("19 Nov")) == ["2 Reply received: 2026-11-19"]
        with pytest.raises(CannotAct) as stop:
            reply(answered, "Mei", on=known_day("17 Nov"))
        assert stop.value.what == "Mei Chen answered on 2026-11-18, as the workbook says, after 2026-11-17."
        assert stop.value.fix == 'If that is wrong, change "Reply received" in row 2 of Interviews.'

    def test_nobody_met_nobody_answered(self) -> None:
        with pytest.raises(CannotAct, match="You meet Mei Chen only on Mon 30 Nov"):
            reply("Date\n30 Nov", "Mei")
        with pytest.raises(CannotAct, match="fits no row of Interviews with an interview that has taken"):
            reply("Date\n30 Nov", "Ada")

    def test_an_earlier_conversation_gets_no_reply(self) -> None:
        with pytest.raises(CannotAct, match="Mei Chen is in row 2, but that is not the last time"):
            reply(THREE_ROUNDS, "2")

    @pytest.mark.parametrize("who", ["Bob Jenkins", "robert jenkins", "jenkins bob", "Bob"])
    def test_a_name_by_its_words(self, who: str) -> None:
        assert sent('Interviewer\nRobert "Bob" Jenkins\nAnn Li', who) == ["2 Thank-you sent: 2026-11-20"]
