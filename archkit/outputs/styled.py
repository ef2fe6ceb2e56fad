"""A document through the templates of a format; those of strangers in a process of their own."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from archkit import trust
from archkit.errors import ExportError
from archkit.importing.blank_lines import single_blanks
from archkit.model.document import Document
from archkit.outputs.losses import all_texts
from archkit.outputs.made import Made
from archkit.outputs.style import MANIFEST, Style, StyleFile, read_style
from archkit.outputs.view import view
from archkit.pages.confined import Job, render_confined
from archkit.pages.no_html import without_html
from archkit.pages.sandboxed import FROM_TEMPLATES, Folder, sandbox, sentence
from archkit.pages.text_filters import slug

_BLANK = re.compile(r"\{([a-z_]+)\}")
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]", re.IGNORECASE)


def render_style(style: Style, document: Document, source: Path | None = None) -> Made:
    """Return the files that a format makes of a document.

    Raises:
        ExportError: a template is wrong, or lies in a repository that is not trusted.
    """
    names = view(document, source)
    known = _known(style)
    if known is not None:
        # The manifest, too, is the one that is trusted, and not one that was read before.
        style = read_style(style.folder, style.origin, known.get(MANIFEST, ""))
    files: dict[str, str | bytes] = {}
    for file in style.files:
        entries = [dict(entry) for entry in names[file.each]] if file.each else None
        job = Job(file.template, style.folder.absolute(), names, ".html" in file.template, known, entries)
        texts = _here(job) if style.origin == "shipped" else render_confined(job)
        for number, text in enumerate(texts, 1):
            name = _free(_file_name(file, (entries or [{}])[number - 1], number), files)
            files[name] = _checked(text, name, file.template, is_ours=style.origin == "shipped")
    said = "\n".join(_said(name, str(content)) for name, content in files.items())
    return Made(files, said, style.is_folder)


def _known(style: Style) -> dict[str, str] | None:
    """Return the texts of a style that somebody else may have written, None where the folder is read as it is."""
    if style.origin != "repository":
        return None
    folder = style.folder.parent
    texts = trust.texts_of(folder)
    if not trust.is_trusted(folder, texts):
        raise ExportError(
            f"{style.folder}: the templates of this repository are not trusted, or have changed since; "
            f"read them, and then say: archkit trust {folder.parent}"
        )
    inside = f"{style.folder.name}/"
    return {name.removeprefix(inside): text for name, text in texts.items() if name.startswith(inside)}


def _here(job: Job) -> list[str]:
    """Return the texts of a template that ships with archkit."""
    try:
        environment = sandbox(Folder(job.folder), [*job.names, "this"], html=job.html)
        template = environment.get_template(job.template)
        contexts = [job.names] if job.each is None else [{**job.names, "this": this} for this in job.each]
        return [template.render(context) for context in contexts]
    except FROM_TEMPLATES as error:
        raise ExportError(sentence(error, job.template)) from None


def _file_name(file: StyleFile, entry: dict[str, Any], number: int) -> str:
    values = {"number": f"{number:02}", **{key: value for key, value in entry.items() if key != "number"}}

    def filled(found: re.Match[str]) -> str:
        if found[1] not in values:
            raise ExportError(f'{file.file}: an entry of "{file.each}" has no "{found[1]}"; use {", ".join(values)}')
        return slug(values[found[1]])

    name = _BLANK.sub(filled, file.file)
    stem = name.partition(".")[0]
    # Windows takes these for devices, whatever their ending.
    return f"{stem}-{name[len(stem) :]}" if _DEVICE.fullmatch(stem.strip()) else name


def _free(name: str, files: dict[str, str | bytes]) -> str:
    stem, dot, ending = name.rpartition(".")
    taken = {other.casefold() for other in files}
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{dot}{ending}"
    return name


def _checked(text: str, name: str, template: str, *, is_ours: bool) -> str:
    """Return a text as it is written: JSON must be JSON; Markdown has single blank lines, and in ours no HTML."""
    if name.endswith(".json"):
        try:
            return json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
        except (ValueError, RecursionError) as error:
            raise ExportError(f"{template}: what it writes is no JSON ({error}); write values with | json") from None
    if not name.endswith(".md"):
        return text
    front, mark, body = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    # Fields that stand side by side can make a tag of what was none in each.
    return single_blanks((front + mark + (without_html(body) if is_ours else body)).split("\n")) + "\n"


def _said(name: str, content: str) -> str:
    if name.endswith(".json"):
        return "\n".join(all_texts(json.loads(content)))
    return html.unescape(content.replace("<br>", " "))
