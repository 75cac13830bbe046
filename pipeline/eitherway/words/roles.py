"""Roles as one says them. Advertisements in German, French and Dutch must say that anybody may apply."""

from __future__ import annotations

import re

_ANYBODY = r"[mwfhdvxi]\*?(?:\s?[/|,]\s?(?:[mwfhdvxi]\*?|div(?:ers)?\.?)){1,3}|all genders?|any gender|gn\*?"
_MARK = re.compile(rf"\s*[(\[]\s*(?:{_ANYBODY})\s*[)\]]|\s+[-–|]?\s*\b[mwf]/[mwf]/[dxi]\b", re.IGNORECASE)


def spoken_role(role: str) -> str:
    """The role without "(m/w/d)", "(F/H)", "(all genders)" and the like; as typed if nothing is left.

    >>> spoken_role("Data Analyst (m/w/d), Berlin")
    'Data Analyst, Berlin'
    """
    return _MARK.sub("", role).strip() or role
