"""The phases as a list, and as a time line where the document says enough for one."""

from __future__ import annotations

from archkit.model.document import Document
from archkit.pages.analyses import time_line
from archkit.pages.arrange import Block
from archkit.pages.charts.gantt import Gantt
from archkit.pages.views.page import Context, Page
from archkit.pages.views.said import sayer


def phases(page: Page, block: Block) -> Context | None:
    """The phases in order, then the time line."""
    found = [row for row in page.document.phases if not row.is_empty]
    if not found:
        return None
    line = time_line(page.document) if _is_planned(page.document) else Gantt()
    names = (*(row.phase for row in found), *page.document.option_names)
    return {"rows": found, "line": line, "said": sayer(page.rich, names)}


def _is_planned(document: Document) -> bool:
    """Whether the document speaks of time at all: a team, a start, or what a phase waits for or needs."""
    section = document.effort
    given = [
        section.team,
        section.start,
        *(value for phase in document.phases for value in (phase.after, phase.people)),
    ]
    return bool(section.work_items) and any(value not in ("", None) for value in given)
