"""Letters on the disk: the same bytes again, an edited one kept, an open one said, links to those there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from docx import Document

from eitherway.letters.files import TEMPORARY, write_merged
from eitherway.letters.links import Shelf, existing_links
from eitherway.letters.merge.compiler import Press
from eitherway.letters.merge.seal import seal
from eitherway.letters.merging import merge_letters
from eitherway.letters.owed.plan import plan_letters
from eitherway.model.codes import Code
from eitherway.model.records import Letter, LetterState, Link
from tests.letters.merging import own_template, write, written
from tests.letters.workbooks import AS_OF, TALK, panel, workbook

WRITTEN, UNCHANGED, KEPT, HELD = LetterState


DYING = """
import resource, signal, sys
from pathlib import Path
from tests.letters.test_files import letters, write
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
planned = letters("Ann", "Bob")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
write(planned, Path(sys.argv[1]))
"""
REPLACING = """
import sys
from pathlib import Path
from eitherway.letters.files import _replace
from tests.letters.test_files import letters
(letter,) = letters(sys.argv[2])
target = Path(sys.argv[1], letter.path)
for number in range(300):
    content = f"{sys.argv[2]} {number}".encode() * 999
    _replace(letter, target, content)
    assert target.read_bytes() == content
"""
limited = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")


def letters(*names: str, **more: str) -> list[Letter]:
    return plan_letters(*workbook(panel(*(names or ("Rachel Vilsack",)), **more)))


def states(letters: list[Letter], folder: Path) -> list[LetterState]:
    results, _ = write(letters, folder)
    return [result.state for result in results]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    (letter,) = letters()
    first, second = (written(letter, tmp_path / folder).read_bytes() for folder in ("a", "b"))
    assert first == second


def test_a_second_run_touches_no_file(tmp_path: Path) -> None:
    planned = letters("Ann", "Bob")
    assert states(planned, tmp_path) == [WRITTEN, WRITTEN]
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.docx")}
    assert states(planned, tmp_path) == [UNCHANGED, UNCHANGED]
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.docx")} == before


def test_a_letter_that_says_something_else_now_is_written_anew(tmp_path: Path) -> None:
    states(letters(), tmp_path)
    other = letters(**{"What we talked about": "something else"})
    assert states(other, tmp_path) == [WRITTEN]
    assert "something else" in "".join(
        each.text for each in Document(str(tmp_path / other[0].path)).paragraphs
    )


def test_an_edited_letter_is_kept_and_is_no_problem(tmp_path: Path) -> None:
    (letter,) = letters()
    file = written(letter, tmp_path)
    document = Document(str(file))
    document.paragraphs[0].add_run(" (edited)")
    document.save(str(file))
    mine = file.read_bytes()
    results, problems = write([letter], tmp_path)
    assert results[0].state is KEPT
    assert file.read_bytes() == mine
    assert problems == []


def test_a_letter_that_another_program_packed_anew_is_left_to_the_user(tmp_path: Path) -> None:
    (letter,) = letters()
    file = written(letter, tmp_path)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert states([letter], tmp_path) == [KEPT]


@pytest.mark.parametrize(
    "content", [b"notes of my own", b"PK\x05\x06" + bytes(18), b"PK\x03\x04cut off", b"P.S."]
)
def test_a_file_that_is_not_ours_is_kept(content: bytes, tmp_path: Path) -> None:
    (letter,) = letters()
    file = tmp_path / letter.path
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert states([letter], tmp_path) == [KEPT]
    assert file.read_bytes() == content


def test_a_letter_that_was_cut_short_is_written_anew_also_on_another_day(tmp_path: Path) -> None:
    (letter,) = letters()
    file = written(letter, tmp_path)
    whole = file.read_bytes()
    plan, tables = workbook([TALK], as_of=date(2026, 11, 23))
    for size in {0, 1, 13, 14, 30, 47, 48, *range(100, len(whole), 977), len(whole) - 22, len(whole) - 1}:
        file.write_bytes(whole[:size])
        results, _ = write(plan_letters(plan, tables), tmp_path, plan.as_of)
        assert [result.state for result in results] == [WRITTEN], size
        assert seal(file.read_bytes())


def test_what_the_user_saved_is_never_taken_for_a_letter_cut_short(tmp_path: Path) -> None:
    (letter,) = letters()
    file = written(letter, tmp_path)
    with zipfile.ZipFile(file, "a") as archive:  # the first part stays as we wrote it
        archive.comment = b"mine"
    assert states([letter], tmp_path) == [KEPT]
    document = Document(str(file))
    document.save(str(file))
    saved = file.read_bytes()
    file.write_bytes(saved[: len(saved) // 2])
    assert states([letter], tmp_path) == [KEPT]


@limited
@pytest.mark.parametrize("size", [20, 1000])
def test_a_run_killed_in_the_middle_of_a_letter_is_mended_by_the_next(size: int, tmp_path: Path) -> None:
    """The system kills it as it writes past the limit: that many bytes of the first letter stand."""
    run = subprocess.run([sys.executable, "-c", DYING, tmp_path, str(size)], check=False)
    assert run.returncode == -signal.SIGXFSZ
    assert [file.stat().st_size for file in tmp_path.rglob("*.docx")] == [size]
    planned = letters("Ann", "Bob")
    assert states(planned, tmp_path) == [WRITTEN, WRITTEN]
    assert states(planned, tmp_path) == [UNCHANGED, UNCHANGED]


@limited
def test_a_letter_that_does_not_fit_on_the_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    planned = letters("Ann", "Bob")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        results, problems = write(planned, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [result.state for result in results] == [HELD, HELD]
    assert [problem.code for problem in problems] == [Code.LETTER_NOT_WRITTEN] * 2
    assert list(tmp_path.rglob("*.*")) == []


def test_a_current_letter_is_not_merged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = letters("Ann", "Bob")
    states(planned, tmp_path)
    monkeypatch.setattr(Press, "letter", None)
    assert states(planned, tmp_path) == [UNCHANGED, UNCHANGED]


def test_a_letter_that_says_the_same_for_another_reason_is_left_alone(tmp_path: Path) -> None:
    own_template(tmp_path, "Hello {{ role }}")
    states(letters(), tmp_path)
    other = letters(**{"What we talked about": "something that this template does not say"})
    before = (tmp_path / other[0].path).read_bytes()
    assert states(other, tmp_path) == [UNCHANGED]
    assert (tmp_path / other[0].path).read_bytes() == before


def test_a_template_that_was_changed_is_merged_anew(tmp_path: Path) -> None:
    own_template(tmp_path, "Hello {{ role }}")
    states(letters(), tmp_path)
    own_template(tmp_path, "Hi {{ role }}")
    assert states(letters(), tmp_path) == [WRITTEN]


def test_a_changed_part_or_a_part_more_breaks_the_seal(tmp_path: Path) -> None:
    (letter,) = letters()
    with zipfile.ZipFile(written(letter, tmp_path), "a") as archive:
        archive.writestr("word/extra.xml", "<x/>")
    assert states([letter], tmp_path) == [KEPT]


def test_the_properties_are_the_letters_own(tmp_path: Path) -> None:
    (letter,) = letters()
    properties = Document(str(written(letter, tmp_path))).core_properties
    assert properties.title == "Thank-you e-mail to Rachel Vilsack"
    assert properties.author == properties.last_modified_by == "Dana Whitcombe"
    assert properties.language == "en-US"
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime(2026, 11, 22)  # noqa: DTZ001 - tzinfo left out
    assert properties.identifier.startswith("eitherway:sha256:")


def test_a_name_too_long_for_a_property_is_no_obstacle(tmp_path: Path) -> None:
    (letter,) = letters("Ann \x01" + "x" * 400)
    assert len(Document(str(written(letter, tmp_path))).core_properties.title) == 255


def test_merging_says_what_writing_will_do_and_writes_nothing(tmp_path: Path) -> None:
    merged = merge_letters(letters("Ann", "Bob"), tmp_path, tmp_path, AS_OF)
    assert [each.result.state for each in merged] == [WRITTEN, WRITTEN]
    assert list(tmp_path.iterdir()) == []
    assert write_merged(merged, tmp_path) == merged


def test_another_persons_letter_is_left_alone_where_two_workbooks_share_a_folder(tmp_path: Path) -> None:
    (hers,) = letters()
    sender = hers.fields["sender"]
    assert isinstance(sender, Mapping)
    his = replace(hers, fields={**hers.fields, "sender": {**sender, "name": "Tomás O'Neill & Söhne"}})
    before = written(hers, tmp_path).read_bytes()
    for name in ("Dana.xlsx", "~$Tomás.xlsx", "Tomás.XLSM"):
        (tmp_path / name).touch()
    results, problems = write([his], tmp_path)
    assert [result.state for result in results] == [HELD]
    assert "names Dana Whitcombe as its sender, and more than one workbook is" in problems[0].message
    assert (tmp_path / hers.path).read_bytes() == before
    (tmp_path / "Dana.xlsx").unlink()  # now it may be the same person, whose name was mended
    assert states([his], tmp_path) == [WRITTEN]
    assert states([his], tmp_path) == [UNCHANGED]
    (tmp_path / "Dana.xlsx").touch()
    assert states([his, hers], tmp_path) == [UNCHANGED, HELD]


def test_two_runs_at_once_in_one_folder_do_not_exchange_their_letters(tmp_path: Path) -> None:
    """Each replaces its own letters, again and again, as two clients' workbooks in one batch do."""
    for who in ("Ann", "Bob"):
        written(letters(who)[0], tmp_path)
    writers = [
        subprocess.Popen([sys.executable, "-c", REPLACING, str(tmp_path), who]) for who in ("Ann", "Bob")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]


