"""What is to be seen on the screen of a LibreOffice: run by the Python that has `uno`, with the pipe's name.

Prints a JSON list of `[text, role, x, y, width, height]` of all that accessibility tells of its windows.
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any

uno: Any = importlib.import_module("uno")

MOST_CHILDREN = 200  # a sheet has a child per cell


def main(pipe: str) -> None:
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    office = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    toolkit = office.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", office)
    found: list[list[Any]] = []
    for number in range(toolkit.TopWindowCount):
        look(toolkit.getTopWindow(number).AccessibleContext, found)
    print(json.dumps(found))


def look(at: Any, found: list[list[Any]]) -> None:
    if hasattr(at, "LocationOnScreen"):
        place, size = at.LocationOnScreen, at.Size
        found.append([at.AccessibleName, at.AccessibleRole, place.X, place.Y, size.Width, size.Height])
    count = at.AccessibleChildCount
    for number in range(count if count <= MOST_CHILDREN else 0):
        child = at.getAccessibleChild(number)
        if child is not None:
            look(child.AccessibleContext, found)


if __name__ == "__main__":
    main(sys.argv[1])
