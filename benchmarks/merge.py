"""How many letters a second are merged and written: one page, 180 words, 20 fields, a header and a footer.

The same letter in each tool's own way of naming fields, one process, a file for each letter. Its template is
what python-docx begins with, as most of docxtpl's users do; a leaner one has the styles of those that come
with the program, and weighs an eighth. The floor is what no merge can leave out: to render the texts with
Jinja, to deflate the parts that changed as quickly as we do, to write the file. Ours also puts the letters on
the disk for good, which the others leave to the system.
The peers from npm are measured where Node is found and `npm install` was run in benchmarks/node; they get a
few letters to warm up.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from docx.oxml.ns import nsdecls
from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks import table, timing
from benchmarks.rows import Row
from benchmarks.sample import fields, template
from eitherway.letters.files import write_merged
from eitherway.letters.merge.packing import deflated
from eitherway.letters.merging import merge_letters
from eitherway.letters.template.shipped import shipped_templates
from eitherway.model.problems import Location
from eitherway.model.records import Letter, LetterState

AS_OF = date(2026, 11, 18)
TURNS, QUICK_TURNS = 3, 2
FIRST_TURNS, QUICK_FIRST_TURNS = 15, 3
LETTERS = 1000  # of ours, fewer would time the compiler
PEERS_LETTERS, QUICK_LETTERS = 300, 60
MANY, QUICK_MANY = 100_000, 10_000
NODE = Path(__file__).parent / "node"

OURS, FLOOR = "Either Way", "the floor: render, deflate what changed, write"
DOCUMENTED, READ = "docxtpl, as documented", "list the folder, read the files"
PEERS = {  # what each is given to merge its letters with, and the target
    DOCUMENTED: "at least 50",
    "docxtpl, its object used again": "",
    "docx-mailmerge2": "at least 15",
    "docxtemplater": "at least 15",
    "easy-template-x": "at least 15",
    "carbone": "at least 15",
}
MERGED, A_LETTER = "Letters merged and written, against {}", "A letter merged and written"
LEAN, LEAN_LETTER = "Letters from a lean template, against docxtpl", "A letter from a lean template"
AGAIN = "A current letter, in a second run"
FIRST, MEMORY = "The first letter of a fresh process", "Memory of merging 100,000 letters"
WHAT = (*map(MERGED.format, PEERS), A_LETTER, LEAN, LEAN_LETTER, AGAIN, FIRST, MEMORY)

Fields = Mapping[str, str]


class Tool(NamedTuple):
    """How a tool writes a field, and its seconds to merge all `letters` from its template into a folder."""

    field: str
    seconds: Callable[[Path, Sequence[Fields], Path], float]


def rows(quick: bool) -> Iterator[Row]:
    """Our letters against each peer's, the floor, a first letter and memory."""
    letters = [fields(number) for number in range(LETTERS)]
    few = letters[: QUICK_LETTERS if quick else PEERS_LETTERS]
    with TemporaryDirectory() as folder:
        ways = {
            name: partial(_turn, tool, letters if name in (OURS, FLOOR) else few, Path(folder))
            for name, tool in _tools().items()
        }
        seconds = timing.alternating(ways, QUICK_TURNS if quick else TURNS)
        ours = seconds[OURS]
        for peer in (each for each in PEERS if each in seconds):
            ratio = seconds[peer] / seconds[OURS]
            yield Row(MERGED.format(peer), 1 / ours, "letters/s", peer, ratio, PEERS[peer])
        yield Row(A_LETTER, ours * 1e6, "µs", FLOOR, seconds[OURS] / seconds[FLOOR], "at most 2")
        yield from _lean(letters, len(few), Path(folder), QUICK_TURNS if quick else TURNS)
        yield from _second_run(letters, Path(folder))
        yield from _first(Path(folder), QUICK_FIRST_TURNS if quick else FIRST_TURNS)
        yield from _memory(Path(folder), QUICK_MANY if quick else MANY)


