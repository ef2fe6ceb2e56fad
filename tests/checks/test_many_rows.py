"""Twice as many rows take twice the work, counted by how often their texts are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from archkit.checks.evidence import duplicate_findings
from archkit.checks.names import findings_of_one_id
from archkit.model.phases import split_after


class Watched(str):
    """A text that counts how often it is compared, measured or folded."""

    looks: ClassVar[int] = 0

    def __eq__(self, other: object) -> bool:
        Watched.looks += 1
        return str.__eq__(self, other)

    def __hash__(self) -> int:
        Watched.looks += 1
        return str.__hash__(self)

    def __len__(self) -> int:
        Watched.looks += 1
        return str.__len__(self)

    def casefold(self) -> str:
        Watched.looks += 1
        return str.casefold(self)


def review(count: int) -> Any:
    findings = [
        SimpleNamespace(id=Watched(f"F{at}"), text=f"Claim number {at} is so", source=Watched(""), quote="")
        for at in range(count)
    ]
    return SimpleNamespace(document=SimpleNamespace(findings=findings))


def phases_in_order(count: int) -> Iterable[object]:
    names = tuple(Watched(f"Phase {at}") for at in range(count))
    return (split_after(Watched(name if at % 2 else ""), names) for at, name in enumerate(names))


@pytest.mark.parametrize(
    "work",
    [
        lambda count: findings_of_one_id(review(count)),
        lambda count: duplicate_findings(review(count)),
        phases_in_order,
    ],
    ids=["ids of findings", "findings without a source", "phases"],
)
def test_twice_the_rows_take_at_most_three_times_the_looks(work: Callable[[int], Iterable[object]]):
    looks = []
    for count in (200, 400):
        Watched.looks = 0
        list(work(count))
        looks.append(Watched.looks)
    assert looks[1] <= 3 * max(looks[0], 200)


def test_the_third_finding_of_one_id_names_the_first():
    findings: Any = [SimpleNamespace(id=name) for name in ("F1", "", "F2", "", "F1", "F1")]
    watched: Any = SimpleNamespace(document=SimpleNamespace(findings=findings))
    made = list(findings_of_one_id(watched))
    assert [found[0] for found in made] == [("findings", 4), ("findings", 5)]
    assert all(found[1].startswith("finding 1 has the id F1, too") for found in made)


def test_a_name_with_a_comma_or_semicolon_is_not_split():
    assert split_after(" build; test ", ("Build; Test",)) == ("build; test",)
    assert split_after("1, 2") == ("1", "2")
    assert split_after("  ", ("A",)) == ()
    assert split_after(" A ", ("A",)) == ("A",)
