"""A proofreader that finds only what a test tells it to: the words given, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.letters.panels import Copies, Readers, read_panels
from eitherway.proof.prose.manuscript import Known, Manuscript

Wrong = Mapping[str, tuple[FindingCode, Severity]]
MISSPELT = (FindingCode.SPELLING, Severity.ERROR)
DOUBTFUL = (FindingCode.SPELLING, Severity.WARNING)


class Stub:
    """Keeps what it was given to read."""

    def __init__(self, wrong: Wrong) -> None:
        self.wrong = wrong
        self.seen: list[Manuscript] = []
        self.known = Known()

    def read(self, manuscript: Manuscript, known: Known) -> list[Finding]:
        self.seen.append(manuscript)
        self.known = known
        return list(self._found(manuscript.text))

    def read_all(self, manuscripts: Sequence[Manuscript], known: Known) -> list[list[Finding]]:
        return [self.read(each, known) for each in manuscripts]

    def _found(self, text: str) -> Iterator[Finding]:
        for words, (code, severity) in self.wrong.items():
            start = text.find(words)
            if start >= 0:
                message = f"“{words}” is not right."
                end = start + len(words)
                yield Finding(code, severity, message, start, end, ("better",), "", f"{code}-{words}")


def no_copies(panel: Sequence[Manuscript]) -> list[list[Finding]]:
    return [[] for _ in panel]


def one_by_one(reader: Stub, copies: Copies = no_copies) -> Readers:
    return partial(read_panels, reader=reader, copies=copies)
