"""Verbs whose form a word further off decides: "spent an hour talk", "We discuss the rota last Friday"."""

from __future__ import annotations

import re
from collections.abc import Callable

from eitherway.proof.text.language.reading import all_verbs, lexicon
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


def long_since(verb: Around) -> str:
    """As in "I teach chemistry for seventeen years", "Since Monday I am reading", "I feel bad ever since"."""
    word, subject = verb.word(0), verb.word(-1)
    doing = subject in {"am", "i'm", "are"} and is_only(word, "ing") and {verb.word(-2), subject} & _PEOPLE_AM
    if word in {"have", "do"} or not (doing or (subject in _PEOPLE and is_only(word, "base"))):
        return ""
    clause = _clause(verb)
    if lexicon.HAVE_FORMS & set(clause) or verb.word(-2) in {"if", "to", "when", "before"}:
        return ""
    years = "for" in clause and _lasted(clause[clause.index("for") + 1 :]) and lexicon.bare(word) in _LASTING
    ever = " ".join(clause).endswith("ever since") and not doing
    first = {token.folded for token in verb.sentence.tokens[: min(verb.place, 4)]}
    opens = doing and verb.word(-3) in _DAYS and verb.word(-4) == "since"
    if not (years or ever or opens) or "until" in first:
        return ""
    return f"have been {word}" if doing else f"have {inflected(word, 'participle')}"


def _lasted(after: list[str]) -> bool:
    """Whether it is "seventeen years", "the past ten years", "years"; "for two years from May" is to come."""
    at = next((at for at, each in enumerate(after[:5]) if each in {"years", "decades"}), -1)
    return at >= 0 and not set(after[at + 1 : at + 3]) & {"from", "after", "at", "before", "if", "in"}


def _clause(verb: Around) -> list[str]:
    """The words from after the verb to the end of its clause."""
    after = [token.folded for token in verb.sentence.tokens[verb.place + 1 :]]
    end = next((at for at, each in enumerate(after) if each in _CLAUSE_ENDS or each in _STOPS), len(after))
    return after[:end]


def once_told(verb: Around) -> str:
    """As in "Last year at my school, I begin sending it", "I find two twice last year"."""
    word, subject = verb.word(0), verb.word(-1)
    if subject not in {"i", "we"} or not all_verbs.is_only(word, "base") or word in _LASTING_FEELINGS:
        return ""
    before = [token.folded for token in verb.sentence.tokens[: verb.place - 1]]
    opens = 0 < len(before) < 9 and _opens_past(before)
    tells = subject == "i" and (not before or before[-1] in _BEFORE_CLAUSE) and _ends_past(_clause(verb))
    return all_verbs.inflected(word, "past") if opens or tells else ""


def _opens_past(before: list[str]) -> bool:
    """Whether it is "Last year,", "Yesterday", "At my last job", "In 2019,", "Two years ago,"."""
    opening = " ".join(before).removesuffix(" ,")
    second = before[1] if len(before) > 1 else ""
    if opening == "yesterday" or (before[0] == "last" and second in _TIMES):
        return True
    if opening.endswith(" ago") and len(before) < 5:
        return True
    is_former = second == "my" and len(before) > 2 and before[2] in _FORMER
    return before[0] in {"at", "in"} and (is_former or bool(_YEAR.fullmatch(opening[3:])))


def you_told(verb: Around) -> str:
    """As in "We met in December, and you kindly say that I would hear"."""
    offset = -1 if not lexicon.is_adverb(verb.word(-1)) else -2
    if verb.word(0) not in _SAID or (verb.word(offset), verb.word(offset - 1)) != ("you", "and"):
        return ""
    before = [token.folded for token in verb.sentence.tokens[: verb.place + offset - 1]]
    is_past = any(lexicon.is_only(each, "past") for each in before) and not set(before) & _NOT_TOLD
    return inflected(verb.word(0), "past") if is_past else ""


def _ends_past(clause: list[str]) -> bool:
    """Whether a clause with no other verb in it ends in "last year" or "yesterday"."""
    if clause[-1:] == ["yesterday"]:
        inner = clause[:-1]
    elif len(clause) > 2 and clause[-2] == "last" and clause[-1] in _TIMES and clause[-3] not in _BEFORE_LAST:
        inner = clause[:-2]
    else:
        return False
    is_verb = any(
        each in lexicon.SUBJECTS or all_verbs.is_only(each, "past", "participle", "ing") for each in inner
    )
    return not is_verb and "to" not in inner


