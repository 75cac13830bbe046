"""Read the form of a few typed words: by small words and verbs, without any model to load.

One reader for all cells. What a cell is for makes two differences: the reasons for a job may speak of the
employer as "they", which becomes "you", and may be clauses, infinitives and adjectives.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from eitherway.words.forms.answers import is_no_answer, is_note, is_own_need
from eitherway.words.forms.articles import is_counted, with_article
from eitherway.words.forms.form import NOMINAL, Form, Reading
from eitherway.words.forms.kinds import form_of
from eitherway.words.forms.lexicon import SUBJECTS
from eitherway.words.forms.orders import is_order
from eitherway.words.forms.praise import is_praise, is_praise_of_somebody
from eitherway.words.forms.quiet import as_a_list, without_capital, without_shouting
from eitherway.words.forms.readers import speak_of_the_reader, speak_of_them, to_the_reader
from eitherway.words.forms.said import bare, is_list, said, sentences
from eitherway.words.forms.talk import is_only_talk, is_told_otherwise, object_of_talk, what_was_meant
from eitherway.words.forms.verb_words import listed
from eitherway.words.forms.word_classes import word_classes

MANY = 2**14
LONGEST = 1_500
"""Characters, some 250 words: what is longer is read by its beginning, too long for a letter as it is."""

_BECAUSE = re.compile(
    r"(?:(?:mainly|mostly|just|simply|partly|also)\s+)?"
    r"(?:because|bc|b/c|cause|cos|'cos|coz|cuz|'cause|(?:due|thanks|owing) to|on account of"
    r"|in (?:view|light) of)"
    r"\s+(?:of\s+)?(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SINCE = re.compile(r"(?:since|as|given that|seeing that)\s+(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_WISHING = re.compile(
    r"(?:looking for|looking to|seeking|hoping|trying to|wanting|searching for|aiming)\b", re.IGNORECASE
)
_NEEDS_MY = listed(
    """
    friend boss manager recruiter wife husband partner brother sister son daughter cousin uncle aunt colleague
    mentor neighbour neighbor teacher team office commute job role location company school kid
    """
)
"""Subjects that need a word before them."""
_PARTS = re.compile(r"\s(?:and|but|or|yet|plus|also)\s", re.IGNORECASE)
_PIECES = re.compile(r"\s[-–—]\s|[,;:]\s|\s\(|\)$")
_THAT = re.compile(
    r"(?:that|of)\s+(?P<rest>\S.*)|(?:in order|so as) (?P<to>to\s+\S.*)", re.IGNORECASE | re.DOTALL
)


@lru_cache(maxsize=MANY)
def read_point(text: str) -> Reading:
    """What somebody talked about with the reader, to stand after "about".

    >>> read_point("our chat about Kubernetes")[:2]
    (<Form.NOUN: 'noun'>, 'Kubernetes')
    """
    if len(text) > LONGEST:
        return read_point(text[:LONGEST])._replace(words=bare(text), changed=False)
    words = bare(text)
    if early := _not_to_be_read(text, words):
        return early
    if talk := object_of_talk(words):
        inner = read_point(talk)
        return inner._replace(changed=inner.changed or is_told_otherwise(words))
    spoken = said(words)
    if speak_of_the_reader(spoken):
        return Reading(Form.READER, words, instead=to_the_reader(words, spoken))
    if is_praise(spoken):
        return Reading(Form.EMPTY, words)
    parts = _PIECES.split(words)
    pieces = [said(piece) for piece in parts if piece.strip()] if len(parts) > 1 else [spoken]
    form = Form.FRAGMENT if any(map(is_praise_of_somebody, pieces)) else form_of(words)
    if form not in NOMINAL:
        return Reading(form, words, instead=_meant(words))
    return _taken_up(form, words)


@lru_cache(maxsize=MANY)
def read_reason(text: str) -> Reading:
    """Why somebody wants a job, by itself or after "because".

    >>> read_reason("because they publish what they learn")[:3]
    (<Form.CLAUSE: 'clause'>, 'you publish what you learn', True)
    """
    if len(text) > LONGEST:
        return read_reason(text[:LONGEST])._replace(words=bare(text), changed=False)
    words = _after_since(_after(_THAT, _after(_BECAUSE, bare(text))))
    if early := _not_to_be_read(text, words) or _own_need(words):
        return early
    spoken = said(words)
    yours = to_the_reader(words, spoken) if speak_of_them(spoken) else words
    if not yours or speak_of_the_reader(said(yours)):
        return Reading(Form.READER, words)
    if is_praise(spoken):
        return Reading(Form.EMPTY, words)
    if both := _thing_and_trait(yours):
        return both
    form = _form_of_reason(yours)
    if form is Form.GERUND and _WISHING.match(yours):
        return Reading(Form.CLAUSE, f"I am {without_capital(yours)}", changed=True)
    if form in (Form.FRAGMENT, Form.QUESTION):
        return Reading(form, words)
    read = _taken_up(form, yours)
    return read._replace(changed=read.changed or yours != words)


def in_sentences(text: str) -> str:
    """What somebody wrote as sentences of their own: with a capital at its beginning and a stop at its end.

    What says nothing ("n/a") is "".
    """
    words = " ".join(normalize("NFC", text).split())
    if is_no_answer(words):
        return ""
    first = words[0].upper() + words[1:] if words.split()[0].islower() else words
    return first if first.rstrip("\"'”’)")[-1:] in ".!?…" else f"{first}."


def _thing_and_trait(words: str) -> Reading | None:
    """As in "great culture and remote"."""
    thing, _, trait = words.rpartition(" and ")
    if not thing or _PARTS.search(thing) or form_of(words) is not Form.NOUN:
        return None
    if (form_of(thing), form_of(trait)) != (Form.NOUN, Form.ADJECTIVE):
        return None
    written = f"{_taken_up(Form.NOUN, thing).words}, and because it is {trait}"
    return Reading(Form.NOUN, written, changed=True)


def _form_of_reason(words: str) -> Form:
    form = form_of(words)
    if form is Form.CLAUSE and words[0].islower() and _needs_a_word(said(words)[0]):
        return Form.FRAGMENT  # friend works there
    if form is Form.NOUN:
        parts = [form_of(part) for part in _PARTS.split(words)]
        if {*parts} == {Form.ADJECTIVE}:
            return Form.ADJECTIVE  # more stable and closer to home
        if parts[-1] is Form.ADJECTIVE:
            return Form.FRAGMENT
    return form


def _needs_a_word(subject: str) -> bool:
    return subject in _NEEDS_MY or (subject in word_classes().doers - SUBJECTS and is_counted(subject))


def _not_to_be_read(text: str, words: str) -> Reading | None:
    if is_no_answer(words) or all(is_no_answer(each) or is_only_talk(each) for each in _PIECES.split(words)):
        return Reading(Form.EMPTY, words)
    if is_list(text):
        return Reading(Form.LIST, words)
    if is_note(words) or is_order(said(words)):
        return Reading(Form.NOTE, words)
    return Reading(Form.SENTENCES, words) if sentences(words) > 1 else None


def _own_need(words: str) -> Reading | None:
    return Reading(Form.NOTE, words) if is_own_need(words) else None


def _after_since(words: str) -> str:
    since = _SINCE.fullmatch(words)
    return since["rest"] if since and form_of(since["rest"]) is Form.CLAUSE else words


def _after(lead: re.Pattern[str], words: str) -> str:
    """What stands behind a lead; all of it where there is none."""
    found = lead.fullmatch(words)
    return next(filter(None, found.groups())) if found else words


def _meant(words: str) -> str:
    """What can be saved of words that no sentence takes up, "" if nothing can."""
    meant = what_was_meant(words)
    inner = read_point(meant) if meant else Reading(Form.EMPTY, "")
    return inner.words if inner.form in NOMINAL else ""


def _taken_up(form: Form, words: str) -> Reading:
    quiet = without_shouting(words)
    joined = as_a_list(quiet) if form in (Form.NOUN, Form.GERUND) else quiet
    small = without_capital(joined)
    written = with_article(small) if form is Form.NOUN else small
    return Reading(form, written, changed=joined != words or written != small)
