"""The two workbooks that every test here looks at: an empty one and the demo's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eitherway_workbook import build, example

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.xlsx"
    build(path, {})
    return path


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.xlsx"
    build(path, example(TODAY))
    return path


@pytest.fixture(params=["empty", "demo"])
def workbook(request: pytest.FixtureRequest) -> Path:
    """Each of the two in turn."""
    path: Path = request.getfixturevalue(request.param)
    return path
