"""docs/performance.md, made of what one full run measured."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks import table
from benchmarks.parts import Part
from benchmarks.rows import Row
from benchmarks.timing import ROOT

PAGE = ROOT / "docs" / "performance.md"
PACKAGES = (
    *("eitherway", "pandas", "numpy", "python-calamine", "docxtpl", "lxml", "jinja2", "isal", "harper-py"),
    *("xlwings", "openpyxl", "docx-mailmerge2", "distributed"),
)
NPM = ROOT / "benchmarks" / "node" / "node_modules"
NPM_PACKAGES = ("docxtemplater", "easy-template-x", "carbone")

Measured = tuple[Part, Sequence[Row]]


def write(measured: Sequence[Measured], about: Sequence[str], day: date) -> None:
    """Write the page."""
    PAGE.write_text("\n".join(lines(measured, about, day)) + "\n", encoding="utf-8")


def lines(measured: Sequence[Measured], about: Sequence[str], day: date) -> list[str]:
    """The page: what it is, on what it was measured, and a table for each part."""
    return [
        "# How fast it is",
        "",
        f"Measured on {day.isoformat()} by `python -m benchmarks --write`, which wrote this page. Figures",
        "differ from machine to machine; the ratios are medians of turns that alternate in one run. A ratio",
        "is our figure divided by the other's: of times and memory less is better, of letters a second more.",
        "",
        *(f"- {line}" for line in about),
        *(line for part, rows in measured for line in _section(part, rows)),
    ]


def machine(noise: Sequence[float]) -> list[str]:
    """The machine, the versions, and its noise: the spread of the same loop before and after."""
    spread = " and ".join(f"{100 * each:.0f} %" for each in noise)
    return [
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}",
        ", ".join(f"{name} {_version(name)}" for name in PACKAGES if _version(name)),
        *_npm(),
        f"Noise: the middle half of a fixed loop's turns spread over {spread} of its median, "
        "before and after the run.",
    ]


def _section(part: Part, rows: Sequence[Row]) -> list[str]:
    return ["", f"## {part.title}", "", part.about, "", *table.markdown(rows)]


def _processor() -> str:
    """The processor's name; Linux tells it in /proc/cpuinfo only."""
    told = Path("/proc/cpuinfo")
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    named = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()


def _npm() -> list[str]:
    """Node's version and those of its packages, where they are installed."""
    told = {name: NPM / name / "package.json" for name in NPM_PACKAGES}
    found = [
        f"{name} {json.loads(file.read_text(encoding='utf-8'))['version']}"
        for name, file in told.items()
        if file.exists()
    ]
    if not found:
        return []
    node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    return [", ".join((f"Node {node.lstrip('v')}", *found))]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
