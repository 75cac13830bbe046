"""The heavy tools of proofreading, each loaded once, when a letter first needs it.

harper-py's first linter takes about 0.5 s to build, as it builds the dictionary, and each further one 6 ms;
the table of counts takes 0.2 s to read, that of likelihoods 0.1 s.
"""

from __future__ import annotations

from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from eitherway.proof.prose.manuscript import Dialect
from eitherway.proof.text.language.engines.rules import rule_settings
from eitherway.proof.text.language.reading.counts import Counts, read_counts
from eitherway.proof.text.language.reading.ngrams import Ngrams, read_ngrams
from eitherway.proof.text.language.reading.tags import RULES, weirpack

if TYPE_CHECKING:
    from harper import Linter


class Speller(Protocol):
    """A speller that knows words only, no sentences."""

    def spell(self, word: str) -> bool:
        """Whether the word is in the dictionary."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first."""


class Engines:
    """Loads what it is asked for, and keeps it; an instance belongs to one thread.

    A copy sent to another process arrives empty and loads its own.
    """

    def __init__(self) -> None:
        self._linters: dict[Dialect, Linter] = {}

    def __reduce__(self) -> tuple[type[Engines], tuple[()]]:
        return Engines, ()

    @cached_property
    def has_harper(self) -> bool:
        """Whether harper-py is installed; it has no wheel for some systems."""
        return find_spec("harper") is not None

    def linter(self, dialect: Dialect) -> Linter:
        """Harper for that English, with the rules on that `rules.py` names. Raises ImportError without it."""
        if dialect not in self._linters:
            self._linters[dialect] = _linter(dialect)
        return self._linters[dialect]

    @cached_property
    def speller(self) -> Speller | None:
        """Hunspell with the American dictionary that chunspell brings; None where it is not installed."""
        if find_spec("hunspell") is None:
            return None
        from hunspell import Hunspell  # noqa: PLC0415 - only where Harper is missing

        speller: Speller = Hunspell("en_US")
        return speller

    @cached_property
    def counts(self) -> Counts:
        """How often words and pairs of words occur."""
        return read_counts()

    @cached_property
    def ngrams(self) -> Ngrams:
        """How likely words are after the two before them."""
        return read_ngrams()


def load_dictionary() -> None:
    """Build Harper's dictionary, which all linters of the process share; Python goes on meanwhile."""
    if find_spec("harper"):
        from harper import Dialect as English  # noqa: PLC0415 - loads a library of 19 MB
        from harper import Linter  # noqa: PLC0415 - likewise

        Linter(English.AMERICAN)


def _linter(dialect: Dialect) -> Linter:
    from harper import Dialect as English  # noqa: PLC0415 - loads a library of 19 MB
    from harper import Linter  # noqa: PLC0415 - likewise

    linter = Linter(English.BRITISH if dialect is Dialect.UK else English.AMERICAN)
    linter.load_weirpack(weirpack())
    linter.set_lint_config({**rule_settings(linter.get_default_lint_config()), **dict.fromkeys(RULES, True)})
    return linter
