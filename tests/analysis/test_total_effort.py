import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.analysis.document_effort import document_effort
from archkit.analysis.simulation import DRAWS
from archkit.analysis.total_effort import total_effort
from archkit.errors import AnalysisError
from archkit.model.document import Document
from archkit.model.effort import Effort, WorkItem
from archkit.model.phases import Phase
from archkit.model.risks import Risk


def item(low=None, likely=None, high=None, **fields):
    return WorkItem(**({"work_item": "Some work", "kind": "development"} | fields), low=low, likely=likely, high=high)


def work(*items, **fields):
    rows = (row if isinstance(row, WorkItem) else item(*row) for row in items)
    return Effort(work_items=tuple(rows), **fields)


def exact_quantile(items, q, step=0.02):
    """Convolve the items exactly on a grid (no correlation): an oracle without sampling error.

    The distribution is Vose's beta-PERT; the density is integrated over each step of the grid.
    """
    size = int(sum(high for _, _, high in items) / step) + 8 * len(items)
    whole = np.ones(size // 2 + 1, dtype=complex)
    for low, likely, high in items:
        fine = np.linspace(0, 1, int((high - low) / step) * 8 + 1)
        share = (fine[:-1] + fine[1:]) / 2
        density = share ** (4 * (likely - low) / (high - low)) * (1 - share) ** (4 * (high - likely) / (high - low))
        mass = np.bincount(np.rint((low + share * (high - low)) / step).astype(int), density / density.sum(), size)
        whole *= np.fft.rfft(mass[:size])
    cumulative = np.cumsum(np.fft.irfft(whole, size))
    return np.interp(q, cumulative, (np.arange(size) + 0.5) * step)


def test_totals_are_worded_as_the_document_states_them():
    """The mean is the textbook (low + 4 likely + high) / 6: 52 / 6 and 20 / 6."""
    effort = work((5, 8, 15), item(2, 3, 6, kind="testing"))

    total = total_effort(effort)

    assert total.texts["development"] == "8.7 days"
    assert total.texts["testing"] == "3.3 days"
    assert total.texts["total"] == f"12.0 days (80 % chance of at most {total.quantile(0.8):.1f})"


def test_work_without_spread_is_certain():
    total = total_effort(work((3, 3, 3)))

    assert total.quantile(0.01) == total.quantile(0.99) == 3
    assert total.texts["total"] == "3.0 days"


def test_one_estimate_alone_is_a_certain_one():
    assert total_effort(work((None, 4, None))).quantile(0.9) == 4


def test_the_total_lies_within_the_sampling_error_of_the_exact_convolution():
    """Forty items without correlation; three standard errors sqrt(q (1 - q) / n) of each percentile's rank."""
    random = np.random.default_rng(1)
    lows = random.uniform(1, 5, 40)
    items = [(low, 1.5 * low, 1.5 * low + random.uniform(1, 8)) for low in lows]
    total = total_effort(work(*items), correlation=0.0)

    for q in (0.5, 0.8, 0.9):
        error = 3 * np.sqrt(q * (1 - q) / DRAWS)
        assert exact_quantile(items, q - error) - 0.05 <= total.quantile(q) <= exact_quantile(items, q + error) + 0.05


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(*[st.floats(0, 100)] * 3).map(sorted), min_size=1, max_size=5))
def test_means_add_up_and_percentiles_rise(items):
    kinds = ("development", "testing", "writing")
    effort = work(*(item(*ends, kind=kinds[at % 3], phase=str(at % 2 + 1)) for at, ends in enumerate(items)))

    total = total_effort(effort, phases=(Phase(phase="One"), Phase(phase="Two")))

    frame = total.frame
    assert frame["mean"].drop("total").sum() == pytest.approx(total.mean())
    assert total.by_phase["total"].sum() == pytest.approx(total.mean())
    assert (frame[["p10", "p50", "p80", "p90"]].diff(axis=1).iloc[:, 1:] >= 0).all().all()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(*[st.floats(0, 100)] * 3).map(sorted), min_size=2, max_size=5))
