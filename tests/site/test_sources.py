"""Which documents a site is made of, and which one a front matter means."""

import pytest

from archkit.errors import FileProblem
from archkit.site.sources import RELATIONS, Names, found_documents, scanned
from tests.site.small_documents import document, put


def test_names_are_paths_below_the_common_folder(tmp_path):
    put(tmp_path, {"x/a-architecture.md": "", "y/z/b-architecture.md": "", "x/notes.md": "# Notes\n", "y/c.txt": "c"})

    assert list(found_documents([tmp_path / "x", tmp_path / "y" / "z"])) == [
        "x/a-architecture.md",
        "y/z/b-architecture.md",
    ]
    assert list(found_documents([tmp_path / "x"])) == ["a-architecture.md"]
    assert list(found_documents([tmp_path / "y" / "c.txt"])) == ["c.txt"]


def test_a_path_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileProblem, match="no such file"):
        found_documents([tmp_path / "missing"])


@pytest.mark.parametrize("words", ["../b/two.md", "b/two.md", "b/two", "two.md", "two"])
def test_a_document_is_meant_by_its_path_or_its_name(words):
    assert Names(["a/one.md", "b/two.md"]).meant("a/one.md", words) == "b/two.md"


def test_a_name_that_two_documents_have_means_neither():
    assert Names(["a/one.md", "b/one.md", "c.md"]).meant("c.md", "one") == ""


def test_what_a_front_matter_names_is_seen_at_a_glance():
    text = document("Ledger", entries="supersedes: old.md, older.md\ndepends_on: [x]\n", text="[y](y.md)")

    found = scanned("sub/ledger.md", text.encode())

    assert found.title == "Ledger"
    assert found.relations == (("supersedes", "old.md"), ("supersedes", "older.md"), ("depends-on", "x"))
    assert "sub/y.md" in found.mentions


@pytest.mark.parametrize(("kind", "there", "back"), [(kind, *words) for kind, words in RELATIONS.items()])
def test_every_relation_can_be_said_from_its_other_side(kind, there, back):
    assert (back, there) in RELATIONS.values()
    assert scanned("a.md", document("A", entries=f"{kind}: b.md\n").encode()).relations == ((kind, "b.md"),)
