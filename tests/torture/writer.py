"""A process that makes a number of saves of a document that another process writes, too."""

from __future__ import annotations

import sys
from pathlib import Path

from archkit.session import Session


def main(path: str, name: str, saves: str) -> None:
    """Insert a row, saved at once, as often as was asked for."""
    session = Session.open(Path(path))
    for number in range(int(saves)):
        session.insert(("dependencies",), 0, {"dependency": f"{name}-{number}", "why": "x"})


if __name__ == "__main__":
    main(*sys.argv[1:])
