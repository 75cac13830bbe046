"""The steps of hiring, as headers, statuses and notes name them: "Phone screen", "2. Gespräch", "entretien final"."""

from __future__ import annotations

import re
from functools import lru_cache

from eitherway.bring_in.meanings import Stage
from eitherway.bring_in.vocabulary import bare, words_of
from eitherway.words.salutations.title_words import words

PHONE, VIDEO, ON_SITE = "Phone", "Video", "On site"

_FORMATS = (
    (VIDEO, r"\bvideo\w*|\bzoom\b|\bteams\b|google meet|\bgmeet\b|\bskype\b|\bwebex\b|\bvisio\w*|\bvirtual\b|\bonline\b"
            r"|\bremote interview\b|facetime|videollamada|virtuell"),
    (ON_SITE, r"\bon ?-?site\b|in ?-?person\b|face to face|\bf2f\b|vor ort|sur place|\bpresencial|en persona|"
              r"en personne|office visit|site visit|super ?day|\bprobe(?:arbeit|tag)"),
    (PHONE, r"\b(?:tele)?phone\b|\bcall\b|telefon|\btel\b|appel\b|llamada|telephonique"),
)  # fmt: skip
_INTERVIEW = re.compile(
    r"interview|\bscreen(?:ing)?\b|\bon ?-?site\b|\bround\b|gesprach|telefonat|entretien|entrevista|\bpanel\b|"
    r"\brunde\b|\bronda\b|\btour\b|super ?day|\b(?:phone|video|zoom|teams|intro|recruiter|hr|screening) call\b|"
    r"\bfinal(?:s|e)?\b|meet(?:ing)? (?:the )?team|kennenlern|probearbeit|probetag|hospitation|llamada|\br\d\b|"
    r"\btermin\b|\brdv\b|rendez-?vous|\bcita\b|"
    r"\b(?:phone|video)\b|hiring manager chat|\bcoffee chat\b|informational|\bappel (?:tel|rh)"
)
_NOT_MET = re.compile(
    r"assess|take ?-?home|\btest|coding challenge|challenge|home ?work|online test|hackerrank|codility|task\b|"
    r"prep\b|preparation|feedback|thank|follow|score|rating|number of|\bcount\b|questions?\b|vorbereitung"
)
_NUMBERS = (
    (1, r"\b(?:1(?:st|\.|ere?|er|o|a)?|first|erst\w*|premier\w*|primer\w*|one|i|r1)(?=\W|$)"),
    (2, r"\b(?:2(?:nd|\.|e|eme|o|a)?|second|zweit\w*|deuxieme|second\w*|segund\w*|two|ii|r2)(?=\W|$)"),
    (3, r"\b(?:3(?:rd|\.|e|eme|o|a)?|third|dritt\w*|troisieme|tercer\w*|three|iii|r3)(?=\W|$)"),
    (4, r"\b(?:4(?:th|\.|e|eme|o|a)?|fourth|viert\w*|quatrieme|cuart\w*|four|iv|r4)(?=\W|$)"),
    (5, r"\b(?:5(?:th|\.|e|eme|o|a)?|fifth|funft\w*|cinquieme|quint\w*|five|r5)(?=\W|$)"),
    (6, r"\b(?:6(?:th|\.|e|eme|o|a)?|sixth|sechst\w*|sixieme|sext\w*|six|r6)(?=\W|$)"),
)
_LAST = re.compile(r"\bfinal\w*|\blast\b|letzt\w*|dernier\w*|ultim\w*|schluss\w*|abschluss\w*")
_SAYS_NO_MORE = words(
    """
    interview interviews phone telephone telefon screen screening call video zoom teams skype onsite
    site person round gesprach vorstellungsgesprach telefoninterview telefonat videointerview
    entretien telephonique entrevista telefonica date dates datum fecha runde ronda tour with mit
    avec con final finale letztes last dernier ultima 1st 2nd 3rd 4th 5th 1 2 3 4 5 6 first second
    third fourth fifth erstes zweites drittes viertes premier deuxieme troisieme primera segunda
    tercera on in am im vor ort sur place the a visio videollamada llamada virtual interviewer
    interviewers who time notes met vorstellungstermin termin job google meet bewerbungsgesprach
    interviewed scheduled next upcoming scheduled previous nachstes nachster prochain proxima my our
    their details info
    """
)
_DATE_WORDS = re.compile(r"\b(?:date|dates|datum|fecha|with|mit|avec|con|am|le|on|at)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def stage_in(text: str) -> Stage | None:
    """The step in which people meet that the text names; None where it names none, or one done alone (a test)."""
    plain = " ".join(bare(text).replace("_", " ").split())
    if not _INTERVIEW.search(plain) or _NOT_MET.search(plain):
        return None
    number = next((n for n, pattern in _NUMBERS if re.search(pattern, plain)), 0)
    says_more = [word for word in words_of(text) if word not in _SAYS_NO_MORE and not _is_number(word)]
    name = stage_name(text) if says_more else ""
    return Stage(number, bool(_LAST.search(plain)), format_in(text), name)


def stage_name(text: str) -> str:
    """The text without the words for dates and people: "Recruiter screen" for "recruiter_screen_date"."""
    return " ".join(_DATE_WORDS.sub(" ", text.replace("_", " ")).split()).strip(" :-–,.")


def _is_number(word: str) -> bool:
    return any(re.fullmatch(pattern, word) for _, pattern in _NUMBERS)


@lru_cache(maxsize=4096)
def format_in(text: str) -> str:
    """Phone, Video or On site, as the text says; "" where it does not."""
    plain = bare(text)
    return next((name for name, pattern in _FORMATS if re.search(pattern, plain)), "")
