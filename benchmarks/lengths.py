"""How long proofreading takes whatever is typed: patterns that make readers of text slow, at two lengths.

Both must stay under two seconds of the processor, whatever else the machine does meanwhile; what loads once
is not counted, as `benchmarks.proof` tells it of the first letter.
"""

from __future__ import annotations

from time import process_time

from rich.table import Table

from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.text import Proofreader

SHORT, LONG, MOST_SECONDS = 2_000, 30_000, 2.0

PATTERNS = (
    "&", "{{ ", "漢字", "漢字。", "a", "A", ".", ". ", ", ", '"', "“", "-", "\n", "a\n\n", " ", "\t", "<",
    "[", "a@", "_", "1", "A. ", "😀", "!", "the ", "I hope that you will offer me the job and ",
)  # fmt: skip


def lengths(proofreader: Proofreader) -> Table:
    """The seconds that a letter takes which is nothing but one of the patterns, again and again."""
    _seconds(proofreader, "A word. ", SHORT)
    table = Table(title=f"Seconds a letter of nothing but one pattern (at most {MOST_SECONDS:.0f})")
    for name in ("pattern", f"{SHORT} signs", f"{LONG} signs", ""):
        table.add_column(name, justify="left" if name == "pattern" else "right")
    for pattern in PATTERNS:
        taken = [_seconds(proofreader, pattern, length) for length in (SHORT, LONG)]
        verdict = "" if max(taken) < MOST_SECONDS else "too long"
        table.add_row(repr(pattern), *(f"{each:.2f}" for each in taken), verdict)
    return table


def _seconds(proofreader: Proofreader, pattern: str, length: int) -> float:
    typed = (pattern * length)[:length]
    letter = Manuscript(f"Dear Ann Lee,\n\n{typed}\n\nBo Day", Person("Ann Lee"), "Bo Day", "Acme", "Clerk")
    start = process_time()
    proofreader.read(letter, Known(("Ann Lee", "Bo Day"), ("Acme",), ("Clerk",)))
    return process_time() - start
