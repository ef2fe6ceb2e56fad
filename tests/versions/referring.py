"""Small documents full of references, edits that know which rows they mean, and what a document's references mean.

Each row has a mark that no edit changes, so an edit can be made again on another document, and a reference leads there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from archkit.errors import ModelError
from archkit.model.comparison import Comparison, Criterion, Judgement, Rating
from archkit.model.data_flow import DataFlow, Flow, Node
from archkit.model.document import Document, rows_at
from archkit.model.edit import delete_row, insert_row, move_row, set_value
from archkit.model.effort import Effort, WorkItem
from archkit.model.fields import Row
from archkit.model.options import Option
from archkit.model.phases import Phase, split_after
from archkit.model.references import BOXES, CRITERIA, OPTIONS, PHASES, REFERRED, Referred
from archkit.model.risks import Risk

#: The field that holds a row's mark.
MARKS = {OPTIONS.path: "based_on", CRITERIA.path: "weight", BOXES.path: "id", PHASES.path: "what"}
#: Rows that refer to others: where they stand, the field that tells them apart, and what they refer to by which field.
REFERRING: tuple[tuple[tuple[str, ...], str, tuple[tuple[str, Referred], ...]], ...] = (
    (("risks",), "risk", (("phase", PHASES), ("option", OPTIONS))),
    (("effort", "work_items"), "work_item", (("phase", PHASES), ("option", OPTIONS))),
    (("data_flow", "flows"), "what", (("source", BOXES), ("target", BOXES))),
    (("comparison", "ratings"), "rater", (("criterion", CRITERIA),)),
    (("comparison", "judgements"), "ratio", (("criterion", CRITERIA), ("against", CRITERIA))),
    (("phases",), "what", (("after", PHASES),)),
)
NAMES = ("Ledger", "Outbox table", "mail", "Mail", "Stock and shipping", "Queue", "Cut-over")
WORDS = ("append only journal of entries", "polled table of messages", "broker with retries", "nightly batch at ten")


@dataclass(frozen=True)
class Edit:
    """An edit of a row, known by its mark: insert, move, delete or rename it, let another row refer to it."""

    kind: str
    path: tuple[str, ...]
    mark: str
    other: str = ""
    text: str = ""
    key: str = ""

    def apply(self, document: Document) -> Document | None:
        """Return the edited document; None where a row that the edit needs is not there, or the edit is refused."""
        try:
            return self._applied(document)
        except ModelError:
            return None

    def takes_back(self, earlier: Edit) -> bool:
        """Whether an earlier edit says nothing any more after this one."""
        if self.kind == "delete":
            return self.mark in (earlier.mark, earlier.other)
        return (self.kind, self.path, self.mark, self.key) == (earlier.kind, earlier.path, earlier.mark, earlier.key)

    def is_said(self, base: Document, side: Document) -> bool:
        """Whether a side says this at its end, and the base did not."""
        if self.kind != "refer":
            return find(side, self.path, self.mark) is not None
        return self._refers(side) and not self._refers(base)

    def _refers(self, document: Document) -> bool:
        at = find(document, self.path, self.mark)
        referred = dict(fields(self.path))[self.key]
        return at is not None and self.other in said(document, rows_of(document, self.path)[at], self.key, referred)

    def _applied(self, document: Document) -> Document | None:
        at = find(document, self.path, self.mark)
        if self.kind == "insert":
            above = find(document, self.path, self.other)
            return insert_row(document, self.path, 0 if above is None else above + 1, made(self))
        if self.kind == "refer":
            referred = dict(fields(self.path))[self.key]
            name = call(document, referred, self.other, by_number=self.text == "number")
            if not name:
                return None
            if at is not None:
                return set_value(document, (*self.path, at, self.key), name)
            named = {key: call(document, other, self.other, by_number=False) for key, other in fields(self.path)}
            only = {key: text for key, text in named.items() if text} | {self.key: name}
            return insert_row(document, self.path, 0, {mark_key(self.path): self.mark, **only})
        if at is None:
            return None
        if self.kind == "delete":
            return delete_row(document, (*self.path, at))
        if self.kind == "rename":
            key = next(referred.key for referred in REFERRED if referred.path == self.path)
            return set_value(document, (*self.path, at, key), self.text)
        above = find(document, self.path, self.other)
        return document if above is None else move_row(document, (*self.path, at), above)


@dataclass(frozen=True)
class Side:
    """What one side made of a document, by which edits."""

    document: Document = field(repr=False)
    edits: list[Edit]


def made(edit: Edit) -> dict[str, str]:
    referred = next(referred for referred in REFERRED if referred.path == edit.path)
    return {referred.key: edit.text, MARKS[edit.path]: edit.mark}


def fields(path: tuple[str, ...]) -> tuple[tuple[str, Referred], ...]:
    return next(keys for rows, _, keys in REFERRING if rows == path)


def mark_key(path: tuple[str, ...]) -> str:
    return MARKS.get(path) or next(key for rows, key, _ in REFERRING if rows == path)


def rows_of(document: Document, path: tuple[str, ...]) -> tuple[Any, ...]:
    return rows_at(document, path)  # type: ignore[return-value]


def find(document: Document, path: tuple[str, ...], mark: str) -> int | None:
    return next((at for at, row in enumerate(rows_of(document, path)) if getattr(row, mark_key(path)) == mark), None)


def call(document: Document, referred: Referred, mark: str, *, by_number: bool) -> str:
    """Return what the row with a mark can be called in a document; "" where it is not there or has no name."""
    at = find(document, referred.path, mark)
    if at is None:
        return ""
    row = rows_of(document, referred.path)[at]
    number = {PHASES: str(at + 1), OPTIONS: f"Option {at + 1}"}.get(referred, "")
    text = number if by_number and number else str(getattr(row, referred.key))
    return text if meaning(document, referred, text) == mark else ""


def meaning(document: Document, referred: Referred, text: str) -> str:
    """Return the mark of the row that a text means; the text itself where it means none."""
    rows = rows_of(document, referred.path)
    for fold in (str, str.casefold) if referred is not BOXES else (str,):
        named = [row for row in rows if fold(getattr(row, referred.key)) == fold(text)]
        if named:
            return str(getattr(named[0], MARKS[referred.path])) if len(named) == 1 else f"one of several {text}"
    lead = {PHASES: "", OPTIONS: "option "}.get(referred)
    number = text.casefold().removeprefix(lead) if lead is not None and text.casefold().startswith(lead) else ""
    is_number = number.isdigit() and 1 <= int(number) <= len(rows)
    return str(getattr(rows[int(number) - 1], MARKS[referred.path])) if is_number else text


def meanings(document: Document) -> dict[str, Any]:
    """Return all that a document says, with the mark of a row in place of each reference, without the order of rows."""
    found: dict[str, Any] = {}
    for referred in REFERRED:
        for row in rows_of(document, referred.path):
            found[f"{referred.path} {getattr(row, MARKS[referred.path])}"] = getattr(row, referred.key)
    for path, key, named in REFERRING:
        for row in rows_of(document, path):
            for name, referred in named:
                found[f"{path} {getattr(row, key)} {name}"] = said(document, row, name, referred)
    for row in document.comparison.criteria:
        found[f"scores {row.weight}"] = {meaning(document, OPTIONS, name): score for name, score in row.scores.items()}
    found["recommended"] = [meaning(document, OPTIONS, name) for name in document.recommendation.options]
    return found


def said(document: Document, row: Any, key: str, referred: Referred) -> list[str]:
    """Return the marks of the rows that a field refers to."""
    text = getattr(row, key)
    texts = split_after(text, referred.names(document)) if key == "after" else (text,)
    return sorted(meaning(document, referred, each) for each in texts)


def base() -> Document:
    """Return a document in which all kinds of rows are referred to; each row is known by its words when renamed."""
    marked: dict[Any, list[Row]] = {
        "options": [Option(name=f"Way {n}", based_on=f"o{n}", description=WORDS[n]) for n in range(3)],
        "phases": [Phase(phase=f"Step {n}", what=f"p{n}", details=[{"key": "A", "value": WORDS[n]}]) for n in range(4)],
        "nodes": [Node(label=f"Box {n}", id=f"n{n}") for n in range(4)],
        "criteria": [
            Criterion(criterion=f"Aim {n}", scale=WORDS[n], weight=str(n + 1), scores={f"Way {n}": "2"})
            for n in range(3)
        ],
    }
    steps, boxes, aims = ([row.called for row in marked[key]] for key in ("phases", "nodes", "criteria"))
    phases = [
        row.replace(after=after) for row, after in zip(marked["phases"], ("", "1", "1, 2", steps[1]), strict=True)
    ]
    return Document(
        options=marked["options"],
        comparison=Comparison(
            options=("Way 0", "Way 1", "Way 2"),
            criteria=marked["criteria"],
            judgements=[Judgement(criterion=aims[0], against=aims[1], ratio="3")],
            ratings=[Rating(rater="Ana", criterion=aims[1])],
        ),
        recommendation={"options": ("Way 1",), "rationale": "It carries."},
        data_flow=DataFlow(nodes=marked["nodes"], flows=[Flow(source=boxes[0], target=boxes[1], what="order")]),
        phases=phases,
        risks=[Risk(risk="Lag", phase="2", option="Way 0"), Risk(risk="Loss", phase=steps[2], option="Option 2")],
        effort=Effort(work_items=[WorkItem(work_item="Relay", phase="3", option="way 2", likely=2)]),
    )


@st.composite
def edited(draw: st.DrawFn, document: Document, side: str) -> Side:
    """Return a document after a few edits, and these."""
    made_edits: list[Edit] = []
    for number in range(draw(st.integers(1, 4))):
        edit = draw(one_edit(document, f"{side}{number}"))
        after = edit.apply(document)
        # What a side says and takes back is no change of that side.
        if after not in (None, document) and not any(edit.takes_back(other) for other in made_edits):
            document = after
            made_edits.append(edit)
    return Side(document, made_edits)


@st.composite
def one_edit(draw: st.DrawFn, document: Document, new: str) -> Edit:
    kind = draw(st.sampled_from(["insert", "move", "delete", "rename", "refer", "refer"]))
    if kind == "refer":
        path, key, named = draw(st.sampled_from(REFERRING))
        name, referred = draw(st.sampled_from(named))
        # What a pairwise weight is of is all that it is known by.
        there = [str(getattr(row, key)) for row in rows_of(document, path) if key != "ratio"]
        fresh = [] if path == ("phases",) else [f"1/{ord(new[0])}{new[1:]}" if key == "ratio" else f"new {new}"]
        mark = draw(st.sampled_from([*there, *fresh, *fresh]))
        other = draw(st.sampled_from(marks(document, referred)))
        return Edit(kind, path, mark, other, draw(st.sampled_from(["number", "name"])), name)
    referred = draw(st.sampled_from(REFERRED))
    there = marks(document, referred)
    if kind == "insert":
        mark = {CRITERIA: f"{ord(new[0])}{new[1:]}"}.get(referred, f"{new}x")
        return Edit(kind, referred.path, mark, draw(st.sampled_from([*there, ""])), draw(some_name(document, referred)))
    mark, other = draw(st.sampled_from(there)), draw(st.sampled_from(there))
    return Edit(kind, referred.path, mark, other, draw(some_name(document, referred)) if kind == "rename" else "")


def marks(document: Document, referred: Referred) -> list[str]:
    return [str(getattr(row, MARKS[referred.path])) for row in rows_of(document, referred.path)] or ["none"]


def some_name(document: Document, referred: Referred) -> st.SearchStrategy[str]:
    """Return names that no row has yet, so that each reference is clear on its own side."""
    taken = {name.casefold() for name in referred.names(document)}
    return st.sampled_from([name for name in NAMES if name.casefold() not in taken] or ["Last"])
