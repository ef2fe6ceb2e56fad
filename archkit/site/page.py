"""One document → its page in a site, what the other pages say of it, and its words: a pure function over bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isnan

from archkit.analysis.evidence.strength import older_on
from archkit.analysis.risk_tables import NOTHING
from archkit.batch import Source
from archkit.batch.documents import DamagedDocumentError, document_text
from archkit.checks.completeness import completeness
from archkit.checks.settings import Settings
from archkit.errors import FileProblem
from archkit.format.manuscript import Manuscript
from archkit.format.read import read
from archkit.model.document import Document
from archkit.pages.analyses import charts_of_risk, estimated
from archkit.pages.export_html import render_page
from archkit.pages.markdown import RichText
from archkit.pages.numbers import page_numbers
from archkit.pages.title import lead
from archkit.pages.views.page import Page
from archkit.site.addresses import page_path
from archkit.site.fitted_page import fitted_page
from archkit.site.record import Record
from archkit.site.search_index import Entry
from archkit.site.words import words_of

#: Completeness depends on no day; one is asked for all the same, and the same site is to come out tomorrow.
_DAY = date(2000, 1, 1)
_SNIPPET = 160
_MOST_UNREAD = 20


@dataclass(frozen=True)
class Surroundings:
    """What the page of a document shows of others.

    Attributes:
        site: What the site is called.
        known: The documents that links in it lead to.
        related: Others by what they are to it: the word for it, the name and the title.
        age_limits: How fast findings grow old, by kind of source, where the settings say so.
        lost: What its front matter names and the site does not have, each as a sentence.
    """

    site: str = ""
    known: tuple[str, ...] = ()
    related: tuple[tuple[str, str, str], ...] = field(default=())
    age_limits: tuple[tuple[str, int], ...] = ()
    lost: tuple[str, ...] = ()

    def text(self) -> str:
        """Return it as one line of text."""
        return json.dumps(
            [self.site, self.known, self.related, self.age_limits, self.lost],
            ensure_ascii=False,
            separators=(",", ":"),
        )


@dataclass(frozen=True)
class Built:
    """What comes of a document: its page, what other pages say of it, and what the search knows of it."""

    html: bytes
    record: Record
    entry: Entry


def packed(name: str, data: bytes, surroundings: Surroundings) -> Source:
    """Return what a task needs as plain bytes: a line for the surroundings, then the document."""
    return Source(name, surroundings.text().encode("utf-8", "surrogatepass") + b"\n" + data)


def built(source: Source) -> Built:
    """Build the page of a document that was `packed`.

    Raises:
        FileProblem: it is no text, or empty.
    """
    head, _, data = source.data.partition(b"\n")
    site, known, related, age_limits, lost = json.loads(head)
    manuscript = read(_text(source.name, data))
    document = manuscript.document
    numbers = page_numbers(document)
    settings = Settings(age_limits=dict(age_limits)).evidence()
    html = render_page(document, numbers, evidence=settings)
    facts = RichText()
    record = _record(source.name, manuscript, lead(Page(document, numbers, facts)), facts)
    if days := [day for finding in document.findings if (day := older_on(finding, settings))]:
        record = record._replace(ages_on=min(days).isoformat())
    if lost:
        record = record._replace(unread=(*((0, words) for words in lost), *record.unread)[:_MOST_UNREAD])
    page = fitted_page(html, source.name, site=site, known=frozenset(known), related=related)
    shown = (page_path(source.name), record.title, record.status, record.date, _cut(record.lead or _summary(document)))
    return Built(page.encode("utf-8", "replace"), record, Entry(shown, words_of(manuscript, record.tags, source.name)))


def _text(name: str, data: bytes) -> str:
    try:
        return document_text(name, data)
    except DamagedDocumentError as error:
        where = f"{name}:{error.line}" if error.line else name
        raise FileProblem(where, error.problem, error.remedy) from None


def _record(name: str, manuscript: Manuscript, said: str, rich: RichText) -> Record:
    document = manuscript.document
    metadata = document.metadata
    p50, p80 = _effort(document)
    low, high = _loss(document)
    parts = completeness(manuscript, today=_DAY, found=())
    filled, of = sum(part.filled for part in parts if part.of), sum(part.of for part in parts)
    tags = metadata.extra.get("tags", "") or metadata.extra.get("keywords", "")
    return Record(
        name=name,
        title=rich.plain(document.title) or name,
        status=metadata.status,
        date=metadata.date,
        review_by=metadata.review_by,
        authors=metadata.authors,
        tags=_tags(tags),
        recommendation=", ".join(rich.plain(option) for option in document.recommendation.options),
        lead=said,
        p50=p50,
        p80=p80,
        loss_low=low,
        loss_high=high,
        risks=sum(1 for risk in document.risks if not risk.is_empty),
        complete=round(filled / of, 3) if of else 0.0,
        unread=tuple((item.line, item.message) for item in manuscript.diagnostics[:_MOST_UNREAD]),
    )


def _tags(given: str | Sequence[str]) -> tuple[str, ...]:
    words = given.split(",") if isinstance(given, str) else given
    return tuple(dict.fromkeys(tag for word in words if (tag := " ".join(word.split()))))


def _effort(document: Document) -> tuple[float | None, float | None]:
    rows: Mapping[str, tuple[float, ...]] = dict(estimated(document)[1].totals)
    if "total" not in rows:
        return None, None
    _, _, p50, p80, _ = rows["total"]
    return _known(p50), _known(p80)


def _loss(document: Document) -> tuple[float | None, float | None]:
    rows = {name: numbers for name, _, numbers in charts_of_risk(document).totals}
    low, _, high = rows.get("before", NOTHING)[:3]
    return _known(low), _known(high)


def _known(number: float) -> float | None:
    return None if isnan(number) else round(float(number), 2)


def _summary(document: Document) -> str:
    return RichText().plain(document.executive_summary[:600])


def _cut(text: str) -> str:
    return text if len(text) <= _SNIPPET else f"{text[: _SNIPPET - 1].rstrip()}…"
