"""The letter that every mail merge is measured with: one page, 180 words, 20 fields, header and footer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml

NAMES = (
    "sender_name", "sender_email", "sender_phone", "sender_street", "sender_city",
    "date", "name", "title", "company", "street", "city", "greeting", "role", "point",
    "met_on", "why", "reference", "channel", "decision", "close",
)  # fmt: skip
HEADER, FOOTER = "[sender_name] · [sender_phone]", "[sender_email] · [reference]"
BODY = """[sender_name], [sender_street], [sender_city]
[date]
[name], [title], [company], [street], [city]
Dear [greeting],
Thank you for taking the time on [met_on] to talk with me about the position of [role] at [company]. \
I enjoyed our conversation, and above all what you told me about [point]. It is the kind of work \
that I have looked for.
I keep thinking about your question of how to begin in the first weeks. I would sit with the people \
who use the reports every day, ask them what they do with each number, and only then change \
anything. In my last position this took a month, and it saved the team a day of work in each week \
that followed, because half of the tables turned out to be printed and never read by anyone.
I would be glad if you offered me this position, because [why]. My references, and the plan that I \
promised, will reach you by [channel] this week; please tell me if you need anything else from me \
before then, and I will send it the same day.
You said that you hope to decide by [decision]. Whatever you decide, please let me know either way, \
so that I can plan the months ahead.
[close],
[sender_name]"""


def template(file: Path, field: str, styled: Path | None = None) -> Path:
    """The letter as a template, fields named as `field` does, "{{ %s }}"; with the styles of `styled`."""
    document = _emptied(styled) if styled else Document()
    section = document.sections[0]
    _add(section.header.paragraphs[0], HEADER, field)
    _add(section.footer.paragraphs[0], FOOTER, field)
    for line in BODY.splitlines():
        _add(document.add_paragraph(), line, field)
    document.save(str(file))
    return file


def fields(number: int) -> dict[str, str]:
    """What the letter of that number says."""
    named = {name: f"{name.replace('_', ' ')} {number}" for name in NAMES}
    return {**named, "company": f"Smith & Daughters {number}"}


def _emptied(template: Path) -> Any:
    document = Document(str(template))
    section = document.sections[0]
    for part in (document.element.body, section.header._element, section.footer._element):
        for element in [each for each in part if not each.tag.endswith("}sectPr")]:
            part.remove(element)
    section.header.add_paragraph()
    section.footer.add_paragraph()
    return document


def _add(paragraph: Any, text: str, field: str) -> None:
    for number, piece in enumerate(text.replace("]", "[").split("[")):
        if number % 2 == 0:
            paragraph.add_run(piece)
        elif field.startswith("<"):
            paragraph._p.append(parse_xml(field % piece))
        else:
            paragraph.add_run(field % piece)
