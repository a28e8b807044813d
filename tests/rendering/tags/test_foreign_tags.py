"""Tags of other programs, typed as text: told once, and never seen in the prose of an act."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering.faults import Spot
from generator.rendering.review import review_template
from generator.rendering.tags.foreign_tags import as_own_tags, doubtful_faults, foreign_faults
from tests.support.as_word import field, paragraph, run, word_365
from tests.support.word import document


def sure(text: str) -> list[str]:
    return [fault.what for fault in foreign_faults(text, Spot())]


def doubtful(text: str) -> list[str]:
    return [fault.what for fault in doubtful_faults(text, Spot())]


@pytest.mark.parametrize(
    "text",
    [
        "[à compléter], [nom du maire], [NOM], [1], [sic]",
        "50 % des dépenses et 20 % des recettes, soit 30 %, 50% et 20%",
        "{…}, { }, {1, 2}, {a ; b}",
        "« Dijon », « le Maire »",
        "a < b et c > d, <https://exemple.fr>, <contact@exemple.fr>",
        "https://exemple.fr/%C3%A9l%C3%A9s%20et%20villes",
        "n° __ du __/__/____, ________",
        "contact@exemple.fr, #1, 3 # 4, 10 $US, C++",
        "{{ nom }} {% if a %}x{% endif %} {# note #} {_{ x }_}",
        "5 * 3 | 4",
    ],
)
def test_the_prose_of_an_act_holds_none(text: str) -> None:
    assert sure(text) == []
    assert doubtful(text) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("<nom du maire>", "{{ nom_du_maire }}"),
        ("<Ville>", "{{ Ville }}"),
        ("<<nom du maire>>", "{{ nom_du_maire }}"),
        ("«Nom»", "{{ Nom }}"),
        ("{nom du maire}", "{{ nom_du_maire }}"),
    ],
)
def test_what_may_be_a_blank_is_a_doubt(text: str, meant: str) -> None:
    assert sure(text) == []
    [fault] = doubtful_faults(text, Spot())
    assert (fault.message.code, fault.what, fault.kind) == ("TP438", text, meant)


def test_what_is_sure_is_no_doubt_beside() -> None:
    assert (sure("«nom_du_maire» et <<nom>>"), doubtful("«nom_du_maire» et <<nom>>")) == (
        ["«nom_du_maire»", "<<nom>>"],
        [],
    )


def test_a_tag_of_another_program_is_no_fault_of_typography_too(tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(document("«Nom» signe."))
    assert [finding.code for finding in review_template(path).findings] == ["TP438"]
    assert as_own_tags("«Nom» signe.") == "{{ x }} signe."


@pytest.mark.parametrize("shown", ["«nom»", "«nom_du_maire»"])
def test_what_a_merge_field_shows_is_told_with_the_field_alone(shown: str, tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(word_365(paragraph(field(" MERGEFIELD nom ", run(shown)))))
    assert [finding.code for finding in review_template(path).findings] == ["TP436"]


@pytest.mark.parametrize("sign", ["{", "<%", "<", "[[", "%a", "__", "@a", "+++", "*|", "«", "#{", "<<a "])
def test_a_long_text_of_signs_is_read_as_fast_as_any(sign: str) -> None:
    text = sign * 20_000
    assert sure(text + " " * 20_000) is not None
    assert doubtful(text) is not None
