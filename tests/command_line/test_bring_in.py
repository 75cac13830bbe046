"""`eitherway import` and `eitherway export` as their user meets them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from eitherway.command_line.main import main
from eitherway_workbook import build, example
from tests.conftest import Validate

TRACKERS = Path(__file__).parents[1] / "bring_in" / "trackers"
DAY = "2026-11-28"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FLAT = """Company,Role,Status,Applied on,Interview,Interviewer,Salary
Acme,Analyst,Interviewing,2026-11-02,2026-11-10,Priya Nair,85k
Beta GmbH,Tester,Absage,2026-11-03,,,
"""


def eitherway(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def bring(*words: str | Path) -> Any:
    done = eitherway("import", *words, "--as-of", DAY, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


@pytest.fixture
def flat(tmp_path: Path) -> Path:
    path = tmp_path / "tracker.csv"
    path.write_text(FLAT, encoding="utf-8")
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "Job search.xlsx"


def cells(book: Path, sheet: str) -> list[Mapping[str, object]]:
    """The rows of a table as openpyxl, which did not write them, reads them."""
    rows = [*openpyxl.load_workbook(book)[sheet].iter_rows(min_row=2, values_only=True)]
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:] if any(row)]


def test_a_new_workbook_is_made_beside_the_file(flat: Path, book: Path, validate: Validate) -> None:
    done = eitherway("import", flat, "--as-of", DAY)
    assert done.exit_code == 0
    assert "2 applications, 1 interviewer, 1 interview added." in done.output
    first, second = cells(book, "Applications")
    assert (first["Application"], first["Status"], first["Applied on"], first["Salary"]) == (
        "Acme - Analyst",
        "Interviewing",
        datetime(2026, 11, 2),  # noqa: DTZ001 - a workbook holds no time zone
        "85k",
    )
    assert second["Status"] == "Rejected"
    assert cells(book, "Interviews")[0]["Interviewer"] == "Priya Nair"
    assert validate(book) == []


def test_what_was_brought_in_is_on_todays_list(flat: Path, book: Path) -> None:
    bring(flat)
    listed = eitherway("today", book, "--as-of", "2026-11-12", "--json")
    (follow_up,) = json.loads(listed.stdout)["follow_ups"]
    assert (follow_up["interviewer"], follow_up["step"]) == ("Priya Nair", "Thank-you")


def test_the_same_file_again_writes_not_a_byte(flat: Path, book: Path) -> None:
    bring(flat)
    before = book.read_bytes()
    again = bring(flat)
    assert (again["known"], again["filled"], again["differing"]) == (2, [], [])
    assert book.read_bytes() == before


def test_undo_takes_it_back(flat: Path, book: Path) -> None:
    build(book, {"Applications": [{"Application": "N", "Company": "N", "Role": "R", "Status": "Applied"}]})
    before = book.read_bytes()
    bring(flat)
    assert book.read_bytes() != before
    assert "import of tracker.csv" in eitherway("backups", "list", book).output
    assert eitherway("undo", book).exit_code == 0
    assert book.read_bytes() == before


def test_a_workbook_made_anew_under_the_name_of_one_long_gone_is_no_news(flat: Path, book: Path) -> None:
    bring(flat)
    book.unlink()
    done = eitherway("import", flat)
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_tracker_is_no_workbook_to_bring_into(flat: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["Company", "Role"])
    workbook.save(theirs)
    before = theirs.read_bytes()
    done = eitherway("import", flat, "--into", theirs)
    assert done.exit_code == 3
    assert "theirs.xlsx holds none of Either Way's tables" in done.stderr
    assert theirs.read_bytes() == before


def test_a_newer_export_adds_what_is_new_and_replaces_nothing(flat: Path, book: Path) -> None:
    bring(flat)
    newer = FLAT.replace("Acme,Analyst,Interviewing", "ACME Inc.,analyst,Offer").replace(
        ",,,\n", ",2026-11-20,Jo Weiß,\n"
    )
    flat.write_text(newer + "Gamma,Buyer,Applied,2026-11-20,,,\n", encoding="utf-8")
    told = bring(flat)
    assert [row["Application"] for row in told["added"]["Applications"]] == ["Gamma - Buyer"]
    assert [row["Interviewer"] for row in told["added"]["Interviews"]] == ["Jo Weiß"]
    (differs,) = told["differing"]
    assert (differs["where"], differs["stands"], differs["file"]) == (
        "Applications!D3 (Status)",
        "Interviewing",
        "Offer",
    )
    assert cells(book, "Applications")[0]["Status"] == "Interviewing"
    assert bring(flat, "--update")["differing"][0]["replaced"] is True
    assert cells(book, "Applications")[0]["Status"] == "Offer"


def test_an_empty_cell_is_filled(flat: Path, book: Path) -> None:
    bring(flat)
    flat.write_text(FLAT.replace("Applied on", "Source").replace("2026-11-02", "a fair"), encoding="utf-8")
    (filled,) = [each for each in bring(flat)["filled"] if each["row"] == 3]
    assert (filled["column"], filled["value"]) == ("Source", "a fair")


def test_dry_run_shows_the_rows_and_writes_nothing(flat: Path, book: Path) -> None:
    done = eitherway("import", flat, "--dry-run", "--as-of", DAY)
    assert "Application: Acme - Analyst; Company: Acme" in done.output
    assert "Nothing was written." in done.output
    assert not book.exists()


def test_a_column_means_what_the_user_says(flat: Path, tmp_path: Path) -> None:
    flat.write_text("Firm X,What,State,Vibe\nAcme,Analyst,Applied,good\n", encoding="utf-8")
    told = bring(flat, "--map", "Firm X=Company", "--map", "What=Role", "--map", "Vibe=Notes")
    (row,) = told["added"]["Applications"]
    assert (row["Company"], row["Role"], row["Notes"]) == ("Acme", "Analyst", "Vibe: good")


def test_a_mapping_is_saved_and_read_again(flat: Path, tmp_path: Path) -> None:
    flat.write_text("Company,Role,Status\nAcme,Analyst,Lorem\n", encoding="utf-8")
    saved = tmp_path / "map.toml"
    assert bring(flat, "--dry-run", "--save-map", saved)["questions"] == [{"status": "Lorem", "times": 1}]
    text = saved.read_text("utf-8").replace('# "Lorem" = ', '"Lorem" = "Offer"')
    saved.write_text(text, encoding="utf-8")
    (row,) = bring(flat, "--map", saved)["added"]["Applications"]
    assert row["Status"] == "Offer"


def test_strict_stops_at_what_is_unsure(flat: Path, book: Path) -> None:
    flat.write_text("Company,Role,Status\nAcme,Analyst,Lorem\n", encoding="utf-8")
    done = eitherway("import", flat, "--strict")
    assert done.exit_code == 3
    assert done.stderr.startswith("eitherway: Not sure: Lorem.")
    assert not book.exists()


def test_what_is_unknown_is_kept_in_notes_if_the_user_likes(flat: Path, book: Path) -> None:
    told = bring(flat, "--keep", "notes")
    assert told["own_columns"] == []
    assert cells(book, "Applications")[0]["Notes"] == "Salary: 85k"


def test_a_status_nobody_knows_is_kept_in_notes_and_told(flat: Path, book: Path) -> None:
    flat.write_text("Company,Role,Status\nAcme,Analyst,Lorem\n", encoding="utf-8")
    told = bring(flat)
    assert told["added"]["Applications"][0]["Notes"] == "Status: Lorem"
    assert any('"Lorem" (1)' in line for line in told["told"])


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "is a PDF"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"a,b\x00\x01\x02" * 50 + b"\0" * 99, "holds bytes that are no text"),
        ("a.csv", b"c," * 1999 + b"c\n" + b"1," * 1999, "has 2,000 columns"),
        ("a.xlsx", b"PK\x03\x04nonsense", "is damaged: its end is missing"),
        ("a.json", b'{"a": 1}', "is a JSON file"),
        ("a.xls", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "only with a password"),
        ("a.html", b"<html><table>", "is a web page"),
    ],
)  # fmt: skip
def test_what_cannot_be_brought_in_is_told_in_two_lines(
    name: str, data: bytes, says: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    done = eitherway("import", tmp_path / name)
    assert done.exit_code == 3, done.output
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("data", "companies"),
    [
        (b'Company,Role\n"Acme,Analyst\nBeta,Tester\n', ["Acme", "Beta"]),
        (b"Company,Role\nAc\x01me,Ana\x0blyst\n", ["Ac_x0001_me"]),
        (b"Company\nAcme\nBeta\n", ["Acme", "Beta"]),
        (b"sep=;\nCompany;Role\nAcme;Analyst\n", ["Acme"]),
        ("Company\tRole\nMüller\tKäufer\n".encode("utf-16"), ["Müller"]),
        ("Company,Role\nMüller,x\n".encode() + "Größe,Händler\n".encode("cp1252"), ["Müller", "Größe"]),
        (b"Company,Role\n=1+1,@SUM(A1)\n", ["=1+1"]),
    ],
    ids=["never closed", "control signs", "one column", "sep", "utf-16", "mixed", "formulas"],
)
def test_odd_text_comes_in_as_it_is_meant(
    data: bytes, companies: list[str], flat: Path, book: Path, validate: Validate
) -> None:
    flat.write_bytes(data)
    bring(flat)
    assert [row["Company"] for row in cells(book, "Applications")] == companies
    assert validate(book) == []


def test_text_that_is_too_large_is_told_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(200_000_000)  # nothing of it takes any room
    done = eitherway("import", large)
    assert done.exit_code == 3
    assert "large.csv has 200 MB; text may have 64 MB" in done.stderr


def test_a_workbook_with_macros_and_charts_keeps_all_else(flat: Path, tmp_path: Path) -> None:
    book = tmp_path / "mine.xlsm"
    build(book, example(date(2026, 11, 20)))
    before = parts(book)
    assert bring(flat, "--into", book)["added"]["Applications"]
    changed = {name for name, data in parts(book).items() if before.get(name) != data}
    assert {"xl/vbaProject.bin", "xl/charts/chart1.xml"} <= before.keys()
    assert changed <= {name for name in before if name.startswith(("xl/worksheets/sheet", "xl/tables/"))}
    assert len(changed) == 6
    assert eitherway("undo", book).exit_code == 0
    assert parts(book) == before


def parts(book: Path) -> dict[str, bytes]:
    """The parts of the package by their names."""
    with zipfile.ZipFile(book) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_missing_file_a_folder_and_the_workbook_itself(tmp_path: Path, book: Path) -> None:
    build(book, {})
    for file, says in (
        (tmp_path / "no.csv", "There is no file"),
        (tmp_path, "is not a file"),
        (book, "itself"),
    ):
        done = eitherway("import", file, "--into", book)
        assert (done.exit_code, says in done.stderr) == (3, True), done.output


def test_a_mapping_that_fits_no_column_names_the_nearest(flat: Path) -> None:
    done = eitherway("import", flat, "--map", "Salarry=Notes")
    assert done.exit_code == 3
    assert 'There is no column "Salarry".\nDid you mean "Salary"?' in done.stderr
    done = eitherway("import", flat, "--map", "Salary=Nots")
    assert 'Did you mean "Notes"?' in done.stderr


def test_columns_of_the_users_own_beside_cells_in_the_way_are_refused(flat: Path, book: Path) -> None:
    build(book, {})
    opened = openpyxl.load_workbook(book)
    sheet = opened["Applications"]
    sheet.cell(2, sheet.max_column + 1, "mine")
    opened.save(book)
    before = book.read_bytes()
    done = eitherway("import", flat, "--into", book)
    assert done.exit_code == 3
    assert "--keep notes" in done.stderr
    assert book.read_bytes() == before
    assert eitherway("import", flat, "--into", book, "--keep", "notes").exit_code == 0


def test_several_files_at_once(flat: Path) -> None:
    told = bring(flat, TRACKERS / "german.csv")
    assert len(told["added"]["Applications"]) == 6


def test_people_of_an_address_book_fill_what_is_empty(flat: Path, tmp_path: Path, book: Path) -> None:
    bring(flat)
    people = tmp_path / "Connections.csv"
    people.write_text(
        'Notes:\n"Some addresses may be missing."\n\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Priya,Nair,https://www.linkedin.com/in/pn,priya@acme.example,Acme,HR Lead,05 Mar 2024\n"
        "Somebody,Else,https://www.linkedin.com/in/se,,Other,Chef,06 Mar 2024\n",
        encoding="utf-8",
    )
    told = bring(people, "--into", book)
    assert (told["left_out"], told["added"]["Interviewers"]) == (1, [])
    (priya,) = cells(book, "Interviewers")
    assert (priya["Email"], priya["Title"]) == ("priya@acme.example", "HR Lead")
    assert "https://www.linkedin.com/in/pn" in str(priya["Notes"])
    assert len(bring(people, "--into", book, "--all")["added"]["Interviewers"]) == 1


CARDS = """BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;Dr.\r
ORG:Beta GmbH;Einkauf\r
EMAIL;INTERNET:jm@beta.example\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:4.0\r
FN:Priya Nair\r
TITLE:HR Lead\r
EMAIL;PREF=1:priya@acme.example\r
TEL;VALUE=uri:tel:+1-555\r
ADR:;;12 Main St;Boston;MA;02110;USA\r
this line is broken\r
END:VCARD\r
"""


def test_vcards_of_all_versions(flat: Path, tmp_path: Path, book: Path) -> None:
    bring(flat)
    cards = tmp_path / "people.vcf"
    cards.write_text(CARDS, encoding="utf-8", newline="")
    told = bring(cards, "--into", book, "--all")
    (new,) = told["added"]["Interviewers"]
    assert (new["Interviewer"], new["Company"]) == ("Dr. Jürgen Müller", "Beta GmbH")
    (priya, _) = cells(book, "Interviewers")
    assert priya["Address"] == "12 Main St\nBoston, MA 02110\nUSA"
    assert "1 line of the cards could not be read." in " ".join(told["told"])


def test_export_comes_back_as_it_went(flat: Path, tmp_path: Path, book: Path) -> None:
    flat.write_text(FLAT.replace("85k", "=1+1").replace("Analyst", "@home"), encoding="utf-8")
    bring(flat)
    assert eitherway("export", book, "--to", tmp_path / "out").exit_code == 0
    data = (tmp_path / "out" / "Applications.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    first = next(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert (first["Salary"], first["Role"]) == ("'=1+1", "'@home")
    everything = json.loads((tmp_path / "out" / "Job search.json").read_text("utf-8"))
    assert everything["Applications"][0]["Role"] == "@home"
    before = book.read_bytes()
    out = [tmp_path / "out" / f"{name}.csv" for name in ("Applications", "Interviews", "Interviewers")]
    again = bring(*out, "--into", book)
    assert (again["differing"], again["filled"], again["own_columns"]) == ([], [], [])
    assert book.read_bytes() == before


def test_contacts_are_exported_as_vcards(flat: Path, tmp_path: Path, book: Path) -> None:
    bring(flat)
    assert eitherway("export", book, "--contacts", "--to", tmp_path).exit_code == 0
    text = (tmp_path / "Interviewers.vcf").read_text("utf-8")
    assert "FN:Priya Nair" in text
    assert "ORG:Acme" in text
    assert bring(tmp_path / "Interviewers.vcf", "--into", book)["filled"] == []


def test_ten_thousand_rows(tmp_path: Path) -> None:
    rows = [f"Company {n},Analyst,Applied,{date.fromordinal(739000 + n % 300)}" for n in range(10_000)]
    (tmp_path / "big.csv").write_text("\n".join(["Company,Role,Status,Applied", *rows]), encoding="utf-8")
    told = bring(tmp_path / "big.csv")
    assert len(told["added"]["Applications"]) == 10_000
    assert bring(tmp_path / "big.csv")["known"] == 10_000


def test_rows_under_a_table_are_taken_in_and_not_doubled(flat: Path, book: Path) -> None:
    build(book, {"Applications": [{"Application": "N", "Company": "N", "Role": "R", "Status": "Applied"}]})
    opened = openpyxl.load_workbook(book)
    sheet = opened["Applications"]
    header = {cell.value: cell.column for cell in sheet[2]}
    for name, value in {"Company": "Acme", "Role": "Analyst", "Status": "Interviewing"}.items():
        sheet.cell(4, header[name], value)
    opened.save(book)
    before = book.read_bytes()
    done = eitherway("import", flat, "--into", book)
    assert done.exit_code == 3
    assert "Row 4 stands under the table Applications" in done.stderr
    assert "--take-in" in done.stderr
    assert book.read_bytes() == before
    told = bring(flat, "--into", book, "--take-in")
    assert "The table Applications took in the row under it." in told["told"]
    assert [row["Company"] for row in told["added"]["Applications"]] == ["Beta GmbH"]
    assert [row["Company"] for row in cells(book, "Applications")] == ["N", "Acme", "Beta GmbH"]
    assert eitherway("undo", book).exit_code == 0
    assert book.read_bytes() == before


def test_a_whole_workbook_of_ours_comes_in_and_nothing_of_its_other_sheets(tmp_path: Path) -> None:
    """Today, Problems, the Dashboard and the lists only show what the tables hold."""
    there, here, out = tmp_path / "there.xlsx", tmp_path / "here.xlsx", tmp_path / "out"
    build(there, example(date(2026, 11, 20)))
    told = bring(there, "--into", here)
    for table in ("Applications", "Interviews", "Interviewers"):
        assert len(told["added"][table]) == len(cells(there, table))
    before = here.read_bytes()
    assert bring(there, "--into", here)["differing"] == []
    assert eitherway("export", there, "--to", out).exit_code == 0
    assert eitherway("export", there, "--contacts", "--to", out).exit_code == 0
    again = bring(*sorted(out.glob("*.csv")), out / "Interviewers.vcf", "--into", here)
    assert (again["added"], again["filled"], again["differing"]) == (
        {"Applications": [], "Interviewers": [], "Interviews": []},
        [],
        [],
    )
    assert here.read_bytes() == before
