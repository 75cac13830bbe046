"""A LibreOffice of the tests' own: with its own settings, listening on its own pipe, ended with the test."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from eitherway.books.libreoffice.bridge import Calc, pythons
from eitherway.model.problems import CannotAct

SLOWEST_START = 90.0

# No first-start pages, and macros run without being asked about: what a user allows once.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc">
  <prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product">
  <prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.0</value></prop></item>
</oor:items>
"""


def program() -> Path:
    """LibreOffice's program folder; without one the test is skipped."""
    return Path(needed("soffice")).resolve().parent


def needed(command: str) -> str:
    """The path of an installed program; without it the test is skipped."""
    found = shutil.which(command)
    if found is None:
        pytest.skip(f"{command} is not installed")
    return found


@contextmanager
def running(folder: Path, *arguments: str | Path, env: Mapping[str, str] | None = None) -> Iterator[str]:
    """Start LibreOffice with its settings in `folder`; gives the pipe on which it listens."""
    pipe = f"eitherway{uuid4().hex}"
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS)
    process = subprocess.Popen(
        [
            needed("soffice"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
            "--norestore",
            "--nologo",
            *arguments,
        ],
        env={**os.environ, **(env or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield pipe
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def connected(pipe: str) -> Calc:
    """Reach a LibreOffice that is still starting; without a Python that has `uno` the test is skipped."""
    if not any(has_uno(python) for python in pythons(program())):
        pytest.skip("no Python with uno is installed (python3-uno)")
    give_up = time.monotonic() + SLOWEST_START
    while True:
        try:
            return Calc.connect(pipe, program())
        except CannotAct:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.2)


def has_uno(python: Path) -> bool:
    return subprocess.run([python, "-c", "import uno"], check=False, capture_output=True).returncode == 0
