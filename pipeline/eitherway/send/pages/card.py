"""The interview card as a Word document: a docxtpl template of the user's own wins over the shipped one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from pathlib import Path

from eitherway.decide.insight.card import Card, Guest, Meeting
from eitherway.letters.merge.compiler import Press
from eitherway.letters.owed.papers import A4, LETTER
from eitherway.letters.owed.paths import safe_name
from eitherway.letters.template.folders import INTERVIEW_CARD
from eitherway.letters.template.opening import BrokenTemplate
from eitherway.letters.template.shipped import shipped_templates
from eitherway.letters.template.template_file import read_template
from eitherway.model.problems import CannotAct
from eitherway.model.prompts import PROMPTS, QUESTIONS
from eitherway.model.records import Settings
from eitherway.send.calendar.times import span
from eitherway.send.pages.document import LETTER as LETTER_PAPER
from eitherway.send.pages.document import paper_of
from eitherway.words import days
from eitherway.words.salutations.greeting import greeting

LONGEST = 60


def file_name(card: Card) -> str:
    """Its name without an ending: "2026-11-24 Northwind Analytics - interview card"."""
    return f"{card.day} {safe_name(card.company, LONGEST)} - interview card"


def earliest(rows: Mapping[int, str]) -> int | None:
    """Of rows with their Time as typed, the one that begins first; those without a time come last."""

    def begin(row: int) -> tuple[time, int]:
        known = span(rows[row])
        return known.begin if known else time.max, row

    return min(rows, key=begin, default=None)


def document(card: Card, settings: Settings, as_of: date, own_templates: Path) -> bytes:
    """The .docx, sealed. Raises CannotAct where the template cannot be read or merged."""
    mine = own_templates / INTERVIEW_CARD
    path = mine if mine.is_file() else shipped_templates() / INTERVIEW_CARD
    try:
        template = read_template(path)
        return Press(as_of).letter(
            template,
            fields(card, settings),
            title=f"Interview card: {card.company}, {days.short_with_year(card.day)}",
            author=settings.your_name,
        )
    except OSError as trouble:
        raise _unusable(path, f"it cannot be read ({trouble.strerror})") from trouble
    except BrokenTemplate as broken:
        raise _unusable(path, str(broken)) from broken


def fields(card: Card, settings: Settings) -> Mapping[str, object]:
    """What a template may name: docs/interview-card.md lists each."""
    return {
        "company": card.company,
        "role": card.role,
        "reference": card.reference,
        "when": _when(card),
        "round": _round(card.round),
        "format": card.format,
        "place": card.link,
        "why_this_job": card.why_this_job,
        "notes": card.notes,
        "people": [_guest(guest, settings) for guest in card.guests],
        "before": [_meeting(meeting) for meeting in card.before],
        "promised": _promised(card),
        "questions": list(QUESTIONS),
        "decision": _decision(card),
        "ask_on": days.short_with_year(card.ask_on),
        "prompts": list(PROMPTS),
        "sender": {"name": settings.your_name, "email": settings.email, "phone": settings.phone},
        "paper": LETTER if paper_of(settings.country) == LETTER_PAPER else A4,
        "language": settings.language,
    }


def _when(card: Card) -> str:
    known = span(card.time) if card.time else None
    shown = f"{known.begin:%H:%M}{f' to {known.end:%H:%M}' if known.end else ''}" if known else card.time
    return f"{days.short_with_year(card.day)}{f', {shown}' if shown else ''}"


def _round(name: str) -> str:
    return f"round {name}" if name[:1].isdigit() else name


def _guest(guest: Guest, settings: Settings) -> dict[str, str]:
    return {
        "name": guest.name,
        "title": guest.title,
        "greeting": greeting(guest.name, guest.greet_as, settings.language, settings.greet_with).text,
        "notes": guest.notes,
        "met": days.short_with_year(guest.met) if guest.met else "",
    }


def _meeting(meeting: Meeting) -> dict[str, str]:
    return {
        "when": days.short_with_year(meeting.day),
        "round": _round(meeting.round),
        "who": meeting.who,
        "talked": meeting.talked,
        "own_words": meeting.own_words,
        "notes": meeting.notes,
    }


def _promised(card: Card) -> list[str]:
    """What they said of a decision, what went out, and what they answered, the latest of each person last."""
    said = []
    if card.decide_by:
        said.append(f"They said they would decide by {days.short_with_year(card.decide_by)}.")
    for each in card.before:
        sent = [f"{step.lower()} on {days.short_with_year(on)}" for step, on in each.sent.items()]
        answer = f"they answered on {days.short_with_year(each.reply)}" if each.reply else ""
        told = ", ".join(filter(None, (*sent, answer)))
        if told:
            said.append(f"{each.who}: {told}.")
    return said


def _decision(card: Card) -> str:
    ask_on = days.short_with_year(card.ask_on)
    if card.decide_by:
        still = f"Does {days.short_with_year(card.decide_by)} still hold?"
        return f"{still} If you hear nothing, ask for news on {ask_on}."
    return f"If they name no day, ask for news on {ask_on}."


def _unusable(path: Path, reason: str) -> CannotAct:
    return CannotAct(
        f'The template "{path}" cannot be used: {reason}.',
        "Mend it in Word, or take it out of your templates folder to use the one that came with the program.",
    )
