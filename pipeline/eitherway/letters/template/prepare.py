"""What is done to a template before anything in it is read or merged, so that its letter is what Word shows.

Sources: ECMA-376 part 1, 17.5.2.6 (dataBinding: Word shows what the store holds, not what the text says),
17.5.1.9 (smartTag), 17.15.3.16 (doNotExpandShiftReturn); Jinja, "Whitespace Control".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RELATIONSHIP
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree

from eitherway.letters.template.tags import Tag, tags

_PARAGRAPH, _TEXT, _SPACE = qn("w:p"), qn("w:t"), "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = frozenset(map(qn, ("w:br", "w:cr", "w:tab", "w:drawing", "w:pict")))
_NOTES = (CONTENT_TYPE.WML_FOOTNOTES, CONTENT_TYPE.WML_ENDNOTES)
_AROUND_TEXT = (RELATIONSHIP.HEADER, RELATIONSHIP.FOOTER)
_CLOSING = ",.;:!?)]}’”…"
_NO_BREAK_SPACE = "\u00a0"
_STRETCHED = frozenset(("both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute"))
# What may stand before the mark within w:compat, which takes its elements in order (17.15.3.9).
_BEFORE = frozenset(
    qn(f"w:{name}")
    for name in (
        "useSingleBorderforContiguousCells", "wpJustification", "noTabHangInd", "noLeading", "spaceForUL",
        "noColumnBalance", "balanceSingleByteDoubleByteWidth", "noExtraLineSpacing",
        "doNotLeaveBackslashAlone", "ulTrailSpace",
    )
)  # fmt: skip
# What may follow w:compat within w:settings (17.15.1.78).
_BEHIND_COMPAT = frozenset(
    qn(f"w:{name}")
    for name in (
        "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
        "readModeInkLockDown", "smartTagType",
        "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
) | {"{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"}  # fmt: skip


def prepare(document: Document) -> None:
    """Make of the template what its letters are merged from.

    Content controls lose their link to the document's properties, smart tags go, a dash in a tag takes the
    spaces beside it away but never the last between two words, and lines that end with a line break are not
    stretched where a paragraph is justified.
    """
    _in_each_part(document, _mend)
    if any(each.get(qn("w:val")) in _STRETCHED for each in _justifications(document)):
        _stretch_no_broken_lines(document.settings.element)


def gluing(texts: Sequence[str]) -> Iterator[tuple[int, Tag]]:
    """The tags whose dash joins their paragraph with another one so that no space is left between the two.

    `texts` are those of the paragraphs of a prepared part; each tag comes with its paragraph's place in them.
    """
    for number, text in enumerate(texts):
        for tag in tags(text):
            before, behind = _joins(tag, text)
            if not (before or behind):
                continue
            above = next((each for each in reversed(texts[:number]) if each), "")
            below = next((each for each in texts[number + 1 :] if each), "")
            if (before and not _is_apart(above, text[tag.end :])) or (
                behind and not _is_apart(text[: tag.start], below)
            ):
                yield number, tag


def _is_apart(one: str, other: str) -> bool:
    """Whether a space stands between two texts."""
    return one[-1:].isspace() or other[:1].isspace()


def _joins(tag: Tag, text: str) -> tuple[bool, bool]:
    """Whether a statement joins its paragraph with the one before and with the one behind: docxtpl does so
    where a dash stands at the paragraph's very edge.
    """
    before, behind = tag.dashes if tag.is_statement else (False, False)
    return before and not text[: tag.start].strip(), behind and not text[tag.end :].strip()


def _in_each_part(document: Document, mend: Callable[[Any], bool]) -> None:
    mend(document.element)
    for link in document.part.rels.values():
        if link.reltype in _AROUND_TEXT and not link.is_external:
            _mend_part(link.target_part, mend)
    for part in document.part.package.parts:
        if part.content_type in _NOTES:
            _mend_part(part, mend)


def _mend_part(part: Any, mend: Callable[[Any], bool]) -> None:
    if hasattr(part, "element"):
        mend(part.element)
        return
    root = parse_xml(part.blob)
    if mend(root):
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _mend(root: Any) -> bool:
    """Whether anything was to be mended."""
    bindings = list(root.iter("{*}dataBinding"))
    for each in bindings:
        each.getparent().remove(each)
    smart = list(root.iter(qn("w:smartTag")))
    for each in smart:
        _unwrap(each)
    trimmed = [_trim(each) for each in root.iter(_PARAGRAPH)]
    return bool(bindings or smart or any(trimmed))


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for child in list(element):
        if child.tag != qn("w:smartTagPr"):
            parent.insert(at, child)
            at += 1
    parent.remove(element)


class _Piece(NamedTuple):
    """A text element of a paragraph, and where its text starts in that of the paragraph."""

    element: Any
    start: int


def _trim(paragraph: Any) -> bool:
    """Whether a tag of the paragraph had a dash or a no-break space in it: both are gone now."""
    pieces, text = _text(paragraph)
    found = [
        each for each in tags(text) if each.closed and (any(each.dashes) or _NO_BREAK_SPACE in each.text)
    ]
    if not found:
        return False
    gone: set[int] = set()
    spaced: set[int] = set()
    for tag in found:
        spaced.update(at for at in range(tag.start, tag.end) if text[at] == _NO_BREAK_SPACE)
        gone.update(_gone(tag, text))
    _keep_apart(text, gone)
    for element, start in pieces:
        old = element.text or ""
        new = "".join(" " if at in spaced else sign for at, sign in enumerate(old, start) if at not in gone)
        if new != old:
            element.text = new
            element.set(_SPACE, "preserve")
    return True


def _text(paragraph: Any) -> tuple[list[_Piece], str]:
    """The paragraph's text elements and its text; what breaks a line is a line end, and no space."""
    pieces, text = [], ""
    for element in _within(paragraph):
        if element.tag == _TEXT:
            pieces.append(_Piece(element, len(text)))
            text += element.text or ""
        elif element.tag in _BREAKS:
            text += "\n"
    return pieces, text


