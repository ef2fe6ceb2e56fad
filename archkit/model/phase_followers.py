"""What follows an edit of the phases: work, risks and other phases keep to the phase that they name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from archkit.model.document import Document
from archkit.model.phases import split_after

_NUMBERED = re.compile(r"(?:phase\s+)?(\d+)", re.IGNORECASE)


def renumber_phases(before: Document, document: Document) -> Document:
    """Return the document with all that names a phase by its number following that phase.

    A phase that is not filled in yet has no number, as it is not written. What belonged to a deleted phase keeps its
    name, or nothing where the name would be read as another one's number.
    """
    old = [phase for phase in before.phases if not phase.is_empty]
    new = [phase for phase in document.phases if not phase.is_empty]
    names = {phase.phase for phase in old} | {phase.phase for phase in new}
    numbers: dict[str, str] = {}
    for at, phase in enumerate(old, 1):
        place = next((index for index, other in enumerate(new, 1) if other is phase), 0)
        place = place or next((index for index, other in enumerate(new, 1) if other.phase == phase.phase), 0)
        numbers[str(at)] = str(place) if place else ("" if _NUMBERED.fullmatch(phase.phase) else phase.phase)

    def followed(text: str) -> str:
        found = None if text in names else _NUMBERED.fullmatch(text)
        return numbers.get(found[1], text) if found and numbers.get(found[1], found[1]) != found[1] else text

    return _followed(document, followed, tuple(names))


def rename_phase(document: Document, old: str, new: str, before: Document) -> Document:
    """Let all that names a phase follow its new name, unless another phase has the old or the new one."""
    names = [phase.phase.casefold() for phase in before.phases]
    if not (old and new) or old == new or names.count(old.casefold()) != 1:
        return document
    if [phase.phase.casefold() for phase in document.phases].count(new.casefold()) != 1:
        return document
    return with_phases_renamed(document, {old: new}, before)


def with_phases_renamed(document: Document, names: Mapping[str, str], before: Document | None = None) -> Document:
    """Return the document with all references to phases by name renamed; the phases keep their names.

    Args:
        document: The document.
        names: The new names by the ones that references have.
        before: The document whose phases have the names that references have, if it is another one.
    """
    if not names:
        return document
    folded = {old.casefold(): new for old, new in names.items()}
    known = tuple(phase.phase for phase in (before or document).phases if phase.phase)
    return _followed(document, lambda text: folded.get(text.casefold(), text), known)


def _followed(document: Document, followed: Callable[[str], str], names: tuple[str, ...]) -> Document:
    """Return the document with each reference to a phase as `followed` has it."""

    def after(text: str) -> str:
        given = split_after(text, names)
        kept = tuple(name for name in map(followed, given) if name)
        if kept == given:
            return text
        return (", " if len(kept) > 1 and all(name.isdigit() for name in kept) else "; ").join(kept)

    items = tuple(
        item.replace(phase=followed(item.phase)) if followed(item.phase) != item.phase else item
        for item in document.effort.work_items
    )
    risks = tuple(
        risk.replace(phase=followed(risk.phase)) if followed(risk.phase) != risk.phase else risk
        for risk in document.risks
    )
    phases = tuple(
        phase.replace(after=after(phase.after)) if phase.after and after(phase.after) != phase.after else phase
        for phase in document.phases
    )
    if (items, risks, phases) == (document.effort.work_items, document.risks, document.phases):
        return document
    return document.replace(effort=document.effort.replace(work_items=items), risks=risks, phases=phases)
