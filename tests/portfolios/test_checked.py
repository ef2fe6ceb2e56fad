"""What a reviewer would send back over many documents, by the settings of each folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import archkit
from archkit.portfolios.portfolio import Portfolio
from tests.portfolios.made import made

DAY = date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made(tmp_path, 4)
    return tmp_path


def rules(found: Portfolio, folder: str) -> set[str]:
    paths = found.checks.index.get_level_values("path")
    return set(found.checks["rule"][paths.str.startswith(folder)])


def put(folder: Path, text: str) -> str:
    """Write settings beside one of the documents, and return the name of its folder."""
    chosen = sorted(path for path in folder.iterdir() if path.is_dir())[0]
    (chosen / "pyproject.toml").write_text(text)
    return chosen.name


def test_rules_are_those_that_the_settings_of_the_folder_select(folder: Path):
    before = archkit.portfolio(folder, today=DAY)
    own = put(folder, "[tool.archkit]\n")
    one, *_ = sorted(rules(before, own) - {"format"})
    put(folder, f'[tool.archkit]\nselect = ["{one}"]\n')

    after = archkit.portfolio(folder, today=DAY)

    assert rules(after, own) == {one}
    elsewhere = [~found.checks.index.get_level_values("path").str.startswith(own) for found in (before, after)]
    assert before.checks[elsewhere[0]].equals(after.checks[elsewhere[1]])


@pytest.mark.parametrize(
    ("settings", "said"),
    [("ignore = ['no-such-rule']", "there is no rule"), ("colour = 1", "has no setting"), ("x", "cannot be read")],
)
def test_settings_that_do_not_fit_are_told_and_stop_no_other_document(folder: Path, settings: str, said: str):
    own = put(folder, f"[tool.archkit]\n{settings}\n")

    found = archkit.portfolio(folder, today=DAY)

    paths = found.checks.index.get_level_values("path").str.startswith(own)
    assert all(said in message for message in found.checks["message"][paths])
    assert paths.any()
    assert (~paths).any()


def test_one_document_is_called_one_document(tmp_path: Path):
    (tmp_path / "a-architecture.md").write_text("# A\n\n## Risks\n\n```\nnever closed\n")

    found = archkit.portfolio(tmp_path, today=DAY)

    assert str(found) == "1 document, 0 options, 0 risks, 0 findings, 1 error"
