"""docs/contributing.md holds: a change of each kind, made in a copy, in the files that its section names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
FILES = {
    title: re.findall(r"^- .*?`([\w./-]+)`", text, re.MULTILINE) for title, text in SECTION.findall(PAGE)
}
"""The file or folder that each point of a section names first, by the section's title."""

BEGIN = """
from datetime import date, datetime
from pathlib import Path
from eitherway.books.closed.book import ClosedBook
from eitherway.run import run
from eitherway_workbook import build

BOOK = Path("book.xlsx")

def outcome(met=date(2026, 11, 18), more={}, **typed):
    talk = {"Application": "N", "Date": met, "Interviewer": "Mei Chen", "Channel": "Post",
            "What we talked about": "the move to SAP", **typed}
    build(BOOK, {
        "Settings": [{"Name": "Your name", "Value": "Ada Byron"}],
        "Applications": [
            {"Application": "N", "Company": "Northwind", "Role": "Analyst", "Status": "Interviewing", **more}
        ],
        "Interviews": [talk],
    })
    return run(ClosedBook(BOOK), date(2026, 11, 20), now=datetime(2026, 11, 20, 9), proof=False)

def letter():
    from eitherway.letters.text import text_of
    (file,) = Path("Letters").rglob("*.docx")
    return text_of(file.read_bytes()).text
"""


class Copy:
    """A copy of the sources, and which of its files were touched."""

    def __init__(self, folder: Path) -> None:
        self.root, self.desk = folder / "copy", folder / "desk"
        self.desk.mkdir()
        self.touched: list[str] = []
        unwanted = shutil.ignore_patterns("__pycache__", "pictures")
        for name in ("pipeline", "workbook", "letter_templates", "docs"):
            shutil.copytree(ROOT / name, self.root / name, ignore=unwanted)
        shutil.copy(ROOT / "README.md", self.root)

    def insert(self, file: str, before: str, text: str) -> None:
        """Put the text before the first match of a pattern; before "" at the end of the file."""
        path = self.root / file
        old = path.read_text(encoding="utf-8")
        found = re.search(before, old) if before else None
        assert found or not before, f"{file} holds no {before}"
        at = found.start() if found else len(old)
        path.write_text(old[:at] + text + old[at:], encoding="utf-8", newline="\n")
        self.touched.append(file)

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace words that are there."""
        path = self.root / file
        before = path.read_text(encoding="utf-8")
        assert old in before, f"{file} holds no {old}"
        path.write_text(before.replace(old, new), encoding="utf-8", newline="\n")
        self.touched.append(file)

    def make(self, script: str) -> None:
        """What `python docs/make_all.py` would run as well."""
        self._run(str(self.root / script))

    def said(self, code: str) -> str:
        """What a few lines of Python print in an empty folder beside the copy."""
        return self._run("-c", BEGIN + code)

    def eitherway(self, *words: str) -> str:
        """What a command prints."""
        return self._run("-m", "eitherway", *words)

    def _run(self, *words: str) -> str:
        path = os.pathsep.join(str(self.root / name) for name in ("pipeline", "workbook"))
        done = subprocess.run(
            [sys.executable, *words],
            cwd=self.desk,
            env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def wording(copy: Copy) -> None:
    copy.replace(
        "letter_templates/warm/thank-you.txt", "on {{ interview_date }}", "on that good {{ interview_date }}"
    )
    copy.make("letter_templates/make.py")
    assert "on that good " in copy.said("outcome(); print(letter())")


def tone(copy: Copy) -> None:
    copy.insert("pipeline/eitherway/model/letter_kinds.py", r"(?<=TONES = \()", '"Brisk", ')
    shutil.copytree(copy.root / "letter_templates" / "warm", copy.root / "letter_templates" / "brisk")
    copy.replace(
        "letter_templates/brisk/thank-you.txt", "on {{ interview_date }}", "on that good {{ interview_date }}"
    )
    copy.touched[-1] = "letter_templates/"
    copy.make("letter_templates/make.py")
    assert "on that good " in copy.said('outcome(Tone="Brisk"); print(letter())')
    assert "on that good " not in copy.said('outcome(Tone="Warm"); print(letter())')
    assert "brisk" in copy.eitherway("templates", "new", "thank-you", "--tone", "brisk")


def step(copy: Copy) -> None:
    line = '    ("Second note", "last-note", PREVIOUS_STEP, 5, None),\n'
    copy.insert("pipeline/eitherway/model/steps.py", r"(?<=None\),\n)\)\n", line)
    sent = '**{"Thank-you sent": date(2026, 10, 2), "Check-in sent": date(2026, 10, 9)}'
    last = '**{"Last note sent": date(2026, 10, 16)}'
    told = copy.said(f'print(outcome(date(2026, 10, 1), {sent}, {last}).plan.conversations["Step"].tolist())')
    assert told == "['Second note']\n"


def column(copy: Copy) -> None:
    line = 'Column("Salary", Kind.TEXT, 14, "What they offer, a year."),\n        '
    copy.insert("pipeline/eitherway/model/schema.py", r'Column\("Applied on"', line)
    told = copy.said(
        'outcome(more={"Salary": "60,000"})\n'
        "from eitherway.read.workbook import read_tables\n"
        'print(read_tables(ClosedBook(BOOK).read())[0].applications["Salary"].tolist())'
    )
    assert told == "['60,000']\n"
    copy.make("docs/make_workbook_page.py")
    assert "| Salary | text | you |" in (copy.root / "docs" / "workbook.md").read_text("utf-8")


def check(copy: Copy) -> None:
    copy.insert(
        "pipeline/eitherway/model/codes.py", r"    MISSING_TABLE = ", '    ON_A_SUNDAY = "on-a-sunday"\n'
    )
    copy.insert(
        "pipeline/eitherway/check/dates.py",
        "",
        """