def test_a_letter_that_the_user_saves_after_the_merge_is_left_alone(tmp_path: Path) -> None:
    (letter,) = letters()
    merged = merge_letters([letter], tmp_path, tmp_path, AS_OF)
    file = tmp_path / letter.path
    file.parent.mkdir(parents=True)
    file.write_bytes(b"mine")
    (done,) = write_merged(merged, tmp_path)
    assert done.result.state is HELD
    assert done.result.letter.held == done.problems[0]
    assert "was changed by another program just now" in done.problems[0].message
    assert file.read_bytes() == b"mine"


def test_a_held_letter_is_not_written_and_its_problem_is_not_said_twice(tmp_path: Path) -> None:
    results, problems = write(letters(**{"What we talked about": ""}), tmp_path)
    assert [result.state for result in results] == [HELD]
    assert problems == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
def test_a_letter_that_is_open_is_left_alone(lock: str, tmp_path: Path) -> None:
    (letter,) = letters()
    file = written(letter, tmp_path)
    before = file.read_bytes()
    file.with_name(lock.format(file.name[2:] if lock.startswith("~") else file.name)).write_bytes(b"me")
    assert states([letter], tmp_path) == [UNCHANGED]
    (changed,) = letters(**{"What we talked about": "something else"})
    results, problems = write([changed], tmp_path)
    assert results[0].state is HELD
    assert [problem.code for problem in problems] == [Code.LETTER_NOT_WRITTEN]
    assert "is open in another program" in problems[0].message
    assert file.read_bytes() == before


