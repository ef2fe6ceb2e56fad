"""Documents → a site: what changed is built, the rest stays as it is, and both are what a clean build would write."""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from archkit.batch import Outcome, Source, each, uncollected
from archkit.batch.documents import read_document
from archkit.errors import FileProblem
from archkit.site import listing, pending
from archkit.site.addresses import page_path
from archkit.site.engine import Engine, Report
from archkit.site.kept_blocks import block_path, block_there, kept_blocks
from archkit.site.manifest import FILE, Manifest, load
from archkit.site.output import Output, foreign
from archkit.site.page import Built, built, packed
from archkit.site.plan import Plan, code_digest, planned
from archkit.site.record import Record
from archkit.site.search_index import Block, Entry, written

TITLE = "Architecture documents"


def build(
    files: Mapping[str, str], folder: Path, *, site: str = TITLE, engine: Engine | None = None, is_full: bool = False
) -> Report:
    """Build a site.

    Args:
        files: The paths of the documents by their names, as `found_documents` returns them.
        folder: Where the site is; what others put there stays untouched.
        site: What the site is called.
        engine: Where and how pages are built.
        is_full: Whether every page is built, whatever the last build left.

    Raises:
        FileProblem: the site cannot be written.
        SettingsError: the settings of a folder do not fit; the site stays as it is.
    """
    began = time.time_ns()
    with uncollected():
        before = load(folder)
        was_killed = pending.take_pending(folder, before)
        code = hashlib.sha256(f"{code_digest()}{site}".encode()).hexdigest()[:32]
        there = before.documents
        if is_full or before.code != code:
            before.documents, before.inputs, before.blocks = {}, {}, 0
        output = Output(folder, before.files)
        # Settings that do not fit end it here, before anything is written or removed.
        plan = planned(files, before, output, site)
        output.sweep()
        if was_killed:
            output.write(FILE, before.text().encode(), before.written)
        making = _Building(plan, before, output, files, site)
    making.after.code, making.began, making.there = code, began, there
    return making.run(engine or Engine())


