"""Talk about talk: "our chat about Kubernetes" is Kubernetes, "We talked about the lab" the lab."""

from __future__ import annotations

import re

_PRAISE = (
    r"(?:(?:very|really|quite|so|such|a|an|the|our|my|your|this|that|great|good|nice|long|short|brief|quick"
    r"|lovely|interesting|fun|fascinating|helpful|wonderful|excellent|enjoyable|insightful|pleasant|deep"
    r"|lively|whole|honest|open|initial|first|small|little|productive|engaging|thoughtful|friendly|amazing"
    r"|awesome|super|cool|technical)\s+)*"
)
_TALK = (
    r"(?:chats?|talks?|convos?|conversations?|discussions?|exchanges?|dialogue|debate|digression|tangent"
    r"|back[- ]and[- ]forth)"
)
_CALL = (
    r"(?:(?:a|an|the|our|my|good|great|nice|short|quick|brief|long|phone|video|zoom|teams|in-person|intro|first"
    r"|second|third|final|tech|technical|case|coffee|screening|panel|hr|behaviou?ral|follow-up)\s+)*"
    r"(?:call|meeting|interview|screen|screening)"
)
"""What a conversation was, with which nobody means what it was about."""
_NAMED = r"(?-i:[A-Z])[\w'’.-]*(?:\s+(?-i:[A-Z])[\w'’.-]*)?"
_WHOM = rf"(?:with|between|to)\s+(?:you|us|them|her|him|{_NAMED}(?:\s+and\s+{_NAMED})?)"
_WITH = rf"{_WHOM}\s+"
"""Who talked: the reader, or somebody by name."""
_WHEN = (
    r"(?:the |a |an )?(?:phone|telephone|zoom|teams|video|call|lunch|coffee|tea|dinner|breakfast|drinks"
    r"|beers?|interpreter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:call|chat))?$"
)
_ABOUT = rf"(?:about|of|around|regarding|concerning|re|(?:on|over|through)(?!\s+{_WHEN}))[:.]?"
_ONLY_TALK = re.compile(
    rf"(?:n/a\s+)?{_PRAISE}(?:{_TALK}|{_CALL}|phone|video|zoom|teams|chemistry|vibes?|energy|rapport|atmosphere)"
    rf"(?:\s+(?:on|over|by)\s+{_WHEN}|\s+{_WHOM})?",
    re.IGNORECASE,
)
_TALK_ABOUT = re.compile(
    r"(?:(?:we|you|you and i|both of us)\s+(?:had|have|shared)\s+)?"
    r"(?:(?:i|we)\s+(?:really\s+|particularly\s+|especially\s+|also\s+)?(?:enjoyed|liked|loved|appreciated)\s+)?"
    rf"{_PRAISE}{_TALK}\s+(?:(?:that\s+)?(?:we|you and i)\s+had\s+)?"
    rf"(?:{_WITH})?{_ABOUT}\s+(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_CALLED_ABOUT = re.compile(
    rf"(?:{_CALL}\s+(?:{_WITH})?(?:about|regarding|concerning|re)[:.]?"
    rf"|{_PRAISE}(?:{_TALK}|phone call)(?:\s*:|\s+[-–—]))"
    r"\s+(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SPOKE = (
    r"(?:talk(?:ed)?|spoke|spoken|chatted|bonded|laughed|joked|geeked out|connected|compared notes|went deep"
    r"|exchanged ideas|touched|reminisced|got talking|got to talking|swapped (?:stories|notes))"
)
_MUCH = rf"(?:(?:a lot|a bit|briefly|at length|mostly|mainly|together)\s+|{_WITH})"
_WE_TALKED = re.compile(
    r"(?:(?:when|that|how)\s+)?(?:i|we|you and i)\s+"
    r"(?:(?:also|briefly|mostly|mainly|really|just|even|both|only|then|already|had|have)\s+)*"
    rf"(?:{_SPOKE}\s+(?:{_MUCH})*{_ABOUT}|discussed:?|covered|explored|went (?:over|through)"
    r"|(?:(?:really|particularly|especially) )?(?:enjoyed|liked|loved|appreciated)\s+"
    r"(?:talking|speaking|chatting|hearing|learning|discussing)\s*(?:with you\s+)?(?:about)?)\s+(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TALKING = re.compile(
    rf"(?:(?:talking|speaking|chatting|hearing|conversing)\s+(?:{_MUCH})*(?:about|of)|discussing|about|regarding|re:)\s+"
    r"(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TALKED = re.compile(
    rf"(?:(?:talked|spoke|chatted|bonded|touched|reminisced)\s+(?:{_MUCH})*{_ABOUT}|discussed:?)\s+(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_MENTIONED = re.compile(
    r"you\s+(?:\w+ly\s+|also\s+)?(?:mentioned|described|explained|showed me|told me (?:about|of)"
    r"|(?:talked|spoke) (?:about|of)|brought up|shared|raised)\s+"
    r"(?P<of>(?:the|a|an|your|how|why|what|that)\s+\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WAS_ABOUT = re.compile(
    r"(?:it|this|that|we|the (?:talk|chat|conversation|interview|meeting))\s+(?:was|were)\s+"
    r"(?:mostly |mainly |all |really )?about\s+(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LIKED = re.compile(r"(?:loved|liked|enjoyed|for|with)\s+(?P<of>\S.*)", re.IGNORECASE | re.DOTALL)


def is_only_talk(words: str) -> bool:
    """Whether it is about the conversation and says nothing of it: "great chat"."""
    return bool(_ONLY_TALK.fullmatch(words))


def object_of_talk(words: str) -> str:
    """What was talked about; "" for what is no talk about talk."""
    found = (each.fullmatch(words) for each in (_TALK_ABOUT, _CALLED_ABOUT, _WE_TALKED, _TALKING, _TALKED))
    return next((match["of"] for match in found if match), "")


def is_told_otherwise(words: str) -> bool:
    """Whether what was talked about stands in a sentence of which something is lost.

    It lacks its subject ("Talked about the rota"), or somebody is named with whom one talked ("call with
    Ana about the rota").
    """
    named = re.search(rf"\b(?:with|to|between)\s+{_NAMED}\s", words[: -len(object_of_talk(words)) or None])
    return bool(named or _TALKED.fullmatch(words))


def what_was_meant(words: str) -> str:
    """What a sentence is about that was typed instead: "You mentioned the March launch"; "" if unclear."""
    first, _, rest = words.partition(" ")
    if first.casefold() == "if" and rest:
        return f"whether {rest}"
    found = (each.fullmatch(words) for each in (_MENTIONED, _WAS_ABOUT, _LIKED))
    return next((match["of"] for match in found if match), "")
