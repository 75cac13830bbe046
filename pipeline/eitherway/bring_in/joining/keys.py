"""When two companies, two roles, two people or two addresses are the same, however they were typed."""

from __future__ import annotations

import re
from functools import lru_cache

from eitherway.bring_in.vocabulary import bare
from eitherway.words.salutations.beside import alone
from eitherway.words.salutations.honorifics import divided
from eitherway.words.salutations.title_words import words

_LEGAL_FORMS = words(
    """
    inc incorporated corp corporation co company llc llp lp ltd limited plc pllc gmbh mbh ag kg kgaa
    ohg ug se ev eg haftungsbeschrankt gbr sa sas sarl sasu eurl snc srl sl slu spa bv nv oy oyj ab
    as aps pty pvt pte kk holding holdings group gruppe the und and et y
    """
)
_NO_LETTERS = re.compile(r"[\W_]+")
_POINTS = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$)")
_UMLAUTS = re.compile(r"(?<=[aou])e")
_ABBREVIATED = re.compile(r"^(?:hrn?|fr)\.?\s+(?=\w)", re.IGNORECASE)
"""Herr and Frau, as German lists write them."""
_MANY = 65_536


@lru_cache(maxsize=_MANY)
def company_key(name: str) -> str:
    """The company without its legal form, case, accents and signs; "Mueller" is "Müller".

    >>> company_key("ACME, Inc.") == company_key("Acme")
    True
    >>> company_key("Müller GmbH & Co. KG") == company_key("Mueller")
    True
    """
    words = [word for word in _NO_LETTERS.split(_POINTS.sub("", bare(name))) if word]
    named = [word for word in words if word not in _LEGAL_FORMS] or words
    return _UMLAUTS.sub("", "".join(named))


@lru_cache(maxsize=_MANY)
def role_key(title: str) -> str:
    """The job's title without case, accents, signs and the letters for all genders ("(m/w/d)").

    >>> role_key("Data Analyst (m/w/d)") == role_key("data analyst")
    True
    >>> role_key("Sr. Engineer") == role_key("Senior Engineer")
    True
    """
    text = re.sub(r"\(?\b[mfwhdxi](?:\s*[/|*]\s*[mfwhdxi]){1,3}\b\)?", " ", bare(title))
    text = re.sub(r"\bsr\b\.?", "senior", re.sub(r"\bjr\b\.?", "junior", text))
    return _NO_LETTERS.sub("", text)


@lru_cache(maxsize=_MANY)
def person_key(name: str) -> str:
    """The person's name without honorifics, case, accents and signs, given name first.

    >>> person_key("Okafor, Ngozi") == person_key("Dr. Ngozi Okafor")
    True
    """
    _, plain = divided(alone(_ABBREVIATED.sub("", name.strip())))
    last, comma, first = plain.partition(",")
    if comma and first.strip() and len(first.split()) <= 2:
        plain = f"{first} {last}"
    return " ".join(filter(None, _NO_LETTERS.split(bare(plain))))


@lru_cache(maxsize=_MANY)
def link_key(address: str) -> str:
    """The address without its protocol, its "www." and the slash at its end; "" where it is none of its
    own.
    """
    text = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().casefold()).rstrip("/")
    return text if "/" in text and len(text) > 12 else ""
