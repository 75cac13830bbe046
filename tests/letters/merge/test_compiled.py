"""The law of the fast way: each part of a letter is canonically equal to what docxtpl itself makes of it."""

from __future__ import annotations

import gc
import re
import zipfile
from datetime import date
from io import BytesIO
from itertools import cycle
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate, InlineImage, Listing, RichText
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from eitherway.letters.merge import compiler
from eitherway.letters.merge.compiled import MOST_TEXT
from eitherway.letters.merge.compiler import Press, by_docxtpl
from eitherway.letters.merge.dressing import Dress, dressed
from eitherway.letters.merge.seal import seal
from eitherway.letters.template.environment import LetterEnvironment
from eitherway.letters.template.faults import FaultCode
from eitherway.letters.template.opening import BrokenTemplate, Word, opened
from eitherway.letters.template.shipped import shipped_templates
from eitherway.machine.collector import collection_paused
from eitherway.templates.linter import read_template
from eitherway.words.forms.form import CARRIED
from tests.letters.merge.features import FAST, REFUSED, SLOW, template

AS_OF = date(2026, 11, 22)
SHIPPED = {str(path.relative_to(shipped_templates())): path for path in shipped_templates().glob("*/*.docx")}
PRESS = Press(AS_OF)

Fields = dict[str, Any]

NASTY = ("", "R&D <b>", "</w:t></w:r></w:p>", "{{ role }}", "{_{ x }_}", "{% if %}", "{# #}", "&#123;", "]]>")
SPACED = (" ", "a\nb", "\n", "\t", "a\tb\n\nc", "a\r\nb\rc\vd", "x\x00\x07\x0c\ufffe", "\ud800", "a \u2028b")
texts = st.one_of(
    st.sampled_from(NASTY + SPACED),
    st.text(max_size=30),
    st.lists(st.sampled_from(NASTY + SPACED), max_size=4).map("".join),
)


@st.composite
def contexts(draw: st.DrawFn) -> Fields:
    """The fields of a letter, any of which may be missing or hold anything that can be typed."""
    typed = cycle(draw(st.lists(texts, min_size=5, max_size=7)))

    def group(*names: str) -> dict[str, str]:
        return {name: next(typed) for name in names}

    plain = ("date", "company", "role", "reference", "interview_date", "round", "point", "why_this_job")
    return {
        **group(*plain, "step", "channel", "decision_date", "decision_passed", "status", "own_words"),
        "reason": group(*(form.value for form in CARRIED)),
        "sender": group("name", "email", "phone", "address", "contact"),
        "recipient": group(
            "name",
            "greeting",
            "honorific",
            "given",
            "family",
            "title",
            "company",
            "email",
            "address",
            "block",
        ),
        "panel": {"position": 1, "size": 3, "turn": draw(st.integers(1, 12))},
        "language": draw(st.sampled_from(("en-US", "en-GB"))),
        "paper": draw(st.sampled_from(("A4", "Letter"))),
    }


@settings(max_examples=3, deadline=None)
@given(fields=contexts(), title=texts)
@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_template_gives_what_docxtpl_gives(name: str, fields: Fields, title: str) -> None:
    assert_same(SHIPPED[name].read_bytes(), fields, title)


@settings(max_examples=3, deadline=None)
@given(fields=contexts(), title=texts)
@pytest.mark.parametrize("name", [*FAST, *SLOW])
def test_each_feature_gives_what_docxtpl_gives(name: str, fields: Fields, title: str) -> None:
    assert_same(template(name), fields, title)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_refused_in_the_same_words(name: str) -> None:
    assert reason(template(name), FIELDS) == reason_of_docxtpl(template(name), FIELDS) != ""


def test_which_take_the_fast_way(capsys: pytest.CaptureFixture[str]) -> None:
    whys = {name: PRESS.why_slow(path.read_bytes(), FIELDS) for name, path in SHIPPED.items()}
    assert set(whys.values()) == {""}
    features = {name: PRESS.why_slow(template(name), FIELDS) for name in (*FAST, *SLOW)}
    assert features == {**dict.fromkeys(FAST, ""), **{name: why for name, (_, why) in SLOW.items()}}
    with capsys.disabled():
        print(f"\nfast: {len(whys)} of {len(whys)} shipped, {len(FAST)} of {len(features)} feature templates")


def test_lint_says_which_template_is_slow_and_why() -> None:
    slow, fast = (read_template(name, template(name)).faults for name in ("a picture", "fields"))
    assert [fault.message for fault in slow if fault.code == FaultCode.SLOW] == [
        "Its letters take longer to merge than others, because there is a picture in its text."
    ]
    assert [fault for fault in fast if fault.code == FaultCode.SLOW] == []


