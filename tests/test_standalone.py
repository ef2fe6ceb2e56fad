"""The studio as a page of its own: its token, its address, what it says, and names that are data."""

from __future__ import annotations

import ast
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import archkit
from archkit import assets, standalone
from archkit.errors import FileProblem
from archkit.lab import JUPYTER
from archkit.standalone import PortTakenError, free_port, open_studio, page, studio

HOSTILE = ["a'b\"c.md", "$(touch x).md", "--help.md", "back\\slash.md", "{{ 7*7 }}.md", "<img src=x>.md"]
EXTENSION = JUPYTER / "labextensions" / "archkit"


def run(folder: Path, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run `archkit studio` with some Python before it."""
    script = f"import sys\n{before}\nfrom archkit.cli import main\nsys.exit(main(['studio', *sys.argv[1:]]))"
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


RECORD = """
import json, os, subprocess
from pathlib import Path
class Recorded:
    def __init__(self, command, env, cwd, start_new_session):
        self.pid = 0
        notebook = json.loads((Path(cwd) / "studio.ipynb").read_text())
        print(json.dumps({"command": command, "environment": dict(env), "folder": str(cwd), "notebook": notebook,
            "mode": Path(cwd).stat().st_mode & 0o777, "alone": start_new_session}))
    def poll(self):
        return 0
    def wait(self):
        return 0
subprocess.Popen = Recorded
"""


def test_without_voila_it_says_what_to_install(tmp_path: Path):
    (tmp_path / "a.md").write_text("# T\n")

    ran = run(tmp_path, "a.md", before="sys.modules['voila'] = None")

    assert ran.returncode == 2
    assert ran.stderr == 'archkit: Voila is not installed here; install it with: pip install "archkit[studio]"\n'


def test_a_file_that_is_not_there_is_said_before_anything_starts(tmp_path: Path):
    ran = run(tmp_path, "none.md", before=RECORD)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "none.md: there is no such file" in ran.stderr


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_reaches_the_kernel_as_data_and_nothing_is_left(tmp_path: Path, name: str):
    (tmp_path / name).write_text("# T\n")

    ran = run(tmp_path, "--no-browser", f"./{name}", before=RECORD)

    told = json.loads(ran.stdout)
    assert ran.returncode == 0
    assert told["environment"]["ARCHKIT_DOCUMENT"] == str(tmp_path / name)
    (cell,) = told["notebook"]["cells"]
    assert cell["source"] == standalone.CODE
    assert told["notebook"]["metadata"]["title"] == name
    assert not any(name in word for word in told["command"])
    assert not Path(told["folder"]).exists()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_it_listens_on_this_machine_only_with_a_token_that_no_command_line_shows(tmp_path: Path):
    (tmp_path / "a.md").write_text("# T\n")

    told = json.loads(run(tmp_path, "a.md", before=RECORD).stdout)
    again = json.loads(run(tmp_path, "a.md", before=RECORD).stdout)

    token = told["environment"]["JUPYTER_TOKEN"]
    assert len(token) == 48
    assert token != again["environment"]["JUPYTER_TOKEN"]
    assert not any(token in word for word in told["command"])
    assert {"--Voila.ip=127.0.0.1", "--Voila.auto_token=True", "--no-browser"} <= set(told["command"])
    assert told["alone"], "Ctrl-C reaches it by archkit alone"
    if os.name == "posix":
        assert told["mode"] == 0o700, "nobody else reads what lies there"


def test_a_port_that_is_taken_or_none_is_said(tmp_path: Path):
    (tmp_path / "a.md").write_text("# T\n")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(PortTakenError, match=f"port {port}: cannot be listened on"):
            open_studio(tmp_path / "a.md", browser=False, port=port)
    with pytest.raises(PortTakenError, match="port 99999"):
        open_studio(tmp_path / "a.md", browser=False, port=99999)
    assert free_port(None) > 1023


def test_a_voila_that_ends_at_once_announces_nothing(tmp_path: Path):
    (tmp_path / "a.md").write_text("# T\n")
    fake = tmp_path / "fake" / "voila"
    fake.mkdir(parents=True)
    (fake / "__init__.py").touch()
    (fake / "__main__.py").write_text("raise SystemExit(5)")

    before = f"import os; os.environ['PYTHONPATH'] = {str(fake.parent)!r}"
    ran = run(tmp_path, "a.md", "--no-browser", before=before)

    assert (ran.returncode, ran.stdout) == (5, "")


def test_a_kernel_has_one_studio_for_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(standalone, "_SHOWN", {})
    file = archkit.example(tmp_path)

    first = studio(file)
    again = studio(str(file), "Another title")

    assert again is first
    first.close()
    assert studio(file) is not first


def test_a_new_document_gets_its_title_and_any_other_keeps_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(standalone, "_SHOWN", {})
    new, old = tmp_path / "new-architecture.md", archkit.example(tmp_path)
    new.write_text(assets.template_text(), newline="")
    before = old.read_bytes()

    studio(new, "  Payments\n*ledger* ")
    studio(old, "Payments")

    assert archkit.open(new).title == "Payments *ledger* Architecture"
    assert new.read_text().partition("\n")[2] == assets.template_text().partition("\n")[2]
    assert old.read_bytes() == before


def test_a_page_without_its_document_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(standalone.DOCUMENT, str(tmp_path / "<b>gone.md"))

    shown = page()

    assert "<b>gone.md: there is no such file" in shown.value
    assert type(shown).__name__ == "Label", "which shows text as text"
    with pytest.raises(FileProblem):
        studio(tmp_path / "<b>gone.md")


def test_the_template_of_the_extension_is_the_template():
    assert (EXTENSION / "static" / "architecture.md").read_bytes().decode("utf-8") == assets.template_text()


def test_the_extension_says_the_version_of_archkit_and_names_files_that_are_there():
    told = json.loads((EXTENSION / "package.json").read_text())

    assert told["version"] == archkit.__version__
    assert (EXTENSION / told["jupyterlab"]["_build"]["load"]).is_file()


def test_the_code_that_a_document_in_jupyterlab_runs_is_there_to_be_called():
    source = (EXTENSION / "static" / "studio.js").read_text("utf-8")
    (line,) = [line for line in source.splitlines() if "const code = " in line]

    call = line.split("`")[1].replace("\\n", "\n").split("${")[0] + "'a', 'b')"

    module, expression = ast.parse(call).body
    assert isinstance(module, ast.ImportFrom) and module.module == "archkit.standalone"
    assert isinstance(expression, ast.Expr) and ast.unparse(expression) == "studio('a', 'b')"
