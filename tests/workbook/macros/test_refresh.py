"""Macros brought up to date: ours change, the user's modules and every other part of the file do not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from pyopenvba import ExcelFile
from pyopenvba.cfb import CFB

from eitherway.books.closed.undo import undo
from eitherway.books.package.archive import Package
from eitherway.model.problems import CannotAct, LockedWorkbook
from eitherway_workbook.macros.refresh import refresh
from tests.workbook.parts import PROJECT, RIBBON, parts

NOW = datetime(2026, 11, 22, 9)  # noqa: DTZ001 (a wall clock)
OLD_MACRO = 'Attribute VB_Name = "Buttons"\r\nPublic Sub Old()\r\nEnd Sub\r\n'
OWN_MACRO = 'Attribute VB_Name = "Mine"\r\nPublic Sub Mine()\r\n    MsgBox "Hello"\r\nEnd Sub\r\n'


@pytest.fixture
def old(tmp_path: Path, macros: Path) -> Path:
    """A workbook of an older version, with a module and code behind a sheet that are its user's own."""
    book = tmp_path / "tracker.xlsm"
    book.write_bytes(Package(macros.read_bytes()).changed({RIBBON: b"<customUI/>"}))
    with ExcelFile(book) as excel:
        excel.set_module("Buttons", OLD_MACRO)
        excel.set_module("SheetLog", "' my note\r\n")
        excel.vba_project().delete_module("Dictionary")
        excel.vba_project().add_module("Mine", OWN_MACRO)
        excel.save()
    return book


def modules(book: Path) -> dict[str, str]:
    with ExcelFile(book) as excel:
        return dict(excel.vba_modules())


def slices(book: Path) -> dict[str, bytes]:
    """Each part as it stands in the zip: header, packed data and all."""
    package = Package(book.read_bytes())
    return {member.name: package.data[member.start : member.end] for member in package.members}


def test_our_modules_and_the_ribbon_become_those_of_the_installed_version(old: Path, macros: Path) -> None:
    assert refresh(old, NOW)
    ours = modules(macros)
    assert {name: source for name, source in modules(old).items() if name in ours and name != "SheetLog"} == {
        name: source for name, source in ours.items() if name != "SheetLog"
    }
    assert parts(old)[RIBBON] == parts(macros)[RIBBON]


def test_the_users_modules_stay(old: Path) -> None:
    refresh(old, NOW)
    assert modules(old)["Mine"] == OWN_MACRO
    assert modules(old)["SheetLog"].endswith("' my note\r\n")
    project = CFB.from_bytes(parts(old)[PROJECT]).get_stream("PROJECT").decode("cp1252")
    assert project.count("Module=Mine\r\n") == project.count("Class=Dictionary\r\n") == 1


def test_every_other_part_keeps_its_bytes(old: Path) -> None:
    before = slices(old)
    refresh(old, NOW)
    after = slices(old)
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == {PROJECT, RIBBON}


def test_a_second_time_changes_nothing(old: Path, macros: Path) -> None:
    refresh(old, NOW)
    content = old.read_bytes()
    assert not refresh(old, NOW)
    assert old.read_bytes() == content
    fresh = old.with_name("fresh.xlsm")
    fresh.write_bytes(macros.read_bytes())
    assert not refresh(fresh, NOW)


def test_undo_brings_the_old_macros_back(old: Path) -> None:
    content = old.read_bytes()
    refresh(old, NOW)
    undo(old, NOW)
    assert old.read_bytes() == content


def changed_project(book: Path, project: CFB) -> None:
    book.write_bytes(Package(book.read_bytes()).changed({PROJECT: project.to_bytes()}))


def sign(book: Path) -> None:
    project = CFB.from_bytes(parts(book)[PROJECT])
    project.add_stream_to_storage("VBA", "_VBA_PROJECT_SIGNATURE", b"signed")
    changed_project(book, project)


def lock_with_password(book: Path) -> None:
    project = CFB.from_bytes(parts(book)[PROJECT])
    lines = project.get_stream("PROJECT").split(b"\r\n")
    # MS-OVBA 2.3.1.16: with a password, DPB holds its hash, 29 bytes and more in hex digits.
    locked = [
        b'DPB="' + b"0123456789ABCDEF" * 5 + b'"' if line.startswith(b"DPB=") else line for line in lines
    ]
    project.write_stream("PROJECT", b"\r\n".join(locked))
    changed_project(book, project)


def damage(book: Path) -> None:
    book.write_bytes(Package(book.read_bytes()).changed({PROJECT: b"not a project"}))


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (damage, "macros cannot be read"),
        (sign, "The workbook's macros are signed"),
        (lock_with_password, "locked with a password"),
    ],
)
def test_a_project_that_is_closed_to_us_is_refused(old: Path, trouble: object, said: str) -> None:
    assert callable(trouble)
    trouble(old)
    before = old.read_bytes()
    with pytest.raises(CannotAct, match=said):
        refresh(old, NOW)
    assert old.read_bytes() == before


def test_a_workbook_without_our_macros_is_refused(tmp_path: Path, demo: Path) -> None:
    book = tmp_path / "plain.xlsm"
    book.write_bytes(demo.read_bytes())
    with pytest.raises(CannotAct, match="has no buttons of Either Way"):
        refresh(book, NOW)


def test_a_workbook_that_is_open_in_excel_is_refused(old: Path) -> None:
    old.with_name(f"~${old.name}").write_bytes(b"")
    with pytest.raises(LockedWorkbook, match="is open in Excel"):
        refresh(old, NOW)
