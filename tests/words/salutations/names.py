"""What people type where a name belongs, and the labelled lists that stand beside the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_PROOF = Path(__file__).parents[4] / "shared" / "proof"


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def labelled(name: str) -> list[dict[str, Any]]:
    """The rows of a labelled list; none where there is no such list."""
    file = _PROOF / name
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return [json.loads(line) for line in text.splitlines()]


LABELLED = {each["text"]: each["label"] == "title" for each in labelled("title_or_name.jsonl")}
FULL_NAMES = {each["full"]: each["salute_last"] for each in labelled("names.jsonl")}

TITLES = lines("""
    Hiring Manager
    HR Director
    To whom it may concern
    Hiring Team
    Sir/Madam
    Dear Sir or Madam
    Recruiter
    Head of Engineering
    head of engineering
    Head of Learning and Growth
    R&D Manager
    Health and Safety Officer
    Founder & CEO
    HR / Recruiting
    VP, Sales
    Director, Nursing
    Director, Widgets
    Recruiter at Northwind
    Recruiter - Northwind
    Hiring Manager, Ana Silva
    Northwind Hiring Manager
    Vice-President
    V.P. of Sales
    Chief Happiness Engineer
    Principal Engineer
    Editor-in-Chief
    Head Cook
    Madam Chair
    Mr. President
    Associate Dean
    Dean's Office
    Senior Phlebotomist
    Ladies and Gentlemen
    All
    Ms.
    Dr.
    (Recruiter)
    Headteacher
    Bishop
    Sheriff
    Chaplain
    Foreman
    Talent Acquisition Partner
    HR Business Partner
    People & Culture Team
    The Board
    The Interview Panel
    Deputy Head
    Charge Nurse
    Senior Vice President
    Chair of the Board
    Founding Partner
    Principal Investigator
    Point of Contact
    Responsible Person
    New Boss
    Hiring Mgr.
    Sr. Recruiter
    Recruiter 1
    Interviewer #2
    Panel Member 3
    PA to the CEO
    Respected Sir/Madam
    Dear Hiring Manager
    Mesdames
    Mr. Mayor
    Reception
""")

NAMES = lines("""
    Ms. Dean
    Chance Director-Okoye
    Mr. Manager-Jones
    Dean Smith
    Dean
    Chef Ramsay
    Judge O'Shaughnessy
    Chief Okafor
    Judge, Aaron
    Cook, Susan
    Aaron Judge
    George Foreman
    Farokh Engineer
    Hunter Fisher
    Mr. Head
    Ms. Banks
    Ana Silva, Recruiter
    Ana Silva - Hiring Manager
    Ana Silva (Head of Data)
    Ana Silva (she/her)
    Ana Silva they/them
    Okafor, Ngozi
    Okafor, Ngozi, PhD
    Dr. Ngozi Okafor, PhD
    John Smith, Jr.
    Mary Smith, RN, CPA
    van der Berg, Lotte Maria
    Siobhán O'Brien
    Nguyễn Thị Mai
    Nguyễn
    Müller
    An
    The Anh
    Or Cohen
    Noa Or Levi
    Sandra Brand
    Muthu a/l Samy
    José Ortega y Gasset
    J. R. R. Tolkien
    山田太郎
    Q
    Mr. Judge
    Ms. Judge
    Mr. Lord
    Dr. Nurse
    Dr. Chief
    Mr. Clerk
    Ms. Bishop
    Mr. Chancellor
    Dr. Dean Head
    Mr. Baker
    Ms. Major
    Ms. Page
    Bishop Smith
    Sheriff Cook
    Principal Smith
    Chaplain Ruiz
    Detective Ruiz
    Sister Agnes
    Pastor Ruiz
    Justice Cook
    Sally Field
    Robert Plant
    Minnie Driver
    Edith Head
    Parker Posey
    Mason Reed
    Steward Okoye
    Grace Chancellor
    Jones-Manager, Ana
    Xi
""")

TWO = lines("""
    Ana Silva and Mei Chen
    Ana Silva AND Mei Chen
    Ana Silva / Mei Chen
    Ana/Mei
    Ana Silva; Mei Chen
    A & B
    Silva&Chen
    Ana Silva + Mei Chen
    Ana Silva or Mei Chen
    Ana Silva, Mei Chen
    Ana Silva, PhD, Mei Chen, MD
    Ana, Mei, Tom
    Smith, John; Doe, Jane
    Dr. Silva, Dr. Chen
    Mr. and Mrs. Smith
    Ana Silva and team
""")
