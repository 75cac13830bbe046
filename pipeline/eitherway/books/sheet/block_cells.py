"""The cells of ordinary sheets, read by python-calamine.

It is the fastest reader there is for Python. But it lays a sheet out as one block from A1 to the last cell,
hundreds of gigabytes where one stands in XFD1048576, and being written in Rust it ends the whole process if
there is no memory for that. So it never gets the user's file. It gets a small package made here, of the parts
that hold the cells, once those were unpacked, checked against their sums and limits, and found to be spelled
and laid out as nearly all programs do (`SheetXml.block`). Whatever else there is, `table_cells` reads.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

Rows = list[list[Any]]
"""Cells as python-calamine gives them; see `RawTable`. Row 1 is the first, column A the first in each."""

_LARGE = 2**24
"""Parts of so many bytes are deflated: python-calamine would hold them a second time."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def block_cells(
    sheets: Sequence[bytes], strings: bytes, styles: bytes, *, date_1904: bool
) -> Sequence[Rows | None]:
    """All cells of these sheet parts; None for one that python-calamine cannot read."""
    if not sheets:
        return []
    try:
        reader = CalamineWorkbook.from_filelike(_package(sheets, strings, styles, date_1904))
    except (CalamineError, ValueError, OverflowError):
        return [None] * len(sheets)
    return [_rows(reader, number) for number in range(len(sheets))]


def _rows(reader: CalamineWorkbook, number: int) -> Rows | None:
    try:
        return reader.get_sheet_by_index(number).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OverflowError):
        return None
    except BaseException as trouble:
        # A slip of the Rust library arrives as a PanicException, which is no Exception.
        if type(trouble).__name__ != "PanicException":
            raise
        return None


def _package(sheets: Sequence[bytes], strings: bytes, styles: bytes, date_1904: bool) -> io.BytesIO:
    links = [(f"rId{n}", "worksheet", f"worksheets/{n}.xml") for n in range(len(sheets))]
    links += [("strings", "sharedStrings", "sharedStrings.xml"), ("styles", "styles", "styles.xml")]
    parts = {
        "_rels/.rels": _relationships([("rId", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(len(sheets), date_1904),
        "xl/_rels/workbook.xml.rels": _relationships(links),
    }
    parts |= {f"xl/worksheets/{n}.xml": sheet for n, sheet in enumerate(sheets)}
    others = {"xl/sharedStrings.xml": strings, "xl/styles.xml": styles}
    return _zip(parts | {name: content for name, content in others.items() if content})


def _zip(parts: Mapping[str, bytes]) -> io.BytesIO:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, content in parts.items():
            kind = zipfile.ZIP_STORED if len(content) < _LARGE else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name), content, kind, compresslevel=1)
    data.seek(0)
    return data


def _workbook(count: int, date_1904: bool) -> bytes:
    sheets = "".join(f'<sheet name="{n}" sheetId="{n + 1}" r:id="rId{n}"/>' for n in range(count))
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{int(date_1904)}"/>'
        f"<sheets>{sheets}</sheets></workbook>"
    ).encode()


def _relationships(links: Iterable[tuple[str, str, str]]) -> bytes:
    inside = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for id_, kind, target in links
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'.encode()
