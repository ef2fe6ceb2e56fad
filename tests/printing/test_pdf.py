"""A PDF is the same at every run, accessible, and holds no words that are read as Typst."""

import io
import json
import re
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from archkit.assets import example_file
from archkit.errors import ExportError
from archkit.export import export
from archkit.format.read import read
from archkit.printing import pdf as module
from archkit.printing.long_words import BREAK
from archkit.printing.pdf import compiled, pdf
from archkit.printing.printed import printed
from archkit.printing.runs import words_of


@pytest.fixture(scope="module")
def hostile_pages(hostile_printed):
    return compiled(hostile_printed, "png", 20)


def test_two_processes_make_the_same_bytes(example_pdf, tmp_path):
    (tmp_path / "x.md").write_bytes(example_file().read_bytes())
    subprocess.run([sys.executable, "-m", "archkit.cli", "export", "x.md", "-o", "x.pdf"], cwd=tmp_path, check=True)

    assert (tmp_path / "x.pdf").read_bytes() == example_pdf


def test_a_pdf_is_tagged_and_says_that_it_is_accessible(example_pdf):
    assert example_pdf.startswith(b"%PDF-")
    assert b"/MarkInfo" in example_pdf and b"/StructTreeRoot" in example_pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in example_pdf
    assert b"/Lang" in example_pdf


def test_links_lead_to_addresses_and_to_findings(example_pdf):
    assert b"https://microservices.io/patterns/data/transactional-outbox.html" in example_pdf
    assert len(re.findall(rb"/Subtype\s*/Link", example_pdf)) > 60


def test_hostile_text_is_data_and_makes_its_pages(hostile_printed, hostile_pages):
    data = json.dumps(module._data(hostile_printed), ensure_ascii=False).replace(BREAK, "")

    assert len(hostile_pages) > 10
    assert '#read(\\"/etc/passwd\\")' in data


def test_the_template_is_fixed_and_reads_one_file():
    text = (module.Path(module.__file__).parent / "document.typ").read_text(encoding="utf-8")

    assert not re.search(r"\beval\b|\bread\(|#import|#include|@preview|\bplugin\b", text)
    assert re.findall(r"\bjson\(([^)]*)\)", text) == ['"data.json"']


def test_no_file_beside_the_document_can_be_had(tmp_path):
    import typst

    (tmp_path / "secret.txt").write_text("secret")
    for path in (tmp_path / "secret.txt", "../../../../../../etc/passwd", "@preview/cetz:0.2.0"):
        with pytest.raises(typst.TypstError):
            module.drawn_points({"main.typ": f'#read("{path}")'.encode()}, 20)


def test_letters_without_a_font_are_told(hostile_printed):
    lacking = module._lacking(module._as_json(module._data(hostile_printed)))

    assert "日" in lacking and "ש" not in lacking
    assert "U+65E5" in module._notes(lacking)[0]


def test_other_languages_and_an_empty_document_make_pages():
    for text in (
        "",
        "# Ü\n",
        '---\nlang: "ar"\n---\n\n# مرحبا\n\n## مقدمة\n\nنص\n',
        '---\nlang: "xx-yyyy"\n---\n\n# X\n',
    ):
        assert pdf(read(text).document).startswith(b"%PDF-")


def test_the_last_row_of_a_table_never_stands_on_a_page_alone():
    row = "| A system of ours | over a queue that keeps its order | row by row |\n"

    def pages(rows):
        text = f"# T\n\n## Mine\n\n| A | B | C |\n|---|---|---|\n{row * rows}"
        return compiled(printed(read(text).document, None, "png"), "png", 60)

    fits, flows = 10, 120
    while flows - fits > 1:
        middle = (fits + flows) // 2
        fits, flows = (middle, flows) if len(pages(middle)) == 1 else (fits, middle)
    last = np.asarray(Image.open(io.BytesIO(pages(flows)[-1])).convert("L"))

    ruled = (last < 245).mean(axis=1) > 0.4
    lines = int((ruled[1:] & ~ruled[:-1]).sum())
    # One below the head of the page, one below that of the table, and one below each row.
    assert lines == 4


def test_an_empty_document_says_that_it_is_empty():
    blocks = printed(read("").document, None, "png").blocks

    assert [words_of(block.runs) for block in blocks] == ["Nothing is written in this document yet."]


def test_a_missing_engine_is_named_with_the_line_that_installs_it(example, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(ExportError, match=re.escape('pip install "archkit[pdf]"')):
        export(example, tmp_path / "x.pdf")
