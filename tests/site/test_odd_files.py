"""What a folder may hold beside plain documents: named or left alone, it stops neither a site nor a portfolio."""

import os

import pytest

import archkit
from archkit.site.build import build
from archkit.site.sources import found_documents
from tests.site.small_documents import contents, document, put

GOOD = "a-architecture.md"


@pytest.fixture
def folder(tmp_path):
    return put(tmp_path / "docs", {GOOD: document("Good"), "sub/b-architecture.md": document("Below")})


def test_a_folder_that_cannot_be_read_is_told(folder, tmp_path, monkeypatch):
    scanned = os.scandir

    def refusing(path):
        if os.fspath(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scanned(path)

    monkeypatch.setattr(os, "scandir", refusing)

    report = build(found_documents([folder]), tmp_path / "site")
    portfolio = archkit.portfolio(folder)

    assert report.problems == {"sub": "sub: the folder cannot be read; check its permissions"}
    assert "check its permissions" in (tmp_path / "site/errors.html").read_text()
    assert list(portfolio.errors["error"]) == ["the folder cannot be read; check its permissions"]


def test_a_pipe_is_told_and_waited_for_by_nobody(folder, tmp_path):
    os.mkfifo(folder / "p-architecture.md")
    os.mkfifo(folder / "notes.md")

    report = build(found_documents([folder]), tmp_path / "site")

    said = "this is no regular file; take it out of the folder"
    assert report.problems == {"p-architecture.md": f"p-architecture.md: {said}"}
    assert list(archkit.portfolio(folder).errors["error"]) == [said]


def test_a_file_name_that_is_no_text_has_a_page_like_any_other(folder, tmp_path):
    name = b"odd\xff\xfe-architecture.md"
    text = document("Odd", entries="supersedes: a-architecture.md\ntags: [x]\n")
    (folder / os.fsdecode(name)).write_text(text)

    report = build(found_documents([folder]), tmp_path / "site")

    assert report.problems == {}
    page = os.fsencode(tmp_path / "site" / "documents") + b"/odd\xff\xfe-architecture.html"
    assert os.path.exists(page)
    for listing in ("index.html", "timeline.html", "tags.html", "map.html", "feed.xml"):
        assert "documents/odd%FF%FE-architecture.html" in (tmp_path / "site" / listing).read_text()
    assert build(found_documents([folder]), tmp_path / "site").built == 0


@pytest.mark.parametrize("bad", [b"", b"  \n", b"\0", b"\xff\xfe"])
def test_nothing_leads_to_a_document_without_a_page(folder, tmp_path, bad):
    text = document("Links", entries="supersedes: c-architecture.md\n", text="See [c](c-architecture.md).")
    (folder / GOOD).write_text(text)
    (folder / "c-architecture.md").write_bytes(bad)

    report = build(found_documents([folder]), tmp_path / "site")

    assert list(report.problems) == ["c-architecture.md"]
    assert "c-architecture.html" not in (tmp_path / "site/documents/a-architecture.html").read_text()
    (folder / "c-architecture.md").write_text(document("Mended"))
    build(found_documents([folder]), tmp_path / "site")
    build(found_documents([folder]), tmp_path / "clean")
    assert 'href="c-architecture.html"' in (tmp_path / "site/documents/a-architecture.html").read_text()
    assert contents(tmp_path / "site") == contents(tmp_path / "clean")


def test_what_a_front_matter_names_in_vain_is_told_until_it_is_there(folder, tmp_path):
    entries = "depends-on: [c-architecture.md, sub/b-architecture.md, 'https://example.org/adr/1']\n"
    (folder / GOOD).write_text(document("Links", entries=entries))
    errors = tmp_path / "site/errors.html"

    build(found_documents([folder]), tmp_path / "site")

    assert errors.read_text().count("<li>") == 1
    assert "depends-on names &#34;c-architecture.md&#34;, of which the site has no page" in errors.read_text()
    (folder / "c-architecture.md").write_text(document("There"))
    build(found_documents([folder]), tmp_path / "site")
    assert "<li>" not in errors.read_text()
