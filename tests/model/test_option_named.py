"""Which option a text names."""

from __future__ import annotations

import pytest

from archkit.model.option_named import option_named


@pytest.mark.parametrize(
    "text, options, named",
    [
        ("Kafka", ("Kafka", "Rabbit"), "Kafka"),
        ("kafka", ("Kafka", "Rabbit"), "Kafka"),
        ("Big  \n rabbit", ("Big Rabbit",), "Big Rabbit"),
        ("Option 2", ("Kafka", "Rabbit"), "Rabbit"),
        ("OPTION  2", ("Kafka", "Rabbit"), "Rabbit"),
        ("Option 2", ("Kafka", ""), ""),
        ("Option 2", ("", "Rabbit"), "Rabbit"),
        ("Option 3", ("Kafka", "Rabbit"), ""),
        ("Option 0", ("Kafka",), ""),
        ("Option 1", ("Kafka", "Option 1"), "Option 1"),
        ("option 1", ("Kafka", "Option 1"), "Option 1"),
        ("rabbit", ("RABBIT", "Rabbit"), ""),
        ("Rabbit", ("RABBIT", "Rabbit"), "Rabbit"),
        ("", ("Kafka", ""), ""),
        ("Zebra", ("Kafka",), ""),
        ("Kafka", (), ""),
    ],
)
def test_a_text_names_an_option_by_name_then_by_number(text, options, named):
    assert option_named(text, options) == named
