"""Templates of a stranger that try to get out, or to use up the machine: each is answered with a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archkit.errors import ExportError
from archkit.model.document import Document
from archkit.pages.own_template import render_own

DOCUMENT = Document.model_validate({"title": "Ledger", "options": [{"name": "A"}]})
UNSAFE = "is unsafe.; a template sees data, and no Python"
LARGE, MEMORY = "is too long", "needs more memory than it may have"
DEEP = "recursion depth exceeded|nests too deep"
OUTSIDE = "lies outside the folder of the template"
REFUSED = {
    "{{ ''.__class__.__mro__ }}": UNSAFE,
    "{{ title | attr('__class__') }}": UNSAFE,
    "{{ [title] | selectattr('__class__') | list }}": UNSAFE,
    "{{ [title, 'b'] | sort(attribute='__class__.__name__') }}": UNSAFE,
    "{{ [title] | sum(attribute='__class__') }}": UNSAFE,
    "{{ [title] | unique(attribute='__class__') | list }}": UNSAFE,
    "{{ '{0.__class__}'.format(1) }}": UNSAFE,
    "{{ '{x.__class__}'.format_map({'x': 1}) }}": UNSAFE,
    "{% set f = '{0.__class__}'.format %}{{ f(1) }}": UNSAFE,
    "{{ ('{0.__class__}' | attr('format'))(1) }}": UNSAFE,
    "{{ ('{0.__class__}' | safe).format(1) }}": UNSAFE,
    "{% macro f(g) %}{{ g(1) }}{% endmacro %}{{ f('{0.__class__}'.format) }}": UNSAFE,
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}": UNSAFE,
    "{{ joiner.__init__.__globals__ }}": UNSAFE,
    "{% set n = namespace() %}{{ n._Namespace__attrs }}": UNSAFE,
    "{{ self.__init__.__globals__ }}": UNSAFE,
    "{% for x in [1] %}{{ loop._iterable }}{% endfor %}": UNSAFE,
    "{% macro a() %}x{% endmacro %}{{ a._func.__globals__ }}": UNSAFE,
    "{% macro a() %}x{% endmacro %}{{ a._environment }}": UNSAFE,
    "{% macro a() %}{{ caller._func }}{% endmacro %}{% call a() %}{% endcall %}": UNSAFE,
    "{{ ([1] | map('string')).gi_frame.f_globals }}": UNSAFE,
    "{{ nothing.__init__ }}": UNSAFE,
    "{{ title.encode().__class__ }}": UNSAFE,
    "{{ options.append(1) }}": UNSAFE,
    "{{ metadata.update({'x': 1}) }}": UNSAFE,
    "{{ metadata.clear() }}": UNSAFE,
    "{% import 'other.txt' as m %}{{ m.__dict__ }}": UNSAFE,
    "{% debug %}": "unknown tag 'debug'",
    "{{ 'x' * 10**9 }}": LARGE,
    "{{ [0] * 10**9 }}": LARGE,
    "{{ ('x' * 999999) * 999999 }}": LARGE,
    "{% set n = namespace(s=[0]) %}{% for i in range(40) %}{% set n.s = n.s + n.s %}{% endfor %}": LARGE,
    "{% set n = namespace(s='x') %}{% for i in range(40) %}{% set n.s = n.s ~ n.s %}{% endfor %}": MEMORY,
    "{{ (2 ** 4000) ** 4000 }}": "the number is too large",
    "{{ '%999999999d' % 1 }}": "is too wide",
    "{{ '%*d' % (999999999, 1) }}": "is too wide",
    "{{ '%999999999d' | format(1) }}": MEMORY,
    "{{ '{:>{w}}'.format(1, w=999999999) }}": MEMORY,
    "{{ 'x' | center(999999999) }}": MEMORY,
    "{{ ('x' * 1000000).replace('x', 'y' * 1000) }}": MEMORY,
    "{{ ('x' * 1000000).join('y' * 1000000) }}": MEMORY,
    "{{ ('\t' * 100000).expandtabs(999999999) }}": MEMORY,
    "{{ [1] | batch(999999999, 0) | list | length }}": MEMORY,
    "{{ options | json(999999999) }}": MEMORY,
    "{% for x in range(10**9) %}a{% endfor %}": "Range too big",
    "{% for x in range(99999) %}{{ 'x' * 1000 }}{% endfor %}": "writes more than 20,000,000 characters",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}": DEEP,
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}": DEEP,
    "{% include 't.txt' %}": DEEP,
    "{% extends 't.txt' %}": DEEP,
    f"{{{{ {'(' * 5000}1{')' * 5000} }}}}": DEEP,
    "{% if 1 %}" * 500 + "{% endif %}" * 500: DEEP,
    "{% for x in [1] %}" * 50 + "{% endfor %}" * 50: DEEP,
    "{{ 1" + "+1" * 20_000 + " }}": DEEP,
    "{% include '/etc/passwd' %}": OUTSIDE,
    "{% include '../../../../../../etc/passwd' %}": OUTSIDE,
    "{% include 'link.txt' %}": OUTSIDE,
    "{% import 'link.txt' as x %}": OUTSIDE,
    "{% extends 'folder/passwd' %}": OUTSIDE,
    "{% include 'zero' %}": OUTSIDE,
    "{% include 'pipe' %}": "there is no such template",
    "{% include '' %}": "there is no such template",
    "{% include 'large.txt' %}": "is larger than 1,000,000 bytes",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "other.txt").write_text("{% set x = 1 %}")
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    (tmp_path / "folder").symlink_to("/etc")
    (tmp_path / "zero").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large.txt").write_text("x" * 10_000_000)
    return tmp_path


@pytest.mark.parametrize("template", REFUSED, ids=lambda text: text[:60])
def test_what_tries_to_get_out_or_to_grow_is_refused(folder: Path, template: str):
    (folder / "t.txt").write_text(template)

    with pytest.raises(ExportError, match=REFUSED[template]) as caught:
        render_own(folder / "t.txt", DOCUMENT)

    assert "\n" not in str(caught.value) and len(str(caught.value)) < 2_500


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ [title] | map(attribute='__class__') | list }}", "[Undefined]"),
        ("{{ ['x'] | map('attr', '__class__') | list }}", "[Undefined]"),
        ("{% include ['/etc/passwd', 'link.txt'] ignore missing %}ok", "ok"),
        ("{{ ('[' * 100000) | block | length }}", "100000"),
        ("{{ ('#' * 400000 ~ 'x') | heading | length }}", "400001"),
        ("{{ ('a' * 400000 ~ '!') | yaml | length }}", "400003"),
    ],
)
def test_what_is_harmless_is_written(folder: Path, template: str, expected: str):
    (folder / "t.txt").write_text(template)

    assert render_own(folder / "t.txt", DOCUMENT) == expected
