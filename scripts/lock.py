"""Pin every dependency, with hashes and without the address it came from: `make lock` runs this.

Three files: `requirements/dev.txt` is what `make` installs, `requirements/base.txt` what a reader of the wheel
needs, `requirements/bench.txt` the tools that the benchmarks are compared with; all at the same versions. They
serve every Python from 3.11 and every system; uv does the resolving.
"""

import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path("requirements")
LOCKS = {
    "dev.txt": ["--all-extras", "--group", "test", "--upgrade"],
    "bench.txt": ["--group", "bench", "--constraint", str(REQUIREMENTS / "dev.txt"), "--upgrade"],
    "base.txt": ["--constraint", str(REQUIREMENTS / "dev.txt"), "--upgrade"],
}


def lock(name: str, selection: list[str]) -> None:
    """Write one lock file."""
    options = ["--universal", "--python-version=3.11", "--generate-hashes"]
    without_addresses = ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command=make lock"]
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "pyproject.toml"]
    target = f"--output-file={REQUIREMENTS / name}"
    subprocess.run([*command, *selection, *options, *without_addresses, target], check=True)


if __name__ == "__main__":
    for name, selection in LOCKS.items():
        lock(name, selection)
