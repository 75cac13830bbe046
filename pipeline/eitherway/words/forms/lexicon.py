"""The small words of English and the verbs by which the form of a few words shows; none of these lists is
complete, and a word that stands in none is taken for a noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from eitherway.words.forms.verb_words import (
    IMPERATIVES,
    IMPERATIVES_TOO,
    SELDOM_NOUNS,
    TOLD,
    VERBS_ALONE,
    VERBS_IN_S,
    listed,
)

ANYBODY = listed("everyone everybody nobody someone somebody anyone nothing everything")
SUBJECTS = listed("i we you he she it they there") | ANYBODY
HE_OR_SHE = listed("he she him her hers his himself herself he's she's he'd she'd he'll she'll")
THEY = listed("they them their theirs themselves they're they've they'd they'll")
ARTICLES = listed("a an the")
POSSESSIVES = listed("my your his her its our their")
DETERMINERS = ARTICLES | POSSESSIVES | listed("this that these those some any no every each all both another")
OBJECTS = listed("me him us them it you mine yours")
BE = listed("am is are was were isn't aren't wasn't weren't")
AUXILIARIES = BE | listed(
    """
    has have had hasn't haven't hadn't does do did doesn't don't didn't can could can't couldn't cannot
    would wouldn't should shouldn't won't
    """
)
"""Words that make a clause wherever they stand after a noun."""
MODALS_TOO = listed("will may might must")
"""The same, but free will, the May launch and a must are nouns."""
PREPOSITIONS = listed(
    """
    about above across after against along among around as at before behind below beside between beyond
    by despite down during except for from in inside into like near of off on onto out over past per
    regarding since through throughout to toward towards under until up upon via with within without
    """
)
WH = listed("how what why when where which who whom whose whether")
SUBORDINATORS = listed(
    "that because if although though while whereas unless so since as once until when where"
)
JOINING = listed("and but or nor yet plus also then")
ADVERBS = listed(
    """
    also really just only mainly mostly briefly still already always never often even actually generally
    honestly basically truly simply genuinely very quite so too particularly especially probably clearly
    deeply fully greatly highly largely well badly quickly both all totally absolutely
    """
)

NEWS = listed("about me us to for that whether if")
"""What follows somebody's saying: "your manager asked about Java"."""

PEOPLE = listed(
    """
    colleague colleagues boss manager managers founder founders predecessor daughter son wife husband
    partner kids children child brother sister mother father mom mum dad friend friends mentor mentors
    patient patients pupil pupils student students customer customers client clients nurse nurses
    teacher teachers engineer engineers people team teams user users volunteer volunteers resident
    residents director head man woman men women girl boy somebody someone everyone everybody anyone
    author artist chef doctor doctors candidate candidates member members person family families visitor
    visitors guest guests child's dog cat grandmother grandfather neighbour neighbor staff employees
    ex uncle aunt nan gran grandma grandpa roommate flatmate housemate girlfriend boyfriend cousin
    workers newcomers analysts developers
    """
)
"""Whom "his" or "their" may mean, where it stands before."""


AGENTS = PEOPLE | listed(
    """
    team company role job position office school department work firm hospital course contract interview
    interviewer project shop store lab group programme program library museum ward practice agency
    charity council city owner plant factory board kitchen clinic product app site building commute
    location schedule mission culture pay salary rota money food menu restaurant bakery gallery
    """
)
"""What works, starts or moves: behind these, what may be a plural too is a verb."""


ADJECTIVES = listed(
    """
    challenging nearby interesting exciting inspiring rewarding remote flexible stable meaningful local hybrid
    innovative creative fun great good nice cool awesome amazing excellent fantastic perfect ideal close
    near cheap international prestigious modern dynamic friendly supportive collaborative technical
    varied diverse unique fulfilling fascinating stimulating secure permanent full-time part-time
    well-paid close-knit fast-paced hands-on mission-driven important useful helpful lovely pleasant
    fine okay ok relevant familiar different intense tough hard easy long short informative insightful
    engaging relaxed casual brief wonderful terrific impressive kind smart clever bright brilliant sweet warm
    welcoming charming genuine humble approachable personable likeable likable knowledgeable intelligent
    easygoing easy-going down-to-earth open-minded warm-hearted outgoing polite funny professional
    stressful healthy safe responsible calm quiet
    """
)
COMPARED = listed(
    """
    closer nearer better easier cheaper safer quicker faster simpler further farther kinder healthier
    shorter smaller bigger larger calmer quieter steadier warmer greener
    """
)
"""Adjectives of more than something else: "closer to home"."""
FIT_FOR = (
    listed("close near ideal perfect important good great handy convenient suitable useful right") | COMPARED
)
MORE = listed("more less most")
BEFORE_A_NOUN = ADJECTIVES | listed(
    "new old big small recent current young many few several other own next last first more most"
)
NOUNS_IN_ING = listed(
    """
    training engineering staffing onboarding marketing accounting nursing funding housing pricing
    planning engineering banking purchasing manufacturing spring string king morning evening building
    meeting beginning ceiling clothing wedding thing something nothing anything everything wellbeing
    well-being lighting setting finding feeling opening offering ending rating reading recording timing
    wiring outing gathering briefing hearing painting drawing ring wing sibling sterling darling pudding
    """
)

