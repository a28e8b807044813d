"""Copies of templates with findings as Word comments: sound, at their place, and still templates."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from generator.cli import run
from generator.rendering import Spot
from generator.rendering.review import Remark, annotate, review_template
from tests.support.word import NAMESPACES, W, document, member, saved, tree, with_members

COMMENTS = "word/comments.xml"

pytestmark = pytest.mark.usefixtures("workspace")


def marked_text(word: bytes, number: int) -> str:
    """The text of the paragraph that a comment's range surrounds."""
    [start] = tree(word).xpath(f"//w:commentRangeStart[@w:id='{number}']", namespaces=NAMESPACES)
    paragraph = start.getparent()
    assert paragraph.xpath(f"w:commentRangeEnd[@w:id='{number}']", namespaces=NAMESPACES)
    assert paragraph.xpath(f"w:r/w:commentReference[@w:id='{number}']", namespaces=NAMESPACES)
    return "".join(paragraph.itertext())


def comments(word: bytes) -> list[str]:
    return ["".join(comment.itertext()) for comment in tree(word, COMMENTS)]


def annotated(source: Path, target: str = "annote.docx") -> bytes:
    run(["templates", "check", str(source), "--annotate", target, "--quiet"])
    return Path(target).read_bytes()


def test_each_finding_is_a_comment_at_its_paragraph() -> None:
    Path("modele.docx").write_bytes(document("Avant.", "Vu l'acte", "{{ a b }}"))
    word = annotated(Path("modele.docx"))
    first, second = comments(word)
    assert first.startswith("TP412 avertissement : ")
    assert marked_text(word, 0) == "Vu l'acte"
    assert second.startswith("TP103 erreur : ")
    assert marked_text(word, 1) == "{{ a b }}"


def test_what_stands_in_a_header_is_said_at_the_head_of_the_body() -> None:
    word = docx.Document()
    word.add_paragraph("Corps.")
    word.sections[0].header.paragraphs[0].text = "l'en-tête"
    Path("modele.docx").write_bytes(saved(word))
    copy = annotated(Path("modele.docx"))
    [comment] = comments(copy)
    assert "en-tête 1" in comment
    assert marked_text(copy, 0) == "Corps."


def test_what_stands_in_a_clause_is_said_at_the_tag_that_includes_it() -> None:
    Path("templates/clauses/frais.docx").write_bytes(document("Vu l'acte"))
    Path("templates/lettre").mkdir()
    Path("templates/lettre/modele.docx").write_bytes(document("Avant.", '{%p include "frais.docx" %}'))
    word = annotated(Path("templates/lettre/modele.docx"))
    [comment] = comments(word)
    assert comment.startswith("clause frais.docx, corps : « Vu l'acte » : TP412 avertissement : ")
    assert marked_text(word, 0) == '{%p include "frais.docx" %}'


def test_comments_join_those_that_the_template_has() -> None:
    word = annotate(document("un", "deux"), [Remark(Spot("corps", paragraph="deux"), "premier")])
    again = annotate(word, [Remark(Spot("corps", paragraph="un"), "second")])
    assert comments(again) == ["premier", "second"]
    assert (marked_text(again, 0), marked_text(again, 1)) == ("deux", "un")
    assert member(again, "[Content_Types].xml").count(b"comments+xml") == 1


def test_a_part_that_bears_the_name_already_stays_as_it_is() -> None:
    stray = with_members(document("Vu l'acte"), {COMMENTS: b"<a/>"})
    word = annotate(stray, [Remark(Spot(), "remarque")])
    assert member(word, COMMENTS) == b"<a/>"
    assert "remarque" in "".join(tree(word, "word/comments1.xml").itertext())


def test_the_copy_is_a_template_with_the_same_findings() -> None:
    source = Path("templates/convention_specifique/modele.docx")
    word = docx.Document(str(source))
    word.paragraphs[3].add_run(" l'essai {{ action.numero }}")
    word.save(str(source))
    copy = Path("templates/relu/modele.docx")  # beside the clauses, as the template is
    copy.parent.mkdir()
    copy.write_bytes(annotated(source))
    before, after = review_template(source), review_template(copy)
    assert before.faults
    assert after.faults == before.faults


def test_a_copy_never_replaces_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("modele.docx").write_bytes(document("x"))
    assert run(["templates", "check", "modele.docx", "--annotate", "modele.docx"]) == 1
    assert "existe déjà" in capsys.readouterr().err
    assert run(["templates", "check", "--annotate", "copie.docx"]) == 2


def test_what_cannot_be_opened_has_no_copy() -> None:
    Path("modele.docx").write_bytes(b"rien")
    assert run(["templates", "check", "modele.docx", "--annotate", "copie.docx"]) == 1
    assert not Path("copie.docx").exists()


def test_python_docx_reads_the_copy() -> None:
    Path("modele.docx").write_bytes(document("l'un", "l'autre"))
    annotated(Path("modele.docx"))
    assert [paragraph.text for paragraph in docx.Document("annote.docx").paragraphs][:2] == ["l'un", "l'autre"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_opens_the_copy_and_keeps_its_comments(tmp_path: Path) -> None:
    Path("modele.docx").write_bytes(document("l'un", "{{ a b }}"))
    annotated(Path("modele.docx"))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:Office Open XML Text", "--outdir", "relu", "annote.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    kept = tree(Path("relu/annote.docx").read_bytes(), COMMENTS)
    assert [comment.get(f"{{{W}}}author") for comment in kept] == ["parafe", "parafe"]
