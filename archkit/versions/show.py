"""Changes as text, as Markdown for a pull request, and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from archkit.model.document import outline
from archkit.model.fields import Frozen
from archkit.versions.diff import Change

_MARKS = re.compile(r"([\\`*_\[\]<>|#~@])")
_TITLES = {spec.key: spec.title for spec in outline()} | {"layout": "Other sections"}


def as_text(changes: Sequence[Change]) -> str:
    """Return one line for each change; "" when nothing changed."""
    return "".join(f"{change.words}\n" for change in changes)


def as_markdown(changes: Sequence[Change], title: str = "What changed") -> str:
    """Return the changes grouped by section, for a pull request; what authors typed is text there and no markup."""
    lines = [f"### {title}", ""]
    for section in dict.fromkeys(change.section for change in changes):
        own = [change for change in changes if change.section == section]
        lines += [f"**{_TITLES.get(section, section)}**", ""]
        lines += [f"- {_escaped(change.words)}" for change in own]
        lines.append("")
    if not changes:
        lines += ["Nothing that the document says.", ""]
    return "\n".join(lines)


def as_json(changes: Sequence[Change]) -> str:
    """Return the changes as a JSON list of objects with `path`, `kind`, `section`, `old`, `new` and `words`."""
    entries = [
        {
            "path": list(change.path),
            "kind": change.kind,
            "section": change.section,
            "old": _plain(change.old),
            "new": _plain(change.new),
            "words": change.words,
        }
        for change in changes
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _plain(value: object) -> object:
    if isinstance(value, Frozen):
        return value.model_dump(mode="json")
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
