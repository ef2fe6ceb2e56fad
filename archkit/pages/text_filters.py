"""Filters of templates: what a value becomes in its place, so that it stays text and breaks nothing around it.

They are imported by the process that renders a stranger's template, so what is slow to import waits until it is used.
"""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from typing import Any

from jinja2 import pass_eval_context
from jinja2.filters import do_xmlattr
from markupsafe import Markup

_SCHEME = re.compile(r"\s*(?:javascript|vbscript|data|file|blob|filesystem)\s*:", re.IGNORECASE)
# What a browser leaves out of an address before it looks at the scheme.
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
# What YAML of any version reads as the text that it is.
_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9_ ./@()-]*[A-Za-z0-9_)])?")
# YAML takes a key of more for a text, unless it is marked.
_LONGEST_KEY = 1_000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RETYPED = re.compile(r"true|false|yes|no|on|off|y|n|null|inf|nan", re.IGNORECASE)
_NO_SLUG = re.compile(r"[\W_]+")
_MARKS = re.compile(r"[\\`*_\[\]<>|~$&#]")


def line(text: object) -> str:
    """Return inline Markdown on one line, without raw HTML, that opens no block where it begins a line."""
    from archkit.format.escape import escaped_start

    return escaped_start(inline_text(" ".join(str(text).split("\n"))))


def item(text: object, indent: int = 2) -> str:
    """Return inline Markdown for a list item whose later lines are indented."""
    from archkit.format import escape

    return escape.item(escape.escaped_start(inline_text(str(text))), " " * indent)


def cell(text: object) -> str:
    """Return inline Markdown for a table cell."""
    from archkit.format import escape

    return escape.cell(inline_text("" if text is None else str(text)))


def heading(text: object) -> str:
    """Return inline Markdown for a heading: one line, and no `#` at its end that would be taken for its close."""
    bare = inline_text(" ".join(str(text).split()))
    closed = bare.rstrip()
    start = len(closed.rstrip("#"))
    start += closed[:start].endswith("\\")
    return f"{bare[:start]}\\{bare[start:]}" if start < len(closed) else bare


def block(text: object, level: int = 3) -> str:
    """Return block Markdown contained in its place: no raw HTML, and no heading above a level."""
    from archkit.format.contain import contain
    from archkit.pages.no_html import without_html

    # What is contained may have lost the end of a tag, or of a code span that hid one.
    return without_html(contain(without_html(str(text)), level))


def stars(text: object) -> str:
    """Return block Markdown whose outer bullets are `*`."""
    from archkit.format.scan import scan

    lines = str(text).split("\n")
    for found in scan(lines):
        if found.kind == "list":
            for at in range(found.first, found.last):
                lines[at] = f"* {lines[at][2:]}" if lines[at].startswith(("- ", "+ ")) else lines[at]
    return "\n".join(lines)


def inline_text(text: str) -> str:
    """Return inline Markdown in which raw HTML is text; code spans and `<https://…>` stay as they are."""
    if "<" not in text:
        return text
    from archkit.pages.no_html import without_html

    return without_html(text, inline=True)


def escaped(text: object) -> str:
    """Return plain text as Markdown that shows just it."""
    return _MARKS.sub(lambda found: f"\\{found[0]}", " ".join(str(text).split()))


def yaml(value: object) -> str:
    """Return a value for YAML: a text in quotes wherever a reader could take it for something else."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(yaml, value))}]"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str) and _PLAIN.fullmatch(value) and not _RETYPED.fullmatch(value):
        return value
    return to_json(value)


def yaml_key(value: object) -> str:
    """Return a key for YAML, without the colon."""
    key = yaml(value)
    return key if len(key) < _LONGEST_KEY else f"? {key}\n"


def day(value: object) -> str:
    """Return a day for YAML, as all its readers know one; what is none is a text."""
    try:
        return date.fromisoformat(str(value)).isoformat() if _DAY.fullmatch(str(value)) else yaml(value)
    except ValueError:
        return yaml(value)


def choice(text: object) -> str:
    """Return the name of an option on one line, without the quotation marks that MADR puts around it."""
    return line(heading(text)).replace('"', "&quot;")


def number(value: object) -> str:
    """Return a number as a person writes it, `3` and not `3.0`; a text that stands in its place on one line."""
    return f"{value:.10g}" if isinstance(value, float) else line(value)


def to_json(value: object, indent: int | None = None) -> str:
    """Return a value as JSON that is also safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False, default=str)
    for character in ("<", ">", "&", "\u2028", "\u2029", "\x7f", "\x85", "\ufeff"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    return re.sub("[\ud800-\udfff\x80-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", text)


def slug(text: object, longest: int = 60) -> str:
    """Return a text as a part of a file name: lower case letters and digits with `-` between them."""
    bare = unicodedata.normalize("NFC", str(text).casefold())
    return _NO_SLUG.sub("-", bare).strip("-")[:longest].strip("-") or "untitled"


def defanged(value: Any) -> Any:
    """Return a value for an HTML page; one that is the address of a script is marked `unsafe:`."""
    if isinstance(value, str) and not isinstance(value, Markup) and _SCHEME.match(_UNSEEN.sub("", value[:200])):
        return f"unsafe:{value}"
    return value


@pass_eval_context
def _attributes(context: Any, values: dict[str, Any], autospace: bool = True) -> str:
    """Return the attributes of an element; an address in them is no script, either."""
    return do_xmlattr(context, {name: defanged(value) for name, value in values.items()}, autospace)


def _markdown(text: object) -> Markup:
    from archkit.pages.markdown import RichText

    return RichText().block(str(text))


def _inline(text: object) -> Markup:
    from archkit.pages.markdown import RichText

    return RichText().inline(str(text))


_ALWAYS = {"slug": slug}
#: Filters of templates that write HTML: they return what is safe in it.
HTML_FILTERS: dict[str, Any] = {"markdown": _markdown, "inline": _inline, "xmlattr": _attributes, **_ALWAYS}
#: Filters of templates that write any other text.
TEXT_FILTERS: dict[str, Any] = {
    "line": line,
    "item": item,
    "cell": cell,
    "heading": heading,
    "choice": choice,
    "number": number,
    "block": block,
    "stars": stars,
    "escaped": escaped,
    "yaml": yaml,
    "yaml_key": yaml_key,
    "day": day,
    "json": to_json,
    **_ALWAYS,
}
