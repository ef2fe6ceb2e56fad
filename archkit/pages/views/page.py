"""What every view draws from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archkit.model.document import Document
from archkit.pages.markdown import RichText
from archkit.pages.numbers import PageNumbers
from archkit.pages.views.findings import FindingView

Context = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """A document, its numbers, the renderer of its texts, and its findings, rendered already."""

    document: Document
    numbers: PageNumbers
    rich: RichText
    findings: tuple[FindingView, ...] = ()
