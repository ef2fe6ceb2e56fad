"""The browser's side of the studio: the modules of the forms, those of its own, and both their style sheets."""

from __future__ import annotations

from archkit.widgets.assets import MODULES, SHEETS, script, style

STUDIO_MODULES = (
    "reveal",
    "studio_choices",
    "studio_model",
    "studio_rescue",
    "studio_keys",
    "studio_sections",
    "studio_frame_keys",
    "studio_frame",
    "studio_morph",
    "studio_patch",
    "studio_page",
    "studio_markdown",
    "studio_missing",
    "studio_side",
    "studio",
)
STUDIO_SCRIPT = script(*MODULES, *STUDIO_MODULES)
STUDIO_STYLE = style(*SHEETS, "studio")
