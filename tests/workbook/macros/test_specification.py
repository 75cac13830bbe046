"""The VBA project's streams, byte by byte, against MS-OVBA; each test names its section."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from oletools.olevba import decompress_stream
from pyopenvba.cfb import CFB

from tests.workbook.parts import PROJECT, parts

MODULE_NAME, MODULE_STREAM, MODULE_OFFSET, PROJECT_VERSION, TERMINATOR = 0x19, 0x1A, 0x31, 0x09, 0x10
PROJECT_COOKIE, PROJECT_SYSKIND, PROJECT_MODULES, UNICODE_STREAM = 0x13, 0x01, 0x0F, 0x32
END_OF_MODULE, PROCEDURAL, DOCUMENT_OR_CLASS = 0x2B, 0x21, 0x22


@pytest.fixture
def project(with_macros: Path) -> CFB:
    return CFB.from_bytes(parts(with_macros)[PROJECT])


def _records(project: CFB) -> Iterator[tuple[int, bytes]]:
    """The records of the dir stream: number and data."""
    data = bytes(decompress_stream(bytearray(project.get_stream_in_storage("VBA", "dir"))))
    at = 0
    while at < len(data):
        number, size = struct.unpack_from("<HI", data, at)
        # The version's record says 4 and has 6 bytes (2.3.4.2.1.11).
        size = 6 if number == PROJECT_VERSION else size
        yield number, data[at + 6 : at + 6 + size]
        at += 6 + size


def _modules(project: CFB) -> list[dict[int, bytes]]:
    found: list[dict[int, bytes]] = []
    for number, data in _records(project):
        if number == MODULE_NAME:
            found.append({})
        if found:
            found[-1][number] = data
    return found


def _source(project: CFB, module: dict[int, bytes]) -> str:
    stream = project.get_stream_in_storage("VBA", module[MODULE_STREAM].decode("cp1252"))
    (offset,) = struct.unpack("<I", module[MODULE_OFFSET])
    return bytes(decompress_stream(bytearray(stream[offset:]))).decode("cp1252")


def test_2_3_4_1_the_project_stream_has_version_ffff_and_no_cache(project: CFB) -> None:
    assert project.get_stream_in_storage("VBA", "_VBA_PROJECT") == bytes.fromhex("CC 61 FF FF 00 00 00")


def test_2_2_6_there_are_no_srp_streams(project: CFB) -> None:
    assert not [name for name in project.list_streams() if name.upper().startswith("__SRP")]


def test_2_3_4_3_no_module_has_a_cache_before_its_source(project: CFB) -> None:
    modules = _modules(project)
    assert len(modules) >= 5
    for module in modules:
        assert struct.unpack("<I", module[MODULE_OFFSET]) == (0,), module[MODULE_NAME]
        stream = project.get_stream_in_storage("VBA", module[MODULE_STREAM].decode("cp1252"))
        assert stream[0] == 0x01  # 2.4.1.1.1: a CompressedContainer begins with this signature
        assert _source(project, module).startswith(
            f'Attribute VB_Name = "{module[MODULE_NAME].decode()}"\r\n'
        )


def test_2_4_1_1_5_each_chunk_is_signed_and_says_its_length(project: CFB) -> None:
    for name in project.list_streams_in_storage("VBA"):
        stream = project.get_stream_in_storage("VBA", name)
        if name == "_VBA_PROJECT":
            continue
        at = 1
        while at < len(stream):
            (header,) = struct.unpack_from("<H", stream, at)
            assert header >> 12 & 0b111 == 0b011, name
            at += (header & 0xFFF) + 3
        assert at == len(stream), name


def test_2_3_4_2_the_directory_ends_with_its_terminator(project: CFB) -> None:
    *_, (number, data) = _records(project)
    assert (number, data) == (TERMINATOR, b"")


def test_2_3_4_2_3_the_directory_counts_its_modules(project: CFB) -> None:
    records = dict(_records(project))
    assert struct.unpack("<H", records[PROJECT_MODULES]) == (len(_modules(project)),)
    assert len(records[PROJECT_COOKIE]) == 2
    assert struct.unpack("<I", records[PROJECT_SYSKIND])[0] in (1, 2, 3)


def test_2_3_4_2_3_2_each_module_has_its_stream_in_both_spellings_and_its_kind(project: CFB) -> None:
    streams = {name.casefold() for name in project.list_streams_in_storage("VBA")}
    for module in _modules(project):
        name = module[MODULE_STREAM].decode("cp1252")
        assert name.casefold() in streams
        assert module[UNICODE_STREAM].decode("utf-16-le") == name
        assert module[END_OF_MODULE] == b""
        is_class = "Attribute VB_Base" in _source(project, module)
        assert (DOCUMENT_OR_CLASS if is_class else PROCEDURAL) in module


def test_2_3_1_the_project_s_text_names_every_module_by_its_kind(project: CFB) -> None:
    text = project.get_stream("PROJECT").decode("cp1252")
    named = re.findall(r"^(?:Document|Module|Class)=(\w+)", text, re.MULTILINE)
    assert named == [module[MODULE_NAME].decode() for module in _modules(project)]
    assert text.startswith('ID="{')
    for key in ("CMG", "DPB", "GC"):
        assert re.search(rf'^{key}="[0-9A-F]{{16,}}"\r$', text, re.MULTILINE)
    assert "[Host Extender Info]" in text


def test_2_3_3_the_names_stand_in_projectwm_in_both_spellings(project: CFB) -> None:
    data, names = project.get_stream("PROJECTwm"), []
    while not data.startswith(b"\0\0"):
        ansi, _, data = data.partition(b"\0")
        # Little-endian and even: the zero that ends it begins at an even place.
        end = next(at for at in range(0, len(data), 2) if data[at : at + 2] == b"\0\0")
        names.append((ansi.decode("cp1252"), data[:end].decode("utf-16-le")))
        data = data[end + 2 :]
    expected = [module[MODULE_NAME].decode() for module in _modules(project)]
    assert sorted(names) == sorted((name, name) for name in expected)


def test_a_class_says_all_that_the_editor_has_a_class_say(project: CFB) -> None:
    """MS-VBAL 4.2: the attributes of a class module's header."""
    (source,) = (_source(project, each) for each in _modules(project) if each[MODULE_NAME] == b"Dictionary")
    assert re.findall(r"^Attribute (VB_\w+) = ", source, re.MULTILINE)[:8] == [
        "VB_Name",
        "VB_Base",
        "VB_GlobalNameSpace",
        "VB_Creatable",
        "VB_PredeclaredId",
        "VB_Exposed",
        "VB_TemplateDerived",
        "VB_Customizable",
    ]
