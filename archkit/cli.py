"""The command line: argument → call → exit code.

Exit codes: 0 all is well, 1 a check found something to mend, 2 the command could not do its work.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from archkit import __version__
from archkit.errors import ArchkitError, FileProblem

FOUND, FAILED = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A message may hold what the terminal's encoding does not.
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output went away, as `| head` does; what is still in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _run(arguments: Sequence[str] | None) -> int:
    """Run a command and turn every error into one line."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if not hasattr(given, "run"):
        parser.print_help()
        return FAILED
    try:
        return int(given.run(given))
    except BrokenPipeError:
        raise
    except ArchkitError as error:
        if hasattr(given, "debug"):
            raise
        print(f"archkit: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("archkit: stopped", file=sys.stderr)
    except Exception as error:
        if hasattr(given, "debug"):
            raise
        print(f"archkit: {type(error).__name__}: {error}; this is a bug, --debug shows where", file=sys.stderr)
    return FAILED


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    # Without a default, so that a command does not forget what stood before it.
    common.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help="show the traceback of an error"
    )
    parser = argparse.ArgumentParser(
        prog="archkit",
        description="Author architecture documents: plain Markdown files that forms, frames and figures work on.",
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=f"archkit {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(
            name, help=text, description=text, parents=[common], argument_default=argparse.SUPPRESS
        )
        sub.set_defaults(run=run)
        return sub

    _add_commands(command)
    return parser


def _add_commands(command: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]) -> None:
    new = command("new", _new, "Make a new document from the architecture template.")
    new.add_argument("file", type=Path, help="the Markdown file to make")
    new.add_argument("--title", default="", help="what is designed")
    new.add_argument(
        "--from", dest="template", type=Path, default=None, help="a Markdown file of your own to begin with"
    )

    check = command("check", _check, "Say what is wrong in documents, as file:line: message.")
    check.add_argument("files", type=Path, nargs="+", help="Markdown files, or folders with architecture documents")

    export = command("export", _export, "Write the completed template as Markdown or as one HTML file.")
    export.add_argument("file", type=Path, help="the document")
    export.add_argument("-o", "--output", type=Path, default=None, help="a .md or .html file; FILE.html when left out")
    export.add_argument("--template", type=Path, default=None, help="a Jinja2 template of your own")

    lab = command("lab", _lab, "Open JupyterLab on a ready notebook for a document.")
    lab.add_argument(
        "file", type=Path, nargs="?", default=None, help="the document; a copy of the example when left out"
    )
    lab.add_argument("--no-browser", action="store_true", default=False, help="print the address and open no browser")
    lab.add_argument("--port", type=int, default=None, help="the port to listen on")

    example = command("example", _example, "Put a copy of the worked example into a folder.")
    example.add_argument(
        "folder", type=Path, nargs="?", default=Path(), help="where to; the current folder when left out"
    )


def _new(given: argparse.Namespace) -> int:
    from archkit.authoring import new

    print(new(given.file, given.title, given.template).path)
    return 0


def _check(given: argparse.Namespace) -> int:
    from archkit import store
    from archkit.checks import check
    from archkit.format.read import read

    worst = 0
    for file in _documents(given.files):
        try:
            found = check(read(store.read_text(file)))
        except ArchkitError as error:
            print(error, file=sys.stderr)
            worst = FAILED
            continue
        for item in found:
            print(f"{file}:{item}")
        if any(item.severity != "hint" for item in found):
            worst = max(worst, FOUND)
    return worst


def _documents(given: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, and of a folder the Markdown files in it that are architecture documents."""
    for path in given:
        found = sorted(file for file in path.rglob("*.md") if _is_document(file, path)) if path.is_dir() else [path]
        if not found:
            raise FileProblem(path, "there is no architecture document in this folder", "name a file or another folder")
        yield from found


def _is_document(file: Path, folder: Path) -> bool:
    """Whether a file has three of the template's sections; one that cannot be read is for `check` to report."""
    from archkit import store
    from archkit.format.read import read
    from archkit.model.document import outline

    if any(part.startswith(".") for part in file.relative_to(folder).parts) or not file.is_file():
        return False
    try:
        layout = read(store.read_text(file)).document.layout
    except ArchkitError:
        return True
    return len({place.part for place in layout} & {spec.key for spec in outline()} - {"metadata", "title"}) >= 3


def _export(given: argparse.Namespace) -> int:
    from archkit import store
    from archkit.export import export
    from archkit.format.read import read

    manuscript = read(store.read_text(given.file))
    target = given.output or given.file.with_suffix(".html")
    print(export(manuscript.document, target, given.template, source=given.file))
    for item in manuscript.diagnostics:
        print(f"{given.file}:{item}", file=sys.stderr)
    return 0


def _lab(given: argparse.Namespace) -> int:
    from archkit.lab import open_lab

    return open_lab(given.file, browser=not given.no_browser, port=given.port)


def _example(given: argparse.Namespace) -> int:
    from archkit.authoring import example

    print(example(given.folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
