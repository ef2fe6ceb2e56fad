"""The sandbox of templates: plain data only, no Python, operators that could fill the memory bounded.

It keeps code and files out of reach. Time and memory are bounded by the process around it (`archkit.pages.confined`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from archkit.errors import nearest
from archkit.pages.no_address import Method, in_html, no_function
from archkit.pages.text_filters import HTML_FILTERS, TEXT_FILTERS

#: A template is text that somebody wrote by hand.
LARGEST_TEMPLATE = 1_000_000
#: Characters that one operator may make at once, and the bits that a whole number may have.
LONGEST_TEXT, LARGEST_NUMBER = 1_000_000, 4_096
# What a template can raise: Jinja's own errors, and those of the values and filters that it uses.
FROM_TEMPLATES = (
    TemplateError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
_WIDTH = re.compile(r"%[^a-zA-Z%]*?(\d{4,}|\*)")


class Folder(BaseLoader):
    """Loads what lies in one folder, links resolved, and nothing else; or texts that were read from it before."""

    def __init__(self, folder: Path, known: Mapping[str, str] | None = None) -> None:
        self.folder = folder.resolve()
        self.known = known

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Return a template's text and file name."""
        if self.known is not None:
            if template not in self.known:
                raise TemplateNotFound(template, f'there is no template "{template}" in the folder; add it there')
            return self.known[template], template, None
        path = (self.folder / template).resolve() if "\0" not in template else self.folder
        if not path.is_relative_to(self.folder):
            raise TemplateNotFound(template, f'"{template}" lies outside the folder of the template; move it there')
        if not path.is_file():
            raise TemplateNotFound(
                template, f"{self.folder / template}: there is no such template; give the path of one"
            )
        return template_text(path, template), template, None


def template_text(path: Path, name: str) -> str:
    """Return the text of a template.

    Raises:
        TemplateNotFound: it is too large, is not UTF-8, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            source = stream.read(LARGEST_TEMPLATE + 1)
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        raise TemplateNotFound(name, f"{name} is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise TemplateNotFound(name, f"{name} cannot be read ({error.strerror}); check its rights") from None
    if len(source) > LARGEST_TEMPLATE:
        raise TemplateNotFound(name, f"{name} is larger than {LARGEST_TEMPLATE:,} bytes; split it")
    return text


class _Named(StrictUndefined):
    """An undefined value that says which names there are."""

    known: ClassVar[tuple[str, ...]] = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        holder, name = self._undefined_obj, str(self._undefined_name)
        if holder is missing:
            return f"'{name}' is undefined; {_offer(name, type(self).known)}"
        if isinstance(holder, dict):
            return f"there is no '{name}' here; {_offer(name, holder)}"
        kind = {"list": "a list", "str": "a text", "NoneType": "nothing"}.get(type(holder).__name__, "a number")
        return f"there is no '{name}': it is asked of {kind}"


def _offer(name: str, known: Iterable[str]) -> str:
    names = [str(key) for key in known]
    likely = nearest(name, names)
    listed = f"the names are {', '.join(names)}" if names else "it is empty"
    return f"did you mean '{likely}'? {listed}" if likely else listed


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's immutable sandbox, with bounds for the operators that make much of little."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute of a value; a method can be called, and has no text."""
        return Method.of(super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an entry of a value; a method can be called, and has no text."""
        return Method.of(super().getitem(obj, argument))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what an operator makes, unless it is more than any document needs."""
        if operator == "*":
            _bound_product(left, right)
        elif operator == "**":
            _bound_power(left, right)
        elif operator == "%" and isinstance(left, str) and _WIDTH.search(left):
            raise OverflowError("a format with a width of more than 999 is too wide")
        elif operator == "+" and _size(left) + _size(right) > LONGEST_TEXT:
            raise OverflowError(f"a text of more than {LONGEST_TEXT:,} characters is too long")
        return super().call_binop(context, operator, left, right)


def _bound_product(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > LARGEST_NUMBER:
            raise OverflowError("the number is too large")
        return
    for sequence, times in ((left, right), (right, left)):
        if isinstance(times, int) and _size(sequence) * max(times, 0) > LONGEST_TEXT:
            raise OverflowError(f"a text of more than {LONGEST_TEXT:,} characters is too long")


def _bound_power(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * max(right, 0) > LARGEST_NUMBER:
        raise OverflowError("the number is too large")


def _size(value: Any) -> int:
    return len(value) if isinstance(value, (str, list, tuple)) else 0


def sandbox(loader: BaseLoader, names: Iterable[str], *, html: bool) -> Sandbox:
    """Return the environment of templates that see some names; values are escaped in one that writes HTML."""
    undefined = type("_NamedHere", (_Named,), {"known": tuple(names)})
    environment = Sandbox(
        loader=loader,
        # For included templates too, whatever they are called.
        autoescape=html,
        undefined=undefined,
        finalize=in_html if html else no_function,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    # What is drawn by lot differs from export to export.
    environment.filters.pop("random")
    environment.globals.pop("lipsum")
    environment.filters |= HTML_FILTERS if html else TEXT_FILTERS
    return environment


def sentence(error: BaseException, template: str) -> str:
    """Return `template:line: message` for an error of a template."""
    return f"{_where(error, template)}{_problem(error)}"


def _where(error: BaseException, template: str) -> str:
    """Return the file and line of the innermost template that an error passed through."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or template}:{error.lineno}: "
    place, step = "", error.__traceback__
    while step is not None:
        # Jinja gives the frames of a template the file name that the loader said, and marks their globals.
        if step.tb_frame.f_globals.keys() & {"__jinja_template__", "__jinja_exception__"}:
            place = f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}: "
        step = step.tb_next
    return place or ("" if isinstance(error, TemplateNotFound) else f"{template}: ")


def _problem(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return "the template needs more memory than it may have; make it smaller"
    words = str(error.message if isinstance(error, TemplateError) else error) or type(error).__name__
    hint = "; a template sees data, and no Python" if isinstance(error, SecurityError) else ""
    return " ".join(words.split())[:2_000] + hint
