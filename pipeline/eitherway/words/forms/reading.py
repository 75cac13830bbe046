"""Read the form of a few typed words: by small words and verbs, without any model to load.

One reader for all cells. What a cell is for makes two differences: the reasons for a job may speak of the
employer as "they", which becomes "you", and may be adjectives.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from eitherway.words.forms.answers import is_no_answer, is_note, is_own_need
from eitherway.words.forms.clauses import (
    goes_on_without_subject,
    has_own_verb,
    is_inverted,
    lacks_subject,
    starts_with_subject,
)
from eitherway.words.forms.form import NOMINAL, Form, Reading
from eitherway.words.forms.lexicon import (
    ADJECTIVES,
    ADVERBS,
    AFTER_AN_ORDER,
    AGENTS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    EMPTY_PRAISE,
    HE_OR_SHE,
    IMPERATIVES,
    IMPERATIVES_TOO,
    JOINING,
    NAMES_IN_TION,
    NOT_AFTER_THOSE,
    ONLY_IMPERATIVES,
    ORDINARY,
    ORDINARY_ENDINGS,
    PEOPLE,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    THEY,
    TOLD,
    VERBS_ALONE,
    VERBS_IN_S,
    WH,
    is_adverb,
    is_gerund,
    is_past,
)

_WORD = re.compile(r"[\w&./+#%€$£@-]*\w(?:['’]\w+)*['’]?|[\w]")
_BULLET = re.compile(r"(?:^|\n|\s/\s|\s)(?:[-–—•*·▪‣]|\(?(?:\d{1,2}|[a-h])[.)])\s")
_PART_OF = re.compile(r"[,:;]\s|\n|\s[-–—]\s|\s\(")
_FIRST_BULLET = re.compile(r"^\s*(?:[-–—•*·▪‣]|\(?\d{1,2}[.)])\s+")
_STOP_INSIDE = re.compile(r"(?P<word>[\w'’]{2,})(?P<stop>[.?!])[\"'”’)]*\s+[\"'“‘(]*(?P<next>[^\W_])")
_NO_STOP = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "mx",
        "prof",
        "rev",
        "st",
        "sr",
        "jr",
        "inc",
        "corp",
        "ltd",
        "co",
        "etc",
        "vs",
        "approx",
        "incl",
        "excl",
        "esp",
        "dept",
        "est",
        "avg",
        "max",
        "min",
        "fig",
        "vol",
        "no",
        "ave",
        "blvd",
        "bros",
        "univ",
        "assoc",
        "gen",
        "col",
        "sgt",
        "capt",
        "gov",
        "sen",
        "rep",
        "hon",
        "u.s",
        "u.k",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "yahoo",
    ]
)
_TALK = r"(?:chats?|talks?|conversations?|discussions?|exchanges?|dialogue|debate|digression|tangent|back[- ]and[- ]forth)"
_PRAISE = r"(?:(?:very|really|quite|so|such|a|an|the|our|my|your|this|that|great|good|nice|long|short|brief|quick|lovely|interesting|fun|fascinating|helpful|wonderful|excellent|enjoyable|insightful|pleasant|deep|lively|whole|honest|open|initial|first|small|little|productive|engaging|thoughtful|friendly|amazing|awesome|super|cool|technical)\s+)*"
_ABOUT = r"(?:about|on|of|around|regarding|concerning|re|over)"
_ONLY_TALK = re.compile(
    rf"{_PRAISE}(?:{_TALK}|interview|meeting|call|chemistry|vibes?|energy|rapport|atmosphere)", re.IGNORECASE
)
_SEEKING = re.compile(
    r"(?:looking for|seeking|needing|searching for) (?:some(?:one|body)|an? (?:person|candidate)|people|candidates)\b.*",
    re.I | re.S,
)
_PEOPLE_TOO = r"(?:(?:we|you|you and i|both of us)\s+(?:had|have|shared)\s+)?"
_TALK_ABOUT = re.compile(
    rf"{_PEOPLE_TOO}(?:(?:i|we)\s+(?:really\s+|particularly\s+|especially\s+|also\s+)?(?:enjoyed|liked|loved|appreciated)\s+)?{_PRAISE}{_TALK}\s+(?:(?:that\s+)?(?:we|you and i)\s+had\s+)?(?:(?:with|between)\s+(?:you|us|them|her|him)\s+)?{_ABOUT}\s+(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TALKED = re.compile(
    r"(?:i|we|you and i)\s+(?:(?:also|briefly|mostly|mainly|really|just|even|both|only|then|already)\s+|had\s+|have\s+)*(?:(?:talk(?:ed)?|spoke|spoken|chatted|bonded|laughed|joked|geeked out|connected|compared notes|went deep|exchanged ideas)\s+(?:a lot\s+|a bit\s+|briefly\s+|at length\s+|mostly\s+|mainly\s+|with you\s+|together\s+)*(?:about|on|over)|discussed|covered|explored|went (?:over|through)|(?:really |particularly |especially )?(?:enjoyed|liked|loved|appreciated)\s+(?:talking|speaking|chatting|hearing|learning|discussing)\s*(?:with you\s+)?(?:about)?)\s+(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TALKING = re.compile(
    r"(?P<told>(?:(?:talked|spoke|chatted|bonded)\s+(?:a lot\s+|a bit\s+|briefly\s+|at length\s+|mostly\s+|with (?:you|her|him|them)\s+)*(?:about|on)|discussed))\s+(?P<of>\S.*)|(?:(?:talking|speaking|chatting|hearing|conversing)\s+(?:a lot\s+|a bit\s+|briefly\s+)?(?:with you\s+|to you\s+|together\s+)?about|discussing|about|regarding|re:)\s+(?P<too>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BECAUSE = re.compile(
    r"(?:(?:mainly|mostly|just|simply|partly|also)\s+)?(?:because|bc|b/c|cause|'cause|(?:due|thanks|owing) to)\s+(?:of\s+)?(?P<why>\S.*)",
    re.I | re.S,
)
_THAT = re.compile(r"that\s+(?P<rest>\S.*)", re.I | re.S)
_IN_ORDER = re.compile(r"(?:in order|so as) (?P<rest>to\s+\S.*)", re.I | re.S)
_YOURS = {"they": "you", "them": "you", "their": "your", "theirs": "yours", "themselves": "yourselves",
          "they're": "you're", "they've": "you've", "they'd": "you'd", "they'll": "you'll"}  # fmt: skip
_MENTIONED = re.compile(
    r"you\s+(?:\w+ly\s+|also\s+)?(?:mentioned|described|explained|showed me|told me about|talked about|spoke about|brought up|shared|raised)\s+(?P<of>(?:the|a|an|your|how|why|what|that)\s+\S.*)",
    re.I | re.S,
)
_WAS_ABOUT = re.compile(
    r"(?:it|this|that|we|the (?:talk|chat|conversation|interview|meeting))\s+(?:was|were)\s+(?:mostly |mainly |all |really )?about\s+(?P<of>\S.*)",
    re.I | re.S,
)
_SAYING = frozenset(
    [
        "like",
        "love",
        "admire",
        "appreciate",
        "respect",
        "share",
        "want",
        "think",
        "believe",
        "know",
        "said",
        "told",
        "asked",
        "mentioned",
        "send",
        "sent",
        "give",
        "use",
        "uses",
        "does",
        "do",
        "did",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "i'd",
        "i'll",
        "i'm",
        "we'd",
    ]
)
_NO_THINGS = DETERMINERS | PREPOSITIONS | WH | JOINING | SUBORDINATORS | ADVERBS | THEY | HE_OR_SHE | _SAYING
_NO_THINGS |= {"i", "we", "you", "not"}
_COMMON = (
    ORDINARY | ADVERBS | DETERMINERS | PREPOSITIONS | WH | JOINING | SUBORDINATORS | PEOPLE | IMPERATIVES
)
_COMMON |= (
    IMPERATIVES_TOO | TOLD | VERBS_ALONE | HE_OR_SHE | THEY | AGENTS | VERBS_IN_S | ADJECTIVES | SUBJECTS
)
_COMMON |= AUXILIARIES
_ORDERED = AFTER_AN_ORDER | DETERMINERS
_ORDERED_TOO = AFTER_AN_ORDER - {"for", "with", "on", "in", "by"}
_NO_ORDER = JOINING | {"", "of", "for"}
_ASIDE = PREPOSITIONS - {"about"}
_HANGING = (
    SUBORDINATORS | JOINING | (PREPOSITIONS - {"near", "like", "past", "off", "in", "on", "over", "up"})
)
_HANGING -= {"once"}
_NOT_ALONE = NOT_AFTER_THOSE | JOINING | {""}
_ASKS = BE | {"do", "does", "did", "can", "could", "would", "will"}
_MID = JOINING | PREPOSITIONS
_AFTER_A_GERUND = DETERMINERS | WH | PREPOSITIONS | {"to", "you", "people", "things"}
_BEFORE_BE = JOINING | WH
_SMALL = ORDINARY | DETERMINERS
MANY = 2**14


@lru_cache(maxsize=MANY)
def read_point(text: str) -> Reading:
    """What somebody talked about with the reader, to stand after "about".

    >>> read_point("our chat about Kubernetes")[:2]
    (<Form.NOUN: 'noun'>, 'Kubernetes')
    """
    words = _bare(text)
    if early := _not_to_be_read(text, words):
        return early
    if talk := _object_of_talk(words):
        inner = read_point(talk)
        told = _starts_with_told(words)
        form = inner.form if inner.form is not Form.EMPTY else Form.EMPTY
        return inner._replace(form=form, changed=inner.changed or told)
    said = _said(words)
    if _is_the_reader(said):
        return Reading(Form.READER, words, instead=_to_the_reader(words))
    if _is_praise(said):
        return Reading(Form.EMPTY, words)
    form = _form(words, said)
    if form is Form.CLAUSE or form is Form.FRAGMENT or form is Form.ADJECTIVE:
        return Reading(form, words, instead=_nominal_in(words))
    return _taken_up(form, words, text)


@lru_cache(maxsize=MANY)
def read_reason(text: str) -> Reading:
    """Why somebody wants a job, by itself or after "because".

    >>> read_reason("because they publish what they learn")[:3]
    (<Form.CLAUSE: 'clause'>, 'you publish what you learn', True)
    """
    words = _bare(text)
    because = _BECAUSE.fullmatch(words)
    if because:
        words = because["why"].strip()
    if early := _not_to_be_read(text, words):
        return early
    if is_own_need(words):
        return Reading(Form.NOTE, words)
    if that := _THAT.fullmatch(words) or _IN_ORDER.fullmatch(words):
        words = that["rest"]
    yours = _to_the_reader(words) if _speaks_of_them(_said(words)) else words
    said = _said(yours)
    if _is_the_reader(said):
        return Reading(Form.READER, words, instead=_to_the_reader(words))
    if _is_praise(said):
        return Reading(Form.EMPTY, words)
    form = _form(yours, said)
    if form is Form.NOUN and len(said) > 2 and said[-1] in ADJECTIVES and said[-2] in JOINING:
        form = Form.FRAGMENT
    if form in (Form.FRAGMENT, Form.QUESTION):
        return Reading(form, words)
    read = _taken_up(form, yours, text)
    return read._replace(changed=read.changed or yours != words)


def sentences(text: str) -> int:
    """How many sentences a text holds."""
    return 1 + sum(map(_is_an_end, _STOP_INSIDE.finditer(text))) if text.strip() else 0


def in_sentences(text: str) -> str:
    """What somebody wrote as sentences of their own: with a capital at its beginning and a stop at its end.

    What says nothing ("n/a") is "".
    """
    words = " ".join(normalize("NFC", text).split())
    if is_no_answer(words):
        return ""
    first = words[0].upper() + words[1:] if words[:1].islower() and words.split()[0].islower() else words
    return first if first.rstrip("\"'”’)")[-1:] in ".!?…" else f"{first}."


def _not_to_be_read(text: str, words: str) -> Reading | None:
    if is_no_answer(words) or _ONLY_TALK.fullmatch(words):
        return Reading(Form.EMPTY, words)
    if len(_BULLET.findall(f" {text.strip()}")) > 1:
        return Reading(Form.LIST, words)
    if is_note(words) or _is_order(_said(words)):
        return Reading(Form.NOTE, words)
    if any(map(_is_an_end, _STOP_INSIDE.finditer(words))):
        return Reading(Form.SENTENCES, words)
    return None


def _form(words: str, said: list[str]) -> Form:
    first, second = said[0], said[1] if len(said) > 1 else ""
    if words.rstrip().endswith("?") and first not in WH:
        return Form.QUESTION
    if first in WH or (second in WH and first in _ASIDE):
        return Form.QUESTION if first != "whether" and is_inverted(said) else Form.WH
    pieces = words.split(", ")[1:]
    if any(goes_on_without_subject(_said(piece)) for piece in pieces) or _SEEKING.fullmatch(words):
        return Form.FRAGMENT
    if first == "to" and second and second not in DETERMINERS:
        return Form.INFINITIVE
    if first in _ASKS and second in {"you", "there", "i", "we"}:
        return Form.QUESTION
    rest = (
        said[1:]
        if first in ADVERBS and first not in ("all", "both", "very", "so", "too") and len(said) > 1
        else said
    )
    if rest is not said and (lacks_subject(rest) or rest[0] in VERBS_ALONE):
        return Form.FRAGMENT
    if starts_with_subject(said):
        return Form.CLAUSE if has_own_verb(said) else _unless_a_list(said)
    if first in _HANGING:
        return Form.FRAGMENT
    if first in PREPOSITIONS and (second in DETERMINERS or is_gerund(second)):
        return Form.FRAGMENT
    if lacks_subject(said) or (first in VERBS_ALONE and second not in _NOT_ALONE):
        return Form.FRAGMENT
    if first not in DETERMINERS and (is_gerund(first) or (first == "not" and is_gerund(second))):
        return Form.CLAUSE if _gerund_is_subject(said) else Form.GERUND
    if has_own_verb(_said(_PART_OF.split(words)[0])):
        return Form.CLAUSE
    if _is_adjective(said):
        return Form.ADJECTIVE
    return Form.NOUN


def _unless_a_list(said: list[str]) -> Form:
    """ "You and your team" is no clause."""
    return Form.NOUN if len(said) > 1 and said[1] in _MID else Form.FRAGMENT


def _gerund_is_subject(said: list[str]) -> bool:
    return any(
        word in BE and said[place - 1] not in _BEFORE_BE for place, word in enumerate(said) if place > 1
    ) and has_own_verb(said)


def _is_adjective(said: list[str]) -> bool:
    plain = [word for word in said if word not in ADVERBS and word not in JOINING]
    if plain and all(word in ADJECTIVES for word in plain):
        return True
    return (
        len(said) > 2
        and said[0] in ADJECTIVES
        and said[1] in ("to", "for")
        and said[0] in ("close", "near", "ideal", "perfect", "important", "good", "great")
    )


def _is_praise(said: list[str]) -> bool:
    return all(word in EMPTY_PRAISE or word in ADVERBS or word in JOINING for word in said)


def _is_order(said: list[str]) -> bool:
    first, second = said[0], said[1] if len(said) > 1 else ""
    if first in ONLY_IMPERATIVES:
        return second not in _NO_ORDER
    if first in IMPERATIVES:
        return second in _ORDERED or second.startswith("^")
    return first in IMPERATIVES_TOO and (
        second in _ORDERED_TOO or (second in ("on", "with") and first in ("follow", "check"))
    )


def _is_the_reader(said: list[str]) -> bool:
    """Whether he, she or they stand for the reader: nobody is named before whom they could mean."""
    for place, word in enumerate(said):
        before = said[:place]
        if word in HE_OR_SHE and not any(_may_be_meant(each) for each in before):
            return True
        if word in THEY and not any(_is_a_thing(each) for each in before):
            return True
    return False


def _speaks_of_them(said: list[str]) -> bool:
    place = next((place for place, word in enumerate(said) if word in THEY), -1)
    return place >= 0 and not any(_is_a_thing(each) for each in said[:place])


def _may_be_meant(word: str) -> bool:
    return word in PEOPLE or word[:1] == "^" or word.removesuffix("'s") in PEOPLE


def _is_a_thing(word: str) -> bool:
    return word not in _NO_THINGS and not is_adverb(word)


def _to_the_reader(words: str) -> str:
    """ "their mission" as "your mission"; "" where he or she stands for the reader."""
    if any(word in HE_OR_SHE for word in _said(words)):
        return ""

    def yours(found: re.Match[str]) -> str:
        word = found[0]
        meant = _YOURS.get(word.lower().replace("’", "'"), word)
        return meant

    return re.sub(r"[\w]+(?:['’]\w+)?", yours, words)


def _object_of_talk(words: str) -> str:
    """ "our chat about X" is X; "" for what is no talk about talk."""
    for pattern in (_TALK_ABOUT, _TALKED):
        if found := pattern.fullmatch(words):
            return found["of"]
    if found := _TALKING.fullmatch(words):
        return found["of"] or found["too"]
    return ""


def _starts_with_told(words: str) -> bool:
    found = _TALKING.fullmatch(words)
    return bool(found and found["told"])


def _nominal_in(words: str) -> str:
    """What can be saved of a sentence: "You mentioned the March launch" holds "the March launch"."""
    for pattern in (_MENTIONED, _WAS_ABOUT):
        found = pattern.fullmatch(words)
        if found and read_point(found["of"]).form in NOMINAL:
            return read_point(found["of"]).words
    said = words.split(" ", 1)
    if said[0].casefold() == "that" and len(said) > 1:
        return ""
    if said[0].casefold() == "if" and len(said) > 1:
        return f"whether {said[1]}"
    if (
        said[0].casefold() in ("loved", "liked", "enjoyed", "for", "with", "seemed")
        and len(said) > 1
        and said[0].casefold() != "seemed"
    ):
        inner = read_point(said[1])
        return inner.words if inner.form in NOMINAL else ""
    return ""


def _taken_up(form: Form, words: str, typed: str) -> Reading:
    """The words as a sentence has them: no capital at their beginning, no shouting, no semicolons."""
    quiet = _without_shouting(words)
    joined = _joined(quiet) if form is Form.NOUN else quiet
    return Reading(form, _without_capital(joined), changed=joined != words)


def _without_shouting(words: str) -> str:
    letters = [sign for sign in words if sign.isalpha()]
    if len(letters) < 9 or not words.isupper():
        return words
    return " ".join(_quiet(word) for word in words.split(" "))


def _quiet(word: str) -> str:
    low = word.lower()
    plain = low.strip(".,;:()'\"")
    if plain in _COMMON or plain.endswith(ORDINARY_ENDINGS):
        return low
    return word if len(plain) <= 4 else word[0] + low[1:]


def _joined(words: str) -> str:
    """Things one beside the other, as a sentence lists them: "migration to SAP; new team lead"."""
    if ("; " in words and "&" not in words) or " + " in words:
        pieces = [
            _with_article(piece.strip()) for piece in re.split(r"\s*;\s*|\s\+\s", words) if piece.strip()
        ]
        return _list_of(pieces)
    pieces = [piece.strip() for piece in words.split(", ")]
    plain = all(
        len(piece.split()) <= 3 and _said(piece)[0] not in DETERMINERS | WH for piece in pieces if piece
    )
    if len(pieces) > 1 and all(pieces) and plain and not re.search(r"\b(?:and|or)\b", words):
        return _list_of(pieces)
    return words


def _list_of(pieces: list[str]) -> str:
    return " and ".join((", ".join(pieces[:-1]), pieces[-1])) if len(pieces) > 1 else "".join(pieces)


def _with_article(piece: str) -> str:
    first = _said(piece)[0]
    plural = _said(piece)[-1].endswith("s")
    is_plain = first not in DETERMINERS | WH and not is_gerund(first) and not plural and piece[:1].islower()
    return f"the {piece}" if is_plain else piece


def _without_capital(words: str) -> str:
    first, space, rest = words.partition(" ")
    plain = first.strip("\"'“‘(,;:").casefold().replace("’", "'")
    second = rest.partition(" ")[0].casefold()
    is_plain = plain in _SMALL or plain.endswith(ORDINARY_ENDINGS)
    is_plain = is_plain or (is_gerund(plain) and (second in _AFTER_A_GERUND or is_adverb(second)))
    is_plain = is_plain and plain not in NAMES_IN_TION
    if (
        is_plain
        and first[:1].isupper()
        and first[1:].islower()
        and not (rest[:1].isupper() and plain not in DETERMINERS | WH)
    ):
        return first[0].lower() + first[1:] + space + rest
    if plain in ("a", "i'm") or first == "A":
        return ("a" if first == "A" else first) + space + rest
    return words


def _bare(text: str) -> str:
    """The words without marks at their ends: the stop, quotes around all of it, a single bullet."""
    line = _FIRST_BULLET.sub("", normalize("NFC", text)).strip().rstrip(" .,;:!…")
    if len(line) > 2 and line[0] + line[-1] in _AROUND and not {line[0], line[-1]} & {*line[1:-1]}:
        line = line[1:-1].strip(" .,;:!")
    return line


_AROUND = ('""', "“”", "''", "‘’", "()")


def _said(words: str) -> list[str]:
    """The words in small letters; names, which begin with a capital within the text, have a ^ before them."""
    found = [each.replace("’", "'") for each in _WORD.findall(words)]
    told = [
        f"^{word.lower()}"
        if (place or _is_name(word))
        and word[:1].isupper()
        and not word.startswith(("I'", "I "))
        and word != "I"
        and not words.isupper()
        else word.lower()
        for place, word in enumerate(found)
    ]
    return told or [""]


def _is_name(word: str) -> bool:
    """Whether a first word may be somebody's or something's name: it is in no list of common words."""
    plain = word.lower().replace("’", "'")
    small = (
        plain in _COMMON
        or plain.partition("'")[0] in SUBJECTS
        or is_gerund(plain)
        or is_past(plain)
        or is_adverb(plain)
    )
    return not small and not plain.endswith(ORDINARY_ENDINGS) and not word.isupper()


def _is_an_end(stop: re.Match[str]) -> bool:
    """Whether a sentence ends there, and not an abbreviation: "reports. Also", but "approx. EUR 500"."""
    return stop["next"].isupper() and stop["word"].casefold().replace("’", "'") not in _NO_STOP
