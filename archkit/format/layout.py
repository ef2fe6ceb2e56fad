"""The places of a document: every filled section has one, in the author's order or else the template's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from archkit.errors import UnreadSectionError
from archkit.format.filled import without_empty_rows
from archkit.format.parts import BELOW, GROUPED, Part, read_option_heading
from archkit.format.scan import scan
from archkit.model.comparison import Comparison
from archkit.model.document import Document, Place, outline
from archkit.model.metadata import Metadata
from archkit.model.options import Option
from archkit.model.placeholders import BLANK_TITLE
from archkit.model.recommendation import Recommendation

_TITLES = {spec.key: spec.title for spec in outline()}
_ORDER = (
    "metadata",
    "title",
    "executive_summary",
    "findings",
    "options",
    "option",
    "comparison",
    "recommendation",
    *[spec.key for spec in outline()][7:],
)


def laid_out(document: Document) -> tuple[Place, ...]:
    """Return the layout with a place for all that the document holds.

    Raises:
        UnreadSectionError: rows were put into a group whose text could not be read.
    """
    layout = list(document.layout)
    _title(document, layout)
    _options(document, layout)
    wanted = _wanted(document)
    have = {(place.part, place.name): place for place in layout}
    for part, name in wanted:
        found = have.get((part, name))
        if found is None:
            below = next(
                (at for at, place in enumerate(layout) if part == "risks" and place.part == "risk_scale"), None
            )
            _insert(layout, Place(part=part, name=name, head=_head(part, name)), below)
        elif found.unread:
            raise UnreadSectionError(name or _TITLES[part], found.unread)
    return tuple(layout)


def _wanted(document: Document) -> list[tuple[str, str]]:
    """Return the parts that hold something and so need a place."""
    wanted: list[tuple[str, str]] = []
    if document.metadata != Metadata():
        wanted.append(("metadata", ""))
    for spec in outline()[2:]:
        value = getattr(document, spec.key)
        if spec.key in GROUPED:
            used: set[str] = set()
            for row in value:
                if row.group not in used and not row.is_empty:
                    used.add(row.group)
            wanted += [(spec.key, "")] if used else []
            known = [group for group in GROUPED[spec.key] if group in used]
            wanted += [(spec.key, group) for group in (*known, *sorted(used - {"", *known}))]
        elif spec.key == "options":
            wanted += (
                [("options", "")]
                if _says_something(value) or _is_compared(document) or document.recommendation != Recommendation()
                else []
            )
        elif spec.key == "comparison":
            wanted += [("comparison", "")] if _is_compared(document) else []
        elif spec.key == "risks":
            wanted += [("risks", "")] if _says_something(value) or _lacks_home(document) else []
        elif _says_something(value):
            wanted.append((spec.key, ""))
    return wanted


def _says_something(value: object) -> bool:
    """Whether a section holds what would be written."""
    if isinstance(value, tuple):
        return any(not row.is_empty for row in value)
    return without_empty_rows(value) != type(value)()


def _lacks_home(document: Document) -> bool:
    """Whether there is a risk scale and no section that it stands in."""
    parts = {place.part for place in document.layout}
    return "risks" not in parts and ("risk_scale" in parts or bool(without_empty_rows(document.risk_scale)))


def _is_compared(document: Document) -> bool:
    comparison = document.comparison
    return bool(comparison.criteria) or without_empty_rows(comparison) != Comparison()


def _title(document: Document, layout: list[Place]) -> None:
    at = next((index for index, place in enumerate(layout) if place.part == "title"), -1)
    if at < 0 and document.title:
        layout.insert(1 if layout and layout[0].part == "metadata" else 0, Place(part="title", head=""))
        at = 1 if layout[0].part == "metadata" else 0
    if at < 0:
        return
    place = layout[at]
    stands = [block.text for block in scan(place.head.split("\n")) if block.kind == "heading"]
    title = document.title or BLANK_TITLE
    named = stands[0] if stands else None
    if named is None or (Document.model_validate({"title": named}).title or BLANK_TITLE) != title:
        layout[at] = place.replace(head=f"# {heading_text(title)}{heading_gap(place.head)}")


def _options(document: Document, layout: list[Place]) -> None:
    """Give each option its place and its heading with the number of that place."""
    options = [option for option in document.options if not option.is_empty]
    if options:
        blanks = [index for index, place in enumerate(layout) if place.part == "blank"]
        if blanks and not any(place.part == "option" for place in layout):
            layout[blanks[0]] = Place(part="option", head="")
        layout[:] = [place for place in layout if place.part != "blank"]
    typed = [index for index, place in enumerate(layout) if place.part == "option" and place.text is None]
    for index in reversed(typed[len(options) :]):
        del layout[index]
    if options and not any(place.part == "options" for place in layout):
        _insert(layout, Place(part="options", head=_head("options", "")))
    if len(options) > len(typed):
        _insert(layout, Place(part="option", head=""), count=len(options) - len(typed))
    named = _named(place.head for place in layout if place.part == "option" and place.text is None)
    number, names = 0, iter(options)
    for index, place in enumerate(layout):
        if place.part != "option":
            continue
        number += 1
        if place.text is None:
            layout[index] = place.replace(head=_option_head(number, next(names).name, place.head, named))


def _option_head(number: int, name: str, own: str, named: Mapping[tuple[str, int], tuple[int, str]]) -> str:
    """Return a heading that names the option: the one that stands there, whatever its number, or else one as it was."""
    if (part := _option_of(own)) and part.name == name:
        return own
    found = [named[(name, at)] for at in (number, 0) if (name, at) in named]
    return min(found)[1] if found else f"### Option {number}: {heading_text(name)}".rstrip() + heading_gap(own)


def _named(heads: Iterable[str]) -> dict[tuple[str, int], tuple[int, str]]:
    """Return the first heading, and where it stands, for each name and number of an option."""
    named: dict[tuple[str, int], tuple[int, str]] = {}
    for at, head in enumerate(heads):
        if part := _option_of(head):
            named.setdefault((part.name, part.number), (at, head))
    return named


def _option_of(head: str) -> Part | None:
    """Return the name and number of the option that a heading begins; None when it begins none."""
    found = [block.text for block in scan(head.split("\n")) if block.kind == "heading"]
    part = read_option_heading(found[0]) if found else None
    return replace(part, name=Option(name=part.name).name) if part else None


def _insert(layout: list[Place], place: Place, above: int | None = None, count: int = 1) -> None:
    """Put a place, or several alike, above a given one, else behind the last one that comes before in the template."""
    if above is not None:
        layout.insert(above, place)
        return
    rank = _rank(place)
    before = [index for index, other in enumerate(layout) if _rank(other) <= rank and other.part in _ORDER]
    if before:
        at = before[-1] + 1
        # What the author put below that section stays with it.
        while (
            at < len(layout)
            and layout[at].part == "custom"
            and layout[at].head.startswith("###")
            and place.part != "option"
        ):
            at += 1
    else:
        at = next((index for index, other in enumerate(layout) if other.part in _ORDER), len(layout))
    layout[at:at] = [place] * count


def _rank(place: Place) -> tuple[int, int]:
    part = "option" if place.part == "blank" else place.part
    if part not in _ORDER:
        return (-1, 0)
    groups = GROUPED.get(part, ())
    below = groups.index(place.name) + 1 if place.name in groups else (len(groups) + 1 if place.name and groups else 0)
    return (_ORDER.index(part), below)


def _head(part: str, name: str) -> str:
    if part == "metadata":
        return ""
    if name:
        return f"### {heading_text(name)}\n\n"
    return f"{'###' if part in BELOW else '##'} {_TITLES[part]}\n\n"


def heading_gap(head: str) -> str:
    """Return the line breaks between a heading and its text as the author has them."""
    return "\n\n" if not head or head.endswith("\n\n") else "\n"


def heading_text(text: str) -> str:
    """Write a text as a heading's: marks at its end would be taken for closing ones."""
    bare = text.rstrip("#")
    return bare + "&#35;" * (len(text) - len(bare))
