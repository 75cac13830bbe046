"""Fields that stand together and are one of ours: a first and a last name, the lines of an address.

Apart, they would leave gaps: who has no honorific would be greeted "Dear  Chen", and an address is one field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from docx.oxml.ns import qn

from eitherway.letters.template.word_fields import Place
from eitherway.templates.convert.naming import ADDRESS, Meant

_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " "}
_BETWEEN_LINES = " \u00a0\n,;.-–|/"
_GIVEN, _FAMILY, _NAME = "recipient.given", "recipient.family", "recipient.name"
_HONORIFICS = ("recipient.honorific", "recipient.title")
_NAMES: dict[tuple[str, ...], str] = {
    (_GIVEN, _FAMILY): _NAME,
    **{(honorific, _GIVEN, _FAMILY): _NAME for honorific in _HONORIFICS},
    **{(honorific, _FAMILY): "recipient.greeting" for honorific in _HONORIFICS},
    **{(honorific, _NAME): _NAME for honorific in _HONORIFICS},
}
_OF_A_BLOCK = (_NAME, "recipient.title", "company", "recipient.company", ADDRESS)


@dataclass(frozen=True, slots=True)
class Item:
    """One field of ours in the place of one or several of Word's; `between` is what stood between those."""

    meant: Meant
    places: tuple[Place, ...]
    between: tuple[Any, ...] = ()


@dataclass(slots=True)
class Between:
    """What stands between two places of a part."""

    root: Any
    order: dict[Any, int] = field(default_factory=dict)
    elements: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.elements = list(self.root.iter())
        self.order = {element: at for at, element in enumerate(self.elements)}

    def texts(self, one: Item, other: Item) -> list[Any]:
        """The elements that are text, line breaks or the beginnings of paragraphs."""
        last = [*one.places[-1].pieces[-1].iter()][-1]
        between = self.elements[self.order[last] + 1 : self.order[other.places[0].pieces[0]]]
        return [each for each in between if each.tag in (_TEXT, _PARAGRAPH, *_BREAKS)]


def joined(items: Sequence[Item], root: Any) -> list[Item]:
    """The items with those together that are one; what the user named stays as it is."""
    between = Between(root)
    return list(_blocks(list(_names(items, between)), between))


def said(elements: Sequence[Any]) -> str:
    """The text of what stands between two places."""
    return "".join(
        (each.text or "") if each.tag == _TEXT else _BREAKS.get(each.tag, "\n") for each in elements
    )


def _names(items: Sequence[Item], between: Between) -> Iterator[Item]:
    at = 0
    while at < len(items):
        for length in (3, 2):
            few = items[at : at + length]
            ours = _NAMES.get(tuple(each.meant.field for each in few))
            if ours and _stand_together(few, between, " \u00a0"):
                yield _one(few, Meant(ours), between)
                at += length
                break
        else:
            yield items[at]
            at += 1


def _blocks(items: Sequence[Item], between: Between) -> Iterator[Item]:
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and _are_lines(items[at : end + 1], between):
            end += 1
        run = items[at:end]
        yield from _block(run, between)
        at = end


def _are_lines(few: Sequence[Item], between: Between) -> bool:
    """Whether they may be lines of one address block."""
    return all(each.meant.field in _OF_A_BLOCK for each in few) and _stand_together(
        few, between, _BETWEEN_LINES
    )


def _block(run: Sequence[Item], between: Between) -> Iterator[Item]:
    """A run of lines: all of an address block, or the address in it as one."""
    fields = [each.meant.field for each in run]
    lines = "\n" in "".join(said(between.texts(*pair)) for pair in pairwise(run))
    if fields[0] == _NAME and ADDRESS in fields and lines:
        yield _one(run, Meant("recipient.block"), between)
        return
    first = fields.index(ADDRESS) if ADDRESS in fields else len(run)
    last = next((at for at in range(first, len(run)) if fields[at] != ADDRESS), len(run))
    yield from run[:first]
    if last - first > 1:
        yield _one(run[first:last], Meant(ADDRESS), between)
    else:
        yield from run[first:last]
    yield from run[last:]


def _one(few: Sequence[Item], meant: Meant, between: Between) -> Item:
    apart = (each for pair in pairwise(few) for each in between.texts(*pair))
    within = (each for item in few for each in item.between)
    return Item(
        replace(meant, is_sure=True),
        tuple(place for each in few for place in each.places),
        (*within, *apart),
    )


def _stand_together(few: Sequence[Item], between: Between, signs: str) -> bool:
    """Whether only such signs stand between them, and all in the same cell or box."""
    holders = {_holder(place) for each in few for place in each.places}
    apart = "".join(said(between.texts(*pair)) for pair in pairwise(few))
    return (
        len(holders) == 1
        and not any(each.meant.is_named or each.meant.text for each in few)
        and not apart.strip(signs)
    )


def _holder(place: Place) -> Any:
    paragraph = next(place.pieces[0].iterancestors(_PARAGRAPH), None)
    return paragraph.getparent() if paragraph is not None else None
