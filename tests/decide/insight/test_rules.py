"""The rules: each with its source and its day; what is not known is never said to count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docs.make_work_search_page import PAGE, page

from eitherway.decide.insight.claim_weeks import reckoning
from eitherway.decide.insight.rules import (
    COUNTED_BY,
    Rule,
    Standing,
    all_rules,
    no_such_place,
    rule_at,
    rule_named,
    work_search_rules,
)
from eitherway.decide.insight.work_search import Kind
from eitherway.send.pages.work_search import rule_lines

KINDS = {kind.value for kind in Kind}
STATES = {
    *("Connecticut", "Maine", "Minnesota", "Nebraska", "New York", "North Carolina", "Pennsylvania"),
    *("Texas", "Washington", "Wisconsin"),
}
FACTS = Path(__file__).parents[4] / "shared" / "facts" / "work-search.md"


def test_ten_states_the_uk_and_germany() -> None:
    assert {rule.place for rule in work_search_rules()} == STATES | {"United Kingdom", "Germany"}
    assert {rule.place for rule in all_rules()} - {rule.place for rule in work_search_rules()} == {"Ontario"}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.place)
def test_a_rule_has_its_source_and_the_day_on_which_it_was_looked_up(rule: Rule) -> None:
    assert len(rule.source) > 10
    assert date(2026, 1, 1) <= rule.looked_up <= date(2026, 11, 28)
    assert rule.country


@pytest.mark.parametrize("rule", work_search_rules(), ids=lambda rule: rule.place)
def test_kinds_are_listed_once_and_what_is_not_listed_is_not_known(rule: Rule) -> None:
    assert {*rule.counts, *rule.not_counting} <= KINDS
    assert not {*rule.counts} & {*rule.not_counting}
    assert rule.per in COUNTED_BY
    for kind in KINDS - {*rule.counts, *rule.not_counting}:
        assert rule.standing(kind) is Standing.NOT_KNOWN


@pytest.mark.parametrize("rule", work_search_rules(), ids=lambda rule: rule.place)
def test_what_is_printed_tells_source_and_day_and_never_lets_the_unknown_count(rule: Rule) -> None:
    lines = rule_lines(reckoning(rule, rule.country, goal=None))
    assert lines[-1].startswith("Source: ")
    assert "looked up on Sat 28 Nov 2026." in lines[-1]
    [*counting] = [line for line in lines if line.startswith("Listed as counting there: ")]
    [unknown] = [line for line in lines if line.startswith("Not known there: ")]
    for kind in KINDS - {*rule.counts}:
        assert all(kind.lower() not in line for line in counting)
    for kind in KINDS - {*rule.counts, *rule.not_counting}:
        assert kind.lower() in unknown
    if not rule.keep:
        assert "To be kept: for how long is not known here." in lines
    if rule.activities is None:
        assert rule.number


def test_without_a_rule_nothing_is_said_of_what_counts() -> None:
    lines = rule_lines(reckoning(None, "US", goal=4))
    assert lines == [
        "The rules of your place are not known here, so nothing is said of what counts: ask your office.",
        "Your number: 4 a week.",
    ]


@pytest.mark.skipif(not FACTS.is_file(), reason="the facts that the rules come from are not beside the code")
def test_the_numbers_are_those_of_the_facts() -> None:
    """The facts' first figure, where they name one of activities."""
    rows = [line.split("|") for line in FACTS.read_text("utf-8").splitlines() if line.startswith("| ")]
    said = {row[1].strip(): row[2].strip() for row in rows}
    for rule in work_search_rules():
        facts = said["UK Universal Credit" if rule.country == "GB" else rule.place]
        if rule.activities is not None and rule.place != "Pennsylvania":
            assert facts.startswith(str(rule.activities))
        elif rule.place != "Pennsylvania":
            assert not facts[:1].isdigit()


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("WA", "Washington"),
        ("wa", "Washington"),
        ("US-NY", "New York"),
        ("new york", "New York"),
        ("North-Carolina", "North Carolina"),
        ("UK", "United Kingdom"),
        ("Universal Credit", "United Kingdom"),
        ("Deutschland", "Germany"),
    ],
)
def test_a_place_as_people_type_it(typed: str, place: str) -> None:
    rule = rule_named(typed)
    assert rule is not None
    assert rule.place == place


@pytest.mark.parametrize("typed", ["Oregon", "DE", "CA", "Ontario", "", "W", "Bavaria"])
def test_a_place_that_is_not_there(typed: str) -> None:
    """DE is Delaware's code and Germany's: neither is guessed."""
    assert rule_named(typed) is None
    said = no_such_place(typed)
    assert all(place in said for place in STATES)


def test_the_nearest_place_is_named() -> None:
    assert 'Did you mean "Wisconsin"?' in no_such_place("Wisconson")


@pytest.mark.parametrize(
    ("country", "region", "place"),
    [
        ("United States", "WA", "Washington"),
        ("USA", "Texas", "Texas"),
        ("United States", "Oregon", None),
        ("United States", "", None),
        ("United Kingdom", "Scotland", "United Kingdom"),
        ("Germany", "Bavaria", "Germany"),
        ("Canada", "Ontario", "Ontario"),
        ("Canada", "", None),
        ("", "", None),
        ("Atlantis", "WA", None),
    ],
)
def test_the_place_of_the_settings(country: str, region: str, place: str | None) -> None:
    rule = rule_at(country, region)
    assert (rule.place if rule else None) == place


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python docs/make_work_search_page.py"
