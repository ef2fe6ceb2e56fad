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


STOPPED = """
import multiprocessing, os, signal, sys, threading
from archkit.batch.pools import RenewedPool

def stop(has_begun):
    pool = RenewedPool(1)
    if has_begun:
        pool.submit(os.getpid).result()
    future = pool.submit(os.getpid)
    for worker in multiprocessing.active_children():
        os.kill(worker.pid, signal.SIGINT)
    print(future.result() != os.getpid(), flush=True)
    pool.shutdown()

if __name__ == "__main__":
    thread = threading.Thread(target=stop, args=[sys.argv[2] == "begun"])
    if sys.argv[1] == "main":
        thread.run()
    else:
        thread.start()
        thread.join()
"""


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be blocked here")
@pytest.mark.parametrize("thread", ["main", "another"])
@pytest.mark.parametrize("state", ["starting", "begun"])
def test_ctrl_c_is_for_the_process_that_gives_the_work_and_a_worker_says_nothing(tmp_path, thread, state):
    script = tmp_path / "stopped.py"
    script.write_text(STOPPED)

    ran = subprocess.run([sys.executable, str(script), thread, state], capture_output=True, text=True, timeout=120)

    assert (ran.stdout, ran.stderr) == ("True\n", "")
