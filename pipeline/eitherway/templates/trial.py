"""A template tried out: its form, what its letters say, and whether they fit one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from eitherway.letters.template.astray import OF_WORD
from eitherway.letters.template.faults import Fault, FaultCode
from eitherway.letters.template.folders import INTERVIEW_CARD, short_name
from eitherway.letters.template.template_file import read_template as read_file
from eitherway.machine.pictures import NoPicture, page_counts
from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.model.letter_kinds import KINDS, OF_ANOTHER_NAME
from eitherway.proof.letters.reading import ADVICE
from eitherway.proof.prose.manuscript import Dialect, Known, Manuscript, Person
from eitherway.templates.linter import Read, read_template
from eitherway.templates.samples import LANGUAGES, PANEL, Sample
from eitherway.templates.wordings import Wording

if TYPE_CHECKING:
    from eitherway.proof.text import Proofreader

_OF_ANY_LETTER = (
    FindingCode.NO_ASK,
    FindingCode.NO_EITHER_WAY,
    FindingCode.GIFT,
    FindingCode.SOCIAL_INVITATION,
    FindingCode.TITLE_ADDRESSED,
)
"""What can be said of a letter out of which broken tags were left, besides leftovers that no tag made."""

_OF_WORDS = (FindingCode.SPELLING, FindingCode.GRAMMAR, FindingCode.CONFUSED_WORD, FindingCode.TONE)
_ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th")
_EACH_WORDING = dict.fromkeys(
    (FindingCode.NO_ASK, FindingCode.NO_EITHER_WAY),
    "Letters are written without it, too. Where there is a pick, each of its wordings needs it.",
)


class Tried(NamedTuple):
    """A letter that a template makes, as proofreading takes it."""

    sample: Sample
    wording: Wording
    manuscript: Manuscript


def lint(files: Sequence[Path], soffice: Path | None) -> list[Fault]:
    """All faults of these templates. Pages are counted with LibreOffice; without it, that is said.

    Raises OSError for a file that cannot be read.
    """
    templates = [read_template(short_name(file), read_file(file)) for file in files]
    pages = _pages(templates, soffice)
    return [
        fault
        for template, of_pages in zip(templates, pages, strict=True)
        for fault in (*template.faults, *_said(template), *of_pages)
    ]


def found(place: Path) -> list[Path]:
    """The templates that a user means by a file or a folder."""
    if not place.is_dir():
        return [place]
    files = (file for file in place.rglob("*") if file.suffix.casefold() in OF_WORD and file.is_file())
    return sorted(file for file in files if file.name[0] not in "~." and file.name != INTERVIEW_CARD)


def known(letters: Iterable[Sample]) -> Known:
    """What a workbook of just these letters would name."""
    fields = [each.fields for each in letters]
    return Known(
        people=_distinct(_text(each, "recipient", "name") for each in fields),
        companies=_distinct(_text(each, "company") for each in fields),
        roles=_distinct(_text(each, "role") for each in fields),
    )


def _said(template: Read) -> Iterator[Fault]:
    """What proofreading finds in the template's letters: each thing once, with whose letters it is in."""
    from eitherway.proof.text import Proofreader  # noqa: PLC0415 - a template without letters needs no dictionary

    letters = [_tried(template.name, *each) for each in template.letters]
    if not letters:
        return
    read = _remembering(Proofreader(), known(each.sample for each in letters))
    met: dict[tuple[str, str, str], Fault] = {}
    turns: dict[tuple[str, str, str], set[int]] = {}
    for each in letters:
        for finding in read(each.manuscript):
            if _counts(template, each, finding):
                fault = _fault(template.name, each, finding)
                key = (fault.code, fault.where, fault.field)
                met.setdefault(key, fault)
                turns.setdefault(key, set()).add(each.sample.turn)
    for key, fault in met.items():
        yield replace(fault, message=fault.message + _whose(turns[key], template.turns))
    if template.whole:
        yield from _near_copies(template.name, letters)


def _remembering(proofreader: Proofreader, names: Known) -> Callable[[Manuscript], list[Finding]]:
    """Letters that broken tags were left out of are often alike: each text is read once."""
    met: dict[tuple[str, str], list[Finding]] = {}

    def read(manuscript: Manuscript) -> list[Finding]:
        key = (manuscript.text, manuscript.dialect)
        if key not in met:
            met[key] = proofreader.read(manuscript, names)
        return met[key]

    return read


