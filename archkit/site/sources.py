"""Which documents a site is made of, how they are called in it, and what can be seen of them without reading them."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from archkit.batch.documents import DamagedDocumentError, document_text, documents_below
from archkit.errors import FileProblem
from archkit.format.lists import Unreadable
from archkit.format.sections import metadata

#: Entries of the front matter that name other documents, with what the other one is called in return.
RELATIONS = {
    "supersedes": ("Supersedes", "Superseded by"),
    "superseded-by": ("Superseded by", "Supersedes"),
    "depends-on": ("Depends on", "Needed by"),
    "needed-by": ("Needed by", "Depends on"),
    "amends": ("Amends", "Amended by"),
    "amended-by": ("Amended by", "Amends"),
    "related": ("Related to", "Related to"),
}
_KINDS = RELATIONS | {"relates-to": RELATIONS["related"]}
_MENTION = re.compile(r"[^\s()<>\"'\[\]]+\.md(?![\w.-])")
_TITLE = re.compile(r"^#[ \t]+(.*?)[ \t#]*$", re.MULTILINE)


class Scanned(NamedTuple):
    """What is seen of a document at a glance.

    Attributes:
        title: Its heading, "" for none.
        relations: Each entry of the front matter that names a document: its kind and the words.
        mentions: The names below the common folder that Markdown links in it may mean.
        is_readable: Whether it holds any text; what does not has no page that others could lead to.
    """

    title: str = ""
    relations: tuple[tuple[str, str], ...] = ()
    mentions: tuple[str, ...] = ()
    is_readable: bool = False


def found_documents(given: Sequence[Path]) -> dict[str, str]:
    """Return the paths of the documents by their name: what is below the folder that all have in common, with `/`.

    Raises:
        FileProblem: a path is not there, or a folder has no document.
    """
    files: dict[str, str] = {}
    folders: list[str] = []
    for path in given:
        if path.is_dir():
            own = list(documents_below(path))
            if not own:
                problem = "there is no architecture document in this folder"
                raise FileProblem(path, problem, "name a file or another folder")
            folders.append(os.path.abspath(path))
            cut = len(os.path.join(path, ""))
            files |= {os.path.join(folders[-1], file[cut:]): file for file in own}
        elif path.exists():
            files[os.path.abspath(path)] = str(path)
            folders.append(os.path.dirname(os.path.abspath(path)))
        else:
            raise FileProblem(path, "there is no such file", "name documents, or folders with documents")
    root = os.path.commonpath(folders)
    start = len(root.rstrip(os.sep)) + 1
    return dict(sorted((place[start:].replace(os.sep, "/"), file) for place, file in files.items()))


def scanned(name: str, data: bytes) -> Scanned:
    """Look at a document without reading it."""
    try:
        text, is_readable = document_text(name, data), True
    except DamagedDocumentError:
        text, is_readable = data.decode("utf-8", "replace"), False
    text = text.replace("\r\n", "\n")
    found = _TITLE.search(text)
    folder = posixpath.dirname(name)
    # No mention goes over a line's end, and few lines have one.
    words = (word for line in text.split("\n") if ".md" in line for word in _MENTION.findall(line))
    mentions = {_normal(posixpath.join(folder, unquote(word))) for word in words if ":" not in word}
    mentions.discard("")
    title = found[1].strip() if found else ""
    return Scanned(title, tuple(_relations(text)), tuple(sorted(mentions)), is_readable)


def _relations(text: str) -> Iterator[tuple[str, str]]:
    head, line, _ = text.removeprefix("\ufeff").removeprefix("---\n").partition("\n---")
    if not line or not text.removeprefix("\ufeff").startswith("---\n"):
        return
    try:
        entries = metadata.read(head.split("\n"), 0).extra
    except (Unreadable, ValueError):
        return
    for key, value in entries.items():
        kind = key.casefold().replace("_", "-")
        if kind in _KINDS:
            words = value.split(",") if isinstance(value, str) else value
            yield from ((kind, word.strip()) for word in words if word.strip())


class Names:
    """Finds the document that the words of a front matter mean."""

    def __init__(self, names: Sequence[str]) -> None:
        self.all = frozenset(names)
        self._last: dict[str, str] = {}
        for name in names:
            for short in {posixpath.basename(name), posixpath.basename(name).removesuffix(".md")}:
                # A short name that two documents have means neither.
                self._last[short] = "" if short in self._last else name

    def meant(self, name: str, words: str) -> str:
        """Return the name of the document that another one calls so: a path from it, from the top, or a file's name."""
        for place in (posixpath.join(posixpath.dirname(name), words), words):
            for path in (_normal(place), f"{_normal(place)}.md"):
                if path in self.all:
                    return path
        return self._last.get(words, "")


def _normal(path: str) -> str:
    found = posixpath.normpath(path)
    return "" if found.startswith(("..", "/")) or found == "." else found
