"""A reminder's texts read back: the same job as was written, for any workbook's path."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from pathlib import Path, PurePosixPath
from subprocess import list2cmdline

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.send.remind.job import (
    Job,
    cron_line,
    launch_agent,
    reminder,
    systemd_service,
    systemd_timer,
    task_xml,
)
from eitherway.send.remind.read_back import (
    from_cron,
    from_launch_agent,
    from_systemd,
    from_task_xml,
    windows_words,
)
from eitherway.send.remind.schedulers import Done, Scheduler
from eitherway.send.remind.standing import Standing, standing
from tests.send.test_remind import BOOK, JOB, scheduler, system

__all__ = ["scheduler", "system"]

PATHS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "), min_size=1
)
JOBS = st.builds(
    lambda path, at: reminder(PurePosixPath("/", path), at, "/opt/py thon/bin/python3"),
    PATHS,
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)


@given(JOBS)
def test_each_text_gives_its_job_again(job: Job) -> None:
    assert from_task_xml(job.name, task_xml(job)) == job
    assert from_launch_agent(job.name, launch_agent(job)) == job
    assert from_systemd(job.name, systemd_service(job), systemd_timer(job)) == job
    assert from_cron(cron_line(job)) == job


@given(st.lists(st.text(st.sampled_from('a\\ "b'))))
def test_windows_words_are_taken_apart_as_they_were_joined(words: list[str]) -> None:
    assert windows_words(list2cmdline(words)) == words


@pytest.mark.parametrize("text", ["", "<", "<Task/>", "30 8 * * *", "30 8 * * * 'a", "[Service]"])
def test_what_is_no_job_is_none(text: str) -> None:
    assert from_task_xml("n", text) is None
    assert from_launch_agent("n", text.encode()) is None
    assert from_systemd("n", text, text) is None
    assert from_cron(text) is None


def test_a_scheduler_lists_what_it_was_given(scheduler: Scheduler) -> None:
    assert scheduler.jobs() == []
    other = reminder(PurePosixPath("/other.xlsx"), time(9), "python")
    for job in (JOB, other):
        scheduler.on(job)
    assert sorted(scheduler.jobs()) == sorted([JOB, other])
    assert [job.book for job in sorted(scheduler.jobs())] == [job.book for job in sorted([JOB, other])]
    assert scheduler.heeds(JOB.name)


class FakeScheduler:
    """Only what `standing` asks."""

    def __init__(self, job: Job, *, heeds: bool = True) -> None:
        self.job, self.is_on = job, heeds

    def on(self, job: Job) -> None:
        raise AssertionError

    def off(self, name: str) -> None:
        raise AssertionError

    def has(self, name: str) -> bool:
        return name == self.job.name

    def heeds(self, name: str) -> bool:
        return self.is_on

    def jobs(self) -> list[Job]:
        return [self.job]


def looked_at(folder: Path, gone: str = "", *, installed: bool = True, heeds: bool = True) -> Standing:
    for name in {"book.xlsx", "python"} - {gone}:
        (folder / name).touch()
    job = reminder(folder / "book.xlsx", time(8, 30), str(folder / "python"))

    def run(command: Sequence[str], given: str) -> Done:
        assert list(command) == [str(folder / "python"), "-c", "import eitherway"]
        return Done(int(not installed))

    (found,) = standing(FakeScheduler(job, heeds=heeds), run)
    return found


def test_a_reminder_that_has_all_it_needs(tmp_path: Path) -> None:
    assert looked_at(tmp_path).trouble is None


def test_what_is_gone_is_told_with_the_line_to_type(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    for found, what, fix in (
        (looked_at(tmp_path, "book.xlsx"), "a workbook that is not there any more", "--off"),
        (looked_at(tmp_path, installed=False), "Either Way is not in it", "--at 08:30"),
        (looked_at(tmp_path, heeds=False), "is switched off", "--at 08:30"),
    ):
        assert found.trouble
        assert what in found.trouble[0]
        assert f'eitherway remind "{book}" {fix}' in found.trouble[1]


def test_a_python_that_is_gone_is_told(tmp_path: Path) -> None:
    trouble = looked_at(tmp_path, "python").trouble
    assert trouble
    assert "the Python that it starts is gone" in trouble[0]


def test_only_in_the_cloud() -> None:
    trouble = Standing(JOB, is_book_here=False).trouble
    assert trouble
    assert str(BOOK) in trouble[0]
    assert "Always keep" in trouble[1]
