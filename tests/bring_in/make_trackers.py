"""Makes the trackers beside this file, in the habits of people's own sheets: python -m tests.bring_in.make_trackers.

Nothing is copied from a published template; the people and companies are made up. The files that nothing
here makes were typed as they stand. For sixteen of them it was written down, for each cell and before the first import,
where a person would put it; so many landed there at first sight: 293 of 301 (teal, emoji_headers, spanish_title,
french_two_interviews, german_merged_header, notes_with_interviews, airtable, rounds_free), 92 of 104 (merged_rows,
pivot_beside, huntr) and 103 of 120 (two_interviewer_columns, german_participants, closing_dates, french_ticks,
role_at_company), each group unseen until what the one before it showed was mended.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

FOLDER = Path(__file__).parent / "trackers"
Rows = Sequence[Sequence[object]]
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - document properties hold no time zone


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for make in (
        emoji,
        notion,
        linkedin,
        german,
        title_row,
        google,
        several_people,
        two_orders,
        formulas,
        empty,
        no_tracker,
        french,
        two_rows_of_header,
        months,
        upright,
        linked,
        merged_rows,
        three_sheets,
        county,
    ):
        make()


def emoji() -> None:
    """A flat English sheet with emoji in its statuses."""
    _sheet("emoji", [
        ["Company", "Position", "Status", "Date Applied", "Source", "Salary", "Location", "Interview Date", "Interviewer", "Notes"],
        ["Bluefin Robotics", "QA Engineer", "📤 Applied", date(2026, 11, 2), "LinkedIn", "95-110k", "Boston", "", "", "Referred by Sam"],
        ["Maple & Co.", "Office Manager", "📞 Phone Screen", date(2026, 11, 5), "Indeed", 62000, "Remote", date(2026, 11, 19), "Dana Reyes", ""],
        ["Hartwell Inc.", "Data Analyst", "❌ Rejected", date(2026, 10, 12), "Company site", "", "Denver", date(2026, 10, 27), "Tom Okoye", "Liked the dashboard idea"],
        ["Solace Health", "Project Lead", "👻 Ghosted", date(2026, 9, 14), "Referral", "$105,000", "Austin", "", "", ""],
        ["Nimbus", "Support Engineer", "🎉 Offer", date(2026, 10, 1), "LinkedIn", "88k", "Remote", date(2026, 10, 15), "Ana Duarte", "Start in January?"],
        ["Quill", "Editor", "💭 Wishlist", "", "Newsletter", "", "NYC", "", "", "=good fit"],
    ])  # fmt: skip


def notion() -> None:
    """A database exported from Notion: a mark first, names in quotes, dates in words, lists in a cell."""
    _csv("notion", [
        ["Name", "Role", "Stage", "Applied", "Tags", "Contact", "Next interview", "URL", "Created time"],
        ["Fernworth", "UX Researcher", "Interviewing", "October 20, 2026", "remote, design", "Leila Haddad", "November 24, 2026 2:00 PM", "https://fernworth.example/jobs/12", "October 18, 2026 9:12 AM"],
        ["Oakline", "Product Designer", "Applied", "November 9, 2026", "hybrid", "", "", "https://oakline.example/careers/7", "November 9, 2026 8:00 PM"],
        ["Tidewater, LLC", "UX Writer", "Rejected", "October 2, 2026", "", "Rob Keller", "October 14, 2026 10:30 AM", "", "October 1, 2026 7:45 AM"],
    ], encoding="utf-8-sig")  # fmt: skip


def linkedin() -> None:
    """LinkedIn's "Job Applications.csv"."""
    _csv("linkedin", [
        ["Application Date", "Contact Email", "Contact Phone Number", "Company Name", "Job Title", "Job Url", "Resume Name", "Question And Answers"],
        ["11/20/26, 8:15 AM", "me@mail.example", "+1 555 010 7788", "Corvid Labs", "Backend Developer", "https://www.linkedin.com/jobs/view/391", "cv-2026.pdf", "Years of Python?:6 | Visa?:No"],
        ["11/3/26, 10:02 PM", "me@mail.example", "+1 555 010 7788", "Ridgeway Bank", "Platform Engineer", "https://www.linkedin.com/jobs/view/402", "cv-2026.pdf", ""],
        ["10/9/26, 7:40 AM", "me@mail.example", "+1 555 010 7788", "Corvid Labs", "Site Reliability Engineer", "https://www.linkedin.com/jobs/view/415", "cv-sre.pdf", "Notice period?:4 weeks"],
    ])  # fmt: skip


