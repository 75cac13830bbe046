"""What an ask for the job may say, one line a kind."""

from __future__ import annotations

from eitherway.proof.prose.phrases import SOME_WORDS, one_of, pattern

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
        internship, fellowship, apprenticeship, clerkship, residency, part(?! of), bench, chair, gig, shift,
        THEROLE
        """
    ),
    "will": one_of("to, will, would, might, could, can, may, both"),
    "hope": one_of(
        "hope, hoping, hopeful, ask, asking, wish, trust, request, appreciate, like, love, want, <glad>"
    ),
    "proud": one_of("proud, honou?red, thrilled, delighted, overjoyed, humbled, privileged, over the moon"),
    "support": one_of("support, vote, yes, recommendation, offer, endorsement, backing, approval"),
    "wish": one_of(
        r"""
        want, wish, hope, hoping, ask, asking, request, requesting, like, love, aim, intend, beg, would,
        should, ready, happy, glad, gladly, delighted, pleased, honou?red, honou?r, proud, thrilled,
        grateful, privileged?, pleasure, eager, appreciate, welcome, mean, humbled, lucky
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
    "work": r"(?!(?:<favour>|you|your|him|her|them|all|every\w*|the|this|both|mrs?|ms|dr)\b)[a-z]{2,15}",
    "favour": one_of(
        r"""
        talk, speak, discuss, meet, share, walk, chat, hear, see, visit, send, show, go over, catch, connect,
        follow, thank, say, tell, explain, answer, clarify, note, mention, check, draft, prepare, provide,
        arrange, return, stay, keep, spend, think, find, look, bring, address, express, congratulate, help,
        come(?! and), go, answer, complete, demonstrate, elaborate, expand, walk, pass, forward, let, offer,
        try, set up, schedule, learn, know, be able, be of
        """
    ),
    "beside you": one_of(
        r"""
        (?:for|with|beside|alongside|under|among) (?:you|y['’]all|THEFIRM|your (?:\w+ )?\w+|the team),
        at THEFIRM, in your corner, at your bench, at your side, among your patients
        """
    ),
    "mine": one_of(
        r"""
        the one you, your choice, your first choice, in my favou?r, will be mine, be mine, is mine,
        your vote, your support, to work here, an offer
        """
    ),
}
ASKS = pattern(
    r"""
    \b<hope>\b[^.?!]{0,60}?\b(?<!if )<you> (?:<will> )*<some><hire me>\b
    \b(?:will|would|could|can|won['’]t) you <some><hire me>(?!\w)
    \b(?:can|could|may|might) I (?:please )?have <the> <some><job> ?\?
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
    \b<glad> to (?:come and )?<work> <some><beside you>\b
    \b<glad> to (?:run|lead|head|manage|captain|keep|look after|take(?: on| over| up)?|have|fill|hold) (?:it|
        (?:the|your) (?!test|exam|course|call|trial|train|tour|time|forms?\b)(?:[\w'’-]{1,30} ){0,3}?\w+)
        (?=[.,;!]| for you| (?:until|through|from)\b|$)
    \b(?:would|should) be (?:\w+ )?<glad> (?:of|for) <the> <some>(?:<job>|work|start)\b
    \b(?:hope|want|like|love) to spend (?:the (?:next|rest)|my) <some><beside you>\b
    \b(?:hope|want|like|love) to spend my (?:days|years|life|working|career)\b
    \bwould be (?:\w+ )?<proud> to <work>\b
    \b(?:would|should) be (?:an?|my|the) (?:\w+ )?(?:privilege|honou?r|joy|dream) to <work>\b
    \bwould <some>give (?:a lot|a great deal|anything|much|my \w+(?: \w+)?) (?:to|for)\b
    \b(?:welcome|relish|love|like|want|treasure) (?:the|a|this|your) (?:chance|opportunity) to (?:run|lead|
        head|manage|own|join|take (?:on|over)|look after|work (?:for|with)) (?:the|your|you|THEFIRM)\b
    \b(?:would|should) (?:[\w'’-]{1,30} ){0,2}?(?:rather|sooner|prefer to) (?:be|work|take|come|join)\b
        [^.?!]{0,60}?\b(?:you|yours|THEFIRM|here)\b
    \b(?:yours|this) is the (?:\w+ )?(?:one|<job>) (?:that |which )?I (?:<shall> )?(?:\w+ )?(?:want|rather|
        take|like|love|hope for|choose)\b
    \b(?:nowhere|no (?:\w+ )?<job>|nothing) (?:that )?(?:else )?I (?:would|should) rather\b
    \b(?:<glad>|love|like|want|hope|wish)\b[^.?!]{0,30}\b(?:be|were) me\b
    \bwould (?:happily|gladly) <work> <some>(?:you|your|THEFIRM)\b
    ^(?:so |and |just )?(?:give|offer) me (?:the|this|a|your) (?!call|ring|shout|line|day|week|minute|moment|
        time|note)\w+,? and\b
    \bif (?:it|the <job>|this)(?:['’]s| is| were| was) offered\b
    \b(?:ask|asking|hope|hoping) (?:you )?for (?:the|a|this|my) (?:chance|opportunity|start|trial)\b
    \blet me (?:show you|prove) what I can\b
    \b(?:giving|offering) me <the> <job>\b
    \bglad to get it\b
    \bI would (?:sign|start|say yes|take it|begin) (?:today|tomorrow|on the spot|now|at once|tonight)\b
    \b(?:hope|trust|hoping)\b[^.?!]{0,40}\b(?:is|be) (?:a )?yes\b
    \b(?:hope|hoping|hopeful|trust)\b[^.?!]{0,20}\byou (?:will )?let me <work>\b
    \b(?:mad|desperate|dying) for <the> <job>\b
    \b(?:want|hope|would (?:like|love)) to learn <some>(?:from|with|under|beside) (?:you|THEFIRM|your)\b
    \b(?:hat|name) in(?:to)? the (?:ring|hat)\b
    \b(?:hope|trust|believe) (?:that )?(?:there is|there['’]s|you (?:have|will find)) (?:a|some) <job>
    \bwould (?:count|consider|call|think) it an? (?:\w+ )?(?:blessing|privilege|honou?r|joy|gift) to <work>\b
    \bstill willing\b
    \bI want in\b|\btaking me on\b|\bif you (?:will )?let me\b|\bset my heart on\b
    \b(?:like|love|want|hope|<glad>) to take (?:it|this|that) on\b
    \bhope\b[^.?!]{0,20}\byou (?:will )?offer (?:it|this)\b
    \b<glad> to serve\b|\b<glad> by an offer\b|\bwould (?:gladly|happily) accept\b
    \b(?:like|love) for this to be my\b
    \b<job>, which I (?:would|should) (?:\w+ )?(?:like|love)\b
    \b(?:hope|trust) (?:that )?(?:this|that|yours|it) is (?:it|the one)\b
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
    \b(?:chance|opportunity) to (?:prove|show) (?:myself|you what|you that|it|what I|that I)\b
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
    \bwould (?:\w+ )?accept (?:it|the <job>|your offer)\b
    \b(?:like|love|want|hope) to be one of (?:the|your|those)\b
    \b(?:grateful|thankful) for (?:the|a) (?:chance|opportunity) to <work> <some><beside you>\b
    \bthe (?:work|job|one|place|post|role) (?:that )?I would choose\b
    """,
    _PARTS,
)
"""Patterns that an ask fulfils; the letter's role and company are read as THEROLE and THEFIRM."""

