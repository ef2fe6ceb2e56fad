"""Data flow: prose around at most one mermaid flowchart of plain nodes and arrows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archkit.format.blocks import Block
from archkit.format.body import Body, unexpected
from archkit.model.data_flow import DIRECTIONS, DataFlow, Flow, Node
from archkit.model.placeholders import filled

_HEADER = re.compile(rf"(?:flowchart|graph)\s+({'|'.join(DIRECTIONS)})\s*;?$")
_LABEL = r'(?:"(?P<{0}q>[^"]*)"|(?P<{0}>[^"\[\](){{}}|<>#;]+))'
_NODE = re.compile(
    r"(?P<id>[A-Za-z]\w*)(?:"
    rf"\[\({_LABEL.format('store')}\)\]|\(\[{_LABEL.format('actor')}\]\)|\[{_LABEL.format('process')}\])$"
)
_ARROW = re.compile(rf"(?P<source>[A-Za-z]\w*)\s*-->\s*(?:\|{_LABEL.format('what')}\|\s*)?(?P<target>[A-Za-z]\w*)$")
_UNFINISHED = re.compile(r'%% "(?P<source>[^"]*)" -->\|"(?P<what>[^"]*)"\| "(?P<target>[^"]*)"$')
_SAFE = re.compile(r"[^\W_](?:[\w .,:/+=!?'&-]*[\w.,:/+=!?'&])?")
_UNSAFE = re.compile(r"[^\w .,:/()+=!?@'&-]")
_CODE = re.compile(r"#(\d{1,7});")
_SHAPES = {"process": ("[", "]"), "store": ("[(", ")]"), "actor": ("([", "])")}


def read(body: Body) -> DataFlow:
    """Read prose and flowchart; a diagram that is not plain nodes and arrows is part of the prose."""
    for block in body.blocks:
        if block.kind == "conflict":
            raise unexpected(body, block, "prose and a flowchart")
    diagrams = [block for block in body.blocks if is_mermaid(block)]
    found = None
    if len(diagrams) == 1 and diagrams[0].closed:
        block = diagrams[0]
        found = read_flowchart([line.strip() for line in body.lines[block.first + 1 : block.last - 1]])
    if found is None:
        return DataFlow(text=filled(body.part(body.blocks)))
    at = body.blocks.index(diagrams[0])
    direction, nodes, flows = found
    for index in range(len(flows)):
        body.places[("flows", index)] = diagrams[0].first
    return DataFlow(
        text=filled(body.part(body.blocks[:at])),
        direction=direction,
        nodes=nodes,
        flows=flows,
        closing=body.part(body.blocks[at + 1 :]),
    )


def context(data_flow: DataFlow) -> dict[str, object]:
    """Return what the template writes."""
    return {"text": data_flow.text, "diagram": write_flowchart(data_flow), "closing": data_flow.closing}


def read_flowchart(lines: Sequence[str]) -> tuple[str, tuple[Node, ...], tuple[Flow, ...]] | None:
    """Return direction, nodes and flows of a flowchart's lines; None when a line is neither a node nor an arrow."""
    kept = [line for line in lines if line]
    header = _HEADER.match(kept[0]) if kept else None
    if not header:
        return None
    nodes: dict[str, Node] = {}
    arrows: list[tuple[str, str, str]] = []
    unfinished: list[tuple[int, Flow]] = []
    for line in kept[1:]:
        line = line.rstrip(";").rstrip()
        if found := _NODE.match(line):
            if found["id"] in nodes:
                return None
            nodes[found["id"]] = _node(found)
        elif found := _ARROW.match(line):
            arrows.append((found["source"], found["target"], _decode(found["whatq"] or found["what"] or "")))
        elif found := _UNFINISHED.match(line):
            words = {key: _decode(text) for key, text in found.groupdict().items()}
            unfinished.append((len(arrows) + len(unfinished), Flow.model_validate(words)))
        else:
            return None
    for source, target, _ in arrows:
        for name in (source, target):
            nodes.setdefault(name, Node(id=name, label=name))
    labels: dict[str, str] = {}
    for node in nodes.values():
        labels.setdefault(node.label, node.id)
    if any(labels[nodes[name].label] != name for arrow in arrows for name in arrow[:2]):
        return None
    flows = [Flow(source=nodes[a].label, target=nodes[b].label, what=what) for a, b, what in arrows]
    for at, flow in unfinished:
        flows.insert(at, flow)
    return header[1], tuple(nodes.values()), tuple(flows)


def write_flowchart(data_flow: DataFlow) -> str:
    """Return the flowchart's source, "" when it has neither nodes nor flows."""
    flows = [flow for flow in data_flow.flows if not flow.is_empty]
    if not data_flow.nodes and not flows:
        return ""
    lines = [f"flowchart {data_flow.direction if data_flow.direction in DIRECTIONS else 'LR'}"]
    ids: dict[str, str] = {}
    for node in data_flow.nodes:
        begin, end = _SHAPES.get(node.shape, _SHAPES["process"])
        lines.append(f"    {node.id}{begin}{_encode(node.label)}{end}")
        ids.setdefault(node.label, node.id)
    for flow in flows:
        if flow.source in ids and flow.target in ids:
            what = f"|{_encode(flow.what)}|" if flow.what else ""
            lines.append(f"    {ids[flow.source]} -->{what} {ids[flow.target]}")
        else:
            lines.append(f'    %% "{_code(flow.source)}" -->|"{_code(flow.what)}"| "{_code(flow.target)}"')
    return "\n".join(lines)


def is_mermaid(block: Block) -> bool:
    """Whether a block is a mermaid diagram."""
    return block.kind == "fence" and block.text.split(" ", 1)[0].casefold() == "mermaid"


def _node(found: re.Match[str]) -> Node:
    for shape in _SHAPES:
        text = found[f"{shape}q"] if found[f"{shape}q"] is not None else found[shape]
        if text is not None:
            return Node(id=found["id"], label=_decode(text) or found["id"], shape=shape)
    raise AssertionError("a node has one of the three shapes")


def _encode(text: str) -> str:
    return text if _SAFE.fullmatch(text) else f'"{_code(text)}"'


def _code(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"#{ord(found[0])};", text)


def _decode(text: str) -> str:
    return _CODE.sub(lambda found: chr(int(found[1])) if int(found[1]) < 0x110000 else found[0], text.strip())
