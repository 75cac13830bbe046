"""The demo's interviewers: names of many kinds, as they come."""

from __future__ import annotations

Row = dict[str, object]


def interviewers() -> list[Row]:
    """The rows of Interviewers; what is empty is left out."""
    return [
        {
            "Interviewer": name,
            "Greet as": greeting,
            "Title": title,
            "Company": company,
            "Email": f"{mailbox}@{DOMAINS[company]}.example" if mailbox else "",
            **MORE.get(name, {}),
        }
        for company, people in PEOPLE.items()
        for name, greeting, title, mailbox in people
    ]


PEOPLE = {
    "Northwind Analytics": (
        ("Rachel Goldberg", "Rachel", "Talent Partner", "rachel.goldberg"),
        ("Nguyễn Thị Mai Anh", "Mai Anh", "Head of Reporting", "mai.anh.nguyen"),
        ("Jürgen Müller", "", "Principal Analyst", "juergen.mueller"),
        ("Carmen Delgado Ruiz", "Ms. Delgado", "Director of Forecasting", "c.delgado"),
        ("Dan Whitfield", "Dan", "Warehouse Systems Lead", "dan.whitfield"),
    ),
    "Harbourlight Health": (
        ("Anneliese Brandt", "", "Recruiter", "anneliese.brandt"),
        ("Dr. Chidi Okafor", "Dr. Okafor", "Chief Medical Information Officer", "c.okafor"),
        ("Siobhán O'Brien", "", "Clinical Trials Manager", "s.obrien"),
        ("Marcus Bell", "", "Data Steward", ""),
    ),
    "Castellan Robotics": (
        ("Kwame Asante", "Kwame", "Test Engineering Manager", "kwame.asante"),
        ("María José García Fernández", "Ms. García", "Field Reliability Engineer", "mj.garcia"),
        ("Sato Haruka", "Ms. Sato", "Quality Director", "h.sato"),
        ("Wulandari", "", "Technical Writer", "wulandari"),
    ),
    "Saltmarsh Energy": (("Amara Diallo", "", "Demand Forecasting Lead", "amara.diallo"),),
    "Fernbank Insights": (
        ("Henrik Sørensen", "Henrik", "Research Director", "henrik.sorensen"),
        ("Aoife Ní Dhomhnaill", "Aoife", "Languages Lead", "aoife"),
        ("Zhang Wei", "Mr. Zhang", "Head of Methods", "wei.zhang"),
        ("Grace Kim", "Grace", "Office Coordinator", "grace.kim"),
    ),
    "Brightwater Council": (
        ("Ifeoma Eze", "", "Head of Planning", "i.eze"),
        ("Callum Reid", "Callum", "Flood Risk Engineer", "c.reid"),
        ("Leila Haddad", "Ms. Haddad", "Transport Planner", "l.haddad"),
    ),
    "Meridian Transit": (
        ("Tomasz Wójcik", "", "Timetable Planner", "t.wojcik"),
        ("Fatima Al-Sayed", "Ms. Al-Sayed", "Director of Operations", "fatima.alsayed"),
    ),
    "Juniper Street Press": (("Priya Raghunathan", "Priya", "Managing Editor", "priya"),),
    "Ridgeway College": (("Gwen Pritchard", "", "Head of Adult Learning", "g.pritchard"),),
    "Tallgrass Insurance": (("Mikhail Sokolov", "", "Chief Actuary", "mikhail.sokolov"),),
}

DOMAINS = {company: "".join(company.lower().split()[:-1]) for company in PEOPLE}

MORE: dict[str, Row] = {
    "Dan Whitfield": {
        "Channel": "Post",
        "Address": "1400 Granary Road, Dock 6\nTacoma, WA 98402",
        "Notes": "Rarely reads e-mail; is on the floor most of the day.",
    },
    "Dr. Chidi Okafor": {
        "Channel": "Both",
        "Address": "Harbourlight Research Wing\n88 Seawall Road\nPortland, ME 04101",
    },
    "Nguyễn Thị Mai Anh": {"Notes": "The family name comes first; she goes by Mai Anh."},
    "Sato Haruka": {"Notes": "The family name comes first."},
    "Marcus Bell": {"Notes": "Joined the call ten minutes before its end."},
    "Gwen Pritchard": {"Channel": "Post", "Address": "7 Mill Lane\nHood River, OR 97031"},
}
