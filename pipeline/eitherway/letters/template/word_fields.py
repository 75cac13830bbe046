"""Word's own fields: what each kind would put into a letter, and what to write instead.

Source: ECMA-376 part 1, 17.16.5 (field definitions), by kinds of what they bring in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from eitherway.letters.template.guesses import field_for


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


def word_fields(root: Any) -> Iterator[WordField]:
    """Each field of a part; its text may stand in several runs, and a field in a field."""
    for said in _codes(root):
        if words := said.split(maxsplit=1):
            name = re.split(r'["“\\]', words[0], maxsplit=1)[0].upper()
            yield WordField(name, said)


def instead(field: WordField) -> tuple[str, str]:
    """Why a field of Word cannot stay, as the end of a sentence, and what to do, as a whole one."""
    name = f"{field.name} {field.argument}".strip()
    if field.kind is Kind.MERGE:
        if field.name == "MERGEFIELD":
            reason = f'it has Word\'s own merge field "{field.argument}", which Either Way does not fill in'
        else:
            reason = f"it has the field {field.name} of Word's mail merge, which Either Way does not fill in"
        return reason, f"Delete it, and type {_ours(field)} in its place."
    if field.kind is Kind.DATE:
        reason = f"Word's field {field.name} would show another day than the letter's"
        return reason, "Delete it, and type {{ date }} in its place."
    reason = f"Word's field {name} shows a property of the document, the same one in every letter"
    return reason, f"Delete it, and type {_ours(field)} in its place."


def _ours(field: WordField) -> str:
    whole = {
        "ADDRESSBLOCK": "{{ recipient.block }}",
        "GREETINGLINE": "Dear {{ recipient.greeting }},",
        "IF": "{% if reference %} ... {% endif %}, with the field that it asks for,",
    }
    if field.name in whole:
        return whole[field.name]
    found = field_for(field.argument)
    return f"{{{{ {found} }}}}" if found else "a field in double braces, such as {{ company }},"


def _codes(root: Any) -> Iterator[str]:
    opened: list[str] = []
    is_result: list[bool] = []
    for element in root.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple")):
        kind = element.get(qn("w:fldCharType"))
        if element.tag == qn("w:fldSimple"):
            yield element.get(qn("w:instr"), "").strip()
        elif element.tag == qn("w:instrText"):
            if opened and not is_result[-1]:
                opened[-1] += element.text or ""
        elif kind == "begin":
            opened.append("")
            is_result.append(False)
        elif kind == "separate" and opened:
            is_result[-1] = True
        elif kind == "end" and opened:
            is_result.pop()
            yield opened.pop().strip()
    yield from (each.strip() for each in opened)
