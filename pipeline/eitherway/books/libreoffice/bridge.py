"""Our side of the bridge to LibreOffice: its own Python runs `calc.py` and does there what it is told.

`uno`, through which LibreOffice is reached, fits one version of Python only: the one that LibreOffice brings
along, or on Linux the system's. Ours is another one as a rule, so that a pipe of JSON lies between the two.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eitherway.machine.opening import NO_CONSOLE
from eitherway.model.problems import CannotAct

SCRIPT = Path(__file__).with_name("calc.py")
SYSTEMS = Path("/usr/bin/python3")


class Refused(Exception):
    """LibreOffice did not do as it was told."""

    hresult = 0x800A03EC
    """What Excel answers then: by this, `open_busy.is_refusal` knows that it was no slip of ours."""


class Calc:
    """A LibreOffice that runs, called by the names of the functions of `calc.py`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """`process` runs `calc.py` and is connected."""
        self.process = process

    @classmethod
    def connect(cls, pipe: str, program: Path) -> Calc:
        """Reach the LibreOffice that listens on `pipe` and whose program folder is `program`.

        Raises CannotAct where no Python with `uno` is found there, or nobody listens.
        """
        for python in pythons(program):
            process = subprocess.Popen(
                [python, SCRIPT, pipe],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                creationflags=NO_CONSOLE,
            )
            calc = cls(process)
            if calc.is_connected():
                return calc
            calc.close()
        raise CannotAct(
            "LibreOffice's own Python, through which Either Way talks to it, was not found or got no answer.",
            "Install LibreOffice with its Python (on Debian and Ubuntu: python3-uno), then click again.",
        )

    def is_connected(self) -> bool:
        """Whether `calc.py` has said that it reached LibreOffice; to be asked once."""
        assert self.process.stdout is not None
        return bool(self.process.stdout.readline())

    def __call__(self, call: str, *arguments: Any) -> Any:
        """What the function gives. Raises Refused."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            self.process.stdin.write(json.dumps([call, *arguments]) + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except OSError as trouble:
            raise Refused("LibreOffice is gone") from trouble
        if not answer:
            raise Refused("LibreOffice is gone")
        said = json.loads(answer)
        if "error" in said:
            raise Refused(f"{call}: {said['error']}")
        return said["value"]

    def close(self) -> None:
        """Leave LibreOffice; it and its documents stay open."""
        with self.process:
            assert self.process.stdin is not None
            self.process.stdin.close()


def pythons(program: Path) -> Iterator[Path]:
    """Where a Python with `uno` may be: LibreOffice's own on Windows, macOS, Linux; then the system's."""
    places = [
        program / "python.exe",
        program.parent / "Resources" / "python",
        program / "python",
        SYSTEMS,
    ]
    return (place for place in places if place.is_file())
