import pytest
import squigglepy
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from archkit.analysis.document_effort import document_effort
from archkit.analysis.total_effort import total_effort
from archkit.errors import AnalysisError
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.metadata import Metadata
from archkit.model.risks import Risk


def rows(*items, **fields):
    return Effort(
        work_items=tuple(
            WorkItem(work_item=f"Work {at}", kind="development", low=low, likely=likely, high=high)
            for at, (low, likely, high) in enumerate(items)
        ),
        **fields,
    )


FORTY = [(1 + at % 5, 3 + at % 5, 6 + at % 5 + at % 7) for at in range(40)]


def test_the_section_says_how_it_is_computed():
    effort = total_effort(rows((2, 5, 14), distribution="triangular", correlation=0.5, draws=500, seed=7))

    assert (effort.correlation, effort.draws, effort.seed) == (0.5, 500, 7)
    assert effort.mean() == 7
    assert effort.assumptions.startswith(
        "Triangular distribution between low and high as the absolute ends, correlation 0.5 between all items, "
        "500 draws, seed 7"
    )


def test_what_is_given_counts_in_place_of_the_section():
    effort = total_effort(rows((2, 5, 14), correlation=0.5, draws=500, seed=7), correlation=0, draws=900, seed=8)

    assert (effort.correlation, effort.draws, effort.seed) == (0, 900, 8)


def test_means_of_ranges_come_from_the_distribution_that_was_found_and_add_up():
    effort = total_effort(rows((2, 5, 14), (5, 8, 15), ends="80 % range"))

    assert effort.mean() == pytest.approx(sum(item.estimate.mean for item in effort.work))
    assert effort.mean() > total_effort(rows((2, 5, 14), (5, 8, 15))).mean()
    assert effort.frame["mean"].drop("total").sum() == pytest.approx(effort.mean())
    assert "with low and high as an 80 % range, 10 % below and 10 % above" in effort.assumptions
    # Sampling error of the 10 % and 90 % points of 20,000 draws, in days.
    alone = total_effort(rows((5, 8, 15), ends="80 % range"))
    assert (alone.quantile(0.1), alone.quantile(0.9)) == (pytest.approx(5, abs=0.15), pytest.approx(15, abs=0.25))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"correlation": 2}, "correlation 2 does not fit; use a number from 0 to 1; 0.3 counts"),
        ({"correlation": "much"}, 'correlation "much" is not a number'),
        ({"draws": 5}, "draws 5 does not fit; use a whole number from 100 to 1000000; 20000 counts"),
        ({"seed": 1.5}, "seed 1.5 does not fit"),
        ({"distribution": "normal"}, 'distribution "normal" is not one of beta-PERT, triangular; beta-PERT counts'),
        ({"ends": "most of it"}, 'low and high "most of it" is not one of'),
    ],
)
def test_a_setting_that_does_not_fit_is_one_message_and_its_default_counts(fields, words):
    effort = total_effort(rows((2, 5, 14), **fields))

    assert len(effort.problems) == 1
    assert effort.problems[0].startswith(words)
    assert effort.settings == total_effort(rows((2, 5, 14))).settings


@pytest.mark.parametrize("options", [{"correlation": -0.1}, {"draws": 0}, {"draws": 10**9}, {"seed": -1}])
def test_an_argument_that_does_not_fit_is_refused(options):
    with pytest.raises(AnalysisError, match="out of range"):
        total_effort(rows((2, 5, 14)), **options)


def test_a_range_that_reaches_below_nought_is_said():
    problems = total_effort(rows((0.5, 5, 14), ends="50 % range")).problems

    assert len(problems) == 1
    assert problems[0].startswith('work item "Work 0" read as 50 % range reaches down to -')


def test_names_kept_apart_and_the_order_of_rows_change_no_number():
    effort = rows(*FORTY)
    turned = effort.replace(work_items=effort.work_items[::-1])
    same = effort.replace(work_items=tuple(item.replace(work_item="Same") for item in effort.work_items))
    same_turned = same.replace(work_items=same.work_items[::-1])

    found = [total_effort(each).frame.to_numpy() for each in (effort, turned, same, same_turned)]

    assert (found[0] == found[1]).all()
    assert (found[2] == found[3]).all()
    assert found[0] == pytest.approx(found[2], rel=0.01)


