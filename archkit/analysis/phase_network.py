"""Which phases must be finished before each phase: read from `after`, with a message for what cannot be found."""

from __future__ import annotations

from archkit.analysis.phase_labels import PhaseLabels
from archkit.errors import nearest, quoted
from archkit.model.phases import AT_ONCE, Phase, split_after

_SHOWN = 4


def phase_network(phases: tuple[Phase, ...]) -> tuple[tuple[tuple[int, ...], ...], tuple[str, ...]]:
    """Return for each phase the places (from 0) of those that must be finished first, and a message for each problem.

    A phase whose `after` is blank comes after the phase above; `start` begins at once. A name that is not there is
    passed over and said; when no other is left, the phase above counts. Places are those in `phases`, in which rows
    without content stand alone; numbers in `after` do not count such rows.
    """
    known = PhaseLabels(phases)
    filled = [place for place, phase in enumerate(phases) if not phase.is_empty]
    before: list[tuple[int, ...]] = [()] * len(phases)
    problems: list[str] = []
    for number, place in enumerate(filled):
        above = (filled[number - 1],) if number else ()
        found, unknown = _named(phases[place].after, phases, known)
        problems += [_unknown(known.labels[place], name, known, above, found) for name in unknown]
        waits = bool(found) or _is_at_once(phases[place].after)
        before[place] = found if waits else above
    return tuple(before), tuple(problems)


def _named(after: str, phases: tuple[Phase, ...], known: PhaseLabels) -> tuple[tuple[int, ...], list[str]]:
    names = tuple(phase.phase for phase in phases if phase.phase)
    found: dict[int, None] = {}
    unknown = []
    for text in split_after(after, names):
        if _is_at_once(text):
            continue
        place = known.place(text)
        if place is None:
            unknown.append(text)
        else:
            found[place] = None
    return tuple(found), unknown


def _unknown(phase: str, name: str, known: PhaseLabels, above: tuple[int, ...], found: tuple[int, ...]) -> str:
    instead = "" if found else ("; it comes after the phase above" if above else "; it begins at once")
    if several := known.several(name):
        use = " or ".join(map(quoted, several[:_SHOWN]))
        which = f"which {len(several)} phases are called"
        return f"phase {quoted(phase)} waits for {quoted(name)}, {which}{instead}; use {use}"
    close = nearest(name, known.filled)
    meant = f"; did you mean {quoted(close)}?" if close else "; use names or numbers of phases with ; between, or start"
    return f"phase {quoted(phase)} waits for {quoted(name)}, which is not there{instead}{meant}"


def _is_at_once(text: str) -> bool:
    return text.strip().casefold() == AT_ONCE
