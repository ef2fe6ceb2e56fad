"""Code with its parts marked by class, so that the page's own colours apply; nothing is loaded by the reader."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from importlib import import_module
from itertools import groupby
from typing import Any

#: Longer code is shown without colours, so that its time is bounded.
MOST = 20_000
_LANGUAGE = re.compile(r"[\w+#.-]{1,30}")
#: The classes of the style sheet by the kind of a token; the first that fits counts.
_CLASSES = (
    ("Comment", "com"),
    ("Keyword", "kw"),
    ("Operator.Word", "kw"),
    ("Literal.String", "str"),
    ("Literal.Number", "num"),
    ("Name.Tag", "kw"),
    ("Name.Function", "name"),
    ("Name.Class", "name"),
    ("Name.Decorator", "name"),
    ("Name.Attribute", "name"),
    ("Name.Builtin", "name"),
    ("Generic.Deleted", "del"),
    ("Generic.Inserted", "str"),
    ("Generic.Heading", "name"),
    ("Generic.Subheading", "name"),
)


def language(info: str) -> str:
    """Return the language that the words behind a fence name; "" for none."""
    first = info.split(None, 1)[0].strip("{}.") if info.split() else ""
    return first.casefold() if _LANGUAGE.fullmatch(first) else ""


@lru_cache(maxsize=64)
def highlighted(code: str, name: str) -> str:
    """Return code as HTML with its parts in `span` elements; plain where the language is not known."""
    lexer = _lexer(name) if name and len(code) <= MOST else None
    if lexer is None:
        return html.escape(code, quote=False)
    pieces = ((_class(str(kind)), text) for kind, text in lexer.get_tokens(code))
    found = []
    for look, group in groupby(pieces, key=lambda piece: piece[0]):
        text = html.escape("".join(text for _, text in group), quote=False)
        found.append(f'<span class="{look}">{text}</span>' if look and not text.isspace() else text)
    return "".join(found)


def _lexer(name: str) -> Any:
    # It comes with every Jupyter and has no types; without it code is plain.
    try:
        lexers, problems = import_module("pygments.lexers"), import_module("pygments.util")
    except ImportError:
        return None
    try:
        # Every letter of the code stays.
        return lexers.get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except problems.ClassNotFound:
        return None


def _class(kind: str) -> str:
    bare = kind.removeprefix("Token.")
    return next((look for name, look in _CLASSES if bare == name or bare.startswith(f"{name}.")), "")
