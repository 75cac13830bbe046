"""What an application is called: by its label, or by its company and its role where it has none."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from eitherway.words.names import folded


def labelled(applications: pd.DataFrame) -> pd.DataFrame:
    """The applications, those without a label named "Company - Role" where both are there."""
    label, company, role = (applications[name] for name in ("Application", "Company", "Role"))
    named = (label == "") & (company != "") & (role != "")
    return (
        applications.assign(Application=label.mask(named, company + " - " + role))
        if named.any()
        else applications
    )


def by_company(interviews: pd.DataFrame, applications: pd.DataFrame) -> pd.DataFrame:
    """The conversations; one that names a company with a single application means that application."""
    unknown = set(interviews["Application"]) - set(applications["Application"])
    if not unknown:
        return interviews
    labels = {folded(label) for label in applications["Application"]}
    companies = [*map(folded, applications["Company"])]
    single = {company for company, number in Counter(companies).items() if number == 1 and company} - labels
    meant = {
        key: label for key, label in zip(companies, applications["Application"], strict=True) if key in single
    }
    typed = interviews["Application"]
    other = {text: meant[key] for text in unknown if (key := folded(text)) in meant and meant[key]}
    return interviews.assign(Application=typed.replace(other)) if other else interviews
