"""One tag by itself: whether it can be read, and whether every field that it names exists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from eitherway.letters.template.environment import FILTERS, MOST_TURNS, LetterEnvironment, refuse_the_rest
from eitherway.letters.template.faults import Fault, FaultCode, error, warning
from eitherway.letters.template.guesses import field_for
from eitherway.letters.template.tags import Tag
from eitherway.words.comparison import did_you_mean
from eitherway.words.forms.form import Worded

PAIRS: Mapping[str, str] = {"if": "endif", "for": "endfor", "pick": "endpick"}
"""What begins a stretch of the letter, and what ends it."""

BETWEEN: Mapping[str, tuple[str, ...]] = {"elif": ("if",), "else": ("if", "for"), "or": ("pick",)}
"""What may stand between the two, and of which pairs."""

_ALONE = frozenset(("pick", "or", "else", *PAIRS.values()))
_WHOLE: Mapping[str, str] = {
    "if": "{%% %s %%}{%% endif %%}",
    "elif": "{%% if 1 %%}{%% %s %%}{%% endif %%}",
    "for": "{%% %s %%}{%% endfor %%}",
    "set": "{%% %s %%}",
}
_VERBS = (*_WHOLE, *sorted(_ALONE))
_OF_JINJA = frozenset(
    (
        "macro", "include", "import", "from", "extends", "block", "call",
        "filter", "raw", "do", "with", "trans", "autoescape", "break",
        "continue", "colspan", "cellbg", "vm", "hm", "endmacro", "endblock",
        "endcall", "endfilter", "endraw", "endwith", "endset",
    )
)  # fmt: skip
_CURLY = "“”„«»‘’‚‹›"
_QUOTED = re.compile(f"[{_CURLY}\"'].*[{_CURLY}\"']")
_APOSTROPHE = re.compile(r"[^\W\d_]’[^\W\d_]")
_OWN_NAMES = re.compile(r"(?:set\s+(\w+)|for\s+(\w+)(?:\s*,\s*(\w+))?\s)")
_EXAMPLES = "docs/templates.md shows how each tag is written."


def own_names(tags: Iterable[Tag]) -> frozenset[str]:
    """The names that the template gives itself, with `set` and `for`."""
    found = (_OWN_NAMES.match(tag.words) for tag in tags if tag.is_statement)
    return frozenset(name for match in found if match for name in match.groups() if name)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads tags one by one; `fields` is what a letter knows, `own` the names that the template made."""

    fields: Mapping[str, object]
    own: frozenset[str]
    environment: LetterEnvironment = field(default_factory=LetterEnvironment)

    def faults(self, tag: Tag) -> list[Fault]:
        """What is wrong in a tag that is closed."""
        if tag.opening == "{#":
            return []
        if tag.is_statement and tag.verb not in _WHOLE:
            return list(_verb_faults(tag))
        try:
            parsed = self.environment.parse(_whole(tag))
        except (TemplateSyntaxError, RecursionError, ValueError) as trouble:
            return [self._unreadable(tag, trouble)]
        return [*_apostrophes(tag), *self._said(tag, parsed)]

    def knows(self, name: str) -> bool:
        """Whether "recipient.name" is a field."""
        return self._found(tuple(name.split("."))) is not None

    def _said(self, tag: Tag, parsed: nodes.Template) -> Iterator[Fault]:
        if forbidden := _forbidden(parsed):
            fix = "A template can use fields, conditions and the few filters of docs/templates.md, no more."
            yield error(FaultCode.FORBIDDEN, f"{tag.text} is not allowed: {forbidden}.", fix, tag.text)
            return
        for used in parsed.find_all(nodes.Filter):
            yield from _filter_fault(tag, used.name, FILTERS)
        for asked in parsed.find_all(nodes.Test):
            yield from _filter_fault(tag, asked.name, self.environment.tests)
        parts = list(_parts(parsed))
        wholes = {id(part.node) for part in parts}
        for each in (*parsed.find_all(nodes.Name), *parts):
            if id(each) not in wholes:
                yield from self._field_fault(tag, each)

    def _field_fault(self, tag: Tag, node: nodes.Node) -> Iterator[Fault]:
        path = _path(node)
        if path is None and not isinstance(node, nodes.Name):
            message = f"{tag.text} asks for a part of a text."
            yield error(FaultCode.UNKNOWN_FIELD, message, _EXAMPLES, tag.text)
        if path is None or path[0] in self.own or path[0] in ("loop", "range"):
            return
        if (found := self._found(path)) is None:
            name = ".".join(path)
            ours = field_for(name)
            near = f"Write {{{{ {ours} }}}}. " if ours else did_you_mean(name, _names(self.fields))
            fix = f"{near}docs/templates.md lists every field."
            yield error(FaultCode.UNKNOWN_FIELD, f'"{name}" is not a field.', fix, tag.text)
        elif isinstance(found, Mapping) and not tag.is_statement:
            parts = ", ".join(f"{'.'.join(path)}.{part}" for part in found)
            message = f'"{".".join(path)}" is a group of fields, not text.'
            yield error(FaultCode.UNKNOWN_FIELD, message, f"Write one of {parts}.", tag.text)

    def _found(self, path: tuple[str, ...]) -> object | None:
        found: object = self.fields
        for part in path:
            found = found.forms if isinstance(found, Worded) else found
            if not isinstance(found, Mapping) or part not in found:
                return None
            found = found[part]
        return found

    def _unreadable(self, tag: Tag, trouble: Exception) -> Fault:
        if self._quotes_are_to_blame(tag):
            fix = (
                "Type straight quotes (Ctrl+Z right after the quote takes the curl away), and "
                "double ones around a text that holds an apostrophe."
            )
            message = f"The curly quotes in {tag.text} do not pair, so it cannot be read."
            return error(FaultCode.CURLY_QUOTES, message, fix, tag.text)
        reason = _plainer(str(getattr(trouble, "message", None) or "it is not a tag"))
        message = f"{tag.text} cannot be read: {reason}."
        return error(FaultCode.SYNTAX, message, f"Mend it in Word; {_EXAMPLES}", tag.text)

    def _quotes_are_to_blame(self, tag: Tag) -> bool:
        if not any(sign in tag.text for sign in _CURLY):
            return False
        typed = tag.text[2:-2].removeprefix(tag.around).strip()
        try:
            self.environment.parse(_whole(tag, _QUOTED.sub('"x"', typed)))
        except (TemplateSyntaxError, RecursionError, ValueError):
            return False
        return True


