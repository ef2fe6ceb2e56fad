"""What phases are called in results, and which of them a text means."""

from __future__ import annotations

from collections import Counter

from archkit.model.document import Document
from archkit.model.phases import Phase
from archkit.model.references import PHASES, Names


class PhaseLabels:
    """One label for each phase, and the phases by name and number.

    Attributes:
        labels: The label of each row: its name, with its number where that alone says too little; no two are the same.
            A row without content has none: "".
        filled: The labels of the phases that have content, by their number.
    """

    def __init__(self, phases: tuple[Phase, ...]) -> None:
        self._names = Names(Document(phases=phases), PHASES)
        self.labels = _labels(phases, self._names)
        self.filled = tuple(filter(None, self.labels))
        self._spelled = tuple(" ".join(phase.phase.split()) for phase in phases)
        # The same few phases stand in every row of the work.
        self._found: dict[str, str] = {}
        self._places = {label.casefold(): at for at, label in enumerate(self.labels) if label}

    def place(self, text: str) -> int | None:
        """Return the place (from 0) among all rows of the phase that a text means; None for none, or one of several."""
        word = " ".join(text.split())
        found = self._names.find(word)
        if found is None:
            return None if self._names.is_name(word) else self._places.get(word.casefold())
        return found.at

    def several(self, text: str) -> tuple[str, ...]:
        """Return the labels of the phases that a text names, where they are more than one."""
        word = " ".join(text.split())
        if not self._names.is_name(word) or self._names.find(word):
            return ()
        exact = [place for place, name in enumerate(self._spelled) if name == word]
        places = exact or [place for place, name in enumerate(self._spelled) if name.casefold() == word.casefold()]
        return tuple(self.labels[place] for place in places)

    def label(self, text: str) -> str:
        """Return the label of the phase that a text means; "" for none, or one of several."""
        if text not in self._found:
            place = self.place(text)
            self._found[text] = "" if place is None else self.labels[place]
        return self._found[text]


def _labels(phases: tuple[Phase, ...], names: Names) -> tuple[str, ...]:
    labels = [""] * len(phases)
    folded = [" ".join(phase.phase.casefold().split()) for phase in phases]
    counts = Counter(folded)
    alone = [at for at in names.numbered if phases[at].phase and counts[folded[at]] == 1]
    for at in alone:
        labels[at] = phases[at].phase
    used = {folded[at] for at in alone}
    for number, at in enumerate(names.numbered, 1):
        if labels[at]:
            continue
        label = f"{phases[at].phase} ({number})" if phases[at].phase else f"Phase {number}"
        while label.casefold() in used:
            label += f" ({number})"
        labels[at] = label
        used.add(label.casefold())
    return tuple(labels)
