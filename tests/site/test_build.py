"""A site: what is built again, what is left alone, and that nothing of others is touched."""

import os
import re
import shutil
import tempfile
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archkit.batch import Progress
from archkit.errors import FileProblem
from archkit.site.addresses import page_path
from archkit.site.build import build
from archkit.site.engine import Engine
from archkit.site.manifest import FILE, load
from archkit.site.pending import FILE as PENDING
from archkit.site.pending import announced
from archkit.site.sources import found_documents
from tests.site.small_documents import contents, document, put

NAMES = ("a-architecture.md", "b-architecture.md", "sub/c-architecture.md", "sub/d-architecture.md")
TEXTS = (
    document("Ledger", entries="supersedes: sub/c-architecture.md\ntags: [data]\n"),
    document("Ledger & Co", entries="depends-on: [a-architecture.md, b-architecture.md]\n"),
    document("Links", text="See [b](b-architecture.md), [c](sub/c-architecture.md#x) and [a](../a-architecture.md)."),
    "",
)
STATES = st.lists(
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(TEXTS), min_size=1, max_size=4), min_size=2, max_size=3
)


def made(folder: Path, site: Path, **given: object):
    return build(found_documents([folder]), site, **given)


@given(STATES)
@settings(max_examples=12)
def test_a_second_build_leaves_the_same_bytes_as_a_clean_one(states):
    with tempfile.TemporaryDirectory() as temporary:
        folder, site, clean = (Path(temporary, name) for name in ("docs", "site", "clean"))
        for documents in states:
            made(put(folder, documents), site)
            shutil.rmtree(clean, ignore_errors=True)
            made(folder, clean)

            assert contents(site) == contents(clean)


def test_one_change_touches_its_page_the_index_and_the_search(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    documents = {name: document(name[-17:-16].upper()) for name in NAMES}
    made(put(folder, documents), site)
    before = contents(site)

    report = made(put(folder, documents | {NAMES[0]: document("Another title", text="Words of its own.")}), site)

    after = contents(site)
    changed = {path for path in after if after[path] != before[path]}
    assert report.built == 1
    assert changed == {
        "documents/a-architecture.html", "index.html", "timeline.html", "feed.xml", "assets/search/0.js",
    }  # fmt: skip
    assert report.written == len(changed)
    assert made(folder, site).written == 0


def test_a_change_that_keeps_size_and_time_right_after_a_build_is_seen(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    file = put(folder, {NAMES[0]: document("One")}) / NAMES[0]
    made(folder, site)
    stamp = file.stat()

    file.write_text(document("Two"), encoding="utf-8")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))

    assert made(folder, site).built == 1


