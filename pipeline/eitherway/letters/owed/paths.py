"""Where letters are written: names that Windows, macOS and Linux all take, and no path used twice.

Windows' rules (learn.microsoft.com, "Naming Files, Paths, and Namespaces") are the strictest, so they hold
everywhere. Beyond them, `#` and `%` break Excel's HYPERLINK, and square brackets mean a workbook in it.
Lengths are in UTF-16 units, which Windows and Excel count; 80 of them are at most 240 bytes of UTF-8, within
the 255 bytes that Linux and macOS allow a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, count
from unicodedata import category, normalize

FOLDER_LIMIT = 40
NAME_LIMIT = 40
STEP_LIMIT = 20
ROLE_LIMIT = 20

_INSTEAD = str.maketrans({**dict.fromkeys('<>:/\\|?*#%"', "-"), "[": "(", "]": ")"})
# Control characters, lone surrogates, unassigned code points; and the marks that turn text around, with which
# a name could show another than its own ending.
_DROPPED = ("Cc", "Cs", "Cn")
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE)


@lru_cache(maxsize=2**15)
def safe_name(text: str, limit: int = FOLDER_LIMIT) -> str:
    """`text` as the name of a file or folder, in Unicode NFC, at most `limit` UTF-16 units; never empty."""
    kept = text if text.isascii() and text.isprintable() else _printable(text)
    name = _cut(" ".join(kept.translate(_INSTEAD).split()), limit)
    return _cut(f"_{name}", limit) if not name or _RESERVED.match(name) else name


def safe_folder(setting: str) -> str | None:
    """The Letters folder setting as a relative path with forward slashes; empty means the workbook's folder.

    None if it would lead out of the workbook's folder: an absolute path, a drive, or "..".
    """
    parts = [part.strip() for part in re.split(r"[/\\]", setting.strip()) if part.strip() != "."]
    if re.match(r"[/\\]|[A-Za-z]:", setting.strip()) or ".." in parts:
        return None
    limit = FOLDER_LIMIT // max(len(parts), 1)
    return "/".join(safe_name(part, max(limit, 8)) for part in parts if part)


def step_names(steps: Iterable[str]) -> dict[str, str]:
    """Each step's part of a file name, "last-note": without spaces, and no two alike."""
    taken: set[str] = set()
    names = {}
    for step in dict.fromkeys(steps):
        plain = "-".join(safe_name(step, STEP_LIMIT).lower().split())
        numbered = (f"{plain}-{number}" for number in count(2))
        names[step] = _first_free(chain([plain], numbered), taken)
    return names


def stems(
    companies: Sequence[str], days: Sequence[date | None], interviewers: Sequence[str], roles: Sequence[str]
) -> list[str]:
    """For each conversation, "<Company>/<Date> <Interviewer>": all that the paths of its letters share.

    The first row of a name keeps it plain; a later one gets the role, then a number. Stems depend on the
    workbook's rows alone, not on the day or on which letters are owed. As a step's name holds no space, two
    letters share a path only if they share both stem and step.
    """
    taken: set[str] = set()
    alike: Counter[str] = Counter()
    found = []
    for company, day, interviewer, role in zip(companies, days, interviewers, roles, strict=True):
        stem = f"{safe_name(company)}/{day} {safe_name(interviewer, NAME_LIMIT)}"
        key = stem.casefold()
        if key in taken:
            alike[key + role] += 1
            stem = _first_free(_told_apart(stem, role, alike[key + role] + 1), taken)
        taken.add(key)
        found.append(stem)
    return found


def _told_apart(stem: str, role: str, first_number: int) -> Iterator[str]:
    shown = safe_name(role, ROLE_LIMIT) if role else ""
    if shown:
        yield f"{stem} ({shown})"
    for number in count(first_number):
        yield f"{stem} ({shown}, {number})" if shown else f"{stem} ({number})"


def _first_free(names: Iterable[str], taken: set[str]) -> str:
    """The first of `names`, all in NFC, that is not `taken` yet in any case; it is taken from then on."""
    for name in names:
        key = name.casefold()
        if key not in taken:
            taken.add(key)
            return name
    raise LookupError  # the names go on without end


def _cut(name: str, limit: int) -> str:
    """At most `limit` UTF-16 units of `name`, ending between two code points, without dots at its ends."""
    name = name.lstrip(" .~")
    if 2 * len(name) > limit:
        name = name.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", errors="ignore")
    return name.rstrip(" .")


def _printable(text: str) -> str:
    kept = (" " if char.isspace() else char for char in normalize("NFC", text) if _allowed(char))
    return normalize("NFC", "".join(kept))


def _allowed(char: str) -> bool:
    return char.isspace() or (category(char) not in _DROPPED and char not in _TURNING)
