"""Forms of any verb that go by a person: "letting me sitting", "I'd rather knew", "I once watch her"."""

from __future__ import annotations

from collections.abc import Callable

from eitherway.proof.text.language.reading import all_verbs, lexicon
from eitherway.proof.text.language.reading.all_verbs import inflected, is_base, is_only
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Around


def _after_let(verb: Around) -> str:
    """As in "let me forgot", "letting me sitting", "made him waited"."""
    word, whom, let = verb.word(0), verb.word(-1), verb.word(-2)
    if whom not in _WHOM or verb.word(-3) in lexicon.BE_FORMS:
        return ""
    if let in {"let", "lets", "letting"} and is_only(word, "past", "participle", "ing", "s"):
        return all_verbs.bare(word) if not verb.token(0).masked else ""
    if (
        let in _HELPING
        and is_only(word, "ing")
        and (all_verbs.has_object(verb) or verb.word(1) in {"how", "why", "what"})
    ):
        return all_verbs.bare(word)
    if let in {"make", "makes", "making"} and whom in lexicon.OBJECTS and is_only(word, "past"):
        return all_verbs.bare(word)
    return ""


def _after_rather(verb: Around) -> str:
    """As in "I'd rather running it", "I would sooner heard a no"."""
    word, rather, would = verb.word(0), verb.word(-1), verb.word(-2)
    if rather not in {"rather", "sooner"} or not (would == "would" or would.endswith("'d")):
        return ""
    return all_verbs.bare(word) if is_only(word, "past", "participle", "ing") else ""


def _after_wish(verb: Around) -> str:
    """As in "I wished correcting it", "how you managed reducing the number"."""
    word, wish = verb.word(0), verb.word(-1)
    if not is_only(word, "ing") or verb.word(-2) not in SUBJECTS | lexicon.MODALS | {"to", "never", "now"}:
        return ""
    is_wished = wish in _WISHING or (wish == "managed" and verb.word(1) in lexicon.ARTICLES)
    return f"to {all_verbs.bare(word)}" if is_wished and all_verbs.has_object(verb) else ""


def _after_would_like(verb: Around) -> str:
    """As in "I would like you hire me"."""
    word, whom, like = verb.word(0), verb.word(-1), verb.word(-2)
    if whom not in {"you", "me", "him", "them", "us"} or like not in {"like", "want", "wanted"}:
        return ""
    wishes = verb.word(-3) in {"would", "i", "we"} or verb.word(-3).endswith("'d")
    return f"to {word}" if wishes and is_base(verb.token(0)) and all_verbs.has_object(verb) else ""


def _after_being_told(verb: Around) -> str:
    """As in "I once watch a teller", "When you shown me", "won't mind my ask whether"."""
    word, subject = verb.word(0), verb.word(-1)
    if subject == "once" and verb.word(-2) in {"i", "we", "they"} and is_base(verb.token(0)):
        return inflected(word, "past")
    if subject in lexicon.POSSESSIVES and verb.word(-2) in {"mind", "appreciate", "appreciated"}:
        return inflected(word, "ing") if all_verbs.is_nothing_else(word) else ""
    if (
        subject == "while"
        and is_only(word, "past", "participle")
        and verb.word(1) in {"a", "an", "my", "your"}
    ):
        return inflected(all_verbs.bare(word), "ing")
    told = subject in {"you", "we", "they"} and is_only(word, "participle") and lexicon.forms(word)
    if not told or verb.word(-2) in _NOT_BEFORE_TOLD or not verb.token(-2).is_word:
        return ""
    is_past = verb.word(1) in all_verbs.OBJECTS | {"how", "what", "as"}
    return inflected(all_verbs.bare(word), "past") if is_past else ""


PEOPLES_VERBS: tuple[tuple[Callable[[Around], str], str], ...] = (
    (_after_let, "After “let”, “make” and “help” the verb has no ending."),
    (_after_rather, "After “would rather” the verb has no ending."),
    (_after_wish, "After “wish” and “manage” a verb stands with “to”."),
    (_after_would_like, "After “would like you” a verb stands with “to”."),
    (_after_being_told, "The verb has the wrong form here."),
)
"""What each rule takes to be meant, and why."""

SUBJECTS = lexicon.SUBJECTS | words("anybody anyone somebody someone everybody everyone nobody who")
_WHOM = lexicon.OBJECTS | words("you her anybody anyone everybody everyone somebody someone")
_HELPING = words("help helps helped helping")
_NOT_BEFORE_TOLD = (
    lexicon.HAVE_FORMS | lexicon.BE_FORMS | lexicon.PREPOSITIONS | lexicon.MODALS | words("and or get got")
)
_WISHING = words("wish wished hope hoped decide decided agree agreed promise promised refuse refused afford")
