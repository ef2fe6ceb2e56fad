"""A list is the same data however wide its marks are set, though plain items take a way of their own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archkit.format.lists import Item, read_list
from archkit.format.scan import scan

WORDS = st.sampled_from(
    ["Ledger", "**Ledger**: x", "*so*", "[F1] Fire: x", "ä - b", "[a b] 3 days", "Source: <https://x>"]
)
ITEMS = st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3)), min_size=1, max_size=5)


def items(lines: list[str]) -> list[Item]:
    [block] = scan(lines)
    return read_list(lines, block)


@given(ITEMS, st.sampled_from("-+*"), st.booleans())
def test_plain_items_are_what_wider_ones_are(rows, bullet, loose):
    def written(indent: str, gap: str) -> list[str]:
        lines = []
        for text, children in rows:
            lines += [f"{bullet}{gap}{text}", *(f"{indent}{bullet}{gap}{child}" for child in children)]
            lines += [""] * loose
        return lines

    assert items(written("  ", " ")) == items(written("   ", "  "))


@given(ITEMS)
def test_an_item_that_goes_on_in_the_next_line_is_read_with_its_neighbours(rows):
    lines = [line for text, children in rows for line in (f"- {text}", *(f"  - {child}" for child in children))]

    found = items([*lines, "- Last", "  words"])

    assert found[:-1] == items(lines)
    assert found[-1].text == "Last\nwords"
