"""What every benchmark gives: rows of one table.

A module of this package that measures something offers `rows(quick: bool) -> Iterable[Row]` and `WHAT`, the
names of the rows that it gives at most, in their order; run alone (`python -m benchmarks.flag`), it prints
them with `table.show`. `quick` takes fewer turns and leaves out what takes longest, so that all of them
together stay under five minutes. Each figure is a median of turns that alternate with those of what it is
measured against (`timing.alternating`), so that what else the computer does weighs on both alike. A peer that
is not installed gives no row.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One figure of ours beside another.

    `what` was measured, `ours` is its median in `unit` ("ms", "s", "MB", "letters/s", ...), `against` names
    the other, and `ratio` is our figure divided by the other's in the same unit. `target` says what the ratio
    should be, "at most 1.5" or "at least 50"; "" where none is set. All but the figures is the same from run
    to run: it is what the page is checked by.
    """

    what: str
    ours: float
    unit: str
    against: str
    ratio: float
    target: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the ratio is as its target wants it; so is one without a target."""
        if not self.target:
            return True
        bound = float(self.target.split()[-1])
        return self.ratio <= bound if self.target.startswith("at most") else self.ratio >= bound
