"""Rows are the same by name, by content, or because they are alike and near."""

from __future__ import annotations

import time

from archkit.model.options import Option
from archkit.model.risks import Risk
from archkit.versions.match import match, row_item


def matched(left, right):
    return match(list(map(row_item, left)), list(map(row_item, right)))


def risks(*names, **fields):
    return [Risk(risk=name, **fields) for name in names]


def test_a_name_finds_its_row_wherever_it_stands():
    assert matched(risks("a", "b", "c"), risks("c", "a", "b")) == {0: 1, 1: 2, 2: 0}


def test_rows_of_one_name_go_by_their_content():
    left = [Risk(risk="x", owner="Ann"), Risk(risk="x", owner="Ben")]

    assert matched(left, left[::-1]) == {0: 1, 1: 0}


def test_equal_rows_keep_their_order():
    assert matched(risks("x", "x", "x"), risks("x", "x")) == {0: 0, 1: 1}


def test_a_renamed_row_is_known_by_its_other_words():
    left = [Option(name="Kafka", description="Three brokers with small controllers and a connector")]
    right = [
        Option(name="Redpanda", description="Three brokers with small controllers and a connector"),
        Option(name="New"),
    ]

    assert matched(left, right) == {0: 0}


def test_strangers_stay_strangers_even_in_the_same_place():
    left = risks("The broker is down", mitigation="Add replicas", likelihood="likely", impact="major")
    right = risks("Keys leak", mitigation="Rotate them", likelihood="likely", impact="major")

    assert matched(left, right) == {}


def test_ten_thousand_rows_take_time_in_proportion():
    left = [Risk(risk=f"Risk {n} of the {n % 97} kind", mitigation=f"measure {n % 13} {n}") for n in range(10_000)]
    right = [Risk(risk=f"Danger {n} of the {n % 97} kind", mitigation=f"measure {n % 13} {n}") for n in range(10_000)]
    begin = time.process_time()

    pairs = matched(left, right)

    # All pairs would take minutes.
    assert time.process_time() - begin < 10
    assert sum(index == other for index, other in pairs.items()) > 9_900


def test_ten_thousand_equal_rows_are_matched_at_once():
    rows = risks(*["same"] * 10_000)
    begin = time.process_time()

    assert matched(rows, rows[1:])[5_000] == 5_000
    assert time.process_time() - begin < 5