def _tools() -> dict[str, Tool]:
    tools = {
        OURS: Tool("{{ %s }}", _ours),
        FLOOR: Tool("{{ %s }}", _floor),
        DOCUMENTED: Tool("{{ %s }}", _docxtpl),
        "docxtpl, its object used again": Tool("{{ %s }}", _docxtpl_again),
    }
    try:
        import mailmerge  # noqa: F401, PLC0415 - only where it is installed

        word_field = (
            f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD %s "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
        )
        tools["docx-mailmerge2"] = Tool(word_field, _mailmerge)
    except ImportError:
        pass
    for name, field in (("docxtemplater", "{%s}"), ("easy-template-x", "{%s}"), ("carbone", "{d.%s}")):
        if shutil.which("node") and (NODE / "node_modules" / name).exists():
            tools[name] = Tool(field, partial(_node, name))
    return tools


def _turn(tool: Tool, letters: Sequence[Fields], folder: Path, styled: Path | None = None) -> float:
    written = folder / "letters"
    shutil.rmtree(written, ignore_errors=True)
    written.mkdir()
    source = template(folder / "template.docx", tool.field, styled)
    os.sync()  # nobody waits for what another left to the system
    return tool.seconds(source, letters, written) / len(letters)


def _ours(source: Path, letters: Sequence[Fields], folder: Path) -> float:
    own = _own_templates(source, folder)
    planned = [_letter(number, each) for number, each in enumerate(letters)]

    def work() -> None:
        merged = write_merged(merge_letters(planned, folder, own, AS_OF), folder)
        assert all(each.result.state is LetterState.WRITTEN for each in merged)

    return timing.timed(work)


def _lean(letters: Sequence[Fields], few: int, folder: Path, turns: int) -> Iterator[Row]:
    styled, tools = shipped_templates() / "warm" / "thank-you.docx", _tools()
    ways = {
        OURS: partial(_turn, tools[OURS], letters, folder, styled),
        FLOOR: partial(_turn, tools[FLOOR], letters, folder, styled),
        DOCUMENTED: partial(_turn, tools[DOCUMENTED], letters[:few], folder, styled),
    }
    seconds = timing.alternating(ways, turns)
    ours = seconds[OURS]
    yield Row(LEAN, 1 / ours, "letters/s", DOCUMENTED, seconds[DOCUMENTED] / ours)
    yield Row(LEAN_LETTER, ours * 1e6, "µs", FLOOR, ours / seconds[FLOOR])


def _second_run(letters: Sequence[Fields], folder: Path) -> Iterator[Row]:
    source, written = template(folder / "template.docx", "{{ %s }}"), folder / "again"
    _ours(source, letters, written)
    planned = [_letter(number, each) for number, each in enumerate(letters)]
    own = _own_templates(source, written)
    ways = {
        OURS: lambda: timing.timed(
            lambda: write_merged(merge_letters(planned, written, own, AS_OF), written)
        ),
        READ: lambda: timing.timed(
            lambda: [Path(each).read_bytes() for each in os.scandir(written) if each.is_file()]
        ),
    }
    seconds = timing.alternating(ways, TURNS)
    ratio = seconds[OURS] / seconds[READ]
    yield Row(AGAIN, seconds[OURS] / len(letters) * 1e6, "µs", READ, ratio)


def _own_templates(source: Path, folder: Path) -> Path:
    own = folder / "letter_templates"
    (own / "warm").mkdir(parents=True, exist_ok=True)
    shutil.copy(source, own / "warm" / "bench.docx")
    return own


def _letter(number: int, each: Fields) -> Letter:
    where = Location("Interviews", number + 2, "Letter")
    shared = {"sender": {"name": each["sender_name"]}, "paper": "A4", "language": "en-US"}
    return Letter(
        row=number + 2,
        application="A",
        interviewer=each["name"],
        step="Thank-you",
        channel="Post",
        tone="Warm",
        path=f"{number}.docx",
        fields={**each, **shared},
        held=None,
        template="bench",
        where=where,
        template_where=where,
        tone_where=where,
    )


