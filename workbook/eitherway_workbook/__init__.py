"""The workbook's builder: `build` writes an Either Way workbook, `example` gives the demo's rows."""

from eitherway_workbook.build import build
from eitherway_workbook.example.book import example

__all__ = ["build", "example"]
