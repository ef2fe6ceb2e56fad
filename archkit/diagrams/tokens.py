"""The pieces of mermaid's flowchart grammar: the shapes of nodes, the links between them, quoted text."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: How a node begins → each way it may end, and the shape that it is then.
BRACKETS: dict[str, tuple[tuple[str, str], ...]] = {
    "(((": ((")))", "double-circle"),),
    "((": (("))", "circle"),),
    "([": (("])", "stadium"),),
    "(-": (("-)", "ellipse"),),
    "[[": (("]]", "subroutine"),),
    "[(": ((")]", "cylinder"),),
    "[/": (("/]", "lean-right"), ("\\]", "trapezoid")),
    "[\\": (("\\]", "lean-left"), ("/]", "inverted-trapezoid")),
    "{{": (("}}", "hexagon"),),
    "[": (("]", "rect"),),
    "(": ((")", "round"),),
    "{": (("}", "diamond"),),
    ">": (("]", "flag"),),
}
#: The names that `A@{ shape: … }` may have; all others are drawn as a box.
SHAPE_NAMES = {
    **dict.fromkeys(("rounded", "event"), "round"),
    **dict.fromkeys(("stadium", "pill", "terminal"), "stadium"),
    **dict.fromkeys(("subproc", "subprocess", "subroutine", "fr-rect", "framed-rectangle"), "subroutine"),
    **dict.fromkeys(("cyl", "db", "database", "cylinder", "h-cyl", "das", "lin-cyl", "disk"), "cylinder"),
    **dict.fromkeys(("circle", "circ", "sm-circ", "start", "small-circle", "f-circ", "junction"), "circle"),
    **dict.fromkeys(("dbl-circ", "double-circle", "fr-circ", "stop", "framed-circle"), "double-circle"),
    **dict.fromkeys(("diam", "diamond", "decision", "question"), "diamond"),
    **dict.fromkeys(("hex", "hexagon", "prepare"), "hexagon"),
    **dict.fromkeys(("lean-r", "lean-right", "in-out"), "lean-right"),
    **dict.fromkeys(("lean-l", "lean-left", "out-in"), "lean-left"),
    **dict.fromkeys(("trap-b", "trapezoid", "trapezoid-bottom", "priority"), "trapezoid"),
    **dict.fromkeys(("trap-t", "inv-trapezoid", "trapezoid-top", "manual"), "inverted-trapezoid"),
    "odd": "flag",
    "ellipse": "ellipse",
    "text": "text",
}
MARKS = {">": "arrow", "<": "arrow", "o": "circle", "x": "cross", "": ""}

OPENING = re.compile("|".join(re.escape(opening) for opening in BRACKETS))
NAME = re.compile(r"(?:[\w!#$'*+.?\\/`,]|%(?!%)|-(?![-.>])|=(?!=)|:(?!:))+")
CLASS = re.compile(r":::[\w-]*(?:\s*,\s*[\w-]+)*")
EDGE_NAME = re.compile(r"[\w-]+@(?=[<xo]?[-=~.])")
_LINK = re.compile(
    r"(?P<tail>[xo<]?)(?:(?P<solid>--+)(?P<end>[-xo>])|(?P<thick>==+)(?P<thick_end>[=xo>])"
    r"|(?P<dotted>-?\.+-)(?P<dotted_end>[xo>]?)|(?P<none>~~~+))"
)
_START = re.compile(r"(?P<tail>[xo<]?)(?P<kind>--|==|-\.)")
_ENDS = {
    "--": re.compile(r"\s*[xo<]?(?P<body>--+)(?P<end>[-xo>])"),
    "==": re.compile(r"\s*[xo<]?(?P<body>==+)(?P<end>[=xo>])"),
    "-.": re.compile(r"\s*[xo<]?(?P<body>-?\.+-)(?P<end>[xo>]?)"),
}
_KINDS = {"--": "solid", "==": "thick", "-.": "dotted"}
_MOST_ROWS = 8


@dataclass(frozen=True)
class Link:
    """A link as it is written, and where it ends in the text."""

    line: str
    tail: str
    head: str
    length: int
    label: str
    end: int


def read_link(text: str, at: int) -> Link | None:
    """Return the link that stands in a text, with the words inside it; None where there is none."""
    if found := _LINK.match(text, at):
        line = next(kind for kind in ("solid", "thick", "dotted", "none") if found[kind])
        mark = found["end"] or found["thick_end"] or found["dotted_end"] or ""
        return _link(line, found["tail"], found[line], mark, "", found.end())
    start = _START.match(text, at)
    if not start:
        return None
    after, words = start.end(), ""
    stripped = after + len(text[after : after + 20]) - len(text[after : after + 20].lstrip(" \t"))
    if text.startswith('"', stripped) and (close := text.find('"', stripped + 1)) > 0:
        words, after = text[stripped : close + 1], close + 1
    end = _ENDS[start["kind"]].search(text, after, after + 3000)
    if not end:
        return None
    words += text[after : end.start()]
    return _link(_KINDS[start["kind"]], start["tail"], end["body"], end["end"], words, end.end())


def _link(line: str, tail: str, body: str, mark: str, label: str, end: int) -> Link:
    length = body.count(".") if line == "dotted" else len(body) - (2 if line == "none" else 1)
    head = MARKS.get(mark, "")
    return Link(line, MARKS[tail], head, max(1, min(length, _MOST_ROWS)), label, end)


def closing(text: str, at: int, ends: tuple[tuple[str, str], ...]) -> tuple[str, str, int] | None:
    """Return the words up to the end of a node that begins before `at`, its shape, and where it ends."""
    start = at
    while start < len(text) and text[start] in " \t\r\n":
        start += 1
    if text.startswith('"', start) and (close := text.find('"', start + 1)) > 0:
        after = close + 1
        while after < len(text) and text[after] in " \t\r\n":
            after += 1
        for end, shape in ends:
            if text.startswith(end, after):
                return text[start : close + 1], shape, after + len(end)
    return _unquoted(text, at, ends)


def _unquoted(text: str, at: int, ends: tuple[tuple[str, str], ...]) -> tuple[str, str, int] | None:
    """Brackets inside are part of the words as long as they come in pairs."""
    close = ends[0][0][-1]
    opening = {"]": "[", ")": "(", "}": "{"}[close]
    depth = 0
    for place in range(at, min(len(text), at + 3000)):
        if depth == 0:
            for end, shape in ends:
                if text.startswith(end, place):
                    return text[at:place], shape, place + len(end)
        if text[place] == opening:
            depth += 1
        elif text[place] == close:
            if depth == 0:
                return None
            depth -= 1
        elif text[place] == "\n" and text[at:place].count("\n") > 20:
            return None
    return None
