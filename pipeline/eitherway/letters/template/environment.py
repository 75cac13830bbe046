"""The language of letter templates: Jinja, cut down to what a letter needs, in which cell text is data.

A template may come from anywhere, so it gets no more than it needs: fields, `if`, `for`, `set`, `pick` and a
few filters. Nothing in that language can reach Python, grow text without end or run for long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from markupsafe import Markup, escape

from eitherway.words.forms.form import Worded

MOST_TURNS = 200
"""How many times one loop may run; address lines and the like stay far below it."""

MOST_LOOPS = 20
"""How many loops a template may hold: what they can cost together stays below a second."""

MOST_TEXT = 16 * 2**20
"""What one part of a letter may come to, in characters of its XML."""

FILTERS = ("capitalize", "default", "first", "last", "length", "lower", "title", "trim", "upper")

_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Assign)
_VALUES = (nodes.Name, nodes.Const, nodes.List, nodes.Tuple, nodes.Getattr, nodes.Getitem, nodes.Call)
_OPERATIONS = (nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.CondExpr)
_LOGIC = (nodes.And, nodes.Or, nodes.Not)
_OF_PICK = (nodes.InternalName,)
_ALLOWED = frozenset(_OF_PICK + _STATEMENTS + _VALUES + _OPERATIONS + _LOGIC)

# XML 1.0, section 2.2: the characters that no document can hold; also the bell and the form feed, which
# docxtpl would turn into a paragraph and a page of its own. Named one by one: the same said as "all but
# these" takes ten times as long to compile.
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|\r|\v")
_SPECIAL = re.compile("[\"&'<>{}\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox for templates: what is wrong in one raises when it is compiled or merged."""

    def __init__(self) -> None:
        super().__init__(
            autoescape=True, undefined=UnknownField, finalize=as_typed, extensions=[Pick, PlainTags]
        )
        self.globals = {"range": safe_range}
        self.filters = {name: self.filters[name] for name in FILTERS} | {"few": few, "among": among}
        self._compiled: dict[str, Template] = {}

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """What Jinja joins a letter with. Raises SecurityError as soon as it grows past `MOST_TEXT`."""
        size, taken = 0, []
        for piece in pieces:
            size += len(piece) + 1
            if size > MOST_TEXT:
                raise SecurityError("its loops make the letter too long")
            taken.append(piece)
        return "".join(taken)

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        """Compiled once: docxtpl asks for the same source with every letter."""
        if source not in self._compiled:
            self._compiled[source] = super().from_string(source, *args, **kwargs)
        return self._compiled[source]

    def forget(self) -> None:
        """Let go of what was compiled."""
        self._compiled.clear()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field's part, `sender.name`; texts have no parts, so their methods cannot be reached."""
        if isinstance(obj, str | Mapping) and not attribute.startswith("_"):
            return self._part(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The same, written `sender["name"]`."""
        if isinstance(argument, str) and isinstance(obj, str | Mapping) and not argument.startswith("_"):
            return self._part(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Only `range(...)` may be called; a call of an unknown field says its name."""
        return obj is safe_range or isinstance(obj, Undefined)

    def _part(self, whole: str | Mapping[str, object], part: str) -> object:
        if isinstance(whole, Mapping) and part in whole:
            return whole[part]
        if isinstance(whole, Worded) and part in whole.forms:
            return whole.forms[part]
        return self.undefined(obj=whole, name=part)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> Any:
        refuse_the_rest(source)
        _bound_loops(source)
        return super()._generate(source, *args, **kwargs)


class UnknownField(StrictUndefined):
    """A field that does not exist: an error wherever it is used, named as the template spells it."""

    @property
    def _undefined_message(self) -> str:
        return self._undefined_hint or f'"{self._undefined_name}" is not a field'


class Pick(Extension):
    """`{% pick %}one wording{% or %}another{% or %}a third{% endpick %}`: `panel.turn` says which is taken.

    Once all have had their turn, each further pick of a template is moved on by one more, so that the letters
    of a panel that is larger than the wordings share a sentence and not all of them.

    The alternatives are ordinary text between tags, not strings within one: Word's curly quotes, fields and
    formatting keep their meaning in them.
    """

    tags = {"pick"}  # noqa: RUF012 - the name and type that Jinja asks for

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """The number that has its turn, worked out once, and one `if` per alternative."""
        line = next(parser.stream).lineno
        alternatives = [parser.parse_statements(("name:or", "name:endpick"))]
        while parser.stream.current.test("name:or"):
            next(parser.stream)
            alternatives.append(parser.parse_statements(("name:or", "name:endpick")))
        next(parser.stream)
        taken = parser.free_identifier(lineno=line)
        conditions = [_is(taken, number) for number in range(len(alternatives))]
        others = [nodes.If(*each, [], []) for each in zip(conditions[1:], alternatives[1:], strict=True)]
        number = int(taken.name.removeprefix("fi"))
        chosen = nodes.Assign(taken, _turn_among(len(alternatives), number)).set_lineno(line)
        return [chosen, nodes.If(conditions[0], alternatives[0], others, []).set_lineno(line)]


class PlainTags(Extension):
    """Undoes XML's `&amp;` inside tags, so that `{% if company == "Smith & Sons" %}` means what it says."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source with its tags in plain text."""
        return _TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), source)


