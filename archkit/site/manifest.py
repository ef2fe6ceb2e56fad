"""What a build leaves for the next one: which files it wrote, and of which documents."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from archkit.site.record import Record
from archkit.site.sources import Scanned

FILE = ".archkit-site.json"
_FORMAT = 1


class Known(NamedTuple):
    """A document as the last build saw it; in JSON it is a list of lists.

    Attributes:
        stamp: Size and time of its file, a hint that it has not changed.
        digest: Of its bytes.
        scanned: What was seen at a glance.
        key: Digest of all that its page was made of.
        record: What other pages say of it.
    """

    stamp: tuple[int, int]
    digest: str
    scanned: Scanned
    key: str = ""
    record: Record | None = None


@dataclass
class Manifest:
    """All that is known of a site.

    Attributes:
        code: Digest of archkit and of what the site was asked for.
        blocks: How many blocks its search has.
        documents: By name.
        files: Size and digest of each file that the site is made of, by its path; those are ours to delete.
        inputs: Digest of what a costly page was made of.
        written: When the build that wrote it began, in nanoseconds: what is younger may have changed unseen.
    """

    code: str = ""
    blocks: int = 0
    documents: dict[str, Known] = field(default_factory=dict)
    files: dict[str, tuple[int, str]] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    written: int = 0

    def record(self, name: str) -> Record:
        """Return what other pages say of a document that was built."""
        record = self.documents[name].record
        assert record is not None
        return record

    def text(self) -> str:
        """Return it as it is stored."""
        documents, files = dict(sorted(self.documents.items())), dict(sorted(self.files.items()))
        given = [_FORMAT, self.code, self.blocks, documents, files, self.inputs]
        return json.dumps(given, separators=(",", ":")) + "\n"


def known_of(values: list[Any]) -> Known:
    """Return what is known of a document from the list that JSON makes of it.

    Raises:
        ValueError: they are of another version.
        TypeError: likewise.
    """
    (size, stamp), digest, (title, relations, mentions, is_readable), key, record = values
    scanned = Scanned(title, tuple((kind, words) for kind, words in relations), tuple(mentions), is_readable)
    return Known((size, stamp), digest, scanned, key, Record.of(record) if record else None)


def load(folder: Path) -> Manifest:
    """Return what the last build left; an empty one where there is none, or none that can be read."""
    manifest = Manifest()
    try:
        path = folder / FILE
        version, code, blocks, documents, files, inputs = json.loads(path.read_bytes())
        if version == _FORMAT:
            manifest = Manifest(code, blocks, inputs=inputs, written=path.stat().st_mtime_ns)
            manifest.files = {path: (size, digest) for path, (size, digest) in files.items()}
            _take_documents(documents, manifest)
    except (OSError, ValueError, TypeError):
        manifest = Manifest()
    return manifest


def _take_documents(documents: dict[str, list[Any]], manifest: Manifest) -> None:
    """Take over what is known of documents; of what another archkit knew, whose files are ours still, nothing."""
    try:
        manifest.documents = {name: known_of(values) for name, values in documents.items()}
    except (ValueError, TypeError):
        manifest.code = ""
