"""The table of mistakes: each is told once, at what is to blame, with its remedy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from generator.findings import errors
from generator.rendering.review import review_template
from tests.support.as_word import notes, paragraph
from tests.support.places import ROOT
from tests.support.scale import every_tenth
from tests.support.word import document, saved, table

ROWS: list[Mapping[str, Any]] = yaml.safe_load((ROOT / "tests/rendering/mistakes.yaml").read_text(encoding="utf-8"))


def typed(row: Mapping[str, Any]) -> list[str]:
    return row["typed"] if isinstance(row["typed"], list) else [row["typed"]]


def template(row: Mapping[str, Any]) -> bytes:
    """A small template with what was typed, in its place."""
    texts = typed(row)
    match row.get("place", "paragraph"):
        case "table":
            return table(*(text.split(" | ") for text in texts))
        case "header":
            word = docx.Document()
            for text in texts:
                word.sections[0].header.add_paragraph(text)
            return saved(word)
        case "note":
            return notes("footnote", *map(paragraph, texts))
    return document(*texts)


def part(row: Mapping[str, Any]) -> str:
    return {"table": "corps, tableau 1", "header": "en-tête 1", "note": "note"}.get(row.get("place", ""), "corps")


def plain(text: str) -> str:
    """A message with ordinary spaces, as the table writes it, and without the arrows around a tag."""
    return " ".join(text.replace("\u202f", " ").replace("→", "").replace("←", "").split())


@pytest.mark.parametrize("row", ROWS, ids=[" ¶ ".join(typed(row)) for row in ROWS])
def test_a_mistake_is_told_once_at_its_place_with_its_remedy(row: Mapping[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(template(row))
    names = {name.partition("=")[0]: name.partition("=")[2] for name in row.get("names", ())}
    found = list(errors(review_template(path, names or None).findings))
    assert len(found) == row.get("errors", 1), [finding.message for finding in found]
    first = found[0]
    blamed = typed(row)[0].split(" | ")[0] if row.get("place") == "table" else typed(row)[0]
    where, _, said = plain(first.message).partition(f"{plain(row.get('at', blamed))} » : ")
    assert first.code == row["code"]
    assert where.startswith(part(row)), first.message
    assert plain(row.get("says", "")) in said
    assert any(plain(words) in plain(first.fix) for words in row["fix"].split("|")) if row["fix"] else True
    assert all(finding.fix for finding in found)


KNOWN_TEXTS = (
    *("a", "b", "c", "d", "x", "z", "t", "v", "m", "titre", "nom", "ville", "prenom", "montant", "total", "date"),
    *("budget", "budget.total", "intitule", "adresse", "l_adresse", "nom_du_maire", "Nom_du_maire", "mon_titre"),
    *("parties[].nom", "l[]", "l[].n", "y[]"),
)
KNOWN = {
    **dict.fromkeys(KNOWN_TEXTS, ""),
    **dict.fromkeys(("l", "y", "parties", "liste"), "une liste"),
    "parties[]": "un ensemble d’éléments",
}


@pytest.mark.parametrize("row", every_tenth([row for row in ROWS if "names" not in row], name=str))
def test_a_mistake_is_told_as_often_where_the_catalogue_is_known(row: Mapping[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(template(row))
    found = [finding.message for finding in errors(review_template(path, KNOWN).findings)]
    assert len(found) == row.get("errors", 1), found


def test_the_table_holds_the_mistakes_of_every_place() -> None:
    assert len(ROWS) >= 60
    assert {row.get("place", "paragraph") for row in ROWS} == {"paragraph", "table", "header", "note"}


@pytest.mark.parametrize(
    ("text", "pointed"),
    [
        ("{% if a %}x{% endif %} y{% endif %}", "x{% endif %} y→{% endif %}←"),
        ("{{ nom }} et {{ nom", "{{ nom }} et →{{ nom←"),
        ("{{ x|uper }} et {{ x|uper }}", "→{{ x|uper }}← et {{ x|uper }}"),
    ],
)
def test_the_arrows_stand_around_the_tag_that_is_meant(text: str, pointed: str, tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(document(text))
    assert pointed in next(errors(review_template(path).findings)).message
