"""Any order of edits, steps, saves, foreign changes, deaths and openings keeps what was acknowledged."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from archkit.format.read import read
from archkit.format.settle import as_written
from archkit.format.write import write
from archkit.model.document import Document
from archkit.session import Session
from tests.small_document import SMALL
from tests.torture.machines import run_machine

pytestmark = pytest.mark.slow

LONG = bool(os.environ.get("ARCHKIT_LONG"))
EXAMPLES, STEPS = (400, 60) if LONG else (25, 30)

words = st.sampled_from(["alpha", "beta", "Gamma delta", "a | b", "x\ny", "- x", ""])


class Sessions(RuleBasedStateMachine):
    """One document, edited here in rows of its own and elsewhere in other ones, so that nothing clashes."""

    counted: ClassVar = {"edits": 0, "deaths": 0, "foreign": 0, "steps": 0}

    @initialize(patient=st.booleans())
    def opens(self, patient: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.md"
        self.path.write_text(SMALL)
        self.patient = patient
        self.number = 0
        #: What each side put in and did not take out.
        self.mine: list[str] = []
        self.theirs: set[str] = set()
        self.gone: list[list[str]] = []
        self._open()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.session.close()
            self._open()
            self._is_right()
            self.session.close()
            self._is_right()
            assert self._of(read(self.path.read_text()).document) == (set(self.mine), self.theirs)
            # Back to the opening: what was done here is gone, and what others did is there.
            while self.session.undo():
                pass
            assert self._of(self.session.document) == (set(), self.theirs)
            self.session.close()
            self.folder.cleanup()

    def _open(self) -> None:
        self.session = Session.open(self.path)
        if self.patient:
            self.session.while_typing()

    @rule()
    def puts_a_row_in(self) -> None:
        self.number += 1
        self.session.insert(("dependencies",), 0, {"dependency": f"mine {self.number}", "why": "x"})
        self.mine.append(f"mine {self.number}")
        self.gone.clear()
        Sessions.counted["edits"] += 1

    @rule(word=words)
    def types(self, word: str) -> None:
        self.session.set(("executive_summary",), f"Words {word}")
        self.gone.clear()
        Sessions.counted["edits"] += 1

    @rule()
    def leaves_an_empty_row(self) -> None:
        self.session.insert(("phases",), 0, {})
        self.gone.clear()

    @precondition(lambda self: self.session.document.phases)
    @rule()
    def fills_a_row(self) -> None:
        self.number += 1
        self.session.set(("phases", 0, "phase"), f"Phase {self.number}")
        self.gone.clear()

    @rule()
    def undoes(self) -> None:
        before = self._of(self.session.document)[0]
        if self.session.undo():
            Sessions.counted["steps"] += 1
            self._follow(before)

    @rule()
    def redoes(self) -> None:
        before = self._of(self.session.document)[0]
        if self.session.redo():
            Sessions.counted["steps"] += 1
            self._follow(before)

    def _follow(self, before: set[str]) -> None:
        """A step changes at most one row, and nothing of others."""
        now = self._of(self.session.document)[0]
        assert len(now ^ before) <= 1
        self.mine = sorted(now)

    @rule()
    def saves(self) -> None:
        wrote = self.session.unsaved > 0
        self.session.save()
        assert self.session.unsaved == 0
        if wrote:
            self._is_in_the_file()

    def _is_in_the_file(self) -> None:
        assert without_layout(read(self.path.read_text()).document) == without_layout(as_written(self.session.document))

    @rule()
    def somebody_else_writes(self) -> None:
        self.number += 1
        there = read(self.path.read_text())
        row = {"system": f"theirs {self.number}", "how": "HTTP"}
        points = [*(point.model_dump() for point in there.document.integration_points), row]
        self.path.write_text(write(there.document.replace(integration_points=points), there))
        self.theirs.add(f"theirs {self.number}")
        Sessions.counted["foreign"] += 1

    @rule()
    def looks(self) -> None:
        self.session.look()
        assert self._of(self.session.document)[1] == self.theirs

    @rule()
    def is_killed_and_opened(self) -> None:
        known = self.session.document
        self.session._work.close()
        self._open()
        self._is_right()
        if self._of(known)[1] == self.theirs:
            assert without_layout(as_written(self.session.document)) == without_layout(as_written(known))
        Sessions.counted["deaths"] += 1

    @rule()
    def is_closed_and_opened(self) -> None:
        self.session.close()
        self._open()
        assert self.session.recovered.edits == 0

    @invariant()
    def _is_right(self) -> None:
        if hasattr(self, "session"):
            mine, theirs = self._of(self.session.document)
            assert mine == set(self.mine)
            assert theirs <= self.theirs
            assert self.session.clashes == ()
            assert self.session.recovered.unreadable == ()

    def _of(self, document: Document) -> tuple[set[str], set[str]]:
        mine = [row.dependency for row in document.dependencies]
        theirs = [row.system for row in document.integration_points]
        assert len(set(mine)) == len(mine)
        assert len(set(theirs)) == len(theirs)
        return set(mine), set(theirs)


def without_layout(document: Document) -> Document:
    return document.replace(layout=())


def test_any_order_of_events_keeps_what_was_acknowledged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    Sessions.counted.update(dict.fromkeys(Sessions.counted, 0))

    run_machine(Sessions, monkeypatch, examples=EXAMPLES, steps=STEPS)

    gc.collect()
    with capsys.disabled():
        print(f"\n{EXAMPLES} histories: " + ", ".join(f"{count} {name}" for name, count in Sessions.counted.items()))