def as_typed(value: object) -> Markup:
    """What a tag puts into the letter, where Jinja escapes what is not `Markup`: see `shown`."""
    return Markup(shown(value))


def shown(value: object) -> str:
    """What a tag puts into the letter: text or a whole number, with every character shown as typed.

    Braces become character references: docxtpl takes `{_{` and the like in merged text for escaped tags.
    """
    if isinstance(value, str) and not _SPECIAL.search(value):
        return value  # as most texts are
    if isinstance(value, Undefined):
        str(value)  # raises, and says which field it is
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TypeError(f"a tag gives {type(value).__name__}, not text")
    text = _NO_XML.sub("", _LINE_ENDS.sub("\n", str(escape(value))))
    return text.replace("{", "&#123;").replace("}", "&#125;")


def few(items: Iterable[object]) -> list[object]:
    """The items of a loop. Raises SecurityError for more than `MOST_TURNS`."""
    taken = list(islice(items, MOST_TURNS + 1))
    if len(taken) > MOST_TURNS:
        raise SecurityError(f"a loop runs more than {MOST_TURNS} times")
    return taken


def among(panel: Mapping[str, int], alternatives: int, pick: int = 0) -> int:
    """Which of the alternatives, counted from 0, has its turn in the template's pick number `pick`.

    Turns count from 1 and go round. Whose position in the panel is beyond the alternatives moves on by one
    more in each pick.

    >>> [among({"turn": turn, "position": turn}, 8, pick=2) for turn in (1, 8, 9)]
    [0, 7, 2]
    """
    rounds = (panel.get("position", 1) - 1) // alternatives
    return (panel["turn"] - 1 + rounds * pick) % alternatives


def _turn_among(alternatives: int, pick: int) -> nodes.Expr:
    numbers = [nodes.Const(alternatives), nodes.Const(pick)]
    return nodes.Filter(nodes.Name("panel", "load"), "among", numbers, [], None, None)


def _is(taken: nodes.Expr, number: int) -> nodes.Expr:
    return nodes.Compare(taken, [nodes.Operand("eq", nodes.Const(number))])


def refuse_the_rest(template: nodes.Template) -> None:
    """Raise TemplateSyntaxError for whatever this language does not have.

    A list is for a loop alone: kept in a name, lists of lists could be compared for years.
    """
    for node in template.find_all(nodes.Node):
        if type(node) not in _ALLOWED:
            raise TemplateSyntaxError(
                f"letters have no use for {type(node).__name__.lower()}", node.lineno or 0
            )
    for shown_as in (each for output in template.find_all(nodes.Output) for each in output.nodes):
        if not isinstance(shown_as, nodes.TemplateData) and not _is_text(shown_as):
            raise TemplateSyntaxError("a tag gives text or a whole number", shown_as.lineno)
    for kept in template.find_all(nodes.Assign):
        if kept.find(nodes.List) or kept.find(nodes.Tuple):
            raise TemplateSyntaxError("a list cannot be kept with set", kept.lineno)


def _is_text(expression: nodes.Expr) -> bool:
    """Whether it can be text or a whole number: of a constant it is known before any letter is merged."""
    try:
        value = expression.as_const()
    except Exception:  # it depends on the letter; or it is broken, which merging says better
        return True
    return isinstance(value, str | int | Undefined) and not isinstance(value, bool)


def _bound_loops(template: nodes.Template) -> None:
    loops = list(template.find_all(nodes.For))
    if len(loops) > MOST_LOOPS:
        raise TemplateSyntaxError(f"there are more than {MOST_LOOPS} loops", loops[MOST_LOOPS].lineno)
    for loop in loops:
        if any(inner.find(nodes.For) for inner in loop.find_all(nodes.For)):
            raise TemplateSyntaxError("loops stand three deep", loop.lineno)
        loop.iter = nodes.Filter(loop.iter, "few", [], [], None, None).set_lineno(loop.lineno)
