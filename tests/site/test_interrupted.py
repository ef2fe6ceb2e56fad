"""Ctrl-C leaves one site: each page that is there is listed and found, and each link leads to a page."""

import os
from pathlib import Path

import pytest

from archkit.batch import Progress
from archkit.site import search_index
from archkit.site.build import build
from archkit.site.engine import Engine
from archkit.site.sources import found_documents
from tests.site.small_documents import contents, document, put
from tests.site.test_names_and_ends import lost_links

NAMES = [f"{at}-architecture.md" for at in range(9)]
DONE = 5


class Interrupting(Progress):
    """Is stopped by a person after some documents."""

    def step(self, count: int = 1) -> None:
        super().step(count)
        if self.done == DONE:
            raise KeyboardInterrupt


def interrupted(folder: Path, site: Path, **how: bool) -> None:
    with pytest.raises(KeyboardInterrupt):
        engine = Engine(progress=lambda count: Interrupting(count, "built"))
        build(found_documents([folder]), site, engine=engine, **how)


def listed(site: Path) -> int:
    return (site / "index.html").read_text().count("<tr data-tags")


def found(site: Path) -> set[str]:
    blocks = (site / "assets" / "search").glob("[0-9]*.js")
    return {name for block in blocks for name in search_index.block_read(block.read_text())}


@pytest.mark.parametrize("most", [2, 128])
def test_a_first_build_leaves_what_it_has_done(tmp_path, monkeypatch, most):
    monkeypatch.setattr(search_index, "MOST", most)
    folder, site, clean = (tmp_path / name for name in ("docs", "site", "clean"))
    put(folder, {name: document(f"Title {name}", entries="tags: [x]\n") for name in NAMES})

    interrupted(folder, site)

    assert listed(site) == len(found(site)) == len(list(site.glob("documents/*.html"))) == DONE
    assert lost_links(site) == []
    report = build(found_documents([folder]), site)
    build(found_documents([folder]), clean)
    assert report.built == len(NAMES) - DONE
    assert contents(site) == contents(clean)


def test_what_a_first_build_did_not_come_to_is_said_and_links_to_it_lead_somewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(search_index, "MOST", 2)
    folder, site, clean = (tmp_path / name for name in ("docs", "site", "clean"))
    all_of_them = " ".join(f"[{name}]({name})" for name in NAMES)
    documents = {f"sub/{name}": document(f"Title {name}", text=f"See {all_of_them}.") for name in NAMES}
    put(folder, documents | {"a-architecture.md": document("A")})

    interrupted(folder, site)

    assert lost_links(site) == []
    assert len(list(site.glob("documents/**/*.html"))) >= len(NAMES) > listed(site) == DONE
    index = (site / "index.html").read_text()
    assert f"{len(NAMES) + 1 - DONE} more documents will be here" in index
    # What was there for a while is gone, also where its document is.
    (folder / "sub" / NAMES[0]).unlink()
    build(found_documents([folder]), site)
    build(found_documents([folder]), clean)
    assert contents(site) == contents(clean)
    assert "not complete" not in (site / "index.html").read_text()


def test_a_later_build_leaves_new_pages_beside_the_old_ones(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    for word in ("Old", "New"):
        put(folder, {name: document(f"{word} {name}") for name in NAMES})
        if word == "Old":
            build(found_documents([folder]), site)

    interrupted(folder, site)

    index = (site / "index.html").read_text()
    assert index.count(">New ") == DONE
    assert index.count(">Old ") == len(NAMES) - DONE
    assert lost_links(site) == []


@pytest.mark.parametrize("is_of_another_version", [False, True])
def test_a_build_of_all_pages_leaves_the_old_ones_listed(tmp_path, monkeypatch, is_of_another_version):
    folder, site = tmp_path / "docs", tmp_path / "site"
    put(folder, {name: document(f"Title {name}") for name in NAMES})
    build(found_documents([folder]), site)
    if is_of_another_version:
        monkeypatch.setattr("archkit.site.build.code_digest", lambda: "another")

    interrupted(folder, site, is_full=not is_of_another_version)

    assert listed(site) == len(found(site)) == len(list(site.glob("documents/*.html"))) == len(NAMES)
    assert lost_links(site) == []
    assert build(found_documents([folder]), site).built >= len(NAMES) - DONE


def test_a_build_that_ends_right_after_a_page_is_in_its_place_still_owns_it(tmp_path, monkeypatch):
    folder, site, clean = (tmp_path / name for name in ("docs", "site", "clean"))
    put(folder, {name: document(f"Title {name}") for name in NAMES})
    moved, replace = [], os.replace

    def replaced(source: str, target: str) -> None:
        replace(source, target)
        moved.extend([target] * ("documents" in Path(target).parts))
        if len(moved) == DONE:
            moved.append("")
            raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("archkit.site.output.os.replace", replaced)
        build(found_documents([folder]), site)

    assert build(found_documents([folder]), site).problems == {}
    build(found_documents([folder]), clean)
    assert contents(site) == contents(clean)
