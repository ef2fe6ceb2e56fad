"""What a reviewer would send back: one line for each thing, on its line, with what would be right."""

from __future__ import annotations

import pytest

from archkit.assets import example_file, template_text
from archkit.checks import RULES, check
from archkit.errors import Diagnostic
from archkit.format.read import read
from archkit.model.document import outline
from tests.checks.sound import SOUND


def found(text: str) -> list[Diagnostic]:
    """Return what a check finds, hints left out."""
    return [item for item in check(read(text)) if item.severity != "hint"]


def test_a_sound_document_has_nothing_to_mend():
    assert found(SOUND) == []


def test_the_worked_example_has_nothing_to_mend():
    assert check(read(example_file().read_text(encoding="utf-8"))) == ()


def test_the_untouched_template_gives_only_hints():
    items = check(read(template_text()))

    assert {item.severity for item in items} == {"hint"}
    lines = template_text().split("\n")
    for item in items:
        blank = item.message.partition(" is still here")[0].removeprefix("the template's blank ")
        assert blank in lines[item.line - 1]
    assert {item.line for item in items} == {number for number, line in enumerate(lines, 1) if "[" in line}


@pytest.mark.parametrize("text", ["", "\n", "no heading", "# T", "- a list\n", "---\n---\n"])
def test_a_text_that_says_nothing_has_nothing_to_mend(text: str):
    assert found(text) == []


MESSAGES = {
    "a likelihood": (
        "| possible | major |",
        "| hgih | major |",
        'likelihood "hgih" is not on the scale; use 1–5, a percentage, or one of rare, unlikely, possible, likely, '
        "almost certain",
    ),
    "a likelihood that is nearly right": ("| possible | major |", "| posible | major |", "did you mean possible?"),
    "a percentage": ("| possible | major |", "| 120% | major |", 'likelihood "120%" is not on the scale'),
    "a cost": ("| major | 3 |", "| major | a lot |", 'cost "a lot" is not a number; use digits'),
    "a negative number": ("| 5 | 8 | 11 |", "| -3 | 8 | 11 |", "low -3 is below 0; use a number at least 0"),
    "a minus sign": ("| 5 | 8 | 11 |", "| −3 | 8 | 11 |", "low −3 is below 0; use a number at least 0"),
    "not a number": ("| 3 | 3 | 3 |", "| 3 | NaN | 3 |", 'likely "NaN" is not a plain finite number; write it out'),
    "an infinite number": ("| 3 | 3 | 3 |", "| 3 | 3 | inf |", 'high "inf" is not a plain finite number'),
    "a number too large": ("| 3 | 3 | 3 |", "| 3 | 3 | 1e999 |", 'high "1e999" is not a plain finite number'),
    "a number with its unit": ("| 3 | 3 | 3 |", "| 3 | 3 | 3 d |", 'high "3 d" is not a number'),
    "low above high": ("| 5 | 8 | 11 |", "| 12 | 8 | 4 |", "low 12 is above high 4; low ≤ likely ≤ high"),
    "likely outside": ("| 5 | 8 | 11 |", "| 5 | 12 | 11 |", "likely 12 lies outside 5 to 11; low ≤ likely ≤ high"),
    "no likely value": ("| 5 | 8 | 11 |", "| 5 | | 11 |", "the estimate has no likely value; give it"),
    "an option of a risk": (
        "| Test it | Outbox table |",
        "| Test it | Outbx table |",
        'the risk names the option "Outbx table", which is not there; did you mean "Outbox table"?',
    ),
    "an option of a work item": (
        "| testing | 1 | |",
        "| testing | 1 | ledger |",
        'the work item names the option "ledger", which is not there; did you mean "Event-sourced ledger"?',
    ),
    "an option recommended": (
        "**Event-sourced ledger**, because",
        "**The cloud**, because",
        'the recommendation names the option "The cloud", which is not there; the options are "Event-sourced ledger", '
        '"Outbox table"',
    ),
    "no option recommended": (
        "**Event-sourced ledger**, because",
        "Because",
        "the recommendation names no option; open it with the name in bold, such as **Event-sourced ledger**",
    ),
    "a weight": (
        "| 30 | 4 | 2 |",
        "| lots | 4 | 2 |",
        'weight "lots" is not understood; use a number at least 0, or must',
    ),
    "a negative weight": ("| 30 | 4 | 2 |", "| -1 | 4 | 2 |", 'weight "-1" is not understood'),
    "a blank weight": (
        "| 30 | 4 | 2 |",
        "|  | 4 | 2 |",
        "there is no weight that can be read, so it counts as anything",
    ),
    "an open gate": ("| must | yes | yes |", "| must | yes |  |", "Outbox table: the must"),
    "a scale": ("(days: 40 … 5)", "(cheap … dear)", 'scale "cheap … dear" is not understood; write worst … best'),
    "a scale of one number": ("(days: 40 … 5)", "(5 … 5)", "begins and ends with the same number"),
    "a score": (
        "| 30 | 4 | 2 |",
        "| 30 | good | 2 |",
        'Event-sourced ledger: score "good" is not understood; use a number',
    ),
    "a score of a gate": (
        "| must | yes | yes |",
        "| must | yes | 3 |",
        'Outbox table: score "3" of a must is not understood',
    ),
    "a score off its scale": (
        "| 30 | 4 | 2 |",
        "| 30 | 4 | 7 |",
        'score "7" lies outside the scale 1 … 5 and counts as its end',
    ),
    "a stated score": ("**0.72**", "**0.74**", "Event-sourced ledger: stated 0.74, computed 0.72"),
    "a score stated as out": ("**0.55**", "**out**", "Outbox table: stated out, computed 0.55"),
    "a stated total": ("- Total: 11.0 days", "- Total: 12.0 days", 'total: stated "12.0 days", computed "11.0 days'),
    "a total in another unit": (
        "- Testing: 3.0 days",
        "- Testing: 3.0 weeks",
        'testing: stated "3.0 weeks", computed "3.0 days"',
    ),
    "a total without a number": ("- Testing: 3.0 days", "- Testing: some days", 'testing: stated "some days"'),
    "a percentile": ("- Total: 11.0 days", "- Total: 11.0 days (80 % chance of at most 19)", "computed"),
    "a date": (
        "  - Checked: 2026-01-30",
        "  - Checked: 30.01.2026",
        'checked "30.01.2026" is not a date; write it as 2026-01-31',
    ),
    "a day that is not there": ("date: 2026-01-31", "date: 2026-02-30", 'date "2026-02-30" is not a date'),
    "a word": ("Confidence: high", "Confidence: very", 'confidence "very" is not one of low, medium, high'),
    "hours of a day": (
        "status: draft",
        "hours-per-day: 25",
        'hours-per-day "25" is not understood; use a number above 0, at most 24',
    ),
}
COMPUTED = {"stated-score", "stated-total", "dominated-choice", "not-on-top"}


