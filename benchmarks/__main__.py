"""All benchmarks in one run: `python -m benchmarks [--quick] [--write]`.

Prints each figure as soon as it is measured, then the versions and how noisy the machine was. `--write` puts
the same into docs/performance.md, after a full run only. Peers are measured where they are installed:
those in Python by `pip install -e ".[benchmarks]"`, those from npm by `npm install` in benchmarks/node.
"""

from __future__ import annotations

import argparse
from datetime import datetime

from rich.console import Console

from benchmarks import page, parts, table, timing


def main() -> None:
    """Measure every part and show it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer turns, smaller inputs; under 5 minutes")
    parser.add_argument("--write", action="store_true", help=f"write {page.PAGE.relative_to(timing.ROOT)}")
    parser.add_argument("only", nargs="*", choices=[[], *parts.NAMES], help="these parts alone")
    given = parser.parse_args()
    if given.write and (given.quick or given.only):
        parser.error("--write needs a full run: no --quick, no parts.")
    say = Console(width=140).print
    noise = [timing.noise()]
    measured: list[page.Measured] = [
        (part, table.show(part.rows(given.quick), part.title)) for part in parts.found(given.only)
    ]
    noise.append(timing.noise())
    about = page.machine(noise)
    say("\n".join(about))
    if given.write:
        page.write(measured, about, datetime.now().astimezone().date())


if __name__ == "__main__":
    main()
