"""Where an export goes: a file whose ending fits its format, or the standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from archkit.errors import ExportError
from archkit.outputs.made import Made

#: What stands for the standard output in place of a file.
STANDARD_OUTPUT = Path("-")


def check_ending(path: Path, title: str, ending: str, formats: dict[str, str]) -> None:
    """Refuse a target whose ending promises another format; an ending that is no format's may stand.

    Args:
        path: The file, or the folder for a format of several files.
        title: What is exported.
        ending: What its file ends in, such as `.decider.html`; of a folder, a text without a dot.
        formats: The name of the format that each ending promises.

    Raises:
        ExportError: the ending belongs to another format.
    """
    own, asked = Path(f"x{ending}").suffix, path.suffix.casefold()
    if asked not in formats or asked == own or (not own and path.is_dir()):
        return
    made = f"a file that ends in {own}" if own else "a folder of files"
    right = f"name it {path.with_suffix(own).name}" if own else f"name a folder, such as {path.stem}"
    raise ExportError(f"{path}: {title} is {made}, not {asked}; {right}, or say --to {formats[asked]}")


def check_text(path: Path, formats: dict[str, str], binary: set[str]) -> None:
    """Refuse a target of a template of one's own, which makes text, where its ending promises none.

    Raises:
        ExportError: the ending belongs to a format that is no text.
    """
    asked = path.suffix.casefold()
    if asked in binary:
        raise ExportError(
            f"{path}: a template makes text, not {asked}; name it {path.with_suffix('.html').name}, "
            f"or say --to {formats[asked]} without the template"
        )


def print_text(made: Made, title: str) -> None:
    """Print an export that is one text; a terminal gets nothing that it would obey, everything else each byte.

    Raises:
        ExportError: it is a folder of files, or no text.
    """
    content = next(iter(made.files.values()), "")
    if made.is_folder or isinstance(content, bytes):
        kind = "a folder of files" if made.is_folder else "no text"
        raise ExportError(f"-: {title} is {kind} and cannot be printed; give -o a name")
    if sys.stdout.isatty():
        print(content, end="")
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8"))
    sys.stdout.buffer.flush()
