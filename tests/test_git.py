"""The merge driver and the readable diff, in real repositories."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys

import pytest

from archkit.errors import ArchkitError
from archkit.format.read import read
from archkit.git import RENDERERS, changes_between
from archkit.git_setup import install, uninstall
from tests.format.documents import EXAMPLE

NAME = "shop-architecture.md"
SCRIPT = """
import sys
from pathlib import Path
from archkit.git import merge_files, textconv
what, *files = sys.argv[1:]
if what == "textconv":
    print(textconv(Path(files[0])), end="")
else:
    sys.exit(merge_files(*map(Path, files[:3]), files[3]))
"""


class Repository:
    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q", "-b", "main")
        for key, value in {"user.name": "Ann", "user.email": "ann@example.org", "core.autocrlf": "false"}.items():
            self.git("config", key, value)
        script = folder.parent / "run.py"
        script.write_text(SCRIPT)
        self.command = f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}"

    def git(self, *arguments, code=0):
        done = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, timeout=60)
        assert code is None or done.returncode == code, done.stdout.decode() + done.stderr.decode()
        self.errors = done.stderr.decode()
        return done.stdout.decode()

    def commit(self, text, name=NAME):
        (self.folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "a step")

    def branches(self, base, mine, theirs, name=NAME):
        """Commit a base, and from there mine on main and theirs on a branch."""
        self.commit(base, name)
        self.git("checkout", "-q", "-b", "theirs")
        self.commit(theirs, name)
        self.git("checkout", "-q", "main")
        self.commit(mine, name)

    def text(self, name=NAME):
        return (self.folder / name).read_bytes().decode()


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path / "repository")
    install(made.folder, made.command)
    return made


def edited(text, *changes):
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


RISK = "| The queue slows down the order database at peak | 20% | major | 6 |"
MINE = edited(
    EXAMPLE, (RISK, RISK.replace("20%", "30%")), ("No change; shipping books labels", "Shipping books labels")
)
THEIRS = edited(
    EXAMPLE, (RISK, RISK.replace("| 6 |", "| 9 |")), ("## Data Flow\n", "## Data Flow\nNew words first.\n\n")
)


class TestMerging:
    def test_two_edits_of_one_row_merge_without_a_conflict(self, repository):
        repository.branches(EXAMPLE, MINE, THEIRS)

        repository.git("merge", "-q", "theirs")

        assert RISK.replace("20%", "30%").replace("| 6 |", "| 9 |") in repository.text()
        assert "New words first." in repository.text()
        assert "<<<<<<<" not in repository.text()
        assert repository.git("status", "--porcelain") == ""

    def test_without_the_driver_git_finds_a_conflict_there(self, repository):
        uninstall(repository.folder)
        repository.branches(EXAMPLE, MINE, THEIRS)

        repository.git("merge", "-q", "theirs", code=1)

    def test_a_clash_is_marked_in_its_section_alone(self, repository):
        theirs = edited(THEIRS, ("20%", "50%"))
        repository.branches(EXAMPLE, MINE, theirs)

        repository.git("merge", "theirs", code=1)

        text = repository.text()
        before, _, rest = text.partition("<<<<<<< mine\n")
        _, _, after = rest.partition(">>>>>>> theirs\n")
        assert before.rstrip().endswith("## Risks and Mitigations")
        assert after.lstrip().startswith("### Risk Scale")
        assert "New words first." in before and "- Carrier: Shipping books labels" in before
        assert "30%" in rest and "50%" in rest
        (problem,) = read(text).diagnostics
        assert (problem.section, "conflict markers" in problem.message) == ("risks", True)
        line = text[: text.index("<<<<<<<")].count("\n") + 1
        assert (
            f'{NAME}:{line}: both sides changed Risks and Mitigations differently (risk "The queue slows down '
            'the order database at peak": likelihood 30% → 50%'
        ) in repository.errors
        assert "both stand between conflict markers" in repository.errors
        assert "mine was kept" not in repository.errors
        assert repository.git("status", "--porcelain") == f"UU {NAME}\n"

    def test_a_rebase_merges_too(self, repository):
        repository.branches(EXAMPLE, MINE, THEIRS)

        repository.git("rebase", "-q", "theirs")

        assert "30%" in repository.text() and "New words first." in repository.text()

    def test_line_breaks_of_windows_stay(self, repository):
        repository.branches(*(text.replace("\n", "\r\n") for text in (EXAMPLE, MINE, THEIRS)))

        repository.git("merge", "-q", "theirs")

        assert "30%" in repository.text() and "New words first." in repository.text()
        assert repository.text().count("\n") == repository.text().count("\r\n")

    def test_another_kind_of_text_merges_as_git_does_it(self, repository):
        lines = [f"line {number}\n" for number in range(9)]
        mine, theirs = (["mine\n", *lines[1:]], [*lines[:-1], "theirs\n"])
        repository.branches("".join(lines), "".join(mine), "".join(theirs))

        repository.git("merge", "-q", "theirs")

        assert repository.text() == "".join(["mine\n", *lines[1:-1], "theirs\n"])

    def test_a_file_that_is_no_text_is_left_to_git(self, repository):
        lines = [b"caf\xe9 %d\n" % number for number in range(9)]
        repository.branches(*map(b"".join, (lines, [b"mine\n", *lines[1:]], [*lines[:-1], b"theirs\n"])))

        repository.git("merge", "-q", "theirs")

        content = (repository.folder / NAME).read_bytes()
        assert content == b"".join([b"mine\n", *lines[1:-1], b"theirs\n"])
        assert "is merged" in repository.errors or "merged line by line" in repository.errors

    def test_a_document_deleted_on_one_side_stays_a_question_to_a_person(self, repository):
        repository.commit(EXAMPLE)
        repository.git("checkout", "-q", "-b", "theirs")
        repository.git("rm", "-q", NAME)
        repository.git("commit", "-q", "-m", "gone")
        repository.git("checkout", "-q", "main")
        repository.commit(MINE)

        repository.git("merge", "theirs", code=1)

        assert repository.text() == MINE

    def test_a_document_that_both_added_merges(self, repository):
        repository.commit("x", "README.md")
        repository.git("checkout", "-q", "-b", "theirs")
        repository.commit(EXAMPLE)
        repository.git("checkout", "-q", "main")
        repository.commit(EXAMPLE + "\n## Appendix\n\nMore.\n")

        repository.git("merge", "theirs", code=None)

        assert "## Appendix" in repository.text()
        assert repository.text().count("## Risks and Mitigations") == 1

    def test_where_archkit_is_missing_git_merges_and_no_side_is_lost(self, repository):
        install(repository.folder, "no-such-program-at-all")
        repository.branches(EXAMPLE, MINE, edited(THEIRS, ("20%", "50%")))

        repository.git("merge", "theirs", code=1)

        assert "<<<<<<< mine" in repository.text()
        assert "30%" in repository.text() and "50%" in repository.text()


class TestShowing:
    def test_git_diff_names_the_row_and_the_field(self, repository):
        repository.commit(EXAMPLE)
        (repository.folder / NAME).write_text(MINE)

        shown = repository.git("diff")

        assert "-Risks and Mitigations | The queue slows down the order database at peak | Likelihood: 20%" in shown
        assert "+Risks and Mitigations | The queue slows down the order database at peak | Likelihood: 30%" in shown

    @pytest.mark.parametrize(
        ("form", "line"),
        [
            ("text", 'risk "The queue slows down the order database at peak": likelihood 20% → 30%\n'),
            ("markdown", '- risk "The queue slows down the order database at peak": likelihood 20% → 30%\n'),
        ],
    )
    def test_files_are_compared_in_words(self, tmp_path, form, line):
        old, new = tmp_path / "old.md", tmp_path / "new.md"
        old.write_text(EXAMPLE)
        new.write_text(MINE)

        assert line in RENDERERS[form](changes_between(old, new))

    def test_changes_as_json_keep_their_schema(self, tmp_path):
        old, new = tmp_path / "old.md", tmp_path / "new.md"
        old.write_text(EXAMPLE)
        new.write_text(MINE)

        changes = json.loads(RENDERERS["json"](changes_between(old, new)))

        assert {tuple(change) for change in changes} == {("path", "kind", "section", "old", "new", "words")}
        assert changes[-1]["path"] == ["risks", 3, "likelihood"]
        assert (changes[-1]["kind"], changes[-1]["old"], changes[-1]["new"]) == ("changed", "20%", "30%")

    def test_a_missing_file_is_named(self, tmp_path):
        with pytest.raises(ArchkitError, match="there is no such file"):
            changes_between(tmp_path / "a.md", tmp_path / "b.md")
