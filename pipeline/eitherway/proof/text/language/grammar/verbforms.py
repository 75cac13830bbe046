"""Verbs in the wrong form: after "can" and "to", after "have" and "be", after a pronoun or a preposition."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eitherway.model.codes import FindingCode
from eitherway.model.findings import Finding
from eitherway.proof.text.language.grammar import governed
from eitherway.proof.text.language.grammar.subjects import Number, noun_number
from eitherway.proof.text.language.grammar.tenses import (
    OF_BE,
    after_spent,
    after_want,
    if_it_would,
    in_the_past,
    since_then,
)
from eitherway.proof.text.language.reading import all_verbs, lexicon
from eitherway.proof.text.language.reading.lexicon import could_be, inflected, is_only, kinds, words
from eitherway.proof.text.language.reading.reading import Around, Reading
from eitherway.proof.text.language.reading.remarks import remark


def verb_forms(reading: Reading) -> Iterator[Finding]:
    """Each verb whose form does not go with the word that governs it; the first rule that speaks is heard."""
    for sentence in reading.prose:
        for place in range(1, len(sentence)):
            token = sentence[place]
            if token.is_plain:
                yield from _first_fault(reading, Around(sentence, place))


def _first_fault(reading: Reading, verb: Around) -> Iterator[Finding]:
    word = verb.word(0)
    if meant := if_it_would(verb):
        why = "After “if”, what did not happen stands with “had”."
        yield remark(reading, FindingCode.GRAMMAR, (verb.token(0).start, verb.token(1).end), meant, why)
        return
    is_listed = kinds(word) or (word.endswith("ing") and word not in _NEVER_VERBS)
    listed, known = _RULES if is_listed else (), governed.RULES if all_verbs.kinds(word) else ()
    for rule, why in (*OF_BE, *listed, *known):
        meant = rule(verb)
        if meant:
            yield remark(reading, FindingCode.GRAMMAR, verb.token(0).span, meant, why)
            return


def _after_modal(verb: Around) -> str:
    """As in "can reading", "would brought", "will offers"; "the will" and "Will" are nouns."""
    word, governor = verb.word(0), _governor(verb)
    modal = governor.token(0)
    if modal.folded not in lexicon.MODALS or could_be(word, "base") or modal.masked or modal.text.istitle():
        return ""
    if not kinds(word) and word in _NEVER_VERBS:
        return ""
    is_noun = modal.folded in {"will", "might", "can", "must"} and governor.word(-1) in lexicon.DETERMINERS
    return "" if is_noun else lexicon.bare(word)


def _after_to(verb: Around) -> str:
    """As in "to accepted", "forgot to mentioned", "able to going".

    "Look forward to meeting" is right, and "see your way to giving".
    """
    word, before, after = verb.word(0), verb.word(-2), verb.token(1)
    is_unknown = not kinds(word) and word != "being"
    if verb.word(-1) != "to" or is_unknown or could_be(word, "base"):
        return ""
    if before == "way" and verb.word(-3) in lexicon.POSSESSIVES:
        return ""
    if is_only(word, "ing") or word == "being":
        return lexicon.bare(word) if before in _BEFORE_INFINITIVE - {"get", "got", "came"} else ""
    if is_only(word, "s"):
        if verb.word(-3) in lexicon.SUBJECTS and could_be(before, "base"):
            return ""
        return lexicon.bare(word) if lexicon.is_only_verb(lexicon.bare(word)) else ""
    if is_only(word, "past") or before in _BEFORE_INFINITIVE - {"due"} or after.folded in _OBJECTS:
        return lexicon.bare(word)
    ends_phrase = not after.is_word or after.folded in _AFTER_VERB
    return lexicon.bare(word) if ends_phrase and before not in _BEFORE_NOUN else ""


def _after_have(verb: Around) -> str:
    """As in "have gave", "have finish the", "has meet its"; "have work" may be right."""
    word, governor = verb.word(0), _governor(verb)
    if governor.word(0) not in lexicon.HAVE_FORMS or could_be(word, "participle"):
        return ""
    if is_only(word, "past"):
        return inflected(lexicon.base_of(word, "past"), "participle")
    if not is_only(word, "base") or governor.word(0) == "having":
        return ""
    if governor.word(0).endswith("'ve") and verb.word(1) != "to":
        return inflected(word, "participle") if _follows_perfect(verb) else ""
    adverb = governor.place < verb.place - 1 and verb.word(-1) in _PERFECT_ADVERBS
    before_noun = lexicon.is_also_noun(word) and noun_number(verb.token(1)) is Number.PLURAL
    may_be_noun = word in _STANDING_ALONE or lexicon.is_also_adjective(word) or before_noun
    return (
        inflected(word, "participle") if adverb or not may_be_noun or verb.word(1) in _OBJECTS_OF_HAVE else ""
    )


def _follows_perfect(verb: Around) -> bool:
    """Whether what comes after makes a verb of the word: "I've work this year", but not "I've work boots"."""
    after = verb.token(1)
    if noun_number(after) is Number.PLURAL and lexicon.is_only_verb(verb.word(0)):
        return True
    if verb.word(0) in _STANDING_ALONE and not (after.folded in _OBJECTS or verb.token(0).tag == "VERB"):
        return False
    return not after.is_word or after.folded in _OBJECTS | _AFTER_VERB | _MUCH or after.tag in {"ADV", "NUM"}


def _after_be(verb: Around) -> str:
    """As in "am write", "was took"."""
    word, governor = verb.word(0), _governor(verb)
    if governor.word(0) not in lexicon.BE_FORMS - {"being"} | {"i'm"} or governor.token(0).masked:
        return ""
    if is_only(word, "past"):
        return inflected(lexicon.base_of(word, "past"), "participle")
    if (
        governor.word(0) in {"be", "been"}
        and could_be(word, "base")
        and verb.word(1) in _OBJECTS - {"that", "this"}
    ):
        is_passive = governor.place == verb.place - 1 and not could_be(word, "participle")
        return inflected(word, "participle") if is_passive and word not in {"part", "head"} else ""
    if word in _DONE_BY_PEOPLE and _is_doing(governor) and verb.token(1).folded in _AFTER_DOING:
        return inflected(word, "ing")
    adjacent = governor.place == verb.place - 1
    if not adjacent or not is_only(word, "base") or not lexicon.is_only_verb(word) or _is_cleft(verb):
        return ""
    return inflected(word, "ing" if governor.word(-1) in lexicon.SUBJECTS else "participle")


def _is_doing(be: Around) -> bool:
    """Whether a person is the subject: "I am", "we will be", "I have been"; "there will be work" is right."""
    if be.word(0) in {"i'm", "am"}:
        return True
    auxiliary = be.word(-1)
    people = lexicon.SUBJECTS - {"it"}
    if auxiliary.endswith(("'ll", "'ve")):
        return auxiliary.partition("'")[0] in people
    return auxiliary in lexicon.MODALS | lexicon.HAVE_FORMS and be.word(-2) in people


def _after_keep(verb: Around) -> str:
    """As in "kept change the requirements", "enjoyed see your", "interested in work for"."""
    word, governor = verb.word(0), verb.word(-1)
    if not could_be(word, "base") or lexicon.could_be(word, "ing") or governor == word:
        return ""
    if governor == "you" and verb.word(-2) in {"appreciate", "appreciated"}:
        return inflected(word, "ing") if verb.word(1) in _OBJECTS | lexicon.PREPOSITIONS else ""
    if governor == "in" and verb.word(-2) in _INTERESTED:
        return inflected(word, "ing") if verb.word(1) in _OBJECTS | {"for", "with", "at", "on"} else ""
    if governor not in _BEFORE_ING_ONLY or verb.word(-2) in lexicon.ARTICLES | {"to"}:
        return ""
    return (
        inflected(word, "ing")
        if verb.word(1) in lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.OBJECTS
        else ""
    )


def _after_do(verb: Around) -> str:
    """As in "did not went", "does not works", "please does"."""
    word, governor = verb.word(0), _governor(verb)
    adjacent = governor.place == verb.place - 1
    if governor.word(0) == "please" and adjacent:
        return lexicon.bare(word) if is_only(word, "s") else ""
    negated = governor.word(0) in lexicon.DO_FORMS and not (
        adjacent and governor.word(0) in {"do", "does", "did"}
    )
    return lexicon.bare(word) if negated and not could_be(word, "base") and not is_only(word, "ing") else ""


def _after_pronoun(verb: Around) -> str:
    """As in "I appreciating", "we moving": a subject with nothing but a form in -ing."""
    word, subject = verb.word(0), _governor(verb)
    pronoun = subject.word(0)
    if pronoun not in lexicon.SUBJECTS or not (is_only(word, "ing") or word == "being"):
        return ""
    if not _opens_clause(subject):
        return ""
    if word == "being":
        return "was" if pronoun in {"i", "he", "she", "it"} else "were"
    return inflected(lexicon.bare(word), "past")


def _after_preposition(verb: Around) -> str:
    """As in "for meet me", "forward to hear from": a preposition takes the form in -ing."""
    word, before, after = verb.word(0), verb.word(-1), verb.word(1)
    if before in {"for", "of", "without"} and after in lexicon.OBJECTS and could_be(word, "base"):
        return inflected(word, "ing")
    if not is_only(word, "base"):
        return ""
    if before in _BEFORE_GERUND and lexicon.is_only_verb(word):
        return inflected(word, "ing")
    if before == "to":
        return inflected(word, "ing") if _looks_forward(verb) else ""
    if before not in _BEFORE_ING or verb.word(-2) in {"just", "come"}:
        return ""
    is_verb = after in lexicon.OBJECTS or (lexicon.is_only_verb(word) and after in _OBJECTS)
    return inflected(word, "ing") if is_verb else ""


def _looks_forward(verb: Around) -> bool:
    before = {verb.word(offset) for offset in range(-6, -2)}
    return verb.word(-2) == "forward" and bool(before & {"look", "looks", "looked", "looking"})


def _governor(verb: Around) -> Around:
    """The word before the verb, with adverbs and "not" left out."""
    place = verb.place - 1
    while place > 0 and lexicon.is_adverb(verb.sentence[place].folded):
        place -= 1
    return Around(verb.sentence, place)


def _opens_clause(subject: Around) -> bool:
    """Whether the pronoun is a subject with no auxiliary before it: not "are you going", "of you taking"."""
    pronoun, before = subject.word(0), subject.word(-1)
    if before in _AUXILIARIES or (pronoun != "i" and before in _NEVER_BEFORE_SUBJECT):
        return False
    if pronoun not in {"you", "it"} or before in _CLAUSE_OPENERS:
        return True
    follows_noun = {subject.word(-2), subject.word(-3)} & lexicon.ARTICLES and subject.token(-1).is_plain
    return pronoun == "you" and bool(follows_noun)


def _is_cleft(verb: Around) -> bool:
    """Whether it is "what I do is write", "all you do is ask", where the base is right."""
    before = {token.folded for token in verb.sentence.tokens[: verb.place]}
    return bool(before & {"what", "all", "do", "does", "did", "thing", "best"})


_RULES: tuple[tuple[Callable[[Around], str], str], ...] = (
    (_after_modal, "After a word like “can” or “would” the verb has no ending."),
    (_after_to, "After “to” the verb has no ending."),
    (_after_have, "After “have” a verb stands in the form that “done” is of “do”."),
    (_after_be, "The verb has the wrong form after “be”."),
    (_after_keep, "A verb stands here in its form in -ing."),
    (after_spent, "A verb stands here in its form in -ing."),
    (after_want, "After “want” and “hope” a verb stands with “to”."),
    (in_the_past, "What happened then is told in the past."),
    (since_then, "What has lasted since then stands with “have”."),
    (_after_do, "The verb has no ending here."),
    (_after_pronoun, "A subject does not go with the form in -ing alone."),
    (_after_preposition, "After a preposition a verb stands in its form in -ing."),
)
_OBJECTS = lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.OBJECTS | {"it", "you", "this", "that"}
_OBJECTS_OF_HAVE = lexicon.OBJECTS | lexicon.POSSESSIVES | {"the"}
_AFTER_VERB = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | {"what", "how", "why", "who"}
_BEFORE_INFINITIVE = lexicon.ADJECTIVES_BEFORE_TO | words(
    """
    want wants wanted hope hopes hoped hoping like love need needs needed try tried trying ask asked
    agree agreed decide decided plan planned plans promise promised learn learned forget forgot manage
    managed intend expect expected begin began continue continued start started offer offered wish
    chance opportunity ability time way able has have had going seem seems seemed appear tend fail
    failed refuse prefer me him them people get got came went come plan reason need right order easy
    made hard is was be good great nice lovely wonderful pleasure honor honour privilege about stop stopped
    likes enough first last next one someone something anything nothing things
    """
)
_BEFORE_NOUN = words("according due related compared back next close forward thanks as up down")
_STANDING_ALONE = words(
    """
    access action advice balance benefit care cause charge concern confidence contact control cover
    credit damage data demand doubt drink effect experience faith finance focus food fun help hope
    impact influence interest light love matter need power practice press pride profit progress proof
    purpose reach reason regard research respect rest risk shape show sleep sound space staff stress
    style supply support taste time touch trade traffic training transport travel trouble trust use
    value water weight work mail
    """
)
_PERFECT_ADVERBS = words("already always ever just never not often rarely recently since still long")
_DONE_BY_PEOPLE = words(
    "work look wait call plan search study train report return talk visit hope ask need live"
)
_AFTER_DOING = (
    lexicon.PREPOSITIONS | lexicon.DETERMINERS | {"here", "there", ".", "hard", "alone", "full-time"}
)
_MUCH = words("more less much so many enough all")
_INTERESTED = words("interested interest experience experienced success involved skilled")
_BEFORE_ING_ONLY = words(
    """
    kept keep keeps keeping enjoy enjoyed enjoys finish finished avoid avoided mind miss missed stop stopped
    started practise practised consider considered suggest suggested imagine spend
    """
) - {"stop", "stopped"}
_AUXILIARIES = lexicon.BE_FORMS | lexicon.HAVE_FORMS | lexicon.DO_FORMS
_NEVER_BEFORE_SUBJECT = lexicon.PREPOSITIONS - {"as", "before", "after", "since"}
_CLAUSE_OPENERS = (
    lexicon.CONJUNCTIONS - {"as"}
    | lexicon.SAYING - {"sorry"}
    | {"", ",", ";", ":", "what", "which", "who", "how", "why", "something", "that", "time"}
)
_NEVER_VERBS = words("during nothing something anything everything according morning evening")
_BEFORE_GERUND = words("enjoy enjoys enjoyed appreciate appreciates appreciated avoid avoided mind finished")
_BEFORE_ING = words("for of in by about without from at before after on with")
