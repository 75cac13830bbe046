"""The week in review on paper: what was sent, answered, gone quiet, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from eitherway.model.insight import Review
from eitherway.send.pages.document import HEADING, SMALL, SUBTITLE, TITLE, Block, Grid, Paper, Words, document
from eitherway.words import days

NAME = "The week in review"
HEADER = ("Day", "What", "Who", "Where")
SHARES = (14, 22, 32, 32)


def page(review: Review, name: str, paper: Paper) -> bytes:
    """The .docx; the same week gives the same bytes."""
    title = f"{NAME}, {review.days}"
    footer = " · ".join(part for part in (name, title) if part)
    return document([*_blocks(review, name)], title=title, footer=footer, paper=paper, author=name)


def _blocks(review: Review, name: str) -> Iterator[Block]:
    yield Words(NAME, TITLE)
    yield Words(" · ".join(part for part in (review.days, name) if part), SUBTITLE)
    yield Words(review.headline)
    for heading, events in review.parts:
        yield Words(heading, HEADING)
        if events:
            rows = [(days.short(each.day), each.what, each.who, each.where) for each in events]
            yield Grid(SHARES, HEADER, rows)
        else:
            yield Words("Nothing.")
        if events is review.gone_quiet and review.quiet_note:
            yield Words(review.quiet_note, SMALL)
