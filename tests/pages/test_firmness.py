"""What holds up in the meeting, on the page: the numbers of the analysis in their order, nothing where nothing is."""

import re

import pytest

from archkit.analysis.compare import compare
from archkit.analysis.document_effort import document_effort
from archkit.analysis.document_schedule import schedule
from archkit.analysis.risk_exposure import risk_exposure
from archkit.format.read import read
from archkit.pages.export_html import render_page
from tests.pages.lively_document import lively_document
from tests.pages.parsed import tables

ITEMS = (
    "### Work Items\n\n| Work item | Phase | Low | Likely | High |\n|---|---|---|---|---|\n| Code | 1 | 1 | 2 | 4 |\n"
)
COMPARED = "# T\n\n## Technical Approach\n\n{options}### Option Comparison\n\n{table}"


@pytest.fixture(scope="module")
def lively():
    return lively_document("Plan")


@pytest.fixture(scope="module")
def shown(lively):
    return render_page(lively)


def headings(page: str) -> list[str]:
    return re.findall(r'<h4 id="[^"]*">(.*?) <a class="anchor"', page)


def compared(table: str, *names: str) -> str:
    options = "".join(f"### Option {place}: {name}\n\nText\n\n" for place, name in enumerate(names, 1))
    return render_page(read(COMPARED.format(options=options, table=table)).document)


def percents(cells: list[str]) -> list[float]:
    return [float(cell.split()[0]) / 100 for cell in cells]


def test_the_parts_stand_in_the_order_in_which_they_hold(shown):
    assert headings(shown) == [
        "Dominance",
        "Weighted scores",
        "Who is ahead",
        "What would change the lead",
        "Ranks over all weights",
        "Regret",
        "Value against effort",
        "Against the reference",
        "Raters",
    ]


def test_ranks_and_weights_on_the_page_are_those_of_the_frames(lively, shown):
    result = compare(lively)
    ranks = {row[0]: percents(row[1:]) for row in tables(shown)["Table of ranks over all weights"][1:]}
    turns = tables(shown)["Table of weights and scores that would change the lead"][1:]

    for name, row in result.ranks.frame.iterrows():
        assert ranks[name] == pytest.approx(row.tolist(), abs=0.00051)
    assert percents([row[1] for row in turns]) == pytest.approx(
        result.weight_intervals.frame.share.tolist(), abs=0.0051
    )


def test_contributions_on_the_page_add_up_to_the_scores(lively, shown):
    *rows, total = tables(shown)["Table of contributions to the scores"][1:]
    scores = {option.name: option.score for option in compare(lively).options}
    names = tables(shown)["Table of contributions to the scores"][0][1:]

    for place, name in enumerate(names, 1):
        assert sum(float(row[place]) for row in rows) == pytest.approx(float(total[place]), abs=0.002)
        assert float(total[place]) == pytest.approx(scores[name], abs=0.0006)


def test_regret_and_differences_are_those_of_the_frames(lively, shown):
    result = compare(lively)
    regret = [[float(cell) for cell in row[1:4]] for row in tables(shown)["Table of regret"][1:]]
    last = tables(shown)["Table of differences from the reference"][-1]

    assert regret == pytest.approx(result.regret.frame[["regret", "regret_if_open_goes_wrong", "largest"]].to_numpy(),
                                   abs=0.0051)  # fmt: skip
    assert [float(cell) for cell in (last[1], last[3])] == pytest.approx(result.deltas.frame.score[[0, 2]], abs=0.0051)


def test_the_page_prints_the_verdict_its_rule_and_the_draws(lively, shown):
    text = " ".join(re.sub("<[^>]*>", " ", shown).split())

    assert compare(lively).verdict.words in text
    assert "Rule: &#34;no clear winner&#34; if the lead is under 0.01" in text
    assert "10,000 draws, seed 1959; all weights equally likely (uniform Dirichlet)" in text
    firm = shown[shown.index('<h4 id="dominance">') :]
    assert "recommend" not in firm[: firm.index("<h2")].casefold()


