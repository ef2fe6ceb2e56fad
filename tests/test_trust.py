"""Trust: templates of a repository run only after a person said so, and only as they were then."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archkit import trust
from archkit.assets import example_file
from archkit.cli import main
from archkit.errors import ArchkitError

MANIFEST = """name = "acme"
title = "Acme record"
version = "1.0"
schema = ">=1, <2"

[[files]]
template = "record.md.j2"
file = "record.md"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A cloned repository with a document in a folder of it, and templates of its own."""
    root = tmp_path / "repository"
    pack = root / trust.FOLDER / "acme"
    pack.mkdir(parents=True)
    (root / ".git").mkdir()
    (root / "docs").mkdir()
    (root / "docs" / "orders.md").write_text(example_file().read_text(encoding="utf-8"), encoding="utf-8")
    (pack / "template.toml").write_text(MANIFEST)
    (pack / "record.md.j2").write_text("{% include 'part.j2' %}\n")
    (pack / "part.j2").write_text("# {{ title }} of {{ decision.options[0] }}")
    return root


def export(root: Path) -> int:
    return main(["export", str(root / "docs" / "orders.md"), "--to", "acme"])


def test_templates_of_a_repository_do_not_run_untold(repository: Path, capsys):
    assert export(repository) == 2
    assert f"read them, and then say: archkit trust {repository}" in capsys.readouterr().err
    assert not (repository / "docs" / "orders.acme.md").exists()


def test_trusted_templates_run(repository: Path):
    assert main(["trust", str(repository / "docs" / "orders.md")]) == 0
    assert export(repository) == 0
    written = (repository / "docs" / "orders.acme.md").read_text(encoding="utf-8")
    assert written == "# Order Events Architecture of PostgreSQL outbox with SKIP LOCKED\n"


@pytest.mark.parametrize("name", ["part.j2", "record.md.j2", "template.toml", "new.j2", "sub/new.j2"])
def test_a_change_of_any_file_must_be_trusted_anew(repository: Path, name: str, capsys):
    main(["trust", str(repository)])
    changed = repository / trust.FOLDER / "acme" / name
    changed.parent.mkdir(exist_ok=True)
    changed.write_text((changed.read_text() if changed.exists() else "") + "\n# more\n")

    assert export(repository) == 2
    assert "have changed since" in capsys.readouterr().err
    assert main(["trust", str(repository)]) == 0
    assert export(repository) == 0


def test_a_renamed_or_removed_file_must_be_trusted_anew(repository: Path):
    main(["trust", str(repository)])
    pack = repository / trust.FOLDER / "acme"
    (pack / "part.j2").rename(pack / "other.j2")

    assert export(repository) == 2


def test_another_clone_is_not_trusted(repository: Path, tmp_path: Path):
    main(["trust", str(repository)])
    repository.rename(tmp_path / "elsewhere")

    assert export(tmp_path / "elsewhere") == 2


def test_what_is_trusted_is_listed_and_removed(repository: Path, capsys):
    main(["trust", str(repository)])
    capsys.readouterr()

    main(["trust", "--list"])
    assert capsys.readouterr().out.rstrip().endswith(str(repository / trust.FOLDER))
    (repository / trust.FOLDER / "acme" / "part.j2").write_text("x")
    main(["trust", "--list"])
    assert "has changed: trust it anew" in capsys.readouterr().out
    assert main(["trust", str(repository), "--remove"]) == 0
    assert trust.trusted() == {}
    assert main(["trust", str(repository), "--remove"]) == 2


def test_a_folder_that_is_gone_can_be_trusted_no_more(repository: Path, tmp_path: Path, capsys):
    main(["trust", str(repository)])
    repository.rename(tmp_path / "elsewhere")

    main(["trust", "--list"])
    assert "(is gone)" in capsys.readouterr().out
    assert main(["trust", str(repository), "--remove"]) == 0


@pytest.mark.parametrize("target", ["outside.j2", "/etc/hostname"])
def test_a_link_out_of_the_folder_is_not_trusted(repository: Path, target: str, capsys):
    (repository / "outside.j2").write_text("secret")
    link = repository / trust.FOLDER / "acme" / "link.j2"
    link.symlink_to(repository / target if target == "outside.j2" else target)

    assert main(["trust", str(repository)]) == 2
    assert "leads out of the folder of templates" in capsys.readouterr().err


def test_a_pipe_among_the_templates_does_not_hang(repository: Path, capsys):
    os.mkfifo(repository / trust.FOLDER / "acme" / "pipe.j2")

    assert main(["trust", str(repository)]) == 2
    assert "it is no template" in capsys.readouterr().err


def test_what_is_named_on_the_command_line_needs_no_trust(repository: Path, tmp_path: Path):
    document, pack = repository / "docs" / "orders.md", repository / trust.FOLDER / "acme"

    assert main(["export", str(document), "--template", str(pack), "-o", str(tmp_path / "a.md")]) == 0
    assert main(["export", str(document), "--template", str(pack / "part.j2"), "-o", str(tmp_path / "b.md")]) == 0
    assert (tmp_path / "a.md").read_text().strip() == (tmp_path / "b.md").read_text().strip()


def test_ones_own_templates_need_no_trust(repository: Path, home: Path):
    own = trust.configuration() / "templates" / "acme"
    own.parent.mkdir(parents=True)
    (repository / trust.FOLDER / "acme").rename(own)

    assert export(repository) == 0


def test_a_repository_cannot_take_the_name_of_a_shipped_format(repository: Path, capsys):
    manifest = repository / trust.FOLDER / "acme" / "template.toml"
    manifest.write_text(MANIFEST.replace('"acme"', '"madr"'))
    main(["trust", str(repository)])

    assert main(["export", str(repository / "docs" / "orders.md"), "--to", "madr"]) == 0
    assert "Chosen option" in (repository / "docs" / "orders.madr.md").read_text(encoding="utf-8")
    assert main(["templates", "--beside", str(repository)]) == 1
    assert 'there is a format "madr" in' in capsys.readouterr().err


def test_templates_above_the_repository_are_not_looked_for(repository: Path, tmp_path: Path):
    (repository / trust.FOLDER).rename(tmp_path / trust.FOLDER)

    assert trust.templates_beside(repository / "docs" / "orders.md") is None


def test_a_damaged_list_is_said(repository: Path):
    trust.configuration().mkdir(parents=True)
    (trust.configuration() / "trusted.json").write_text("[1]")

    with pytest.raises(ArchkitError, match="it is no list of trusted templates; remove it, and trust again"):
        trust.trusted()