def told_since(verb: Around) -> str:
    """As in "I have read it last night", where the time is over and done with."""
    have = verb.word(-1) if not lexicon.is_adverb(verb.word(-1)) else verb.word(-2)
    if have not in {"have", "has", "i've", "we've"} or not all_verbs.could_be(verb.word(0), "participle"):
        return ""
    offset = -1 if have == verb.word(-1) else -2
    person = have in {"i've", "we've"} or verb.word(offset - 1) in _PEOPLE
    return (
        all_verbs.inflected(all_verbs.bare(verb.word(0)), "past")
        if person and _ends_past(_clause(verb))
        else ""
    )


def if_it_would(verb: Around) -> str:
    """As in "If you would have called it": after "if", what did not happen stands with "had"."""
    done = verb.word(2)
    if (verb.word(0), verb.word(1)) != ("would", "have") or verb.word(-2) != "if" or verb.word(-3) in _ASKING:
        return ""
    is_done = all_verbs.could_be(done, "participle") or done.endswith("ed") or done == "been"
    return "had" if is_done and verb.word(-1) in lexicon.SUBJECTS else ""


def been(verb: Around) -> str:
    """As in "should have being felled", "must have be two degrees off", "had not planned on be asked"."""
    if verb.word(0) not in {"be", "being"}:
        return ""
    before = verb.word(-1) if not lexicon.is_adverb(verb.word(-1)) else verb.word(-2)
    if before in lexicon.HAVE_FORMS - {"having"}:
        return "been"
    is_ruled = verb.word(-1) in {"of", "for", "without", "by", "on", "from"}
    return "being" if is_ruled and verb.word(0) == "be" and verb.token(1).is_word else ""


def if_i_were(verb: Around) -> str:
    """As in "If I were in the chair, I will put it out": what is only thought of stands with "would"."""
    sentence = verb.sentence
    if verb.word(0) not in {"will", "can"} or sentence.folded(0, 3).split()[::2] != ["if", "were"]:
        return ""
    opens = verb.word(-1) in lexicon.SUBJECTS and verb.word(-2) == ","
    return ("would" if verb.word(0) == "will" else "could") if opens else ""


def am_since(verb: Around) -> str:
    """As in "I am certified since March"."""
    if (verb.word(-1), verb.word(0)) != ("i", "am"):
        return ""
    clause = _clause(verb)
    if "since" not in clause or _HAD & set(clause):
        return ""
    then = clause[clause.index("since") + 1 :][:2]
    is_time = any(each[:1].isdigit() or each in _STARTS for each in then)
    return "have been" if is_time and not is_only(verb.word(1), "ing") else ""


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


OF_BE: tuple[tuple[Callable[[Around], str], str], ...] = (
    (am_since, "What has lasted since then stands with “have”."),
    (been, "The verb has the wrong form here."),
    (if_i_were, "After “if I were” the rest stands with “would” or “could”."),
)
"""What each rule about a form of “be” takes to be meant, and why."""

_PEOPLE = words("i we you they")
_PEOPLE_AM = _PEOPLE | {"i'm"}
_STOPS = {".", "?", "!", "(", ")", "–", "—"}
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday then")
_HAD = lexicon.HAVE_FORMS | lexicon.MODALS | {"been"}
_ASKING = words("know ask asked wonder wondered see sure doubt tell")
_LASTING = words(
    """
    work teach drive run live study cook bake weld practise practice serve play lead manage train know use
    sing sell build repair fix farm fish nurse volunteer coach paint grow keep own
    """
)
_LASTING_FEELINGS = words(
    """
    think hope believe know remember want feel guess suppose understand mean love like hate wish need see
    thank miss appreciate have do keep recall regret
    """
)
_BEFORE_CLAUSE = {"and", "but", ",", "because"}
_FORMER = words("last previous former old first")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAID = words("say tell mention ask explain suggest offer promise")
_NOT_TOLD = lexicon.MODALS | {"if", "when", "whenever", "what", "whatever"}
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
