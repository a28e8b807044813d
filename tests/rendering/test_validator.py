"""Microsoft's own rules of Open XML: no output has an error that its template had not.

They need the validator that ``tests/validator/package.json`` names, as ``ooxml-validator`` on the path. In continuous
integration its absence is a failure, elsewhere a skip. docxtpl's own result has errors for some of these templates (a
span or a background written before the width of its cell): there, being valid wins over being equal.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm
from docxtpl import InlineImage, Listing, RichText, RichTextParagraph

from generator.artifacts import Blank, Style, StyledText
from generator.cli import run
from generator.rendering import compile_template
from tests.support.as_word import paragraph, word_365
from tests.support.docxtpl_traps import RIGHT
from tests.support.docxtpl_values import RICH_PROPERTIES, bare_template, italic, picture, stranger, written
from tests.support.identified_content import REPEATING
from tests.support.numbered_lists import numbered
from tests.support.places import ROOT
from tests.support.sample_charts import CHARTS
from tests.support.sample_templates import CONTEXT, TEMPLATES, P
from tests.support.scale import every_tenth
from tests.support.word import body, document, saved, table
from tests.support.word_templates import BODIES, NOTES
from tests.support.workspaces import action_kinds

VALIDATOR = "ooxml-validator"

Errors = Callable[[bytes], set[tuple[str, str]]]


@pytest.fixture(scope="session")
def errors(tmp_path_factory: pytest.TempPathFactory) -> Errors:
    """What tells the errors of a document, each by its type and its description."""
    if shutil.which(VALIDATOR) is None:
        reason = f"{VALIDATOR} is not installed here: npm install --prefix FOLDER, with tests/validator/package.json"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    path = tmp_path_factory.mktemp("validator") / "document.docx"

    def of(word: bytes) -> set[tuple[str, str]]:
        path.write_bytes(word)
        done = subprocess.run([VALIDATOR, str(path)], capture_output=True, check=False, timeout=120)
        report = json.loads(done.stdout)
        assert report["ok"] == (report["errors"] == [])
        return {(error["errorType"], error["description"]) for error in report["errors"]}

    return of


def rich_text() -> RichText:
    """A text with every property that docxtpl knows, each break, and a link."""
    rich = RichText("un\ndeux\ttrois\aquatre\fcinq")
    for properties in RICH_PROPERTIES.values():
        rich.add("x", **properties)
    rich.add("y", color="FF0000", highlight="#FFFF00", bold=True, font="Arial", lang="fr-FR", superscript=True)
    rich.add("lien", url_id=compile_template(document()).build_url_id("https://www.dijon.fr/?a=1&b=2"))
    return rich


def rich_paragraphs() -> RichTextParagraph:
    rich = RichTextParagraph(rich_text(), parastyle="Quote")
    rich.add("simple")
    rich.add("point", parastyle="ListBullet")
    return rich


def image() -> InlineImage:
    return InlineImage(stranger(), picture(), width=Mm(20), anchor="https://www.dijon.fr")


def images_in_every_part() -> bytes:
    word = docx.Document()
    word.add_paragraph("{{ v }} et {{ v }}")
    word.sections[0].header.paragraphs[0].text = "{{ v }}{{ v }}"
    word.sections[0].footer.paragraphs[0].text = "{{ v }}"
    return saved(word)


STYLED = StyledText(("1", Style.PLAIN), ("er", Style.SUPERSCRIPT), (" mars", Style.PLAIN))
VALUES: Mapping[str, tuple[bytes, Mapping[str, Any]]] = {
    "a rich text": (italic("{{r v}}"), {"v": rich_text()}),
    "rich paragraphs": (document("a", "{{p v}}", "b"), {"v": rich_paragraphs()}),
    "a listing": (italic("{{ v }}"), {"v": Listing("a\nb\tc\ad\fe")}),
    "images in every part": (images_in_every_part(), {"v": image()}),
    "images of a loop": (document("{%p for i in v %}", "{{ i }}", "{%p endfor %}"), {"v": [image(), image()]}),
    "an image in a cell": (table(["{{ v }}", "b"]), {"v": image()}),
    "charts": (document("{%p for c in v %}", "{{ c }}", "{%p endfor %}"), {"v": list(CHARTS.values())}),
    "a chart in a cell": (table(["{{ v }}", "b"]), {"v": CHARTS["rows"]}),
    "a page break in a cell": (table(["{{ v }}", "b"]), {"v": "a\fb\nc"}),
    "styled text": (italic("{{ v }}"), {"v": STYLED}),
    "marks": (TEMPLATES["rows"], {}),
    "a mark beside text": (italic("{{ v }}"), {"v": Blank("lieu")}),
    "marks between runs and paragraphs": (body(P.format("{{p v}}"), P.format("{{r w}}")), {}),
}


DOCUMENTS: Mapping[str, tuple[bytes, Mapping[str, Any]]] = {
    **{name: (template, {}) for name, template in TEMPLATES.items()},
    **{f"{name}, by Word": (word_365(xml, paragraph("Fin.")), {}) for name, xml in BODIES.items()},
    **{f"{name}, by Word": (template, {}) for name, template in NOTES.items()},
    **{f"repeated {name}": (template, {}) for name, template in REPEATING.items()},
    **{f"docxtpl is wrong: {name}": (template, context) for name, (template, context, *_) in RIGHT.items()},
}


@pytest.mark.parametrize("name", every_tenth(list(DOCUMENTS), name=str))
def test_no_document_has_an_error_that_its_template_had_not(name: str, errors: Errors) -> None:
    template, context = DOCUMENTS[name]
    found = errors(compile_template(template).render({**CONTEXT, **context}))
    assert found <= (errors(template) if found else found)


@pytest.mark.parametrize("name", VALUES)
def test_no_value_brings_an_error(name: str, errors: Errors) -> None:
    template, context = VALUES[name]
    assert errors(compile_template(template).render(context, draft=True)) == set()


@pytest.mark.parametrize("tag", ['{%p include "frais.docx" %}', '{%p include "frais.docx" restart %}'])
def test_no_clause_brings_an_error(tag: str, errors: Errors, tmp_path: Path) -> None:
    clause = docx.Document(io.BytesIO(saved(numbered(["a", "b"], text="Alinéa %1"))))
    for style in ("List Number", "Quote", "Heading 2"):
        clause.add_paragraph("c", style=style)
    clause.add_table(1, 2, style="Table Grid")
    clause.add_picture(picture(), width=Mm(5))
    clause.save(str(tmp_path / "frais.docx"))
    word = docx.Document(io.BytesIO(table([tag, "b"], before=["un", tag], after=[tag])))
    word.sections[0].header.paragraphs[0].text = tag
    assert errors(compile_template(saved(word), clauses=tmp_path).render({})) == set()


def test_no_sub_document_brings_an_error(errors: Errors) -> None:
    for template in (document("{{p v }}"), bare_template()):
        assert errors(compile_template(template).render({"v": written(stranger())})) <= errors(template)


def test_no_act_of_the_example_has_an_error(errors: Errors, tmp_path: Path) -> None:
    act = [str(ROOT / "inputs/2017/2017-02.yaml"), "--workspace", str(ROOT), "--output", str(tmp_path), "--quiet"]
    for options in ([], ["--final"], ["--final", "--only", "ordre_de_mission"]):
        assert run(["generate", *act, *options]) == 0
    acts = {}
    for path in sorted(tmp_path.rglob("*.docx")):
        if "sources" not in path.parts:
            acts[path.parent.name == "projets", path.stem.partition("-")[0]] = path
    assert {kind for is_draft, kind in acts if not is_draft} == action_kinds() - {"convention_cadre"}
    assert {path.name: found for path in acts.values() if (found := errors(path.read_bytes()))} == {}


@pytest.mark.parametrize(
    ("paragraph", "error"),
    [
        ("<w:p><w:pPr/><w:r><w:t>x</w:t><w:rPr/></w:r></w:p>", "Schema"),
        ('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', "Semantic"),
    ],
)
def test_the_validator_finds_a_fault_put_there_on_purpose(paragraph: str, error: str, errors: Errors) -> None:
    assert [kind for kind, _ in errors(body(paragraph))] == [error]
