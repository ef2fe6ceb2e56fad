"""The Markdown of one section, as one text: to be read, and to be replaced without touching what stands around it."""

from __future__ import annotations

from archkit.errors import ModelError
from archkit.format.contain import contain
from archkit.format.manuscript import Chunk, Manuscript
from archkit.format.read import read
from archkit.model.document import outline
from archkit.model.text import clean

_HOME = {"option": "options"}
_TITLES = {spec.key: spec.title for spec in outline()}
#: Sections that stand below a heading of the third level.
_BELOW = {"comparison": "options", "recommendation": "options", "risk_scale": "risks"}
#: Sections whose own parts begin with a heading of the third level.
_WITH_PARTS = frozenset({"options", "findings", "components"})
_AROUND = "it would change what stands around it"


def section_text(manuscript: Manuscript, key: str) -> str:
    """Return the Markdown of a section below its heading; "" for one that is not in the file.

    Raises:
        ModelError: its parts stand in several places.
    """
    first, after = _span(manuscript, key)
    text = "".join(chunk.source for chunk in manuscript.chunks[first:after])
    if first == after:
        return ""
    if key == "metadata":
        return _between_rules(text)
    head = manuscript.chunks[first].place.head.rstrip("\n")
    return text.replace("\r\n", "\n").removeprefix(head).strip("\n")


def with_section_text(manuscript: Manuscript, key: str, markdown: str) -> Manuscript:
    """Return a manuscript in which other Markdown stands below the heading of a section.

    Args:
        manuscript: What was read.
        key: Which section.
        markdown: Its text without its own heading. Where it would swallow what follows or begin another section, an
            open fence is closed and a heading is lowered.

    Raises:
        ModelError: there is no such section, or the text cannot be kept in it.
    """
    first, after = _span(manuscript, key)
    text = clean(markdown).strip("\n")
    for tried in (text, contain(text, 3 if key in _WITH_PARTS else 4)):
        found = read(_joined(manuscript, key, tried if tried.strip() else ""))
        if _is_kept(manuscript, found, (first, after), key):
            return found
    raise ModelError(key, _AROUND, "close its fences and comments, and use no heading of another section")


def _span(manuscript: Manuscript, key: str) -> tuple[int, int]:
    """Return the first chunk of a section and the one after its last; both the same where it has none."""
    if key not in _TITLES:
        raise ModelError(key, "there is no such section", f"name one of {', '.join(_TITLES)}")
    own = [number for number, chunk in enumerate(manuscript.chunks) if _key(chunk) == key]
    if not own:
        place = _place_of(manuscript, key)
        return place, place
    first, last = own[0], own[-1]
    between = manuscript.chunks[first : last + 1]
    if any(_key(chunk) not in (key, "custom", "blank") for chunk in between):
        raise ModelError(key, "its parts stand in several places of the file", "edit them in the form")
    while last + 1 < len(manuscript.chunks) and _is_inside(manuscript.chunks[last + 1], key):
        last += 1
    return first, last + 1


def _key(chunk: Chunk) -> str:
    return _HOME.get(chunk.place.part, chunk.place.part)


def _is_inside(chunk: Chunk, key: str) -> bool:
    """Whether text of the author's own stands below a lower heading of the section."""
    deep = 4 if key in _BELOW else 3
    return chunk.place.part == "custom" and chunk.place.head.startswith("#" * deep)


def _place_of(manuscript: Manuscript, key: str) -> int:
    """Return where a section that is not in the file belongs."""
    order = list(_TITLES)
    before = set(order[: order.index(key)])
    return max((number + 1 for number, chunk in enumerate(manuscript.chunks) if _key(chunk) in before), default=0)


def _joined(manuscript: Manuscript, key: str, text: str) -> str:
    first, after = _span(manuscript, key)
    sources = [chunk.source for chunk in manuscript.chunks]
    return "".join([*sources[:first], _piece(manuscript, key, text), *sources[after:]])


def _piece(manuscript: Manuscript, key: str, text: str) -> str:
    first, after = _span(manuscript, key)
    if key == "metadata":
        return f"---\n{text}\n---\n\n" if text else ""
    head = manuscript.chunks[first].place.head if first < after else ""
    if not head:
        if not text:
            return ""
        marks = "#" if key == "title" else "###" if key in _BELOW else "##"
        head = f"{marks} {_TITLES[key]}\n\n"
    newline = manuscript.newline
    piece = f"{head}{text}\n\n" if text else f"{head.rstrip()}\n\n"
    return piece if newline == "\n" else piece.replace("\r\n", "\n").replace("\n", newline)


def _is_kept(before: Manuscript, found: Manuscript, span: tuple[int, int], key: str) -> bool:
    """Whether all that stands around the section is as it was, and nothing of another section stands in it."""
    first, after = span
    was, now = ([chunk.source for chunk in one.chunks] for one in (before, found))
    rest = len(was) - after
    if now[:first] != was[:first] or len(now) < first + rest or now[len(now) - rest :] != was[after:]:
        return False
    own = {_key(chunk) for chunk in found.chunks[first : len(now) - rest]}
    return own <= {key, "custom", "blank"}


def _between_rules(text: str) -> str:
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    return "\n".join(lines[1:-1] if lines[-1].strip() in ("---", "...") else lines[1:])
