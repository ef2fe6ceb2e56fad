"""Frame → rows: every cell is checked, and what does not fit is refused with its row and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from archkit.errors import FrameError, ModelError, nearest, quoted
from archkit.frames.cells import Cell, cell_of, text_of
from archkit.frames.put import PUT, put_rows
from archkit.frames.shapes import FrameShape, shape_of
from archkit.frames.to_frame import details_text, filled_rows, frame
from archkit.model.document import Document
from archkit.model.edit import require_read
from archkit.model.fields import Detail, FieldSpec, Row, build
from archkit.model.problems import value_problem
from archkit.model.scale_steps import LIKELIHOOD, words_of
from archkit.model.text import label


def with_frame(document: Document, name: str, given: pd.DataFrame) -> Document:
    """Return the document with a section replaced by the rows of a frame; its index has no meaning.

    Raises:
        FrameError: naming the row and column of what does not fit; the document is unchanged.
        UnreadSectionError: the section is kept as text.
    """
    shape = shape_of(name)
    require_read(document, shape.path)
    if not isinstance(given, pd.DataFrame):
        raise FrameError(name, f"a {type(given).__name__} is no frame", "assign a pandas DataFrame")
    current = frame(document, name)
    if list(given.columns) == list(current.columns) and given.reset_index(drop=True).equals(current):
        return document
    _check_columns(shape, name, given, current)
    _keep_typed_numbers(document, shape, name, given)
    reader = _Reader.of(document, shape, name, current)
    columns = [(str(title), list(given[title])) for title in given.columns]
    rows = tuple(reader.row(at, {title: cells[at] for title, cells in columns}) for at in range(len(given)))
    return PUT.get(name, put_rows)(document, shape, rows)


@dataclass(frozen=True)
class _Reader:
    """Makes rows from cells.

    Attributes:
        specs: The known columns.
        standing: Texts that the section holds already, by column; what stands there is never refused.
        details: The details that a text stands for, where the text alone would not say them exactly.
        words: The document's own words for a likelihood.
    """

    shape: FrameShape
    name: str
    specs: Mapping[str, FieldSpec]
    standing: Mapping[str, frozenset[object]]
    details: Mapping[str, tuple[Detail, ...]]
    words: tuple[str, ...]

    @classmethod
    def of(cls, document: Document, shape: FrameShape, name: str, current: pd.DataFrame) -> _Reader:
        specs = {spec.key: spec for spec in shape.columns()}
        held = [getattr(row, "details", ()) for row in filled_rows(document, name)]
        return cls(
            shape,
            name,
            specs,
            {key: frozenset(current[key]) for key, spec in specs.items() if spec.kind != "number"},
            {details_text(details): details for details in held},
            words_of(document.risk_scale, LIKELIHOOD),
        )

    def row(self, at: int, cells: Mapping[str, Any]) -> Row:
        """Return the row that some cells make.

        Raises:
            FrameError: a cell does not fit.
        """
        where = f"{self.name}, row {at}"
        values: dict[str, object] = {}
        extra: dict[str, str] = {}
        for title, raw in cells.items():
            place = f"{where}, column {title}"
            spec = self.specs.get(title)
            cell = cell_of(raw, place, dated=spec is not None and spec.kind == "date")
            if spec is None:
                extra[title] = text_of(cell)
            else:
                values[title] = self._value(spec, cell, place)
        if self.shape.extra:
            values[self.shape.extra] = extra
        return self._checked(_build(self.shape, where, values), where)

    def _value(self, spec: FieldSpec, cell: Cell, place: str) -> object:
        if spec.kind == "number":
            return cell
        text = text_of(cell)
        if spec.kind == "details":
            return self.details.get(text, _details(text))
        if text not in self.standing[spec.key] and (problem := value_problem(spec, text, self.words)):
            raise _refused(place, problem)
        return text

    def _checked(self, row: Row, where: str) -> Row:
        """Refuse a number that the model could only keep as a text."""
        for spec in self.specs.values():
            if spec.kind == "number" and (problem := value_problem(spec, getattr(row, spec.key))):
                raise _refused(f"{where}, column {spec.key}", problem)
        return row


def _check_columns(shape: FrameShape, name: str, given: pd.DataFrame, current: pd.DataFrame) -> None:
    titles = [str(title) for title in given.columns]
    spelled = [label(title) for title in titles]
    # The columns of scores are options: a new one comes with a new option, never with a frame.
    known = list(current.columns) if shape.is_scored else [spec.key for spec in shape.columns()]
    for title, spelling in zip(titles, spelled, strict=True):
        if spelled.count(spelling) > 1:
            raise FrameError(f"{name}, column {title}", "the frame has this column twice", "keep one of them")
        if not spelling:
            raise FrameError(f"{name}, column {quoted(title)}", "the column has no title", "give it one, or drop it")
        if title not in known and (not shape.extra or shape.is_scored):
            close = nearest(title, known)
            remedy = f"did you mean {close}?" if close else f"the columns are {', '.join(known)}"
            raise FrameError(f"{name}, column {title}", "the section has no such column", remedy)
    if shape.required not in titles:
        raise FrameError(f"{name}, column {shape.required}", "the frame lacks it", "it names the rows, so add it")
    for title in current.columns:
        if title not in titles and not (current[title].isna() | (current[title] == "")).all():
            problem = "the frame lacks it and the document has values there"
            raise FrameError(f"{name}, column {title}", problem, "add it, blank where you want it empty")


def _keep_typed_numbers(document: Document, shape: FrameShape, name: str, given: pd.DataFrame) -> None:
    """Refuse to drop what was typed where a number is expected: it is NaN in the frame, unless it was mended there."""
    for at, row in enumerate(filled_rows(document, name)):
        for spec in shape.columns():
            if spec.kind == "number" and (problem := value_problem(spec, getattr(row, spec.key))):
                stays = at < len(given) and given[shape.required].iloc[at] == getattr(row, shape.required)
                if not stays or spec.key not in given or pd.isna(given[spec.key].iloc[at]):
                    remedy = "give a number in this cell, or mend it in the document first"
                    raise FrameError(f"{name}, row {at}, column {spec.key}", problem.partition("; ")[0], remedy)


def _refused(place: str, problem: str) -> FrameError:
    what, _, remedy = problem.partition("; ")
    return FrameError(place, what, remedy or "use one of the offered values")


def _details(text: str) -> tuple[Detail, ...]:
    pairs = (entry.partition(":") for entry in text.split("\n") if entry.strip())
    return tuple(Detail(key=key if colon else "", value=value if colon else key) for key, colon, value in pairs)


def _build(shape: FrameShape, where: str, values: dict[str, object]) -> Row:
    try:
        return build(shape.row, values, where=where)
    except ModelError as error:
        what, _, remedy = str(error).removeprefix(f"{where}, ").removeprefix(f"{where}: ").partition("; ")
        raise FrameError(where, what, remedy or "change that cell") from None
