"""The letter that the tests change a little."""

from __future__ import annotations

from collections.abc import Iterable

from eitherway.model.findings import Finding
from eitherway.proof.prose.manuscript import Known, Manuscript, Person

GRACE = Person("Grace Chen", "Ms.", "Chen")
ASKED = "I hope that you will offer me the job. Please let me know either way."


def letter(
    said: str = "Thank you for the tour on Tuesday.",
    *,
    dear: str = "Dear Ms. Chen",
    asked: str = ASKED,
    to: Person = GRACE,
    others: tuple[str, ...] = (),
    kind: str = "thank-you",
    greeting: str | None = None,
    decided: bool = False,
) -> Manuscript:
    """A letter without a fault, but for what is said in it."""
    return Manuscript(
        text=f"{dear},\n\n{said}\n\n{asked}\n\nSincerely,\n\nMark Rossi",
        to=to,
        sender="Mark Rossi",
        company="Tulip Tree Floral",
        role="Wholesale Buyer",
        others=tuple(map(Person, others)),
        kind=kind,
        greeting=greeting,
        decided=decided,
    )


KNOWN = Known(
    people=("Grace Chen", "Mark Rossi", "Amara Diallo"),
    companies=("Tulip Tree Floral", "Harbor Freight Lines"),
    roles=("Wholesale Buyer", "Branch Manager"),
)


def found(findings: Iterable[Finding], manuscript: Manuscript) -> list[str]:
    """The words that each finding is about."""
    return [manuscript.text[finding.start : finding.end] for finding in findings]
