"""Templates that try to get out, to use up the machine, or to smuggle a script into a page."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from archkit.errors import ExportError
from archkit.model.document import Document
from archkit.pages import confined
from archkit.pages.own_template import render_own
from archkit.pages.sandboxed import FROM_TEMPLATES, Folder, sandbox, sentence

DOCUMENT = Document.model_validate({"title": "T", "options": [{"name": "Ledger"}], "risks": [{"risk": "It breaks"}]})
NAMES = {"title": "T", "options": [{"name": "Ledger"}], "metadata": {"status": "draft"}, "count": 3}

ESCAPES = (
    "{{ title.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ().__class__.__bases__[0] }}",
    "{{ options.__init__.__globals__ }}",
    "{{ title|attr('__class__') }}",
    "{{ title|attr('__cl' ~ 'ass__') }}",
    "{{ title['__class__'] }}",
    "{{ options|map(attribute='__class__')|list }}",
    "{{ [title]|map(attribute='__class__.__mro__')|list }}",
    "{{ [title]|groupby('__class__')|list }}",
    "{{ '{0.__class__}'.format(title) }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(title) }}",
    "{{ '{x.__class__}'.format_map({'x': title}) }}",
    "{{ ('{0.__cl' ~ 'ass__}')|format(title) ~ title.__class__ }}",
    "{% set f = '{0.__class__}'.format %}{{ f(title) }}",
    "{{ ['{0.__class__}'.format][0](title) }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ range.__self__ }}",
    "{{ dict.__base__ }}",
    "{{ dict.mro() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context.environment }}",
    "{{ self|attr('_TemplateReference__context') }}",
    "{{ caller() }}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m|attr('_environment') }}",
    "{% for x in options %}{{ loop._iterable }}{% endfor %}",
    "{% for x in options %}{{ loop|attr('_recurse') }}{% endfor %}",
    "{{ lipsum() }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ open('/etc/passwd') }}",
    "{{ __import__('os') }}",
    "{{ config }}",
    "{{ request }}",
    "{{ get_flashed_messages }}",
    "{{ options.append(1) }}",
    "{{ options.pop() }}",
    "{{ options.clear() }}",
    "{{ metadata.update({'status': 'accepted'}) }}",
    "{{ metadata.setdefault('x', 1) }}",
    "{% set metadata.status = 'accepted' %}",
    "{% do options.append(1) %}",
    "{% import 'os' as os %}",
    "{% from '/etc/passwd' import x %}",
    "{% extends '../../etc/passwd' %}",
    "{% include '/etc/passwd' %}",
    "{% include '..' %}",
    "{% include '.' %}",
    "{% include '' %}",
    "{% include 'a\\0b' %}",
    "{% include '..\\\\..\\\\secret' %}",
    "{% include title %}",
    "{% include 3 %}",
    "{{ title.format.__self__.__class__ }}",
    "{{ (title.format)|attr('__func__') }}",
    "{{ x.__class__ }}",
    "{{ (x or title).__class__ }}",
    "{{ title|xmlattr }}",
    "{{ {'a b onload=x': 1}|xmlattr }}",
    "{{ count.real.__class__ }}",
    "{{ count.to_bytes.__self__.__class__ }}",
)
BOMBS = (
    "{{ 'a' * 10**9 }}",
    "{{ 10**9 * 'a' }}",
    "{{ [0] * 10**9 }}",
    "{{ 2**(2**40) }}",
    "{{ 10**10**8 }}",
    "{{ 9**9**9 }}",
    "{{ '%0100000000d' % 1 }}",
    "{{ '%*d' % (100000000, 1) }}",
    "{{ '%.100000000f' % 1.5 }}",
    "{{ range(10**9)|list }}",
    "{% for x in range(10**9) %}{% endfor %}",
    "{{ title + 'a' * 999999 + 'b' * 999999 }}",
    "{% set ns = namespace(n=7) %}{% for i in range(99999) %}{% set ns.n = ns.n * ns.n %}{% endfor %}",
    "{% set ns = namespace(s='x') %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
)
#: Bombs that only the limits of the process stop.
HEAVY = {
    "{% set ns = namespace(s='x') %}{% for i in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}": "memory",
    "{{ '{:>900000000}'.format(1) }}": "memory",
    "{{ '%s'|format(title)|center(900000000) }}": "memory",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}": "1 s of processor time",
    "{% for i in range(99999) %}{{ 'x' * 900000 }}{% endfor %}": "writes more than 20,000,000 characters",
    "{{ 'x' * 900000 }}{{ '{:>30000000}'.format(1) }}": "writes more than 20,000,000 characters",
}


def own(folder: Path, text: str, name: str = "own.md.j2") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize("text", [*ESCAPES, *BOMBS], ids=lambda text: text[:50])
def test_a_template_gets_neither_python_nor_the_machine(tmp_path: Path, text: str):
    own(tmp_path, text)
    names = json.loads(json.dumps(NAMES))

    with pytest.raises(FROM_TEMPLATES) as caught:
        made = sandbox(Folder(tmp_path), names, html=False).get_template("own.md.j2").render(names)
        # What is not refused must at least have got nothing.
        assert "class" not in made and "module" not in made and len(made) < 1_000, made
        raise LookupError("nothing was got")

    said = sentence(caught.value, "own.md.j2")
    assert said and "\n" not in said
    assert "root:" not in said
    assert names == NAMES


@pytest.mark.parametrize(("text", "said"), HEAVY.items(), ids=lambda text: text[:40])
def test_what_takes_too_much_is_stopped_and_said(tmp_path: Path, monkeypatch, text: str, said: str):
    if "processor" in said:
        monkeypatch.setattr(confined, "PROCESSOR_SECONDS", 1)

    with pytest.raises(ExportError) as caught:
        render_own(own(tmp_path, text), DOCUMENT)

    assert str(caught.value).startswith("own.md.j2") and said in str(caught.value)


def test_a_template_sees_no_environment_and_writes_no_file(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "hunter2")
    before = sorted(os.listdir(tmp_path))

    names = {name for name in render_own(own(tmp_path, "{{ self }}{{ title }}"), DOCUMENT).split() if name}

    assert not any("hunter2" in name for name in names)
    assert sorted(os.listdir(tmp_path)) == sorted([*before, "own.md.j2"])


@pytest.mark.parametrize(
    "target", ["../outside.txt", "/etc/hostname", "sub/../../outside.txt", "./sub/./../../outside.txt"]
)
def test_what_lies_outside_the_folder_is_not_included(tmp_path: Path, target: str):
    (tmp_path / "pack" / "sub").mkdir(parents=True)
    (tmp_path / "outside.txt").write_text("secret")

    with pytest.raises(ExportError, match="lies outside the folder of the template; move it there"):
        render_own(own(tmp_path / "pack", f"{{% include '{target}' %}}"), DOCUMENT)


def test_a_linked_folder_is_not_a_way_out(tmp_path: Path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "key.txt").write_text("secret")
    (tmp_path / "pack" / "sub").symlink_to(tmp_path / "private")

    with pytest.raises(ExportError, match="lies outside the folder"):
        render_own(own(tmp_path / "pack", "{% include 'sub/key.txt' %}"), DOCUMENT)


def test_a_template_that_is_too_large_is_refused(tmp_path: Path):
    with pytest.raises(ExportError, match=r"is larger than 1,000,000 bytes; split it"):
        render_own(own(tmp_path, "x" * 1_000_001), DOCUMENT)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript\u200b:alert(1)",
        "vbscript:msgbox",
        "data:text/html,<script>alert(1)</script>",
    ],
)
def test_a_script_is_no_address_in_a_page(tmp_path: Path, address: str):
    (tmp_path / "own.html.j2").write_text('<a href="{{ this }}">x</a>')
    environment = sandbox(Folder(tmp_path), ["this"], html=True)

    made = environment.get_template("own.html.j2").render(this=address)

    assert made.startswith('<a href="unsafe:')


def test_a_script_is_no_address_among_attributes(tmp_path: Path):
    document = Document.model_validate({"title": "java\tscript:alert(1)"})

    made = render_own(own(tmp_path, "<a{{ {'href': title} | xmlattr }}>x</a>", "own.html"), document)

    assert made.startswith('<a href="unsafe:java')


def test_everything_is_escaped_in_html_whatever_the_included_file_is_called(tmp_path: Path):
    own(tmp_path, "{{ title }}", "part.txt")
    document = Document.model_validate({"title": "<img src=x onerror=alert(1)>"})

    made = render_own(own(tmp_path, "{{ title }}{% include 'part.txt' %}", "own.html"), document)

    assert "<img" not in made and made.count("&lt;img") == 2


@pytest.mark.parametrize(
    "text", ["{{ title.format }}", "{{ range }}", "{{ dict }}", "{% macro m() %}{% endmacro %}{{ m }}"]
)
@pytest.mark.parametrize("html", [False, True])
def test_a_function_is_no_text(tmp_path: Path, text: str, html: bool):
    own(tmp_path, text)

    with pytest.raises(FROM_TEMPLATES, match="a function is no text"):
        sandbox(Folder(tmp_path), NAMES, html=html).get_template("own.md.j2").render(NAMES)
