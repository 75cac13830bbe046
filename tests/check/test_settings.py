from __future__ import annotations

import pytest

from eitherway.model.codes import Code
from tests.check.said import found


def settings(rows: str) -> list[str]:
    return found(Code.NO_SENDER_NAME, Code.UNKNOWN_VALUE, Settings=f"Name | Value\n{rows}")


def test_letters_wait_for_a_sender() -> None:
    fix = "Write your full name; the letters are signed with it and wait for it."
    assert settings("Country | France\nYour name | ") == [
        f"Error: Settings!B3 (Value): Your name is empty. {fix}"
    ]
    assert settings("Country | France") == [f"Error: Settings (Value): Your name is empty. {fix}"]


def test_country_and_region() -> None:
    assert settings("Your name | Dana\nCountry | Grmany\nRegion | Bavaria") == [
        'Error: Settings!B3 (Value): "Grmany" is not a country whose public holidays are known. '
        'Did you mean "Germany"? Type its English name or its ISO code.'
    ]
    assert settings("Your name | Dana\nCountry | UK\nRegion | Scotlnd") == [
        'Error: Settings!B4 (Value): "Scotlnd" is not a region of UK that has public holidays of its own. '
        'Did you mean "Scotland"? Known are England, Northern Ireland, Scotland, Wales.'
    ]
    assert settings("Your name | Dana\nRegion | Texass") == [
        'Error: Settings!B3 (Value): "Texass" is not a region of United States that has public holidays of '
        'its own. Did you mean "Texas"? Known are Alabama, Alaska, American Samoa, Arizona, Arkansas, '
        "California and so on."
    ]
    assert settings("Your name | Dana\nCountry | Ireland\nRegion | Cork") == [
        'Error: Settings!B4 (Value): "Cork" is not a region of Ireland that has public holidays of its own. '
        "Empty the cell."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Country | united states\nRegion | us-ca",
        "Country | GBR\nRegion | wales",
        "Country | Germany\nRegion | Bavaria",
        "Country | \nRegion | ",
    ],
)
def test_countries_and_regions_that_are_known(rows: str) -> None:
    assert settings(f"Your name | Dana\n{rows}") == []
