"""What `archkit build` and `archkit generate` take; apart from the work, so that `--help` waits for nothing."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_build_arguments(command: argparse.ArgumentParser) -> None:
    """Say what `archkit build` takes."""
    command.add_argument("files", type=Path, nargs="+", help="documents, or folders with architecture documents")
    command.add_argument("-o", "--output", type=Path, required=True, help="the folder of the site")
    command.add_argument("--title", default="", help="what the site is called")
    command.add_argument("--full", action="store_true", default=False, help="build every page, whatever is there")
    command.add_argument("--jobs", type=int, default=None, help="processes; one for each core when left out")
    command.add_argument("--executor", default="", metavar="tcp://…", help="a Dask scheduler, in place of --jobs")
    command.add_argument("--seconds", type=float, default=60.0, help="how long one document may take; 60 when left out")
    command.add_argument("--watch", action="store_true", default=False, help="show it in a browser, and keep it fresh")
    command.add_argument("--host", default="127.0.0.1", help="with --watch: where to listen; this machine alone")
    command.add_argument("--port", type=int, default=8400, help="with --watch: the port; 0 for any free one")


def add_generate_arguments(command: argparse.ArgumentParser) -> None:
    """Say what `archkit generate` takes."""
    command.add_argument("folder", type=Path, help="where to; a new or empty folder")
    command.add_argument("--documents", type=int, default=100, metavar="N", help="how many; 100 when left out")
    command.add_argument("--seed", type=int, default=1959, metavar="S", help="the same seed gives the same files")
    command.add_argument("--faulty", type=float, default=0.01, help="share of faulty files, 0–1; 0.01 when left out")
    command.add_argument("--size", type=float, default=1.0, help="how large they are; 1 is 30 kB on average")
