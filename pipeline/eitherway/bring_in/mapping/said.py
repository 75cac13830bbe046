"""What a person says about a file: which column means what, and which of our statuses their words are.

On the command line it is "Firm=Company"; in a file it is TOML, with the tables [columns] and [statuses].
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from eitherway.bring_in.brought import Brought
from eitherway.bring_in.cells.statuses import Standing
from eitherway.bring_in.meanings import Meaning, Sureness, meaning_named
from eitherway.bring_in.vocabulary import bare
from eitherway.model.choices import STATUSES
from eitherway.model.problems import CannotAct
from eitherway.words.comparison import did_you_mean, find, quote

NOT_APPLIED = Standing.NOT_YET.value


@dataclass(frozen=True, slots=True)
class Said:
    """The meanings of headers, and our status for each of the user's words."""

    columns: Mapping[str, Meaning] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)

    def joined(self, other: Said) -> Said:
        """Both; where they differ, the other one."""
        return Said({**self.columns, **other.columns}, {**self.statuses, **other.statuses})

    @property
    def status_words(self) -> dict[str, str]:
        """The statuses by their words as they are compared."""
        return {bare(word): status for word, status in self.statuses.items()}


def from_pair(text: str) -> Said:
    """The mapping that "Firm=Company" says, as typed behind --map. Raises CannotAct."""
    header, equals, said = text.rpartition("=")
    if not equals or not header.strip():
        raise CannotAct(
            f"{quote(text)} does not say which column means what.",
            'Write it as "Firm=Company", or name a .toml file.',
        )
    return Said({header.strip(): _meaning(said.strip())})


def from_toml(text: str, file: str) -> Said:
    """The mapping that a file holds. Raises CannotAct."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise CannotAct(
            f"{file} is no mapping that can be read: {trouble}.", "`--save-map` writes one."
        ) from None
    columns, statuses = (_table(data, name, file) for name in ("columns", "statuses"))
    return Said(
        {header: _meaning(said) for header, said in columns.items()},
        {word: _status(said) for word, said in statuses.items()},
    )


def as_toml(brought: Brought, said: Said) -> str:
    """The mapping as a file that `--map` reads: what was found out and what was said."""
    lines = [
        "# What each column means. Known meanings:",
        f"# {', '.join(each.value for each in Meaning)}",
        "[columns]",
    ]
    for columns in brought.columns.values():
        for column in columns:
            unsure = "  # unsure" if column.sureness is Sureness.UNSURE else ""
            lines.append(f"{_quoted(column.header)} = {_quoted(column.meaning.value)}{unsure}")
    lines += ["", f"# Your status words, each one of: {', '.join(STATUSES)}", "[statuses]"]
    lines += [f"{_quoted(word)} = {_quoted(status)}" for word, status in said.statuses.items()]
    lines += [f"# {_quoted(word)} = " for word in brought.statuses if bare(word) not in said.status_words]
    return "\n".join(dict.fromkeys(lines)) + "\n"


def check_headers(said: Said, headers: Iterable[str]) -> None:
    """Raise CannotAct where a header that was given a meaning is in no file."""
    known = [header.strip() for header in headers if header.strip()]
    there = {bare(header) for header in known}
    for header in said.columns:
        if bare(header.strip()) not in there:
            guess = did_you_mean(header, known)
            raise CannotAct(
                f"There is no column {quote(header)}.", f"{guess}The columns are: {', '.join(known)}."
            )


def _table(data: Mapping[str, object], name: str, file: str) -> dict[str, str]:
    table = data.get(name, {})
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise CannotAct(
            f"[{name}] in {file} does not hold lines such as {_EXAMPLES[name]}.", "Mend it, and try again."
        )
    return {str(key): str(value) for key, value in table.items()}


_EXAMPLES = {"columns": '"Firm" = "Company"', "statuses": '"In Gespräch" = "Interviewing"'}


def _meaning(said: str) -> Meaning:
    found = meaning_named(said)
    if found is None:
        names = [meaning.value for meaning in Meaning]
        raise CannotAct(
            f"{quote(said)} is nothing that a column can mean.",
            f"{did_you_mean(said, names)}It can mean: {', '.join(names)}.",
        )
    return found


def _status(said: str) -> str:
    found = find(said, (*STATUSES, NOT_APPLIED))
    if found is None:
        raise CannotAct(
            f"{quote(said)} is no status.",
            f"{did_you_mean(said, STATUSES)}The statuses are: {', '.join(STATUSES)}.",
        )
    return found


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