def _within(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag != _PARAGRAPH:
            yield child
            yield from _within(child)


def _gone(tag: Tag, text: str) -> Iterator[int]:
    """The places of the paragraph's text that a tag's dashes take away, their own among them."""
    (before, behind), (above, below) = tag.dashes, _joins(tag, text)
    if before and not above:
        yield tag.start + 2 + len(tag.around)
        yield from _spaces_before(tag, text)
    if behind and not below:
        yield tag.end - 3
        yield from _spaces_behind(tag, text)


def _spaces_before(tag: Tag, text: str) -> range:
    """The spaces that a dash at the beginning takes away: all, if a space or nothing follows the tag."""
    first = len(text[: tag.start].rstrip(" "))
    follows = "" if tag.opening == "{{" else _without_tags(text[tag.end :])
    keeps_one = tag.opening == "{{" or _is_word(follows[:1])
    return range(first + (keeps_one and first > 0), tag.start)


def _spaces_behind(tag: Tag, text: str) -> range:
    last = len(text) - len(text[tag.end :].lstrip(" "))
    before = _without_tags(text[: tag.start])
    left = before.rstrip(" ") if tag.dashes[0] else before
    is_apart = tag.opening == "{{" or left[-1:].strip() != ""
    keeps_one = is_apart and _is_word(_without_tags(text[last:])[:1] or "x")
    return range(tag.end + (keeps_one and last < len(text)), last)


def _is_word(sign: str) -> bool:
    """Whether a space belongs before it: no space does, nor what ends a sentence or a bracket."""
    return sign.strip() != "" and sign not in _CLOSING


def _keep_apart(text: str, gone: set[int]) -> None:
    """Put a space back before a condition where words would meet because one of its stretches is left out.

    The other stretches then begin without one.
    """
    for begin, *others, end in _conditions(text):
        outside = begin.start - 1
        if outside not in gone or not text[outside].isspace():
            continue
        starts = [each.end for each in (begin, *others)]
        is_skipped = not any(each.verb == "else" for each in others)
        meets = [*starts[1:], *([end.end] if is_skipped else [])]
        if any(_begins_with_word(text, at, gone) for at in meets):
            gone.discard(outside)
            for at in starts:
                gone.update(range(at, len(text) - len(text[at:].lstrip(" "))))


def _begins_with_word(text: str, at: int, gone: set[int]) -> bool:
    return _is_word(next((sign for place, sign in enumerate(text[at:], at) if place not in gone), ""))


def _conditions(text: str) -> Iterator[list[Tag]]:
    """Each `if` of the text with its `else` and its `endif`."""
    opened: list[list[Tag]] = []
    for tag in tags(text):
        if tag.verb == "if":
            opened.append([tag])
        elif opened and tag.verb in ("elif", "else", "endif"):
            opened[-1].append(tag)
            if tag.verb == "endif":
                yield opened.pop()


def _without_tags(text: str) -> str:
    """The text without statements and comments; a field stands for a word."""
    kept, at = [], 0
    for tag in tags(text):
        kept += [text[at : tag.start], "x" if tag.opening == "{{" else ""]
        at = tag.end
    return "".join([*kept, text[at:]])


def _justifications(document: Document) -> Iterator[Any]:
    yield from document.element.iter(qn("w:jc"))
    yield from document.styles.element.iter(qn("w:jc"))


def _stretch_no_broken_lines(settings: Any) -> None:
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = OxmlElement("w:compat")
        behind = next((each for each in settings if each.tag in _BEHIND_COMPAT), None)
        settings.append(compat) if behind is None else behind.addprevious(compat)
    if compat.find(qn("w:doNotExpandShiftReturn")) is None:
        at = sum(1 for each in compat if each.tag in _BEFORE)
        compat.insert(at, OxmlElement("w:doNotExpandShiftReturn"))
