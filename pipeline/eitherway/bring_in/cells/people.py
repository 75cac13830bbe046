"""The people that a cell names, each with what stands beside the name: a job, an e-mail address, a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from eitherway.bring_in.vocabulary import bare
from eitherway.words.salutations.people import people as divided
from eitherway.words.salutations.title_words import words
from eitherway.words.salutations.titles import is_title

NOBODY = words(
    """
    n/a na none null tbd tba tbc unknown ? ?? - – — . x nobody n.a. k.a. unbekannt keine keiner offen
    inconnu aucun
    desconocido ninguno nan n.v. sure pending various online phone email e-mail website web linkedin zoom
    teams video mail onsite passed done completed complete good great fine ok scheduled cancelled canceled
    rescheduled moved bestanden abgesagt
    est edt cst cdt mst mdt pst pdt gmt utc bst cet cest
    """
) | {
    *("not known", "noch offen", "not sure", "to be confirmed", "to be announced"),
    *("in person", "by phone", "on site", "no show"),
}
"""What a cell for names says where there is no name."""

_EMAIL = re.compile(r"<?\(?(?:mailto:)?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)\)?>?")
_PROFILE = re.compile(
    r"\(?((?:https?://)?(?:\w+\.)?(?:linkedin\.com|xing\.com)/\S+?)\)?(?=[\s;,]|$)", re.IGNORECASE
)
_PAGE = re.compile(r"\((https?://[^\s()]+)\)")
_PHONE = re.compile(
    r"(?:tel\.?:?\s*|phone:?\s*|mob(?:ile)?\.?:?\s*)?(\+?\(?\d[\d\s().\-/]{6,17}\d)", re.IGNORECASE
)
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_BEHIND = re.compile(r"\s+[-–—|:]\s+|,\s+(?=\D)|\s*:\s+")
_LABEL = re.compile(r"hm|panel|peer|team|round \d|\d", re.IGNORECASE)
"""What people put before a name, beside titles: "HM: Ben Mo"."""
_WITH = re.compile(r"^(?:with|w/|mit|avec|con|by|von|met)\s+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:[;\n•·]|\s\+\s|(?<!\b\w)&(?!\w\b)|\s/\s)\s*|\s+(?:and|und|et|y|e)\s+|,\s+(?:and|und|et|y)\s+|/(?=[A-ZÀ-Þ])|(?<=\S)\|(?=\S)"
)
_PARTICLE = words(
    """
    van von de der den del della di da la le du dos das el al bin ibn ter ten zu y
    """
)
_NOT_IN_NAMES = re.compile(r"[\d@<>{}=\\_*#%$€!?]|://|\.\.")
_SYMBOLS = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+")
_PAIR = re.compile(r"[^\W\d]+(?:[ -][^\W\d]+)?, [^\W\d]+\.?(?: [^\W\d]\.?)?")
_FEW_WORDS = 5


class Person(NamedTuple):
    """Somebody named in a cell."""

    name: str
    title: str = ""
    email: str = ""
    phone: str = ""
    profile: str = ""


@lru_cache(maxsize=16_384)
def people_in(text: str, *, family_first: bool = True) -> tuple[tuple[Person, ...], str]:
    """The people that a cell names, and what of it names nobody.

    "Okafor, Ngozi" is one person where names are written `family_first`, else it is two.

    >>> [person[:3] for person in people_in("Tom Baker (Hiring Manager) & Ana <ana@x.com>")[0]]
    [('Tom Baker', 'Hiring Manager', ''), ('Ana', '', 'ana@x.com')]
    """
    found: list[Person] = []
    left: list[str] = []
    for piece in _pieces(_SYMBOLS.sub(" ", text), family_first):
        person, rest = _person(piece)
        if person and (person.name or not found):
            found.append(person)
        elif person and _fits(found[-1], person):  # an address of its own, behind the name that it belongs to
            found[-1] = _joined(found[-1], person)
        elif person:
            found.append(person)
        if rest:
            left.append(rest)
    return tuple(found), "; ".join(left)


@lru_cache(maxsize=16_384)
def is_persons(text: str, *, family_first: bool = True) -> bool:
    """Whether the cell names people and little else."""
    if len(text) > 120 or not any(map(str.isalpha, text)):
        return False
    found, left = people_in(text, family_first=family_first)
    return (
        bool(found) and not left and all(person.name and _looks_like_a_name(person.name) for person in found)
    )


def is_family_first(cells: Iterable[str]) -> bool:
    """Whether most of these cells write one person as "Okafor, Ngozi"."""
    pairs = [bool(_PAIR.fullmatch(cell.strip())) for cell in cells]
    return 2 * sum(pairs) > len(pairs)


def _looks_like_a_name(name: str) -> bool:
    words = [word for word in name.replace(".", ". ").split() if word.casefold() not in _PARTICLE]
    return 0 < len(words) <= 4 and all(word[0].isupper() or not word[0].isascii() for word in words)


def _pieces(text: str, family_first: bool) -> Iterator[str]:
    """The cell divided into people; what stands in brackets stays with the name before it."""
    kept: list[str] = []

    def put_away(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue000{len(kept) - 1}\ue001"

    plain = re.sub(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>", put_away, text)
    for part in _BETWEEN.split(plain):
        for piece in _by_commas(part, family_first):
            whole = re.sub("\ue000(\\d+)\ue001", lambda match: kept[int(match[1])], piece).strip(" ,;")
            if whole := _unquoted(whole):
                yield whole


def _unquoted(text: str) -> str:
    """The text without marks of quotation around all of it, as Airtable writes linked records."""
    is_quoted = len(text) > 1 and text[0] == text[-1] == '"' and text.count('"') == 2
    return text[1:-1].strip() if is_quoted else text


def _by_commas(part: str, family_first: bool) -> list[str]:
    """The people of a list with commas: "Tom, Ana, Li" are three; "Okafor, Ngozi" and "Tom Baker,
    Director" are one.
    """
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if len(pieces) < 2 or any(is_title(piece) for piece in pieces[1:]):
        return [part]
    if len(pieces) == 2 and family_first and not any("@" in piece for piece in pieces):
        return divided(part)
    return pieces


def _person(piece: str) -> tuple[Person | None, str]:
    """The person of a piece, and what is left where it names none."""
    text, email = _taken(_EMAIL, _WITH.sub("", piece))
    text, profile = _taken(_PROFILE, text)
    if not profile:
        text, profile = _taken(_PAGE, text)
    text, phone = _taken(_PHONE, text)
    text, title = _title(text.strip(" ,;"))
    name = " ".join(text.split()).strip(" ,;:-–—")
    if bare(name) in NOBODY:
        name = ""
    if name and (is_title(name) or not _may_be_name(name)):
        return (Person("", "", email, phone, profile) if email or phone or profile else None), (
            f"{name} ({title})" if title else name
        )
    if not (name or email or phone or profile):
        return None, title
    return Person(name, title, email, phone, profile), "" if name else title


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    return (f"{text[: found.start()]} {text[found.end() :]}", found[1].strip()) if found else (text, "")


def _title(text: str) -> tuple[str, str]:
    """The name, and the job in brackets or behind a dash or a comma."""
    if found := _BRACKETED.search(text):
        return f"{text[: found.start()]} {text[found.end() :]}", found[1].strip(" ,;")
    pieces = _BEHIND.split(text, maxsplit=1)
    if len(pieces) == 2 and pieces[0].strip():
        before, behind = pieces
        if is_title(behind) or re.search(r"\s[-–—|]\s", text):
            return before, behind.strip(" ,;")
        if is_title(before) or _LABEL.fullmatch(before.strip()):
            return behind, before.strip()
    return text, ""


def _may_be_name(name: str) -> bool:
    words = name.split()
    return len(words) <= _FEW_WORDS and not _NOT_IN_NAMES.search(name) and any(map(str.isalpha, name))


def _fits(person: Person, more: Person) -> bool:
    pairs = zip(person[2:], more[2:], strict=True)
    return not any(has and comes for has, comes in pairs)


def _joined(person: Person, more: Person) -> Person:
    return person._replace(
        email=person.email or more.email,
        phone=person.phone or more.phone,
        profile=person.profile or more.profile,
    )
