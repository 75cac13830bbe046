"""Small words that are left out: "would happy", "I never been", "like be", "in middle of"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.grammar.articles import article, article_before_role
from eitherway.proof.text.language.grammar.contexts import missing_by_context
from eitherway.proof.text.language.grammar.links import missing_of, missing_preposition, missing_to
from eitherway.proof.text.language.reading import all_verbs, lexicon
from eitherway.proof.text.language.reading.counts import Counts
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Around, Reading
from eitherway.proof.text.language.reading.remarks import remark


def missing_words(reading: Reading, counts: Counts) -> Iterator[Finding]:
    """Each pair of neighbours between which a small word is surely missing."""
    for sentence in reading.prose:
        for place in range(len(sentence) - 1):
            gap = Around(sentence, place)
            missing = article_before_role(reading, gap) or _missing(gap, counts)
            if missing:
                first, second = gap.token(0), gap.token(1)
                why = f"The word “{missing}” seems to be missing."
                meant = f"{first.text} {missing} {second.text}"
                yield remark(reading, FindingCode.GRAMMAR, (first.start, second.end), meant, why)


def _missing(gap: Around, counts: Counts) -> str:
    """The word that should stand after the place; empty where none is missing."""
    first, second = gap.token(0), gap.token(1)
    if first.masked or not first.is_word or not second.is_word:
        return ""
    if second.masked:
        return "for" if first.folded in _WORK and second.text[0].isupper() else ""
    found = next((word for rule in _RULES if (word := rule(gap))), "") or missing_by_context(gap)
    return found or article(gap, counts) or missing_of(gap, counts)


def _be(gap: Around) -> str:
    """As in "would happy", "there would time", "will in the", "expect to competent", "happy to your next"."""
    first, second, third = gap.word(0), gap.word(1), gap.word(2)
    if first == "to" and gap.word(-1) in _BEFORE_TO_BE:
        return "be" if second in _ADJECTIVES or (second in lexicon.POSSESSIVES and third == "next") else ""
    if first in {"not", "never"} and gap.word(-1) in lexicon.MODALS:
        return "be" if second in _ADJECTIVES | _COMPARATIVES else ""
    if first not in lexicon.MODALS:
        return ""
    if gap.word(-1) == "there" and not (second in _AFTER_THERE or lexicon.forms(second)):
        return "" if lexicon.is_adverb(second) else "be"
    if second in {"in", "at", "on"} and third in _OPENING_PHRASE:
        return "" if gap.word(3) in _SET_PHRASES else "be"
    if "be" in (third, gap.word(3)) or (second == "likely" and third != "to"):
        return ""
    return "be" if (third if second in _DEGREES else second) in _ADJECTIVES else ""


def _is(gap: Around) -> str:
    """As in "I confident", "you willing", "I slower than", "It a problem", "who waiting"."""
    first, second, third = gap.word(0), gap.word(1), gap.word(2)
    if first in {"who", "which"} and lexicon.is_only(second, "ing"):
        is_clause = gap.token(-1).is_word and gap.word(-1) not in lexicon.PREPOSITIONS
        return "is" if is_clause else ""
    if not _is_subject(gap):
        return ""
    lacking = (
        (second in _ADJECTIVES | _COMPARATIVES and not (second == "sure" and _is_verb(third)))
        or (second == "as" and gap.word(3) == "as")
        or (second == "not" and third in _OPENING_PHRASE | _ADJECTIVES)
        or (second in _FEELINGS and third in _AFTER_FEELING)
        or (lexicon.is_adverb(second) and third in _NEVER_VERBS)
        or (second == "used" and third == "to" and lexicon.is_only(gap.word(3), "ing"))
        or (first in {"it", "i"} and second in lexicon.ARTICLES)
    )
    return _BE[first] if lacking else ""


def _would(gap: Around) -> str:
    """As in "I be very pleased", "I rather work": a subject with a bare "be", or with "rather" and a verb."""
    if gap.word(1) == "rather" and _is_subject(gap):
        return "would" if lexicon.is_only(gap.word(2), "base") and gap.word(2) not in _AFTER_RATHER else ""
    if gap.word(1) != "be" or not (_is_subject(gap) or gap.word(0) in {"who", "this", "there"}):
        return ""
    before = {gap.word(offset) for offset in range(-8, 0)}
    return "" if before & _BEFORE_BARE_BE else "would"


def _have(gap: Around) -> str:
    """As in "would to", "who done", "I never before been", "I no idea"."""
    first, second = gap.word(0), gap.word(1)
    if first in lexicon.MODALS and second == "to" and not _is_left_out(gap):
        return "have"
    if second == "been" and not _has_auxiliary(gap):
        return "have"
    if first == "who" and lexicon.is_only(second, "participle"):
        return "has"
    if not _is_subject(gap) or first in {"you", "it"}:
        return ""
    if second == "no" and gap.word(2) != "longer":
        return "have"
    offset = 1
    while lexicon.is_adverb(gap.word(offset)) or gap.word(offset) == "before":
        offset += 1
    is_perfect = gap.word(offset) == "been" or lexicon.is_only(gap.word(offset), "participle")
    return ("has" if first in {"he", "she"} else "have") if is_perfect else ""


def _is_verb(word: str) -> bool:
    """As in "I sure enjoyed", "I sure won't"."""
    return bool(all_verbs.kinds(word)) or word in lexicon.MODALS


def _has_auxiliary(gap: Around) -> bool:
    """Whether "have" in some form stands shortly before."""
    before = [gap.word(offset) for offset in range(-7, 1)]
    return any(word in lexicon.HAVE_FORMS or word.endswith(("'ve", "'d", "'s")) for word in before)


def _pronoun(gap: Around) -> str:
    """As in "you asked how keep", "why stopped", "for letting tape"."""
    first, second = gap.word(0), gap.word(1)
    if first == "how" and lexicon.is_only(second, "base") and second not in {"come", "do", "have"}:
        return "to" if lexicon.is_only_verb(second) else ""
    if first == "why" and gap.word(-1) in _ASKING and lexicon.is_only(second, "past", "participle"):
        return "I"
    is_bare = lexicon.is_only(second, "base") and second not in _AFTER_LET
    return "me" if first == "letting" and is_bare else ""


def _is_left_out(gap: Around) -> bool:
    """Whether the verb after the modal is understood: "all we can to help", "the will to"."""
    before = {gap.word(offset) for offset in range(-4, 0)}
    return bool(before & {"as", "than", "what", "whatever", "all"}) or gap.word(-1) in lexicon.DETERMINERS


def _is_subject(gap: Around) -> bool:
    """Whether the first word is a pronoun that begins its clause."""
    return gap.word(0) in _BE and gap.word(-1) in _CLAUSE_OPENERS


_RULES: tuple[Callable[[Around], str], ...] = (
    _be,
    _is,
    _would,
    _have,
    _pronoun,
    missing_to,
    missing_preposition,
)
_BE = {"i": "am", "you": "are", "we": "are", "they": "are", "he": "is", "she": "is", "it": "is"}
_CLAUSE_OPENERS = frozenset({"", ",", ";", ":"}) | words(
    "and but that because if when although so since while whether as though unless which than then"
)
_OPENING_PHRASE = lexicon.ARTICLES | lexicon.POSSESSIVES
_SET_PHRASES = words(
    """
    same very moment start least other whole end future past meantime long short first beginning
    meanwhile main
    """
)
_DEGREES = words("very so also really most extremely")
_ADJECTIVES = lexicon.PREDICATES - words(
    "free welcome used struck committed content ready excited impressed interested wrong certain"
)
_COMPARATIVES = words("slower faster happier older younger busier calmer prouder keener surer quicker")
_NEVER_VERBS = words("keen glad happy able confident certain grateful sorry eager proud unable willing aware")
_BEFORE_TO_BE = lexicon.ADJECTIVES_BEFORE_TO - {"grateful", "sorry", "due", "easy"} | words(
    "want expect hope like love wish need seem appear tend"
)
_BEFORE_BARE_BE = (
    lexicon.MODALS
    | lexicon.DO_FORMS
    | words(
        """
        suggest suggested recommend recommended recommends insist request requested require requires required
        propose demand let
        """
    )
)
_AFTER_RATHER = words(
    "like love enjoy think hope suspect doubt admire fear wish miss expect prefer believe regret envy feel"
)
_ASKING = words("ask asks asked asking know knew wonder wondered explain explained me")
_AFTER_LET = words("go slip drop fly rip fall be know")
_AFTER_THERE = words("be have not always also still never ever only")
_FEELINGS = words(
    """
    disappointed pleased delighted thrilled excited impressed interested surprised honored honoured
    concerned convinced relieved encouraged inspired
    """
)
_AFTER_FEELING = lexicon.PREPOSITIONS | {",", ".", "that", "and", "but", "to"}
_WORK = words("work works worked working apply applied")
