"""The merge driver and the readable diff, put into a git repository and taken out again."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from shlex import quote

from archkit.errors import ArchkitError, FileProblem, quoted
from archkit.git import replace_file

ATTRIBUTES = "*-architecture.md merge=archkit diff=archkit"

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
#: What means something in the extended regular expressions of POSIX, by which git finds a value.
_SPECIAL, _ESCAPED = re.compile(r"([][(){}.*+?^$|\\])"), r"\\\1"


class GitError(ArchkitError):
    """Git refused what was asked of it."""

    def __init__(self, folder: Path, said: str) -> None:
        super().__init__(f"{folder}: git says: {said}; name a folder inside a git repository")


class ForeignSettingError(ArchkitError):
    """The repository has a setting of this name that archkit did not make."""

    def __init__(self, folder: Path, key: str, value: str) -> None:
        super().__init__(
            f"{folder}: git's setting {key} is {quoted(value)} here, which is not archkit's; "
            f"if nothing needs it, take it out with: git config --unset-all {key}"
        )


def install(repository: Path, command: str = "archkit") -> None:
    """Make git merge and show architecture documents with archkit in a repository.

    Args:
        repository: A folder in the work tree.
        command: What runs archkit in a shell.

    Raises:
        GitError: the folder is in no git repository.
        ForeignSettingError: git has a setting of the same name there that somebody else made; nothing was changed.
        FileProblem: `.gitattributes` cannot be written.
    """
    top = _top(repository)
    for key in _SETTINGS:
        for value in _values(top, key):
            if not _is_ours(key, value):
                raise ForeignSettingError(top, key, value)
    for key, value in _SETTINGS.items():
        wanted = value.format(program=command.split()[0], command=command)
        _git(top, "config", "--local", "--replace-all", key, wanted)
    file = top / ".gitattributes"
    there, content = file.exists(), _content(file)
    if _line_at(content.splitlines(keepends=True)) is not None:
        return
    lead = b"" if not content or content.endswith(b"\n") else b"\n"
    _put(file, content + lead + ATTRIBUTES.encode() + b"\n")
    _git(top, "config", "--local", _ADDED, "break" if lead else ("line" if there else "file"))


def uninstall(repository: Path) -> str:
    """Take out of a repository what `install` put into it, and nothing else.

    Returns:
        What happened to `.gitattributes` and what is to be done about it, as a sentence; "" where it is as it was.

    Raises:
        GitError: the folder is in no git repository.
        FileProblem: `.gitattributes` cannot be written.
    """
    top = _top(repository)
    added = "".join(_values(top, _ADDED)[-1:])
    for key in _SETTINGS:
        for value in dict.fromkeys(_values(top, key)):
            if _is_ours(key, value):
                _git(top, "config", "--local", "--unset-all", key, f"^{_SPECIAL.sub(_ESCAPED, value)}$")
    if not added:
        return ""
    file = top / ".gitattributes"
    lines = _content(file).splitlines(keepends=True)
    at = _line_at(lines)
    if at is not None:
        _take_out(file, lines, at, added)
    _git(top, "config", "--local", "--unset-all", _ADDED)
    return "" if at is None else _told(file)


def _told(file: Path) -> str:
    """Say what became of the file; one that git keeps is a change that every clone gets with the next commit."""
    done = "its line for architecture documents was taken out" if file.exists() else "it was removed"
    if not _git(file.parent, "ls-files", "--", file.name):
        return f"{file}: {done}"
    return f"{file}: {done}; commit that for every clone, or bring it back with: git restore {quote(os.fspath(file))}"


def _take_out(file: Path, lines: list[bytes], at: int, added: str) -> None:
    before, after = b"".join(lines[:at]), b"".join(lines[at + 1 :])
    if added == "break" and not after:
        before = before.removesuffix(b"\n")
    if added == "file" and not before + after:
        file.unlink()
    else:
        _put(file, before + after)


def _line_at(lines: list[bytes]) -> int | None:
    """Return where the line of `install` stands, the last of them if there are several; a comment is none."""
    return next((at for at in reversed(range(len(lines))) if lines[at].strip() == ATTRIBUTES.encode()), None)


def _is_ours(key: str, value: str) -> bool:
    """Whether a setting is one that `install` makes, whatever command it was given."""
    pattern = re.escape(_SETTINGS[key].format(program="PROGRAM", command="COMMAND"))
    return re.fullmatch(pattern.replace("PROGRAM", r"\S+").replace("COMMAND", ".+"), value) is not None


def _values(top: Path, key: str) -> list[str]:
    """Return the values of a setting of this repository; of other places, such as a person's own, none."""
    return _git(top, "config", "--local", "-z", "--get-all", key, may_fail=True).split("\0")[:-1]


def _top(folder: Path) -> Path:
    return Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))


def _git(folder: Path, *arguments: str, may_fail: bool = False) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.SubprocessError) as error:
        raise GitError(folder, str(error)) from None
    if done.returncode and not may_fail:
        said = done.stderr.decode("utf-8", "replace")
        raise GitError(folder, " ".join(said.split()) or f"exit code {done.returncode}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise FileProblem(file, (error.strerror or str(error)).lower(), "make it readable") from None


def _put(file: Path, content: bytes) -> None:
    try:
        replace_file(file, content)
    except OSError as error:
        raise FileProblem(file, (error.strerror or str(error)).lower(), "make it and its folder writable") from None
