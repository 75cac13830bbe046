"""Articles that are left out before a noun that needs one: "in middle of", "faced same", "for long time"."""

from __future__ import annotations

from functools import cache

from eitherway.proof.text.language.grammar.subjects import Number, noun_number
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.counts import Counts
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Around, Reading
from eitherway.proof.text.language.reading.sounds import article_before


def article(gap: Around, counts: Counts) -> str:
    """The article that should follow the word at that place; empty where none is missing."""
    if not (gap.token(1).is_plain or _is_initials(gap)) or gap.word(2)[:1].isdigit():
        return ""
    if _lacks_a_measure(gap):
        return "a"
    if gap.word(1) == "same" and gap.token(2).is_plain and gap.word(0) not in _BEFORE_SAME:
        return "the"
    if not _opens_noun_phrase(gap):
        return ""
    return "the" if _is_definite(gap, counts) else _before_noun(gap, counts)


def article_before_role(reading: Reading, gap: Around) -> str:
    """As in "about Deputy Manager post": the role's name before a word for a post, without an article."""
    role, start = reading.manuscript.role, gap.token(1).start
    if not role or gap.word(0) not in lexicon.PREPOSITIONS or not reading.text.startswith(role, start):
        return ""
    after = reading.text[start + len(role) :].split(maxsplit=1)
    return "the" if after and after[0].strip(".,;:?!").lower() in _POSTS else ""


def _lacks_a_measure(gap: Around) -> bool:
    """As in "an hour and half", "ten times day"."""
    if gap.word(0) == "and" and gap.word(1) == "half":
        return gap.word(-1) in _MEASURES
    return gap.word(0) in {"times", "twice", "once"} and gap.word(1) in _MEASURES - {"hour"}


def _is_definite(gap: Around, counts: Counts) -> bool:
    """As in "in middle of", "in next valley", "in first season", "was clearest explanation"."""
    second, third = gap.word(1), gap.token(2)
    if not third.is_plain or (third.folded in lexicon.CLOSED and second not in _ENDS):
        return False
    if second in _ENDS and third.folded == "of":
        return gap.word(0) in _PREPOSITIONS | {"by", "until", "since"}
    if second == "other":
        return third.folded in _listed("noun") and gap.token(3).tag != "NOUN"
    if second == "next":
        is_time = third.folded in _CALENDAR or noun_number(third) is Number.PLURAL
        return gap.word(0) in _PREPOSITIONS and not is_time
    if second in {"first", "second", "third"}:
        is_one = noun_number(third) is Number.SINGULAR and third.folded not in _AFTER_ORDINAL
        is_verb = third.folded.endswith("ing") or (gap.word(0) == "to" and not _is_listed_noun(third.folded))
        is_noun = is_one and not is_verb and third.tag in {"", "NOUN"}
        return gap.word(0) in _PREPOSITIONS and is_noun
    return _is_superlative(second, counts)


def _is_superlative(word: str, counts: Counts) -> bool:
    if not word.endswith("est") or len(word) < 7 or word in _NO_SUPERLATIVES:
        return False
    return word[:-3] in counts.words or word[:-2] in counts.words


def _before_noun(gap: Around, counts: Counts) -> str:
    """As in "for long conversation", "see warehouse full", "at break"."""
    noun_at = 2 if _is_modifier(gap) else 1
    if not _needs_article(gap, noun_at) or not _ends_noun_phrase(gap, noun_at):
        return ""
    if gap.word(0) == "from" and gap.word(2) == "to":
        return ""
    if gap.word(-1) in _BEFORE_ALL_ONE or gap.word(noun_at + 1) in _NUMBERS:
        return ""
    if (gap.word(0), gap.word(1)) == ("got", "room"):
        return ""
    if noun_at == 1 and (_is_set_phrase(gap, counts) or _is_complement(gap)):
        return ""
    if noun_at == 1 and gap.word(2) in {"of", "that", "which"}:
        return "the"
    return article_before(gap.word(1)) or "a"


def _needs_article(gap: Around, noun_at: int) -> bool:
    noun = gap.token(noun_at)
    if not noun.is_plain:
        return False
    if noun.folded in _listed("noun") or (noun.folded in _listed("thing") and gap.word(0) not in _BEFORE_ANY):
        return True
    return _is_measure(gap.word(1)) and noun_number(noun) is Number.SINGULAR