def test_the_order_of_rows_does_not_matter_for_the_means(items):
    assert total_effort(work(*items)).mean() == pytest.approx(total_effort(work(*reversed(items))).mean())


@pytest.mark.parametrize(("unit", "days"), [("hours", 1.0), ("days", 8.0), ("weeks", 40.0)])
def test_hours_and_weeks_are_counted_in_working_days(unit, days):
    assert total_effort(work((8, 8, 8), unit=unit)).mean() == days


def test_the_length_of_a_week_and_a_day_can_be_said():
    assert total_effort(work((2, 2, 2), unit="weeks"), days_per_week=4).mean() == 8
    assert total_effort(work((12, 12, 12), unit="hours"), hours_per_day=6).mean() == 2


def test_only_the_recommended_option_counts_beside_the_common_work():
    effort = work(item(1, 1, 1), item(2, 2, 2, option="Outbox"), item(4, 4, 4, option="Broker"))

    assert total_effort(effort, options=("Outbox", "Broker"), chosen=("Outbox",)).mean() == 3
    assert total_effort(effort, options=("Outbox", "Broker"), chosen=("Outbox", "Broker")).mean() == 7


def test_without_a_recommendation_all_work_counts_and_the_result_says_so():
    effort = work(item(1, 1, 1), item(2, 2, 2, option="Outbox"))

    total = total_effort(effort, options=("Outbox",))

    assert total.mean() == 3
    assert "No option is recommended" in total.assumptions


def test_each_option_has_the_common_work_and_its_own():
    effort = work(item(1, 2, 3), item(2, 4, 9, option="Outbox"), item(4, 4, 4, option="Broker"))

    found = total_effort(effort, options=("Outbox", "Broker", "Nothing"), chosen=("Outbox",)).by_option

    assert list(found.index) == ["Outbox", "Broker", "Nothing"]
    assert list(found["mean"])[:2] == pytest.approx([2 + 4.5, 2 + 4])
    assert (found["p80"] > found["p50"])[:2].all()
    assert found.loc["Nothing"].isna().all()


def test_a_phase_is_found_by_number_and_by_name():
    rows = (item(1, 1, 1, phase="2"), item(2, 2, 2, phase="build"), item(4, 4, 4, phase="Phase 1"), item(8, 8, 8))

    found = total_effort(Effort(work_items=rows), phases=(Phase(phase="Plan"), Phase(phase="Build"))).by_phase

    assert dict(found["total"]) == {"Plan": 4, "Build": 3, "(no phase)": 8}


def test_a_kind_of_the_authors_own_counts_in_the_total_alone_and_keeps_its_name():
    total = total_effort(
        work((1, 1, 1), item(2, 2, 2, kind="Tests"), item(4, 4, 4, kind="Writing"), item(8, 8, 8, kind=""))
    )

    assert dict(total.frame["mean"]) == {"development": 1, "testing": 2, "writing": 4, "(no kind)": 8, "total": 15}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (item(work_item="Load test"), "it has no estimate"),
        (item(5, 4, 9, work_item="Load test"), "likely 4 lies outside 5 to 9"),
        (item(9, 5, 4, work_item="Load test"), "low 9 is above high 4"),
        (item(1, "-3", 4, work_item="Load test"), 'likely "-3" is not a number at least 0'),
        (item(1, "1e999", 4, work_item="Load test"), 'likely "1e999" is not a number at least 0'),
        (item(1, None, 4, work_item="Load test"), "the estimate has no likely value"),
    ],
)
def test_what_is_left_out_is_said_by_name(row, reason):
    total = total_effort(work((1, 1, 1), row))

    assert total.mean() == 1
    assert len(total.problems) == 1
    assert total.problems[0].startswith(f'work item "Load test" is left out: {reason}')
    assert total.problems[0] in str(total)


