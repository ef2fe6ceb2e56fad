"""The frames that archkit exports as CSV or XLSX and that are no plain rows of a section, read back into a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from archkit.errors import ModelError
from archkit.importing.draft import Draft
from archkit.importing.row_columns import ROWS
from archkit.model.comparison import Comparison, Criterion, Judgement, Rating
from archkit.model.data_flow import DataFlow, Flow, Node
from archkit.model.fields import Detail, build, fields_of
from archkit.model.options import Option, Point
from archkit.model.performance import Performance
from archkit.model.scale_steps import ScaleStep

Cells = Sequence[Sequence[str]]

_SIDES = {"pro": "pros", "con": "cons"}
#: The labels of the section on performance that are fields.
_LABELS = {spec.title.casefold(): spec.key for spec in fields_of(Performance) if spec.kind == "line"}
#: What the files are called of which an export to CSV has some.
FILES = frozenset(
    {"findings", "options", "points", "criteria", "judgements", "ratings", "components", "nodes", "flows", "security"}
    | {"integration_points", "performance", "phases", "risks", "risk_scale", "dependencies", "work_items"}
)
#: Where each frame goes that is no section by itself.
WHERE = {
    "options": "Technical Approach: options",
    "points": "Technical Approach: pros and cons",
    "criteria": "Option Comparison: criteria and scores",
    "judgements": "Option Comparison: pairwise weights",
    "ratings": "Option Comparison: ratings",
    "nodes": "Data Flow: nodes",
    "flows": "Data Flow: flows",
    "performance": "Performance Implications",
    "risk_scale": "Risk Scale",
}
#: The frames in the order in which they are put, as points belong to options and ratings to criteria.
ORDER = ("findings", "options", "points", "criteria", "judgements", "ratings")


@dataclass(slots=True)
class Frames:
    """What the frames that were met so far hold."""

    options: dict[str, dict[str, Any]] = field(default_factory=dict)
    comparison: dict[str, Any] = field(default_factory=dict)
    flow: dict[str, Any] = field(default_factory=dict)
    performance: dict[str, Any] = field(default_factory=dict)
    risk_scale: list[ScaleStep] = field(default_factory=list)

    def put(self, name: str, titles: Sequence[str], cells: Cells) -> bool:
        """Take the rows of a frame; False where one of them does not fit, and nothing is taken.

        Args:
            name: What `own_frame` says of the titles.
            titles: The titles of the columns.
            cells: The rows below them.
        """
        rows = [dict(zip(titles, [*line, *[""] * len(titles)], strict=False)) for line in cells]
        try:
            return _PUT[name](self, list(titles), rows)
        except (ModelError, ValueError):
            return False

    def finish(self, draft: Draft) -> None:
        """Give a draft the sections that the frames made."""
        if self.options:
            draft.rows["options"] = tuple(build(Option, values) for values in self.options.values())
        if self.comparison:
            draft.rows["comparison"] = Comparison(**self.comparison)
        if self.flow:
            draft.rows["data_flow"] = DataFlow(**self.flow)
        if self.performance:
            draft.rows["performance"] = build(Performance, self.performance)
        if self.risk_scale:
            draft.rows["risk_scale"] = tuple(self.risk_scale)


def own_frame(titles: Sequence[str]) -> str:
    """Return the name of the frame that has these columns, "" for a table of somebody else."""
    for name, (columns, more) in _COLUMNS.items():
        if tuple(titles[: len(columns)]) == columns and (more or len(titles) == len(columns)):
            return name
    return ""


def is_file_of(name: str, titles: Sequence[str]) -> bool:
    """Whether a table with these columns is the frame of that name, as archkit writes it."""
    if name in _COLUMNS:
        return own_frame(titles) == name
    row = ROWS["effort" if name == "work_items" else name]
    columns = [spec.key for spec in fields_of(row) if spec.kind not in {"rows", "columns"}]
    return list(titles[: len(columns)]) == columns


def _details(text: str) -> tuple[Detail, ...]:
    pairs = (line.partition(":") for line in text.split("\n") if line.strip())
    return tuple(Detail(key=key if colon else "", value=value if colon else key) for key, colon, value in pairs)


def _options(frames: Frames, titles: list[str], rows: list[dict[str, str]]) -> bool:
    names = [row["name"] for row in rows]
    if frames.options or len(set(names)) != len(names):
        return False
    frames.options = {row["name"]: row | {"details": _details(row["details"])} for row in rows}
    return True


def _points(frames: Frames, titles: list[str], rows: list[dict[str, str]]) -> bool:
    if any(row["side"] not in _SIDES for row in rows) or any(
        set(option) & {"pros", "cons"} for option in frames.options.values()
    ):
        return False
    for row in rows:
        option = frames.options.setdefault(row["option"], {"name": row["option"]})
        side = _SIDES[row["side"]]
        option[side] = (*option.get(side, ()), Point(claim=row["claim"], evidence=row["evidence"]))
    return True


def _scored(kind: type[Criterion] | type[Rating], count: int) -> Callable[..., bool]:
    """Return what takes a frame in which each option is a column, behind the first ones."""
    key = "criteria" if kind is Criterion else "ratings"

    def put(frames: Frames, titles: list[str], rows: list[dict[str, str]]) -> bool:
        names = titles[count:]
        if key in frames.comparison or len(set(titles)) != len(titles):
            return False
        made = tuple(
            kind(**{title: row[title] for title in titles[:count]}, scores={name: row[name] for name in names})
            for row in rows
        )
        frames.comparison[key] = made
        frames.comparison.setdefault("options", tuple(names))
        return True

    return put


def _judgements(frames: Frames, titles: list[str], rows: list[dict[str, str]]) -> bool:
    frames.comparison["judgements"] = tuple(Judgement(**row) for row in rows)
    return True


def _nodes(frames: Frames, titles: list[str], rows: list[dict[str, str]]) -> bool:
    frames.flow["nodes"] = tuple(Node(**row) for row in rows)
    return True


def _flows(frames: Frames, titles: list[str], rows: list[dict[str, str]]) -> bool:
    frames.flow["flows"] = tuple(Flow(**row) for row in rows)
    return True


def _performance(frames: Frames, titles: list[str], rows: list[dict[str, str]]) -> bool:
    details: list[Detail] = []
    for row in rows:
        key = _LABELS.get(row["label"].casefold(), "")
        if key and key not in frames.performance:
            frames.performance[key] = row["text"]
        else:
            details.append(Detail(key=row["label"], value=row["text"]))
    frames.performance["details"] = tuple(details)
    return True


def _risk_scale(frames: Frames, titles: list[str], rows: list[dict[str, str]]) -> bool:
    frames.risk_scale = [build(ScaleStep, row) for row in rows]
    return True


#: The columns of each frame as archkit writes them, and whether others may follow.
_COLUMNS: dict[str, tuple[tuple[str, ...], bool]] = {
    "options": (("name", "based_on", "description", "details", "remarks"), False),
    "points": (("option", "side", "claim", "evidence"), False),
    "criteria": (("criterion", "scale", "weight"), True),
    "judgements": (("criterion", "against", "ratio"), False),
    "ratings": (("rater", "criterion", "weight"), True),
    "nodes": (("id", "label", "shape"), False),
    "flows": (("source", "target", "what"), False),
    "performance": (("label", "text"), False),
    "risk_scale": (("scale", "word", "low", "high"), False),
}
_PUT: dict[str, Callable[..., bool]] = {
    "options": _options,
    "points": _points,
    "criteria": _scored(Criterion, 3),
    "judgements": _judgements,
    "ratings": _scored(Rating, 3),
    "nodes": _nodes,
    "flows": _flows,
    "performance": _performance,
    "risk_scale": _risk_scale,
}
