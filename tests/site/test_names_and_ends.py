"""Names that are awkward in a link or on a disk, documents that go or move, and builds that are killed."""

import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from archkit.site.build import build
from archkit.site.sources import found_documents
from tests.site.killed_builds import killed
from tests.site.small_documents import contents, document, put

AWKWARD = (
    "a b-architecture.md",
    "Zürich & Köln-architecture.md",
    "50%25 #1-architecture.md",
    "sub/what? 100%-architecture.md",
    "sub/a b-architecture.md",
    "支付-architecture.md",
    "quote\"s & 'more'-architecture.md",
)


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src") and value]


def made(folder: Path, site: Path, **given: object):
    return build(found_documents([folder]), site, **given)


def lost_links(site: Path) -> list[tuple[str, str]]:
    """Return the links of all pages that lead to no file, as a browser would follow them."""
    lost = []
    for page in site.rglob("*.html"):
        links = Links()
        links.feed(page.read_text(encoding="utf-8"))
        for link in links.found:
            path = unquote(link.partition("#")[0].partition("?")[0])
            if path and "://" not in link and not link.startswith("data:") and not (page.parent / path).exists():
                lost.append((str(page.relative_to(site)), link))
    return lost


def test_every_page_is_reached_whatever_signs_its_name_has(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    related = ", ".join(f'"{name}"' for name in AWKWARD if '"' not in name)
    texts = {name: document(f"Title {at}", entries="tags: [x]\n") for at, name in enumerate(AWKWARD)}
    put(folder, texts | {"z-architecture.md": document("All", entries=f"related: [{related}]\n")})

    report = made(folder, site)

    assert report.problems == {}
    assert lost_links(site) == []
    assert all((site / "documents" / name).with_suffix(".html").exists() for name in AWKWARD)
    for page in ("index.html", "timeline.html", "tags.html"):
        links = Links()
        links.feed((site / page).read_text())
        assert {unquote(link) for link in links.found} >= {f"documents/{name[:-3]}.html" for name in AWKWARD}


def test_a_site_works_unpacked_from_a_zip_below_another_folder(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    put(folder, {name: document(name) for name in AWKWARD})
    made(folder, site)

    with zipfile.ZipFile(tmp_path / "site.zip", "w") as packed:
        for file in site.rglob("*"):
            packed.write(file, file.relative_to(site))
    with zipfile.ZipFile(tmp_path / "site.zip") as packed:
        packed.extractall(tmp_path / "some where" / "else")

    assert lost_links(tmp_path / "some where" / "else") == []


def test_one_stem_in_two_folders_and_names_that_differ_in_case_have_a_page_each(tmp_path):
    folder, site = tmp_path / "docs", tmp_path / "site"
    names = ("a-architecture.md", "sub/a-architecture.md", "A-architecture.md", "Sub/a-architecture.md")
    put(folder, {name: document(f"This is {name}") for name in names})
    on_disk = found_documents([folder])

    made(folder, site)

    titles = [file.read_text().partition("<title>")[2].partition("<")[0] for file in site.glob("documents/**/*.html")]
    # Where the disk tells no case, fewer documents are there to begin with.
    assert len(set(titles)) == len(titles) == len(on_disk)


def test_a_renamed_document_leaves_no_page_under_its_old_name(tmp_path):
    folder, site, clean = tmp_path / "docs", tmp_path / "site", tmp_path / "clean"
    one, other = document("One", entries="supersedes: b-architecture.md\n"), document("Other")
    made(put(folder, {"a-architecture.md": one, "b-architecture.md": other}), site)

    made(put(folder, {"a-architecture.md": one, "sub/c-architecture.md": other}), site)
    made(folder, clean)

    assert not (site / "documents/b-architecture.html").exists()
    assert (site / "documents/sub/c-architecture.html").exists()
    assert contents(site) == contents(clean)


def test_a_site_inside_the_folder_of_its_documents_is_no_document_of_the_next_build(tmp_path):
    folder = put(tmp_path / "docs", {"a-architecture.md": document("A")})
    site = folder / "site"
    made(folder, site)
    before = contents(site)

    report = made(folder, site)

    assert report.documents == 1
    assert report.written == 0
    assert contents(site) == before


def test_a_build_that_is_killed_for_good_goes_on_to_the_bytes_of_a_clean_one(tmp_path):
    folder, site, clean = tmp_path / "docs", tmp_path / "site", tmp_path / "clean"
    names = [f"{at}-architecture.md" for at in range(6)]
    put(folder, {name: document(f"Old {name}", entries="tags: [x]\n") for name in names})
    made(folder, clean)
    for done in (1, 4):
        assert 0 < killed(folder, site, done) < len(names)

        # What is there is whole.
        written = {path: data for path, data in contents(site).items() if path.endswith(".html")}
        assert all(contents(clean)[path] == data for path, data in written.items())

    made(folder, site)

    assert contents(site) == contents(clean)