def _floor(source: Path, letters: Sequence[Fields], folder: Path) -> float:
    word = DocxTemplate(source)
    word.init_docx()
    around = [part for uri in (word.HEADER_URI, word.FOOTER_URI) for _, part in word.get_headers_footers(uri)]
    texts = [word.get_xml(), *(word.get_part_xml(part) for part in around)]
    environment = Environment(autoescape=True)
    parts = [environment.from_string(word.patch_xml(text)) for text in texts]
    unchanged = source.read_bytes()

    def work() -> None:
        for number, each in enumerate(letters):
            made = (deflated(part.render(each).encode()) for part in parts)
            (folder / f"{number}.docx").write_bytes(b"".join((unchanged, *made)))

    return timing.timed(work)


def _docxtpl(
    source: Path, letters: Sequence[Fields], folder: Path, opened: Callable[[Path], Any] = DocxTemplate
) -> float:
    def work() -> None:
        for number, each in enumerate(letters):
            word = opened(source)
            word.render(each, autoescape=True)
            word.save(folder / f"{number}.docx")

    return timing.timed(work)


def _docxtpl_again(source: Path, letters: Sequence[Fields], folder: Path) -> float:
    word = DocxTemplate(source)
    return _docxtpl(source, letters, folder, lambda _: word)


def _mailmerge(source: Path, letters: Sequence[Fields], folder: Path) -> float:
    from mailmerge import MailMerge  # noqa: PLC0415 - as above

    def work() -> None:
        for number, each in enumerate(letters):
            with MailMerge(str(source)) as word:
                word.merge(**each)
                word.write(str(folder / f"{number}.docx"))

    return timing.timed(work)


def _node(tool: str, source: Path, letters: Sequence[Fields], folder: Path) -> float:
    data = folder / "data.json"
    data.write_text(json.dumps(letters), "utf-8")
    command = ["node", str(NODE / "merge.mjs"), tool, str(source), str(data), str(folder)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


A_FEW_OF_OURS = """
import sys
from datetime import date
from pathlib import Path
from eitherway.machine.collector import collection_left_out
with collection_left_out():  # as in the program itself
    from eitherway.letters.merge.compiler import Press
    source, target, fields, count = sys.argv[1:]
    docx, press, named = Path(source).read_bytes(), Press(date(2026, 11, 18)), eval(fields)
    for number in range(int(count)):
        letter = {**named, "point": str(number), "paper": "A4", "language": "en-US"}
        Path(target).write_bytes(press.letter(docx, letter, title="", author=""))
"""
ONE_OF_DOCXTPL = """
import sys
from docxtpl import DocxTemplate
source, target, fields = sys.argv[1:]
word = DocxTemplate(source)
word.render(eval(fields), autoescape=True)
word.save(target)
"""


def _first(folder: Path, turns: int) -> Iterator[Row]:
    ours, theirs = ("-c", A_FEW_OF_OURS, *_given(folder)), ("-c", ONE_OF_DOCXTPL, *_given(folder))
    first = timing.alternating({OURS: timing.python(*ours, "1"), "docxtpl": timing.python(*theirs)}, turns)
    ratio = first[OURS] / first["docxtpl"]
    yield Row(FIRST, first[OURS] * 1000, "ms", "docxtpl", ratio, "at most 1")


def _memory(folder: Path, many: int) -> Iterator[Row]:
    ours = ("-c", A_FEW_OF_OURS, *_given(folder))
    few, most = (timing.process((*ours, str(count))).megabytes for count in (1000, many))
    yield Row(MEMORY, most, "MB", "merging 1,000", most / few, "at most 1.1")


def _given(folder: Path) -> tuple[Path, Path, str]:
    return template(folder / "template.docx", "{{ %s }}"), folder / "letter.docx", repr(fields(0))


if __name__ == "__main__":
    table.alone(rows)
