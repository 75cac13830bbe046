"""Bring the macros of a workbook up to date: its VBA project and its ribbon change, nothing else does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from eitherway.books.closed.book import opened, replace_version
from eitherway.books.keeping.lock import check_free
from eitherway.books.package.archive import Package
from eitherway.books.package.parts import relationships
from eitherway.model.problems import CannotAct
from eitherway_workbook.macros import project, sources


def refresh(path: Path, now: datetime) -> bool:
    """Give the workbook the macros and the ribbon of the installed version; False where it had them already.

    Every other part of the file keeps its bytes, and the user's own modules stay. The version from before is
    kept under the name of `now`, for `undo`. Raises UnreadableWorkbook, LockedWorkbook, ChangedWorkbook, and
    CannotAct where the workbook has no macros of ours, or they are locked, signed or damaged.
    """
    check_free(path)
    old = opened(path).package
    ribbon = part_of_ribbon(old)
    if ribbon is None or old.find(project.PART) is None:
        raise CannotAct(
            f"{path.name} has no buttons of Either Way to refresh.",
            "`eitherway addin` gives every workbook its buttons. Nothing was changed.",
        )
    wanted = {
        ribbon: sources.ribbon(),
        project.PART: project.refreshed(old.data, sources.workbook_modules()),
    }
    changed = {part: content for part, content in wanted.items() if content != old.read(part)}
    if changed:
        replace_version(path, old.data, old.changed(changed), now, "macros refreshed")
    return bool(changed)


def part_of_ribbon(workbook: Package) -> str | None:
    """The part of the ribbon for Office 2010 and later; other programs may have given it another name."""
    parts = (link.part for link in relationships(workbook, "") if link.kind == "extensibility")
    return next(parts, None)