def test_a_place_that_cannot_be_written_is_said_and_the_others_go_on(tmp_path: Path) -> None:
    ann, bob = letters("Ann", "Bob")
    (tmp_path / ann.path).mkdir(parents=True)
    results, problems = write([ann, bob], tmp_path)
    assert [result.state for result in results] == [HELD, WRITTEN]
    assert [problem.code for problem in problems] == [Code.LETTER_NOT_WRITTEN]
    assert ann.path in problems[0].message


def test_a_file_where_the_folder_should_be_is_said_and_no_half_letter_stays(tmp_path: Path) -> None:
    (tmp_path / "Letters").write_text("a file")
    results, problems = write(letters(), tmp_path)
    assert [result.state for result in results] == [HELD]
    assert [problem.code for problem in problems] == [Code.LETTER_NOT_WRITTEN]
    assert not list(tmp_path.rglob(f"*{TEMPORARY}"))


def test_links_are_given_for_the_letters_that_stand(tmp_path: Path) -> None:
    ann, bob = letters("Ann", "Bob")
    assert existing_links([ann, bob], Shelf(tmp_path)) == {}
    written(bob, tmp_path)
    assert existing_links([ann, bob], Shelf(tmp_path)) == {
        3: Link("Letters/Northwind Traders/2026-11-16 Bob - thank-you e-mail.docx", "Thank-you e-mail")
    }


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS makes the two forms one name by itself")
def test_a_link_is_found_in_either_unicode_form(tmp_path: Path) -> None:
    (letter,) = letters("Zoë Ångström")
    file = tmp_path / normalize("NFD", letter.path)
    file.parent.mkdir(parents=True)
    file.touch()
    assert list(existing_links([letter], Shelf(tmp_path))) == [2]


def test_another_day_dates_the_letter_anew(tmp_path: Path) -> None:
    states(letters(), tmp_path)
    plan, tables = workbook([TALK], as_of=date(2026, 11, 23))
    results, _ = write(plan_letters(plan, tables), tmp_path, plan.as_of)
    assert [result.state for result in results] == [WRITTEN]


def made_a_folder(place: Path) -> None:
    place.mkdir()


def made_a_pipe(place: Path) -> None:
    os.mkfifo(place)


def made_a_dangling_link(place: Path) -> None:
    place.symlink_to("gone.docx")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes and links")
@pytest.mark.parametrize(
    ("make", "what"),
    [
        (made_a_folder, "a folder"),
        (made_a_pipe, "a pipe or a device"),
        (made_a_dangling_link, "a link that leads to no file"),
    ],
)
def test_what_is_no_file_in_a_letters_place(make: Callable[[Path], None], what: str, tmp_path: Path) -> None:
    (letter,) = letters()
    place = tmp_path / letter.path
    place.parent.mkdir(parents=True)
    make(place)
    results, problems = write([letter], tmp_path)
    assert [result.state for result in results] == [HELD]
    (problem,) = problems
    assert problem.message == f'"{letter.path}" is {what}, so no letter can be put there.'
    assert problem.fix == "Move it away or give it another name, and run this again."
    assert os.path.lexists(place)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights otherwise")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o400])
def test_nobody_may_read_a_letter_who_may_not_read_the_workbook(mode: int, tmp_path: Path) -> None:
    (letter,) = letters()
    workbook = tmp_path / "Search.xlsx"
    workbook.touch(mode)
    for _ in range(2):
        merged = merge_letters([letter], tmp_path, tmp_path, AS_OF)
        write_merged(merged, tmp_path, workbook)
        assert (tmp_path / letter.path).stat().st_mode & 0o777 == mode | 0o600
        around = [each for each in (tmp_path / letter.path).parents if tmp_path in each.parents]
        folders = mode | 0o700 | (0o010 if mode & 0o040 else 0)
        assert {each.stat().st_mode & 0o777 for each in around} == {folders}
        letter = replace(letter, fields={**letter.fields, "role": "Head of Data"})
