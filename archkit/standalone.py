"""The studio without a notebook in sight: a page of its own through Voila, and what a document in JupyterLab shows."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import warnings
import webbrowser
from html import escape
from pathlib import Path
from typing import Any

from archkit import store
from archkit.errors import ArchkitError
from archkit.lab import JUPYTER, has_display, is_installed, run_until_it_ends

#: The variable that hands the document to the kernel: a path is data, never a part of code.
DOCUMENT = "ARCHKIT_DOCUMENT"
SECONDS_TO_START = 90.0
CODE = "from archkit.standalone import page\n\npage()"
#: The studios of this kernel; a page that is loaded again shows the one that is there.
_SHOWN: dict[Path, Any] = {}


class StudioMissingError(ArchkitError):
    """Voila is not installed."""

    def __init__(self) -> None:
        super().__init__('Voila is not installed here; install it with: pip install "archkit[studio]"')


class PortTakenError(ArchkitError):
    """Something else listens on the port."""

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(f"port {port}: cannot be listened on ({reason}); give another one, or leave --port out")


def open_studio(file: Path, *, browser: bool = True, port: int | None = None) -> int:
    """Serve the studio of a document to this machine's browser until it is ended, and return the exit code.

    Args:
        file: The document.
        browser: Whether to open a browser where there is a display; the address is printed in any case.
        port: The port to listen on, on this machine only; any free one when None.

    Raises:
        StudioMissingError: Voila is not installed.
        PortTakenError: the port is in use.
        FileProblem: the document cannot be read.
    """
    if not is_installed("voila"):
        raise StudioMissingError
    store.read_text(file)
    port = free_port(port)
    token = secrets.token_hex(24)
    address = f"http://127.0.0.1:{port}/?token={token}"
    with tempfile.TemporaryDirectory(prefix="archkit-studio-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        lay_out(folder, file)

        def announce(process: subprocess.Popen[bytes]) -> None:
            if _wait_until_answering(process, port):
                print(f"The studio of {file}: {address}\nCtrl-C ends it; everything is saved.", flush=True)
                if browser and has_display():
                    _show(folder, address)

        return run_until_it_ends(
            command(folder, port), environment=environment(folder, file, token), folder=folder, started=announce
        )


def studio(file: str | Path, title: str = "") -> Any:
    """Return the studio of a document as a cell shows it; asked again in the same kernel, the same one.

    Args:
        file: The document.
        title: What is designed, for a document whose title is still the template's blank.

    Raises:
        FileProblem: the document cannot be read.
    """
    from archkit import authoring
    from archkit.model.placeholders import BLANK_TITLE
    from archkit.unsaved import UnsavedWarning

    path = Path(file).absolute()
    shown = _SHOWN.get(path)
    if shown is not None and shown.comm is not None:
        return shown
    with warnings.catch_warnings():
        # The studio itself tells of what came back.
        warnings.simplefilter("ignore", UnsavedWarning)
        document = authoring.open(path)
    name = " ".join(title.split())
    if name and not document.title:
        document.title = BLANK_TITLE.replace("[Feature]", name)
    _SHOWN[path] = document.edit()
    return _SHOWN[path]


def page() -> Any:
    """Return what the page shows: the studio of the document in the environment, or why there is none."""
    import ipywidgets

    try:
        return studio(os.environ[DOCUMENT])
    except ArchkitError as error:
        # A label shows text as text.
        return ipywidgets.Label(str(error))


def lay_out(folder: Path, file: Path) -> None:
    """Write what Voila needs into a folder of its own: a notebook, and this Python as its kernel."""
    kernel = folder / "data" / "kernels" / "archkit"
    kernel.mkdir(parents=True)
    launch = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", "--log-level=ERROR"]
    spec = {"argv": launch, "display_name": "archkit", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": "studio",
        "metadata": {},
        "source": CODE,
        "outputs": [],
        "execution_count": None,
    }
    # The title is shown by the browser; the path goes another way.
    title = file.name.encode("utf-8", "replace").decode("utf-8")
    metadata = {"kernelspec": {"name": "archkit", "display_name": "archkit", "language": "python"}, "title": title}
    notebook = {"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    (folder / "studio.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def command(folder: Path, port: int) -> list[str]:
    """Return the command line of Voila; the token is not on it, for everybody on the machine can read that."""
    return [
        sys.executable,
        "-m",
        "voila",
        str(folder / "studio.ipynb"),
        "--no-browser",
        f"--port={port}",
        "--Voila.ip=127.0.0.1",
        "--Voila.port_retries=0",
        "--Voila.auto_token=True",
        "--Voila.log_level=ERROR",
        "--template=archkit",
        "--VoilaConfiguration.file_denylist=.*",
        "--VoilaConfiguration.extension_denylist=archkit",
        "--VoilaConfiguration.extension_denylist=@jupyter-notebook/lab-extension",
    ]


def environment(folder: Path, file: Path, token: str) -> dict[str, str]:
    """Return the environment of Voila and of its kernels."""
    places = [str(folder / "data"), str(JUPYTER), os.environ.get("JUPYTER_PATH", "")]
    return os.environ | {
        DOCUMENT: str(file.absolute()),
        "JUPYTER_TOKEN": token,
        "JUPYTER_PATH": os.pathsep.join(place for place in places if place),
    }


def free_port(wanted: int | None) -> int:
    """Return the port to listen on.

    Raises:
        PortTakenError: the wanted one is in use, or is none.
    """
    try:
        with socket.socket() as probe:
            if os.name == "posix":
                # As the server itself does: a port that was left a moment ago is free.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", wanted or 0))
            port: int = probe.getsockname()[1]
            return port
    except (OSError, OverflowError) as error:
        raise PortTakenError(wanted or 0, getattr(error, "strerror", None) or str(error)) from None


def _wait_until_answering(process: subprocess.Popen[bytes], port: int) -> bool:
    """Return whether Voila answers; it may end before, or never begin."""
    # An address on this machine is asked for directly, whatever proxy there is.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            opener.open(f"http://127.0.0.1:{port}/login", timeout=5).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def _show(folder: Path, address: str) -> None:
    """Open the address by a file that only its owner can read, as Jupyter does, and not by a command line."""
    way = folder / "open.html"
    way.write_text(f'<meta http-equiv="refresh" content="0; url={escape(address)}">', encoding="utf-8")
    webbrowser.open(way.as_uri())
