"""Performance implications: three labelled items, and others that the author labelled."""

from __future__ import annotations

from archkit.format.body import Body, is_hint, make
from archkit.format.inline import split_label
from archkit.format.lists import Unreadable
from archkit.format.sections.details import entry, labelled_text, split_bold
from archkit.model.fields import Detail, fields_of
from archkit.model.performance import Performance

_FIELDS = {spec.title.casefold(): spec.key for spec in fields_of(Performance) if spec.kind == "line"}


def read(body: Body) -> Performance:
    """Read the labelled texts."""
    values: dict[str, object] = {}
    details: list[Detail] = []
    for item in body.items():
        if item.children:
            raise Unreadable(item.children[0].line, "a nested list stands where a labelled text is expected")
        label, text = split_bold(item.text) or split_label(item.text) or ("", item.text)
        key = _FIELDS.get(label.casefold())
        if key and key not in values:
            body.places[(key,)] = item.line
            values[key] = text
        elif not is_hint(label, text):
            details.append(Detail(key=label, value=text))
    return make(Performance, values | {"details": tuple(details)}, body.first)


def context(performance: Performance) -> dict[str, object]:
    """Return what the template writes."""
    items = [
        (spec.title, value)
        for spec in fields_of(Performance)
        if spec.kind == "line" and (value := getattr(performance, spec.key))
    ]
    written = [f"{title}: {value}" for title, value in items]
    written += [labelled_text(detail) for detail in performance.details if not detail.is_empty]
    return {"items": [entry(text) for text in written]}
