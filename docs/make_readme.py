"""Write what the commands of README.md's tour print into its blocks, from a demo of its own.

Run `python docs/make_readme.py` after a change to the example or to what a command prints; a test holds the
page to it. A block belongs to the command that stands before it in its sentence, and shows the first two
paragraphs of what that prints.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent

PAGE = Path(__file__).parents[1] / "README.md"
DAY = date(2026, 11, 20)
"""The day of all examples on the pages."""

SHOWN = re.compile(
    r"`eitherway ([^`]+)`[^`]*:\n\n(?P<margin> +)```\n(?P<output>.*?)^ +```$", re.MULTILINE | re.DOTALL
)
PARAGRAPHS = 2
FINE = (0, 1)
"""Done; done, and something in the workbook is to mend."""


def page() -> str:
    """The whole page, each block made anew; the commands run in the order of the page."""
    with TemporaryDirectory() as folder:
        eitherway(Path(folder), "demo")
        return SHOWN.sub(lambda found: _shown(found, Path(folder)), PAGE.read_text(encoding="utf-8"))


def eitherway(folder: Path, *words: str) -> str:
    """What a command prints, on the examples' day."""
    command = [sys.executable, "-m", "eitherway", *words, "--as-of", DAY.isoformat()]
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=folder, env=env, check=False, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode not in FINE:
        done.check_returncode()
    return done.stdout


def _shown(found: re.Match[str], folder: Path) -> str:
    printed = "\n".join(line.rstrip() for line in eitherway(folder, *found[1].split()).splitlines())
    paragraphs = printed.split("\n\n")
    cut = ["...\n"] if len(paragraphs) > PARAGRAPHS else [""]
    block = indent("\n".join(["\n\n".join(paragraphs[:PARAGRAPHS]), *cut]), found["margin"])
    return found[0].replace(found["output"], block)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
