"""The templates ship as the Python that was made of them, and one that was changed since is compiled."""

import importlib.util
from pathlib import Path

import jinja2
import pytest
from jinja2 import Template

from archkit import assets
from archkit.pages import shipped
from archkit.pages.compiled import PageEnvironment
from archkit.pages.shipped import ShippedLoader
from archkit.pages.template_code import JINJA, TEMPLATES

ROOT = Path(__file__).resolve().parents[2]
HTML = assets.folder("templates") / "html"


def _script():
    spec = importlib.util.spec_from_file_location("template_code_script", ROOT / "scripts" / "template_code.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _loaded(folder: Path, name: str, compiled: list[str]) -> Template:
    class Counting(PageEnvironment):
        def compile(self, source, name=None, *rest, **more):
            compiled.append(name)
            return super().compile(source, name, *rest, **more)

    return Counting(loader=ShippedLoader(folder), autoescape=True).get_template(name)


@pytest.mark.skipif(jinja2.__version__ != JINJA, reason=f"the shipped code is that of Jinja2 {JINJA}")
def test_the_shipped_code_is_made_of_the_templates_as_they_are():
    script = _script()

    assert script.FILE.read_text(encoding="utf-8") == script.text(), "run: python scripts/template_code.py"


@pytest.mark.skipif(jinja2.__version__ != JINJA, reason=f"the shipped code is that of Jinja2 {JINJA}")
def test_no_template_of_ours_is_compiled_when_it_is_used():
    compiled = []

    for name in TEMPLATES:
        _loaded(HTML, name, compiled)

    assert compiled == []


def test_a_template_that_was_changed_is_compiled(tmp_path):
    (tmp_path / "contents.html.j2").write_text("<b>{{ sections }}</b>", encoding="utf-8")
    (tmp_path / "new.html.j2").write_text("<i>{{ sections }}</i>", encoding="utf-8")
    compiled = []

    shown = [_loaded(tmp_path, f"{name}.html.j2", compiled).render(sections="<&>") for name in ("contents", "new")]

    assert shown == ["<b>&lt;&amp;&gt;</b>", "<i>&lt;&amp;&gt;</i>"]
    assert compiled == ["contents.html.j2", "new.html.j2"]


def test_another_version_of_jinja_compiles_for_itself(monkeypatch):
    monkeypatch.setattr(shipped, "JINJA", "0.1")
    compiled = []

    _loaded(HTML, "fills.html.j2", compiled)

    assert compiled == ["fills.html.j2"]
