"""How the templates that ship with archkit are compiled: as Jinja2 does it, with less around each value.

Half the time of a page went into what stands around its values: every value was wrapped twice, and every call asked
whether it wants to be given the template's context, which none of ours does. What is written, and what is escaped, is
the same; a user's own template is compiled by Jinja2 itself, in its sandbox.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

#: Marks a text as HTML. `Markup(text)` does the same and takes twice as long.
as_html: Callable[[str], Markup] = partial(str.__new__, Markup)


def written(value: Any) -> Any:
    """Return a value as the text that stands for it in HTML: escaped, unless it is HTML already."""
    kind = type(value)
    if kind is Markup:
        return value
    if kind is str:
        # Five searches for one letter each take less than one for any of the five, and far less than wrapping the text.
        is_bare = not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value)
        return value if is_bare else escape(value)
    return repr(value) if kind is int or kind is float else escape(value)


def macro(body: Callable[..., str], count: int, has_caller: bool) -> Callable[..., Markup]:
    """Return a macro as a function: positional arguments, of which the last may be left out.

    Args:
        body: Returns what the macro writes, given `count` arguments and then its caller if it has one.
        count: The number of its arguments.
        has_caller: Whether it stands around a `call` block.
    """

    def called(*given: Any, caller: Callable[[], Markup] | None = None) -> Markup:
        if len(given) < count:
            given += (missing,) * (count - len(given))
        return as_html(body(*given, caller) if has_caller else body(*given))

    return called


class _Code(CodeGenerator):
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("written = environment.written")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            self.fail("a macro of a page has no arguments but those that it names", macro_ref.node.lineno)
        self.write(f"environment.macro(macro, {len(macro_ref.node.args)}, {macro_ref.accesses_caller!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("written(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Take an attribute as Python does; what a template is given has attributes, and no items that look so."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """Ask whether an attribute is there."""
        if node.name == "defined" and isinstance(node.node, nodes.Getattr):
            self.write("hasattr(")
            self.visit(node.node.node, frame)
            self.write(f", {node.node.attr!r})")
        else:
            super().visit_Test(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Call what is named, without asking it whether it wants the context."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("a call in a page names its arguments one by one", node.lineno)
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        """Write nothing where there is no `else`, without an object that says so."""
        if node.expr2 is None:
            node = nodes.CondExpr(node.test, node.expr1, nodes.Const(""), lineno=node.lineno)
        super().visit_CondExpr(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """Format at once, and pick the items of which an attribute says yes or no."""
        pattern = node.node
        if node.name == "list" and isinstance(pattern, nodes.Filter) and self._is_picked(pattern, frame):
            return
        if node.name != "format" or not isinstance(pattern, nodes.Const) or node.kwargs or node.dyn_args:
            super().visit_Filter(node, frame)
            return
        self.write(f"({pattern.value!r} % (")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write("))")

    def _is_picked(self, node: nodes.Filter, frame: Frame) -> bool:
        """Write a list of the items that a filter picks, if it is one that picks by a single attribute."""
        if node.name not in ("selectattr", "rejectattr") or len(node.args) != 1 or node.node is None:
            return False
        (attribute,) = node.args
        if not isinstance(attribute, nodes.Const):
            return False
        self.write("[item for item in ")
        self.visit(node.node, frame)
        self.write(f" if {'not ' if node.name == 'rejectattr' else ''}item.{attribute.value}]")
        return True


class PageTemplate(Template):
    """A template that is given nothing but what it is rendered with, so that its macros are made once."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """Return the macros, without a look at what else the template that asks for them knows."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


class PageEnvironment(Environment):
    """An environment for templates of ours, which escape every value."""

    code_generator_class = _Code
    template_class = PageTemplate
    written = staticmethod(written)
    macro = staticmethod(macro)
