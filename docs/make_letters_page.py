"""Write docs/letters.md: every kind of letter in every tone, printed whole, so that anyone can read what
goes out.

Run `python docs/make_letters_page.py` after a change to the templates; a test holds the page to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eitherway.letters.template.form import form
from eitherway.letters.template.shipped import shipped_templates
from eitherway.model.letter_kinds import KINDS, TONES
from eitherway.templates.samples import sample
from eitherway.templates.wordings import wordings

PAGE = Path(__file__).with_name("letters.md")

WORDINGS = 8

OPENING = """\
# Every letter, printed whole

*This page is made from the shipped templates by `python docs/make_letters_page.py`.*

Each kind in each tone, as an e-mail and as a letter, in American English, with what an ordinary workbook
holds; then all wordings of an e-mail, in the order in which a panel of eight would get them. People and
firms are made up. How a template works stands in [templates.md](templates.md).
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([OPENING, *(line for kind in KINDS for line in _kind(kind))])


def _kind(kind: str) -> Iterator[str]:
    yield f"## {kind}\n"
    for tone in map(str.lower, TONES):
        for name in (f"{kind}.email", kind):
            file = shipped_templates() / tone / f"{name}.docx"
            if file.is_file():
                yield from _printed(tone, name, file)


def _printed(tone: str, name: str, file: Path) -> Iterator[str]:
    is_email = name.endswith(".email")
    yield f"### {tone} {name.removesuffix('.email')}, {'an e-mail' if is_email else 'on paper'}\n"
    turns = range(1, WORDINGS + 1 if is_email or name == KINDS[-1] else 2)
    for turn in turns:
        yield "```text"
        yield _text(file, turn)
        yield "```\n"


def _text(file: Path, turn: int) -> str:
    fields: dict[str, Any] = dict(sample("typical", turn=turn).fields)
    fields["channel"] = "Both" if turn % 2 else "Email"
    made = wordings(form(file.read_bytes(), fields))
    assert made is not None
    return "\n\n".join(text for _, text in made.lines(fields))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
