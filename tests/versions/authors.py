"""Realistic documents made at random.

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
class Author:
    """Makes rows; numbers are never used twice."""

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
