"""The parts of a postal address as the lines of one."""

from __future__ import annotations

_AMERICAN = ("", "us", "usa", "united states", "united states of america", "canada", "ca", "australia")


def lines_of(streets: str, city: str, region: str, code: str, country: str) -> str:
    """The address, a line for the town: "Boston, MA 02110", "50667 Köln", "Leeds LS1 1AA"."""
    if country.casefold() in _AMERICAN and region:
        town = [f"{city}," if city else "", region, code]
    elif any(map(str.isalpha, code)):
        town = [city, code]
    else:
        town = [code, city]
    return "\n".join(filter(None, (streets, " ".join(filter(None, town)), country)))
