"""The lint of templates: each check refuses a case and admits its neighbour, and names the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from rendering.word import document

from generator.rendering.lint import Review, review_template

N, F = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


def review(tmp_path: Path, word: bytes, known: set[str] | None = None) -> Review:
    path = tmp_path / "modele.docx"
    path.write_bytes(word)
    return review_template(path, known)


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
    assert finding.message.startswith("corps : « Considérant l'intérêt de {{ a }}, » : ")
    assert "l’intérêt" in finding.fix
    assert finding.severity == "avertissement"


def test_a_name_that_the_catalogue_lacks_is_found_with_the_nearest_one(tmp_path: Path) -> None:
    word = document("{{ action.intitul }}", "{%p for x in liste %}", "{{ x.nom }}", "{%p endfor %}")
    [finding] = review(tmp_path, word, {"action", "action.intitule", "liste", "liste[]", "liste[].nom"}).findings
    assert (finding.code, finding.severity) == ("TP401", "erreur")
    assert finding.fix == "vouliez-vous dire `action.intitule` ?"


def test_what_stands_below_an_unknown_name_is_not_told_again(tmp_path: Path) -> None:
    word = document("{%p for x in rien %}", "{{ x.nom }}", "{%p endfor %}")
    assert [finding.code for finding in review(tmp_path, word, {"action"}).findings] == ["TP401"]
