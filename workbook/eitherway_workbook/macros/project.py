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
from pyopenvba.cfb import CFB
from pyopenvba.exceptions import PyOpenVBAError
from pyopenvba.vba import compress, decompress, normalize_class_source, split_attribute_header

from eitherway.model.problems import CannotAct
from eitherway_workbook.macros import package
from eitherway_workbook.macros.sources import Module

PART = "xl/vbaProject.bin"
WORKBOOK_CODE_NAME = "ThisWorkbook"
_AFTER_THE_END = re.compile(rb"(\x2b\0{5}\x10\0{5})\0+\Z")
NO_CACHE = bytes.fromhex("CC61 FFFF 00 0000")
CLASS_ENDS = "Attribute VB_TemplateDerived = False\r\nAttribute VB_Customizable = False\r\n"


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
        made = file.read_bytes()
    with ZipFile(BytesIO(made)) as parts:
        return package.with_part(made, PART, without_cache(parts.read(PART)))


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
            return without_cache(parts.read(PART))


def put(excel: ExcelFile, modules: Sequence[Module]) -> bool:
    """Give the project these modules, and say whether any of them was another before."""
    present = {name.casefold(): source for name, source in excel.vba_modules().items()}
    stale = [module for module in modules if is_stale(module, present.get(module.name.casefold()))]
    for module in stale:
        if module.name.casefold() in present:
            excel.set_module(module.name, stored(module))
        else:
            kind = VBAModuleKind.other if module.is_class else VBAModuleKind.standard
            excel.vba_project().add_module(module.name, stored(module), kind=kind)
    for each in excel.vba_project().modules if stale else ():
        # What was compiled goes: it is written anew, from its source, at offset 0 (MS-OVBA 2.3.4.3).
        each.dirty = each.dirty or bool(each.text_offset and each.source)
    return bool(stale)


def is_stale(module: Module, present: str | None) -> bool:
    """Whether the project has the module otherwise. A sheet's code that is the user's own is left alone."""
    if not module.is_sheets:
        return present != stored(module)
    code = split_attribute_header(present)[1].strip() if present is not None else module.source.strip()
    ours = module.source.splitlines()[0]
    return code != module.source.strip() and (not code or code.startswith(ours))


def stored(module: Module) -> str:
    """The source as the project holds it: a class names its base, says of itself what the editor has every
    class say, and has no preamble of an exported file.
    """
    if not module.is_class:
        return module.source
    source = str(normalize_class_source(module.source))
    return re.sub(r"(?m)^(Attribute VB_Exposed = \w+\r\n)(?!Attribute VB_Temp)", rf"\1{CLASS_ENDS}", source)


def without_cache(project: bytes) -> bytes:
    """The project with nothing compiled in it: every version of Office then compiles its source.

    `_VBA_PROJECT` then is its first seven bytes alone, with the version 0xFFFF (MS-OVBA 1.6, 2.3.4.1), and
    there are no SRP streams (2.2.6). Where Office knows the version, it may run what was compiled.
    The directory ends with its terminator (2.3.4.2), after which pyOpenVBA leaves four bytes.
    """
    file = CFB.from_bytes(project)
    for stream in file.list_streams_in_storage("VBA"):
        if stream.casefold().startswith("__srp_"):
            file.remove_stream_in_storage("VBA", stream)
    directory = decompress(file.get_stream_in_storage("VBA", "dir"))
    file.write_stream_in_storage("VBA", "dir", compress(_AFTER_THE_END.sub(rb"\1", directory)))
    file.write_stream_in_storage("VBA", "_VBA_PROJECT", NO_CACHE)
    return bytes(file.to_bytes())


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
