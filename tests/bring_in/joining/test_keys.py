"""When two companies, roles or people are the same."""

from __future__ import annotations

import pytest

from eitherway.bring_in.joining.keys import company_key, person_key, role_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ACME, Inc.", "acme"),
        ("Müller GmbH & Co. KG", "Mueller"),
        ("Société Générale S.A.", "societe generale"),
        ("The Body Shop Ltd", "Body Shop"),
    ],
)
def test_one_company_under_two_names(one: str, other: str) -> None:
    assert company_key(one) == company_key(other)


def test_other_companies_stay_apart() -> None:
    assert len({*map(company_key, ("Acme", "Acme Robotics", "Group", "Co"))}) == 4


def test_one_role_and_one_person_under_two_names() -> None:
    assert role_key("Data Analyst (m/w/d)") == role_key("data-analyst")
    assert person_key("Okafor, Ngozi") == person_key("Dr. Ngozi OKAFOR")
