"""Schema: a section of a document → a plain description of its form; needs no widgets.

A description is a tree of parts. `fields` are labelled controls, `rows` a table, cards or a list of rows, `computed`
lines that nobody types, `text` Markdown that is kept as it is. Cells stand in the order of their part's columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from archkit.errors import ModelError
from archkit.format.retired_options import retired_names
from archkit.model.document import Document, Place, outline
from archkit.widgets.columns import citations
from archkit.widgets.option_facts import option_facts
from archkit.widgets.parts import GROUPS, Json, Parts
from archkit.widgets.row_ids import RowIds

#: The form of what belongs to no section of the template: text before the title, and headings of the author's own.
CUSTOM = "custom"
CUSTOM_TITLE = "Other Sections"
CUSTOM_HINT = "Text and headings of your own, kept as Markdown."

#: Sections with a field that cites findings.
CITING = {"options", "comparison"}
PARTS_OF = {"option": "options", "preface": CUSTOM}


def section_keys() -> tuple[str, ...]:
    """Return the keys of all forms in the order of the document, the title first."""
    keys = [spec.key for spec in outline()]
    return (*sorted(keys, key=lambda key: key != "title"), CUSTOM)


def section_titles() -> dict[str, str]:
    """Return the title of each form by its key, in the order of the document."""
    titles = {spec.key: spec.title for spec in outline()} | {CUSTOM: CUSTOM_TITLE}
    return {key: titles[key] for key in section_keys()}


def depends_on(document: Document, key: str) -> tuple[object, ...]:
    """Return all that a section's description is made from: equal values mean an equal description."""
    phases = tuple(phase.phase for phase in document.phases)
    texts = tuple(_kept_texts(document, key))
    others: tuple[object, ...] = (document.recommendation, document.metadata) if key == "effort" else ()
    others += (document.risk_scale,) if key == "risks" else ()
    others += (retired_names(document), option_facts(document)) if key == "options" else ()
    others += (
        (document.options, document.comparison.criteria, document.recommendation.rationale) if key == "findings" else ()
    )
    cited = citations(document) if key in CITING else ()
    return (getattr(document, key, None), document.option_names, phases, texts, cited, *others)


def describe_section(document: Document, key: str, ids: RowIds | None = None) -> Json:
    """Return the description of one section's form, with the values that stand in it.

    Raises:
        ModelError: there is no such section.
    """
    describe = Parts(document, ids or RowIds())
    texts = [_text_part(document, index, place) for index, place in _kept_texts(document, key)]
    if key == CUSTOM:
        return {"key": key, "title": CUSTOM_TITLE, "hint": CUSTOM_HINT, "parts": texts}
    spec = next((spec for spec in outline() if spec.key == key), None)
    if spec is None:
        raise ModelError(key, "there is no such section", f"name one of {', '.join(section_keys())}")
    if any(part["whole"] and part["reason"] for part in texts):
        return {"key": key, "title": spec.title, "hint": spec.hint, "parts": texts}
    above = [part for part in texts if not part["reason"]]
    parts = [*above, *describe.section(spec), *(part for part in texts if part["reason"])]
    return {"key": key, "title": spec.title, "hint": spec.hint, "parts": parts} | describe.shared()


def _kept_texts(document: Document, key: str) -> Iterator[tuple[int, Place]]:
    """Yield the places whose Markdown belongs to a section and is kept as text."""
    for index, place in enumerate(document.layout):
        if place.text is None or PARTS_OF.get(place.part, place.part) != key:
            continue
        if place.unread or place.part in (CUSTOM, "preface") or place.text.strip():
            yield index, place


def _text_part(document: Document, index: int, place: Place) -> Json:
    heading = place.name or place.head.strip().lstrip("# ")
    whole = place.part != "option" and not (place.name and place.part in GROUPS)
    return {
        "part": "text",
        "path": ("text", index, place.part, place.name),
        "title": _text_title(place, heading),
        "reason": place.unread,
        "whole": whole,
        "markdown": (place.text or "").strip("\n"),
    }


def _text_title(place: Place, heading: str) -> str:
    if place.part == "preface":
        return "Before the title"
    if place.part == CUSTOM:
        return heading or "A merge to finish"
    return heading if place.unread else "Text below the heading"
