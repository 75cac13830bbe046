"""Tags that belong together, over paragraphs: each beginning has its end, of its own kind and place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eitherway.letters.template.faults import Fault, FaultCode, error, warning
from eitherway.letters.template.paragraphs import Paragraph
from eitherway.letters.template.said import BETWEEN, PAIRS
from eitherway.letters.template.tags import Tag


class Placed(NamedTuple):
    """A tag, and the paragraph that it stands in."""

    tag: Tag
    paragraph: Paragraph


class Pairs(NamedTuple):
    """The tags that belong together, group by group, those without partners, and what is said of them."""

    groups: list[list[Placed]]
    alone: list[Placed]
    faults: list[tuple[Placed, Fault]]


def pairs(statements: Sequence[Placed]) -> Pairs:
    """Pair the statements of one part of the document: if with endif, pick with each or and endpick."""
    found, opened = Pairs([], [], []), list[list[Placed]]()
    for each in statements:
        verb = each.tag.verb
        if verb in PAIRS:
            opened.append([each])
        elif verb in PAIRS.values():
            _close(each, opened, found)
        elif verb in BETWEEN:
            _between(each, opened, found)
    for group in opened:
        end = _written(group[0].tag, PAIRS[group[0].tag.verb])
        _lose(group, found, f"{group[0].tag.text} has no {end} after it.", f"Put {end} where it should end.")
    return found


def _close(each: Placed, opened: list[list[Placed]], found: Pairs) -> None:
    """Whatever began after its own beginning was never ended; without one it ends nothing."""
    while any(PAIRS[group[0].tag.verb] == each.tag.verb for group in opened):
        group = opened.pop()
        begun = group[0].tag
        end = PAIRS[begun.verb]
        if end == each.tag.verb:
            _join(group, each, found)
            found.groups.append(group)
            return
        fix = f"Put {_written(begun, end)} before {each.tag.text}."
        _lose(group, found, f"{begun.text} does not end before {each.tag.text}.", fix)
    begins = {end: begin for begin, end in PAIRS.items()}[each.tag.verb]
    message = f"{each.tag.text} ends nothing: there is no {_written(each.tag, begins)} before it."
    _lose([each], found, message, "Take it away, or put the beginning where it belongs.")


def _between(each: Placed, opened: list[list[Placed]], found: Pairs) -> None:
    begins = BETWEEN[each.tag.verb]
    if opened and opened[-1][0].tag.verb in begins:
        _join(opened[-1], each, found)
        return
    named = " or ".join(_written(each.tag, begin) for begin in begins)
    message = f"{each.tag.text} stands outside of {named}."
    _lose([each], found, message, f"Put it between {named} and its end, or take it away.")


def _join(group: list[Placed], each: Placed, found: Pairs) -> None:
    if fault := _apart(group[0], each):
        found.faults.append((each, fault))
    group.append(each)


def _apart(begun: Placed, each: Placed) -> Fault | None:
    """Two tags of a pair must both take their paragraph away, or neither; and stand in the same place."""
    both = f"{begun.tag.text} and {each.tag.text}"
    if begun.tag.around != each.tag.around:
        message = f"{both} belong together, but only one takes its paragraph away."
        fix = "Begin both with {%p, each in a paragraph of its own."
        return error(FaultCode.WHOLE_PARAGRAPH, message, fix, each.tag.text)
    if begun.paragraph.holder != each.paragraph.holder and each.tag.around not in ("tr", "tc"):
        message = f"{both} stand in different cells or boxes."
        fix = "Put both into the same one; {%tr takes away the row of a table in which it stands."
        return error(FaultCode.SPLIT_TAG, message, fix, each.tag.text)
    if begun.paragraph is not each.paragraph and not each.tag.around:
        message = f"{both} stand in different paragraphs, which are joined."
        fix = "Give each a paragraph of its own and begin it with {%p; that paragraph is gone in the letter."
        return warning(FaultCode.WHOLE_PARAGRAPH, message, fix, each.tag.text)
    return None


def _lose(group: list[Placed], found: Pairs, message: str, fix: str) -> None:
    found.alone.extend(group)
    found.faults.append((group[0], error(FaultCode.UNPAIRED_TAG, message, fix, group[0].tag.text)))


def _written(like: Tag, verb: str) -> str:
    return f"{{%{like.around} {verb} %}}"