def _is_set_phrase(gap: Around, counts: Counts) -> bool:
    """Whether the counts know the two words as neighbours: "on board"; some nouns are in no set phrase."""
    never_alone = gap.word(0) in _PREPOSITIONS - {"to"} and gap.word(1) in _NEVER_ALONE
    may_be_verb = lexicon.could_be(gap.word(1), "base")
    return (may_be_verb or counts.has(gap.word(0), gap.word(1))) and not never_alone


def _is_complement(gap: Around) -> bool:
    """Whether the noun follows "be" and no clause about it comes, so that it may be a title: "is chair"."""
    return gap.word(0) in lexicon.BE_FORMS | _CONTRACTED_BE and gap.word(2) not in _OPENING_CLAUSE


def _opens_noun_phrase(gap: Around) -> bool:
    """Whether a noun phrase may begin after it: a preposition, "be", or a verb, but not "the corrected"."""
    word = gap.word(0)
    if word in lexicon.OBJECTS:
        return gap.word(-1) in _GIVING and gap.word(1) in _NEVER_ALONE | {"chance", "interview"}
    if word == "please" or (word == "to" and lexicon.could_be(gap.word(1), "base")):
        return False
    if word in _PREPOSITIONS or word in lexicon.BE_FORMS or word in _CONTRACTED_BE:
        return True
    if not lexicon.is_only(word, "base", "past", "participle") or gap.word(-1) in _BEFORE_ADJECTIVES:
        return False
    if gap.word(-1) in _BEFORE_PARTICIPLE or gap.token(-1).tag in {"ADJ", "NUM"}:
        return False
    return not lexicon.is_only(word, "base") or lexicon.is_only_verb(word)


def _ends_noun_phrase(gap: Around, noun_at: int) -> bool:
    """Whether what follows the noun can be no part of it: a mark or a small word."""
    after = gap.token(noun_at + 1)
    return not after.is_word or after.folded in _AFTER_NOUN_PHRASE


def _is_modifier(gap: Around) -> bool:
    """Whether the second word stands before a noun: "cold", "two-day", "SQL"."""
    word = gap.word(1)
    return word in _listed("adjective") or _is_measure(word) or _is_initials(gap)


def _is_initials(gap: Around) -> bool:
    """As in "used SQL database"; in capitals, and no name."""
    token = gap.token(1)
    return token.text.isupper() and len(token.text) > 1 and token.text.isalpha() and not token.masked


def _is_measure(word: str) -> bool:
    """As in "two-day", "ten-page"."""
    number, _, unit = word.partition("-")
    return bool(unit) and number in lexicon.PLURAL_DETERMINERS and not unit.endswith("s")


def _is_listed_noun(word: str) -> bool:
    return word in _listed("noun") and not lexicon.could_be(word, "base")


@cache
def _listed(section: str) -> frozenset[str]:
    return lexicon.sections("nouns.txt")[section]


_CONTRACTED_BE = words("it's that's he's she's there's i'm you're")
_POSTS = words("role post position job vacancy opening")
_MEASURES = words("hour day week month year mile")
_PREPOSITIONS = words("in for with of about on from during beside into near at under behind before after to")
_BEFORE_SAME = lexicon.DETERMINERS | {"very", "exactly", "much", "far", "one", ""}
_BEFORE_ADJECTIVES = lexicon.DETERMINERS | lexicon.BE_FORMS | lexicon.PREPOSITIONS - {"to"} | {"and", ","}
_BEFORE_PARTICIPLE = words("which more most less very highly well")
_CALENDAR = words(
    """
    week month year time day monday tuesday wednesday thursday friday saturday sunday spring summer
    autumn winter fall season term semester door
    """
)
_AFTER_ORDINAL = words("glance sight hand place person aid instance gear grade class look thing")
_NO_SUPERLATIVES = words("interest request suggest protest contest harvest conquest earnest manifest")
_OPENING_CLAUSE = words("that which who where i we you")
_ENDS = words("middle end start beginning rest bottom")
_GIVING = words("offer offers offered offering give gives gave given giving")
_BEFORE_ALL_ONE = words("sort kind type day days week weeks month months")
_NUMBERS = lexicon.PLURAL_DETERMINERS | {"one"}
_BEFORE_ANY = words("in on at from to of by after before during under behind near")
"""Before what one says of many things without an article: "before curtain", "at anchor"."""
_NEVER_ALONE = words(
    """
    job position opportunity program programme department warehouse roof team role colleague candidate
    shop garden bakery museum factory problem
    """
)
_AFTER_NOUN_PHRASE = lexicon.CLOSED - lexicon.ARTICLES - lexicon.POSSESSIVES - lexicon.OBJECTS
