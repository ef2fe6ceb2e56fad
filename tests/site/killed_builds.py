"""Builds of a site that are killed on the way, in a process of their own."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from archkit.site import search_index

_SCRIPT = """
import os, signal, sys
from pathlib import Path
from archkit.batch import Progress
from archkit.site import search_index
from archkit.site.build import build
from archkit.site.engine import Engine
from archkit.site.sources import found_documents

folder, site, done, block = sys.argv[1:]

class Killing(Progress):
    def step(self, count=1):
        super().step(count)
        if self.done == int(done):
            os.kill(os.getpid(), signal.SIGKILL)

search_index.MOST = int(block)
build(found_documents([Path(folder)]), Path(site), engine=Engine(progress=lambda count: Killing(count, "")))
"""


def killed(folder: Path, site: Path, done: int, *, block: int = search_index.MOST) -> int:
    """Build until so many documents are done, and return how many pages were written by then.

    Args:
        folder: The documents.
        site: Where the site is built.
        done: After how many documents the process is killed.
        block: How many documents a block of the search has.
    """
    given = [str(folder), str(site), str(done), str(block)]
    ran = subprocess.run([sys.executable, "-c", _SCRIPT, *given], capture_output=True)
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    return len(list(site.glob("documents/*.html")))
