"""The process in which a stranger's template is rendered: limits first, then the template, then one JSON answer."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Read a job from standard input, and write its texts or its error to standard output."""
    job = json.loads(sys.stdin.buffer.read())
    seconds, memory, longest = job["limits"]
    from archkit.pages import sandboxed

    # Filters import when they are used, which must not fail for want of what the limits take away.
    _limit(seconds, memory)
    try:
        answer: dict[str, Any] = {"texts": _texts(job, longest, sandboxed)}
    except sandboxed.FROM_TEMPLATES as error:
        answer = {"error": sandboxed.sentence(error, job["template"])}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.buffer.flush()


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:
        # Not on Windows: there the clock alone is looked at, by the process that waits for this one.
        return
    for kind, least in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        _, hard = resource.getrlimit(kind)
        wanted = least if hard == resource.RLIM_INFINITY else min(least, hard)
        try:
            resource.setrlimit(kind, (wanted, wanted))
        except (ValueError, OSError):
            # macOS knows no limit of the address space.
            continue


def _texts(job: dict[str, Any], longest: int, sandboxed: Any) -> list[str]:
    from archkit.pages.no_address import refuse_addresses

    names = job["names"]
    shown = [*names, "this"] if job["each"] is not None else list(names)
    loader = sandboxed.Folder(Path(job["folder"]), job["known"])
    environment = sandboxed.sandbox(loader, shown, html=job["html"])
    template = environment.get_template(job["template"])
    contexts = [names] if job["each"] is None else [{**names, "this": this} for this in job["each"]]
    texts, left = [], longest
    for context in contexts:
        pieces: list[str] = []
        for piece in template.generate(context):
            left -= len(piece)
            if left < 0:
                raise OverflowError(f"the template writes more than {longest:,} characters; make it smaller")
            pieces.append(piece)
        texts.append("".join(pieces))
        refuse_addresses(texts[-1], context)
    return texts
