"""A process that edits a document without end and says which edits it was given back, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from archkit import saving
from archkit.session import Session


def main(path: str, name: str, patient: str) -> None:
    """Insert numbered rows; a line on the output acknowledges each."""
    # A hand that rests often makes many saves to be killed in.
    saving.REST, saving.LATEST, saving.SYNC, saving.LOOK = 0.002, 0.02, 0.005, 0.02
    session = Session.open(Path(path))
    if patient == "patient":
        session.while_typing()
    number = 0
    print("ready", flush=True)
    while True:
        session.insert(("dependencies",), 0, {"dependency": f"{name}-{number}", "why": "x"})
        if number % 5 == 4:
            session.set(("executive_summary",), f"Words of {name}, {number}.")
        if number % 7 == 6:
            session.insert(("risks",), 0, {})
            session.set(("risks", 0, "risk"), f"Risk of {name}, {number}")
        if number % 11 == 10:
            session.undo()
            session.redo()
        # Only now: what was undone, as it was told to, is no edit that was lost.
        print(number, flush=True)
        number += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
