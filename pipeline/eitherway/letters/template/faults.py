"""What is said of a template: faults, and their stable codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from eitherway.model.codes import Severity


class FaultCode(StrEnum):
    """The kinds of fault in a template's form; what its letters say is told by the codes of proofreading."""

    NOT_A_DOCX = "not-a-docx"
    PASSWORD = "password"
    TOO_LARGE = "too-large"
    MACRO = "macro"
    OUTSIDE = "outside"
    NO_TEXT = "no-text"
    ATTACHED = "attached-template"
    REVIEW_MARKS = "review-marks"
    OPEN_TAG = "open-tag"
    SYNTAX = "syntax"
    CURLY_QUOTES = "curly-quotes"
    FORBIDDEN = "forbidden"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_TAG = "unknown-tag"
    SINGLE_BRACES = "single-braces"
    WORD_FIELD = "word-field"
    DATA_BOUND = "data-bound"
    NOT_FILLED = "not-filled-in"
    SPLIT_TAG = "split-tag"
    WHOLE_PARAGRAPH = "whole-paragraph"
    UNPAIRED_TAG = "unpaired-tag"
    CANNOT_MERGE = "cannot-merge"
    SLOW = "slow"
    PAGES = "pages"
    PAGES_NOT_COUNTED = "pages-not-counted"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in a template: an error keeps its letters from being written, a warning does not.

    `template` names the file, `where` the paragraph with its first words ("" for the whole file), `field` the
    tag as typed. `message` says what is wrong and `fix` what to do, both as whole sentences. `code` is a
    `FaultCode`, or that of a finding in the template's letters.
    """

    code: str
    severity: Severity
    message: str
    fix: str
    field: str = ""
    where: str = ""
    paragraph: int = 0
    template: str = ""

    def __str__(self) -> str:
        place = f"{self.template}, {self.where}" if self.where else self.template
        return f"{place}: {self.message} {self.fix}"

    def as_json(self) -> dict[str, object]:
        """The fault as `eitherway templates lint --json` prints it."""
        return {
            "code": str(self.code),
            "severity": self.severity.value.lower(),
            "template": self.template,
            "where": self.where,
            "paragraph": self.paragraph or None,
            "field": self.field,
            "message": self.message,
            "fix": self.fix,
        }


def error(code: FaultCode, message: str, fix: str, field: str = "") -> Fault:
    """A fault that keeps letters from being written."""
    return Fault(code, Severity.ERROR, message, fix, field)


def warning(code: FaultCode, message: str, fix: str, field: str = "") -> Fault:
    """A fault with which letters are written, though hardly as meant."""
    return Fault(code, Severity.WARNING, message, fix, field)
