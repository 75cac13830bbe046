"""docs/performance.md, made of what each part measured last."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks import parts, table
from benchmarks.kept import Measured
from benchmarks.timing import ROOT
from eitherway.words.counting import count

PAGE = ROOT / "docs" / "performance.md"
PACKAGES = (
    *("eitherway", "pandas", "numpy", "python-calamine", "docxtpl", "lxml", "jinja2", "isal", "harper-py"),
    *("xlwings", "openpyxl", "docx-mailmerge2", "distributed"),
)
NPM = ROOT / "benchmarks" / "node" / "node_modules"
NPM_PACKAGES = ("docxtemplater", "easy-template-x", "carbone")

Part = tuple[parts.Part, Measured | None]
"""A part, and what it measured last: None where it has not been measured."""


def write(found: Sequence[Part]) -> None:
    """Write the page."""
    PAGE.write_text("\n".join(lines(found, machine())) + "\n", encoding="utf-8")


def lines(found: Sequence[Part], about: Sequence[str]) -> list[str]:
    """The page: what it is, on what it was measured, the targets not met, and a table for each part."""
    short = _short(found)
    return [
        "# How fast it is",
        "",
        "Written by `python -m benchmarks --write`. Figures differ from machine to machine; the ratios",
        "are medians of turns that alternate in one run. A ratio is our figure divided by the other's: of",
        "times and memory less is better, of letters a second more. Each part says when it was measured and",
        "how noisy the machine was: how widely the middle half of a fixed loop's turns spread, in parts of",
        "their median, before and after.",
        "",
        *(f"- {line}" for line in about),
        "",
        *(["**Targets not met:**", "", *short] if short else ["**All targets are met.**"]),
        *(line for part, measured in found for line in _section(part, measured)),
    ]


def _short(found: Sequence[Part]) -> list[str]:
    """A line for each target that is not met, and for each part that was not measured."""
    return [f"- {part.title}: {told}" for part, measured in found for told in _lacking(measured)]


def _lacking(measured: Measured | None) -> list[str]:
    if measured is None:
        return ["not measured"]
    return [
        f"{row.what}, beside {row.against}: {table.figure(row.ratio)}, {row.target} wanted"
        for row in measured.rows
        if not row.is_met
    ]


def machine() -> list[str]:
    """The machine and the versions."""
    return [
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}",
        ", ".join(f"{name} {_version(name)}" for name in PACKAGES if _version(name)),
        *_npm(),
    ]


def _section(part: parts.Part, measured: Measured | None) -> list[str]:
    head = ["", f"## {part.title}", "", part.about, ""]
    if measured is None:
        return [*head, "Not measured yet."]
    day, minutes = measured.day.isoformat(), count(max(1, round(measured.seconds / 60)), "minute")
    before, after = (f"{100 * each:.0f} %" for each in measured.noise)
    when = f"Measured on {day}, in {minutes}; noise {before} and {after}."
    return [*head, when, "", *table.markdown(measured.rows)]


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
