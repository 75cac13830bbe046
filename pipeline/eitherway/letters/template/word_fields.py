"""Word's own fields: what each kind would put into a letter, and what to write instead.

Source: ECMA-376 part 1, 17.16.5 (field definitions), by kinds of what they bring in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from eitherway.letters.template.guesses import field_for

_RUN, _SIMPLE, _CHARACTER, _INSTRUCTION = map(qn, ("w:r", "w:fldSimple", "w:fldChar", "w:instrText"))
_KIND, _CODE, _TEXT, _FORMAT = qn("w:fldCharType"), qn("w:instr"), qn("w:t"), qn("w:rPr")


class Kind(StrEnum):
    """What a field of Word brings in."""

    MERGE = "merge"
    DATE = "date"
    PROPERTY = "property"
    ITSELF = "itself"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


class WordField(NamedTuple):
    """A field: its name in capitals, and all that it says."""

    name: str
    said: str

    @property
    def kind(self) -> Kind:
        """What it brings in."""
        return _KINDS.get(self.name, Kind.ITSELF if self.name.startswith("=") else Kind.UNKNOWN)

    @property
    def argument(self) -> str:
        """What stands first behind the name: a merge field's or a property's name."""
        found = _ARGUMENT.match(self.said[len(self.name) :])
        return (found[1] or found[2] or "").strip() if found else ""


_ARGUMENT = re.compile(r'\s*(?:["“”]([^"“”]*)["“”]|([^\s\\]+(?: (?!\\)[^\s\\]+)*))')

_NAMES: Mapping[Kind, str] = {
    Kind.MERGE: """
        ADDRESSBLOCK ASK COMPARE FILLIN GREETINGLINE IF MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF SET SKIPIF
    """,
    Kind.DATE: "CREATEDATE DATE EDITTIME PRINTDATE SAVEDATE TIME",
    Kind.PROPERTY: "COMMENTS DOCPROPERTY DOCVARIABLE INFO KEYWORDS LASTSAVEDBY",
    Kind.ITSELF: """
        ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BARCODE BIBLIOGRAPHY BIDIOUTLINE CITATION EQ FILENAME
        FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK INDEX LISTNUM NOTEREF NUMCHARS NUMPAGES NUMWORDS
        PAGE PAGEREF REF REVNUM SECTION SECTIONPAGES SEQ STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TITLE TOA TOC
        USERADDRESS USERINITIALS USERNAME XE
    """,
    # QUOTE makes a field out of numbers, whichever it is.
    Kind.OUTSIDE: """
        AUTOTEXT AUTOTEXTLIST DATABASE DDE DDEAUTO EMBED GLOSSARY GOTOBUTTON IMPORT INCLUDE INCLUDEPICTURE
        INCLUDETEXT LINK MACROBUTTON PRINT PRIVATE QUOTE RD
    """,
}
_KINDS: Mapping[str, Kind] = {name: kind for kind, names in _NAMES.items() for name in names.split()}


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a field stands in its part.

    `pieces` are what runs hold from its beginning to its end, or the element of a simple field. `result`
    shows its last result, and is None if nothing does. `is_whole` says that its end was found, and
    `in_code` that it stands in the code of another field.
    """

    field: WordField
    pieces: tuple[Any, ...]
    result: Any | None
    is_whole: bool
    in_code: bool


def word_fields(root: Any) -> Iterator[WordField]:
    """Each field of a part; its text may stand in several runs, and a field in a field."""
    return (each.field for each in places(root))


def places(root: Any) -> list[Place]:
    """The fields of a part in their order; what stands in the code of a merge field belongs to that one."""
    if next(root.iter(_SIMPLE, _CHARACTER), None) is None:
        return []  # as in most parts, of which each element would be asked below
    found: list[_Open] = []
    opened: list[_Open] = []
    for element in root.iter():
        if element.tag == _SIMPLE:
            found.append(
                _Open([element], _codes(opened), element.get(_CODE, ""), is_result=True, is_whole=True)
            )
            found[-1].result = next(element.iter(_TEXT), None)
        elif _is_piece(element):
            if element.get(_KIND) == "begin":
                opened.append(_Open([], _codes(opened)))
                found.append(opened[-1])
            _take(element, opened)
            if element.get(_KIND) == "end" and opened:
                opened.pop().is_whole = True
    return [each.place() for each in found if each.said.strip() and not each.belongs_to_another()]


@dataclass(eq=False, slots=True)
class _Open:
    """A field of which more may come; `codes` are the fields in whose code it stands."""

    pieces: list[Any]
    codes: tuple[_Open, ...]
    said: str = ""
    is_result: bool = False
    is_whole: bool = False
    result: Any | None = None

    def place(self) -> Place:
        field = _field(self.said.strip())
        return Place(field, tuple(self.pieces), self.result, self.is_whole, bool(self.codes))

    def belongs_to_another(self) -> bool:
        """Whether it stands in the code of a merge field, such as IF."""
        return any(each.said.strip() and _field(each.said.strip()).kind is Kind.MERGE for each in self.codes)


def _codes(opened: Iterable[_Open]) -> tuple[_Open, ...]:
    return tuple(each for each in opened if not each.is_result)


def _is_piece(element: Any) -> bool:
    """Whether it is part of what a run holds."""
    if element.tag in (_CHARACTER, _INSTRUCTION):
        return True
    holder = element.getparent()
    return holder is not None and holder.tag == _RUN and element.tag != _FORMAT


def _take(piece: Any, opened: list[_Open]) -> None:
    for each in opened:
        each.pieces.append(piece)
        if each.result is None and each.is_result and piece.tag == _TEXT:
            each.result = piece
    if opened and piece.tag == _INSTRUCTION and not opened[-1].is_result:
        opened[-1].said += piece.text or ""
    if opened and piece.get(_KIND) == "separate":
        opened[-1].is_result = True


def _field(said: str) -> WordField:
    return WordField(re.split(r'["“\\]', said.split(maxsplit=1)[0], maxsplit=1)[0].upper(), said)


_OF_RECORDS = ("MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SET", "SKIPIF")
_WHOLE = {
    "ADDRESSBLOCK": "{{ recipient.block }}",
    "GREETINGLINE": "Dear {{ recipient.greeting }},",
    "IF": "{% if reference %} ... {% endif %}, with the field that it asks for,",
}


def instead(field: WordField) -> tuple[str, str]:
    """Why a field of Word cannot stay, as the end of a sentence, and what to do, as a whole one."""
    name = f"{field.name} {field.argument}".strip()
    if field.kind is Kind.MERGE:
        if field.name == "MERGEFIELD":
            reason = f'it has Word\'s own merge field "{field.argument}", which Either Way does not fill in'
        else:
            reason = f"it has the field {field.name} of Word's mail merge, which Either Way does not fill in"
        if field.name in _OF_RECORDS:
            return (
                reason,
                "Delete it: each letter goes to one person, and nothing is counted or skipped in it.",
            )
        return reason, f"Delete it, and type {_ours(field)} in its place."
    if field.kind is Kind.DATE:
        reason = f"Word's field {field.name} would show another day than the letter's"
        return reason, "Delete it, and type {{ date }} in its place."
    reason = f"Word's field {name} shows a property of the document, the same one in every letter"
    return reason, f"Delete it, and type {_ours(field)} in its place."


def _ours(field: WordField) -> str:
    if field.name in _WHOLE:
        return _WHOLE[field.name]
    found = field_for(field.argument)
    return f"{{{{ {found} }}}}" if found else "a field in double braces, such as {{ company }},"
