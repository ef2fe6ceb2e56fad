"""Run the notebooks of the manual from top to bottom and keep what they show: `make notebooks`.

Whoever changes a number, a table or a figure runs this, reads the difference and commits it; `make check` runs the
same notebooks and compares. What differs between two runs or two machines is left out: times, widgets that are gone
with their kernel (their words stay), the version of Python. A notebook that fails is told and stays as it was.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

# It comes with nbval, which runs the notebooks in the same way.
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
SECONDS_PER_CELL = 120
_WIDGET = "application/vnd.jupyter.widget-view+json"


def run(path: Path) -> None:
    """Run a notebook in an empty folder and write it with its outputs.

    Raises:
        CellExecutionError: a cell failed; nothing is written.
        CellTimeoutError: a cell took longer than `SECONDS_PER_CELL`.
        DeadKernelError: the kernel ended.
    """
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    with TemporaryDirectory() as folder:
        resources = {"metadata": {"path": folder}}
        client = NotebookClient(
            notebook,
            timeout=SECONDS_PER_CELL,
            record_timing=False,
            resources=resources,
            extra_arguments=["--log-level=ERROR"],
        )
        client.execute()
    lasting(notebook)
    nbformat.validate(notebook)
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


def lasting(notebook: nbformat.NotebookNode) -> None:
    """Leave out of a notebook what the next run, or another machine, would write differently."""
    notebook.metadata.pop("widgets", None)
    notebook.metadata.get("language_info", {}).pop("version", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(_WIDGET, None)


def main(names: list[str]) -> int:
    """Run the named notebooks, or all, and return 1 when one failed."""
    failed = 0
    for path in [Path(name) for name in names] or sorted(FOLDER.glob("*.ipynb")):
        try:
            run(path)
            print(f"ran {path.name}", flush=True)
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            print(f"{path.name} failed and stays as it was:\n{error}", file=sys.stderr)
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
