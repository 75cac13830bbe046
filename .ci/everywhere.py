"""Whether Excel's and LibreOffice's buttons find an `eitherway` that is installed for good.

Run by that installation's own Python, in a home of its own. Excel does not run on Linux: what `new` does
for it on a Mac is done by the same function, told that this is one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from eitherway.doctor import python as checks
from eitherway.doctor.gather import gather
from eitherway_workbook.macros.interpreter import System, prepare

book = Path.home() / "Job search.xlsm"
link = Path.home() / ".eitherway" / "venv"


def eitherway(*words: str | Path) -> None:
    """Run the command that is on the PATH."""
    subprocess.run(["eitherway", *words], check=True, stdout=subprocess.DEVNULL)


def leads_here() -> None:
    """The fixed place leads to this installation, whose Python has the buttons."""
    assert link.readlink() == Path(sys.prefix), link.readlink()
    python = link / "bin" / "python3"
    subprocess.run([python, "-E", "-c", "import eitherway.buttons, eitherway.books.libreoffice"], check=True)


eitherway("new", "--libreoffice", book)
leads_here()
eitherway("doctor", book)
book.unlink()
link.unlink()

eitherway("new", book)
mac = System("darwin", Path.home(), Path.home(), Path(sys.prefix), Path(sys.executable))
prepare(mac)
leads_here()
machine = gather(mac, os.environ, book)
for check in (checks.found, checks.can_be_called, checks.is_this_one):
    finding = check(machine)
    assert finding is not None, check
    assert finding.level.value == "ok", finding
print(f"{sys.prefix}: the buttons find it")
