"""The merged order of what both sides moved and put in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.versions.order import merge_order, moved


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "abxc", "abc", "abxc"),
        ("abc", "abcx", "abcy", "abcxy"),
        ("abc", "xabc", "yabc", "xyabc"),
        ("abc", "xyabc", "abczw", "xyabczw"),
        ("abcdef", "bacdef", "abcdfe", "bacdfe"),
        ("abcdef", "fabcde", "bcdefa", "fbcdea"),
        ("abcde", "ace", "abcde", "abcde"),
        ("abc", "", "abc", "abc"),
        ("", "ab", "cd", "abcd"),
        ("abcde", "bacde", "bacde", "bacde"),
        ("abc", "bac", "abxc", "baxc"),
        ("abcde", "bacde", "bcdea", "bcdea"),
        ("abcdef", "bacdef", "bacfde", "bacfde"),
    ],
)
def test_each_side_finds_what_it_put_where_it_put_it(base, mine, theirs, merged):
    found, disputed = merge_order(base, mine, theirs)

    assert ("".join(found), disputed) == (merged, False)


def test_one_key_moved_to_two_places_is_disputed_and_mine_counts():
    assert merge_order("abcde", "bcade", "bcdea") == (list("bcade"), True)


keys = st.permutations(range(12)).flatmap(lambda order: st.integers(0, 12).map(lambda count: order[:count]))


@given(keys, keys, keys)
def test_every_key_of_both_sides_is_there_once(base, mine, theirs):
    base = [key for key in base if key in mine or key in theirs]

    assert sorted(merge_order(base, mine, theirs)[0]) == sorted({*mine, *theirs})


@given(st.permutations(range(12)), keys)
def test_a_side_that_changed_nothing_has_no_say(base, side):
    base = [key for key in base if key in side]

    assert merge_order(base, base, side) == (list(side), False)
    assert merge_order(base, side, base) == (list(side), False)
    assert merge_order(base, side, side) == (list(side), False)


@given(st.permutations(range(9)))
def test_as_few_keys_move_as_can_be(order):
    rest = [key for key in order if key not in moved(range(9), order, ())]
    risings = ([key for n, key in enumerate(order) if mask >> n & 1] for mask in range(512))
    longest = max(len(keys) for keys in risings if keys == sorted(keys))

    assert rest == sorted(rest)
    assert len(rest) == longest


def test_a_long_list_turned_around_takes_no_square_of_time():
    keys = list(range(20_000))
    begin = time.process_time()

    assert merge_order(keys, keys[::-1], keys)[0] == keys[::-1]
    assert time.process_time() - begin < 5
