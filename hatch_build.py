"""Writes archkit/pages/template_code.py when archkit is installed or built: the templates of the page as Python.

Compiling them takes 0.2 s in each process otherwise. The file is in no repository; a template that was changed since
it was made is compiled when it is used, as are all of them where it is missing.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from textwrap import indent
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
FILE = Path("archkit/pages/template_code.py")
HEAD = '''"""The templates of the page as Python, made by hatch_build.py; not to be edited."""
# ruff: noqa
# fmt: off
# mypy: ignore-errors

from collections.abc import Callable
from typing import Any

{imports}

#: The version of Jinja2 that this is made for.
JINJA = {jinja!r}
#: In which form it is written.
FORM = {form}
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


class TemplateCode(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls before it builds a wheel, an editable one, or an archive of the sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the module, and have it taken into a wheel."""
        if self.target_name == "wheel":
            (ROOT / FILE).write_text(text(), encoding="utf-8")
            build_data["artifacts"].append(FILE.as_posix())


def text() -> str:
    """Return the module."""
    sys.path.insert(0, str(ROOT))
    try:
        import jinja2

        from archkit.pages.compiling import FORM
        from archkit.pages.environment import environment
        from archkit.pages.shipped import digest
    finally:
        sys.path.remove(str(ROOT))
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
    head = HEAD.format(imports=imports, jinja=jinja2.__version__, form=FORM)
    return head + "".join(parts) + TABLE.format(rows="\n".join(rows))
