"""Addresses in the form of their country: as the posts want them, and nothing lost of what was typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.send.paper.address_forms import FORMS, arranged

TYPED = [
    ("US", "1 A St|Saint Paul MN 55102", "1 A St|SAINT PAUL, MN 55102"),
    ("US", "1 A St|Washington, D.C. 20001-1234", "1 A St|WASHINGTON, DC 20001-1234"),
    ("US", "1 A St|Saint Paul, Minnesota|55102", "1 A St|SAINT PAUL, MINNESOTA 55102"),
    ("GB", "12 High St|Manchester m12ab", "12 High St|MANCHESTER|M1 2AB"),
    ("GB", "12 High St|London|SW1A 1AA", "12 High St|LONDON|SW1A 1AA"),
    ("DE", "Hauptstr. 5|D-80331 München", "Hauptstr. 5|80331 München"),
    ("DE", "Hauptstr. 5|München, 80331", "Hauptstr. 5|80331 München"),
    ("FR", "1 rue X|75008 Paris Cedex 08", "1 rue X|75008 PARIS CEDEX 08"),
    ("FR", "1 rue X|Paris 75 008", "1 rue X|75008 PARIS"),
    ("ES", "C/ Mayor 1|28013 Madrid", "C/ Mayor 1|28013 MADRID"),
    ("IT", "Via Roma 1|00184 Roma RM", "Via Roma 1|00184 ROMA RM"),
    ("NL", "Damrak 1|Amsterdam, 1012js", "Damrak 1|1012 JS Amsterdam"),
    ("AT", "Ring 1|A-1010 Wien", "Ring 1|1010 Wien"),
    ("CH", "Weg 2|CH-8001 Zürich", "Weg 2|8001 Zürich"),
    ("CA", "1 Main St|Ottawa, ON K1A0B1", "1 Main St|OTTAWA ON K1A 0B1"),
    ("AU", "1 George St|Sydney, NSW, 2000", "1 George St|SYDNEY NSW 2000"),
    ("IE", "1 Main St|Dublin 2|D02AF30", "1 Main St|Dublin 2|D02 AF30"),
    ("IE", "1 Main St|Dublin 2, D02 AF30", "1 Main St|Dublin 2|D02 AF30"),
    ("JP", "1-1 Chiyoda|Chiyoda-ku, Tokyo 100-0001", "1-1 Chiyoda|Chiyoda-ku, Tokyo|100-0001"),
    ("SE", "Gatan 1|11455 Stockholm", "Gatan 1|114 55 Stockholm"),
]
AS_TYPED = [
    ("JP", "〒100-0001|東京都千代田区千代田1-1"),
    ("DE", "Postfach 10 11 12|München"),
    ("DE", "Turm 7, Haus 12345"),
    ("DE", "Hof|Haus 12345 b"),
    ("DE", "Hof|Haus 3, 80331"),
    ("US", "1 A St|Saint Paul, MN"),
    ("US", "1 A St|1600 Amphitheatre 94043 Pkwy"),
    ("HK", "1 Queen's Road|Central"),
    (None, "1 A St|12345 B"),
    ("GB", "London SW1A 1AA"),
]


@pytest.mark.parametrize(("country", "typed", "wanted"), TYPED)
def test_the_form_of_the_country(country: str, typed: str, wanted: str) -> None:
    assert "|".join(arranged(typed.split("|"), country)) == wanted


@pytest.mark.parametrize(("country", "typed"), AS_TYPED)
def test_what_is_not_sure_stays_as_it_was_typed(country: str | None, typed: str) -> None:
    assert "|".join(arranged(typed.split("|"), country)) == typed


@pytest.mark.parametrize(("country", "typed", "wanted"), TYPED)
def test_a_second_time_changes_nothing(country: str, typed: str, wanted: str) -> None:
    assert "|".join(arranged(wanted.split("|"), country)) == wanted


def _signs(lines: list[str]) -> list[str]:
    return sorted(re.sub(r"[\W_]", "", "".join(lines).upper()))


WORDS = st.lists(
    st.sampled_from(
        ["1", "12", "80331", "SW1A 1AA", "1012 JS", "K1A0B1", "Bonn", "St.", "MN", "London", "-"]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(st.sampled_from(sorted(FORMS)), st.lists(WORDS, max_size=4))
def test_no_letter_and_no_figure_is_lost(country: str, lines: list[str]) -> None:
    assert _signs(arranged(lines, country)) == _signs(lines)
    assert all(arranged(lines, country)) or not all(lines)
