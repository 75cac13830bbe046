"""The word “to” before a verb that takes none there: "enjoyed to watch", "let me to sit"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.reading import all_verbs, lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Around, Reading
from eitherway.proof.text.language.reading.remarks import remark


def infinitives(reading: Reading) -> Iterator[Finding]:
    """Each "to" with the verb after it where the verb stands without, or in its form in -ing."""
    for sentence in reading.prose:
        for place in range(1, len(sentence) - 1):
            if sentence[place].folded == "to" and sentence[place + 1].is_plain:
                yield from _fault(reading, Around(sentence, place))


def _fault(reading: Reading, to: Around) -> Iterator[Finding]:
    verb = to.word(1)
    if not (verb == "be" or all_verbs.could_be(verb, "base")):
        return
    for rule, meant, why in _RULES:
        if rule(to):
            span = (to.token(0).start, to.token(1).end)
            yield remark(reading, FindingCode.GRAMMAR, span, meant(verb), why)
            return


def _after_enjoy(to: Around) -> bool:
    """As in "enjoyed to watch", "would recommend to map it"; "is suggested to be" may be right."""
    before = to.word(-1)
    if before not in _BEFORE_ING or to.word(-2) in lexicon.BE_FORMS | lexicon.HAVE_FORMS | {"be"}:
        return False
    if before in {"mind", "miss"}:
        return to.word(-2) in {"not", "don't", "didn't", "wouldn't", "i", "i'll", "i'd", "will", "never"}
    return to.word(1) != "be" and (before in _NEVER_BEFORE_TO or _is_verb(to))


def _after_kept(to: Around) -> bool:
    """As in "kept to drop out", "keeps to ask me"."""
    return to.word(-1) in {"kept", "keeps", "keep"} and to.word(1) != "be" and _is_verb(to)


def _after_preposition(to: Around) -> bool:
    """As in "just by to move a cabinet", "thank you for to see me"."""
    return to.word(-1) in {"by", "of", "without", "for"} and _is_verb(to) and to.token(-2).is_word


def _after_let(to: Around) -> bool:
    """As in "let me to sit", "made me to wire it"; "you made it to the top" is another."""
    whom, before = to.word(-1), to.word(-2)
    if before in {"let", "lets", "letting"}:
        return whom in _WHOM
    if before in {"make", "makes", "made", "making"}:
        return whom in lexicon.OBJECTS and to.word(-3) not in lexicon.BE_FORMS and to.word(1) != "be"
    return False


def _after_rather(to: Around) -> bool:
    """As in "would rather to know", "I'd sooner to wait"."""
    before, would = to.word(-1), to.word(-2)
    if before == "better":
        return would in {"had", "you'd", "i'd", "we'd"}
    return before in {"rather", "sooner"} and (would == "would" or would.endswith("'d"))


def _is_verb(to: Around) -> bool:
    """Whether the word after "to" can be nothing but a verb there."""
    verb, after = to.token(1), to.word(2)
    if verb.folded == "be" or all_verbs.is_nothing_else(verb.folded):
        return True
    return after in _OBJECTS or (verb.tag == "VERB" and after in _PARTICLES)


def _in_ing(verb: str) -> str:
    return "being" if verb == "be" else all_verbs.inflected(verb, "ing")


_RULES: tuple[tuple[Callable[[Around], bool], Callable[[str], str], str], ...] = (
    (_after_enjoy, _in_ing, "After this verb another stands in its form in -ing."),
    (_after_kept, _in_ing, "After “keep” a verb stands in its form in -ing."),
    (_after_preposition, _in_ing, "After a preposition a verb stands in its form in -ing."),
    (_after_let, str, "After “let” and “make” a verb stands without “to”."),
    (_after_rather, str, "After “rather” and “better” a verb stands without “to”."),
)
_NEVER_BEFORE_TO = words(
    "enjoy enjoyed enjoys enjoying avoid avoided avoids avoiding dislike disliked mind miss"
)
_BEFORE_ING = _NEVER_BEFORE_TO | words(
    """
    recommend recommended suggest suggested finish finished practise practised postpone delay delayed
    imagine imagined risk resist admit admitted deny denied appreciate appreciated
    """
)
_WHOM = lexicon.OBJECTS | words("you her it anybody anyone everybody everyone somebody someone")
_OBJECTS = (
    lexicon.ARTICLES
    | lexicon.POSSESSIVES
    | lexicon.OBJECTS
    | {"it", "you", "this", "something", "anything", "what", "how"}
)
_PARTICLES = words("up out back down away off over through to in at with on from for about")
