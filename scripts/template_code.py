"""Writes archkit/pages/template_code.py: the templates of the page as Python, so that no process compiles them.

    python scripts/template_code.py

To be run after a change of a template in templates/html or of archkit/pages/compiled.py; a test says so. Until then a
changed template is compiled when it is used.
"""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

import jinja2

from archkit.pages.environment import environment
from archkit.pages.shipped import digest

FILE = Path(__file__).resolve().parent.parent / "archkit" / "pages" / "template_code.py"
HEAD = '''"""The templates of the page as Python, made by `python scripts/template_code.py`; not to be edited."""
# ruff: noqa
# fmt: off
# mypy: ignore-errors

from collections.abc import Callable
from typing import Any

{imports}

#: The version of Jinja2 that this is made for.
JINJA = {jinja!r}
'''
ONE = """

def {function}(environment):
{code}
    return locals()
"""
TABLE = """

#: The function of each template, and the digest of the text that it was made of.
TEMPLATES: dict[str, tuple[Callable[[Any], dict[str, Any]], str]] = {{
{rows}
}}
"""


def text() -> str:
    """Return the module."""
    made = environment()
    assert made.loader is not None
    parts, rows, imports = [], [], ""
    for name in made.loader.list_templates():
        if not name.endswith(".j2"):
            continue
        source, *_ = made.loader.get_source(made, name)
        imports, code = made.compile(source, name, raw=True).split("\n", 1)
        function = re.sub(r"\W+", "_", name.removesuffix(".html.j2"))
        parts.append(ONE.format(function=function, code=indent(code.strip("\n"), "    ")))
        rows.append(f"    {name!r}: ({function}, {digest(source)!r}),")
    return HEAD.format(imports=imports, jinja=jinja2.__version__) + "".join(parts) + TABLE.format(rows="\n".join(rows))


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
