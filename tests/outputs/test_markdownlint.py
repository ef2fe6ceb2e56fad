"""What is exported as Markdown passes markdownlint with the configuration that docs/formats.md gives."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from archkit.assets import example_file
from archkit.export import exported
from archkit.format.read import read
from archkit.outputs.styles import styles
from archkit.portfolios.generate import generated
from tests.full_document import full_text

ROOT = Path(__file__).resolve().parents[2]
LINTER = ROOT / ".venv" / "node" / "node_modules" / ".bin" / "markdownlint-cli2"
NAMES = ["markdown", "y-statement", *(style.name for style in styles()[0] if style.name != "json-adr")]


@pytest.mark.skipif(not LINTER.exists(), reason="markdownlint-cli2 is not installed (make node)")
def test_every_markdown_format_passes_the_linter(tmp_path: Path):
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    config = re.search(r"```json\n(\{.*?\n\})\n```", page, re.DOTALL)
    assert config
    (tmp_path / ".markdownlint-cli2.jsonc").write_text(config[1])
    texts = {"example": example_file().read_text(encoding="utf-8"), "full": full_text()}
    for seed, size in enumerate((0.03, 0.1, 0.4)):
        texts[f"generated-{seed}"] = generated(seed, seed=seed, faulty=0, size=size).data.decode()
    for name, text in texts.items():
        for style in NAMES:
            exported(read(text).document, None, to=style, source=tmp_path / f"{name}.md")

    ran = subprocess.run([LINTER, "**/*.md"], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)

    assert ran.returncode == 0, ran.stderr
    assert f"Linting: {len(list(tmp_path.rglob('*.md')))} file(s)" in ran.stdout
