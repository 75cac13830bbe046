"""Hand a file or a link to the system, which opens it with the program that its user has chosen for it."""

from __future__ import annotations

import os
import subprocess
import sys

SECONDS = 20

NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""For what is started unseen: on Windows it would open a black window of its own."""


class CannotOpen(Exception):
    """The system has nothing to open it with; what it says is a sentence."""


def open_with_system(target: str) -> None:
    """Open a file by its path, or a link such as mailto:... Raises CannotOpen."""
    try:
        if sys.platform == "win32":
            os.startfile(target)
            return
        program = "open" if sys.platform == "darwin" else "xdg-open"
        quiet = subprocess.DEVNULL
        done = subprocess.run([program, target], check=False, timeout=SECONDS, stdout=quiet, stderr=quiet)
    except subprocess.TimeoutExpired:
        return  # it runs for as long as what it opened is open
    except OSError as trouble:
        raise CannotOpen("This system has no program that opens it.") from trouble
    if done.returncode:
        raise CannotOpen("This system has no mail program that opens it.")
