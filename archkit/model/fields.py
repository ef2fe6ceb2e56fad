"""Rows and the closed set of field kinds they are made of.

A field says its title, hint and unit once; forms, frames, diagnostics and the reference page read them from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal, Self, TypeVar, get_args

import pydantic
from pydantic import BaseModel, ConfigDict

from archkit.errors import ModelError, quoted
from archkit.model.kinds import Amount as Amount
from archkit.model.kinds import Cell as Cell
from archkit.model.kinds import Columns as Columns
from archkit.model.kinds import Label as Label
from archkit.model.kinds import Line as Line
from archkit.model.kinds import ListNumber as ListNumber
from archkit.model.kinds import Names as Names
from archkit.model.kinds import Number as Number
from archkit.model.kinds import Prose as Prose
from archkit.model.kinds import number_text as number_text

Kind = Literal[
    "line",  # inline Markdown in a list item
    "cell",  # inline Markdown in a table cell
    "label",  # a name on one line
    "prose",  # block Markdown
    "number",  # a number at least 0, None when blank, or the text typed in its place
    "word",  # a text for which choices are offered
    "choice",  # one of the choices
    "date",  # YYYY-MM-DD
    "likelihood",
    "impact",
    "weight",
    "score",
    "option",  # the name of an option
    "phase",  # the number or name of a phase
    "criterion",  # the name of a criterion
    "ratio",  # how many times as much, such as 3 or 1/3
    "names",  # several names
    "details",  # key and value pairs that the document carries along
    "columns",  # table columns that archkit does not know, by title
    "rows",  # rows inside a row
]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True)
class FieldSpec:
    """What a form, a frame column or a message needs to know of one field."""

    key: str
    title: str
    hint: str
    kind: Kind
    unit: str = ""
    choices: tuple[str, ...] = ()
    row: type[Row] | None = None
    #: The smallest and the largest number that fits, and whether only whole ones do.
    least: float = 0
    most: float | None = None
    whole: bool = False

    @property
    def heading(self) -> str:
        """The title with its unit, as a column or label shows it."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


def field(
    title: str,
    hint: str = "",
    *,
    kind: Kind,
    unit: str = "",
    choices: tuple[str, ...] = (),
    default: object = "",
    least: float = 0,
    most: float | None = None,
    whole: bool = False,
) -> Any:
    """Declare a field: its title, the question it answers, its kind, unit, offered choices and the numbers that fit."""
    extra: dict[str, Any] = {"kind": kind, "unit": unit, "choices": list(choices)}
    extra |= {"least": least, "most": most, "whole": whole}
    if default == {}:
        # pydantic copies a default that can change, which takes far longer than a new one.
        extra["default"] = default
        return pydantic.Field(default_factory=dict, title=title, description=hint, json_schema_extra=extra)
    return pydantic.Field(default=default, title=title, description=hint, json_schema_extra=extra)


class Frozen(BaseModel):
    """Immutable data that refuses unknown fields; `replace` is the only way to a changed copy."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)

    def replace(self, **changes: object) -> Self:
        """Return a copy with some fields changed, validated like a new one.

        Raises:
            ModelError: a field does not exist or a value does not fit it.
        """
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return build(type(self), values | changes)


class Row(Frozen):
    """One entry of a section: a finding, a risk, a phase."""

    #: The field that names the row to a person, in messages and cross references.
    named_by: ClassVar[str] = ""
    #: Fields that say where or how a row stands; alone they are no content.
    no_content: ClassVar[tuple[str, ...]] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been filled in, at any depth; such a row is not written."""
        # Asked of every row at every edit: a loop with the names at hand takes a third of the time.
        for name in _content(type(self)):  # noqa: SIM110
            if not _says_nothing(getattr(self, name)):
                return False
        return True

    @property
    def called(self) -> str:
        """What a person calls this row."""
        return str(getattr(self, type(self).named_by, "")) if type(self).named_by else ""


@cache
def _content(row: type[Row]) -> tuple[str, ...]:
    """Return the fields that are content; pydantic takes its time to name the fields of a class."""
    return tuple(name for name in row.model_fields if name not in row.no_content)


def _says_nothing(value: object) -> bool:
    if value.__class__ is str or value is None:
        return not value
    if isinstance(value, tuple):
        return all(item.is_empty if isinstance(item, Row) else not item for item in value)
    if isinstance(value, dict):
        return not any(value.values())
    return value in ("", None)


def refuse_known_columns(row: type[Row], extra: Mapping[str, str]) -> None:
    """Refuse a column of the author's own that has the title of a field of the row."""
    for title in extra:
        if title.casefold() in _titles(row):
            raise ValueError(f"a column of your own needs another title than {title}")


@cache
def _titles(row: type[Row]) -> frozenset[str]:
    return frozenset(title.casefold() for spec in fields_of(row) for title in (spec.title, spec.heading))


class Detail(Row):
    """A `Key: value` line below an entry."""

    key: Label = field("Key", "What the value is, such as Source or Owner.", kind="label")
    value: Line = field("Value", "The value.", kind="line")


AnyFrozen = TypeVar("AnyFrozen", bound=Frozen)


def build(kind: type[AnyFrozen], values: Mapping[str, object], where: str = "") -> AnyFrozen:
    """Make a row or section from plain values.

    Raises:
        ModelError: naming the field, what is wrong and what would be right.
    """
    try:
        # As `model_validate` does, without the quarter of the time that its options take.
        made: AnyFrozen = kind.__pydantic_validator__.validate_python(dict(values))
        return made
    except pydantic.ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or kind.__name__
        if first["type"] == "extra_forbidden":
            known = ", ".join(kind.model_fields)
            raise ModelError(
                where or kind.__name__, f'there is no field "{place}"', f"the fields are {known}"
            ) from None
        given = quoted(str(first.get("input", "")))
        problem = first["msg"].removeprefix("Value error, ").rstrip(".")
        raise ModelError(f"{where or kind.__name__}, {place}", f"{given} does not fit", problem) from None


@cache
def fields_of(row: type[Frozen]) -> tuple[FieldSpec, ...]:
    """Return the declared fields of a row or section class in order."""
    return tuple(_spec(key, info) for key, info in row.model_fields.items() if info.json_schema_extra)


def field_of(row: type[Frozen], key: str) -> FieldSpec:
    """Return one declared field.

    Raises:
        ModelError: the row has no such field.
    """
    for spec in fields_of(row):
        if spec.key == key:
            return spec
    known = ", ".join(spec.key for spec in fields_of(row))
    raise ModelError(row.__name__, f"there is no field {quoted(key)}", f"the fields are {known}")


def _spec(key: str, info: pydantic.fields.FieldInfo) -> FieldSpec:
    extra = info.json_schema_extra
    assert isinstance(extra, dict)
    inner = next((item for item in get_args(info.annotation) if isinstance(item, type) and issubclass(item, Row)), None)
    return FieldSpec(
        key=key,
        title=info.title or key,
        hint=info.description or "",
        kind=extra["kind"],  # type: ignore[arg-type]
        unit=str(extra["unit"]),
        choices=tuple(str(choice) for choice in extra["choices"]),  # type: ignore[union-attr]
        row=inner,
        least=extra["least"],  # type: ignore[arg-type]
        most=extra["most"],  # type: ignore[arg-type]
        whole=bool(extra["whole"]),
    )
