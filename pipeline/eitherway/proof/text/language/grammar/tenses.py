"""Verbs whose form a word further off decides: "spent an hour talk", "We discuss the rota last Friday"."""

from __future__ import annotations

from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import could_be, inflected, is_only, words
from eitherway.proof.text.language.reading.reading import Around


def after_want(verb: Around) -> str:
    """As in "I want working for you", which takes "to"."""
    is_wanted = verb.word(-1) in {"want", "hope", "decided", "agreed"} and verb.word(-2) in lexicon.SUBJECTS
    if not is_wanted or not is_only(verb.word(0), "ing"):
        return ""
    return f"to {lexicon.bare(verb.word(0))}" if verb.word(1) in lexicon.PREPOSITIONS | _OBJECTS else ""


def after_spent(verb: Around) -> str:
    """As in "spent an hour talk to the crew"."""
    word, before = verb.word(0), {verb.word(offset) for offset in range(-5, -1)}
    if (
        verb.word(-1) not in _SPENT
        or not before & {"spent", "spend", "spending"}
        or not could_be(word, "base")
    ):
        return ""
    after = verb.word(1)
    is_verb = after in _OBJECTS or (after in {"to", "with", "about", "at", "through"} and word in _TALKING)
    return inflected(word, "ing") if is_verb else ""


def since_then(verb: Around) -> str:
    """As in "I drive a bus since 2012", "I am working here since March"."""
    word, subject = verb.word(0), verb.word(-1)
    doing = subject in {"am", "are"} and is_only(word, "ing") and verb.word(-2) in _PEOPLE
    if word in {"have", "do"} or not (doing or (subject in _PEOPLE and is_only(word, "base"))):
        return ""
    after = [token.folded for token in verb.sentence.tokens[verb.place + 1 :]]
    end = next((at for at, each in enumerate(after) if each in _CLAUSE_ENDS), len(after))
    clause = after[:end]
    if "since" not in clause or lexicon.HAVE_FORMS & set(clause):
        return ""
    then = clause[clause.index("since") + 1 :][:2]
    if not any(each[:1].isdigit() or each in _STARTS for each in then):
        return ""
    return f"have been {word}" if doing else f"have {inflected(word, 'participle')}"


def in_the_past(verb: Around) -> str:
    """As in "We discuss the rota last Friday", "Yesterday I visit the yard", "I was glad when you call"."""
    word = verb.word(0)
    if verb.word(-2) == "when" and verb.word(-1) in _PEOPLE and is_only(word, "base"):
        return inflected(word, "past") if _was_told(verb) else ""
    if word not in _HAPPENED or verb.word(-1) not in {"i", "we", "you", "they"}:
        return ""
    opens = not verb.token(-2).text or verb.word(-2) in {",", "and", "but", "yesterday"}
    sentence = verb.sentence.tokens
    clause = [token.folded for token in sentence[verb.place + 1 :]]
    end = next((at for at, each in enumerate(clause) if each in _CLAUSE_ENDS), len(clause))
    is_past = any(
        each == "yesterday"
        or (
            each == "last"
            and at
            and clause[at - 1] not in _BEFORE_LAST
            and set(clause[at + 1 : at + 2]) & _TIMES
        )
        for at, each in enumerate(clause[:end])
    )
    return inflected(word, "past") if opens and (is_past or verb.word(-2) == "yesterday") else ""


def _was_told(verb: Around) -> bool:
    """Whether the other half of "when" is in the past: "I was glad when", "When ..., you told me"."""
    before = {verb.word(offset) for offset in range(-8, -2)}
    if before & {"was", "were"}:
        return not before & (lexicon.MODALS | {"always", "usually", "often"})
    tokens = verb.sentence.tokens
    comma = next((at for at in range(verb.place, len(tokens)) if tokens[at].text == ","), len(tokens))
    told = [token.folded for token in tokens[comma + 1 : comma + 3]]
    return verb.place == 2 and len(told) == 2 and told[0] in _PEOPLE and told[1] in _TOLD


_PEOPLE = words("i we you they")
_TOLD = words("told said mentioned asked showed explained promised")
_STARTS = words(
    """
    school college childhood january february march april may june july august september october november
    december last graduation university
    """
)
_OBJECTS = lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.OBJECTS | {"it", "you", "this", "that"}
_SPENT = words(
    "hour hours day days week weeks month months year years time morning afternoon evening minutes"
)
_TALKING = words("talk work look walk listen train study think speak learn")
_HAPPENED = words(
    "enjoy meet speak talk visit see learn discuss come attend appreciate interview write call send"
)
_CLAUSE_ENDS = words("that what how because if when where who which and but , ; :") | {",", ";", ":"}
_BEFORE_LAST = words("the your our my from of since in on at about")
_TIMES = words(
    """
    monday tuesday wednesday thursday friday saturday sunday week month year night spring summer autumn winter
    fall
    """
)
