"""The Python that Excel is told to run."""

from __future__ import annotations

import re

from eitherway.doctor.facts import Machine
from eitherway.doctor.findings import Finding, Topic, error, ok, warning


def found(machine: Machine) -> Finding | None:
    """There is a Python where `xlwings.conf` says; otherwise Excel says "Could not find Interpreter!".

    Source of the words: `ExecuteWindows` in xlwings.bas. macOS says nothing at all.
    """
    python = machine.python
    if python is None:
        return None
    if python.size is None:
        return error(
            Topic.PYTHON_FOUND,
            f"There is no Python where Excel looks for it:\n{python.path}",
            machine.prepare,
        )
    return ok(Topic.PYTHON_FOUND, f"Python is where Excel looks for it:\n{python.path}")


def not_from_the_store(machine: Machine) -> Finding | None:
    """Windows: Python is not the Microsoft Store's, nor its alias, a file of no bytes that opens the Store.

    What the Store's Python writes to AppData goes to a copy of its own, where Excel cannot see it; the link
    to Python is one such thing. Sources: docs.python.org/3.12/using/windows.html, "Redirection of local data,
    registry, and temporary paths"; github.com/python/cpython/issues/85499 for the alias.
    """
    python = machine.python
    if python is None or machine.platform != "win32":
        return None
    places = (machine.prefix, machine.base_prefix, python.path, python.real)
    if python.size == 0 or any("windowsapps" in str(place).casefold() for place in places):
        return error(
            Topic.PYTHON_STORE,
            "This Python is the Microsoft Store's; Excel cannot run it.",
            "Install Python from python.org, make the environment anew with it, and install Either Way "
            f"in it. {machine.prepare}",
        )
    return ok(Topic.PYTHON_STORE, "Python is not the Microsoft Store's.")


def can_be_called(machine: Machine) -> Finding | None:
    """macOS: the path to Python holds nothing that a shell takes for its own; xlwings does not quote it.

    Source: `set ShellCommand to PythonInterpreter & " -B ...` in xlwings-<version>.applescript. On Windows
    xlwings.bas quotes it (`Chr(34) & PYTHON_WIN & Chr(34)`).
    """
    python = machine.python
    if python is None or machine.platform != "darwin":
        return None
    if bad := re.search(r"[^\w/.,:+@%=-]", str(python.path)):
        return error(
            Topic.PYTHON_PATH,
            f'The path to Python holds "{bad[0]}", with which Excel for Mac cannot call it:\n{python.path}',
            "INTERPRETER_MAC in the hidden sheet xlwings.conf should be "
            "$HOME/.eitherway/venv/bin/python3. If your home folder's name has a space, use the commands.",
        )
    return ok(Topic.PYTHON_PATH, "The path to Python can be called as it is.")


def is_this_one(machine: Machine) -> Finding | None:
    """The Python that Excel runs is the one that runs now, so that an upgrade reaches both."""
    python = machine.python
    if python is None or python.size is None:
        return None
    if not python.is_this_one:
        return warning(
            Topic.PYTHON_SAME,
            f"Excel runs another Python than this command:\n{python.real}\n{machine.prefix}",
            f"Should it run this one? {machine.prepare}",
        )
    return ok(Topic.PYTHON_SAME, "Excel runs the same Python as this command.")
