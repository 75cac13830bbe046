"""A look into a whole workbook file: what it holds besides cells, and whether its parts are in order.

Every part is looked at by itself and forgotten; nothing is run, followed or written.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eitherway.books.inspection import oddities
from eitherway.books.inspection.kinds import KINDS, Kind
from eitherway.books.inspection.losses import losses, saved_by
from eitherway.books.inspection.oddities import Link
from eitherway.books.package.archive import DamagedPackage, Package
from eitherway.books.package.markup import DOCTYPE, HAS_DOCTYPE, masked, trouble_in
from eitherway.books.package.parts import as_utf8, local_name, parsed, resolved

_XML = (".xml", ".rels", ".vml")
_LOOSE = ".vml"


class Found(NamedTuple):
    """How many of a kind there are: parts, or places in parts."""

    kind: Kind
    number: int


class Deep(NamedTuple):
    """What a look into the file found. `broken` says which parts cannot be read, `odd` what does not fit
    though programs mostly bear it, `lost` what an earlier save by another program took out, all in whole
    sentences; `saved_by` is that program, "" where it was Excel or the file does not say.
    """

    parts: int
    kinds: Sequence[Found]
    broken: Sequence[str]
    odd: Sequence[str]
    lost: Sequence[str] = ()
    saved_by: str = ""


def look_into(package: Package) -> Deep:
    """What the package holds that programs lose, and what is wrong with it."""
    marked: Counter[Kind] = Counter()
    broken: list[str] = []
    links: list[Link] = []
    for name in dict.fromkeys(member.name for member in package.members):
        if name.lower().endswith(_XML):
            try:
                marked.update(_marked(package, name))
                links += _links(package, name)
            except DamagedPackage as trouble:
                broken.append(f"{str(trouble)[0].upper()}{str(trouble)[1:]}.")
    found = [Found(kind, marked[kind] + _led_to(kind, links)) for kind in KINDS]
    kinds = [each for each in found if each.number]
    odd = [*oddities.of_package(package, links)]
    try:
        return Deep(len(package.members), kinds, broken, odd, losses(package), saved_by(package))
    except DamagedPackage:  # what is broken is told already
        return Deep(len(package.members), kinds, broken, odd)


def _marked(package: Package, name: str) -> Iterator[Kind]:
    """The kinds whose marks stand in a part, each as often as it does. Raises DamagedPackage."""
    data = as_utf8(package.read(name))[0]
    # Drawings of notes and old form controls are HTML of a kind, and seldom well-formed.
    if name.lower().endswith(_LOOSE):
        trouble = HAS_DOCTYPE if DOCTYPE in data else ""
    else:
        trouble = trouble_in(data, watched=True)
    if trouble:
        raise DamagedPackage(f"its part {name} {trouble}")
    scan = masked(data)
    return (kind for kind in KINDS if kind.mark for _ in kind.mark.finditer(scan))


def _links(package: Package, name: str) -> Iterator[Link]:
    """The relationships that stand in a part; of one that leads outside, the target is the part."""
    if name.lower().endswith(".rels"):
        source = posixpath.dirname(posixpath.dirname(name.replace("\\", "/"))) + "/"
        for element in parsed(package, name):
            if local_name(element) == "Relationship":
                kind, target = element.get("Type", "").rpartition("/")[2], element.get("Target", "")
                is_within = element.get("TargetMode") != "External" and not target.startswith("#")
                yield Link(name, kind, target, resolved(package, source, target) if is_within else target)


def _led_to(kind: Kind, links: Iterable[Link]) -> int:
    """How many parts of this kind there are: several relationships may lead to one."""
    return len({(link.part, link.kind) for link in links if link.part and link.kind in kind.links})
