"""What a program says, whatever it says it to: a console of another alphabet, a full disk, a closed pipe.

What was done is done, even where it can be told to nobody: output never ends a run.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


class _Untroubled(io.BufferedWriter):
    """A stream that lets go of what cannot be written, and remembers the first reason."""

    trouble: OSError | None = None

    def write(self, data: Buffer, /) -> int:
        """All of it is taken, wherever it goes."""
        self._try(lambda: super(_Untroubled, self).write(data))
        return memoryview(data).nbytes

    def flush(self) -> None:
        """As far as that can be done."""
        self._try(super().flush)

    def close(self) -> None:
        """What cannot be written now is let go."""
        self._try(super().close)

    def _try(self, step: Callable[[], object]) -> None:
        if self.trouble is None:
            try:
                step()
            except OSError as trouble:
                self.trouble = trouble


def settle() -> None:
    """Let both streams of this process take all that is said. What they cannot show becomes "?"."""
    sys.stdout, sys.stderr = _settled(sys.stdout), _settled(sys.stderr)


def lost() -> str:
    """Why not all of the output was written, in words; "" where it was, or where its reader had left."""
    stream = getattr(sys.stdout, "buffer", None)
    if not isinstance(stream, _Untroubled):
        return ""
    sys.stdout.flush()
    if stream.trouble is None or stream.trouble.errno == errno.EPIPE:
        return ""
    return stream.trouble.strerror or type(stream.trouble).__name__


def takes_unicode() -> bool:
    """Whether the output is in UTF-8, so that a program that reads it need not guess."""
    name = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    return name.replace("-", "").replace("_", "") == "utf8"


def _settled(stream: TextIO | None) -> TextIO:
    if stream is None:  # it was closed before the program began
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - it stays open to the end
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if os.name == "nt" and stream.isatty():  # a console of Windows takes no bytes
        stream.reconfigure(errors="replace")
        return stream
    stream.flush()
    return io.TextIOWrapper(
        _Untroubled(io.FileIO(stream.fileno(), "w", closefd=False)),
        encoding=stream.encoding,
        errors="replace",
        line_buffering=stream.line_buffering or stream is sys.stderr,
    )
