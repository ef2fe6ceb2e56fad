"""A template prints no address: it would differ from run to run, and is nobody's business."""

from __future__ import annotations

from pathlib import Path

import pytest

from archkit.errors import ExportError
from archkit.model.document import Document
from archkit.pages.own_template import render_own

DOCUMENT = Document.model_validate({"title": "<Thing at 0x7f00aa11bb22> stays", "risks": [{"risk": "It breaks"}]})


def made(folder: Path, text: str, name: str = "own.md.j2") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return render_own(folder / name, DOCUMENT)


@pytest.mark.parametrize(
    "text",
    [
        "{{ title.upper ~ '' }}",
        "{{ title.upper | string }}",
        "{{ [title.upper] | string }}",
        "{{ '%s' | format(title.upper) }}",
        "{{ '{}'.format(title.upper) }}",
        "{{ [title.upper, 1] | join('x') }}",
        "{{ (title.upper | string)[3:] }}",
        "{{ title | attr('upper') ~ '' }}",
        "{{ risks | map(attribute='items') | list }}",
        "{{ cycler(1, 2) ~ '' }}",
        "{{ [joiner()] }}",
        "{{ (risks | map('upper')) ~ '' }}",
        "{{ [risks | map('upper')] }}",
        "{{ risks | batch(2) | string | upper }}",
        "{{ risks | map(attribute='risk') }}",
    ],
)
@pytest.mark.parametrize("name", ["own.md.j2", "own.html.j2"])
def test_an_address_is_refused_on_every_way(tmp_path: Path, text: str, name: str):
    with pytest.raises(ExportError, match="is no text"):
        made(tmp_path, text, name)


def test_methods_are_called_and_an_address_of_the_author_stays(tmp_path: Path):
    calls = "{% set up = title.upper %}{{ up() }} {{ risks[0].get('risk') }} {{ risks | map(attribute='risk') | join }}"

    assert made(tmp_path, calls) == "<THING AT 0X7F00AA11BB22> STAYS It breaks It breaks"
    assert "at 0x7f00aa11bb22" in made(tmp_path, "{{ title }} {{ [title] }}", "own.html.j2")


def test_a_block_reaches_those_above_it(tmp_path: Path):
    (tmp_path / "a.md.j2").write_text("{% block said %}A{% endblock %}", encoding="utf-8")
    for name, above in (("b", "a"), ("c", "b")):
        text = f"{{% extends '{above}.md.j2' %}}{{% block said %}}{name.upper()}{{% endblock %}}"
        (tmp_path / f"{name}.md.j2").write_text(text, encoding="utf-8")

    text = (
        "{% extends 'c.md.j2' %}{% block said %}{{ super() }}{{ super.super() }}{{ super.super.super() }}{% endblock %}"
    )
    assert made(tmp_path, text) == "CBA"
