"""A template for each thing that docxtpl can do, made as Word would save it.

FAST are merged without docxtpl; SLOW are docxtpl's own to merge, each with the reason that is given for it;
REFUSED are no templates for letters, whichever way they are merged.
"""

from __future__ import annotations

import zipfile
from base64 import b64decode
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

Make = Callable[[Any], object]

_PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_NOTES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {nsdecls("w")}>
  <w:footnote w:id="1"><w:p>
    <w:r><w:t>Ref. {{{{ reference }}}}{{% if role %}}, {{{{ role }}}}{{% endif %}}</w:t></w:r>
  </w:p></w:footnote>
</w:footnotes>"""
_BOX = f"""<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:t>{{{{ company }}}}</w:t></w:r>
<w:r><w:pict><v:shape style="width:99pt"><v:textbox><w:txbxContent>
<w:p><w:pPr><w:jc w:val="end"/></w:pPr>
<w:r><w:t>In a box: {{{{ sender.address }}}}</w:t></w:r></w:p></w:txbxContent></v:textbox>
</v:shape></w:pict></w:r>
<w:r><w:t>{{{{ recipient.block }}}}</w:t></w:r></w:p>"""
_CONTROL = f"""<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="Role"/></w:sdtPr><w:sdtContent><w:p><w:r>
<w:t>{{{{ role }}}}</w:t></w:r></w:p></w:sdtContent></w:sdt>"""
_LINK = f"""<w:p {nsdecls("w")}><w:hyperlink w:anchor="top"><w:r><w:t>{{{{ sender.email }}}}</w:t></w:r>
</w:hyperlink></w:p>"""


def _text(*paragraphs: str) -> Make:
    return lambda document: [document.add_paragraph(each) for each in paragraphs]


def _xml(*elements: str) -> Make:
    return lambda document: [document.element.body.insert(0, parse_xml(each)) for each in elements]


def _split_runs(document: Any) -> None:
    paragraph = document.add_paragraph("Dear {")
    for piece in ("{ recipient", ".name }", "}, {% if company == “Smith & Sons” %}", "hello{% endif %}"):
        paragraph.add_run(piece).bold = True


def _across_runs(document: Any) -> None:
    paragraph = document.add_paragraph("Well{% if role %}, as ")
    paragraph.add_run("{{ role }}").bold = True
    paragraph.add_run(" I{% else %}: I{% endif %} am")


def _across(document: Any) -> None:
    """All is well as long as there is a role."""
    document.element.body.insert(0, parse_xml(_LINK.replace("{{ sender.email }}", "{% if 1 %}x")))
    document.element.body.insert(1, parse_xml(_BOX.replace("{{ company }}", "y{% endif %}")))


def _formatted(document: Any) -> None:
    """Line breaks and tabs in a field take the run's and the paragraph's formatting with them."""
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run("{{ recipient.block }}").bold = True
    paragraph.add_run("\tthen\n{{ point }}").italic = True


def _around(document: Any) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ sender.name }}\t{{ sender.address }}"
    section.first_page_header.paragraphs[0].text = "{% if sender.phone %}{{ sender.phone }}{% endif %}"
    section.first_page_footer.paragraphs[0].text = "No tag here"
    for paragraph in ("{%p for line in [sender.email, sender.phone] %}", "{{ line }}", "{%p endfor %}"):
        section.footer.add_paragraph(paragraph)


def _logo_in_header(document: Any) -> None:
    header = document.sections[0].header
    header.paragraphs[0].add_run().add_picture(BytesIO(_PIXEL))
    header.add_table(1, 2, 100).cell(0, 1).text = "{{ sender.contact }}"


def _picture(document: Any) -> None:
    document.add_picture(BytesIO(_PIXEL))
    document.add_paragraph("{{ role }}")


def _described(document: Any) -> None:
    document.add_picture(BytesIO(_PIXEL))
    next(document.element.body.iter(qn("wp:docPr"))).set("descr", "{{ company }}")


def _table(*rows: tuple[str, ...], columns: int = 0) -> Make:
    def make(document: Any) -> None:
        table = document.add_table(len(rows), columns or len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                first, *more = text.split("\n")
                cell.text = first
                for each in more:
                    cell.add_paragraph(each)

    return make


def _whole_table(document: Any) -> None:
    document.add_paragraph("{%p if point %}")
    _table(("Role", "{{ role }}"))(document)
    document.add_paragraph("{%p endif %}")


def _uneven_table(document: Any) -> None:
    _table(("a", "b", "c"))(document)
    row = document.tables[0].rows[0]._tr
    row.remove(row.tc_lst[0])


def _two_sections(document: Any) -> None:
    document.add_paragraph("{{ point }}")
    document.add_section(WD_SECTION.NEW_PAGE).header.is_linked_to_previous = False


def _notes(document: Any) -> None:
    document.add_paragraph("See below, {{ recipient.given }}.")


def _properties(document: Any) -> None:
    document.core_properties.subject = "{{ role }} & more"
    document.add_paragraph("{{ role }}")


FAST: dict[str, Make] = {
    "no tag at all": _text("Hello"),
    "fields": _text("Dear {{ recipient.greeting }},", "{{point}} and {{ why_this_job }}: {{ panel.turn }}"),
    "tags split into runs": _split_runs,
    "formatting around breaks": _formatted,
    "if": _text("{% if role and not point %}a {{ role }}{% elif point %}{{ point }}{% else %}-{% endif %}"),
    "if around a run": _text("Well{% if role %} then{% endif %}", "{%r if role %}", "x", "{%r endif %}"),
    "if across runs": _across_runs,
    "if across paragraphs": _text("{% if role %}one", "{{ role }}{% else %}two{% endif %}", "three"),
    "for": _text("{% for one in [role, point] if one %}{{ loop.index }} {{ one }}{% else %}none{% endfor %}"),
    "for in for": _text(
        "{% for n in range(3) %}{% for one in [role, point] %}{{ n }}{{ one }}{% endfor %}, {% endfor %}"
    ),
    "if around paragraphs": _text("{%p if role %}", "{{ role }}", "x", "{%p else %}", "y", "{%p endif %}"),
    "for around paragraphs": _text("{%p for one in [role, point] %}", "{{ one }}", "{%p endfor %}", "End"),
    "pick": _text("{% pick %}One {{ role }}{% or %}two{% or %}“three”{% endpick %}."),
    "pick around paragraphs": _text("{%p pick %}", "1", "{{ point }}", "{%p or %}", "2", "{%p endpick %}"),
    "set": _text("{% set where = company %}{{ where }}, {{ where | upper }}"),
    "filters": _text("{{ role | lower | title }} {{ point | default('x') | trim }} {{ point | length }}"),
    "comments": _text("a{# nothing at all #}b {{ role }}", "{#p gone #}", "c"),
    "joined paragraphs": _text("One {% if role -%}", "two {{ role }}", "{%- endif %} three", "{{ point }}"),
    "braces as they are": _text("{_{ role }_} {_% if %_} {{ role }} 100 % {x} }} {"),
    "tabs and breaks of its own": _text("a\tb\nc {{ point }}\nd"),
    "headers and footers": _around,
    "a logo in the header": _logo_in_header,
    "footnotes": _notes,
    "a table without tags": _table(("a", "b"), ("c", "d")),
    "a table with fields": _table(("Role", "{{ role }}"), ("{% if point %}{{ point }}{% endif %}", "")),
    "paragraphs in a cell": _table(("a", "x\n{%p if role %}\n{{ role }}\n{%p endif %}\ny")),
    "a table that may be left out": _whole_table,
    "a text box": _xml(_BOX),
    "a content control": _xml(_CONTROL),
    "a link": _xml(_LINK),
    "two sections": _two_sections,
}  # fmt: skip

SLOW: dict[str, tuple[Make, str]] = {
    "rows": (
        _table(("{%tr for each in [role, point] %}",), ("{{ each }}",), ("{%tr endfor %}",)),
        "tags decide about the rows or cells of a table",
    ),
    "cells": (
        _table(("{%tc for each in [role, point, company] %}", "{{ each }}", "{%tc endfor %}")),
        "tags decide about the rows or cells of a table",
    ),
    "an uneven table": (_uneven_table, "the rows of a table have more or fewer cells than its columns"),
    "a picture": (_picture, "there is a picture in its text"),
    "a picture with a field": (_described, "there is a tag in something other than text"),
    "across cells": (
        _table(("{% if role %}one", "{{ role }}{% endif %}")),
        "a tag begins in one element and ends in another",
    ),
    "across elements": (_across, "a tag begins in one element and ends in another"),
    "properties with a field": (_properties, "there is a tag in its properties (File, Info)"),
    "footnotes and two sections": (_two_sections, "it has footnotes with tags, and several sections"),
    "raw": (_text("{% raw %}{{ x }}{% endraw %} {{ role }}"), "it uses raw"),
}

REFUSED: dict[str, Make] = {
    "colspan": _table(("{% colspan panel.turn %}{{ role }}", "b")),
    "cellbg": _table(("{% cellbg role %}{{ role }}", "b")),
    "vm": _table(("{% vm %}{{ role }}", "b")),
    "hm": _table(("{% hm %}{{ role }}", "b")),
    "rich text in a run": _text("{{r point }}x"),
    "a subdocument": _text("{{p point }}"),
    "an unknown field": _text("{{ nothing }}"),
    "an unknown part": _text("x", "{{ recipient.nothing }}"),
    "a group": _text("{{ sender }}"),
    "a tag that is not closed": _text("{% if role %}x"),
    "nothing": _text("{{ none }}"),
    "a truth": _text("{{ 1 == 1 }}"),
    "a fraction": _text("{{ 1 + 0.5 }}"),
    "a macro": _text("{% macro f() %}x{% endmacro %}"),
    "an endless loop": _text("{% for x in range(5000) %}x{% endfor %}"),
}


@cache
def template(name: str) -> bytes:
    """The feature's template."""
    makes = {**FAST, **REFUSED, **{slow: make for slow, (make, _) in SLOW.items()}}
    document, saved = Document(), BytesIO()
    document.add_paragraph("First")
    makes[name](document)
    document.save(saved)
    return _with_footnotes(saved.getvalue()) if name.startswith("footnotes") else saved.getvalue()


def _with_footnotes(docx: bytes) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode("utf-8", "surrogateescape")
            if name == "[Content_Types].xml":
                override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                part = part.replace("</Types>", override)
            if name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'
                part = part.replace("</Relationships>", link)
            new.writestr(name, part.encode("utf-8", "surrogateescape"))
        new.writestr("word/footnotes.xml", _NOTES)
    return made.getvalue()
