"""What an export of the example costs, beside nbconvert on a notebook that shows the same content.

    python benchmarks/export.py [runs]

Whole processes with compiled bytecode, in turn; exit code 1 when archkit takes more CPU than nbconvert. The notebook
is built from the example itself: its Markdown in cells, and the figures of `doc.compare()`, `doc.total_effort()` and
`doc.risk_grid()` as stored outputs.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import nbformat
from cpu import compile_bytecode, medians
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import archkit
from archkit.authoring import ArchitectureDocument


def main(runs: int = 5) -> int:
    """Measure, print and return 1 when archkit takes more CPU than nbconvert."""
    compile_bytecode()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = archkit.open(archkit.example(folder))
        nbformat.write(notebook(document), folder / "example.ipynb")
        example = document.path.name
        archkit_export = [sys.executable, "-m", "archkit.cli", "export", example, "-o", "x.html"]
        nbconvert = [sys.executable, "-m", "nbconvert", "--to", "html", "--no-input", "example.ipynb"]
        times = medians({"archkit export": archkit_export, "nbconvert": nbconvert}, runs, folder)
        sizes = {"archkit export": folder / "x.html", "nbconvert": folder / "example.html"}
        print(f"median CPU of {runs} runs in turn")
        for name, seconds in times.items():
            print(f"{name:16} {seconds:.2f} s   {sizes[name].stat().st_size / 1000:.0f} kB")
    ratio = times["archkit export"] / times["nbconvert"]
    print(f"archkit takes {ratio:.2f} of nbconvert")
    return int(ratio > 1)


def notebook(document: ArchitectureDocument) -> nbformat.NotebookNode:
    """Return a notebook that shows what a document's page shows, as if its cells had been run."""
    sections = document.text.split("\n## ")
    cells = [new_markdown_cell(sections[0]), *(new_markdown_cell(f"## {section}") for section in sections[1:])]
    for result in (document.compare(), document.total_effort(), document.risk_grid()):
        bundle = shown(result.plot())
        cells.append(new_code_cell("plot()", outputs=[new_output("display_data", data=bundle)]))
    return new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})


def shown(figure: object) -> dict[str, str]:
    """Return the mime bundle with which a figure shows itself in a notebook."""
    bundle = figure._repr_mimebundle_()  # type: ignore[attr-defined]
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    return {kind: content for kind, content in data.items() if isinstance(content, str)}


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
