"""A run replaced by groups of runs: where the paragraph is split, what each half keeps, what only the last keeps."""

from __future__ import annotations

from generator.rendering.fill.paragraph_splitting import replace_run
from generator.rendering.fill.run_writer import RunGroup
from tests.support.word import DOCUMENT, NAMESPACES, compile_template, document, edited, element, tree, xml_of

SECTION = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def split(paragraph: str, *groups: str, new_page: bool = False) -> str:
    """A paragraph whose run « ici » is replaced by groups of one run each."""
    body = element(f"<w:body>{paragraph}</w:body>")
    place = next(each for each in body.iter("{*}r") if "".join(each.itertext()) == "ici")
    replace_run(
        place, [RunGroup([element(run(text))], on_new_page=new_page and rank > 0) for rank, text in enumerate(groups)]
    )
    return "".join(xml_of(child) for child in body)


def test_one_group_stands_in_the_place_of_the_run() -> None:
    assert split(f"<w:p>{run('a')}{run('ici')}{run('b')}</w:p>", "x") == f"<w:p>{run('a')}{run('x')}{run('b')}</w:p>"


def test_each_half_keeps_the_format_and_the_last_what_followed() -> None:
    properties = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    expected = f"<w:p>{properties}{run('x')}</w:p><w:p>{properties}{run('y')}{run('b')}</w:p>"
    assert split(f"<w:p>{properties}{run('ici')}{run('b')}</w:p>", "x", "y") == expected


def test_the_end_of_a_section_is_never_in_two_paragraphs() -> None:
    """A copy would add a section, hence a page: ``sectPr`` belongs to the last of the paragraphs that one became."""
    first, second, third = "<w:p><w:pPr/>{}</w:p>", "<w:p><w:pPr/>{}</w:p>", f"<w:p><w:pPr>{SECTION}</w:pPr>{{}}</w:p>"
    made = split(f"<w:p><w:pPr>{SECTION}</w:pPr>{run('ici')}</w:p>", "x", "y", "z")
    assert made == first.format(run("x")) + second.format(run("y")) + third.format(run("z"))


def test_a_value_of_two_paragraphs_leaves_a_template_as_many_sections_as_it_has() -> None:
    ending = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{ v }}</w:t></w:r></w:p>"
    template = edited(document("fin"), DOCUMENT, lambda xml: xml.replace("<w:body>", f"<w:body>{ending}"))
    for value in ("un", "un\fdeux", "un\fdeux\ftrois", "un\ndeux"):
        rendered = tree(compile_template(template).render({"v": value}))
        assert len(rendered.findall(".//w:sectPr", NAMESPACES)) == 2


def test_a_new_page_begins_in_a_paragraph_of_its_own() -> None:
    made = split(f"<w:p>{run('ici')}</w:p>", "x", "y", new_page=True)
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    assert made == f"<w:p>{run('x')}</w:p>{page}<w:p>{run('y')}</w:p>"


def test_in_a_link_the_paragraph_stays_whole_and_breaks_stand_in_runs() -> None:
    made = split(f'<w:p><w:hyperlink w:anchor="a">{run("ici")}</w:hyperlink></w:p>', "x", "y")
    line = "<w:r><w:br/></w:r>"
    assert made == f'<w:p><w:hyperlink w:anchor="a">{run("x")}{line}{run("y")}</w:hyperlink></w:p>'
