"""The map: documents that supersede, amend or need each other, drawn group by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archkit.diagrams.diagram import flowchart_diagram
from archkit.diagrams.flowchart import Edge, Flowchart, Node
from archkit.diagrams.problem import NotDrawnError

#: So many groups are drawn, the largest first, of at most so many documents; the table has every link.
MOST_DRAWN, MOST_IN_GROUP = 24, 40
_LONGEST_TITLE = 60


@dataclass(frozen=True)
class Link:
    """A document that says in its front matter what another one is to it, such as `Supersedes`."""

    source: str
    kind: str
    target: str


def drawn(links: Sequence[Link], titles: Mapping[str, str], addresses: Mapping[str, str]) -> list[str]:
    """Return the drawing of each group of documents that hang together, as SVG; each document leads to its page."""
    found: list[str] = []
    for number, group in enumerate(_groups(links), 1):
        if len(found) == MOST_DRAWN:
            break
        members = sorted({name for link in group for name in (link.source, link.target)})
        if len(members) <= MOST_IN_GROUP:
            try:
                leads = {f"n{at}": addresses[name] for at, name in enumerate(members)}
                found.append(flowchart_diagram(_chart(group, members, titles)).svg(f"map-{number}", leads))
            except NotDrawnError:
                continue
    return found


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
    edges = tuple(Edge(places[link.source], places[link.target], link.kind.lower()) for link in group)
    first = _short(titles.get(members[0], members[0]))
    return Flowchart("LR", nodes, edges, title=f"Documents linked with {first}")


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
