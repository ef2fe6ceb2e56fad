"""Where findings are used: which option each speaks for, and which it speaks against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from archkit.model.document import Document
from archkit.model.findings import cited as cited_ids


@dataclass(slots=True)
class Use:
    """Where one finding is cited.

    Attributes:
        speaks_for: How many pros of each option cite it, by the option's name.
        speaks_against: How many cons of each option cite it.
        based_on: The options that are based on it.
        scored: The options of which a score cites it.
        recommends: Whether the rationale of the recommendation cites it.
    """

    speaks_for: Counter[str] = field(default_factory=Counter)
    speaks_against: Counter[str] = field(default_factory=Counter)
    based_on: list[str] = field(default_factory=list)
    scored: list[str] = field(default_factory=list)
    recommends: bool = False

    @property
    def text(self) -> str:
        """The use in words, such as `for: Outbox (2); against: Polling`; "" where nothing of it cites the finding."""
        said = (
            ("for", [_counted(name, count) for name, count in self.speaks_for.items()]),
            ("against", [_counted(name, count) for name, count in self.speaks_against.items()]),
            ("basis of", self.based_on),
            ("scores of", self.scored),
        )
        texts = [f"{word}: {', '.join(names)}" for word, names in said if names]
        return "; ".join([*texts, "in the rationale"] if self.recommends else texts)


#: What nothing cites; it is never changed.
_UNUSED = Use()


def finding_uses(document: Document) -> dict[str, Use]:
    """Return the use of each finding that has an id, in the order of the findings."""
    # Of a thousand findings most wait to be used: those share one.
    uses = dict.fromkeys((finding.id for finding in document.findings if finding.id), _UNUSED)
    for number, option in enumerate(document.options, 1):
        name = option.name or f"option {number}"
        for points, side in ((option.pros, "speaks_for"), (option.cons, "speaks_against")):
            for point in points:
                for cited in _cited(f"{point.claim} {point.evidence}"):
                    if cited in uses:
                        getattr(_own(uses, cited), side)[name] += 1
        for cited in _cited(option.based_on):
            if cited in uses:
                _own(uses, cited).based_on.append(name)
    scores = (pair for row in document.comparison.criteria for pair in row.scores.items())
    for name, cited in ((name, cited) for name, score in scores for cited in _cited(score)):
        if cited in uses and name not in uses[cited].scored:
            _own(uses, cited).scored.append(name)
    for cited in _cited(document.recommendation.rationale):
        if cited in uses:
            _own(uses, cited).recommends = True
    return uses


def _own(uses: dict[str, Use], name: str) -> Use:
    """Return the use of one finding, to be changed."""
    if uses[name] is _UNUSED:
        uses[name] = Use()
    return uses[name]


def _cited(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cited_ids(text))) if "[" in text else ()


def _counted(name: str, count: int) -> str:
    return f"{name} ({count})" if count > 1 else name
