"""A portfolio says the same as its documents, whatever their order and wherever they are read."""

from __future__ import annotations

import os
import random
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import archkit
from archkit.analysis.document_effort import document_effort
from archkit.analysis.risk_exposure import risk_exposure
from archkit.batch import executor_for
from archkit.checks import check
from archkit.errors import AnalysisError, FileProblem
from archkit.format.read import read
from archkit.portfolios import assembled
from archkit.portfolios.command import summary
from archkit.portfolios.portfolio import Portfolio
from tests.portfolios.made import assert_same, made

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("portfolio"), 24, faulty=0.1)


@pytest.fixture(scope="module")
def whole(folder: Path) -> Portfolio:
    return archkit.portfolio(folder, today=DAY)


def texts(folder: Path, found: Portfolio) -> dict[str, str]:
    return {path: (folder / path).read_text() for path in found.documents.index.get_level_values("path")}


def test_each_document_has_the_numbers_that_it_has_alone(folder: Path, whole: Portfolio):
    totals = whole.effort[whole.effort["kind"] == "total"].droplevel(["document", "revision"])
    documents = whole.documents.droplevel(["document", "revision"])

    for path, text in texts(folder, whole).items():
        document = read(text).document
        effort = document_effort(document)
        spread = effort.quantile(0.9) - effort.quantile(0.1)
        if effort.counted or effort.words:
            assert totals.loc[path, "mean"] == pytest.approx(effort.mean(), nan_ok=True)
            wanted = pytest.approx(effort.quantile(0.8), abs=0.03 * spread + 1e-9, nan_ok=True)
            assert totals.loc[path, "p80"] == wanted
        else:
            assert pd.isna(totals.loc[path, "mean"])
        exposure = risk_exposure(document, effort)
        loss = exposure.expected_loss[1] if exposure.counted else float("nan")
        assert documents.loc[path, "expected_loss"] == pytest.approx(loss, nan_ok=True)
        assert documents.loc[path, "findings"] == len([one for one in document.findings if not one.is_empty])


def test_files_that_cannot_be_read_are_told_and_the_others_are_there(folder: Path, whole: Portfolio):
    faulty = [file for file in folder.rglob("*.md") if not file.read_bytes().strip() or b"\0" in file.read_bytes()]

    assert faulty
    assert len(whole.unreadable) == len(faulty)
    assert set(whole.unreadable.index.get_level_values("path")) == {
        one.relative_to(folder).as_posix() for one in faulty
    }
    assert len(whole.documents) == 24 - len(faulty)


def test_checks_are_those_of_each_document(folder: Path, whole: Portfolio):
    paths = whole.checks.index.get_level_values("path")
    for path, text in texts(folder, whole).items():
        assert list(whole.checks["message"][paths == path]) == [one.message for one in check(read(text), today=DAY)]


def test_a_file_that_changed_since_is_told_by_the_checks(tmp_path: Path):
    made(tmp_path, 2)
    found = archkit.portfolio(tmp_path, today=DAY)
    file = next(tmp_path.rglob("*00001-architecture.md"))
    file.write_text("# Other\n")

    rows = found.checks[found.checks.index.get_level_values("path").str.contains("00001")]

    assert len(rows) == 1
    assert "read the portfolio again" in rows["message"].iloc[0]


def test_order_pieces_and_engine_change_nothing(folder: Path, whole: Portfolio):
    files = list(folder.rglob("*.md"))
    random.Random(1).shuffle(files)

    with ThreadPoolExecutor(2) as threads, executor_for(2) as processes:
        for executor, size in ((None, 1), (threads, 5), (processes, 7)):
            assert_same(archkit.portfolio(files, executor, today=DAY, size=size), whole)


def test_the_sum_of_some_documents_has_the_draws_that_they_have_in_any_portfolio(folder: Path, whole: Portfolio):
    accepted = whole.where(status="accepted")
    files = [folder / path for path in accepted.documents.index.get_level_values("path")]

    alone = archkit.portfolio(files, today=DAY)

    assert 0 < len(files) < len(whole.documents)
    pd.testing.assert_frame_equal(alone.totals, accepted.totals, check_exact=True)


def test_the_draws_of_a_document_have_its_distribution(folder: Path, whole: Portfolio):
    path = whole.documents["effort_mean"].idxmax()[1]
    alone = archkit.portfolio(folder / path, today=DAY)
    curve = alone.effort[alone.effort["kind"] == "total"].iloc[0]

    for name in ("p10", "p50", "p80", "p90"):
        assert alone.totals.loc["effort", name] == pytest.approx(curve[name], rel=0.005)


def test_the_losses_have_the_expected_loss(whole: Portfolio):
    totals = whole.totals.loc["losses"]

    assert totals["p10"] < totals["mean"] < totals["p90"]
    assert whole.exceedance["chance"].is_monotonic_decreasing
    assert whole.exceedance["chance"].iloc[-1] == 0


RISKS = "# T\n\n## Risks and Mitigations\n\n| Risk | Likelihood | Impact | Mitigation | Owner | Status |\n"
RISKS += "|---|---|---|---|---|---|\n"


