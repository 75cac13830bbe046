"""Slang, shouting, emoji and exclamation marks: what a letter between strangers does without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding, quoted
from eitherway.proof.prose.manuscript import Known, Manuscript, Span
from eitherway.proof.prose.masks import masks
from eitherway.proof.prose.passages import MANY, Found, blocks, by_block, salutation
from eitherway.proof.prose.phrases import one_of, pattern
from eitherway.words.salutations.honorifics import divided

SLANG = "is too casual for this letter. Say it in plain words."
TEXTING = "is from text messages. Write it out."
SHOUTING = "is in capitals, which reads as shouting. Write it in small letters."
PICTURE = "is a picture. Leave it out."
EXCLAIMED = "reads as shouting. End the sentence with a full stop."
ONE_EXCLAMATION = "An exclamation mark is rarely needed in a letter. A full stop is calmer."

_STRONGLY = one_of("(?-i:super), totally, mega, hella, wicked, damn, freaking, bloody, insanely, crazy")
_SLANG = pattern(
    r"""
    \b<slang>\b
    \b<strongly>(?: <strongly>)* \w+
    \b(?:really,? (?:really|so|very)|very,? (?:really|so|very)|so,? (?:really|so)) \w+
    \b(?:so|really|pretty|way) (?:cool|fun|neat|pumped|stoked|psyched|into)\b
    \bso much fun\b
    \b(\w{2,20}),? \1,? \1\b
    \b(?:was|is|are|were|that['’]s|it['’]s|sounds|seems|looks) cool\b(?! (?:to the|and|enough|in|on|at|down))
    \bhow cool\b
    \b(?:cheers|thanks|regards|yours|best|right|alright|sorry|sick|well|okay|ok|you|it|me),? (?:mate|pal|
        buddy|bud|fam|boss|dudes?|love|chief)\b(?=[.,!?;]|\W{0,4}\n)
    \b(?:was|is|were|so|absolutely|totally|pretty|looked|sounds?) (?:lit|dope|rad|ace|fire)\b(?=[.,!?])
    \b(?:that|it|this|which|so|absolutely|totally|pretty|looked|sounds?)(?:['’]s| was| is)? sick\b(?=[.,!?])
    (?<=[.!?]\s)cool\b[.!,]
    (?<=\n)(?:laters?|ttfn|byee*|thx|ta|hugs)\b(?=\W{0,4}\n)
    (?<=\n)ta\b|(?<=[.!?]\s)ta\b(?= (?:for|very|again))
    (?<=\n)(?:yo|sup|wassup)\b|(?<=[.!?]\s)(?:yo|sup|wassup)\b
    """,
    {
        "strongly": _STRONGLY,
        "slang": one_of(
            r"""
            awesome, gonna, wanna, gotta, kinda, sorta, dunno, lemme, gimme, ain['’]t, yep, yup, nope,
            nah, yay, woo-?hoo, wow, whoa, oops, yikes, ugh, meh, dude, bro, bruh, badass,
            kick-?ass, crap, crappy, damn, damned, dang, heck, hell of a, freakin, freaking, frickin,
            effing, shit\w*, fuck\w*, sucks, psyched, gotcha, gnarly, legit, lowkey, vibes?,
            vibing, slay, yolo, totes, obvs, no worries, no biggie, no-?brainer, my bad,
            (?:was|is|be) a piece of cake,
            hit me up, hang out, you guys, you rock, rocks!, peace out, catch you later, catch ya, see ya,
            later gator, take it easy, ciao, toodles, xoxo+, nailed it(?=[.,!]), crush(?:ed|ing) it(?=[.,!]),
            kill(?:ed|ing)? it(?=[.,!]), pumped (?:to|about|for),
            knock(?:ed)? it out of the park, fingers crossed,
            pretty please, heya, what['’]s up, cheerio, cuz,
            ['’]cause, coz, tho, luv,
            ya, totally, thanks (?:a )?(?:ton|tons|heaps|loads),
            (?:a ton|tons) of (?:fun|stuff|thanks|ideas|energy|experience), loads of fun,
            a (?:whole )?bunch of stuff,
            a blast(?=[.,!]| (?:meeting|talking|chatting|working)), super-?duper
            """
        ),
    },
)
_BETWEEN_FRIENDS = pattern(
    r"""
    \b(?:(?:am|was|be|i['’]m|so|super|really) stoked|y['’]all|yeah|hey|hiya|howdy|
        thanks a (?:million|bunch))\b
    (?<=\n)cheers\b(?=\W{0,4}\n)
    """
)
"""What is right in a warm letter, which greets by the given name."""

_TEXTING = pattern(
    r"\b<texting>\b",
    {
        "texting": one_of(
            r"""
            lol, lmao, rofl, omg, btw, imo, imho, tbh, idk, thx, thnx, tks, pls, plz, ppl, ttyl, brb,
            fwiw, ngl, smh, fyi, asap, nvm, jk, bff, tmrw, tmw, 2day, 2moro, 2nite, gr8, l8r, b4, 4u, ur,
            cya, wbu, hmu, irl, afaik, icymi, u(?=['’](?:ve|re|ll)), ive, youve
            """
        )
    },
)
_LETTER_FOR_A_WORD = re.compile(r"(?<![\w.'’&])u(?= [a-z])")
_PICTURES = re.compile(
    r"(?<![\w:/])(?:(?:[:;=]['’]?-?|8-)[)(DPpOo/\\|*](?![\w/])|<3|\^_\^|xD\b)"
    r"|[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50\u2B55\u231A\u231B\u23E9-\u23FA\u203C\u2049]"
    r"[\uFE0F\u200D\U0001F000-\U0001FAFF\u2600-\u27BF]*"
)
_EXCLAMATIONS = re.compile(r"(?<!\w)\w*!(?:\s?!)+|(?<!\w)\w*(?:\?!|!\?)[?!]*")
_EXCLAMATION = re.compile(r"(?<![!?])!(?![!?\w=])")
_CAPITALS = re.compile(r"(?<![\w@.&/'’-])[A-Z][A-Z'’]*(?:[ ,]+[A-Z][A-Z'’]*)*(?![\w@&/+#-])")
_OPENING, _CLOSING = frozenset('"“‘'), frozenset('"”’')
_MANY_CAPITALS = 3
_CONTRACTION = re.compile(r"\w['’](?:d|ll|m|re|t|ve)\b")
_MANY_CONTRACTIONS = 2


def tone(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """Warnings all, since a friendly reader may know better; a single exclamation mark is only told."""
    text = manuscript.text
    kept = masks(manuscript, known)
    said = [*by_block(text, _spoken), *_shouted(text)]
    for found in said if _is_warm(manuscript) else (*said, *by_block(text, _between_friends)):
        if not _within(found.span, kept):
            message = f"{quoted(text, found.span)} {found.why}"
            yield finding(FindingCode.TONE, Severity.WARNING, message, found.span)
    for found in by_block(text, _exclaimed):
        if not _within(found.span, kept):
            yield finding(FindingCode.TONE, Severity.INFO, ONE_EXCLAMATION, found.span, ".")


def _is_warm(manuscript: Manuscript) -> bool:
    """Whether it greets by a single name, or speaks in contractions."""
    greeted = salutation(manuscript.text)
    if sum(_contractions(block) for _, block in blocks(manuscript.text)) >= _MANY_CONTRACTIONS:
        return True
    return bool(greeted and greeted.name and not divided(greeted.name)[0] and " " not in greeted.name)


@lru_cache(maxsize=MANY)
def _contractions(block: str) -> int:
    return sum(1 for _ in _CONTRACTION.finditer(block))


@lru_cache(maxsize=MANY)
def _exclaimed(block: str) -> tuple[Found, ...]:
    return tuple(Found(*match.span()) for match in _EXCLAMATION.finditer(block))


@lru_cache(maxsize=MANY)
def _spoken(text: str) -> tuple[Found, ...]:
    said = ((_SLANG, SLANG), (_TEXTING, TEXTING), (_LETTER_FOR_A_WORD, TEXTING), (_PICTURES, PICTURE))
    return tuple(_in_a_block(text, (*said, (_EXCLAMATIONS, EXCLAIMED)) if "!" in text else said))


@lru_cache(maxsize=MANY)
def _between_friends(text: str) -> tuple[Found, ...]:
    return tuple(_in_a_block(text, ((_BETWEEN_FRIENDS, SLANG),)))


def _in_a_block(text: str, patterns: Iterable[tuple[re.Pattern[str], str]]) -> Iterator[Found]:
    """What the patterns find, which know a block by the line's end before it and behind it."""
    alone = f"\n{text}\n"
    for found, why in patterns:
        for match in found.finditer(alone):
            if not _is_quoted(alone, *match.span()):
                yield Found(match.start() - 1, match.end() - 1, why)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation is that and no more: a word spoken of, or another's."""
    return text[start - 1] in _OPENING and text[end : end + 2].lstrip(".,!?")[:1] in _CLOSING


def _shouted(text: str) -> Iterator[Found]:
    """Three words in capitals, or an ordinary word among them; other capitals are abbreviations."""
    greeted = salutation(text)
    begins = greeted.line_end if greeted else 0
    yield from (found for found in by_block(text, _loud) if found.start >= begins)


@lru_cache(maxsize=MANY)
def _loud(block: str) -> tuple[Found, ...]:
    return tuple(_loud_in(block))


def _loud_in(block: str) -> Iterator[Found]:
    for match in _CAPITALS.finditer(block):
        words = [word.strip(" ,") for word in match.group().split() if len(word.strip(" ,")) > 1]
        loud = any(word in _OFTEN_SHOUTED for word in words)
        long = [word for word in words if len(word) > 3]
        if loud or (len(words) >= _MANY_CAPITALS and len(long) > 1 and "," not in match.group()):
            yield Found(*match.span(), SHOUTING)


def _within(span: Span, kept: tuple[Span, ...]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in kept)


_OFTEN_SHOUTED = frozenset(
    """
    ABSOLUTELY ALL ALWAYS AMAZING AND ANY ANYTHING ARE AWESOME BEST BIG CAN DEFINITELY DO DREAM EVER
    EVERY EVERYTHING EXACTLY EXCITED EXTREMELY FOR FREE FUN GREAT HAVE HIRE HOPE HUGE JOB JUST KNOW
    LOT LOVE LOVED MANY ME MORE MOST MUCH MUST MY NEED NEVER NO NOT NOW ONLY PERFECT PLEASE POSITION
    READY REALLY ROLE SO SOON SORRY THANK THANKS THAT THE THIS TODAY TOTALLY TRULY URGENT VERY WANT
    WAS WILL WITH WORK YES YOU YOUR
    """.split()  # noqa: SIM905 - words are easier to read than a hundred quoted strings
)
"""Ordinary words, which are no abbreviations when they stand in capitals."""
