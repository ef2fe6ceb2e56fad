"""The arguments of `archkit portfolio`; importing them imports nothing else, so that `--help` waits for nothing."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    command.add_argument("files", type=Path, nargs="+", help="Markdown files, or folders with architecture documents")
    command.add_argument("--to", choices=("parquet", "csv"), default="", help="write the frames, one file for each")
    command.add_argument("-o", "--output", type=Path, default=None, metavar="FOLDER", help="where the files go")
    command.add_argument("--jobs", type=int, default=None, metavar="N", help="processes; one for each core if left out")
    command.add_argument("--executor", default="", metavar="ADDRESS", help="a Dask scheduler, as tcp://HOST:PORT")
