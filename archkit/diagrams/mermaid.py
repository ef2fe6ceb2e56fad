"""The text of a mermaid flowchart → nodes, edges and groups; tolerant of what others write."""

from __future__ import annotations

import re

from archkit.diagrams.collected import Collected
from archkit.diagrams.flowchart import DIRECTIONS, Flowchart
from archkit.diagrams.labels import label_text
from archkit.diagrams.problem import NotDrawnError
from archkit.diagrams.tokens import BRACKETS, CLASS, EDGE_NAME, NAME, OPENING, SHAPE_NAMES, closing, read_link

#: A text that is longer is not read as a diagram.
LONGEST_SOURCE = 50_000

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<yaml>(?:.*\n){0,60}?)---[ \t]*(?:\n|$)")
_FRONT_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)
_SPACE = re.compile(r"[ \t\r]*")
_BETWEEN = re.compile(r"(?:[\s;]+|%%\{[^}]*\}%%|%%[^\n]*|\}%%)+")
_HEADER = re.compile(
    r"(?P<kind>flowchart-elk|flowchart|graph)(?=[\s;]|$)[ \t]*(?P<way>(?:TB|TD|BT|LR|RL|>|<|\^|v)(?=[\s;]|$))?"
)
_KIND = re.compile(r"[^\s;]{1,40}")
_LINE_END = re.compile(r"[^\n;]*")
_WHOLE_LINE = re.compile(r'(?:"[^"\n]*"|[^\n;"]|")*')
_IGNORED = re.compile(r"(?:classDef|class|style|linkStyle|click|href|callback)(?=[ \t])(?![ \t]*(?:--|==|-\.))")
_SUBGRAPH = re.compile(r"subgraph(?=[\s;]|$)[ \t]*")
_GROUP_TITLE = re.compile(r"(?P<name>[^\s\[\"]*)[ \t]*\[(?P<title>.*)\][ \t]*$", re.DOTALL)
_GROUP_LINE = re.compile(r'(?:"[^"]{0,600}"|[^\n;"])*')
_END = re.compile(r"end(?=[ \t]*(?:[\n;]|%%|$))")
_DIRECTION = re.compile(r"direction[ \t]+(TB|TD|BT|LR|RL)(?=[\s;]|$)")
_ABOUT = re.compile(r"acc(?P<what>Title|Descr)[ \t]*(?::[ \t]*(?P<line>[^\n]*)|\{(?P<lines>[^}]*)\})")
_SETTING = re.compile(r"""(?P<key>\w+)\s*:\s*(?:"(?P<quoted>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^,\n}]+))""")
_KNOWN = re.compile(
    r"(?:sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|pie|journey|gitGraph|mindmap|timeline|quadrantChart"
    r"|requirementDiagram|C4\w+|sankey|xychart|block|packet|kanban|architecture|radar|treemap|zenuml|info)"
)


def read_mermaid(text: str) -> Flowchart:
    """Return the flowchart that a mermaid text describes.

    Raises:
        NotDrawnError: it is another kind of diagram, too long, or not well-formed.
    """
    if len(text) > LONGEST_SOURCE:
        raise NotDrawnError(1, f"the diagram has more than {LONGEST_SOURCE:,} characters", "split it into several")
    return _Reader(text.replace("\r\n", "\n").replace("\r", "\n")).read()


