"""The parts that every Word document has that is made here, whatever stands in it (ECMA-376 part 2)."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from eitherway.letters.merge.properties import property_text
from eitherway.letters.merge.seal import CORE, UNSEALED

PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def content_types(kinds: Mapping[str, str]) -> str:
    """[Content_Types].xml: the type of each part by its name, and of the core properties."""
    every = {**kinds, f"/{CORE}": "application/vnd.openxmlformats-package.core-properties+xml"}
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in every.items())
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def relationships(*targets: tuple[str, str]) -> str:
    """A part's relationships: the type and the target of each."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def core(title: str, author: str = "") -> str:
    """The core properties, to be sealed; without an author the program is it."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(property_text(title))}</dc:title>"
        f"<dc:creator>{escape(property_text(author or 'Either Way'))}</dc:creator>"
        f"<dc:identifier>{UNSEALED}</dc:identifier></cp:coreProperties>"
    )
