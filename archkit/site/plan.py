"""What a build has to do: which documents changed, what surrounds each, and which pages and blocks are old."""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from archkit import assets
from archkit.batch.documents import read_document
from archkit.checks.settings import AgeLimits, today
from archkit.errors import FileProblem, quoted
from archkit.site.addresses import page_path
from archkit.site.link_map import Link
from archkit.site.manifest import Known, Manifest
from archkit.site.output import Output
from archkit.site.page import Surroundings
from archkit.site.search_index import block_count, block_of
from archkit.site.sources import RELATIONS, Names, Scanned, scanned
from archkit.store import reason

#: A file that was changed so short before the last build ended may have changed again within one stamp.
_RACY = 2_000_000_000
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass
class Plan:
    """What a build has to do.

    Attributes:
        documents: All documents as they are now; those that cannot be read have a digest of "".
        problems: Why a document cannot be read from the disk.
        surroundings: What the page of each document shows of others.
        links: What documents are to each other.
        keys: Digest of all that each page is made of.
        blocks: How many blocks the search has.
        stale: The documents whose page is to be built, in the order of their blocks.
    """

    documents: dict[str, Known] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    surroundings: dict[str, Surroundings] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    blocks: int = 1
    stale: list[str] = field(default_factory=list)

    def block(self, name: str) -> int:
        """Return the block of the search that a document is in."""
        return block_of(name, self.blocks)

    def by_block(self) -> dict[int, list[str]]:
        """Return the names of all documents by their block."""
        found: dict[int, list[str]] = {number: [] for number in range(self.blocks)}
        for name in sorted(self.documents):
            found[self.block(name)].append(name)
        return found


@cache
def code_digest() -> str:
    """Return a digest of archkit itself: another version may write other pages."""
    found = hashlib.sha256()
    templates = assets.folder("templates")
    files = [*_PACKAGE.rglob("*.py"), *(templates / "html").rglob("*.*"), *(templates / "site").rglob("*.*")]
    for file in sorted(files):
        found.update(file.name.encode())
        found.update(file.read_bytes())
    return found.hexdigest()[:32]


def planned(files: Mapping[str, str], before: Manifest, output: Output, site: str) -> Plan:
    """Return what has to be done for a site of these documents.

    Raises:
        SettingsError: the settings of a folder do not fit, or cannot be read.
    """
    plan = Plan(blocks=block_count(len(files)))
    age_limits, limits = AgeLimits(), {}
    by_folder: dict[str, tuple[tuple[str, int], ...]] = {}
    for name, file in files.items():
        if (folder := posixpath.dirname(name)) not in by_folder:
            by_folder[folder] = age_limits.of(Path(file))
        limits[name] = by_folder[folder]
        try:
            plan.documents[name] = _known(name, file, before)
        except FileProblem as problem:
            plan.problems[name] = str(problem)
            plan.documents[name] = Known((0, 0), "", Scanned())
    _surround(plan, site, limits)
    # Most documents have nothing around them but what many others have, too.
    texts = {around: around.text() for around in set(plan.surroundings.values())}
    for name, known in plan.documents.items():
        text = texts[plan.surroundings[name]] + known.digest + plan.problems.get(name, "")
        plan.keys[name] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    if before.blocks != plan.blocks:
        stale = set(plan.documents)
    else:
        day = today().isoformat()
        stale = {name for name in plan.documents if not _is_kept(name, plan, before, output, day)}
    plan.stale = sorted(stale, key=lambda name: (plan.block(name), name))
    return plan


def _known(name: str, file: str, before: Manifest) -> Known:
    try:
        state = os.stat(file)
    except OSError as error:
        raise FileProblem(name, reason(error), "check the file and its permissions") from None
    stamp, old = (state.st_size, state.st_mtime_ns), before.documents.get(name)
    if old and old.digest and old.stamp == stamp and stamp[1] < before.written - _RACY:
        return old
    data = read_document(name, file)
    digest = hashlib.sha256(data).hexdigest()[:32]
    seen = old.scanned if old and old.digest == digest else scanned(name, data)
    return Known(stamp, digest, seen)


def _surround(plan: Plan, site: str, limits: Mapping[str, tuple[tuple[str, int], ...]]) -> None:
    names = Names([name for name, known in plan.documents.items() if known.scanned.is_readable])
    related: dict[str, list[tuple[str, str, str]]] = {}
    lost: dict[str, list[str]] = {}
    for name, known in plan.documents.items():
        for kind, words in known.scanned.relations:
            target = names.meant(name, words)
            if not target and "://" not in words:
                lost.setdefault(name, []).append(f"{kind} names {quoted(words)}, of which the site has no page")
            if target and target != name:
                there, back = RELATIONS.get(kind, RELATIONS["related"])
                plan.links.append(Link(name, there, target))
                related.setdefault(name, []).append((there, target, _title(plan, target)))
                related.setdefault(target, []).append((back, name, _title(plan, name)))
    alone = {limit: Surroundings(site, age_limits=limit) for limit in {(), *limits.values()}}
    for name, known in plan.documents.items():
        if not known.scanned.mentions and name not in related and name not in lost:
            plan.surroundings[name] = alone[limits.get(name, ())]
            continue
        mentions = tuple(mention for mention in known.scanned.mentions if mention in names.all)
        others = tuple(dict.fromkeys(sorted(related.get(name, ()))))
        limit = limits.get(name, ())
        gone = tuple(lost.get(name, ()))
        is_alone = not (mentions or others or gone)
        plan.surroundings[name] = alone[limit] if is_alone else Surroundings(site, mentions, others, limit, gone)


def _title(plan: Plan, name: str) -> str:
    return plan.documents[name].scanned.title or name


def _is_kept(name: str, plan: Plan, before: Manifest, output: Output, day: str) -> bool:
    old = before.documents.get(name)
    if old is None or old.record is None or old.key != plan.keys[name]:
        return False
    if old.record.ages_on and old.record.ages_on <= day:
        return False
    return bool(old.record.problem) or output.is_there(page_path(name))
