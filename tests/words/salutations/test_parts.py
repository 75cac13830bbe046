from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.words.salutations.parts import Parts, parts
from tests.words.salutations.names import FULL_NAMES

BY_GIVEN_NAME = {"Björk Guðmundsdóttir": "Björk"}
"""The list salutes her by her father's name; in Iceland nobody does."""


@pytest.mark.parametrize(("full", "family"), FULL_NAMES.items())
def test_what_follows_an_honorific(full: str, family: str) -> None:
    assert parts(full).family == BY_GIVEN_NAME.get(full, family)
    assert parts(f"Dr. {full}").family == BY_GIVEN_NAME.get(full, family)


@pytest.mark.parametrize(
    ("name", "honorific", "given", "family"),
    [
        ("Dr. Ngozi Okafor, PhD", "Dr.", "Ngozi", "Okafor"),
        ("Okafor, Dr. Ngozi", "Dr.", "Ngozi", "Okafor"),
        ("Prof. Dr. Hans Müller", "Prof. Dr.", "Hans", "Müller"),
        ("The Rev. Grace Okonkwo", "Rev.", "Grace", "Okonkwo"),
        ("Engr. Chukwu Obi", "Engr.", "Chukwu", "Obi"),
        ("Dr.Ngozi Okafor", "Dr.", "Ngozi", "Okafor"),
        ("Ms. Dean", "Ms.", "", "Dean"),
        ("Dean Smith", "", "Dean", "Smith"),
        ("King Charles", "", "Charles", "Charles"),
        ("Wulandari", "", "Wulandari", "Wulandari"),
        ("J. K. Rowlingson", "", "J. K.", "Rowlingson"),
        ("Lotte M. van der Berg", "", "Lotte", "van der Berg"),
        ("van der Berg, Lotte", "", "Lotte", "van der Berg"),
        ("García Márquez, Gabriel", "", "Gabriel", "García Márquez"),
        ("María José García Fernández", "", "María José", "García Fernández"),
        ("José Ortega y Gasset", "", "José", "Ortega y Gasset"),
        ("Carlos Alberto Fernández", "", "Carlos Alberto", "Fernández"),
        ("Ana Beatriz Silva", "", "Ana Beatriz", "Silva"),
        ("Muthu a/l Samy", "", "Muthu", "Muthu"),
        ("Jón Sigurðsson", "", "Jón", "Jón"),
        ("Eric Anderson", "", "Eric", "Anderson"),
        ("Sofía Wilson", "", "Sofía", "Wilson"),
        ("Сидоров Иван Петрович", "", "Иван Петрович", "Сидоров"),
        ("Robert (Bob) Smith", "", "Robert", "Smith"),
        ("NGOZI OKAFOR", "", "NGOZI", "OKAFOR"),
        ("ngozi okafor", "", "ngozi", "okafor"),
    ],
)
def test_parts(name: str, honorific: str, given: str, family: str) -> None:
    known = parts(name)
    assert (known.honorific, known.given, known.family) == (honorific, given, family)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Deng Xiaoping", "Deng"),
        ("Zhang Wei", "Zhang"),
        ("Lee Kuan Yew", "Lee"),
        ("Ng Wei Ling", "Ng"),
        ("Choi Minho", "Choi"),
        ("Trần Văn Minh", "Trần"),
        ("Nguyen Thi Hoa", "Nguyen"),
        ("Sato Haruka", "Sato"),
        ("Kurosawa Emi", "Kurosawa"),
        ("Nagy János", "Nagy"),
        ("Kovács Zsófia", "Kovács"),
    ],
)
def test_a_family_name_that_stands_first_is_only_suggested(name: str, family: str) -> None:
    known = parts(name)
    assert (known.family, known.family_first, known.certain) == (family, True, False)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Wei Zhang",
            "Grace Chen",
            "Soo-jin Kim",
            "Tuan Nguyen",
            "Mei Lin Wong",
            "Emi Kurosawa",
            "Zsófia Kovács",
        ),
        *(
            "Kim Clark",
            "Lee Nelson",
            "Jo Cox",
            "Kim Page",
            "Long Miller",
            "May Brown",
            "Mori Klein",
            "Kiss Smith",
        ),
    ],
)
def test_a_family_name_that_stands_last(name: str) -> None:
    known = parts(name)
    assert (known.family, known.family_first, known.certain) == (name.rsplit(maxsplit=1)[-1], False, True)


def test_scripts_with_a_known_order_are_certain() -> None:
    assert parts("山田 太郎") == Parts("山田 太郎", "山田 太郎", "", "太郎", "山田", "", True, True)


@pytest.mark.parametrize(
    ("name", "written", "full"),
    [
        ("Dr. Ngozi Okafor, PhD", "Dr. Ngozi Okafor, PhD", "Ngozi Okafor"),
        ("John Smith Jr. (HR)", "John Smith Jr.", "John Smith"),
        ("Okafor, Dr. Ngozi, PhD", "Dr. Ngozi Okafor, PhD", "Ngozi Okafor"),
        ("Ana Silva, recruiter, Northwind", "Ana Silva", "Ana Silva"),
        ('Robert "Bob" Smith', "Robert Smith", "Robert Smith"),
        ("Ana 🎉 Silva", "Ana Silva", "Ana Silva"),
    ],
)
def test_as_it_is_written_and_read(name: str, written: str, full: str) -> None:
    assert parts(name)[:2] == (written, full)


@given(st.text())
def test_any_text_has_parts(text: str) -> None:
    known = parts(text)
    assert bool(known.full) == bool(known.family) == bool(text.strip())