class _Reader:
    """Reads statement after statement; `at` is the place in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found = Collected()
        self.links: set[str] = set()

    def read(self) -> Flowchart:
        if front := _FRONT.match(self.text):
            self.at = front.end()
            if title := _FRONT_TITLE.search(front["yaml"]):
                self.found.title = label_text(title[1])
        self._skip_between()
        self._header()
        while self._skip_between():
            self._statement()
        if self.found.opened:
            line = self.found.opened[-1][1]
            raise NotDrawnError(line, "this subgraph is not closed", 'add a line "end" after its last node')
        return self.found.flowchart()

    def _header(self) -> None:
        header = _HEADER.match(self.text, self.at)
        if not header:
            raise self._no_flowchart()
        self.found.direction = DIRECTIONS[header["way"] or "TD"]
        self.at = header.end()

    def _no_flowchart(self) -> NotDrawnError:
        found = _KIND.match(self.text, self.at)
        right = 'a flowchart begins with "flowchart LR" or "flowchart TD"'
        if not found:
            return NotDrawnError(1, "the diagram is empty", right)
        if _KNOWN.match(found[0]):
            return NotDrawnError(self._line(), f"a diagram of the kind {found[0]} is not drawn, flowcharts are", right)
        return NotDrawnError(self._line(), f'"{label_text(found[0])}" begins no flowchart', right)

    def _skip_between(self) -> bool:
        """Go to the next statement; False at the end of the text."""
        if between := _BETWEEN.match(self.text, self.at):
            self.at = between.end()
        return self.at < len(self.text)

    def _statement(self) -> None:
        text, at = self.text, self.at
        if ignored := _IGNORED.match(text, at):
            self._past(_WHOLE_LINE, ignored.end())
        elif about := _ABOUT.match(text, at):
            self.found.about(about["what"], label_text(about["line"] or about["lines"] or ""))
            self.at = about.end()
        elif group := _SUBGRAPH.match(text, at):
            self._subgraph(group.end())
        elif end := _END.match(text, at):
            if not self.found.opened:
                raise NotDrawnError(
                    self._line(), '"end" closes no subgraph', "delete the line, or call the node otherwise"
                )
            self.found.close()
            self.at = end.end()
        elif way := _DIRECTION.match(text, at):
            self.found.turn(DIRECTIONS[way[1]])
            self.at = way.end()
        else:
            self._chain()

    def _past(self, pattern: re.Pattern[str], at: int) -> str:
        found = pattern.match(self.text, at)
        assert found
        self.at = found.end()
        return found[0]

    def _subgraph(self, at: int) -> None:
        line = self._line()
        words = self._past(_GROUP_LINE, at).strip()
        if words.count('"') % 2 or self.text.startswith('"', self.at):
            raise NotDrawnError(line, "the title of this subgraph is not closed", "add the second quotation mark")
        titled = _GROUP_TITLE.match(words)
        name = titled["name"] if titled else words.strip('"')
        title = label_text(titled["title"] if titled else words)
        self.found.open(name or title, title or name, line)

    def _chain(self) -> None:
        """Nodes, and links to further nodes, up to the end of the statement."""
        before = self._vertices()
        while True:
            self._past(_SPACE, self.at)
            named = EDGE_NAME.match(self.text, self.at)
            link = read_link(self.text, named.end() if named else self.at)
            if link is None:
                break
            line = self._line()
            self.at = link.end
            if named:
                self.links.add(named[0][:-1])
            label = self._piped() or label_text(link.label)
            self._past(_SPACE, self.at)
            if self._is_over():
                raise NotDrawnError(line, "the link leads nowhere", "name a node after it, such as A --> B")
            after = self._vertices()
            self.found.link(before, after, link, label)
            before = after
        if not self._is_over():
            rest = label_text(self.text[self.at : self.at + 24].split("\n")[0])
            right = 'write a link such as --> before the next node, and words with special characters as A["words"]'
            raise NotDrawnError(self._line(), f'"{rest}" is not understood', right)

    def _is_over(self) -> bool:
        return self.at >= len(self.text) or self.text[self.at] in "\n;" or self.text.startswith("%%", self.at)

    def _piped(self) -> str:
        """The words of a link between two bars."""
        self._past(_SPACE, self.at)
        if not self.text.startswith("|", self.at):
            return ""
        start = self.at + 1
        first = start + len(self.text[start : start + 20]) - len(self.text[start : start + 20].lstrip())
        quote = self.text.find('"', first + 1) if self.text.startswith('"', first) else -1
        close = self.text.find("|", quote + 1 if quote > 0 else start, start + 3000)
        if close < 0:
            raise NotDrawnError(self._line(), "the words of this link are not closed", 'add a second "|" after them')
        self.at = close + 1
        return label_text(self.text[start:close])

    def _vertices(self) -> list[str]:
        names = [self._vertex()]
        while True:
            self._past(_SPACE, self.at)
            if not self.text.startswith("&", self.at):
                return names
            self._past(_SPACE, self.at + 1)
            names.append(self._vertex())

    def _vertex(self) -> str:
        found = NAME.match(self.text, self.at)
        if not found:
            rest = label_text(self.text[self.at : self.at + 24].split("\n")[0])
            right = "a node is written as a short name, with its words in brackets: A[Web shop]"
            raise NotDrawnError(self._line(), f'a node is expected before "{rest}"', right)
        self.at = found.end()
        name = found[0]
        if name in self.links and self.text.startswith("@{", self.at):
            self._settings()
            return name
        self.found.mention(name, self._line())
        self._classes()
        if opening := OPENING.match(self.text, self.at):
            self._shape(name, opening[0])
        elif self.text.startswith("@{", self.at):
            values = self._settings()
            shape = SHAPE_NAMES.get(values.get("shape", ""), "rect")
            self.found.shape(
                name, label_text(values.get("label", "")), "text" if values.get("shape") == "text" else shape
            )
        self._classes()
        return name

    def _classes(self) -> None:
        if found := CLASS.match(self.text, self.at):
            self.at = found.end()

    def _shape(self, name: str, opening: str) -> None:
        for length in range(len(opening), 0, -1):
            ends = BRACKETS.get(opening[:length])
            found = closing(self.text, self.at + length, ends) if ends else None
            if found:
                words, shape, self.at = found
                self.found.shape(name, label_text(words), shape)
                return
        end = BRACKETS[opening][0][0]
        raise NotDrawnError(
            self._line(), f'the words after "{label_text(name)}{opening}" are not closed', f'add "{end}"'
        )

    def _settings(self) -> dict[str, str]:
        """Read what stands between @{ and }."""
        close = self.text.find("}", self.at)
        quote = self.text.find('"', self.at, close) if close >= 0 else -1
        if quote >= 0 and (second := self.text.find('"', quote + 1)) >= 0:
            close = self.text.find("}", max(second, close) if self.text.count('"', self.at, close) % 2 else close)
        if close < 0:
            raise NotDrawnError(self._line(), 'the settings after "@{" are not closed', 'add "}"')
        start, self.at = self.at, close + 1
        return {
            found["key"]: found["quoted"] or found["single"] or (found["bare"] or "").strip()
            for found in _SETTING.finditer(self.text, start, close)
        }

    def _line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1
