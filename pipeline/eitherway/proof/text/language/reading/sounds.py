"""Whether a word begins with a vowel sound, however it is spelled: "an hour", "a university", "an MBA"."""

from __future__ import annotations

import re

from eitherway.proof.text.language.reading.lexicon import words

VOWEL_LETTERS = frozenset("AEFHILMNORSX")
"""The letters whose own names begin with a vowel sound: "an FAQ", "an X-ray"."""


def article_before(word: str) -> str:
    """As in "a" or "an", as it is spoken before the word; empty where both are heard, or nothing is known.

    A short word in capitals is spelled out ("an HVAC unit"), unless it can be spoken as a word ("a LAMP
    stack"), a number is read ("an 8-week course", "an £800 grant"), and a lone letter has its own name, also
    before a number ("an S3 bucket").
    """
    word = word.lstrip("“\"'‘(£$€")
    head = re.split(r"[-'’/&]", word)[0]
    if not head or head.lower() in _BOTH:
        return ""
    if head[0].isdigit():
        return _before_number(head)
    if _SAID_EITHER_WAY.match(head):
        return "" if head not in _SPOKEN else "a"
    if _is_spelled_out(head, word):
        return "an" if head[0].upper() in VOWEL_LETTERS else "a"
    if not head[0].isalpha():
        return ""
    return "an" if _starts_with_vowel(_plain(head.lower())) else "a"


def _before_number(digits: str) -> str:
    whole = re.match(r"\d+", digits.replace(",", ""))
    number = whole.group() if whole else ""
    if digits[0] == "8" or (number[:2] in {"11", "18"} and len(number) % 3 == 2):
        return "an"
    return "" if len(number) == 4 and number[:2] in {"11", "18"} else "a"


def _is_spelled_out(head: str, word: str) -> bool:
    if len(head) == 1:
        return head.isupper() or "-" in word
    if head[0].isupper() and head[1:].isdigit():
        return True
    capitals = sum(character.isupper() for character in head)
    if capitals < 2 or not head[:2].isupper():
        return False
    letters = head.rstrip("s+#").upper()
    return letters not in _SPOKEN and not (len(letters) > 4 and re.search("[AEIOU]", letters[:3]))


def _starts_with_vowel(head: str) -> bool:
    if head[0] == "h":
        return head.startswith(_SILENT_H)
    if head[0] == "u":
        return not head.startswith(_AS_YOU) or head.startswith(_NOT_AS_YOU)
    if head[0] == "o":
        return not head.startswith(_AS_ONE)
    if head[0] == "e":
        return not head.startswith(_AS_EU)
    return head[0] in "aio" or (head[0] == "y" and head[1:2] not in set("aeiou") and len(head) > 2)


def _plain(head: str) -> str:
    return head.translate(str.maketrans("áàâäãåæéèêëíìîïóòôöõøúùûü", "aaaaaaaeeeeiiiioooooouuuu"))


_SAID_EITHER_WAY = re.compile(r"[FHLMNRSX][AEIOU][A-Z]{2}$|[FHLMNRSX][AEIOU][B-DF-HJ-NP-TV-Z]$")
_BOTH = frozenset({"historic", "historical", "historian", "historically", "herb", "herbal", "herbs"})
_SILENT_H = ("hour", "honest", "honor", "honour", "heir")
_AS_YOU = ("uni", "use", "usu", "usi", "uti", "ute", "ura", "uro", "ubiq", "uga", "uke", "uku", "usa", "utop")
_NOT_AS_YOU = ("unim", "unin", "unid", "unill", "unissu", "usher")
_AS_ONE = ("once", "one", "ouija")
_AS_EU = ("eu", "ewe")
_SPOKEN = words(
    """
    NASA NATO NICE FIFA UEFA LEED STEM STEAM RAM ROM SIM PIN LAN WAN SWAT SAT NOAA REIT SAP LIDAR MEMS
    RAID REST SOAP SAAS SMART SWOT RADA SEN SOX SAGE MIND NEST HIPAA
    """
)
