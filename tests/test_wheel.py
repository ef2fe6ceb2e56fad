"""The wheel in an environment of its own: what a person gets who has no checkout."""

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
JUPYTER = CHECKOUT / "archkit" / "jupyter"
SECONDS = 600
BIN = "Scripts" if sys.platform == "win32" else "bin"
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "install")

# Runs the command line with a record of every file it opens, on the last line of the output.
WITH_RECORD = """
import json, os, sys
opened = []
sys.addaudithook(lambda event, values: opened.append(values[0]) if event == "open" else None)
from archkit.cli import main
try:
    code = main()
except SystemExit as end:
    code = end.code
print(json.dumps(sorted({os.fsdecode(name) for name in opened if isinstance(name, (str, bytes))})))
sys.exit(code)
"""

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel and its pinned dependencies, and an empty folder to work in."""

    environment: Path
    folder: Path

    def python(self, *arguments: str | Path) -> str:
        return run(self.environment / BIN / "python", *arguments, cwd=self.folder)

    def archkit(self, *arguments: str | Path) -> str:
        return run(self.environment / BIN / "archkit", *arguments, cwd=self.folder)

    def example(self) -> Path:
        return Path(self.python("-c", "from archkit import assets; print(assets.example_file())").strip())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as for a release: from the source distribution, which leaves out what Git ignores."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, cwd=CHECKOUT)
    (built,) = folder.glob("archkit-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    place = tmp_path_factory.mktemp("installed")
    empty = place / "empty"
    empty.mkdir()
    run(sys.executable, "-m", "venv", place / "environment", cwd=empty)
    result = Installed(place / "environment", empty)
    result.python(*PIP, "--require-hashes", "-r", CHECKOUT / "requirements" / "base.txt")
    result.python(*PIP, "--no-deps", "--no-index", wheel)
    return result


def run(*command: str | Path, cwd: Path) -> str:
    """The output of a command; its words are the failure if it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def leftover(path: Path) -> bool:
    """Whether a tool or a session left the file behind."""
    return not {"__pycache__", ".ipynb_checkpoints", ".archkit", "session"}.isdisjoint(path.parts)


def test_the_wheel_holds_the_shipped_folders_and_no_leftovers(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())

    for folder in ("templates", "notebooks"):
        shipped = [path for path in (CHECKOUT / folder).rglob("*") if path.is_file() and not leftover(path)]
        assert {f"archkit/_assets/{path.relative_to(CHECKOUT).as_posix()}" for path in shipped} <= names
    assert [name for name in names if leftover(Path(name))] == []
    assert "archkit/pages/template_code.py" in names
    release = wheel.name.rsplit("-", 3)[0]
    assert {name.split("/")[0] for name in names} == {"archkit", f"{release}.dist-info", f"{release}.data"}
    given = [path for path in JUPYTER.rglob("*") if path.is_file() and not leftover(path)]
    assert {f"{release}.data/data/share/jupyter/{path.relative_to(JUPYTER).as_posix()}" for path in given} <= names


def test_an_environment_with_the_wheel_has_the_extension_where_jupyter_looks(installed):
    share = installed.environment / "share" / "jupyter"

    for path in [path for path in JUPYTER.rglob("*") if path.is_file() and not leftover(path)]:
        assert (share / path.relative_to(JUPYTER)).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", ["x.html", "x.md"])
def test_the_installed_wheel_exports_the_shipped_example(installed, name):
    installed.archkit("export", installed.example(), "-o", name)

    assert "Order" in (installed.folder / name).read_text(encoding="utf-8")


def test_the_installed_wheel_begins_a_new_document(installed):
    installed.archkit("new", "payments-architecture.md", "--title", "Payments ledger")

    assert "Payments ledger" in (installed.folder / "payments-architecture.md").read_text(encoding="utf-8")


def test_the_installed_wheel_reads_nothing_from_the_checkout(installed):
    output = installed.python("-c", WITH_RECORD, "export", installed.example(), "-o", "recorded.html")

    opened = [Path(name) for name in json.loads(output.splitlines()[-1])]
    assert any("_assets" in path.parts for path in opened)
    assert [path for path in opened if path.is_relative_to(CHECKOUT)] == []
