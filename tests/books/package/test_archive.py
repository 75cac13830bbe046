"""The zip package: what is not meant to change keeps its very bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from eitherway.books.package.archive import DamagedPackage, Package
from tests.books.mutations import ZIPS, Parts, twice, zip64
from tests.books.workbooks import differing_parts, packed

ORDERLY = ("packed", "streamed", "stored", "zip64", "after_junk")
PARTS = {"a.xml": b"<a/>" * 50, "b.bin": b"stored", "c.xml": b"<c/>"}


@pytest.mark.parametrize("zipped", [zipped for name, zipped in ZIPS.items() if name in ORDERLY])
def test_a_part_is_exchanged_and_one_left_out(zipped: Callable[[Parts], bytes]) -> None:
    data = zipped(PARTS)
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


@pytest.mark.parametrize("zipped", ZIPS.values(), ids=ZIPS)
def test_nothing_exchanged_gives_the_same_bytes(zipped: Callable[[Parts], bytes]) -> None:
    data = zipped(PARTS)
    assert Package(data).changed({}) == data
    assert Package(data).read(Package(data).find("a.xml") or "") == PARTS["a.xml"]


def test_names_are_found_whatever_their_case_and_slashes() -> None:
    package = Package(packed({"xl\\Sheet.xml": b""}))
    assert package.find("XL/sheet.xml") == "xl\\Sheet.xml"
    assert package.find("xl/other.xml") is None


def test_parts_of_one_name_are_exchanged_alike() -> None:
    new = Package(twice(PARTS)).changed({"a.xml": b"<new/>"})
    with zipfile.ZipFile(io.BytesIO(new)) as package:
        both = [package.read(member) for member in package.infolist() if member.filename == "a.xml"]
    assert both == [b"<new/>", b"<new/>"]


def test_a_part_that_is_there_twice_is_not_exchanged_where_the_two_differ() -> None:
    package = Package(packed({"xl/sheet.xml": b"1", "xl/Sheet.xml": b"2", "b.xml": b"3"}))
    with pytest.raises(DamagedPackage, match=r"holds its part xl/sheet\.xml twice"):
        package.changed({"xl/sheet.xml": b"3"})
    assert Package(package.changed({"b.xml": b"4"})).read("xl/sheet.xml") == b"1"


def test_a_zip64_file_stays_one() -> None:
    new = Package(zip64(PARTS)).changed({"b.bin": b"new"})
    assert new.count(b"PK\6\6") == new.count(b"PK\6\7") == 1
    assert Package(new).read("c.xml") == b"<c/>"


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda data: data[:-30], "its end is missing"),
        (lambda data: data[40:], "does not fit|cut off"),
        (lambda data: data.replace(b"PK\3\4", b"PK\3\5"), "does not fit"),
        (lambda data: data.replace(b"PK\1\2", b"PK\1\3"), "does not fit"),
        (lambda data: packed({}), "it holds no parts"),
        (lambda data: data[:-12] + b"\xff\xff\xff\xff" + data[-8:], "cut off"),
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
