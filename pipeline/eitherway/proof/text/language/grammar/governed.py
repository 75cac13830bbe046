"""Forms of any verb after a word that allows only one: "has since earn", "tired of arrive".

Here 4,300 verbs are known, most of which are nouns as well, so that each rule is sure of its context.
"""

from __future__ import annotations

from collections.abc import Callable

from eitherway.proof.text.language.grammar.persons import PEOPLES_VERBS, SUBJECTS
from eitherway.proof.text.language.grammar.tenses import long_since, once_told, told_since, you_told
from eitherway.proof.text.language.reading import all_verbs, lexicon
from eitherway.proof.text.language.reading.all_verbs import inflected, is_base, is_only
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Around


def _after_have(verb: Around) -> str:
    """As in "has since earn it", "had never saw one", "might have spot that", "must have wind ten"."""
    word, have = verb.word(0), _beyond_adverbs(verb)
    governor = verb.word(have)
    is_past = is_only(word, "past") or lexicon.is_only(word, "past")
    if is_past and governor.endswith("'d") and governor[:-2] in SUBJECTS:
        return _participle("see" if word == "saw" else word)
    if (
        is_past
        and have == -1
        and governor in {"that's", "it's", "he's", "she's"}
        and not verb.token(1).is_word
    ):
        return inflected(all_verbs.bare(word), "participle")
    if governor not in _HAVE or not is_only(word, "base", "past") or word == "like":
        return ""
    adverb = bool({verb.word(offset) for offset in range(have + 1, 0)} & _PERFECT_ADVERBS)
    after_modal = verb.word(have - 1) in lexicon.MODALS and governor == "have"
    if is_only(word, "past") or (is_base(verb.token(0)) and (adverb or after_modal)):
        return _participle(word)
    if adverb and all_verbs.has_object(verb):
        return _participle(word)
    counts = verb.token(1).tag == "NUM" and verb.word(1).isalpha()
    return _participle(word) if counts and after_modal else ""


def _in_question(verb: Around) -> str:
    """As in "Has anybody look at it?", "Had I knew that", "Could you told me"."""
    word, subject, helper = verb.word(0), verb.word(-1), verb.word(-2)
    if subject not in SUBJECTS or verb.word(-3) not in _BEFORE_QUESTION:
        return ""
    if helper in {"had", "has", "have"} and is_only(word, "base", "past"):
        is_verb = (
            is_only(word, "past") or _is_only_verb(word) or all_verbs.has_object(verb) or verb.word(1) == "at"
        )
        return _participle(word) if is_verb else ""
    if helper in lexicon.MODALS | {"did", "does", "do"} and is_only(word, "past", "participle", "s"):
        return all_verbs.bare(word)
    return ""


def _after_modal(verb: Around) -> str:
    """As in "would overwrites", "could not spotted it"."""
    word, modal = verb.word(0), _beyond_adverbs(verb)
    helper = verb.token(modal)
    if helper.folded not in lexicon.MODALS or helper.masked or helper.text.istitle():
        return ""
    if helper.folded in _NOUN_MODALS and verb.word(modal - 1) in lexicon.DETERMINERS:
        return ""
    is_wrong = is_only(word, "past", "participle", "s") and (
        all_verbs.has_object(verb) or _is_only_verb(all_verbs.bare(word)) or verb.token(0).tag == "VERB"
    )
    return all_verbs.bare(word) if is_wrong else ""


def _after_be(verb: Around) -> str:
    """As in "be thrill to", "have never been lock in", "have been grade pine", "would be check by"."""
    word, be = verb.word(0), _beyond_adverbs(verb)
    governor = verb.word(be)
    if word in _FEELINGS:
        is_person = governor in {"i'm", "am"} or (governor in {"be", "was", "been"} and _is_person(verb, be))
        return _participle(word) if is_person and verb.word(1) in _AFTER_FEELING else ""
    if governor not in lexicon.BE_FORMS - {"being"} or not is_only(word, "base") or word in _STATES:
        return ""
    if governor in {"be", "been"} and _is_only_verb(word) and verb.word(be - 1) not in {"to", "let"}:
        return _be_done(verb)
    if (
        verb.word(1) == "by"
        and verb.word(2) in all_verbs.OBJECTS
        and (governor == "been" or is_base(verb.token(0)))
    ):
        return _participle(word)
    if lexicon.is_also_adjective(word) or not (_is_person(verb, be) or _is_tagged_done(verb, be)):
        return ""
    ends = (not verb.token(1).is_word or verb.word(1) in _AFTER_DONE) and verb.token(0).tag == "VERB"
    return _be_done(verb) if governor in {"been", "be"} and ends else ""


