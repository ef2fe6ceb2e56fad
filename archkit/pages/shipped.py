"""The templates that ship with archkit, as the Python that was made of them; one that was changed since is compiled."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, MutableMapping
from functools import cache
from importlib import import_module
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemLoader, Template

from archkit.pages.compiling import FORM

#: By the name of a template: what makes its code, and the digest of the text that it was made of.
Compiled = Mapping[str, tuple[Callable[[Environment], dict[str, Any]], str]]


@cache
def compiled() -> Compiled:
    """Return what `hatch_build.py` made when archkit was installed; nothing when there is none for this Jinja2."""
    try:
        made = import_module("archkit.pages.template_code")
    except ImportError:
        return {}
    is_ours = jinja2.__version__ == made.JINJA and getattr(made, "FORM", 1) == FORM
    return made.TEMPLATES if is_ours else {}


def digest(source: str) -> str:
    """Return what tells a template from another one."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


class ShippedLoader(FileSystemLoader):
    """Loads a template; compiling all of a page takes longer than everything else that an export does."""

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """Return the template as it was compiled before it shipped, if it is still the same."""
        source, file, _ = self.get_source(environment, name)
        function, known = compiled().get(name, (None, ""))
        if function is None or known != digest(source):
            return super().load(environment, name, globals)
        return environment.template_class.from_module_dict(
            environment, {**function(environment), "__file__": file}, globals or {}
        )