def test_a_phase_or_option_that_is_not_there_is_said_with_the_nearest():
    rows = work(item(1, 1, 1, work_item="Move", phase="Biuld", option="Outbx"))

    total = total_effort(rows, phases=(Phase(phase="Build"),), options=("Outbox",))

    assert total.problems == (
        'work item "Move" names phase "Biuld", which is not there; did you mean "Build"?',
        'work item "Move" names option "Outbx", which is not there; did you mean "Outbox"?',
    )


def test_no_work_is_nought_and_says_so():
    total = total_effort(Effort())

    assert total.mean() == total.quantile(0.8) == 0
    assert "No work item has an estimate yet." in str(total)
    assert list(total.frame.index) == ["development", "testing", "total"]
    assert list(total.by_phase.columns) == ["development", "testing", "total"]
    assert set(map(str, total.by_option.dtypes)) == {"float64"}


@pytest.mark.parametrize(
    ("text", "ends"),
    [("8.7 days", (8.7, 8.7)), ("3 weeks", (15, 15)), ("10-12 days", (10, 12)), ("about 16 h", (2, 2)),
     ("3 weeks 2 days", (17, 17)), ("1 week and 3 days", (8, 8)), ("10 days to 3 weeks", (10, 15)),
     ("10 days – 2 weeks", (10, 10)), ("1,500 hours", (187.5, 187.5)), ("4 person-weeks", (20, 20)),
     ("3 weeks, if the vendor delivers", (15, 15)), ("12 days (3 weeks)", (12, 12)), ("**3 weeks**", (15, 15)),
     ("3 weeks 2 days to 5 weeks", (17, 25))],
)  # fmt: skip
def test_a_plain_total_is_read_into_days(text, ends):
    total = total_effort(Effort(total=text))

    assert total.stated["total"] == pytest.approx(ends)
    assert total.texts["total"] == text
    assert total.mean() == sum(ends) / 2
    assert not total.problems


@pytest.mark.parametrize(
    "text",
    ["soon", "< 5 days", "5+ days", "3 ± 1 days", "3 months", "half a day", "2h30", "1/2 day", "20 % of 10 days",
     "2 people, 3 weeks", "3 weeks, 2 people", "v2: 12 days", "Q3 10 days", "3 days 2 weeks", "3 weeks per team",
     "2 sprints of 2 weeks", "1,5 weeks", "10 days to"],
)  # fmt: skip
def test_a_plain_total_that_is_not_wholly_days_is_unknown_and_said(text):
    total = total_effort(Effort(total=text))

    assert np.isnan([total.mean(), total.quantile(0.8), total.chance(10), total.likely_sum]).all()
    assert total.frame.isna().all().all()
    assert total.s_curve.empty
    assert total.problems[0].startswith(
        f'total "{text}" is not known in hours, days or weeks; write it such as 3 weeks'
    )
    with pytest.raises(AnalysisError, match="total is no single number of days"):
        total.exact()


def test_stated_parts_make_a_total_where_none_is_stated():
    assert total_effort(Effort(development="2 weeks", testing="3 days")).mean() == 13


@pytest.mark.parametrize("testing", ["not known yet", ""])
def test_a_total_of_which_a_part_is_unknown_is_unknown_and_at_least_the_rest(testing):
    total = total_effort(Effort(development="3 weeks", testing=testing), phases=(Phase(phase="One"),))

    assert total.mean("development") == total.quantile(0.8, "development") == 15
    assert np.isnan([total.mean("testing"), total.mean(), total.quantile(0.8), total.chance(15)]).all()
    assert total.by_phase.isna().all().all()
    assert total.problems[-1] == "testing is not known, so the total is not; it is at least 15.0 days"


def test_stated_parts_that_do_not_fit_their_total_are_said():
    total = total_effort(Effort(development="3 weeks", testing="5 days", total="50 days"))
    fits = total_effort(Effort(development="3 weeks", testing="5-8 days", total="4-5 weeks"))

    assert total.problems == ("development and testing add up to 20.0 days, but the total is stated as 50.0 days",)
    assert not fits.problems


