"""What an earlier save by another program has lost, as far as the file still shows it; and which program.

Traces: Excel leaves a note "[Threaded comment]" for programs that do not know replies ([MS-XLSX] 2.1.22), a
defined name for each slicer (2.3.7), and a table says that a query fills it (ECMA-376 part 1, 18.5.1.2). A
sheet names what stands on it by relationship ids (18.3.1.36 drawing, 18.3.1.95 tablePart). Formulas that were
written by a program that does not calculate have no value (18.3.1.40).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eitherway.books.editor.places import SheetPart
from eitherway.books.editor.workbook_xml import WorkbookXml, read_workbook
from eitherway.books.package.archive import DamagedPackage, Package
from eitherway.books.package.markup import ATTRIBUTES, PREFIX, attribute, masked, start_tag
from eitherway.books.package.parts import as_utf8, content_type, local_name, parsed, relationships

_REPLIES = b"[Threaded comment]"
_HELD_BY_ID = {"drawing": "its charts and pictures", "legacyDrawing": "its notes", "tablePart": "a table"}
_WITHOUT_VALUE = re.compile(
    rb"(?:</" + PREFIX + rb"f\s*>|<" + PREFIX + rb"f\s" + ATTRIBUTES + rb"(?<=/)>)"
    rb"\s*(?:<" + PREFIX + rb"v\s*/>|<(?P<p>" + PREFIX + rb")v></(?P=p)v>)?\s*</" + PREFIX + rb"c\s*>"
)
_FORMULA, _LINK = start_tag("f"), re.compile(rb'=""[^<]*,HYPERLINK\(')
# What the workbook of `eitherway new` holds on these sheets beside cells, and what people call it.
_OURS = (
    ("Interviews", b"dataValidation", "drop-downs"),
    ("Interviews", b"conditionalFormatting", "colours for what is overdue"),
    ("Dashboard", b"drawing", "charts"),
)


def saved_by(package: Package) -> str:
    """The program that saved the workbook last; "" where that was Excel, or where the file does not say."""
    said = {**_said(package, "core-properties"), **_said(package, "extended-properties")}
    version, program = said.get("AppVersion", ""), said.get("Application", "")
    # openpyxl calls itself Excel, of a version that is openpyxl's own.
    if said.get("creator") == "openpyxl" or re.fullmatch(r"[23]\.\d", version):
        return "openpyxl"
    return "" if "Microsoft" in program else program.partition("$")[0].replace("/", " ")


def losses(package: Package) -> list[str]:
    """What is not in the file any more, in whole sentences. Raises DamagedPackage."""
    workbook = read_workbook(package)
    links = {sheet.part: relationships(package, sheet.part) for sheet in dict.fromkeys(workbook.sheets)}
    return [
        *_of_the_workbook(package, workbook),
        *(said for sheet in workbook.sheets for said in _of_a_sheet(package, sheet)),
        *_of_our_sheets(package, workbook),
        *_of_replies(
            package, {link.part for each in links.values() for link in each if link.kind == "comments"}
        ),
    ]


def _of_the_workbook(package: Package, workbook: WorkbookXml) -> Iterator[str]:
    data, kinds = _scan(package, workbook.part), {link.kind for link in relationships(package, workbook.part)}
    names = [attribute(tag[0], "name") or "" for tag in start_tag("definedName").finditer(data)]
    if any(name.startswith("Slicer_") for name in names) and "slicerCache" not in kinds:
        yield "The slicers are gone; only their names are left."
    if (
        "macroEnabled" in content_type(package, workbook.part)
        and b"codeName=" in data
        and "vbaProject" not in kinds
    ):
        yield "The macros are gone."


def _of_a_sheet(package: Package, sheet: SheetPart) -> Iterator[str]:
    data, links = _scan(package, sheet.part), relationships(package, sheet.part)
    ids = {link.id for link in links}
    for name, words in _HELD_BY_ID.items():
        held = [_id(tag[0]) for tag in start_tag(name).finditer(data)]
        if any(each and each not in ids for each in held):
            yield f"The sheet {sheet.name} has lost {words}."
    for part in (link.part for link in links if link.kind == "table"):
        table = parsed(package, part)
        queries = [link for link in relationships(package, part) if link.kind == "queryTable"]
        if table.get("tableType") == "queryTable" and not queries:
            yield f"The table {table.get('displayName')} has lost the query that filled it."
    if number := sum(not _comes_to_nothing(data, found) for found in _WITHOUT_VALUE.finditer(data)):
        formulas = "formula shows" if number == 1 else "formulas show"
        yield f"On the sheet {sheet.name} {number} {formulas} nothing until Excel has opened and saved it."


def _comes_to_nothing(data: bytes, end: re.Match[bytes]) -> bool:
    """Whether a formula, whose end was found, shows nothing rightly: it comes to "", or links to nothing yet.

    Our links are so in a workbook of `eitherway new`; a program that does not calculate writes `<v/>`.
    """
    before = data.rfind(b"<", 0, end.start())
    cell = data.rfind(b"<", 0, before) if _FORMULA.match(data, before) else before
    if attribute(data[cell : data.find(b">", cell) + 1], "t") == "str":
        return True
    return b"<v></v>" in end[0] and _LINK.search(data, before, end.start()) is not None


def _of_our_sheets(package: Package, workbook: WorkbookXml) -> Iterator[str]:
    sheets = {sheet.name: sheet.part for sheet in workbook.sheets}
    if {"Interviews", "Applications", "Cadence", "Dashboard"} <= sheets.keys():
        for sheet, mark, words in _OURS:
            if re.search(rb"<" + PREFIX + mark + rb"[\s/>s]", _scan(package, sheets[sheet])) is None:
                yield f"The sheet {sheet} has no {words} any more."


def _of_replies(package: Package, notes: set[str]) -> Iterator[str]:
    kinds = (
        link.kind for sheet in read_workbook(package).sheets for link in relationships(package, sheet.part)
    )
    number = sum(_scan(package, part).count(_REPLIES) for part in sorted(notes))
    if number and "threadedComment" not in kinds:
        comments = "One comment" if number == 1 else f"{number} comments"
        yield f"{comments} with replies became plain notes, without the replies."


def _said(package: Package, kind: str) -> dict[str, str]:
    parts = [link.part for link in relationships(package, "") if link.kind == kind]
    try:
        return {local_name(each): each.text or "" for part in parts for each in parsed(package, part)}
    except DamagedPackage:
        return {}


def _scan(package: Package, part: str) -> bytes:
    return masked(as_utf8(package.read(part))[0])


def _id(tag: bytes) -> str:
    found = re.search(rb"""\s[\w.-]+:id\s*=\s*["']([^"']*)""", tag)
    return found[1].decode() if found else ""
