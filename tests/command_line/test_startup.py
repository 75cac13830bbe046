"""No command loads what it does not use: each is run in a process of its own, which tells what it loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime, time
from pathlib import Path

import pytest

from eitherway.books.closed.book import ClosedBook
from eitherway.run import run
from eitherway_workbook import build, example

AS_OF = date(2026, 11, 20)

TABLES = {"pandas", "numpy", "holidays", "python_calamine"}
"""What works on a workbook needs."""
TERMINAL = {"eitherway.command_line.terminal"}
OURS = {
    "eitherway.model.records",
    "eitherway.model.schema",
    "eitherway.model.report",
    "eitherway.batch",
    "traceback",
}
"""Modules of our own that take a while to make, and what only a mistake of our own needs."""
LETTERS = {"docxtpl", "docx", "lxml", "jinja2", "nameparser"}
PROOF = {"harper", "harper_py", "hunspell", "chunspell"}
BUILDER = {"xlsxwriter", "pyopenvba", "eitherway_workbook"}
EXCEL = {"xlwings", "openpyxl"}
MANY = {"pebble", "distributed", "dask", "multiprocessing"}
ALL = TABLES | TERMINAL | LETTERS | PROOF | BUILDER | EXCEL | MANY

RUN = """
import json, sys
from eitherway.command_line.main import main
try:
    main(sys.argv[1:])
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(*words: str | Path) -> set[str]:
    """The modules in memory when the command has ended."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode in (0, 1), done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, flagged, so that a run finds nothing to change."""
    path = tmp_path_factory.mktemp("startup") / "job-search.xlsx"
    build(path, example(AS_OF))
    run(ClosedBook(path), AS_OF, now=datetime.combine(AS_OF, time(9)), letters=False)
    return path


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["flag", "--help"], ["batch", "--help"], ["templates", "--help"]]
)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    assert loaded(*words) & (ALL | OURS) == set()


@pytest.mark.parametrize("command", ["today", "flag"])
@pytest.mark.parametrize(
    ("printed", "terminal"), [([], TERMINAL), (["--json"], set())], ids=["words", "json"]
)
def test_to_read_and_flag_needs_no_letters_no_proofreading_and_no_excel(
    command: str, printed: list[str], terminal: set[str], book: Path
) -> None:
    found = loaded(command, book, "--as-of", AS_OF.isoformat(), *printed)
    assert found >= TABLES
    assert found & TERMINAL == terminal
    other = LETTERS | PROOF | BUILDER | EXCEL | MANY | {"eitherway.batch"}
    assert found & other == set()


def test_letters_without_proofreading_need_no_engine_for_it(book: Path) -> None:
    found = loaded("letters", book, "--as-of", AS_OF.isoformat(), "--no-proof", "--dry-run")
    assert "docxtpl" in found
    assert found & (PROOF | BUILDER | EXCEL | MANY) == set()


def test_to_bring_in_a_text_file_needs_no_pandas_and_no_address_book(book: Path, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Company,Role,Status\nAcme,Analyst,Applied\n", encoding="utf-8")
    found = loaded("import", tmp_path / "t.csv", "--into", book, "--dry-run")
    assert "python_calamine" in found
    assert found & ((ALL - {"python_calamine"}) | {"vobject"}) == set()


def test_to_undo_needs_only_to_read(book: Path) -> None:
    assert loaded("undo", book, "--dry-run") & ALL == {"python_calamine"}


def test_one_country_is_loaded_of_all_that_have_holidays(book: Path) -> None:
    found = loaded("today", book, "--as-of", AS_OF.isoformat())
    assert {name for name in found if name.startswith("holidays.countries.")} == {
        "holidays.countries.united_states"
    }
