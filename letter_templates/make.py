"""Makes the Word templates out of the texts beside them: `python letter_templates/make.py`.

A text holds the groups of sentences of a letter, with an empty line between: "# name", and below it a
wording a line, of which each reader gets one. "# name if condition" is left out where the condition does
not hold; "+ name" goes on in the paragraph before. [mail|post] stands for the American and the British
word. Out of each text come a letter, with its letterhead, and an e-mail, with the subject of its group
"subject"; out of that of a note-card, a card. interview-card.txt holds the paragraphs themselves.

In the documents the paragraphs in the style Template hold tags only; they are small and grey in Word, and
gone in the letter. The parts are written out here, as few as Word needs (ECMA-376 part 1, sections 11.3 and
17.7), so that nothing stands in a letter that nobody put there.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parent
INK, GREY, RULE, BROWN, SAND, PINE = "222222", "666666", "BBBBBB", "6B4226", "D9C4B0", "2B5B53"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: type size and the spaces before and after it, in points."""

    size: float = 11
    before: float = 0
    after: float = 0
    colour: str = INK
    bold: bool = False
    capitals: bool = False
    """Small capitals, spaced out."""
    centred: bool = False
    rule: str = ""
    """The colour of a line beneath it."""
    ruled_each: bool = False
    """The line beneath each paragraph of this style, not only beneath the last of several."""
    together: bool = False
    """No space between paragraphs of this style."""
    with_next: bool = False
    proofed: bool = True
    known: bool = False
    """Word has a style of this name itself."""

    @property
    def paragraph(self) -> str:
        """Its w:pPr, children in the schema's order."""
        line = f'w:val="single" w:sz="4" w:space="8" w:color="{self.rule}"'
        between = f"<w:between {line}/>" * self.ruled_each
        rule = f"<w:pBdr><w:bottom {line}/>{between}</w:pBdr>"
        return (
            "<w:keepNext/>" * self.with_next
            + rule * bool(self.rule)
            + f'<w:spacing w:before="{self.before * 20:.0f}" w:after="{self.after * 20:.0f}"/>'
            + "<w:contextualSpacing/>" * self.together
            + '<w:jc w:val="center"/>' * self.centred
        )

    @property
    def text(self) -> str:
        """Its w:rPr, children in the schema's order."""
        size = f"{self.size * 2:.0f}"
        return (
            "<w:b/><w:bCs/>" * self.bold
            + "<w:smallCaps/>" * self.capitals
            + "<w:noProof/>" * (not self.proofed)
            + f'<w:color w:val="{self.colour}"/>'
            + '<w:spacing w:val="20"/>' * self.capitals
            + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        )


class Design(NamedTuple):
    """How a template looks; `margin` is left and right, in inches, and `line` the distance of lines."""

    font: str
    looks: Mapping[str, Look]
    margin: float = 1.25
    line: float = 1.2


LETTER: Mapping[str, Look] = {
    "Sender": Look(size=18, after=2),
    "Sender Contact": Look(size=9, after=26, colour=GREY, rule=RULE),
    "Date": Look(after=20, known=True),
    "Recipient": Look(after=20, together=True),
    "Subject": Look(after=12, bold=True),
    "Salutation": Look(after=9, known=True),
    "Body Text": Look(after=9, known=True),
    "Closing": Look(before=9, after=34, with_next=True, known=True),
    "Signature": Look(known=True),
    "Template": Look(size=8, colour=GREY, proofed=False),
}

CARD: Mapping[str, Look] = {
    "Recipient": Look(size=10, after=40, colour=GREY, rule=RULE),
    "Date": Look(size=14, after=14, known=True),
    "Salutation": Look(size=14, after=8, known=True),
    "Body Text": Look(size=14, after=7, known=True),
    "Closing": Look(size=14, before=14, after=30, with_next=True, known=True),
    "Signature": Look(size=14, known=True),
    "Template": LETTER["Template"],
}
"""A note to copy by hand: large, and as wide as a card; above it what goes on the envelope."""

EMAIL: Mapping[str, Look] = {
    "Subject": Look(after=16, bold=True),
    "Salutation": Look(after=9, known=True),
    "Body Text": Look(after=9, known=True),
    "Closing": Look(before=4, after=4, with_next=True, known=True),
    "Signature": Look(known=True),
    "Contact": Look(size=9, colour=GREY, proofed=False),
    "Template": LETTER["Template"],
}
"""An e-mail to copy or to send: no letterhead, no address, the same look in every tone."""

TO_TAKE_ALONG: Mapping[str, Look] = {
    "Title": Look(size=20, bold=True, colour=PINE, known=True),
    "Subtitle": Look(size=12, after=6, colour=GREY, known=True),
    "Subject": Look(size=12, after=4, bold=True),
    "Heading": Look(size=12, before=9, after=3, bold=True, colour=PINE, with_next=True),
    "Body Text": Look(size=10.5, after=3, known=True),
    "Note": Look(size=10, after=3, colour=GREY),
    "To Write On": Look(size=10.5, before=12, after=12, colour=GREY, rule=RULE, ruled_each=True),
    "Template": LETTER["Template"],
}
"""The card for an interview: much on a page, and room to write."""

