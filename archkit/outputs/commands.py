"""What `archkit templates` and `archkit trust` do."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from archkit import store, trust
from archkit.errors import ArchkitError, ExportError, nearest, quoted
from archkit.outputs.style import MANIFEST, Style, read_style
from archkit.outputs.styles import own_folder, styles

_WHERE = {
    "shipped": "shipped with archkit",
    "yours": "yours",
    "repository": "of this repository",
    "named": "named",
}


def templates(given: argparse.Namespace) -> int:
    """List, show or make templates.

    Raises:
        ExportError: no name is given where one is needed.
    """
    if given.action == "list":
        return list_templates(given.beside)
    if not given.name:
        raise ExportError(f"which templates? say: archkit templates {given.action} NAME")
    if given.action == "show":
        return show_template(given.name, given.beside)
    folder = given.beside if given.beside.is_dir() else given.beside.parent
    return new_template(given.name, given.like, folder, is_users=given.user)


def list_templates(beside: Path) -> int:
    """Print every format of templates, and what is wrong with those that are none."""
    found, problems = styles(beside)
    width = max(len(style.name) for style in found)
    for style in found:
        print(f"{style.name:<{width}}  {style.title} (templates {style.version}, {_where(style)}): {style.description}")
    for problem in problems:
        print(f"archkit: {problem}", file=sys.stderr)
    return 1 if problems else 0


def show_template(name: str, beside: Path) -> int:
    """Print what is known of a format of templates."""
    style = _style(name, beside)
    print(f"{style.name}: {style.title} (templates {style.version}, {_where(style)})")
    print(style.description)
    print(f"folder: {style.folder}")
    print(f"written for data: {style.schema}")
    for file in style.files:
        print(f"{file.template} makes {file.file}" + (f" for each of {file.each}" if file.each else ""))
    return 0


def new_template(name: str, like: str, folder: Path, *, is_users: bool = False) -> int:
    """Make a folder of templates by copying those of a format, and print where it is and how to try it."""
    base = own_folder() if is_users else folder / trust.FOLDER
    style, target = _style(like, folder), base / name
    taken = [other for other in styles(folder)[0] if other.name == name]
    if target.exists() or taken:
        where = target if target.exists() else taken[0].folder
        raise ExportError(f'{where}: there is a format "{name}" already; choose another name')
    texts = trust.texts_of(style.folder)
    texts[MANIFEST] = _renamed(texts[MANIFEST], style, name)
    read_style(target, "named", texts[MANIFEST])
    for inside, text in sorted(texts.items()):
        path = target / inside
        with store.told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        store.write_text(path, text, expected=None)
    print(target)
    print(f"change its templates, and try them with: archkit export FILE --template {target}", file=sys.stderr)
    if not is_users:
        print(f"for --to {name}, say once they are as they should be: archkit trust {folder}", file=sys.stderr)
    return 0


def trust_templates(path: Path, *, is_list: bool = False, is_removed: bool = False) -> int:
    """Trust the templates beside a path, list what is trusted, or trust no more."""
    if is_list:
        for known, digest in sorted(trust.trusted().items()):
            print(f"{digest[:16]}  {known}{_state(Path(known), digest)}")
        return 0
    folder = path if path.name == trust.FOLDER else trust.templates_beside(path)
    if is_removed:
        gone = folder or path / trust.FOLDER
        if not trust.distrust(gone):
            raise ExportError(f"{gone}: it is not trusted; archkit trust --list shows what is")
        print(f"trusted no more: {gone}")
        return 0
    if folder is None or not folder.is_dir():
        raise ExportError(f"{path}: there is no folder {trust.FOLDER} here or above; name the folder that has one")
    texts = trust.texts_of(folder)
    trust.trust(folder, texts)
    print(f"trusted as it is now: {folder}")
    for name in sorted(texts):
        print(f"  {name}")
    return 0


def _state(folder: Path, digest: str) -> str:
    try:
        is_same = trust.digest(trust.texts_of(folder)) == digest if folder.is_dir() else None
    except ArchkitError:
        is_same = False
    return {None: " (is gone)", False: " (has changed: trust it anew)", True: ""}[is_same]


def _where(style: Style) -> str:
    if style.origin != "repository":
        return _WHERE[style.origin]
    folder = style.folder.parent
    try:
        is_trusted = trust.is_trusted(folder, trust.texts_of(folder))
    except ArchkitError as error:
        return f"{_WHERE[style.origin]}, cannot be trusted ({error})"
    return f"{_WHERE[style.origin]}, {'trusted' if is_trusted else 'not trusted'}"


def _style(name: str, beside: Path) -> Style:
    found, _ = styles(beside)
    for style in found:
        if style.name == name:
            return style
    names = [style.name for style in found]
    close = nearest(name, names)
    meant = f"did you mean {close}? " if close else ""
    raise ExportError(f"there are no templates {quoted(name)}; {meant}there are {', '.join(names)}")


def _renamed(manifest: str, style: Style, name: str) -> str:
    lines = manifest.replace(f'name = "{style.name}"', f'name = "{name}"', 1)
    return lines.replace(f'title = "{style.title}"', f'title = "{name}, after {style.title}"', 1)