def test_what_others_put_into_the_folder_is_neither_deleted_nor_replaced(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    made(put(folder, {NAMES[0]: TEXTS[0], NAMES[2]: TEXTS[1]}), site)
    (site / "documents/sub/mine.txt").write_text("mine")
    (site / "CNAME").write_text("docs.example.org")

    report = made(put(folder, {NAMES[0]: TEXTS[0]}), site)

    assert report.removed == 1
    assert not (site / "documents/sub/c-architecture.html").exists()
    assert (site / "documents/sub/mine.txt").read_text() == "mine"
    assert (site / "CNAME").exists()


def test_a_folder_with_an_index_of_somebody_else_is_refused_before_anything_is_written(tmp_path):
    folder, site = put(tmp_path / "docs", {NAMES[0]: TEXTS[0]}), tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("mine")

    with pytest.raises(FileProblem, match="did not write"):
        made(folder, site)

    assert contents(site) == {"index.html": b"mine"}


def test_links_lead_to_pages_and_never_into_the_void(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    put(folder, {NAMES[0]: TEXTS[0], NAMES[1]: TEXTS[2], NAMES[2]: document("C")})

    made(folder, site)

    links = (site / "documents/b-architecture.html").read_text()
    assert '<a href="sub/c-architecture.html#x">c</a>' in links
    assert '<span class="not-here" title="Not part of this site: ../a-architecture.md">a</span>' in links
    assert "Superseded by" in (site / "documents/sub/c-architecture.html").read_text()
    for file in site.rglob("*.html"):
        for target in re.findall(r'(?:href|src)="([^"#]+)', file.read_text()):
            assert "://" in target or (file.parent / target).exists(), (file, target)


def test_faulty_documents_are_told_with_their_reason_and_stop_nothing(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    put(folder, {NAMES[0]: TEXTS[0], NAMES[1]: ""})
    (folder / "z-architecture.md").write_bytes(b"\xff\xfe\x00#")
    (folder / "y-architecture.md").write_bytes(b"# A\x00B")

    report = made(folder, site)

    errors = (site / "errors.html").read_text()
    assert sorted(report.problems) == ["b-architecture.md", "y-architecture.md", "z-architecture.md"]
    assert "not UTF-8" in errors
    assert "NUL" in errors
    assert "</span> the file is empty" in errors
    assert "</span> Line 1: the text is not UTF-8" in errors
    assert (site / "documents/a-architecture.html").exists()
    assert "3 could not be read" in (site / "index.html").read_text()


def test_a_document_that_takes_too_long_is_told_and_stops_nothing(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    put(folder, {NAMES[0]: TEXTS[0], NAMES[1]: TEXTS[2]})

    report = made(folder, site, engine=Engine(seconds=1e-6))

    assert all("longer than" in problem for problem in report.problems.values())
    assert len(report.problems) == 2


class Interrupting(Progress):
    """Is stopped by a person after the second document."""

    def step(self, count: int = 1) -> None:
        super().step(count)
        if self.done == 2:
            raise KeyboardInterrupt


def test_an_interrupted_build_leaves_whole_files_and_is_resumed(tmp_path):
    folder, site, clean = tmp_path / "docs", tmp_path / "site", tmp_path / "clean"
    made(put(folder, {name: document("Old") for name in NAMES}), site)
    put(folder, {name: document("New") for name in NAMES[:3]})

    with pytest.raises(KeyboardInterrupt):
        made(folder, site, engine=Engine(progress=lambda count: Interrupting(count, "built")))
    texts = {re.search(r"<title>(.*?)</title>", file.read_text())[1] for file in site.glob("documents/**/*.html")}
    made(folder, site)
    made(folder, clean)

    assert texts == {"Old", "New"}
    assert contents(site) == contents(clean)


def test_a_killed_build_is_made_good_even_where_its_document_is_as_before(tmp_path):
    folder, site, clean = tmp_path / "docs", tmp_path / "site", tmp_path / "clean"
    made(put(folder, {NAMES[0]: TEXTS[0], NAMES[1]: TEXTS[1]}), site)
    made(folder, clean)
    page = site / "documents/a-architecture.html"
    # The page of a version that is gone again, of the same size.
    page.write_bytes(page.read_bytes().replace(b"Ledger", b"Regdel"))
    (site / "documents/gone.html").write_text("of a document that is gone")
    (site / "documents/.archkit-1.tmp").write_text("half of a pa")
    (site / ".archkit-1.tmp").write_text("half of a manif")
    was, paths = load(site), ["documents/a-architecture.html", "documents/gone.html"]
    (site / PENDING).write_text(announced([NAMES[0]], paths, was.code, was.blocks))

    made(folder, site)

    assert contents(site) == contents(clean)


def test_a_broken_manifest_is_no_reason_to_touch_what_is_there(tmp_path):
    folder, site = put(tmp_path / "docs", {NAMES[0]: TEXTS[0]}), tmp_path / "site"
    made(folder, site)
    (site / FILE).write_text("{}")

    with pytest.raises(FileProblem, match="lost or broken"):
        made(folder, site)


def test_any_executor_builds_the_same_site(tmp_path):
    folder, one, two = tmp_path / "docs", tmp_path / "one", tmp_path / "two"
    put(folder, {f"{at:02}-architecture.md": document(f"Number {at}") for at in range(9)})

    made(folder, one)
    with ThreadPoolExecutor(2) as executor:
        made(folder, two, engine=Engine(executor, size=2))

    assert contents(one) == contents(two)
    assert (one / FILE).read_bytes() == (two / FILE).read_bytes()


def test_the_feed_is_atom_with_the_days_of_the_documents(tmp_path):
    folder, site = put(tmp_path / "docs", {NAMES[0]: TEXTS[1], NAMES[1]: TEXTS[3]}), tmp_path / "site"

    made(folder, site)

    space = {"a": "http://www.w3.org/2005/Atom"}
    feed = ElementTree.fromstring((site / "feed.xml").read_text())
    assert [entry.findtext("a:title", namespaces=space) for entry in feed.findall("a:entry", space)] == ["Ledger & Co"]
    assert feed.findtext("a:updated", namespaces=space) == "2026-03-01T00:00:00Z"


def test_a_page_is_built_again_on_the_day_on_which_a_finding_loses_strength(tmp_path, monkeypatch):
    finding = "## Research Findings\n\n### Documentation Research\n\n- **F1** It holds.\n  - Checked: 2026-03-01\n"
    folder, site, clean = (tmp_path / name for name in ("docs", "site", "clean"))
    put(folder, {NAMES[0]: document("Old") + finding, NAMES[1]: document("Undated")})
    built = {}
    # Documented findings lose a step once 730 days have passed, and the day after is the first on which that shows.
    for day, epoch in {"2028-02-29": 1835395200, "2028-03-01": 1835481600, "2028-03-02": 1835568000}.items():
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
        built[day] = made(folder, site).built
        shutil.rmtree(clean, ignore_errors=True)
        made(folder, clean)
        assert contents(site) == contents(clean)

    assert sum(built.values()) == 3
    assert "days ago" in (site / page_path(NAMES[0])).read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [None, "", "{", "[1]"])
def test_a_lost_or_broken_manifest_is_named_when_its_files_are_in_the_way(tmp_path, content):
    folder, site = put(tmp_path / "docs", {"a-architecture.md": document("A")}), tmp_path / "site"
    build(found_documents([folder]), site)
    manifest = site / ".archkit-site.json"
    manifest.unlink()
    if content is not None:
        manifest.write_text(content)

    with pytest.raises(FileProblem) as error:
        build(found_documents([folder]), site)

    assert str(error.value).startswith(f"{manifest}: it is lost or broken")
    assert "delete the folder of the site" in str(error.value)