DESIGNS: Mapping[str, Design] = {
    "formal": Design(
        "Cambria",
        {
            **LETTER,
            "Sender": Look(size=17, after=2, capitals=True, centred=True),
            "Sender Contact": Look(size=9, after=26, colour=GREY, centred=True, rule=RULE),
        },
    ),
    "warm": Design(
        "Cambria",
        {
            **LETTER,
            "Sender": Look(size=18, after=2, colour=BROWN),
            "Sender Contact": Look(size=9, after=26, colour=GREY, rule=SAND),
        },
    ),
    "plain": Design(
        "Calibri",
        {
            **LETTER,
            "Sender": Look(size=13, bold=True),
            "Sender Contact": Look(size=9, after=30, colour=GREY),
        },
    ),
}
"""By tone, as its folder is named; a tone that is not here looks like plain."""


HEAD_OF_LETTER = """
Sender: {{ sender.name }}
Sender Contact: {{ sender.contact }}
Date: {{ date }}
Recipient: {{ recipient.block }}
Template: {%p if reference %}
Subject: Re: {{ role }}, reference {{ reference }}
Template: {%p endif %}
""".strip()
HEAD_OF_CARD = """
Recipient: {{ recipient.block }}
Date: {{ date }}
""".strip()
FOOT_OF_EMAIL = """
Template: {%p if sender.phone or sender.email %}
Contact: {{ sender.phone }}{% if sender.phone and sender.email %} · {% endif %}{{ sender.email }}
Template: {%p endif %}
""".strip()

CLOSINGS: Mapping[str, Sequence[str]] = {
    "formal": (
        "[Sincerely|Yours sincerely],",
        "With sincere thanks,",
        "[Respectfully|With kind regards],",
        "With appreciation,",
        "[Sincerely yours|With all good wishes],",
        "With best regards,",
        "[Yours truly|Yours very sincerely],",
        "With respect and thanks,",
    ),
    "warm": (
        "With warm regards,",
        "With many thanks,",
        "Kind regards,",
        "Gratefully,",
        "With best wishes,",
        "Warmly,",
        "With thanks and good wishes,",
        "All the best,",
    ),
    "plain": (
        "Best regards,",
        "Thank you,",
        "Regards,",
        "Many thanks,",
        "Kind regards,",
        "With thanks,",
        "Best wishes,",
        "Thanks again,",
    ),
}
CARD_KIND = "note-card"
IN_EMAILS_ONLY = ("subject", "posted")


class Group(NamedTuple):
    """The wordings of a place in a letter; `joined` to the paragraph before, left out unless `condition`."""

    name: str
    condition: str
    joined: bool
    wordings: Sequence[str]


def design(tone: str, kind: str) -> Design:
    """The look of a tone, which a card and an e-mail share in its typeface only."""
    letter = DESIGNS.get(tone, DESIGNS["plain"])
    if kind == CARD_KIND:
        return Design(letter.font, CARD, margin=2, line=1.5)
    return Design(letter.font, EMAIL) if kind.endswith(".email") else letter


def groups(text: str) -> list[Group]:
    """The groups of a template text."""
    found = []
    for block in text.strip().split("\n\n"):
        heading, *wordings = block.splitlines()
        named = re.fullmatch(r"(?P<how>[#+]) (?P<name>\w+)(?: if (?P<condition>.+))?", heading)
        if named is None:
            raise ValueError(heading)
        spelled = [_spelled(wording) for wording in wordings]
        found.append(Group(named["name"], named["condition"] or "", named["how"] == "+", spelled))
    return found


def written(text: str, tone: str, kind: str) -> str:
    """The paragraphs of a document, a line each with its style before the colon."""
    is_email, is_card = kind.endswith(".email"), kind == CARD_KIND
    found = [each for each in groups(text) if is_email or each.name not in IN_EMAILS_ONLY]
    subjects = [each for each in found if each.name == "subject"]
    head = HEAD_OF_CARD if is_card else HEAD_OF_LETTER
    if is_email:
        head = f"Subject: Subject: {_picked(subjects[0].wordings)}"
    body = [each for each in found if each.name != "subject"]
    closings = CLOSINGS.get(tone, CLOSINGS["plain"])
    closing = f"Closing: {_picked([_spelled(each) for each in closings])}"
    lines = [head, "Salutation: Dear {{ recipient.greeting }},", *_body(body), closing]
    return "\n".join([*lines, "Signature: {{ sender.name }}", *([FOOT_OF_EMAIL] if is_email else [])])


def _body(found: Sequence[Group]) -> Iterator[str]:
    for place, group in enumerate(found):
        if group.joined:
            continue
        after = [each for each in found[place + 1 : place + 2] if each.joined]
        if not after:
            yield from _whole(group)
            continue
        yield from _together(group, after[0])


