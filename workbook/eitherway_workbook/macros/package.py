"""What a macro workbook's zip says beside the workbook: its kind, and that it brings a ribbon of its own.

Format: ECMA-376 part 2 (relationships, content types); MS-CUSTOMUI2 2.1.1 (the ribbon's part).
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

RIBBON_PART = "customUI/customUI14.xml"
RIBBON_KIND = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"

PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WITH_MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
ADDIN = b"application/vnd.ms-excel.addin.macroEnabled.main+xml"

# A zip's first day: the same content then gives the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def with_ribbon(workbook: bytes, ribbon: bytes, kind: bytes) -> bytes:
    """The plain workbook made one of this kind (a content type above), with the ribbon added."""
    with ZipFile(BytesIO(workbook)) as old:
        parts = {info.filename: old.read(info) for info in old.infolist()}
    parts["[Content_Types].xml"] = exchanged(parts["[Content_Types].xml"], PLAIN, kind)
    link = f'<Relationship Id="rIdRibbon" Type="{RIBBON_KIND}" Target="{RIBBON_PART}"/></Relationships>'
    parts["_rels/.rels"] = exchanged(parts["_rels/.rels"], b"</Relationships>", link.encode())
    parts[RIBBON_PART] = ribbon
    return packed(parts)


def with_part(workbook: bytes, name: str, content: bytes) -> bytes:
    """The workbook with a part of it exchanged."""
    with ZipFile(BytesIO(workbook)) as old:
        return packed({info.filename: old.read(info) for info in old.infolist()} | {name: content})


def packed(parts: Mapping[str, bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as new:
        for name, part in parts.items():
            member = ZipInfo(name, EPOCH)
            member.compress_type = ZIP_DEFLATED
            new.writestr(member, part)
    return content.getvalue()


def exchanged(data: bytes, old: bytes, new: bytes) -> bytes:
    if data.count(old) != 1:
        raise ValueError(f"the workbook to add to does not hold {old.decode()} once")
    return data.replace(old, new)
