"""One workbook of a batch, and what its result tells of it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from eitherway.batch.results import Job, State
from eitherway.batch.work import CLOSED_FOLDER, work
from eitherway_workbook import build
from tests.batch.clients import ASKED, NOW, ROWS, clients, jobs


@pytest.fixture
def path(tmp_path: Path) -> Path:
    [path] = clients(tmp_path / "clients", "ana")
    return path


def test_a_folder_that_could_not_be_listed_is_refused_in_words(tmp_path: Path) -> None:
    result = work(jobs([tmp_path])[0])
    assert (result.state, result.what) == (State.REFUSED, CLOSED_FOLDER)


def test_the_client_is_who_the_workbook_says(path: Path) -> None:
    result = work(jobs([path])[0])
    assert (result.state, result.client, result.what) == (State.DONE, "Dana Whitcombe", "")


def test_the_first_error_is_told_in_its_words(tmp_path: Path) -> None:
    [interview] = ROWS["Interviews"]
    path = tmp_path / "job.xlsx"
    build(path, {**ROWS, "Interviews": [{**interview, "Interviewer": "Hiring Manager"}]})
    result = work(jobs([path])[0])
    assert (result.state, result.errors) == (State.DONE, 1)
    assert result.what.startswith("Interviews!F3 (Interviewer): ")
    assert "Hiring Manager" in result.what
    assert result.fix


def test_another_kind_of_workbook_is_left_alone_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "budget.xlsx"
    openpyxl.Workbook().save(path)
    result = work(jobs([path])[0])
    assert result.state is State.NOT_OURS
    assert (result.what, result.fix) == ("Not an Either Way workbook; left alone.", "")


def test_a_dry_run_refuses_what_the_real_one_would(path: Path) -> None:
    (path.parent / "~$job.xlsx").touch()
    real, dry = (work(Job(str(path), ASKED._replace(dry_run=each), NOW)) for each in (False, True))
    assert (dry.state, dry.what) == (State.REFUSED, real.what)
    assert "is open in Excel" in dry.what
