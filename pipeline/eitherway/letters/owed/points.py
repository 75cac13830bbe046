"""The words that a letter takes up as they were typed: the personal point, the reason, the user's own
sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from eitherway.letters.owed.sources import Application, Conversation, place
from eitherway.model.codes import Code, Severity
from eitherway.model.problems import Location, Problem
from eitherway.model.prompts import PROMPTS
from eitherway.model.records import Flag
from eitherway.model.steps import AFTER_NO
from eitherway.model.tables import Tables
from eitherway.words.comparison import quote
from eitherway.words.forms.answers import delicate_matter, matter_of_reason
from eitherway.words.forms.form import CARRIED, NOMINAL, Form, Reading
from eitherway.words.forms.named import reader_by_name
from eitherway.words.forms.reading import in_sentences, read_point, read_reason
from eitherway.words.forms.said import sentences
from eitherway.words.names import folded
from eitherway.words.salutations.title_words import words

POINT = "What we talked about"
REASON = "Why this job"
OWN_WORDS = "In your own words"
MOST_SENTENCES = 3
"""What one adds in one's own words, and no more (design.md, section 2)."""

AFTER_POINT, AFTER_REASON = "I enjoyed talking with you about", "I would like this job because"
_EXAMPLES = {POINT: "moving the reports off paper", REASON: "the team publishes what it learns"}
_LEADS = {POINT: AFTER_POINT, REASON: AFTER_REASON}
_WHAT: Mapping[Form, str] = {
    Form.SENTENCES: "more than one sentence",
    Form.LIST: "a list",
    Form.NOTE: "a note to yourself",
    Form.QUESTION: "a question",
    Form.FRAGMENT: "a part of a sentence",
    Form.CLAUSE: "a sentence of its own",
    Form.INFINITIVE: "no thing that one talks about",
    Form.ADJECTIVE: "no thing that one talks about",
}
_LITTLE = words("a an the my your our their his her its this that these those and")
_WORD = re.compile(r"\w+")


def point_held(tables: Tables, conversation: Conversation) -> Problem | None:
    """Why no sentence of a letter can take up the point, or that there is nothing personal to say at all.

    Without a point, the user's own words make a letter personal. A note after a no can do without either.
    """
    read = read_point(conversation.point)
    if read.form is Form.EMPTY:
        personal = in_sentences(conversation.own_words) or conversation.step == AFTER_NO
        return None if personal else _no_point(tables, conversation)
    where = place(tables, "Interviews", conversation.row, POINT)
    if read.form in NOMINAL:
        name = reader_by_name(read.words, conversation.interviewer)
        return _called_by_name(where, read, name) if name else None
    return _not_taken_up(where, POINT, read, conversation.interviewer)


def reason_held(tables: Tables, application: Application) -> Problem | None:
    """Why no sentence can take up the reason; one that says nothing is no reason, and none is needed."""
    read = read_reason(application.why_this_job)
    if read.form is Form.EMPTY or read.form in CARRIED:
        return None
    return _not_taken_up(place(tables, "Applications", application.row, REASON), REASON, read, "")


def told(tables: Tables, conversation: Conversation, application: Application | None) -> Iterator[Problem]:
    """Warnings: words that read otherwise in the letter than they were typed, and too many of one's own."""
    point = read_point(conversation.point)
    if point.changed and point.form in NOMINAL:
        yield _changed(place(tables, "Interviews", conversation.row, POINT), conversation.point, point)
    if point.form in NOMINAL and (matter := delicate_matter(point.words)):
        yield _delicate(place(tables, "Interviews", conversation.row, POINT), point, matter)
    reason = read_reason(application.why_this_job) if application else None
    if application and reason and reason.changed and reason.form in CARRIED:
        yield _changed(
            place(tables, "Applications", application.row, REASON), application.why_this_job, reason
        )
    if application and reason and reason.form in CARRIED and (matter := matter_of_reason(reason.words)):
        yield _delicate(place(tables, "Applications", application.row, REASON), reason, matter)
    if (count := sentences(conversation.own_words)) > MOST_SENTENCES:
        where = place(tables, "Interviews", conversation.row, OWN_WORDS)
        message = (
            f"{quote(conversation.own_words)} is {count} sentences; the letter has room for {MOST_SENTENCES}."
        )
        yield Problem(Code.OWN_WORDS_LONG, Severity.WARNING, where, message, "Keep what only you can say.")


