"""The record after Nygard that archkit exports, read back: its options, its choice and its consequences."""

from __future__ import annotations

from collections.abc import Sequence

from archkit.importing.draft import Draft, OptionDraft
from archkit.importing.items import read_items
from archkit.importing.outcome import WHERE, reason_of
from archkit.importing.own_risks import risk_of
from archkit.importing.points import Points
from archkit.importing.source import Section, Source
from archkit.model.document import outline

_INTRODUCTION = "The options that were considered:"
_CHOICE = "We will use "
_UNDECIDED = "The decision is still to be made."
_OPTIONS = "Technical Approach: options"
_KINDS = {"Easier: ": "pros", "Harder: ": "cons", "Risk: ": "risks"}
_TITLES = {spec.key: spec.title for spec in outline()}


def read_own_nygard(draft: Draft) -> bool:
    """Take what an export says in sentences of its own; return whether the options stand there in its words."""
    source = draft.source
    context, decision = source.only("context"), source.only("outcome")
    if draft.style != "nygard" or context is None or decision is None:
        return False
    first, names = _considered(source, context)
    text = source.prose(decision.begin, decision.end, 4)
    chosen = _chosen(text, names)
    if not names or (text.startswith(_CHOICE) and not chosen):
        return False
    draft.is_export = True
    draft.options = [OptionDraft(name) for name in names]
    draft.chosen = chosen
    source.claim(first, context.last, _OPTIONS)
    _reasons(draft, decision, text)
    _consequences(draft, decision)
    return True


def _considered(source: Source, context: Section) -> tuple[int, list[str]]:
    """Return the line on which the list of options begins, and their names; none where it is not the export's own."""
    blocks = context.blocks[1:]
    if context.children or len(blocks) < 2 or blocks[-1].kind != "list":
        return 0, []
    head, found = blocks[-2], blocks[-1]
    if [line.strip() for line in source.lines[head.first : head.last] if line.strip()] != [_INTRODUCTION]:
        return 0, []
    items = read_items(source.lines, found.first, found.last)
    names = [item.line for item in items]
    is_plain = all(names) and len(set(names)) == len(names) and not any(item.below for item in items)
    return (head.first, names) if is_plain else (0, [])


def _chosen(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the options that the first line of a decision names, joined by `and`."""
    rest, found = text.removeprefix(_CHOICE), []
    while text.startswith(_CHOICE):
        name = max(
            (name for name in names if rest.startswith((f"{name}, because ", f"{name} and "))), key=len, default=""
        )
        if not name or name in found:
            return ()
        found.append(name)
        if (rest := rest[len(name) :]).startswith(", because "):
            break
        rest = rest.removeprefix(" and ")
    return tuple(found)


def _reasons(draft: Draft, decision: Section, text: str) -> None:
    if draft.chosen:
        lead, *below = (
            text.removeprefix(_CHOICE).removeprefix(" and ".join(draft.chosen)).removeprefix(", ").split("\n")
        )
        joined = f"because it is joined with {' and '.join(draft.chosen[1:])}: "
        text = reason_of(f"because {lead.removeprefix(joined)}" if lead.startswith(joined) else lead, below)
    draft.rationale.append("" if text == _UNDECIDED else text)
    draft.source.claim(decision.first, decision.end, WHERE)


def _consequences(draft: Draft, decision: Section) -> None:
    """Take the list of consequences as points of the chosen option and as risks, and the rest as text."""
    source = draft.source
    section = source.only("consequences")
    if section is None or section.level != decision.level:
        return
    first = section.blocks[1] if section.blocks[1:] else None
    if first is not None and first.kind == "list" and _listed(draft, first.first, first.last):
        source.claim(first.first, first.last, f"Technical Approach, {_TITLES['risks']}")
    if source.is_open(section.begin, section.end):
        draft.rationale.append(source.prose(section.first, section.end, 4))
        source.claim(section.first, section.end, WHERE)
    source.claim(section.first, section.end, WHERE)


def _listed(draft: Draft, first: int, last: int) -> bool:
    """Take the items of a list, where all of them are in the export's own words and order."""
    items = read_items(draft.source.lines, first, last)
    marks = [next((mark for mark in _KINDS if item.line.startswith(mark)), "") for item in items]
    kinds = [_KINDS.get(mark, "") for mark in marks]
    order = [list(_KINDS.values()).index(kind) for kind in kinds if kind]
    if len(order) < len(items) or order != sorted(order) or any(item.below for item in items):
        return False
    option = draft.option_like(draft.chosen[0]) if len(draft.chosen) == 1 else None
    if option is None and set(kinds) != {"risks"}:
        return False
    points, risks = Points(), []
    for item, mark, kind in zip(items, marks, kinds, strict=True):
        said = item.line.removeprefix(mark)
        if kind != "risks":
            points.add(kind, said)
        elif risk := risk_of(said):
            risks.append(risk)
    if option is not None:
        option.points = points
    if risks:
        draft.rows["risks"] = tuple(risks)
    return True
