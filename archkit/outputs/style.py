"""A format as a folder of Jinja2 templates: its manifest `template.toml`, read and checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from archkit.errors import ExportError, nearest, quoted
from archkit.outputs.view import DATA_VERSION

MANIFEST = "template.toml"
Origin = Literal["shipped", "yours", "repository", "named"]
_KEYS = ("name", "title", "version", "description", "schema", "files")
_FILE_KEYS = ("template", "file", "each")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_VERSION = re.compile(r"\d+(\.\d+){0,2}([a-z0-9.+-]*)")
_BOUND = re.compile(r"(>=|<=|==|<|>)?\s*(\d{1,4})(?:\.(\d{1,4}))?")
_FILE = re.compile(r"(?:[\w .-]|\{[a-z_]+\})+\.[A-Za-z0-9]{1,10}")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
#: A manifest is a few lines.
_LARGEST = 100_000
#: Lists of the document for whose entries a file can be made.
EACH = ("tasks", "options", "findings", "risks", "components", "phases", "sections")


@dataclass(frozen=True)
class StyleFile:
    """One kind of file that a format makes: its template, its name, and the list for whose entries it is made."""

    template: str
    file: str
    each: str = ""


@dataclass(frozen=True)
class Style:
    """A format that templates make.

    Attributes:
        name: What it is asked for by.
        title: What it is.
        version: The version of the templates.
        description: What it is for, in a sentence.
        schema: The versions of archkit's data that the templates are written for.
        files: The files that it makes.
        folder: Where the templates lie.
        origin: Whether it is shipped, lies in the user's own folder, in the repository of a document, or was named.
    """

    name: str
    title: str
    version: str
    description: str
    schema: str
    files: tuple[StyleFile, ...]
    folder: Path
    origin: Origin

    @property
    def is_folder(self) -> bool:
        """Whether it makes a folder of files."""
        return len(self.files) > 1 or any(file.each for file in self.files)

    @property
    def ending(self) -> str:
        """What follows the document's name in the name of the export: `.madr.md`, or `-tasks` for a folder."""
        if self.is_folder:
            return f"-{self.name}"
        return f".{self.name}.{self.files[0].file.rpartition('.')[2]}"


def read_style(folder: Path, origin: Origin, text: str | None = None) -> Style:
    """Read the manifest of a folder of templates.

    Args:
        folder: The folder.
        origin: Where it was found.
        text: The manifest, where it was read before.

    Raises:
        ExportError: it is missing or wrong; says what would be right.
    """
    path = folder / MANIFEST
    try:
        table = tomllib.loads(_read(path) if text is None else text)
    except FileNotFoundError:
        raise ExportError(f"{path}: there is no manifest; make one with: archkit templates new NAME") from None
    except (OSError, ValueError, RecursionError) as error:
        raise ExportError(f"{path}: the manifest cannot be read ({' '.join(str(error).split())}); mend it") from None
    _check_keys(path, table, _KEYS, "the manifest")
    found = Style(
        name=_text(path, table, "name", _NAME, "lower case letters, digits and -, such as acme-adr"),
        title=_text(path, table, "title"),
        version=_text(path, table, "version", _VERSION, "numbers with dots, such as 1.0.0"),
        description=str(table.get("description", "")),
        schema=_text(path, table, "schema"),
        files=_files(path, table.get("files")),
        folder=folder,
        origin=origin,
    )
    _check_schema(path, found.schema)
    return found


def _read(path: Path) -> str:
    with path.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST:,} bytes")
    return content.decode("utf-8")


def _files(path: Path, given: object) -> tuple[StyleFile, ...]:
    if not isinstance(given, list) or not given or not all(isinstance(entry, dict) for entry in given):
        raise ExportError(f'{path}: no files are named; add [[files]] with template = "record.md.j2" and file = "x.md"')
    return tuple(_file(path, entry) for entry in given)


def _file(path: Path, entry: Mapping[str, Any]) -> StyleFile:
    _check_keys(path, entry, _FILE_KEYS, "an entry of [[files]]")
    template = _text(path, entry, "template")
    if template.startswith("/") or ".." in Path(template).parts:
        raise ExportError(f"{path}: template = {quoted(template)} leaves the folder; name a file in it")
    name = _text(path, entry, "file", _FILE, 'a name with an ending, such as "{number}-{title}.md"')
    each = str(entry.get("each", ""))
    if each and each not in EACH:
        raise ExportError(f"{path}: each = {quoted(each)} is no list of the document; use one of {', '.join(EACH)}")
    if _PLACEHOLDER.search(name) and not each:
        raise ExportError(f"{path}: file = {quoted(name)} has a blank in braces, which only each fills; add each")
    return StyleFile(template, name, each)


def _check_keys(path: Path, table: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    for key in table:
        if key not in known:
            close = nearest(key, known)
            meant = f"did you mean {close}?" if close else f"it has {', '.join(known)}"
            raise ExportError(f"{path}: {what} has no {quoted(key)}; {meant}")


def _text(
    path: Path, table: Mapping[str, Any], key: str, pattern: re.Pattern[str] | None = None, right: str = "a text"
) -> str:
    value = table.get(key)
    if value is None:
        raise ExportError(f'{path}: {key} is missing; add {key} = "…"')
    if not isinstance(value, str) or not value.strip() or (pattern and not pattern.fullmatch(value)):
        raise ExportError(f"{path}: {key} = {quoted(str(value))} does not fit; use {right}")
    return value


def _check_schema(path: Path, schema: str) -> None:
    """Refuse templates that are written for other data."""
    for bound in schema.split(","):
        found = _BOUND.fullmatch(bound.strip())
        if not found:
            raise ExportError(f'{path}: schema = {quoted(schema)} does not fit; use a range such as ">=1, <2"')
        asked = (int(found[2]), int(found[3] or 0))
        fits = {
            ">=": asked <= DATA_VERSION,
            "<=": asked >= DATA_VERSION,
            ">": asked < DATA_VERSION,
            "<": asked > DATA_VERSION,
            "==": asked == DATA_VERSION,
        }
        if not fits.get(found[1] or "==", False):
            here = ".".join(map(str, DATA_VERSION))
            raise ExportError(f"{path}: the templates are for data {schema}, and this archkit has {here}; adapt them")
