"""The seal of a letter, read alone and after others: a letter that was touched has none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eitherway.letters.merge.packing import member
from eitherway.letters.merge.seal import UNSEALED, Seals, seal, sealed

CORE = f"<core><dc:identifier>{UNSEALED}</dc:identifier></core>".encode()
SHARED = member("styles.xml", b"s" * 500)

texts = st.lists(
    st.sampled_from((b"", b"Dear Ann", b"Dear Bob", b"Dear Bob, thank you")), min_size=1, max_size=4
)


def letter(text: bytes, *more: bytes) -> bytes:
    extra = [member(f"{number}.xml", each) for number, each in enumerate(more)]
    return b"".join(sealed(CORE, [SHARED, member("document.xml", text), *extra], "5eed"))


@given(texts)
def test_a_seal_read_after_others_is_the_one_read_alone(written: list[bytes]) -> None:
    seals = Seals()
    letters = [letter(*written[:number]) for number in range(1, len(written) + 1)]
    assert [seals.of(each) for each in letters] == [seal(each) for each in letters]
    assert all(seals.of(each) for each in letters)


@given(st.data())
def test_a_letter_that_was_touched_in_any_of_its_parts_has_no_seal(data: st.DataObject) -> None:
    docx = letter(b"Dear Ann")
    at = data.draw(st.integers(docx.index(SHARED.local), docx.index(b"PK\x01\x02") - 1))
    touched = bytearray(docx)
    touched[at] ^= data.draw(st.integers(1, 255))
    seals = Seals()
    assert seals.of(docx)
    assert seals.of(bytes(touched)) is None
    assert seals.of(docx)


def test_what_stands_before_the_letter_breaks_the_seal() -> None:
    assert seal(letter(b"Dear Ann"))
    assert seal(b"x" + letter(b"Dear Ann")) is None
