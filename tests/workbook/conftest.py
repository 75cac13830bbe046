"""The workbooks that every test here looks at: an empty one, the demo's, and the two that hold macros."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eitherway_workbook import build, example
from eitherway_workbook.addin import FILE, build_addin

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


@pytest.fixture(scope="session")
def macros(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("macros") / "demo.xlsm"
    build(path, example(TODAY))
    return path


@pytest.fixture(scope="session")
def addin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("addin") / FILE
    build_addin(path)
    return path


@pytest.fixture(params=["empty", "demo"])
def workbook(request: pytest.FixtureRequest) -> Path:
    """Each of the two without macros in turn."""
    path: Path = request.getfixturevalue(request.param)
    return path


@pytest.fixture(params=["macros", "addin"])
def with_macros(request: pytest.FixtureRequest) -> Path:
    """The macro workbook and the add-in in turn."""
    path: Path = request.getfixturevalue(request.param)
    return path
