"""The pages over all documents: index, timeline, map, tags, what could not be read, and the feed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from archkit import assets
from archkit.model.metadata import STATUSES
from archkit.site.addresses import ASSETS, address, to_top
from archkit.site.fitted_page import POLICY, shared
from archkit.site.link_map import Link, drawn, once
from archkit.site.record import Record
from archkit.site.templates import encoded
from archkit.site.words import SECTIONS, folded

#: Files of the folder `templates/site` that stand in every site.
_OWN = ("site.css", "site.js", "search.js", "map.js")
_IN_FEED = 50
# A year, a month, a day, or a time stamp, of which the day counts.
_DATE = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:(?<=-\d{2}-\d{2})[T ]\d{2}.*)?", re.ASCII)
_NUMBER = re.compile(r"([0-9]+)")
# With the years and the numbers beside it, it is as wide as a small telephone, where it would be too small to read.
_WIDTH = 250


def asset_files(blocks: int) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of what all pages share; `blocks` is how many blocks the search has."""
    for name, text in shared().items():
        yield f"{ASSETS}/{name}", text
    folder = assets.folder("templates") / "site"
    for name in _OWN:
        yield f"{ASSETS}/{name}", (folder / name).read_text(encoding="utf-8")
    yield f"{ASSETS}/search/sections.js", f"archkitSearch.begin({blocks},{json.dumps(SECTIONS)});\n"


def listing_files(records: Sequence[Record], site: str, waiting: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each page over all documents except the map.

    Args:
        records: All documents, those without a page included.
        site: What the site is called.
        waiting: How many documents a build that was stopped did not come to.
    """
    shown = sorted((item for item in records if not item.problem), key=lambda item: (_natural(item.title), item.name))
    unread = [item for item in records if item.problem or item.unread]
    latest = sorted(shown, key=lambda item: (_day(item), item.name), reverse=True)
    found = {status for item in shown if (status := item.status)}
    tags = dict(sorted(_by_tag(shown).items(), key=lambda pair: (_natural(pair[0]), pair[0])))
    yield "index.html", _page(
        "index.html.j2", "index.html", site, records=shown, failed=sum(1 for item in records if item.problem),
        waiting=waiting,
        statuses=[*(word for word in STATUSES if word in found), *sorted(found - set(STATUSES))], tags=list(tags),
    )  # fmt: skip
    years = _by_year(latest)
    yield "timeline.html", _page("timeline.html.j2", "timeline.html", site, years=years, bars=_bars(years))
    yield "tags.html", _page("tags.html.j2", "tags.html", site, tags=list(tags.items()))
    yield "errors.html", _page("errors.html.j2", "errors.html", site, records=unread)
    yield "feed.xml", _feed([item for item in latest if _day(item)][:_IN_FEED], site)


def map_page(links: Sequence[Link], titles: Mapping[str, str], pages: Mapping[str, str], site: str) -> bytes:
    """Return the page with the map; `titles` and `pages` by the names of the documents."""
    links = once(links)
    svgs, left_out = drawn(links, titles, {name: address("", page) for name, page in pages.items()})
    return _page(
        "map.html.j2", "map.html", site, drawings=[Markup(svg) for svg in svgs], left_out=len(left_out), titles=titles,
        pages=pages, links=[(link.source, link.kind.lower(), link.target) for link in links],
    )  # fmt: skip


def later_page(path: str, title: str, site: str) -> bytes:
    """Return the page of a document that a build which was stopped did not come to."""
    return _page("later.html.j2", path, site, title=title or path)


def _page(template: str, path: str, site: str, **given: object) -> bytes:
    # The same letters as on the page of a document, where a preview lets its own script in.
    policy, top = Markup(POLICY), to_top(path)
    return encoded(
        # The bar names the pages at the top alone.
        template, site=site, top=top, current="" if top else path, policy=policy, assets=f"{top}{ASSETS}", kinds={},
        address=address, **given,
    )  # fmt: skip


def _day(record: Record) -> str:
    """Return the date of a document as the timeline takes it, a year or a month at least; "" where it has none."""
    return _date_in(record.date)


@lru_cache(maxsize=16_384)
def _date_in(text: str) -> str:
    found = _DATE.fullmatch(text)
    try:
        return found[1] if found and date.fromisoformat(_first_day(found[1])) else ""
    except ValueError:
        return ""


def _first_day(day: str) -> str:
    return day + "-01-01"[len(day) - 4 :]


def _natural(text: str) -> list[str | tuple[int, str]]:
    """Return what texts are sorted by: letters without case and accents, numbers by their value."""
    pieces: list[str | tuple[int, str]] = list(_NUMBER.split(folded(text)))
    # Every second piece is a number, whose value grows with its length; it may be too long to count with.
    pieces[1::2] = [(len(digits), digits) for piece in pieces[1::2] for digits in (str(piece).lstrip("0"),)]
    return pieces


def _by_tag(records: Sequence[Record]) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        for tag in record.tags:
            found.setdefault(tag, []).append(record)
    return found


def _by_year(latest: Sequence[Record]) -> list[tuple[str, list[Record]]]:
    years: dict[str, list[Record]] = {}
    for record in latest:
        years.setdefault(_day(record)[:4] or "Without a date", []).append(record)
    return list(years.items())


def _bars(years: Sequence[tuple[str, list[Record]]]) -> list[tuple[str, int, float]]:
    """Return year, number and width of its bar; the years in between have none."""
    counted = {year: len(records) for year, records in years if year.isdigit()}
    most = max(counted.values(), default=1)
    if not counted:
        return []
    span = range(int(min(counted)), int(max(counted)) + 1)
    shown = [str(year) for year in span] if len(span) <= 60 else sorted(counted)
    return [(year, counted.get(year, 0), round(_WIDTH * counted.get(year, 0) / most, 1)) for year in shown]


def _as_text(name: str) -> str:
    """Return a name without the bytes in it that are no text."""
    return name.encode("utf-8", "backslashreplace").decode()


def _feed(latest: Sequence[Record], site: str) -> bytes:
    entries = [
        (item, _first_day(_day(item)), f"urn:uuid:{uuid5(NAMESPACE_URL, f'archkit:{_as_text(item.name)}')}")
        for item in latest
    ]
    ident = f"urn:uuid:{uuid5(NAMESPACE_URL, f'archkit-site:{site}')}"
    newest = _first_day(_day(latest[0])) if latest else "1970-01-01"
    return encoded("feed.xml.j2", site=site, ident=ident, updated=newest, entries=entries, address=address)
