"""The end of `archkit lab` is the end of the JupyterLab and of the kernels that it started."""

import json
import secrets
import signal
import subprocess
import sys
import urllib.request
from contextlib import suppress

import psutil

from tests.browser.lab import Lab, end, environment, free_port, silence_news, wait_until_answering


def test_a_terminated_lab_leaves_no_jupyterlab_and_no_kernel(tmp_path):
    (tmp_path / "a.md").write_text("# T\n")
    silence_news(tmp_path / "settings")
    port = free_port()
    lab = Lab(f"http://127.0.0.1:{port}", secrets.token_hex(16), tmp_path, tmp_path / "lab.log")
    command = [sys.executable, "-m", "archkit.cli", "lab", "a.md", "--no-browser", "--port", str(port)]
    with lab.log.open("w") as log:
        process = subprocess.Popen(
            command,
            env=environment(tmp_path) | {"JUPYTER_TOKEN": lab.token},
            stdout=log,
            stderr=log,
            cwd=tmp_path,
            start_new_session=True,
        )
    started: list[psutil.Process] = []
    try:
        wait_until_answering(lab, process)
        begun = urllib.request.Request(
            f"{lab.base}/api/kernels", b"{}", {"Authorization": f"token {lab.token}"}, method="POST"
        )
        with urllib.request.urlopen(begun, timeout=30) as answer:
            assert json.load(answer)["name"] == "python3"
        started = psutil.Process(process.pid).children(recursive=True)
        assert len(started) >= 2, "a JupyterLab and a kernel"

        process.send_signal(signal.SIGTERM)
        process.wait(30)
        _, left = psutil.wait_procs(started, 10)

        assert left == []
    finally:
        for child in started:
            with suppress(psutil.NoSuchProcess):
                child.kill()
        end(process)
