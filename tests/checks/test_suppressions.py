"""What an author lets pass needs a rule, a place and a reason, and something to let pass."""

from __future__ import annotations

from datetime import date

import pytest

from archkit.checks import Settings, check
from archkit.format.read import read
from archkit.format.write import write
from archkit.model.edit import set_value
from tests.checks.reviewed import REVIEWED

UNSURE = REVIEWED.replace("because the audit", "the clear winner, because the audit")
UNOWNED = REVIEWED.replace("| Restart it | Tom | |", "| Restart it | | |").replace(
    "| Alert at 70 % | Tom | |", "| Alert at 70 % | | |"
)


def rules(text: str, *select: str) -> list[str]:
    return [item.rule for item in check(read(text), Settings(select=select), today=date(2026, 2, 1))]


def with_entries(text: str, *entries: str) -> str:
    lines = "".join(f"  - {entry}\n" for entry in entries)
    return text.replace("review-by: 2030-01-31\n", f"review-by: 2030-01-31\narchkit-ignore:\n{lines}")


def test_a_comment_above_a_paragraph_lets_its_line_pass():
    comment = "<!-- archkit: ignore clear-winner: we measured it twice -->\n"
    unsure = REVIEWED.replace("We record", "The ledger is the clear winner. We record")

    assert rules(unsure) == ["clear-winner"]
    assert rules(unsure.replace("The ledger is the", f"{comment}The ledger is the")) == []
    assert read(unsure.replace("The ledger is the", f"{comment}The ledger is the")).diagnostics == ()


def test_a_comment_on_the_line_lets_it_pass():
    text = UNSURE.replace("day late.", "day late. <!-- archkit: ignore clear-winner: we measured it twice -->")

    assert rules(text) == []


def test_a_comment_above_the_first_section_holds_for_the_whole_file():
    comment = "<!-- archkit: ignore no-owner, clear-winner: a sketch -->"
    text = UNOWNED.replace("# Ledger Architecture\n", f"# Ledger Architecture\n\n{comment}\n")

    assert rules(UNOWNED) == ["no-owner", "no-owner"]
    assert rules(text, "no-owner") == []


def test_an_entry_of_the_front_matter_lets_all_or_some_pass():
    assert rules(with_entries(UNOWNED, "no-owner - a sketch")) == []
    assert rules(with_entries(UNOWNED, "no-owner A reader lags - nobody yet")) == ["no-owner"]
    assert rules(with_entries(UNOWNED, '"no-owner: a sketch"')) == []


def test_an_entry_survives_an_edit_elsewhere():
    manuscript = read(with_entries(UNOWNED, "no-owner - a sketch"))

    text = write(set_value(manuscript.document, ("metadata", "status"), "accepted"), manuscript)

    assert "status: accepted" in text
    assert rules(text) == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("no-owner", "ignoring no-owner needs a reason; write it behind a colon"),
        ("no-onwer - a sketch", 'there is no rule "no-onwer" to ignore; did you mean no-owner?'),
        ("no-anchors - a sketch", "nothing is left here for no-anchors to find; delete this suppression"),
    ],
)
def test_a_suppression_that_is_none_is_reported_where_it_stands(entry: str, said: str):
    text = with_entries(REVIEWED, entry)

    items = check(read(text), today=date(2026, 2, 1))

    assert [(item.rule, item.message) for item in items] == [("suppression", said)]
    assert text.split("\n")[items[0].line - 1] == f"  - {entry}"


def test_a_comment_in_code_is_an_example():
    text = REVIEWED.replace(
        "We record postings", "```markdown\n<!-- archkit: ignore no-owner -->\n```\n\nWe record postings"
    )

    assert rules(text) == []


def test_a_suppression_of_a_rule_that_does_not_run_is_no_fault():
    assert rules(with_entries(REVIEWED, "no-anchors - a sketch"), "suppression", "no-owner") == []
