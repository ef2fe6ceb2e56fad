"""Files → documents beside them: what kind each file is, where its document goes, and what happened to each."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archkit import store
from archkit.errors import ArchkitError, FileProblem, SettingsError, quoted
from archkit.importing.decode import decoded
from archkit.importing.importing import Imported, import_text
from archkit.importing.json_adr import import_json
from archkit.importing.own_frames import FILES, is_file_of
from archkit.importing.pasted import import_pasted
from archkit.importing.row_columns import ROWS
from archkit.importing.sheets import import_csv, import_frames, import_xlsx
from archkit.importing.styles import NAMES

#: Names of files that a folder is searched for.
SUFFIXES = (".md", ".markdown", ".mdown", ".csv", ".tsv", ".xlsx", ".json")
_ENDING = "-architecture.md"
#: What the name of a folder ends with that was exported as CSV.
_FRAMES = "-csv"
_LONGEST_TITLES = 100_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its document and where that was written, or what went wrong."""

    source: Path
    target: Path | None = None
    imported: Imported | None = None
    problem: str = ""


def import_file(path: Path, style: str = "") -> Imported:
    """Read a file as an architecture document; the file is not touched.

    Args:
        path: Markdown in any style and encoding, JSON-ADR, CSV or XLSX, or a folder that was exported as CSV.
        style: A style, or the key of the section whose rows it holds; "" to recognise it.

    Raises:
        FileProblem: it cannot be read.
        SettingsError: there is no such style.
    """
    if style and style not in NAMES and style not in ROWS:
        known = ", ".join((*NAMES, *ROWS))
        raise SettingsError("--as", f"{quoted(style)} is neither a style nor a section", f"use one of {known}")
    if not style and (tables := _frames_in(path)):
        texts = {file.stem: _text(file) for file in tables}
        return import_frames(texts, str(path.with_name(path.name.removesuffix(_FRAMES))))
    suffix = path.suffix.casefold()
    section = style if style in ROWS else ""
    if suffix in (".xlsx", ".xlsm"):
        _content(path)
        return import_xlsx(path, section)
    text = _text(path)
    if suffix in (".csv", ".tsv"):
        return import_csv(text, str(path), section)
    if section:
        return import_pasted(text, section, str(path))
    if suffix == ".json":
        return import_json(text, str(path))
    return import_text(text, str(path), style)


def _text(path: Path) -> str:
    text, _ = decoded(_content(path))
    if "\x00" in text:
        raise FileProblem(path, "this is no text (it has NUL bytes)", "take the file out, or save it as text")
    return text


def _content(path: Path) -> bytes:
    with store.told(path):
        if path.is_dir():
            raise FileProblem(path, "it is a folder", "name a file in it")
        # A pipe without a writer would be waited for without an end.
        if path.exists() and not path.is_file():
            raise FileProblem(path, "it is no ordinary file", "save its text in a file")
        with path.open("rb") as stream:
            content = stream.read(store.MAX_BYTES + 1)
    if len(content) > store.MAX_BYTES:
        raise FileProblem(path, "the file is too large", f"a document has at most {store.MAX_BYTES // 1_000_000} MB")
    return content


def files_in(paths: Sequence[Path]) -> list[Path]:
    """Return the given files, and those in the given folders that may be documents but no earlier imports.

    A folder that archkit exported as CSV is one document, and stands for its files.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(file for file in path.rglob("*") if file.suffix.casefold() in SUFFIXES and file.is_file())
        inside = [file for file in inside if not file.name.endswith(_ENDING) and not _is_hidden(file, path)]
        folders = {folder: _frames_in(folder) for folder in {file.parent for file in inside}}
        found += [file.parent if file in folders[file.parent] else file for file in inside]
    return list(dict.fromkeys(found))


def _frames_in(folder: Path) -> list[Path]:
    """Return the CSV files of a folder that holds several, all with the names and columns of archkit's frames."""
    tables = sorted(folder.glob("*.csv")) if folder.is_dir() else []
    if len(tables) < 2 or not {table.stem for table in tables} <= FILES:
        return []
    return tables if all(is_file_of(table.stem, _titles(table)) for table in tables) else []


def _titles(table: Path) -> list[str]:
    """Return the titles of the columns of a CSV file, none where it cannot be read."""
    try:
        with table.open(encoding="utf-8-sig", newline="") as stream:
            return next(csv.reader([stream.readline(_LONGEST_TITLES)]), [])
    except (OSError, UnicodeDecodeError, csv.Error):
        return []


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") or part == "node_modules" for part in file.relative_to(folder).parts)


def import_files(paths: Sequence[Path], output: Path | None, style: str = "", *, force: bool = False) -> list[Outcome]:
    """Import files and folders; one that fails stops none of the others.

    Args:
        paths: What to import.
        output: The document for one file, the folder for several; beside each source when None.
        style: See `import_file`.
        force: Whether a document that is there is replaced.
    """
    files = files_in(paths)
    single = len(files) == 1 and not any(path.is_dir() for path in paths)
    outcomes: list[Outcome] = []
    taken: set[str] = set()
    for path in files:
        target = _target(path, output, single=single, taken=taken)
        taken.add(_folded(target))
        try:
            imported = import_file(path, style)
            _write(path, target, imported.text, force=force)
            outcomes.append(Outcome(path, target, imported))
        except ArchkitError as problem:
            outcomes.append(Outcome(path, problem=str(problem)))
    return outcomes


def _target(path: Path, output: Path | None, *, single: bool, taken: set[str]) -> Path:
    if output is not None and single and not output.is_dir():
        return output
    folder = output if output is not None else path.parent
    stem = _stem(path)
    target = folder / f"{stem}{_ENDING}"
    number = 2
    while _folded(target) in taken or target.resolve() == path.resolve():
        target = folder / f"{stem}-{number}{_ENDING}"
        number += 1
    return target


def _stem(path: Path) -> str:
    """Return what the name of a document begins with: that of its source, without the ending that documents have."""
    stem = path.stem.removesuffix(_FRAMES) if path.is_dir() else path.stem
    if stem.casefold() in ("readme", "index", "architecture"):
        stem = f"{path.resolve().parent.name}-{stem}"
    ending = _ENDING.removesuffix(".md")
    # An export has its format behind it: `queue-architecture.madr.md`.
    return stem.removesuffix(ending).replace(f"{ending}.", ".") or stem


def _folded(path: Path) -> str:
    """Return a path as a disk sees it that knows neither case nor forms of a letter."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def _write(path: Path, target: Path, text: str, *, force: bool) -> None:
    with store.told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and path.exists() and target.samefile(path):
            raise FileProblem(target, "this is the file that is imported", "name another one with -o")
        if target.exists() and not force:
            raise FileProblem(target, "there is a file already", "name another one with -o, or replace it with --force")
    store.write_text(target, text, expected="" if target.exists() else None)
