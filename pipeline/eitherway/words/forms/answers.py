"""What people type who have nothing to say, or who speak to themselves."""

from __future__ import annotations

import re

_NOTHING = """
n/?a|n\\.?\\s?a\\.?|nil|none|null|nan|no|nope|nothing|nada|zero|tb[adc]|to be (?:added|decided|confirmed|done|filled(?: in)?)|
todo|to do|to-do|x{1,9}|y{1,3}|z{1,9}|idk|dunno|unknown|unsure|not sure|not applicable|blank|empty|skip(?:ped)?|pending|later|
same(?: as (?:above|before|below|last time|the others?))?|ditto|as above|see above|above|idem|misc|miscellaneous|various|
various (?:things|topics)|stuff|things|lots?|a lot|lots of (?:stuff|things|topics)|many (?:things|topics)|a lot of (?:things|stuff)|
everything|all sorts(?: of things)?|anything|something|whatever|etc|general|general (?:stuff|things|chat|topics|talk)|the usual(?: stuff)?|
usual (?:stuff|questions)|standard (?:stuff|questions|interview)|small ?talk|chit[- ]?chat|this and that|bits and pieces|
blah(?: blah)*|test|testing|asdf\\w*|qwert\\w*|foo|bar|lorem ipsum.*|ok|okay|yes|good|great|fine|nice|cool|interesting|fun|
forgot|i forgot|forgotten|no idea|no clue|no (?:notes?|specifics?|details?|particulars?|info|information|time|memory|recollection|answers?|record|entry|data|personal topics?)|no comment|no particular reason|no reason|just because|because|why not|
lost my notes|cannot say|can't say|hard to say|\\?+|
(?:i )?(?:really )?(?:do not|don't|cannot|can't|cant|dont|couldn't|didn't) (?:quite |really |even )?(?:remember|recall|know|say|think of (?:anything|it))(?: (?:it|much|now|any(?:thing|more)?|what.*|exactly.*|details))?|
nothing (?:special|much|in particular|particular|really|specific|interesting|memorable|notable|worth \\w+|to (?:add|say|report|note)|new|else|comes to mind|stands? out|stood out|of note|at all|yet|major|big|personal)(?: (?:really|to (?:add|say|report)))?|
not (?:much|a lot|really|anything(?: special)?|yet|sure yet|known|available|that i (?:remember|recall)|specified)|
none (?:really|that i (?:recall|remember)|yet)|no (?:personal )?(?:point|topic|topics)|(?:will|to) (?:fill|add|write|do)(?: (?:this|it))?(?: in)?(?: later)?|fill in(?: later)?|add later|
placeholder|insert .*|example|the (?:interview|conversation|talk|chat|job|role|position)|(?:our|the) (?:conversation|interview|talk|chat|meeting|call)|
we (?:just )?(?:talked|chatted|spoke)(?: a lot| briefly)?|(?:the )?usual|regular interview|normal (?:stuff|interview)|work stuff|job stuff|random stuff|
personal stuff|life|my (?:cv|resume|résumé)|nothing|keine ahnung|nichts|nada
"""
_EMPTY = re.compile(f"(?:{''.join(_NOTHING.split(chr(10)))})", re.IGNORECASE)
_LATER = re.compile(r"\s*[-–—:,;(]\s*(?:will |to )?(?:add|fill|be added|later|tbd|tbc)\b.*", re.IGNORECASE)
_LINK = re.compile(
    r"(?:(?:https?|ftp|file)://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+\.(?:com|org|net|io|edu|gov)(?:/\S*)?",
    re.I,
)
_LABEL = re.compile(
    r"(?:[QA]|n\.?b|note|notes|todo|to[- ]do|idea|reminder|fyi|ps|p\.s|action|follow[- ]?ups?|topics?|main points?|question|answer"
    r"|next steps?|pros?|cons?|likes?|dislikes?|me|him|her|them|good|bad)\s*[:=]",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"->|=>|→|\bw/|\bb/c\b|\b(?:btw|tbh|imo)\b|\?\?|!!|\b[AQ]:\s", re.IGNORECASE)
_ORDER = re.compile(
    r"(?:follow(?:ed|ing)? up (?:on|with|about|re)|(?:need|have|remember|want|going) to (?:send|ask|follow|check|email|e-mail|call|mention|remember|reply|write|thank|bring|look)"
    r"|make sure|look up|double[- ]check|find out|check (?:with|on|if|whether)|get back to|circle back|call back|see (?:my |the |also )?(?:notes?|cv|email|e-mail|file|attached|below|page|other|sheet)"
    r"|note to self|don't forget|do not forget|must (?:send|ask|mention)|should (?:send|ask|mention)|told (?:her|him|them)\b|ask(?:ed)? (?:her|him|them|about|for|if|whether)\b)",
    re.IGNORECASE,
)
_OWN_NEED = re.compile(
    r"\b(?:I|we) (?:really |just |badly |desperately )?need\b(?! to (?:feel|see|know|learn|grow))|\bdesperate\b|\b(?:pay|paying) (?:my|the|off my) (?:bills|rent|mortgage|debts?|loans?)\b"
    r"|^(?:the |more |good |easy |quick )?(?:money|cash)$|\bany job\b|\bhate my (?:job|boss)\b|\b(?:lost|losing) my job\b|\bunemployed\b|\bnothing better\b",
    re.IGNORECASE,
)


def is_no_answer(words: str) -> bool:
    """Whether it says nothing: "n/a", "nothing special", a single letter, a link.

    >>> is_no_answer("N.A."), is_no_answer("https://example.org/17"), is_no_answer("maps")
    (True, True, False)
    """
    bare = _LATER.sub("", words).strip(" .,;:!?-–—_*'\"()[]…/\\").replace("’", "'")
    letters = sum(sign.isalpha() for sign in bare)
    return letters < 2 or bool(_EMPTY.fullmatch(bare) or _LINK.fullmatch(bare))


def is_note(words: str) -> bool:
    """Whether somebody wrote it down for themselves: "Q: why us?", "follow up on references"."""
    plain = words.replace("’", "'")
    return bool(_LABEL.match(plain) or _SIGNS.search(plain) or _ORDER.match(plain))


def is_own_need(words: str) -> bool:
    """Whether a reason speaks of what its writer lacks, which no employer should read: "I need the money"."""
    return bool(_OWN_NEED.search(words.replace("’", "'")))
