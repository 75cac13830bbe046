"""Every system call of a write fails in turn: the old workbook or the new one stands; the next run works."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from eitherway.model.problems import EitherWayError
from tests.books.faults.cases import CALLS, CASES, Prepared, Step, by_way_of, check, prepared, trace

pytestmark = pytest.mark.slow

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


def failing(number: int, error: int) -> Step:
    """The call of this number is refused."""

    def step(at: int, name: str, call: Callable[[], object]) -> object:
        return _refused(name, call, error) if at == number else call()

    return step


def done_but_failing(number: int) -> Step:
    """The call of this number is made and then reported as failed, as network drives can."""

    def step(at: int, name: str, call: Callable[[], object]) -> object:
        done = call()
        if at == number:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return done

    return step


def failing_from(number: int) -> Step:
    """The drive is gone from this call on."""

    def step(at: int, name: str, call: Callable[[], object]) -> object:
        return _refused(name, call, errno.EIO) if at >= number else call()

    return step


def _refused(name: str, call: Callable[[], object], error: int) -> NoReturn:
    if name == "close":
        call()  # a handle is gone even where closing it tells of trouble
    raise OSError(error, os.strerror(error))


def tried(case: Prepared, path: Path, step: Step) -> bool:
    """Whether the write says that it was done; nothing but an error of ours may be said."""
    with by_way_of(step):
        try:
            case.act(path)
        except EitherWayError:
            return False
    return True


@pytest.fixture(params=[*CASES.values()], ids=[*CASES])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Prepared:
    return prepared(request.param, tmp_path)


@pytest.fixture(autouse=True)
def swift_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No power is cut here, so that nothing need be forced to disk in earnest."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def test_the_writes_make_every_call_there_is(tmp_path: Path) -> None:
    made: set[str] = set()
    for number, case in enumerate(CASES.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        made.update(trace(prepared(case, folder), folder / "trace"))
    assert made == set(CALLS)


@pytest.mark.parametrize("error", ERRORS, ids=[errno.errorcode[error] for error in ERRORS])
def test_each_call_fails(case: Prepared, tmp_path: Path, error: int) -> None:
    for number in range(len(trace(case, tmp_path / "trace"))):
        path = case.fresh(tmp_path / str(number))
        done = tried(case, path, failing(number, error))
        assert path.read_bytes() == (case.new if done else case.old)
        check(path, case)


def test_each_call_is_made_and_reported_as_failed(case: Prepared, tmp_path: Path) -> None:
    for number in range(len(trace(case, tmp_path / "trace"))):
        path = case.fresh(tmp_path / str(number))
        done = tried(case, path, done_but_failing(number))
        assert path.read_bytes() == (case.new if done else case.old)
        check(path, case)


def test_the_drive_is_lost_at_each_call(case: Prepared, tmp_path: Path) -> None:
    for number in range(len(trace(case, tmp_path / "trace"))):
        path = case.fresh(tmp_path / str(number))
        if tried(case, path, failing_from(number)):
            assert path.read_bytes() == case.new
        check(path, case)


def test_what_must_be_on_disk_is_forced_there_first(case: Prepared, tmp_path: Path) -> None:
    """After a power cut a file's content may be missing although its name is there, unless it was forced."""
    calls = trace(case, tmp_path / "trace")
    written = [at for at, name in enumerate(calls) if name == "write"]
    for at in written:
        after = calls[at:]
        assert after.index("sync") < after.index("replace")
    for at in (at for at, name in enumerate(calls) if name == "replace"):
        assert calls[at + 1] == "sync_folder"
