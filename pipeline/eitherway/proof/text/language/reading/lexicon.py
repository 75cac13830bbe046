"""What the grammar layer knows of single words: small closed classes, and the forms of some 700 verbs.

The classes are our own selection for letters; a word that stands in none is simply unknown, and no rule
speaks about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from eitherway.words.verbs import VOWELS, verbs, with_s


def words(text: str) -> frozenset[str]:
    """The set of the words in it."""
    return frozenset(text.split())


SUBJECTS = words("i you he she it we they")
ARTICLES = words("a an the")
POSSESSIVES = words("my your his her its our their")
SINGULAR_DETERMINERS = words("a an this that each every another one either neither")
PLURAL_DETERMINERS = words(
    """
    these those many several few both two three four five six seven eight nine ten eleven twelve fifteen
    twenty thirty forty fifty hundred various
    """
)
DETERMINERS = (
    ARTICLES | POSSESSIVES | SINGULAR_DETERMINERS | PLURAL_DETERMINERS | {"no", "any", "some", "all"}
)
OBJECTS = words("me him us them")
MODALS = words(
    """
    can could will would shall should may might must cannot can't couldn't won't wouldn't shan't
    shouldn't mustn't i'll you'll he'll she'll it'll we'll they'll
    """
)
DO_FORMS = words("do does did don't doesn't didn't")
BE_FORMS = words("am is are was were be been being isn't aren't wasn't weren't")
HAVE_FORMS = words("have has had haven't hasn't hadn't i've you've we've they've having")
PREPOSITIONS = words(
    """
    about above across after against along among around as at before behind below beside between beyond
    by down during except for from in inside into like near of off on onto out over past per since
    through throughout to toward towards under until up upon via with within without
    """
)
CONJUNCTIONS = words(
    """
    and but or nor so yet because although though while whereas if unless when whenever since that
    whether where before after until once as
    """
)
SAYING = words(
    """
    say says said think thinks thought believe believed hope hopes hoped know knew feel felt suppose
    guess suspect sure glad afraid sorry told
    """
)
"""Words after which a clause follows without "that"."""

RELATIVES = words("who which that")
ADVERBS = words(
    """
    always also already almost actually clearly certainly currently deeply easily especially even ever
    first frequently fully generally gladly greatly hardly just largely later mainly mostly nearly never
    normally not now often once only particularly personally possibly presently probably quickly rarely
    readily really recently regularly respectfully seldom simply sincerely sometimes soon still strongly
    successfully then therefore thoroughly today truly typically usually very well
    """
)
ADJECTIVES_BEFORE_TO = words(
    """
    able afraid anxious ashamed certain content curious delighted due eager easy eligible excited free
    fortunate glad grateful happy hard hesitant honored honoured hoping interested keen likely lucky
    pleased prepared privileged proud ready relieved reluctant sad sorry sure surprised thrilled unable
    unwilling welcome willing
    """
)
PREDICATES = ADJECTIVES_BEFORE_TO | words(
    """
    available aware capable comfortable committed confident convinced familiar fluent good impressed
    mindful passionate responsible struck used wrong competent effective helpful useful successful
    productive thankful hopeful patient careful reliable honest punctual flexible suitable
    """
)
IRREGULAR_PLURALS = words(
    "children people men women feet teeth criteria data media staff police folk mice geese lice cattle"
)
EITHER_NUMBER = words(
    """
    staff team data media police group company board committee panel government department family crew
    council majority number rest lot half pair series means faculty public management school firm club
    couple range variety percent third thirds quarter fifth politics economics mathematics maths physics
    news headquarters works yours ours theirs hers his this thus always perhaps sometimes besides lens
    series species yes young old elderly poor rich sick deaf blind dead living injured homeless unemployed
    retired single double whole new other own same following next last first second final full
    sheep fish deer salmon trout shrimp aircraft gallows barracks crossroads offspring gas canvas atlas bias
    chaos iris cast total gaggle handful stream host bunch crowd trio flurry raft wealth plethora myriad dozen
    ton fraction minority flock gang band bevy score
    """
)
CLOSED = (
    DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | ADVERBS | SUBJECTS | OBJECTS | MODALS | BE_FORMS
    | HAVE_FORMS | DO_FORMS
)  # fmt: skip
"""All words of the classes above that are but grammar."""


def is_adverb(word: str) -> bool:
    """Whether it may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 5 and word not in _NOT_ADVERBS)


class Form(NamedTuple):
    """What a spelling can be of a verb: `base`, and `kind`: "base", "s", "ing", "past" or "participle"."""

    base: str
    kind: str


@cache
def forms(word: str) -> frozenset[Form]:
    """All that a lower-case word can be as a verb; empty when it is no verb that we know."""
    return _by_form().get(word, frozenset())


