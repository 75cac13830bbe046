"""The little words that link two others, where they are left out: "to", "for", "in", "of"."""

from __future__ import annotations

from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.counts import Counts
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Around


def missing_to(gap: Around) -> str:
    """As in "would like be", "the chance do", "happy start on", "am used working", "went back the"."""
    first, second, before = gap.word(0), gap.word(1), gap.word(-1)
    if first == "used" and before in lexicon.BE_FORMS and lexicon.is_only(second, "ing"):
        return "to"
    if first == "used" and before in {"am", "i'm"} and second in lexicon.DETERMINERS:
        return "to"
    if first == "back" and before in _GOING and second in _OPENING_PHRASE:
        return "" if gap.word(2) in _WHEN else "to"
    if first == "about" and second == "be":
        return "to"
    return "to" if _is_bare_infinitive(gap) and _calls_for_infinitive(gap) else ""


def missing_preposition(gap: Around) -> str:
    """As in "interested joining", "responsible managing", "Thank you meeting", "look forward hearing"."""
    first, second = gap.word(0), gap.word(1)
    is_ing = lexicon.is_only(second, "ing")
    opens = second in _OPENING_PHRASE
    if first == "you" and gap.word(-1) == "thank":
        return "for" if is_ing or opens or second in {"this", "that"} else ""
    if first in _TALKING and second in lexicon.OBJECTS | {"you"}:
        return "" if gap.word(2) in _AFTER_TALKING else "with"
    lacks_for = (
        (first == "again" and gap.word(-2) == "thank")
        or (first in _ASKING and gap.word(2) in _JOBS)
        or first in {"waiting", "looking"}
    )
    if lacks_for:
        return "for" if opens else ""
    preposition, before_phrase = _WITH_PREPOSITION.get(first, ("", False))
    if first in _AS_VERBS_TOO and not _AS_VERBS_TOO[first] & {gap.word(offset) for offset in range(-4, 0)}:
        return ""
    return preposition if is_ing or (before_phrase and opens) else ""


def missing_of(gap: Around, counts: Counts) -> str:
    """As in "each them", "a crew eight", "variety the", "cup tea": what "of" nearly always follows."""
    first, second = gap.word(0), gap.word(1)
    if first in _PARTS and second in {"them", "us", "these", "those"}:
        return "of"
    if first in _MEETINGS and second in _MONTHS and gap.word(2)[:1].isdigit():
        return "of"
    if first in _GROUPS and second in lexicon.PLURAL_DETERMINERS and gap.word(-1) in _OPENING_PHRASE:
        return "of"
    if first == "none":
        return "of" if second == "that" else ""
    if first in lexicon.CLOSED or second not in _AFTER_OF or _is_verb(gap) or _ends_opening(gap):
        return ""
    is_usual = counts.follows(first, "of") > _MOSTLY and not counts.has(first, second)
    return "of" if is_usual else ""


def _ends_opening(gap: Around) -> bool:
    """Whether the first word may end what a sentence opens with: "For a long run the crew needs water"."""
    before = [gap.word(offset) for offset in range(-_LONGEST_OPENING, 0)]
    return any(word in _OPENING or word.endswith("ing") for word in before)


def _is_verb(gap: Around) -> bool:
    """Whether the first word is a verb, by its form or its place: "Text the customer", "would pitch"."""
    first = gap.word(0)
    if gap.token(0).tag == "VERB" or lexicon.forms(first) or first.endswith(("ing", "ed")):
        return True
    governor = _governor(gap)
    return not gap.token(-1).is_word or governor in _BEFORE_ANY_VERB or governor.endswith(("'d", "'ll"))


def _is_bare_infinitive(gap: Around) -> bool:
    second = gap.word(1)
    is_base = second == "be" or any(form.kind == "base" for form in lexicon.forms(second))
    return is_base and not lexicon.is_also_adjective(second)


def _calls_for_infinitive(gap: Around) -> bool:
    first = gap.word(0)
    is_noun = lexicon.is_also_noun(gap.word(1)) or gap.token(1).tag == "NOUN"
    if first in _ADJECTIVES:
        return _governor(gap) in lexicon.BE_FORMS and (not is_noun or gap.word(2) in _AFTER_VERB)
    if first in {"like", "love", "prefer"}:
        return _governor(gap) in lexicon.MODALS and not is_noun
    if (first == "time" and gap.word(-1) in _EACH) or (first == "hopes" and gap.word(-1) not in _PEOPLE):
        return False
    return first in _BEFORE_INFINITIVE and not is_noun


def _governor(gap: Around) -> str:
    """The word before the first, adverbs left out: "would" in "would very much like"."""
    offset = -1
    while lexicon.is_adverb(gap.word(offset)) or gap.word(offset) == "much":
        offset -= 1
    return gap.word(offset)


_OPENING_PHRASE = lexicon.ARTICLES | lexicon.POSSESSIVES
_AFTER_VERB = lexicon.DETERMINERS | lexicon.OBJECTS | lexicon.PREPOSITIONS | {"it", "you"}
_ADJECTIVES = lexicon.ADJECTIVES_BEFORE_TO - {"certain", "sure", "hoping"}
_BEFORE_INFINITIVE = words(
    """
    chance opportunity ability willingness desire want wants wanted hope hopes hoped wish wished agreed
    decided enough time going ought supposed allowed required
    """
)
_PEOPLE = words("she he who")
_EACH = words("every next last first this each any")
_GOING = words("go goes went going gone come came drive drove")
_WHEN = words("next same following other way night day week morning evening")
_ASKING = words("ask asks asked asking")
_TALKING = words("talk talked talking speak spoke spoken speaking")
_AFTER_TALKING = words("through into out round around down up over")
_JOBS = words("job position role post chance opportunity")
_WITH_PREPOSITION = {
    "interested": ("in", True),
    "responsible": ("for", True),
    "grateful": ("for", True),
    "capable": ("of", True),
    "fond": ("of", True),
    "regardless": ("of", True),
    "instead": ("of", False),
    "forward": ("to", True),
    "committed": ("to", True),
    "dedicated": ("to", True),
    "accustomed": ("to", True),
    "according": ("to", True),
    "passionate": ("about", True),
    "familiar": ("with", True),
    "involved": ("in", False),
    "succeeded": ("in", False),
    "experienced": ("in", False),
}
"""The preposition that a word takes before a form in -ing, and whether it does so before "the" and "your"."""

_AS_VERBS_TOO = {
    "forward": words("look looks looked looking"),
    "committed": lexicon.BE_FORMS | {"i'm", "we're"},
    "dedicated": lexicon.BE_FORMS | {"i'm", "we're"},
}
"""What stands before those of them that are verbs, too: "forward the letter"."""

_PARTS = words("each most none some many any few several")
_GROUPS = words("team crew group staff panel class set board")
_BEFORE_ANY_VERB = lexicon.MODALS | lexicon.DO_FORMS | lexicon.SUBJECTS | words("to please who let and then")
_AFTER_OF = words("the these those tea coffee water")
_MEETINGS = words("meeting conversation interview visit letter talk note email discussion")
_MONTHS = words("january february march april may june july august september october november december")
_OPENING = lexicon.PREPOSITIONS - {"of"} | lexicon.CONJUNCTIONS - {"and", "or", "but"} | {"to"}
_LONGEST_OPENING = 6
_MOSTLY = 0.3
