"""What the notification says, and whether it is time for it: pure."""

from __future__ import annotations

from datetime import date, datetime, time

from eitherway.model.records import Flag, Plan
from eitherway.model.report import counts, headline

_ON_ACCESS, _OFFLINE = 0x400000, 0x1000  # [MS-FSCC] 2.6: FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS, _OFFLINE
_DATALESS = 0x40000000  # macOS, sys/stat.h: SF_DATALESS


def words(plan: Plan) -> str:
    """`3 overdue, 1 due today. First: Carmen Delgado Ruiz, Northwind.`; "" where nothing is due."""
    found = counts(plan)
    return headline(plan) if found.get(Flag.OVERDUE) or found.get(Flag.DUE) else ""


def is_time(now: datetime, at: time, last: date | None) -> bool:
    """Whether to say it: once a day, and not before its hour, whatever started the program."""
    return now.time() >= at and last != now.date()


def is_only_in_the_cloud(file: object) -> bool:
    """Whether the file's content is not on the disk, by what `os.stat` says: to read it would wait for the
    network.
    """
    windows, mac = getattr(file, "st_file_attributes", 0), getattr(file, "st_flags", 0)
    return bool(windows & (_ON_ACCESS | _OFFLINE) or mac & _DATALESS)