def is_only(word: str, *allowed: str) -> bool:
    """Whether the word is a verb, in no other form than these."""
    return bool(forms(word)) and kinds(word).issubset(allowed)


@cache
def kinds(word: str) -> frozenset[str]:
    """The kinds of verb form that the word can be."""
    return frozenset(form.kind for form in forms(word))


def could_be(word: str, kind: str) -> bool:
    """Whether that kind of verb form is one of them."""
    return kind in kinds(word)


def base_of(word: str, kind: str) -> str:
    """The base of a word as that kind of verb form; empty when it is none."""
    return next((form.base for form in sorted(forms(word)) if form.kind == kind), "")


def bare(word: str) -> str:
    """The base of a word in whatever form; of an unknown one, what its ending is put to."""
    if word in {"having", "being"}:
        return "have" if word == "having" else "be"
    return min((form.base for form in forms(word)), default=word.removesuffix("ing"))


def inflected(base: str, kind: str) -> str:
    """The verb's form of that kind; where two are right, the first."""
    return paradigm(base)[kind][0]


@cache
def is_also_noun(base: str) -> bool:
    """Whether a verb's base form is as well a noun: "work", "interview"."""
    return base in verbs().nouns_too


@cache
def is_also_adjective(base: str) -> bool:
    """Whether a verb's base form is as well an adjective: "clear", "own"."""
    return base in verbs().adjectives_too


def is_only_verb(base: str) -> bool:
    """Whether a verb's base form is neither a noun nor an adjective too: "accept", "know"."""
    return not (is_also_noun(base) or is_also_adjective(base))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of one of the word lists beside this module, without its comments."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def sections(name: str) -> dict[str, frozenset[str]]:
    """The words of one of the lists by the name in brackets above them."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in lines(name):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            found.setdefault(section, []).extend(line.split())
    return {title: frozenset(listed) for title, listed in found.items()}


def principal_parts(name: str) -> dict[str, tuple[list[str], list[str]]]:
    """The pasts and the participles of the verbs in one of the lists beside this module, by their base."""
    rows = (line.split() for line in lines(name))
    return {base: (past.split("/"), participle.split("/")) for base, past, participle in rows}


@cache
def bases() -> frozenset[str]:
    """The bases of all verbs of which the forms are known here, "be" left out."""
    return (verbs().every | _irregular().keys()) - {"be"}


@cache
def _irregular() -> dict[str, tuple[list[str], list[str]]]:
    return principal_parts("irregular.txt")


@cache
def _by_form() -> dict[str, frozenset[Form]]:
    found: dict[str, set[Form]] = {}
    for form, word in _all_forms():
        found.setdefault(word, set()).add(form)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _all_forms() -> Iterator[tuple[Form, str]]:
    for base in bases():
        for kind, words in paradigm(base).items():
            for word in words:
                yield Form(base, kind), word


def paradigm(base: str) -> dict[str, list[str]]:
    """The forms of a verb by their kinds."""
    pasts = [with_ed(stem) for stem in _stems(base)]
    past, participle = _irregular().get(base, (pasts, pasts))
    return {
        "base": [base],
        "s": [with_s(base)],
        "ing": [with_ing(stem) for stem in _stems(base)],
        "past": past,
        "participle": participle,
    }


def _stems(base: str) -> list[str]:
    """What an ending is put to: American English first where the last letter is doubled on one side only."""
    if base in _DOUBLED:
        return [base + base[-1]]
    return [base, base + base[-1]] if base in _DOUBLED_IN_UK else [base]


def with_ed(stem: str) -> str:
    """The regular past of a stem, whose last letter is doubled where it has to be."""
    if stem.endswith("y") and stem[-2] not in VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def with_ing(stem: str) -> str:
    """The form in -ing, likewise."""
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    return (stem[:-1] if stem.endswith("e") and not stem.endswith(("ee", "oe")) else stem) + "ing"


_NOT_ADVERBS = words(
    """
    family supply assembly monthly weekly friendly elderly likely homely rely anomaly
    """
)
_DOUBLED = words(
    """
    admit beg begin chat chop clap clog commit cut dig dip drip drop embed enrol fit forbid forget fulfil get
    hit hum jam knit lag let map nag nap net occur omit permit pin plan plot plug put quit recur refer regret
    rob rot rub run sag scan scrub set ship shop shut sit skid skip slip snag snap sob spin spit split step
    stop strip submit swap swim tap tip transfer transmit trim trip trot unplug whip win wrap
    """
)
_DOUBLED_IN_UK = words(
    """
    bias cancel counsel focus fuel label level model program signal total travel tunnel
    """
)
