"""Realistic documents, and random edits of them that know which rows they touch.

A document is kept as rows with a number that no merge sees. So what two people's edits add up to can be worked out
without merging: all edits of both are applied to the one state by the numbers of the rows.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from archkit.format.settle import settle
from archkit.model.comparison import Comparison, Criterion
from archkit.model.components import Component
from archkit.model.dependencies import Dependency
from archkit.model.document import Document, Place
from archkit.model.effort import Effort, WorkItem
from archkit.model.fields import Detail, Row
from archkit.model.findings import Finding
from archkit.model.integration_points import IntegrationPoint
from archkit.model.metadata import Metadata
from archkit.model.options import Option, Point
from archkit.model.phases import Phase
from archkit.model.recommendation import Recommendation
from archkit.model.risks import Risk
from archkit.model.security import Consideration

# fmt: off
WORDS = [
    "ledger", "queue", "broker", "replica", "outbox", "event", "order", "payment", "latency", "storage",
    "gateway", "tenant", "shard", "index", "cache", "retry", "alert", "budget", "token", "secret", "rotation",
    "backup", "schema", "contract", "consumer", "producer", "region", "failover", "quota", "throttle", "batch",
    "stream", "audit", "cursor", "window", "session", "digest", "packet", "routing", "planner", "worker",
    "tunnel", "beacon", "anchor", "copper", "violet", "meadow", "harbor",
]
# fmt: on

Rows = dict[int, Row]
#: What an edit touches: a section, the number of a row, and a field of it.
Atom = tuple[str, int, str]


@dataclass
class State:
    """A document as numbered rows; `paragraphs` and `custom` are texts."""

    rows: dict[str, Rows]
    paragraphs: dict[int, str]
    custom: dict[int, str]
    metadata: dict[str, str] = field(default_factory=dict)

    def copy(self) -> State:
        return State(
            {key: dict(rows) for key, rows in self.rows.items()},
            dict(self.paragraphs),
            dict(self.custom),
            dict(self.metadata),
        )

    def document(self) -> Document:
        """Return the settled document."""
        rows = {key: tuple(found.values()) for key, found in self.rows.items()}
        criteria, items = rows.pop("criteria"), rows.pop("work_items")
        document = settle(
            Document(
                title="Payments ledger",
                metadata=Metadata(status="draft", extra=self.metadata),
                executive_summary="\n\n".join(self.paragraphs.values()),
                comparison=Comparison(criteria=criteria),
                recommendation=Recommendation(options=rows["options"][0].name, rationale="It carries."),
                effort=Effort(work_items=items),
                **rows,
            )
        )
        own = tuple(
            Place(part="custom", name=f"Custom {number}", head=f"## Custom {number}\n\n", text=text)
            for number, text in self.custom.items()
        )
        return document.replace(layout=document.layout + own)


@dataclass
class Edit:
    """One edit: what it touches, and how it changes a state."""

    words: str
    touches: set[Atom]
    apply: Callable[[State], None]


@dataclass
class Author:
    """Makes rows and edits; numbers are never used twice."""

    random: random.Random
    number: int = 0

    def words(self, least: int = 4, most: int = 9) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(least, most)))

    def next(self) -> int:
        self.number += 1
        return self.number

    def unique(self, least: int = 2, most: int = 5) -> str:
        return f"{self.words(least, most)} n{self.next()}"

    def state(self) -> State:
        """Return a document of ordinary size."""
        rows: dict[str, Rows] = {"options": {self.next(): self.option() for _ in range(self.random.randint(3, 5))}}
        for key, make in self.makers().items():
            if key != "options":
                rows[key] = {self.next(): make() for _ in range(self.random.randint(4, 10))}
        names = [option.name for option in rows["options"].values()]
        for number, criterion in rows["criteria"].items():
            scores = {name: str(self.random.randint(1, 5)) for name in names}
            rows["criteria"][number] = criterion.replace(scores=scores)
        for key in ("risks", "work_items"):
            for number, row in rows[key].items():
                rows[key][number] = row.replace(option=self.random.choice([*names, ""]))
        paragraphs = {self.next(): self.unique(15, 30) for _ in range(4)}
        return State(rows, paragraphs, {self.next(): self.unique(10, 20) for _ in range(2)})

    def makers(self) -> dict[str, Callable[[], Row]]:
        pick = self.random.choice
        return {
            "options": self.option,
            "findings": lambda: Finding(
                group="Open Source Examples",
                label=pick(["Case Study", ""]),
                text=self.unique(6, 12),
                source=self.unique(),
            ),
            "criteria": lambda: Criterion(criterion=self.unique(1, 2), weight=str(self.random.randint(1, 50))),
            "components": lambda: Component(component=self.unique(1, 2), purpose=self.unique(6, 12)),
            "integration_points": lambda: IntegrationPoint(system=self.unique(1, 2), how=self.unique(6, 12)),
            "security": lambda: Consideration(
                consideration=self.unique(6, 12), details=[Detail(key="Owner", value="Ann")]
            ),
            "phases": lambda: Phase(phase=self.unique(1, 3), what=self.unique(6, 12)),
            "risks": lambda: Risk(
                risk=self.unique(4, 8),
                likelihood=pick(["rare", "likely"]),
                impact="major",
                mitigation=self.unique(5, 9),
            ),
            "dependencies": lambda: Dependency(dependency=self.unique(1, 2), why=self.unique(6, 12)),
            "work_items": lambda: WorkItem(work_item=self.unique(3, 6), kind="development", low=2, likely=5, high=9),
        }

    def option(self) -> Option:
        points = [Point(claim=self.unique(4, 8), evidence="assumption") for _ in range(3)]
        return Option(name=self.unique(1, 2), description=self.unique(10, 20), pros=points[:2], cons=points[2:])

    def edits(self, state: State, count: int, touched: set[Atom]) -> list[Edit]:
        """Return edits that touch nothing that is touched, nor what each other touch; each is applied to the state."""
        found: list[Edit] = []
        own: set[Atom] = set()
        while len(found) < count:
            edit = self.edit(state)
            if edit and not clashes(edit.touches, touched | own):
                edit.apply(state)
                own |= edit.touches
                found.append(edit)
        touched |= own
        return found

    def edit(self, state: State) -> Edit | None:
        kind = self.random.choices(
            [
                self.set,
                self.insert,
                self.delete,
                self.move,
                self.score,
                self.rename,
                self.paragraph,
                self.text,
                self.entry,
            ],
            [30, 15, 10, 10, 10, 4, 12, 4, 5],
        )[0]
        return kind(state)

    def place(self, state: State) -> tuple[str, int]:
        key = self.random.choice([key for key, rows in state.rows.items() if rows])
        return key, self.random.choice(list(state.rows[key]))

    def set(self, state: State) -> Edit:
        key, number = self.place(state)
        row = state.rows[key][number]
        name, value = self.random.choice(
            {
                "options": [("description", self.unique(8, 15)), ("based_on", self.unique())],
                "findings": [("source", self.unique()), ("metric", self.unique()), ("confidence", "high")],
                "criteria": [("weight", str(self.next()))],
                "components": [("purpose", self.unique(6, 12))],
                "integration_points": [
                    ("how", self.unique(6, 12)),
                    ("details", (Detail(key="Owner", value=self.unique()),)),
                ],
                "security": [("details", (Detail(key="Owner", value=self.unique()),))],
                "phases": [("what", self.unique(6, 12)), ("phase", f"{row.called} {self.unique(1, 1)}")],
                "risks": [
                    *[("owner", self.unique(1, 1)), ("likelihood", f"{self.random.randint(1, 99)}%")],
                    *[("risk", f"{row.called} {self.unique(1, 1)}"), ("cost", float(self.next()))],
                ],
                "dependencies": [("why", self.unique(6, 12))],
                "work_items": [
                    ("high", 10.0 + self.next()),
                    ("low", 0.5),
                    ("phase", str(self.next())),
                    ("kind", "testing"),
                ],
            }[key]
        )

        def apply(state: State) -> None:
            state.rows[key][number] = state.rows[key][number].replace(**{name: value})

        return Edit(f"set {key} {number} {name} {value}", {(key, number, name)}, apply)

    def insert(self, state: State) -> Edit:
        key, above = self.place(state)
        number, row = self.next(), self.makers()[key]()

        def apply(state: State) -> None:
            state.rows[key] = put(state.rows[key], number, row, above)

        return Edit(f"insert {key} {number} behind {above}", {(key, number, "*")}, apply)

    def delete(self, state: State) -> Edit | None:
        key, number = self.place(state)
        if key == "options" and (len(state.rows[key]) < 3 or number == next(iter(state.rows[key]))):
            return None
        name = state.rows[key][number].called

        def apply(state: State) -> None:
            del state.rows[key][number]
            if key == "options":
                for at, item in state.rows["criteria"].items():
                    scores = {option: score for option, score in item.scores.items() if option != name}
                    state.rows["criteria"][at] = item.replace(scores=scores)

        return Edit(f"delete {key} {number}", {(key, number, "*")}, apply)

    def move(self, state: State) -> Edit | None:
        key, number = self.place(state)
        above = self.random.choice(list(state.rows[key]))
        if above == number or key == "options":
            return None

        def apply(state: State) -> None:
            row = state.rows[key].pop(number)
            state.rows[key] = put(state.rows[key], number, row, above)

        # Where a row went is only told by its neighbour, so nobody else moves that one.
        return Edit(f"move {key} {number} behind {above}", {(key, number, "place"), (key, above, "place")}, apply)

    def score(self, state: State) -> Edit | None:
        if not state.rows["criteria"]:
            return None
        at = self.random.choice(list(state.rows["criteria"]))
        number = self.random.choice(list(state.rows["options"]))
        score = f"{self.random.randint(1, 2)}–{self.random.randint(3, 5)}"

        def apply(state: State) -> None:
            item, name = state.rows["criteria"][at], state.rows["options"][number].called
            state.rows["criteria"][at] = item.replace(scores={**item.scores, name: score})

        touches = {("criteria", at, f"score {number}"), ("options", number, f"score {at}")}
        return Edit(f"score {at} of {number}: {score}", touches, apply)

    def rename(self, state: State) -> Edit:
        number = self.random.choice(list(state.rows["options"]))
        new = self.unique(1, 2)

        def apply(state: State) -> None:
            old = state.rows["options"][number].called
            state.rows["options"][number] = state.rows["options"][number].replace(name=new)
            for at, item in state.rows["criteria"].items():
                scores = {new if name == old else name: score for name, score in item.scores.items()}
                state.rows["criteria"][at] = item.replace(scores=scores)
            for key in ("risks", "work_items"):
                for at, row in state.rows[key].items():
                    if row.option == old:
                        state.rows[key][at] = row.replace(option=new)

        return Edit(f"rename option {number} to {new}", {("options", number, "name")}, apply)

    def paragraph(self, state: State) -> Edit | None:
        number = self.random.choice(list(state.paragraphs))
        text = self.unique(10, 20)
        if self.random.random() < 0.6:
            change = Edit(
                f"paragraph {number}", {("text", number, "*")}, lambda state: state.paragraphs.update({number: text})
            )
            return change
        new = self.next()

        def apply(state: State) -> None:
            state.paragraphs = put(state.paragraphs, new, text, number)

        # Two texts put in at one place have no order that both want.
        return Edit(f"paragraph {new} behind {number}", {("text", number, "behind"), ("text", new, "*")}, apply)

    def text(self, state: State) -> Edit | None:
        number = self.random.choice(list(state.custom))
        text = self.unique(10, 20)
        return Edit(f"custom {number}", {("custom", number, "*")}, lambda state: state.custom.update({number: text}))

    def entry(self, state: State) -> Edit:
        number, text = self.next(), self.unique(1, 2)
        return Edit(f"entry k{number}", set(), lambda state: state.metadata.update({f"k{number}": text}))


def clashes(one: set[Atom], other: set[Atom]) -> bool:
    """Whether two edits touch the same field, or one deletes a row that the other touches."""
    rows = {(section, number) for section, number, _ in other}
    gone = {(section, number) for section, number, what in other if what == "*"}
    return bool(one & other) or any(
        (section, number) in gone or (what == "*" and (section, number) in rows) for section, number, what in one
    )


def put(rows: dict, number: int, row: object, above: int) -> dict:
    """Return rows with one more behind another one, or at the end where that is gone."""
    found = {}
    for at, other in rows.items():
        found[at] = other
        if at == above:
            found[number] = row
    return found if number in found else {**found, number: row}
