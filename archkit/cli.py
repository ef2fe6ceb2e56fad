"""The command line: argument → call → exit code.

Exit codes: 0 all is well, 1 a check found something to mend, 2 the command could not do its work, 130 a person stopped
it (128 and the number of the signal, as shells say it).
"""

from __future__ import annotations

import argparse
import atexit
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from archkit import __version__, commands
from archkit.commands import FAILED
from archkit.errors import ArchkitError
from archkit.outputs.terminal import shown_streams
from archkit.portfolios.arguments import add_arguments as portfolio_arguments
from archkit.research.arguments import add_arguments as research_arguments
from archkit.site.arguments import add_build_arguments, add_generate_arguments

STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    if arguments is None:
        # The process is ours alone. To look for garbage while all is imported, and again at its end, took 0.1 s.
        gc.set_threshold(10_000)
        atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A message may hold what the terminal's encoding does not.
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            with shown_streams():
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
        return STOPPED
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
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        sub = subparsers.add_parser(
            name, help=text, description=text, parents=[common], argument_default=argparse.SUPPRESS
        )
        sub.set_defaults(run=run)
        return sub

    _add_commands(command)
    return parser


def _add_commands(command: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]) -> None:
    new = command("new", commands.new, "Make a new document from the architecture template.")
    new.add_argument("file", type=Path, help="the Markdown file to make")
    new.add_argument("--title", default="", help="what is designed")
    new.add_argument(
        "--from", dest="template", type=Path, default=None, help="a Markdown file of your own to begin with"
    )

    _add_check(command("check", commands.check, "Say what a reviewer would send back, as file:line:column: message."))

    _add_export(command)

    lab = command("lab", commands.lab, "Open JupyterLab on a ready notebook for a document.")
    lab.add_argument(
        "file", type=Path, nargs="?", default=None, help="the document; a copy of the example when left out"
    )
    lab.add_argument("--no-browser", action="store_true", default=False, help="print the address and open no browser")
    lab.add_argument("--port", type=int, default=None, help="the port to listen on")

    studio = command("studio", commands.studio, "Open the studio of a document in the browser, without a notebook.")
    studio.add_argument("file", type=Path, help="the document")
    studio.add_argument("--no-browser", action="store_true", default=False, help="print the address alone")
    studio.add_argument("--port", type=int, default=None, help="the port to listen on; a free one when left out")

    example = command("example", commands.example, "Put a copy of the worked example into a folder.")
    example.add_argument(
        "folder", type=Path, nargs="?", default=Path(), help="where to; the current folder when left out"
    )

    imported = command("import", commands.import_, "Make architecture documents of existing ones, with every word.")
    imported.add_argument("files", type=Path, nargs="+", help="Markdown, JSON-ADR, CSV or XLSX files, or folders")
    imported.add_argument("-o", "--output", type=Path, default=None, help="the document; for several files a folder")
    imported.add_argument("--as", dest="style", default="", help="the style, or the section of a list; else recognised")
    imported.add_argument("--report", type=Path, default=None, help="a .txt, .md or .json file for what went where")
    imported.add_argument("--json", action="store_true", default=False, help="print the report as JSON")
    imported.add_argument("--force", action="store_true", default=False, help="replace documents that are there")

    research = command("research", commands.research, "Look documentation up at a Context7 server, as findings.")
    research_arguments(research)

    add_build_arguments(command("build", commands.build, "Build a site of documents: pages, index, search, map, feed."))
    add_generate_arguments(command("generate", commands.generate, "Write made-up documents, for trials."))

    portfolio_arguments(command("portfolio", commands.portfolio, "Say what many documents hold together."))

    _add_git_commands(command)


def _add_export(
    command: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser],
) -> None:
    export = command("export", commands.export, "Write a document as Markdown, HTML, or in another format.")
    export.add_argument("file", type=Path, help="the document")
    export.add_argument(
        "--to",
        default="",
        metavar="FORMAT",
        help="markdown, html, decider, y-statement, json, csv, xlsx, or what archkit templates list shows",
    )
    export.add_argument(
        "-o", "--output", type=Path, default=None, help="where to, - to print it; else beside the document, as HTML"
    )
    export.add_argument(
        "--template", type=Path, default=None, help="a Jinja2 template of your own, or a folder of them"
    )
    export.add_argument("--strict", action="store_true", default=False, help="exit with 1 when anything is not carried")

    templates = command("templates", commands.templates, "List, show or make the templates of formats.")
    templates.add_argument("action", choices=("list", "show", "new"), nargs="?", default="list", help="what to do")
    templates.add_argument("name", nargs="?", default="", help="which templates")
    templates.add_argument(
        "--like", default="madr", metavar="NAME", help="what new ones begin with; madr when left out"
    )
    templates.add_argument("--user", action="store_true", default=False, help="make them for you, in any repository")
    templates.add_argument(
        "--beside", type=Path, default=Path(), metavar="PATH", help="the document or folder; here when left out"
    )

    trust = command("trust", commands.trust, "Let the templates of a repository run, as they are now.")
    trust.add_argument("path", type=Path, nargs="?", default=Path(), help="a folder in it, or a document")
    trust.add_argument("--list", action="store_true", default=False, help="show what is trusted")
    trust.add_argument("--remove", action="store_true", default=False, help="trust it no more")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", type=Path, nargs="+", help="Markdown files, or folders with architecture documents")
    check.add_argument(
        "--format", choices=("text", "json", "sarif", "github", "junit"), default="text", help="the form of the report"
    )
    check.add_argument("-o", "--output", type=Path, default=None, help="a file for the report, in place of the screen")
    check.add_argument("--select", type=_rules, default=(), metavar="RULES", help="only these rules: a,b,c")
    check.add_argument("--ignore", type=_rules, default=(), metavar="RULES", help="all but these rules: a,b,c")
    check.add_argument(
        "--strict", action="store_true", default=False, help="what a strict reviewer demands is an error"
    )
    check.add_argument("--fix", action="store_true", default=False, help="mend what needs no person, in the files")
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "hint"),
        default="warning",
        help="how bad it must be for exit code 1; warning when left out",
    )
    check.add_argument("--isolated", action="store_true", default=False, help="read no pyproject.toml")


def _rules(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _add_git_commands(
    command: Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser],
) -> None:
    diff = command("diff", commands.diff, "Say what changed between two versions, in the author's words.")
    diff.add_argument("old", type=Path, help="the document before")
    diff.add_argument("new", type=Path, help="the document after")
    diff.add_argument(
        "--form", choices=("text", "markdown", "json"), default="text", help="markdown is for a pull request"
    )

    setup = command("git-setup", commands.git_setup, "Let git merge and show architecture documents with archkit.")
    setup.add_argument("repository", type=Path, nargs="?", default=Path(), help="a folder in the repository")
    setup.add_argument("--remove", action="store_true", default=False, help="take out what was installed")

    merge = command("merge", commands.merge, "Merge three versions of a document: git's merge driver.")
    for name, text in (
        ("base", "what both began with"),
        ("mine", "one side, replaced by the result"),
        ("theirs", "the other"),
    ):
        merge.add_argument(name, type=Path, help=text)
    merge.add_argument("name", nargs="?", default="", help="the file's name in the repository, for messages")

    textconv = command("textconv", commands.textconv, "Print a document as one line for each field, for git diff.")
    textconv.add_argument("file", type=Path, help="the document")


if __name__ == "__main__":
    sys.exit(main())
