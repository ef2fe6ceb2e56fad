"""What a person sees of a comparison: text, HTML and frames, with numbers that can be told apart."""

import pytest

from archkit.analysis.compare import compare
from archkit.analysis.comparing.verdict import CLOSE_CALL, NO_ANSWER, NO_CLEAR_WINNER
from archkit.analysis.document_effort import document_effort
from archkit.analysis.shown import apart, percent
from archkit.model.comparison import Comparison, Criterion, Rating
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.options import Option


def document(*criteria: tuple[str, str, tuple[str, ...]], names=("A", "B"), ratings=(), **values) -> Document:
    rows = tuple(
        Criterion(criterion=name, weight=weight, scores=dict(zip(names, scores, strict=True)))
        for name, weight, scores in criteria
    )
    comparison = Comparison(options=names, criteria=rows, ratings=ratings, **values)
    return Document(options=tuple(Option(name=name) for name in names), comparison=comparison)


RATED = document(
    ("Cost", "100", ("4", "2")),
    ("Speed", "", ("", "5")),
    ratings=(
        Rating(rater="Ana", criterion="Speed", weight="100", scores={"A": "1"}),
        Rating(rater="Ben", criterion="Speed", weight="300", scores={"A": "5"}),
        Rating(rater="Ben", criterion="Cost", weight="60"),
    ),
)


def test_the_verdict_shows_itself_as_text_as_html_and_as_a_frame():
    found = compare(document(("Speed <1>", "53", ("5", "1")), ("Cost", "47", ("1", "5")))).verdict

    assert repr(found) == str(found)
    assert repr(found).startswith(f"{CLOSE_CALL}: A before B\n- ")
    assert "<p><strong>close call: A before B</strong></p><ul><li>" in found._repr_html_()
    assert "Speed &lt;1&gt;" in found._repr_html_()
    assert found.frame["reason"].tolist() == list(found.reasons)
    assert set(found.frame["verdict"]) == {CLOSE_CALL}
    assert set(found.frame["leaders"]) == {"A, B"}


def test_a_verdict_without_reasons_has_its_row():
    found = compare(Document()).verdict

    assert found.frame["verdict"].tolist() == [NO_ANSWER]
    assert list(found.frame.columns) == ["verdict", "leaders", "reason"]


def test_the_weights_of_the_agreement_have_one_unit():
    frame = compare(RATED).agreement.frame
    weights = frame[frame["option"] == ""].set_index("criterion")

    assert weights.loc["Cost", "agreed"] == f"{compare(RATED).weighting.shares[0]:.2f}"
    assert (weights.loc["Cost", "lowest"], weights.loc["Speed", "agreed"]) == (pytest.approx(1 / 6), "")


def test_signs_and_rankings_are_frames():
    signs, rankings = compare(RATED).deltas.signs, compare(RATED).agreement.rankings

    assert signs.index.tolist() == ["Cost", "Speed"]
    assert signs["B"].tolist() == ["−", "?"]
    assert rankings[["rater", "option"]].to_records(index=False).tolist() == [
        ("Ana", "A"), ("Ana", "B"), ("Ben", "A"), ("Ben", "B")
    ]  # fmt: skip
    assert rankings["score"].tolist() == pytest.approx([0.375, 0.625, 0.125 + 5 / 6, 0.875])
    assert rankings["rank"].tolist() == [2, 1, 1, 2]


def test_without_options_and_raters_the_frames_have_the_same_columns():
    found = compare(Document())

    assert found.deltas.signs.empty
    assert list(found.agreement.rankings.columns) == ["rater", "option", "score", "rank"]
    assert str(found.agreement.rankings["rank"].dtype) == "Int64"


def test_an_option_without_work_of_its_own_has_no_effort_in_the_comparison_and_in_the_effort():
    items = (WorkItem(work_item="All", likely=3), WorkItem(work_item="Own", likely=4, option="A"))
    given = document(("Cost", "1", ("4", "2"))).replace(effort=Effort(work_items=items))

    compared, effort = compare(given).frame, document_effort(given).by_option

    assert compared["effort_mean"].tolist() == pytest.approx([7, float("nan")], nan_ok=True)
    assert effort["mean"].tolist() == pytest.approx(compared["effort_mean"].tolist(), nan_ok=True)


def test_numbers_that_are_compared_never_look_alike():
    assert apart(0.653, 0.647) == ("0.653", "0.647")
    assert apart(0.651, 0.64) == ("0.65", "0.64")
    assert apart(0.5, 0.5) == ("0.50", "0.50")
    assert apart(0.1 + 0.2, 0.3) == ("0.30", "0.30")
    assert percent(0.6) == "60 %"


@pytest.mark.parametrize(
    ("given", "kind", "words"),
    [
        # B reaches (4.6 − 1) / 4 = 0.9, A has 0.8975.
        (
            [("Speed", "1", ("4.59", "2–4.6"))],
            CLOSE_CALL,
            "the interval of B reaches 0.900, that of A begins at 0.897",
        ),
        ([("Speed", "100.6", ("5", "1")), ("Cost", "99.1", ("1", "5"))], NO_CLEAR_WINNER, "scores only 0.008 more"),
    ],
)
def test_a_reason_shows_a_difference_where_there_is_one(given, kind, words):
    found = compare(document(*given)).verdict

    assert found.kind == kind
    assert words in str(found)
