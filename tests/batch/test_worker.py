"""Processes that work for another one end with it, however it ends."""

import os
import signal
import subprocess
import sys

import pytest

KILLED = """
import os, signal
from archkit.batch.pools import RenewedPool

if __name__ == "__main__":
    print(RenewedPool(1).submit(os.getpid).result(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process cannot be killed so here")
def test_a_worker_ends_when_the_process_that_gives_it_work_is_killed(tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(KILLED)

    # Its output ends when nobody is left who could write to it, the worker included.
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120)

    assert ran.returncode == -signal.SIGKILL
    assert int(ran.stdout) != os.getpid()
