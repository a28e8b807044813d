"""The report of a year as a page: what it says, what it links to, and what no text of a user can do to it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import pytest

from generator.case.year.extracted_parts import (
    ContributionExtract,
    JourneyExtract,
    SignatureExtract,
    SpentExtract,
    VoteExtract,
)
from generator.findings import Finding, Place, Severity
from generator.reports import SheetRow, SheetSession, YearSheet, html_report
from generator.reports.report_style import STYLE
from tests.support.pages_read import Element, read_page
from tests.support.year_sheets import DAY, example_rows, example_sheet, scaled_sheet, sheet_of

ERROR = Finding(
    "CC012",
    Severity.ERROR,
    "Il manque `montant`.",
    Place("inputs/2017/2017-01.yaml", 41, 3),
    ("budget", "ressources", 2, "montant"),
    "Écrire `montant`.",
    "Article 4 : « chaque partie participe »",
)
HOSTILE = "\"'><script>alert(1)</script>&amp;\u202egnp.x\u0000\u0007`<b>`"


def page(sheet: YearSheet) -> Element:
    return read_page("".join(html_report(sheet)))


def of_rows(*rows: SheetRow, **changes: object) -> Element:
    return page(sheet_of(lambda: rows, **changes))


def rows_of(found: Element, caption: str) -> list[list[str]]:
    (table,) = [table for table in found.all("table") if table.all("caption")[0].text == caption]
    return [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")]


def changed(rank: int = 0, **changes: Any) -> SheetRow:
    """An action of the example, with other values in what is kept of it."""
    row = example_rows()[rank]
    assert row.extract is not None
    return replace(row, extract_data=replace(row.extract, **changes).as_json())


def at(*path: str | int) -> dict[str, Any]:
    return {"path": path, "line": 1, "column": 1, "sheet": None, "cell": None}


def spent(amount: str, currency: str, value: str | None = None) -> tuple[SpentExtract, ...]:
    told = Decimal(value) if value else None
    place = at("realisations", "depenses", 0, "montant")
    return (SpentExtract(**place, payer="dijon", amount=Decimal(amount), currency=currency, value=told),)


# What it says


def test_it_says_which_year_under_which_framework_on_which_day() -> None:
    header = page(example_sheet()).all("header")[0].text
    assert header.startswith("Année 2017 : compte rendu")
    assert "Produits : projets. Situation au 10 avril 2017." in header


def test_it_counts_actions_and_findings_those_that_actions_share_once() -> None:
    shared = replace(ERROR, place=Place("templates/x/modele.docx"))
    rows = [replace(row, findings=(shared,)) for row in example_rows()[:3]]
    rows[0] = replace(rows[0], done=False, findings=(shared, ERROR))
    counts = [entry.text for entry in of_rows(*rows).all("header")[0].all("li")]
    assert counts[:4] == ["3 actions", "2 produites", "1 refusée", "2 erreurs"]


def test_what_actions_share_is_told_once_with_how_many_have_it() -> None:
    shared = replace(ERROR, place=Place("templates/x/modele.docx"), message="Modèle illisible.")
    found = of_rows(*(replace(row, findings=(shared,)) for row in example_rows()[:3]))
    (told,) = [item for item in found.all("li") if "Modèle illisible." in item.text]
    assert "3 actions" in told.text
    assert "1 constat commun à plusieurs actions" in found.by_id("action-2017-01").text


def test_a_finding_in_the_workbook_of_a_year_is_told_with_its_action() -> None:
    found = replace(ERROR, place=Place("inputs/2017/programme.xlsx", sheet="Actions", cell="B4"))
    entry = of_rows(replace(changed(file="inputs/2017/programme.xlsx"), findings=(found,))).by_id("action-2017-01")
    assert "inputs/2017/programme.xlsx:Actions!B4" in entry.text


def test_money_is_summed_by_axis_and_by_party_and_never_across_currencies() -> None:
    found = page(example_sheet())
    axes = rows_of(found, "Dépenses par axe")
    assert axes[1] == [
        "Développement économique avec une attention particulière concernant l’économie sociale et solidaire",
        "EUR",
        "2",
        "38 035,00 €",
    ]
    assert axes[-1] == ["Ensemble", "EUR", "6", "105 840,00 €"]
    parties = rows_of(found, "Apports par partie")
    assert ["Ville de Chefchaouen", "MAD", "47 080,00 MAD", "0,00 MAD", "47 080,00 MAD"] in parties
    assert [row[:2] for row in parties[-2:]] == [["Ensemble", "EUR"], ["Ensemble", "MAD"]]


def test_what_was_spent_is_shown_once_an_action_tells_it() -> None:
    found = of_rows(changed(0, spent=spent("120.50", "EUR", "120.50")), changed(2))
    assert rows_of(found, "Dépenses par axe")[0] == ["Axe", "Devise", "Actions", "Prévu", "Dépensé"]
    assert [row[-1] for row in rows_of(found, "Dépenses par axe")[1:]] == ["120,50 €", "–", "120,50 €"]
    assert rows_of(found, "Apports par partie")[1][-1] == "120,50 €"


def test_what_was_spent_in_another_currency_without_a_rate_stands_by_itself() -> None:
    axes = rows_of(of_rows(changed(0, spent=spent("90", "MAD"))), "Dépenses par axe")
    assert [row[1:] for row in axes[1:3]] == [["EUR", "1", "17 040,00 €", "–"], ["MAD", "0", "0,00 MAD", "90,00 MAD"]]


def test_expenses_that_cannot_be_added_up_are_told() -> None:
    text = of_rows(changed(0, expenses=None)).text
    assert "1 action n’est pas comptée dans le prévu" in text


def test_a_finding_is_shown_with_its_place_its_text_and_its_fix() -> None:
    entry = of_rows(replace(example_rows()[0], findings=(ERROR,))).by_id("action-2017-01")
    (told,) = [item for item in entry.all("li") if "CC012" in item.text]
    assert told.text == (
        "Erreur CC012 Il manque montant. Où : inputs/2017/2017-01.yaml:41:3 – budget.ressources[2].montant "
        "Texte : Article 4 : « chaque partie participe » À faire : Écrire montant."
    )
    assert [code.text for code in told.all("code")] == ["CC012", "montant", "budget.ressources[2].montant", "montant"]


def test_findings_of_the_year_stand_by_themselves() -> None:
    sections = page(example_sheet(findings=(ERROR,))).all("section")
    (own,) = [part for part in sections if part.attributes["aria-labelledby"] == "annee"]
    assert "CC012" in own.text


def late_row(limit: str) -> SheetRow:
    steps = [{"etape": "Vote de la délibération", "limite": limit, "reference": "D-1"}, {"etape": "Signature"}]
    return replace(example_rows()[0], track_data=({"partie": "Ville A", "etapes": steps},))


def test_a_late_step_is_shown_from_the_day_after_its_last_day() -> None:
    found = rows_of(of_rows(late_row("2017-04-09")), "Étapes en retard au 10 avril 2017")
    assert found[1:] == [["2017-01", "Ville A", "Vote de la délibération", "9 avril 2017", "D-1"]]
    assert "Rien n’est en retard au 10 avril 2017." in of_rows(late_row("2017-04-10")).text


def test_an_action_shows_its_dates_as_text() -> None:
    entry = page(example_sheet()).by_id("action-2017-01")
    facts = [item.text for item in entry.all("li")]
    assert "Durée : du 2 mai au 15 décembre 2017" in facts
    assert "Vote : Ville de Dijon, 27 mars 2017 (n° DM-2017-EX-041)" in facts
    assert "Signature prévue : Ville de Chefchaouen, 20 avril 2017" in facts


def test_an_action_that_gives_nothing_still_has_its_part() -> None:
    for data in (None, {"unknown": 1}, {"number": "2017-09", "spent": [[1]]}):
        entry = of_rows(SheetRow(number="2017-09", done=False, extract_data=data, track_data=({},))).by_id(
            "action-2017-09"
        )
        assert "refusée" in entry.text


def test_a_year_without_an_action_has_a_report() -> None:
    found = of_rows()
    assert "0 action" in found.all("header")[0].text
    assert "Aucun montant n’est connu." in found.text


# Links


def test_links_lead_to_the_files_from_the_folder_of_the_year() -> None:
    outputs = ("2017-01/projets/a b%#?.docx", "2017-01/projets/a.donnees.json")
    entry = of_rows(replace(example_rows()[0], outputs=outputs)).by_id("action-2017-01")
    assert [link.attributes["href"] for link in entry.all("a")] == ["./2017-01/projets/a%20b%25%23%3F.docx"]


def test_a_package_has_one_link_for_all_its_files() -> None:
    outputs = tuple(f"2017-01/dossier-v2/{name}" for name in ("a.docx", "manifeste.json", "papiers/b.docx"))
    entry = of_rows(replace(example_rows()[0], outputs=outputs)).by_id("action-2017-01")
    assert [(link.attributes["href"], link.text) for link in entry.all("a")] == [
        ("./2017-01/dossier-v2/", "dossier-v2")
    ]
    assert "(3 fichiers)" in entry.text


def test_every_link_inside_the_page_leads_somewhere() -> None:
    for found in (page(example_sheet(findings=(ERROR,))), of_rows(replace(example_rows()[0], number='a "b%é<'))):
        identifiers = [e.attributes["id"] for e in found.all_elements() if "id" in e.attributes]
        assert len(identifiers) == len(set(identifiers))
        targets = {link.attributes["href"] for link in found.all("a") if link.attributes["href"].startswith("#")}
        assert {target[1:] for target in targets} <= set(identifiers)
        named = {name for e in found.all_elements() for name in e.attributes.get("aria-labelledby", "").split()}
        assert named <= set(identifiers)


# Hostile texts


@pytest.fixture(scope="module")
def hostile() -> str:
    finding = replace(ERROR, code=HOSTILE, message=HOSTILE, fix=HOSTILE, citation=HOSTILE, place=Place(HOSTILE, 1, 2))
    extract = changed(
        title=HOSTILE,
        axis=HOSTILE,
        lead_service=HOSTILE,
        currency=HOSTILE,
        votes=(VoteExtract(**at("deliberations", 0), party=HOSTILE, number=HOSTILE, day=DAY),),
        signatures=(SignatureExtract(**at("signature"), body=HOSTILE, day=DAY),),
        journeys=(JourneyExtract(**at("missions", 0), mission=HOSTILE, first=DAY, last=DAY),),
        contributions=(
            ContributionExtract(
                **at("budget"), origin="dijon", nature="numeraire", status="acquis", amount=Decimal(3), currency=HOSTILE
            ),
        ),
    ).extract_data
    steps = [{"etape": HOSTILE, "limite": "2017-01-01", "reference": HOSTILE}]
    row = SheetRow(
        number=HOSTILE,
        findings=(finding,),
        outputs=(f"{HOSTILE}/{HOSTILE}", "javascript:alert(1)", "//ailleurs.example/x"),
        extract_data=extract,
        track_data=({"partie": HOSTILE, "etapes": steps},),
    )
    sheet = sheet_of(
        lambda: [row],
        framework_title=HOSTILE,
        mode=HOSTILE,
        parties={"dijon": HOSTILE, HOSTILE: HOSTILE},
        axes={HOSTILE: HOSTILE},
        sessions=(SheetSession(HOSTILE, DAY),),
        findings=(finding,),
        documents=(HOSTILE,),
    )
    return "".join(html_report(sheet))


def test_no_text_of_a_user_becomes_an_element_or_an_attribute(hostile: str) -> None:
    found = read_page(hostile)
    assert found.all("script", "b", "iframe", "img", "link") == []
    names = {name for element in found.all_elements() for name in element.attributes}
    assert not [name for name in names if name.startswith("on") or not re.fullmatch(r"[a-zA-Z-]+\d?", name)]
    assert "<script>alert(1)</script>" in found.text


def test_no_link_leaves_the_folder_of_the_report(hostile: str) -> None:
    for link in read_page(hostile).all("a"):
        href = link.attributes["href"]
        assert href.startswith(("./", "#"))
        assert ".." not in unquote(href).split("/")


def test_no_mark_reorders_a_text_and_no_control_character_is_left(hostile: str) -> None:
    assert "[U+202E]" in hostile
    assert not re.search(r"[\u202a-\u202e\x00-\x08\x0b-\x1f\x7f]", hostile)


def test_a_text_from_right_to_left_does_not_disturb_its_neighbours() -> None:
    found = of_rows(changed(title="مدينة شفشاون"))
    assert [part.text for part in found.by_id("action-2017-01").all("bdi")] == ["مدينة شفشاون"]


def test_half_a_letter_in_a_file_name_can_be_written() -> None:
    row = SheetRow(number="2017-\udce9", outputs=("2017-\udce9/a.docx",))
    assert "".join(html_report(sheet_of(lambda: [row]))).encode()


# The page as such


@pytest.mark.parametrize("sheet", [example_sheet(findings=(ERROR,)), scaled_sheet(300)], ids=["six", "many"])
def test_nothing_comes_from_outside_and_no_script_runs(sheet: YearSheet) -> None:
    text = "".join(html_report(sheet))
    assert not re.search(r"https?:|src=|url\(|@import|<script", text)
    assert "default-src 'none'" in text


def test_headings_follow_one_another_and_tables_can_be_read_aloud() -> None:
    found = page(example_sheet(findings=(ERROR,)))
    levels = [int(heading.tag[1]) for heading in found.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in found.all("table"):
        assert table.all("caption")[0].text
        assert {cell.attributes.get("scope") for cell in table.all("th")} == {"col", "row"}
    assert all(drawing.attributes["role"] == "img" for drawing in found.all("svg") if "role" in drawing.attributes)
    assert found.all("html")[0].attributes["lang"] == "fr"


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    whole = digits if len(digits) > 3 else "".join(digit * 2 for digit in digits)
    parts = [int(whole[rank : rank + 2], 16) / 255 for rank in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_a_text_stands_out_on_white() -> None:
    """WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1."""
    colours = re.findall(r"(?:[^-]color|fill): (#[0-9a-f]{3,6})", STYLE)
    assert len(colours) >= 3
    for colour in colours:
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5, colour


# As it is written


def test_a_long_year_is_written_piece_by_piece_an_action_at_a_time() -> None:
    alive: list[str] = []
    most = 0

    class Counted(SheetRow):
        def __init__(self, row: SheetRow) -> None:
            super().__init__(**{name: getattr(row, name) for name in SheetRow.__slots__})
            alive.append(row.number)

        def __del__(self) -> None:
            alive.remove(self.number)

    def rows() -> Iterator[SheetRow]:
        for row in scaled_sheet(300).rows():
            yield Counted(row)

    for _ in html_report(sheet_of(rows)):
        most = max(most, len(alive))
    assert 1 <= most <= 3


def test_equal_years_give_equal_pages() -> None:
    assert list(html_report(example_sheet())) == list(html_report(example_sheet()))


def test_the_day_decides_what_is_late_and_nothing_else_is_read() -> None:
    tracks = example_rows()[0].track_data
    assert tracks
    early, late = (of_rows(example_rows()[0], day=day).text for day in (date(2017, 1, 1), date(2017, 12, 31)))
    assert "Rien n’est en retard au 1er janvier 2017." in early
    assert "Transmission de l’acte signé" in late
