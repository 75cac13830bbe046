"""What is asked of a batch and what comes back: plain values that travel between processes and machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from eitherway.model.codes import Code

Json = dict[str, Any]
ATTEMPTS = 2


class State(StrEnum):
    """What became of one workbook: refused is one that cannot be worked on as it is, failed one that ended
    or outlasted what ran it, not ours one that has none of our tables, and not run one that the batch did not
    come to.
    """

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"
    NOT_OURS = "not ours"
    NOT_RUN = "not run"


class Asked(NamedTuple):
    """What a batch is asked to do with every workbook, on which day. `templates` is the folder that takes the
    place of each one's own, "" where each has its own.
    """

    as_of: date
    letters: bool = True
    proof: bool = True
    dry_run: bool = False
    templates: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One workbook to run: `path` as every worker sees it; `now` stamps its log and its backup."""

    path: str
    asked: Asked
    now: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """One workbook, run, in `seconds`. `client` is the "Your name" of its Settings, `country` their Country.
    `flags` and `letters` count those of each kind, `errors` and `warnings` its problems; `follow_ups` are
    those that are overdue, due or soon (docs/design.md, section 6); `silences` and `coming` are those of
    `insight.client.Standing`, `problems` the first of all that is to be mended or looked at. `what` and `fix`
    say why nothing was done, or what the first error is. With `done_before` it was not run now but by the
    batch that this one goes on with.
    """

    path: str
    state: State
    seconds: float = 0.0
    client: str = ""
    country: str = ""
    flags: Mapping[str, int] = field(default_factory=dict)
    letters: Mapping[str, int] = field(default_factory=dict)
    errors: int = 0
    warnings: int = 0
    follow_ups: Sequence[Json] = field(default_factory=list)
    interviews_this_week: int = 0
    offers: int = 0
    silences: Sequence[Json] = field(default_factory=list)
    coming: Sequence[Json] = field(default_factory=list)
    problems: Sequence[Json] = field(default_factory=list)
    what: str = ""
    fix: str = ""
    done_before: bool = False

    def as_json(self) -> Json:
        """The result as `eitherway batch --json` prints it and as the journal keeps it."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Json) -> Result:
        """The result that `as_json` gave. Raises TypeError, ValueError, KeyError."""
        return cls(**{**data, "state": State(data["state"])})

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing left to do for this workbook today."""
        return self.state in (State.DONE, State.NOT_OURS)

    @property
    def is_refused(self) -> bool:
        """Whether it was begun, and nobody knows what is owed in it."""
        return self.state in (State.REFUSED, State.FAILED)


def is_of_a_template(problem: Json) -> bool:
    """Whether a problem of a workbook is one of a letter template, which many workbooks may share."""
    return bool(problem["code"] == Code.BROKEN_TEMPLATE.value)


def failed(job: Job, what: str) -> Result:
    """A workbook that took its process with it, or that took too long: nobody knows how far it came."""
    fix = "It was tried twice, and is as it was or fully done. Try it alone: eitherway check."
    return Result(job.path, State.FAILED, what=what, fix=fix)


def not_run(path: str) -> Result:
    """A workbook that a batch which was stopped did not come to."""
    return Result(path, State.NOT_RUN, what="The batch was stopped before it.", fix="Go on with --resume.")


def printable(path: str) -> str:
    """A path as text: the name of a file may hold what is none, or what would break a line."""
    text = path.encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def in_words(seconds: float) -> str:
    """So many seconds: "1 second", "120 seconds"."""
    return f"{seconds:.0f} second{'' if f'{seconds:.0f}' == '1' else 's'}"
