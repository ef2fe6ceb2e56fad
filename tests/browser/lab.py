"""A JupyterLab of our own: its own folders, its own token, on this machine's loopback address alone."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archkit.lab import JUPYTER

SECONDS_TO_START = 90
SECONDS_TO_STOP = 20


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab; `root` is the folder that it serves, `log` what it said."""

    base: str
    token: str
    root: Path
    log: Path

    def address(self, path: str, *, view: str = "doc") -> str:
        """Where a file opens: alone (`doc`) or in the whole workbench (`lab`)."""
        return f"{self.base}/{view}/tree/{path}?token={self.token}"


@contextmanager
def running_lab(folder: Path) -> Iterator[Lab]:
    """Start a JupyterLab that keeps everything under `folder`, and end it afterwards."""
    root = folder / "root"
    root.mkdir(parents=True)
    port = free_port()
    silence_news(folder / "settings")
    lab = Lab(f"http://127.0.0.1:{port}", secrets.token_hex(16), root, folder / "lab.log")
    with lab.log.open("w") as log:
        # A session of its own, so that whatever it leaves behind can be ended by its number.
        process = subprocess.Popen(
            command(lab, port),
            env=environment(folder),
            stdout=log,
            stderr=log,
            cwd=root,
            start_new_session=True,
        )
        try:
            wait_until_answering(lab, process)
            yield lab
        finally:
            end(process)


def command(lab: Lab, port: int) -> list[str]:
    """The command line of the server, with everything off that would ask the outside world."""
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--allow-root",
        "--no-browser",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={lab.token}",
        f"--ServerApp.root_dir={lab.root}",
        "--LabApp.expose_app_in_browser=True",  # gives the tests `window.jupyterapp`
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]


def environment(folder: Path) -> dict[str, str]:
    """This process's environment with nobody's own settings in it, and with compiled bytecode kept."""
    dropped = {"JUPYTER_CONFIG_PATH", "JUPYTER_PATH", "PYTHONDONTWRITEBYTECODE"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    names = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    own = {name: str(folder / own) for name, own in names.items()}
    # The extension of this checkout, whatever the environment has installed.
    return kept | own | {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_PATH": str(JUPYTER)}


def silence_news(settings: Path) -> None:
    """Answer JupyterLab's first question, which would lie over every picture."""
    plugin = settings / "@jupyterlab" / "apputils-extension"
    plugin.mkdir(parents=True)
    answer = {"fetchNews": "false", "checkForUpdates": False}
    (plugin / "notification.jupyterlab-settings").write_text(json.dumps(answer))


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_answering(lab: Lab, process: subprocess.Popen[bytes]) -> None:
    """Return once the server answers; fail with its own words if it stops or stays silent."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{lab.base}/api/status?token={lab.token}", timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"JupyterLab did not start:\n{lab.log.read_text()}")


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask the server to stop, which ends its kernels too; insist after a while."""
    process.terminate()
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
