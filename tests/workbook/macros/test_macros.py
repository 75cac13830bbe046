"""The macro workbook and the add-in: what Excel would find in them, told by other readers."""

from __future__ import annotations

import ast
import re
from collections import Counter
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

import openpyxl
import pytest
from pyopenvba import ExcelFile
from pyopenvba.cfb import CFB
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from eitherway.books.closed.book import ClosedBook
from eitherway.model.button_labels import COMMANDS
from eitherway.run import run
from eitherway_workbook import build, example
from eitherway_workbook.addin import build_addin
from eitherway_workbook.macros.interpreter import CONFIG
from eitherway_workbook.macros.refresh import refresh
from eitherway_workbook.macros.sources import addin_modules, workbook_modules, xlwings_folder, xlwings_version
from make_macros import made
from tests.conftest import Convert, Validate
from tests.workbook.conftest import TODAY
from tests.workbook.parts import PROJECT, RIBBON, elements, modules_by_olevba, parts, public_subs, text

PROJECTS_OWN = ("Attribute VB_Base", "Attribute VB_TemplateDerived", "Attribute VB_Customizable")
SOURCES = Path(__file__).parents[3] / "workbook"


def exported(path: Path) -> str:
    return path.read_text(encoding="cp1252")


def as_stored(source: str) -> str:
    """A class without what only its exported file has (a preamble) or only the project (its base)."""
    lines = re.sub(r"\AVERSION.*?^END\n", "", source, flags=re.DOTALL | re.MULTILINE).splitlines()
    return "\n".join(line for line in lines if not line.startswith(PROJECTS_OWN))


@pytest.mark.parametrize("name", ["Buttons", "Clicks", "Ribbon"])
def test_our_modules_read_back_as_their_text_sources(with_macros: Path, name: str) -> None:
    source = exported(SOURCES / "vba" / f"{name}.bas")
    assert modules_by_olevba(with_macros)[name] == source
    with ExcelFile(with_macros) as excel:
        assert excel.get_module(name) == source.replace("\n", "\r\n")


def test_the_text_sources_are_those_of_the_declared_buttons() -> None:
    assert {path: path.read_text("cp1252") for path in made()} == made(), "run: python docs/make_all.py"


def test_xlwings_modules_read_back_as_those_of_the_installed_version(macros: Path) -> None:
    read = modules_by_olevba(macros)
    assert read["xlwings"] == exported(xlwings_folder() / "xlwings.bas")
    assert f'XLWINGS_VERSION As String = "{xlwings_version()}"' in read["xlwings"]
    assert as_stored(read["Dictionary"]) == as_stored(exported(xlwings_folder() / "addin" / "Dictionary.cls"))


def test_the_add_in_acts_on_the_workbook_in_front_and_keeps_its_settings_to_itself(addin: Path) -> None:
    runner = modules_by_olevba(addin)["xlwings"]
    assert "ActiveWorkbook.Name" in runner
    assert runner.replace('"eitherway"', '"myaddin"') == exported(
        xlwings_folder() / "xlwings_custom_addin.bas"
    )
    assert CalamineWorkbook.from_path(addin).sheet_names == ["eitherway.conf"]


def test_licences_travel_with_the_code(with_macros: Path) -> None:
    read = modules_by_olevba(with_macros)
    assert "BSD 3-clause" in read["xlwings"]
    assert "Zoomer Analytics" in read["xlwings"]
    assert "(c) Tim Hall" in read["Dictionary"]
    assert "opensource.org/licenses/mit-license" in read["Dictionary"]


def test_a_class_is_stored_as_a_class(with_macros: Path) -> None:
    source = modules_by_olevba(with_macros)["Dictionary"]
    assert source.startswith('Attribute VB_Name = "Dictionary"\nAttribute VB_Base = "0{FCFB3D2A-')


@pytest.mark.parametrize("suffix", [".xlsm", ".xlam"])
def test_the_modules_are_text_that_vba_can_hold(suffix: str) -> None:
    for module in workbook_modules() if suffix == ".xlsm" else addin_modules():
        assert module.source.encode("cp1252").isascii()
        assert not re.search(r"(?<!\r)\n", module.source)


def test_code_names_agree_in_sheets_project_directory_and_document_modules(with_macros: Path) -> None:
    workbook = "xl/workbook.xml"
    (book,) = (each["codeName"] for each in elements(with_macros, workbook, "workbookPr"))
    sheets = [
        elements(with_macros, f"xl/worksheets/sheet{number}.xml", "sheetPr")[0]["codeName"]
        for number in range(1, 1 + len(elements(with_macros, workbook, "sheet")))
    ]
    documents = [book, *sheets]
    assert book == "ThisWorkbook"
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,30}", name) for name in documents)
    assert len({name.casefold() for name in documents}) == len(documents)
    project = CFB.from_bytes(parts(with_macros)[PROJECT]).get_stream("PROJECT").decode("cp1252")
    code = [module.name for module in workbook_modules() if not module.is_sheets]
    assert re.findall(r"^Document=(\w+)/&H00000000\r$", project, re.MULTILINE) == documents
    assert re.findall(r"^(?:Module|Class)=(\w+)\r$", project, re.MULTILINE) == code
    with ExcelFile(with_macros) as excel:
        assert excel.module_names() == [*documents, *code]
        assert excel.validate() == []
    for name in documents:
        assert 'VB_Base = "0{000208' in modules_by_olevba(with_macros)[name]


