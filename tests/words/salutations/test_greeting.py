from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.words.salutations.greeting import Greeting, greeting
from tests.words.salutations.names import FULL_NAMES


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Rachel Vilsack",
            "Ms. Vilsack",
            "Rev. Okonkwo",
            "Judge O'Shaughnessy",
            "Suharto",
            "Müller",
            "J. K. Rowlingson",
        ),
        *(
            "Lotte van der Berg",
            "Nguyễn Thị Mai",
            "NGOZI OKAFOR",
            "ngozi okafor",
            "Muthu a/l Samy",
            "Jack Ma",
            "山田太郎",
        ),
        *FULL_NAMES,
    ],
)
def test_a_name_is_greeted_as_it_was_typed(name: str) -> None:
    assert greeting(name, "", "en-US") == Greeting(name)


@pytest.mark.parametrize(
    ("name", "american", "british"),
    [
        ("Dr. Ngozi Okafor, PhD", "Dr. Okafor", "Dr Okafor"),
        ("Mrs Fiona MacDonald", "Mrs. MacDonald", "Mrs MacDonald"),
        ("Prof. Dr. Hans Müller", "Prof. Dr. Müller", "Prof Dr Müller"),
        ("Professor Hans Müller", "Professor Müller", "Professor Müller"),
        ("Judge Margaret O'Shaughnessy", "Judge O'Shaughnessy", "Judge O'Shaughnessy"),
        ("Rev. Dr. Martin Luther King, Jr.", "Rev. Dr. King", "Rev Dr King"),
        ("Mr. Deng Xiaoping", "Mr. Deng", "Mr Deng"),
        ("Dr. Björk Guðmundsdóttir", "Dr. Björk", "Dr Björk"),
        ("Mr. Muthu a/l Samy", "Mr. Muthu", "Mr Muthu"),
        ("Sir Ian McKellen", "Sir Ian", "Sir Ian"),
        ("Dame Judi Dench", "Dame Judi", "Dame Judi"),
        ("Ngozi Okafor, PhD", "Ngozi Okafor", "Ngozi Okafor"),
        ("John Smith III", "John Smith", "John Smith"),
        ("Okafor, Ngozi", "Ngozi Okafor", "Ngozi Okafor"),
        ("Sarah, recruiter", "Sarah", "Sarah"),
        ("Priya (HR)", "Priya", "Priya"),
        ("Ana Silva (she/her)", "Ana Silva", "Ana Silva"),
        ("Ana Silva they/them", "Ana Silva", "Ana Silva"),
        ("Ana Silva - Hiring Manager", "Ana Silva", "Ana Silva"),
        ("Mary Smith née Jones", "Mary Smith", "Mary Smith"),
        ("Dear Mei Chen,", "Mei Chen", "Mei Chen"),
    ],
)
def test_the_greeting_of_a_name_with_something_beside_it(name: str, american: str, british: str) -> None:
    assert greeting(name, "", "en-US").text == american
    assert greeting(name, "", "en-GB").text == british


def test_the_stop_of_an_honorific_is_the_languages_and_no_guess() -> None:
    assert greeting("Dr. Okafor", "", "en-GB") == Greeting("Dr Okafor")
    assert greeting("Mrs MacDonald", "", "en-US") == Greeting("Mrs. MacDonald")


@given(st.text(), st.text(min_size=1))
def test_greet_as_always_wins(name: str, greet_as: str) -> None:
    assert greeting(name, greet_as, "en-GB") == Greeting(greet_as)


@given(
    st.text("aeíłnüxБ山-'", min_size=1),
    st.sampled_from(["{} (HR)", "{}, recruiter", "{} - HR"]),
)
def test_what_stands_beside_a_name_never_greets(letters: str, cell: str) -> None:
    name = f"Q{letters}"  # neither a salutation nor a title
    assert greeting(cell.format(name), "", "en-US").text == greeting(name, "", "en-US").text


@pytest.mark.parametrize(
    ("name", "text", "guess"),
    [
        ("Dr. Rachel Vilsack", "Dr. Vilsack", False),
        ("Okafor, Ngozi", "Ngozi Okafor", False),
        ("Mr. Deng Xiaoping", "Mr. Deng", True),
        ("Dr. Vincent van Gogh", "Dr. van Gogh", True),
        ("dr Vincent van Gogh dr", "Dr. van Gogh", True),
        ("Dr. Ahmad bin Mohamad", "Dr. Ahmad", True),
        ("Dr. Abu Bakr", "Dr. Abu Bakr", False),
        ("Ms. Lakshmi R.", "Ms. Lakshmi", True),
        ("Mr. Orbán Viktor", "Mr. Orbán", True),
        ("Ms. Chan Tai Man Mary", "Ms. Chan", True),
        ("Fr. Thomas Merton", "Fr. Merton", True),
        ("Major Tom Baker", "Major Baker", True),
        ("Lord Peter Wimsey", "Lord Wimsey", True),
        ("prof Ana Lima", "Prof. Lima", False),
        ("Baroness Tanni Grey-Thompson", "Baroness Grey-Thompson", True),
        ("Major Baker", "Major Baker", False),
    ],
)
def test_a_guess_is_an_order_or_a_small_word_that_was_chosen(name: str, text: str, guess: bool) -> None:
    assert greeting(name, "", "en-US") == Greeting(text, guess)


@pytest.mark.parametrize(
    ("name", "how", "text", "guess"),
    [
        ("Jürgen Müller", "First name", "Jürgen", False),
        ("Dr. Ngozi Okafor", "First name", "Ngozi", False),
        ("Zhang Wei", "First name", "Wei", True),
        ("Ms. García", "First name", "Ms. García", False),
        ("Dr. Ngozi Okafor", "Title and family name", "Dr. Okafor", False),
        ("Jürgen Müller", "Title and family name", "Jürgen Müller", False),
    ],
)
def test_settings_say_what_people_without_greet_as_are_called(
    name: str, how: str, text: str, guess: bool
) -> None:
    assert greeting(name, "", "en-US", how) == Greeting(text, guess)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Kovács Anna Mária", "Anna Mária"),
        ("bin Mohamad", "bin Mohamad"),
        ("Bin Li", "Bin"),
        ("Ahmad bin Mohamad", "Ahmad"),
    ],
)
def test_the_first_name_is_the_given_name_wherever_it_stands(name: str, text: str) -> None:
    assert greeting(name, "", "en-US", "First name").text == text
