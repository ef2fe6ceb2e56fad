"""The front matter: `key: value` lines of plain texts and lists of texts, the part of YAML that needs no guessing."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from archkit.errors import quoted
from archkit.format.body import CONFLICT
from archkit.format.lists import Unreadable
from archkit.model.metadata import METADATA_KEYS, Metadata

_KEY = re.compile(r"[A-Za-z_](?:[\w .-]*[\w.-])?")
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^#:\[\]{},]*(?:(?<=\S)[:#](?=\S)[^#:\[\]{},]*)*")
#: Texts that YAML would take for a number, a time or a truth value; other readers of the front matter do.
_RETYPED = re.compile(
    r"[-+]?(?:0\d+|\d+\.\d*0|\d+(?::\d+)+|0[xo]\w+)|true|false|yes|no|on|off|y|n|null|~", re.IGNORECASE
)
_LISTED = re.compile(r"[ \t]*-[ \t]+(.*)$")
_SEPARATOR = re.compile(r"[ \t]*,[ \t]*")
REMEDY = "write key: text or key: [one, two]"


def read(lines: Sequence[str], first: int) -> Metadata:
    """Read the lines between the two `---`; `first` is the line (0-based) of the first of them.

    Raises:
        Unreadable: an entry is more than a text or a list of texts.
    """
    entries: dict[str, str | list[str]] = {}
    key = ""
    for at, line in enumerate(lines, first):
        if not line.strip():
            continue
        if key and (found := _LISTED.match(line)) and isinstance(entries.get(key), list):
            entries[key].append(_scalar(found[1], at))  # type: ignore[union-attr]
            continue
        if line.startswith("<<<<<<< "):
            raise Unreadable(at, CONFLICT)
        name, colon, rest = line.partition(":")
        if not colon or not _KEY.fullmatch(name.rstrip(" \t")) or rest[:1].strip():
            raise Unreadable(at, f"{quoted(line)} is not understood in the front matter; {REMEDY}")
        key, text = name.rstrip(" \t"), rest.strip()
        if key in entries:
            raise Unreadable(at, f"the front matter has {quoted(key)} twice; keep one")
        entries[key] = _value(text, at) if text else []
    return _metadata({name: value if value != [] else "" for name, value in entries.items()})


def write(metadata: Metadata) -> list[str]:
    """Return the lines between the two `---`."""
    known = [(key, getattr(metadata, name)) for key, name in METADATA_KEYS.items()]
    entries = [(key, value) for key, value in known if value] + list(metadata.extra.items())
    return [f"{key}: {_written(value)}".rstrip() for key, value in entries]


def _metadata(entries: dict[str, str | list[str]]) -> Metadata:
    values: dict[str, object] = {}
    extra: dict[str, object] = {}
    for key, value in entries.items():
        name = METADATA_KEYS.get(key.casefold().replace("_", "-"))
        is_list = name in {"authors", "decision_makers"}
        if name and name not in values and (is_list or isinstance(value, str)):
            values[name] = value
        else:
            extra[key] = value if isinstance(value, str) else tuple(value)
    return Metadata.model_validate(values | {"extra": extra})


def _value(text: str, at: int) -> str | list[str]:
    if text.startswith("[") and text.endswith("]"):
        items, rest = [], text[1:-1].strip()
        while rest:
            item, rest = _next(rest, at)
            items.append(item)
        return items
    return _scalar(text, at)


def _next(rest: str, at: int) -> tuple[str, str]:
    """Take one item off a flow list."""
    if rest[0] in "\"'":
        end = _closing(rest, at)
        item, after = _scalar(rest[:end], at), rest[end:].lstrip()
        if after and not after.startswith(","):
            raise Unreadable(at, f"{quoted(after)} follows a quoted text in a list; {REMEDY}")
        return item, after[1:].lstrip()
    item, _, after = rest.partition(",")
    return _scalar(item.strip(), at), after.lstrip()


def _closing(text: str, at: int) -> int:
    mark, index = text[0], 1
    while index < len(text):
        if mark == '"' and text[index] == "\\":
            index += 2
            continue
        if text[index] == mark:
            if mark == "'" and text[index + 1 : index + 2] == "'":
                index += 2
                continue
            return index + 1
        index += 1
    raise Unreadable(at, f"{quoted(text)} has no closing quote")


def _scalar(text: str, at: int) -> str:
    text = text.strip()
    if text[:1] in ('"', "'"):
        if _closing(text, at) != len(text):
            raise Unreadable(at, f"{quoted(text)} goes on after its closing quote; {REMEDY}")
        if text[0] == "'":
            return text[1:-1].replace("''", "'")
        try:
            return str(json.loads(text))
        except ValueError:
            raise Unreadable(at, f"{quoted(text)} has an escape that is not understood; {REMEDY}") from None
    # A colon inside a text, as in an address or a time, is read as text, never as YAML would.
    if text and (text[0] in "&*!|>%@`{[" or " #" in text or text.startswith("#")):
        raise Unreadable(at, f"{quoted(text)} is more YAML than the front matter understands; put it in quotes")
    return text


def _written(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        plain = not value or (_PLAIN.fullmatch(value) and not _RETYPED.fullmatch(value))
        return value if plain else json.dumps(value, ensure_ascii=False)
    if len(value) == 1:
        return f"[{_written(value[0])}]"
    return "[" + ", ".join(map(_written, value)) + "]"
