"""The templates that ship with archkit, as the Python that was made of them; one that was changed since is compiled."""

from __future__ import annotations

import hashlib
from collections.abc import MutableMapping
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemLoader, Template

from archkit.pages.template_code import JINJA, TEMPLATES


def digest(source: str) -> str:
    """Return what tells a template from another one."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


class ShippedLoader(FileSystemLoader):
    """Loads a template; compiling all of a page takes longer than everything else that an export does."""

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """Return the template as it was compiled before it shipped, if it is still the same."""
        source, file, _ = self.get_source(environment, name)
        function, known = TEMPLATES.get(name, (None, ""))
        if function is None or known != digest(source) or jinja2.__version__ != JINJA:
            return super().load(environment, name, globals)
        return Template.from_module_dict(environment, {**function(environment), "__file__": file}, globals or {})
