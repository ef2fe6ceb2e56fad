"""What the words of a risk mean: archkit's own scale, that of NIST SP 800-30, or the table in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from archkit.errors import ModelError, nearest, quoted
from archkit.model.fields import number_text
from archkit.model.risks import IMPACTS, LIKELIHOODS, likelihood_share
from archkit.model.scale_steps import IMPACT, LIKELIHOOD, SCALES, ScaleStep
from archkit.model.text import folded

NIST = "NIST SP 800-30"
ARCHKIT = "archkit"
#: Likelihood in percent, impact in working days, from the lowest step to the highest.
_PERCENT = ((1, 5), (5, 20), (20, 50), (50, 80), (80, 95))
_DAYS = ((0.5, 2), (2, 5), (5, 15), (15, 40), (40, 120))
_NIST_WORDS = ("very low", "low", "moderate", "high", "very high")
_NIST_PERCENT = ((0, 4), (5, 20), (21, 79), (80, 95), (96, 100))
_LEVELS = {"VL": "very low", "L": "low", "M": "moderate", "H": "high", "VH": "very high"}
#: NIST SP 800-30 Rev. 1 (2012), Table I-2: the level of risk by likelihood (rows, very low first) and impact (columns).
_TABLE_I2 = ("VL VL VL L L", "VL L L L M", "VL L M M H", "VL L M H VH", "VL L M H VH")
LEVEL_OF_RISK = tuple(tuple(_LEVELS[level] for level in row.split()) for row in _TABLE_I2)

Ends = tuple[tuple[float, float], ...]


def _steps(scale: str, words: tuple[str, ...], ends: Ends) -> tuple[ScaleStep, ...]:
    return tuple(
        ScaleStep(scale=scale, word=word, low=low, high=high) for word, (low, high) in zip(words, ends, strict=True)
    )


#: The scales on offer. NIST SP 800-30 Rev. 1 gives the likelihoods (Tables G-2 to G-4, 0–100) and the words; it knows
#: no days, so the days are those of archkit's own scale.
OFFERED = {
    ARCHKIT: (*_steps(LIKELIHOOD, LIKELIHOODS, _PERCENT), *_steps(IMPACT, IMPACTS, _DAYS)),
    NIST: (*_steps(LIKELIHOOD, _NIST_WORDS, _NIST_PERCENT), *_steps(IMPACT, _NIST_WORDS, _DAYS)),
}


@dataclass(frozen=True)
class Step:
    """One step of a scale: its word and its interval, a probability (0–1) or working days; None for one unreadable."""

    word: str
    ends: tuple[float, float] | None


@dataclass(frozen=True)
class RiskScale:
    """The scale in force.

    Attributes:
        likelihood: The steps of likelihood from the lowest; a text means one by its word or its number.
        impact: The steps of impact from the lowest.
        problems: What is wrong with the rows of the document, one message each.
    """

    likelihood: tuple[Step, ...]
    impact: tuple[Step, ...]
    problems: tuple[str, ...] = ()

    def likelihood_step(self, text: str) -> int | None:
        """Return the step (from 1) of a likelihood; a percentage takes the first one whose high end is not below it."""
        share = likelihood_share(text)
        return _named(text, self._words[0]) if share is None else step_of(share, self.likelihood)

    def impact_step(self, text: str) -> int | None:
        """Return the step (from 1) of an impact; None for a blank or a text that is on no scale."""
        return _named(text, self._words[1])

    def likelihood_ends(self, text: str) -> tuple[float, float] | None:
        """Return the ends (0–1) of a likelihood, a percentage with both ends the same; None when it is not known."""
        share = likelihood_share(text)
        if share is not None:
            return share, share
        step = _named(text, self._words[0])
        return self.likelihood[step - 1].ends if step else None

    def impact_ends(self, text: str) -> tuple[float, float] | None:
        """Return the ends in working days of an impact; None when it is not known."""
        step = _named(text, self._words[1])
        return self.impact[step - 1].ends if step else None

    def why_not(self, scale: str, text: str) -> str:
        """Return why a text has no interval on a scale, and what would be right."""
        steps = self.likelihood if scale == LIKELIHOOD else self.impact
        if not text:
            return f"it has no {scale}"
        step = _named(text, self._words[scale != LIKELIHOOD])
        if step:
            return f"the risk scale gives no interval for {scale} {quoted(steps[step - 1].word)}"
        words = list(dict.fromkeys(other.word for other in steps if other.word and other.ends))
        number = "a percentage from 0 to 100, " if scale == LIKELIHOOD else "days in Cost, "
        close = nearest(text, words)
        meant = f"; did you mean {close}?" if close else ""
        return f"{scale} {quoted(text)} is not on the scale; use {number}{_usable(words, steps)}{meant}"

    def level_of_risk(self, likelihood: int, impact: int) -> str:
        """Return the level that NIST SP 800-30 gives to two steps (from 1); "" where the words are not its own."""
        return LEVEL_OF_RISK[likelihood - 1][impact - 1] if self._words == (_NIST_WORDS, _NIST_WORDS) else ""

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of both scales as they are compared."""
        return tuple(folded(step.word) for step in self.likelihood), tuple(folded(step.word) for step in self.impact)

    @property
    def text(self) -> str:
        """What the words mean, in one sentence for below a figure."""
        likelihood = "; ".join(f"{step.word} {_ends_text(step.ends, 100)} %" for step in self.likelihood if step.ends)
        impact = "; ".join(f"{step.word} {_ends_text(step.ends, 1)}" for step in self.impact if step.ends)
        return f"Likelihood: {likelihood}. Impact in working days: {impact}."