@pytest.mark.parametrize("value", [RichText("x"), Listing("x"), InlineImage(None, "x.png"), [], 1.5, None])
def test_a_field_is_text_whichever_way_it_is_merged(value: object) -> None:
    said = reason(template("fields"), {**FIELDS, "point": value})
    assert said == reason_of_docxtpl(template("fields"), {**FIELDS, "point": value})
    assert said == f"a tag gives {type(value).__name__}, not text"


def test_a_very_long_letter_is_docxtpls(monkeypatch: pytest.MonkeyPatch) -> None:
    long = {**FIELDS, "point": "x" * (MOST_TEXT + 1)}
    assert_same(template("fields"), long, "")


def test_a_fast_letter_opens_and_a_slow_one_is_sealed_alike() -> None:
    for name in ("fields", "a picture"):
        docx = PRESS.letter(template(name), FIELDS, title="T", author="A", inputs="5eed")
        assert Document(BytesIO(docx)).core_properties.title == "T"
        said = seal(docx)
        assert said
        assert said.inputs == "5eed"


def test_a_fast_letter_has_the_bytes_that_it_had_before() -> None:
    assert len({Press(AS_OF).letter(template("fields"), FIELDS, title="", author="") for _ in range(2)}) == 1


def test_what_docxtpl_merges_itself_leaves_no_cycles_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """5 MB a letter, where a run has paused the collector."""
    seen: list[bool] = []

    def watched(docx: bytes) -> Word:
        seen.append(gc.isenabled())
        return opened(docx)

    monkeypatch.setattr(compiler, "opened", watched)
    with collection_paused():
        Press(AS_OF).letter(template("a picture"), FIELDS, title="", author="")
        assert not gc.isenabled()
    assert seen == [True, True]


def test_letters_of_one_template_share_in_memory_what_does_not_change() -> None:
    one, other = (
        PRESS.pieces(template("fields"), FIELDS, title=title, author="A") for title in ("To Ann", "To Bob")
    )
    shared = {id(piece) for piece in one} & {id(piece) for piece in other}
    own = sum(len(piece) for piece in other if id(piece) not in shared)
    assert own < len(b"".join(other)) / 3


def assert_same(docx: bytes, fields: Fields, title: str) -> None:
    ours = PRESS.letter(docx, fields, title=title, author=fields["sender"]["name"])
    made, reference = parts(ours), parts(plain_docxtpl(docx, fields, title))
    assert list(made) == list(reference)
    for name in made:
        assert made[name] == reference[name] or canonical(made[name]) == canonical(reference[name]), name


def plain_docxtpl(docx: bytes, fields: Fields, title: str) -> bytes:
    """Docxtpl as documented, and then the page and the properties."""
    word, saved = DocxTemplate(BytesIO(docx)), BytesIO()
    word.render(fields, ENVIRONMENT, autoescape=True)
    own = {"title": shown(title), "author": shown(fields["sender"]["name"])}
    dressed(word.docx, dress(fields), **own)
    word.save(saved)
    return saved.getvalue()


def reason(docx: bytes, fields: Fields) -> str:
    try:
        PRESS.letter(docx, fields, title="", author="")
    except BrokenTemplate as broken:
        return str(broken)
    return ""


def reason_of_docxtpl(docx: bytes, fields: Fields) -> str:
    try:
        by_docxtpl(docx, fields, ENVIRONMENT, dress(fields), title="", author="")
    except BrokenTemplate as broken:
        return str(broken)
    return ""


def dress(fields: Fields) -> Dress:
    return Dress(fields["paper"], fields["language"], AS_OF)


def shown(typed: str) -> str:
    """A property as it should be: on one line, without what XML cannot hold."""
    return re.sub("[\x00-\x1f\ud800-\udfff\ufffe\uffff]", "", " ".join(typed.split()))


def parts(docx: bytes) -> dict[str, bytes]:
    """Each part, by name and in order of the names."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in sorted(archive.namelist())}


def canonical(part: bytes) -> bytes:
    """The XML in its canonical form, without the seal."""
    unsealed = re.sub(rb"(?<=<dc:identifier>)[^<]*", b"", part)
    written: bytes = etree.tostring(etree.fromstring(unsealed), method="c14n")
    return written


ENVIRONMENT = LetterEnvironment()
FIELDS: Fields = {
    **dict.fromkeys(("date", "company", "role", "reference", "interview_date", "round", "point"), "x"),
    **dict.fromkeys(("why_this_job", "step", "channel", "decision_date", "decision_passed"), "x"),
    **dict.fromkeys(("status", "own_words"), ""),
    "sender": dict.fromkeys(("name", "email", "phone", "address", "contact"), "x"),
    "recipient": dict.fromkeys(
        ("name", "greeting", "honorific", "given", "family", "title", "company", "email", "address", "block"),
        "x",
    ),
    "panel": {"position": 1, "size": 1, "turn": 1},
    "language": "en-US",
    "paper": "A4",
}