def _whole(group: Group) -> Iterator[str]:
    """A group that fills a paragraph: a paragraph for each of its wordings, easy to change in Word."""
    lines = [f"Body Text: {each}" for each in group.wordings]
    if len(lines) > 1:
        lines = ["Template: {%p pick %}", "\nTemplate: {%p or %}\n".join(lines), "Template: {%p endpick %}"]
    yield from _if(group.condition, "\n".join(lines))


def _if(condition: str, lines: str) -> Iterator[str]:
    if condition:
        yield f"Template: {{%p if {condition} %}}"
    yield lines
    if condition:
        yield "Template: {%p endif %}"


def _together(group: Group, after: Group) -> Iterator[str]:
    """Two groups in one paragraph, of which one may be left out; the second only ever with the first."""
    first, second = _picked(group.wordings), _picked(after.wordings)
    if after.condition:
        words = f"{first}{{% if {after.condition} %}} {second}{{% endif %}}"
        yield from _if(group.condition, f"Body Text: {words}")
    else:
        yield f"Body Text: {{% if {group.condition} %}}{first} {{% endif %}}{second}"


def _picked(wordings: Sequence[str]) -> str:
    return "{% pick %}" + "{% or %}".join(wordings) + "{% endpick %}"


def _spelled(wording: str) -> str:
    """[mail|post] as the choice by language that it stands for."""
    return re.sub(
        r"\[([^|\]]+)\|([^|\]]+)\]", r'{% if language == "en-GB" %}\2{% else %}\1{% endif %}', wording
    )


def template(text: str, title: str, design: Design) -> bytes:
    """The .docx of a template text: the same text gives the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title),
        "word/document.xml": _document(text, design.margin),
        "word/_rels/document.xml.rels": _relationships(
            (f"{OFFICE}/styles", "styles.xml"), (f"{OFFICE}/settings", "settings.xml")
        ),
        "word/styles.xml": _styles(design),
        "word/settings.xml": _settings(),
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            member = zipfile.ZipInfo(name)  # of 1980 and stored: the same whenever and wherever it is made
            member.create_system = 0
            archive.writestr(member, HEAD + part)
    return packed.getvalue()


def _document(text: str, margin: float) -> str:
    lines = (line.partition(": ") for line in text.splitlines() if line)
    body = "".join(_paragraph(style, words) for style, _, words in lines)
    side = f"{margin * 1440:.0f}"
    page = (
        f'<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="{side}" w:bottom="1300" '
        f'w:left="{side}" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
    )
    return f'<w:document xmlns:w="{WORD}"><w:body>{body}{page}</w:body></w:document>'


def _paragraph(style: str, words: str) -> str:
    text = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{_style_id(style)}"/></w:pPr>{text}</w:p>'


def _styles(design: Design) -> str:
    fonts = f'<w:rFonts w:ascii="{design.font}" w:hAnsi="{design.font}" w:cs="Times New Roman"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f'<w:spacing w:line="{design.line * 240:.0f}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    styles = "".join(_style(name, look) for name, look in design.looks.items())
    return f'<w:styles xmlns:w="{WORD}">{defaults}{normal}{styles}</w:styles>'


def _style(name: str, look: Look) -> str:
    own = "" if look.known else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{_style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{look.paragraph}</w:pPr><w:rPr>{look.text}</w:rPr></w:style>"
    )


def _style_id(name: str) -> str:
    return name.replace(" ", "")


def _settings() -> str:
    """Compatibility mode 15 is Word 2013 and later; without it Word opens the file as an old one."""
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    return (
        f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:compat><w:compatSetting {mode}/></w:compat><w:themeFontLang w:val="en-US"/></w:settings>'
    )


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    )


def _content_types() -> str:
    kinds = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{WORD_TYPE}.styles+xml",
        "/word/settings.xml": f"{WORD_TYPE}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def made() -> dict[Path, bytes]:
    """Every template, by the path where it belongs."""
    letters = dict(each for text in sorted(FOLDER.glob("*/*.txt")) for each in _made(text))
    return {**letters, **dict(map(_page, sorted(FOLDER.glob("*.txt"))))}


def _page(text: Path) -> tuple[Path, bytes]:
    """What stands in no tone's folder is no letter, and written as it goes into the document."""
    look = Design("Calibri", TO_TAKE_ALONG, margin=0.9, line=1.05)
    return text.with_suffix(".docx"), template(text.read_text("utf-8"), text.stem, look)


def _made(text: Path) -> Iterator[tuple[Path, bytes]]:
    tone, said = text.parent.name, text.read_text("utf-8")
    for kind in (text.stem,) if text.stem == CARD_KIND else (text.stem, f"{text.stem}.email"):
        docx = template(written(said, tone, kind), f"{kind}, {tone}", design(tone, kind))
        yield text.with_name(f"{kind}.docx"), docx


if __name__ == "__main__":
    for path, docx in made().items():
        path.write_bytes(docx)
