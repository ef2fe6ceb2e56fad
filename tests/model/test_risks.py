"""A likelihood that is given as a percentage."""

from archkit.model.risks import likelihood_share


def test_only_a_percentage_is_a_probability():
    assert [likelihood_share(text) for text in ("20%", "20", "likely", "120 %")] == [0.2, None, None, None]
