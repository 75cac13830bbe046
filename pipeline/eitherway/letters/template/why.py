"""Why a template cannot be merged, in the linter's words: those of Jinja know nothing of Word."""

from __future__ import annotations

from collections.abc import Mapping

from eitherway.letters.template.faults import Fault, FaultCode
from eitherway.letters.template.form import form
from eitherway.letters.template.opening import BrokenTemplate
from eitherway.model.codes import Severity

_MERGED_ALL_THE_SAME = (FaultCode.SINGLE_BRACES, FaultCode.WHOLE_PARAGRAPH)


def why(broken: BrokenTemplate, docx: bytes, fields: Mapping[str, object]) -> str:
    """The end of a sentence; what the merge itself said where the linter has no fault for it.

    `fields` are those of any letter.
    """
    faults = (each for each in form(docx, fields).faults if each.severity is Severity.ERROR)
    cause = next((each for each in faults if each.code not in _MERGED_ALL_THE_SAME), None)
    return _told(cause) if cause and cause.where else str(broken)


def _told(fault: Fault) -> str:
    message = fault.message[:1].lower() + fault.message[1:]
    return f"in {fault.where}: {message} {fault.fix}".rstrip(" .")
