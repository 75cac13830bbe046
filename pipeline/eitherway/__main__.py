"""The program: `eitherway`, and `python -m eitherway`."""

from __future__ import annotations

import signal
import sys

from eitherway.machine import file_names, output, threads
from eitherway.machine.collector import collection_left_out

INTERRUPTED = 130
"""The exit status of what Ctrl+C has ended: 128 and SIGINT's number."""


def main() -> None:
    """Carry out one command, and end the process."""
    file_names.spell_all()
    output.settle()
    threads.start_none()
    try:
        with collection_left_out():
            from eitherway.command_line.main import main as commands  # noqa: PLC0415 - its imports are most of the work

            commands()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Nothing was written.\n")
        sys.exit(INTERRUPTED)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # there is nothing left to stop
        if why := output.lost():
            sys.stderr.write(
                f"eitherway: what was to be shown could not be written ({why}). All else is done.\n"
            )


if __name__ == "__main__":
    main()
