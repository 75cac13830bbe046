"""One letter out of one template: docxtpl merges it, or what docxtpl made of the template once does, faster.

docxtpl is the reference. A template that `compiled` can make ready gives the same parts without it; any other
is docxtpl's own to merge, letter by letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from eitherway.letters.merge.compiled import Compiled, compiled
from eitherway.letters.merge.dressing import Dress, dressed
from eitherway.letters.merge.packing import copied
from eitherway.letters.merge.properties import property_text
from eitherway.letters.merge.seal import CORE, sealed
from eitherway.letters.template.environment import LetterEnvironment
from eitherway.letters.template.opening import BrokenTemplate, broken, opened
from eitherway.letters.template.skeleton import Slow
from eitherway.machine.collector import collection_on

_Ready = Compiled | Slow | BrokenTemplate

KEPT = 64
"""Templates that are kept ready: those of one person, and of many people who use those that are shipped."""


@dataclass(frozen=True, slots=True)
class Press:
    """Makes letters; each template is opened, checked and compiled once for a paper and a language."""

    as_of: date
    environment: LetterEnvironment = field(default_factory=LetterEnvironment)
    _ready: dict[tuple[bytes, Dress], _Ready] = field(default_factory=dict)

    def letter(
        self, template: bytes, fields: Mapping[str, object], *, title: str, author: str, inputs: str = ""
    ) -> bytes:
        """The merged and sealed .docx: the same arguments give the same bytes. Raises BrokenTemplate.

        `inputs` is kept in its seal.
        """
        return b"".join(self.pieces(template, fields, title=title, author=author, inputs=inputs))

    def pieces(
        self, template: bytes, fields: Mapping[str, object], *, title: str, author: str, inputs: str = ""
    ) -> tuple[bytes, ...]:
        """The same in pieces, of which letters from one template share most. Raises BrokenTemplate."""
        dress = Dress(str(fields["paper"]), str(fields["language"]), self.as_of)
        ready = self._made_ready(template, dress)
        if isinstance(ready, BrokenTemplate):
            raise BrokenTemplate(str(ready))
        own = {"title": property_text(title), "author": property_text(author), "inputs": inputs}
        try:
            if isinstance(ready, Compiled):
                return ready.letter(fields, **own)
        except Slow:
            pass
        except Exception as error:  # a template can raise anything: whatever it is, the template is broken
            raise broken(error) from error
        return by_docxtpl(template, fields, self.environment, dress, **own)

    def why_slow(self, template: bytes, fields: Mapping[str, object]) -> str:
        """Why docxtpl itself has to merge letters from this template, as the end of a sentence; or ""."""
        dress = Dress(str(fields["paper"]), str(fields["language"]), self.as_of)
        ready = self._made_ready(template, dress)
        return str(ready) if isinstance(ready, Slow) else ""

    def _made_ready(self, template: bytes, dress: Dress) -> _Ready:
        key = template, dress
        if key not in self._ready:
            if len(self._ready) == KEPT:
                self._ready.clear()
                self.environment.forget()
            self._ready[key] = _prepared(template, self.environment, dress)
        return self._ready[key]


@lru_cache(maxsize=1)
def press(as_of: date) -> Press:
    """The press of this process: workbooks that are run one after the other share what was made ready."""
    return Press(as_of)


def merge(
    template: bytes,
    fields: Mapping[str, object],
    environment: LetterEnvironment,
    *,
    title: str,
    author: str,
    as_of: date,
) -> bytes:
    """A single letter: see `Press.letter`."""
    return Press(as_of, environment).letter(template, fields, title=title, author=author)


@collection_on()
def by_docxtpl(
    template: bytes,
    fields: Mapping[str, object],
    environment: LetterEnvironment,
    dress: Dress,
    *,
    title: str,
    author: str,
    inputs: str = "",
) -> tuple[bytes, ...]:
    """The same letter in pieces, merged by docxtpl itself. Raises BrokenTemplate."""
    word, merged = opened(template), BytesIO()
    try:
        word.render(dict(fields), environment, autoescape=True)
        dressed(word.docx, dress, title, author)
        word.save(merged)
    except Exception as error:  # as above
        raise broken(error) from error
    with ZipFile(merged) as archive:
        core = archive.read(CORE)
        others = [part for part in archive.infolist() if part.filename != CORE]
    docx = merged.getvalue()
    return sealed(core, [copied(docx, part) for part in others], inputs)


@collection_on()
def _prepared(template: bytes, environment: LetterEnvironment, dress: Dress) -> _Ready:
    try:
        return compiled(opened(template), environment, dress)
    except (BrokenTemplate, Slow) as reason:
        return reason
    except Exception:  # what is wrong in it, docxtpl says best, with the paragraph that it stands in
        return Slow("it is broken")
