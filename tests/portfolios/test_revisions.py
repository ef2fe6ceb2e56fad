"""The revision of a document is the commit that last changed it, or the digest of what no commit holds."""

from __future__ import annotations

import subprocess
from pathlib import Path

import archkit
from archkit.portfolios.revisions import Revisions, content_digest

TEXT = "# T\n\n## Risks and Mitigations\n"


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    ran = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def commit(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "a: change")
    return git(folder, "rev-parse", "HEAD")


def test_a_file_has_the_commit_that_last_changed_it(tmp_path: Path):
    git(tmp_path, "init", "-q")
    first = commit(tmp_path, "a-architecture.md", TEXT)
    second = commit(tmp_path, "folder é\t$/b-architecture.md", f"{TEXT}b\n")
    third = commit(tmp_path, "c-architecture.md", f"{TEXT}c\n")

    found = archkit.portfolio(tmp_path).documents.reset_index()

    assert list(found["revision"]) == [first, third, second]


def test_a_file_that_no_commit_holds_as_it_is_has_the_digest_of_its_content(tmp_path: Path):
    git(tmp_path, "init", "-q")
    commit(tmp_path, "a-architecture.md", TEXT)
    (tmp_path / "a-architecture.md").write_text(f"{TEXT}changed\n")
    (tmp_path / "new-architecture.md").write_text(TEXT)

    found = archkit.portfolio(tmp_path).documents.reset_index()

    assert list(found["revision"]) == [content_digest(f"{TEXT}changed\n".encode()), content_digest(TEXT.encode())]


def test_git_is_asked_twice_however_many_files_there_are(tmp_path: Path, monkeypatch):
    git(tmp_path, "init", "-q")
    for at in range(9):
        commit(tmp_path, f"{at}-architecture.md", f"{TEXT}{at}\n")
    calls = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *given, **more: calls.append(given) or run(*given, **more))
    revisions = Revisions()

    for file in tmp_path.glob("*.md"):
        assert len(revisions.of(file, file.read_bytes())) == 40

    assert len(calls) == 2


def test_a_repository_without_a_commit_gives_digests(tmp_path: Path):
    git(tmp_path, "init", "-q")
    (tmp_path / "a-architecture.md").write_text(TEXT)

    assert Revisions().of(tmp_path / "a-architecture.md", TEXT.encode()) == content_digest(TEXT.encode())
