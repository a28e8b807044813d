"""The lint of templates: each check refuses a case and admits its neighbour, and names the place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import docx
import pytest

from generator.rendering import TemplateErrors, compile_template
from generator.rendering.review import Remark, Review, UnreadableArchiveError, annotate, review_template, unused_values
from tests.mutants import spoilt_templates as mutants
from tests.support import hostile_templates as hostile
from tests.support.as_word import control, field, paragraph, run, word_365
from tests.support.places import TEMPLATES
from tests.support.scale import a_tenth_or_in_full
from tests.support.word import body, document, saved, table

P = "<w:p><w:r>{}<w:t>{}</w:t></w:r></w:p>"
PLAIN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
N, F = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


def review(tmp_path: Path, word: bytes, known: set[str] | None = None) -> Review:
    path = tmp_path / "modele.docx"
    path.write_bytes(word)
    return review_template(path, None if known is None else dict.fromkeys(known, ""))


def codes(tmp_path: Path, *paragraphs: str) -> list[str]:
    return [finding.code for finding in review(tmp_path, document(*paragraphs)).findings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Il est convenu : rien", "TP411"),
        ("« {{ a }} »", "TP411"),
        ("Vu la loi n° {{ a }}", "TP411"),
        ("la somme de {{ a }} €", "TP411"),
        ("M. {{ a }}", "TP411"),
        ("Vu {{ a }} ;", "TP411"),
        ("le 14 juin 2016", "TP411"),
        ("l'objet", "TP412"),
        ("l'{{ a }}", "TP412"),
        ("la suite...", "TP412"),
        (f"le 1{N}mars 2017", "TP413"),
        ("Etat", "TP414"),
        ("CONVENTION SPECIFIQUE", "TP414"),
        ("A compter de ce jour", "TP414"),
        (f"Mr{N}Untel", "TP415"),
    ],
)
def test_a_typographic_fault_is_found(text: str, code: str, tmp_path: Path) -> None:
    assert codes(tmp_path, text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        f"Il est convenu{N}: rien",
        f"«{N}{{{{ a }}}}{N}»",
        f"Vu la loi n°{N}{{{{ a }}}}",
        f"la somme de {{{{ a }}}}{N}€",
        f"M.{N}{{{{ a }}}}",
        f"Vu {{{{ a }}}}{F};",
        f"le 14{N}juin 2016, puis le 21{N}mars",
        "l’objet et l’{{ a }}",
        "{{ a['l'] }} {% if a == \"b : c\" %}oui{% endif %}",
        "la suite…",
        f"{{% for x in a %}}{{{{ x }}}}{{% if loop.last %}} et {{% else %}}, {{% endif %}}{{% endfor %}}{F};",
        f"le 1er{N}mars 2017",
        "État, Étape, CONVENTION SPÉCIFIQUE, Préambule, Élus",
        "À compter de ce jour, A et B",
        f"M.{N}Untel",
        "voir https://exemple.fr/a?b=c;d et fichier.docx",
    ],
)
def test_what_is_well_typeset_is_admitted(text: str, tmp_path: Path) -> None:
    assert codes(tmp_path, text) == []


def test_a_fault_says_where_it_stands_and_what_to_write(tmp_path: Path) -> None:
    [finding] = review(tmp_path, document("Avant.", "Considérant l'intérêt de {{ a }},")).findings
    assert finding.message.startswith("corps : « Considérant l'intérêt de {{ a }}, » : ")
    assert "l’intérêt" in finding.fix
    assert finding.severity == "avertissement"


def test_a_name_that_the_catalogue_lacks_is_found_with_the_nearest_one(tmp_path: Path) -> None:
    word = document("{{ action.intitul }}", "{%p for x in liste %}", "{{ x.nom }}", "{%p endfor %}")
    [finding] = review(tmp_path, word, {"action", "action.intitule", "liste", "liste[]", "liste[].nom"}).findings
    assert (finding.code, finding.severity) == ("TP401", "erreur")
    assert finding.fix == "vouliez-vous dire « action.intitule » ?"


def test_names_are_judged_beside_the_errors_of_a_template_that_does_not_compile(tmp_path: Path) -> None:
    word = document(
        "{{ a b }}",
        "{{ budgte.total }}",
        "{% for l in budget.lignes %}{{ l.montnat }} {{ l.montant.upper() }}{% endfor %}",
        "{% set x = budget %}{{ x.total }} {{ x.ttal }}",
        "{% for l in inconnu %}{{ l.a }}{% endfor %}",
    )
    known = {"budget", "budget.total", "budget.lignes", "budget.lignes[]", "budget.lignes[].montant"}
    faults = review(tmp_path, word, known).faults
    assert faults[0].message.code == "TP103"
    unknown = [fault.what for fault in faults if fault.message.code == "TP401"]
    assert unknown == ["budgte.total", "budget.lignes[].montnat", "budget.ttal", "inconnu"]


def test_a_tag_too_deep_to_be_read_hides_no_name_of_another(tmp_path: Path) -> None:
    word = document("{{ " + "-" * 1900 + "a }}", "{{ inconnu }}")
    found = [fault.message.code for fault in review(tmp_path, word, {"a"}).faults]
    assert found == ["TP118", "TP401"]


def test_what_stands_below_an_unknown_name_is_not_told_again(tmp_path: Path) -> None:
    word = document("{%p for x in rien %}", "{{ x.nom }}", "{%p endfor %}")
    assert [finding.code for finding in review(tmp_path, word, {"action"}).findings] == ["TP401"]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        (document("{%p if a %}{%p if b %}", "x", "{%p endif %}", "{%p endif %}"), "TP110"),
        (document("Important {%p if a %}", "x", "{%p endif %}"), "TP111"),
        (document("{{ a|default(«x») }}"), "TP113"),
        (body('<w:p><w:r><w:t>{{ a</w:t></w:r><w:ins w:id="1"><w:r><w:t>.b }}</w:t></w:r></w:ins></w:p>'), "TP108"),
        (body('<w:p><w:ins w:id="1"><w:r><w:t>neuf</w:t></w:r></w:ins></w:p>'), "TP403"),
        (document(f"{{{{{N}a }}}}"), "TP404"),
        (table(["{%tr for x in a %}"], ["x"]), "TP107"),
        (table(["{% for x in a %}x", "y{% endfor %}"]), "TP115"),
        (table(["{%p for x in a %}", ""], ["{{ x }}", ""], ["{%p endfor %}", ""]), "TP405"),
        (body(P.format('<w:rPr><w:sz w:val="30"/></w:rPr>', "gros")), "TP421"),
        (body('<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>'), "TP421"),
    ],
)
def test_a_faulty_tag_or_layout_is_found(word: bytes, code: str, tmp_path: Path) -> None:
    assert code in [finding.code for finding in review(tmp_path, word).findings]


@pytest.mark.parametrize(
    "word",
    [
        document("{%p if a %}", "{%p if b %}", "Important", "{%p endif %}", "{%p endif %}"),
        document('{{ a|default("x") }}', f'{{{{ a|default("x{N}y") }}}}'),
        table(["{%tr for x in a %}", ""], ["{{ x }}", "y"], ["{%tr endfor %}", ""]),
        table(["{% for x in a %}x{% endfor %}", "y"], before=["{%p for y in b %}"], after=["{%p endfor %}"]),
        body(P.format("<w:rPr><w:b/><w:i/></w:rPr>", "gras")),
        body(P.format('<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>', "x")),
        body('<w:p><w:pPr><w:pStyle w:val="Title"/><w:spacing w:before="200"/></w:pPr></w:p>'),
    ],
)
def test_a_sound_tag_or_layout_is_admitted(word: bytes, tmp_path: Path) -> None:
    assert review(tmp_path, word).findings == ()


def test_a_block_from_one_table_to_another_is_found(tmp_path: Path) -> None:
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>'
    rows = ["{%tr for x in a %}", "{{ x }}"], ["x", "{%tr endfor %}"]
    tables = [
        f"<w:tbl>{grid}{''.join(f'<w:tr><w:tc>{PLAIN.format(text)}</w:tc></w:tr>' for text in texts)}</w:tbl>"
        for texts in rows
    ]
    found = review(tmp_path, body(*tables, "<w:p/>")).findings
    assert "TP405" in [finding.code for finding in found]


def test_findings_come_in_reading_order_those_that_forbid_to_compile_too(tmp_path: Path) -> None:
    assert codes(tmp_path, "l'un", "{{ a b }}", "l'autre") == ["TP412", "TP103", "TP412"]


def test_a_file_that_is_no_word_document_is_a_finding(tmp_path: Path) -> None:
    assert [finding.code for finding in review(tmp_path, b"rien").findings] == ["TP001"]


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/modele.docx")), ids=lambda path: path.parent.name)
def test_the_shipped_templates_are_clean(path: Path) -> None:
    assert review_template(path).findings == ()


def test_a_name_that_the_catalogue_leaves_open_is_admitted(tmp_path: Path) -> None:
    known = {"convention", "convention.article", "convention.article.*"}
    assert review(tmp_path, document("{{ convention.article.propre }}"), known).findings == ()
    assert len(review(tmp_path, document("{{ convention.propre }}"), known).findings) == 1


def test_a_character_of_a_known_text_is_admitted(tmp_path: Path) -> None:
    assert review(tmp_path, document("{{ a[0]|upper }}{{ a[1:] }}"), {"a"}).findings == ()
    assert len(review(tmp_path, document("{{ a[0].b }}"), {"a"}).findings) == 1


def test_unused_values_are_told_as_information_a_whole_group_once(tmp_path: Path) -> None:
    known = ["a", "a.b", "a.c", "d", "d.e", "f", "f[]", "f[].g", "f[].h", "i"]
    reviewed = review(tmp_path, document("{{ a.b }}", "{% for x in f %}{{ x.g }}{% endfor %}"), set(known))
    fault = unused_values(reviewed, known)
    assert fault is not None
    assert (fault.what, fault.finding("x").severity) == ("a.c, d, f[].h, i", "information")
    assert unused_values(reviewed, ["a", "a.b"]) is None


def test_the_properties_that_a_reader_sees_are_read_too(tmp_path: Path) -> None:
    word = docx.Document()
    word.core_properties.title = "Convention n° {{ numero }} : l'accueil"
    word.core_properties.author = "l'auteur"
    (tmp_path / "modele.docx").write_bytes(saved(word))
    faults = review_template(tmp_path / "modele.docx").faults
    assert {fault.message.code for fault in faults} == {"TP411", "TP412"}
    assert {fault.spot.part for fault in faults} == {"propriétés"}


@pytest.mark.parametrize("made", [hostile.template, hostile.hostile_archive, lambda chance: mutants.mutant(chance)[1]])
@a_tenth_or_in_full("count", 40)
def test_whatever_the_file_it_is_reviewed_annotated_and_included_or_refused(
    count: int, made: Callable[[Random], bytes], tmp_path: Path
) -> None:
    chance = Random(7)  # noqa: S311 - a seed that can be run again
    (tmp_path / "clauses").mkdir()
    (tmp_path / "lettre").mkdir()
    modele, clause = tmp_path / "lettre/modele.docx", tmp_path / "clauses/frais.docx"
    for _ in range(count):
        word = made(chance)
        clause.write_bytes(word)
        for content in (word, document('{%p include "frais.docx" %}')):
            modele.write_bytes(content)
            faults = review_template(modele, {"nom": ""}).faults
            with suppress(UnreadableArchiveError):
                annotate(content, [Remark(fault.spot, fault.sentence) for fault in faults])
            with suppress(TemplateErrors):
                compile_template(modele).render({}, draft=True)


def codes_of(tmp_path: Path, word: bytes) -> list[str]:
    return [finding.code for finding in review(tmp_path, word).findings]


@pytest.mark.parametrize("name", ["DATE \\@ dd/MM/yyyy", "FILENAME", "USERNAME", 'FILLIN "Lieu"'])
def test_a_field_that_changes_by_itself_is_told(name: str, tmp_path: Path) -> None:
    assert codes_of(tmp_path, word_365(paragraph(field(f" {name} ", run("x"))))) == ["TP440"]
    assert codes_of(tmp_path, word_365(paragraph(field(" PAGE ", run("1"))))) == []


def test_the_prompt_of_a_control_that_no_tag_fills_is_told(tmp_path: Path) -> None:
    prompt = "<w:showingPlcHdr/>"
    assert codes_of(tmp_path, word_365(control(paragraph("Cliquez ici."), prompt))) == ["TP441"]
    assert codes_of(tmp_path, word_365(control(paragraph("{{ nom }}"), prompt), control(paragraph("Texte")))) == []


def test_what_a_fault_tells_is_not_told_again_by_the_lint(tmp_path: Path) -> None:
    inserted = f'<w:ins w:id="1" w:author="a">{run("nom }}")}</w:ins>'
    assert codes_of(tmp_path, word_365(paragraph("{{ ", inserted))) == ["TP108"]
    assert codes_of(tmp_path, table(["{% for x in a %}x", "y{% endfor %}"])) == ["TP115"]


def test_a_row_that_was_inserted_or_deleted_is_a_pending_revision(tmp_path: Path) -> None:
    row = '<w:tr><w:trPr><w:{} w:id="1" w:author="a"/></w:trPr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>'
    grid = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>{}</w:tbl><w:p/>'
    for kind in ("ins", "del"):
        assert codes_of(tmp_path, word_365(grid.format(row.format(kind)))) == ["TP403"]


def test_a_straight_apostrophe_in_a_text_that_a_tag_prints_is_told(tmp_path: Path) -> None:
    assert codes_of(tmp_path, document('{{ "l\'école" if a else "x" }}')) == ["TP412"]
    assert codes_of(tmp_path, document('{{ "l’école" if a else "x" }}', '{% if a == "l\'x" %}y{% endif %}')) == []


def test_a_reference_to_a_bookmark_that_is_nowhere_is_told(tmp_path: Path) -> None:
    link = f'<w:hyperlink w:anchor="nulle">{run("x")}</w:hyperlink>'
    here = f'<w:bookmarkStart w:id="1" w:name="_Ref1"/>{run("ici")}<w:bookmarkEnd w:id="1"/>'
    lost = [paragraph(field(" REF _Ref2 ", run("3"))), paragraph(field(" PAGEREF _Ref2 ", run("3"))), paragraph(link)]
    assert codes_of(tmp_path, word_365(*lost, paragraph(here))) == ["TP510", "TP510", "TP510"]
    assert codes_of(tmp_path, word_365(paragraph(field(" REF _Ref1 ", run("3"))), paragraph(here))) == []


@pytest.mark.parametrize(
    "text", ["Voir Erreur ! Source du renvoi introuvable.", "Voir Error! Reference source not found."]
)
def test_what_word_writes_for_a_lost_reference_is_told_once(text: str, tmp_path: Path) -> None:
    assert codes(tmp_path, text) == ["TP442"]
