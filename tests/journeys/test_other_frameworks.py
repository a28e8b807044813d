"""Three other framework conventions, from their files to a verified package: nothing in the program is Dijon's.

``tests/frameworks/<name>`` holds the conventions and an action of each; law, tables and templates are those that the
repository ships. The texts of the agreements are kept under ``tests/golden/frameworks`` and read by eye when they
change: ``pytest tests/journeys/test_other_frameworks.py --update-golden`` rewrites them.
"""

import shutil
from pathlib import Path

import pytest

from generator.cli import run
from generator.load import load_events, load_framework
from generator.rendering import extract_text
from generator.workspace import Workspace
from tests.journeys.test_golden_texts import compare
from tests.support.places import FRAMEWORKS, ROOT

GOLDEN = ROOT / "tests" / "golden" / "frameworks"
NAMES = ("tacite", "quatre-parties", "six-parties")
ACTION = "inputs/2025/2025-01.yaml"
PACKAGE = Path("output/2025/2025-01/dossier-v1")


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def home(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one of the three conventions, as the current folder."""
    return _settle(name, tmp_path, monkeypatch)


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """The workspace of the convention that a test names."""
    return _settle(str(request.param), tmp_path, monkeypatch)


def _settle(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(FRAMEWORKS / name / "inputs", folder / "inputs")
    for shared in ("references", "baremes"):
        shutil.copytree(ROOT / "inputs" / shared, folder / "inputs" / shared)
    shutil.copytree(ROOT / "templates", folder / "templates")
    monkeypatch.chdir(folder)
    return folder


def of(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("settled", [name], indirect=True)


def agreement(*, headers: bool = False) -> str:
    """The text of the original, typographic spaces made plain."""
    assert run(["generate", ACTION, "--final", "--quiet"]) == 0
    original = PACKAGE / "originaux" / "exemplaire-1" / "convention_specifique.docx"
    text = extract_text(original.read_bytes(), headers_and_footers=headers)
    return text if headers else text.replace("\u00a0", " ").replace("\u202f", " ")


def paragraph(text: str, start: str) -> str:
    (line,) = [line for line in text.split("\n") if line.startswith(start)]
    return line


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


# What holds for any framework


def test_the_framework_and_its_events_load_without_a_fault(home: Path) -> None:
    workspace = Workspace(home)
    for identifier in workspace.framework_ids():
        events = load_events(identifier, workspace)
        assert load_framework(identifier, workspace).findings == ()
        assert events is not None
        assert events.findings == ()


@pytest.mark.usefixtures("home")
def test_nothing_forbids_the_final_act(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "inputs/conventions", ACTION, "--final"]) == 0
    assert "erreur]" not in "".join(capsys.readouterr())


@pytest.mark.usefixtures("home")
def test_the_package_is_made_and_verifies() -> None:
    assert run(["generate", ACTION, "--final", "--quiet"]) == 0
    assert run(["verify", str(PACKAGE)]) == 0


@pytest.mark.usefixtures("home")
def test_an_agreement_leaves_nothing_blank_and_nothing_of_another_city() -> None:
    text = agreement()
    for trace in ("à compléter", "Dijon", "Chefchaouen", " ;;", " , ", " de le ", " de les ", " à le ", "La A", "Le A"):
        assert trace not in text
    cited = [line.rstrip(" ;") for line in text.split("\n") if line.startswith("Vu")]
    assert not any(line.endswith((" par", " de", " du", " le")) for line in cited)


@pytest.mark.usefixtures("home")
def test_the_agreement_says_what_was_read_by_eye(name: str, request: pytest.FixtureRequest) -> None:
    found = {"convention_specifique.txt": agreement(headers=True) + "\n"}
    compare(found, GOLDEN / name, update=request.config.getoption("--update-golden"))


# Two parties, tacit renewal, each pays its own travel


@of("tacite")
@pytest.mark.usefixtures("settled")
def test_a_tacit_renewal_is_named_and_prolongs_the_term() -> None:
    text = agreement()
    assert (
        "Vu la reconduction tacite de la convention de coopération décentralisée, pour une durée de trois ans ;" in text
    )
    assert "fixé au 19 mai 2027" in text


@of("tacite")
def test_a_denounced_renewal_is_not_named_and_the_act_is_refused(settled: Path) -> None:
    events = settled / "inputs/conventions/belval-assif-2021.evenements.yaml"
    text = events.read_text(encoding="utf-8")
    events.write_text(text.replace("denonciation: non", "denonciation: oui"), encoding="utf-8")
    assert run(["generate", ACTION, "--final", "--quiet"]) == 1
    assert run(["generate", ACTION, "--quiet"]) == 0
    draft = extract_text((settled / "output/2025/2025-01/projets/convention_specifique.docx").read_bytes())
    assert "reconduction tacite de" not in draft


@of("tacite")
@pytest.mark.usefixtures("settled")
def test_each_party_pays_for_the_persons_that_it_sends() -> None:
    text = agreement()
    assert (
        "les frais de transport international sont assurés par chaque partie pour les personnes qu’elle envoie ;"
        in text
    )
    assert "les frais de séjour sont pris en charge par chaque partie pour les personnes qu’elle envoie ;" in text
    assert in_order(text, "Mission M1", "Ville de Belval\n450,00 €", "Mission M2", "Commune d’Assif\n700,00 €")


@of("tacite")
@pytest.mark.usefixtures("settled")
def test_two_parties_are_named_and_sign_in_the_framework_s_order() -> None:
    text = agreement()
    assert paragraph(text, "La Ville de Belval (France)").endswith("« la Ville de Belval », d’une part,")
    assert paragraph(text, "La Commune d’Assif (Maroc)").endswith("« la Commune d’Assif », d’autre part.")
    assert in_order(
        text, "Pour la Ville de Belval,\nLa Maire", "Pour la Commune d’Assif,\nLe Président du conseil communal"
    )
    assert "en deux exemplaires originaux" in text


@of("tacite")
def test_a_framework_without_axes_gives_an_agreement_without_axis(settled: Path) -> None:
    framework = settled / "inputs/conventions/belval-assif-2021.yaml"
    text = framework.read_text(encoding="utf-8")
    before, _, rest = text.partition("axes:\n")
    after = rest[rest.index("duree:") :]
    kept = [
        line for line in (before + after).split("\n") if line.strip().partition(":")[0] not in {"axe", "forme", "axes"}
    ]
    framework.write_text("\n".join(kept), encoding="utf-8")
    action = settled / ACTION
    action.write_text(action.read_text(encoding="utf-8").replace("\naxe: eau\n", "\naxe:\n", 1), encoding="utf-8")
    agreed = agreement()
    assert "axe" not in agreed.replace("annexe", "")
    assert "ont engagé une coopération." in agreed
    assert "Article 3 – Engagements de la Ville de Belval" in agreed


@of("tacite")
def test_a_clause_that_cites_article_zero_is_told_and_stops_no_draft(
    settled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    framework = settled / "inputs/conventions/belval-assif-2021.yaml"
    text = framework.read_text(encoding="utf-8")
    framework.write_text(text.replace("objet: {article: 1,", "objet: {article: 0,", 1), encoding="utf-8")
    assert run(["generate", ACTION, "--quiet"]) == 0
    assert "CC070 [erreur]" in capsys.readouterr().err


# Four parties on two sides, an association among them, calendar years


@of("quatre-parties")
@pytest.mark.usefixtures("settled")
def test_parties_of_one_side_stand_together() -> None:
    text = agreement()
    assert paragraph(text, "La Ville de Lormeau (France)").endswith("« la Ville de Lormeau »,")
    assert paragraph(text, "L’Association Comité des jumelages de Lormeau (").endswith("« l’Association », d’une part,")
    assert paragraph(text, "La Commune d’Imouzane (").endswith("« la Commune d’Imouzane »,")
    assert paragraph(text, "La Province d’Amerzou (").endswith("« la Province d’Amerzou », d’autre part.")
    assert text.split("Préambule")[0].split("\n").count("et") == 1


@of("quatre-parties")
@pytest.mark.usefixtures("settled")
def test_an_association_signs_by_a_decision_and_transmits_nothing() -> None:
    text = agreement()
    assert "agissant en vertu de la décision du conseil d’administration en date du 1er février 2025" in text
    assert "sa transmission au représentant de l’État par la Ville de Lormeau," in text
    assert "la décision du conseil d’administration en date du 1er février 2025 ;" in text


@of("quatre-parties")
@pytest.mark.usefixtures("settled")
def test_a_term_of_calendar_years_ends_with_the_year() -> None:
    text = agreement()
    assert "la convention-cadre 2024-2026" in text
    assert "fixé au 31 décembre 2026" in text


@of("quatre-parties")
@pytest.mark.usefixtures("settled")
def test_originals_circulate_in_the_framework_s_order() -> None:
    text = agreement()
    blocks = ("la Commune d’Imouzane", "la Province d’Amerzou", "la Ville de Lormeau", "l’Association Comité")
    assert in_order(text, *(f"Pour {block}" for block in blocks))
    assert "Fait en cinq exemplaires originaux, aux lieux et dates que chaque signataire inscrit ci-dessous." in text


@of("quatre-parties")
@pytest.mark.usefixtures("settled")
def test_credits_are_asked_of_those_who_bring_cash() -> None:
    agreement()
    conditions = extract_text((PACKAGE / "pieces" / "liste_prealables.docx").read_bytes())
    of_province = conditions.split("Province d’Amerzou\n")[-1].split("Ensemble des parties")[0]
    assert conditions.count("Crédits inscrits au budget") == len(("lormeau", "comite", "imouzane"))
    assert "Signataire et pouvoir de signer" in of_province
    assert "Crédits" not in of_province
    assert "à faire" not in conditions.split("Ce qui doit suivre la signature")[0]


# Six parties, foreign party first, four originals in two languages


@of("six-parties")
@pytest.mark.usefixtures("settled")
def test_six_parties_come_in_order_with_the_part_of_each_side() -> None:
    text = agreement()
    starts = (
        "La Commune urbaine d’A",
        "Le Département",
        "La Ville de H",
        "La Ville de V",
        "La Ville des",
        "L’Association",
    )
    assert in_order(text, *(f"\n{start}" for start in starts))
    assert paragraph(text, "La Commune urbaine d’Ankazoa (").endswith(", de première part,")
    assert paragraph(text, "La Ville des Aubiers (").endswith(", de deuxième part,")
    assert paragraph(text, "L’Association Institut des eaux (").endswith(", de troisième part.")


@of("six-parties")
@pytest.mark.usefixtures("settled")
def test_each_party_s_act_is_named_for_what_it_is() -> None:
    text = agreement()
    for act in (
        "de la décision n° 07-2025 du Conseil municipal",
        "de la délibération n° CP-2025-44 de la commission permanente",
        "du vote n° D-9 du conseil municipal",
        "de la décision du Bureau en date du 19 février 2025",
    ):
        assert f"agissant en vertu {act}" in text
    assert "le vote n° D-9 du conseil municipal en date du 11 mars 2025, transmis au représentant de l’État" in text
    assert text.count("Vu, pour ") == 6


@of("six-parties")
@pytest.mark.usefixtures("settled")
def test_a_code_that_several_bodies_cite_is_cited_once() -> None:
    text = agreement()
    assert text.count("Vu le code général des collectivités territoriales") == 1
    assert "ses articles L. 1115-1 à L. 1115-7, L. 2121-29 et L. 3211-1 ;" in text


@of("six-parties")
@pytest.mark.usefixtures("settled")
def test_four_originals_in_two_languages_serve_three_sides() -> None:
    text = agreement()
    assert "elle est également établie en malgache. Toutes les versions font foi." in text
    assert "Elle est établie en quatre exemplaires originaux" in text
    assert "il en revient au moins un à chaque partie ayant un intérêt distinct" in text
    assert "chaque signataire en reçoit au moins un" not in text


@of("six-parties")
@pytest.mark.usefixtures("settled")
def test_it_enters_into_force_with_the_last_of_the_transmissions() -> None:
    text = agreement()
    assert "la dernière des transmissions au représentant de l’État auxquelles procèdent le Département" in text
    assert "fixé au 2 avril 2027" in text


@of("six-parties")
@pytest.mark.usefixtures("settled")
def test_whoever_signs_by_delegation_is_named_with_the_right_article() -> None:
    text = agreement()
    assert "L’Adjointe au maire\npar délégation (arrêté n° A-2024-18 du 5 février 2024)" in text
    assert in_order(text, "Pour le Département", "Pour la Ville de H", "Pour la Ville de V", "Pour la Commune urbaine")


@of("six-parties")
@pytest.mark.usefixtures("settled")
def test_the_papers_agree_with_the_gender_of_the_framework() -> None:
    assert run(["generate", ACTION, "--final", "--quiet"]) == 0
    papers = extract_text((PACKAGE / "pieces" / "liste_prealables.docx").read_bytes())
    assert "Accord multipartite de coopération signé et en vigueur" in papers
    assert "Décision\n" in papers


# Mission orders


@pytest.mark.parametrize(
    ("settled", "orders"),
    [
        ("tacite", ["ordre_de_mission-M1-debit-yves.docx"]),
        ("quatre-parties", ["ordre_de_mission-M1-rayon-lise.docx"]),
        ("six-parties", ["ordre_de_mission-M1-niveau-flore.docx"]),
    ],
    indirect=["settled"],
)
def test_only_a_body_that_issues_mission_orders_has_some(settled: Path, orders: list[str]) -> None:
    assert run(["generate", ACTION, "--final", "--only", "ordre_de_mission", "--quiet"]) == 0
    made = sorted(path.name for path in (settled / "output/2025/2025-01/definitifs").glob("ordre_de_mission*.docx"))
    assert made == orders
