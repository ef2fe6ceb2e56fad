"""What the pages over all documents write for each of them: one string each, as a site may have ten thousand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

import markupsafe
from markupsafe import Markup

from archkit.model.metadata import STATUSES
from archkit.site.addresses import address
from archkit.site.record import Record

# So many rows are one piece of a page: few enough that little is held in memory.
_TOGETHER = 500
_MEANS_SOMETHING = re.compile("[&<>\"']")


def index_rows(records: Iterable[Record]) -> Iterator[Markup]:
    """Yield the rows of the table of all documents, many at once."""
    return _pieces(map(_index_row, records))


def timeline_rows(records: Iterable[Record]) -> Iterator[Markup]:
    """Yield the items of a list by date, many at once."""
    dates = ((_escape(record.date or "–"), record) for record in records)
    return _pieces(f'<li><span class="nowrap muted">{day}</span> {_linked(it)}</li>' for day, it in dates)


def tag_rows(records: Iterable[Record]) -> Iterator[Markup]:
    """Yield the items of a list of the documents that have a tag, many at once."""
    return _pieces(f"<li>{_linked(record)}</li>" for record in records)


def days(value: float | None) -> str:
    """Return working days in words, "–" where they are not known."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def reason(record: Record) -> str:
    """Return why a document has no page, as it stands below its name."""
    where, colon, problem = record.problem.removeprefix(record.name).partition(": ")
    if not colon or record.problem.find(record.name) != 0:
        return record.problem
    return f"Line {where[1:]}: {problem}" if where[1:].isdecimal() else problem


def _pieces(rows: Iterator[str]) -> Iterator[Markup]:
    while piece := "\n".join(islice(rows, _TOGETHER)):
        yield Markup(piece)


def _index_row(record: Record) -> str:
    page = address("", record.page)
    texts = ["\n".join(record.tags), record.name, page, record.title, record.date, record.recommendation]
    if _MEANS_SOMETHING.search("\n".join(texts)):
        texts = [_escape(text) for text in texts]
    tags, name, page, title, day, recommendation = texts
    return (
        f'<tr data-tags="{tags}" data-path="{name}">'
        f'<th scope="row"><a href="{page}">{title}</a></th>'
        f'<td>{_status(record.status)}</td><td class="nowrap">{day}</td>'
        f"<td>{recommendation}</td>"
        f'<td class="right" data-value="{_number(record.p50)}">{days(record.p50)}</td>'
        f'<td class="right" data-value="{_number(record.p80)}">{days(record.p80)}</td>'
        f'<td class="right nowrap" data-value="{_number(record.loss_high)}">{_loss(record)}</td>'
        f'<td class="right" data-value="{record.complete}">{100 * record.complete:.0f} %</td></tr>'
    )


def _escape(text: str) -> str:
    """Escape a text; most texts have nothing to escape, which is seen sooner than a `Markup` is made."""
    return str(markupsafe.escape(text)) if _MEANS_SOMETHING.search(text) else text


def _linked(record: Record) -> str:
    return _link(record.page, record.title, record.status)


@lru_cache(maxsize=16_384)
def _link(page: str, title: str, status: str) -> str:
    """Return a link as the timeline and each tag of a document show it."""
    word = f' <span class="muted">{_escape(status)}</span>' if status else ""
    return f'<a href="{_escape(address("", page))}">{_escape(title)}</a>{word}'


@lru_cache(maxsize=256)
def _status(status: str) -> str:
    look = status if status in STATUSES else "other"
    return f'<span class="chip status status-{look}">{_escape(status)}</span>' if status else ""


def _number(value: float | None) -> str:
    return "" if value is None else str(value)


def _loss(record: Record) -> str:
    if record.loss_low is None or record.loss_high is None:
        return "–"
    low, high = days(record.loss_low), days(record.loss_high)
    return low if low == high else f"{low}–{high}"
