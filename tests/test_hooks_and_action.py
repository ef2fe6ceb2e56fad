"""What other repositories run archkit with: the hooks of pre-commit, and the action of GitHub with its own shell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.checks.reviewed import REVIEWED

ROOT = Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BASH = shutil.which("bash")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository with a sound document and a faulty one, and `archkit` on the path beside it."""
    folder = tmp_path / "repository"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "sound-architecture.md").write_text(REVIEWED, encoding="utf-8")
    (folder / "docs" / "notes.md").write_text("# Notes\n", encoding="utf-8")
    faulty = REVIEWED.replace("120 ms more [F2]", "120 ms more [F9]")
    (folder / "docs" / "a faulty-architecture.md").write_text(faulty, encoding="utf-8")
    program = tmp_path / "bin" / "archkit"
    program.parent.mkdir()
    start = "import sys; from archkit.cli import main; sys.exit(main())"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{start}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


def ran(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action as GitHub runs a step with `shell: bash`."""
    step = ACTION["runs"]["steps"][-1]
    inputs = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
    inputs |= {name.replace("_", "-"): value for name, value in given.items()}
    told = {name: inputs[re.fullmatch(r"\$\{\{ inputs\.(.+) \}\}", words)[1]] for name, words in step["env"].items()}
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    settings = {"PATH": path, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1769904000"}
    script = folder.parent / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    command = [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    return subprocess.run(
        command, cwd=folder, env=os.environ | settings | told, capture_output=True, text=True, timeout=120
    )


@pytest.mark.skipif(not BASH, reason="there is no bash")
def test_the_action_marks_the_lines_of_the_pull_request_and_fails(folder: Path):
    done = ran(folder)

    assert done.returncode == 1
    [error] = [line for line in done.stdout.splitlines() if line.startswith("::error")]
    assert error.startswith("::error file=docs/a faulty-architecture.md,line=")


@pytest.mark.skipif(not BASH, reason="there is no bash")
def test_the_action_takes_patterns_a_file_for_the_report_and_what_counts_as_bad(folder: Path):
    assert ran(folder, paths="docs/s* docs/sound-architecture.md").returncode == 0
    done = ran(folder, format="sarif", output="found.sarif", strict="true", fail_on="hint")

    assert (done.returncode, done.stdout) == (1, "")
    assert '"version": "2.1.0"' in (folder / "found.sarif").read_text(encoding="utf-8")


@pytest.mark.skipif(not BASH, reason="there is no bash")
def test_a_path_with_signs_of_the_shell_is_a_path(folder: Path):
    done = ran(folder, paths="$(touch${IFS}pwned) `id` docs;id --output=x")

    assert done.returncode == 2
    assert "docs;id: there is no such file" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["docs"]


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_a_hook_is_given_documents_and_no_path_that_is_an_option(hook: dict[str, str]):
    pattern = re.compile(hook["files"])

    assert [name for name in _NAMES if pattern.search(name)] == _NAMES[:3]
    assert (hook["language"], hook["types"]) == ("python", ["markdown"])


_NAMES = [
    "a-architecture.md",
    "docs/-architecture.md",
    "docs/ü b-architecture.md",
    "-opwned-architecture.md",
    "-o/pwned-architecture.md",
    "architecture.md",
    "a-architecture.md.txt",
]
