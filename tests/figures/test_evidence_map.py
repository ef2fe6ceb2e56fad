"""The evidence map: its words are in a frame, and any name can be drawn."""

from __future__ import annotations

from datetime import date

from matplotlib.text import Text

from archkit.analysis.evidence.evidence import Evidence, evidence
from archkit.analysis.evidence.strength import EvidenceSettings
from archkit.figures.evidence_map import MOST_CLAIMS, evidence_map
from archkit.format.read import read
from archkit.model.comparison import bare_score
from tests.checks.reviewed import REVIEWED

DAY = EvidenceSettings(date(2026, 11, 23))


def of(text: str) -> Evidence:
    return evidence(read(text).document, DAY)


def test_each_score_and_claim_stands_on_the_figure_as_in_the_frame():
    found = of(REVIEWED.replace("| 40 | 5 | 4 | 2 |", "| 40 | 5 [F1] | 4 [F2] [F4] | 2 |", 1))

    texts = [text.get_text() for text in evidence_map(found).drawn.findobj(Text)]

    for row in found.frame.itertuples():
        ids = row.findings.replace(", ", " ")
        scored = f"{bare_score(row.stated)} · {ids}".removesuffix(" · ")
        assert (scored if row.side == "score" else ids or row.lack) in texts
    assert {"strong", "fair", "weak", "none", "without a finding"} <= set(texts)


def test_its_sentence_says_what_is_seen():
    alt = evidence_map(of(REVIEWED)).alt

    assert alt.startswith("3 of 6 pros and cons rest on a finding; 4 findings, all used")
    assert "For (pros): Event-sourced ledger: F1 weak, Outbox table: assumption" in alt


def test_nothing_to_map_says_what_would_change_that():
    assert evidence_map(of("# T\n")).alt == (
        "There is no evidence to map yet: write a finding, and cite it behind a pro, a con or a score."
    )


def test_hostile_names_and_many_claims_are_drawn():
    document = read(REVIEWED).document
    points = tuple(document.options[0].pros[0].replace(claim=f"claim {at}") for at in range(MOST_CLAIMS + 5))
    names = ("$_$ </script>", "漢字" * 200, "a" * 500)
    options = tuple(
        option.replace(name=name, pros=points) for option, name in zip(document.options, names, strict=True)
    )
    scores = dict.fromkeys(names, "4 [F1]")
    criteria = tuple(document.comparison.criteria[1].replace(criterion=f"{at} " + "long " * 30, scores=scores)
                     for at in range(30))  # fmt: skip
    comparison = document.comparison.replace(options=names, criteria=criteria)

    figure = evidence_map(evidence(document.replace(options=options, comparison=comparison), DAY))

    texts = " ".join(text.get_text() for text in figure.drawn.findobj(Text))
    assert "10 more criteria are in the frame." in texts
    assert "Further claims are in the frame." in texts
    assert figure.svg() == figure.svg()
