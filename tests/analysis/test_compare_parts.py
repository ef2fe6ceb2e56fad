"""The parts of a comparison: what a person sees beside score and rank."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.compare import compare
from archkit.analysis.comparing.verdict import CLOSE_CALL, NO_ANSWER, NO_CLEAR_WINNER, RULE
from archkit.errors import AnalysisError
from archkit.model.comparison import Comparison, Criterion, Judgement, Rating
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.options import Option

PARTS = (
    "weights",
    "dominance",
    "weight_intervals",
    "score_changes",
    "ranks",
    "regret",
    "value_for_effort",
    "deltas",
    "agreement",
)
CELLS = ["", "1", "2", "3", "4", "5", "2–4", "1–5"]


def document(*criteria, names=("A", "B"), work=(), **comparison):
    """Each criterion is (name, weight, one score for each option); each work is (option, days)."""
    rows = tuple(
        Criterion(criterion=name, weight=weight, scores=dict(zip(names, scores, strict=True)))
        for name, weight, scores in criteria
    )
    items = tuple(WorkItem(work_item=f"For {name}", likely=days, option=name) for name, days in work)
    return Document(
        options=tuple(Option(name=name) for name in names),
        comparison=Comparison(options=names, criteria=rows, **comparison),
        effort=Effort(work_items=items),
    )


TWO_TO_FIVE = st.integers(2, 5)


def tables(options=TWO_TO_FIVE):
    """Return comparisons with 1–4 criteria, in which cells may be blank or ranges."""
    return options.flatmap(
        lambda count: st.lists(
            st.tuples(st.integers(1, 40), st.lists(st.sampled_from(CELLS), min_size=count, max_size=count)),
            min_size=1,
            max_size=4,
        )
    )


def of(rows, names):
    return document(*((f"C{at}", str(weight), scores) for at, (weight, scores) in enumerate(rows)), names=names)


@settings(max_examples=60, deadline=None)
@given(tables(st.integers(3, 5)))
def test_taking_an_option_out_never_turns_the_order_of_the_others(rows):
    names = tuple("ABCDE"[: len(rows[0][1])])

    every = compare(of(rows, names)).frame
    fewer = compare(of([(weight, scores[:-1]) for weight, scores in rows], names[:-1])).frame

    assert every["score"].iloc[:-1].tolist() == pytest.approx(fewer["score"].tolist(), abs=0, nan_ok=True)
    left = every["rank"].iloc[:-1].dropna()
    assert (left.rank(method="min") == fewer["rank"].dropna()).all()


def test_a_copy_of_an_option_reverses_no_rank():
    """Belton & Gear, On a short-coming of Saaty's method of analytic hierarchies, Omega 11 (1983).

    Three options on three equal criteria with ratios 1:9:1, 9:1:1 and 8:9:1 rank B, A, C by Saaty's method (0.47, 0.45,
    0.08); a fourth that copies B turns the first two. On fixed scales it does not.
    """
    ratios = (("1", "9", "1"), ("9", "1", "1"), ("8", "9", "1"))
    three = [(f"C{at}", "1", row) for at, row in enumerate(ratios)]
    four = [(name, weight, (*row, row[1])) for name, weight, row in three]
    scaled = [
        document(*rows, names=names).replace(
            comparison=Comparison(
                options=names,
                criteria=tuple(
                    Criterion(criterion=name, weight="1", scale="0 … 9", scores=dict(zip(names, row, strict=True)))
                    for name, _, row in rows
                ),
            )
        )
        for rows, names in ((three, ("A", "B", "C")), (four, ("A", "B", "C", "Copy")))
    ]

    before, after = (compare(each).frame["rank"] for each in scaled)

    assert before.to_dict() == {"A": 2, "B": 1, "C": 3}
    assert after.to_dict() == {"A": 3, "B": 1, "C": 4, "Copy": 1}


@settings(max_examples=60, deadline=None)
@given(tables())
def test_the_interval_holds_the_score_and_the_contributions_add_up(rows):
    found = compare(of(rows, tuple("ABCDE"[: len(rows[0][1])])))

    scored = found.frame.dropna(subset="score")
    assert (scored["low"] <= scored["score"] + 1e-12).all()
    assert (scored["score"] <= scored["high"] + 1e-12).all()
    assert np.allclose(found.contributions[scored.index].sum(), scored["score"])


@settings(max_examples=60, deadline=None)
@given(tables(), st.sampled_from(CELLS[1:]))
def test_a_blank_holds_whatever_is_filled_in(rows, score):
    names = tuple("ABCDE"[: len(rows[0][1])])
    rows = [(10, ["3"] * len(names)), *rows]
    blank = [*rows, (20, ["", *["2"] * (len(names) - 1)])]
    filled = [*rows, (20, [score, *["2"] * (len(names) - 1)])]

    wide, narrow = (compare(of(each, names)).options[0] for each in (blank, filled))

    assert wide.low <= narrow.low + 1e-12
    assert narrow.high <= wide.high + 1e-12


@settings(max_examples=30, deadline=None)
@given(tables(), st.randoms())
def test_the_order_of_rows_and_options_does_not_matter(rows, chance):
    names = tuple("ABCDE"[: len(rows[0][1])])
    turned = list(names)
    chance.shuffle(turned)
    criteria = [(f"C{at}", str(weight), scores) for at, (weight, scores) in enumerate(rows)]
    other = [(name, weight, [scores[names.index(option)] for option in turned]) for name, weight, scores in criteria]
    chance.shuffle(other)

    one = compare(document(*criteria, names=names), draws=200)
    two = compare(document(*other, names=tuple(turned)), draws=200)

    assert one.frame["rank"].dropna().to_dict() == two.frame["rank"].dropna().to_dict()
    assert one.verdict.kind == two.verdict.kind
    ranked = list(one.in_play.options)
    assert np.allclose(one.ranks.frame.loc[ranked], two.ranks.frame.loc[ranked], equal_nan=True)


def test_options_that_are_out_or_open_take_no_part_and_stay_visible():
    found = compare(
        document(
            ("Gate", "must", ["yes", "no", ""]),
            ("Speed", "1", ["2", "5", "5"]),
            names=("In", "Out", "Open"),
            work=[("In", 9), ("Out", 1)],
        )
    )

    assert list(found.frame.index) == ["In", "Out", "Open"]
    assert found.ranks.table.options == ("In",)
    assert list(found.regret.frame["option"]) == ["In"]
    assert found.verdict.kind == NO_ANSWER
    assert found.value_for_effort.frame["efficient"].tolist() == [True, False, False]
    assert found.value_for_effort.frame["out"].tolist() == ["", "out: Gate", "open: Gate"]


@pytest.mark.parametrize(
    ("criteria", "kind", "words"),
    [
        ([("Speed", "1", ["5", "1"]), ("Cost", "1", ["5", "3"])], "ahead", "A is ahead"),
        ([("Speed", "1", ["3", "3"])], NO_CLEAR_WINNER, "A and B have the same score"),
        ([("Speed", "1", ["5", "1"]), ("Cost", "1", ["1", "5"])], NO_CLEAR_WINNER, "have the same score"),
        ([("Speed", "101", ["5", "1"]), ("Cost", "99.5", ["1", "5"])], NO_CLEAR_WINNER, "only 0.007 more than B"),
        ([("Speed", "1", ["1–5", "3"]), ("Cost", "1", ["3.1", "3"])], NO_CLEAR_WINNER, "of the draws"),
        ([("Speed", "53", ["5", "1"]), ("Cost", "47", ["1", "5"])], CLOSE_CALL, "B is ahead of A once Speed weighs 50"),
        ([("Speed", "1", ["4", "2–5"]), ("Cost", "1", ["4", "4"])], CLOSE_CALL, "the interval of B reaches 0.88"),
        ([("Speed", "8", ["5", "3"]), ("Cost", "2", ["1", "5"])], CLOSE_CALL, "of all weights"),
        ([("Speed", "1", ["", ""])], NO_ANSWER, "no option has a score"),
        ([("Speed", "0", ["3", "4"])], NO_ANSWER, "no criterion has a weight above 0"),
        ([], NO_ANSWER, "there are no criteria"),
    ],
)
def test_ties_and_close_calls_are_called_by_name(criteria, kind, words):
    found = compare(document(*criteria)).verdict

    assert found.kind == kind
    assert words in str(found)
    assert RULE in str(found)


def test_a_lead_says_how_large_it_is():
    found = compare(document(("Speed", "1", ["5", "1"]), ("Cost", "1", ["5", "3"]))).verdict

    assert found.leaders == ("A",)
    assert found.reasons == ("A scores 0.75 more than B, the next one",)


def test_the_smallest_score_change_stands_on_the_criterions_own_scale():
    given = document(("Days", "1", ["10", "20"]))
    criteria = (given.comparison.criteria[0].replace(scale="days: 40 … 0"),)

    found = compare(given.replace(comparison=given.comparison.replace(criteria=criteria))).score_changes

    assert found.smallest.change == pytest.approx(-0.25)
    assert (found.smallest.option, found.smallest.score, found.smallest.changed) == ("A", 10, pytest.approx(20))
    assert "Smallest: A on Days by -0.25 of the scale (from 10 to 20)." in str(found)


def test_the_reference_is_the_one_asked_for_then_the_documents_then_the_first():
    given = document(("Speed", "1", ["5", "1", "2–3"]), names=("A", "B", "C"), reference="b")

    assert compare(given).deltas.reference == "B"
    assert compare(given, reference="Option 3").deltas.reference == "C"
    assert compare(document(("Speed", "1", ["5", "1"]))).deltas.reference == "A"
    assert compare(given).deltas.signs.loc["Speed"].tolist() == ["+", "0", "+"]
    assert compare(given).deltas.frame["score"].tolist() == pytest.approx([1.0, 0.0, 0.375])


def test_a_delta_is_open_where_ranges_overlap_or_a_score_is_missing():
    found = compare(document(("Speed", "1", ["3", "2–4", "", "3"]), names=("A", "B", "C", "D"))).deltas

    assert found.signs.loc["Speed"].tolist() == ["0", "?", "?", "0"]
    assert found.values.loc["Speed"].isna().tolist() == [False, False, True, False]


def test_a_reference_that_is_not_there_is_refused_or_said():
    given = document(("Speed", "1", ["5", "1"]), reference="Zebra")

    with pytest.raises(
        AnalysisError, match='there is no option "Kafka" to set the others against; the options are "A"'
    ):
        compare(given, reference="Kafka")
    assert any('the reference "Zebra" is no option' in problem for problem in compare(given).problems)


def test_pairwise_weights_print_their_consistency_and_the_table_behind_it():
    judgements = tuple(
        Judgement(criterion=one, against=two, ratio=ratio)
        for one, two, ratio in (("X", "Y", "3"), ("Y", "Z", "3"), ("X", "Z", "5"))
    )
    found = compare(document(*((name, "", ["3", "4"]) for name in "XYZ"), weights="pairwise", judgements=judgements))

    assert "λmax 3.0385, consistency index 0.0193, consistency ratio 0.0332" in str(found.weights)
    assert "Saaty, The Analytic Hierarchy Process (1980): 0.58 for 3 criteria" in str(found.weights)
    assert found.weights.frame["share"].tolist() == pytest.approx([0.637, 0.258, 0.105], abs=5e-4)


def test_raters_rank_for_themselves_and_their_split_is_named():
    ratings = tuple(
        Rating(rater=who, criterion="Speed", weight=weight, scores={"A": first, "B": second})
        for who, weight, first, second in (("Ann", "3", "5", "1"), ("Bo", "1", "1", "5"), ("Cy", "", "4", "2"))
    )
    found = compare(document(("Speed", "2", ["", ""]), ("Cost", "1", ["3", "3"]), ratings=ratings)).agreement

    cell = found.frame.set_index(["criterion", "option"]).loc[("Speed", "A")]
    assert (cell["lowest"], cell["median"], cell["highest"], cell["spread"], cell["split"]) == (1, 4, 5, 1.0, True)
    assert found.rater_ranks.loc["Ann"].tolist() == [1, 2]
    assert found.rater_ranks.loc["Bo"].tolist() == [2, 1]
    assert found.rater_scores.loc["Cy"].tolist() == pytest.approx([2 / 3 * 0.75 + 1 / 6, 2 / 3 * 0.25 + 1 / 6])
    assert found.concordance == pytest.approx(1 / 9)
    assert "Split on Speed for A; Speed for B; Speed for its weight." in str(found)


def test_ratings_that_cannot_count_are_said():
    ratings = (
        Rating(rater="", criterion="Speed", scores={"A": "3"}),
        Rating(rater="Ann", criterion="Sped", scores={"A": "3"}),
        Rating(rater="Bo", criterion="Speed", scores={"A": "quick"}),
    )

    found = " ".join(compare(document(("Speed", "1", ["3", "4"]), ratings=ratings)).problems)

    assert 'a rating of "Speed" has no rater' in found
    assert 'Ann rates "Sped", which is no criterion' in found
    assert 'Bo on "Speed": A, score "quick" is not understood' in found


@pytest.mark.parametrize(
    "given",
    [
        Document(),
        document(),
        document(("Speed", "0", ["3", "4"])),
        document(("Speed", "1", ["", ""])),
        document(("Speed", "", ["3", "4"])),
        document(("Speed", "1", ["3"]), names=("A",)),
        document(("Speed", "must", ["yes", "no"])),
        document(("Speed", "must", ["no", "no"]), ("Cost", "1", ["3", "4"])),
        document(("Speed", "", ["3", "4"]), weights="pairwise"),
        document(("Speed", "1", ["3", "4"]), ("Speed", "1", ["5", "1"])),
    ],
)
def test_every_part_has_a_result_for_any_document(given):
    found = compare(given, draws=50)
    usual = compare(document(("Speed", "1", ["3", "4"])), draws=50)

    for name in PARTS:
        part = getattr(found, name)
        assert repr(part) == repr(getattr(compare(given, draws=50), name))
        assert part._repr_html_().startswith("<table>")
        columns = dict(part.frame.dtypes)
        if name != "ranks":
            assert columns == dict(getattr(usual, name).frame.dtypes)
    assert found.verdict.words


def test_nothing_that_is_shown_recommends():
    found = compare(document(("Speed", "1", ["5", "1"]), ("Cost", "1", ["5", "3"])), draws=50)

    words = " ".join([repr(found), str(found.verdict), *(repr(getattr(found, name)) for name in PARTS)]).casefold()

    assert "recommend" not in words
    assert "should choose" not in words
    assert "winner is" not in words
