"""The program: `eitherway`, and `python -m eitherway`."""

from __future__ import annotations

from eitherway.machine.collector import collection_left_out


def main() -> None:
    """Carry out one command, and end the process."""
    with collection_left_out():
        from eitherway.command_line.main import main as commands  # noqa: PLC0415 - its imports are most of the work

        commands()


if __name__ == "__main__":
    main()
