"""The letters that lint reads are those that a run would write."""

from __future__ import annotations

from pathlib import Path

import pytest

from eitherway.letters.template.shipped import shipped_templates
from eitherway.letters.text import text_of
from eitherway.templates.linter import merged, read_template
from eitherway.templates.samples import PANEL
from tests.letters.template.templates import docx

SHIPPED = sorted(shipped_templates().glob("*/*.docx"))


@pytest.mark.parametrize("template", SHIPPED, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_lint_reads_what_is_merged(template: Path) -> None:
    content = template.read_bytes()
    read = read_template(template.name, content)
    assert len(read.letters) == PANEL * 6
    for sample, wording in read.letters[::5]:
        assert wording.text == text_of(merged(content, sample)).text


def test_a_broken_tag_hides_no_other_word_and_each_word_knows_its_paragraph() -> None:
    template = docx(
        "Ms. Above", "Dear {{ nmae }},", "{%p if oops %}", "We met.", "{%p endif %}", "{{ role", "Bye & <x>"
    )
    read = read_template("x", template)
    assert not read.whole
    _, wording = read.letters[0]
    assert wording.text == "Dear ,\n\nWe met.\n\nBye & <x>"
    paragraph = wording.paragraph_at(wording.text.index("met"))
    assert paragraph is not None
    assert paragraph.number == 4


def test_as_many_letters_are_read_as_a_pick_has_wordings() -> None:
    read = read_template("x", docx("{% pick %}a" + "{% or %}b" * 7 + "{% endpick %}"))
    assert read.turns == 8