def german() -> None:
    """German, from Excel: semicolons, Windows' encoding, dates with points."""
    _csv("german", [
        ["Firma", "Stelle", "Beworben am", "Ansprechpartner", "E-Mail", "Gespräch am", "Gespräch mit", "Status", "Gehaltsvorstellung", "Ort", "Bemerkungen"],
        ["Müller & Söhne GmbH", "Buchhalterin (m/w/d)", "03.11.2026", "Frau Dr. Weiß", "weiss@mueller.example", "12.11.2026", "Jürgen Groß", "Vorstellungsgespräch", "52.000 €", "Köln", "Nettes Gespräch"],
        ["Stadtwerke Fürth", "Sachbearbeiter", "21.10.2026", "", "", "", "", "Absage", "", "Fürth", ""],
        ["Krüger AG", "Controllerin", "9.11.2026", "Hr. Yildiz", "personal@krueger.example", "", "", "Eingangsbestätigung", "58.000 €", "Nürnberg", "Über Stepstone"],
        ["Optik Böhm", "Teamleitung", "28.9.2026", "Sabine Böhm", "", "8.10.2026", "Sabine Böhm und Karl Maier", "Zusage", "", "Bamberg", ""],
    ], encoding="cp1252", delimiter=";")  # fmt: skip


def title_row() -> None:
    """A title over merged cells, a blank row, and a header of two rows with groups."""
    with Workbook(FOLDER / "title_row.xlsx") as book:
        book.set_properties({"created": CREATED})
        sheet, day = book.add_worksheet("Tracker"), book.add_format({"num_format": "d mmm yyyy"})
        sheet.merge_range("A1:J1", "JOB SEARCH 2026")
        sheet.merge_range("D3:F3", "1st interview")
        sheet.merge_range("G3:I3", "2nd interview")
        for column, name in ((0, "Employer"), (1, "Job title"), (2, "Applied on"), (9, "Result")):
            sheet.write(2, column, name)
        for column, name in enumerate(["Date", "With", "Notes", "Date", "With", "Notes"], start=3):
            sheet.write(3, column, name)
        rows: Rows = [
            ["Harbor Freightways", "Dispatcher", date(2026, 10, 5), date(2026, 10, 13), "Gus Lindqvist", "phone, 30 min", date(2026, 10, 22), "Mara Ilic", "tour of the yard", "Rejected"],
            ["Ledger & Pine", "Clerk", date(2026, 11, 9), date(2026, 11, 18), "Noor Aziz", "", "", "", "", ""],
            ["October 2026"],
            ["Weald Museum", "Archivist", date(2026, 11, 2), "", "", "", "", "", "", "No response"],
        ]  # fmt: skip
        for number, row in enumerate(rows, start=4):
            _write(sheet, number, row, day)


def google() -> None:
    """A download from Google Sheets: ticked boxes far below the last row, links behind words, a sheet of lists."""
    with Workbook(FOLDER / "google.xlsx") as book:
        book.set_properties({"created": CREATED})
        sheet, day = book.add_worksheet("Applications"), book.add_format({"num_format": "yyyy-mm-dd"})
        header = [
            "Company Name",
            "Job Title",
            "Link",
            "Date",
            "Applied?",
            "Phone Interview?",
            "Offer?",
            "Recruiter",
            "Recruiter Email",
            "Follow up date",
            "Comments",
        ]
        _write(sheet, 0, header, day)
        _write(
            sheet,
            1,
            [
                "Sunfield",
                "Agronomist",
                "Posting",
                date(2026, 11, 10),
                True,
                True,
                False,
                "Ines Prado",
                "ines@sunfield.example",
                date(2026, 11, 30),
                "",
            ],
            day,
        )
        _write(
            sheet,
            2,
            [
                "Bright Foods",
                "Buyer",
                "Posting",
                date(2026, 11, 12),
                True,
                False,
                False,
                "",
                "",
                "",
                "applied late at night",
            ],
            day,
        )
        _write(
            sheet,
            3,
            [
                "Cobalt Media",
                "Producer",
                "Posting",
                date(2026, 10, 1),
                True,
                True,
                True,
                "Wes Obi",
                "wes@cobalt.example",
                "",
                "",
            ],
            day,
        )
        for row, name in ((1, "sunfield"), (2, "bright"), (3, "cobalt")):
            sheet.write_url(row, 2, f"https://jobs.example/{name}/1", string="Posting")
        for row in range(4, 60):
            for column in (4, 5, 6):
                sheet.write_boolean(row, column, False)
        lists = book.add_worksheet("Lists")
        lists.write_column(0, 0, ["Options", "Applied", "Offer"])


