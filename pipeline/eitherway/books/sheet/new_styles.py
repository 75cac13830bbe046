"""Cell styles for a workbook that has none: in its styles part, or in one made for it.

Format: ECMA-376 part 1, 18.8.39 (styleSheet: the order of what it holds), 18.8.10 (cellXfs).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eitherway.books.package.markup import ATTRIBUTES, PREFIX, end_tag, is_empty_element, masked, start_tag

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BEFORE = ("cellStyleXfs", "borders", "fills", "fonts", "numFmts")
_ROOT = re.compile(rb"<(" + PREFIX + rb")styleSheet(?=[\s/>])" + ATTRIBUTES + rb">")

PLAIN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
).encode()
"""The styles part of a workbook without one, up to the styles of its cells."""


def prefix_of_root(data: bytes) -> str:
    """The prefix of a styles part's elements with its colon, mostly ""."""
    root = _ROOT.search(masked(data))
    return root[1].decode() if root else ""


def with_cell_styles(data: bytes, scan: bytes, styles: Sequence[bytes]) -> bytes:
    """The styles part with these as the styles of cells, where it has none; `scan` is the part `masked`."""
    if not data:
        data = scan = PLAIN
    prefix = prefix_of_root(data)
    new = (
        f'<{prefix}cellXfs count="{len(styles)}">'.encode()
        + b"".join(styles)
        + f"</{prefix}cellXfs>".encode()
    )
    if empty := start_tag("cellXfs").search(scan):
        close = empty if is_empty_element(empty[0]) else end_tag("cellXfs").search(scan)
        return data[: empty.start()] + new + data[close.end() if close else empty.end() :]
    for name in _BEFORE:
        if tag := start_tag(name).search(scan):
            close = tag if is_empty_element(tag[0]) else end_tag(name).search(scan, tag.end())
            at = close.end() if close else tag.end()
            return data[:at] + new + data[at:]
    root = _ROOT.search(scan)
    if root is None:
        return data
    if is_empty_element(root[0]):
        opened = root[0].removesuffix(b"/>") + b">" + new + f"</{prefix}styleSheet>".encode()
        return data[: root.start()] + opened + data[root.end() :]
    return data[: root.end()] + new + data[root.end() :]
