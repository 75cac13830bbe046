"""What the checks say about a workbook drawn as grids, one check's code at a time."""

from __future__ import annotations

from datetime import date

from eitherway.check import check
from eitherway.model.codes import Code
from tests.read.raw import said, tables

AS_OF = date(2026, 11, 20)


def found(*codes: Code, **grids: str) -> list[str]:
    """The problems of these codes on Fri 20 Nov 2026, as a person reads them, without the code."""
    problems = [problem for problem in check(tables(**grids), AS_OF) if problem.code in codes]
    return [
        line.replace(f" {problem.code}", "") for line, problem in zip(said(problems), problems, strict=True)
    ]