def several_people() -> None:
    """Several people in a cell, in all the ways in which people write that, and interviews as text."""
    _sheet("several_people", [
        ["Company", "Role", "Stage", "Applied", "Interviews", "Panel", "Hiring manager"],
        ["Acme Corp", "Analyst", "Rejected", date(2026, 11, 3), "Phone screen 10 Nov with Priya; onsite 17 Nov with Tom & Ana", "", "Tom Barrow (Head of Data)"],
        ["Vantage", "Planner", "Final round", date(2026, 10, 19), "", "", "Celia Moss"],
        ["Lumen Works", "Designer", "Interview", date(2026, 10, 26), "Nov 12, 2026 2pm", "Jo Park (CTO), Lena Fischer <lena@lumen.example> and Raj Mehta", ""],
        ["Zephyr", "Coordinator", "Applied", date(2026, 11, 20), "", "", ""],
    ])  # fmt: skip


def two_orders() -> None:
    """Two date columns in different orders, as text; a third column that only its neighbours can settle."""
    _csv("two_orders", [
        ["Organization", "Title", "Submitted", "Interviewed on", "Heard back", "Outcome"],
        ["Pinecrest School", "Teacher", "10/21/2026", "03/11/2026", "05/11/2026", "Declined"],
        ["Lakeside Clinic", "Nurse", "11/02/2026", "16/11/2026", "", "Interview"],
        ["Union Press", "Printer", "09/30/2026", "08/10/2026", "20/10/2026", "Offer"],
    ])  # fmt: skip


def formulas() -> None:
    """Formulas with their results, an error, text that begins like a formula, a note on a cell."""
    with Workbook(FOLDER / "formulas.xlsx") as book:
        book.set_properties({"created": CREATED})
        sheet, day = book.add_worksheet("Log"), book.add_format({"num_format": "dd/mm/yyyy"})
        _write(
            sheet, 0, ["#", "Company", "Role", "Applied", "Days waiting", "Status", "Contact", "Phone"], day
        )
        _write(
            sheet,
            1,
            ["", "Orchard Tech", "Tester", date(2026, 11, 4), "", "Waiting", "Mia Chen", "+44 20 7946 0000"],
            day,
        )
        _write(
            sheet, 2, ["", "Dovetail", "Joiner", date(2026, 11, 6), "", "Interview scheduled", "", ""], day
        )
        _write(sheet, 3, ["Total"], day)
        sheet.write_formula(1, 0, "=ROW()-1", None, 1)
        sheet.write_formula(2, 0, "=ROW()-1", None, 2)
        sheet.write_formula(1, 4, "=TODAY()-D2", None, 24)
        sheet.write_formula(2, 4, "=TODAY()-D3", None, 22)
        sheet.write_formula(2, 6, "=VLOOKUP(B3,Contacts!A:B,2,0)", None, "#N/A")
        sheet.write_formula(3, 4, "=SUM(E2:E3)", None, 46)
        sheet.write_string(2, 7, "+1 (555) 010-2000 =ext 4")
        sheet.write_comment("C2", "asks for a portfolio")


def empty() -> None:
    """A template that nobody has filled."""
    _sheet("empty", [["Company", "Role", "Status", "Date applied", "Notes"]])


def no_tracker() -> None:
    """A household's budget."""
    _sheet(
        "no_tracker",
        [["Month", "Rent", "Food", "Transport"], ["January", 900, 310, 80], ["February", 900, 290, 75]],
    )


def french() -> None:
    """French, tabs between, a status in words, an interlocutor with a title."""
    _csv("french", [
        ["Entreprise", "Poste", "Date de candidature", "Statut", "Entretien", "Interlocuteur", "Lien de l'offre", "Relance", "Remarques"],
        ["Société Générale des Eaux", "Chargée d'études", "5 octobre 2026", "Entretien", "19 octobre 2026", "Mme Hélène Roux", "https://emploi.example/1", "", "à rappeler"],
        ["Atelier Brun", "Menuisier", "1er novembre 2026", "Refusée", "", "", "", "", ""],
        ["Mairie d'Albi", "Secrétaire", "12/11/2026", "En attente", "", "", "https://emploi.example/9", "25/11/2026", ""],
    ], delimiter="\t")  # fmt: skip