def not_on_a_sunday(tables: Tables, as_of: date) -> list[Problem]:
    \"\"\"An interview on a Sunday is likely a slip.\"\"\"
    rows = tables.interviews
    place = tables.places[INTERVIEWS.name]
    said = ("The interview is on a Sunday.", "Correct it, if it was another day.")
    return [
        Problem(Code.ON_A_SUNDAY, Severity.WARNING, place.at(row, "Date"), *said)
        for row in rows["row"][rows["Date"].dt.weekday == 6].tolist()
    ]
""",
    )
    checks = "pipeline/eitherway/check/checks.py"
    copy.insert(checks, r"(?<=CHECKS: tuple\[Check, \.\.\.\] = \(\n)", "    not_on_a_sunday,\n")
    copy.insert(checks, r"(?<=from eitherway.check.dates import \(\n)", "    not_on_a_sunday,\n")
    copy.touched.pop()
    row = "| `on-a-sunday` | warning | The interview is on a Sunday. | Correct it, if it was another day. |\n"
    copy.insert("docs/problems.md", r"\| `", row)
    told = copy.said("print(*(problem for problem in outcome(date(2026, 11, 15)).problems))")
    assert "Interviews!" in told
    assert "The interview is on a Sunday." in told


def proofreading_code(copy: Copy) -> None:
    copy.insert("pipeline/eitherway/model/codes.py", r"    TONE = ", '    CLICHE = "cliche"\n')
    copy.insert(
        "pipeline/eitherway/proof/text/tone.py",
        "",
        """

