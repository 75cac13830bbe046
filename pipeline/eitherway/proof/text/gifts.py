"""No gifts and no social-network invitations before the final decision (docs/design.md, section 1)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding, quoted
from eitherway.proof.prose.manuscript import Known, Manuscript, Span
from eitherway.proof.prose.passages import MANY, Found, by_block, sentences_in
from eitherway.proof.prose.phrases import SOME_WORDS, one_of, pattern

GIFT = "offers a gift before the decision. Leave it out, and the gift unsent."
INVITATION = "is a social-network invitation before the decision. Leave it out."

_CONTAINERS = one_of(
    r"""
    bottles?, cases?, box(?:es)?, jars?, bunch(?:es)?, tins?, bouquets?, baskets?, hampers?, tickets?,
    pair, trays?, plates?, batch, bags?
    """
)
_TREATS = one_of(
    r"""
    wine, champagne, prosecco, whiske?y, (?:single )?malt, scotch, bourbon, brandy, cognac, cava, bubbly,
    fizz,
    cider, ale, beer, gin, rum, port, red, white, fudge, shortbread, macarons, baklava, pears, oranges,
    chocolates?, truffles, cookies, biscuits,
    sweets, candy, candies, honey, jam, marmalade, flowers, roses, lilies, tulips, fruit, tea, coffee,
    cupcakes, muffins, pastries, doughnuts, donuts, brownies, bread, cake, pie, baking, treats, goodies
    """
)
_GOOD_THINGS = one_of(
    f"""
    {_TREATS}, the game, the match, the opera, the theat(?:er|re), the concert, the ballet, the show,
    (?:a|an|your) (?:game|match|concert|show)
    """
)
_PRESENTS = one_of(
    r"""
    flowers, bouquet, chocolates, champagne, hamper, fruit basket, cupcakes, cookies, brownies, doughnuts,
    donuts, pastries, mug, (?:potted|house) ?plant, orchid, succulent, souvenir, keepsake, treats?,
    goodies, vouchers?, e-?gift
    """
)
_GIFT = pattern(
    r"""
    \bgifts?\b(?!\s(?:shops?|stores?|wrap|registry|aid|guides?|sales|season|of|ideas?|officers?)\b|-)
    \bgifts? of (?:wine|chocolate|flowers|food|tea)
    \bgift (?:cards?|certificates?|vouchers?|baskets?|box(?:es)?|bags?)\b
    \b<containers> (?:of|to|for) (?:[\w-]{1,20} ){0,3}?<good things>\b
    \b<presents>\b
    \bpresents?\b(?=[\s,.](?:for you|to|is|will|on|at|by|with)\b|[,.])
    \b(?:small|little|tiny) (?:present|something|thank-you|surprise|treat)\b
    \btoken of (?:my|our)\b
    """,
    {"containers": _CONTAINERS, "good things": _GOOD_THINGS, "presents": _PRESENTS},
)
"""What people give; what only sounds so ("a gift for explaining") is told apart by the giving."""

_ADVERBS = one_of(
    r"""
    have, has, am, are, was, were, will, would, also, just, already, recently, took, the, liberty, of,
    like, love, wanted, want, to, hope, can, going, did, been
    """
)
_GIVE = one_of(
    r"""
    sen[dt](?:ing)?, left, leave, leaving, enclos\w\w?\w?, attach(?:ed|ing)?, includ(?:e|ed|ing),
    drop(?:ped|ping)?, mail(?:ed|ing)?, post(?:ed|ing)?, order(?:ed|ing)?, bought, buy(?:ing)?,
    deliver(?:ed|ing)?, br(?:ing|inging|ought), give, giving, gave, offer(?:ed|ing)?, present(?:ed|ing)?,
    arrang(?:e|ed|ing), ship(?:ped|ping)?, pick(?:ed)? (?:up|out), got, get, getting, made, baked?,
    baking, treat(?:ed|ing)?
    """
)
_I_GIVE = r"\b(?:I|we)(?:['’](?:ve|m|ll|d|re))?\b(?: <adverbs>){0,8} <give>\b"
_WORDS_OF_GIVING = {"I give": _I_GIVE, "adverbs": _ADVERBS, "give": _GIVE, "treats": _TREATS}
_TOLD_AS_SENT = pattern(
    r"""
    \b(?:<presents>|<treats>|tickets)\b[^.?!]{0,60}?\b(?:is|are|was|were|came|come) from (?:me|us)\b
    \b(?:<presents>|tickets|(?:season|day|gift) pass(?:es)?|vouchers?)\b[^.?!]{0,60}?\b(?:if|in case|should)
        \syou(?:['’]d\b|\s(?:would|want|fancy|and your|like|care)\b)
    \b(?:drinks?|lunch|dinner|coffees?|beers?|pints?|round|meal|breakfast|supper|tab)(?:['’]s|\s(?:is|are|
        will be))? on me\b
    \bI(?:['’](?:ve|ll|d))? (?:\w+ ){0,2}?(?:left|put|got|bought|have|
        dropped) (?:you )?(?:\w+ ){0,3}?(?:<presents>|tickets|bottle of \w+|
        <treats>) (?:\w+ ){0,3}?(?:for you|with your|at your|on your|behind the)\b
    """,
    {"presents": _PRESENTS, "treats": _TREATS},
)
"""Gifts told as sent or put in the reader's hand: "the flowers on your desk are from me", "a drink on me"."""

_GIVING = pattern(_I_GIVE, _WORDS_OF_GIVING)
_GAVE = pattern(
    r"\s(?:(?:that|which) )?<I give> (?:[\w-]{1,20} ){0,2}?(?:your? (?:team|office|staff|family|desk)|you)\b",
    _WORDS_OF_GIVING,
)
"""What follows a gift that has been sent, or will be: "the gift that I sent you"."""

_HANDED_OVER = pattern(
    r"""
    \b(?:enclosed|attached|included|here) (?:is|are|please find) <count> (?:<no link>[\w$£€.'’-]{1,20} ){0,2}$
    """,
    {
        "count": one_of("an?, some, two, three, four, six, several, a few, a couple of, my, our"),
        "no link": r"(?!(?:of|on|for|about|from)\b)",
    },
)
"""What stands before a gift that comes with the letter: "Enclosed is a $20 gift card"."""

_TREAT = pattern(
    r"""
    <I give> you (?:some|a|an|my|our|homemade|fresh) (?:<no link>[\w-]{1,20} ){0,3}?<treats>\b<so much>
    \b<treats> (?:(?:that|which) )?<I give> (?:(?:to|for) )?you\b
    """,
    {
        "so much": r"(?=[.,;!]| (?:for|as|from|on|when|next|tomorrow|with|and)\b)",
        "no link": r"(?!(?:of|on|for|about|from)\b)",
        **_WORDS_OF_GIVING,
    },
)
_ON_ITS_WAY = pattern(
    r"""
    \bon (?:its|the|their) way\b
    \bin the (?:mail|post)\b
    \b(?:is|are|will be|should be) (?:waiting|enclosed|attached|arriving|coming|delivered)\b
    \b(?:is|are|will be) at (?:the )?(?:reception|front desk)\b
    \b(?:will|should|to) (?:arrive|reach you|come)\b
    \b(?:accept|enjoy|find) (?:this|the|these|my|a|enclosed|attached)\b
    \b(?:comes|came) with\b
    \bto (?:say|show|express) (?:thank|my|how)
    \bby way of thanks\b
    \bas an? (?:small |little )?(?:thank|token|sign)
    \bfor you(?= and| as|[.,])
    \bfor your (?:office|desk|team|staff|family|kids|children)\b
    \blook(?:ing)? out for\b
    \bkeep an eye out\b
    """
)
_TO_YOU = pattern(
    r"\b<you>\b",
    {
        "you": one_of(
            r"""
            you, your, yours, team, staff, office, reception(?:ist)?, front desk, everyone, everybody,
            with this, enclos\w*, attach\w*, (?:this|the) (?:letter|note|card|e-?mail|package|parcel),
            thanks, thank-you, gratitude, appreciation, in the mail, in the post, look(?:ing)? out for
            """
        )
    },
)
_TREATING = pattern(
    r"\b(?:buy|treat|take|get|invite|stand) you (?:and [\w ]{1,20}? )?(?:out )?<some><treat>\b",
    {
        "some": SOME_WORDS,
        "treat": one_of(
            r"""
            lunch, dinner, coffee, drinks?, beer, brunch, breakfast, supper, game, match, concert, show,
            meal, party, barbecue, round
            """
        ),
    },
)

_NETWORK = one_of(
    r"""
    LinkedIn, Linked In, Facebook, Instagram, Insta, Twitter, TikTok, Snapchat, WhatsApp, Bluesky,
    Mastodon, Xing, Pinterest, Discord, Telegram, WeChat, YouTube, Reddit, Tumblr, Strava, Goodreads,
    Threads, Messenger, X, social media, social networks?, social networking
    """
)
_INVITATION = pattern(
    r"""
    \b<add> you\b <some>(?:on|via|through|over|to|at|from my) (?:my )?<network>\b
    \b<find> (?:me|us)\b(?: up)? <some><on> <network>\b
    \b<let us> (?:(?:stay|keep|be|get|also) )?<connect> <some><on> <network>\b
    \b(?:friend|connection|follow|contact) (?:request|invitation|invite)\b
    \b(?:invitation|invite|request)s? <some>to (?:connect|link|follow|be friends|join my (?:\w+ )?network)\b
    \b(?:invitation|invite|request)s? <some>(?:on|via|through|over|from) <network>\b
    \b(?:my|a|an|the) <network> (?:request|invitation|invite)\b
    \b(?:join|become part of|be part of) my (?:professional |personal |online )?(?:<network> )?network\b
    \b<we should> (?:(?:stay|keep|be|get|also) )?<connect> <some><on> <network>\b
    \b<network>\b(?:[^?!\n]{0,80}?\b<please> <some>(?:connect|link up) with me\b|
        [^.?!\n]{0,80}?\b<I sent> you <some>(?:invitation|invite|request)\b|
        [^.?!\n]{0,80}?\b<I sent> (?:an|my|the) (?:invitation|invite)\b(?! to (?!you\b)))
    \b<I sent> you <some>(?:invitation|invite|request)\b[^.?!\n]{0,40}?<on> <network>\b
    \b(?:added|add|adding) you <some>as (?:a|my) (?:friend|connection)\b
    \b(?:followed|friended|added|DM['’]?d) you\b(?= (?:yesterday|today|last|this|just|on|already|too)|[.,])
    """,
    {
        "some": SOME_WORDS,
        "network": _NETWORK,
        "on": "(?:on|via|through|over|at)(?: my)?",
        "connect": "(?:connect(?:ed)?|link up|linked|be friends|in touch)",
        "we should": r"(?:we|you and I) (?:must|should|shall|ought to|need to|have to|will)",
        "please": "(?:please|do|kindly|free to|happy to|glad to|welcome to|you (?:can|could|may|might))",
        "I sent": r"I(?:['’](?:ve|ll|m))?(?: (?:have|just|also|already|will|am))* (?:sen[dt](?:ing)?|made)",
        "find": "(?:add|follow|friend|find|message|join|connect with|link (?:up )?with|look for|look)",
        "add": one_of(
            r"""
            add(?:ed|ing)?, follow(?:ed|ing)?, friend(?:ed|ing)?, messag(?:e|ed|ing), DM(?:['’]?d|ed)?,
            tagg?(?:ed|ing)?, found, find, look(?:ed)?, connect(?:ed|ing)? with,
            link(?:ed|ing)? (?:up )?with, reach(?:ed)? out to, invit(?:e|ed|ing)
            """
        ),
        "let us": one_of(
            "let['’]s, let us, we, to, can, could, might, please, perhaps, also, and, be, stay, keep, get"
        ),
    },
)
"""An invitation to the reader; what somebody does on a network for a living is none."""


def gifts(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """A gift before the decision looks like a bribe."""
    if manuscript.decided:
        return
    for found in by_block(manuscript.text, _gifts):
        words = quoted(manuscript.text, found.span)
        yield finding(FindingCode.GIFT, Severity.ERROR, f"{words} {GIFT}", found.span)


def social_invitations(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """An invitation to a social network waits until the decision has been made."""
    if manuscript.decided:
        return
    for found in by_block(manuscript.text, _invitations):
        words = quoted(manuscript.text, found.span)
        yield finding(FindingCode.SOCIAL_INVITATION, Severity.ERROR, f"{words} {INVITATION}", found.span)


@lru_cache(maxsize=MANY)
def _gifts(text: str) -> tuple[Found, ...]:
    spans = (_gift(text, sentence) for sentence in sentences_in(text))
    return tuple(Found(*span) for span in spans if span)


@lru_cache(maxsize=MANY)
def _invitations(text: str) -> tuple[Found, ...]:
    return tuple(Found(*match.span()) for match in _INVITATION.finditer(text))


def _gift(text: str, sentence: Span) -> Span | None:
    """From the giving to the gift, where a sentence gives the reader something."""
    kinds = (_TREATING, _TREAT, _TOLD_AS_SENT)
    treating = next((match for kind in kinds if (match := kind.search(text, *sentence))), None)
    if treating:
        return treating.span()
    gift = _GIFT.search(text, *sentence)
    if gift is None:
        return None
    if handed := _HANDED_OVER.search(text, sentence[0], gift.start()):
        return handed.start(), gift.end()
    if gave := _GAVE.match(text, gift.end(), sentence[1]):
        return gift.start(), gave.end()
    if not _TO_YOU.search(text, *sentence):
        return None
    giving = _GIVING.search(text, sentence[0], gift.start())
    coming = _ON_ITS_WAY.search(text, *sentence)
    if giving is None and coming is None:
        return None
    ways = [match.span() for match in (giving, coming, gift) if match]
    return min(start for start, _ in ways), max(end for _, end in ways)
