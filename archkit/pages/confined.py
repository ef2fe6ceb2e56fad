"""A stranger's template rendered in a process of its own, with limits on its time, memory and output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archkit.errors import ExportError

#: Seconds of processor time and on the clock, bytes of memory, and characters of output.
PROCESSOR_SECONDS, CLOCK_SECONDS = 10, 60
MEMORY, OUTPUT = 512_000_000, 20_000_000
_CODE = "import sys; sys.path.insert(0, sys.argv[1]); from archkit.pages.confined_child import main; main()"
# What a Python may need to start; nothing else of the environment is a template's business.
_ENVIRONMENT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "PATH")


@dataclass(frozen=True)
class Job:
    """What is to be rendered.

    Attributes:
        template: The name of the template in its folder.
        folder: Where it and what it includes lie.
        names: The plain data that it sees.
        html: Whether it writes HTML.
        known: The texts of the templates where they were read before; None to read them from the folder.
        each: The entries that it is rendered for, one by one, as `this`; None to render it once.
    """

    template: str
    folder: Path
    names: Mapping[str, Any]
    html: bool = False
    known: Mapping[str, str] | None = None
    each: list[Any] | None = field(default=None)


def render_confined(job: Job) -> list[str]:
    """Return the texts that a template makes, rendered in a process of its own.

    Raises:
        ExportError: the template is wrong, or takes too long, too much memory or too much room; names the line.
    """
    given = {
        "template": job.template,
        "folder": str(job.folder),
        "names": job.names,
        "html": job.html,
        "known": None if job.known is None else dict(job.known),
        "each": job.each,
        "limits": [PROCESSOR_SECONDS, MEMORY, OUTPUT],
    }
    code, answer, is_late = _run(json.dumps(given).encode())
    if not is_late and code == 0:
        try:
            said = json.loads(answer)
            if isinstance(said.get("error"), str):
                raise ExportError(" ".join(said["error"].split()))
            if isinstance(said.get("texts"), list) and all(isinstance(text, str) for text in said["texts"]):
                return list(said["texts"])
        except (ValueError, AttributeError, RecursionError):
            pass
    raise ExportError(f"{job.template}: {_ending(code, is_late, len(answer))}")


def _run(given: bytes) -> tuple[int, bytes, bool]:
    """Return the exit code and output of the process, and whether it was stopped because its time was over."""
    root = str(Path(__file__).resolve().parents[2])
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", _CODE, root],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        cwd=root,
    )
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    clock = threading.Timer(CLOCK_SECONDS, stop)
    clock.daemon = True
    clock.start()
    assert process.stdin and process.stdout
    try:
        # A process that ends before it has read everything says why by its exit code.
        with suppress(BrokenPipeError), process.stdin as stdin:
            stdin.write(given)
        # JSON takes up to six bytes for a character.
        answer = process.stdout.read(OUTPUT * 6 + 1_000)
    except BaseException:
        process.kill()
        raise
    finally:
        clock.cancel()
        process.stdout.close()
        code = process.wait()
    return code, answer, late.is_set()


def _ending(code: int, is_late: bool, size: int) -> str:
    if is_late:
        return f"the template took longer than {CLOCK_SECONDS} s and was stopped; look for a loop without an end"
    if code in (-24, -9):
        used = f"the template used more than {PROCESSOR_SECONDS} s of processor time and was stopped"
        return f"{used}; look for a loop without an end"
    if size >= OUTPUT:
        return f"the template writes more than {OUTPUT:,} characters; make it smaller"
    return "the template broke the process that renders it; it nests too deep, or needs too much memory"
