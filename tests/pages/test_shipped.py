"""The templates ship as the Python that was made of them, and one that was changed since is compiled."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import jinja2
import pytest
from jinja2 import Template

from archkit import assets
from archkit.pages import shipped
from archkit.pages.compiled import PageEnvironment
from archkit.pages.shipped import ShippedLoader

HOOK = Path(__file__).resolve().parents[2] / "hatch_build.py"
HTML = assets.folder("templates") / "html"


def _module(name: str, file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The code as an installation makes it now."""
    file = tmp_path / "template_code.py"
    file.write_text(_module("hatch_build", HOOK).text(), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "archkit.pages.template_code", module := _module("template_code", file))
    shipped.compiled.cache_clear()
    yield module
    shipped.compiled.cache_clear()


def _loaded(folder: Path, name: str, compiled: list[str]) -> Template:
    class Counting(PageEnvironment):
        def compile(self, source, name=None, *rest, **more):
            compiled.append(name)
            return super().compile(source, name, *rest, **more)

    return Counting(loader=ShippedLoader(folder), autoescape=True).get_template(name)


def test_no_template_of_ours_is_compiled_when_it_is_used(installed):
    compiled = []

    for name in installed.TEMPLATES:
        _loaded(HTML, name, compiled)

    assert compiled == []
    assert sorted(installed.TEMPLATES) == sorted(file.relative_to(HTML).as_posix() for file in HTML.rglob("*.html.j2"))


def test_a_template_that_was_changed_is_compiled(installed, tmp_path):
    (tmp_path / "contents.html.j2").write_text("<b>{{ sections }}</b>", encoding="utf-8")
    (tmp_path / "new.html.j2").write_text("<i>{{ sections }}</i>", encoding="utf-8")
    compiled = []

    shown = [_loaded(tmp_path, f"{name}.html.j2", compiled).render(sections="<&>") for name in ("contents", "new")]

    assert shown == ["<b>&lt;&amp;&gt;</b>", "<i>&lt;&amp;&gt;</i>"]
    assert compiled == ["contents.html.j2", "new.html.j2"]


@pytest.mark.parametrize(("module", "name"), [(jinja2, "__version__"), (shipped, "FORM")])
def test_what_was_made_for_another_jinja_or_by_another_archkit_is_compiled_anew(installed, monkeypatch, module, name):
    monkeypatch.setattr(module, name, "0.1")
    compiled = []

    _loaded(HTML, "fills.html.j2", compiled)

    assert compiled == ["fills.html.j2"]


def test_without_an_installation_all_is_compiled(monkeypatch):
    monkeypatch.setitem(sys.modules, "archkit.pages.template_code", None)
    shipped.compiled.cache_clear()
    compiled = []

    _loaded(HTML, "fills.html.j2", compiled)
    shipped.compiled.cache_clear()

    assert compiled == ["fills.html.j2"]
