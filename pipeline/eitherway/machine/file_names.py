"""The names of files, which hold the names of people in any script."""

from __future__ import annotations

import os
import sys


def spell_all() -> None:
    """Begin the process anew in Python's UTF-8 mode where the locale cannot spell every name.

    In the locale C Python does so by itself, unless it is told not to (PEP 540); in one of eight bits such as
    de_DE.ISO-8859-1, it does not. What the console can show stays what it was.
    """
    if os.name != "posix" or sys.getfilesystemencoding() == "utf-8":
        return
    shown_in = getattr(sys.stdout, "encoding", None) or "ascii"
    os.environ.setdefault("PYTHONIOENCODING", shown_in)
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
