"""Makes the buttons' macros and the ribbon out of `model/button_labels.py`: `python workbook/make_macros.py`.

They are kept as text beside this file, as Excel would export them; a test holds them to what is declared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import quoteattr

from eitherway.model.button_labels import COMMANDS, Command

FOLDER = Path(__file__).parent

BUTTONS = """\
Attribute VB_Name = "Buttons"
Option Explicit

' One macro per button on Today. All the work, and every word shown, is in Python.
"""
RIBBON = """\
Attribute VB_Name = "Ribbon"
Option Explicit

' The ribbon hands each callback the control that was clicked; the macros of the buttons do the rest.
"""
TAB = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui">
  <ribbon>
    <tabs>
      <tab id="EitherWay" label="Either Way" insertAfterMso="TabHome">
{groups}
      </tab>
    </tabs>
  </ribbon>
</customUI>
"""


def made(commands: Sequence[Command] = COMMANDS) -> Mapping[Path, str]:
    """Each file's text, by the path where it belongs."""
    return {
        FOLDER / "vba" / "Buttons.bas": "\n".join([BUTTONS, *map(_macro, commands)]),
        FOLDER / "vba" / "Ribbon.bas": "\n".join([RIBBON, *map(_callback, commands)]),
        FOLDER / "ribbon" / "customUI14.xml": TAB.format(groups="\n".join(_groups(commands))),
    }


def _macro(command: Command) -> str:
    return f'Public Sub {command.macro}()\n    RunPython "{command.python}"\nEnd Sub\n'


def _callback(command: Command) -> str:
    return f"Public Sub {command.callback}(control As IRibbonControl)\n    {command.macro}\nEnd Sub\n"


def _groups(commands: Sequence[Command]) -> list[str]:
    return [_group(name, list(some)) for name, some in groupby(commands, lambda command: command.group)]


def _group(name: str, commands: Sequence[Command]) -> str:
    named = "".join(word[0].upper() + word[1:] for word in name.replace("-", " ").split())
    buttons = "\n".join(map(_button, commands))
    return f'        <group id="EitherWay{named}" label={quoteattr(name)}>\n{buttons}\n        </group>'


def _button(command: Command) -> str:
    return (
        f'          <button id="EitherWay{command.macro}" label={quoteattr(command.label)} size="large"'
        f' imageMso="{command.image}" onAction="{command.callback}"\n'
        f"            screentip={quoteattr(command.screentip)}\n"
        f"            supertip={quoteattr(command.supertip)}/>"
    )


if __name__ == "__main__":
    for path, text in made().items():
        path.write_text(text, encoding="cp1252" if path.suffix == ".bas" else "utf-8", newline="\n")
