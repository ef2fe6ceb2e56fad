"""What a reviewer would send back: rules over a manuscript, each a small function with an id."""

from archkit.checks.check import check
from archkit.checks.rules import RULES
from archkit.checks.settings import Settings, settings_for

__all__ = ["RULES", "Settings", "check", "settings_for"]
