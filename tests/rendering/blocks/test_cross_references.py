"""References follow the bookmark of their turn, and never lead to what a condition took away."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering.review import review_template
from tests.support.as_word import field, notes, paragraph, run, word_365
from tests.support.block_templates import (
    ELSE,
    END_IF,
    END_LOOP,
    IF,
    LOOP,
    NO,
    YES,
    bookmarked,
    code,
    found,
    in_header,
    rendered,
)
from tests.support.sample_templates import CONTEXT, cell, grid
from tests.support.word import DOCUMENT, edited, member, render_errors

CLAUSE = IF + bookmarked("_Ref10", "Article 5") + END_IF


def split_field(*codes: str) -> str:
    """A field whose instruction Word cut into runs."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}{''.join(map(code, codes))}{separate}{run('5')}{end}"


REFERENCES = {
    "REF": (field(" REF _Ref10 \\r \\h ", run("5")), "le champ REF _Ref10"),
    "PAGEREF": (field(" PAGEREF _Ref10 ", run("5")), "le champ PAGEREF _Ref10"),
    "NOTEREF": (field(" noteref _Ref10 ", run("5")), "le champ noteref _Ref10"),
    "a name in quotes": (field(' REF "_Ref10" ', run("5")), 'le champ REF "_Ref10"'),
    "a name alone": (field(" _Ref10 \\h ", run("5")), "le champ _Ref10"),
    "another case": (field(" REF _REF10 ", run("5")), "le champ REF _REF10"),
    "a code that Word cut": (split_field(" RE", "F _R", "ef10 \\h "), "le champ REF _Ref10"),
    "a simple field": (f'<w:fldSimple w:instr=" REF _Ref10 ">{run("5")}</w:fldSimple>', "le champ REF _Ref10"),
    "a link": (f'<w:hyperlink w:anchor="_Ref10">{run("5")}</w:hyperlink>', "le lien vers « _Ref10 »"),
    "a field of a link": (field(' HYPERLINK \\l "_Ref10" ', run("5")), 'le champ HYPERLINK \\l "_Ref10"'),
}


@pytest.mark.parametrize(("reference", "what"), REFERENCES.values(), ids=REFERENCES)
def test_a_reference_to_a_clause_that_goes_is_refused_at_its_place(reference: str, what: str) -> None:
    template = word_365(CLAUSE, paragraph("voir ", reference))
    [error] = [" ".join(each.split()) for each in render_errors(template, NO)]
    assert error.startswith(f"TP503 corps : « voir 5 » : {what} mène à un passage qui n’est pas dans l’acte")
    assert render_errors(template, YES) == []
    word = rendered(template, YES)
    assert "\ufde0" not in member(word, DOCUMENT).decode()
    assert found(word, "//w:bookmarkStart/@w:name") == ["_Ref10"]


def test_an_entry_of_a_table_of_contents_whose_heading_goes_is_refused_once() -> None:
    entry = f'<w:hyperlink w:anchor="_Toc1">{run("Article 5")}{field(" PAGEREF _Toc1 ", run("2"))}</w:hyperlink>'
    template = word_365(paragraph(field(' TOC \\o "1-3" \\h ', entry)), IF, bookmarked("_Toc1", "Article 5"), END_IF)
    [error] = render_errors(template, NO)
    assert error.startswith("TP503 corps")
    assert "le lien vers «\u00a0_Toc1\u00a0»" in error
    assert render_errors(template, YES) == []


@pytest.mark.parametrize("part", ["header", "footnote", "row"])
def test_a_reference_anywhere_is_refused_where_it_stands(part: str) -> None:
    reference = paragraph("voir ", field(" REF _Ref10 ", run("5")))
    if part == "header":
        template = in_header(word_365(CLAUSE), reference)
    elif part == "footnote":
        template = edited(
            notes("footnote", reference), DOCUMENT, lambda xml: xml.replace("<w:body>", f"<w:body>{CLAUSE}")
        )
    else:
        template = word_365(CLAUSE, grid(1, cell(reference)), paragraph("a"))
    label = {"header": "en-tête 1", "footnote": "note 1", "row": "corps, tableau 1, ligne 1"}[part]
    [error] = render_errors(template, NO)
    assert " ".join(error.split()).startswith(f"TP503 {label} : ")
    assert render_errors(template, YES) == []


SURE = {
    "in the same branch": IF + bookmarked("_Ref10", "a") + paragraph(field(" REF _Ref10 ", run("5"))) + END_IF,
    "outside any block": bookmarked("_Ref10", "a") + IF + paragraph(field(" REF _Ref10 ", run("5"))) + END_IF,
    "to no bookmark of the template": IF + paragraph("a") + END_IF + paragraph(field(" REF _Ref99 ", run("5"))),
}


@pytest.mark.parametrize("xml", SURE.values(), ids=SURE)
def test_a_reference_whose_target_never_goes_is_neither_refused_nor_told(xml: str, tmp_path: Path) -> None:
    template = word_365(xml, paragraph("Fin."))
    assert render_errors(template, NO) == render_errors(template, YES) == []
    assert "TP504" not in lint(template, tmp_path)


