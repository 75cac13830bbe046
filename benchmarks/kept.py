"""What each part measured in its last full run, kept from run to run: `benchmarks/measured/PART.json`.

So the page can be made of parts that were measured one after the other, and what fails costs no other part
its figures.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from benchmarks.rows import Row

FOLDER = Path(__file__).parent / "measured"


@dataclass(frozen=True, slots=True)
class Measured:
    """A part's rows, the day and the seconds that they took, and by how much of its median a fixed loop's
    turns differed before and after.
    """

    rows: Sequence[Row]
    day: date
    seconds: float
    noise: tuple[float, float]


def keep(name: str, measured: Measured, folder: Path) -> None:
    """Keep what the part of this name measured, in place of what it measured before."""
    folder.mkdir(exist_ok=True)
    told = asdict(measured) | {"day": measured.day.isoformat()}
    (folder / f"{name}.json").write_text(json.dumps(told, indent=1), encoding="utf-8")


def last(name: str, folder: Path) -> Measured | None:
    """What the part measured last; None where it has not been measured."""
    file = folder / f"{name}.json"
    if not file.exists():
        return None
    told = json.loads(file.read_text(encoding="utf-8"))
    before, after = told["noise"]
    rows = [Row(*row) for row in told["rows"]]
    return Measured(rows, date.fromisoformat(told["day"]), told["seconds"], (before, after))