class _Building:
    """One build: the plan, what was before, and what is now."""

    def __init__(self, plan: Plan, before: Manifest, output: Output, files: Mapping[str, str], site: str) -> None:
        self.plan, self.before, self.output, self.files, self.site = plan, before, output, files, site
        self.after = Manifest(blocks=plan.blocks)
        self.records: dict[str, Record] = {}
        self.done: dict[int, list[str]] = {}
        self.began = 0
        #: What the last build read, also where its pages are all built anew.
        self.there = before.documents

    def run(self, engine: Engine) -> Report:
        """Build all that is old, and return what was done."""
        old_blocks = kept_blocks(self.plan, self.before, self.output)
        stale = sorted(self.plan.stale, key=lambda name: (self.plan.block(name), name))
        self._announce(stale, old_blocks)
        for name in set(self.plan.documents) - set(stale):
            self._keep(name)
        is_done = False
        try:
            self._pages(stale, old_blocks, engine)
            with uncollected():
                self._listings()
            is_done = True
        except KeyboardInterrupt:
            self._stop(old_blocks)
            raise
        finally:
            with uncollected():
                removed = self._finish(is_done)
        return Report(len(self.records), len(stale), self.output.written, removed, self._problems())

    def _announce(self, stale: list[str], blocks: Iterable[int]) -> None:
        """Say what may be written from now on, for a build after one that was killed."""
        if not stale:
            return
        paths = [*map(page_path, stale), *map(block_path, blocks), *dict(listing.asset_files(self.plan.blocks))]
        paths += ["index.html", "timeline.html", "map.html", "tags.html", "errors.html", "feed.xml"]
        owned = set(self.before.files)
        in_the_way = [path for path in paths if path not in owned and (self.output.folder / path).exists()]
        if in_the_way:
            raise foreign(self.output.folder, in_the_way[0])
        said = pending.announced(stale, paths, self.after.code, self.plan.blocks)
        self.output.write(pending.FILE, said.encode())

    def _keep(self, name: str) -> None:
        # Its stamp may be another one, though its content, and so its page, is the same.
        now, old = self.plan.documents[name], self.before.documents[name]
        known = old if now is old else now._replace(key=old.key, record=old.record)
        self.after.documents[name] = known
        self.records[name] = self.before.record(name)
        if not self.records[name].problem:
            self.output.keep(page_path(name))

    def _pages(self, stale: list[str], blocks: dict[int, Block], engine: Engine) -> None:
        """Build pages block by block, so that little is held in memory, and write each block when it is whole."""
        waiting = Counter(map(self.plan.block, stale))
        for number in [number for number in blocks if not waiting[number]]:
            self._write_block(number, blocks.pop(number))
        readable = [name for name in stale if name not in self.plan.problems]
        executor = engine.executor if len(readable) >= engine.least else None
        found = each(built, self._sources(readable), executor=executor, size=engine.size, seconds=engine.seconds)
        with engine.progress(len(stale)) as progress:
            for name in stale:
                outcome = Outcome(name, None, self.plan.problems[name]) if name in self.plan.problems else next(found)
                self._take(name, outcome.value, outcome.error, blocks)
                number = self.plan.block(name)
                waiting[number] -= 1
                if not waiting[number]:
                    self._write_block(number, blocks.pop(number, None))
                progress.step()

    def _sources(self, names: list[str]) -> Iterator[Source]:
        for name in names:
            try:
                data = read_document(name, self.files[name])
            except FileProblem:
                # It vanished since it was looked at; as an empty file it is reported.
                data = b""
            yield packed(name, data, self.plan.surroundings[name])

    def _take(self, name: str, made: Built | None, problem: str, blocks: dict[int, Block]) -> None:
        record = made.record if made else Record(name, problem=problem, title=self.plan.documents[name].scanned.title)
        number = self.plan.block(name)
        if made:
            self.output.put(record.page, made.html)
            if number in blocks:
                blocks[number][name] = Entry(made.entry.shown, made.entry.words)
        else:
            # Also a block that was to stay knows no document that has no page any more.
            if number not in blocks:
                blocks[number] = block_there(number, self.output)
                self.output.files.pop(block_path(number), None)
            blocks[number].pop(name, None)
        self.records[name] = record
        known = self.plan.documents[name]
        self.after.documents[name] = known._replace(key=self.plan.keys[name], record=record)
        self.done.setdefault(number, []).append(name)

    def _write_block(self, number: int, block: Block | None) -> None:
        """Write a block of the search, None for one that stays, and note what its documents have become."""
        path = block_path(number)
        if block is not None:
            self.output.put(path, written(number, block).encode("utf-8", "replace"))
        if names := self.done.get(number):
            pages = (record.page for name in names if not (record := self.records[name]).problem)
            files = {file: self.output.files[file] for file in (path, *pages)}
            pending.note(self.output.folder, {name: self.after.documents[name] for name in names}, files)

    def _listings(self, waiting: int = 0) -> None:
        for path, text in listing.asset_files(self.plan.blocks):
            self.output.put(path, text.encode())
        records = [self.records[name] for name in sorted(self.records)]
        for path, content in listing.listing_files(records, self.site, waiting):
            self.output.put(path, content)
        self._map()

    def _map(self) -> None:
        """Draw the map, unless nothing that it shows has changed: drawing takes longer than all other pages."""
        pages = {item.name: item.page for item in self.records.values() if not item.problem}
        links = [link for link in self.plan.links if link.source in pages and link.target in pages]
        names = sorted({name for link in links for name in (link.source, link.target)})
        titles = {name: self.records[name].title for name in names}
        said = json.dumps([self.site, [[link.source, link.kind, link.target] for link in links], titles])
        digest = hashlib.sha256(said.encode()).hexdigest()[:32]
        self.after.inputs["map.html"] = digest
        if self.before.inputs.get("map.html") == digest and self.output.is_there("map.html"):
            self.output.keep("map.html")
        else:
            self.output.put("map.html", listing.map_page(links, titles, pages, self.site))

    def _stop(self, blocks: Mapping[int, Block]) -> None:
        """Make one site of the pages that are new and of those that are there still, so that no link leads nowhere."""
        for number, block in blocks.items():
            if block_path(number) not in self.before.files:
                self._write_block(number, block)
        for name, old in self.there.items():
            if old.record and name not in self.records and self.output.is_there(page_path(name)):
                self.records[name] = old.record
        self._hold_places()
        self._listings(len(self.plan.documents) - len(self.records))

    def _hold_places(self) -> None:
        """Put a page that says so where the new pages lead to one that the build did not come to."""
        built = [name for names in self.done.values() for name in names if not self.records[name].problem]
        around = [self.plan.surroundings[name] for name in built]
        linked = {name for it in around for name in (*it.known, *(other for _, other, _ in it.related))}
        for name in sorted(linked - set(self.records)):
            path = page_path(name)
            if not (self.output.folder / path).exists():
                self.output.put(path, listing.later_page(path, self.plan.documents[name].scanned.title, self.site))

    def _finish(self, is_done: bool) -> int:
        """Write down what the site is made of now; after an interruption that is old files and new ones."""
        gone = sorted(set(self.before.files) - set(self.output.files))
        removed = sum([self.output.remove(path) for path in gone]) if is_done else 0
        if not is_done:
            self._forget_unfinished()
            self.output.files |= {path: (-1, "") for path in gone}
            self.after.inputs = {}
        text = replace(self.after, files=self.output.files).text()
        self.output.write(FILE, text.encode(), self.began)
        pending.end(self.output.folder)
        return removed

    def _forget_unfinished(self) -> None:
        """Let the next build begin again with the documents whose block of the search was not written."""
        for number, names in self.plan.by_block().items():
            if block_path(number) not in self.output.files:
                for name in names:
                    self.after.documents.pop(name, None)

    def _problems(self) -> dict[str, str]:
        return {name: item.problem for name, item in sorted(self.records.items()) if item.problem}
