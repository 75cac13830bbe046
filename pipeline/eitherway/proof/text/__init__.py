"""A merged letter is read again, as a careful person would before it goes out: from text to findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eitherway.proof.text.proofreading import Proofreader

__all__ = ["Proofreader"]


def __getattr__(name: str) -> object:
    """The Proofreader on first use: its patterns take a tenth of a second to compile."""
    if name != "Proofreader":
        raise AttributeError(name)
    from eitherway.proof.text.proofreading import Proofreader  # noqa: PLC0415 - the reason stands above

    return Proofreader
