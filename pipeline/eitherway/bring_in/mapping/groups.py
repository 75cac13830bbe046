"""Which columns belong together: those of one interview, and those about one person."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.bring_in.meanings import ABOUT_PEOPLE, PEOPLE, Column, Meaning, Stage
from eitherway.bring_in.vocabulary import bare, words_of
from eitherway.words.salutations.title_words import words

PERHAPS = "?"
"""Behind the place of a person's column: it is only the nearest one."""
OF_INTERVIEWS = (Meaning.INTERVIEWER, Meaning.ROUND, Meaning.FORMAT, Meaning.POINT, Meaning.TIME)
_OF_ONE_INTERVIEW = (Meaning.INTERVIEW, *OF_INTERVIEWS, Meaning.NOTES, Meaning.OUTCOME, Meaning.THANKED)
_ALONE = {"panel", "screen", "call"}
_ROLE_WORDS = words(
    """
    spoke met talked saw attended members
    date dates datum fecha with mit avec con who by interviewer interviewers interview interviews
    gesprach vorstellungsgesprach entretien entrevista time uhrzeit heure hora notes notizen notas
    remarques format type art tipo name names panel people on am intervieweur entrevistador round
    runde ronda result ergebnis topics themen outcome screen call contact
    """
)


def grouped(columns: Sequence[Column]) -> list[Column]:
    """The columns, each with the interview or the person that it belongs to."""
    found = [_with_group(column, columns) for column in columns]
    groups = {column.group for column in found if column.meaning is Meaning.INTERVIEW}
    return [_of_an_interview(column, groups) for column in found]


def _with_group(column: Column, columns: Sequence[Column]) -> Column:
    if column.meaning in ABOUT_PEOPLE:
        return column._replace(group=_person(column, columns))
    if column.meaning in _OF_ONE_INTERVIEW:
        return column._replace(group=_interview(column, columns))
    return column


def _person(column: Column, columns: Sequence[Column]) -> str:
    """The people's column of whose name the header repeats most, else the one before it, else the next."""
    people = [each for each in columns if each.meaning in (*PEOPLE, Meaning.LAST_NAME)]
    said = {*words_of(column.header)} - (_ROLE_WORDS - {"contact"})
    shared = [
        (len(said & {*words_of(each.header), bare(each.meaning.value).split()[0]}), each) for each in people
    ]
    most = max((number for number, _ in shared), default=0)
    named = [each for number, each in shared if number == most > 0]
    before = [each for each in people if each.place < column.place]
    chosen = named[:1] or before[-1:] or people[:1]
    return f"{chosen[0].place}{'' if named else PERHAPS}" if chosen else ""


def _interview(column: Column, columns: Sequence[Column]) -> str:
    key = _key(column)
    dates = [each for each in columns if each.meaning is Meaning.INTERVIEW]
    stands_alone = column.meaning in (Meaning.INTERVIEW, Meaning.NOTES, Meaning.OUTCOME)
    if key or len(dates) < 2 or stands_alone:
        return key
    alike = [each for each in columns if each.meaning is column.meaning and not _key(each)]
    before = [each for each in dates if each.place < column.place]
    return _key(before[-1]) if len(alike) > 1 and before else ""


def _key(column: Column) -> str:
    """What the header says of the interview besides that it is one: "1", "phone", "final"."""
    if column.stage.number:
        return str(column.stage.number)
    return _named(column) if column.meaning is Meaning.INTERVIEW or column.stage != Stage() else ""


def _named(column: Column) -> str:
    every = {*words_of(column.header)}
    return " ".join(sorted(every - _ROLE_WORDS or every & _ALONE))


def _of_an_interview(column: Column, groups: set[str]) -> Column:
    """The column with the interview that it belongs to, if there is one: "Hiring manager who" beside its
    date.
    """
    if column.meaning in (Meaning.RECRUITER, Meaning.HIRING_MANAGER) and _named(column) in groups - {""}:
        return column._replace(meaning=Meaning.INTERVIEWER, group=_named(column))
    if column.meaning is Meaning.INTERVIEWER and not column.group:  # "Panelists" beside "Panel"
        said = words_of(column.header)
        near = [each for each in groups if each and any(word.startswith(each) for word in said)]
        return column._replace(group=near[0]) if len(near) == 1 else column
    if column.meaning in OF_INTERVIEWS and column.group not in groups:
        return column._replace(group="")
    return column
