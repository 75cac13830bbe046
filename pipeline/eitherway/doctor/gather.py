"""The one place where the doctor touches the machine: what is where, and what stands in the workbook.

Every source may be missing; what cannot be found out is left empty, since a doctor must not fall ill.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyopenvba
from python_calamine import CalamineError, CalamineWorkbook

from eitherway.books.closed.book import opened
from eitherway.doctor.facts import Addin, Machine, Python, Workbook
from eitherway.letters.template.shipped import shipped_templates
from eitherway.model.letter_kinds import OWN_TEMPLATES
from eitherway.model.problems import EitherWayError
from eitherway_workbook.addin import FILE
from eitherway_workbook.macros import config, interpreter, sources

OFFICE_RULE = "D4F940AB-401B-4EFC-AADC-AD5F3C50688A"
MACHINES, USERS = "HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER"
SETTING = {"win32": "INTERPRETER_WIN", "darwin": "INTERPRETER_MAC"}


def gather(system: interpreter.System, environ: Mapping[str, str], book: Path | None) -> Machine:
    """The facts of this machine, and of `book` if one is given."""
    workbook = None if book is None else about(book, system.platform)
    mac = system.platform == "darwin"
    script = interpreter.applescript(system.home) if mac else None
    return Machine(
        platform=system.platform,
        prefix=system.prefix,
        base_prefix=Path(sys.base_prefix),
        xlwings=sources.xlwings_version(),
        python=python(system, environ, workbook),
        excel=excel(system),
        applescript=script,
        has_applescript=script is not None and script.is_file(),
        addin=addin(system, environ),
        cloud_folders=[
            Path(at) for name, at in environ.items() if name.upper().startswith("ONEDRIVE") and at
        ],
        shipped_templates=templates(shipped_templates()),
        own_templates=[] if book is None else templates(book.parent / OWN_TEMPLATES),
        soffice=soffice(system),
        book=workbook,
        office_rule=office_rule(),
        is_cmd_disabled=registry_value(USERS, r"Software\Policies\Microsoft\Windows\System", "DisableCMD")
        in ("1", "2"),
    )


def about(book: Path, platform: str) -> Workbook:
    """What stands in the workbook and what its file system says of it."""
    trouble = None
    try:
        opened(book)
    except EitherWayError as error:
        trouble = (error.what, error.fix)
    modules = {} if trouble else vba(book)
    return Workbook(
        given=str(book),
        path=book.absolute(),
        trouble=trouble,
        settings=None if trouble else settings(book),
        has_macros=bool(modules),
        has_buttons=any("eitherway.buttons" in source for source in modules.values()),
        xlwings=version(modules),
        from_the_web=from_the_web(book, platform),
    )


def vba(file: Path) -> Mapping[str, str]:
    """The source of each VBA module by its name; none where there is no project that can be read."""
    try:
        with pyopenvba.ExcelFile(file) as excel:
            return dict(excel.vba_modules())
    except (pyopenvba.PyOpenVBAError, OSError, ValueError):
        return {}


def version(modules: Mapping[str, str]) -> str:
    """The version of xlwings among these modules, "" where it is not among them."""
    found = (re.search(r'XLWINGS_VERSION As String = "([^"]+)"', source) for source in modules.values())
    return next((match[1] for match in found if match), "")


def settings(book: Path) -> Mapping[str, str] | None:
    """The hidden sheet's rows by name, in capitals, as xlwings' VBA looks them up."""
    try:
        sheet = CalamineWorkbook.from_path(str(book)).get_sheet_by_name(config.SHEET)
    except (CalamineError, OSError):
        return None
    rows = (row for row in sheet.to_python() if row and row[0])
    return {str(row[0]).upper(): str(row[1]) if len(row) > 1 else "" for row in rows}


def from_the_web(book: Path, platform: str) -> bool:
    """Whether the system marked the file as downloaded."""
    if platform == "win32":
        # An alternate data stream of NTFS: learn.microsoft.com/openspecs/windows_protocols/ms-fscc
        return any(f"ZoneId={zone}" in text(Path(f"{book}:Zone.Identifier")) for zone in (3, 4))
    if platform == "darwin" and Path("/usr/bin/xattr").exists():
        command = ["/usr/bin/xattr", "-p", "com.apple.quarantine", str(book)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    return False


def python(system: interpreter.System, environ: Mapping[str, str], book: Workbook | None) -> Python | None:
    """The Python that Excel is told to run; None where Excel does not run."""
    link = interpreter.link_needed(system)
    if link is None:
        return None
    name = SETTING[system.platform]
    setting = (book and book.settings and book.settings.get(name)) or interpreter.CONFIG[name]
    path = expanded(setting, system, environ)
    return Python(
        setting=setting,
        path=path,
        real=path.resolve(),
        size=path.stat().st_size if path.is_file() else None,
        is_this_one=path.parent.exists() and path.parent.samefile(programs(system)),
        in_code_page=in_code_page(str(path)),
    )


def expanded(setting: str, system: interpreter.System, environ: Mapping[str, str]) -> Path:
    """A setting's path as xlwings' VBA expands it: `%NAME%` on Windows, a leading `$HOME` on macOS."""
    if system.platform == "darwin":
        return Path(re.sub(r"^\$HOME(?=/|$)", lambda _: str(system.home), setting))
    known = {"LOCALAPPDATA": str(system.local_data)} | {name.upper(): text for name, text in environ.items()}
    filled = re.sub("%([^%]+)%", lambda match: known.get(match[1].upper(), match[0]), setting)
    return Path(filled.replace("\\", os.sep))


def programs(system: interpreter.System) -> Path:
    """Where the running Python's program itself lies; on macOS it is often called through a link."""
    return system.prefix / "bin" if system.platform == "darwin" else system.executable.parent