@lru_cache(maxsize=64)
def risk_scale(rows: tuple[ScaleStep, ...]) -> RiskScale:
    """Return the scale in force: the rows of a document; where it has none for one of the two, archkit's own."""
    filled = tuple(row for row in rows if not row.is_empty)
    found = {scale: tuple(row for row in filled if _scale_of(row) == scale) for scale in SCALES}
    own = OFFERED[ARCHKIT]
    chosen = {scale: given or tuple(row for row in own if row.scale == scale) for scale, given in found.items()}
    steps = {scale: tuple(Step(row.word, _ends(row)) for row in given) for scale, given in chosen.items()}
    return RiskScale(steps[LIKELIHOOD], steps[IMPACT], tuple(_problems(filled)))


def offered_scale(name: str) -> tuple[ScaleStep, ...]:
    """Return the rows of a scale on offer, to be put into a document.

    Raises:
        ModelError: there is no scale of that name.
    """
    folded = {known.casefold(): rows for known, rows in OFFERED.items()}
    if name.strip().casefold() not in folded:
        raise ModelError("risk scale", f"there is none called {quoted(name)}", f"use {' or '.join(OFFERED)}")
    return folded[name.strip().casefold()]


def step_of(value: float, steps: tuple[Step, ...]) -> int:
    """Return the step (from 1) of a number: the first whose high end it does not exceed, else the last."""
    for number, step in enumerate(steps, 1):
        if step.ends and value <= step.ends[1]:
            return number
    return len(steps)


def steps_text(words: Sequence[str], count: int) -> str:
    """Return how a step can be named: `1–5 or one of rare, …`, or `1 or often` where there is one alone."""
    numbers = "1" if count == 1 else f"1–{count}"
    return f"{numbers} or {words[0] if len(words) == 1 else 'one of ' + ', '.join(words)}" if words else numbers


def _usable(words: Sequence[str], steps: Sequence[Step]) -> str:
    """Return how the steps that have an interval can be named; by number only where all have one."""
    if all(step.ends for step in steps) or not words:
        return steps_text(words, len(steps))
    return words[0] if len(words) == 1 else f"one of {', '.join(words)}"


def step_problem(row: ScaleStep) -> str:
    """Return what is wrong with a row of a risk scale, or ""."""
    if row.is_empty:
        return ""
    if _scale_of(row) not in SCALES:
        return f"scale {quoted(row.scale)} is not one of {', '.join(SCALES)}"
    if not row.word:
        return "the step has no word"
    name, low, high = quoted(row.word), row.low, row.high
    if not isinstance(low, float) or not isinstance(high, float):
        return f"{name} needs a low and a high end as numbers"
    if low > high:
        return f"{name}: low {number_text(low)} is above high {number_text(high)}"
    if _scale_of(row) == LIKELIHOOD and high > 100:
        return f"{name}: high {number_text(high)} is above 100 %; a likelihood is 0–100 percent"
    return ""


def _problems(rows: tuple[ScaleStep, ...]) -> Iterator[str]:
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, 1):
        if problem := step_problem(row):
            yield f"risk scale, row {number}: {problem}"
        key = _scale_of(row), folded(row.word)
        if row.word and key in seen:
            yield f"risk scale, row {number}: {quoted(row.word)} stands twice; the first one counts"
        seen.add(key)


def _ends(row: ScaleStep) -> tuple[float, float] | None:
    if step_problem(row) or not isinstance(row.low, float) or not isinstance(row.high, float):
        return None
    per = 100 if _scale_of(row) == LIKELIHOOD else 1
    return row.low / per, row.high / per


def _scale_of(row: ScaleStep) -> str:
    return folded(row.scale)


def _named(text: str, words: tuple[str, ...]) -> int | None:
    word = folded(text)
    if word and word in words:
        return words.index(word) + 1
    is_number = word.isdecimal() and word.isascii() and len(word) < 4
    return int(word) if is_number and 1 <= int(word) <= len(words) else None


def _ends_text(ends: tuple[float, float] | None, per: int) -> str:
    return "–".join(number_text(round(end * per, 9)) for end in ends or ())
