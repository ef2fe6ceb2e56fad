"""What is not known, not agreed or tied in a comparison is named, and never decided in silence."""

from __future__ import annotations

from math import isnan

import pytest

from archkit.analysis.compare import compare
from archkit.analysis.comparing.verdict import CLOSE_CALL
from archkit.figures.weight_interval_bars import weight_interval_bars
from archkit.model.comparison import Comparison, Criterion, Judgement, Rating
from archkit.model.document import Document
from archkit.model.options import Option
from archkit.model.risks import Risk


def document(*criteria, names=("A", "B"), risks=(), **comparison):
    """Each criterion is (name, weight, one score for each option)."""
    rows = tuple(
        Criterion(criterion=name, weight=weight, scores=dict(zip(names, scores, strict=True)))
        for name, weight, scores in criteria
    )
    options = tuple(Option(name=name) for name in names)
    return Document(options=options, comparison=Comparison(options=names, criteria=rows, **comparison), risks=risks)


def rate(rater, criterion, weight="", **scores):
    return Rating(rater=rater, criterion=criterion, weight=weight, scores=scores)


def test_a_blank_weight_widens_the_interval_and_is_said():
    found = compare(document(("Cost", "30", ("4", "2")), ("Risk", "", ("1", "5"))))

    assert list(found.frame.loc["A", ["low", "score", "high"]]) == pytest.approx([0.375, 0.5, 0.75])
    assert any('"Risk": there is no weight' in problem for problem in found.problems)
    assert any("half of the largest" in note for note in found.weights.notes)


def test_an_option_that_leads_with_an_open_weight_makes_a_close_call():
    found = compare(document(("Cost", "30", ("5", "2")), ("Risk", "30", ("2", "2")), ("Time", "", ("1", "5"))))

    assert found.verdict.kind == CLOSE_CALL
    assert "B can score 0.08 more than A with weights that are open" in found.verdict.reasons
    assert found.regret.rows[0].regret_if_open_goes_wrong == pytest.approx(1 / 12)


def test_a_split_on_weights_is_not_averaged_away():
    ratings = (rate("Ann", "X", "80"), rate("Ann", "Y", "20"), rate("Bob", "X", "30"), rate("Bob", "Y", "70"))

    found = compare(document(("X", "", ("5", "1")), ("Y", "", ("3", "5")), ratings=ratings))

    assert found.verdict.words == "close call: A before B"
    assert "with Bob's weights B leads" in found.verdict.reasons
    assert list(found.frame.loc["A", ["low", "score", "high"]]) == pytest.approx([0.65, 0.775, 0.9])
    assert any('split, so no one number stands for all: the weight of "X" (30 % to 80 %)' in p for p in found.problems)


def test_raters_who_differ_on_weights_and_not_on_who_leads_make_no_close_call():
    ratings = (rate("Ann", "X", "80"), rate("Ann", "Y", "20"), rate("Bob", "X", "30"), rate("Bob", "Y", "70"))

    found = compare(document(("X", "", ("5", "4")), ("Y", "", ("2", "1")), ratings=ratings))

    low, high = found.frame["low"], found.frame["high"]
    assert high["B"] > low["A"]
    assert found.verdict.kind == "ahead"


@pytest.mark.parametrize("method", ["direct", "rank"])
def test_the_arrays_of_the_parts_hold_the_scores_of_the_document(method):
    rows = [("X", "2", ("5", "1–3")), ("Y", "", ("3", "")), ("Z", "1", ("9", "4")), ("G", "must", ("yes", "yes"))]
    ratings = (rate("Ann", "Y", "3"), rate("Bob", "Z", "1"))

    for given in ((), ratings):
        found = compare(document(*rows, weights=method, ratings=given))
        low, high = found.table.intervals
        assert [list(column) for column in (low, found.table.scores, high)] == [
            pytest.approx(list(found.frame[name])) for name in ("low", "score", "high")
        ]


@pytest.mark.parametrize("names", [("A", "B"), ("B", "A")])
def test_a_tie_names_all_leaders_in_whatever_order_they_stand(names):
    scores = {"A": ("5", "1"), "B": ("1", "5")}
    rows = [(name, "50", tuple(scores[option][at] for option in names)) for at, name in enumerate(("C", "D"))]

    found = compare(document(*rows, names=names))

    assert set(found.weight_intervals.leaders) == {"A", "B"}
    assert [(row.low, row.high, row.ahead_below, row.ahead_above) for row in found.weight_intervals.rows] == [
        (0.5, 0.5, "B", "A"),
        (0.5, 0.5, "A", "B"),
    ]
    assert found.score_changes.smallest is None
    assert found.score_changes.notes[0].startswith(f"{names[0]} and {names[1]} have the same score")
    assert (
        f"Weights with which {names[0]} and {names[1]} stay ahead" in weight_interval_bars(found.weight_intervals).alt
    )


def test_an_option_without_any_score_has_none_anywhere_and_takes_no_part():
    found = compare(document(("Cost", "30", ("4", "2", "")), ("Risk", "20", ("1", "5", "")), names=("A", "B", "C")))

    assert isnan(found.deltas.frame.set_index("option")["score"]["C"])
    assert found.contributions["C"].isna().all()
    assert "C takes no part (no score)" in found.verdict.reasons


