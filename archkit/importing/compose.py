"""Draft → text: the places of the template, the custom sections between them, and the record at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archkit.format.blocks import Block
from archkit.format.contain import contain
from archkit.format.layout import heading_text
from archkit.format.render import render
from archkit.format.scan import scan
from archkit.format.settle import settle
from archkit.format.write import places
from archkit.importing.draft import Custom, Draft
from archkit.importing.meanings import is_known
from archkit.importing.styles import MARK, is_own
from archkit.model.document import Document, outline

#: Places that stand above the custom sections of the beginning.
_BELOW = {"comparison", "recommendation"}
_OPENING = ("metadata", "title", "executive_summary")


def composed(draft: Draft) -> str:
    """Return the text of the architecture document.

    Raises:
        ArchkitError: what was found does not fit the model.
    """
    document = draft.document()
    own = own_sections(document)
    if not is_own(own) and (own or is_known(document.title)):
        # So that a second import knows it, also where the title is called as a section is.
        draft.extra.setdefault(MARK, draft.style)
        document = draft.document()
    early, late = (
        [custom_text(custom, sound=draft.is_sound) for custom in draft.customs if custom.early == wanted]
        for wanted in (True, False)
    )
    preamble = draft.preamble if draft.is_sound else closed(draft.preamble)
    opening: list[str] = []
    rest: list[str] = []
    for part, text in _written(document):
        (opening if part in _OPENING else rest).append(text)
        if part == "title" and draft.preamble:
            opening.append(preamble)
    if draft.preamble and not document.title:
        opening.append(preamble)
    return joined([*opening, *early, *rest, *late])


def own_sections(document: Document) -> set[str]:
    """Return the keys of the template's sections that a document fills."""
    defaults = Document()
    filled = {spec.key for spec in outline()[2:] if getattr(document, spec.key) != getattr(defaults, spec.key)}
    return filled - {"comparison", "recommendation", "risk_scale"} | ({"options"} if filled & _BELOW else set())


def plain_text(title: str, text: str) -> str:
    """Return a document that holds a text as it stands below its title; headings begin custom sections there."""
    return joined([f"# {heading_text(title)}" if title else "", closed(text)])


def joined(parts: Iterable[str]) -> str:
    """Join the pieces of a document with a blank line between them."""
    text = "\n\n".join(part.strip("\n") for part in parts if part.strip())
    return text + "\n" if text else ""


def custom_text(custom: Custom, *, sound: bool = False) -> str:
    """Return a custom section with its heading; its fences are looked at unless they are known to be sound."""
    return f"## {heading_text(custom.name)}\n\n{custom.text if sound else closed(custom.text)}"


def closed(text: str) -> str:
    """Return Markdown that swallows nothing behind it: an open fence or comment is closed."""
    blocks: list[Block] = scan(text.split("\n"))
    return contain(text, 1) if blocks and not blocks[-1].closed else text


def _written(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the places of the document with their text."""
    for place, value in places(settle(document)):
        if place.part == "metadata":
            yield place.part, render(place, value, {})
        elif place.part in ("title", "options"):
            yield place.part, place.head
        else:
            data = value[1] if place.part == "option" else value
            yield place.part, f"{place.head}{render(place, data, {}, blanks=False)}"
