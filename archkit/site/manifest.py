"""What a build leaves for the next one: which files it wrote, and of which documents."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from archkit.site.record import Record
from archkit.site.sources import Scanned

FILE = ".archkit-site.json"
#: Names what a build that has not ended was about to write.
PENDING = ".archkit-site.pending"
_FORMAT = 1


@dataclass(frozen=True)
class Known:
    """A document as the last build saw it.

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
        written: When it was written, in nanoseconds.
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
        documents = {
            name: [known.stamp, known.digest, _plain(known.scanned), known.key, known.record and known.record.plain()]
            for name, known in sorted(self.documents.items())
        }
        given = [_FORMAT, self.code, self.blocks, documents, dict(sorted(self.files.items())), self.inputs]
        return json.dumps(given, separators=(",", ":")) + "\n"


def _plain(scanned: Scanned) -> list[object]:
    return [scanned.title, scanned.relations, scanned.mentions]


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
    _take_pending(folder, manifest)
    return manifest


def _take_documents(documents: dict[str, list[object]], manifest: Manifest) -> None:
    """Take over what is known of documents; of what another archkit knew, whose files are ours still, nothing."""
    try:
        manifest.documents = {name: _known(values) for name, values in documents.items()}
    except (ValueError, TypeError):
        manifest.code = ""


def _known(values: list[object]) -> Known:
    (size, stamp), digest, (title, relations, mentions), key, record = values  # type: ignore[misc]
    scanned = Scanned(title, tuple((kind, words) for kind, words in relations), tuple(mentions))  # type: ignore[has-type]
    return Known((size, stamp), digest, scanned, key, Record.of(record) if record else None)  # type: ignore[has-type, arg-type]


def _take_pending(folder: Path, manifest: Manifest) -> None:
    """Forget what a build that was killed may have written, and own its files."""
    try:
        names, paths = json.loads((folder / PENDING).read_bytes())
    except (OSError, ValueError):
        return
    for name in names:
        manifest.documents.pop(name, None)
    for path in paths:
        manifest.files[path] = (-1, "")


def pending_text(names: list[str], paths: list[str]) -> str:
    """Return what says that a build is about to write pages of documents, and the files that it may write."""
    return json.dumps([names, paths], separators=(",", ":")) + "\n"
