"""Links whose addresses hold fields: `mailto:{{ recipient.email }}`, as typed or as Word encodes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import quote, unquote

from docx.document import Document

_KEPT = "/:?#[]@!$&'()*+,;=%~"


def tagged_links(document: Document) -> Iterator[Any]:
    """The relationships of the merged parts that lead outside and hold a tag."""
    own = document.part
    around = [each.target_part for each in own.rels.values() if not each.is_external]
    for part in (own, *around):
        yield from (each for each in part.rels.values() if each.is_external and _has_tag(each.target_ref))


def merged_address(address: str, fields: Mapping[str, object], environment: Any) -> str:
    """The address for one letter, with its fields filled in."""
    merged = unescape(str(environment.from_string(unquote(address)).render(fields)))
    return quote(" ".join(merged.split()), safe=_KEPT)


def _has_tag(address: str) -> bool:
    return "{{" in unquote(address) or "{%" in unquote(address)
