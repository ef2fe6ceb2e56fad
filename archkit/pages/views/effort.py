"""Effort: totals, how they are computed, charts, phases and work items."""

from __future__ import annotations

from archkit.model.effort import SETTINGS, TOTALS
from archkit.model.stated_total import joined_total
from archkit.pages.analyses import estimated
from archkit.pages.arrange import Block
from archkit.pages.charts.bars import effort_bars, legend
from archkit.pages.views.page import Context, Page
from archkit.pages.views.settings import settings


def effort(page: Page, block: Block) -> Context | None:
    """The totals, the bars of the phases, and the work items with the columns that are used."""
    section, numbers = page.document.effort, page.numbers.effort
    items = [item for item in section.work_items if not item.is_empty]
    # Beside work items a total is computed, and the section holds what its author says beside it.
    stated = {name: joined_total(getattr(numbers, name), getattr(section, name) if items else "") for name in TOTALS}
    totals = [(name.capitalize(), text) for name, text in stated.items() if text]
    given = settings(section, SETTINGS.values())
    if not items and not totals and not section.details and not given:
        return None
    bars = effort_bars(numbers.phases)
    return {
        "items": items,
        "unit": section.unit,
        "totals": totals,
        "settings": given,
        "details": section.details,
        "charts": estimated(page.document)[1],
        "phases": numbers.phases,
        "kinds": [kind for kind, _ in numbers.phases[0].days] if numbers.phases else [],
        "assumptions": numbers.assumptions,
        "extra": list(dict.fromkeys(title for item in items for title in item.extra)),
        "bars": bars,
        "legend": legend(bars),
    }
