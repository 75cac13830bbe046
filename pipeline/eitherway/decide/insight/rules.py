"""What benefit offices ask for, place by place: data in the folder `rules`, each with its source and its day.

A file is named by its place's ISO 3166 code, of a country (`DE.toml`) or of a part of one (`US-WA.toml`).
Rules change by letter and by person. What a source does not say is not known here, and never taken to count.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from eitherway.words.comparison import find, nearest, quote
from eitherway.words.countries import country_code, region_code

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

COUNTED_BY = ("week", "month")


class Standing(StrEnum):
    """What a place says of a kind of activity."""

    COUNTS = "listed as counting"
    DOES_NOT = "listed as not counting"
    NOT_KNOWN = "not known"


class Rule(NamedTuple):
    """What is known of one place.

    `activities` are how many it wants `per` week or month, None where its source names no number; `number`
    says the same in words. `counts` and `not_counting` are kinds of `work_search.Kind`. `week_begins` is the
    first day of a claim week (Monday is 0), None where it is not known. `answer_days` are the calendar days
    after the last interview within which an employer must answer, from `answer_since` on.
    """

    place: str
    source: str
    looked_up: date
    country: str
    region: str = ""
    names: tuple[str, ...] = ()
    activities: int | None = None
    per: str = ""
    number: str = ""
    counts: tuple[str, ...] = ()
    not_counting: tuple[str, ...] = ()
    note: str = ""
    row_holds: str = ""
    keep: str = ""
    week_begins: int | None = None
    answer_days: int | None = None
    answer_since: date | None = None

    def standing(self, kind: str) -> Standing:
        """Whether this kind of activity is listed; what is listed nowhere is not known."""
        if kind in self.counts:
            return Standing.COUNTS
        return Standing.DOES_NOT if kind in self.not_counting else Standing.NOT_KNOWN

    @property
    def is_of_work_search(self) -> bool:
        """Whether it says anything of a work search, and not only of when an employer must answer."""
        return bool(self.per)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every place that is known, by name."""
    codes = (each.name.removesuffix(".toml") for each in _files().iterdir() if each.name.endswith(".toml"))
    return tuple(sorted(filter(None, map(_rule, codes)), key=lambda rule: rule.place))


def work_search_rules() -> tuple[Rule, ...]:
    """Those that say what a work-search log needs."""
    return tuple(rule for rule in all_rules() if rule.is_of_work_search)


def rule_named(typed: str) -> Rule | None:
    """The work-search rule of a place as people type it: its name, or the code of a state of the US."""
    by_name = {name: rule for rule in work_search_rules() for name in _names(rule)}
    found = find(typed.strip(), by_name)
    return by_name[found] if found else None


def no_such_place(typed: str) -> str:
    """What to say of a place that is not known: the nearest, and those that are."""
    listed = [rule.place for rule in work_search_rules()]
    near = nearest(typed, listed)
    guess = f"Did you mean {quote(near)}? " if near else ""
    known = f"{', '.join(listed[:-1])} and {listed[-1]}"
    return (
        f"There is no rule for {quote(typed)}. {guess}Those that are known: {known}. The log needs none: "
        "leave --state out, and give your number with --goal."
    )


def rule_at(country: str, region: str) -> Rule | None:
    """The rule of the place that Settings' Country and Region name as typed; None where none is known."""
    code = country_code(country)
    if code is None:
        return None
    part = region_code(code, region) if region else None
    return (_rule(f"{code}-{part}") if part else None) or _rule(code)


def _names(rule: Rule) -> tuple[str, ...]:
    code = (rule.region, f"{rule.country}-{rule.region}") if rule.region else ()
    return (rule.place, *rule.names, *code)


def _files() -> Traversable:
    return files(__package__).joinpath("rules")


@cache
def _rule(code: str) -> Rule | None:
    file = _files().joinpath(f"{code}.toml")
    if not file.is_file():
        return None
    import tomllib  # noqa: PLC0415 - most places have no rule

    said: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    lists: dict[str, Any] = {name: tuple(value) for name, value in said.items() if isinstance(value, list)}
    country, _, region = code.partition("-")
    return Rule(**{**said, **lists}, country=country, region=region)
