"""Loops of a template that ask where they stand: each item comes with its number, and no object is asked for it."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes
from jinja2.nodes import Node
from jinja2.visitor import NodeTransformer


class NumberedLoops(NodeTransformer):
    """Changes the loops of which nothing is asked but `first`, `last`, `index` and `index0`."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        """Give the items their numbers, if nothing but these is asked of the loop."""
        # From the inside outwards, so that what is left below asks this loop.
        self.generic_visit(node)
        body = nodes.Output(node.body)
        inner = sum(_asked(nodes.Output(found.body)) for found in body.find_all(nodes.For))
        asked = [found for found in body.find_all(nodes.Getattr) if _is_loop(found.node) and found.attr in _PLACES]
        is_plain = not (node.test or node.else_ or node.recursive or inner)
        if not asked or not is_plain or len(asked) < _asked(body):
            return node
        target = nodes.Tuple([_name("_place", "store"), _name("_is_last", "store"), node.target], "store")
        numbered = nodes.Call(nodes.EnvironmentAttribute("numbered"), [node.iter], [], None, None)
        return nodes.For(target, numbered, [_Places().visit(part) for part in node.body], [], None, False,
                         lineno=node.lineno)  # fmt: skip


class _Places(NodeTransformer):
    def visit_Getattr(self, node: nodes.Getattr) -> Node:
        return _PLACES[node.attr]() if _is_loop(node.node) else self.generic_visit(node)


_PLACES: dict[str, Callable[[], nodes.Expr]] = {
    "index0": lambda: _name("_place"),
    "index": lambda: nodes.Add(_name("_place"), nodes.Const(1)),
    "first": lambda: nodes.Not(_name("_place")),
    "last": lambda: _name("_is_last"),
}


def _is_loop(node: Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "loop"


def _asked(body: Node) -> int:
    return sum(map(_is_loop, body.find_all(nodes.Name)))


def _name(name: str, use: str = "load") -> nodes.Name:
    return nodes.Name(name, use)