def two_rows_of_header() -> None:
    """Groups of columns over a second row of names, days without their year, an outcome in words."""
    with Workbook(FOLDER / "two_rows_of_header.xlsx") as book:
        book.set_properties({"created": CREATED})
        sheet, day = book.add_worksheet("Jobs"), book.add_format({"num_format": "mmm d"})
        sheet.merge_range("A1:C1", "Application")
        sheet.merge_range("D1:E1", "Phone screen")
        sheet.merge_range("F1:H1", "On-site")
        sheet.write("I1", "Outcome")
        rows: Rows = [
            ["Company", "Role", "Applied", "Date", "Interviewer", "Date", "Interviewers", "Notes"],
            ["Atlas", "Nurse", date(2026, 11, 2), date(2026, 11, 9), "Beth Yoon", date(2026, 11, 18), "Carl Voss / Dee Tran", "tour of ward 3", "Waiting to hear"],
            ["Beacon", "Nurse", date(2026, 10, 20), "", "", "", "", "", "Rejected"],
        ]  # fmt: skip
        for number, row in enumerate(rows, start=1):
            _write(sheet, number, row, day)


def months() -> None:
    """A sheet for each month, one application that stands on two of them, and a summary."""
    with Workbook(FOLDER / "months.xlsx") as book:
        book.set_properties({"created": CREATED})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        header = ["Company", "Position", "Date applied", "Status", "Interview"]
        for name, rows in {
            "September": [
                ["Alder", "Chef", date(2026, 9, 3), "Rejected"],
                ["Bryony", "Baker", date(2026, 9, 14), "Interview", date(2026, 9, 28)],
            ],
            "October": [
                ["Clover", "Cook", date(2026, 10, 2), "Applied"],
                ["Bryony", "Baker", date(2026, 9, 14), "Rejected", date(2026, 9, 28)],
            ],
            "Summary": [["September", 2], ["October", 2]],
        }.items():
            sheet = book.add_worksheet(name)
            _write(sheet, 0, header if name != "Summary" else ["Month", "Sent"], day)
            for number, row in enumerate(rows, start=1):
                _write(sheet, number, row, day)


def upright() -> None:
    """A sheet for each company, the names of the fields one below the other."""
    with Workbook(FOLDER / "upright.xlsx") as book:
        book.set_properties({"created": CREATED})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        acme: Rows = [
            ["Role", "Analyst"],
            ["Applied", date(2026, 11, 2)],
            ["Status", "Interviewing"],
            ["Contact", "Priya Nair"],
            ["Email", "priya@acme.example"],
            ["Interview", date(2026, 11, 12)],
            ["Notes", "Nice people"],
        ]
        globex: Rows = [
            ["Role", "Tester"],
            ["Applied", date(2026, 11, 5)],
            ["Status", "Applied"],
            ["Notes", "Hm"],
        ]
        for name, rows in {"Acme Ltd": acme, "Globex": globex}.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                _write(sheet, number, row, day)


def linked() -> None:
    """Links as formulas, a hidden column."""
    with Workbook(FOLDER / "linked.xlsx") as book:
        book.set_properties({"created": CREATED})
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "m/d/yy"})
        rows: Rows = [
            ["Job", "Company", "Applied", "Status", "Notes", "ID"],
            ["", "Ironside", date(2026, 11, 1), "Applied", "", 1],
            ["", "Millworks", date(2026, 11, 8), "Phone interview", "", 2],
        ]
        for number, row in enumerate(rows):
            _write(sheet, number, row, day)
        for number, job in ((1, "Welder"), (2, "Fitter")):
            link = f'=HYPERLINK("https://x.example/jobs/{number}?a=1&b=2","{job}")'
            sheet.write_formula(number, 0, link, None, job)
        sheet.set_column("F:F", None, None, {"hidden": True})


def merged_rows() -> None:
    """A company's cells merged over the rows of its interviews."""
    with Workbook(FOLDER / "merged_rows.xlsx") as book:
        book.set_properties({"created": CREATED})
        sheet, day = book.add_worksheet("Interviews"), book.add_format({"num_format": "d.m.yyyy"})
        rows: Rows = [
            ["Company", "Role", "Status", "Interview date", "Interviewer", "Type", "Notes"],
            ["", "", "", date(2026, 11, 3), "Rita Moon", "Phone", "HR chat"],
            ["", "", "", date(2026, 11, 10), "Sol Berg", "Video", ""],
            ["", "", "", date(2026, 11, 17), "Tia Lund", "On site", "quarry tour"],
            ["Ridge", "Surveyor", "Applied"],
        ]
        for number, row in enumerate(rows):
            _write(sheet, number, row, day)
        sheet.merge_range("A2:A4", "Quarry Co")
        sheet.merge_range("B2:B4", "Geologist")
        sheet.merge_range("C2:C4", "Interviewing")