def test_the_ribbon_s_types_are_referred_to(with_macros: Path) -> None:
    with ExcelFile(with_macros) as excel:
        assert "{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}" in {each.guid for each in excel.references()}


def test_each_command_has_a_macro_of_one_line_that_runs_its_function(with_macros: Path) -> None:
    subs = public_subs(modules_by_olevba(with_macros)["Buttons"])
    assert subs == {each.macro: ("", f'Start "{each.name}"') for each in COMMANDS}
    start = modules_by_olevba(with_macros)["Clicks"]
    assert 'RunPython "import eitherway.buttons; eitherway.buttons." & command & "()"' in start


def test_no_procedure_has_the_name_of_another(with_macros: Path) -> None:
    declared = r"^(?:Public )?(?:Sub|Function) (\w+)"
    found = Counter(
        name.casefold()
        for module in ("Buttons", "Clicks", "Ribbon", "xlwings")
        for name in set(re.findall(declared, modules_by_olevba(with_macros)[module], re.MULTILINE))
    )
    assert found.most_common(1)[0][1] == 1


def test_each_function_that_a_macro_runs_exists_and_needs_nothing() -> None:
    found = find_spec("eitherway.buttons")
    assert found is not None
    assert found.origin is not None
    # Parsed, not imported: on this machine xlwings has no Excel to talk to.
    tree = ast.parse(Path(found.origin).read_text(encoding="utf-8"))
    functions = {node.name: node.args for node in tree.body if isinstance(node, ast.FunctionDef)}
    for command in COMMANDS:
        arguments = functions[command.name]
        required = len(arguments.args) - len(arguments.defaults)
        assert required == 0, command.name
        assert None not in arguments.kw_defaults, command.name


def test_the_buttons_on_today_stand_in_one_line_each_bound_to_its_macro(macros: Path) -> None:
    drawing = next(content for name, content in parts(macros).items() if b'ObjectType="Button"' in content)
    buttons = re.findall(rb"<v:shape [^>]*o:button=.*?</v:shape>", drawing, re.DOTALL)
    said = [re.search(rb"<font[^>]*>([^<]*)</font>", each) for each in buttons]
    run_by = [re.search(rb"<x:FmlaMacro>\[0\]!(\w+)</x:FmlaMacro>", each) for each in buttons]
    assert [match[1].decode() for match in said if match] == [each.label for each in COMMANDS]
    assert [match[1].decode() for match in run_by if match] == [each.macro for each in COMMANDS]
    anchors = [re.search(rb"<x:Anchor>([^<]*)</x:Anchor>", each) for each in buttons]
    rows = {tuple(match[1].split(b",")[2::4]) for match in anchors if match}
    assert {tuple(int(row) for row in each) for each in rows} == {(2, 2)}
    assert all(re.fullmatch(rb"\d+(?:, ?\d+){7}", match[1].strip()) for match in anchors if match)
    looks = [re.search(rb"width:([\d.]+)pt;height:([\d.]+)pt", each) for each in buttons]
    assert len({match.groups() for match in looks if match}) == 1


def test_today_says_what_to_click_or_what_to_type(macros: Path, demo: Path) -> None:
    assert "click Flag overdue" in openpyxl.load_workbook(macros)["Today"]["B2"].value
    assert '"eitherway run"' in openpyxl.load_workbook(demo)["Today"]["B2"].value


def test_the_ribbon_reads_back_as_its_text_source_and_is_found(with_macros: Path) -> None:
    assert parts(with_macros)[RIBBON] == (SOURCES / "ribbon" / "customUI14.xml").read_bytes()
    kinds = {link["Target"]: link["Type"] for link in elements(with_macros, "_rels/.rels", "Relationship")}
    assert kinds[RIBBON] == "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"


def test_the_ribbon_has_every_command_in_its_group_and_calls_its_macro(with_macros: Path) -> None:
    (tab,) = elements(with_macros, RIBBON, "tab")
    assert tab["label"] == "Either Way"
    groups = [each["label"] for each in elements(with_macros, RIBBON, "group")]
    assert groups == list(dict.fromkeys(each.group for each in COMMANDS))
    every = elements(with_macros, RIBBON, "button")
    in_menus = [each for each in every if "size" not in each]
    wanted = {(each.label, each.image, each.callback) for each in COMMANDS if each.in_menu}
    assert {(each["label"], each["imageMso"], each["onAction"]) for each in in_menus} == wanted
    assert len(in_menus) == 2 * len(wanted)  # in the menu of a cell, and in that of a table's
    assert [each for each in every if "size" in each] == [
        {
            "id": f"EitherWay{each.macro}",
            "label": each.label,
            "size": "large",
            "imageMso": each.image,
            "onAction": each.callback,
            "screentip": each.screentip,
            "supertip": each.supertip,
            "keytip": each.keytip,
        }
        for each in COMMANDS
    ]
    assert len({each.keytip for each in COMMANDS}) == len(COMMANDS)
    callbacks = public_subs(modules_by_olevba(with_macros)["Ribbon"])
    assert callbacks == {each.callback: ("control As IRibbonControl", each.macro) for each in COMMANDS}


