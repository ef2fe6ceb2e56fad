"""The command line: argument → call → exit code.

Exit codes: 0 all is well, 1 a check found something to mend, 2 the command could not do its work.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from archkit import __version__
from archkit.errors import ArchkitError

FOUND, FAILED = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if not hasattr(given, "run"):
        parser.print_help()
        return FAILED
    try:
        return int(given.run(given))
    except ArchkitError as error:
        if given.debug:
            raise
        print(f"archkit: {error}", file=sys.stderr)
    except BrokenPipeError:
        # The reader of our output went away, as `| head` does.
        sys.stderr.close()
    except KeyboardInterrupt:
        print("archkit: stopped", file=sys.stderr)
    except Exception as error:
        if given.debug:
            raise
        print(f"archkit: {type(error).__name__}: {error}; this is a bug, --debug shows where", file=sys.stderr)
    return FAILED


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show the traceback of an error")
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

    new = command("new", _new, "Make a new document from the architecture template.")
    new.add_argument("file", type=Path, help="the Markdown file to make")
    new.add_argument("--title", default="", help="what is designed")
    new.add_argument(
        "--from", dest="template", type=Path, default=None, help="a Markdown file of your own to begin with"
    )

    check = command("check", _check, "Say what is wrong in documents, as file:line: message.")
    check.add_argument("files", type=Path, nargs="+", help="Markdown files")

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
    return parser


def _new(given: argparse.Namespace) -> int:
    from archkit.authoring import new

    print(new(given.file, given.title, given.template).path)
    return 0


def _check(given: argparse.Namespace) -> int:
    from archkit import store
    from archkit.checks import check
    from archkit.format.read import read

    worst = 0
    for file in given.files:
        try:
            text = store.read_text(file)
        except ArchkitError as error:
            print(error, file=sys.stderr)
            worst = FAILED
            continue
        found = check(read(text))
        for item in found:
            hint = "hint: " if item.severity == "hint" else ""
            print(f"{file}:{item.line}: {hint}{item.message}")
        if any(item.severity != "hint" for item in found):
            worst = max(worst, FOUND)
    return worst


def _export(given: argparse.Namespace) -> int:
    from archkit import store
    from archkit.export import export
    from archkit.format.read import read

    manuscript = read(store.read_text(given.file))
    target = given.output or given.file.with_suffix(".html")
    if target.resolve() == given.file.resolve():
        print(f"archkit: {target}: the export would replace the document itself; name another file", file=sys.stderr)
        return FAILED
    print(export(manuscript.document, target, given.template))
    for item in manuscript.diagnostics:
        print(f"{given.file}:{item.line}: {item.message}", file=sys.stderr)
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