def test_risks_count_beside_a_stated_total():
    """15 certain days, and 10 more with a chance of 50 %."""
    risks = (Risk(risk="Slow", likelihood="50%", cost=10),)
    total = document_effort(Document(effort=Effort(total="3 weeks"), risks=risks), risks=True)

    assert total.mean() == total.exact().quantile(0.5) + 5 == 20
    assert [total.quantile(0.1), total.quantile(0.9)] == [15, 25] == total.exact().quantile([0.1, 0.9]).tolist()
    assert total.chance(15) == pytest.approx(0.5, abs=1e-3)
    assert total.s_curve["days"].iloc[[0, -1]].tolist() == [15, 25]
    assert "The stated total, 15.0 days, has a 50 % chance." in str(total)
    assert "The totals are as stated, not computed. 1 open risk as events in 20,000 draws, seed 1959." in str(total)


def test_a_stated_range_has_no_percentiles():
    total = total_effort(Effort(total="10–12 days"))

    assert np.isnan(total.quantile(0.8))
    assert total.s_curve.empty
    assert not total.has_spread
    assert total.by_option.empty


@pytest.mark.parametrize(
    ("options", "words"),
    [({"correlation": "0.3"}, "correlation '0.3' is out of range"), ({"seed": "x"}, "seed 'x' is out of range"),
     ({"draws": "100"}, "'100' draws are out of range"), ({"draws": 1e9}, "1000000000 draws are out of range"),
     ({"seed": float("inf")}, "seed inf is out of range"), ({"draws": True}, "True draws are out of range")],
)  # fmt: skip
def test_an_option_of_another_type_is_refused_in_words(options, words):
    with pytest.raises(AnalysisError, match=words):
        total_effort(Effort(), **options)


def test_a_range_near_nought_takes_no_time_below_it_in_draws_mean_and_exact_sum():
    total = total_effort(work((0, 1, 40), ends="50 % range"))

    drawn = total.sums()
    assert drawn[0] == total.quantile(0.1) == 0
    assert float(total.exact().quantile(0.1)) == pytest.approx(0, abs=0.5)
    assert drawn.mean() == pytest.approx(total.mean(), abs=4 * drawn.std() / len(drawn) ** 0.5)
    assert float(total.exact().chance(total.quantile(0.8))) == pytest.approx(0.8, abs=0.01)
    assert "what lies below 0 counts as 0" in total.problems[0]


def test_the_result_shows_itself_the_same_way_twice_and_escapes_what_was_typed():
    effort = work(item(1, 2, 4, kind="<b>x</b>"))

    assert repr(total_effort(effort)) == repr(total_effort(effort))
    assert total_effort(effort)._repr_html_() == total_effort(effort)._repr_html_()
    assert "<b>" not in total_effort(effort)._repr_html_()


def test_an_unknown_total_or_factor_is_refused():
    with pytest.raises(AnalysisError, match="there is no total"):
        total_effort(Effort()).mean("design")
    with pytest.raises(AnalysisError, match="a chance of 80"):
        total_effort(Effort()).quantile(80)
    with pytest.raises(AnalysisError, match="hours per day"):
        total_effort(Effort(), hours_per_day=0)


def test_ten_thousand_work_items_are_added_up():
    total = total_effort(work(*[(1, 2, 4)] * 10_000), draws=200)

    assert total.mean() == pytest.approx(21_666.67, abs=0.01)
    assert total.quantile(0.8) > total.mean()


def test_another_number_of_draws_is_the_same_total_within_the_sampling_error():
    total = total_effort(work(*[(1, 2, 6)] * 20))

    assert total_effort(work(*[(1, 2, 6)] * 20), draws=100_000).quantile(0.8) == pytest.approx(
        total.quantile(0.8), rel=0.004
    )


def test_totals_need_no_pandas():
    code = (
        "import sys; from archkit.analysis.total_effort import total_effort; from archkit.model.effort import *; "
        "print(total_effort(Effort(work_items=(WorkItem(work_item='a', low=1, likely=2, high=4),))).texts); "
        "sys.exit('pandas' in sys.modules or 'scipy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
