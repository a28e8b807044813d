"""Rendering: a Word template, compiled once, and plain data make a complete .docx.

The door is :func:`compile_template`; :mod:`generator.rendering.review` is a second one, for those who check templates.
Nobody outside reaches deeper. Inside, a module imports from its own room and from the rooms below it:

=============  ========================================================================================================
``review``     lint, variables of what does not compile, a copy with remarks as comments
``preserved``  a compiled template as octets, and back
``template``   compile once, render many times: fill each part and write the archive
``compile``    the file opened, its clauses included, each part's tree turned into guarded Jinja code, without a word,
               a tag or a picture lost on the way
``fill``       values printed under guard, fragments put into the tree, the text of the result compared
``compiled``   what a compiled template is made of: what is filled, and kept from one run to the next
``blocks``     what blocks of tags may cut, repeat or take away: ranges, references, notes, lists, merged rows
``grafts``     what is brought in: clauses, sub-documents, docxtpl's objects, with their styles, lists and images
``charts``     charts as values: measured, written as parts, as wide as the text around them
``tags``       tags as people type them: found in runs, put together, judged by what was meant
``language``   values, holes, the sandbox and its filters, what a rendering may use
``file``       the template's file as a whole: opened within limits, its filled parts, where each paragraph stands, and
               what is added to it
``word``       WordprocessingML: names, the order of the schema, text, styles, lists, tables, identifiers
``opc``        the zip, its parts' XML, content types, relations
``faults``     what is wrong, where it stands, and the one exception that carries it out
=============  ========================================================================================================

docxtpl's own ``patch_xml`` makes the Jinja source (``compile.jinja_source``), so that a document is the one that it
would make; all else that it does to a document is done here, where docs/docxtpl.md says that it is wrong.
"""

from __future__ import annotations

from generator.rendering.compile.catalogue_faults import catalogue_faults
from generator.rendering.compile.values_read import ReadValue
from generator.rendering.faults import Fault, Spot, TemplateErrors
from generator.rendering.preserved import (
    UnreadableTemplateError,
    preserve_template,
    rendering_stamp,
    restore_template,
)
from generator.rendering.template import Template, compile_template
from generator.rendering.word.reading_text import extract_text

__all__ = [
    "Fault",
    "ReadValue",
    "Spot",
    "Template",
    "TemplateErrors",
    "UnreadableTemplateError",
    "catalogue_faults",
    "compile_template",
    "extract_text",
    "preserve_template",
    "rendering_stamp",
    "restore_template",
]
