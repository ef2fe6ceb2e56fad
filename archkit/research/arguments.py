"""What `archkit research` takes; apart from its work, so that `archkit --help` waits for nothing."""

from __future__ import annotations

import argparse


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    command.add_argument("library", nargs="?", default="", help="its name, or its id such as /vercel/next.js")
    command.add_argument("question", nargs="?", default="", help="one question; it is sent to the server")
    command.add_argument("--version", default="", metavar="V", help="the version of the library")
    command.add_argument("--paste", action="store_true", default=False, help="read an agent's answer from the input")
    command.add_argument(
        "--from", dest="source", default=None, metavar="FILE.json", help="read an answer that a client wrote"
    )
    command.add_argument("--to", default=None, metavar="FILE", help="the document that gets the picked snippets")
    command.add_argument("--pick", default="", metavar="NUMBERS", help="snippets to keep: 1,3 or 2-4 or all")
    command.add_argument("--json", action="store_true", default=False, help="print the answer as JSON")
    command.add_argument("--fresh", action="store_true", default=False, help="ask again, whatever is kept on disk")