@pytest.mark.parametrize(("old", "new", "said"), MESSAGES.values(), ids=MESSAGES)
def test_one_wrong_thing_is_one_line_on_its_own_line(old: str, new: str, said: str):
    text = SOUND.replace(old, new)
    # What cannot be read changes what is computed from it, which is reported on the computed line.
    items = [item for item in found(text) if said in item.message or item.rule not in COMPUTED]

    assert SOUND.count(old) == 1
    assert [item.message for item in items if said not in item.message] == []
    assert len(items) == 1
    assert "\n" not in items[0].message
    assert new.strip() in text.split("\n")[items[0].line - 1]


def test_two_options_of_one_name_are_told_apart_by_their_number():
    items = found(SOUND.replace("Option 2: Outbox table", "Option 2: Event-sourced ledger"))

    assert [item.message for item in items if item.rule == "same-name"] == [
        'option 1 is called "Event-sourced ledger", too; give each option its own name'
    ]


def test_a_column_for_an_option_that_is_not_there_is_said_with_the_nearest():
    items = found(SOUND.replace("| Event-sourced ledger | Outbox table |", "| Event-sourced ledger | Outbax table |"))

    assert [item.message for item in items] == [
        'the comparison scores the option "Outbax table", which is not there; did you mean "Outbox table"?'
    ]
    assert items[0].line == 1 + SOUND.split("\n").index("| Criterion | Weight | Event-sourced ledger | Outbox table |")


def test_a_blank_score_states_nothing_wrong():
    text = SOUND.replace("| 30 | 4 | 2 |", "| 30 | | 2 |").replace("**0.72**", "**0.60**")

    assert [item.rule for item in found(text)] in ([], ["stated-score"])
    assert "blank" not in {item.rule for item in found(text)}


def test_a_score_that_is_out_and_not_stated_as_out_is_said():
    items = found(SOUND.replace("| must | yes | yes |", "| must | yes | no |"))

    assert [item.message for item in items] == ["Outbox table: stated 0.55, computed out"]


def test_a_stated_nothing_is_told_from_a_stated_out():
    text = SOUND.replace("| must | yes | yes |", "| must | yes | no |").replace("**0.55**", "**?**")

    assert [item.message for item in found(text)] == ["Outbox table: stated ?, computed out"]


