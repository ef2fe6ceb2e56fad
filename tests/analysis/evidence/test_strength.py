"""A strength is derived from the kind of source, lowered by what weakens it, and overruled with a reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archkit.analysis.evidence.strength import AGE_LIMITS, BEGINS, RULE, EvidenceSettings, strength
from archkit.errors import AnalysisError
from archkit.model.findings import DOCUMENTATION, EXAMPLES, SOURCE_KINDS, STRENGTHS, Finding

DAY = date(2026, 11, 23)
TODAY = EvidenceSettings(DAY)


def finding(**fields: str) -> Finding:
    return Finding.model_validate({"id": "F1", "text": "It took 3 ms", "checked": "2026-11-01", **fields})


def word(**fields: str) -> str:
    return strength(finding(**fields), TODAY).word


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("measured here", "strong"),
        ("measured elsewhere", "fair"),
        ("documented", "fair"),
        ("reported", "weak"),
        ("opinion", "weak"),
    ],
)
def test_a_finding_begins_by_its_kind_of_source(kind: str, expected: str):
    assert word(source_kind=kind) == expected


def test_a_firmer_kind_of_source_never_begins_lower():
    begins = [BEGINS[kind] for kind in SOURCE_KINDS]

    assert begins == sorted(begins, reverse=True)
    assert set(AGE_LIMITS) == set(BEGINS) == set(SOURCE_KINDS)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"label": "Performance Benchmark"}, "measured elsewhere"),
        ({"label": "case study"}, "reported"),
        ({"label": "eShop", "group": EXAMPLES}, "reported"),
        ({"label": "Release Notes", "group": DOCUMENTATION}, "documented"),
        ({"label": "Pattern/Practice"}, ""),
        ({"label": "Case Study", "source_kind": "measured here"}, "measured here"),
        ({"label": "Case Study", "source_kind": "gossip"}, "reported"),
    ],
)
def test_a_kind_of_source_that_is_not_said_is_taken_from_kind_and_group(fields: dict[str, str], kind: str):
    assert strength(finding(**fields), TODAY).source_kind == kind


def test_what_nothing_is_known_of_is_weak():
    found = strength(finding(), TODAY)

    assert (found.word, found.reasons) == ("weak", ("the kind of source is not said: begins as weak",))


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"context_differs": "on MySQL"}, "its context differs: on MySQL"),
        ({"vendor_only": "yes"}, "only the vendor says so"),
        ({"checked": ""}, "it has no date"),
        ({"checked": "soon"}, "it has no date"),
        ({"checked": "2024-01-01"}, "checked on 2024-01-01, the limit of 730 days ago"),
    ],
)
def test_each_weakness_takes_one_step_and_is_said(fields: dict[str, str], why: str):
    found = strength(finding(source_kind="measured here", **fields), TODAY)

    assert (found.word, found.reasons) == ("fair", ("measured here: begins as strong", why))


def test_weaknesses_add_up_and_end_at_none():
    weak = {"context_differs": "x", "vendor_only": "Yes", "checked": "2001-01-01"}

    assert word(source_kind="measured here", context_differs="x", vendor_only="yes") == "weak"
    assert word(source_kind="measured here", **weak) == "none"
    assert word(source_kind="opinion", **weak) == "none"
    assert word(source_kind="measured here", vendor_only="no") == "strong"


def test_a_limit_counts_from_the_day_after_it_and_again_after_as_many_days():
    at = [strength(finding(source_kind="measured here", checked=str(DAY - timedelta(days))), TODAY).word
          for days in (730, 731, 1460, 1461, 2190, 2191)]  # fmt: skip

    assert at == ["strong", "fair", "fair", "weak", "weak", "none"]


def test_a_strength_is_overruled_with_a_reason_alone():
    bare = strength(finding(source_kind="reported", strength="strong"), TODAY)
    given_reason = strength(finding(source_kind="reported", strength="strong", strength_reason="we saw it"), TODAY)

    assert (bare.word, bare.reasons[-1]) == ("weak", "strong is said without a reason, so it does not count")
    assert (given_reason.word, given_reason.derived) == ("strong", "weak")
    assert given_reason.reasons[-1] == "overruled, weak to strong: we saw it"


def test_other_limits_may_be_given():
    patient = EvidenceSettings(DAY, AGE_LIMITS | {"measured here": 10_000})

    old = finding(source_kind="measured here", checked="2005-01-01")

    assert (strength(old, TODAY).word, strength(old, patient).word) == ("none", "strong")


def test_limits_replace_those_that_are_named_and_others_stay():
    settings = TODAY.with_limits({"reported": 10})

    assert settings.age_limits == AGE_LIMITS | {"reported": 10}
    assert TODAY.age_limits == AGE_LIMITS


@pytest.mark.parametrize(
    ("given_limits", "message"),
    [
        ({"documeted": 3}, 'there is no kind of source "documeted"; use measured here, measured elsewhere'),
        ({"documented": 0}, "the limit of documented is 0; use a whole number of days from 1 on"),
        ({"documented": "a"}, "the limit of documented is 'a'"),
    ],
)
def test_a_limit_that_means_nothing_is_refused(given_limits: dict[str, int], message: str):
    with pytest.raises(AnalysisError, match=message):
        TODAY.with_limits(given_limits)


def test_the_rule_names_every_kind_and_its_word():
    for kind, steps in BEGINS.items():
        begin = RULE.index(STRENGTHS[3 - steps])
        assert kind in RULE[begin : RULE.index(")", begin)]


ages = st.integers(-2_000, 40_000)
any_fields = st.fixed_dictionaries(
    {
        "source_kind": st.sampled_from(("", *SOURCE_KINDS)),
        "context_differs": st.sampled_from(("", "another version")),
        "vendor_only": st.sampled_from(("", "yes", "no")),
        "strength": st.sampled_from(("", *STRENGTHS)),
        "strength_reason": st.sampled_from(("", "we looked")),
    }
)


@given(any_fields, ages, ages)
def test_a_strength_never_rises_with_age(fields: dict[str, str], one: int, other: int):
    younger, older = sorted((one, other))

    def steps(days: int) -> int:
        return strength(finding(**fields, checked=str(DAY - timedelta(days))), TODAY).steps

    assert steps(older) <= steps(younger)


@given(any_fields, ages)
def test_what_weakens_a_finding_never_strengthens_it(fields: dict[str, str], age: int):
    plain = fields | {"checked": str(DAY - timedelta(age)), "strength": ""}
    before = strength(finding(**plain), TODAY)

    for change in ({"context_differs": "x"}, {"vendor_only": "yes"}):
        assert strength(finding(**(plain | change)), TODAY).steps <= before.steps
    assert before.word == before.derived
    assert 0 <= before.steps <= 3


@pytest.mark.parametrize(
    "said",
    [
        {"checked": "", "retrieved": "redis 7, asked 2026-11-01T10:00"},
        {"checked": "", "details": [{"key": "Accessed", "value": "2026-11-01"}]},
    ],
)
def test_a_day_that_is_said_elsewhere_counts(said: dict[str, object]):
    assert strength(Finding.model_validate({"source_kind": "documented", "text": "x", **said}), TODAY).word == "fair"
