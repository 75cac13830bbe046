"""Word as what makes PDFs, where LibreOffice is not: a Word of our own, started for it and ended again.

Word has habits that this has to live with. A document that its user opens meanwhile comes to the Word that is
at work (mhammond/pywin32 1689, tobya/DocTo 116): that Word is shown to them and left alone. A question in a
window that nobody sees keeps it waiting for ever (documents4j 171): it works in a process with a time limit.
On macOS each file outside Word's own folder has to be allowed by a click (developer0hye/office2pdf 1051): the
letters are copied there. Documents are opened to be read only, and closed without saving.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eitherway.machine.pictures import NoPicture, made, run_to_end

Maker = Callable[[Sequence[Path], Path], list[Path]]
"""Makes a PDF of each .docx, of the same name, in a folder. Raises NoPicture."""

BY = "Word"

_PDF, _NOT_SAVED, _NO_ALERTS, _ALL_ALERTS, _NO_MACROS = 17, 0, 0, -1, 3
"""wdExportFormatPDF, wdDoNotSaveChanges, wdAlertsNone, wdAlertsAll, msoAutomationSecurityForceDisable."""

_APPLESCRIPT = """
on run argv
  set wasRunning to application "Microsoft Word" is running
  tell application "Microsoft Word"
    with timeout of 120 seconds
      repeat with n from 1 to count of argv by 3
        open file name (item n of argv) read only true add to recent files false
        set ours to document (item (n + 1) of argv)
        save as ours file name (item (n + 2) of argv) file format format PDF
        close (every document whose name starts with (item (n + 1) of argv)) saving no
      end repeat
      if not wasRunning and (count of documents) is 0 then quit saving no
    end timeout
  end tell
end run
"""


def by_word(platform: str, home: Path) -> Maker:
    """The maker for Word on this system, "win32" or "darwin"."""
    return _on_windows if platform == "win32" else lambda files, folder: on_mac(files, folder, home)


def _on_windows(files: Sequence[Path], folder: Path) -> list[Path]:
    run_to_end([sys.executable, "-m", __name__, str(folder), *map(str, files)])
    return [made(folder / f"{file.stem}.pdf", BY) for file in files]


def export(start: Callable[[], Any], files: Sequence[Path], folder: Path) -> None:
    """Make the PDFs by COM; `start` gives a Word of our own. Raises NoPicture where Word refuses.

    The calls: learn.microsoft.com/office/vba/api/word.document.
    """
    try:
        word = start()
    except Exception as trouble:  # COM raises what it likes
        raise NoPicture("Word could not be started.") from trouble
    try:
        word.Visible, word.DisplayAlerts, word.AutomationSecurity = False, _NO_ALERTS, _NO_MACROS
        for file in files:
            _export(word, file.absolute(), folder.absolute() / f"{file.stem}.pdf")
    except Exception as trouble:
        raise NoPicture("Word could not make the PDFs.") from trouble
    finally:
        with suppress(Exception):  # it may have ended by itself
            _leave(word)


def _export(word: Any, file: Path, pdf: Path) -> None:
    document = word.Documents.Open(
        str(file), ConfirmConversions=False, ReadOnly=True, AddToRecentFiles=False, Visible=False
    )
    try:
        document.ExportAsFixedFormat(str(pdf), _PDF)
    finally:
        document.Close(_NOT_SAVED)


def _leave(word: Any) -> None:
    if word.Documents.Count:
        word.DisplayAlerts, word.Visible = _ALL_ALERTS, True
    else:
        word.Quit(_NOT_SAVED)


def on_mac(
    files: Sequence[Path],
    folder: Path,
    home: Path,
    run: Callable[[Sequence[str]], None] = run_to_end,
) -> list[Path]:
    """Make the PDFs by AppleScript, in Word's own folder. Raises NoPicture."""
    own = home / "Library" / "Containers" / "com.microsoft.Word" / "Data"
    if not own.is_dir():
        raise NoPicture("Word has never been started here: start it once.")
    with TemporaryDirectory(prefix="eitherway-", dir=own) as name:
        within = Path(name)
        words = []
        for file in files:
            letter = within / f"{within.name}-{file.name}"  # a name that no document of the user's has
            shutil.copyfile(file, letter)
            words += [str(letter), letter.name, str(within / f"{file.stem}.pdf")]
        run(["osascript", *(word for line in _APPLESCRIPT.splitlines() for word in ("-e", line)), *words])
        pdfs = [made(within / f"{file.stem}.pdf", BY) for file in files]
        return [Path(shutil.move(pdf, folder / pdf.name)) for pdf in pdfs]


def _own_word() -> Any:
    import win32com.client  # noqa: PLC0415 - comes with xlwings on Windows

    return win32com.client.DispatchEx("Word.Application")


if __name__ == "__main__":
    export(_own_word, [*map(Path, sys.argv[2:])], Path(sys.argv[1]))
