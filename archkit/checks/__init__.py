"""What a reviewer would send back: rules over a manuscript, each a small function with an id."""

from archkit.checks.check import check
from archkit.checks.rules import RULES

__all__ = ["RULES", "check"]
