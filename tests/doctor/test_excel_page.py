"""docs/excel.md keeps up with the doctor, the buttons and the commands."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from eitherway.command_line.main import main
from eitherway.doctor import Topic, examine
from eitherway.model.button_labels import COMMANDS, Command
from eitherway_workbook.macros import interpreter
from tests.doctor.test_checks import TROUBLES

PAGE = (Path(__file__).parents[2] / "docs" / "excel.md").read_text(encoding="utf-8")
FIXES = [finding.fix for machine, *_ in TROUBLES.values() for finding in examine(machine)]
COMMAND = re.compile(r'\beitherway"? ([a-z]+(?: --[a-z-]+| "[^"]*"| [\w./~-]+)*)')


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def typed(text: str) -> list[str]:
    """The commands in a text: within backquotes or code blocks of the page, anywhere in a fix."""
    return [match[1] for match in COMMAND.finditer(text)]


def code(page: str) -> str:
    return "\n".join(re.findall(r"```\n(.*?)```", page, re.DOTALL) + re.findall(r"`([^`\n]+)`", page))


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_of_the_doctor_stands_in_the_table(topic: Topic) -> None:
    rows = [row for row in section("What you see, why, and what to do").splitlines() if row.startswith("| ")]
    assert any(re.search(rf"\(.*`{topic}`.*\)", row.split(" | ")[0]) for row in rows)


@pytest.mark.parametrize("command", sorted({*typed(code(PAGE)), *typed("\n".join(FIXES))}))
def test_every_command_that_is_named_exists(command: str) -> None:
    name, *rest = command.split()
    found = main.get_command(click.Context(main), name)
    assert found
    known = {option for parameter in found.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= known


def test_the_commands_are_found_in_the_page() -> None:
    named = {command.split()[0] for command in typed(code(PAGE))}
    assert named >= {"new", "demo", "addin", "doctor", "undo", "today"}
    assert any("--refresh-macros" in command for command in typed("\n".join(FIXES)))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_button_is_named_and_clicked_in_the_checklist(command: Command) -> None:
    assert f"**{command.label}**" in section("The checklist: twelve clicks")


def test_the_checklist_has_twelve_clicks() -> None:
    numbers = re.findall(r"^\| (\d+) \|", section("The checklist: twelve clicks"), re.MULTILINE)
    assert numbers == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("system", ["Windows", "macOS"])
def test_installing_takes_five_steps_and_says_what_one_sees(system: str) -> None:
    steps = re.split(r"^\d\. ", section(f"{system}, in five steps"), flags=re.MULTILINE)[1:]
    assert len(steps) == 5
    assert all("*You see*" in " ".join(step.split()) for step in steps)


def test_python_is_installed_where_the_workbook_looks_for_it() -> None:
    assert r'py -m venv "%LOCALAPPDATA%\eitherway\venv"' in section("Windows, in five steps")
    assert interpreter.CONFIG["INTERPRETER_WIN"].startswith(r"%LOCALAPPDATA%\eitherway\venv" + "\\")
    assert "python3 -m venv ~/.eitherway/venv\n" in section("macOS, in five steps")
    assert interpreter.CONFIG["INTERPRETER_MAC"].startswith("$HOME/.eitherway/venv/")


def test_links_within_the_page_lead_somewhere() -> None:
    titles = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors


def test_it_says_plainly_what_was_not_run() -> None:
    assert "None of this has been run in Microsoft Excel" in PAGE
