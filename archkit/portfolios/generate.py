"""Realistic portfolios for trials and benchmarks: varied sizes and languages, missing parts, and faulty files.

Document `n` of a seed is the same whatever else is generated.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from archkit.format.complete import complete
from archkit.model.document import Document
from archkit.model.findings import SOURCE_KINDS
from archkit.model.metadata import STATUSES
from archkit.model.risk_scales import risk_scale
from archkit.portfolios.generated_words import LANGUAGES, Words

_FIRST_DAY = date(2019, 1, 7)
_PEOPLE = ("Ada Winter", "Bo Lindgren", "Chidi Okafor", "Dana Ruiz", "Emre Kaya", "Fay Zhang", "Gita Rao", "Hugo Blanc")
_TAGS = ("data", "security", "cost", "migration", "interface", "operations")
_PARTS = ("data_flow", "effort", "risks", "security", "performance", "dependencies", "phases", "integration_points")
_FAULTS = (
    b"",
    b"\xff\xfe\x00# no text\xff",
    b"# Half a page\n\n## Research Findings\n\n```\nnever closed",
    b"\x00" * 64,
)
_SCALE = risk_scale(())
# Mostly words of the scale; some are of another one, or blank.
_LIKELIHOOD = [step.word for step in _SCALE.likelihood for _ in range(3)] + ["medium", "3", ""]
_IMPACT = [step.word for step in _SCALE.impact for _ in range(3)] + ["high", ""]
# So large is a document of size 1 on average.
_ROWS = {"findings": 40, "points": 9, "risks": 16, "items": 46, "components": 14, "sentences": 9}


@dataclass(frozen=True)
class Generated:
    """A generated file: its name and its bytes, and whether it is faulty on purpose."""

    name: str
    data: bytes
    is_faulty: bool = False


def generate(documents: int, *, seed: int = 1959, faulty: float = 0.01, size: float = 1.0) -> Iterator[Generated]:
    """Yield a portfolio.

    Args:
        documents: How many files.
        seed: The same seed gives the same files.
        faulty: Share (0–1) of files that are cut, binary or empty.
        size: How large the documents are: with 1 they have 30 kB on average, from a third of that to twice as much.
    """
    for number in range(documents):
        yield generated(number, seed=seed, faulty=faulty, size=size)


def generated(number: int, *, seed: int = 1959, faulty: float = 0.01, size: float = 1.0) -> Generated:
    """Return one file of a portfolio; see `generate`."""
    dice = random.Random(f"{seed}:{number}")
    folder = f"{_FIRST_DAY.year + number % 8}"
    name = f"{folder}/{number:05}-architecture.md"
    if dice.random() < faulty:
        return Generated(name, dice.choice(_FAULTS), is_faulty=True)
    language = dice.choices(list(LANGUAGES), [share for _, share in LANGUAGES.values()])[0]
    writer = _Writer(dice, LANGUAGES[language][0], size * dice.choice((0.33, 0.7, 1.0, 1.0, 1.3, 2.0)))
    document = Document.model_validate(writer.document(number, language))
    return Generated(name, complete(document).encode())


class _Writer:
    """Throws the dice for one document."""

    def __init__(self, dice: random.Random, words: Words, size: float) -> None:
        self.dice, self.words, self.size = dice, words, size
        self.day = _FIRST_DAY + timedelta(days=dice.randrange(7 * 365))
        self.subject = dice.choice(words.subjects)
        self.options = dice.sample(words.options, min(len(words.options), dice.randint(2, 5)))
        self.cited = [f"F{at + 1}" for at in range(self.count("findings"))]
        self.phases = [f"{name} {at + 1}" for at, name in enumerate(self.some(words.work, 3))]
        self.missing = set(dice.sample(_PARTS, dice.choice((0, 0, 0, 1, 2, 4))))

    def count(self, kind: str) -> int:
        return max(1, round(_ROWS[kind] * self.size * self.dice.uniform(0.7, 1.3)))

    def some(self, values: Sequence[str], count: int) -> list[str]:
        """Take values, each as often as any other; a second time they get a number."""
        taken = self.dice.sample(values, min(count, len(values)))
        return [*taken, *(f"{self.dice.choice(values)} ({at + 2})" for at in range(count - len(taken)))]

    def prose(self, count: int) -> str:
        chosen = [self.dice.choice(self.words.sentences) for _ in range(count)]
        filled = (text.format(subject=self.subject, system=self.dice.choice(self.words.systems)) for text in chosen)
        return " ".join(filled)

    def document(self, number: int, language: str) -> dict[str, object]:
        parts: dict[str, object] = {
            "title": f"{self.subject} {number}",
            "metadata": self.metadata(number, language),
            "executive_summary": "\n\n".join(self.prose(self.count("sentences")) for _ in range(3)),
            "findings": [self.finding(label) for label in self.cited],
            "components": [self.component(name) for name in self.some(self.words.systems, self.count("components"))],
            "options": [self.option(name) for name in self.options],
            "comparison": self.comparison(),
            "recommendation": self.recommendation(),
            "data_flow": self.data_flow(),
            "integration_points": [{"system": name, "how": self.prose(1)} for name in self.some(self.words.systems, 3)],
            "phases": [{"phase": name, "what": self.prose(2)} for name in self.phases],
            "risks": [self.risk(text) for text in self.some(self.words.events, self.count("risks"))],
            "dependencies": [{"dependency": name, "why": self.prose(1)} for name in self.some(self.words.systems, 3)],
            "effort": {
                "unit": self.dice.choice(("days", "days", "weeks", "hours")),
                "work_items": [self.item(text) for text in self.some(self.words.work, self.count("items"))],
            },
            "performance": {
                "expected_load": f"{self.dice.randint(20, 900)} requests a second, three times that at the peak",
                "scaling_approach": self.prose(1),
                "bottlenecks": self.prose(1),
            },
            "security": [{"consideration": self.prose(1)} for _ in range(self.dice.randint(1, 4))],
        }
        return {key: value for key, value in parts.items() if key not in self.missing}

    def metadata(self, number: int, language: str) -> dict[str, object]:
        extra: dict[str, object] = {"tags": ", ".join(self.dice.sample(_TAGS, self.dice.randint(1, 3)))}
        if language != "en":
            extra["lang"] = language
        if number > 20 and self.dice.random() < 0.15:
            older = self.dice.randrange(number)
            extra["supersedes"] = f"{_FIRST_DAY.year + older % 8}/{older:05}-architecture.md"
        return {
            "status": self.dice.choice(STATUSES),
            "date": self.day.isoformat(),
            "authors": self.dice.sample(_PEOPLE, 2),
            "decision_makers": self.dice.sample(_PEOPLE, 1),
            "review_by": (self.day + timedelta(days=365)).isoformat() if self.dice.random() < 0.6 else "",
            "extra": extra,
        }

    def finding(self, label: str) -> dict[str, object]:
        checked = self.day - timedelta(days=self.dice.randrange(120))
        return {
            "id": label,
            "text": f"{self.dice.choice([*self.words.good, *self.words.bad])}: {self.prose(1)}",
            "source": f"<https://example.org/{self.dice.randrange(10_000)}>" if self.dice.random() < 0.8 else "",
            "source_kind": self.dice.choice((*SOURCE_KINDS, "", "")),
            "metric": f"{self.dice.randint(2, 900)} ms" if self.dice.random() < 0.5 else "",
            "checked": checked.isoformat() if self.dice.random() < 0.8 else "",
            "confidence": self.dice.choice(("low", "medium", "high", "")),
        }

    def component(self, name: str) -> dict[str, object]:
        return {"component": name, "purpose": self.prose(1)}

    def option(self, name: str) -> dict[str, object]:
        return {
            "name": name,
            "based_on": f"[{self.dice.choice(self.cited)}]",
            "description": self.prose(self.count("sentences")),
            "pros": [self.point(text) for text in self.some(self.words.good, self.count("points"))],
            "cons": [self.point(text) for text in self.some(self.words.bad, self.count("points"))],
        }

    def point(self, claim: str) -> dict[str, str]:
        evidence = self.dice.choice((f"[{self.dice.choice(self.cited)}]", "assumption", ""))
        return {"claim": claim, "evidence": evidence}

    def comparison(self) -> dict[str, object]:
        criteria = [
            {"criterion": name, "weight": str(self.dice.choice((5, 10, 20, 30))), "scores": self.scores()}
            for name in self.some(self.words.criteria, self.dice.randint(3, len(self.words.criteria)))
        ]
        return {"options": self.options, "criteria": criteria}

    def scores(self) -> dict[str, str]:
        return {name: self.dice.choice(("1", "2", "3", "4", "5", "2–4", "")) for name in self.options}

    def recommendation(self) -> dict[str, object]:
        cited = " ".join(f"[{label}]" for label in self.dice.sample(self.cited, min(2, len(self.cited))))
        return {"options": [self.dice.choice(self.options)], "rationale": f"{self.prose(3)} {cited}"}

    def data_flow(self) -> dict[str, object]:
        names = self.some(self.words.systems, self.dice.randint(3, 9))
        nodes = [{"id": f"N{at}", "label": name} for at, name in enumerate(names)]
        pairs = [(self.dice.randrange(at), at) for at in range(1, len(names))]
        flows = [{"source": names[one], "target": names[two], "what": "event"} for one, two in pairs]
        return {"text": self.prose(2), "nodes": nodes, "flows": flows}

    def risk(self, text: str) -> dict[str, object]:
        return {
            "risk": text,
            "likelihood": self.dice.choice(_LIKELIHOOD),
            "impact": self.dice.choice(_IMPACT),
            "mitigation": self.dice.choice(self.words.measures) if self.dice.random() < 0.8 else "",
            "owner": self.dice.choice(_PEOPLE) if self.dice.random() < 0.7 else "",
            "option": self.dice.choice([*self.options, ""]),
        }

    def item(self, text: str) -> dict[str, object]:
        low = self.dice.choice((0.5, 1, 2, 3, 5))
        return {
            "work_item": text,
            "kind": self.dice.choice(("development", "development", "testing")),
            "phase": self.dice.choice(self.phases),
            "option": self.dice.choice([*self.options, "", ""]),
            "low": low,
            "likely": low * self.dice.choice((1.5, 2)),
            "high": low * self.dice.choice((3, 4)),
        }
