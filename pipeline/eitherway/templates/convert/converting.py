"""A letter of Word's mail merge made a template of ours, and what is left of Word's fields in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from docx import Document

from eitherway.letters.template.faults import Fault, FaultCode, error
from eitherway.letters.template.form import at
from eitherway.letters.template.packages import standard
from eitherway.letters.template.paragraphs import Paragraph, paragraphs
from eitherway.letters.template.said import Reader
from eitherway.letters.template.tags import tags
from eitherway.letters.template.template_file import unfit, unfit_field
from eitherway.letters.template.word_fields import WordField, instead
from eitherway.model.problems import CannotAct
from eitherway.templates.convert.document import Turned, turned
from eitherway.templates.convert.naming import NAMED
from eitherway.templates.samples import sample

_CAN_BE_TURNED = (FaultCode.WORD_FIELD, FaultCode.OUTSIDE)


@dataclass(frozen=True, slots=True)
class Converted:
    """A new template: what was turned into what, and what is `left` to its user, each with its paragraph.

    `names` are those of the fields that the letter had.
    """

    docx: bytes
    turned: tuple[Turned, ...]
    left: tuple[Fault, ...]
    names: tuple[str, ...]


def convert(docx: bytes, asked: Mapping[str, str]) -> Converted:
    """The template that a letter of Word's mail merge becomes; `asked` gives our field for a name of its own.

    Raises CannotAct for a file that cannot be a template, or that has no such field.
    """
    if unreadable := next((each for each in unfit(docx) if each.code not in _CAN_BE_TURNED), None):
        reason = unreadable.reason[:1].upper() + unreadable.reason[1:]
        raise CannotAct(f"{reason}.", unreadable.fix)
    new, done = turned(docx, asked)
    left = tuple(_left(new))
    if not (done or left):
        raise CannotAct(
            "It has no field of Word's mail merge.", "See what is wrong: eitherway templates lint"
        )
    return Converted(new, tuple(done), left, tuple(_names(docx)))


def unknown_field(ours: str) -> str:
    """What is wrong with the name of one of our fields, "" if nothing."""
    typed = f"{{{{ {ours} }}}}"
    tag = next(tags(typed))
    if tag.text != typed:
        return f'"{ours}" is not a field.'
    found = Reader(sample("longest").fields, frozenset()).faults(tag)
    return f"{found[0].message} {found[0].fix}" if found else ""


def _names(docx: bytes) -> dict[str, None]:
    fields = (field for each in _paragraphs(docx) for field in each.fields)
    return {field.argument: None for field in fields if field.name in NAMED and field.argument}


def _paragraphs(docx: bytes) -> list[Paragraph]:
    return paragraphs(Document(BytesIO(standard(docx))))


def _left(docx: bytes) -> Iterator[Fault]:
    for paragraph in _paragraphs(docx):
        for field in dict.fromkeys(paragraph.fields):
            if unfitting := unfit_field(field):
                message = unfitting.reason[:1].upper() + unfitting.reason[1:]
                fix = _fix(field) if unfitting.code == FaultCode.WORD_FIELD else unfitting.fix
                yield at(
                    error(FaultCode(unfitting.code), f"{message}.", fix, " ".join(field.said.split())),
                    paragraph,
                )


def _fix(field: WordField) -> str:
    if field.name in NAMED and field.argument:
        return (
            f'Say which field of ours it is with --map "{field.argument}=FIELD" '
            "(docs/templates.md lists them), or type its text in Word."
        )
    return instead(field)[1]
