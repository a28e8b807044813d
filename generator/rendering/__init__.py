"""Rendering: a Word template, compiled once, and plain data make a complete .docx.

The door is :func:`compile_template`; what stands behind it is read in this order: ``package`` (the file),
``parts`` (what is filled), ``tags`` (what is written in it), ``source`` and ``syntax`` (the Jinja source),
``expressions`` (what may be evaluated), ``values`` (how a value is printed), ``runs`` (marks and breaks),
``soundness`` and ``conservation`` (the checks), ``template`` (all of it in order).
"""

from __future__ import annotations

from generator.rendering.faults import Spot, TemplateErrors
from generator.rendering.template import Template, compile_template
from generator.rendering.text import extract_text
from generator.rendering.variables import Variable

__all__ = ["Spot", "Template", "TemplateErrors", "Variable", "compile_template", "extract_text"]