def test_effort_on_the_page_is_that_of_the_frames(lively, shown):
    effort = document_effort(lively)
    totals = {row[0]: [float(cell) for cell in row[1:]] for row in tables(shown)["Table of totals"][1:]}
    rows = [row for row in tables(shown)["Table of effort by option"][1:] if row[1] != "–"]
    options = {row[0]: [float(cell) for cell in row[1:]] for row in rows}
    spread = [float(row[2].split()[0]) for row in tables(shown)["Table of what makes the total uncertain"][1:]]

    for frame, found in ((effort.frame, totals), (effort.by_option.dropna(), options)):
        assert len(found) == len(frame)
        for name, row in frame.iterrows():
            assert found[name] == pytest.approx(row.tolist(), abs=0.051)
    assert sum(spread) == pytest.approx(100, abs=0.6)
    assert "Triangular distribution" in shown and "2,000 draws, seed 7" in shown


def test_the_schedule_on_the_page_is_that_of_the_frames(lively, shown):
    planned = schedule(lively)
    finish = {row[0].casefold(): row[1:] for row in tables(shown)["Table of the finish"][1:]}
    phases = tables(shown)["Table of the schedule"][1:]

    for name, row in planned.finish.iterrows():
        days, date = finish[name.casefold()][0].split()
        assert (float(days), date) == (pytest.approx(row.working_days, abs=0.051), row.date)
    assert [float(row[1]) for row in phases] == pytest.approx(planned.frame.effort_mean_person_days, abs=0.051)
    assert percents([row[-1] for row in phases]) == pytest.approx(planned.frame.criticality, abs=0.0051)


def test_the_exposure_on_the_page_is_that_of_the_frames(lively, shown):
    exposure = risk_exposure(lively)
    totals = {row[0]: [float(cell) for cell in row[2:]] for row in tables(shown)["Table of the total loss"][1:]}
    losses = tables(shown)["Table of expected losses"][1:]

    for name, row in exposure.totals.iterrows():
        assert totals[name] == pytest.approx(row[["loss_mean", "p50", "p80", "p90"]].tolist(), abs=0.051)
    assert [row[3] for row in losses] == [text or "–" for text in exposure.frame.expected_loss]


def test_every_text_of_every_new_field_is_on_the_page(lively, shown):
    text = " ".join(re.sub("<[^>]*>", " ", shown).split())
    sections = lively.comparison, lively.effort
    words = [row.ratio for row in lively.comparison.judgements]
    words += [f"{rating.rater}" for rating in lively.comparison.ratings]
    words += [section for section in (sections[0].weights, sections[0].reference, sections[1].distribution)]
    words += [sections[1].ends, "Correlation 0.2", "Draws 2000", "Seed 7", "Team size 4 people", "Start 2027-01-11"]
    words += ["After 2, 3", "People 3", "huge impact working days 30 60", "Mitigation cost (days)"]

    assert [word for word in words if word not in text] == []


def test_one_option_has_nothing_to_be_compared_with():
    page = compared("| Criterion | Weight | A |\n|---|---|---|\n| Speed | 1 | 4 |\n", "A")

    assert headings(page) == ["Weighted scores"]


def test_two_options_without_effort_ratings_or_reference_get_no_empty_parts():
    page = compared("| Criterion | Weight | A | B |\n|---|---|---|---|\n| Speed | 2 | 4 | 5 |\n| Cost | 1 | 4 | 1 |\n",
                    "A", "B")  # fmt: skip

    assert headings(page) == ["Dominance", "Weighted scores", "Who is ahead", "What would change the lead",
                              "Ranks over all weights", "Regret"]  # fmt: skip


def test_a_comparison_without_scores_claims_nothing():
    page = compared("| Criterion | Weight | A | B |\n|---|---|---|---|\n| Speed | 1 | | |\n", "A", "B")

    assert headings(page) == []
    assert "not known" in page


def test_a_document_that_speaks_of_no_time_has_no_schedule():
    text = f"# T\n\n## Implementation Phases\n\n1. **Build**: it\n\n## Estimated Effort\n\n{ITEMS}"

    assert "Table of the schedule" not in render_page(read(text).document)
    assert "Table of the schedule" in render_page(read(f"{text}\n- Team size: 2\n").document)


