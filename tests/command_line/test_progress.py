"""How far a command is, as it is shown while one waits."""

from __future__ import annotations

import io
import sys

import pytest

from eitherway.command_line.progress import counted, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown_on(stderr: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as tell:
        tell("Reading the workbook")
    with counted(2) as advance:
        advance("clients/[red] :mail: ana.xlsx")
    return stderr.getvalue()


def test_a_terminal_shows_the_stage_and_the_count_and_names_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = shown_on(Terminal(), monkeypatch)
    assert "Reading the workbook ..." in shown
    assert "1/2" in shown
    assert "[red] :mail: ana.xlsx" in shown


def test_nothing_is_shown_where_output_is_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown_on(io.StringIO(), monkeypatch) == ""
