"""What the templates that ship with archkit run on: as Jinja2 does it, with less around each value.

Half the time of a page went into what stands around its values: every value was wrapped twice, and every call asked
whether it wants to be given the template's context, which none of ours does. What is written, and what is escaped, is
the same; a user's own template is compiled by Jinja2 itself, in its sandbox.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from functools import partial
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from archkit.pages.compiling import PageCode

#: Marks a text as HTML. `Markup(text)` does the same and takes twice as long.
as_html: Callable[[str], Markup] = partial(str.__new__, Markup)

#: What `escape` does with a text, without marking it; MarkupSafe before 3.0 has the other one alone.
escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def written(value: Any) -> Any:
    """Return a value as the text that stands for it in HTML: escaped, unless it is HTML already."""
    kind = type(value)
    if kind is str:
        return escaped(value)
    if kind is Markup:
        return value
    return repr(value) if kind is int or kind is float else escape(value)


def macro(body: Callable[..., str], count: int, has_caller: bool) -> Callable[..., str]:
    """Return a macro as a function: positional arguments, of which the last may be left out.

    Args:
        body: Returns what the macro writes, given `count` arguments and then its caller if it has one.
        count: The number of its arguments.
        has_caller: Whether it stands around a `call` block.
    """
    if not has_caller:
        body.__defaults__ = (missing,) * count
        return body

    def called(*given: Any, caller: Callable[[], str] | None = None) -> str:
        return body(*given, *(missing,) * (count - len(given)), caller)

    return called


def numbered(items: Iterable[Any]) -> Iterable[tuple[int, bool, Any]]:
    """Return items, each with its number from 0 and whether it is the last one."""
    found = items if isinstance(items, (list, tuple)) else list(items)
    count = len(found)
    return zip(range(count), [*[False] * (count - 1), True], found, strict=False)


class PageTemplate(Template):
    """A template that is given nothing but what it is rendered with, so that its macros are made once."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """Return the macros, without a look at what else the template that asks for them knows."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


class PageEnvironment(Environment):
    """An environment for templates of ours, which escape every value."""

    code_generator_class = PageCode
    template_class = PageTemplate
    written = staticmethod(written)
    escaped = staticmethod(escaped)
    macro = staticmethod(macro)
    numbered = staticmethod(numbered)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str | Template, Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template knows; it is copied for each, which is quick for a plain dict."""
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return a template; nobody is asked whether it was changed since it was loaded."""
        found = self._loaded.get(name) if not globals else None
        if found is None:
            found = super().get_template(name, parent, globals)
            if not self.auto_reload:
                self._loaded[name] = found
        return found
