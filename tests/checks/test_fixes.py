"""What can be mended without a person is mended by the document's own writer, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archkit.checks import Settings, check
from archkit.checks.examples import EXAMPLES
from archkit.checks.fixes import fixed
from archkit.checks.missing import missing
from archkit.checks.rules import RULES
from archkit.errors import LossError
from archkit.format.read import read
from tests.checks.reviewed import REVIEWED
from tests.checks.seeded import SEEDED

FIXES = {
    "value": "| The disk is full | likely | major | Alert at 70 % | Tom |  |",
    "estimate": "| Event store | development | 1 |  | 5 | 8 | 14 |",
    "unknown-option": "| Mara | Event-sourced ledger |",
    "unknown-criterion": "| Ana | Audit | 40 |",
    "stated-score": "**0.82**",
    "stated-total": "- Testing: 4.5 days",
}


@pytest.mark.parametrize("rule", FIXES)
def test_a_fix_mends_what_its_rule_found_and_nothing_else(rule: str):
    example = EXAMPLES[rule]
    text = REVIEWED.replace(example.good, example.bad)

    mended, count = fixed(read(text), Settings(select=(rule,)))

    assert count == 1
    assert check(mended, Settings(select=(rule,))) == ()
    assert _loose(FIXES[rule]) in _loose(mended.text)
    assert read(mended.text).document == read(REVIEWED).document
    assert fixed(mended, Settings(select=(rule,))) == (mended, 0)


def test_a_word_that_is_nearly_on_the_scale_of_impact_is_mended():
    text = REVIEWED.replace("| unlikely | moderate |", "| unlikely | modrate |")

    assert fixed(read(text))[0].document == read(REVIEWED).document


def test_a_phase_that_is_nearly_named_is_mended():
    text = REVIEWED.replace("| Balances | development | 2 |", "| Balances | development | Biling |")

    mended, count = fixed(read(text))

    assert count == 1
    assert mended.document.effort.work_items[1].phase == "Billing"


def test_every_rule_with_a_fix_is_tried():
    assert {rule.id for rule in RULES if rule.fix or rule.rewrites} == {*FIXES, "unmapped-word", "unknown-phase"}


def test_a_sound_document_stays_byte_for_byte():
    assert fixed(read(REVIEWED))[0].text == REVIEWED
    crlf = REVIEWED.replace("\n", "\r\n")
    assert fixed(read(crlf))[0].text == crlf


def test_many_faults_are_mended_in_one_go_and_twice_is_nothing_more():
    mended, count = fixed(read(SEEDED))

    left = {item.rule for item in check(mended)}
    assert count >= len(FIXES)
    assert left & set(FIXES) == set()
    assert fixed(mended) == (mended, 0)


def test_a_rule_that_does_not_run_mends_nothing():
    text = REVIEWED.replace("**0.82**", "**0.60**")

    assert fixed(read(text), Settings(ignore=("stated-score",)))[0].text == text


def test_a_section_that_is_kept_as_text_is_not_rewritten():
    text = REVIEWED.replace("- Testing: 4.5 days", "- Testing: 6 days").replace(
        "### Work Items\n", "### Work Items (early guesses)\n"
    )

    mended, count = fixed(read(text))

    assert (mended.text, count) == (text, 0)


def test_words_that_would_be_lost_are_not_rewritten():
    manuscript = read(REVIEWED.replace("- Testing: 4.5 days", "- Testing: 6 days"))
    # A reader that overlooked a word, which the readers of archkit do not.
    chunks = tuple(
        replace(chunk, source=f"{chunk.source}Roughly.\n") if chunk.place.part == "effort" else chunk
        for chunk in manuscript.chunks
    )

    with pytest.raises(LossError, match="roughly"):
        fixed(replace(manuscript, chunks=chunks))


def _loose(text: str) -> str:
    return " ".join(text.split())


BROKEN = REVIEWED.replace("| 5 | 8 | 14 |", "| 7 | 3 | 6 |")


@pytest.mark.parametrize(
    "text",
    [
        BROKEN,
        BROKEN.replace("| 3 | 5 | 9 |", "| three | 5 | 9 |"),
        BROKEN.replace("chance of at most 20.7)", "chance of at most 20.7), with a reserve"),
        BROKEN.replace("- Total: 18.3 days (80 % chance of at most 20.7)", "- Total: three weeks or so"),
    ],
)
def test_stated_totals_stay_while_an_estimate_is_in_error(text: str):
    mended, count = fixed(read(text))

    assert (mended.text, count) == (text, 0)
    entry = next(item for item in missing(read(text), limit=None) if item.rule == "stated-total")
    assert not entry.has_fix


def test_another_fix_in_the_section_leaves_the_totals_of_an_estimate_in_error():
    mended, count = fixed(read(BROKEN.replace("| Balances | development | 2 |", "| Balances | development | Biling |")))

    assert count == 1
    assert mended.document.effort.work_items[1].phase == "Billing"
    assert mended.text.endswith(REVIEWED[REVIEWED.index("- Development: ") :])


def test_totals_are_mended_together_with_an_estimate_that_is_turned_round():
    text = REVIEWED.replace("| 5 | 8 | 14 |", "| 14 | 8 | 5 |").replace("- Testing: 4.5 days", "- Testing: 6 days")

    assert fixed(read(text))[0].document == read(REVIEWED).document
    assert "- Testing: 4.5 days" in fixed(read(text))[0].text
