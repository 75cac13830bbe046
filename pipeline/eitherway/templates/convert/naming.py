"""Which of our fields a field of Word's mail merge becomes, by its name and its switches."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from eitherway.letters.template.guesses import is_part_of_address, likely_field
from eitherway.letters.template.word_fields import WordField
from eitherway.words.comparison import loose

ADDRESS = "recipient.address"
GREETING_LINE = "Dear {{ recipient.greeting }},"

_DATES = frozenset(("CREATEDATE", "DATE", "PRINTDATE", "SAVEDATE"))
NAMED = frozenset(("MERGEFIELD", "DOCPROPERTY", "DOCVARIABLE"))
_TEXT_SWITCH = r'\\%s\s*(?:["“”]([^"“”]*)["“”]|([^\s\\]+))'
_BEFORE, _BEHIND = (re.compile(_TEXT_SWITCH % letter, re.IGNORECASE) for letter in "bf")
_CASE = re.compile(r"\\\*\s*(upper|lower)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meant:
    """What a field becomes: `field` of ours, or whole `text` instead of one.

    `is_named` says that the user named it, `is_sure` that the name has one reading, `is_part` that it means
    only a part of an address.
    """

    field: str = ""
    text: str = ""
    is_named: bool = False
    is_sure: bool = True
    is_part: bool = False

    def written(self, of_word: WordField | None) -> str:
        """What stands in the template, with what the switches of its merge field ask for (17.16.5.35)."""
        if self.text:
            return self.text
        said = of_word.said if of_word and of_word.name in NAMED else ""
        case = _CASE.search(said)
        tag = f"{{{{ {self.field}{f' | {case[1].lower()}' if case else ''} }}}}"
        before, behind = (_switch(which, said) for which in (_BEFORE, _BEHIND))
        if before or behind:
            return f"{{% if {self.field} %}}{before}{tag}{behind}{{% endif %}}"
        return tag


def meant(field: WordField, asked: Mapping[str, str]) -> Meant | None:
    """What a field becomes, None for one that has no counterpart; `asked` gives our field for a name."""
    if field.name == "ADDRESSBLOCK":
        return Meant("recipient.block")
    if field.name == "GREETINGLINE":
        return Meant(text=GREETING_LINE)
    if field.name in _DATES:
        return Meant("date")
    if field.name not in NAMED or not field.argument:
        return None
    if ours := {loose(name): each for name, each in asked.items()}.get(loose(field.argument)):
        return Meant(ours, is_named=True)
    ours, is_sure = likely_field(field.argument)
    if not ours:
        return None
    is_sure = is_sure and field.name == "MERGEFIELD"
    return Meant(ours, is_sure=is_sure, is_part=is_part_of_address(field.argument))


def _switch(which: re.Pattern[str], said: str) -> str:
    found = which.search(said)
    return (found[1] or found[2] or "") if found else ""
