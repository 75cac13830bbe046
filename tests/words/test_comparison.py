from __future__ import annotations

from eitherway.words.comparison import A_HEADER, did_you_mean, find, guesses, loose, nearest, quote


def test_loosely_the_same() -> None:
    assert loose("Thank\u2013You  sent") == loose("thank_you sent") == "thankyousent"
    assert loose("Reply") != loose("Replay")


def test_the_very_word_is_found_before_one_loosely_the_same() -> None:
    assert find("Check-in", ["CHECKIN", "Check-in"]) == "Check-in"
    assert find("check in", ["CHECKIN", "Check-in"]) == "CHECKIN"
    assert find("check", ["CHECKIN"]) is None


def test_guesses() -> None:
    assert nearest("intervewer", ["Interviews", "Interviewer"]) == "Interviewer"
    assert nearest("Notes on it", ["Notes"], A_HEADER) == ""
    assert did_you_mean("Emial", ["Email", "Post"]) == 'Did you mean "Email"? '
    assert did_you_mean("Fax", ["Email", "Post"]) == ""


def test_only_the_first_of_very_many_words_are_guessed_at() -> None:
    names = ["Northwind", *map(str, range(2499))]
    found = guesses(["Norhtwind", "Norhtwind", "Nortwhind", "Northwidn"], names)
    assert found == {
        "Norhtwind": 'Did you mean "Northwind"? ',
        "Nortwhind": 'Did you mean "Northwind"? ',
        "Northwidn": "",
    }
    assert guesses(["Norhtwind"], []) == {"Norhtwind": ""}


def test_quotes_stay_on_one_short_line() -> None:
    assert quote("Ana\nMei") == '"Ana / Mei"'
    assert quote("x" * 60) == f'"{"x" * 60}"'
    assert quote("x" * 61) == f'"{"x" * 57}..."'