def cliches(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    \"\"\"What stands in every letter says nothing.\"\"\"
    for match in re.finditer("team player", manuscript.text):
        yield finding(FindingCode.CLICHE, Severity.WARNING, "Everybody says so.", match.span())
""",
    )
    reading = "pipeline/eitherway/proof/text/proofreading.py"
    copy.insert(reading, r"(?<=AFTER_LANGUAGE: tuple\[Check, \.\.\.\] = \()", "cliches, ")
    copy.insert(reading, r"(?<=from eitherway.proof.text.tone import )", "cliches, ")
    copy.touched.pop()
    example = 'Example(FindingCode.CLICHE, "I am a team player.", "I like the cold.", "Say what you did."),\n'
    example = example.replace("I like the cold.", "Your question about peonies stayed with me.")
    copy.insert("docs/make_proofreading_page.py", r"(?<=EXAMPLES = \(\n)", f"    {example}")
    copy.make("docs/make_proofreading_page.py")
    page = (copy.root / "docs" / "proofreading.md").read_text("utf-8")
    assert "| `cliche` | warning | I am a team player. | Everybody says so. | Say what you did. |" in page


def button(copy: Copy) -> None:
    labels = "pipeline/eitherway/model/button_labels.py"
    first = re.search(r"    Command\(\n.*?\n    \),\n", (copy.root / labels).read_text("utf-8"), re.DOTALL)
    assert first
    declared = first[0]
    for old, new in (
        ("flag_overdue", "say_when"),
        ("FlagOverdue", "SayWhen"),
        ("Flag overdue", "Say when"),
        ('"F",', '"W",'),
    ):
        assert old in declared
        declared = declared.replace(old, new)
    copy.insert(labels, re.escape(first[0]), declared)
    function = '\n\ndef say_when() -> None:\n    """Say when."""\n    _click("say_when")\n'
    copy.insert("pipeline/eitherway/buttons/__init__.py", "", function)
    action = '\n\ndef say_when(click: Click) -> str:\n    """Say when."""\n    return "On Monday."\n'
    copy.insert("pipeline/eitherway/buttons/actions.py", "", action)
    copy.make("workbook/make_macros.py")
    told = copy.said(
        "import zipfile; from pyopenvba import ExcelFile\n"
        "from eitherway.buttons import actions, say_when\n"
        'book = Path("book.xlsm"); build(book, {})\n'
        'with ExcelFile(book) as excel: print(*(excel.get_module(each) for each in ("Buttons", "Ribbon")))\n'
        "archive = zipfile.ZipFile(book)\n"
        'texts = [name for name in archive.namelist() if name.endswith("ml")]\n'
        "print(*(archive.read(name).decode() for name in texts))\n"
        "print(actions.say_when(None))"
    )
    assert 'Public Sub SayWhen()\n    Start "say_when"\n' in told.replace("\r\n", "\n")
    assert "Public Sub RibbonSayWhen(control As IRibbonControl)" in told
    assert 'onAction="RibbonSayWhen"' in told
    assert 'keytip="W"' in told
    assert "[0]!SayWhen" in told
    assert told.endswith("On Monday.\n")


def command(copy: Copy) -> None:
    written = '''@main.command()
@options.as_json
def wish(as_json: bool) -> None:
    """Wish you luck."""
    say({"said": "Good luck."}, "Good luck.", as_json)


'''
    copy.insert("pipeline/eitherway/command_line/main.py", r"@main\.command", written)
    copy.insert("README.md", r"\| `eitherway demo", "| `eitherway wish [--json]` | wishes you luck |\n")
    assert copy.eitherway("wish") == "Good luck.\n"
    assert "  wish " in copy.eitherway("--help")


CHANGES: dict[str, Callable[[Copy], None]] = {
    "A letter's wording": wording,
    "A tone": tone,
    "A cadence step": step,
    "A column": column,
    "A check of the workbook": check,
    "A proofreading code": proofreading_code,
    "A button": button,
    "A command": command,
}


def test_every_section_is_tried() -> None:
    assert list(FILES) == list(CHANGES)


@pytest.mark.parametrize("title", CHANGES)
def test_a_change_takes_the_files_that_its_section_names_and_works(title: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    CHANGES[title](copy)
    assert copy.touched == FILES[title]
