"""A real click: LibreOffice on a screen of its own, a mouse, a button, and what is to be seen then."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import xlwings

from eitherway.books.closed.book import ClosedBook
from eitherway.books.libreoffice.bridge import pythons
from eitherway.books.libreoffice.engine import Engine
from eitherway.machine.clock import now
from eitherway.model import button_labels
from eitherway.model.report import headline
from eitherway.run import run
from eitherway_workbook import example
from eitherway_workbook.libreoffice import build_for_libreoffice, prepare
from eitherway_workbook.macros.interpreter import System
from tests.books.libreoffice import office
from tests.books.libreoffice.cells import contents

pytestmark = pytest.mark.libreoffice

SCREEN = "1500x900x24"
PATIENCE = 90.0
PICTURE = Path("build") / "click.png"
SEEN = Path(__file__).with_name("seen.py")
FIRST_DOCUMENT = "1"
"""LibreOffice counts the documents that it opens."""


class Shown(NamedTuple):
    """Something on the screen, as accessibility tells of it."""

    text: str
    role: int
    x: int
    y: int
    width: int
    height: int


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen without a monitor; gives the name of its display."""
    reading, writing = os.pipe()
    # Without -noreset it starts anew whenever the last window closes, as LibreOffice's first one does.
    options = ["-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        [office.needed("Xvfb"), "-displayfd", str(writing), *options],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        yield f":{said.readline().strip()}"
    server.terminate()
    server.wait()


def test_a_mouse_click_flags_the_workbook_and_says_so(
    screen: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    mouse, camera = office.needed("xdotool"), office.needed("import")
    book, today = tmp_path / "job-search.xlsm", now()
    build_for_libreoffice(book, example(today.date()))
    (tmp_path / "closed").mkdir()
    closed = Path(shutil.copy(book, tmp_path / "closed"))
    said = headline(run(ClosedBook(closed), today.date(), now=today, letters=False).plan)
    # The one environment for all: the screen, and the home in which the buttons find Python.
    desk = {**os.environ, "DISPLAY": screen, "HOME": str(tmp_path)}
    prepare(System("linux", tmp_path, tmp_path, Path(sys.prefix), Path(sys.executable)))

    with office.running(tmp_path, "--calc", book, env=desk) as pipe:
        calc = office.connected(pipe)
        engine = Engine(calc)
        xlwings.engines.add(xlwings.Engine(impl=engine))
        button = patiently(lambda: visible(pipe, button_labels.COMMANDS[0].label))
        centre = [str(button.x + button.width // 2), str(button.y + button.height // 2)]
        subprocess.run([mouse, "mousemove", *centre, "click", "1"], check=True, env=desk)

        assert patiently(lambda: visible(pipe, said))
        picture = pytestconfig.rootpath / PICTURE
        picture.parent.mkdir(exist_ok=True)
        subprocess.run([camera, "-window", "root", picture], check=True, env=desk)
        clicked = xlwings.Book(impl=engine.app.books.at(FIRST_DOCUMENT))
        assert contents(clicked) == contents(xlwings.Book(impl=engine.app.books.open(str(closed))))
        calc.close()


def visible(pipe: str, text: str) -> Shown | None:
    """What stands on the screen with this text in it, if anything does."""
    looking = [*pythons(office.program())][-1], SEEN, pipe
    told = subprocess.run(looking, check=True, capture_output=True, text=True).stdout
    shown = [Shown(*each) for each in json.loads(told)]
    return next((each for each in shown if text in each.text and each.width and each.height), None)


def patiently(look: Callable[[], Shown | None]) -> Shown:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if found := look():
            return found
        time.sleep(0.5)
    raise AssertionError("nothing came to be seen")
