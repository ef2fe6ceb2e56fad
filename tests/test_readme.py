"""The README keeps its word: its Python runs, and what it links to is there."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_of_the_readme_runs_on_the_example(tmp_path):
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)

    done = subprocess.run(
        [sys.executable, "-c", "\n".join(blocks)], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "The spike was too small" in done.stdout
    assert (tmp_path / "session" / "order-events.html").stat().st_size > 10_000
    assert "The spike was too small" in (tmp_path / "session" / "order-events-architecture.md").read_text(
        encoding="utf-8"
    )


def test_the_python_of_the_readme_is_eight_lines():
    lines = [line for line in re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0].splitlines() if line.strip()]

    assert len(lines) == 8


def test_what_the_readme_links_to_is_there():
    targets = re.findall(r"\]\(([^)#:]+)\)", README)

    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