def _is_tagged_done(verb: Around, be: int) -> bool:
    """Whether it is "a decision would be make", "had been sign": a verb, and not after "there"."""
    before = {verb.word(offset) for offset in range(be - 3, be)}
    return verb.token(0).tag == "VERB" and not before & {"there", "it", "let", "what", "all", "do", "is"}


def _be_done(verb: Around) -> str:
    return inflected(verb.word(0), "ing" if all_verbs.has_object(verb) else "participle")


def _after_preposition(verb: Around) -> str:
    """As in "without look up", "fear of press it", "by allow it", "used to drive it" after "I am"."""
    word, before, after = verb.word(0), verb.word(-1), verb.word(1)
    if not is_only(word, "base") or not verb.token(0).is_plain:
        return ""
    is_verb = all_verbs.is_nothing_else(word) or (verb.token(0).tag == "VERB" and after in _TAKEN)
    if before in {"once", "ever", "even"} and verb.word(-2) == "without":
        return inflected(word, "ing") if is_base(verb.token(0)) else ""
    if before == "to":
        return inflected(word, "ing") if _takes_to(verb) and is_verb else ""
    if before in {"before", "after"}:
        opens = verb.token(-2).folded in {"", ",", "but", "and"}
        return inflected(word, "ing") if opens and all_verbs.is_nothing_else(word) else ""
    is_sure = (before == "of" and verb.word(-2) in _BEFORE_OF_ING) or (before == "without" and after in _UP)
    if before not in _BEFORE_ING or not (is_verb or (is_sure and is_base(verb.token(0)))):
        return ""
    return "" if before == "of" and verb.word(-2) in _PART_OF else inflected(word, "ing")


def _takes_to(verb: Around) -> bool:
    """Whether "to" is a preposition there: "I am used to", "look forward to", "get used to"."""
    word, before = verb.word(-2), verb.word(-3)
    if word == "forward":
        return before in {"look", "looking", "looked", "looks"} or verb.word(-4) in {"look", "looking"}
    return word == "used" and (
        before in {"i'm", "we're", "am", "get", "got", "getting", "become"}
        or (before in {"was", "were", "been", "not"} and verb.word(-4) in lexicon.SUBJECTS - {"it"})
    )


def _after_keep(verb: Around) -> str:
    """As in "should keep blame a spindle", "given up count on", "let me go on wonder", "stopped want it"."""
    word, before, further = verb.word(0), verb.word(-1), verb.word(-2)
    if not is_only(word, "base"):
        return ""
    is_verb = _is_only_verb(word) or (is_base(verb.token(0)) and all_verbs.has_object(verb))
    if (before == "up" and further in _GIVING) or (before == "on" and further in _GOING):
        return inflected(word, "ing") if is_verb or word in _OFTEN_VERBS else ""
    keeps = before in _BEFORE_ING_ONLY and further not in lexicon.DETERMINERS | {"to", "and"}
    keeps = keeps or (before in {"keep", "avoid", "stop"} and further in lexicon.MODALS | {"to"})
    keeps = keeps or (before == "worth" and further in lexicon.BE_FORMS | {"it's", "that's"})
    return inflected(word, "ing") if keeps and is_verb else ""


def _after_to(verb: Around) -> str:
    """As in "used to raced", "had to raised my hand", "the opportunity to visits your"."""
    word, before = verb.word(0), verb.word(-2)
    if verb.word(-1) != "to" or not is_only(word, "past", "participle", "s"):
        return ""
    if word.endswith("s") and not is_only(word, "past", "participle"):
        return all_verbs.bare(word) if before in _BEFORE_TO and all_verbs.has_object(verb) else ""
    return all_verbs.bare(word) if before in _BEFORE_TO else ""


