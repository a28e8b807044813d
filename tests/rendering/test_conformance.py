"""The result equals docxtpl's own, part by part, wherever docxtpl is right."""

from __future__ import annotations

import docx
import pytest
from docxtpl import Listing

from generator.rendering import compile_template
from tests.support.docxtpl_comparison import of_docxtpl, parts
from tests.support.sample_templates import CONTEXT, TEMPLATES
from tests.support.word import saved


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_each_part_is_the_one_that_docxtpl_makes(template: bytes) -> None:
    assert parts(compile_template(template).render(CONTEXT)) == parts(of_docxtpl(template, CONTEXT))


@pytest.mark.parametrize("value", ["a\nb", "\na", "a\tb\t", "un\n\tdeux\n\ntrois", "a\fb\nc", "<&>\n\"'"])
def test_breaks_in_a_value_are_those_of_a_listing(value: str) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("Avant {{ v }} après", style="Quote")
    paragraph.runs[0].italic = True
    paragraph.add_run(" suite").bold = True
    ours = compile_template(saved(word)).render({"v": value})
    assert parts(ours) == parts(of_docxtpl(saved(word), {"v": Listing(value)}))
