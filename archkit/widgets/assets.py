"""The browser's side of the forms: a few small ES modules that are sent as one text, and their style sheet."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent

#: Modules that run nothing while they are loaded may use each other in any order.
MODULES = (
    "dom",
    "picker",
    "clipboard",
    "heights",
    "section",
    "wire",
    "unsaved",
    "controls",
    "notices",
    "edits",
    "focus",
    "buttons",
    "cite",
    "drawn",
    "prose_text",
    "prose_keys",
    "prose_citations",
    "prose_diagrams",
    "prose",
    "grid_columns",
    "grid_widths",
    "grid_room",
    "grid_waiting",
    "grid_cells",
    "grid_rows",
    "grid_editor",
    "grid_head",
    "grid_help",
    "grid_clipboard",
    "grid_words",
    "grid_actions",
    "grid_pointer",
    "grid_keys",
    "grid",
    "grid_part",
    "board_claims",
    "board_columns",
    "board",
    "rows",
    "parts",
    "recover",
    "research",
    "gone",
    "form_news",
    "form",
)
SHEETS = ("form", "grid", "board", "research", "prose")


def script(*modules: str) -> str:
    """Return modules as one ES module without imports, comments and indentation."""
    texts = [(HERE / f"{name}.js").read_text(encoding="utf-8") for name in modules]
    lines = (line.strip() for text in texts for line in text.splitlines())
    kept = (line for line in lines if line and not line.startswith(("//", "import ")))
    return re.sub(r"^export (?!default)", "", "\n".join(kept), flags=re.MULTILINE)


def style(*sheets: str) -> str:
    """Return style sheets as one."""
    return "\n".join((HERE / f"{name}.css").read_text(encoding="utf-8") for name in sheets)


SCRIPT = script(*MODULES, "form_widget")
STYLE = style(*SHEETS)