def test_the_total_is_the_one_of_squigglepy():
    """Forty independent items; its quantiles and ours of 20,000 draws differ by four standard errors at most."""
    effort = total_effort(rows(*FORTY), correlation=0.0)
    squigglepy.set_seed(1)
    theirs = sum(squigglepy.sample(squigglepy.pert(*item), n=20_000) for item in FORTY)
    sd = float(theirs.std())

    for q in (0.1, 0.5, 0.8, 0.9):
        error = 4 * sd * (2 * q * (1 - q) / 20_000) ** 0.5 / stats.norm.pdf(stats.norm.ppf(q))
        assert effort.quantile(q) == pytest.approx(float(sorted(theirs)[int(q * 20_000)]), abs=error)


def test_the_exact_total_is_within_the_sampling_error_of_the_drawn():
    effort = total_effort(rows(*FORTY))

    for q in (0.5, 0.8, 0.9):
        error = 3 * (q * (1 - q) / effort.draws) ** 0.5
        assert float(effort.exact().chance(effort.quantile(q))) == pytest.approx(q, abs=error)


def test_the_s_curve_and_the_chance_of_the_sum_of_the_likely_values_agree():
    effort = total_effort(rows(*FORTY))

    curve = effort.s_curve
    assert (curve.diff().iloc[1:] >= 0).all().all()
    assert curve["days"][curve["chance"] == 0.8].item() == pytest.approx(effort.quantile(0.8))
    assert effort.likely_sum == sum(likely for _, likely, _ in FORTY)
    chance = f"{100 * effort.chance(effort.likely_sum):.0f} % chance"
    assert f"The sum of the likely values, {effort.likely_sum:.1f} days, has a" in str(effort)
    assert chance in str(effort)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(*[st.floats(0, 100, width=32)] * 3).map(sorted), min_size=1, max_size=6), st.floats(0, 1))
def test_the_shares_of_the_spread_add_up_to_one(items, correlation):
    effort = total_effort(rows(*items), correlation=correlation, draws=1000)

    shares = effort.spread["share"]
    assert shares.sum() == pytest.approx(1.0 if len(shares) else 0.0)


RISKS = (
    Risk(risk="Slow", likelihood="50%", cost=10),
    Risk(risk="Other", likelihood="50%", cost=100, option="Broker"),
    Risk(risk="Over", likelihood="50%", cost=100, status="closed"),
    Risk(risk="Vague", likelihood="perhaps", cost=100),
)


def test_open_risks_count_as_events_in_the_same_draws():
    document = Document(effort=rows((4, 4, 4)), risks=RISKS[:1])

    effort = document_effort(document, risks=True)

    assert effort.mean() == 9
    assert (effort.quantile(0.4), effort.quantile(0.6)) == (4, 14)
    assert dict(effort.frame["mean"]) == {"development": 4, "testing": 0, "risks": 5, "total": 9}
    assert effort.by_phase["total"].sum() == 9
    assert "1 open risk as events in the same draws" in effort.assumptions
    assert document_effort(document).mean() == 4


def test_closed_and_unknown_risks_do_not_count():
    effort = document_effort(Document(effort=rows((4, 4, 4)), risks=RISKS), risks=True)

    assert [risk.risk.risk for risk in effort.events] == ["Slow", "Other"]


@pytest.mark.parametrize(("text", "days"), [("", 10), ("4", 8), ("7", 14), ("8", 10), ("0", 10), ("many", 10)])
def test_a_week_that_the_check_would_refuse_has_its_usual_length(text, days):
    effort = Effort(unit="weeks", work_items=(WorkItem(work_item="Move", likely=2),))

    assert document_effort(Document(effort=effort, metadata=Metadata(days_per_week=text))).mean() == days


@pytest.mark.parametrize("draws", [1, 2])
def test_hardly_any_draws_are_still_a_total(draws):
    effort = total_effort(rows((1, 2, 4), (1e12, 2e12, 3e12)), draws=draws)

    assert 1e12 <= effort.quantile(0.8) <= 3e12 + 4
    assert effort.mean() == pytest.approx(2e12)
