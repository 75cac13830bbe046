"""Which template a letter is merged from: the user's own wins over the shipped one, file by file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from eitherway.letters.paths import safe_name
from eitherway.letters.shipped import shipped_templates

FALLBACK_TONE = "warm"


class Found(NamedTuple):
    """A template's file, and its name as messages give it: "warm/thank-you.docx"."""

    path: Path
    name: str


def template_name(tone: str, letter: str) -> str:
    """The template of a letter in a tone, relative to a templates folder: "warm/thank-you.docx"."""
    bare = letter[:-5] if letter.casefold().endswith(".docx") else letter
    return f"{safe_name(tone).lower()}/{safe_name(bare)}.docx"


def find_template(own: Path, tone: str, letter: str) -> Found | None:
    """The template to use: in `own`, else shipped; where the tone has none, the warm one in the same way."""
    names = (template_name(tone, letter), template_name(FALLBACK_TONE, letter))
    candidates = (Found(folder / name, name) for name in names for folder in (own, shipped_templates()))
    return next((found for found in candidates if found.path.is_file()), None)
