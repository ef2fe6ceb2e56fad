"""A site that another version of archkit built, which knew other things of a document."""

import json

import pytest

from archkit.site.build import build
from archkit.site.manifest import FILE
from archkit.site.sources import found_documents
from tests.site.small_documents import contents, document, put


@pytest.mark.parametrize("change", [lambda known: known[:-1], lambda known: [*known, "more"]])
def test_it_is_built_anew_in_its_place(tmp_path, change):
    folder, site, clean = (tmp_path / name for name in ("docs", "site", "clean"))
    documents = {f"{name}-architecture.md": document(name.upper()) for name in "abc"}
    build(found_documents([put(folder, documents)]), site)
    version, _, blocks, known, files, inputs = json.loads((site / FILE).read_bytes())
    known = {name: [*values[:-1], change(values[-1])] for name, values in known.items()}
    (site / FILE).write_text(json.dumps([version, "another", blocks, known, files, inputs]))
    del documents["b-architecture.md"]

    found = found_documents([put(folder, documents)])
    build(found, site)

    build(found, clean)
    assert contents(site) == contents(clean)
