"""The search is written anew only where documents themselves have changed, and never finds a lost page."""

import pytest

from archkit.errors import FileProblem
from archkit.site import build as building
from archkit.site import search_index
from archkit.site.build import build
from archkit.site.kept_blocks import block_path
from archkit.site.sources import found_documents
from tests.site.small_documents import contents, document, put

OTHER, LINKED = "a-architecture.md", "d-architecture.md"
DOCUMENTS = {
    OTHER: document("Ledger"),
    LINKED: document("Payments", entries="depends-on: a-architecture.md\n", text="A word found nowhere else: zebra."),
}
RENAMED = DOCUMENTS | {OTHER: document("Another title")}


@pytest.fixture
def folders(tmp_path, monkeypatch):
    monkeypatch.setattr(search_index, "MOST", 1)
    folder, site = tmp_path / "docs", tmp_path / "site"
    build(found_documents([put(folder, DOCUMENTS)]), site)
    numbers = {name: search_index.block_of(name, search_index.block_count(2)) for name in DOCUMENTS}
    assert len(set(numbers.values())) == 2
    return folder, site, site / block_path(numbers[LINKED])


def test_a_document_whose_link_has_a_new_title_has_a_new_page_and_its_old_block(folders, tmp_path):
    folder, site, block = folders
    written = block.stat().st_mtime_ns

    report = build(found_documents([put(folder, RENAMED)]), site)

    assert report.built == 2
    assert "Another title" in (site / "documents/d-architecture.html").read_text()
    assert block.stat().st_mtime_ns == written
    build(found_documents([folder]), tmp_path / "clean")
    assert contents(site) == contents(tmp_path / "clean")


@pytest.mark.parametrize("is_block_lost", [False, True])
def test_a_document_that_fails_with_its_link_changed_is_found_no_more(folders, tmp_path, monkeypatch, is_block_lost):
    folder, site, block = folders
    assert "zebra" in block.read_text()
    if is_block_lost:
        block.unlink()

    def failing(source):
        if source.name == LINKED:
            raise FileProblem(source.name, "it cannot be built today", "try tomorrow")
        return built(source)

    built = building.built
    with monkeypatch.context() as patch:
        patch.setattr(building, "built", failing)
        report = build(found_documents([put(folder, RENAMED)]), site)

    assert list(report.problems) == [LINKED]
    assert "zebra" not in block.read_text()
    assert not (site / "documents/d-architecture.html").exists()
    # Whatever it was, the next build with its content changed brings it back.
    put(folder, RENAMED | {LINKED: DOCUMENTS[LINKED].replace("zebra", "zebras")})
    build(found_documents([folder]), site)
    build(found_documents([folder]), tmp_path / "clean")
    assert contents(site) == contents(tmp_path / "clean")
