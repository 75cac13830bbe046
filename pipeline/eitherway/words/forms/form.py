"""What a few typed words are, as far as a sentence must know that takes them up."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Form(StrEnum):
    """The forms that words have. A sentence can be written for each of the first six, and for no other."""

    NOUN = "noun"
    """The move to SAP."""
    GERUND = "gerund"
    """Working with data."""
    WH = "wh"
    """How you handle on-call."""
    CLAUSE = "clause"
    """The team publishes what it learns."""
    INFINITIVE = "infinitive"
    """To learn more."""
    ADJECTIVE = "adjective"
    """Close to home."""

    EMPTY = "empty"
    """N/a, nothing special, a link: no answer at all."""
    READER = "reader"
    """Her daughter's football team: the reader, spoken of as somebody else."""
    SENTENCES = "sentences"
    """The team is great. I liked it."""
    LIST = "list"
    """- pay - hours"""
    NOTE = "note"
    """Ask about the budget: a note to oneself."""
    QUESTION = "question"
    """How do you handle on-call?"""
    FRAGMENT = "fragment"
    """Loved the whiteboard problem: a sentence that lacks its beginning."""


CARRIED = (Form.NOUN, Form.GERUND, Form.WH, Form.CLAUSE, Form.INFINITIVE, Form.ADJECTIVE)
"""What a sentence can be written for; a template names them `point.noun`, `reason.clause`."""

NOMINAL = (Form.NOUN, Form.GERUND, Form.WH)
"""What can stand where a noun stands: after "about", before "is"."""


class Reading(NamedTuple):
    """Words as a sentence takes them up, and their form.

    `changed` says that they are not the words as typed, as people must be told; a capital or a full stop that
    a sentence does not need is no change. `instead` is how they might be put, "" where that cannot be told.
    """

    form: Form
    words: str
    changed: bool = False
    instead: str = ""


class Worded(str):
    """Words with their form: `{{ point }}` in a template, and `{{ point.noun }}`, "" unless they are one."""

    form: Form

    def __new__(cls, words: str, form: Form) -> Worded:
        """`words` as they are to stand in a sentence."""
        worded = super().__new__(cls, words)
        worded.form = form
        return worded

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """The words by the form that they have, and "" by each other."""
        return {form.value: str(self) if form is self.form else "" for form in CARRIED}
