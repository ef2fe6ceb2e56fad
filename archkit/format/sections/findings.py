"""Research findings: a list of labelled items with details for each group."""

from __future__ import annotations

import re

from archkit.format import escape
from archkit.format.body import Body, is_hint, make
from archkit.format.sections.details import entry, read_fields, split_bold
from archkit.model.fields import Detail
from archkit.model.findings import DETAIL_FIELDS, FIELD_OF_DETAIL, Finding
from archkit.model.placeholders import PLACEHOLDERS

_ID = re.compile(r"\[([A-Za-z][A-Za-z0-9_-]*)\](?:\s+|$)")


def read(body: Body, group: str) -> tuple[Finding, ...]:
    """Read the findings of one group."""
    findings: list[Finding] = []
    for item in body.items():
        label, text = split_bold(item.text) or ("", item.text)
        fields, details = read_fields(item, FIELD_OF_DETAIL)
        if is_hint(label, text) and not fields and not details:
            continue
        values: dict[str, object] = {"group": group, "label": label, "text": text, **fields, "details": details}
        if (found := _ID.match(text)) and f"[{found[1]}]" not in PLACEHOLDERS:
            values |= {"id": found[1], "text": text[found.end() :]}
        body.places[(len(findings),)] = item.line
        findings.append(make(Finding, values, item.line))
    return tuple(findings)


def context(findings: tuple[Finding, ...]) -> dict[str, object]:
    """Return what the template writes: each item with its detail lines."""
    return {"items": [_item(finding) for finding in findings if not finding.is_empty]}


def _item(finding: Finding) -> dict[str, object]:
    known = [Detail(key=key, value=value) for key, name in DETAIL_FIELDS.items() if (value := getattr(finding, name))]
    text = f"[{finding.id}] {finding.text}".rstrip() if finding.id else escape.without_id(finding.text)
    if finding.label:
        written = f"**{escape.label(finding.label)}**: {text}".rstrip()
    else:
        written = text if finding.id else escape.unlabelled(text)
    return entry(written, [*known, *finding.details])
