"""The VBA project of a workbook: written without Excel, as source that Excel compiles when it opens the file.

Format: MS-OVBA. A project holds a document module for the workbook and for each sheet, named as the part's
`codeName` says (ECMA-376 part 1, 18.2.28 and 18.3.1.82), and the modules of code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from pyopenvba import ExcelFile, VBAModuleKind
from pyopenvba.exceptions import PyOpenVBAError
from pyopenvba.vba import normalize_class_source

from eitherway.model.problems import CannotAct
from eitherway_workbook.macros.sources import Module

PART = "xl/vbaProject.bin"
WORKBOOK_CODE_NAME = "ThisWorkbook"


def sheet_code_name(sheet: str) -> str:
    """A name for the sheet's document module: ASCII, a letter first, at most 31 characters, no word of VBA.

    "Days off" is SheetDaysOff. A module called Log would hide VBA's own function from the user's code.
    """
    words = re.findall(r"[A-Za-z0-9]+", sheet)
    return "Sheet" + "".join(word[0].upper() + word[1:] for word in words)[:26]


def with_project(workbook: bytes, modules: Sequence[Module]) -> bytes:
    """The workbook with a VBA project of these modules; the same in gives the same out."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "workbook.xlsm")
        file.write_bytes(workbook)
        with ExcelFile(file) as excel:
            excel.add_vba_project()
            put(excel, modules)
            excel.save()
        return file.read_bytes()


def refreshed(workbook: bytes, modules: Sequence[Module]) -> bytes:
    """The VBA project of the workbook with these modules anew; all others stay as they are.

    A project that holds them already is given back as it is. Raises CannotAct where the project is signed,
    locked with a password, or damaged.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder, "workbook.xlsm")
        file.write_bytes(workbook)
        with ExcelFile(file) as excel:
            refuse_closed(excel)
            if not put(excel, modules):
                return bytes(excel.vba_project_bytes())
            excel.save()
        with ZipFile(BytesIO(file.read_bytes())) as parts:
            return parts.read(PART)


def put(excel: ExcelFile, modules: Sequence[Module]) -> bool:
    """Give the project these modules, and say whether any of them was another before."""
    present = {name.casefold(): source for name, source in excel.vba_modules().items()}
    stale = [module for module in modules if present.get(module.name.casefold()) != stored(module)]
    for module in stale:
        if module.name.casefold() in present:
            excel.set_module(module.name, stored(module))
        else:
            kind = VBAModuleKind.other if module.is_class else VBAModuleKind.standard
            excel.vba_project().add_module(module.name, stored(module), kind=kind)
    return bool(stale)


def stored(module: Module) -> str:
    """The source as the project holds it: a class names its base, and has no preamble of an exported file."""
    return str(normalize_class_source(module.source)) if module.is_class else module.source


def refuse_closed(excel: ExcelFile) -> None:
    try:
        protection = excel.vba_project().protection
    except PyOpenVBAError as damage:
        raise CannotAct(
            f"The workbook's macros cannot be read ({damage}).",
            "Bring the workbook back from a backup, or export your own macros from Excel into a new one.",
        ) from damage
    if protection is not None and protection.has_password:
        raise CannotAct(
            "The workbook's macros are locked with a password.",
            "Unlock them in Excel (Alt+F11, Tools, VBAProject Properties), save, and try again.",
        )
    if excel.vba_signature().present:
        raise CannotAct(
            "The workbook's macros are signed, and a signature does not outlive a change.",
            "Remove the signature in Excel (Alt+F11, Tools, Digital Signature), save, and try again.",
        )
