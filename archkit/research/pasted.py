"""The text that an agent's tool answered (`query-docs`, once `get-library-docs`) → snippets.

The text is that of the server, and has had two shapes: blocks of `### Title` and `Source: address`, and blocks of
`TITLE:`, `DESCRIPTION:`, `SOURCE:`, `LANGUAGE:` and `CODE:`; lines of dashes stand between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from archkit.errors import ResearchError
from archkit.research.answers import Snippet
from archkit.research.bodies import MOST_SNIPPETS
from archkit.research.outside_text import one_line, visible

MOST_CHARACTERS = 1_000_000
#: More fences without an end are no documentation.
_MOST_OPEN_FENCES = 8
_RULE = re.compile(r"\s{0,3}(?:-{3,}|={3,})\s*")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})(.*)")
_HEADING = re.compile(r"#{1,4}[ \t]+(?P<title>\S.*)")
_SOURCE = re.compile(r"\s*(?:[-*]\s+)?(?:\*\*)?source:?(?:\*\*)?:?\s*<?(?P<source>[^\s<>]+)>?\s*", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>TITLE|TOPIC|DESCRIPTION|SOURCE|LANGUAGE|CODE):\s?(?P<value>.*)")
_LIBRARY_LIST = re.compile(r"^- Context7-compatible library ID: ", re.MULTILINE)
_BANNERS = frozenset({"CODE SNIPPETS", "DOCUMENTATION", "QUESTIONS AND ANSWERS", "INFO SNIPPETS"})
_REPOSITORIES = frozenset({"github.com", "raw.githubusercontent.com"})

#: A line, and whether it stands inside a fence or opens or closes one.
Line = tuple[str, bool]


def snippets_of_text(text: str) -> tuple[Snippet, ...]:
    """Return the snippets of a pasted answer.

    Raises:
        ResearchError: there are none; its text says what is expected.
    """
    if len(text) > MOST_CHARACTERS:
        raise ResearchError("the pasted text", f"it is longer than {MOST_CHARACTERS:,} characters", "paste one answer")
    lines = _fenced(visible(text).split("\n"))
    found = [snippet for block in _blocks(lines) if (snippet := _snippet(block))]
    if found:
        return tuple(found[:MOST_SNIPPETS])
    if _LIBRARY_LIST.search(text):
        remedy = "paste the answer of query-docs"
        raise ResearchError("the pasted text", "this is a list of libraries, the answer of resolve-library-id", remedy)
    if not text.strip():
        raise ResearchError("the pasted text", "it is empty", "paste the whole answer of query-docs")
    begin = one_line(text, 60)
    problem = f'no snippet was found in it; it begins "{begin}"'
    raise ResearchError("the pasted text", problem, 'expected are blocks with a "### Title" and a "Source:" line')


def library_of(snippets: Iterable[Snippet]) -> str:
    """Return the id of the library that all addresses lie in, "" when they do not say."""
    found = set()
    for snippet in snippets:
        parts = urlsplit(snippet.source) if snippet.source.startswith("https://") else None
        steps = parts.path.split("/") if parts and parts.netloc in _REPOSITORIES else []
        found.add(f"/{steps[1]}/{steps[2]}" if len(steps) > 3 else "")
    return found.pop() if len(found) == 1 else ""


def _fenced(lines: list[str]) -> list[Line]:
    """Say of each line whether it is code; a fence without an end is none."""
    marked: list[Line] = []
    for _ in range(_MOST_OPEN_FENCES):
        found, opened = _fenced_from(lines[len(marked) :])
        if opened is None:
            return marked + found
        # Later fences may be whole: the lines after the one that is left open are looked at again.
        marked += [*found[:opened], (found[opened][0], False)]
    return marked + [(line, False) for line in lines[len(marked) :]]


def _fenced_from(lines: list[str]) -> tuple[list[Line], int | None]:
    """Return the lines with whether they are code, and where the fence begins that is left open."""
    marked: list[Line] = []
    fence, opened = "", 0
    for line in lines:
        met = _FENCE.fullmatch(line)
        if not fence and met and not (met[1][0] == "`" and "`" in met[2]):
            fence, opened = met[1], len(marked)
            marked.append((line, True))
        elif fence and _closes(line, fence):
            fence = ""
            marked.append((line, True))
        else:
            marked.append((line, bool(fence)))
    return marked, opened if fence else None


def _closes(line: str, fence: str) -> bool:
    met = _FENCE.fullmatch(line)
    return bool(met and met[1][0] == fence[:1] and len(met[1]) >= len(fence) and not met[2].strip())


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield what stands between lines of dashes, and from one heading with a source to the next."""
    block: list[Line] = []
    for at, (line, is_code) in enumerate(lines):
        if not is_code and _RULE.fullmatch(line):
            yield block
            block = []
        elif not is_code and block and _begins(lines, at):
            yield block
            block = [(line, is_code)]
        elif is_code or line.strip() not in _BANNERS:
            block.append((line, is_code))
    yield block


def _begins(lines: list[Line], at: int) -> bool:
    """Whether a block begins here: a heading or title whose next words are the source."""
    line = lines[at][0]
    if line.startswith("TITLE:"):
        return True
    following = [text for text, is_code in lines[at + 1 : at + 4] if text.strip() and not is_code][:1]
    return bool(_HEADING.fullmatch(line.strip()) and following and _SOURCE.fullmatch(following[0]))


def _snippet(block: list[Line]) -> Snippet | None:
    title, source = "", ""
    prose: list[str] = []
    has_words = False
    for line, is_code in block:
        if is_code:
            continue
        label = _LABEL.fullmatch(line)
        if label:
            if label["label"] in ("TITLE", "TOPIC"):
                title = title or label["value"]
            elif label["label"] == "SOURCE":
                source = source or label["value"].strip()
            elif label["label"] == "DESCRIPTION":
                prose.append(label["value"])
        elif not (title or has_words) and (heading := _HEADING.fullmatch(line.strip())):
            title = heading["title"]
        elif not source and (met := _SOURCE.fullmatch(line)):
            source = met["source"]
        else:
            prose.append(line)
            has_words = has_words or bool(line.strip())
    if not (title or source):
        return None
    text, code = "\n".join(prose).strip(), tuple(_programs(block))
    if not text and not code:
        return None
    return Snippet(one_line(title) or "Documentation", text, code, one_line(source, 2000))


def _programs(block: list[Line]) -> Iterator[str]:
    """Yield what stands in the fences of a block."""
    program: list[str] | None = None
    end = ""
    for line, is_code in block:
        if not is_code:
            continue
        if program is None:
            met = _FENCE.fullmatch(line)
            program, end = [], met[1] if met else ""
        elif _closes(line, end):
            if any(text.strip() for text in program):
                yield "\n".join(program).strip("\n")
            program = None
        else:
            program.append(line)
