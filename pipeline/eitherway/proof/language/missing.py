"""Small words that are left out: "would happy", "like be", "interested joining", "in middle of"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from eitherway.findings import Finding, FindingCode
from eitherway.proof.language import lexicon
from eitherway.proof.language.articles import article
from eitherway.proof.language.counts import Counts
from eitherway.proof.language.reading import Reading, Sentence
from eitherway.proof.language.remarks import remark


def missing_words(reading: Reading, counts: Counts) -> Iterator[Finding]:
    """Each pair of neighbours between which a small word is surely missing."""
    for sentence in reading.prose:
        for place in range(len(sentence) - 1):
            gap = Gap(sentence, place)
            missing = _before_role(reading, gap) or _missing(gap, counts)
            if missing:
                first, second = sentence[place], sentence[place + 1]
                why = f"The word “{missing}” seems to be missing."
                meant = f"{first.text} {missing} {second.text}"
                yield remark(reading, FindingCode.GRAMMAR, first.start, second.end, meant, why)


class Gap(NamedTuple):
    """A sentence, and the place of the word before what may be missing."""

    sentence: Sentence
    place: int

    @property
    def first(self) -> str:
        """The word before the gap."""
        return self.word(0)

    @property
    def second(self) -> str:
        """The word after the gap."""
        return self.word(1)

    def word(self, offset: int) -> str:
        """The word that many places after the first; before it, if less than nothing."""
        return self.sentence[self.place + offset].folded

    @property
    def is_subject(self) -> bool:
        """Whether the first word is a pronoun that begins its clause."""
        return self.first in _BE and self.word(-1) in _CLAUSE_OPENERS


def _missing(gap: Gap, counts: Counts) -> str:
    first, second = gap.sentence[gap.place], gap.sentence[gap.place + 1]
    if first.masked or not first.is_word or not second.is_word:
        return ""
    if second.masked:
        return "for" if first.folded in _WORK and second.text[0].isupper() else ""
    found = next((word for rule in _RULES if (word := rule(gap))), "")
    return found or article(gap.sentence, gap.place, counts) or _of(gap, counts)


def _before_role(reading: Reading, gap: Gap) -> str:
    """ "about Deputy Manager post": a role that names a post, without an article."""
    first, second = gap.sentence[gap.place], gap.sentence[gap.place + 1]
    role = reading.manuscript.role
    if not role or first.folded not in lexicon.PREPOSITIONS or not second.masked:
        return ""
    after = reading.text[second.start + len(role) :].split(maxsplit=1)[:1]
    names_post = after and after[0].strip(".,;:?!").lower() in _POSTS
    return "the" if names_post and reading.text.startswith(role, second.start) else ""


def _be(gap: Gap) -> str:
    """ "would happy", "will in the", "expect to competent", "honored to your next"."""
    after = gap.word(2) if gap.second in _DEGREES else gap.second
    if gap.first in lexicon.MODALS and after in _ONLY_ADJECTIVES:
        return "be"
    if gap.first in lexicon.MODALS and gap.word(-1) == "there" and gap.second not in _AFTER_THERE:
        return "" if lexicon.is_adverb(gap.second) or lexicon.forms(gap.second) else "be"
    if gap.first in lexicon.MODALS and gap.second in {"in", "at", "on"} and gap.word(2) in _PHRASE_OPENERS:
        return "" if gap.word(3) in _TIMES else "be"
    if gap.first == "to" and gap.word(-1) in _BEFORE_TO_BE:
        opens = gap.second in lexicon.POSSESSIVES and gap.word(2) == "next"
        return "be" if opens or gap.second in _ONLY_ADJECTIVES else ""
    return ""


def _is(gap: Gap) -> str:
    """ "I confident", "you willing", "I slower than", "It a problem", "I used to working"."""
    if gap.first in {"who", "which"} and lexicon.is_only(gap.second, "ing") and gap.sentence[gap.place - 1].is_word:
        return "is" if gap.word(-1) not in lexicon.PREPOSITIONS else ""
    if not gap.is_subject:
        return ""
    if gap.second == "as" and gap.word(3) == "as":
        return _BE[gap.first]
    if gap.second == "not" and gap.word(2) in _PHRASE_OPENERS | _ONLY_ADJECTIVES:
        return _BE[gap.first]
    if gap.second in _FEELINGS and gap.word(2) in _AFTER_FEELING:
        return _BE[gap.first]
    if gap.second in _ONLY_ADJECTIVES | _COMPARATIVES or (
        lexicon.is_adverb(gap.second) and gap.word(2) in _NEVER_VERBS
    ):
        return _BE[gap.first]
    if gap.second == "used" and gap.word(2) == "to" and lexicon.is_only(gap.word(3), "ing"):
        return _BE[gap.first]
    if gap.first in {"it", "i"} and gap.second in {"a", "an", "the"}:
        return _BE[gap.first]
    return ""


def _would(gap: Gap) -> str:
    """ "I be very pleased": a subject with a bare "be"."""
    if gap.second != "be" or not (gap.is_subject or gap.first in {"who", "this", "there"}):
        return ""
    before = {gap.word(offset) for offset in range(-4, 0)}
    return "" if before & _BEFORE_BARE_BE else "would"


def _have(gap: Gap) -> str:
    """ "I never before been", "we done", "I no idea"."""
    if gap.first in lexicon.MODALS and gap.second == "to":
        return "have"
    if gap.second == "been" and not _has_auxiliary(gap):
        return "have"
    if gap.first == "who" and lexicon.is_only(gap.second, "participle"):
        return "has"
    if not gap.is_subject or gap.first in {"you", "it"}:
        return ""
    if gap.second == "no" and gap.word(2) != "longer":
        return "have"
    offset = 1
    while lexicon.is_adverb(gap.word(offset)) or gap.word(offset) == "before":
        offset += 1
    word = gap.word(offset)
    if word == "been" or lexicon.is_only(word, "participle"):
        return "has" if gap.first in {"he", "she"} else "have"
    return ""


def _has_auxiliary(gap: Gap) -> bool:
    """Whether "have" in some form stands shortly before."""
    before = [gap.word(offset) for offset in range(-7, 1)]
    return any(word in lexicon.HAVE_FORMS or word.endswith(("'ve", "'d", "'s")) for word in before)


def _to(gap: Gap) -> str:
    """ "would like be", "the chance do", "happy start on", "used working", "went back the"."""
    if gap.first == "used" and lexicon.is_only(gap.second, "ing") and gap.word(-1) in lexicon.BE_FORMS:
        return "to"
    if gap.first == "used" and gap.word(-1) in {"am", "i'm"} and gap.second in lexicon.DETERMINERS:
        return "to"
    if gap.first == "about" and gap.second == "be":
        return "to"
    if gap.first == "back" and gap.second in _PHRASE_OPENERS and gap.word(-1) in _GOING:
        return "to"
    is_base = gap.second == "be" or any(form.kind == "base" for form in lexicon.forms(gap.second))
    return "to" if is_base and _calls_for_infinitive(gap) else ""


def _calls_for_infinitive(gap: Gap) -> bool:
    if lexicon.is_also_adjective(gap.second):
        return False
    is_noun = lexicon.is_also_noun(gap.second)
    governor = next(word for at in range(-1, -9, -1) if not lexicon.is_adverb(word := gap.word(at)) and word != "much")
    if gap.first in lexicon.ADJECTIVES_BEFORE_TO - {"certain", "sure", "hoping"}:
        opens = gap.word(2) in lexicon.DETERMINERS | lexicon.OBJECTS | lexicon.PREPOSITIONS | {"it", "you"}
        return governor in lexicon.BE_FORMS and (not is_noun or opens)
    if gap.first in {"like", "love", "prefer"}:
        return governor in lexicon.MODALS and not is_noun
    if gap.first == "time" and gap.word(-1) in _EACH:
        return False
    return gap.first in _BEFORE_INFINITIVE and not is_noun


def _preposition(gap: Gap) -> str:
    """ "interested joining", "responsible managing", "Thank you meeting", "look forward hearing"."""
    is_ing = lexicon.is_only(gap.second, "ing")
    opens = gap.second in lexicon.ARTICLES | lexicon.POSSESSIVES
    if gap.first == "you" and gap.word(-1) == "thank":
        return "for" if is_ing or opens or gap.second in {"this", "that"} else ""
    if gap.first == "again" and gap.word(-2) == "thank":
        return "for" if opens else ""
    if gap.first in _ASKING and opens and gap.word(2) in _JOBS:
        return "for"
    if gap.first in {"waiting", "looking"} and opens:
        return "for"
    word, before_phrase = _WITH_PREPOSITION.get(gap.first, ("", False))
    return word if is_ing or (before_phrase and opens) else ""


def _of(gap: Gap, counts: Counts) -> str:
    """ "variety the", "None that", "cup tea": what "of" nearly always follows, before a noun phrase."""
    if gap.first in _GROUPS and gap.second in lexicon.PLURAL_DETERMINERS - {"both"} and gap.word(-1) in _PHRASE_OPENERS:
        return "of"
    if gap.first in _PARTS and gap.second in {"them", "us", "these", "those"}:
        return "of"
    if gap.first in _CLOSED - {"none"} or lexicon.forms(gap.first) or not gap.sentence[gap.place + 1].is_plain:
        return ""
    if counts.share(gap.first, "of") < _MOSTLY_WITH_OF or counts.has(gap.first, gap.second):
        return ""
    return "of" if gap.second in _AFTER_OF or (gap.first == "none" and gap.second == "that") else ""


_RULES: tuple[Callable[[Gap], str], ...] = (_be, _is, _would, _have, _to, _preposition)
_BE = {"i": "am", "you": "are", "we": "are", "they": "are", "he": "is", "she": "is", "it": "is"}
_CLAUSE_OPENERS = frozenset({"", ",", ";", ":"}) | frozenset(
    "and but that because if when although so since while whether as though unless which than then".split()
)
_PHRASE_OPENERS = lexicon.ARTICLES | lexicon.POSSESSIVES
_EACH = frozenset("every next last first this each any".split())
_POSTS = frozenset("role post position job vacancy opening".split())
_GROUPS = frozenset("team crew group staff panel class set board".split())
_TIMES = frozenset("same very moment start least other whole end future past meantime long short first beginning meanwhile main".split())
_DEGREES = frozenset("very so also really most extremely".split())
_ONLY_ADJECTIVES = lexicon.PREDICATES - frozenset(
    "free welcome used struck content ready excited impressed interested wrong certain".split()
)
_COMPARATIVES = frozenset("slower faster happier older younger busier calmer prouder keener surer quicker".split())
_NEVER_VERBS = frozenset("keen glad happy able confident certain grateful sorry eager proud unable willing aware".split())
_BEFORE_TO_BE = lexicon.ADJECTIVES_BEFORE_TO - {"grateful", "sorry", "due", "easy"} | frozenset(
    "want expect hope like love wish need seem appear tend".split()
)
_BEFORE_BARE_BE = (
    lexicon.MODALS | lexicon.DO_FORMS | frozenset("suggest recommend insist request require propose demand let".split())
)
_AFTER_THERE = frozenset("be have not always also still never ever only".split())
_FEELINGS = frozenset(
    "disappointed pleased delighted thrilled excited impressed interested surprised honored honoured concerned convinced"
    " relieved encouraged inspired".split()
)
_AFTER_FEELING = lexicon.PREPOSITIONS | {",", ".", "that", "and", "but", "to"}
_ASKING = frozenset("ask asks asked asking".split())
_JOBS = frozenset("job position role post chance opportunity".split())
_PARTS = frozenset("each most none some many any few several".split())
_GOING = frozenset("go goes went going gone come came drive drove".split())
_WORK = frozenset("work works worked working apply applied".split())
_AFTER_OF = frozenset("the these those tea coffee water".split())
_BEFORE_INFINITIVE = frozenset(
    "chance opportunity ability willingness desire want wants wanted hope hopes hoped wish wished agreed decided enough time going ought supposed"
    " allowed required".split()
)
_WITH_PREPOSITION = {
    "interested": ("in", True), "responsible": ("for", True), "capable": ("of", True), "forward": ("to", True),
    "committed": ("to", True), "dedicated": ("to", True), "grateful": ("for", True), "passionate": ("about", True),
    "familiar": ("with", True), "fond": ("of", True), "instead": ("of", False), "accustomed": ("to", True),
    "regardless": ("of", True), "according": ("to", True), "involved": ("in", False), "succeeded": ("in", False),
    "experienced": ("in", False),
}  # fmt: skip
_CLOSED = lexicon.CLOSED
_MOSTLY_WITH_OF = 0.3
