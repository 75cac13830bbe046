"""README.md, DECISIONS.md and the pages under docs/ keep up with the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docs.make_pictures import PICTURES, carried, demo, digest, stamped
from docs.make_readme import PAGE, SHOWN, page

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "DECISIONS.md", *sorted(ROOT.glob("docs/**/*.md")))
BLOCK = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"`([\w./-]+)`")
LINKED = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
A_FILE = re.compile(r"[\w-]+\.(py|md|txt|bas|toml)")
USERS = (".", "/", "demo/", "plain/")
"""How the paths begin that are a user's: nobody has those in the repository."""

each_page = pytest.mark.parametrize("written", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())


def prose(written: Path) -> str:
    return BLOCK.sub("", written.read_text(encoding="utf-8"))


def named(text: str) -> set[str]:
    """The paths of the repository in a text: with a slash, or the bare name of a file of ours."""
    quoted = {name for name in QUOTED.findall(text) if "/" in name or A_FILE.fullmatch(name)}
    return {name for name in quoted if not name.startswith(USERS)}


def is_there(name: str) -> bool:
    """From the top or from the package's folder; a bare name is that of anything in the sources."""
    if "/" in name:
        return any((ROOT / top / name).exists() for top in ("", "pipeline/eitherway"))
    folders = ("pipeline", "workbook", "docs", "tests", "letter_templates")
    return (ROOT / name).exists() or any(True for top in folders for _ in (ROOT / top).rglob(name))


@each_page
def test_every_path_that_a_page_names_is_there(written: Path) -> None:
    assert sorted(name for name in named(prose(written)) if not is_there(name)) == []


@each_page
def test_every_page_that_a_page_links_to_is_there(written: Path) -> None:
    links = LINKED.findall(prose(written))
    assert [link for link in links if not (written.parent / link).exists()] == []


def test_the_folders_of_the_readme_are_those_of_the_repository() -> None:
    (block,) = (block for block in BLOCK.findall(PAGE.read_text("utf-8")) if "pipeline/eitherway/ " in block)
    rooms = set(re.findall(r"(\w+)/ ", block))
    package = {each.parent.name for each in (ROOT / "pipeline" / "eitherway").glob("*/__init__.py")}
    assert package <= rooms
    assert [room for room in rooms if not is_there(room)] == []


@pytest.mark.slow
def test_what_the_readme_shows_of_commands_is_what_they_print() -> None:
    assert SHOWN.search(PAGE.read_text("utf-8"))
    assert PAGE.read_text("utf-8") == page(), "run: python docs/make_all.py"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the demo that the pictures show."""
    return demo(tmp_path_factory.mktemp("demo")).parent


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_there_is(name: str, shown: Path) -> None:
    assert carried(name) == digest(PICTURES[name], shown), "run: python docs/make_all.py"


def test_every_picture_of_the_readme_has_its_maker() -> None:
    assert {*re.findall(r"docs/pictures/(\w+)\.png", PAGE.read_text("utf-8"))} == {*PICTURES}


def test_a_stamp_changes_nothing_that_is_seen() -> None:
    plain = (ROOT / "docs" / "pictures" / "letter.png").read_bytes()
    again = stamped(stamped(plain, "one"), "two")
    assert b"Made from\0two" in again
    assert b"Made from\0one" not in again
    assert again.replace(b"two", b"one")[:8] == plain[:8]
    assert plain[plain.index(b"IDAT") :] == again[again.index(b"IDAT") :]
