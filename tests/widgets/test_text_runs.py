"""Long texts are sent as what changed of them, and come out as they were."""

from hypothesis import given
from hypothesis import strategies as st

from archkit.widgets.text_runs import text_runs
from tests.widgets.pages_told import joined

TEXTS = st.lists(st.sampled_from(["", "a", "b", "</li>", "c 1", "\r", "1"]), max_size=12).map("\n".join)


@given(TEXTS, TEXTS)
def test_runs_joined_are_the_text(text, before):
    assert joined(text_runs(text, before), before) == text


def test_one_changed_line_is_all_that_is_sent():
    before = "\n".join(f"<li>{number % 3}</li>" for number in range(100))
    lines = before.split("\n")
    lines[40] = "<li>new</li>"

    assert text_runs("\n".join(lines), before) == [[0, 40], "<li>new</li>", [41, 100]]


def test_lines_that_moved_are_not_sent_again():
    assert text_runs("c\nd\na\nb", "a\nb\nc\nd") == [[2, 4], [0, 2]]
