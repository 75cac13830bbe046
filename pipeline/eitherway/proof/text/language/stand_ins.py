"""Names that mean nothing to any rule, replaced, so that letters to different people share one reading.

"Dear Mateus Okafor," and "Dear Bjoern Halvar," are one block, "Dear Qvvvvv Qvvvvv,". What is found in it is found
where a name stands as much as where the other does, as long as all that a rule looks at stays: that it is a
name, its capital, its length, its place. So a name stays as it is where it is a word too ("Grace", "Will"),
where it has an ending that a rule looks for, after an article, which goes by its sound, and where it stands in
the block in another way besides, which may be a word typed twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence

from eitherway.proof.prose.manuscript import Span
from eitherway.proof.text.language.blocks import Block

LENGTHS = range(2, 12)
"""Letters of the names that are replaced, for each of which Harper knows a name."""

_NAME = re.compile(r"(?<![\w@.'’-])[A-Z][a-z]+(?![\w@])")
_TELLING = ("s", "er", "ly", "ing", "ment", "tion", "sion", "ity", "ship", "ance", "ence", "ism", "ency", "est")
_ARTICLE = re.compile(r"\ban?\s+[\W_]*$", re.IGNORECASE)


def with_names(text: str, masks: Sequence[Span], name_for: Callable[[str], str]) -> str:
    """The text with another name of the same length for each word of a masked name."""
    parts, last = [], 0
    for start, end in sorted(masks):
        parts += [text[last:start], _NAME.sub(lambda name: name_for(name[0]), text[start:end])]
        last = end
    return "".join((*parts, text[last:]))


def unnamed(block: Block, known: Container[str]) -> Block:
    """The block with stand-ins for its names, but for the `known` words; the block itself where none has one."""
    said = block.text.lower()

    def stand_in(name: str) -> str:
        word = name.lower()
        if len(name) not in LENGTHS or word in known or word.endswith(_TELLING):
            return name
        alike = block.text.count(name) == said.count(word)
        return "Q" + "v" * (len(name) - 1) if alike else name

    if any(_ARTICLE.search(block.text, max(start - 8, 0), start) for start, _ in block.masks):
        return block
    text = with_names(block.text, block.masks, stand_in)
    return block._replace(text=text) if block.role in text else block
