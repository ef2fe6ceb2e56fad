"""How fast findings grow old is a setting, and everything that shows a strength goes by it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import archkit
from archkit.checks import Settings, settings_for
from archkit.errors import SettingsError
from archkit.portfolios.portfolio import portfolio
from archkit.session import Session
from archkit.site.addresses import page_path
from archkit.site.build import build
from archkit.site.sources import found_documents
from archkit.widgets.studio import studio
from tests.checks.reviewed import REVIEWED

#: F1 and F3 are case studies, so reported, and were checked 297 days before the day of the tests.
LIMITS = "[tool.archkit.age-limits]\nreported = 200\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "docs" / "a-architecture.md"
    file.parent.mkdir()
    file.write_text(REVIEWED, encoding="utf-8")
    (file.parent / "notes.md").write_text("# Notes\n", encoding="utf-8")
    return file


def limit(file: Path, text: str = LIMITS) -> None:
    (file.parent / "pyproject.toml").write_text(text, encoding="utf-8")


def shown(page: str) -> str:
    """Return the word of strength that a page shows at F1, which is Case Study, and why."""
    [found] = set(re.findall(r'chip">(\w+)</span> <span class="muted">reported, as [^<]*', page))
    return found


def test_the_evidence_of_a_document_grows_old_as_its_settings_say(file: Path):
    document = archkit.open(file)
    assert document.evidence().findings.loc["F1", "strength"] == "weak"

    limit(file)

    assert document.evidence().findings.loc["F1", "strength"] == "none"
    assert document.evidence().findings.loc["F2", "strength"] == "fair"
    assert document.evidence(age_limits={"reported": 2_000}).findings.loc["F1", "strength"] == "weak"


def test_a_check_asks_to_look_again_by_the_limit_of_the_kind_and_else_by_that_of_all(file: Path):
    def old() -> list[str]:
        found = archkit.open(file).check()
        return [f"{item.message.split()[1]} {item.message.split()[-5]}" for item in found if item.rule == "old-finding"]

    assert old() == []
    limit(file)
    assert old() == ["F1 200", "F3 200"]
    limit(file, "[tool.archkit]\nmax-finding-age = 100\n\n[tool.archkit.age-limits]\nreported = 400\n")
    assert old() == ["F2 100", "F4 100"]


def test_the_page_of_a_document_shows_the_strength_by_its_settings(file: Path):
    document = archkit.open(file)
    document.export(file.with_suffix(".html"))
    assert shown(file.with_suffix(".html").read_text(encoding="utf-8")) == "weak"

    limit(file)
    document.export(file.with_suffix(".html"))

    assert shown(file.with_suffix(".html").read_text(encoding="utf-8")) == "none"


def page_of(session: Session) -> str:
    screen, seen = studio(session), []
    screen.send = lambda content, buffers=None: seen.append(content)
    screen.follower.wake = lambda: None
    screen.handle({"op": "watch", "seq": 1, "client": "tab", "views": {"page": True}})
    for _, work in screen.follower.stages:
        work()
    screen.close()
    return "".join(next(news["page"] for news in seen if "page" in news)["sections"].values())


def test_the_page_beside_the_forms_shows_the_strength_by_the_settings(file: Path):
    limit(file)
    session = Session.open(file)

    assert shown(page_of(session)) == "none"
    session.close()


def test_settings_that_cannot_be_read_are_the_first_thing_that_a_studio_asks_for(file: Path):
    limit(file, "[tool.archkit.age-limits]\nreportet = 200\n")
    session = Session.open(file)
    assert shown(page_of(session)) == "weak"

    screen = studio(session)
    screen.follower.stages[-1][1]()

    [only] = screen.missing
    assert only["words"] == (
        f'{file.parent / "pyproject.toml"}: [tool.archkit.age-limits] has no kind of source "reportet"; '
        "did you mean reported?"
    )
    screen.close()
    session.close()


def test_a_site_builds_the_pages_anew_whose_settings_changed(file: Path, tmp_path: Path):
    other = tmp_path / "b-architecture.md"
    other.write_text(REVIEWED, encoding="utf-8")
    files, site = found_documents([tmp_path]), tmp_path / "site"
    assert build(files, site).built == 2

    limit(file)

    assert build(files, site).built == 1
    assert shown((site / page_path("docs/a-architecture.md")).read_text(encoding="utf-8")) == "none"
    assert shown((site / page_path("b-architecture.md")).read_text(encoding="utf-8")) == "weak"


def test_settings_of_one_folder_that_do_not_fit_stop_a_site_before_it_is_written(file: Path, tmp_path: Path):
    (tmp_path / "b-architecture.md").write_text(REVIEWED, encoding="utf-8")
    limit(file, "[tool.archkit]\nage-limits = 3\n")

    with pytest.raises(SettingsError, match="age-limits is not a table"):
        build(found_documents([tmp_path]), tmp_path / "site")

    assert not (tmp_path / "site").exists()


def test_a_portfolio_counts_strengths_by_the_settings_of_each_folder(file: Path, tmp_path: Path):
    (tmp_path / "b-architecture.md").write_text(REVIEWED, encoding="utf-8")
    limit(file)

    found = portfolio(tmp_path).findings.reset_index()

    words = {path: strength for path, name, strength in found[["path", "id", "strength"]].to_numpy() if name == "F1"}
    assert words == {"docs/a-architecture.md": "none", "b-architecture.md": "weak"}


def test_a_kind_of_two_words_needs_no_quotes(file: Path):
    limit(file, '[tool.archkit.age-limits]\nmeasured-elsewhere = 10\n"measured here" = 20\n')

    assert settings_for(file) == Settings(age_limits={"measured elsewhere": 10, "measured here": 20})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("measured = 10", 'has no kind of source "measured"; did you mean measured here?'),
        ("zzz = 10", "the kinds are measured here, measured elsewhere, documented, reported, opinion"),
        ("reported = 0", "the age limit of reported is not a whole number of days from 1 on"),
        ("reported = true", "the age limit of reported is not a whole number of days from 1 on"),
        ('reported = "1 year"', 'from 1 on; write "reported" = 2008'),
        ("reported = 1.5", "the age limit of reported is not a whole number of days from 1 on"),
    ],
)
def test_a_limit_that_does_not_fit_is_said(file: Path, line: str, said: str):
    limit(file, f"[tool.archkit.age-limits]\n{line}\n")

    with pytest.raises(SettingsError, match=re.escape(said)):
        settings_for(file)
