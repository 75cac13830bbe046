from __future__ import annotations

import sys
from subprocess import run

from eitherway.check import check
from eitherway.model.codes import Code
from eitherway.read.workbook import read_tables
from tests.check.said import AS_OF, found
from tests.read.raw import SETTINGS, said, workbook


def test_a_greeting_is_a_name_without_dear_and_without_a_comma() -> None:
    book = workbook(
        Interviewers="""
        Interviewer  | Greet as
        Pat Lee      | Hiring Manager
        Mei Chen     | Dear Mei,
        Ngozi Okafor | Dr. Okafor
        Ana Silva    | Ana
        """
    )
    tables, _ = read_tables(book)
    assert [text for text in said(check(tables, AS_OF)) if "Greet as" in text] == [
        "Error title-not-name: Interviewers!B2 (Greet as): "
        '"Hiring Manager" is not a name to greet somebody by. Write a name, such '
        'as "Dr. Okafor" or "Rachel", or empty the cell; the letter waits for it.',
        "Error title-not-name: Interviewers!B3 (Greet as): "
        '"Dear Mei," is more than a name: the letter adds "Dear" and the comma. '
        'Write a name, such as "Dr. Okafor" or "Rachel", or empty the cell; the letter waits for it.',
    ]


def test_what_opens_a_letter_is_no_part_of_the_greeting_unless_it_is_their_name() -> None:
    said_of = found(
        Code.TITLE_NOT_NAME,
        Interviewers="""
            Interviewer | Greet as
            Kim Lee     | Hi Kim
            Ana Silva   | Good morning Ana
            Mei Chen    | To Mei Chen
            To Van Minh | To Van Minh
            Hilary Day  | Hilary
        """,
    )
    assert [said.split(" (")[0] for said in said_of] == [f"Error: Interviewers!B{row}" for row in (2, 3, 4)]


def test_a_picture_beside_a_name_is_to_be_left_out_of_it() -> None:
    (warning,) = found(Code.GREETING_GUESSED, Interviews="Interviewer | Date\nZoë 🎉 Smith | 2026-11-16")
    assert "Leave the picture out of the name." in warning


def test_a_greeting_that_had_to_be_guessed_is_said_where_it_can_be_confirmed() -> None:
    assert found(
        Code.GREETING_GUESSED,
        Interviewers="""
            Interviewer           | Greet as
            Dr. Ngozi Okafor, PhD |
            Prof. Hans Meier      | Professor Meier
            Priya (HR)            |
            Okafor, Ada           |
        """,
        Interviews="""
            Interviewer           | Date
            dr. ngozi okafor, phd | 2026-11-16
            Prof. Hans Meier      | 2026-11-16
            Priya (HR)            | 2026-11-16
            Priya (HR)            | 2026-11-17
            Mr. Deng Xiaoping     | 2026-11-16
            Mr. Deng Xiaoping     | 2026-11-17
        """,
    ) == [
        'Warning: Interviews!A6 (Interviewer): The letter to "Mr. Deng Xiaoping" begins "Dear Mr. Deng,". '
        "Which part of it is the family name is a guess. "
        'Write "Mr. Deng" as Greet as in a row of Interviewers if that is right, or else what is.',
    ]


def test_the_greeting_is_the_languages() -> None:
    (warning,) = found(
        Code.GREETING_GUESSED,
        Settings=f"{SETTINGS}\nLanguage | en-GB",
        Interviews="Interviewer       | Date\nMrs. Anna de Vries | 2026-11-16",
    )
    assert 'begins "Dear Mrs de Vries,".' in warning


def test_what_is_no_name_has_no_greeting_besides() -> None:
    assert not found(
        Code.GREETING_GUESSED,
        Interviewers="Interviewer | Greet as\nHiring Manager (HR) |\nMr. and Mrs. Smith |",
        Interviews="Interviewer | Date\nHiring Manager (HR) | 2026-11-16\nMr. and Mrs. Smith | 2026-11-16",
    )


def test_five_hundred_plain_names_bring_no_warning() -> None:
    plain = (
        "Ada Okafor{0}",
        "Ms. Brandt{0}",
        "Lotte van der Berg{0}",
        "Đặng Thị Mai{0}",
        "Sukarno{0}",
        "J. O'Neill{0}",
    )
    met = "\n".join(
        f"{plain[number % 6].format('ab'[number % 2] * number)} | 2026-11-16" for number in range(500)
    )
    assert not found(Code.GREETING_GUESSED, Interviews=f"Interviewer | Date\n{met}")


def test_plain_names_do_not_load_the_parser() -> None:
    code = """if True:
        import sys
        from tests.check.said import found
        from eitherway.model.problems import Code
        found(Code.GREETING_GUESSED, Interviews="Interviewer | Date\\nAna Silva | 2026-11-16")
        print("nameparser" in sys.modules)
    """
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_greeting_all_in_small_letters_is_told_unless_it_repeats_the_name() -> None:
    said_of = found(
        Code.NAME_CASE,
        Interviewers="""
            Interviewer    | Greet as
            Rachel Vilsack | rachel
            bell hooks     | bell hooks
            mei chen       |
        """,
    )
    assert [said.split(" (")[0] for said in said_of] == [
        "Warning: Interviewers!B2",
        "Warning: Interviewers!A4",
    ]