NO_WISH = pattern(
    r"""
    \b(?:whether or not|whether|when|before|after) (?:you|they|I)\b[^,;]{0,40}
    \bwhere (?:I|we|one|people|someone)\b[^.?!,;]{0,80}
    """
)
"""Conditions and places ask nothing: "whether or not you hire me", "a school where I would be happy"."""

WISHES = pattern(
    r"""
    \bI <some><would> <some>(?:like|love|welcome|relish|adore|enjoy|treasure|prefer|rather|sooner|give|accept|
        be <some><glad>)\b[^.?!]*?<work>
    \bI <some>(?:want|hope|wish|ask)\b[^.?!]*?<work>
    """,
    {
        "some": r"(?:\w+ ){0,3}?",
        "would": "(?:would|should|do|will|shall)",
        "glad": one_of(
            """
            glad, happy, proud, keen, honou?red, delighted, thrilled, pleased, grateful, lucky, fortunate,
            excited, eager, privileged, chuffed, tickled, overjoyed, ecstatic, elated, content, over the moon
            """
        ),
        "work": one_of(
            r"""
            \bto (?!you\b|your\b|the\b|a\b)[a-z]+, \b(?:job|post|role|position|place|offer|chance|work)\b,
            \b(?:it|this|THEROLE|THEFIRM)\b
            """
        ),
    },
)
"""A wish of the writer's about some work: mostly an ask in other words, and never quite none."""

OF_SOMETHING_ELSE = pattern(
    r"\b<word>\b",
    {
        "word": one_of(
            r"""
            hear, know, news, questions?, answer\w*, discuss\w*, talk\w*, speak\w*, chat\w*, meet\w*, met,
            references?, feedback, send, provide, share, show, thank, visit, tour, trial, call,
            come (?:in|back|by|again), reports?, notes?, follow\w*, check\w*, enjoyed, see, read, explain,
            help, drawings?, more about, took, taken, told, reply, either way, decision, wait,
            find, week, weekend, think, safe, well, luck, best
            """
        )
    },
)
"""What a wish is about that is no wish for the job: to talk, to help, to hear, to be well."""
