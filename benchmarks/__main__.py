"""All benchmarks, or those named, one after the other: `python -m benchmarks [--quick] [--write] [PART ...]`.

Prints each figure as soon as it is measured, then the versions. What a part measured in a full run is kept,
and `--write` makes docs/performance.md of what is kept: with parts named, the others stand as they were
measured last; with `--no-run` nothing is measured anew. A part that fails says why, and the others go on.
Peers are measured where they are installed: those in Python by `pip install -e ".[benchmarks]"`, those from
npm by `npm install` in benchmarks/node.

What this module imports, each process that shares a part's work imports again: only little.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from datetime import datetime
from time import perf_counter

from rich.console import Console

from benchmarks import kept, page, parts, table, timing


def main() -> None:
    """Measure, show, keep and write; exit status 1 where a part failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer turns, smaller inputs; under 5 minutes")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument("--no-run", action="store_true", help="measure nothing, with --write")
    parser.add_argument("only", nargs="*", choices=[[], *parts.NAMES], metavar="PART", help="these alone")
    given = parser.parse_args()
    if given.write and given.quick:
        parser.error("--write needs full runs, without --quick.")
    wanted = () if given.no_run else parts.found(given.only)
    failed = [part.name for part in wanted if not measured(part, quick=given.quick)]
    Console(width=140, highlight=False).print("\n".join(page.machine()))
    if given.write:
        page.write([(part, kept.last(part.name, kept.FOLDER)) for part in parts.found()])
    if failed:
        sys.exit(f"Not measured: {', '.join(failed)}.")


def measured(part: parts.Part, *, quick: bool) -> bool:
    """Measure a part and show it; keep what a full run gives. False where it failed."""
    start, busy, before = perf_counter(), timing.processors(), timing.noise()
    try:
        rows = table.show(part.rows(quick), part.title)
    except Exception:  # whatever it was, the parts after it are measured
        traceback.print_exc()
        return False
    seconds = perf_counter() - start
    taken = f"{seconds:.0f} s, of the processors {timing.processors() - busy:.0f} s"
    print(f"  {part.name}: {taken}", file=sys.stderr, flush=True)
    if not quick:
        today = datetime.now().astimezone().date()
        kept.keep(part.name, kept.Measured(rows, today, seconds, (before, timing.noise())), kept.FOLDER)
    return True


if __name__ == "__main__":
    main()
