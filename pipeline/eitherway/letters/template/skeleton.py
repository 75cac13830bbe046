"""What a template's XML is whatever the letter: its elements, and where among them the tags stand.

The tags of one `if` or `for` must stand in elements of the same names, from the root down, and each field
must stand in text: then whatever is left out or repeated between them, the XML stays well-formed, and nothing
that docxtpl does to the tree of a merged letter finds work in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import nsmap, qn
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from eitherway.letters.template.opening import OUTSIDE_TEXT

_MARK = "eitherway"
_FIELD = "field"
_OPENS, _CLOSES = frozenset(("if", "for", "pick")), frozenset(("endif", "endfor", "endpick"))
_BETWEEN = frozenset(("else", "elif", "or"))
_KNOWN = _OPENS | _CLOSES | _BETWEEN | {_FIELD, "set"}
_TABLE, _CELL, _PARAGRAPH, _TEXT, _PICTURE = map(qn, ("w:tbl", "w:tc", "w:p", "w:t", "wp:docPr"))
_OF_TABLES = tuple(map(qn, ("w:tbl", "w:tr", "w:tc", "w:tcPr", "w:gridCol")))


class Slow(Exception):
    """A template that docxtpl has to merge itself; the text says why, as the end of a sentence."""


def check_body(xml: str, environment: Environment, word: DocxTemplate) -> Any:
    """The skeleton of the body as docxtpl patched it. Raises Slow where docxtpl needs each letter's tree."""
    tree = check_part(xml, environment)
    if next(tree.iter(_PICTURE), None) is not None:
        raise Slow("there is a picture in its text")  # docxtpl numbers them anew
    if any(text.strip() for text in tree.xpath(OUTSIDE_TEXT, namespaces=nsmap)):
        raise Slow("there is text where Word does not show it")
    if any(map(_shapes_table, _tags(tree))):
        raise Slow("tags decide about the rows or cells of a table")
    if _canonical(DocxTemplate.fix_tables(word, etree.tostring(tree))) != _canonical(tree):
        raise Slow("the rows of a table have more or fewer cells than its columns")
    return tree


def check_part(xml: str, environment: Environment) -> Any:
    """The part's skeleton. Raises Slow where tags do not nest within single elements."""
    try:
        tree = etree.fromstring("".join(_pieces(xml, environment)).encode())
    except etree.XMLSyntaxError as error:
        raise Slow("there is a tag in something other than text") from error
    _check_nesting(tree)
    if any(tag.text == _FIELD and tag.getparent().tag != _TEXT for tag in _tags(tree)):
        raise Slow("there is a field in something other than text")
    return tree


def has_tags(tree: Any) -> bool:
    """Whether anything in the part depends on the letter."""
    return next(_tags(tree), None) is not None


def has_braces(tree: Any) -> bool:
    """Whether there is a brace that is no tag's: docxtpl reads some of them in a merged letter."""
    text = etree.tostring(tree, encoding="unicode")
    return "{" in text or "}" in text


def _pieces(xml: str, environment: Environment) -> Iterator[str]:
    """The XML as Jinja cuts it, with a processing instruction in the place of each field and statement."""
    verb: str | None = None
    for _, kind, text in environment.lex(environment.preprocess(xml)):
        if kind == "data":
            yield text
        elif kind == "variable_begin":
            yield f"<?{_MARK} {_FIELD}?>"
        elif kind == "block_begin":
            verb = ""
        elif kind == "name" and verb == "":
            verb = text
        elif kind == "block_end":
            yield f"<?{_MARK} {verb}?>"
            verb = None
        elif kind == "raw_begin":
            raise Slow("it uses raw")


def _check_nesting(tree: Any) -> None:
    opened: list[object] = []
    for tag in _tags(tree):
        verb, place = tag.text, _place(tag)
        if verb not in _KNOWN:
            raise Slow(f"it uses {verb}")
        if verb in _OPENS:
            opened.append(place)
        elif verb in _BETWEEN | _CLOSES and opened[-1] != place:
            raise Slow("a tag begins in one element and ends in another")
        if verb in _CLOSES:
            opened.pop()


def _place(tag: Any) -> object:
    """What the tags of one `if` or `for` must have in common; in a table, also the paragraph or the cell."""
    names = tuple(each.tag for each in tag.iterancestors())
    around = next(tag.iterancestors(_PARAGRAPH, _CELL), None) if _TABLE in names else None
    return names, tag.getparent().nsmap, around


def _tags(tree: Any) -> Iterator[Any]:
    return (each for each in tree.iter(etree.PI) if each.target == _MARK)


def _shapes_table(tag: Any) -> bool:
    """Whether a part of a table stands behind the tag, within what the tag may decide about."""
    within = next(tag.iterancestors(_TABLE), None) is not None
    return within and any(next(each.iter(*_OF_TABLES), None) is not None for each in tag.itersiblings())


def _canonical(tree: Any) -> bytes:
    canonical: bytes = etree.tostring(tree, method="c14n")
    return canonical
