"""JupyterLab on a ready notebook for one document."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import nbformat
import pytest

import archkit
from archkit.errors import FileProblem
from archkit.lab import ready_notebook, run_until_it_ends


def test_the_notebook_is_valid_and_opens_its_document(tmp_path: Path):
    document = archkit.example(tmp_path)

    notebook = nbformat.read(ready_notebook(document), as_version=4)

    nbformat.validate(notebook)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert "archkit.open('order-events-architecture.md')" in code[0]
    assert len(notebook.cells) <= 12
    for source in code:
        ast.parse(source)


@pytest.mark.parametrize("name", ['it\'s a "plan".md', "naïve plan.md", "back\\slash.md", "{x}.md"])
def test_any_name_of_a_document_is_opened(tmp_path: Path, name: str):
    document = tmp_path / name
    document.write_text("# T\n")

    cells = nbformat.read(ready_notebook(document), as_version=4).cells

    call = ast.parse(next(cell.source for cell in cells if cell.cell_type == "code")).body[1].value
    assert call.args[0].value == name


def test_all_but_the_forms_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    document = archkit.example(tmp_path)
    monkeypatch.chdir(tmp_path)
    cells = nbformat.read(ready_notebook(document), as_version=4).cells
    code = [cell.source for cell in cells if cell.cell_type == "code" and ".edit()" not in cell.source]

    exec("\n".join(code), {})

    assert (tmp_path / "order-events-architecture.html").exists()


def test_a_notebook_that_is_there_stays_as_it_is(tmp_path: Path):
    (tmp_path / "a.ipynb").write_text("mine")

    assert ready_notebook(tmp_path / "a.md") == tmp_path / "a.ipynb"
    assert (tmp_path / "a.ipynb").read_text() == "mine"


def test_a_notebook_that_cannot_be_written_is_said(tmp_path: Path):
    with pytest.raises(FileProblem, match="there is no folder"):
        ready_notebook(tmp_path / "no" / "a.md")


def lab(folder: Path, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run `archkit lab` with some Python before it."""
    script = f"import sys\n{before}\nfrom archkit.cli import main\nsys.exit(main(['lab', *sys.argv[1:]]))"
    return subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


NO_LAB = """
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "jupyterlab":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Blocker())
"""


@pytest.mark.parametrize("before", [NO_LAB, "sys.modules['jupyterlab'] = None"])
def test_without_jupyterlab_it_says_what_to_install(tmp_path: Path, before: str):
    (tmp_path / "a.md").write_text("# T\n")

    ran = lab(tmp_path, "a.md", before=before)

    assert ran.returncode == 2
    assert ran.stderr == 'archkit: JupyterLab is not installed here; install it with: pip install "archkit[lab]"\n'
    assert not (tmp_path / "a.ipynb").exists()


RECORD = """
import subprocess
class Recorded:
    def __init__(self, command, **settings):
        print(command[1:])
    def wait(self):
        return 0
subprocess.Popen = Recorded
"""


def test_it_listens_on_this_machine_only_and_opens_the_notebook(tmp_path: Path):
    (tmp_path / "a.md").write_text("# T\n")

    ran = lab(tmp_path, "a.md", "--no-browser", "--port", "8999", before=RECORD)

    command = ast.literal_eval(ran.stdout)
    assert command[:2] == ["-m", "jupyterlab"]
    assert {"--LabApp.default_url=/lab/tree/a.ipynb", f"--ServerApp.root_dir={tmp_path}"} <= set(command)
    assert {"--ip=127.0.0.1", "--port=8999", "--no-browser"} <= set(command)
    assert not any("token" in word or "password" in word for word in command)


def test_jupyterlab_finds_the_extension_before_any_other_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.md").write_text("# T\n")
    monkeypatch.setenv("JUPYTER_PATH", "/mine")

    ran = lab(tmp_path, "a.md", before=RECORD.replace("command[1:]", "settings['env']['JUPYTER_PATH']"))

    first, second = ran.stdout.strip().split(os.pathsep)
    assert (Path(first) / "labextensions" / "archkit" / "package.json").is_file()
    assert second == "/mine"


def test_without_a_file_it_opens_the_example(tmp_path: Path):
    lab(tmp_path, "--no-browser", before=RECORD)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "order-events-architecture.ipynb",
        "order-events-architecture.md",
    ]


def test_a_file_that_is_not_there_is_said_before_anything_starts(tmp_path: Path):
    ran = lab(tmp_path, "none.md", before=RECORD)

    assert (ran.returncode, ran.stdout) == (2, "")
    assert "none.md: there is no such file" in ran.stderr
    assert list(tmp_path.iterdir()) == []


FAKE = """
import os, signal, sys, time
from pathlib import Path
def end(*_):
    Path("ended").touch()
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
print(os.getpid(), flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_what_ends_archkit_ends_its_jupyterlab_first(tmp_path: Path, number: int):
    (tmp_path / "a.md").write_text("# T\n")
    fake = tmp_path / "fake" / "jupyterlab"
    fake.mkdir(parents=True)
    (fake / "__init__.py").touch()
    (fake / "__main__.py").write_text(FAKE)
    # What started the tests may ignore a signal, as nohup does; here none is ignored.
    script = f"import signal, sys\nsignal.signal({int(number)}, signal.default_int_handler)\n"
    script += "from archkit.cli import main\nsys.exit(main(['lab', 'a.md', '--no-browser']))"
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "fake")}

    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    ) as ran:
        assert ran.stdout is not None
        jupyter = int(ran.stdout.readline())
        ran.send_signal(number)
        ran.wait(30)

    try:
        assert ran.returncode == 0
        assert (tmp_path / "ended").exists()
    finally:
        with suppress(ProcessLookupError):
            os.kill(jupyter, signal.SIGKILL)


def test_a_signal_that_is_ignored_stays_ignored():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        code = run_until_it_ends(
            [sys.executable, "-c", "import signal, sys; sys.exit(signal.getsignal(signal.SIGHUP).value + 6)"]
        )

        assert code == signal.SIG_IGN.value + 6
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
