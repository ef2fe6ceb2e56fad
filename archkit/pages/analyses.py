"""The analyses of a document that its page shows, each computed anew only when a section behind it has changed."""

from __future__ import annotations

from archkit.analysis.compare import OptionsCompared, compare
from archkit.analysis.document_effort import document_effort
from archkit.analysis.document_schedule import schedule
from archkit.analysis.risk_exposure import risk_exposure
from archkit.analysis.risk_intervals import RiskInterval, risk_intervals
from archkit.analysis.total_effort import TotalEffort
from archkit.model.document import Document
from archkit.pages.charts.effort import EffortCharts, effort_charts
from archkit.pages.charts.gantt import Gantt, gantt
from archkit.pages.charts.risk import RiskCharts, risk_charts
from archkit.pages.effort_numbers import EffortNumbers, effort_numbers
from archkit.pages.kept import kept


def _named(document: Document) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return all that an effort takes from the options: how they are called, and which of them say something."""
    return document.option_names, tuple(option.name for option in document.options if not option.is_empty)


#: The sections behind every effort.
EFFORT = ("metadata", _named, "recommendation", "phases", "effort")
#: The sections behind every risk.
RISKS = ("risks", "risk_scale")

#: So many risks are drawn faster than one types.
_FEW_RISKS = 200


# Its draws are large, and one page after the other asks for them.
@kept(*EFFORT, most=1)
def _effort(document: Document) -> TotalEffort:
    return document_effort(document)


@kept(*RISKS, _named)
def _risks(document: Document) -> tuple[RiskInterval, ...]:
    return risk_intervals(document)


#: The effort that everything on a page shares.
shared_effort = _effort


@kept(*EFFORT, *RISKS, "options", "comparison", own=("options", "comparison"))
def compared(document: Document) -> OptionsCompared:
    """Return the options side by side; what takes long is computed when a page first shows it."""
    return compare(document, effort=_effort(document), risks=_risks(document))


@kept(*EFFORT)
def effort_totals(document: Document) -> EffortNumbers:
    """Return the numbers of the document's effort."""
    return effort_numbers(_effort(document))


@kept(*EFFORT, own=())
def estimated(document: Document) -> tuple[EffortNumbers, EffortCharts]:
    """Return the numbers and the charts of the document's effort, from the same draws."""
    return effort_totals(document), effort_charts(_effort(document))


@kept(*EFFORT, own=("phases",))
def time_line(document: Document) -> Gantt:
    """Return the time line of the document's phases."""
    return gantt(schedule(document, _effort(document)))


def _shown_at_once(document: Document) -> object:
    """Return what the charts of risk follow at once: all of few risks; of many, which are where."""
    if len(document.risks) <= _FEW_RISKS:
        return document.risks, document.risk_scale
    return tuple(risk.risk for risk in document.risks)


@kept(*EFFORT, *RISKS, own=(_shown_at_once,))
def charts_of_risk(document: Document) -> RiskCharts:
    """Return the charts of the document's exposure to risk."""
    return risk_charts(risk_exposure(document, _effort(document), _risks(document)))
