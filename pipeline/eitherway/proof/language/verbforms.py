"""Verbs in the wrong form: after "can" and "to", after "have" and "be", after a pronoun, after a preposition."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eitherway.findings import Finding, FindingCode
from eitherway.proof.language import lexicon
from eitherway.proof.language.reading import Reading, Sentence
from eitherway.proof.language.remarks import remark


def verb_forms(reading: Reading) -> Iterator[Finding]:
    """Each verb whose form does not go with the word that governs it; the first rule that speaks is heard."""
    for sentence in reading.prose:
        for place in range(1, len(sentence)):
            token = sentence[place]
            if token.is_plain and (lexicon.forms(token.folded) or token.folded == "being"):
                yield from _first_fault(reading, sentence, place)


def _first_fault(reading: Reading, sentence: Sentence, place: int) -> Iterator[Finding]:
    token = sentence[place]
    for rule, why in _RULES:
        meant = rule(sentence, place)
        if meant:
            yield remark(reading, FindingCode.GRAMMAR, token.start, token.end, meant, why)
            return


def _after_modal(sentence: Sentence, place: int) -> str:
    """ "can reading", "would brought", "will offers"."""
    word = sentence[place].folded
    before = _governor(sentence, place)
    modal = sentence[before].folded
    if modal not in _MODALS or _has_base(word) or _is_name_of_month(sentence, before):
        return ""
    if modal in {"will", "might", "can", "must"} and sentence[before - 1].folded in lexicon.DETERMINERS:
        return ""
    return _base(word)


def _after_to(sentence: Sentence, place: int) -> str:
    """ "to accepted", "forgot to mentioned", "able to going"; "look forward to meeting" is right."""
    word, to = sentence[place].folded, sentence[place - 1].folded
    if to != "to" or _has_base(word):
        return ""
    before, after = sentence[place - 2].folded, sentence[place + 1]
    if lexicon.is_only(word, "ing") or word in _GERUNDS:
        return _base(word) if before in _BEFORE_INFINITIVE else ""
    kinds = {form.kind for form in lexicon.forms(word)}
    if kinds == {"s"}:
        return "" if lexicon.is_also_noun(_base(word)) else _base(word)
    if kinds == {"past"} or before in _BEFORE_INFINITIVE or _takes_object(after.folded):
        return _base(word)
    ends_phrase = not after.is_word or after.folded in lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | {"what", "how", "why", "who"}
    return _base(word) if ends_phrase and before not in _BEFORE_NOUN else ""


def _after_have(sentence: Sentence, place: int) -> str:
    """ "have gave", "have finish the", "has meet its"."""
    word = sentence[place].folded
    have = _governor(sentence, place)
    if sentence[have].folded not in lexicon.HAVE_FORMS or _could_be(word, "participle"):
        return ""
    kinds = {form.kind for form in lexicon.forms(word)}
    if kinds == {"past"}:
        return lexicon.inflected(lexicon.base_of(word, "past"), "participle")
    if kinds != {"base"} or word == "be" or sentence[have].folded == "having":
        return ""
    adverb = have < place - 1 and sentence[place - 1].folded in _PERFECT_ADVERBS
    may_be_noun = word in _STANDING_ALONE or lexicon.is_also_adjective(word)
    follows = sentence[place + 1].folded
    if adverb or not may_be_noun or follows in lexicon.OBJECTS | lexicon.POSSESSIVES | {"the"}:
        return lexicon.inflected(word, "participle")
    return ""


def _after_be(sentence: Sentence, place: int) -> str:
    """ "am write", "was took", "is goes"."""
    word = sentence[place].folded
    be = _governor(sentence, place)
    if sentence[be].folded not in lexicon.BE_FORMS - {"being"} or sentence[be].masked:
        return ""
    kinds = {form.kind for form in lexicon.forms(word)}
    if kinds == {"past"}:
        return lexicon.inflected(lexicon.base_of(word, "past"), "participle")
    pure = not (lexicon.is_also_noun(word) or lexicon.is_also_adjective(word))
    if kinds == {"base"} and pure and be == place - 1 and not _splits_cleft(sentence, be):
        subject = sentence[be - 1].folded
        return lexicon.inflected(word, "ing" if subject in lexicon.SUBJECTS else "participle")
    return ""


def _after_do(sentence: Sentence, place: int) -> str:
    """ "did went", "does not works", "please does"."""
    word = sentence[place].folded
    do = _governor(sentence, place)
    governor = sentence[do].folded
    if governor == "please" and do == place - 1 and (lexicon.is_only(word, "s") or word in {"does", "has", "is"}):
        return _base(word) or "be"
    if governor not in lexicon.DO_FORMS or _has_base(word) or do == place - 1 and governor in {"do", "does", "did"}:
        return ""
    return _base(word) if not lexicon.is_only(word, "ing") else ""


def _after_pronoun(sentence: Sentence, place: int) -> str:
    """ "I appreciating", "we moving": a subject with nothing but a form in -ing."""
    word = sentence[place].folded
    subject = _governor(sentence, place)
    pronoun = sentence[subject].folded
    if not (lexicon.is_only(word, "ing") or word == "being") or pronoun not in lexicon.SUBJECTS:
        return ""
    before = sentence[subject - 1].folded
    relative = pronoun == "you" and bool( {sentence[subject - 2].folded, sentence[subject - 3].folded} & lexicon.ARTICLES) and sentence[subject - 1].is_plain
    if pronoun in {"you", "it"} and before not in _CLAUSE_OPENERS and not relative:
        return ""
    if before in _INVERTED or (pronoun != "i" and before in lexicon.PREPOSITIONS - {"as", "before", "after", "since"}):
        return ""
    if word == "being":
        return "was" if pronoun in {"i", "he", "she", "it"} else "were"
    return lexicon.inflected(_base(word), "past")


def _after_preposition(sentence: Sentence, place: int) -> str:
    """ "for meet me", "forward to hear from": a preposition takes the form in -ing."""
    word, before = sentence[place].folded, sentence[place - 1].folded
    if before == "to":
        if sentence.folded(place - 3, 2) in _WITH_TO_AND_ING or sentence[place - 2].folded == "forward":
            return lexicon.inflected(word, "ing") if _could_be(word, "base") and not _could_be(word, "ing") else ""
        return ""
    if before not in _BEFORE_ING or {form.kind for form in lexicon.forms(word)} != {"base"}:
        return ""
    pure = not (lexicon.is_also_noun(word) or lexicon.is_also_adjective(word))
    after = sentence[place + 1].folded
    if (pure and _takes_object(after)) or after in {"me", "us", "him", "them"}:
        return lexicon.inflected(word, "ing")
    return ""


def _governor(sentence: Sentence, place: int) -> int:
    """The place of the word before, adverbs and "not" left out, and the subject too where a question turns it round."""
    before = place - 1
    while before > 0 and lexicon.is_adverb(sentence[before].folded):
        before -= 1
    return before


def _has_base(word: str) -> bool:
    return _could_be(word, "base")


def _could_be(word: str, kind: str) -> bool:
    return any(form.kind == kind for form in lexicon.forms(word))


def _base(word: str) -> str:
    return min((form.base for form in lexicon.forms(word)), default="")


def _takes_object(word: str) -> bool:
    return word in lexicon.ARTICLES | lexicon.POSSESSIVES | lexicon.OBJECTS | {"it", "you", "this", "that"}


def _is_name_of_month(sentence: Sentence, place: int) -> bool:
    return sentence[place].masked or (place > 0 and sentence[place].text[:1].isupper())


def _splits_cleft(sentence: Sentence, be: int) -> bool:
    """Whether it is "what I do is write", "all you do is ask", where the base is right."""
    before = {token.folded for token in sentence.tokens[:be]}
    return bool(before & {"what", "all", "do", "does", "did", "thing", "best"})


_MODALS = lexicon.MODALS | {"i'd", "we'd", "you'd", "they'd"} - {"i'd", "we'd", "you'd", "they'd"}
_GERUNDS = frozenset({"being", "having"})
_BEFORE_INFINITIVE = lexicon.ADJECTIVES_BEFORE_TO | frozenset(
    "want wants wanted hope hopes hoped hoping like love need needs needed try tried trying ask asked agree agreed"
    " decide decided plan planned plans promise promised learn learned forget forgot manage managed intend expect"
    " expected begin began continue continued start started offer offered wish chance opportunity ability time way"
    " able has have had going seem seems seemed appear tend fail failed refuse prefer me him them people get got"
    " came went come plan reason need right order easy hard is was be good great nice lovely wonderful pleasure honor"
    " honour privilege about stop stopped likes enough first last next one someone something anything nothing things".split()
)
_BEFORE_NOUN = frozenset("according due related compared back next close forward thanks as up down".split())
_STANDING_ALONE = frozenset(
    "access action advice balance benefit care cause charge concern confidence contact control cover credit damage data"
    " demand doubt drink effect experience faith finance focus food fun help hope impact influence interest light love"
    " matter need power practice press pride profit progress proof purpose reach reason regard research respect rest"
    " risk shape show sleep sound space staff stress style supply support taste time touch trade traffic training"
    " transport travel trouble trust use value water weight work mail".split()
)
_PERFECT_ADVERBS = frozenset("already always ever just never not often rarely recently since still long".split())
_CLAUSE_OPENERS = lexicon.CONJUNCTIONS - {"as"} | lexicon.SAYING - {"sorry"} | {"", ",", ";", ":", "what", "which", "who", "how", "why", "something", "that", "time"}
_INVERTED = lexicon.BE_FORMS | lexicon.HAVE_FORMS | lexicon.DO_FORMS
_WITH_TO_AND_ING = frozenset({"look forward", "looking forward"})
_BEFORE_ING = frozenset("for of in by about without from at before after on with".split())
_RULES: tuple[tuple[Callable[[Sentence, int], str], str], ...] = (
    (_after_modal, "After a word like “can” or “would” the verb has no ending."),
    (_after_to, "After “to” the verb has no ending."),
    (_after_have, "After “have” stands the form that “done” is of “do”."),
    (_after_be, "The verb has the wrong form after “be”."),
    (_after_do, "The verb has no ending here."),
    (_after_pronoun, "A subject does not go with the form in -ing alone."),
    (_after_preposition, "After a preposition stands the form in -ing."),
)
