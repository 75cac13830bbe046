from __future__ import annotations

import pytest
from holidays import country_holidays

from eitherway.model.choices import COUNTRIES
from eitherway.words.countries import country_code, country_names, region_code, region_names


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United States", "US"),
        ("united  STATES", "US"),
        ("U.S.A.", "US"),
        ("uk", "GB"),
        ("GBR", "GB"),
        ("Great Britain", "GB"),
        ("Hong Kong", "HK"),
        ("Curaçao", "CW"),
        ("Guinea-Bissau", "GW"),
        ("Réunion", "RE"),
        ("UK", "GB"),
        ("England", "GB"),
        ("northern ireland", "GB"),
        ("Hong Kong SAR", "HK"),
        ("U.K.", "GB"),
        ("U.S.", "US"),
        ("Deutschland", "DE"),
        ("españa", "ES"),
        ("Espana", "ES"),
        ("Suisse", "CH"),
        ("ÖSTERREICH", "AT"),
        ("Česko", "CZ"),
        ("日本", "JP"),
        ("대한민국", "KR"),
        ("Ελλάδα", "GR"),
        ("Côte d'Ivoire", "CI"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_countries_by_name_and_code(name: str, code: str | None) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("country", "name", "code"),
    [
        ("US", "CA", "CA"),
        ("US", "US-CA", "CA"),
        ("US", "california", "CA"),
        ("GB", "Scotland", "SCT"),
        ("DE", "Bavaria", "BY"),
        ("DE", "Bayern", "BY"),
        ("DE", "Baden-Wurttemberg", "BW"),
        ("AT", "Vienna", "9"),
        ("US", "Bavaria", None),
        ("US", "", None),
        ("IE", "Cork", None),
    ],
)
def test_regions_by_name_and_code(country: str, name: str, code: str | None) -> None:
    assert region_code(country, name) == code


@pytest.mark.parametrize("name", COUNTRIES)
def test_the_countries_of_the_drop_down_and_all_their_regions_have_holidays(name: str) -> None:
    country = country_code(name)
    assert country
    for region in region_names(country):
        code = region_code(country, region)
        assert code, region
        assert country_holidays(country, subdiv=code, years=2026)


def test_every_country_is_found_by_the_name_that_a_guess_offers() -> None:
    assert [name for name in country_names() if country_code(name) is None] == []
