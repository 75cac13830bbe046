"""What a column's cells say about what its name means: they confirm it, turn it, or take its place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from eitherway.bring_in.cells.kinds import Kind
from eitherway.bring_in.cells.stages import stage_in, stage_name
from eitherway.bring_in.cells.statuses import DECIDED, Standing, standing_of
from eitherway.bring_in.mapping.headers import Guess
from eitherway.bring_in.meanings import DATED, PEOPLE, Column, Meaning, Stage, Sureness
from eitherway.bring_in.vocabulary import bare, words_of

Kinds = Mapping[Kind, float]
MOST = 0.55
SOME = 0.3

_M, _K = Meaning, Kind
_FITTING: Mapping[Meaning, tuple[Kind, ...]] = {
    **dict.fromkeys((*DATED,), (_K.DATE, _K.DAY_AND_MONTH)),
    _M.INTERVIEW: (_K.DATE, _K.DAY_AND_MONTH, _K.DATED_TEXT),
    _M.STATUS: (_K.STATUS, _K.DATED_TEXT),
    _M.OUTCOME: (_K.STATUS, _K.DATED_TEXT, _K.YES_NO),
    _M.LINK: (_K.URL,),
    _M.PROFILE: (_K.PROFILE, _K.URL),
    _M.EMAIL: (_K.EMAIL,),
    _M.PHONE: (_K.PHONE, _K.NUMBER),
    _M.TIME: (_K.TIME,),
    _M.NOTES: tuple({*_K} - {_K.NUMBER, _K.YES_NO}),
    **dict.fromkeys(PEOPLE, (_K.PERSON, _K.EMAIL, _K.TEXT)),
    _M.COMPANY: (_K.TEXT, _K.PERSON, _K.LONG, _K.STATUS, _K.URL, _K.NUMBER, _K.DATED_TEXT),
    _M.ROLE: (_K.TEXT, _K.PERSON, _K.LONG, _K.STATUS, _K.NUMBER, _K.DATED_TEXT),
    _M.SOURCE: tuple({*_K} - {_K.DATE, _K.DAY_AND_MONTH, _K.YES_NO, _K.URL, _K.EMAIL}),
}
"""The kinds of cells that a meaning is borne out by; others are borne out by any."""

_TURNS: Mapping[Meaning, tuple[tuple[Kind, Meaning], ...]] = {
    _M.OUTCOME: ((_K.DATE, _M.REPLIED), (_K.LONG, _M.NOTES)),
    _M.TIME: ((_K.DATE, _M.INTERVIEW),),
    _M.APPLIED_ON: ((_K.YES_NO, _M.REACHED), (_K.URL, _M.LINK), (_K.STATUS, _M.STATUS)),
    _M.DECIDED_ON: ((_K.YES_NO, _M.REACHED),),
    _M.INTERVIEW: ((_K.YES_NO, _M.REACHED), (_K.PERSON, _M.INTERVIEWER), (_K.LONG, _M.NOTES)),
    _M.INTERVIEWER: ((_K.DATE, _M.INTERVIEW), (_K.DATED_TEXT, _M.INTERVIEW), (_K.EMAIL, _M.EMAIL)),
    _M.CONTACT: ((_K.EMAIL, _M.EMAIL), (_K.PHONE, _M.PHONE), (_K.PROFILE, _M.PROFILE), (_K.LONG, _M.NOTES)),
    _M.RECRUITER: ((_K.DATE, _M.INTERVIEW), (_K.EMAIL, _M.EMAIL), (_K.PROFILE, _M.PROFILE)),
    _M.HIRING_MANAGER: ((_K.DATE, _M.INTERVIEW), (_K.EMAIL, _M.EMAIL), (_K.PROFILE, _M.PROFILE)),
    _M.PHONE: ((_K.DATE, _M.INTERVIEW), (_K.YES_NO, _M.REACHED)),
    _M.LINK: ((_K.PROFILE, _M.PROFILE),),
    _M.SOURCE: ((_K.URL, _M.LINK), (_K.EMAIL, _M.EMAIL)),
    _M.DECISION_BY: ((_K.STATUS, _M.OUTCOME),),
    _M.REPLIED: ((_K.STATUS, _M.OUTCOME), (_K.YES_NO, _M.OWN)),
    _M.THANKED: ((_K.YES_NO, _M.OWN),),
    _M.CHECKED_IN: ((_K.YES_NO, _M.OWN),),
    _M.ROLE: ((_K.URL, _M.LINK),),
    _M.FOLLOW_UP_ON: ((_K.PERSON, _M.CONTACT), (_K.LONG, _M.NOTES)),
    _M.ADDRESS: ((_K.EMAIL, _M.EMAIL),),
    _M.NOTES: ((_K.NUMBER, _M.OWN), (_K.YES_NO, _M.OWN)),
}
"""What a name means when its column holds something else."""

_STAGE_ALONE = re.compile(
    r"^(?:technical|tech|behaviou?ral|cultur\w*|team|peer|case|presentation|hr|ceo|founders?|managers?|fach\w*|rh)"
    r"(?: round| fit| date)?$"
)
"""What names an interview only above dates."""

_BY_CELLS_ALONE: tuple[tuple[Kind, Meaning], ...] = (
    (_K.EMAIL, _M.EMAIL),
    (_K.PROFILE, _M.PROFILE),
    (_K.URL, _M.LINK),
    (_K.STATUS, _M.STATUS),
)


def refined(column: Column, guess: Guess, kinds: Kinds) -> Column:
    """The column with what its name means, as far as its cells bear it out."""
    meaning, how = guess
    fitting = _FITTING.get(meaning)
    share = 1.0 if fitting is None else sum(kinds.get(kind, 0) for kind in fitting)
    by_name = Sureness.SURE if how in ("name", "stage") else Sureness.LIKELY
    if share >= MOST or (meaning is Meaning.STATUS and _is_few(column, kinds)):
        return column._replace(
            meaning=meaning, sureness=by_name, why="its name" if share == 1 else "its name and cells"
        )
    for kind, other in _TURNS.get(meaning, ()):
        if kinds.get(kind, 0) >= MOST:
            return _turned(column, other, kind)
    if share >= SOME:
        return column._replace(
            meaning=meaning, sureness=Sureness.LIKELY, why="its name, and some of its cells"
        )
    return column._replace(
        meaning=Meaning.OWN,
        sureness=Sureness.UNSURE,
        why=f"its name says {meaning.value}, its cells do not",
        others=(meaning, Meaning.NOTES),
    )


def without_name(column: Column, kinds: Kinds) -> Column:
    """The column with what its cells alone say."""
    if kinds.get(Kind.YES_NO, 0) >= MOST and _names_a_stage(column.header):
        return column._replace(meaning=Meaning.REACHED, sureness=Sureness.SURE, why="its name and cells")
    dates = kinds.get(Kind.DATE, 0) >= MOST
    standing = standing_of(column.header)
    if dates and standing and standing.standing in (*DECIDED, Standing.OFFER):
        return column._replace(meaning=Meaning.DECIDED_ON, sureness=Sureness.LIKELY, why="its name and cells")
    met = kinds.get(Kind.DATE, 0) + kinds.get(Kind.DATED_TEXT, 0)
    if met >= MOST and _STAGE_ALONE.search(bare(column.header)):
        stage = Stage(name=column.header.strip())
        return column._replace(
            meaning=Meaning.INTERVIEW, sureness=Sureness.LIKELY, why="its name and cells", stage=stage
        )
    for kind, meaning in _BY_CELLS_ALONE:
        if kinds.get(kind, 0) >= MOST:
            return column._replace(meaning=meaning, sureness=Sureness.LIKELY, why=f"it holds {kind.value}")
    if dates:
        why = "it holds dates, of what its name does not say"
        return column._replace(why=why, others=(Meaning.APPLIED_ON, Meaning.INTERVIEW, Meaning.FOLLOW_UP_ON))
    why = "no name that is known"
    return column._replace(
        sureness=Sureness.LIKELY, why=why, others=(Meaning.NOTES, Meaning.COMPANY, Meaning.ROLE)
    )


def _turned(column: Column, other: Meaning, kind: Kind) -> Column:
    stage = column.stage
    if other is Meaning.REACHED and not _names_a_stage(column.header) and not stage.format:
        return column._replace(meaning=Meaning.OWN, sureness=Sureness.SURE, why=f"it holds {kind.value}")
    if other is Meaning.INTERVIEW and stage == Stage() and "phone" in words_of(column.header):
        stage = Stage(format="Phone")
    if other is Meaning.INTERVIEW and stage_in(column.header) is None and stage == Stage():
        stage = Stage(name=stage_name(column.header))
    return column._replace(meaning=other, sureness=Sureness.LIKELY, why=f"it holds {kind.value}", stage=stage)


def _names_a_stage(header: str) -> bool:
    """Whether a header says that something was reached: "Applied?", "Phone screen", but not "OA received"."""
    reading = standing_of(header)
    return reading is not None and (
        reading.whole or reading.standing in (*DECIDED, Standing.OFFER, Standing.INTERVIEWING)
    )


def _is_few(column: Column, kinds: Kinds) -> bool:
    """Whether a column named Status holds words, if only of the user's own: they are asked for."""
    texts = sum(kinds.get(kind, 0) for kind in (Kind.TEXT, Kind.PERSON, Kind.STATUS))
    return texts >= MOST
