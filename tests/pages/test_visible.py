"""Letters that nobody sees are shown by their number, and everything else of a page stays."""

from hypothesis import given
from hypothesis import strategies as st

from archkit.pages.visible import visible

UNSEEN = "\u202a\u202e\u2066\u2069\x00\x08\x0b\x1f\x7f\x9f\ud800\udfff\ufffe\uffff"
letters = st.one_of(st.characters(exclude_categories=()), st.sampled_from(UNSEEN))


def _is_shown(letter: str) -> bool:
    number = ord(letter)
    turns = 0x202A <= number <= 0x202E or 0x2066 <= number <= 0x2069
    control = (number < 32 and letter not in "\t\n") or 127 <= number <= 0x9F
    return not (turns or control or 0xD800 <= number <= 0xDFFF or number in (0xFFFE, 0xFFFF))


@given(st.text(alphabet=letters))
def test_each_unseen_letter_is_shown_by_its_number_and_each_other_one_stays(text):
    expected = "".join(letter if _is_shown(letter) else f"[U+{ord(letter):04X}]" for letter in text)

    assert visible(text) == expected


def test_halves_of_letters_beside_each_other_are_two():
    assert visible("a\ud83d\ude00b") == "a[U+D83D][U+DE00]b"
    assert visible("\U0001f600") == "\U0001f600"
