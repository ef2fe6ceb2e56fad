"""The map: documents that supersede, amend or need each other, drawn group by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archkit.diagrams.diagram import flowchart_diagram
from archkit.diagrams.flowchart import Edge, Flowchart, Node
from archkit.diagrams.problem import NotDrawnError
from archkit.site.sources import RELATIONS

#: So many drawings are made, the largest first, of at most so many documents; the table has every link.
MOST_DRAWN, MOST_IN_DRAWING = 24, 40
# A part of a large group has so few links that they can be followed.
_MOST_LINKS = 80
_LONGEST_TITLE = 60
# What is said from the other side, and what it is in its active form; some kinds are the same from both sides.
_BACK = {there: back for kind, (there, back) in RELATIONS.items() if kind.endswith("-by")}
_SYMMETRIC = {there for there, back in RELATIONS.values() if there == back}


@dataclass(frozen=True)
class Link:
    """A document that says in its front matter what another one is to it, such as `Supersedes`."""

    source: str
    kind: str
    target: str


def once(links: Iterable[Link]) -> list[Link]:
    """Return each link once and in its active form, in order, as both documents may say the same of each other."""
    return sorted(set(map(_active, links)), key=lambda link: (link.source, link.kind, link.target))


def drawn(
    links: Sequence[Link], titles: Mapping[str, str], addresses: Mapping[str, str]
) -> tuple[list[str], Sequence[Link]]:
    """Draw the documents that hang together; each leads to its page.

    Returns:
        The drawings as SVG, and the links that none of them shows.
    """
    found: list[str] = []
    shown: set[Link] = set()
    parts = sorted((part for group in _groups(links) for part in _parts(group)), key=len, reverse=True)
    for number, part in enumerate(parts, 1):
        if len(found) == MOST_DRAWN:
            break
        members = sorted(_ends(part))
        leads = {f"n{at}": addresses[name] for at, name in enumerate(members)}
        try:
            found.append(flowchart_diagram(_chart(part, members, titles)).svg(f"map-{number}", leads))
        except NotDrawnError:
            continue
        shown.update(part)
    return found, [link for link in links if link not in shown]


def _active(link: Link) -> Link:
    if link.kind in _BACK or (link.kind in _SYMMETRIC and link.target < link.source):
        return Link(link.target, _BACK.get(link.kind, link.kind), link.source)
    return link


def _ends(links: Iterable[Link]) -> set[str]:
    return {name for link in links for name in (link.source, link.target)}


def _parts(group: Sequence[Link]) -> Iterator[Sequence[Link]]:
    """Yield the links of each drawing of a group; no link is in two, and a document may be in several."""
    if len(_ends(group)) <= MOST_IN_DRAWING:
        yield group
        return
    for _ in range(MOST_DRAWN):
        part = _part(group)
        yield part
        taken = set(part)
        group = [link for link in group if link not in taken]
        if not group:
            return


def _part(links: Sequence[Link]) -> Sequence[Link]:
    """Return links around the document that has the most, step by step away from it, as many as one drawing takes."""
    around: dict[str, list[Link]] = {}
    for link in links:
        for name in (link.source, link.target):
            around.setdefault(name, []).append(link)
    start = min(around, key=lambda name: (-len(around[name]), name))
    members, part = [start], set[Link]()
    # The list grows while it is walked, which makes the steps go out from the first document.
    for name in members:
        for other in sorted(_ends(around[name]).difference(members)):
            new = [link for link in around[other] if _ends([link]) <= {other, *members}]
            if len(members) == MOST_IN_DRAWING:
                break
            if len(part) + len(new) <= _MOST_LINKS:
                members.append(other)
                part.update(new)
    return [link for link in links if link in part]


def _groups(links: Sequence[Link]) -> list[list[Link]]:
    """Return the links that hang together, the largest group first."""
    first: dict[str, str] = {}

    def root(name: str) -> str:
        while first.setdefault(name, name) != name:
            first[name] = name = first[first[name]]
        return name

    for link in links:
        one, two = sorted((root(link.source), root(link.target)))
        first[two] = one
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(root(link.source), []).append(link)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].source, group[0].target))


def _chart(group: Sequence[Link], members: Sequence[str], titles: Mapping[str, str]) -> Flowchart:
    nodes = tuple(Node(f"n{at}", _short(titles.get(name, name))) for at, name in enumerate(members))
    places = {name: f"n{at}" for at, name in enumerate(members)}
    edges = tuple(
        Edge(places[link.source], places[link.target], link.kind.lower(), head=_head(link.kind)) for link in group
    )
    first = _short(titles.get(members[0], members[0]))
    return Flowchart("LR", nodes, edges, title=f"Documents linked with {first}")


def _head(kind: str) -> str:
    return "" if kind in _SYMMETRIC else "arrow"


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
