"""`archkit build` and `archkit generate` as they are typed."""

from archkit.cli import main
from tests.site.small_documents import document, put


def test_a_site_is_built_and_what_could_not_be_read_is_the_exit_code(tmp_path, capsys):
    folder, site = put(tmp_path / "docs", {"a-architecture.md": document("A")}), tmp_path / "site"
    typed = ["build", str(folder), "-o", str(site), "--jobs", "1", "--title", "Our decisions"]

    assert main(typed) == 0
    put(folder, {"a-architecture.md": document("A"), "b-architecture.md": ""})
    assert main(typed) == 1

    said = capsys.readouterr()
    assert "b-architecture.md: the file is empty" in said.err
    assert "2 documents, 1 could not be read; 1 built" in said.out
    assert "<h1>Our decisions</h1>" in (site / "index.html").read_text()


def test_a_folder_without_documents_and_a_wrong_number_are_told(tmp_path, capsys):
    file = put(tmp_path, {"a-architecture.md": document("A")}) / "a-architecture.md"
    (tmp_path / "empty").mkdir()

    assert main(["build", str(tmp_path / "empty"), "-o", str(tmp_path / "site")]) == 2
    assert main(["build", str(file), "-o", str(tmp_path / "site"), "--jobs", "0"]) == 2
    assert main(["build", str(file), "-o", str(tmp_path / "site"), "--seconds", "0"]) == 2
    assert main(["build", str(file), "-o", str(file)]) == 2

    said = capsys.readouterr().err
    assert "there is no architecture document in this folder" in said
    assert "give a number from 1 on" in said
    assert "bug" not in said


def test_the_same_seed_writes_the_same_files_into_an_empty_folder_only(tmp_path, capsys):
    one, two = tmp_path / "one", tmp_path / "two"

    for folder in (one, two):
        assert main(["generate", str(folder), "--documents", "5", "--seed", "3", "--faulty", "0.5"]) == 0

    files = sorted(file.relative_to(one) for file in one.rglob("*.md"))
    assert len(files) == 5
    assert all((one / file).read_bytes() == (two / file).read_bytes() for file in files)
    assert main(["generate", str(one)]) == 2
    assert main(["generate", str(tmp_path / "three"), "--faulty", "2"]) == 2
    assert "name a new or an empty folder" in capsys.readouterr().err


def test_one_document_is_not_called_documents(tmp_path, capsys):
    folder = tmp_path / "docs"

    assert main(["generate", str(folder), "--documents", "1", "--faulty", "0"]) == 0
    assert main(["build", str(folder), "-o", str(tmp_path / "site"), "--jobs", "1"]) == 0

    said = capsys.readouterr()
    assert f"{folder}: 1 document, 0 of them faulty" in said.out
    assert "index.html: 1 document; 1 built" in said.out


def test_settings_that_do_not_fit_are_said_once_and_leave_the_site_as_it_is(tmp_path, capsys):
    texts = {f"{name}-architecture.md": document(name) for name in "abc"}
    folder, site = put(tmp_path / "docs", texts), tmp_path / "site"
    typed = ["build", str(folder), "-o", str(site), "--jobs", "1"]
    (folder / "pyproject.toml").write_text('[tool.archkit]\ncurrency = "USD"\n')

    assert main(typed) == 2
    assert not site.exists()
    (folder / "pyproject.toml").unlink()
    assert main(typed) == 0
    before = {file: (file.stat().st_mtime_ns, file.stat().st_ino) for file in site.rglob("*")}
    capsys.readouterr()
    (folder / "pyproject.toml").write_text('[tool.archkit]\ncurrency = "USD"\n')
    put(folder, texts | {"a-architecture.md": document("Changed")})
    assert main([*typed, "--full"]) == 2

    said = capsys.readouterr()
    assert said.err.count('[tool.archkit] has no setting "currency"') == len(said.err.splitlines()) == 1
    assert said.out == ""
    assert {file: (file.stat().st_mtime_ns, file.stat().st_ino) for file in site.rglob("*")} == before
