"""The Excel add-in: the ribbon and its macros for workbooks that hold none, acting on the one in front."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from eitherway_workbook.build import CREATED
from eitherway_workbook.macros import config, package, project, sources

FILE = "EitherWay.xlam"
SHEET = f"{sources.ADDIN_PROJECT}.conf"


def build_addin(path: Path) -> None:
    """Write the add-in to `path` (.xlam); the same versions give the same bytes."""
    content = BytesIO()
    workbook = Workbook(content, {"in_memory": True})
    # Excel's list of add-ins shows the title and, below it, the comments.
    says = "Flags interview follow-ups and writes their letters, in the workbook in front."
    workbook.set_properties({"title": "Either Way", "comments": says, "created": CREATED})
    workbook.set_vba_name(project.WORKBOOK_CODE_NAME)
    sheet = workbook.add_worksheet(SHEET)
    sheet.set_vba_name(project.sheet_code_name(SHEET))
    config.write(sheet)
    workbook.close()
    with_macros = project.with_project(content.getvalue(), sources.addin_modules())
    path.write_bytes(package.with_ribbon(with_macros, sources.ribbon(), package.ADDIN))


def where_to_put(platform: str) -> list[str]:
    """What is left for the user to do, a sentence a line; where Excel does not run, for both systems."""
    steps = [step for system, step in STEPS.items() if system == platform]
    return [
        *(steps or STEPS.values()),
        "It gives every workbook the ribbon tab Either Way, also one that ends in .xlsx.",
    ]


STEPS = {
    "win32": "Windows: put it in %APPDATA%\\Microsoft\\AddIns,"
    " then tick it in Excel: File, Options, Add-ins, Go.",
    "darwin": "macOS: put it in ~/Library/Group Containers/UBF8T346G9.Office/User Content.localized/"
    "Add-Ins.localized, then tick it in Excel: Tools, Excel Add-ins.",
}
"""Both folders can be typed as they stand, into Explorer's address bar and Finder's Go to Folder."""
