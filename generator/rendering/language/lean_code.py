"""The Python code of a part: Jinja's own, without what the guards have done already.

Jinja escapes whatever is printed; the guard around it has escaped it, or refused it. A name below a mapping is most
often below a plain one: it is read in place, and asked of the sandbox only where it is not.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

GUARD_PREFIX = "parafe:"
"""What the names of guards begin with. The colon keeps them out of reach: Jinja reads no such name after « | », and
``map`` is refused what is no name."""


class LeanCodeGenerator(CodeGenerator):
    """Jinja's code generator, for templates whose every output is guarded."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if not _is_guarded(node):
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if not _is_guarded(node):
            super()._output_child_post(node, frame, finalize)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Read a name below a local name in place, where that stands for a plain mapping that holds it."""
        if not isinstance(node.node, nodes.Name):
            super().visit_Getattr(node, frame)
            return
        holder, name = frame.symbols.ref(node.node.name), repr(node.attr)
        self.write(f"({holder}[{name}] if type({holder}) is dict and {name} in {holder} else ")
        super().visit_Getattr(node, frame)
        self.write(")")


def _is_guarded(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Filter) and node.name.startswith(GUARD_PREFIX)
