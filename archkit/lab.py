"""JupyterLab on a ready notebook for one document."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from archkit import store
from archkit.authoring.document import example
from archkit.errors import ArchkitError

#: What archkit gives to Jupyter, laid out as in `share/jupyter`; a wheel puts it there, a checkout has it here alone.
JUPYTER = Path(__file__).resolve().parent / "jupyter"


class LabMissingError(ArchkitError):
    """JupyterLab is not installed."""

    def __init__(self) -> None:
        super().__init__('JupyterLab is not installed here; install it with: pip install "archkit[lab]"')


def open_lab(file: Path | None, *, browser: bool = True, port: int | None = None) -> int:
    """Start JupyterLab on a document's notebook, wait until it ends, and return its exit code.

    Args:
        file: The document; None puts a copy of the worked example into the current folder.
        browser: Whether to open a browser where there is a display; else the address is printed.
        port: The port to listen on, on this machine only.

    Raises:
        LabMissingError: JupyterLab is not installed.
        FileProblem: the document cannot be read, or the notebook cannot be written.
    """
    if not is_installed("jupyterlab"):
        raise LabMissingError
    document = file or example()
    store.read_text(document)
    notebook = ready_notebook(document)
    folder = notebook.resolve().parent
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--ip=127.0.0.1",
        f"--ServerApp.root_dir={folder}",
        # The address that is printed and opened is that of the notebook, not of the launcher.
        f"--LabApp.default_url=/lab/tree/{quote(notebook.name)}",
        "--LabApp.news_url=None",
    ]
    if port is not None:
        command.append(f"--port={port}")
    if not (browser and has_display()):
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    places = [str(JUPYTER), os.environ.get("JUPYTER_PATH", "")]
    path = os.pathsep.join(place for place in places if place)
    return run_until_it_ends(command, environment=os.environ | {"JUPYTER_PATH": path})


def ready_notebook(document: Path) -> Path:
    """Return the notebook beside a document; it is made when it is not there."""
    notebook = document.with_suffix(".ipynb")
    if not notebook.exists():
        text = json.dumps(_notebook(document.name), indent=1, ensure_ascii=False) + "\n"
        store.write_text(notebook, text, expected=None)
    return notebook


def run_until_it_ends(
    command: list[str],
    *,
    environment: dict[str, str] | None = None,
    folder: Path | None = None,
    started: Callable[[subprocess.Popen[bytes]], None] | None = None,
) -> int:
    """Run a program until it ends; what would end this one ends that one, which ends its kernels and waits for them.

    Args:
        command: The program and its arguments.
        environment: Its environment; this program's own when None.
        folder: Where it works; a program with a folder of its own hears of Ctrl-C from here alone.
        started: Called once it runs.

    Returns:
        Its exit code.
    """
    asked = False
    process: subprocess.Popen[bytes] | None = None

    def end(*_: object) -> None:
        nonlocal asked
        asked = True
        if process is not None:
            process.terminate()

    before = {number: signal.signal(number, end) for number in _ends()}
    try:
        process = subprocess.Popen(command, env=environment, cwd=folder, start_new_session=folder is not None)
        if asked:
            process.terminate()
        if started is not None:
            started(process)
        code = process.wait()
        # One that had to end before it could tell of its end.
        return code if code >= 0 else 128 - code
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _ends() -> list[int]:
    """Return the signals that would end this program; a thread other than the first one hears of none."""
    if threading.current_thread() is not threading.main_thread():
        return []
    numbers = (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP"))
    return [number for number in numbers if number is not None and signal.getsignal(number) != signal.SIG_IGN]


def _notebook(name: str) -> dict[str, object]:
    """Return a notebook for a document that stands beside it."""
    page = Path(name).with_suffix(".html").name
    cells = [
        _words("# Architecture document\n\nRun the cells with Shift+Enter. What you type is saved to the file."),
        _code(f"import archkit\n\ndoc = archkit.open({name!r})\ndoc"),
        _words("## Write\n\nEvery section of the template is a form."),
        _code("doc.edit()"),
        _words("## Compare\n\nThe options side by side, with what is not known as an interval."),
        _code("doc.compare().plot()"),
        _words(
            "## Add the effort up\n\nDevelopment and testing by phase; the whisker ends where 80 % of the outcomes do."
        ),
        _code("doc.total_effort().plot()"),
        _words("## Look at the risks"),
        _code("doc.risk_grid().plot()"),
        _words("## Check and export"),
        _code(f"print(doc.check())\ndoc.export({page!r})"),
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"archkit-{number}"
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def _words(text: str) -> dict[str, object]:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def _code(text: str) -> dict[str, object]:
    return {"cell_type": "code", "metadata": {}, "source": text, "outputs": [], "execution_count": None}


def is_installed(module: str) -> bool:
    """Return whether a module can be imported, without importing it."""
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def has_display() -> bool:
    """Return whether a browser can show itself."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
