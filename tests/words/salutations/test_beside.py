from __future__ import annotations

import pytest

from eitherway.words.salutations.beside import alone, stands_alone


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Priya (HR)", "Priya"),
        ("Ana [she/her] Silva", "Ana Silva"),
        ("Ana Silva she/they", "Ana Silva"),
        ("Sarah, recruiter", "Sarah"),
        ("Ana Silva, Recruiter, Northwind", "Ana Silva"),
        ("Okafor, Ngozi, PhD", "Okafor, Ngozi, PhD"),
        ("Judge, Aaron", "Judge, Aaron"),
        ("Ana Silva \N{EN DASH} Hiring Manager", "Ana Silva"),
        ("Attn: Ana Silva", "Ana Silva"),
        ("Ana  Silva ,", "Ana Silva"),
        ("(HR)", "(HR)"),
    ],
)
def test_the_name_alone(cell: str, name: str) -> None:
    assert alone(cell) == name


@pytest.mark.parametrize(
    "name", ["Ana Silva", "J. K. Rowlingson", "Siobhán O'Brien", "Nguyễn", "ANA SILVA", "Dean Smith"]
)
def test_a_name_that_stands_alone(name: str) -> None:
    assert stands_alone(name)


@pytest.mark.parametrize(
    "cell", ["Dr. Okafor", "Ana Silva PhD", "Ana Silva MRCGP", "Okafor, Ngozi", "Ana (HR)", "", "Ana 🎉"]
)
def test_a_cell_that_needs_a_closer_look(cell: str) -> None:
    assert not stands_alone(cell)
