"""How the templates that ship with archkit become Python: as Jinja2 does it, with less around each value.

A template and each macro is a function that puts its pieces into one list. What is known to be HTML when a template is
compiled is not looked at again when it is rendered.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Node
from markupsafe import escape

from archkit.pages.numbered_loops import NumberedLoops

#: Goes up whenever other Python is written: what was written before then is not used any more.
FORM = 2

#: The methods of a renderer of rich text that return HTML, and what renderers are called in a page.
RENDERED = ("inline", "block", "linked")
#: Those that return a text.
TEXTS = ("plain",)
_RENDERERS = ("rich", "own")
_NUMBERS = ("f", "g", "d", "e")


class PageCode(CodeGenerator):
    """Writes the Python of a template of ours."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write what a template puts down; the names of its macros are known from the start."""
        if node.find(nodes.Block) or node.find(nodes.Extends):
            self.fail("a page has no blocks; it includes templates, and calls macros", node.lineno)
        imported = [name for found in node.find_all(nodes.FromImport) for name in found.names]
        self.macros = {"caller", *(name if isinstance(name, str) else name[1] for name in imported)}
        self.macros |= {macro.name for macro in node.find_all(nodes.Macro)}
        self.names = {name.name for name in node.find_all(nodes.Name) if name.ctx == "load"} - {"loop", "caller"}
        super().visit_Template(NumberedLoops().visit(node), frame)

    def enter_frame(self, frame: Frame) -> None:
        """Look up what a template is given once, and not wherever a loop uses it."""
        if frame.rootlevel:
            for name in sorted(self.names):
                frame.symbols.load(name)
        super().enter_frame(frame)

    def write_commons(self) -> None:
        """Write what each template begins with."""
        self.writeline("resolve = context.resolve_or_missing")
        self.writeline("undefined, concat = environment.undefined, environment.concat")
        self.writeline("written, escaped = environment.written, environment.escaped")

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        """Write statements; those of a whole template return the list of its pieces."""
        is_whole = frame.rootlevel and frame.buffer is None
        if is_whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if is_whole:
            self.writeline(f"return {frame.buffer}")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Make a function a macro."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            self.fail("a macro of a page has no arguments but those that it names", macro_ref.node.lineno)
        self.write(f"environment.macro(macro, {len(macro_ref.node.args)}, {macro_ref.accesses_caller!r})")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        """Put down the pieces of another template."""
        self.writeline("template = environment.get_template(", node)
        self.visit(node.template, frame)
        self.write(f", {self.name!r})")
        names = f"context.get_all(), True, {self.dump_local_context(frame)}"
        self.writeline(f"{frame.buffer}.extend(template.root_render_func(template.new_context({names})))")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Put down what stands between two tags."""
        is_one = len(node.nodes) == 1
        self.writeline(f"{frame.buffer}.{'append(' if is_one else 'extend(('}", node)
        for child in node.nodes:
            self._text(child, frame)
            self.write("" if is_one else ", ")
        self.write(")" if is_one else "))")

    def _text(self, node: nodes.Expr, frame: Frame) -> None:
        """Write an expression whose value is the text that stands for it in HTML."""
        if isinstance(node, (nodes.TemplateData, nodes.Const)):
            value = node.data if isinstance(node, nodes.TemplateData) else escape(node.value)
            self.write(repr(str(value)))
        elif isinstance(node, nodes.CondExpr):
            self.write("(")
            self._text(node.expr1, frame)
            self.write(" if ")
            self.visit(node.test, frame)
            self.write(" else ")
            self._text(node.expr2 or nodes.Const(""), frame)
            self.write(")")
        elif isinstance(node, nodes.Or) and self._is_html(node.left):
            self.write("(")
            self._text(node.left, frame)
            self.write(" or ")
            self._text(node.right, frame)
            self.write(")")
        elif self._is_macro(node):
            self._call(cast("nodes.Call", node), frame)
        elif self._is_html(node):
            self.visit(node, frame)
        else:
            self.write("escaped(" if self._is_rendered(node, TEXTS) else "written(")
            self.visit(node, frame)
            self.write(")")

    def _is_macro(self, node: nodes.Expr) -> bool:
        return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in self.macros

    def _is_html(self, node: nodes.Expr) -> bool:
        """Whether a value is HTML: of a macro, of a renderer, or a number in a given form."""
        if isinstance(node, nodes.Filter) and node.name == "format" and isinstance(node.node, nodes.Const):
            pattern = str(node.node.value)
            forms = pattern.replace("%%", "").split("%")
            return escape(pattern) == pattern and all(form.lstrip(".0123456789")[:1] in _NUMBERS for form in forms[1:])
        return self._is_macro(node) or self._is_rendered(node, RENDERED)

    def _is_rendered(self, node: nodes.Expr, methods: tuple[str, ...]) -> bool:
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Getattr):
            return False
        renderer = node.node.node
        return isinstance(renderer, nodes.Name) and renderer.name in _RENDERERS and node.node.attr in methods

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Take an attribute as Python does; what a template is given has attributes, and no items that look so."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Take an item as Python does."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """Ask whether an attribute is there, and what a value is, without a call where Python needs none."""
        if node.name == "defined" and isinstance(node.node, nodes.Getattr):
            self.write("hasattr(")
            self.visit(node.node.node, frame)
            self.write(f", {node.node.attr!r})")
        elif node.name in ("none", "number"):
            self.write("(" if node.name == "none" else "isinstance(")
            self.visit(node.node, frame)
            self.write(" is None)" if node.name == "none" else ", (int, float))")
        else:
            super().visit_Test(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Call what is named; what a macro returns is marked as HTML, unless it is put down at once."""
        is_marked = self._is_macro(node) and not forward_caller
        self.write("Markup(" if is_marked else "")
        self._call(node, frame, "caller=caller" if forward_caller else "")
        self.write(")" if is_marked else "")

    def _call(self, node: nodes.Call, frame: Frame, last: str = "") -> None:
        """Write a call that does not ask what is called whether it wants the context."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("a call in a page names its arguments one by one", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(f"{last})")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        """Write nothing where there is no `else`, without an object that says so."""
        if node.expr2 is None:
            node = nodes.CondExpr(node.test, node.expr1, nodes.Const(""), lineno=node.lineno)
        super().visit_CondExpr(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """Format and take an attribute at once, and pick the items of which an attribute says yes or no."""
        pattern = node.node
        if node.name == "list" and isinstance(pattern, nodes.Filter) and self._is_picked(pattern, frame):
            return
        if node.name == "attr" and pattern is not None:
            self.write("getattr(")
            self.visit(pattern, frame)
            self.write(", ")
            self.visit(node.args[0], frame)
            self.write(")")
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
