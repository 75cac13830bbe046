"""A batch that was stopped goes on where it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from eitherway.batch.journal import finished, kept
from eitherway.batch.results import Result, State
from tests.batch.clients import AS_OF, ASKED


def journal_of(tmp_path: Path, *states: State) -> tuple[Path, list[Result]]:
    results = []
    for number, state in enumerate(states):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(b"a workbook")
        owed = [{"row": 2, "due": "2026-11-17"}]
        results.append(Result(str(path), state, flags={"Overdue": 2}, follow_ups=owed))
    journal = tmp_path / "batch.jsonl"
    assert list(kept(results, journal, ASKED, afresh=True)) == results
    return journal, results


def test_what_was_done_is_known_again_and_what_was_not_is_not(tmp_path: Path) -> None:
    journal, results = journal_of(tmp_path, State.DONE, State.NOT_OURS, State.REFUSED, State.FAILED)
    assert finished(journal, ASKED) == {
        result.path: replace(result, done_before=True) for result in results[:2]
    }


def test_another_day_or_another_wish_is_another_batch(tmp_path: Path) -> None:
    journal, _ = journal_of(tmp_path, State.DONE)
    assert finished(journal, ASKED._replace(as_of=AS_OF + timedelta(days=1))) == {}
    assert finished(journal, ASKED._replace(letters=False)) == {}


def test_a_workbook_that_changed_since_is_run_again(tmp_path: Path) -> None:
    journal, results = journal_of(tmp_path, State.DONE, State.DONE)
    Path(results[0].path).write_bytes(b"changed since")
    Path(results[1].path).unlink()
    assert finished(journal, ASKED) == {}


def test_a_line_that_was_cut_short_costs_only_itself(tmp_path: Path) -> None:
    journal, results = journal_of(tmp_path, State.DONE)
    with journal.open("a") as book:
        book.write('{"as_of": "2026-1')
    assert list(finished(journal, ASKED)) == [results[0].path]
    assert finished(tmp_path / "none.jsonl", ASKED) == {}


def test_going_on_adds_and_beginning_afresh_lets_go(tmp_path: Path) -> None:
    journal, results = journal_of(tmp_path, State.DONE, State.DONE)
    list(kept([], journal, ASKED, afresh=True))
    assert len(finished(journal, ASKED)) == 2  # nothing came, so nothing is let go
    list(kept(results[:1], journal, ASKED, afresh=False))
    assert len(finished(journal, ASKED)) == 2
    list(kept(results[:1], journal, ASKED, afresh=True))
    assert len(finished(journal, ASKED)) == 1


def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    result = Result(f"{tmp_path}/\udcff.xlsx", State.NOT_OURS)
    journal = tmp_path / "batch.jsonl"
    list(kept([result], journal, ASKED, afresh=True))
    assert list(finished(journal, ASKED)) == [result.path]
