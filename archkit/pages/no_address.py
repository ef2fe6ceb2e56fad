"""What a template must not print: the text of a function or of a generator is its address, which no two runs share."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Macro, Undefined

from archkit.pages.text_filters import defanged

_FUNCTION = "a function is no text; call it, or leave it out"
_GENERATOR = "what goes through a list one by one is no text; add | list or | join"
_ADDRESS = re.compile(r"\bat 0x[0-9a-f]{6,16}(?=>|&gt;|\\u003e)", re.IGNORECASE)


class Method:
    """A method of a value: it can be called, and asking for its text is an error."""

    __slots__ = ("_method",)

    def __init__(self, method: Callable[..., Any]) -> None:
        self._method = method

    @classmethod
    def of(cls, value: Any) -> Any:
        """Return a value, within a `Method` where it is a function of Python."""
        is_free = not callable(value) or isinstance(value, (Undefined, Macro, cls))
        return value if is_free else cls(value)

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Call the method."""
        return self._method(*given, **named)

    def __str__(self) -> str:
        raise SecurityError(_FUNCTION)

    __repr__ = __str__

    def __getattr__(self, name: str) -> Any:
        """Say that there is nothing, but for the block above a block; what is Python's own is refused."""
        if name == "super" and isinstance(self._method, BlockReference):
            return self.of(self._method.super)
        if name.startswith("__") and name != "__html__":
            raise SecurityError(f"'{name}' is asked of a function")
        raise AttributeError(name)

    def __format__(self, form: str) -> str:
        raise SecurityError(_FUNCTION)


def no_function(value: Any) -> Any:
    """Return what a template prints, unless it is a function or a generator."""
    if callable(value) and not isinstance(value, Undefined) and not hasattr(value, "__html__"):
        raise SecurityError(_FUNCTION)
    if isinstance(value, Iterator):
        raise SecurityError(_GENERATOR)
    return value


def in_html(value: Any) -> Any:
    """Return what a template of a page prints, unless it is a function or a generator."""
    return defanged(no_function(value))


def refuse_addresses(text: str, names: Mapping[str, Any]) -> None:
    """Look through a text that a template made; an address that stands in the data may stand there, too.

    Raises:
        SecurityError: a function or a generator was made a text on some other way, within a list for instance.
    """
    found = {address[0].casefold() for address in _ADDRESS.finditer(text)}
    if found and not all(address in json.dumps(names).casefold() for address in found):
        raise SecurityError(_FUNCTION)
