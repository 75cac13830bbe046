"""The product's first rule for a letter (docs/design.md, section 1): it asks for the job.

What counts as asking: a first-person wish or request ("I would like", "I hope", "please") whose object is the
job itself: to be offered, given or hired for it, to become or serve as what the role is called, to join or to
work for the company; or to do some work for, with or beside the reader ("I'd love to bake for you"). Interest
("I am very interested in the role") is no request, nor is a wish to help, to talk or to hear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding
from eitherway.proof.prose.manuscript import Known, Manuscript
from eitherway.proof.prose.named import company_forms
from eitherway.proof.prose.passages import MANY, sentences
from eitherway.proof.prose.phrases import SOME_WORDS, in_full, one_of, pattern

ASK = (
    "The letter never asks for the job. Add a sentence that does, such as "
    '"I hope that you will offer me the job."'
)

ASKING = frozenset(("thank-you", "check-in", "last-note"))
"""The kinds of letter that ask for the job and for an answer."""

_PARTS = {
    "hire me": one_of(
        r"""
        (?:offer|hire|choose|select|appoint|pick|consider|recommend|support|employ|engage|accept) (?:me|my),
        (?:give|make|offer|let) me (?:have )?<the> (?:\w+ )?(?:\w+ )?<job>,
        (?:give|offer) (?:it|<the> (?:\w+ )?(?:\w+ )?<job>) to me,
        (?:give|allow) me <the> <some>(?:chance|opportunity|go|nod|try|start), trust me with,
        (?:take|keep|bring) me (?:on|aboard)(?! a), put (?:me|my name) (?:on|forward), have me(?= ?[?.]),
        make me (?:your|one of), let me (?:join|be part|be your|come and work|work for|work with)
        """
    ),
    "you": one_of("you, the (?:panel|committee|board|team|partners|trustees|court|council|jury), THEFIRM"),
    "the team": one_of(
        r"""
        your, THEFIRM, (?:the|this) <some>(?:team|crew|staff|company|firm|department|school|practice|office)
        """
    ),
    "offered me": one_of(
        "(?:hired|chose|picked|selected|appointed|offered) me, took me on, gave me <the> <some><job>"
    ),
    "some": SOME_WORDS,
    "the": one_of("the, this, that, your, an?, my, it, such an?"),
    "job": one_of(
        r"""
        jobs?, position, role, post, vacancy, appointment, offer, place, seat, spot, opening, assignment,
        internship, fellowship, apprenticeship, clerkship, residency, THEROLE
        """
    ),
    "will": one_of("to, will, would, might, could, can, may, both"),
    "hope": one_of("hope, hoping, ask, asking, wish, trust, request, appreciate, like, love, want, <glad>"),
    "support": one_of("support, vote, yes, recommendation, offer, endorsement, backing, approval"),
    "wish": one_of(
        r"""
        want, wish, hope, hoping, ask, asking, request, requesting, like, love, aim, intend, beg, would,
        should, ready, happy, glad, gladly, delighted, pleased, honou?red, honou?r, proud, thrilled,
        grateful, privileged?, pleasure, eager, appreciate, welcome, mean
        """
    ),
    "glad": one_of(
        "honou?red, glad, delighted, grateful, happy, thrilled, proud, pleased, over the moon, overjoyed"
    ),
    "give": one_of(
        r"""
        offer, hire, choose, select, appoint, pick, consider, recommend, support, employ, engage, put,
        take, give, keep, make, accept, trust, let
        """
    ),
    "given": one_of(
        r"""
        offered, hired, chosen, selected, appointed, considered, given, picked, employed, recommended,
        your (?!team|company|firm|school|department|office|business|organi), the one, the person,
        part of, a part of, on your team, in your team, on your crew, on the team, a member, able to join
        """
    ),
    "begin": one_of(
        r"""
        become, becoming, serve, serving, start, starting, begin, continue, train, teach, work, working
        """
    ),
    "with you": one_of(
        r"""
        as, your, THEROLE, with you, for you, alongside you, beside you, under you, for THEFIRM,
        at THEFIRM, with THEFIRM, on your, in your, together
        """
    ),
    "take": one_of(
        r"""
        want, accept, accepting, request, requesting, ask for, asking for, ask you for, asking you for,
        apply for, applying for, take, take on, take up, taking on, taking up, have, fill, filling, win,
        earn, get, receive, request for, hoping for, hope for, consider me for
        """
    ),
    "join": one_of(
        r"""
        (?:to|of) (?:join|serve|become|be your|work for|work with), of (?:join|serv|becom)ing,
        of being your, of working (?:for|with)
        """
    ),
    "were to give": one_of("offer(?:ed)?, chose, choose, hired?, give"),
    "shall": one_of("will, would, shall, should, can, could"),
    "long": one_of(
        "want, wish, hope, hoping, like, love, ask, asking, jump, leap, dying, honou?red, proud, prefer"
    ),
    "work": r"(?!(?:<favour>)\b)[a-z]{2,15}",
    "favour": one_of(
        r"""
        talk, speak, discuss, meet, share, walk, chat, hear, see, visit, send, show, go over, catch, connect,
        follow, thank, say, tell, explain, answer, clarify, note, mention, check, draft, prepare, provide,
        arrange, return, stay, keep, spend, think, find, look, bring, address, express, congratulate
        """
    ),
    "beside you": one_of(
        r"""
        (?:for|with|beside|alongside|under|among) (?:you|THEFIRM|your (?:\w+ )?\w+|the team), at THEFIRM,
        in your corner, at your bench, at your side, among your patients
        """
    ),
    "mine": one_of(
        r"""
        the one you, your choice, your first choice, in my favou?r, will be mine, be mine, is mine,
        your vote, your support, to work here, an offer
        """
    ),
}
_ASKS = pattern(
    r"""
    \b<hope>\b[^.?!]{0,60}?\b(?<!if )<you> (?:<will> )*<some><hire me>\b
    \b(?:will|would|could|can|won['’]t) you <some><hire me>(?!\w)
    \b(?:can|could|may|might) I have <the> <some><job> ?\?
    \brather (?:that )?you <offered me>\b
    \bwould\b[^.?!]{0,60}?\bif you <offered me>\b
    \b(?:to|by) (?:offering|hiring|choosing|selecting|appointing) me\b
    ^(?:so |and )?(?:hire|choose|pick|select|appoint) me\b
    ^(?:so |and )?(?:give|make|offer) me (?:the|this|a|an) (?:job|chance|offer)\b
    \b<wish>\b[^.?!]{0,40}?\b(?:be|being) <some><given>\b
    \b<wish> <some>(?:to )?<begin> <some><with you>\b
    \b<wish> <some>(?:to )?(?:be|become|becoming|being) (?:the|an?|your) (?:\w+ )?THEROLE
    \b<wish> <some>(?:to )?(?:be|become|becoming|being) (?:an? )?(?:part|member) of <the team>\b
    \b(?:want|wish|hope|like|love|honou?r|ask|asking|ready|privilege|<glad>) <some>to join\b
    \bwould <some>join\b
    \b<take> <the> <some><job>\b
    \b(?:would|should) (?:[\w'’-]{1,30} ){0,3}?(?:like|love) (?:to have )?<the> <some><job>\b
    \b(?:want|hope|(?:would|should) (?:like|love)) to do (?:this|the) <some><job>\b
    \bwelcome (?:an|your|the) offer\b
    \b(?:accept|glad of|grateful for|jump at|leap at) (?:an|any) offer\b
    \baccept (?:it|one)\b[^.?!]{0,20}\bif (?:it|one)\b[^.?!]{0,20}\boffered\b
    \bI (?:want|hope|would (?:like|love)) to (?:run|lead|head|manage|look after|take over) (?:your|the)\b
    \b(?:ask|asking|hope|hoping) (?:you )?for (?:your|the)? ?(?:[\w'’-]{1,30} ){0,2}?<support>\b
    \b<wish> <some>(?:chance|opportunity|honou?r|privilege) <join>\b
    \b<glad> if (?:you|I) (?:would |were to )?(?:<offered me>|<give>|<given>|chose|gave|were)\b
    \b(?:hope|hoping|want|wish|like)\b[^.?!]{0,60}?\b<mine>\b
    \b(?:please|kindly) <some>(?:consider|choose|hire|select|appoint|count|pick) (?:me|this|my)\b
    \b(?:please|kindly) <some><hire me>(?!\w)
    \bif you (?:were to )?<were to give>\b[^.?!]{0,60}?\bI <shall> <some>(?:accept|take it|start|come)\b
    \bsay yes\b
    \b<long> <some>(?:to |at the chance to |the chance to )<work> <some><beside you>\b
    \b<glad> to (?:work|build|cook|write|teach|play|serve|drive|fly|join|be) <some><beside you>\b
    \bI (?:<shall> )?(?:\w+ ){0,2}?(?:want|love|like) to <work> yours\b
    \b(?:come|climb|step|get|be|brought|bring me) (?:aboard|on board|on to your team)\b
    \bI (?:do |still |really |would |should |dearly |truly |very much |badly )*(?:want|love|like) (?:it|
        this)(?: (?:very|so) much| badly)\b
    \bI (?:do |still |really |dearly |truly |badly )*want (?:it|this|that)(?: \w+)?(?:[.,;!]| and\b)
    \b(?:hope|trust|wish|pray|hoping)\b[^.?!]{0,30}\banswer (?:is|will be|turns out to be) (?:a )?yes\b
    \b(?:want|hope|like|love) (?:to have )?the work\b
    \b(?:would|will|should|am|be) (?:\w+ )?<glad> to (?:accept|get (?:it|this|an?|the)|have (?:it|this|
        the)|be (?:taken on|asked|the one))
    \b(?:be|am) <some>(?:happy|up|over the moon|pleased|lucky|tickled|chuffed|overjoyed|ecstatic|
        thrilled|made up) <some>to (?:get|have|be (?:given|offered|taken|asked)) <some>(?:<job>|this|it|
        on|an offer)\b
    \b(?:ask|asking) (?:you )?(?:plainly )?for (?:it|this|that|<the> <some><job>)\b
    \b(?:jump|leap) at (?:the|any|this|an|a|such an?) (?:\w+ )?(?:job|chance|offer|opportunity|place|
        post|role|position)\b
    \bif you (?:can use|could use|need|want|pick|choose|take|would have|will have|hire|offer|chose|
        picked|hired) me\b
    \bgive me (?:the|this|your|that|an?) (?:\w+ )?(?:work|job|chance|apprenticeship|nod|place)\b
    \bif (?:the|this|that) (?:[\w'’-]{1,30} ){1,3}?(?:is|were|was|comes) mine\b
    \b(?:be )?the (?:one|person) (?:that )?you (?:choose|pick|call|hire|want|appoint)\b
    \bdo this for a living\b
    \bmy answer\b[^.?!]{0,40}\byes\b
    \bput me to work\b|, hire me\b|\btake a (?:chance|punt|gamble) on me\b|\blet me be (?:the|your)\b
    \b<glad> to come and <work> <some><beside you>\b
    \b(?:chance|opportunity) to (?:prove|show) (?:myself|you|what I|that I)\b
    \b(?:hope|trust) (?:that )?I (?:am|will be|may be|can be) (?:the|what|who|that) (?:person|one|
        candidate|<job>|you|\w+) (?:that |whom? )?you\b
    \bgive (?:my right arm|my eye teeth|anything|a great deal|a lot|much) (?:for|to have|to get|
        to do) (?:this|the|that|your) <job>\b
    \btake (?:me|my name) (?:on|forward|up)\b
    \b<wish> <some>be <some>(?:taken on|brought on|signed up|on the team|in the team|on your books)\b
    \b(?:call|count|consider) this my (?:request|application|formal request|ask)\b
    \b(?:would|should|will|do|hope) <some>(?:take|accept) (?:it|the <job>|your offer) <some>if\b
    \bwant (?:to be|to become) (?:that|your|the) (?:\w+ ){0,3}?(?:you|person|one|THEROLE)\b
    \bconsider (?:me|this)\b[^.?!]{0,30}\b(?:request|ask|application|place|post|job|role|position)\b
    \b(?:please|do|kindly) (?:have|let) me (?:on|in|aboard|work|join|do)\b
    \bI (?:would|should|will) (?:\w+ )?(?:start|begin|come|accept|say yes)\b[^.?!]{0,40}\bif (?:you|it|
        the)\b[^.?!]{0,30}\b(?:offer|ask|mine|want|say|job|role|hire)
    \bif (?:it|the <some><job>|<the> <some><job>) (?:is|were|remains) (?:still )?(?:open|available|
        free)\b[^.?!]{0,40}\bI (?:would|should|want|hope|am)\b
    \bin (?:the|your) running\b[^.?!]{0,40}|\bwould (?:still )?(?:very much )?like to be considered\b
    \bput my name forward\b
    \b(?:is|are) (?:exactly )?(?:the )?(?:job|role|position|post|work|one) (?:that )?I want\b
    \bwhat I want is <the> <some><job>\b
    \bwants? (?:this|the|your) <some><job> more than I\b
    \banswer (?:[\w'’-]{1,30} ){0,5}?(?:would|will) be (?:a )?yes\b
    """,
    _PARTS,
)
"""Patterns that an ask fulfils; the letter's role and company are read as THEROLE and THEFIRM."""

_NO_WISH = pattern(
    r"""
    \b(?:whether or not|whether|when|before|after) (?:you|they|I)\b[^,;]{0,40}
    \bwhere (?:I|we|one|people|someone)\b[^.?!,;]{0,80}
    """
)
"""Conditions and places ask nothing: "whether or not you hire me", "a school where I would be happy"."""


def asks(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Every thank-you, check-in and last note asks for the job."""
    if manuscript.kind in ASKING and manuscript.text.strip() and not asks_for_the_job(manuscript):
        yield finding(
            FindingCode.NO_ASK,
            Severity.ERROR,
            ASK,
        )


def asks_for_the_job(manuscript: Manuscript) -> bool:
    """Whether a sentence of the letter asks for the job, by the patterns above."""
    text = _with_stand_ins(manuscript)
    return any(_asks(text[start:end]) for start, end in sentences(text))


@lru_cache(maxsize=MANY)
def _asks(sentence: str) -> bool:
    return bool(_ASKS.search(_NO_WISH.sub(" ", in_full(" ".join(sentence.split())))))


def _with_stand_ins(manuscript: Manuscript) -> str:
    text = manuscript.text
    firms = ((named.text, "THEFIRM") for named in company_forms(manuscript.company))
    for name, stand_in in ((manuscript.role, "THEROLE"), *firms):
        if name.strip():
            text = re.sub(rf"(?<!\w){re.escape(name.strip())}(?!\w)", stand_in, text, flags=re.IGNORECASE)
    return text
