"""Address books as programs write them: LinkedIn, Google old and new, Outlook in English and German.

The headers are the programs' own, all of them and in their order; the people are made up. The golden file
beside each says who comes of it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eitherway.bring_in.importing import read_files
from eitherway.bring_in.mapping.said import Said
from tests.bring_in.outcomes import WAYS

FOLDER = Path(__file__).parent / "address_books"
BOOKS = sorted(FOLDER.glob("*.csv"))


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_people_are_those_of_the_golden_file(path: Path) -> None:
    golden = json.loads(path.with_name(f"{path.name}.expected.json").read_text("utf-8"))
    assert people(path) == golden


def people(path: Path) -> list[dict[str, object]]:
    """The rows of Interviewers to be."""
    brought = read_files([path], Said(), WAYS)
    assert not brought.applications
    return [{**each.cells, "Notes": each.notes} for each in brought.address_book]


def test_entries_without_a_name_are_told(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(
        "First Name,Last Name,Organization Name,E-mail 1 - Value\n"
        "Ada,Lovelace,Society,ada@example.test\n,,Only a company,\n,,,lonely@example.test\n",
        encoding="utf-8",
    )
    brought = read_files([path], Said(), WAYS)
    assert [each.cells["Interviewer"] for each in brought.address_book] == ["Ada Lovelace"]
    assert brought.said == ["contacts: 2 entries without anybody's name are left out (row 3, 4)."]