def test_a_score_may_be_stated_with_fewer_zeros():
    assert found(SOUND.replace("**0.55**", "**0.550**")) == []


def test_a_mean_alone_is_enough_where_archkit_writes_a_percentile():
    example = example_file().read_text(encoding="utf-8")
    start = example.index("- Total: ")
    mean = example[start:].partition(" (")[0]

    assert found(example[:start] + mean + "\n") == []


def test_a_blank_of_the_template_is_a_hint():
    items = check(read(SOUND.replace("| Test it |", "| [How to handle] |")))

    assert [(item.severity, item.message) for item in items if item.rule == "blank"] == [
        ("hint", "the template's blank [How to handle] is still here; fill it in or delete it")
    ]


def test_all_of_many_wrong_things_are_reported_in_the_order_of_the_file():
    text = (
        SOUND.replace("| possible |", "| hgih |")
        .replace("| 3 | 3 | 3 |", "| x | y | z |")
        .replace("date: 2026-01-31", "date: x")
    )

    lines = [item.line for item in found(text)]

    assert len(lines) >= 5
    assert lines == sorted(lines)


def test_a_message_cannot_take_over_the_terminal_or_fill_it():
    text = SOUND.replace("| possible |", "| \x1b[31m" + "x" * 5000 + "\u202e |")

    message = found(text)[0].message

    assert "\x1b" not in message
    assert "\u202e" not in message
    assert len(message) < 300


def test_every_rule_has_an_id_of_its_own_and_says_what_is_right():
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.right.endswith(".") for rule in RULES)


def test_a_finding_names_its_section_or_none():
    keys = {spec.key for spec in outline()} | {""}
    text = (
        SOUND.replace("| possible |", "| hgih |").replace("**0.72**", "**0.74**").replace("Test it", "[How to handle]")
    )

    assert {item.section for item in found(text)} == {"risks", "comparison"}
    assert {item.section for item in check(read(template_text()))} <= keys


def cited(text: str) -> list[str]:
    """Return what a check says of citations in the summary of a document without findings."""
    items = check(read(f"# T\n\n## Executive Summary\n\n{text}\n"))
    return [item.message for item in items if item.rule == "undefined-citation"]


def test_a_citation_in_prose_is_undefined_where_there_are_no_findings():
    assert cited("See [F9] for it.") == ["[F9] is cited and no finding has this id; no finding has an id"]
    assert len(cited("See [F9, F10] for it.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "See `[F9]` for it.",
        "See [F9](https://example.org) for it.",
        "See [the page][F9] for it.\n\n[F9]: https://example.org",
        "Press [Enter], [RFC2119] and \\[F9\\].",
        "```\n[F9]\n```",
        "Words <!-- [F9] -->",
    ],
)
def test_what_is_no_citation_is_not_undefined(text: str):
    assert cited(text) == []


def test_a_citation_in_a_section_of_ones_own_is_undefined_too():
    text = "# T\n\n## Research Findings\n\n- [F1] Found\n\n## Our Own\n\nSee [F1] and\n[F9], `[F8]` and [RFC2119].\n"
    items = [item for item in check(read(text)) if item.rule == "undefined-citation"]

    assert [(item.line, item.column, item.section) for item in items] == [(10, 1, "")]


@pytest.mark.parametrize(
    "code", ["~~~\narr[F9]\n~~~", "```\n[F9]\n```", "    x[F9]", "<pre>[F9]</pre>", "`[F9]`", "<!-- [F9] -->"]
)
def test_code_in_a_section_of_ones_own_cites_nothing(code: str):
    items = check(read(f"# T\n\n## Research Findings\n\n- [F1] Found\n\n## Our Own\n\nWords.\n\n{code}\n"))

    assert "undefined-citation" not in {item.rule for item in items}


def test_a_message_says_how_many_ids_it_does_not_name():
    rows = "\n".join(f"- [F{number}] Found {number}" for number in range(1, 15))
    text = f"# T\n\n## Executive Summary\n\nSee [F99].\n\n## Research Findings\n\n### Industry Best Practices\n{rows}\n"

    item = next(item for item in check(read(text)) if item.rule == "undefined-citation")

    assert item.message.endswith("the ids are F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 and 2 more")


def test_what_is_found_on_one_line_stands_by_its_column():
    line = "TODO: we are [F98] and then [F97] and it is fast and scalable."
    items = check(read(f"# T\n\n## Executive Summary\n\n{line}\n"))

    places = [(item.line, item.column) for item in items]
    assert places == sorted(places)
    assert len({column for at, column in places if at == 5}) > 2
