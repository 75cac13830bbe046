"""The zip package: what is not meant to change keeps its very bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from eitherway.books.package import DamagedPackage, Package
from tests.books.workbooks import differing_parts, packed

PARTS = {"a.xml": b"<a/>" * 50, "b.bin": b"stored", "c.xml": b"<c/>"}


def streamed() -> bytes:
    """A zip whose sizes follow the data, as programs write that cannot seek; with a comment at its end."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    data = Pipe()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in PARTS.items():
            package.writestr(name, content)
        package.comment = b"by a pipe"
    return data.getvalue()


@pytest.mark.parametrize("data", [packed(PARTS), streamed()], ids=["plain", "streamed"])
def test_a_part_is_exchanged_and_one_left_out(data: bytes) -> None:
    package = Package(data)
    assert {name: package.read(name) for name in PARTS} == PARTS
    new = package.changed({"a.xml": b"<new/>", "c.xml": None})
    assert differing_parts(data, new) == {"a.xml", "c.xml"}
    with zipfile.ZipFile(io.BytesIO(new)) as reopened:
        assert reopened.testzip() is None
        assert reopened.namelist() == ["a.xml", "b.bin"]
        assert reopened.read("a.xml") == b"<new/>"
        assert reopened.comment == zipfile.ZipFile(io.BytesIO(data)).comment
        assert (
            reopened.getinfo("a.xml").date_time
            == zipfile.ZipFile(io.BytesIO(data)).getinfo("a.xml").date_time
        )


def test_nothing_exchanged_gives_the_same_bytes() -> None:
    for data in (packed(PARTS), streamed()):
        assert Package(data).changed({}) == data


def test_names_are_found_whatever_their_case_and_slashes() -> None:
    package = Package(packed({"xl\\Sheet.xml": b""}))
    assert package.find("XL/sheet.xml") == "xl\\Sheet.xml"
    assert package.find("xl/other.xml") is None


def test_a_part_that_is_there_twice_is_not_exchanged() -> None:
    package = Package(packed({"xl/sheet.xml": b"1", "xl/Sheet.xml": b"2"}))
    with pytest.raises(DamagedPackage, match=r"holds its part xl/sheet\.xml twice"):
        package.changed({"xl/sheet.xml": b"3"})


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda data: data[:-30], "its end is missing"),
        (lambda data: data[40:], "does not fit|cut off"),
        (lambda data: b"junk" + data, "does not fit"),
        (lambda data: data.replace(b"PK\1\2", b"PK\1\3"), "does not fit"),
        (lambda data: packed({}), "it holds no parts"),
        (lambda data: data[:-12] + b"\xff\xff\xff\xff" + data[-8:], "zip64"),
    ],
)
def test_a_broken_zip_is_told(damage: object, said: str) -> None:
    assert callable(damage)
    with pytest.raises(DamagedPackage, match=said):
        Package(damage(packed(PARTS)))


def test_a_broken_part_is_told() -> None:
    data = packed(PARTS)
    with pytest.raises(DamagedPackage, match=r"b\.bin does not fit its checksum"):
        Package(data.replace(b"stored", b"stOred", 1)).read("b.bin")
    with pytest.raises(DamagedPackage, match=r"no part d\.xml"):
        Package(data).read("d.xml")