def test_a_bookmark_of_each_branch_serves_the_reference() -> None:
    branches = IF + bookmarked("_Ref10", "a") + ELSE + bookmarked("_Ref10", "b", number=2) + END_IF
    template = word_365(branches, paragraph(field(" REF _Ref10 ", run("5"))))
    assert render_errors(template, NO) == render_errors(template, YES) == []


def test_a_reference_to_a_loop_without_a_turn_is_refused() -> None:
    template = word_365(LOOP, bookmarked("_Ref10", "a"), END_LOOP, paragraph(field(" REF _Ref10 ", run("5"))))
    assert render_errors(template, CONTEXT) == []
    assert [error[:5] for error in render_errors(template, {**CONTEXT, "lignes": []})] == ["TP503"]


def test_a_draft_that_lacks_the_condition_is_not_refused() -> None:
    template = word_365(CLAUSE, paragraph(field(" REF _Ref10 ", run("5"))))
    assert render_errors(template, {}, draft=True) == []
    assert [error[:5] for error in render_errors(template, NO, draft=True)] == ["TP503"]


def lint(template: bytes, folder: Path) -> list[str]:
    path = folder / "modele.docx"
    path.write_bytes(template)
    return [finding.code for finding in review_template(path).findings]


def test_the_lint_says_where_a_target_may_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(word_365(CLAUSE, paragraph("voir ", field(" REF _Ref10 \\r ", run("5")))))
    [finding] = [finding for finding in review_template(path).findings if finding.code == "TP504"]
    assert " ".join(finding.message.split()).startswith("corps : « voir 5 » : le champ REF _Ref10 mène à un passage")


TURN = {
    "REF": (field(" REF _Ref10 \\h ", run("x")), "//w:instrText"),
    "PAGEREF": (field(" PAGEREF _Ref10 ", run("x")), "//w:instrText"),
    "a simple field": (f'<w:fldSimple w:instr=" REF _Ref10 ">{run("5")}</w:fldSimple>', "//w:fldSimple/@w:instr"),
    "a link": (f'<w:hyperlink w:anchor="_Ref10">{run("5")}</w:hyperlink>', "//w:hyperlink/@w:anchor"),
}


@pytest.mark.parametrize(("reference", "path"), TURN.values(), ids=TURN)
def test_a_reference_in_a_loop_follows_the_bookmark_of_its_turn(reference: str, path: str) -> None:
    word = rendered(word_365(LOOP, bookmarked("_Ref10", "{{ l.a }}"), paragraph(reference), END_LOOP))
    names = found(word, "//w:bookmarkStart/@w:name")
    assert names == ["_Ref10", "_Ref10_t2"]
    assert [each for each, name in zip(found(word, path), names, strict=True) if name in each.split()] == found(
        word, path
    )
    assert len(set(found(word, "//w:bookmarkStart/@w:id"))) == 2
    assert found(word, "//w:bookmarkStart/@w:id") == found(word, "//w:bookmarkEnd/@w:id")


def test_a_reference_in_rows_follows_too() -> None:
    rows = grid(
        1,
        cell(paragraph("{%tr for l in lignes %}")),
        cell(bookmarked("_Ref10", "{{ l.a }}") + paragraph(field(" REF _Ref10 ", run("x")))),
        cell(paragraph("{%tr endfor %}")),
    )
    word = rendered(word_365(rows, paragraph("Fin.")))
    assert found(word, "//w:instrText") == [" REF _Ref10 ", " REF _Ref10_t2 "]


def test_a_reference_in_a_loop_inside_follows_the_turn_of_the_loop_around() -> None:
    inner = paragraph("{%p for c in l.c %}") + paragraph(field(" REF _Ref10 ", run("x"))) + END_LOOP
    context = {"lignes": [{"c": ["p"]}, {"c": ["q", "r"]}]}
    word = rendered(word_365(LOOP, bookmarked("_Ref10", "a"), inner, END_LOOP), context)
    assert found(word, "//w:instrText") == [" REF _Ref10 ", " REF _Ref10_t2 ", " REF _Ref10_t2 "]


def test_a_reference_from_outside_a_loop_leads_to_its_first_turn() -> None:
    reference = paragraph(field(" REF _Ref10 ", run("x")))
    word = rendered(word_365(LOOP, bookmarked("_Ref10", "a"), reference, END_LOOP, reference))
    assert found(word, "//w:instrText") == [" REF _Ref10 ", " REF _Ref10_t2 ", " REF _Ref10 "]


def test_a_long_name_stays_within_what_word_admits() -> None:
    name = "_Ref" + "1" * 36
    reference = paragraph(field(f" REF {name} ", run("x")))
    word = rendered(word_365(LOOP, bookmarked(name, "a"), reference, END_LOOP))
    names = found(word, "//w:bookmarkStart/@w:name")
    assert len(set(names)) == 2
    assert max(map(len, names)) <= 40
