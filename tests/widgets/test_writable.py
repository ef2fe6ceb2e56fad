"""What the source of a flowchart cannot hold is refused, typed or pasted."""

import pytest

from archkit.errors import ModelError
from archkit.widgets.writable import refuse_row, refuse_unwritable

NODE = ("data_flow", "nodes", 0)


@pytest.mark.parametrize(
    ("field", "words", "reason"),
    [
        ("shape", "cloud", "use process, store or actor"),
        ("shape", "Store", "use process, store or actor"),
        ("id", "2nd", "use a letter, then letters, digits and _"),
        ("id", "order events", "use a letter"),
        ("id", "größe", "use a letter"),
        ("id", "end", "not the word end"),
    ],
)
def test_a_box_that_mermaid_has_none_like_is_refused_with_what_would_be_right(field, words, reason):
    with pytest.raises(ModelError, match=reason):
        refuse_unwritable((*NODE, field), words)
    with pytest.raises(ModelError, match=reason):
        refuse_row(("data_flow", "nodes"), {"label": "A box", field: words})


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ((*NODE, "shape"), ""),
        ((*NODE, "shape"), "store"),
        ((*NODE, "id"), "order_2"),
        ((*NODE, "label"), "2nd <b>"),
        (("data_flow", "text"), "cloud"),
        (("phases", 0, "id"), "2nd"),
    ],
)
def test_all_else_passes(place, words):
    refuse_unwritable(place, words)