ORDINARY = listed(
    """
    great good new remote flexible strong interesting growth work working culture benefits benefit
    salary pay team teams people company mission values product products project projects data customer
    customers client clients office location commute career learning opportunity opportunities chance
    chances challenge challenges job role position future plans plan roadmap budget budgets process
    processes migration migrations strategy technology tools tool software hardware code coding testing
    tests test design designs research business sales support service services health safety quality
    training onboarding hiring leadership management communication security analytics reports reporting
    report dashboards dashboard metrics kpis machine cloud agile diversity inclusion community
    sustainability climate energy water food music sports football soccer tennis running hiking cycling
    cooking travel travelling traveling books dogs cats kids family school schools university college
    students teaching teachers teacher patients nursing care night day morning shift shifts hours
    weekend holidays summer winter spring autumn open-source in-house hands-on cross-functional
    long-term short-term real-time their our my your his her its the a an this that these those how what
    why when where which who whether because working building using moving making getting helping
    solving leading creating growing being doing having not more less better best many much most some
    any no all both every each other another several few two three first second last next big small
    large little high low long short full part early late old young fast slow easy hard local global
    national regional international public private social personal professional technical creative
    innovative meaningful challenging exciting inspiring impact responsibility autonomy stability
    flexibility collaboration collaborative supportive friendly diverse modern dynamic interest passion
    love desire to for with about from discussion conversation chat talk exchange discussing talking
    hearing learning sharing similar shared mutual common current recent previous upcoming possible
    potential automation maintenance logistics supply chain warehouse factory production plant store
    stores shop shops kitchen hotel hospital clinic ward lab laboratory library museum archive archives
    garden river city town council tax taxes audit audits risk compliance legal law policy finance
    financial accounting marketing brand brands content media news event events volunteer volunteering
    charity fundraising ethics artificial intelligence programming engineering product-market mentor
    mentoring mentorship mentors coaching feedback transparency trust respect pair code-review daily
    weekly monthly annual yearly compensation compensated competitive excellent
    """
)
"""Words that have no capital within a sentence, whoever begins a cell with them."""

NAMES_IN_TION = listed("notion nation")
ORDINARY_ENDINGS = (
    "tion",
    "tions",
    "sion",
    "ment",
    "ments",
    "ness",
    "ance",
    "ence",
    "ship",
    "ities",
    "ability",
)


COMMON = (
    ORDINARY | ADVERBS | DETERMINERS | PREPOSITIONS | WH | JOINING | SUBORDINATORS | PEOPLE | IMPERATIVES
    | IMPERATIVES_TOO | TOLD | VERBS_ALONE | SELDOM_NOUNS | HE_OR_SHE | THEY | AGENTS | VERBS_IN_S
    | ADJECTIVES | SUBJECTS | AUXILIARIES
)  # fmt: skip
"""Words that are nobody's name."""


def is_adverb(word: str) -> bool:
    """Whether it may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 5 and word not in _NOT_ADVERBS)


def is_plural(word: str) -> bool:
    """Whether it may be a plural."""
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "'s", "us", "is")))


def at(words: Sequence[str], place: int) -> str:
    """The word at a place, "" behind the last."""
    return words[place] if place < len(words) else ""


def is_gerund(word: str) -> bool:
    """Whether it is a verb with -ing that is no noun of its own and no adjective."""
    return len(word) > 4 and word.endswith("ing") and word not in NOUNS_IN_ING and word not in ADJECTIVES


_NOT_ADVERBS = listed(
    "family supply assembly monthly weekly friendly elderly reply daily yearly early anomaly"
)
_PLURALS = frozenset(("people", "children", "you", "we", "they", "i", "men", "women", "staff", "who"))
