"""docxtpl's objects as values: the same result as docxtpl's where it is right, a refusal where it is not."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.shared import Mm
from docxtpl import InlineImage, Listing, RichText, RichTextParagraph
from lxml import etree

from generator.artifacts import Picture
from generator.rendering import compile_template, extract_text
from tests.support.docxtpl_comparison import of_docxtpl, parts
from tests.support.docxtpl_values import RICH_PROPERTIES, italic, of_docxtpl_with, picture, stranger
from tests.support.word import NAMESPACES, document, render_errors, saved, table, tree

DRAWINGS = {"wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}


@pytest.mark.parametrize("properties", RICH_PROPERTIES.values(), ids=RICH_PROPERTIES)
def test_rich_text_is_the_one_that_docxtpl_prints(properties: dict[str, Any]) -> None:
    context = {"v": RichText("Musées & <Dijon>", **properties)}
    template = italic("{{r v}}")
    assert parts(compile_template(template).render(context)) == parts(of_docxtpl(template, context))


def test_properties_stand_in_the_order_of_the_schema_which_docxtpl_does_not_keep() -> None:
    rich = RichText("a", color="FF0000", highlight="#FFFF00", bold=True, font="Arial", lang="fr-FR", superscript=True)
    rendered = compile_template(italic("{{r v}}")).render({"v": rich})
    [properties] = tree(rendered).xpath("//w:r[w:t='a']/w:rPr", namespaces=NAMESPACES)
    names = [etree.QName(child).localname for child in properties]
    assert names == ["rFonts", "b", "color", "shd", "vertAlign", "lang"]
    assert properties.xpath("w:shd[@w:val='clear'][@w:fill='FFFF00']", namespaces=NAMESPACES)


@pytest.mark.parametrize("tag", ["{{r v ~ ' !'}}", "{{r v|upper}}", "{{r [v]|join}}", "{{r 'a'|replace('a', v)}}"])
def test_an_object_taken_for_text_is_refused(tag: str) -> None:
    [error] = render_errors(italic(tag), {"v": RichText("a")})
    assert error.startswith("TP206")
    assert "ne se transforme pas" in error


def test_rich_text_is_added_to_and_breaks_its_lines() -> None:
    rich = RichText("un\ndeux\ttrois", bold=True)
    rich.add(" quatre\acinq", italic=True)
    rich.add(RichText("\fsix"))
    template = italic("{{r v}}")
    assert parts(compile_template(template).render({"v": rich})) == parts(of_docxtpl(template, {"v": rich}))


def test_a_listing_starts_paragraphs_in_the_format_of_its_own() -> None:
    template = italic("{{ v }}")
    context = {"v": Listing("un & <deux>\atrois\n\tquatre\fcinq")}
    assert parts(compile_template(template).render(context)) == parts(of_docxtpl(template, context))


def test_rich_paragraphs_stand_between_paragraphs() -> None:
    rich = RichTextParagraph("Titre", parastyle="Heading1")
    rich.add(RichText("ligne\nrompue", bold=True), parastyle="ListBullet")
    template = document("Avant", "{{p v }}", "Après")
    context = {"v": rich}
    assert parts(compile_template(template).render(context)) == parts(of_docxtpl(template, context))


def test_objects_stand_in_loops() -> None:
    template = document("{%p for v in valeurs %}", "{{r v }}", "{%p endfor %}", "Fin")
    context = {"valeurs": [RichText("a", bold=True), RichText("b")]}
    assert extract_text(compile_template(template).render(context)) == "a\nb\nFin"


def test_a_plain_text_is_printed_in_the_format_of_its_run_where_docxtpl_prints_nothing() -> None:
    rendered = compile_template(italic("{{r v}}")).render({"v": "simple & <net>"})
    assert extract_text(rendered) == "Avant simple & <net> après"
    [run] = tree(rendered).xpath("//w:r[w:t='simple & <net>']", namespaces=NAMESPACES)
    assert run.xpath("w:rPr/w:i", namespaces=NAMESPACES)
    assert "simple" not in extract_text(of_docxtpl(italic("{{r v}}"), {"v": "simple & <net>"}))


def test_a_rich_text_among_plain_words_is_refused_with_its_tag() -> None:
    [error] = render_errors(document("Le {{ v }}."), {"v": RichText("a")})
    assert error.startswith("TP211 corps : « Le →{{ v }}←. » : « v » est un texte enrichi, qui s’écrit « {{r … }} »")


def test_an_ill_formed_rich_text_is_refused_by_name() -> None:
    [error] = render_errors(italic("{{r v}}"), {"v": RichText("a", style='"><')})
    assert error.startswith("TP212 corps : « Avant →{{r v}}← après » : « v » ne peut pas entrer dans le document")


def test_a_rich_text_without_text_prints_nothing() -> None:
    rendered = compile_template(italic("{{r v}}")).render({"v": RichText()})
    assert docx.Document(io.BytesIO(rendered)).paragraphs[0].text == "Avant  après"


IMAGES: dict[str, tuple[bytes, Any]] = {
    "an image": (document("{{ v }}"), lambda word: {"v": InlineImage(word, picture(), width=Mm(20))}),
    "an image among words": (document("a {{ v }} b"), lambda word: {"v": InlineImage(word, picture())}),
    "an image with a link": (
        document("{{ v }}"),
        lambda word: {"v": InlineImage(word, picture(), height=Mm(9), anchor="https://www.dijon.fr/?a=1&b=2")},
    ),
    "two images, one twice": (
        document("{% for i in v %}{{ i }}{% endfor %}"),
        lambda word: {"v": [InlineImage(word, picture(shade)) for shade in (0, 9, 0)]},
    ),
    "an image in a cell": (table(["{{ v }}", "b"]), lambda word: {"v": InlineImage(word, picture())}),
}


@pytest.mark.parametrize(("template", "context"), IMAGES.values(), ids=IMAGES)
def test_images_are_the_ones_that_docxtpl_inserts_whatever_template_they_were_made_for(
    template: bytes, context: Any
) -> None:
    ours = compile_template(template).render(context(stranger()))
    assert parts(ours) == parts(of_docxtpl_with(template, context))


def test_images_of_headers_have_identifiers_of_their_own_where_docxtpl_repeats_one() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "{{ v }}{{ v }}"
    rendered = compile_template(saved(word)).render({"v": InlineImage(stranger(), picture())})
    drawings = tree(rendered, "word/header1.xml").xpath("//*[local-name()='docPr']/@id")
    assert len(set(drawings)) == len(drawings) == 2
    assert docx.Document(io.BytesIO(rendered)).sections[0].header.part.rels


def test_words_after_an_image_keep_their_format_where_docxtpl_drops_it() -> None:
    rendered = compile_template(italic("{{ v }} suite")).render({"v": InlineImage(stranger(), picture())})
    [run] = tree(rendered).xpath("//w:r[w:t=' suite']", namespaces=NAMESPACES)
    assert run.xpath("w:rPr/w:i", namespaces=NAMESPACES)


def test_equal_objects_give_equal_bytes_and_leave_the_template_as_it_was() -> None:
    template = compile_template(document("{{ v }}"))
    before = template.render({"v": "texte"})
    once, again = (template.render({"v": InlineImage(stranger(), picture())}) for _ in range(2))
    assert once == again
    assert template.render({"v": "texte"}) == before


def test_every_part_that_an_image_needs_is_declared_once() -> None:
    rendered = compile_template(document("{{ v }}{{ v }}")).render({"v": InlineImage(stranger(), picture())})
    with zipfile.ZipFile(io.BytesIO(rendered)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(set(names)) == len(names)
        assert [name for name in names if name.startswith("word/media/")] == ["word/media/image1.png"]


def test_a_file_that_is_no_image_is_refused_by_name() -> None:
    for descriptor in (io.BytesIO(b"texte"), "/absente.png"):
        [error] = render_errors(document("{{ v }}"), {"v": InlineImage(stranger(), descriptor)})
        assert error.startswith("TP212 corps : « {{ v }} » : « v » ne peut pas entrer dans le document : l’image")


def test_links_of_rich_text_lead_to_their_addresses() -> None:
    template = italic("{{r v}}")
    address = "https://www.dijon.fr/?a=1&b=2"
    compiled = compile_template(template)
    ours = compiled.render({"v": RichText("Dijon", url_id=compiled.build_url_id(address))})
    assert parts(ours) == parts(
        of_docxtpl_with(template, lambda word: {"v": RichText("Dijon", url_id=word.build_url_id(address))})
    )


def test_a_link_of_another_document_is_refused_rather_than_led_elsewhere() -> None:
    rich = RichText("Dijon", url_id=stranger().build_url_id("https://www.dijon.fr"))
    [error] = render_errors(italic("{{r v}}"), {"v": rich})
    assert "TP212" in error
    assert "n’est pas une adresse" in error


def test_a_picture_of_ours_has_its_height_keeps_its_shape_and_says_what_it_shows() -> None:
    shown = Picture(picture().getvalue(), height=10, description="Ville de Valmont")
    rendered = compile_template(document("avant {{ v }} après")).render({"v": shown})
    [extent] = tree(rendered).xpath("//wp:inline/wp:extent", namespaces=DRAWINGS)
    assert (extent.get("cx"), extent.get("cy")) == (str(Mm(10)), str(Mm(10)))
    [properties] = tree(rendered).xpath("//wp:docPr", namespaces=DRAWINGS)
    assert properties.get("descr") == "Ville de Valmont"
    assert extract_text(rendered) == "avant  après"


def test_a_picture_may_stand_in_a_header() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "{% for v in logos %}{{ v }}{% endfor %}"
    logos = [Picture(picture().getvalue(), name) for name in ("Valmont", "Assif")]
    rendered = compile_template(saved(word)).render({"logos": logos})
    with zipfile.ZipFile(io.BytesIO(rendered)) as package:
        header = package.read("word/header1.xml").decode()
        assert header.count("<w:drawing>") == len(logos)
        assert b"media/image1.png" in package.read("word/_rels/header1.xml.rels")


@pytest.mark.parametrize("content", [b"texte", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"])
def test_a_picture_that_cannot_be_read_is_refused(content: bytes) -> None:
    [error] = render_errors(document("{{ v }}"), {"v": Picture(content, "Valmont")})
    assert error.startswith("TP")
    assert "image" in error
