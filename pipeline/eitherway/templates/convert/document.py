"""The document itself: each part's fields replaced, and the link to the list of addresses taken off.

Sources: ECMA-376 part 1, 17.16.5 (fields), 17.14 (mail merge settings).
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree

from eitherway.letters.template.template_file import OF_A_MERGE_LIST
from eitherway.letters.template.word_fields import Place, places
from eitherway.templates.convert.joining import Item, joined
from eitherway.templates.convert.naming import NAMED, meant

_RUN, _FORMAT, _PARAGRAPH = qn("w:r"), qn("w:rPr"), qn("w:p")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Turned:
    """A field, or several that are one, and what they have become; `times` is in how many places."""

    fields: tuple[str, ...]
    becomes: str
    is_sure: bool
    times: int


def turned(docx: bytes, asked: Mapping[str, str]) -> tuple[bytes, list[Turned]]:
    """The document with our fields, and what has become what, in the order of the text."""
    done: Counter[tuple[tuple[str, ...], str, bool]] = Counter()
    new = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as archive, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as copy:
        members = {member.filename: archive.read(member) for member in archive.infolist()}
        dropped = {name for name in members if _is_of_the_list(name)}
        for name in sorted(members, key=lambda each: not each.endswith("word/document.xml")):
            if name.endswith((".xml", ".rels")):
                members[name] = _mended(members[name], asked, done, dropped)
        for name in archive.namelist():
            if name not in dropped:
                copy.writestr(name, members[name])
    return new.getvalue(), [Turned(*key, times) for key, times in done.items()]


def _is_of_the_list(name: str) -> bool:
    return name.rpartition("/")[2].startswith("recipientData")


def _mended(
    part: bytes, asked: Mapping[str, str], done: Counter[tuple[tuple[str, ...], str, bool]], dropped: set[str]
) -> bytes:
    if not any(mark in part for mark in (b"instrText", b"fldSimple", b"ailMerge", b"recipientData")):
        return part
    root = parse_xml(part)
    for each in list(root.iter(qn("w:mailMerge"), "{*}Relationship", "{*}Override")):
        if (
            each.tag == qn("w:mailMerge")
            or each.get("Type", "").rpartition("/")[2] in OF_A_MERGE_LIST
            or each.get("PartName", "").lstrip("/") in dropped
        ):
            each.getparent().remove(each)
    for item in (each for each in joined(list(_items(root, asked)), root) if not each.meant.is_part):
        becomes = item.meant.written(item.places[0].field if len(item.places) == 1 else None)
        named = tuple(_said(place) for place in item.places)
        done[named, becomes, item.meant.is_sure] += 1
        _replace(item, becomes)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _items(root: Any, asked: Mapping[str, str]) -> Iterator[Item]:
    """The fields that become ours, in their order, without those that stand in one of them."""
    taken: set[Any] = set()
    for place in places(root):
        found = meant(place.field, asked)
        if found and place.is_whole and not place.in_code and not taken & {*_all(place)}:
            taken.update(_all(place))
            yield Item(found, (place,))


def _all(place: Place) -> Iterator[Any]:
    return (each for piece in place.pieces for each in piece.iter())


def _said(place: Place) -> str:
    field = place.field
    return field.argument if field.name in NAMED else field.name


def _replace(item: Item, becomes: str) -> None:
    """Put the text where the first field showed its result, and take all that it stands for away."""
    first = item.places[0]
    paragraph = _paragraph(first.pieces[0])
    _insert(becomes, first, paragraph)
    gone = [piece for place in item.places for piece in place.pieces]
    gone += [each for each in item.between if each.tag != _PARAGRAPH]
    for element in gone:
        _remove(element, paragraph)


def _insert(text: str, place: Place, paragraph: Any) -> None:
    """The text in the look of the field's result, or else of its beginning."""
    new = OxmlElement("w:t")
    new.text = text
    new.set(_SPACE, "preserve")
    begins, shows = place.pieces[0], place.result
    if begins.tag == qn("w:fldSimple"):
        run = OxmlElement("w:r")
        look = shows.getparent().find(_FORMAT) if shows is not None else None
        run.extend([new] if look is None else [deepcopy(look), new])
        begins.addprevious(run)
    elif shows is not None and _paragraph(shows) is paragraph:
        shows.addprevious(new)
    else:
        begins.addprevious(new)


def _remove(element: Any, kept: Any) -> None:
    """Take an element away, its run if nothing else is in it, its paragraph if that is not the `kept` one."""
    paragraph, run = _paragraph(element), element.getparent()
    if run is None:
        return
    run.remove(element)
    if run.tag == _RUN and all(each.tag == _FORMAT for each in run) and run.getparent() is not None:
        run.getparent().remove(run)
    if paragraph is not None and paragraph is not kept and _is_empty(paragraph):
        paragraph.getparent().remove(paragraph)


def _is_empty(paragraph: Any) -> bool:
    return (
        paragraph.getparent() is not None
        and next(paragraph.iter(_RUN, qn("w:fldSimple"), qn("w:sectPr")), None) is None
    )


def _paragraph(element: Any) -> Any:
    return next(element.iterancestors(_PARAGRAPH), None)
