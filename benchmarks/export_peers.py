"""What an export of the example costs beside other tools that make the same kinds of files of the same content.

    python benchmarks/export_peers.py [runs]

Whole processes with compiled bytecode, in turn: nbconvert on a notebook, pandoc, mkdocs with material and sphinx with
myst-parser on the completed Markdown of the example. The peers compute nothing and draw no figures; the notebook holds
its figures already. Exit code 1 when a page takes more than 0.7 s of CPU or a third of what nbconvert takes, or a PDF
more than 2 s. A peer that is not installed is left out.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat
from cpu import compile_bytecode, medians
from export import notebook

import archkit

#: What a page and a PDF may take, in seconds of CPU of a whole process, and a page beside nbconvert.
PAGE, PDF, SHARE = 0.7, 2.0, 1 / 3

_MKDOCS = "site_name: x\ntheme:\n  name: material\n  font: false\nplugins: []\nmarkdown_extensions: [tables]\n"
_SPHINX = 'extensions = ["myst_parser"]\nproject = "x"\nhtml_theme = "alabaster"\nsuppress_warnings = ["myst"]\n'


def main(runs: int = 5) -> int:
    """Measure, print and return 1 when a limit is broken."""
    compile_bytecode()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _content(folder)
        found = _commands()
        times = medians({label: command for label, (command, _) in found.items()}, runs, folder)
        print(f"median CPU of {runs} runs in turn")
        for label, seconds in times.items():
            size = (folder / found[label][1]).stat().st_size / 1000
            print(f"{label:24} {seconds:5.2f} s   {size:5.0f} kB")
    page, nbconvert = times["archkit html"], times["nbconvert html"]
    print(f"a page takes {page:.2f} s (at most {PAGE}) and {page / nbconvert:.2f} of nbconvert (at most {SHARE:.2f})")
    pdf = times.get("archkit pdf", 0.0)
    print(f"a PDF takes {pdf:.2f} s (at most {PDF:.0f})")
    return int(page > PAGE or page > SHARE * nbconvert or pdf > PDF)


def _content(folder: Path) -> None:
    """Write the example in the shape that each tool reads."""
    document = archkit.open(archkit.example(folder))
    document.path.rename(folder / "example.md")
    text = document.export(folder / "completed.md", to="markdown").read_text(encoding="utf-8")
    nbformat.write(notebook(document), folder / "example.ipynb")
    for name in ("docs", "source"):
        (folder / name).mkdir()
        (folder / name / "index.md").write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    (folder / "source" / "conf.py").write_text(_SPHINX, encoding="utf-8")


def _commands() -> dict[str, tuple[list[str], str]]:
    """Return the commands by what they make and with what, each with a file that it writes."""
    python = [sys.executable, "-m"]
    ours = [*python, "archkit.cli", "export", "example.md", "-o"]
    found = {
        "archkit html": ([*ours, "x.html"], "x.html"),
        "archkit docx": ([*ours, "x.docx"], "x.docx"),
        "archkit pdf": ([*ours, "x.pdf"], "x.pdf"),
        "nbconvert html": ([*python, "nbconvert", "--to", "html", "--no-input", "example.ipynb"], "example.html"),
    }
    if pandoc := _pandoc():
        for kind in ("html", "docx"):
            command = [pandoc, "completed.md", "--standalone", "--toc", "-o", f"p.{kind}"]
            found[f"pandoc {kind}"] = (command, f"p.{kind}")
    if importlib.util.find_spec("material"):
        found["mkdocs material"] = ([*python, "mkdocs", "build", "-q", "-d", "out"], "out/index.html")
    if importlib.util.find_spec("myst_parser"):
        found["sphinx myst-parser"] = ([*python, "sphinx", "-q", "-E", "source", "built"], "built/index.html")
    return found


def _pandoc() -> str:
    """Return the path of pandoc, "" where there is none."""
    if importlib.util.find_spec("pypandoc"):
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    return shutil.which("pandoc") or ""


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
