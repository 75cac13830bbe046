"""The product's rules for a letter (docs/design.md, section 1): it asks for the job and to hear either way.

What counts as asking: a first-person wish or request ("I would like", "I hope", "please") whose object is the
job itself: to be offered, given or hired for it, to become or serve as what the role is called, to join or to
work for the company. Interest ("I am very interested in the role") is no request, nor is a wish to help.
What counts as "either way": to be told ("let me know", "I hope to hear") whatever the answer is ("either
way", "whatever you decide", "yes or no", "even if it is no"), within one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding
from eitherway.proof.prose.manuscript import Known, Manuscript
from eitherway.proof.prose.passages import body, sentences
from eitherway.proof.prose.phrases import SOME_WORDS, in_full, one_of, pattern

ASK = (
    "The letter never asks for the job. Add a sentence that does, such as "
    '"I hope that you will offer me the job."'
)
EITHER_WAY = 'The letter never asks to hear back whatever the answer is. Add "Please let me know either way."'

ASKING = frozenset(("thank-you", "check-in", "last-note"))
"""The kinds of letter that ask for the job and for an answer."""

LONGEST = 180
"""Words between salutation and close (docs/design.md, section 4)."""

FAR_TOO_LONG = 300
"""From more words than these on no friendly reader would let it pass: nobody reads it to the end."""

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
        """
        your, THEFIRM, (?:the|this) <some>(?:team|crew|staff|company|firm|department|school|practice|office)
        """
    ),
    "offered me": one_of(
        "(?:hired|chose|picked|selected|appointed|offered) me, took me on, gave me <the> <some><job>"
    ),
    "some": SOME_WORDS,
    "the": one_of("the, this, that, your, an?, my, it, such an?"),
    "job": one_of(
        """
        jobs?, position, role, post, vacancy, appointment, offer, place, seat, spot, opening, assignment,
        internship, fellowship, apprenticeship, clerkship, residency, THEROLE
        """
    ),
    "will": one_of("to, will, would, might, could, can, may, both"),
    "hope": one_of("hope, hoping, ask, asking, wish, trust, request, appreciate, like, love, want, <glad>"),
    "support": one_of("support, vote, yes, recommendation, offer, endorsement, backing, approval"),
    "wish": one_of(
        """
        want, wish, hope, hoping, ask, asking, request, requesting, like, love, aim, intend, beg, would,
        should, ready, happy, glad, gladly, delighted, pleased, honou?red, honou?r, proud, thrilled,
        grateful, privileged?, pleasure, eager, appreciate, welcome, mean
        """
    ),
    "glad": one_of(
        "honou?red, glad, delighted, grateful, happy, thrilled, proud, pleased, over the moon, overjoyed"
    ),
    "give": one_of(
        """
        offer, hire, choose, select, appoint, pick, consider, recommend, support, employ, engage, put,
        take, give, keep, make, accept, trust, let
        """
    ),
    "given": one_of(
        """
        offered, hired, chosen, selected, appointed, considered, given, picked, employed, recommended,
        your, the one, the person, part of, a part of, a member, able to join
        """
    ),
    "begin": one_of(
        """
        become, becoming, serve, serving, start, starting, begin, continue, train, teach, work, working
        """
    ),
    "with you": one_of(
        """
        as, your, THEROLE, with you, for you, alongside you, beside you, under you, for THEFIRM,
        at THEFIRM, with THEFIRM, on your, in your, together
        """
    ),
    "take": one_of(
        """
        want, accept, accepting, request, requesting, ask for, asking for, ask you for, asking you for,
        apply for, applying for, take, take on, take up, taking on, taking up, have, fill, filling, win,
        earn, get, receive, request for, hoping for, hope for, consider me for
        """
    ),
    "join": one_of(
        """
        (?:to|of) (?:join|serve|become|be your|work for|work with), of (?:join|serv|becom)ing,
        of being your, of working (?:for|with)
        """
    ),
    "were to give": one_of("offer(?:ed)?, chose, choose, hired?, give"),
    "shall": one_of("will, would, shall, should, can, could"),
    "mine": one_of(
        """
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

_TOLD = pattern(
    r"\b<told>\b",
    {
        "told": one_of(
            r"""
            let (?:me|us) (?:know|hear), keep me (?:posted|informed|updated|in the loop), leave me a,
            hear, hearing, (?:give|send|drop|write|tell|inform|advise|update|notify) (?:to )?me,
            (?:e-?mail|call|phone|telephone|ring|text|contact) me, reply, respond, response, answer,
            (?:a|one) (?:\w+ )?(?:word|line|note|message), news, be told, told, be in touch, get in touch,
            get back, to know
            """
        )
    },
)
_WHATEVER = pattern(
    r"\b<whatever>\b",
    {
        "whatever": one_of(
            """
            either way, either answer, any answer, whichever, one way or (?:the other|another),
            whatever (?:you|the|your|it|way|happens|answer|decision|news|they), yes or no, yes or a no,
            no or (?:a )?yes, good news or bad, good or bad, positive or negative, favou?rable or not,
            whether or not, whether (?:it|the (?:answer|news|outcome|decision)) (?:is|be|turns out),
            whether (?:that is|I am|I have|I['’]ve|I got), even if, no matter, regardless, in either case,
            in any case, for better or worse, both ways, a no is, a no would, even a no
            """
        )
    },
)


def asks(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Every thank-you, check-in and last note asks for the job."""
    if manuscript.kind in ASKING and manuscript.text.strip() and not asks_for_the_job(manuscript):
        yield finding(
            FindingCode.NO_ASK,
            Severity.ERROR,
            ASK,
        )


def either_way(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Every thank-you, check-in and last note asks to hear either way."""
    if manuscript.kind in ASKING and manuscript.text.strip() and not asks_either_way(manuscript.text):
        yield finding(
            FindingCode.NO_EITHER_WAY,
            Severity.ERROR,
            EITHER_WAY,
        )


def length(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """At most 180 words between salutation and close; above 300 the letter waits until it is shorter."""
    start, end = body(manuscript.text)
    count = len(manuscript.text[start:end].split())
    if count > LONGEST:
        yield finding(
            FindingCode.TOO_LONG,
            Severity.ERROR if count > FAR_TOO_LONG else Severity.WARNING,
            f"The letter has {count} words. Shorten it to {LONGEST}, which are read to the end.",
        )


def asks_for_the_job(manuscript: Manuscript) -> bool:
    """Whether a sentence of the letter asks for the job, by the patterns above."""
    text = _with_stand_ins(manuscript)
    said = (" ".join(text[start:end].split()) for start, end in sentences(text))
    return any(_ASKS.search(_NO_WISH.sub(" ", in_full(sentence))) for sentence in said)


def asks_either_way(text: str) -> bool:
    """Whether a sentence asks to be told whatever the answer is."""
    return any(_TOLD.search(text, *span) and _WHATEVER.search(text, *span) for span in sentences(text))


def _with_stand_ins(manuscript: Manuscript) -> str:
    text = manuscript.text
    for name, stand_in in ((manuscript.role, "THEROLE"), (manuscript.company, "THEFIRM")):
        if name.strip():
            text = re.sub(rf"(?<!\w){re.escape(name.strip())}(?!\w)", stand_in, text, flags=re.IGNORECASE)
    return text
