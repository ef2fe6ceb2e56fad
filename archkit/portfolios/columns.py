"""The columns of the frames of a portfolio, in their order, each with its kind."""

from __future__ import annotations

#: What names a document in every frame.
INDEX = ("document", "path", "revision")
#: The chances at which the curve of each document's effort is kept.
CHANCES = tuple(at / 32 for at in range(33))
QUANTILES = {"p10": 0.1, "p50": 0.5, "p80": 0.8, "p90": 0.9}

NUMBER, COUNT, TEXT, YES, DAY = "number", "count", "text", "yes", "day"

#: Each frame's columns with their kind.
COLUMNS: dict[str, dict[str, str]] = {
    "documents": {
        "status": TEXT,
        "date": DAY,
        "review_by": DAY,
        "is_past_review": YES,
        "authors": TEXT,
        "decision_makers": TEXT,
        "language": TEXT,
        "tags": TEXT,
        "supersedes": TEXT,
        "recommended": TEXT,
        "options": COUNT,
        "claims": COUNT,
        "unsupported_claims": COUNT,
        "findings": COUNT,
        "unused_findings": COUNT,
        "risks": COUNT,
        "work_items": COUNT,
        "effort_mean": NUMBER,
        "effort_p80": NUMBER,
        "expected_loss": NUMBER,
        "unread": COUNT,
        "bytes": COUNT,
        "seed": TEXT,
    },
    "options": {
        "option": TEXT,
        "is_recommended": YES,
        "score": NUMBER,
        "score_low": NUMBER,
        "score_high": NUMBER,
        "is_out": YES,
        "pros": COUNT,
        "cons": COUNT,
        "supported": COUNT,
        "strong": COUNT,
        "fair": COUNT,
        "weak": COUNT,
    },
    "risks": {
        "risk": TEXT,
        "option": TEXT,
        "status": TEXT,
        "owner": TEXT,
        "mitigation": TEXT,
        "likelihood": TEXT,
        "impact": TEXT,
        "is_counted": YES,
        "probability_low": NUMBER,
        "probability_high": NUMBER,
        "days_low": NUMBER,
        "days_high": NUMBER,
        "expected_loss": NUMBER,
        "expected_loss_after": NUMBER,
        "place": COUNT,
    },
    "effort": {"kind": TEXT, "work_items": COUNT, "mean": NUMBER, **dict.fromkeys(QUANTILES, NUMBER)},
    "effort_curves": {f"{chance:g}": NUMBER for chance in CHANCES},
    "findings": {
        "id": TEXT,
        "finding": TEXT,
        "group": TEXT,
        "source": TEXT,
        "source_kind": TEXT,
        "checked": DAY,
        "confidence": TEXT,
        "strength": TEXT,
        "is_used": YES,
    },
    "checks": {"line": COUNT, "column": COUNT, "severity": TEXT, "rule": TEXT, "section": TEXT, "message": TEXT},
    "errors": {"line": COUNT, "error": TEXT},
}
