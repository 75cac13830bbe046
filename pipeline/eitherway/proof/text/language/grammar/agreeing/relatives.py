"""Subjects that "who", "which" or "that" stands for: "two shops in Duluth which has", "my aunt, who live"."""

from __future__ import annotations

from eitherway.proof.text.language.grammar.agreeing.phrases import noun_phrase
from eitherway.proof.text.language.grammar.subjects import Number, in_small_letters
from eitherway.proof.text.language.reading import lexicon
from eitherway.proof.text.language.reading.lexicon import words
from eitherway.proof.text.language.reading.reading import Sentence, Token


def relative_subject(sentence: Sentence, verb: int) -> Number | None:
    """The number of what stands before the relative of the verb at that place; None where it is not sure."""
    sentence = in_small_letters(sentence)
    relative = verb - 1
    while relative > 0 and lexicon.is_adverb(sentence[relative].folded):
        relative -= 1
    word = sentence[relative].folded
    if word not in lexicon.RELATIVES or relative == 0:
        return None
    end = relative - (sentence[relative - 1].text == ",")
    is_asked = word == "who" and (sentence[verb].folded in _ASKED or sentence[verb + 1].text == "?")
    if end < relative and (word == "that" or is_asked):
        return None
    if word == "who" and _is_told(sentence, relative - 1):
        return None
    if word == "who" and sentence[end - 1].folded in _PEOPLE:
        return Number.PLURAL
    if {sentence[verb + 1].folded, sentence[verb + 2].folded} & _OF_ALL:
        return None
    numbers = _numbers(sentence, end)
    if end < relative and word == "which":
        return _of_clause(sentence, end, numbers)
    return numbers.pop() if len(numbers) == 1 else None


def _is_told(sentence: Sentence, noun: int) -> bool:
    """As in "asked the porters who swaps with whom", where nothing tells whom "who" means."""
    return any(sentence[at].folded in _ASKING for at in range(noun - 3, noun))


def _of_clause(sentence: Sentence, comma: int, numbers: set[Number]) -> Number | None:
    """One, where ", which" tells of a thing or of all that is said; None where it may tell of many."""
    near = sentence.tokens[max(comma - _LIST, 0) : comma]
    is_thing = numbers == {Number.SINGULAR} and not any(token.folded in {"and", ","} for token in near)
    is_clause = sentence[comma - 1].tag in {"ADP", "ADV"} and not sentence[comma - 1].masked
    if numbers == {Number.PLURAL} and not any(_is_verb(token) for token in sentence.tokens[:comma]):
        return Number.PLURAL
    return Number.SINGULAR if is_thing or is_clause else None


def _is_verb(token: Token) -> bool:
    return token.tag in {"VERB", "AUX"} or token.folded.endswith(("'re", "'m", "'s", "'ve"))


def _numbers(sentence: Sentence, end: int) -> set[Number]:
    """The numbers of all noun phrases that end at that place, whichever is meant."""
    found: set[Number] = set()
    for start in range(end - 1, max(end - _LONGEST, -1), -1):
        if sentence[start].text in _BREAKS:
            break
        if sentence[start].folded in {"a", "per"} and sentence[start + 1].folded in _PERIODS:
            return set()
        phrase = noun_phrase(sentence, start)
        if phrase and phrase.end == end and phrase.is_joined:
            return set()
        is_whole = start == 0 or sentence[start].folded in _DETERMINERS or _is_edge(sentence, start)
        if phrase and phrase.end == end and is_whole and phrase.number:
            found.add(phrase.number)
    return found


def _is_edge(sentence: Sentence, start: int) -> bool:
    """Whether no word before it can belong to the same phrase."""
    before = sentence[start - 1]
    is_closed = before.folded in lexicon.CLOSED and before.folded not in _DETERMINERS
    return is_closed or _is_verb(before) or not before.is_word


_ASKING = words("ask asks asked asking tell tells told telling wonder wondered")
_DETERMINERS = lexicon.DETERMINERS | words("most whose")
_BREAKS = frozenset({",", ";", ":", "(", "—", "–"})
_PEOPLE = words("those people folk folks others")
_PERIODS = words("day week month year hour minute second night shift")
_ASKED = words("knows cares needs wants")
_OF_ALL = words("what how why when where")
"""What follows where "which" tells of all that was said: ", which is how it came"."""
_LONGEST = 12
_LIST = 7