def three_sheets() -> None:
    """From Google Sheets: applications with a date for each stage, the contacts, and a log of the interviews."""
    with Workbook(FOLDER / "three_sheets.xlsx") as book:
        book.set_properties({"created": CREATED})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheets: dict[str, Rows] = {
            "Applications": [
                ["Company", "Position", "URL", "Status", "Applied", "Phone Screen", "Tech Screen", "On-site", "Point of Contact", "Contact Email", "Referral?"],
                ["Pelican", "SWE", "https://p.example/1", "Onsite", date(2026, 10, 20), date(2026, 10, 27), date(2026, 11, 4), date(2026, 11, 18), "Amy Orr", "amy@p.example", True],
                ["Rail", "SRE", "https://r.example/2", "Applied", date(2026, 11, 20), "", "", "", "", "", False],
                ["Swift", "SWE", "https://s.example/3", "Rejected", date(2026, 9, 20), date(2026, 9, 27), "", "", "Bob Yin", "bob@s.example", False],
            ],
            "Contacts": [
                ["Name", "Company", "Title", "Email", "LinkedIn"],
                ["Amy Orr", "Pelican", "Talent Partner", "amy@p.example", "https://www.linkedin.com/in/amyorr"],
                ["Zed Poe", "Skylark", "CTO", "zed@s.example", ""],
            ],
            "Interview Log": [
                ["Date", "Company", "Round", "Interviewer(s)", "Questions asked"],
                [date(2026, 11, 18), "Pelican", "System design", "Cal Dee; Eve Fox", "Design a queue"],
                [date(2026, 11, 18), "Pelican", "Behavioural", "Gus Hal", "Conflict story"],
            ],
        }  # fmt: skip
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                _write(sheet, number, row, day)


def county() -> None:
    """British: a title and a date above, "Post" and "Sent", a panel with titles, a total below."""
    with Workbook(FOLDER / "county.xlsx") as book:
        book.set_properties({"created": CREATED})
        sheet, day = book.add_worksheet("2026"), book.add_format({"num_format": "dd-mmm-yy"})
        sheet.merge_range("A1:K1", "My 2026 Job Hunt")
        rows: Rows = [
            ["Updated:", date(2026, 11, 27)],
            [],
            ["No", "Organisation", "Post", "Closing date", "Sent", "Shortlisted?", "Interview date & time", "Panel", "Outcome", "Feedback", "Salary"],
            [1, "Leeds City Council", "Planning Officer", date(2026, 10, 2), date(2026, 9, 28), "Y", "14/10/2026 10:30", "Cllr Jane Poole (Chair), Mr A. Khan, Ms R. Obi", "Unsuccessful", "Good answers, more examples needed", "£31,364"],
            [2, "NHS Trust", "Ward Clerk", date(2026, 11, 13), date(2026, 11, 10), "Y", "26/11/2026 14:00", "Sister M. Doyle", "", "", 24071],
            [3, "Tesco", "Team Leader", "", date(2026, 11, 20)],
            ["Total", 3],
        ]  # fmt: skip
        for number, row in enumerate(rows, start=1):
            _write(sheet, number, row, day)


def _csv(name: str, rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",") -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    suffix = "tsv" if delimiter == "\t" else "csv"
    (FOLDER / f"{name}.{suffix}").write_bytes(text.getvalue().encode(encoding))


def _sheet(name: str, rows: Rows) -> None:
    with Workbook(FOLDER / f"{name}.xlsx") as book:
        book.set_properties({"created": CREATED})
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "m/d/yyyy"})
        for number, row in enumerate(rows):
            _write(sheet, number, row, day)


def _write(sheet: Any, number: int, row: Sequence[object], day: object) -> None:
    for column, value in enumerate(row):
        if isinstance(value, date):
            sheet.write_datetime(number, column, value, day)
        elif isinstance(value, str) and value:
            sheet.write_string(number, column, value)
        elif value != "":
            sheet.write(number, column, value)


if __name__ == "__main__":
    main()
