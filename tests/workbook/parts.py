"""Macro workbooks taken apart by readers that did not write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from oletools.olevba import VBA_Parser

PROJECT = "xl/vbaProject.bin"
RIBBON = "customUI/customUI14.xml"


def parts(path: Path) -> Mapping[str, bytes]:
    """Every part of the zip by its name."""
    with ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def text(path: Path, part: str) -> str:
    return parts(path)[part].decode()


def elements(path: Path, part: str, name: str) -> list[Mapping[str, str]]:
    """The attributes of a part's elements of this local name; a relationship's id keeps the name "id"."""
    found = ElementTree.fromstring(parts(path)[part]).iter()
    return [
        {key.rpartition("}")[2]: value for key, value in element.items()}
        for element in found
        if element.tag.rpartition("}")[2] == name
    ]


def modules_by_olevba(path: Path) -> Mapping[str, str]:
    """The source of every VBA module by name, its line ends as Python has them."""
    parser = VBA_Parser(str(path), data=path.read_bytes())
    found = {name.rpartition(".")[0]: code for _, _, name, code in parser.extract_macros()}
    parser.close()
    return {name: code.replace("\r\n", "\n") for name, code in found.items()}


def public_subs(source: str) -> Mapping[str, tuple[str, str]]:
    """The public Subs of a module: each one's parameters and its body, stripped."""
    pattern = r"^(?:Public )?Sub (\w+)\((.*?)\)\s*\n(.*?)^End Sub"
    found = re.findall(pattern, source, re.DOTALL | re.MULTILINE)
    return {name: (parameters, body.strip()) for name, parameters, body in found}
