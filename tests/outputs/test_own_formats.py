"""A format of one's own: a folder of templates with a manifest, made from a shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from archkit.assets import example_file
from archkit.cli import main
from archkit.errors import ExportError
from archkit.outputs.style import read_style
from archkit.outputs.styles import styles

MANIFEST = """name = "acme"
title = "Acme record"
version = "1.0"
schema = ">=1, <2"

[[files]]
template = "record.md.j2"
file = "record.md"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "orders.md").write_text(example_file().read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("like", [style.name for style in styles()[0]])
def test_every_shipped_format_can_be_the_beginning_of_ones_own(folder: Path, like: str, capsys):
    assert main(["templates", "new", "acme-own", "--like", like]) == 0
    assert main(["templates", "show", "acme-own"]) == 0
    assert "of this repository, not trusted" in capsys.readouterr().out
    assert main(["trust"]) == 0

    assert main(["export", "orders.md", "--to", "acme-own"]) == 0
    assert main(["export", "orders.md", "--to", like]) == 0

    own, shipped = (sorted(folder.glob(f"orders*{name}*")) for name in ("acme-own", like))
    texts = [
        sorted(path.read_text() for path in made[0].glob("*")) if made[0].is_dir() else made[0].read_text()
        for made in (own, shipped)
    ]
    assert texts[0] == texts[1]


def test_a_name_is_taken_once(folder: Path, capsys):
    assert main(["templates", "new", "madr"]) == 2
    main(["templates", "new", "acme", "--user"])
    assert main(["templates", "new", "acme"]) == 2
    assert 'there is a format "acme" already; choose another name' in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../x", "A b", "", ".hidden", "a/b", "x" * 41])
def test_a_name_that_is_no_folder_is_refused(folder: Path, name: str):
    assert main(["templates", "new", name]) == 2
    assert not list(folder.glob(".archkit-templates/*"))


def test_one_file_for_each_entry_of_a_list(folder: Path):
    pack = folder / "pack"
    pack.mkdir()
    entries = 'template = "o.html.j2"\neach = "options"\nfile = "{number}-{name}.html"\n'
    (pack / "template.toml").write_text(MANIFEST.partition("template =")[0] + entries)
    (pack / "o.html.j2").write_text("<h1>{{ this.name }}</h1>{{ this.description | markdown }}")

    assert main(["export", "orders.md", "--template", "pack"]) == 0

    assert min(path.name for path in (folder / "orders-acme").iterdir()) == "01-rabbitmq-quorum-queues.html"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "acme"', 'nmae = "acme"', 'the manifest has no "nmae"; did you mean name?'),
        ('name = "acme"', 'name = "A b"', 'name = "A b" does not fit; use lower case letters'),
        ('name = "acme"', "", 'name is missing; add name = "…"'),
        ('name = "acme"', "name = 3", 'name = "3" does not fit'),
        ('version = "1.0"', 'version = "new"', "use numbers with dots, such as 1.0.0"),
        (">=1, <2", ">=2", "the templates are for data >=2, and this archkit has 1.0; adapt them"),
        (">=1, <2", "one", 'use a range such as ">=1, <2"'),
        ('file = "record.md"', 'file = "record"', "use a name with an ending"),
        ('file = "record.md"', 'file = "../record.md"', "use a name with an ending"),
        ('file = "record.md"', 'file = "{name}.md"', "which only each fills; add each"),
        (
            'file = "record.md"',
            'file = "r.md"\neach = "option"',
            "is no list of the document; use one of tasks, options",
        ),
        ('template = "record.md.j2"', 'template = "../x"', "leaves the folder; name a file in it"),
        ('template = "record.md.j2"', 'tmplate = "x"', "did you mean template?"),
        ("[[files]]", "[files]", "no files are named; add [[files]]"),
        ("[[files]]", "[[files", "the manifest cannot be read"),
    ],
)
def test_a_wrong_manifest_is_answered_with_what_would_be_right(folder: Path, old: str, new: str, said: str):
    assert old in MANIFEST
    (folder / "template.toml").write_text(MANIFEST.replace(old, new, 1))

    with pytest.raises(ExportError) as caught:
        read_style(folder, "named")

    assert said in str(caught.value)
    assert str(caught.value).startswith(str(folder / "template.toml"))
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_manifest_is_told(folder: Path, capsys):
    (folder / "pack").mkdir()

    assert main(["export", "orders.md", "--template", "pack"]) == 2
    assert "there is no manifest; make one with: archkit templates new NAME" in capsys.readouterr().err


def test_a_broken_template_of_a_format_names_its_line(folder: Path, capsys):
    main(["templates", "new", "acme"])
    pack = folder / ".archkit-templates" / "acme"
    (pack / "record.md.j2").write_text("a\n{{ titel }}\n")

    assert main(["export", "orders.md", "--template", str(pack)]) == 2
    assert "record.md.j2:2: 'titel' is undefined; did you mean 'title'?" in capsys.readouterr().err


def test_json_that_is_none_is_told(folder: Path, capsys):
    pack = folder / "pack"
    pack.mkdir()
    (pack / "template.toml").write_text(MANIFEST.replace("record.md", "record.json"))
    (pack / "record.json.j2").write_text('{"title": "{{ executive_summary }}"}')

    assert main(["export", "orders.md", "--template", "pack"]) == 2
    assert "what it writes is no JSON" in capsys.readouterr().err


def test_strict_says_by_its_exit_code_that_something_is_not_carried(folder: Path):
    assert main(["export", "orders.md", "--to", "nygard"]) == 0
    assert main(["export", "orders.md", "--to", "nygard", "--strict"]) == 1
    assert main(["export", "orders.md", "--to", "json", "--strict"]) == 0
