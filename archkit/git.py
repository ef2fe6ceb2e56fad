"""Git: the merge driver and the readable diff for architecture documents, put into a repository and taken out again.

Git calls the driver with three files and expects the result in the second one; exit code 0 says that all is merged, 1
that a person has to finish it, and one above 128 that nothing was done. Some releases of git take the last one for a
conflict and leave mine alone in the file, so git's own merge steps in before it comes to that.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from archkit.errors import ArchkitError, FileProblem
from archkit.format.read import read
from archkit.model.document import Document
from archkit.versions.diff import Change, diff
from archkit.versions.merge_text import merge_text
from archkit.versions.normal_text import normal_text
from archkit.versions.show import as_json, as_markdown, as_text

MERGED, CONFLICTS, FAILED = 0, 1, 129

ATTRIBUTES = "*-architecture.md merge=archkit diff=archkit"
RENDERERS: dict[str, Callable[[tuple[Change, ...]], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}

#: Git's own merge steps in where archkit is not on the path, too.
_DRIVER = (
    "if command -v {program} >/dev/null 2>&1; then {command} merge %O %A %B %P; "
    "else git merge-file -L mine -L base -L theirs %A %O %B; fi"
)
_TEXTCONV = 'f() {{ if command -v {program} >/dev/null 2>&1; then {command} textconv "$1"; else cat "$1"; fi; }}; f'
_SETTINGS = {
    "merge.archkit.name": "archkit: architecture documents section by section",
    "merge.archkit.driver": _DRIVER,
    "diff.archkit.textconv": _TEXTCONV,
}
#: Remembers what was added to `.gitattributes`, so that exactly that is taken out again.
_ADDED = "archkit.attributes"


class GitError(ArchkitError):
    """Git refused what was asked of it."""

    def __init__(self, folder: Path, said: str) -> None:
        super().__init__(f"{folder}: git says: {said}; name a folder inside a git repository")


def install(repository: Path, command: str = "archkit") -> None:
    """Make git merge and show architecture documents with archkit in a repository.

    Args:
        repository: A folder in the work tree.
        command: What runs archkit in a shell.

    Raises:
        GitError: the folder is in no git repository.
        FileProblem: `.gitattributes` cannot be written.
    """
    top = _top(repository)
    program = command.split()[0]
    for key, value in _SETTINGS.items():
        _git(top, "config", "--local", key, value.format(program=program, command=command))
    file = top / ".gitattributes"
    there, content = file.exists(), _content(file)
    if ATTRIBUTES in content.decode("utf-8", errors="replace").splitlines():
        return
    lead = b"" if not content or content.endswith(b"\n") else b"\n"
    _put(file, content + lead + ATTRIBUTES.encode() + b"\n")
    _git(top, "config", "--local", _ADDED, "break" if lead else ("line" if there else "file"))


def uninstall(repository: Path) -> None:
    """Take out of a repository what `install` put into it, and nothing else.

    Raises:
        GitError: the folder is in no git repository.
        FileProblem: `.gitattributes` cannot be written.
    """
    top = _top(repository)
    added = _git(top, "config", "--local", "--default", "", "--get", _ADDED)
    for key in _SETTINGS:
        _git(top, "config", "--local", "--unset-all", key, may_fail=True)
    if not added:
        return
    _git(top, "config", "--local", "--unset-all", _ADDED)
    file = top / ".gitattributes"
    content = _content(file)
    line = ATTRIBUTES.encode() + b"\n"
    before, found, after = content.rpartition(line)
    if not found or (before and not before.endswith(b"\n")):
        return
    if added == "break" and not after:
        before = before.removesuffix(b"\n")
    if added == "file" and not before + after:
        file.unlink()
    else:
        _put(file, before + after)


def merge_files(base: Path, mine: Path, theirs: Path, path: str = "") -> int:
    """Merge three files as a git merge driver; the result replaces `mine`.

    What cannot be merged as a document, such as a file that is not UTF-8, is merged line by line as git does it.

    Args:
        base: What both sides began with; an empty file when both added it.
        mine: What one side made of it, and where the result goes.
        theirs: What the other side made of it.
        path: The name of the file in the repository, for messages.

    Returns:
        0 when all is merged, 1 when conflict markers are left or a person should look, above 128 when nothing was done.
    """
    name = path or str(mine)
    try:
        was, my, their = (file.read_bytes().decode("utf-8") for file in (base, mine, theirs))
        merged = merge_text(was, my, their, totals=_effort_texts)
        content = merged.text.encode("utf-8")
    except Exception as error:
        print(f"{name}: merged line by line, because {type(error).__name__}: {error}", file=sys.stderr)
        return _merge_lines(base, mine, theirs)
    try:
        mine.write_bytes(content)
    except OSError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return FAILED
    for clash in merged.clashes:
        print(f"{name}: {clash}", file=sys.stderr)
    return CONFLICTS if merged.clashes else MERGED


def diff_files(old: Path, new: Path, form: str = "text") -> str:
    """Return what changed between two files in the author's words.

    Args:
        old: The file before; one that does not exist, as for a new file, counts as empty.
        new: The file after.
        form: `text`, `markdown` or `json`.

    Raises:
        FileProblem: a file cannot be read.
    """
    return RENDERERS[form](diff(*(read(_text(file)).document for file in (old, new))))


def textconv(file: Path) -> str:
    """Return a document as one line for each field, for `git diff`; another file's text as it is."""
    content = file.read_bytes()
    try:
        return normal_text(content.decode("utf-8"))
    except UnicodeDecodeError:
        return content.decode("utf-8", errors="replace")


def _effort_texts(document: Document) -> Mapping[str, str]:
    # Only an effort that both sides changed needs numpy, which costs 0.1 s to import.
    from archkit.analysis.document_effort import document_effort

    return document_effort(document).texts


def _merge_lines(base: Path, mine: Path, theirs: Path) -> int:
    """Let git merge the files line by line."""
    labels = ("-L", "mine", "-L", "base", "-L", "theirs")
    command = ["git", "merge-file", *labels, str(mine.resolve()), str(base.resolve()), str(theirs.resolve())]
    try:
        code = subprocess.run(command, check=False, timeout=60).returncode
    except (OSError, subprocess.SubprocessError) as error:
        print(f"{mine}: {error}", file=sys.stderr)
        return FAILED
    # It answers the number of conflicts, or 255 for a file that it cannot merge either.
    return FAILED if code > 127 or code < 0 else min(code, CONFLICTS)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        if str(file) in ("/dev/null", "nul"):
            return ""
        raise FileProblem(file, "there is no such file", "check the name") from None
    except UnicodeDecodeError:
        raise FileProblem(file, "the text is not UTF-8", "save the file as UTF-8 in your editor") from None
    except OSError as error:
        raise FileProblem(file, (error.strerror or str(error)).lower(), "check the name") from None


def _top(folder: Path) -> Path:
    return Path(_git(folder, "rev-parse", "--show-toplevel"))


def _git(folder: Path, *arguments: str, may_fail: bool = False) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.SubprocessError) as error:
        raise GitError(folder, str(error)) from None
    if done.returncode and not may_fail:
        raise GitError(folder, " ".join(done.stderr.split()) or f"exit code {done.returncode}")
    return done.stdout.strip()


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise FileProblem(file, (error.strerror or str(error)).lower(), "make it readable") from None


def _put(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise FileProblem(file, (error.strerror or str(error)).lower(), "make it writable") from None
