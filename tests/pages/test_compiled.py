"""The page is what Jinja2 itself makes of the templates, byte for byte."""

from types import SimpleNamespace
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined, TemplateAssertionError, UndefinedError
from markupsafe import Markup, escape

from archkit import assets
from archkit.assets import example_file
from archkit.format.read import read
from archkit.pages import decider, diagrams, export_html
from archkit.pages.compiled import PageEnvironment, as_html, written
from archkit.pages.compiling import RENDERED, TEXTS
from archkit.pages.markdown import RichText
from tests.pages.lively_document import HOSTILE_NAME, lively_document

texts = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("&<>\"'{}%")))
values = st.one_of(texts, texts.map(Markup), st.integers(), st.floats(), st.booleans(), st.none(), st.lists(texts))


def _both(template: str, **names: object) -> tuple[str, str]:
    options = {"autoescape": True, "undefined": StrictUndefined, "loader": DictLoader({"t": template})}
    mine, own = (made(**options).get_template("t").render(names) for made in (PageEnvironment, Environment))
    return mine, own


@given(values)
def test_a_value_is_written_as_jinja_escapes_it(value):
    assert str(written(value)) == str(escape(value))
    assert isinstance(written(value), str)


def test_what_is_marked_as_html_is_the_same_object_of_markup():
    assert as_html("<b>") == Markup("<b>")
    assert type(as_html("<b>") + "<i>") is Markup
    assert as_html("<b>") + "<i>" == "<b>&lt;i&gt;"


@pytest.mark.parametrize("name", ["Ledger", HOSTILE_NAME, "&amp; <!-- ' --> {{ 7 * 7 }}"])
def test_a_page_is_what_jinja_makes_of_its_templates(monkeypatch, name):
    folder = assets.folder("templates") / "html"
    plain = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    documents = [lively_document(name), read(example_file().read_text(encoding="utf-8")).document]
    pages = [(export_html.render_page(one), decider.render_decider(one)) for one in documents]

    for module in (export_html, decider, diagrams):
        monkeypatch.setattr(module, "environment", lambda: plain)

    assert pages == [(export_html.render_page(one), decider.render_decider(one)) for one in documents]


@given(values, values)
def test_macros_loops_and_formats_write_what_jinja_writes(one, two):
    template = """
        {%- macro cell(value, words="none") %}<td title="{{ words }}">{{ value }}</td>{% endmacro %}
        {%- macro row(label) %}<tr><th>{{ label }}</th>{{ caller() }}</tr>{% endmacro %}
        {%- call row(one) %}{% for value in rows %}{{ cell(value, two) }}{{ cell(value) }}{{ ", " if not loop.last }}
        {%- endfor %}{% endcall %}{{ "%s|%s" | format(one, two) }}{{ one ~ two }}{{ (one if one) ~ "!" }}{{ item.name }}
        """

    mine, own = _both(template, one=one, two=two, rows=[one, two, one], item=SimpleNamespace(name=two))

    assert mine == own


@given(st.lists(values, max_size=4), values)
def test_loops_that_ask_where_they_stand_write_what_jinja_writes(found, other):
    template = """
        {%- for one in rows %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}
        {%- for two in rows if loop.first %}{{ two }}{{ loop.index }}{% else %}none{{ loop.last }}{% endfor %}
        {%- for two in rows %}{{ rows[loop.index0] }}{{ "; " if not loop.last }}{% endfor %}{{ loop.last }}{% endfor %}
        {%- for one in rows %}{{ loop.length }}{{ loop.cycle("odd", other) }}{{ loop.last }}{% endfor %}
        {%- for one in rows | map("string") %}{% set is_last = loop.last %}{{ is_last }}{{ one }}{% endfor %}
        {%- for one, two in pairs %}{{ one }}{{ two }}{{ loop.index }}{% for _ in rows %}{{ loop.first }}{% endfor %}
        {%- endfor %}"""

    mine, own = _both(template, rows=found, other=other, pairs=[(row, other) for row in found])

    assert mine == own


@given(values)
def test_what_a_macro_writes_is_html_wherever_it_is_used(value):
    template = """
        {%- macro said(words) %}<i>{{ words }}</i>{% endmacro %}{% macro silent(words) %}{% endmacro %}
        {%- set kept = said(value) %}{{ kept }}{{ said(value) ~ value }}{{ silent(value) or value }}
        {{- said(value) or value }}{{ said(value) if value else value }}{{ said(said(value)) }}
        {{- value or said(value) }}{{ said(kept | upper) }}
        {{- "%s<" | format(value) }}{{ "%.2f %%" | format(1) }}{{ "<%d>" | format(2) }}
        {{- rich.inline(value) ~ value }}{{ rich.plain(value) }}
        {{- item | attr("name") }}{{ item.name is none }}{{ item.name is string }}"""

    mine, own = _both(
        template, value=value, item=SimpleNamespace(name=value), rich=SimpleNamespace(inline=escape, plain=str)
    )

    assert mine == own


@pytest.mark.parametrize("methods, kind", [(RENDERED, Markup), (TEXTS, str)])
def test_what_the_compiler_takes_for_html_or_for_a_text_is_one(methods, kind):
    assert {get_type_hints(getattr(RichText, name))["return"] for name in methods} == {kind}


@pytest.mark.parametrize("template", ["{% block a %}{% endblock %}", "{% extends 't' %}"])
def test_a_page_has_no_blocks(template):
    with pytest.raises(TemplateAssertionError, match="it includes templates, and calls macros"):
        PageEnvironment().from_string(template)


@given(st.lists(values))
def test_picking_by_an_attribute_picks_what_jinja_picks(found):
    template = """
        {%- for item in rows | selectattr("value") | list %}{{ item.value }};{% endfor %}|
        {%- for row in rows %}{{ "some" if rows | rejectattr("value") | list }}{% endfor %}"""

    mine, own = _both(template, rows=[SimpleNamespace(value=value) for value in found])

    assert mine == own


def test_a_name_that_is_not_there_is_still_an_error():
    for template in ("{{ missing }}", "{{ item.missing }}", "{{ missing() }}", "{% for x in missing %}{% endfor %}"):
        with pytest.raises((UndefinedError, AttributeError), match="missing"):
            PageEnvironment(undefined=StrictUndefined).from_string(template).render(item=SimpleNamespace())


def test_a_macro_with_arguments_that_it_does_not_name_is_refused_when_it_is_compiled():
    with pytest.raises(TemplateAssertionError, match="no arguments but those that it names"):
        PageEnvironment().from_string("{% macro any() %}{{ kwargs }}{% endmacro %}")


@pytest.mark.parametrize("arguments", ["*given", "1, *given", "**given"])
def test_a_call_that_does_not_name_its_arguments_is_refused_when_it_is_compiled(arguments):
    with pytest.raises(TemplateAssertionError, match="names its arguments one by one"):
        PageEnvironment().from_string(f"{{{{ any({arguments}) }}}}")


def test_whether_an_attribute_is_there_can_be_asked():
    template = PageEnvironment().from_string("{{ item.name is defined }} {{ item.other is defined }}")

    assert template.render(item=SimpleNamespace(name="")) == "True False"
