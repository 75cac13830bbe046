"""Names that mean nothing to any rule, replaced, so that letters to different people share one reading.

"Dear Mateus Okafor," and "Dear Dmitry Halvor," are one block, "Dear Qvvvvv Qvvvvv,". Where nothing is found
in it, nothing is found beside either name, as long as all that a rule looks at stays: that it is a name, its
capital, its length, its place, an ending that counts. So a name stays as it is where it is a word too
("Grace", "Will"), after an article, which goes by its sound, and where the block has it in another case
besides, which may be a word typed twice. Of a number in a name ("Studio 54") only the length counts, unless
it stands elsewhere in the block, too. A block in whose like something is found is read as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from eitherway.proof.prose.manuscript import Span
from eitherway.proof.text.language.reading.blocks import Block
from eitherway.proof.text.language.reading.counts import Counts
from eitherway.proof.text.language.reading.lexicon import forms
from eitherway.proof.text.language.reading.reading import ABBREVIATIONS
from eitherway.proof.text.language.reading.variants import spellings

LENGTHS = range(2, 12)
"""Letters of the names that are replaced, for each of which Harper knows a name."""

_NAME = re.compile(r"(?<![\w@.'’])[A-Z][a-z]+(?![\w@])|(?<= )[1-9]\d+(?![\w@]|[.,:]\d)")
_TELLING = re.compile(r"(?<=..)(?:s|er|ly|ing|ment|[ts]ion|ity|ship|[ae]nce|ism|ency|est)$")
_ARTICLE = re.compile(r"\ban?\s+[\W_]*$", re.IGNORECASE)


def with_names(text: str, masks: Sequence[Span], name_for: Callable[[str], str]) -> str:
    """The text with another name of the same length for each word of a masked name, and for each number."""
    parts, last = [], 0
    for start, end in sorted(masks):
        parts += [text[last:start], _NAME.sub(lambda name: name_for(name[0]), text[start:end])]
        last = end
    return "".join((*parts, text[last:]))


def unnamed(block: Block, counts: Counts) -> Block:
    """The block with stand-ins for its names; the block itself where none has one."""
    said = block.text.lower()

    def stand_in(name: str) -> str:
        if name.isdecimal():
            return name if said.count(name) > 1 else "7" * len(name)
        word = name.lower()
        if len(name) not in LENGTHS or is_word(word, counts) or block.text.count(name) < said.count(word):
            return name
        kept = _TELLING.search(name)
        ending = kept[0] if kept else ""
        return f"Q{'v' * (len(name) - 1 - len(ending))}{ending}"

    if any(_ARTICLE.search(block.text, max(start - 8, 0), start) for start, _ in block.masks):
        return block
    text = with_names(block.text, block.masks, stand_in)
    return block._replace(text=text) if text != block.text and block.role in text else block


@lru_cache(maxsize=4096)
def is_word(word: str, counts: Counts) -> bool:
    """Whether a rule may know it: the counts have what English has in Britain, the forms are our own."""
    return bool(word in counts.words or forms(word) or spellings(word) or word in ABBREVIATIONS)
