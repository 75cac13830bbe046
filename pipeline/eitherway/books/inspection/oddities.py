"""What is odd about a package: names, content types and relationships that do not fit one another.

Rules: ECMA-376 part 2, 6.2 (parts and their names), 6.5 (relationships), 7.2.3 (content types).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eitherway.books.package.archive import DamagedPackage, Package
from eitherway.books.package.parts import CONTENT_TYPES, local_name, parsed

_OUTWARD = re.compile(r"^/|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
# Office puts what it has yet to clear away into members of this name (ECMA-376 part 2, 7.3.4).
_TRASH = "[trash]/"
_MOST = 5


class Link(NamedTuple):
    """A relationship as it stands in the part `within`: the last word of its type, its target, and the part
    that this means, "" where there is none.
    """

    within: str
    kind: str
    target: str
    part: str


def of_package(package: Package, links: Sequence[Link]) -> Iterator[str]:
    """Whole sentences, each about one thing that is odd."""
    names = [member.name for member in package.members if not member.name.endswith(("/", "\\"))]
    yield from _said(_twice(names), "stands", "stand", "more than once, whatever the case of the letters")
    outward = [name for name in names if _OUTWARD.search(name)]
    yield from _said(outward, "has", "have", "a name that leads out of a folder; no part is put into one")
    yield from _said(_without_type(package, names), "has", "have", "no content type")
    missing = [f"{link.target} (in {link.within})" for link in links if not link.part]
    yield from _said(missing, "is", "are", "meant by a relationship, and not there")


def _said(names: Sequence[str], one: str, more: str, words: str) -> Iterator[str]:
    if names:
        others = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        yield f"{', '.join(names[:_MOST])}{others} {one if len(names) == 1 else more} {words}."


def _twice(names: Sequence[str]) -> list[str]:
    seen = Counter(map(_key, names))
    return [*{_key(name): name for name in names if seen[_key(name)] > 1}.values()]


def _without_type(package: Package, names: Sequence[str]) -> list[str]:
    try:
        types = list(parsed(package, package.find(CONTENT_TYPES) or CONTENT_TYPES))
    except DamagedPackage:
        return []
    endings = {each.get("Extension", "").casefold() for each in types if local_name(each) == "Default"}
    parts = {_key(each.get("PartName", "")) for each in types if local_name(each) == "Override"}
    typed = {_key(CONTENT_TYPES), *parts}
    return [
        name
        for name in names
        if _key(name) not in typed
        and _key(name).rpartition(".")[2] not in endings
        and not _key(name).startswith(_TRASH)
    ]


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
