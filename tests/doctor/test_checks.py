"""Each finding: what has to be wrong for it, what it says, and that it is silent or content otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from eitherway.doctor import Level, Machine, Topic, examine
from eitherway.doctor.facts import Addin
from eitherway.send.remind.job import reminder
from eitherway.send.remind.standing import Standing
from tests.doctor.machines import LINUX, MAC, SYSTEMS, WINDOWS, found, named, with_book, with_python

OLD = "0.33.0"
STORE = r"C:\Users\Ada\AppData\Local\Microsoft\WindowsApps\python.exe"
PLAIN = {"settings": None, "has_macros": False, "has_buttons": False, "xlwings": ""}

REMINDER = reminder(PurePosixPath("/home/ben/old.xlsx"), time(8, 30), "/usr/bin/python3")

ERROR, WARNING = Level.ERROR, Level.WARNING

# What is wrong, the topic and level it is told under, and words of what it says and of what to do.
TROUBLES = {
    "no Excel": (replace(WINDOWS, excel=None), Topic.EXCEL, ERROR, "not found", "desktop app"),
    "a system without Excel": (LINUX, Topic.EXCEL, WARNING, "does not run", "--libreoffice"),
    "no Python": (with_python(WINDOWS, size=None), Topic.PYTHON_FOUND, ERROR, "no Python", "--refresh"),
    "no Python on macOS": (with_python(MAC, size=None), Topic.PYTHON_FOUND, ERROR, "venv", "--refresh"),
    "the Store's alias": (with_python(WINDOWS, size=0), Topic.PYTHON_STORE, ERROR, "Store", "python.org"),
    "a path into the Store": (
        with_python(WINDOWS, real=PureWindowsPath(STORE)), Topic.PYTHON_STORE, ERROR, "Store", "python.org"
    ),
    "an environment of the Store's Python": (
        replace(WINDOWS, base_prefix=PureWindowsPath(r"C:\Program Files\WindowsApps\Python.3.12_x64")),
        Topic.PYTHON_STORE, ERROR, "Store", "python.org"
    ),
    "a space in Python's path": (
        with_python(MAC, path=PurePosixPath("/Users/mei chen/.eitherway/venv/bin/python3")),
        Topic.PYTHON_PATH, ERROR, 'holds " "', "INTERPRETER_MAC"
    ),
    "another Python": (
        with_python(WINDOWS, is_this_one=False), Topic.PYTHON_SAME, WARNING, "another", "--refresh-macros"
    ),
    "letters that the code page lacks": (
        with_python(WINDOWS, in_code_page=False), Topic.PYTHON_PATH, ERROR, "cannot read", "INTERPRETER_WIN"
    ),
    "Defender's rule against programs that Office starts": (
        replace(WINDOWS, office_rule="1"), Topic.CHILD_PROCESSES, ERROR, "forbids", "eitherway run"
    ),
    "Defender's rule, asking": (
        replace(WINDOWS, office_rule="6"), Topic.CHILD_PROCESSES, WARNING, "asks", "Unblock"
    ),
    "no command prompt": (
        replace(WINDOWS, is_cmd_disabled=True), Topic.CMD, ERROR, "switches the command prompt off", "allow"
    ),
    "no AppleScript": (
        replace(MAC, has_applescript=False), Topic.APPLESCRIPT, ERROR, "xlwings-0.37.8.applescript", "new"
    ),
    "no buttons at all": (with_book(WINDOWS, **PLAIN), Topic.ADDIN, ERROR, "no buttons", "AddIns"),
    "an old add-in": (
        replace(MAC, addin=Addin(PurePosixPath("EitherWay.xlam"), OLD)),
        Topic.ADDIN, ERROR, OLD, "eitherway addin"
    ),
    "no such workbook": (
        with_book(LINUX, trouble=("There is no file.", "Check the name.")),
        Topic.WORKBOOK, ERROR, "no file", "Check"
    ),
    "no settings": (with_book(MAC, settings=None), Topic.SETTINGS, ERROR, "xlwings.conf", "eitherway new"),
    "a setting that breaks OneDrive": (
        with_book(MAC, settings={"USE UDF SERVER": "False", "ADD_WORKBOOK_TO_PYTHONPATH": "True"}),
        Topic.SETTINGS, ERROR, "ADD_WORKBOOK_TO_PYTHONPATH", "False"
    ),
    "a setting that is missing": (
        with_book(WINDOWS, settings={"ADD_WORKBOOK_TO_PYTHONPATH": "False"}),
        Topic.SETTINGS, ERROR, "USE UDF SERVER", "False"
    ),
    "old macros": (
        with_book(WINDOWS, xlwings=OLD), Topic.XLWINGS, ERROR, OLD, '--refresh-macros "job search.xlsm"'
    ),
    "a workbook for LibreOffice": (
        with_book(MAC, settings=None, xlwings=""), Topic.XLWINGS, WARNING, "LibreOffice", "eitherway new"
    ),
    "a mark of the web": (
        with_book(WINDOWS, from_the_web=True), Topic.WEB_MARK, ERROR, "downloaded", "Unblock"
    ),
    "quarantine": (with_book(MAC, from_the_web=True), Topic.WEB_MARK, WARNING, "downloaded", "xattr -d"),
    "OneDrive": (named(WINDOWS, "a.xlsm", "OneDrive"), Topic.CLOUD, WARNING, "OneDrive", "cloud"),
    "a firm's OneDrive": (named(MAC, "a.xlsm", "OneDrive - Acme"), Topic.CLOUD, WARNING, "OneDrive", "cloud"),
    "an address": (
        with_book(LINUX, given="https:/d.docs.live.net/a.xlsm"), Topic.CLOUD, ERROR, "address", "folder"
    ),
    "no templates": (replace(LINUX, shipped_templates=[]), Topic.TEMPLATES, ERROR, "missing", "again"),
    "a reminder of a workbook that moved": (
        replace(MAC, reminders=[Standing(REMINDER, has_book=False)]),
        Topic.REMINDER, WARNING, "not there any more", "--off"
    ),
    "a reminder whose Python is gone": (
        replace(WINDOWS, reminders=[Standing(REMINDER, has_program=False)]),
        Topic.REMINDER, WARNING, "the Python that it starts is gone", "--at 08:30"
    ),
    "no LibreOffice": (replace(MAC, soffice=None), Topic.LIBREOFFICE, WARNING, "not found", "install it"),
}  # fmt: skip


@pytest.mark.parametrize(("machine", "topic", "level", "what", "fix"), TROUBLES.values(), ids=TROUBLES)
def test_each_trouble_is_told_with_what_to_do(
    machine: Machine, topic: Topic, level: Level, what: str, fix: str
) -> None:
    finding = found(machine, topic)
    assert finding.level is level
    assert what in finding.what
    assert fix in finding.fix


@pytest.mark.parametrize(
    ("machine", "level", "holds"),
    [
        (named(WINDOWS, "a=b.xlsm"), Level.ERROR, "="),
        (named(MAC, "a=b.xlsm"), Level.ERROR, "="),
        (named(WINDOWS, "%TEMP%.xlsm"), Level.ERROR, "%TEMP%"),
        (named(MAC, "my $list.xlsm"), Level.ERROR, "$"),
        (named(MAC, "a.xlsm", "this|that"), Level.ERROR, "|"),
        (named(WINDOWS, "Tom & Ann.xlsm"), Level.WARNING, "&"),
        (named(WINDOWS, "a.xlsm", "R&D"), Level.WARNING, "&"),
        (named(WINDOWS, "100%.xlsm"), Level.WARNING, "%"),
        (named(MAC, "Mei's jobs.xlsm"), Level.WARNING, "'"),
        (named(LINUX, "a=b.xlsm"), Level.WARNING, "="),
        (named(WINDOWS, "a.xlsm", "a=b"), Level.OK, ""),
        (named(WINDOWS, "Mei's jobs.xlsm"), Level.OK, ""),
        (named(MAC, "Tom & Ann 100%.xlsm"), Level.OK, ""),
        (named(MAC, "Søk (2026), été, 仕事.xlsm"), Level.OK, ""),
        (named(WINDOWS, "Søk (2026), été, 仕事.xlsm"), Level.OK, ""),
    ],
    ids=lambda value: value.book.path.name if isinstance(value, Machine) and value.book else "",
)
def test_a_path_is_judged_by_what_xlwings_does_with_it(machine: Machine, level: Level, holds: str) -> None:
    finding = found(machine, Topic.PATH)
    assert finding.level is level
    assert f"There is a {holds} in" in finding.what or level is Level.OK
    assert bool(finding.fix) is (level is not Level.OK)


def test_every_topic_has_its_trouble_here() -> None:
    assert {topic for _, topic, *_ in TROUBLES.values()} | {Topic.PATH} == set(Topic)


@pytest.mark.parametrize("system", ["Windows", "macOS"])
def test_where_all_is_well_nothing_is_to_be_done(system: str) -> None:
    findings = examine(SYSTEMS[system])
    assert {finding.level for finding in findings} == {Level.OK}
    assert not any(finding.fix for finding in findings)


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_topic_is_told_once_and_in_the_order_of_the_docs(system: str) -> None:
    told = [finding.topic for finding in examine(SYSTEMS[system])]
    assert told == [topic for topic in Topic if topic in told]


@pytest.mark.parametrize("system", SYSTEMS)
def test_without_a_workbook_only_the_machine_is_looked_at(system: str) -> None:
    told = {finding.topic for finding in examine(replace(SYSTEMS[system], book=None))}
    of_books = {Topic.WORKBOOK, Topic.SETTINGS, Topic.XLWINGS, Topic.PATH, Topic.WEB_MARK, Topic.CLOUD}
    assert not told & of_books
    assert told >= {Topic.EXCEL, Topic.TEMPLATES, Topic.LIBREOFFICE}


def test_a_workbook_without_macros_is_content_with_the_add_in() -> None:
    machine = with_book(WINDOWS, **PLAIN)
    machine = replace(machine, addin=Addin(PureWindowsPath("EitherWay.xlam"), machine.xlwings))
    assert found(machine, Topic.ADDIN).level is Level.OK
    assert "come from the add-in" in found(machine, Topic.XLWINGS).what
    assert not [finding for finding in examine(machine) if finding.level is not Level.OK]


def test_own_templates_are_counted() -> None:
    machine = replace(LINUX, own_templates=["warm/thank-you.docx", "warm/check-in.docx"])
    assert "2 of your own" in found(machine, Topic.TEMPLATES).what


def test_a_python_at_the_stores_place_is_no_matter_on_a_mac() -> None:
    assert Topic.PYTHON_STORE not in {finding.topic for finding in examine(MAC)}


def test_word_makes_pdfs_where_libreoffice_is_not() -> None:
    finding = found(
        replace(MAC, soffice=None, word=PurePosixPath("/Applications/Microsoft Word.app")), Topic.LIBREOFFICE
    )
    assert finding.level is Level.OK
    assert "Word makes PDFs" in finding.what


def test_the_workbooks_own_reminder_is_told_with_its_hour() -> None:
    assert LINUX.book
    own = Standing(reminder(LINUX.book.path, time(7, 15), "python"))
    assert (
        "each day at 07:15" in found(replace(LINUX, reminders=[Standing(REMINDER), own]), Topic.REMINDER).what
    )
    assert "No reminder is set" in found(LINUX, Topic.REMINDER).what
    without_book = replace(LINUX, book=None)
    assert (
        "/home/ben/old.xlsx"
        in found(replace(without_book, reminders=[Standing(REMINDER)]), Topic.REMINDER).what
    )
    assert Topic.REMINDER not in [each.topic for each in examine(without_book)]
