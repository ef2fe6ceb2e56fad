"""Trust of hostile folders: one reading for the digest and for the use, links kept inside, and bounds for all of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archkit import trust
from archkit.cli import main
from archkit.errors import ArchkitError
from archkit.model.document import Document
from archkit.outputs.styled import render_style
from archkit.outputs.styles import styles
from tests.test_trust import MANIFEST, export, home, repository

__all__ = ["home", "repository"]


def test_a_link_inside_the_folder_is_the_file_that_was_read(repository: Path):
    pack = repository / trust.FOLDER / "acme"
    (pack / "part.j2").rename(pack / "real.j2")
    (pack / "middle.j2").symlink_to(pack / "real.j2")
    (pack / "part.j2").symlink_to("middle.j2")
    (pack / "same").symlink_to(".")

    texts = trust.texts_of(repository / trust.FOLDER)

    assert texts["acme/part.j2"] == texts["acme/real.j2"]
    assert main(["trust", str(repository)]) == 0
    assert export(repository) == 0


@pytest.mark.parametrize(
    "target", ["link.j2", "none.j2", "../../../secret", "/dev/zero", "acme/../../../docs/orders.md"]
)
def test_a_link_that_leads_to_no_file_of_the_folder_is_told(repository: Path, target: str, capsys):
    (repository / trust.FOLDER / "acme" / "link.j2").symlink_to(target)

    assert main(["trust", str(repository)]) == 2
    assert "put a copy there" in capsys.readouterr().err


def test_a_file_that_becomes_a_link_while_the_folder_is_read_is_not_followed(repository: Path, monkeypatch):
    part = repository / trust.FOLDER / "acme" / "part.j2"
    (repository / "secret").write_text("secret")
    opened = os.open

    def swapped(path, flags, *more):
        if Path(path) == part and not part.is_symlink():
            part.unlink()
            part.symlink_to(repository / "secret")
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", swapped)

    with pytest.raises(ArchkitError, match=r"part\.j2"):
        trust.texts_of(repository / trust.FOLDER)


def test_the_manifest_that_is_used_is_the_one_that_is_trusted(repository: Path):
    main(["trust", str(repository)])
    manifest = repository / trust.FOLDER / "acme" / "template.toml"
    manifest.write_text(MANIFEST.replace("record.md.j2", "part.j2"))
    style = next(style for style in styles(repository / "docs")[0] if style.name == "acme")
    assert style.files[0].template == "part.j2"
    manifest.write_text(MANIFEST)
    (repository / trust.FOLDER / "acme" / "record.md.j2").write_text("# whole")
    main(["trust", str(repository)])

    assert render_style(style, Document()).files == {"record.md": "# whole\n"}


def test_a_folder_of_very_many_files_is_left_at_once(repository: Path, monkeypatch, capsys):
    pack = repository / trust.FOLDER / "acme"
    for number in range(1_000):
        (pack / f"{number}.j2").touch()
    read: list[object] = []
    opened = os.open
    monkeypatch.setattr(os, "open", lambda path, *more: read.append(path) or opened(path, *more))

    with pytest.raises(ArchkitError, match="more than 200 files"):
        trust.texts_of(repository / trust.FOLDER)

    assert len(read) <= trust.MOST_FILES + 1


def test_very_many_and_very_deep_folders_are_refused(repository: Path):
    deep = repository / trust.FOLDER
    for _ in range(300):
        deep = deep / "a"
    deep.mkdir(parents=True)

    with pytest.raises(ArchkitError, match="more than 200 files"):
        trust.texts_of(repository / trust.FOLDER)


@pytest.mark.parametrize("name", ["part.j2", "template.toml", "other/template.toml"])
def test_a_file_of_a_gigabyte_is_not_read(repository: Path, name: str, capsys):
    large = repository / trust.FOLDER / (name if "/" in name else f"acme/{name}")
    large.parent.mkdir(exist_ok=True)
    with large.open("wb") as stream:
        stream.truncate(1_000_000_000)

    assert main(["trust", str(repository)]) == 2
    assert "it is no template; keep only templates there" in capsys.readouterr().err
    assert export(repository) == 2
    assert len(capsys.readouterr().err) < 2_000


def test_a_list_of_templates_goes_on_where_one_folder_cannot_be_read(repository: Path, capsys):
    (repository / trust.FOLDER / "acme" / "link.j2").symlink_to("/etc/hostname")

    assert main(["templates", "--beside", str(repository)]) == 0
    said = capsys.readouterr().out
    assert "madr" in said and "cannot be trusted" in said


def test_a_manifest_that_nests_very_deep_is_told(repository: Path, capsys):
    (repository / trust.FOLDER / "acme" / "template.toml").write_text("a = " + "[" * 50_000)

    assert main(["templates", "--beside", str(repository)]) == 1
    assert "the manifest cannot be read" in capsys.readouterr().err


def test_names_that_are_no_text_and_names_that_a_terminal_obeys_are_shown(repository: Path, capsysbinary):
    pack = os.fsencode(repository / trust.FOLDER / "acme")
    for name in (b"\xff.j2", b"\x1b[2J.j2"):
        with open(pack + b"/" + name, "wb"):
            pass

    assert main(["trust", str(repository)]) == 0
    assert b"\x1b" not in capsysbinary.readouterr().out


def test_names_differ_by_their_case(repository: Path):
    main(["trust", str(repository)])
    pack = repository / trust.FOLDER / "acme"
    (pack / "part.j2").rename(pack / "Part.j2")

    assert export(repository) == 2
