"""One workbook, spelled in the many ways in which programs spell it: as zip files, and as sheet XML."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping

from tests.books.workbooks import MAIN, RELATIONSHIPS, packed

Parts = Mapping[str, str | bytes]
STRICT = "http://purl.oclc.org/ooxml/"


class _Pipe(io.BytesIO):
    """A file that cannot be gone back in."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation


def streamed(parts: Parts) -> bytes:
    """Sizes follow the data, in data descriptors; with a comment at the end."""
    data = _Pipe()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        package.comment = b"by a pipe"
    return data.getvalue()


def stored(parts: Parts) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return data.getvalue()


def zip64(parts: Parts) -> bytes:
    """Every length and offset of the directory stands in a zip64 extra field, as do those of the end."""
    data = packed(parts)
    at = data.rindex(b"PK\5\6")
    count, _, start = struct.unpack_from("<H2L", data, at + 10)
    directory, entry = b"", start
    for _ in range(count):
        fields = list(struct.unpack_from("<4s6H3L5H2L", data, entry))
        name = data[entry + 46 : entry + 46 + fields[10]]
        extra = struct.pack("<2H3Q", 1, 24, fields[9], fields[8], fields[16])
        fields[8] = fields[9] = fields[16] = 0xFFFFFFFF
        entry += 46 + fields[10] + fields[11] + fields[12]
        fields[11], fields[12] = 4 + len(extra), 0
        directory += struct.pack("<4s6H3L5H2L", *fields) + name + struct.pack("<2H", 0x7777, 0) + extra
    end_64 = start + len(directory)
    records = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(directory), start)
    records += struct.pack("<4sLQL", b"PK\6\7", 0, end_64, 1)
    ending = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:start] + directory + records + ending


def after_junk(parts: Parts) -> bytes:
    return b"#!/bin/sh\n" * 7 + packed(parts)


def backwards(parts: Parts) -> bytes:
    return packed(dict(reversed([*parts.items()])))


def with_backslashes(parts: Parts) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.filename = name.replace("/", "\\")
            package.writestr(info, content)
    return data.getvalue()


def twice(parts: Parts) -> bytes:
    """Every member is there twice, both times the same."""
    data = io.BytesIO()
    with (
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package,
        warnings.catch_warnings(action="ignore"),
    ):
        for name, content in [*parts.items(), *parts.items()]:
            package.writestr(name, content)
    return data.getvalue()


ZIPS: Mapping[str, Callable[[Parts], bytes]] = {
    each.__name__: each
    for each in (packed, streamed, stored, zip64, after_junk, backwards, with_backslashes, twice)
}


def prefixed(xml: str) -> bytes:
    named = re.sub(r"<(/?)(?=\w+[\s/>])(?!\?)", r"<\1x:", xml)
    return named.replace("xmlns=", "xmlns:x=").encode()


def with_namespaces_inside(xml: str) -> bytes:
    """The rows of another prefix than the sheet's, each cell with a declaration of its own."""
    before, _, ahead = xml.partition("<sheetData>")
    rows, _, after = ahead.partition("</sheetData>")
    rows = re.sub(r"<(/?)(?=row)", r"<\1y:", rows).replace("<y:row", f'<y:row xmlns:y="{MAIN}"')
    rows = re.sub(r"<(/?)(?=(?:c|v|f|is|t)[\s/>])", r"<\1z:", rows)
    rows = rows.replace("<z:c", f'<z:c xmlns:z="{MAIN}"')
    return f"{before}<sheetData>{rows}</sheetData>{after}".encode()


def with_several_prefixes(xml: str) -> bytes:
    """Two prefixes for one namespace, both declared on top."""
    named = re.sub(r"<(/?)(?=(?:c|v|f|is|t)[\s/>])", r"<\1z:", xml)
    return named.replace(" xmlns=", f' xmlns:z="{MAIN}" xmlns=', 1).encode()


def without_addresses(xml: str) -> bytes:
    """For sheets whose rows and cells begin at A1 and leave no gap."""
    xml = re.sub(r'<row r="\d+"', "<row", xml)
    return re.sub(r'<c r="[A-Z]+\d+"', "<c", xml).encode()


def rows_without_addresses(xml: str) -> bytes:
    return re.sub(r'<row r="\d+"', "<row", xml).encode()


def with_line_breaks(xml: str) -> bytes:
    return re.sub(r"(?<!^)(?=<(?:row|c|/row|sheetData)\b)", "\r\n  ", xml).encode()


def with_comments(xml: str) -> bytes:
    xml = xml.replace("<c ", "<!-- </row> --><c ")
    return xml.replace("<row ", '<!-- <row r="1"><c r="A1"/> --><?keep <c?><row ').encode()


def single_quoted(xml: str) -> bytes:
    tags = re.split(r"(<[^>]*>)", xml)
    return "".join(tag.replace('"', "'") if tag.startswith("<") else tag for tag in tags).encode()


def attributes_turned_round(xml: str) -> bytes:
    return re.sub(r'<c r="(\w+)"([^>]*?)(/?)>', r'<c\2 r="\1" \3>', xml).encode()


def rows_turned_round(xml: str) -> bytes:
    before, *rows, after = re.split(r"(?=<row )|(?=</sheetData>)", xml)
    return "".join([before, *reversed(rows), after]).encode()


def cells_turned_round(xml: str) -> bytes:
    def turned(row: re.Match[str]) -> str:
        return row[1] + "".join(reversed(re.split(r"(?=<c )", row[2]))) + "</row>"

    return re.sub(r"(<row [^>]*[^/]>)(.*?)</row>", turned, xml).encode()


def each_row_in_pieces(xml: str) -> bytes:
    """Row elements of one and the same number, one after another."""

    def pieces(row: re.Match[str]) -> str:
        return "".join(f"{row[1]}{cell}</row>" for cell in re.split(r"(?<=.)(?=<c )", row[2]))

    return re.sub(r"(<row [^>]*[^/]>)(.*?)</row>", pieces, xml).encode()


def in_utf16(xml: str) -> bytes:
    return xml.replace("UTF-8", "UTF-16").encode("utf-16")


def in_utf16_by_name_only(xml: str) -> bytes:
    return xml.replace("UTF-8", "utf-16").encode()


def with_byte_order_mark(xml: str) -> bytes:
    return b"\xef\xbb\xbf" + xml.encode()


def strict(xml: str) -> bytes:
    main = xml.replace(MAIN, f"{STRICT}spreadsheetml/main")
    return main.replace(RELATIONSHIPS, f"{STRICT}officeDocument/relationships").encode()


def without_hints(xml: str) -> bytes:
    """Without the used range and the spans."""
    return re.sub(r' spans="[^"]*"|<dimension [^>]*>', "", xml).encode()


SHEETS: Mapping[str, Callable[[str], bytes]] = {
    each.__name__: each
    for each in (
        prefixed, with_namespaces_inside, with_several_prefixes, without_addresses, rows_without_addresses,
        with_line_breaks, with_comments, single_quoted, attributes_turned_round, rows_turned_round,
        cells_turned_round, each_row_in_pieces, in_utf16, in_utf16_by_name_only, with_byte_order_mark, strict,
        without_hints,
    )
}  # fmt: skip
