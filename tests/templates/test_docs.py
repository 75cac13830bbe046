"""docs/templates.md names every field there is and no other, and its examples work."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from eitherway.letters.owed.plan import plan_letters
from eitherway.letters.template.environment import FILTERS, MOST_TURNS
from eitherway.model.letter_kinds import DEFAULT_TONE
from tests.letters.merging import own_template, text, written
from tests.letters.workbooks import workbook

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```jinja\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def test_the_page_lists_every_field_once_and_no_other() -> None:
    (letter,) = plan_letters(*workbook())
    fields = PAGE.partition("## Only when")[0]
    assert re.findall(r"^\| `([\w.]+)` \|", fields, re.MULTILINE) == list(_names(letter.fields))


def test_the_page_lists_the_filters_and_the_limit_of_loops() -> None:
    listed = PAGE[PAGE.index("the filters `") :]
    assert tuple(re.findall(r"`(\w+)`", listed.partition(":")[0])) == FILTERS
    assert re.search(rf"most\s+{MOST_TURNS} things", PAGE)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[:20])
def test_an_example_on_the_page_can_be_merged(example: str, tmp_path: Path) -> None:
    own_template(tmp_path, *example.splitlines(), tone=DEFAULT_TONE.lower())
    merged = text(written(plan_letters(*workbook())[0], tmp_path))
    assert not re.search(r"[{}%]", merged)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 4


def _names(fields: Mapping[str, object], within: str = "") -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, Mapping):
            yield from _names(value, f"{within}{name}.")
        else:
            yield within + name


def test_every_letter_stands_on_its_page_as_the_templates_have_it() -> None:
    make = Path(__file__).parents[2] / "docs" / "make_letters_page.py"
    code = "import runpy, sys; sys.stdout.reconfigure(encoding='utf-8'); "
    code += "print(runpy.run_path(sys.argv[1])['page']())"
    run = subprocess.run([sys.executable, "-c", code, make], capture_output=True, check=True)
    page = run.stdout.decode().replace("\r\n", "\n")
    assert page.rstrip() == make.with_name("letters.md").read_text("utf-8").rstrip(), (
        f"run python {make.name}"
    )
