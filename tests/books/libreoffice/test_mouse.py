"""A real click: LibreOffice on a screen of its own, a mouse, a button, and what is to be seen then."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
import xlwings

from eitherway.books.closed.book import ClosedBook
from eitherway.books.libreoffice.bridge import pythons
from eitherway.books.libreoffice.engine import Engine
from eitherway.machine.clock import now
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
PICTURES = Path("build") / "clicks"
SHOWING = ("search", "--onlyvisible", "--name", "^Either Way$")
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


@dataclass
class Desk:
    """Someone with a mouse and a keyboard before LibreOffice."""

    pipe: str
    env: Mapping[str, str]
    pictures: Path

    def clicks(self, label: str, said: str) -> None:
        """Click the button, read what comes, keep a picture of it, and close it."""
        self._presses(label)
        assert patiently(lambda: visible(self.pipe, said)), said
        self._runs("import", "-window", "root", str(self.pictures / f"{label.lower().replace(' ', '-')}.png"))
        # Accessibility goes on telling of windows that are closed; the window manager does not.
        self._runs("xdotool", "key", "Return")
        give_up = time.monotonic() + PATIENCE
        while (
            subprocess.run([office.needed("xdotool"), *SHOWING], env=dict(self.env), check=False).returncode
            == 0
        ):
            assert time.monotonic() < give_up, "the message stays"
            time.sleep(0.1)

    def _presses(self, button: str) -> None:
        """A mouse comes near, then on it, and clicks."""
        it = patiently(lambda: visible(self.pipe, button, exactly=True))
        x, y = it.x + it.width // 2, it.y + it.height // 2
        self._runs("xdotool", "mousemove", str(x - 3), str(y), "mousemove", str(x), str(y), "click", "1")

    def _runs(self, command: str, *arguments: str) -> None:
        subprocess.run([office.needed(command), *arguments], check=True, env=dict(self.env))


def test_all_buttons_by_mouse_one_right_after_the_other(
    screen: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    book, today = tmp_path / "job-search.xlsm", now()
    build_for_libreoffice(book, example(today.date()))
    (tmp_path / "closed").mkdir()
    closed = ClosedBook(Path(shutil.copy(book, tmp_path / "closed")))
    flags = headline(run(closed, today.date(), now=today, letters=False).plan)
    # The one environment for all: the screen, and the home in which the buttons find Python.
    env = {**os.environ, "DISPLAY": screen, "HOME": str(tmp_path), "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    prepare(System("linux", tmp_path, tmp_path, Path(sys.prefix), Path(sys.executable)))
    (tmp_path / "xdg-open").write_text("#!/bin/sh\nexit 3\n")  # no program for a letter
    (tmp_path / "xdg-open").chmod(0o755)
    pictures = pytestconfig.rootpath / PICTURES
    pictures.mkdir(parents=True, exist_ok=True)

    with managed(env), office.running(tmp_path, "--calc", book, env=env) as pipe:
        calc = office.connected(pipe)
        engine = Engine(calc)
        xlwings.engines.add(xlwings.Engine(impl=engine))
        desk = Desk(pipe, env, pictures)
        desk.clicks("Flag overdue", flags)
        here = xlwings.Book(impl=engine.app.books.at(FIRST_DOCUMENT))
        assert contents(here) == contents(xlwings.Book(impl=engine.app.books.open(str(closed.path))))
        here = xlwings.Book(impl=engine.app.books.at(FIRST_DOCUMENT))
        desk.clicks("Write letters", "Letters: ")
        name = here.sheets["Today"].range("F8").value
        here.sheets["Today"].range("F8").select()
        desk.clicks("Open letter", "No program on this computer opened the letter")
        desk.clicks("Mark sent", f"{name}'s ")
        desk.clicks("Mark sent", "No row of Today or Interviews is selected.")
        desk.clicks("Undo", f"Undone: {name}'s ")
        here.sheets["Interviews"].range("F3").value = "Hiring Manager"
        desk.clicks("Check workbook", "First: Interviews!F3 (Interviewer)")
        calc.close()


@contextmanager
def managed(env: Mapping[str, str]) -> Iterator[None]:
    """A window manager on the screen, gone in the end whatever happens."""
    manager = subprocess.Popen([office.needed("openbox")], env=dict(env))
    try:
        yield
    finally:
        manager.terminate()
        manager.wait()


def visible(pipe: str, text: str, *, exactly: bool = False) -> Shown | None:
    """What stands on the screen with this text in it, or with no other, if anything does."""
    looking = [*pythons(office.program())][-1], SEEN, pipe
    looked = subprocess.run(looking, check=False, capture_output=True, text=True)
    # A window that closes while it is looked at ends the look.
    shown = [Shown(*each) for each in json.loads(looked.stdout or "[]")]
    fitting = (each for each in shown if (text == each.text if exactly else text in each.text))
    return next((each for each in fitting if each.width and each.height), None)


def patiently(look: Callable[[], Shown | None]) -> Shown:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if found := look():
            return found
        time.sleep(0.5)
    raise AssertionError("nothing came to be seen")
