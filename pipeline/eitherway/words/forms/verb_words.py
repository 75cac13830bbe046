"""The verbs by which the form of a few words shows."""

from __future__ import annotations

from functools import lru_cache

from eitherway.words.forms.word_classes import word_classes
from eitherway.words.verbs import verbs, with_s


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


IRREGULAR_PAST = listed(
    """
    went came saw took gave knew became began ran spoke wrote grew chose broke fell flew drove did wore
    drew threw woke forgot sang swam drank rose shook stole tore ate got was were felt thought kept left
    met told said sent heard brought built found made led held lost taught understood stood won spent
    bought caught fought sought slept meant dealt paid sold laid used aced died tied sued froze rang
    struck swept crept leapt stuck spun dug hung fled fed slid swung flung clung bent lent wept shone wove
    strove trod drank sank
    """
)
ONLY_PAST = listed(
    """
    went came saw took gave knew became began ran spoke wrote grew chose broke fell flew drove wore drew
    threw woke forgot sang swam drank rose shook stole tore ate seemed got froze sat blew hid rang sank
    shrank overran swore
    """
)
"""Past forms that are no participles, so that they make a clause wherever they stand."""
TOLD = listed(
    """
    talked discussed chatted spoke covered mentioned explained described showed met enjoyed learned learnt
    heard loved liked asked seemed said told felt thought wanted hated wondered agreed laughed joked
    bonded connected found was were saw went got gave did had has is are am been can could would should
    will might must sounded looked appeared hit clicked vibed skipped promised offered invited introduced
    toured visited noticed appreciated admired explored reviewed compared debated argued stressed
    emphasized emphasised
    """
)
"""First words of a sentence whose subject was left out."""
VERBS_ALONE = listed(
    """
    love like want need enjoy prefer believe think hope know feel admire appreciate agree wish
    understand wanna gotta thrive excel aspire
    """
)
"""Base forms with which somebody begins who leaves out "I"."""
NOT_AFTER_THOSE = listed("of for to-do -minded")
IMPERATIVES = listed(
    """
    see ask tell send remember mention remind ping google bring thank let don't make find get give put
    write reply apologise apologize add include say try buy read watch prepare look-up
    double-check
    """
)
"""First words of a note to oneself, where an object or a small word follows."""
ONLY_IMPERATIVES = listed(
    "see send ask tell mention remind remember thank bring apologise apologize reply google ping"
)
"""Of those, what is no noun at all."""
SELDOM_NOUNS = (
    (verbs().only | word_classes().only_verbs)
    - VERBS_ALONE
    - listed(
        """
    read write build take think sell learn pay spend save keep find make have go do say lead
    sleep gain set spread pass finish catch stick try comb tackle master knit become please act
    scrub recruit exhibit extract nudge vow convert capture mould reply weld catalogue graft fight build
    assemble present deploy commit merge query cancel mean embed refresh submit track trace bake download
    upload podcast scissor headquarter rework reuse recycle recharge restart reload rewind reboot undo redo
    retry restore hibernate carve vacate sculpt clothe inter eat drown bury skydive
    """
    )
)
"""Verbs that begin no name of a thing: "fix later", but "read access"."""
IMPERATIVES_TOO = listed(
    "call email e-mail check follow review update schedule contact plan message look text"
)
"""The same, but also a noun; they need `AFTER_AN_ORDER`."""
AFTER_AN_ORDER = listed(
    """
    him her them back up on about the my with again to for it if whether how a an in into by tomorrow
    today monday tuesday wednesday thursday friday at out your this that
    """
)
VERBS_IN_S = listed(
    """
    hopes wishes fits appeals matches suits leads cares needs sounds helps trains runs aims focuses
    interests intrigues fascinates challenges rewards values trusts respects lasts matters works uses
    changes closes loves hates sleeps travels plays supports shares looks turns sets is
    """
)
VERBS_IN_S |= {
    with_s(base) for base in SELDOM_NOUNS | word_classes().only_verbs | word_classes().seldom_nouns
} | listed("cooks backs feeds sponsors ensures")
ALSO_PLURALS = listed(
    """
    matches needs helps trains draws shows moves aims interests challenges rewards values trusts works uses
    offers plays supports leaves shares looks meets finds turns holds sets asks starts fits suits leads runs
    lies matters lives focuses saves pays changes hires builds treats stands remains wants sounds cooks
    backs feeds sponsors rides recalls quotes exhibits divides guesses hugs grabs shoots shakes clamps
    combines buys handles affects shouts shoves reads gets wins throws gives stirs reaches steals presents
    prints hangs swims tries affixes baths repeats wipes collects
    """
)
"""Of those, what may as well be a plural noun: they need an object to be a verb."""
SELDOM_THEIRS = listed(
    "values needs leads interests challenges matters trusts rewards draws runs remains sounds"
)
"""But not these: the company values."""
INTRANSITIVE_PAST = listed(
    """
    ended stalled rained improved dropped closed left met started moved stopped waited spoke quit resigned
    died passed shouted nodded apologised coughed mumbled whispered
    """
)
"""Past forms that take no object, so that they are hardly ever participles behind a noun."""
VERBS_IN_BASE = listed(
    """
    match fit suit care publish make build give take want need love like help work stay share value
    treat use keep offer support play learn teach know think believe speak solve serve lead run grow
    matter mean bring allow let invest encourage put go come live understand trust respect inspire
    excite pay get align thrive listen resonate agree
    """
)
"""What a plural or "you" does."""


@lru_cache(maxsize=4096)
def is_past(word: str) -> bool:
    """Whether it may be a past form."""
    return word in IRREGULAR_PAST or (len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST)


_NOT_PAST = listed("embed speed breed indeed hundred sacred kindred naked wicked exceed succeed proceed")