def addin(system: interpreter.System, environ: Mapping[str, str]) -> Addin | None:
    """The add-in in the folder from which Excel offers add-ins; None where Excel does not run."""
    if system.platform == "win32":
        folder = Path(environ.get("APPDATA", system.home / "AppData" / "Roaming")) / "Microsoft" / "AddIns"
    elif system.platform == "darwin":
        office = system.home / "Library" / "Group Containers" / "UBF8T346G9.Office"
        folder = office / "User Content.localized" / "Add-Ins.localized"
    else:
        return None
    place = folder / FILE
    return Addin(place, version(vba(place)) if place.is_file() else "")


def excel(system: interpreter.System) -> Path | None:
    """Where Excel is installed."""
    if system.platform == "win32":
        return registered("excel.exe")
    if system.platform == "darwin":
        return first(folder / "Microsoft Excel.app" for folder in application_folders(system))
    return None


def soffice(system: interpreter.System) -> Path | None:
    """LibreOffice's program: on the PATH, else where its installer puts it."""
    if on_path := shutil.which("soffice"):
        return Path(on_path)
    if system.platform == "win32":
        return registered("soffice.exe")
    app = Path("LibreOffice.app", "Contents", "MacOS", "soffice")
    return first(folder / app for folder in application_folders(system))


def registered(program: str) -> Path | None:
    """A program's path by Windows' registry (learn.microsoft.com/windows/win32/shell/app-registration)."""
    if sys.platform != "win32":
        return None
    import winreg  # noqa: PLC0415 (exists on Windows alone)

    key = rf"Software\Microsoft\Windows\CurrentVersion\App Paths\{program}"
    for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
        try:
            return Path(winreg.QueryValue(root, key))
        except OSError:
            continue
    return None


def office_rule() -> str:
    """The mode of Defender's rule against programs that Office starts: by group policy, by device management,
    as set on this computer.
    """
    policies = r"SOFTWARE\Policies\Microsoft\Windows Defender"
    guard = r"Windows Defender Exploit Guard\ASR\Rules"
    managed = registry_value(MACHINES, rf"{policies}\Policy Manager", "ASRRules")
    found = re.search(rf"{OFFICE_RULE}=(\d)", managed, re.IGNORECASE)
    return (
        registry_value(MACHINES, rf"{policies}\{guard}", OFFICE_RULE)
        or (found[1] if found else "")
        or registry_value(MACHINES, rf"SOFTWARE\Microsoft\Windows Defender\{guard}", OFFICE_RULE)
    )


def registry_value(root: str, key: str, name: str) -> str:
    """A value of Windows' registry as text, "" where there is none or it may not be read."""
    if sys.platform != "win32":
        return ""
    import winreg  # noqa: PLC0415 (exists on Windows alone)

    try:
        with winreg.OpenKey(getattr(winreg, root), key) as opened_key:
            return str(winreg.QueryValueEx(opened_key, name)[0])
    except OSError:
        return ""


def in_code_page(path: str) -> bool:
    """Whether VBA's own file functions can be told this path."""
    if sys.platform != "win32":
        return True
    try:
        path.encode("mbcs", errors="strict")
    except UnicodeEncodeError:
        return False
    return True


def application_folders(system: interpreter.System) -> list[Path]:
    return [Path("/Applications"), system.home / "Applications"] if system.platform == "darwin" else []


def templates(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*.docx"))


def text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def first(paths: Iterable[Path]) -> Path | None:
    return next((path for path in paths if path.exists()), None)