def test_regret_at_most_holds_blanks_at_their_ends():
    found = compare(document(("C", "30", ("", "3")), ("D", "30", ("4", "4"))))

    assert list(found.regret.frame["largest"]) == pytest.approx([0.5, 0.5])


def test_raters_who_differ_on_a_gate_are_named():
    given = document(
        ("G", "must", ("", "yes")),
        ("X", "10", ("4", "3")),
        ratings=(rate("Ann", "G", A="yes"), rate("Bob", "G", A="no")),
    )

    problems = compare(given).problems

    assert (
        'A: the raters differ on the must "G" (Ann yes, Bob no), and nothing is agreed, so it has no rank' in problems
    )
    assert not any("no answer" in problem or "not answered" in problem for problem in problems)


def test_a_rating_from_python_means_the_option_by_its_name_in_another_case():
    given = document(("X", "10", ("", "3")), ratings=(rate("Ann", "x", a="5"), rate("ann", "X", A="4")))

    found = compare(given)

    assert [option.name for option in found.options] == ["A", "B"]
    assert list(found.agreement.rater_ranks.index) == ["Ann"]
    assert found.frame.loc["A", "score"] == pytest.approx(1.0)
    assert 'Ann rates A on "X" twice, so the first score counts' in found.problems


def test_a_risk_of_an_option_that_is_not_there_is_said():
    found = compare(document(names=("A", "B"), risks=(Risk(risk="a", likelihood="50%", cost=10, option="Z"),)))

    assert any('R1 "a" names the option "Z", which is not there' in problem for problem in found.problems)
    assert not any("R1" in problem for problem in compare(document(risks=(Risk(risk="a", option="a"),))).problems)


@pytest.mark.parametrize("count", [1, 2])
def test_two_criteria_have_no_consistency_ratio(count):
    rows = [(f"C{at}", "", ("4", "2")) for at in range(count)]
    judgements = [Judgement(criterion="C0", against="C1", ratio="3")] * (count - 1)

    notes = " ".join(compare(document(*rows, weights="pairwise", judgements=tuple(judgements))).weights.notes)

    assert "no consistency ratio" in notes
    assert "0.0000" not in notes


def test_a_raters_weight_that_cannot_be_read_is_blank_and_said():
    given = (rate("Ann", "X", "-3", A="5"), rate("Ann", "Y", "20"), rate("Bob", "X", "30"), rate("Bob", "Y", "70"))
    rows = (("X", "", ("5", "1")), ("Y", "50", ("3", "5")))

    found = compare(document(*rows, ratings=given))
    without = compare(document(*rows, ratings=given[2:]))

    assert found.weighting.shares == without.weighting.shares == pytest.approx((30 / 80, 50 / 80))
    assert any(problem.startswith('Ann on "X": weight "-3" is not understood') for problem in found.problems)
    assert any(problem.endswith("until then it counts as blank") for problem in found.problems)


def test_a_swing_beyond_its_end_counts_and_is_said():
    given = (rate("Ann", "X", "120"), rate("Ann", "Y", "40"))

    found = compare(document(("X", "", ("5", "1")), ("Y", "", ("3", "5")), ratings=given, weights="swing"))

    assert found.weighting.shares == pytest.approx((0.75, 0.25))
    assert any('Ann on "X": weight "120" is no swing' in problem for problem in found.problems)
    assert not any("counts as blank" in problem for problem in found.problems)


def test_raters_weights_beside_judgements_are_said_to_count_in_their_own_rankings_alone():
    judgements = (Judgement(criterion="X", against="Y", ratio="3"),)
    rows = (("X", "", ("5", "1")), ("Y", "", ("3", "5")))

    weighed, silent = (
        compare(document(*rows, ratings=(rate("Ann", "X", weight, A="4"),), weights="pairwise", judgements=judgements))
        for weight in ("40", "")
    )

    assert weighed.weighting.shares == silent.weighting.shares == pytest.approx((0.75, 0.25))
    assert any(problem.startswith("the weights of Ann count in their own ranking") for problem in weighed.problems)
    assert not any("own ranking" in problem for problem in silent.problems)


def test_an_option_with_blanks_alone_has_no_score_no_bar_and_takes_no_part():
    found = compare(document(("Cost", "50", ("4", "")), ("Risk", "50", ("2", ""))))

    assert found.frame.loc["B", ["score", "low", "high"]].isna().all()
    assert found.contributions["B"].isna().all()
    assert found.values["B"].isna().all()
    assert found.verdict.words == "A is the only option that can be ranked"
    assert "B takes no part (no score)" in found.verdict.reasons
    assert any('"B" has no score' in item and "anything from worst to best" in item for item in found.problems)


def test_criteria_of_one_name_are_said_once_in_whatever_case():
    found = compare(document(("Cost", "50", ("4", "2")), ("cost", "50", ("2", "5")), ("Risk", "1", ("1", "2"))))

    said = [problem for problem in found.problems if problem.startswith("more than one criterion is called")]
    assert len(said) == 1
    assert '"Cost"' in said[0]
