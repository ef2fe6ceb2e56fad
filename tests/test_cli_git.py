"""What git and a reviewer see of two versions, through the commands that people and git run."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from archkit.assets import example_file

ARCHKIT = Path(sys.executable).parent / "archkit"
NAME = "order-events-architecture.md"


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.name", "Ada")
    git(tmp_path, "config", "user.email", "ada@example.org")
    archkit(tmp_path, "git-setup")
    shutil.copy(example_file(), tmp_path / NAME)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "The document")
    return tmp_path


def git(folder, *arguments, check=True):
    environment = os.environ | {
        "PATH": f"{ARCHKIT.parent}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    return subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=check, timeout=60
    )


def archkit(folder, *arguments):
    return subprocess.run([ARCHKIT, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def change(folder, old, new):
    path = folder / NAME
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    git(folder, "commit", "-qam", new)


def test_two_people_change_neighbouring_cells_and_git_merges_both(repository):
    git(repository, "switch", "-qc", "theirs")
    change(repository, "| possible | severe | 8 |", "| likely | severe | 8 |")
    git(repository, "switch", "-q", "main")
    change(repository, "| possible | severe | 8 |", "| possible | severe | 12 |")

    done = git(repository, "merge", "-q", "--no-edit", "theirs", check=False)

    assert done.returncode == 0, done.stderr
    assert "| likely | severe | 12 |" in (repository / NAME).read_text(encoding="utf-8")


def test_what_both_changed_is_marked_around_its_section_and_check_names_the_line(repository):
    git(repository, "switch", "-qc", "theirs")
    change(repository, "| possible | severe | 8 |", "| likely | severe | 8 |")
    git(repository, "switch", "-q", "main")
    change(repository, "| possible | severe | 8 |", "| rare | severe | 8 |")

    done = git(repository, "merge", "--no-edit", "theirs", check=False)
    checked = archkit(repository, "check", NAME)

    text = (repository / NAME).read_text(encoding="utf-8")
    assert done.returncode == 1
    assert text.count("<<<<<<<") == 1
    assert (
        text.index("## Implementation Phases")
        < text.index("<<<<<<<")
        < text.index(">>>>>>>")
        < text.index("## Dependencies")
    )
    assert checked.returncode == 1
    assert "conflict markers" in checked.stdout


def test_git_diff_shows_fields_and_archkit_diff_the_authors_words(repository):
    shutil.copy(example_file(), repository / "old.md")
    text = (repository / NAME).read_text(encoding="utf-8")
    (repository / NAME).write_text(
        text.replace("| possible | severe | 8 |", "| likely | severe | 8 |"), encoding="utf-8"
    )

    shown = git(repository, "diff", "-U0", "--", NAME).stdout
    words = archkit(repository, "diff", "old.md", NAME)
    data = json.loads(archkit(repository, "diff", "old.md", NAME, "--form", "json").stdout)

    assert "Likelihood: likely" in shown
    assert words.returncode == 1
    assert "likelihood possible → likely" in words.stdout
    assert [entry["path"] for entry in data] == [["risks", 0, "likelihood"]]
    assert archkit(repository, "diff", "old.md", "old.md").returncode == 0


@pytest.mark.parametrize(("new", "code"), [("old.md", 0), (NAME, 1)])
def test_pipes_are_compared_as_files_are(repository, new, code):
    text = example_file().read_text(encoding="utf-8")
    (repository / "old.md").write_text(text, encoding="utf-8")
    (repository / NAME).write_text(text.replace("| possible | severe | 8 |", "| likely | severe | 8 |"))
    piped = ["bash", "-c", f'"$0" diff <(cat old.md) <(cat {new})', ARCHKIT]

    done = subprocess.run(piped, cwd=repository, capture_output=True, text=True, check=False, timeout=60)

    assert (done.returncode, done.stderr) == (code, "")
    assert ("likelihood possible → likely" in done.stdout) == bool(code)


@pytest.mark.parametrize(("name", "words"), [("none.md", "there is no such file"), (".", "is a directory")])
def test_textconv_says_which_file_it_cannot_read(repository, name, words):
    done = archkit(repository, "textconv", name)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"archkit: {name}: {words}; check the name\n"


def test_git_setup_refuses_a_setting_that_is_not_archkits(repository):
    git(repository, "config", "merge.archkit.driver", "their own program")

    done = archkit(repository, "git-setup")

    assert done.returncode == 2
    assert 'merge.archkit.driver is "their own program" here' in done.stderr
    assert "this is a bug" not in done.stderr


def test_git_setup_takes_out_what_it_put_in(repository):
    done = archkit(repository, "git-setup", "--remove")

    assert ".gitattributes: it was removed" in done.stdout
    assert not (repository / ".gitattributes").exists()
    assert "archkit" not in (repository / ".git" / "config").read_text(encoding="utf-8")
