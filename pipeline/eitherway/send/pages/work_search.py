"""The work-search log on paper and as CSV: name, weeks, what was done, the rules, a line to sign."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from eitherway.decide.insight.claim_weeks import ClaimWeek, Reckoning, said_of
from eitherway.decide.insight.rules import Rule, Standing
from eitherway.decide.insight.work_search import Activity, Kind, week_ending
from eitherway.model.schema import WORK_SEARCH
from eitherway.send.pages.document import (
    HEADING,
    SMALL,
    SUBTITLE,
    TITLE,
    Block,
    Grid,
    Paper,
    Signature,
    Words,
    document,
)
from eitherway.words import days
from eitherway.words.formulas import defused

NAME = "Work-search log"
HEADER = (
    *("Date", "Kind", "Employer and contact data", "Position and reference", "Person and title"),
    *("How", "Result and proof", "For your office"),
)
SHARES = (13, 14, 38, 26, 34, 14, 30, 15)
YOUR_OFFICE = "Rules change by letter and by person: what your office wrote to you holds."
I_DID = "What is listed here is true, and I did it on the days named."
NOTHING = "Nothing is in the workbook for this week."


@dataclass(frozen=True, slots=True)
class Log:
    """All that a page or a file of it needs: whose log, from which day to which, and the weeks between."""

    name: str
    first: date
    last: date
    weeks: Sequence[ClaimWeek]
    how: Reckoning


def page(log: Log, paper: Paper) -> bytes:
    """The .docx, across the paper."""
    return document(
        list(_blocks(log)),
        title=f"{NAME}, {_span(log)}",
        footer=f"{log.name or 'Name: ______________________'} · {NAME} · {_span(log)}",
        paper=paper.across,
        author=log.name,
    )


def as_csv(log: Log) -> bytes:
    """The rows in UTF-8 with the mark that Excel looks for; no cell is taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(WORK_SEARCH.names)
    for week in log.weeks:
        said = said_of(week, log.how)
        for each in week.activities:
            cells = (
                str(week_ending(each.day, log.how.begins)),
                str(each.day),
                each.kind.value,
                *(each.employer, each.position, each.person, each.how, each.contact, each.result, each.proof),
                log.how.standing(each).value,
                said,
            )
            writer.writerow([defused(cell) for cell in cells])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def week_line(week: ClaimWeek, log: Log) -> str:
    """A week and its count: "Week ending Sat 7 Nov 2026: 2 of 3 listed as counting, 1 not known".

    Where the log holds a part of it only, that is said.
    """
    cut = [f"from {days.short(log.first)}"] if week.first < log.first else []
    cut += [f"up to {days.short(log.last)}"] if log.last < week.last else []
    part = f" ({', '.join(cut)})" if cut else ""
    ending = days.short_with_year(week.last)
    return f"{'Month' if log.how.monthly else 'Week'} ending {ending}{part}: {said_of(week, log.how)}"


def rule_lines(how: Reckoning) -> list[str]:
    """What is known of the place's rules, with source and day; what is not known is said, too."""
    rule = how.rule
    if rule is None:
        return [
            "The rules of your place are not known here, so nothing is said of what counts: ask your office.",
            *([] if how.goal is None else [f"Your number: {how.goal} a week."]),
        ]
    return list(_of_rule(rule, how))


def _of_rule(rule: Rule, how: Reckoning) -> Iterator[str]:
    number = rule.number or f"{rule.activities}"
    period = "" if rule.number and rule.activities is None else f" a {rule.per}"
    yield f"{rule.place} asks for: {number}{period}."
    if how.goal is not None and how.goal != rule.activities:
        yield f"Your number: {how.goal} a {rule.per}."
    for standing in Standing:
        kinds = [kind.value.lower() for kind in Kind if rule.standing(kind) is standing]
        if kinds:
            yield f"{standing.value.capitalize()} there: {', '.join(kinds)}."
    if rule.note:
        yield rule.note
    if not how.monthly and not how.day_is_known:
        begins = days.weekday(date(2024, 1, 1 + how.begins))
        yield f"The day on which a claim week begins is not known here; these weeks begin on {begins}."
    yield f"A row must hold: {rule.row_holds or 'not known here'}."
    yield f"To be kept: {rule.keep or 'for how long is not known here'}."
    yield f"Source: {rule.source}; looked up on {days.short_with_year(rule.looked_up)}."


def _blocks(log: Log) -> Iterator[Block]:
    place = f" · {log.how.rule.place}" if log.how.rule else ""
    yield Words(NAME, TITLE)
    yield Words(f"{log.name or 'Name: ____________________'} · {_span(log)}{place}", SUBTITLE)
    for week in log.weeks:
        yield Words(week_line(week, log), HEADING)
        if week.activities:
            yield Grid(SHARES, HEADER, [_row(each, week, log.how) for each in week.activities])
        else:
            yield Words(NOTHING)
    yield Words(I_DID)
    yield Signature(("Signature", "Date"))
    yield Words(" ".join([*rule_lines(log.how), YOUR_OFFICE]), SMALL)


def _row(each: Activity, week: ClaimWeek, how: Reckoning) -> tuple[str, ...]:
    spoken = days.short if each.day.year == week.last.year else days.short_with_year
    return (
        spoken(each.day),
        each.kind.value,
        _lines(each.employer, each.contact),
        each.position,
        each.person,
        each.how,
        _lines(each.result, each.proof),
        how.standing(each).value,
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _span(log: Log) -> str:
    return f"{days.short_with_year(log.first)} to {days.short_with_year(log.last)}"
