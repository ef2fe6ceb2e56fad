"""A message says what is stated and what is computed to its end."""

from __future__ import annotations

from archkit.assets import example_file
from archkit.checks.check import check
from archkit.format.read import read


def test_a_computed_total_is_never_cut():
    lines = example_file().read_text(encoding="utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("- Total: "))
    lines[at] = "- Total: 1 day"
    # A work item without days makes the longest sentence of a total.
    row = next(at for at, line in enumerate(lines) if line.startswith("| **Work") or line.startswith("| Work"))
    cells = lines[row + 2].split("|")
    lines[row + 2] = "|".join("many" if cell.strip().replace(".", "").isdigit() else cell for cell in cells)

    said = [item.message for item in check(read("\n".join(lines))) if item.rule == "stated-total"]

    assert any("(without 1 work item that cannot be read" in message for message in said), said
    assert not any("…" in message for message in said)
