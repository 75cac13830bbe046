"""Country and Region as people write them, as the codes of the `holidays` library.

Its registry (`holidays.registry.COUNTRIES`) names each country and gives its ISO 3166 alpha-2 and alpha-3
codes; each country's class names its subdivisions. country_names.txt holds the names in the countries' own
languages, from Unicode CLDR.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from types import ModuleType
from unicodedata import combining, normalize

import holidays
from holidays.registry import COUNTRIES

from eitherway.words.comparison import loose

PARTS = ("England", "Northern Ireland", "Scotland", "Wales")
"""Countries of a country, as people there name theirs: each is a region of the United Kingdom as well."""

OTHER_NAMES = {
    **dict.fromkeys(PARTS, "GB"),
    "Bundesrepublik Deutschland": "DE",
    "Česká republika": "CZ",
    "The United States": "US",
    "The United States of America": "US",
    "UAE": "AE",
    "America": "US",
    "Czech Republic": "CZ",
    "Great Britain": "GB",
    "Holland": "NL",
    "Hong Kong SAR": "HK",
    "Korea": "KR",
    "UK": "GB",
    "The Netherlands": "NL",
    "Türkiye": "TR",
    "United States of America": "US",
}

# The library names these regions in their own language only.
ENGLISH_REGIONS: Mapping[str, Mapping[str, str]] = {
    "AT": {
        "Carinthia": "2",
        "Lower Austria": "3",
        "Upper Austria": "4",
        "Styria": "6",
        "Tyrol": "7",
        "Vienna": "9",
    },
    "CH": {"Geneva": "GE", "Grisons": "GR", "Lucerne": "LU", "St. Gallen": "SG"},
    "DE": {
        "Bavaria": "BY",
        "Hesse": "HE",
        "Lower Saxony": "NI",
        "Mecklenburg-Western Pomerania": "MV",
        "North Rhine-Westphalia": "NW",
        "Rhineland-Palatinate": "RP",
        "Saxony": "SN",
        "Saxony-Anhalt": "ST",
        "Thuringia": "TH",
    },
    "ES": {
        "Andalusia": "AN",
        "Balearic Islands": "IB",
        "Basque Country": "PV",
        "Canary Islands": "CN",
        "Castile and León": "CL",
        "Catalonia": "CT",
        "Navarre": "NC",
        "Valencia": "VC",
    },
    "IT": {
        "Florence": "FI",
        "Genoa": "GE",
        "Milan": "MI",
        "Naples": "NA",
        "Rome": "RM",
        "Turin": "TO",
        "Venice": "VE",
    },
}


@contextmanager
def one_country_alone() -> Iterator[None]:
    """Let the `holidays` library load the country that is asked for, and no other.

    Its package `holidays.countries` imports all its 250 countries, which takes longer than the rest of a
    click together. Here a bare package of the same place stands in for it, as long as nothing has loaded it.
    """
    name = "holidays.countries"
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.submodule_search_locations is None:
        yield
        return
    bare = ModuleType(name)
    bare.__path__ = list(spec.submodule_search_locations)
    sys.modules[name] = bare
    try:
        yield
    finally:
        del sys.modules[name]


def country_code(name: str) -> str | None:
    """The alpha-2 code of a country by its name, in English or a language of its own, or by its ISO code.

    >>> country_code("united kingdom"), country_code("U.S.A."), country_code("España")
    ('GB', 'US', 'ES')
    >>> country_code("Atlantis")  # is not known
    """
    plain = _plain(name)
    return _codes().get(plain) or _codes_by_own_name().get(plain)


def region_code(country: str, name: str) -> str | None:
    """The subdivision code, within the country of an alpha-2 code, of a region given by name or code.

    >>> region_code("GB", "scotland"), region_code("DE", "Bavaria"), region_code("US", "us-ca")
    ('SCT', 'BY', 'CA')
    """
    regions = _regions(country)
    plain = _plain(name)
    return regions.get(plain) or regions.get(plain.removeprefix(country.casefold()))


def region_of(country: str) -> str:
    """The region that a country's name itself says, "" for nearly all: Scotland is one."""
    return next((part for part in PARTS if _plain(part) == _plain(country)), "")


def country_names() -> list[str]:
    """The English names of all countries, for a guess at the one that was meant."""
    return [_spaced(name) for name in COUNTRIES]


@one_country_alone()
def region_names(country: str) -> list[str]:
    """The names of the country's regions, or their codes where the library has no names for them."""
    entity = getattr(holidays, country)
    own = dict(getattr(entity, "subdivisions_aliases", {}))
    return sorted({**own, **ENGLISH_REGIONS.get(country, {})}) or list(entity.subdivisions)


@cache
def _codes() -> Mapping[str, str]:
    # The registry's names are those of modules: small letters of the alphabet, and underscores.
    by_name = {name.replace("_", ""): codes[1] for name, codes in COUNTRIES.items()}
    by_code = {code.casefold(): codes[1] for codes in COUNTRIES.values() for code in codes[1:]}
    return {**by_code, **by_name, **{_plain(name): code for name, code in OTHER_NAMES.items()}}


@cache
def _codes_by_own_name() -> Mapping[str, str]:
    """Loaded only for a name that is no English one."""
    text = files(__package__).joinpath("country_names.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {_plain(name): code for code, *names in rows for name in names}


@cache
@one_country_alone()
def _regions(country: str) -> Mapping[str, str]:
    entity = getattr(holidays, country)
    named = {**getattr(entity, "subdivisions_aliases", {}), **ENGLISH_REGIONS.get(country, {})}
    by_name = {_plain(name): str(code) for name, code in named.items()}
    return {**by_name, **{_plain(code): code for code in entity.subdivisions}}


def _plain(name: str) -> str:
    """Letters and digits only, without accents."""
    bare = "".join(sign for sign in normalize("NFKD", loose(name)) if not combining(sign))
    return "".join(sign for sign in bare if sign.isalnum())


def _spaced(name: str) -> str:
    words = name.replace("hongkong", "hong_kong").split("_")
    return " ".join(word if word in ("and", "of", "the") else word.capitalize() for word in words)
