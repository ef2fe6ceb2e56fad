"""A change in the author's words: what is named, from which value to which one, and the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from archkit.errors import quoted
from archkit.model.components import Component
from archkit.model.data_flow import Flow, Node
from archkit.model.dependencies import Dependency
from archkit.model.effort import WorkItem
from archkit.model.fields import Detail, FieldSpec, Frozen, Row, number_text
from archkit.model.findings import Finding
from archkit.model.integration_points import IntegrationPoint
from archkit.model.options import Option
from archkit.model.phases import Phase
from archkit.model.ratings import Judgement, Rating
from archkit.model.risks import Risk
from archkit.model.scale_steps import ScaleStep
from archkit.model.security import Consideration
from archkit.versions.lines import differences

NOUNS: dict[type[Row], str] = {
    Finding: "finding",
    Option: "option",
    Component: "component",
    Node: "box",
    Flow: "arrow",
    IntegrationPoint: "integration point",
    Consideration: "security consideration",
    Phase: "phase",
    Risk: "risk",
    Dependency: "dependency",
    WorkItem: "work item",
    Detail: "detail",
    ScaleStep: "step",
}
_BY_FIELD = {"pros": "pro", "cons": "con", "criteria": "criterion"}

_LONG = 50  # characters; of longer texts only what changed is shown
_AROUND = 3  # words shown on both sides of a change
_EXCERPTS = 3
_MAX_WORDS = 3_000


def row_words(row: Row, key: str, number: int) -> str:
    """Return what a person calls a row that stands at `number` (from 0) of the rows `key`."""
    noun = _BY_FIELD.get(key) or NOUNS.get(type(row), "row")
    if isinstance(row, Option):
        return f"option {number + 1} ({quoted(row.name)})" if row.name else f"option {number + 1}"
    if isinstance(row, Flow):
        return f"{noun} from {quoted(row.source)} to {quoted(row.target)}"
    if isinstance(row, Finding):
        return f"finding {row.id}" if row.id else f"finding {quoted(row.text or row.label)}"
    if isinstance(row, Judgement):
        return f"pairwise weight of {quoted(row.criterion)} against {quoted(row.against)}"
    if isinstance(row, Rating):
        return f"rating by {quoted(row.rater)} of {quoted(row.criterion)}"
    name = row.key if isinstance(row, Detail) else row.called
    return f"{noun} {quoted(name)}" if name else f"{noun} {number + 1}"


def value_words(spec: FieldSpec, old: object, new: object, about: str = "") -> str:
    """Return what became of a field's value, such as `likelihood possible → likely`."""
    name = about or spec.title.lower()
    before, after = _shown(old), _shown(new)
    if not before:
        return f"{name} is now {quoted(after, 120)}" if len(after) > _LONG else f"{name} is now {after}"
    if not after:
        return f"{name} taken out (was {quoted(before)})"
    if before == after or max(len(before), len(after)) > _LONG:
        return f"{name} changed: {excerpts(str(old), str(new)) if before == after else excerpts(before, after)}"
    return f"{name} {before} → {after}"


def score_words(option: str, criterion: str, old: str, new: str) -> str:
    """Return what became of a score."""
    if not old:
        return f"{option} scored {new} on {criterion} (not scored before)"
    if not new:
        return f"{option} is no longer scored on {criterion} (was {old})"
    return f"{option} scored {old} → {new} on {criterion}"


def recommended_words(old: Sequence[str], new: Sequence[str]) -> str:
    """Return what became of the recommended options."""
    if not old:
        return f"recommended option is now {' + '.join(new)}"
    if not new:
        return f"no option is recommended any more (was {' + '.join(old)})"
    return f"recommended option changed from {' + '.join(old)} to {' + '.join(new)}"


def prose_words(title: str, old: str, new: str) -> str:
    """Return how many paragraphs of a text changed, and the words that did."""
    if not old.strip():
        return f"{title} written: {quoted(new, 120)}"
    if not new.strip():
        return f"{title} taken out (was {quoted(old, 120)})"
    changes = differences(old.split("\n\n"), new.split("\n\n"), single=True)
    count = sum(max(change.last - change.first, len(change.new)) for change in changes)
    return f"{count} paragraph{'s' * (count != 1)} of {title} changed: {excerpts(old, new)}"


def excerpts(old: str, new: str) -> str:
    """Return the changed words of a text with a few words around them: `… at most [-three-] {+five+} times …`."""
    before, after = old.split(), new.split()
    if before == after:
        return _spaces(old, new)
    same = next((n for n, (was, now) in enumerate(zip(before, after, strict=False)) if was != now), len(before))
    first = max(0, min(same, len(after)) - _AROUND)
    before, after = before[first : first + _MAX_WORDS], after[first : first + _MAX_WORDS]
    shown: list[str] = []
    changes = differences(before, after)
    for change in changes[:_EXCERPTS]:
        lead, trail = max(0, change.first - _AROUND), min(len(before), change.last + _AROUND)
        words = ["…"] * (first + lead > 0) + before[lead : change.first]
        words += [f"[-{_cut(before[change.first : change.last])}-]"] * (change.last > change.first)
        words += [f"{{+{_cut(change.new)}+}}"] * bool(change.new)
        shown.append(" ".join(words + before[change.last : trail] + ["…"] * (trail < len(before))))
    more = len(changes) - _EXCERPTS
    return "; ".join(shown) + (f"; and {more} more" if more > 0 else "")


def _spaces(old: str, new: str) -> str:
    """Return what differs between two texts of the same words."""
    before, after = ([line for line in text.split("\n") if line.strip()] for text in (old, new))
    if [line.split() for line in before] != [line.split() for line in after]:
        return "only line breaks"
    pairs = list(zip(before, after, strict=True))
    indented = [now for was, now in pairs if was[: -len(was.lstrip())] != now[: -len(now.lstrip())]]
    if indented:
        more = f" and {len(indented) - 1} more" if len(indented) > 1 else ""
        return f"only the indentation of {quoted(indented[0])}{more}"
    return "only spaces" if before != after else "only blank lines"


def _shown(value: object) -> str:
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, tuple):
        return ", ".join(_shown(item) for item in value)
    if isinstance(value, Frozen):
        return ", ".join(shown for key in type(value).model_fields if (shown := _shown(getattr(value, key))))
    return " ".join(str(value).split()) if value is not None else ""


def _cut(words: Sequence[str]) -> str:
    return " ".join(words) if len(words) <= 12 else " ".join([*words[:6], "…", *words[-5:]])
