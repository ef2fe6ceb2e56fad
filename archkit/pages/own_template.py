"""A user's own template: any Jinja2 template, run in a sandbox on plain data only.

The sandbox keeps code and files out of reach; it bounds neither time nor memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from archkit.errors import ExportError, nearest
from archkit.format import escape
from archkit.model.document import Document
from archkit.pages.markdown import RichText
from archkit.pages.numbers import PageNumbers, page_numbers
from archkit.pages.plain import plain_document

_LARGEST = 1_000_000
# What a template can raise: Jinja's own errors, and those of the values and filters that it uses.
_FROM_TEMPLATES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


def render_own(template: Path, document: Document, numbers: PageNumbers | None = None, *, html: bool = False) -> str:
    """Return what a user's own template makes of a document.

    A template whose name contains `.html` writes HTML: every value is escaped, and the filters `markdown` (paragraphs,
    lists, tables) and `inline` turn Markdown into safe HTML. Any other writes text, with the filters `cell` and `item`
    for values in Markdown tables and lists. What it may use is said in `archkit.pages.plain`.

    Args:
        template: Its path; it may include what lies in its folder.
        document: What is shown.
        numbers: Its numbers; computed here when left out.
        html: Whether the result is HTML whatever the template is called.

    Raises:
        ExportError: the template is missing, is wrong, or asks for what there is not; names the line.
    """
    names = plain_document(document, numbers or page_numbers(document))
    try:
        return _environment(template, names, html).get_template(template.name).render(names)
    except _FROM_TEMPLATES as error:
        raise ExportError(f"{_where(error, template)}{_problem(error)}") from None


class _Folder(BaseLoader):
    """Loads what lies in one folder, links resolved, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Return a template's text and file name."""
        path = (self.folder / template).resolve() if "\0" not in template else self.folder
        if not path.is_relative_to(self.folder):
            raise TemplateNotFound(template, f'"{template}" lies outside the folder of the template; move it there')
        if not path.is_file():
            raise TemplateNotFound(
                template, f"{self.folder / template}: there is no such template; give the path of one"
            )
        try:
            source = path.read_bytes()
            if len(source) > _LARGEST:
                raise TemplateNotFound(template, f"{template} is larger than {_LARGEST:,} bytes; split it")
            return source.decode("utf-8"), template, None
        except UnicodeDecodeError:
            raise TemplateNotFound(template, f"{template} is not UTF-8; save it as UTF-8") from None
        except OSError as error:
            raise TemplateNotFound(
                template, f"{template} cannot be read ({error.strerror}); check its rights"
            ) from None


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


def _environment(template: Path, names: dict[str, Any], html: bool) -> Environment:
    writes_html = html or ".html" in template.name.casefold()
    undefined = type("_NamedHere", (_Named,), {"known": tuple(names)})
    environment = ImmutableSandboxedEnvironment(
        loader=_Folder(template.parent),
        # For included templates too, whatever they are called.
        autoescape=writes_html,
        undefined=undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    rich = RichText()
    if writes_html:
        environment.filters |= {
            "markdown": lambda text: rich.block(str(text)),
            "inline": lambda text: rich.inline(str(text)),
        }
    else:
        environment.filters |= {
            "cell": lambda text: escape.cell(str(text)),
            "item": lambda text: escape.item(str(text)),
        }
    return environment


def _where(error: BaseException, template: Path) -> str:
    """Return the file and line of the innermost template that an error passed through."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or template.name}:{error.lineno}: "
    place, step = "", error.__traceback__
    while step is not None:
        # Jinja gives the frames of a template the file name that the loader said, and marks their globals.
        if step.tb_frame.f_globals.keys() & {"__jinja_template__", "__jinja_exception__"}:
            place = f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}: "
        step = step.tb_next
    return place or ("" if isinstance(error, TemplateNotFound) else f"{template.name}: ")


def _problem(error: BaseException) -> str:
    words = str(error.message if isinstance(error, TemplateError) else error) or type(error).__name__
    hint = "; a template sees data, and no Python" if isinstance(error, SecurityError) else ""
    return " ".join(words.split()) + hint
