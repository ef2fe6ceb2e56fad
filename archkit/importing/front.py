"""The front matter of other documents: YAML of any depth, TOML and JSON; what has no place is kept as code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date, time

from archkit.errors import ModelError
from archkit.format.lists import Unreadable
from archkit.format.sections import metadata as front_matter
from archkit.importing.draft import Custom, Draft
from archkit.importing.front_end import JSON, TOML, json_of
from archkit.importing.metadata_keys import KEYS
from archkit.importing.statements import LISTS, names_in, put_entry
from archkit.model.metadata import METADATA_KEYS, Metadata

_TITLE = "Imported: Front Matter"
_KEY = re.compile(r"[\w][\w .()/-]*:(?:\s|$)")
#: What an entry is called whose value is wanted though there is more in it.
_FIELDS = {key.replace("_", "-") for key in KEYS} | {"title"}
_FENCE = re.compile(r"`+")
_REMARK = re.compile(r"(?:^|\s)#.*$")


def read_front_matter(draft: Draft) -> None:
    """Take the front matter entry by entry; what is more than a text or a list of texts stays as it stands, as code."""
    source = draft.source
    if not source.front:
        return
    lines = source.lines[1 : source.front - 1]
    mark = source.lines[0].strip()
    if mark in (TOML, JSON):
        _other(draft, mark)
        return
    found = _read(lines)
    left: list[str] = []
    if found is None:
        chunks = _chunks(lines)
        for chunk in chunks:
            found = _read(chunk)
            if found is None or not _take(draft, found):
                left += chunk
                _known(draft, chunk)
    else:
        _take(draft, found)
    if any(line.strip() for line in left):
        _keep(draft, left, "yaml")
    else:
        source.claim(0, source.front, "front matter")


def _read(lines: Sequence[str]) -> Metadata | None:
    try:
        return front_matter.read(lines, 1)
    except (Unreadable, ModelError, ValueError):
        return None


def _take(draft: Draft, found: Metadata) -> bool:
    """Put what was read into its fields; False where an entry would be lost."""
    values = {key: getattr(found, key) for key in METADATA_KEYS.values() if getattr(found, key)}
    if set(values) & set(draft.metadata):
        return False
    for name in LISTS:
        if len(values.get(name, ())) == 1:
            values[name] = names_in(values[name][0])
    draft.metadata |= values
    return all([put_entry(draft, key, value) for key, value in found.extra.items()])


def _chunks(lines: Sequence[str]) -> list[list[str]]:
    """Return the entries of the front matter with the lines that belong to each."""
    chunks: list[list[str]] = []
    for line in lines:
        is_start = bool(_KEY.match(line)) or line.startswith("#")
        if is_start or not chunks:
            chunks.append([line])
        else:
            chunks[-1].append(line)
    return chunks


def _known(draft: Draft, chunk: Sequence[str]) -> None:
    """Take the value of a field out of an entry that has remarks in it; the entry itself is kept."""
    bare = [text for line in chunk if (text := _REMARK.sub("", line).rstrip())]
    found = _read(bare) if bare and bare[0].partition(":")[0].strip().casefold().replace("_", "-") in _FIELDS else None
    if found is not None:
        _take(draft, found)


def _other(draft: Draft, mark: str) -> None:
    """Take the front matter of a site that is written in TOML or JSON."""
    source = draft.source
    lines = source.lines[: source.front]
    try:
        found = json_of(lines) if mark == JSON else tomllib.loads("\n".join(lines[1:-1]))
    except (ValueError, RecursionError):
        # No TOML, a number with too many digits, or lists in lists too deep.
        found = None
    text = lines if mark == JSON else lines[1:-1]
    if not isinstance(found, dict):
        _keep(draft, text, "toml")
        return
    has_more = "\n".join(text).count("#") > 0
    for key, value in found.items():
        plain = _plain(value)
        has_more |= plain is None or not put_entry(draft, key, plain)
    if has_more:
        _keep(draft, text, "json" if mark == JSON else "toml")
    else:
        source.claim(0, source.front, "front matter")


def _plain(value: object) -> str | tuple[str, ...] | None:
    """Return a value that is a text or a list of texts, None for any other."""
    if not isinstance(value, list):
        return _text(value)
    items = [_text(item) for item in value]
    texts = tuple(item for item in items if item is not None)
    return texts if len(texts) == len(items) else None


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float, date, time)):
        try:
            text = str(value)
        except ValueError:
            # A hexadecimal number may have more digits than Python writes as a decimal one.
            return None
        return text if "\n" not in text else None
    return None


def _keep(draft: Draft, lines: Sequence[str], language: str) -> None:
    # Longer than any in the text, which would end it.
    fence = "`" * max(3, 1 + max(map(len, _FENCE.findall("\n".join(lines))), default=0))
    text = "\n".join([f"{fence}{language}", *lines, fence])
    draft.customs.append(Custom(_TITLE, text, early=True))
    draft.source.claim(0, draft.source.front, f'custom section "{_TITLE}"')
