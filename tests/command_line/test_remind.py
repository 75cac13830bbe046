"""`remind` as one meets it: set, looked at, ended; and what it says in the morning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from eitherway.command_line import remind as reminding
from eitherway.send.remind.job import Job
from tests.command_line.test_mail import made
from tests.command_line.test_main import eitherway, printed


class FakeScheduler:
    def __init__(self) -> None:
        self.set_jobs: dict[str, Job] = {}

    def on(self, job: Job) -> None:
        self.set_jobs[job.name] = job

    def off(self, name: str) -> None:
        self.set_jobs.pop(name, None)

    def has(self, name: str) -> bool:
        return name in self.set_jobs

    def heeds(self, name: str) -> bool:
        return self.has(name)

    def jobs(self) -> list[Job]:
        return [*self.set_jobs.values()]


class TestRemind:
    @pytest.fixture
    def shown(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
        told: list[tuple[str, str]] = []

        def notify(title: str, text: str) -> bool:
            told.append((title, text))
            return True

        monkeypatch.setattr("eitherway.send.remind.notify.notifier", lambda platform: notify)
        monkeypatch.setattr("click.get_app_dir", lambda name: str(tmp_path / "state"))
        return told

    def test_on_status_off(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        scheduler = FakeScheduler()
        monkeypatch.setattr(reminding, "_scheduler", lambda: scheduler)
        book = made(tmp_path)
        assert not printed("remind", book)["set"]
        assert printed("remind", book, "--at", "08:30")["reminder"] == "08:30"
        (job,) = scheduler.set_jobs.values()
        assert job.arguments[:4] == ("-m", "eitherway", "remind", str(book))
        assert printed("remind", book, "--status")["reminder"] == "08:30"
        moved = book.rename(book.with_name("moved.xlsx"))
        told = eitherway("remind", book, "--status")
        assert told.exit_code == 1
        assert told.stdout.startswith("The reminder at 08:30 is for a workbook that is not there any more:")
        moved.rename(book)
        assert not printed("remind", book, "--off")["set"]
        assert scheduler.set_jobs == {}

    def test_it_says_what_is_due_once_a_day_and_writes_nothing(
        self, tmp_path: Path, shown: Sequence[tuple[str, str]]
    ) -> None:
        book = made(tmp_path)
        before = book.read_bytes()
        assert eitherway("remind", book, "--now").exit_code == 0
        assert eitherway("remind", book, "--now").exit_code == 0
        assert len(shown) <= 1  # what is due depends on the day on which this runs
        assert book.read_bytes() == before
        assert list((tmp_path / "state" / "reminded").iterdir())

    def test_a_workbook_that_moved_is_one_sentence(
        self, tmp_path: Path, shown: Sequence[tuple[str, str]]
    ) -> None:
        assert eitherway("remind", tmp_path / "gone.xlsx", "--now").exit_code == 3
        ((title, text),) = shown
        assert title == "Either Way"
        assert "gone.xlsx was not found. If it was moved" in text

    def test_an_hour_that_is_none(self, tmp_path: Path) -> None:
        assert eitherway("remind", tmp_path / "x.xlsx", "--at", "25:00").exit_code == 2
