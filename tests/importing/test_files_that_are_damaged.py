"""Files with a fault in them: refused in words or kept as they stand, never read as something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from archkit import import_document
from archkit.errors import FileProblem
from archkit.importing.decode import decoded
from archkit.importing.files import files_in, import_file, import_files

BODY = "\n# Use Kafka\n\n## Context\n\nWe need it.\n"


@pytest.mark.parametrize(
    "content",
    [
        b"# Mail\n\nWe use Kafka\0 because\n",
        b"title,status\nA\0,open\nLonger words here,closed\n",
        b"risk,likelihood,owner\nDisk full,high,Ann\nNetwork down\0,low,Bob\n",
        "# Für Mail\n\nKafka\0 fällt aus\n".encode("cp1252"),
        b"abcdef\0" * 2,
    ],
)
@pytest.mark.parametrize("shift", [b"", b"\n"])
def test_a_nul_in_a_text_of_single_bytes_is_refused(tmp_path: Path, content: bytes, shift: bytes) -> None:
    source = tmp_path / "a.md"
    source.write_bytes(shift + content)

    with pytest.raises(FileProblem, match="NUL bytes"):
        import_document(source)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["# Use a queue\n\nMail is late.\n", "# Почта\n\n" + "Очередь не теряет писем. " * 20])
def test_utf_16_without_a_mark_is_known_by_its_many_nuls(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    "front",
    [
        "+++\nx = " + "[" * 3000 + "]" * 3000 + "\n+++",
        "+++\nx = " + "1" * 5000 + "\n+++",
        "+++\nx = 0x" + "f" * 5000 + "\n+++",
        '{\n"x": ' + "[" * 900 + "]" * 900 + "\n}",
    ],
)
def test_front_matter_that_python_cannot_hold_is_kept_and_stops_no_other_file(tmp_path: Path, front: str) -> None:
    (tmp_path / "a.md").write_text(front + BODY)
    (tmp_path / "b.md").write_text(BODY)

    first, second = import_files([tmp_path], None)

    assert first.imported is not None and second.imported is not None
    assert first.imported.report.words == first.imported.report.kept
    assert first.imported.document.executive_summary == "We need it."


def test_front_matter_with_fences_of_both_kinds_stays_one_block_of_code() -> None:
    head = "x: |\n  ```\n  words\n~~~~\n# Head\n````\ny: {a: 1}"
    imported = import_document(f"---\n{head}\n---{BODY}")

    assert f"`````yaml\n{head}\n`````\n" in imported.text
    assert "Head" not in [place.name for place in imported.document.layout]


@pytest.mark.parametrize(
    ("risks", "options"),
    [
        ("Title,Owner\nDisk full,Ann\n", "Name,Price\nKafka,3\n"),
        ("risk,likelihood,impact\nDisk full,low,high\n", "name,based_on,description,details,remarks\nKafka,,,,\n"),
    ],
)
def test_tables_of_somebodys_own_stay_documents_of_their_own_whatever_their_names(
    tmp_path: Path, risks: str, options: str
) -> None:
    (tmp_path / "risks.csv").write_text(risks)
    (tmp_path / "options.csv").write_text(options)

    assert files_in([tmp_path]) == [tmp_path / "options.csv", tmp_path / "risks.csv"]
    with pytest.raises(FileProblem, match="it is a folder"):
        import_file(tmp_path)
