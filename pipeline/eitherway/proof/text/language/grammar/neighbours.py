"""Confusions that the words on either side prove, where counts cannot: each pair of words is too common.

"an I believe", "let me no", "more then I", "the to bolts", "one off the teachers", "four letting me".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eitherway.proof.text.language.grammar.subjects import Number, noun_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Around, Sentence


def proven_by_neighbours(sentence: Sentence, place: int) -> str:
    """The word that was meant at that place; empty where nothing is proven."""
    if sentence[place].masked:
        return ""
    around = Around(sentence, place)
    rules = _RULES.get(sentence[place].folded, ())
    return next((meant for meant, proves in rules if proves(around)), "")


def _before_clause(around: Around) -> bool:
    """As in "an I believe", but not "an A in maths"."""
    return (
        around.token(1).text != "A"
        and around.word(1) in lexicon.SUBJECTS | lexicon.ARTICLES | lexicon.POSSESSIVES
    )


def _in_let_me(around: Around) -> bool:
    return around.word(-1) in lexicon.OBJECTS and around.word(-2) == "let"


def _before_when(around: Around) -> bool:
    """As in "let me now either way", but not "let me now turn to"."""
    return _in_let_me(around) and around.word(1) in _AFTER_KNOW


def _is_knowing(around: Around) -> bool:
    """As in "rather no that", "to no what"."""
    return around.word(-1) in {"to", "rather", "i", "we", "they", "would"} and around.word(1) in _AFTER_KNOW


def _before_another(around: Around) -> bool:
    return around.word(1) in {"a", "an", "another", "not", "the"}


def _too_much(around: Around) -> bool:
    if around.word(1) not in _TOO_MUCH:
        return False
    return around.word(-1) in lexicon.BE_FORMS - {"been"} or not around.token(2).is_word


def _compares(around: Around) -> bool:
    before = [around.word(offset) for offset in range(-6, 0)]
    if not around.token(1).is_word:
        return False
    while "," in before:
        before = before[before.index(",") + 1 :]
    if not before:
        return False
    if _is_comparative(before[-1]):
        return True
    if {"rather", "sooner"} & set(before) and (_before_verb(around) or around.token(1).tag == "VERB"):
        return True
    if {"rather", "better", "sooner", "more", "less"} & set(before) and _is_repeated(around):
        return True
    return any(map(_is_comparative, before)) and around.word(1) in lexicon.SUBJECTS | {
        "expected",
        "any",
        "ever",
    }


def _is_repeated(around: Around) -> bool:
    """As in "from me then from him": the preposition after it stands before it too."""
    after = around.word(1)
    return after in lexicon.PREPOSITIONS and after in {around.word(offset) for offset in range(-4, 0)}


def _is_comparative(word: str) -> bool:
    return word in _COMPARATIVES or (word.endswith("er") and word not in _NO_COMPARATIVES and len(word) > 4)


def _after_determiner(around: Around) -> bool:
    return around.word(-1) in (lexicon.ARTICLES | lexicon.POSSESSIVES) - {"her"}


def _part_of(around: Around) -> bool:
    return around.word(-1) in _PARTS and around.word(1) in lexicon.DETERMINERS | lexicon.OBJECTS


def _before_object(around: Around) -> bool:
    opens = around.word(1) in lexicon.OBJECTS | lexicon.ARTICLES | lexicon.POSSESSIVES | {"it", "you", "half"}
    return opens or (lexicon.is_only(around.word(1), "ing") and around.token(2).is_word)


def _is_verb(around: Around) -> bool:
    if around.word(1) in lexicon.SUBJECTS | lexicon.ARTICLES | lexicon.POSSESSIVES:
        return False
    return around.word(-1) in {"they", "we", "you", "there"}


def _before_plural(around: Around) -> bool:
    after = around.token(1)
    return after.is_plain and noun_number(after) is Number.PLURAL and not lexicon.forms(after.folded)


def _after_infinitive(around: Around) -> bool:
    return around.word(-1) in {"to", "rather", "will", "would", "can"} and around.word(1) in _AFTER_HEAR


def _after_preposition(around: Around) -> bool:
    return around.word(-1) in lexicon.PREPOSITIONS - {
        "as",
        "since",
        "before",
        "after",
        "until",
        "like",
        "than",
    }


def _after_verb(around: Around) -> bool:
    before = around.word(-1)
    return before in lexicon.PREPOSITIONS or bool(lexicon.forms(before))


def _after_comma(around: Around) -> bool:
    return around.word(-1) == ","


def _stands_for_on(around: Around) -> bool:
    """As in "begin one any Monday", "one your list", where "one" cannot count what follows."""
    if around.word(-1) in lexicon.DETERMINERS | {"which", "than", ","}:
        return False
    after = around.word(1)
    return after.rstrip("s") in _DAYS or after in lexicon.POSSESSIVES | {"the", "any", "each", "every"}


def _before_verb(around: Around) -> bool:
    """As in "want two join": nothing but a verb, or "be", comes next."""
    after = around.word(1)
    return after == "be" or (lexicon.is_only(after, "base") and lexicon.is_only_verb(after))


def _after_direction(around: Around) -> bool:
    return around.word(-1) in _DIRECTIONS


def _as_it_is(around: Around) -> bool:
    """As in "its a pleasure", "its been", "its not"."""
    return around.word(1) in lexicon.ARTICLES | lexicon.POSSESSIVES | {"been", "not", "too", "because"}


def _sounds_like_write(around: Around) -> bool:
    if around.word(-2) == "left":
        return False
    return around.word(-1) in {"i", "we", "to"} and around.word(1) not in {
        "now",
        "away",
        "after",
        "before",
        "here",
    }


def _before_finite(around: Around) -> bool:
    return around.word(1) in _FINITE


_FINITE = words("could would should are were have had can't don't aren't haven't")
_TOO_MUCH = words(
    """
    brief late long much many early small narrow vague quick quickly slow soon few short high
    """
)
_COMPARATIVES = words("more less rather worse")
_NO_COMPARATIVES = words(
    """
    however whether either neither never under after later together earlier other over ever another
    number member manager order paper letter matter water power answer offer center dinner summer winter
    officer customer user computer weather father mother brother sister daughter teacher former former
    corner remember consider
    """
)
_PARTS = words(
    """
    one some most none each all two three half many any several few out middle name end cup lot number
    week month part side top front kind sort type idea member head director first last second third rest
    majority thirds team crew group cup
    """
)
_AFTER_KNOW = words("either that when if whether what how why where once as by your")
_AFTER_HEAR = words("from about why how what that whether of more")
_DIRECTIONS = words("either a the this that which other any no some long right same")
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_RULES: Mapping[str, tuple[tuple[str, Callable[[Around], bool]], ...]] = {
    "the": (("they", _before_finite),),
    "an": (("and", _before_clause),),
    "no": (("know", _in_let_me), ("know", _is_knowing)),
    "now": (("know", _before_when),),
    "his": (("is", _before_another),),
    "to": (("too", _too_much), ("two", _after_determiner)),
    "then": (("than", _compares),),
    "from": (("form", _after_determiner),),
    "off": (("of", _part_of),),
    "four": (("for", _before_object),),
    "where": (("were", _is_verb),),
    "must": (("most", _before_plural),),
    "here": (("hear", _after_infinitive),),
    "you're": (("your", _after_preposition),),
    "threw": (("through", _after_verb),),
    "witch": (("which", _after_comma),),
    "one": (("on", _stands_for_on),),
    "two": (("to", _before_verb), ("too", _too_much)),
    "weigh": (("way", _after_direction),),
    "its": (("it's", _as_it_is),),
    "right": (("write", _sounds_like_write),),
}
