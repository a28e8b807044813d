"""Rendering: a Word template, compiled once, and plain data make a complete .docx.

The door is :func:`compile_template`. What stands behind it, in the order of the work:

- ``archive``, ``package`` and ``dialects``: the file, opened within limits; what a template must not hold;
- ``relations`` and ``integrity``: whether its parts hold together;
- ``clauses``: files that a template includes, brought in by ``grafting`` (``foreign``, ``lists``);
- ``parts`` and ``tags``: what is filled, where each paragraph stands, and the tags written there;
- ``source``, ``syntax`` and ``balance``: the Jinja source that docxtpl makes of a part, and what is wrong with it;
- ``environment``, ``instrument`` and ``values``: what may be evaluated, under which guards, and how it is printed;
- ``objects`` and ``additions``: what docxtpl's own objects bring, into a part and into the package;
- ``runs`` and ``soundness``: marks, styles and breaks put in place; what Word refuses, mended;
- ``uniqueness``, ``identifiers`` and ``drawings``: no identifier twice, in a template and in what loops repeat;
- ``conservation`` and ``content``: no word lost, when compiling and after each rendering; no break, note or picture;
- ``filled`` and ``template``: one part, and the whole, in order.
"""

from __future__ import annotations

from generator.rendering.faults import Spot, TemplateErrors
from generator.rendering.language.variables import Variable
from generator.rendering.template import Template, compile_template
from generator.rendering.word.reading_text import extract_text

__all__ = ["Spot", "Template", "TemplateErrors", "Variable", "compile_template", "extract_text"]
