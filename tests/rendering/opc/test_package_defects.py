"""A template whose parts do not hold together is mended where nobody would see a difference, and refused elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import docx
import pytest

from generator.rendering import TemplateErrors, compile_template
from tests.support.identified_content import OFFICE, RELATIONS, related
from tests.support.package_lint import faults_of
from tests.support.sample_templates import P, footnotes
from tests.support.word import DOCUMENT, body, compile_codes, document, edited, member, saved, with_members

TYPES = "[Content_Types].xml"
PREFIX = f'xmlns:r="{OFFICE}"'
STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"


def typed(*declarations: str) -> bytes:
    """A document with more declarations of content types."""
    return edited(document("x"), TYPES, lambda xml: xml.replace("</Types>", "".join(declarations) + "</Types>"))


def override(name: str, content_type: str = STYLES) -> str:
    return f'<Override PartName="{name}" ContentType="{content_type}"/>'


def naming(identifier: str) -> Callable[[str], str]:
    """What puts into a body a link by the identifier of a relation."""
    link = f'<w:p><w:hyperlink xmlns:r="{OFFICE}" r:id="{identifier}"/></w:p>'
    return lambda xml: xml.replace("<w:body>", f"<w:body>{link}")


MENDED: Mapping[str, bytes] = {
    "a relation to nothing that nothing names": related("image", "media/image9.png"),
    "settings that are not there": related("webSettings", "absent.xml"),
    "a member without a type that nothing leads to": with_members(document("x"), {"word/.DS_Store": b"x"}),
    "a type of no part": typed(override("/word/absent.xml")),
    "a type declared twice": typed(override("/word/styles.xml"), '<Default Extension="XML" ContentType="a/b"/>'),
}


@pytest.mark.parametrize("word", MENDED.values(), ids=MENDED)
def test_what_nobody_would_miss_is_mended(word: bytes) -> None:
    rendered = compile_template(word).render({})
    assert faults_of(rendered) == []
    assert "absent.xml" not in str(member(rendered, TYPES)) + str(member(rendered, RELATIONS))
    assert str(member(rendered, TYPES)).count("/word/styles.xml") == 1


REFUSED: Mapping[str, tuple[bytes, str]] = {
    "an image that is not there": (edited(related("image", "media/image9.png"), DOCUMENT, naming("rId77")), "TP011"),
    "a part without a type": (
        with_members(related("image", "media/image9.abc"), {"word/media/image9.abc": b"x"}),
        "TP012",
    ),
    "a link without its relation": (edited(document("x"), DOCUMENT, naming("rId99")), "TP013"),
    "a header without its relation": (
        edited(document("x"), DOCUMENT, lambda xml: xml.replace("<w:sectPr", f"<w:sectPr {PREFIX}", 1).replace(
            "<w:pgSz", '<w:headerReference r:id="rId98" w:type="default"/><w:pgSz'
        )),
        "TP013",
    ),
    "a tag in the place of a relation": (edited(document("x"), DOCUMENT, naming("{{ a }}")), "TP013"),
    "two relations of one identifier": (related("theme", "theme/theme1.xml", identifier="rId1"), "TP014"),
    "a reference to no note": (body('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'), "TP015"),
    "a reference to no note at the end": (
        edited(footnotes(), DOCUMENT, lambda xml: xml.replace("footnoteRef", "endnoteRef")),
        "TP015",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("word", "code"), REFUSED.values(), ids=REFUSED)
def test_what_word_would_refuse_is_refused(word: bytes, code: str) -> None:
    assert compile_codes(word) == [code]


def test_a_note_that_a_block_may_leave_out_is_refused() -> None:
    def second_note(xml: str) -> str:
        tags = P.format("{%p if a %}"), P.format("{%p endif %}")
        return xml.replace("</w:footnote>", f'{tags[0]}</w:footnote><w:footnote w:id="3">{tags[1]}</w:footnote>')

    assert compile_codes(edited(footnotes(), "word/footnotes.xml", second_note)) == ["TP115"]


def test_a_fault_names_what_is_missing_and_how_to_mend_it() -> None:
    with pytest.raises(TemplateErrors) as caught:
        compile_template(edited(related("image", "media/image9.png"), DOCUMENT, naming("rId77")))
    [finding] = caught.value.findings
    assert finding.message.endswith("n’est pas dans le fichier : word/media/image9.png (image)")
    assert finding.fix.startswith("supprimez l’image")


def test_a_missing_note_is_told_at_its_place() -> None:
    word = docx.Document()
    word.add_heading("Article 3", 1)
    reference = '<w:p><w:r><w:t>Prix</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    template = edited(saved(word), DOCUMENT, lambda xml: xml.replace("<w:sectPr", f"{reference}<w:sectPr", 1))
    with pytest.raises(TemplateErrors, match="TP015 corps, « Article 3 » : « Prix » : appel d’une note"):
        compile_template(template)


ADMITTED: Mapping[str, bytes] = {
    "a link inside the document": edited(related("hyperlink", "#ici"), DOCUMENT, naming("rId77")),
    "a part named in other letters": edited(related("image", "Theme/Theme1.xml"), DOCUMENT, naming("rId77")),
    "an escaped name": edited(
        with_members(related("image", "media/une%20image.jpeg"), {"word/media/une image.jpeg": b"x"}),
        DOCUMENT,
        naming("rId77"),
    ),
    "a picture of nothing": edited(document("x"), DOCUMENT, naming("")),
    "data of its own": with_members(document("x"), {"customXml/item1.xml": f'<a {PREFIX} r:id="x"/>'.encode()}),
}  # fmt: skip


@pytest.mark.parametrize("word", ADMITTED.values(), ids=ADMITTED)
def test_what_word_opens_is_admitted(word: bytes) -> None:
    assert compile_codes(word) == []
