"""The findings as text: 80 columns, a mark before each, what to do below it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from eitherway.doctor.findings import Finding, Level

WIDTH = 80
MARKS = {Level.OK: "ok", Level.WARNING: "warning", Level.ERROR: "error"}
MARGIN = max(map(len, MARKS.values())) + 2


def lines(findings: Sequence[Finding]) -> list[str]:
    """Each finding in its lines, and the sum in the last; commands and paths are never broken."""
    return [line for finding in findings for line in told(finding)] + ["", total(findings)]


def told(finding: Finding) -> list[str]:
    mark = MARKS[finding.level].ljust(MARGIN)
    return [
        *wrapped(finding.what, mark),
        *(wrapped(finding.fix, " " * MARGIN + "-> ") if finding.fix else []),
    ]


def wrapped(text: str, first: str) -> list[str]:
    indent = " " * len(first)
    prose, *copied = text.split("\n")
    folded = textwrap.wrap(
        prose,
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [*folded, *(indent + line for line in copied)]


def total(findings: Sequence[Finding]) -> str:
    levels = [finding.level for finding in findings]
    mend, know = levels.count(Level.ERROR), levels.count(Level.WARNING)
    if not mend:
        return f"Nothing to mend{f', {know} to know' if know else ''}. docs/excel.md says more."
    return f"{mend} to mend{f', {know} to know' if know else ''}. docs/excel.md says more by symptom."
