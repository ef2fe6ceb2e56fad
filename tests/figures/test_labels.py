from hypothesis import given
from hypothesis import strategies as st

from archkit.figures.labels import LIMIT, MISSING, label, said, wrapped


@given(st.text(max_size=400))
def test_a_label_is_one_short_line(text):
    assert len(label(text)) <= LIMIT
    assert label(text).isprintable()


@given(st.text(max_size=400), st.integers(8, 60), st.integers(1, 4))
def test_a_wrapped_label_keeps_to_its_lines_and_width(text, width, lines):
    found = wrapped(text, width, lines).split("\n")

    assert len(found) <= lines
    assert all(len(line) <= width for line in found)


def test_a_cut_text_ends_in_an_ellipsis():
    assert label("x" * 200).endswith("x…")
    assert wrapped("x" * 200, 10, 2) == f"{'x' * 10}\n{'x' * 9}…"
    assert label("short") == "short"


def test_what_no_font_has_is_one_box_in_a_label_and_stays_in_what_is_read_aloud():
    assert label("go 🚀🚀") == f"go {MISSING}"
    assert said("go 🚀🚀") == "go 🚀🚀"
