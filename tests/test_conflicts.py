"""A merge that git could not finish is finished in Python: the section reads as rows again."""

from __future__ import annotations

from pathlib import Path

import pytest

import archkit
from archkit.checks import check
from archkit.errors import ModelError
from archkit.format.read import read
from archkit.git_setup import install
from archkit.versions.merge_text import merge_text
from tests.format.documents import EXAMPLE
from tests.test_git import NAME, Repository

RISK = "| The queue slows down the order database at peak | 20% | major | 6 |"


def edited(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def renamed(name: str) -> str:
    return EXAMPLE.replace("Apache Kafka", name)


MINE = edited(EXAMPLE, (RISK, RISK.replace("20%", "30%")), ("- Carrier: No change", "- Carrier: Mine"))
THEIRS = edited(EXAMPLE, (RISK, RISK.replace("20%", "40%")), ("- Carrier: No change", "- Carrier: Theirs"))


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A document that two people changed differently in two sections."""
    file = tmp_path / "shop-architecture.md"
    file.write_text(merge_text(EXAMPLE, MINE, THEIRS).text)
    return file


def test_a_merge_in_a_repository_is_finished_and_committed(tmp_path: Path):
    repository = Repository(tmp_path / "repository")
    install(repository.folder, repository.command)
    repository.branches(EXAMPLE, MINE, THEIRS)
    repository.git("merge", "theirs", code=1)
    doc = archkit.open(repository.folder / NAME)

    for conflict in doc.conflicts:
        conflict.keep("theirs")

    assert repository.text() == THEIRS
    repository.git("add", NAME)
    repository.git("commit", "-q", "-m", "merged")
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.parametrize(("side", "wanted"), [("ours", MINE), ("theirs", THEIRS)])
def test_keeping_one_side_gives_that_side_byte_for_byte(merged: Path, side: str, wanted: str):
    doc = archkit.open(merged)
    assert [conflict.section for conflict in doc.conflicts] == ["integration_points", "risks"]
    assert len(doc.risks) == 0

    for conflict in doc.conflicts:
        conflict.keep(side)

    assert doc.conflicts == ()
    assert merged.read_text() == wanted
    assert len(doc.risks) == 10
    assert check(read(merged.read_text())) == ()


def test_both_rows_can_be_kept(merged: Path):
    doc = archkit.open(merged)

    doc.conflicts[1].keep("both")

    likelihoods = [risk.likelihood for risk in doc.risks if risk.risk.startswith("The queue slows")]
    assert likelihoods == ["30%", "40%"]
    assert [conflict.section for conflict in doc.conflicts] == ["integration_points"]


def test_what_was_kept_can_be_undone_and_other_sections_stay_as_they_are(merged: Path):
    before = merged.read_text()
    doc = archkit.open(merged)
    doc.conflicts[1].keep("theirs")

    doc.session.undo()

    assert merged.read_text() == before
    assert len(doc.conflicts) == 2


def test_a_conflict_that_was_looked_up_before_is_finished_where_it_stands_now(merged: Path):
    doc = archkit.open(merged)
    first, second = doc.conflicts
    first.keep("theirs")
    doc.executive_summary = "More\n\nlines\n\nthan before."

    second.keep("theirs")

    assert doc.conflicts == ()
    with pytest.raises(ModelError, match="not there any more"):
        second.keep("ours")


def test_a_conflict_says_what_differs(merged: Path):
    conflict = archkit.open(merged).conflicts[1]

    assert repr(conflict) == (
        f"<conflict in risks, line {conflict.line}: "
        'risk "The queue slows down the order database at peak": likelihood 30% → 40%>'
    )
    assert merged.read_text().split("\n")[conflict.line - 1] == "<<<<<<< mine"
    assert RISK.replace("20%", "30%") in conflict.ours and RISK.replace("20%", "40%") in conflict.theirs
    assert conflict.choices == ("ours", "theirs", "both")


@pytest.mark.parametrize(("side", "name"), [("ours", "Kafka 4"), ("theirs", "Redpanda")])
def test_an_option_that_both_renamed_is_called_by_the_kept_name_everywhere(tmp_path: Path, side: str, name: str):
    file = tmp_path / "a.md"
    file.write_text(merge_text(EXAMPLE, renamed("Kafka 4"), renamed("Redpanda")).text)
    doc = archkit.open(file)
    [conflict] = doc.conflicts

    conflict.keep(side)

    written = read(file.read_text())
    assert written.document == doc.data
    assert written.document.option_names == read(renamed(name)).document.option_names
    assert written.document.comparison == read(renamed(name)).document.comparison
    assert [item for item in check(written) if item.severity != "hint"] == []


def test_a_section_that_one_side_took_out_can_stay_out(tmp_path: Path):
    head, _, rest = EXAMPLE.partition("## Integration Points\n")
    mine = head + rest[rest.index("## Security") :]
    file = tmp_path / "a.md"
    file.write_text(merge_text(EXAMPLE, mine, THEIRS.replace("40%", "20%")).text)
    doc = archkit.open(file)

    doc.conflicts[0].keep("ours")

    assert file.read_text() == mine


def test_a_text_without_markers_has_no_conflicts(tmp_path: Path):
    file = tmp_path / "a.md"
    file.write_text(EXAMPLE)

    assert archkit.open(file).conflicts == ()
