"""The salutation: a person by name, in the form that the workbook gives."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from eitherway.model.codes import FindingCode, Severity
from eitherway.model.findings import Finding
from eitherway.proof.prose.found import finding
from eitherway.proof.prose.manuscript import Known, Manuscript, Person
from eitherway.proof.prose.named import bare, family, given
from eitherway.proof.prose.passages import Salutation, salutation
from eitherway.words.comparison import quote
from eitherway.words.salutations import honorifics
from eitherway.words.salutations.parts import parts
from eitherway.words.salutations.titles import is_title


def title_addressed(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """A letter greets a person; "Dear Hiring Manager" and "To whom it may concern" greet an office."""
    greeted = salutation(manuscript.text)
    if greeted and _greets_an_office(greeted, manuscript.to):
        name = greetings(manuscript)[:1]
        yield finding(
            FindingCode.TITLE_ADDRESSED,
            Severity.ERROR,
            f"{quote(greeted.name)} is a title, not a name. Greet the person who interviewed you by name.",
            (greeted.start, greeted.end),
            *(name if greeted.opener else (f"Dear {each}" for each in name)),
        )


def greeting(manuscript: Manuscript, known: Known) -> Iterator[Finding]:
    """What follows "Dear" is exactly what the workbook says, else one of the right forms of the name."""
    right = greetings(manuscript)
    if not right:
        return
    greeted = salutation(manuscript.text)
    if greeted is None:
        first = manuscript.text.lstrip().partition("\n")[0]
        start = manuscript.text.find(first)
        yield finding(
            FindingCode.GREETING,
            Severity.ERROR,
            f"The letter greets nobody. Begin it with {quote(f'Dear {right[0]}')}.",
            (start, start + len(first)),
        )
    elif (
        greeted.name
        and not _greets_an_office(greeted, manuscript.to)
        and not _right(greeted.name, right, manuscript.to)
    ):
        yield finding(
            FindingCode.GREETING,
            Severity.ERROR,
            f"The letter greets {quote(greeted.name)}, but by the workbook it goes to {quote(right[0])}.",
            (greeted.start, greeted.end),
            right[0],
        )


def greetings(manuscript: Manuscript) -> list[str]:
    """What may follow "Dear", the best first; nothing where it is not known who the letter is to."""
    person = manuscript.to
    if manuscript.greeting is not None:
        return [manuscript.greeting.strip()] if manuscript.greeting.strip() else []
    if not person.full.strip():
        return []
    name, last, first = bare(person), family(person), given(person)
    honorific = person.honorific.strip() or parts(person.full).honorific
    called = first if honorifics.bare(honorific.split(" ")[-1]) in honorifics.BEFORE_GIVEN_NAME else last
    formal = [f"{honorific} {each}" for each in (called, name)] if honorific else []
    return list(dict.fromkeys([*formal, name, person.full.strip(), *_informal(first or last)]))


def _informal(first: str) -> list[str]:
    return [first, first.split(" ", maxsplit=1)[0]] if first else []


def _right(name: str, right: list[str], person: Person) -> bool:
    """Whether it is one of the forms; the stop of "Ms." is free, and any honorific where none is known."""
    if _unpointed(name) in map(_unpointed, right):
        return True
    title, _, called = name.partition(" ")
    if honorifics.bare(title) in _BORNE_WITH_ANY_NAME and _unpointed(called) in _names(person):
        return True
    honorific, rest = honorifics.divided(name)
    unknown = not (person.honorific or parts(person.full).honorific)
    return unknown and bool(honorific) and rest in (family(person), bare(person))


def _names(person: Person) -> set[str]:
    """What a title of an order or a rank may stand before: its bearer goes by one of them."""
    given_name = given(person)
    names = (family(person), bare(person), given_name, given_name.partition(" ")[0])
    return {_unpointed(name) for name in names if name}


def _greets_an_office(greeted: Salutation, to: Person) -> bool:
    """Whether a title stands where the name belongs; somebody named Dean or Judge is no office."""
    own = {_unpointed(form) for form in (bare(to), to.full, family(to), given(to)) if form}
    named = greeted.name.strip(" ,.")
    return bool(named) and is_title(named) and _unpointed(named) not in own


def _unpointed(name: str) -> str:
    """The name in one Unicode form, its honorifics without stops."""
    honorific, rest = honorifics.divided(normalize("NFC", name))
    return f"{honorific.replace('.', '')} {rest}".strip()


_BORNE_WITH_ANY_NAME = frozenset(
    """
    sister brother father mother rabbi imam pastor chaplain deacon elder sheikh swami officer chief coach
    captain capt sergeant sgt sheriff lieutenant colonel major commander constable judge justice mayor
    chef nurse
    """.split()  # noqa: SIM905 - words are easier to read than as many quoted strings
)
"""Titles of orders and ranks, which the workbook may lack: "Father Dan", "Officer Lindgren"."""
