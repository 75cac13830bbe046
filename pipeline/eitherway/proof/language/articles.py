"""Articles that are left out before a noun that needs one: "in middle of", "join team", "for long time"."""

from __future__ import annotations

from functools import cache

from eitherway.proof.language import lexicon
from eitherway.proof.language.counts import Counts
from eitherway.proof.language.reading import Sentence
from eitherway.proof.language.subjects import Number, noun_number
from eitherway.proof.language.sounds import article_before


def article(sentence: Sentence, place: int, counts: Counts) -> str:
    """The article that should follow the word at that place; empty where none is missing."""
    first, second, third = (sentence[at] for at in range(place, place + 3))
    if not second.is_plain:
        return ""
    if sentence.folded(place, 2) == "and half" and sentence[place - 1].folded in _UNITS:
        return "a"
    if first.folded in {"times", "twice", "once"} and second.folded in _UNITS - {"hour"}:
        return "a"
    if second.folded == "same" and third.is_plain and first.folded not in _BEFORE_SAME:
        return "the"
    if not _opens_noun_phrase(sentence, place):
        return ""
    if second.folded in {"middle", "other"} and third.is_plain and noun_number(third) is not Number.PLURAL:
        return "" if third.folded in lexicon.CLOSED - {"of"} else "the"
    if second.folded == "next" and first.folded in _PLACES and third.is_plain:
        return "" if third.folded in _CALENDAR | lexicon.CLOSED or noun_number(third) is Number.PLURAL else "the"
    if second.folded in _ORDINALS and first.folded in _PLACES and third.is_plain:
        return "" if third.folded in _AFTER_ORDINAL or not third.folded.isalpha() else "the"
    if _is_superlative(second.folded, counts):
        return "the" if third.is_plain and third.folded not in lexicon.CLOSED else ""
    return _before_noun(sentence, place, counts)


def _is_superlative(word: str, counts: Counts) -> bool:
    known = counts.words.get(word[:-3], 0) or counts.words.get(word[:-2], 0)
    return word.endswith("est") and len(word) > 6 and bool(known) and word not in _NO_SUPERLATIVES


def _before_noun(sentence: Sentence, place: int, counts: Counts) -> str:
    first, second = sentence[place].folded, sentence[place + 1].folded
    noun_at = place + 2 if _is_modifier(sentence, place + 1) else place + 1
    noun = sentence[noun_at].folded
    if not (noun in _words("noun") or (noun_at == place + 1 and first in _BEFORE_COUNTABLE | {"been", "become", "became", "am"} and _is_countable(noun, counts))) or not sentence[noun_at].is_plain or not _ends_noun_phrase(sentence, noun_at):
        return ""
    if first in lexicon.BE_FORMS and noun_at == place + 1 and not _is_told_more(sentence, noun_at):
        return ""
    if counts.has(first, second) and noun_at == place + 1:
        return ""
    if sentence.folded(noun_at + 1) in {"of", "that", "which"} and noun_at == place + 1:
        return "the"
    return article_before(second) or "a"


def _is_told_more(sentence: Sentence, noun: int) -> bool:
    """Whether a clause about the noun follows it: "is branch I can trust"."""
    return sentence[noun + 1].folded in {"that", "which", "who", "where", "i", "we", "you"}


def _is_countable(noun: str, counts: Counts) -> bool:
    """Whether the noun, by the counts, has "a", "the" or the like far more often than nothing."""
    if noun in lexicon.CLOSED or len(noun) < 4 or noun.endswith(("s", "ing", "ly")) or noun in _ALSO_ALONE or lexicon.is_also_adjective(noun):
        return False
    if counts.words.get(noun, 0) < _KNOWN_WELL_ENOUGH or (lexicon.forms(noun) and not lexicon.is_also_noun(noun)):
        return False
    determined = sum(counts.pairs.get(f"{word} {noun}", 0) for word in _DETERMINING)
    bare = sum(counts.pairs.get(f"{word} {noun}", 0) for word in _BARE)
    return determined > 3 * counts.words[noun] and determined > _FAR_MORE * bare


def _opens_noun_phrase(sentence: Sentence, place: int) -> bool:
    """Whether a noun phrase may begin after the word: a preposition, "be", or a verb that is not "the corrected"."""
    word = sentence[place].folded
    if word in _PLACES or word in lexicon.BE_FORMS:
        return True
    if not lexicon.is_only(word, "base", "past", "participle") or sentence[place - 1].folded in _BEFORE_ADJECTIVES:
        return False
    base = min(form.base for form in lexicon.forms(word))
    if not lexicon.is_only(word, "base"):
        return True
    return not (lexicon.is_also_noun(base) or lexicon.is_also_adjective(base))


def _ends_noun_phrase(sentence: Sentence, noun: int) -> bool:
    """Whether what follows the noun can be no part of it: a mark, a small word, nothing."""
    after = sentence[noun + 1]
    return not after.is_word or after.folded in lexicon.CLOSED | lexicon.RELATIVES


def _is_modifier(sentence: Sentence, place: int) -> bool:
    """Whether the word stands before a countable noun and is neither a small word nor a plural."""
    word = sentence[place].folded
    if word in _words("adjective") or _is_measure(word):
        return True
    if sentence[place + 1].folded not in _words("noun") or word in lexicon.CLOSED or "'" in word:
        return False
    return word.isalpha() and not word.endswith("s") and word not in _NO_MODIFIERS


def _is_measure(word: str) -> bool:
    """ "two-day", "ten-page"."""
    number, _, unit = word.partition("-")
    return bool(unit) and number in lexicon.PLURAL_DETERMINERS and not unit.endswith("s")


@cache
def _words(section: str) -> frozenset[str]:
    return lexicon.sections("nouns.txt")[section]


_ALSO_ALONE = frozenset("shift best hand call present last next stage".split())
_DETERMINING = ("the", "a", "an", "this", "each", "every", "another")
_BARE = ("of", "and", "for", "with", "in", "or", "no", "any", "some", "more", "much")
_BEFORE_COUNTABLE = frozenset("in on at for with about from beside into during".split())
_FAR_MORE = 2.2
_KNOWN_WELL_ENOUGH = 3_000_000
_UNITS = frozenset("hour day week month year mile".split())
_PLACES = frozenset("in for with of about on from during beside into near at under behind before after to".split())
_NO_SUPERLATIVES = frozenset("interest request suggest protest contest harvest conquest earnest manifest".split())
_NO_MODIFIERS = frozenset(
    "much many more most such what which whose other further half own least less enough next last each every late early"
    " mid final high middle primary secondary public private graduate night day old first second".split()
)
_BEFORE_SAME = lexicon.DETERMINERS | {"very", "exactly", "much", "far", "one", ""}
_CALENDAR = frozenset("week month year time day monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter fall season term semester door".split())
_ORDINALS = frozenset("first second third".split())
_AFTER_ORDINAL = lexicon.CLOSED | frozenset("glance sight hand place person aid instance gear grade class look thing".split())
_BEFORE_ADJECTIVES = lexicon.DETERMINERS | lexicon.BE_FORMS | lexicon.PREPOSITIONS - {"to"} | {"and", ","}