def test_phases_in_a_circle_say_so_in_place_of_a_schedule():
    phases = "1. **One**: it\n   - After: 2\n2. **Two**: that\n   - After: 1\n"
    page = render_page(read(f"# T\n\n## Implementation Phases\n\n{phases}\n## Estimated Effort\n\n{ITEMS}").document)

    assert "Table of the schedule" not in page and "there is no schedule" in page


def test_a_score_that_only_raters_gave_shows_their_range():
    page = compared(
        "| Criterion | Weight | A | B |\n|---|---|---|---|\n| Speed | 1 | | 3 |\n\n#### Ratings\n\n"
        "| Rater | Criterion | A |\n|---|---|---|\n| Ana | Speed | 1 |\n| Ben | Speed | 5 |\n",
        "A",
        "B",
    )

    assert '<td class="score rated">1–5<span class="scale">by the raters</span>' in page
    assert '<span class="chip bad">split</span>' in page


def test_the_risk_scale_stands_below_the_risks_and_their_words_mean_its_steps(lively, shown):
    sections = re.findall(r"<section aria-labelledby=\"(.*?)\">(.*?)</section>", shown, re.DOTALL)
    risks = dict(sections)["risks"]

    assert risks.index("Table of risks") < risks.index(">Risk Scale ")
    assert "risk_scale" not in dict(sections)
    assert len(re.findall('class="heat-', risks)) == 10


def weights(page: str) -> list[str]:
    found = re.findall(r'<td class="right nowrap">(.*?)</td>', page)
    return [re.sub(r"<[^>]+>", " ", cell).strip() for cell in found]


def test_the_range_of_a_weight_says_whether_raters_differ_or_nobody_gave_it():
    table = "| Criterion | Weight | A | B |\n|---|---|---|---|\n| Cost | {} | 4 | 2 |\n| Speed | 40 | 3 | 4 |\n"
    ratings = (
        "\n#### Ratings\n\n| Rater | Criterion | Weight |\n|---|---|---|\n| Ana | Cost | 60 |\n| Ben | Cost | 10 |\n"
    )

    assert weights(compared(table.format(""), "A", "B")) == ["33 % not known: 0–50 %", "67 % open: 50–100 %"]
    assert weights(compared(table.format("") + ratings, "A", "B")) == [
        "40 % raters 20–60 %",
        "60 % raters 40–80 %",
    ]
    assert weights(compared(table.format("60"), "A", "B")) == ["60 %", "40 %"]


def test_several_that_lead_together_stay_ahead():
    table = "| Criterion | Weight | A | B | C |\n|---|---|---|---|---|\n| Cost | 1 | {} | 4 | 2 |\n"

    assert "A and B stay ahead at" in compared(table.format(4), "A", "B", "C")
    assert "A stays ahead at" in compared(table.format(5), "A", "B", "C")


def test_what_raters_leave_open_is_marked_and_is_no_split():
    table = "| Criterion | Weight | A | B |\n|---|---|---|---|\n| Cost | 1 | | |\n"
    ratings = (
        "\n#### Ratings\n\n| Rater | Criterion | Weight | A | B |\n|---|---|---|---|---|\n"
        "| Ana | Cost | | 1–5 | 1 |\n| Ben | Cost | | 3 | 5 |\n"
    )

    page = compared(table + ratings, "A", "B")

    assert page.count('<span class="chip">open</span>') == 2
    assert page.count('<span class="chip bad">split</span>') == 2
    assert re.search(r"Cost</th><td>A</td>.*?<span class=\"chip\">open</span>", page)


def test_an_option_without_a_score_has_no_contributions():
    table = "| Criterion | Weight | A | B | C |\n|---|---|---|---|---|\n| Cost | 1 | 4 | 2 | |\n"
    [found] = [rows for label, rows in tables(compared(table, "A", "B", "C")).items() if "contributions" in label]

    assert found[0] == ["Criterion", "A", "B"]
