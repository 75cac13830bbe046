"""Who is named in a cell."""

from __future__ import annotations

import pytest

from eitherway.bring_in.cells.people import people_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Priya Nair", ["Priya Nair"]),
        ("Tom & Ana", ["Tom", "Ana"]),
        ("Tom Baker, Ana Silva and Li Wei", ["Tom Baker", "Ana Silva", "Li Wei"]),
        ("Okafor, Ngozi", ["Okafor, Ngozi"]),
        ("Fr. Lorenz / Hr. Kühn", ["Fr. Lorenz", "Hr. Kühn"]),
        ("María Pérez y Juan Soto", ["María Pérez", "Juan Soto"]),
        ("Nguyễn Thị Hà", ["Nguyễn Thị Hà"]),
        ("with Priya", ["Priya"]),
        ("HR team", []),
        ("tbd", []),
        ("n/a", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [person.name for person in people_in(text)[0]] == names


def test_what_stands_beside_a_name_is_kept() -> None:
    people, left = people_in("Jo Park (CTO); Lena Fischer <lena@x.example>; HR team; Raj, +44 20 7946 0000")
    assert [(each.name, each.title, each.email, each.phone) for each in people] == [
        ("Jo Park", "CTO", "", ""),
        ("Lena Fischer", "", "lena@x.example", ""),
        ("Raj", "", "", "+44 20 7946 0000"),
    ]
    assert left == "HR team"


def test_no_address_is_lost() -> None:
    people, _ = people_in("a@x.example; b@x.example")
    assert [each.email for each in people] == ["a@x.example", "b@x.example"]


def test_a_list_of_first_names_is_no_family_name_first() -> None:
    assert [each.name for each in people_in("Tom, Ana", family_first=False)[0]] == ["Tom", "Ana"]
