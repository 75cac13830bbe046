"""What a workbook may hold that programs lose when they load and save it, and what becomes of it here.

A kind is told by the relationships that lead to its parts (the last word of their type), by marks in the XML
of parts, or by both. Sources: ECMA-376 part 1, 12 and 15 (parts and their relationships), [MS-XLSX] 2.1 (the
parts and extensions that came with Excel 2010 and later), [MS-CUSTOMUI] 1.3 (the ribbon), [MS-OFFCRYPTO] 2.5
(signatures), [MS-QDEFF] 2 (Power Query).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Care(StrEnum):
    """What Either Way does with a kind of content, in words."""

    COPIED = "kept exactly as it is"
    AROUND = "kept; in a sheet only the cells that Either Way fills change"
    REFRESHED = "kept exactly as it is; Excel fills it anew when it refreshes"
    RECALCULATED = "kept; Excel works them out anew when it opens the workbook"
    NEVER_FOLLOWED = "kept exactly as it is, and never followed"
    NEVER_RUN = "kept exactly as it is, and never run"
    VOID = "any change makes it void, so Either Way writes only with --drop-signature"


class Kind(NamedTuple):
    """A kind of content: `links` lead to its parts, `mark` matches each of it in a part's XML."""

    name: str
    care: Care
    links: tuple[str, ...] = ()
    mark: re.Pattern[bytes] | None = None


def _element(*names: str, more: str = "") -> re.Pattern[bytes]:
    """The start tags of these local names, whatever their prefix."""
    return re.compile(rf"<(?:[\w.-]+:)?(?:{'|'.join(names)})(?=[\s/>]){more}".encode())


def _extended(*names: str) -> re.Pattern[bytes]:
    """Start tags with a prefix: these names without one are what every program knows."""
    return re.compile(rf"<(?:x14|x15|x12ac|xlrd|x16)\w*:(?:{'|'.join(names)})(?=[\s/>])".encode())


KINDS = (
    Kind("Digital signatures", Care.VOID, ("signature",)),
    Kind("Macros (VBA)", Care.NEVER_RUN, ("vbaProject", "xlMacrosheet", "xlIntlMacrosheet")),
    Kind("Ribbon buttons", Care.COPIED, ("extensibility",)),
    Kind("Form and ActiveX controls", Care.NEVER_RUN, ("control", "ctrlProp")),
    Kind("Embedded objects and files", Care.NEVER_RUN, ("oleObject", "package")),
    Kind("Add-in panes", Care.NEVER_RUN, ("webextension", "webextensiontaskpanes")),
    Kind("Comments with replies", Care.COPIED, ("threadedComment",)),
    Kind("Notes", Care.COPIED, ("comments",)),
    Kind("Slicers", Care.COPIED, ("slicer",)),
    Kind("Timelines", Care.COPIED, ("timeline",)),
    Kind("Pivot tables", Care.REFRESHED, ("pivotTable",)),
    Kind("Pivot caches", Care.REFRESHED, ("pivotCacheDefinition",)),
    Kind("Data models", Care.REFRESHED, ("powerPivotData",)),
    Kind("Power Query", Care.NEVER_FOLLOWED, (), _element("DataMashup")),
    Kind("Data connections", Care.NEVER_FOLLOWED, (), _element("connection")),
    Kind("Query tables", Care.REFRESHED, ("queryTable",)),
    Kind("Links to other workbooks", Care.NEVER_FOLLOWED, ("externalLink",)),
    Kind("XML maps", Care.COPIED, ("xmlMaps",)),
    Kind("Custom XML", Care.COPIED, ("customXml",)),
    Kind("Custom properties of sheets", Care.COPIED, ("customProperty",)),
    Kind("Sensitivity labels", Care.COPIED, ("classificationlabels",)),
    Kind("Printer settings", Care.COPIED, ("printerSettings",)),
    Kind("Charts", Care.COPIED, ("chart",)),
    Kind("Charts of Excel 2016 and later", Care.COPIED, ("chartEx",)),
    Kind("SmartArt", Care.COPIED, ("diagramData",)),
    Kind("Pictures", Care.COPIED, ("image",)),
    Kind("Shapes and text boxes", Care.COPIED, (), _element("sp", "cxnSp", "grpSp")),
    Kind("Sheet views of several people", Care.COPIED, ("namedSheetView",)),
    Kind("Shared-workbook history", Care.COPIED, ("revisionHeaders", "usernames")),
    Kind("Rich data types and pictures in cells", Care.COPIED, ("rdRichValue",)),
    Kind("Check boxes in cells", Care.COPIED, ("FeaturePropertyBag",)),
    Kind("Dynamic arrays and cell metadata", Care.COPIED, ("sheetMetadata",)),
    Kind("Conditional formats of Excel 2010 and later", Care.AROUND, (), _extended("conditionalFormatting")),
    Kind("Drop-downs of Excel 2010 and later", Care.AROUND, (), _extended("dataValidation")),
    Kind("Sparklines", Care.AROUND, (), _element("sparkline")),
    Kind("Rich text in cells", Care.AROUND, (), re.compile(rb"<(?:\w+:)?(?:si|is)>\s*<(?:\w+:)?r>")),
    Kind("Readings of East Asian text", Care.AROUND, (), _element("rPh")),
    Kind(
        "Formulas with the values that they showed last",
        Care.RECALCULATED,
        (),
        re.compile(rb"(?:</(?:\w+:)?f\s*>|<(?:\w+:)?f\s[^<>]*/>)\s*<(?:\w+:)?v>[^<]"),
    ),
)
