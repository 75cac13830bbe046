"""Letters as zip files: what goes in comes out, the same parts give the same bytes."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitherway.letters.merge import packing
from eitherway.letters.merge.packing import copied, member, packed, places, stored

names = st.text(
    st.characters(exclude_characters="\x00\\/", exclude_categories=["Cs"]), min_size=1, max_size=20
)
contents = st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode() * 40))
packages = st.dictionaries(names, contents, min_size=1, max_size=5)


@given(packages)
def test_what_is_packed_can_be_unpacked(parts: dict[str, bytes]) -> None:
    first, *others = parts.items()
    docx = b"".join(packed([stored(*first), *(member(*part) for part in others)]))
    assert read(docx) == parts
    assert docx == b"".join(packed([stored(*first), *(member(*part) for part in others)]))


@given(packages)
def test_without_isa_l_the_same_comes_out(parts: dict[str, bytes]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing, "igzip_lib", None)
        assert read(b"".join(packed(member(*part) for part in parts.items()))) == parts


@given(packages, st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
def test_parts_are_copied_as_another_program_packed_them(parts: dict[str, bytes], method: int) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for part in parts.items():
            archive.writestr(*part)
    with zipfile.ZipFile(made) as archive:
        copies = [copied(made.getvalue(), part) for part in archive.infolist()]
        sizes = [part.compress_size for part in archive.infolist()]
    docx = b"".join(packed(copies))
    assert read(docx) == parts
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        assert [part.compress_size for part in archive.infolist()] == sizes


@given(packages)
def test_each_member_is_found_where_it_was_packed(parts: dict[str, bytes]) -> None:
    members = [member(*part) for part in parts.items()]
    docx = b"".join(packed(members))
    assert [docx[start:end] for start, end in places(docx) or ()] == [each.local for each in members]
    assert places(docx[:-1]) is None


def read(docx: bytes) -> dict[str, bytes]:
    """Every part, each checked against its checksum."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist()}