def same_points(rows: Sequence[Conversation]) -> dict[int, Conversation]:
    """By row of Interviews, another conversation of the same panel for which the same point was typed.

    The same are two points in which all words but the little ones are the same (docs/design.md, section 1: a
    separate, personal follow-up to each). A panel is an application and a day.
    """
    panels: dict[tuple[object, ...], list[Conversation]] = defaultdict(list)
    for row in rows:
        if row.flag != Flag.SKIPPED and row.point:
            panels[folded(row.application), row.day].append(row)
    same: dict[tuple[object, ...], list[Conversation]] = defaultdict(list)
    for panel, members in panels.items():
        for row in members if len(members) > 1 else ():
            same[panel, _telling(row.point)].append(row)
    return {
        row.row: next(other for other in alike if folded(other.interviewer) != folded(row.interviewer))
        for (_, said), alike in same.items()
        if said
        if len({folded(row.interviewer) for row in alike}) > 1
        for row in alike
    }


def same_point(tables: Tables, conversation: Conversation, other: Conversation) -> Problem:
    """Two of one panel would read the same of themselves."""
    message = (
        f"{quote(read_point(conversation.point).words)} is what {_cell(tables, other).cell} says for "
        f"{other.interviewer}, of the same panel; they may well compare their letters."
    )
    fix = (
        f"Write what only you and {conversation.interviewer} talked about, for a separate, personal "
        "follow-up to each; the letter waits for it."
    )
    return _error(Code.SAME_POINT, _cell(tables, conversation), message, fix)


def _no_point(tables: Tables, conversation: Conversation) -> Problem:
    typed = (
        f"{quote(conversation.point)} says nothing of it. "
        if any(map(str.isalnum, conversation.point))
        else ""
    )
    return _error(
        Code.NO_PERSONAL_POINT,
        _cell(tables, conversation),
        f"The {conversation.step.lower()} letter to {conversation.interviewer} waits for something that only "
        f"you know: what the two of you talked about.{' ' + typed if typed else ''}".rstrip(),
        f'Type a few words, such as "{_EXAMPLES[POINT]}". {" ".join(PROMPTS)}',
    )


def _called_by_name(where: Location, read: Reading, name: str) -> Problem:
    message = (
        f"{quote(read.words)} speaks of {name} as of somebody else, in a letter to {name}: "
        f'"{AFTER_POINT} {read.words}".'
    )
    fix = f'Say "you" and "your"; the letter waits for it. If you mean another {name}, add the family name.'
    return _error(Code.READER_AS_THIRD_PERSON, where, message, fix)


def _not_taken_up(where: Location, column: str, read: Reading, reader: str) -> Problem:
    lead = _LEADS[column]
    sentence = f'"{lead} {read.words}".'
    such = quote(read.instead or _EXAMPLES[column])
    if read.form is Form.READER:
        who = reader or "the reader"
        message = f"{quote(read.words)} speaks of {who} as of somebody else, in a letter to them: {sentence}"
        fix = f'Say "you" and "your", such as {such}; the letter waits for it.'
        return _error(Code.READER_AS_THIRD_PERSON, where, message, fix)
    code = Code.POINT_NOT_A_CLAUSE if column == POINT else Code.REASON_NOT_A_CLAUSE
    message = f"{quote(read.words)} is {_WHAT[read.form]}; the letter would read {sentence}"
    own = f' Whole sentences go into "{OWN_WORDS}".' if column == POINT and read.form in _SENTENCES else ""
    fix = f'Write it as you would after "{lead}", such as {such}; the letter waits for it.{own}'
    return _error(code, where, message, fix)


_SENTENCES = (Form.SENTENCES, Form.CLAUSE, Form.FRAGMENT)


def _changed(where: Location, typed: str, read: Reading) -> Problem:
    message = f"{quote(typed)} reads {quote(read.words)} in the letter."
    return Problem(
        Code.WORDS_CHANGED,
        Severity.WARNING,
        where,
        message,
        "If you mean something else, write it as it should read.",
    )


def _delicate(where: Location, read: Reading, matter: str) -> Problem:
    left = {
        "of pay": "is a matter of pay, which a follow-up leaves to the talks about an offer",
        "against yourself": "speaks against yourself, in a letter that asks for the job",
        "of private life": "is a matter of private life, which a follow-up seldom touches",
        "too little": "is a single word, and says little; a few more make it yours",
        "of your own": "speaks of your own affairs, where a reason that speaks of the work says more",
        "among friends": "is said as one speaks among friends, and not to somebody met for an interview",
    }
    fix = "If it is not what the two of you will remember, write what is; the letter goes out as it stands."
    return Problem(Code.DELICATE_MATTER, Severity.WARNING, where, f"{quote(read.words)} {left[matter]}.", fix)


def _telling(point: str) -> tuple[str, ...]:
    found = _WORD.findall(folded(point))
    return tuple(word for word in found if word not in _LITTLE) or tuple(found)


def _cell(tables: Tables, conversation: Conversation) -> Location:
    return place(tables, "Interviews", conversation.row, POINT)


def _error(code: Code, where: Location, message: str, fix: str) -> Problem:
    return Problem(code, Severity.ERROR, where, message, fix)
