"""Lines as a terminal shows them: at its width, in its colours; and as a pipe gets them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from contextlib import redirect_stdout

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.command_line import lines
from eitherway.command_line.lines import fitting, show, show_table


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("COLUMNS", "20"), ("TERM", "xterm"), ("NO_COLOR", "")):
        monkeypatch.setenv(name, value)


def coloured(*acts: Callable[[], None]) -> str:
    """What a terminal of 20 columns is given."""
    with redirect_stdout(Terminal()) as screen:
        for act in acts:
            act()
    return screen.getvalue()


def seen(*acts: Callable[[], None]) -> str:
    """The same without its colours."""
    return re.sub(r"\033\[\d+m", "", coloured(*acts))


def test_lines_break_between_words_and_keep_their_indent() -> None:
    assert seen(lambda: show("  Interviews!E7 is ", ("empty", "bold red"), ", fill it in.")) == (
        "  Interviews!E7 is\nempty, fill it in.\n"
    )


def test_a_word_that_is_too_wide_is_cut_and_a_whole_line_never() -> None:
    path = "See C:\\Users\\ana\\Job_search\\Letters"
    assert seen(lambda: show(path)) == "See\nC:\\Users\\ana\\Job_sea\nrch\\Letters\n"
    assert seen(lambda: show(path, whole=True)) == f"{path}\n"
    assert fitting("a" * 30) == "a" * 19


def test_wide_signs_take_two_columns_and_accents_none() -> None:
    assert seen(lambda: show("山田太郎 山田太郎 山田太郎")) == "山田太郎 山田太郎\n山田太郎\n"
    accented = " ".join(["Nguye\u0302\u0303n"] * 3)
    assert seen(lambda: show(accented)) == f"{accented}\n"


def test_columns_stand_side_by_side_and_the_last_one_wraps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    who: list[lines.Piece] = [("Mei Chen", "bold"), "\nNo word since you met on Monday."]
    rows = [(["Due\n2 days"], ["山"], who)]
    assert seen(lambda: show_table(("Flag", "On", "Who"), rows)) == (
        "Flag    On  Who\n\nDue     山  Mei Chen\n2 days      No word since you met on\n            Monday.\n"
    )


def test_what_would_move_the_cursor_is_left_out() -> None:
    assert seen(lambda: show("Acme\a\033[2J\r\x9b Ltd\tUK")) == "Acme[2J Ltd UK\n"


def test_colours() -> None:
    assert coloured(lambda: show(("Overdue", "bold red"), " now")) == "\033[31m\033[1mOverdue\033[0m now\n"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colours_where_none_are_wanted(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert coloured(lambda: show(("Overdue", "bold red"))) == "Overdue\n"


def test_a_pipe_gets_each_line_whole(capsys: pytest.CaptureFixture[str]) -> None:
    show(("Overdue ", "bold red"), "x " * 500)
    assert capsys.readouterr().out == f"Overdue {'x ' * 500}\n"


@given(st.text(), st.integers(2, 30))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    wrapped = ["".join(words for words, _ in line) for line in lines._wrapped([text], width)]
    assert all(lines._cells(line) <= width for line in wrapped)
    bare = [re.sub(r"\s", "", each) for each in ("".join(wrapped), text.translate(lines._UNSEEN))]
    assert bare[0] == bare[1]