@pytest.mark.parametrize(
    ("rows", "loss"),
    [("| a | perhaps | Low | m | o | Open |\n", None), ("| a | High | Low | m | o | Closed |\n", 0.0), ("", None)],
)
def test_what_is_unknown_is_blank_and_never_nothing(tmp_path: Path, rows: str, loss: float | None):
    (tmp_path / "a-architecture.md").write_text(RISKS + rows)

    found = archkit.portfolio(tmp_path, today=DAY)

    row = found.documents.iloc[0]
    assert pd.isna(row["effort_mean"])
    assert pd.isna(row["effort_p80"])
    assert pd.isna(row["expected_loss"]) if loss is None else row["expected_loss"] == loss
    assert pd.isna(found.totals.loc["losses", "mean"]) == (loss is None)
    assert found.effort[["mean", "p80"]].isna().all(axis=None)
    found.to_csv(tmp_path / "out")
    said = pd.read_csv(tmp_path / "out" / "documents.csv")[["effort_mean", "expected_loss"]].notna().to_numpy()
    assert said.tolist() == [[False, loss is not None]]


def test_sums_say_what_they_leave_out(tmp_path: Path):
    (tmp_path / "a-architecture.md").write_text(RISKS + "| a | perhaps | Low | m | o | Open |\n")
    rows = "| a | possible | major | m | o | Open |\n| b | possible | major | m | o | Closed |\n"
    work = "\n## Estimated Effort\n\n| Work item | Low | Likely | High |\n|---|---|---|---|\n| a | 1 | 2 | 9 |\n"
    (tmp_path / "b-architecture.md").write_text(RISKS + rows + work)

    found = archkit.portfolio(tmp_path, today=DAY)

    assert "1 of 2 documents has no effort" in found.notes["effort"]
    assert "2 of 3 risks are not counted (1 without a known likelihood or impact)" in found.notes["losses"]
    assert found.totals.loc["losses", "mean"] > 0
    assert found.left_out["effort"] in summary(found)
    assert found.left_out["losses"] in summary(found)
    assert "not known" in summary(found.where(language="de"))


def test_frames_are_typed_also_when_they_are_empty(tmp_path: Path, whole: Portfolio):
    (tmp_path / "empty-architecture.md").write_text("# T\n")

    empty = archkit.portfolio(tmp_path, today=DAY)

    for name, frame in empty.frames().items():
        assert list(frame.dtypes) == list(whole.frames()[name].dtypes), name
        assert frame.index.names == ["document", "path", "revision"]
    assert empty.totals.isna().all(axis=None)
    assert empty.exceedance.empty


@pytest.mark.parametrize("kind", ["effort", "risk", "decisions", "evidence", "reviews"])
def test_figures_say_their_numbers_in_words(tmp_path: Path, whole: Portfolio, kind: str):
    (tmp_path / "empty-architecture.md").write_text("# T\n")

    full = whole.plot(kind)

    assert any(character.isdigit() for character in full.alt)
    assert full.png() == whole.plot(kind).png()
    assert archkit.portfolio(tmp_path, today=DAY).plot(kind).alt


def test_hostile_titles_are_drawn_as_they_are(tmp_path: Path):
    text = "---\nreview-by: 2020-01-01\n---\n\n# $_$ <script> \U0001f600\n\n## Estimated Effort\n\n"
    text += "| Work item | Low | Likely | High |\n|---|---|---|---|\n| a | 1 | 2 | 9 |\n"
    (tmp_path / "a-architecture.md").write_text(text)

    found = archkit.portfolio(tmp_path, today=DAY)

    for kind in ("effort", "reviews"):
        assert "$_$" in found.plot(kind).alt


def test_what_is_not_there_is_said(tmp_path: Path, whole: Portfolio):
    with pytest.raises(FileProblem, match="no architecture document"):
        archkit.portfolio(tmp_path)
    with pytest.raises(FileProblem, match="no such file or folder"):
        archkit.portfolio(tmp_path / "gone")
    with pytest.raises(AnalysisError, match="use effort, risk"):
        whole.plot("pie")
    with pytest.raises(AnalysisError, match="no column"):
        whole.where(state="accepted")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path):
    Path(os.fsdecode(bytes(tmp_path) + b"/\xff-architecture.md")).write_text("# T\n\n## Dependencies\n")

    found = archkit.portfolio(tmp_path, today=DAY)

    assert list(found.documents.index.get_level_values("path")) == ["\\xff-architecture.md"]
    assert len(found.checks) > 0


def test_estimates_beyond_all_measure_are_added(tmp_path: Path):
    text = "# T\n\n## Estimated Effort\n\n| Work item | Low | Likely | High |\n|---|---|---|---|\n"
    (tmp_path / "a-architecture.md").write_text(text + "| a | 1 | 2 | 999999999 |\n")

    found = archkit.portfolio(tmp_path, today=DAY)

    assert found.totals.loc["effort", "mean"] > 1e8
    assert found.plot("effort").alt


def test_frames_are_the_same_however_their_rows_are_cut(
    folder: Path, whole: Portfolio, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(assembled, "_BLOCK", 7)

    found = archkit.portfolio(folder, today=DAY)

    assert len(found.findings) > 7
    assert_same(found, whole)
    assert [frame.dtypes.tolist() for frame in found.frames().values()] == [
        frame.dtypes.tolist() for frame in whole.frames().values()
    ]


def test_what_no_longer_holds_is_not_past_its_review(tmp_path: Path):
    for status in ("accepted", "superseded", "rejected", "deprecated"):
        text = f"---\nstatus: {status}\nreview-by: 2026-01-31\n---\n\n# {status}\n"
        (tmp_path / f"{status}-architecture.md").write_text(text)

    found = archkit.portfolio(tmp_path, today=DAY)

    past = found.documents["is_past_review"].droplevel(["path", "revision"]).to_dict()
    assert past == {"accepted": True, "superseded": False, "rejected": False, "deprecated": False}
    checked = found.checks[found.checks["rule"] == "review-passed"]
    assert list(checked.index.get_level_values("document")) == ["accepted"]
