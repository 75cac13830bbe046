"""The language of templates: what it can say, and that it can do no harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

from eitherway.letters.template.environment import MOST_LOOPS, MOST_TURNS, LetterEnvironment

FIELDS = {
    "sender": {"name": "Dana"},
    "point": "the <b> & {{ role }}",
    "reference": "",
    "company": "Smith & Sons",
    "panel": {"position": 2, "size": 3, "turn": 2},
}


def merged(source: str, **more: object) -> str:
    text: str = LetterEnvironment().from_string(source).render({**FIELDS, **more})
    return text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Dear {{ sender.name }}", "Dear Dana"),
        ("{{ sender['name']|upper }}", "DANA"),
        ("{% if reference %}Re: {{ reference }}{% else %}no{% endif %}", "no"),
        ("{{ reference or 'none' }}", "none"),
        ('{% if company == "Smith &amp; Sons" %}yes{% endif %}', "yes"),
        ('{{ "A &amp; B" }}', "A &amp; B"),
        ("{% for n in range(3) %}{{ loop.index }}{% endfor %}", "123"),
        ("{% set greeting = sender.name %}{{ greeting }}", "Dana"),
        ("{{ panel.position }} of {{ panel.size }}", "2 of 3"),
    ],
)
def test_fields_conditions_and_loops(source: str, text: str) -> None:
    assert merged(source) == text


@pytest.mark.parametrize(("turn", "word"), [(1, "one"), (2, "two"), (3, "three"), (4, "one"), (9, "three")])
def test_pick_takes_the_alternative_whose_turn_it_is(turn: int, word: str) -> None:
    source = "{% pick %}one{% or %}two{% or %}three{% endpick %}"
    assert merged(source, panel={"turn": turn}) == word


def test_pick_holds_fields_conditions_and_curly_quotes() -> None:
    source = (
        "{% pick %}x{% or %}“Hi” {% if reference %}r{% else %}{{ sender.name }}’s{% endif %}{% endpick %}"
    )
    assert merged(source) == "“Hi” Dana’s"


def test_a_pick_of_one_is_that_one() -> None:
    assert merged("{% pick %}only{% endpick %}") == "only"


def test_cell_text_comes_out_as_typed() -> None:
    assert merged("{{ point }}") == "the &lt;b&gt; &amp; &#123;&#123; role &#125;&#125;"


@given(st.text())
def test_nothing_in_a_cell_can_be_a_tag_or_illegal_xml(text: str) -> None:
    out = merged("{{ point }}", point=text)
    assert "{" not in out
    assert "<" not in out
    assert all(char in "\t\n" or "\x20" <= char < "\ud800" or char > "\udfff" for char in out)
    assert not {"\ufffe", "\uffff"} & set(out)


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ sender.__class__.__mro__ }}",
        "{{ range.__globals__ }}",
        "{% for x in 'a' %}{{ loop.__init__ }}{% endfor %}",
        "{{ self.__init__ }}",
        "{{ point.upper() }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ point|attr('upper') }}",
        "{{ [1]|map('string') }}",
        "{{ cycler('a') }}",
        "{{ lipsum(5) }}",
        "{{ namespace() }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' ~ 'b' }}",
        "{{ '%0999999999d' % 1 }}",
        "{% for x in range(100000) %}a{% endfor %}",
        "{% for x in range(99999999999) %}a{% endfor %}",
        3 * "{% for x in range(9) %}" + "x" + 3 * "{% endfor %}",
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
        "{% set x %}aa{% endset %}",
        "{% set a = [1] %}",
        "{% set a = (1, 1) %}" + "{% set a = (a, a) %}" * 60 + "{% if a == a %}x{% endif %}",
        "{% for x in [1] %}{% endfor %}" * (MOST_LOOPS + 1),
        "{% for x in range(200) %}{% for y in range(200) %}" + "x" * 500 + "{% endfor %}{% endfor %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% block a %}{% endblock %}",
    ],
)
def test_an_attack_ends_in_an_error(attack: str) -> None:
    with pytest.raises((TemplateError, TypeError, OverflowError)):
        merged(attack)


@pytest.mark.parametrize("value", [{}, [], None, True, 1.5])
def test_only_text_and_whole_numbers_can_be_put_into_a_letter(value: object) -> None:
    with pytest.raises(TypeError, match="not text"):
        merged("{{ point }}", point=value)


@pytest.mark.parametrize(
    ("source", "field"),
    [("{{ nmae }}", "nmae"), ("{{ sender.nmae }}", "nmae"), ("{% if x.y %}{% endif %}", "x")],
)
def test_an_unknown_field_is_named(source: str, field: str) -> None:
    with pytest.raises(UndefinedError, match=f'"{field}" is not a field'):
        merged(source)


def test_a_loop_may_run_as_often_as_a_letter_needs() -> None:
    assert merged(f"{{% for x in range({MOST_TURNS}) %}}a{{% endfor %}}") == "a" * MOST_TURNS
    with pytest.raises(SecurityError, match="more than 200 times"):
        merged(f"{{% for x in range({MOST_TURNS + 1}) %}}a{{% endfor %}}")


@pytest.mark.parametrize("source", ["{% pick %}a", "{% or %}", "{% pick %}a{% endif %}", "{% if %}"])
def test_broken_syntax_is_a_syntax_error(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        merged(source)
