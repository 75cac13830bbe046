"""LibreOffice's side of the bridge: run by the Python that has `uno`, it does in Calc what it is told.

It is started with the name of the pipe on which LibreOffice listens, and imports nothing of Either Way: that
Python is LibreOffice's own, and may be an old one. A line on stdin is a call: the name of a function of this
file or of `calc_cells.py`, the RuntimeUID of the document it is about ("" for LibreOffice itself) and
arguments, such as `["values", "1", "Today", [7, 2, 9, 11]]`. A line on stdout is its answer, `{"value": ...}`
or `{"error": "..."}`; the first one says that LibreOffice was reached.

A cell is text, a number, true or false, null when it is empty, `{"moment": "2026-11-20T00:00:00"}` or
`{"error": "#N/A"}`. An area is `[top, left, bottom, right]`, counted from 1.

The words are those of https://api.libreoffice.org/docs/idl/ref/: Excel's table is a database range there.
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

# No package of this name is installed: LibreOffice's own Python has it, and no other.
uno: Any = importlib.import_module("uno")
# It stands beside this file, where the Python that runs this file looks first.
cells: Any = importlib.import_module("calc_cells")

if TYPE_CHECKING:
    from typing import TypeAlias

    Desktop: TypeAlias = Any
    Document: TypeAlias = Any

BOXES = {"info": "INFOBOX", "critical": "ERRORBOX", "question": "QUERYBOX"}  # com.sun.star.awt.MessageBoxType
BUTTONS = {"ok": 1, "ok_cancel": 2, "yes_no": 3, "yes_no_cancel": 4}  # com.sun.star.awt.MessageBoxButtons
ANSWERS = ("cancel", "ok", "yes", "no")  # com.sun.star.awt.MessageBoxResults

OFFICE: list[Any] = []
INDICATORS: dict[str, Any] = {}


def main(pipe: str) -> None:
    """Answer every call until stdin ends."""
    desktop = connected(pipe)
    say({"value": "ready"})
    for line in sys.stdin:
        name, uid, *arguments = json.loads(line)
        try:
            called = globals().get(name) or getattr(cells, name)
            say({"value": called(document(desktop, uid) if uid else desktop, *arguments)})
        except Exception as trouble:  # whatever LibreOffice refuses is the caller's to judge
            say({"error": f"{type(trouble).__name__}: {trouble}"})


def say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


def connected(pipe: str) -> Desktop:
    """The desktop of the LibreOffice that listens."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    office = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    OFFICE.append(office)
    return office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)


def document(desktop: Desktop, uid: str) -> Document:
    return next(each for each in desktop.Components if getattr(each, "RuntimeUID", "") == uid)


# --- documents


def open_document(desktop: Desktop, path: str) -> str:
    """Open a file in no window, and give the document's name."""
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    hidden.Name, hidden.Value = "Hidden", True
    url = uno.systemPathToFileUrl(path)
    return str(desktop.loadComponentFromURL(url, "_blank", 0, (hidden,)).RuntimeUID)


def close_document(it: Document) -> None:
    it.close(True)


def file(it: Document) -> str:
    """Its path; its title alone where it has never been saved."""
    return str(uno.fileUrlToSystemPath(it.URL)) if it.URL.startswith("file:") else str(it.Title)


def is_read_only(it: Document) -> bool:
    return bool(it.isReadonly())


def sheets(it: Document) -> list[str]:
    return list(it.Sheets.ElementNames)


# --- the user


def show(it: Document, says: list[str], buttons: str) -> str | None:
    """Show kind, title and words in a box, and give the button pressed; None where there is no window."""
    kind, title, words = says
    window = it.CurrentController.Frame.ContainerWindow
    if not window.isVisible():
        return None
    box = uno.Enum("com.sun.star.awt.MessageBoxType", BOXES[kind])
    return ANSWERS[window.Toolkit.createMessageBox(window, box, BUTTONS[buttons], title, words).execute()]


def pick_file(it: Document, title: str, name: str, patterns: str) -> str | None:
    """Let the user pick a file; None where they cancel, or where there is no window."""
    if not it.CurrentController.Frame.ContainerWindow.isVisible():
        return None
    (office,) = OFFICE
    picker = office.ServiceManager.createInstanceWithContext("com.sun.star.ui.dialogs.FilePicker", office)
    picker.setTitle(title)
    picker.appendFilter(name, patterns)
    picked = picker.getSelectedFiles() if picker.execute() == 1 else ()
    return str(uno.fileUrlToSystemPath(picked[0])) if picked else None


def set_status(it: Document, words: str | None) -> None:
    """Say something in the status bar, or give it back."""
    shown = INDICATORS.pop(it.RuntimeUID, None)
    if shown is not None:
        shown.end()
    if words:
        INDICATORS[it.RuntimeUID] = shown = it.CurrentController.Frame.createStatusIndicator()
        shown.start(words, 0)


def set_updating(it: Document, updating: bool) -> None:
    """Let the window follow what is written, or not."""
    if updating:
        it.unlockControllers()
    else:
        it.lockControllers()


def activate(it: Document, sheet: str) -> None:
    """Bring the sheet to the front."""
    it.CurrentController.setActiveSheet(it.Sheets.getByName(sheet))


if __name__ == "__main__":
    main(sys.argv[1])
