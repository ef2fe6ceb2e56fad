"""Markers stand around the section that two people disagree on, and never take in a word of the sections beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import archkit
from archkit.checks import check
from archkit.cli import main
from archkit.format.read import read
from archkit.git_setup import install
from archkit.versions.merge_text import merge_text
from archkit.versions.sides import conflicts_in
from tests.format.documents import EXAMPLE
from tests.test_git import NAME, Repository

#: The example as the text above its first section, and its sections.
HEAD, *SECTIONS = re.split(r"(?m)^(?=## )", EXAMPLE)
#: A word of prose: no part of a link, a code or a name in bold.
_WORD = re.compile(r"(?<![\w\[(/<`*])[a-z]{4,}(?![\w\])/>:`*])")
#: Lines of a table below its head, of a list, of prose.
_SAID = re.compile(r"(?!#|```|\*\*|\|---|\|[^|\n]*\|\s*(?:Likelihood|Kind|Word|Weight|Criterion))\S.*")

#: Totals are computed, and the first line of a diagram says what it is.
_COMPUTED = re.compile(r"^flowchart|\d days")


def changed(section: str, word: str, *, last: bool) -> str:
    """Return a section with another word in its first or last line that can be told apart."""
    lines = section.split("\n")
    fits = [
        at for at, line in enumerate(lines) if _SAID.match(line) and _WORD.search(line) and not _COMPUTED.search(line)
    ]
    at = fits[-1 if last else 0]
    found = list(_WORD.finditer(lines[at]))[-1]
    lines[at] = lines[at][: found.start()] + word + lines[at][found.end() :]
    return "\n".join(lines)


def sides(at: int, *, is_deleted: bool) -> tuple[str, str]:
    """Return what two people made of a section, one of the section above it, and one of the section below it."""
    mine, theirs = list(SECTIONS), list(SECTIONS)
    if at:
        mine[at - 1] = changed(mine[at - 1], "aboveword", last=True)
    if at + 1 < len(SECTIONS):
        theirs[at + 1] = changed(theirs[at + 1], "belowword", last=False)
    mine[at] = "" if is_deleted else changed(mine[at], "myword", last=True)
    theirs[at] = changed(theirs[at], "theirword", last=True)
    return HEAD + "".join(mine), HEAD + "".join(theirs)


def kept(text: str, side: str) -> str:
    while conflicts := conflicts_in(text):
        text = conflicts[0].kept(side)
    return text


@pytest.mark.parametrize("is_deleted", [False, True], ids=["changed by both", "deleted and changed"])
@pytest.mark.parametrize("at", range(len(SECTIONS)), ids=[section.split("\n")[0][3:] for section in SECTIONS])
@pytest.mark.parametrize("swap", [False, True], ids=["", "swapped"])
def test_the_sections_beside_a_conflict_stand_outside_it(at: int, is_deleted: bool, swap: bool):
    mine, theirs = sides(at, is_deleted=is_deleted)
    wanted = {word for word in ("aboveword", "belowword") if word in mine + theirs}

    merged = merge_text(EXAMPLE, *((theirs, mine) if swap else (mine, theirs)))

    conflicts = conflicts_in(merged.text)
    assert conflicts
    between = "".join(side for conflict in conflicts for side in (conflict.ours, conflict.theirs))
    assert {word for word in wanted if word in between} == set()
    told = {item.line for item in check(read(merged.text)) if "conflict markers" in item.message}
    assert told == {conflict.line for conflict in conflicts}
    for side, word, other in (("ours", "myword", "theirword"), ("theirs", "theirword", "myword")):
        text = kept(merged.text, {"ours": "theirs", "theirs": "ours"}[side] if swap else side)
        assert {one for one in (*wanted, word, other) if one in text} == wanted | (
            set() if is_deleted and word == "myword" else {word}
        )
        assert read(text).diagnostics == ()


@pytest.mark.parametrize(("side", "is_there"), [("ours", False), ("theirs", True)])
def test_a_section_deleted_here_and_changed_there_is_finished_in_a_repository(
    tmp_path: Path, side: str, is_there: bool
):
    at = next(at for at, section in enumerate(SECTIONS) if section.startswith("## Performance"))
    repository = Repository(tmp_path / "repository")
    install(repository.folder, repository.command)
    repository.branches(EXAMPLE, *sides(at, is_deleted=True))

    repository.git("merge", "theirs", code=1)

    assert "both sides changed Performance Implications differently" in repository.errors
    assert main(["check", "--isolated", "--select", "format,conflict", str(repository.folder)]) == 1
    [conflict] = archkit.open(repository.folder / NAME).conflicts
    assert conflict.section == "performance"
    conflict.keep(side)
    assert main(["check", "--isolated", "--select", "format,conflict", str(repository.folder)]) == 0
    assert ("## Performance Implications" in repository.text()) is is_there
    assert "aboveword" in repository.text() and "belowword" in repository.text()
    repository.git("commit", "-aqm", "merged")
    assert repository.git("status", "--porcelain") == ""
