"""The daily reminder: whether one is set, and whether what it needs is still there."""

from __future__ import annotations

from eitherway.doctor.facts import Machine
from eitherway.doctor.findings import Finding, Topic, ok, warning
from eitherway.send.remind.job import job_name
from eitherway.words.counting import count


def reminders(machine: Machine) -> Finding | None:
    """What keeps a reminder from coming: BOOK's own before another workbook's; else which are set."""
    name = job_name(machine.book.path) if machine.book else ""
    for each in sorted(machine.reminders, key=lambda each: each.job.name != name):
        if each.trouble:
            return warning(Topic.REMINDER, *each.trouble)
    mine = [each for each in machine.reminders if each.job.name == name]
    if mine:
        return ok(Topic.REMINDER, f"The reminder for this workbook comes each day at {mine[0].hour}.")
    if machine.reminders:
        set_for = "\n".join(each.job.book for each in machine.reminders)
        return ok(Topic.REMINDER, f"{count(len(machine.reminders), 'reminder')} set, for:\n{set_for}")
    if machine.readable_book:
        return ok(Topic.REMINDER, "No reminder is set for this workbook; `eitherway remind` sets one.")
    return None
