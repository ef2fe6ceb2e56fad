"""What is exported as HTML is valid: html-validate, a linter for HTML that asks no server."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from archkit.assets import template_text
from archkit.format.read import read
from archkit.model.document import Document
from archkit.pages.decider import render_decider
from archkit.pages.export_html import render_page
from archkit.portfolios.generate import generated
from tests.full_document import full_text
from tests.pages.lively_document import HOSTILE_NAME, lively_document

ROOT = Path(__file__).resolve().parents[2]
LINTER = ROOT / ".venv" / "node" / "node_modules" / ".bin" / "html-validate"
RULES = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {
        # `<!doctype html>` in small letters, as the HTML standard writes it.
        "doctype-style": ["error", {"style": "lowercase"}],
        # How long a title is, is the author's choice.
        "long-title": "off",
        # A table that scrolls is a region that the keyboard reaches: `section` would need a heading of its own.
        "prefer-native-element": ["error", {"exclude": ["region"]}],
    },
}


@pytest.mark.skipif(not LINTER.exists(), reason="html-validate is not installed (make node)")
def test_every_page_is_valid_html(tmp_path: Path, example: Document):
    documents = {
        "example": example,
        "full": read(full_text()).document,
        "hostile": lively_document(HOSTILE_NAME),
        "empty": Document(),
        "template": read(template_text()).document,
    }
    for seed, size in enumerate((0.03, 0.1, 0.4)):
        text = generated(seed, seed=seed, faulty=0, size=size).data.decode()
        documents[f"generated-{seed}"] = read(text).document
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(RULES), encoding="utf-8")
    for name, document in documents.items():
        (tmp_path / f"{name}.html").write_text(render_page(document), encoding="utf-8")
        (tmp_path / f"{name}.decider.html").write_text(render_decider(document, "x.md"), encoding="utf-8")
    (tmp_path / "wrong.html").write_text("<!doctype html>\n<p><div></p>\n", encoding="utf-8")

    pages = sorted(path.name for path in tmp_path.glob("*.html"))
    ran = subprocess.run(
        [LINTER, "--formatter", "json", *pages], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )

    found = {
        (Path(file["filePath"]).name, message["ruleId"], message["message"], message["line"])
        for file in json.loads(ran.stdout)
        for message in file["messages"]
    }
    # A linter that finds nothing in what is wrong would prove nothing.
    assert any(name == "wrong.html" for name, *_ in found)
    assert {row for row in found if row[0] != "wrong.html"} == set()
