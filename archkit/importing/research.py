"""The `research.md` of spec-kit: topics, each with a decision, its rationale and the alternatives considered."""

from __future__ import annotations

import re

from archkit.errors import ModelError
from archkit.importing.deciding import is_placeholder
from archkit.importing.draft import Draft, OptionDraft
from archkit.importing.items import read_items, simple_lines
from archkit.importing.option_names import split_name
from archkit.importing.source import Section
from archkit.model.fields import Detail, build
from archkit.model.findings import INDUSTRY, Finding

_FIELD = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\*\*|__)?(?P<key>[^\W\d_][\w /-]{2,30})(?::(?:\*\*|__)|(?:\*\*|__)\s*:|:)"
    r"\s*(?P<text>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WHERE = "Research Findings"


def read_topics(draft: Draft) -> None:
    """Take each topic as a finding; a document of one topic has its alternatives as options."""
    source = draft.source
    topics = [(section, fields) for section in source.sections if (fields := _fields(draft, section))]
    if not topics and (fields := _fields(draft, source.preamble)):
        topics = [(source.preamble, fields)]
    if len(topics) == 1:
        _single(draft, *topics[0])
        return
    findings = []
    for section, fields in topics:
        decision = next((text for key, text in fields if key.casefold() == "decision"), "")
        details = tuple(Detail(key=key, value=text) for key, text in fields if text is not decision)
        try:
            values = {"group": INDUSTRY, "label": section.heading, "text": decision, "details": details}
            findings.append(build(Finding, values))
        except ModelError:
            continue
        source.claim(section.first, section.last, _WHERE)
    draft.rows["findings"] = tuple(findings)


def _single(draft: Draft, section: Section, fields: list[tuple[str, str]]) -> None:
    said = {key.casefold(): text for key, text in fields}
    decision = said.get("decision", "")
    name = split_name(decision)[0]
    if len(name) <= 120 and name and not is_placeholder(name):
        draft.options.append(OptionDraft(name))
        draft.chosen = (name,)
    alternatives = next((text for key, text in said.items() if key.startswith("alternative")), "")
    for text in filter(None, (part.strip() for part in alternatives.split("; "))):
        label, description = split_name(text)
        draft.options.append(OptionDraft(label, description=[description] if description else []))
    rest = [f"{key}: {text}" for key, text in fields if not key.casefold().startswith("alternative")]
    draft.rationale.append("\n\n".join(rest))
    draft.source.claim(section.first, section.last, "Recommended Approach and its options")


def _fields(draft: Draft, section: Section) -> list[tuple[str, str]]:
    """Return the labelled texts of a topic, none where anything else stands there or no decision."""
    lines = draft.source.lines
    fields: list[tuple[str, str]] = []
    for block in section.blocks:
        if block.kind == "heading":
            continue
        part = lines[block.first : block.last]
        if block.kind == "list":
            for item in read_items(part, 0, len(part)):
                below = simple_lines(item.below)
                if below is None:
                    return []
                found = _FIELD.match(item.text)
                text = "; ".join(filter(None, [" ".join((found["text"] if found else item.text).split()), *below]))
                if found:
                    fields.append((found["key"].strip(), text))
                elif fields:
                    key, before = fields[-1]
                    fields[-1] = (key, "; ".join(filter(None, [before, text])))
                else:
                    return []
        elif block.kind == "paragraph" and (found := _FIELD.match("\n".join(part))):
            fields.append((found["key"].strip(), " ".join(found["text"].split())))
        elif block.kind != "rule":
            return []
    has_decision = any(key.casefold() == "decision" for key, _ in fields)
    return fields if has_decision and len(fields) > 1 else []