def _counts(template: Read, tried: Tried, finding: Finding) -> bool:
    """Whether the template is to blame; the words of a cell are proofread where they are typed."""
    words = tried.wording.text[finding.start : finding.end]
    paragraph = tried.wording.paragraph_at(finding.start)
    of_a_cell = bool(words) and paragraph is not None and words not in paragraph.text
    if finding.severity is Severity.INFO or (of_a_cell and finding.code in _OF_WORDS):
        return False
    if finding.code is FindingCode.LEFTOVER:
        return not any(
            each.field and (each.field in words or words in each.field) for each in template.faults
        )
    return template.whole or finding.code in _OF_ANY_LETTER


def _tried(name: str, sample: Sample, wording: Wording) -> Tried:
    fields = sample.fields
    kind = Path(name).stem
    manuscript = Manuscript(
        text=wording.text,
        to=Person(_text(fields, "recipient", "name"), email=_text(fields, "recipient", "email")),
        sender=_text(fields, "sender", "name"),
        company=_text(fields, "company"),
        role=_text(fields, "role"),
        dialect=Dialect.UK if sample.language == LANGUAGES[1] else Dialect.US,
        kind=kind if kind in KINDS else OF_ANOTHER_NAME,
        greeting=_text(fields, "recipient", "greeting"),
        decided=kind == "after-no",
    )
    return Tried(sample, wording, manuscript)


def _fault(name: str, tried: Tried, finding: Finding) -> Fault:
    words = tried.wording.text[finding.start : finding.end]
    paragraph = tried.wording.paragraph_at(finding.start) if words else None
    return Fault(
        code=finding.code.value,
        severity=Severity.WARNING if finding.code in ADVICE else finding.severity,
        message=ADVICE.get(finding.code, finding.message),
        fix=_EACH_WORDING.get(finding.code, ""),
        field=words,
        where=str(paragraph) if paragraph else "",
        paragraph=paragraph.number if paragraph else 0,
        template=name,
    )


def _near_copies(name: str, letters: Sequence[Tried]) -> Iterator[Fault]:
    from eitherway.proof.text.copies import near_copies  # noqa: PLC0415 - as above

    usual = [
        each for each in letters if (each.sample.size, each.sample.language) == ("typical", LANGUAGES[0])
    ]
    panel = usual[:PANEL]
    copies = near_copies([each.manuscript for each in panel])
    alike = {each.sample.turn for each, findings in zip(panel, copies, strict=True) if findings}
    if alike:
        message = f"The letters to a panel of {PANEL} would read alike.{_whose(alike, PANEL)}"
        fix = "Write several wordings with pick; docs/templates.md shows how."
        yield Fault(FindingCode.NEAR_COPY.value, Severity.WARNING, message, fix, template=name)


def _pages(templates: Sequence[Read], soffice: Path | None) -> list[list[Fault]]:
    """For each template, whether its longest letters fit one page: LibreOffice takes them all at once."""
    letters = [template.pages() for template in templates]
    try:
        counts = iter(page_counts(soffice, [each for few in letters for each in few])) if soffice else None
        none = "" if counts else "LibreOffice was not found, so pages were not counted."
    except NoPicture as trouble:
        counts, none = None, f"Pages were not counted: {trouble}"
    return [
        _paged(template.name, few, counts, none) for template, few in zip(templates, letters, strict=True)
    ]


def _paged(name: str, letters: Sequence[bytes], counts: Iterator[int] | None, none: str) -> list[Fault]:
    if not letters:
        return []
    if counts is None:
        fix = "Install LibreOffice, or look at a letter in Word."
        return [Fault(FaultCode.PAGES_NOT_COUNTED, Severity.INFO, none, fix, template=name)]
    most = max(islice(counts, len(letters)))
    if most == 1:
        return []
    message = f"With the longest texts that are tried, a letter takes {most} pages."
    fix = "Shorten it, or make its type, its spaces or its margins smaller."
    return [Fault(FaultCode.PAGES, Severity.ERROR, message, fix, template=name)]


def _whose(turns: set[int], of: int) -> str:
    """Which of a panel get the letters in question; "" if all do."""
    few = [_ORDINALS[turn - 1] for turn in sorted(turns) if turn <= len(_ORDINALS)]
    if len(turns) == of or not few:
        return ""
    said = few[0] if len(few) == 1 else f"{', '.join(few[:-1])} and {few[-1]}"
    letters = "letter" if len(few) == 1 else "letters"
    return f" (In the {letters} to the {said} of a panel.)"


def _text(fields: Mapping[str, object], *path: str) -> str:
    found: object = fields
    for part in path:
        found = found[part] if isinstance(found, Mapping) else ""
    return str(found)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
