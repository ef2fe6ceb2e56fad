"""What a field of prose asks the kernel for: its diagrams drawn, and the findings that it may cite."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from archkit.diagrams.diagram import Diagram, read_diagram
from archkit.diagrams.rows import flow_diagram
from archkit.model.document import Document
from archkit.widgets.messages import text_of

#: The operation of these messages; `ask` says what is wanted.
OPERATION = "prose"
_MOST_DRAWN = 4
_LONGEST_WORDS = 160
_NAME = re.compile(r"[A-Za-z][\w-]{0,60}")


def prose_answer(document: Document, message: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a message asks for.

    Args:
        document: The document that the field belongs to.
        message: `ask` is `findings`, `draw` or `flow`; to draw, `texts` holds mermaid texts; `name` is what the ids of
            the drawings begin with.
    """
    if message.get("ask") == "findings":
        return {"findings": [[f.id, " ".join(f.text.split())[:_LONGEST_WORDS]] for f in document.findings if f.id]}
    name = _NAME.fullmatch(str(message.get("name")))
    anchor = name[0] if name else "diagram"
    if message.get("ask") == "flow":
        return {"drawings": [_shown(flow_diagram(document.data_flow), anchor)]}
    texts = message.get("texts")
    given = [text_of(text) for text in texts[:_MOST_DRAWN]] if isinstance(texts, list) else []
    return {"drawings": [_shown(read_diagram(text), f"{anchor}-{place}") for place, text in enumerate(given)]}


def _shown(diagram: Diagram, anchor: str) -> dict[str, str]:
    return {"svg": diagram.svg(anchor), "note": diagram.note}
