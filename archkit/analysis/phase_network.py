"""Which phases must be finished before each phase: read from `after`, with a message for what cannot be found."""

from __future__ import annotations

import re

from archkit.analysis.work_in_days import phase_labels
from archkit.errors import nearest, quoted
from archkit.model.phases import AT_ONCE, Phase, split_after

_NUMBERED = re.compile(r"(?:phase\s+)?(\d{1,6})[.)]?", re.IGNORECASE)


def phase_network(phases: tuple[Phase, ...]) -> tuple[tuple[tuple[int, ...], ...], tuple[str, ...]]:
    """Return for each phase the places (from 0) of those that must be finished first, and a message for each problem.

    A phase whose `after` is blank comes after the phase above; `start` begins at once. A name that is not there is
    passed over and said; when no other is left, the phase above counts. Places are those in `phases`, in which rows
    without content stand alone; numbers in `after` do not count such rows.
    """
    labels = phase_labels(phases)
    filled = [place for place, phase in enumerate(phases) if not phase.is_empty]
    before: list[tuple[int, ...]] = [()] * len(phases)
    problems: list[str] = []
    for number, place in enumerate(filled):
        above = (filled[number - 1],) if number else ()
        found, unknown = _named(phases[place].after, phases, labels, filled)
        problems += [_unknown(labels[place], name, [labels[at] for at in filled], above, found) for name in unknown]
        waits = bool(found) or _is_at_once(phases[place].after)
        before[place] = found if waits else above
    return tuple(before), tuple(problems)


def _named(
    after: str, phases: tuple[Phase, ...], labels: tuple[str, ...], filled: list[int]
) -> tuple[tuple[int, ...], list[str]]:
    names = tuple(phase.phase for phase in phases if phase.phase)
    found: dict[int, None] = {}
    unknown = []
    for text in split_after(after, names):
        if _is_at_once(text):
            continue
        place = _place(text, labels, filled)
        if place is None:
            unknown.append(text)
        else:
            found[place] = None
    return tuple(found), unknown


def _place(text: str, labels: tuple[str, ...], filled: list[int]) -> int | None:
    word = _folded(text)
    for place in filled:
        if _folded(labels[place]) == word:
            return place
    number = _NUMBERED.fullmatch(word)
    if number and 1 <= int(number[1]) <= len(filled):
        return filled[int(number[1]) - 1]
    return None


def _unknown(phase: str, name: str, labels: list[str], above: tuple[int, ...], found: tuple[int, ...]) -> str:
    close = nearest(name, labels)
    meant = f"; did you mean {quoted(close)}?" if close else "; use names or numbers of phases with ; between, or start"
    instead = "" if found else ("; it comes after the phase above" if above else "; it begins at once")
    return f"phase {quoted(phase)} waits for {quoted(name)}, which is not there{instead}{meant}"


def _is_at_once(text: str) -> bool:
    return _folded(text) == AT_ONCE


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
