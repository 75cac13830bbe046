"""Makes country_names.txt in pipeline/eitherway/words: `pip install babel`, then run this file.

A line per country that the `holidays` library knows: its ISO code, then its names in English and in each of
its own official languages, as Unicode CLDR has them (Unicode License v3), parted by tabs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages
from holidays.registry import COUNTRIES

FILE = Path(__file__).parent.parent / "pipeline" / "eitherway" / "words" / "country_names.txt"
HEAD = "# The countries' names in English and their own languages: Unicode CLDR (make_country_names.py)\n"


def names(country: str) -> Iterator[str]:
    """The country's names, the long form before a short one ("United States", "US")."""
    for language in ("en", *get_official_languages(country, regional=True, de_facto=True)):
        try:
            territories = Locale.parse(language).territories
        except (UnknownLocaleError, ValueError):
            continue
        for key in (country, f"{country}-alt-short", f"{country}-alt-variant"):
            if territories.get(key, country) != country:
                yield territories[key]


if __name__ == "__main__":
    codes = sorted({codes[1] for codes in COUNTRIES.values()})
    lines = ("\t".join([code, *dict.fromkeys(names(code))]) for code in codes)
    FILE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
