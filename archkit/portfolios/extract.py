"""One document → the rows that it adds to the frames of a portfolio: a pure function over bytes, plain values out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import nan

from archkit.analysis.document_effort import document_effort
from archkit.analysis.evidence.evidence import Evidence, evidence
from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.analysis.evidence.uses import used_findings
from archkit.analysis.risk_exposure import RiskExposure
from archkit.analysis.risk_intervals import RiskInterval, risk_intervals
from archkit.analysis.total_effort import TotalEffort
from archkit.batch import Source
from archkit.errors import AnalysisError, Diagnostic
from archkit.model.document import Document
from archkit.model.review_day import review_day
from archkit.model.risk_scales import risk_scale
from archkit.model.weighted_score import weighted_scores
from archkit.portfolios.columns import CHANCES, COLUMNS, QUANTILES
from archkit.portfolios.quick_sum import quick_sum
from archkit.portfolios.read_source import read_source as read_source

Rows = list[tuple[object, ...]]
AgeLimitsByFolder = Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class Extracted:
    """What a document adds: its title, and rows for the frames by name; small, and quick to send."""

    title: str
    rows: dict[str, Rows]


def extract(source: Source, *, today: date, age_limits: AgeLimitsByFolder | None = None) -> Extracted:
    """Return the rows of a document.

    Args:
        source: Its name and bytes.
        today: The day to which ages are counted.
        age_limits: How fast findings grow old, by the folder of the name, where the settings say so.

    Raises:
        DamagedDocumentError: the file is empty, or is no text.
    """
    manuscript = read_source(source)
    document = manuscript.document
    limits = (age_limits or {}).get(source.name.rpartition("/")[0], ())
    support = evidence(document, EvidenceSettings(today).with_limits(dict(limits)))
    effort = document_effort(document)
    risks = risk_intervals(document)
    exposure = _exposure(document, effort, risks)
    effort_rows, curve = _effort(effort)
    used = used_findings(document)
    rows: dict[str, Rows] = {
        "options": list(_options(document, support)),
        "findings": list(_findings(document, support, used)),
        "risks": [_risk(risk, exposure) for risk in risks],
        "effort": effort_rows,
        "effort_curves": [curve] if curve else [],
        "errors": [(item.line, item.message) for item in manuscript.diagnostics],
    }
    title = document.title or source.name.rpartition("/")[2].removesuffix(".md")
    about = _about(source, document, today)
    unused = sum(name not in used for name in support.strengths)
    counts = _counts(support, exposure, rows) | {"unused_findings": unused}
    rows["documents"] = [tuple((about | counts)[name] for name in COLUMNS["documents"])]
    return Extracted(title, rows)


def draws_seed(source: Source) -> str:
    """Return where the draws of a document begin: by its file name and content, and nothing around it."""
    name = source.name.rpartition("/")[2].encode("utf-8", errors="surrogateescape")
    return hashlib.sha256(name + b"\0" + source.data).hexdigest()[:16]


def _about(source: Source, document: Document, today: date) -> dict[str, object]:
    metadata = document.metadata
    due = review_day(metadata)
    return {
        "status": metadata.status,
        "date": metadata.date,
        "review_by": metadata.review_by,
        "is_past_review": due is not None and due < today,
        "authors": ", ".join(metadata.authors),
        "decision_makers": ", ".join(metadata.decision_makers),
        "language": _entry(document, "lang"),
        "tags": _entry(document, "tags"),
        "supersedes": _entry(document, "supersedes"),
        "recommended": ", ".join(document.recommendation.options),
        "bytes": len(source.data),
        "seed": draws_seed(source),
    }


def _counts(support: Evidence, exposure: RiskExposure, rows: dict[str, Rows]) -> dict[str, object]:
    total = rows["effort"][-1]
    return {
        "options": len(rows["options"]),
        "claims": len(support.points),
        "unsupported_claims": sum(bool(item.lack) for item in support.points),
        "findings": len(rows["findings"]),
        "risks": len(rows["risks"]),
        "work_items": total[1],
        "effort_mean": total[2],
        "effort_p80": total[2 + 1 + list(QUANTILES).index("p80")],
        "expected_loss": _expected_loss(exposure),
        "unread": len(rows["errors"]),
    }


def _options(document: Document, support: Evidence) -> Iterator[tuple[object, ...]]:
    scores = weighted_scores(document.comparison, document.option_names)
    chosen = set(document.recommendation.options)
    strengths: dict[str, list[str]] = {}
    for item in support.points:
        if not item.lack:
            strengths.setdefault(item.option, []).append(item.strength)
    for at, option in enumerate(document.options):
        if option.is_empty:
            continue
        name = option.name or f"option {at + 1}"
        score = scores.get(option.name)
        words = strengths.get(name, [])
        yield (
            name,
            option.name in chosen,
            *((nan, nan, nan) if score is None else map(_number, (score.score, score.low, score.high))),
            bool(score and score.out_by),
            sum(not point.is_empty for point in option.pros),
            sum(not point.is_empty for point in option.cons),
            len(words),
            *(words.count(word) for word in ("strong", "fair", "weak")),
        )


def _findings(document: Document, support: Evidence, used: frozenset[str]) -> Iterator[tuple[object, ...]]:
    for finding in document.findings:
        if finding.is_empty:
            continue
        known = support.strengths.get(finding.id)
        yield (
            finding.id,
            finding.text,
            finding.group,
            finding.source,
            known.source_kind if known else finding.source_kind,
            finding.checked,
            finding.confidence,
            known.word if known else "",
            finding.id in used,
        )


def _exposure(document: Document, effort: TotalEffort, risks: tuple[RiskInterval, ...]) -> RiskExposure:
    live = tuple(risk for risk in risks if not risk.is_closed)
    return RiskExposure(live, len(risks) - len(live), effort.chosen, risk_scale(document.risk_scale), effort, ())


def _expected_loss(exposure: RiskExposure) -> float:
    """Return what the counted risks cost; NaN where none counts, unless that is so because all are closed."""
    is_known = exposure.counted or (exposure.closed and not exposure.risks)
    return exposure.expected_loss[1] if is_known else nan


def _risk(risk: RiskInterval, exposure: RiskExposure) -> tuple[object, ...]:
    before, after = risk.before, risk.afterwards
    ends = (*before.probability, *before.days) if before else (nan,) * 4
    return (
        risk.risk.risk,
        risk.option,
        risk.risk.status,
        risk.risk.owner,
        risk.risk.mitigation,
        risk.risk.likelihood,
        risk.risk.impact,
        before is not None and not risk.is_closed and exposure.is_in_scope(risk),
        *ends,
        before.loss[1] if before else nan,
        after.loss[1] if after else nan,
        risk.place,
    )


def _effort(effort: TotalEffort) -> tuple[Rows, tuple[object, ...] | None]:
    """Return a row for each kind of work, with the total last and its quantiles, and its curve; None for no curve."""
    count = len(effort.counted)
    if not count and not effort.words:
        # No work item says that nobody estimated, not that nothing is to be done.
        return [(kind, 0, nan, *(nan for _ in QUANTILES)) for kind in (*effort.kinds, "total")], None
    kinds, mean = [_kind(effort, kind) for kind in effort.kinds], effort.mean()
    try:
        total = quick_sum(effort)
    except AnalysisError:
        return [*kinds, ("total", count, mean, *(nan for _ in QUANTILES))], None
    asked = [float(value) for value in total.quantile([*QUANTILES.values(), *CHANCES])]
    marks, curve = asked[: len(QUANTILES)], asked[len(QUANTILES) :]
    return [*kinds, ("total", count, mean, *marks)], tuple(curve)


def _kind(effort: TotalEffort, kind: str) -> tuple[object, ...]:
    count = sum(item.kind == kind for item in effort.counted)
    return (kind, count, effort.mean(kind), *(nan for _ in QUANTILES))


def _entry(document: Document, key: str) -> str:
    value = document.metadata.extra.get(key, "")
    return value if isinstance(value, str) else ", ".join(value)


def _number(value: float | None) -> float:
    return nan if value is None else value


def diagnostic_row(item: Diagnostic) -> tuple[object, ...]:
    """Return what a check found as a row of the frame of checks."""
    return (item.line, item.column, item.severity, item.rule, item.section, item.message)