@pytest.mark.parametrize(("fixture", "sheet"), [("macros", "xlwings.conf"), ("addin", "eitherway.conf")])
def test_excel_is_told_where_python_is(request: pytest.FixtureRequest, fixture: str, sheet: str) -> None:
    book = CalamineWorkbook.from_path(request.getfixturevalue(fixture))
    rows = book.get_sheet_by_name(sheet).to_python()
    assert {name: value for name, value, *_ in rows} == CONFIG
    visible = {each.name: each.visible for each in book.sheets_metadata}[sheet]
    # An add-in shows no sheet at all, and a workbook needs one that is not hidden.
    assert visible == (SheetVisibleEnum.Visible if fixture == "addin" else SheetVisibleEnum.Hidden)


def test_no_path_of_this_machine_stands_in_it(with_macros: Path) -> None:
    home = str(Path.home()).encode()
    assert len(home) > 2
    assert not [name for name, content in parts(with_macros).items() if home + b"/" in content]


def test_a_workbook_without_macros_has_nothing_of_all_that(workbook: Path) -> None:
    held = parts(workbook)
    assert not {PROJECT, RIBBON} & held.keys()
    assert "macroEnabled" not in text(workbook, "[Content_Types].xml")
    assert not [name for name, content in held.items() if b"FmlaMacro" in content or b"codeName" in content]
    assert "xlwings.conf" not in openpyxl.load_workbook(workbook).sheetnames


@pytest.mark.parametrize(
    ("fixture", "kind"),
    [("macros", "sheet.macroEnabled"), ("addin", "addin.macroEnabled")],
)
def test_the_file_says_what_it_is(request: pytest.FixtureRequest, fixture: str, kind: str) -> None:
    types = elements(request.getfixturevalue(fixture), "[Content_Types].xml", "Override")
    of_workbook = {each["PartName"]: each["ContentType"] for each in types}["/xl/workbook.xml"]
    assert of_workbook == f"application/vnd.ms-excel.{kind}.main+xml"


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, macros: Path, addin: Path) -> None:
    build(tmp_path / "again.xlsm", example(TODAY))
    build_addin(tmp_path / "again.xlam")
    assert (tmp_path / "again.xlsm").read_bytes() == macros.read_bytes()
    assert (tmp_path / "again.xlam").read_bytes() == addin.read_bytes()


def test_the_pipeline_leaves_macros_and_ribbon_as_they_are(tmp_path: Path, macros: Path) -> None:
    book = tmp_path / "job search.xlsm"
    book.write_bytes(macros.read_bytes())
    run(ClosedBook(book), TODAY, now=datetime(2026, 11, 22, 9), letters=True)  # noqa: DTZ001 (a wall clock)
    before, after = parts(macros), parts(book)
    assert after["xl/worksheets/sheet1.xml"] != before["xl/worksheets/sheet1.xml"]
    for part in (PROJECT, RIBBON, "[Content_Types].xml", "_rels/.rels"):
        assert after[part] == before[part]


@pytest.mark.validator
def test_microsofts_validator_finds_no_error(with_macros: Path, validate: Validate) -> None:
    assert validate(with_macros) == []


@pytest.mark.libreoffice
def test_libreoffice_opens_it(macros: Path, libreoffice: Convert) -> None:
    assert libreoffice(macros, "pdf").read_bytes().startswith(b"%PDF")


def test_a_double_click_on_today_s_list_opens_the_letter(macros: Path) -> None:
    code = modules_by_olevba(macros)["SheetToday"]
    assert "Private Sub Worksheet_BeforeDoubleClick(" in code
    assert code.rstrip().endswith("Cancel = True\n    OpenLetter\nEnd Sub")


def test_code_of_the_users_own_on_today_is_left_alone(macros: Path, tmp_path: Path) -> None:
    book = tmp_path / "mine.xlsm"
    book.write_bytes(macros.read_bytes())
    mine = "Private Sub Worksheet_Activate()\r\n    Beep\r\nEnd Sub\r\n"
    with ExcelFile(book) as excel:
        excel.set_module("SheetToday", mine)
        excel.set_module("Buttons", 'Attribute VB_Name = "Buttons"\r\n')
        excel.save()
    assert refresh(book, datetime(2026, 11, 22, 9))  # noqa: DTZ001 (a wall clock)
    read = modules_by_olevba(book)
    assert "Start " in read["Buttons"]
    assert "Beep" in read["SheetToday"]
    assert "OpenLetter" not in read["SheetToday"]
