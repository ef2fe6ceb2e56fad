"""Two sides that edit the same rows, in any order of events: no word of either vanishes unless a person chose so."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.format.write import write
from archkit.model import edit
from archkit.model.delta import plain
from archkit.model.document import Document
from archkit.session import Session
from archkit.versions.settled import value_at
from tests.small_document import SMALL
from tests.torture.machines import run_machine

pytestmark = pytest.mark.slow

EXAMPLES, STEPS = (600, 60) if os.environ.get("ARCHKIT_LONG") else (40, 40)

rows = st.integers(0, 3)
fields = st.sampled_from(["mitigation", "owner"])
TOKEN = re.compile(r"(?:mine|theirs)-\d+")


def tokens(*values: object) -> set[str]:
    """Return the words of both sides that stand in documents, rows or texts."""
    return set(TOKEN.findall(" ".join(str(plain(value)) for value in values)))


class Sides(RuleBasedStateMachine):
    """Every edit puts in a word of its own; only one that was overwritten, deleted, undone or settled may be gone."""

    counted: ClassVar = {"edits": 0, "foreign": 0, "clashes": 0, "settled": 0, "steps": 0, "deaths": 0, "discarded": 0}

    @initialize(patient=st.booleans())
    def opens(self, patient: bool) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.md"
        self.path.write_text(SMALL)
        self.patient = patient
        self.number = 0
        self.live: set[str] = set()
        self.recovered: set[str] = set()
        self.known: set[int] = set()
        self._open()

    def _open(self) -> None:
        self.session = Session.open(self.path)
        if self.patient:
            self.session.while_typing()
        recovered = self.session.recovered
        self.recovered = tokens(recovered.document) - tokens(self._file()) if recovered.edits else set()

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        self.session.look()
        while self.session.clashes:
            self._settled(self.session.clashes[0], "mine")
            self.nothing_has_vanished()
        self.session.save()
        assert self.live <= tokens(self.path.read_text())
        self.session.close()
        self.folder.cleanup()

    def _word(self, side: str) -> str:
        self.number += 1
        return f"{side}-{self.number}"

    def _file(self) -> Document:
        return read(self.path.read_text()).document

    def _edit(self, kind: str, *given: Any, word: str = "", away: Iterable[str] = ()) -> None:
        """Edit here; what is refused has not happened."""
        try:
            getattr(self.session, kind)(*given)
        except ArchkitError:
            return
        self.live -= set(away)
        self.live |= {word} if word else set()
        Sides.counted["edits"] += 1

    def _row(self, at: int) -> tuple[int, Any]:
        risks = self.session.document.risks
        return at % len(risks), risks[at % len(risks)]

    @precondition(lambda self: self.session.document.risks)
    @rule(at=rows, field=fields)
    def types(self, at: int, field: str) -> None:
        at, row = self._row(at)
        word = self._word("mine")
        self._edit("set", ("risks", at, field), word, word=word, away=tokens(getattr(row, field)))

    @rule(at=rows)
    def puts_a_row_in(self, at: int) -> None:
        word = self._word("mine")
        self._edit("insert", ("risks",), at, {"risk": f"Risk {word}", "owner": word}, word=word)

    @precondition(lambda self: len(self.session.document.risks) > 1)
    @rule(at=rows)
    def deletes(self, at: int) -> None:
        at, row = self._row(at)
        self._edit("delete", ("risks", at), away=tokens(row))

    @precondition(lambda self: self.session.document.risks)
    @rule(at=rows, to=rows)
    def moves(self, at: int, to: int) -> None:
        self._edit("move", ("risks", self._row(at)[0]), to)

    @rule(step=st.sampled_from(["undo", "redo"]))
    def takes_a_step(self, step: str) -> None:
        before = self._there()
        try:
            getattr(self.session, step)()
        except ArchkitError:
            return
        gone = (before & self.live) - self._there()
        assert len(gone) <= 1
        assert all(word.startswith("mine") for word in gone)
        self.live -= gone
        Sides.counted["steps"] += 1

    @precondition(lambda self: self.session.clashes)
    @rule(number=st.integers(0, 9), keep=st.sampled_from(["mine", "theirs", "both"]))
    def settles(self, number: int, keep: str) -> None:
        clash = self.session.clashes[number % len(self.session.clashes)]
        if keep in self.session.choices(clash):
            self._settled(clash, keep)

    def _settled(self, clash: Any, keep: str) -> None:
        there = value_at(self.session.document, clash.path) if clash.lost is None else None
        try:
            self.session.settle_clash(clash, keep)
        except ArchkitError:
            return
        assert clash.key not in {other.key for other in self.session.clashes}
        # What was put into the document by a choice can be undone.
        self.live -= tokens(clash.theirs) if keep != "both" else set()
        if keep == "theirs" or clash.mine is None:
            self.live -= tokens(clash.mine, there)
        Sides.counted["settled"] += 1

    @precondition(lambda self: self.session.recovered.edits)
    @rule()
    def discards(self) -> None:
        before = self.session.clashes
        try:
            self.session.discard_recovered()
        except ArchkitError:
            return
        self.live -= self.recovered
        self.nothing_has_vanished()
        over = {clash.key for clash in before} - {clash.key for clash in self.session.clashes}
        self.live -= tokens(*(clash.theirs for clash in before if clash.key in over))
        Sides.counted["discarded"] += 1

    @rule()
    def saves(self) -> None:
        self.session.save()
        if not self.session.clashes:
            assert self.live <= tokens(self.path.read_text())

    @rule()
    def looks(self) -> None:
        self.session.look()
        assert self.live <= self._there()

    @rule(is_killed=st.booleans())
    def ends_and_opens(self, is_killed: bool) -> None:
        if is_killed:
            self.session._work.close()
        else:
            self.session.close()
        self._open()
        Sides.counted["deaths"] += 1

    def _elsewhere(self, how: Any, away: Iterable[str] = (), word: str = "") -> None:
        there = read(self.path.read_text())
        self.path.write_text(write(how(there.document), there))
        self.live -= set(away)
        self.live |= {word} if word else set()
        Sides.counted["foreign"] += 1

    @rule(at=rows, field=fields)
    def somebody_else_types(self, at: int, field: str) -> None:
        risks = self._file().risks
        if risks:
            at, word = at % len(risks), self._word("theirs")
            away = tokens(getattr(risks[at], field))
            self._elsewhere(lambda document: edit.set_value(document, ("risks", at, field), word), away, word)

    @rule(at=rows, field=fields)
    def both_type_into_one_field(self, at: int, field: str) -> None:
        here = [row.risk for row in self.session.document.risks]
        both = [row.risk for row in self._file().risks if row.risk in here]
        if both:
            name = both[at % len(both)]
            self.somebody_else_types([row.risk for row in self._file().risks].index(name), field)
            self.types(here.index(name), field)

    @rule(at=rows)
    def somebody_else_puts_a_row_in(self, at: int) -> None:
        word = self._word("theirs")
        row = {"risk": f"Risk {word}", "owner": word}
        self._elsewhere(lambda document: edit.insert_row(document, ("risks",), at, row), (), word)

    @rule(at=rows, to=st.none() | rows)
    def somebody_else_deletes_or_moves(self, at: int, to: int | None) -> None:
        risks = self._file().risks
        path = ("risks", at % max(1, len(risks)))
        if to is None and len(risks) > 1:
            self._elsewhere(lambda document: edit.delete_row(document, path), tokens(risks[path[1]]))
        elif to is not None and risks:
            self._elsewhere(lambda document: edit.move_row(document, path, to))

    def _there(self) -> set[str]:
        """Return the words that a person can see: the document has all of mine, and what waits has theirs."""
        return tokens(self.session.document, *(clash.theirs for clash in self.session.clashes))

    @invariant()
    def nothing_has_vanished(self) -> None:
        if hasattr(self, "session"):
            assert self.live <= self._there() | tokens(self.path.read_text())
            for clash in self.session.clashes:
                assert clash.lost is not None or value_at(self.session.document, clash.path) is not None
            Sides.counted["clashes"] += len({clash.key for clash in self.session.clashes} - self.known)
            self.known |= {clash.key for clash in self.session.clashes}


def test_no_word_of_two_sides_vanishes_unless_a_person_chose_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    Sides.counted.update(dict.fromkeys(Sides.counted, 0))

    run_machine(Sides, monkeypatch, examples=EXAMPLES, steps=STEPS)

    assert Sides.counted["clashes"]
    with capsys.disabled():
        print(f"\n{EXAMPLES} histories: " + ", ".join(f"{count} {name}" for name, count in Sides.counted.items()))