def _filter_fault(tag: Tag, name: str, known: Collection[str]) -> Iterator[Fault]:
    if name not in known:
        fix = f"{did_you_mean(name, known)}There are {', '.join(sorted(known))}."
        yield error(FaultCode.UNKNOWN_TAG, f'There is no "{name}".', fix, tag.text)


def _verb_faults(tag: Tag) -> Iterator[Fault]:
    verb, rest = tag.verb, tag.words[len(tag.verb) :].strip()
    if verb in _ALONE and not rest:
        return
    if (around := verb.casefold()) in ("p", "r", "tr", "tc"):
        how = "without a space before the" if around == verb else "with a small"
        fix = f"Write {{%{around} {how} {around}."
        yield error(FaultCode.SYNTAX, f"{tag.text} cannot be read.", fix, tag.text)
    elif verb in _ALONE:
        message, fix = f'"{verb}" stands alone in its tag.', f"Write {{% {verb} %}}."
        yield error(FaultCode.SYNTAX, message, fix, tag.text)
    elif verb in _OF_JINJA:
        message = f"{tag.text} is not allowed: letters have no use for {verb}."
        yield error(FaultCode.FORBIDDEN, message, _EXAMPLES, tag.text)
    else:
        said = f'There is no tag "{verb}".' if verb else f"{tag.text} says nothing."
        fix = f"{did_you_mean(verb, _VERBS)}The tags are {', '.join(_VERBS)}."
        yield error(FaultCode.UNKNOWN_TAG, said, fix, tag.text)


def _forbidden(parsed: nodes.Template) -> str:
    """What in a tag reaches out of the letter, "" if nothing does."""
    try:
        refuse_the_rest(parsed)
    except TemplateSyntaxError as refused:
        return str(refused.message)
    for each in _parts(parsed):
        name = _part(each)
        if name is None or name.startswith("_"):
            return "it reaches into the program"
    for call in parsed.find_all(nodes.Call):
        if not (isinstance(call.node, nodes.Name) and call.node.name == "range"):
            return "nothing but range can be called"
        if any(isinstance(each, nodes.Const) and _is_too_many(each.value) for each in call.args):
            return f"a loop runs at most {MOST_TURNS} times"
    return ""


def _is_too_many(turns: object) -> bool:
    return isinstance(turns, int) and turns > MOST_TURNS


def _parts(parsed: nodes.Template) -> Iterator[nodes.Getattr | nodes.Getitem]:
    yield from parsed.find_all(nodes.Getattr)
    yield from parsed.find_all(nodes.Getitem)


def _part(node: nodes.Getattr | nodes.Getitem) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node.arg, nodes.Const) else None


def _path(node: nodes.Node) -> tuple[str, ...] | None:
    """The field that a node names: ("recipient", "name"); None for a part of something that is no name."""
    if isinstance(node, nodes.Name):
        return (node.name,) if node.ctx == "load" else None
    if not isinstance(node, nodes.Getattr | nodes.Getitem):
        return None
    whole, part = _path(node.node), _part(node)
    return (*whole, part) if whole and part is not None else None


def _names(fields: Mapping[str, object], within: str = "") -> Iterator[str]:
    for name, value in fields.items():
        if not isinstance(value, Mapping):
            yield within + name
        if isinstance(value, Mapping | Worded):
            yield from _names(value.forms if isinstance(value, Worded) else value, f"{within}{name}.")


def _whole(tag: Tag, words: str | None = None) -> str:
    """A template of this one tag, with whatever ends it."""
    said = tag.words if words is None else words
    return (_WHOLE[tag.verb] if tag.is_statement else "{{ %s }}") % said


def _apostrophes(tag: Tag) -> Iterator[Fault]:
    if _APOSTROPHE.search(tag.text):
        message = f"Within {tag.text} the curly apostrophe is read as a straight one."
        fix = "Type the cell with a straight apostrophe too, or compare a part of the text with `in`."
        yield warning(FaultCode.CURLY_QUOTES, message, fix, tag.text)


def _plainer(reason: str) -> str:
    """Jinja's reason without its words for programmers."""
    for theirs, ours in _REASONS:
        if found := theirs.fullmatch(reason.rstrip(".")):
            return found.expand(ours)
    return reason.rstrip(".")


_END = "'end of (?:print statement|statement block|template)'"
_REASONS = (
    (re.compile(f"unexpected {_END}|expected token '[^']+', got {_END}"), "something is missing at its end"),
    (re.compile(f"expected token {_END}, got '(.+)'"), r"“\1” is one word too many"),
    (re.compile("expected token '(.+)', got '(.+)'"), r"“\2” stands where “\1” is expected"),
    (re.compile(r"unexpected char '(.+)' at \d+"), r"“\1” means nothing in a tag"),
    (re.compile("unexpected '(.+)'"), r"“\1” cannot stand where it stands"),
)
