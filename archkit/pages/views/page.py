"""What every view draws from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.checks.settings import Settings
from archkit.model.document import Document
from archkit.pages.markdown import RichText
from archkit.pages.numbers import PageNumbers
from archkit.pages.views.findings import FindingView

Context = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """A document, its numbers, the renderer of its texts, its findings, rendered already, and where its risks stand.

    `evidence` says how fast findings grow old.
    """

    document: Document
    numbers: PageNumbers
    rich: RichText
    findings: tuple[FindingView, ...] = ()
    risk_anchors: Mapping[int, str] = field(default_factory=dict)
    evidence: EvidenceSettings = field(default_factory=lambda: Settings().evidence())
