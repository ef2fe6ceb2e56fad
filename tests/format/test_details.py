"""Details of numbered items: what is plainly indented below a number belongs to it, also from `10.` on."""

from __future__ import annotations

import pytest

from archkit.format.read import read
from archkit.format.render import render
from archkit.format.write import write

HEAD = "# Ledger Architecture\n\n## Implementation Phases\n\n"


def phases(text: str):
    return read(HEAD + text).document.phases


def twelve(indent: str, gap: str = "") -> str:
    """Twelve phases of which each waits for the first, with the detail behind some blanks."""
    return "".join(f"{number}. **P{number}**: x\n{gap}{indent}- After: P1\n{gap}" for number in range(1, 13))


@pytest.mark.parametrize("indent", [" ", "  ", "   ", "    "])
@pytest.mark.parametrize("gap", ["", "\n"], ids=["tight", "loose"])
def test_an_indented_bullet_is_a_detail_of_the_number_above_it(indent, gap):
    found = phases(twelve(indent, gap))

    assert [(phase.phase, phase.after) for phase in found] == [(f"P{number}", "P1") for number in range(1, 13)]


@pytest.mark.parametrize("bullets", ["--", "-*", "*+"])
def test_several_details_belong_to_it_with_any_bullet_and_indent(bullets):
    first, second = bullets
    (phase,) = phases(f"10. **Ledger**: x\n    {first} After: start\n   {second} People: 2\n")

    assert (phase.after, phase.people) == ("start", 2)


def test_a_bullet_that_is_not_indented_is_an_item_of_its_own():
    assert len(phases("10. **Ledger**: x\n- **Dispatcher**: y\n")) == 2


def test_a_bullet_right_below_the_indented_number_is_an_item_of_its_own():
    assert len(phases("  10. **Ledger**: x\n  - **Dispatcher**: y\n")) == 2


def test_a_list_below_such_a_detail_is_reported_with_its_line():
    manuscript = read(HEAD + "10. **Ledger**: x\n   - After: start\n     - deeper\n")

    assert manuscript.document.phases == ()
    assert [(found.line, "three levels" in str(found)) for found in manuscript.diagnostics] == [(7, True)]


def test_the_text_comes_back_as_it_was_and_an_edit_writes_as_many_blanks_as_are_needed():
    text = HEAD + twelve("   ")
    manuscript = read(text)
    place = next(place for place in manuscript.document.layout if place.part == "phases")
    written = render(place, manuscript.document.phases, {})

    assert write(manuscript.document, manuscript) == text
    assert "\n9. **P9**: x\n   - After: P1\n10. **P10**: x\n    - After: P1\n" in written
    assert phases(written) == manuscript.document.phases
