"""Praise and blame: what people say of a conversation or of the reader to others, and not to the reader."""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.words.forms.lexicon import ADVERBS, ARTICLES, DETERMINERS, JOINING, PREPOSITIONS
from eitherway.words.forms.verb_words import listed

_OF_ANYTHING = listed(
    """
    interesting exciting great good nice cool awesome amazing excellent fantastic perfect fun lovely
    pleasant fine okay ok informative insightful engaging relaxed casual brief wonderful terrific
    impressive long short easy hard boring awkward tense stressful weird strange dull brilliant superb
    positive negative intense tough smooth rough bad terrible awful horrible solid decent average
    """
)
OF_PEOPLE = _OF_ANYTHING - {"long", "short", "brief", "hard", "solid", "average"} | listed(
    """
    inspiring friendly helpful supportive kind smart clever bright sweet warm welcoming charming genuine
    humble approachable personable likeable likable knowledgeable intelligent easygoing easy-going
    down-to-earth open-minded warm-hearted outgoing polite funny super honest chatty chill laid-back
    laidback gentle patient thoughtful attentive enthusiastic passionate energetic bubbly caring
    considerate generous gracious modest witty wise sharp experienced sincere cheerful talkative quiet
    shy serious strict grumpy rude arrogant cold bossy pompous smug condescending patronising
    patronizing stuck-up snobby clueless lazy creepy cocky fake shady sleazy nosy moody miserable
    unfriendly unprofessional dismissive distracted disorganised disorganized hostile harsh blunt
    ignorant incompetent dumb stupid mean nasty annoying irritating irritable impatient uninterested
    disinterested aloof stiff nervous tired young old elderly older younger posh hot cute pretty
    handsome attractive ugly fat tall typical old-school hopeless useless firm strong
    """
)
"""What one says of somebody to others, and not to them."""
_PERSONS = listed(
    "guy guys lady ladies bloke chap chaps fellow fella gentleman gal lad dude type sort soul chick"
)
"""Words that hardly anybody has for somebody else than the one who was met."""
_PRAISED = _PERSONS | listed(
    """
    person people woman women man men human girl folk folks interviewer interviewers manager boss
    recruiter leader listener host panel team engineer being character teacher nurse chef lawyer
    personality attitude manner vibe vibes energy handshake accent smile voice outfit shoes hair humour humor
    dresser beard suit
    """
)
"""Who is praised or blamed so."""
_NAMED = listed(
    """
    gem legend star sweetheart sweetie delight joy hoot pro professional riot inspiration angel treasure
    diamond genius hero rockstar superstar powerhouse natural laugh breeze keeper charmer mensch mate
    character fan grump moaner tyrant robot saint darling teddy jerk snob bore idiot fool moron bully
    creep prick dick ass arse asshole arsehole bitch cow pig nightmare weirdo nerd geek dinosaur clown
    show-off know-it-all micromanager twat wanker tosser git
    """
)
"""What somebody is called: "a total gem", "bit of a snob"."""
_DEGREES = (
    ADVERBS
    | JOINING
    | listed(
        """
    a an such one of what bit kind sort total absolute real true complete proper right utter pure little
    perfect my
    """
    )
)
_KINDS_OF_PEOPLE = listed(
    """
    fan person mom mum dad parent runner cyclist hiker gamer foodie gardener reader swimmer golfer
    drinker smoker alum alumnus alumna believer addict nerd buff enthusiast lover
    dev developer director cto ceo cfo coo vp svp supervisor recruiter one ones
    """
)
"""What one is, and seldom what one talks about: "huge dog person"."""
_OF_A_TALK = listed("vibe vibes energy chemistry rapport atmosphere experience feeling feelings fit")
_THROUGHOUT = listed("around round overall throughout")
_SUPERLATIVE = listed("best worst most least")
_VERY = listed("very really so quite super pretty incredibly extremely")
_AGES = listed("old young older younger elderly cold hot tall hard")
_TO_TALK_TO = ("to talk to", "to talk with", "to speak to", "to speak with", "to chat to", "to chat with")
_AROUND = ADVERBS | JOINING | ARTICLES | {"such", "one", "all"}
STATES = frozenset(
    word for word in OF_PEOPLE - listed("young old kind cold patient cute hot fake") if word[-3:] != "ing"
) | listed(
    """
    fond proud aware afraid scared excited worried sorry glad happy sad surprised shocked pleased
    interested impressed obsessed curious keen mad angry upset annoyed disappointed unhappy confused
    concerned hesitant reluctant ready willing eager bored crazy skeptical sceptical unsure certain
    confident convinced sure pregnant married divorced single widowed engaged vegan vegetarian gay religious
    christian muslim jewish catholic liberal conservative retired far hard full
    """
)
"""Adjectives with which somebody begins who leaves out "was": "rude about my CV"."""
_BEHIND_A_STATE = PREPOSITIONS | {"that"}
_ONLY_STATES = STATES - OF_PEOPLE - {"single", "hard", "far", "vegan", "vegetarian"}
_QUALITIES = OF_PEOPLE - _AGES
_BEST = _PRAISED | {"interviews"}
_DEFINITE = DETERMINERS - {"a", "an"}


def is_praise(words: Sequence[str]) -> bool:
    """Whether it praises or blames without saying what: "very interesting"."""
    told = [word for word in words if word not in _AROUND and word not in _THROUGHOUT]
    return all(word in _OF_ANYTHING or word in _OF_A_TALK for word in told)


def is_praise_of_somebody(words: Sequence[str]) -> bool:
    """Whether it speaks of somebody as one does to others: "very nice person", "a total gem"."""
    first, *rest = words
    if first in OF_PEOPLE and " ".join(rest) in _TO_TALK_TO:
        return True
    if first in STATES and rest and rest[0] in _BEHIND_A_STATE:
        return True
    if first in _ONLY_STATES and not rest:
        return True
    if first in _VERY and rest and rest[0] in _QUALITIES:
        return True
    return _is_called(words) or _is_one_of_the_best(words) or _is_told_of(words)


def _is_called(words: Sequence[str]) -> bool:
    """As in "bit of a snob"; the gem of the collection is a thing."""
    *before, last = words
    if "bit of a" in " ".join(words[:4]) and len(words) < 7:
        return True
    return last in _NAMED and all(word in _DEGREES or word in OF_PEOPLE for word in before)


def _is_one_of_the_best(words: Sequence[str]) -> bool:
    """As in "one of the nicest people"."""
    best = any(word in _SUPERLATIVE or word.endswith("est") for word in words)
    if words[-1] == "ones" and words[0] == "one":
        return True
    kind = words[:3] in (["the", "kind", "of"], ["the", "sort", "of"], ["my", "kind", "of"])
    if kind and len(words) > 3 and words[3] in _PRAISED:
        return True
    return best and words[-1] in _BEST and words[0] in ("one", "the")


def _is_told_of(words: Sequence[str]) -> bool:
    """As in "very nice person", "typical manager type", "single mom"."""
    told = [word for word in words if word not in _AROUND]
    if len(words) > 1 and words[-1] in _PERSONS and words[0] not in ("your", "that", "my"):
        return not any(word in PREPOSITIONS or word.startswith("^") for word in words)
    if words[-1] in ("one", "ones") and len(words) > 2 and words[0] == "the":
        return True
    if words[-1] in _KINDS_OF_PEOPLE and words[0] not in _DEFINITE:
        return not any(word in PREPOSITIONS or word.endswith("'s") for word in words)
    praised = any(word in OF_PEOPLE for word in told)
    return praised and all(word in OF_PEOPLE or word in _PRAISED for word in told)
