"""What the wheel holds, and that the installed wheel works as the source tree does."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from eitherway.model.letter_kinds import KINDS, TONES

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the unpacked wheel, as pip would install it."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _sources() -> set[str]:
    code = {path.relative_to(ROOT / "pipeline") for path in (ROOT / "pipeline").rglob("*.py")}
    data = {
        path.relative_to(ROOT / "pipeline")
        for kind in ("*.txt*", "*.toml", "*.npz")
        for path in (ROOT / "pipeline").rglob(kind)
    }
    builder = {
        path.relative_to(ROOT / "workbook")
        for path in (ROOT / "workbook" / "eitherway_workbook").rglob("*.py")
    }
    templates = {
        Path("eitherway") / path.relative_to(ROOT) for path in (ROOT / "letter_templates").rglob("*.docx")
    }
    macros = {
        Path("eitherway_workbook") / path.relative_to(ROOT / "workbook")
        for path in (ROOT / "workbook").glob("[rv]*/**/*.[bx]*")
    }
    return {path.as_posix() for path in code | data | builder | macros | templates} | {"eitherway/py.typed"}


def test_the_wheel_holds_the_code_the_builder_and_the_letter_templates_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == _sources()
    assert "eitherway/letter_templates/warm/thank-you.docx" in names
    assert len([name for name in names if name.endswith(".docx")]) == len(TONES) * (2 * len(KINDS) - 1) + 1
    assert "eitherway_workbook/vba/Buttons.bas" in names


def _run(command: list[str], cwd: Path, first_on_path: Path | None) -> str:
    env = {**os.environ, "PYTHONPATH": str(first_on_path or "")}
    done = subprocess.run(
        [sys.executable, *command], cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("kind", ["installed wheel", "editable install"])
def test_new_and_demo_work_from(kind: str, installed: Path, tmp_path: Path) -> None:
    where = installed if kind == "installed wheel" else None
    home = _run(["-c", "import eitherway; print(eitherway.__file__)"], tmp_path, where)
    assert (str(installed) in home) is (where is not None)
    _run(["-m", "eitherway", "new", "mine.xlsx"], tmp_path, where)
    _run(["-m", "eitherway", "demo", "--as-of", "2026-11-20"], tmp_path, where)
    # Not through `new`, which on the developer's own machine would lead Excel to this test's Python.
    build = "from pathlib import Path; from eitherway_workbook import build; build(Path('mine.xlsm'), {})"
    _run(["-c", build], tmp_path, where)
    assert (tmp_path / "mine.xlsx").is_file()
    assert (tmp_path / "mine.xlsm").is_file()
    assert list((tmp_path / "demo").rglob("*.docx"))
