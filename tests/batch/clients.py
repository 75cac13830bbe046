"""Folders of clients' workbooks, and jobs for them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from eitherway.batch.results import Asked, Job
from eitherway_workbook import build

AS_OF = date(2026, 11, 20)
ASKED = Asked(AS_OF, proof=False)
NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001 - a workbook holds no time zone
ROWS: Mapping[str, Sequence[Mapping[str, object]]] = {
    "Settings": [{"Name": "Your name", "Value": "Dana Whitcombe"}],
    "Applications": [
        {
            "Application": "Northwind - Analyst",
            "Company": "Northwind",
            "Role": "Analyst",
            "Status": "Interviewing",
        }
    ],
    "Interviews": [
        {
            "Application": "Northwind - Analyst",
            "Date": date(2026, 11, 16),
            "Interviewer": "Rachel Vilsack",
            "What we talked about": "moving the monthly reports off paper",
        }
    ],
}


def clients(folder: Path, *names: str) -> list[Path]:
    """A workbook for each name, in a folder of its own, with one follow-up that is overdue."""
    first = folder / "first.xlsx"
    folder.mkdir(exist_ok=True)
    build(first, ROWS)
    paths = [folder / name / "job.xlsx" for name in names]
    for path in paths:
        path.parent.mkdir()
        shutil.copy(first, path)
    first.unlink()
    return paths


def jobs(paths: Iterable[Path]) -> list[Job]:
    """A job for each workbook."""
    return [Job(str(path), ASKED, NOW) for path in paths]
