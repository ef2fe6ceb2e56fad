"""What a reviewer would send back: rules over a manuscript, each a small function with an id."""

from typing import Any

from archkit.checks.check import check
from archkit.checks.settings import Settings, settings_for

__all__ = ["RULES", "Settings", "check", "settings_for"]


def __getattr__(name: str) -> Any:
    # Whoever asks for the settings alone, as a page does, waits for no rules.
    if name == "RULES":
        from archkit.checks.rules import RULES

        return RULES
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
