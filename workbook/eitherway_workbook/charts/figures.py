"""The figures behind one chart, as they are laid out in cells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """The heads, and lines of a label and figures."""

    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
