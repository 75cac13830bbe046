"""A template's letter as text, each line with the paragraph that it came from: also where the file is broken.

What cannot be merged is left out, so that one fault does not hide what is wrong with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple

from jinja2 import Template, TemplateError

from eitherway.letters.template.environment import LetterEnvironment
from eitherway.letters.template.form import Form
from eitherway.letters.template.pairs import Placed
from eitherway.letters.template.paragraphs import Paragraph
from eitherway.letters.template.tags import tags
from eitherway.letters.text import as_shown, text_of_plain

_LINE = re.compile("\x02(\\d+)\x03")


class Line(NamedTuple):
    """A paragraph of the letter: where it stands in the letter's text, and where it comes from."""

    start: int
    end: int
    paragraph: Paragraph


class Wording(NamedTuple):
    """What one reader would read, from the salutation on, paragraphs apart by an empty line."""

    text: str
    lines: tuple[Line, ...]

    def paragraph_at(self, place: int) -> Paragraph | None:
        """The template's paragraph of which a code point of the text was made."""
        return next((each.paragraph for each in self.lines if each.start <= place <= each.end), None)


@dataclass(frozen=True, slots=True)
class Wordings:
    """The letters that a template can become."""

    body: tuple[Paragraph, ...]
    compiled: Template

    def wording(self, fields: Mapping[str, object]) -> Wording | None:
        """The letter for these fields; None where it cannot be merged."""
        try:
            merged = self.compiled.render(dict(fields))
        except (TemplateError, TypeError, OverflowError, ValueError):
            return None
        return _wording(list(self._lines(merged)))

    def lines(self, fields: Mapping[str, object]) -> list[tuple[Paragraph, str]]:
        """Every paragraph that the letter has, what stands above the salutation included."""
        return list(self._lines(self.compiled.render(dict(fields))))

    def _lines(self, merged: str) -> Iterator[tuple[Paragraph, str]]:
        _, *found = _LINE.split(merged)
        for number, text in zip(found[::2], found[1::2], strict=True):
            shown = re.sub(r"\n\s*\n", "\n", as_shown(unescape(text))).strip()
            if shown:
                yield self.body[int(number)], shown


def wordings(form: Form) -> Wordings | None:
    """The letters of a template; None where not even its good tags make one."""
    body = tuple(each for each in form.paragraphs if not each.part)
    source = "".join(_source(number, each, form) for number, each in enumerate(body))
    try:
        return Wordings(body, LetterEnvironment().from_string(source))
    except (TemplateError, RecursionError, ValueError):
        return None


def alternatives(form: Form) -> int:
    """The most wordings that one `pick` offers: so many letters of a panel can differ."""
    most, counts = 1, [0]
    for tag in (tag for each in form.paragraphs for tag in tags(each.text) if tag.closed):
        if tag.verb == "pick":
            counts.append(1)
        elif tag.verb == "or":
            counts[-1] += 1
        elif tag.verb == "endpick" and len(counts) > 1:
            most = max(most, counts.pop())
    return most


def _source(number: int, paragraph: Paragraph, form: Form) -> str:
    """The paragraph in the language of templates; `{%p` leaves nothing of its paragraph but the tag."""
    pieces, place = [f"\x02{number}\x03"], 0
    for tag in tags(paragraph.text):
        kept = tag.closed and Placed(tag, paragraph) not in form.broken
        if kept and tag.around and tag.is_statement:
            return f"{{% {tag.words} %}}"
        pieces.append(escape(paragraph.text[place : tag.start], quote=False))
        place = tag.end
        if kept and tag.opening != "{#":
            pieces.append(f"{{% {tag.words} %}}" if tag.is_statement else f"{{{{ {tag.words} }}}}")
    return "".join([*pieces, escape(paragraph.text[place:], quote=False)])


def _wording(lines: list[tuple[Paragraph, str]]) -> Wording:
    read = text_of_plain("\n\n".join(text for _, text in lines))
    first = len(lines) - len(read.paragraphs)
    standing = zip(read.paragraphs, lines[first:], strict=True)
    return Wording(
        read.text, tuple(Line(each.start, each.end, paragraph) for each, (paragraph, _) in standing)
    )