def _after_dont(verb: Around) -> str:
    """As in "they don't answering"."""
    adjacent = verb.word(-1) in {"don't", "doesn't", "didn't"} and is_only(verb.word(0), "ing")
    return all_verbs.bare(verb.word(0)) if adjacent else ""


def _is_person(verb: Around, be: int) -> bool:
    """Whether the subject before "be", "have been", "would be" is a person: "I've been", "I would be"."""
    offset = be - 1
    while verb.word(offset) in lexicon.MODALS | lexicon.HAVE_FORMS or lexicon.is_adverb(verb.word(offset)):
        if verb.word(offset) == "having" or verb.word(offset).partition("'")[0] in _PEOPLE:
            return True
        offset -= 1
    return verb.word(offset).partition("'")[0] in _PEOPLE


def _beyond_adverbs(verb: Around) -> int:
    """Where the governor stands, adverbs and "not" left out."""
    offset = -1
    while lexicon.is_adverb(verb.word(offset)) or verb.word(offset) in {"since", "both"}:
        offset -= 1
    return offset


def _is_only_verb(word: str) -> bool:
    return all_verbs.is_only_verb(word)


def _participle(word: str) -> str:
    return inflected(all_verbs.bare(word), "participle")


RULES: tuple[tuple[Callable[[Around], str], str], ...] = (
    (_after_have, "After “have” a verb stands in the form that “done” is of “do”."),
    (_in_question, "The verb has the wrong form after the one that opens the clause."),
    (_after_modal, "After a word like “can” or “would” the verb has no ending."),
    (_after_be, "The verb has the wrong form after “be”."),
    (_after_preposition, "After a preposition a verb stands in its form in -ing."),
    (_after_keep, "A verb stands here in its form in -ing."),
    (_after_to, "After “to” the verb has no ending."),
    *PEOPLES_VERBS,
    (_after_dont, "The verb has no ending here."),
    (long_since, "What has lasted since then stands with “have”."),
    (once_told, "What happened then is told in the past."),
    (you_told, "What happened then is told in the past."),
    (told_since, "What happened then is told without “have”."),
)
"""What each rule takes to be meant, and why; the first that speaks is heard."""

_PEOPLE = lexicon.SUBJECTS - {"it"} | {"who"}
_HAVE = lexicon.HAVE_FORMS | words("you've")
_NOUN_MODALS = words("will might can must")
_PERFECT_ADVERBS = words("already always ever just never often rarely recently since still also")
_BEFORE_QUESTION = {"", ",", ";", ":", "“", '"'} | words(
    "and but so or how why when where what which who rarely seldom never nor only neither"
)
_FEELINGS = words(
    """
    thrill delight please excite interest impress surprise honor honour amaze inspire encourage relieve
    disappoint overwhelm humble intrigue fascinate force oblige tempt invite hire
    """
)
_AFTER_FEELING = words("to by with that in at as when if and") | {",", "."}
_BEFORE_ING = words("of without by for from")
_TAKEN = lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.OBJECTS | words("it this something anything")
_PART_OF = words("kind sort type lot part because all")
_BEFORE_OF_ING = words("tired afraid scared fond capable fear thought idea risk hope habit instead dream way")
_UP = words("up out back down away off over through")
_OFTEN_VERBS = words("wonder worry hope wait count")
_STATES = words(
    "like light busy home out back even well still dry calm clean open free part head down up off"
)
_AFTER_DONE = lexicon.PREPOSITIONS - {"of", "at", "like"} | {"once", "twice", "already", "before", "and"}
_GIVING = words("give gave given giving gives")
_GOING = words("go went gone going carry carried keep kept")
_BEFORE_ING_ONLY = words(
    """
    kept keeps keeping enjoy enjoyed enjoys avoided avoiding finished mind stopped suggest suggested
    recommended practised
    """
) - {"haven't"}
_BEFORE_TO = words(
    """
    used had have has need needs needed want wants wanted hope hoped able unable ought going like love wish
    tried trying decided chance opportunity ability way time pleasure happy glad ready eager willing it you me
    """
)
