"""Alike texts are found as comparing each with each would find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archkit.checks.alike import AlikeTexts

WORDS = [f"word{letter}" for letter in "abcdefghijklmnopqrst"]


def are_alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    differing, common = mine ^ theirs, mine & theirs
    return len(common) >= 8 * len(differing) and bool(common) and not any(word[0].isdigit() for word in differing)


@st.composite
def texts_near_each_other(draw):
    base = [draw(st.frozensets(st.sampled_from([*WORDS, "7", "8.5"]))) for _ in range(3)]
    texts = []
    for _ in range(draw(st.integers(2, 12))):
        words = draw(st.sampled_from(base))
        texts.append(frozenset(words ^ draw(st.frozensets(st.sampled_from([*WORDS, "7", "9"]), max_size=2))))
    return texts


@given(texts_near_each_other())
def test_the_first_alike_text_is_that_of_comparing_each_with_each(texts):
    alike = AlikeTexts(texts)

    for number, words in enumerate(texts):
        expected = next((at for at, others in enumerate(texts[:number]) if are_alike(words, others)), None)
        assert alike.first("one source", words) == expected
        alike.meet("one source", words, number)


def test_texts_of_another_source_are_not_compared():
    words = frozenset(WORDS)
    alike = AlikeTexts([words, words])
    alike.meet("one source", words, 0)

    assert alike.first("another source", words) is None
    assert alike.first("one source", words) == 0


def test_two_texts_without_words_are_not_alike():
    alike = AlikeTexts([frozenset()])
    alike.meet("one source", frozenset(), 0)

    assert alike.first("one source", frozenset()) is None
