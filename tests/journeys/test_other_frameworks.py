"""Three other framework conventions, from their files to a verified package: nothing in the program is Dijon's.

``tests/frameworks/<name>`` holds the conventions and an action of each; law, tables and templates are those that the
repository ships. The texts of the agreements are kept under ``tests/golden/frameworks`` and read by eye when they
change: ``pytest tests/journeys/test_other_frameworks.py --update-golden`` rewrites them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import run
from generator.load import load_events, load_framework
from generator.rendering import extract_text
from generator.workspace import Workspace
from tests.support.golden_texts import compare
from tests.support.places import GOLDEN
from tests.support.reading import in_order, paragraph, plain
from tests.support.workspaces import OTHER_ACTION, OTHER_FRAMEWORKS, Made, copy_other_framework, edit

PACKAGE = Path("output/2025/2025-01/dossier-v1")
ORIGINAL = PACKAGE / "originaux/exemplaire-1/convention_specifique.docx"


@pytest.fixture(params=OTHER_FRAMEWORKS)
def name(request: pytest.FixtureRequest) -> str:
    """Each of the three conventions in turn."""
    return str(request.param)


@pytest.fixture
def made(request: pytest.FixtureRequest, other_framework: Callable[[str], Made]) -> Made:
    """The package of the convention that a test names, to be read only."""
    return other_framework(str(request.param))


@pytest.fixture
def text(made: Made) -> str:
    """The text of an original of that package."""
    return agreement(made.root)


@pytest.fixture
def settled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A workspace to write into, with the convention that a test names, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return copy_other_framework(str(request.param), tmp_path)


def read_of(name: str) -> pytest.MarkDecorator:
    """Name the convention whose package a test reads."""
    return pytest.mark.parametrize("made", [name], indirect=True)


def settled_with(name: str) -> pytest.MarkDecorator:
    """Name the convention in whose workspace a test writes."""
    return pytest.mark.parametrize("settled", [name], indirect=True)


def agreement(root: Path) -> str:
    return plain(extract_text((root / ORIGINAL).read_bytes()))


def paper(made: Made, name: str) -> str:
    return extract_text((made.root / PACKAGE / "pieces" / f"{name}.docx").read_bytes())


# What holds for any framework


def test_the_framework_and_its_events_load_without_a_fault(name: str, tmp_path: Path) -> None:
    workspace = Workspace(copy_other_framework(name, tmp_path))
    for identifier in workspace.framework_ids():
        events = load_events(identifier, workspace)
        assert load_framework(identifier, workspace).findings == ()
        assert events is not None
        assert events.findings == ()


def test_nothing_forbids_the_final_act(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy_other_framework(name, tmp_path))
    assert run(["check", "inputs/conventions", OTHER_ACTION, "--final"]) == 0
    assert "erreur]" not in "".join(capsys.readouterr())


def test_the_package_is_made_and_verifies(name: str, other_framework: Callable[[str], Made]) -> None:
    made = other_framework(name)
    assert made.codes == (0, 0, 0)
    assert run(["verify", str(made.root / PACKAGE)]) == 0


def test_an_agreement_leaves_nothing_blank_and_nothing_of_another_city(
    name: str, other_framework: Callable[[str], Made]
) -> None:
    text = agreement(other_framework(name).root)
    for trace in ("à compléter", "Dijon", "Chefchaouen", " ;;", " , ", " de le ", " de les ", " à le ", "La A", "Le A"):
        assert trace not in text
    cited = [line.rstrip(" ;") for line in text.split("\n") if line.startswith("Vu")]
    assert not any(line.endswith((" par", " de", " du", " le")) for line in cited)


def test_the_agreement_says_what_was_read_by_eye(
    name: str, other_framework: Callable[[str], Made], request: pytest.FixtureRequest
) -> None:
    original = (other_framework(name).root / ORIGINAL).read_bytes()
    found = {"convention_specifique.txt": extract_text(original, headers_and_footers=True) + "\n"}
    compare(found, GOLDEN / "frameworks" / name, update=request.config.getoption("--update-golden"))


# Two parties, tacit renewal, each pays its own travel


@read_of("tacite")
def test_a_tacit_renewal_is_named_and_prolongs_the_term(text: str) -> None:
    assert (
        "Vu la reconduction tacite de la convention de coopération décentralisée, pour une durée de trois ans ;" in text
    )
    assert "fixé au 19 mai 2027" in text


@settled_with("tacite")
def test_a_denounced_renewal_is_not_named_and_the_act_is_refused(settled: Path) -> None:
    edit(settled / "inputs/conventions/belval-assif-2021.evenements.yaml", "denonciation: non", "denonciation: oui")
    assert run(["generate", OTHER_ACTION, "--final", "--quiet"]) == 1
    assert run(["generate", OTHER_ACTION, "--quiet"]) == 0
    draft = extract_text((settled / "output/2025/2025-01/projets/convention_specifique.docx").read_bytes())
    assert "reconduction tacite de" not in draft


@read_of("tacite")
def test_each_party_pays_for_the_persons_that_it_sends(text: str) -> None:
    assert (
        "les frais de transport international sont assurés par chaque partie pour les personnes qu’elle envoie, "
        in text
    )
    assert "les frais de séjour sont pris en charge par chaque partie pour les personnes qu’elle envoie, " in text
    assert in_order(
        text[text.index("\nAnnexe 3") :],
        "Mission M1",
        "Ville de Belval\n450,00 €",
        "Mission M2",
        "Commune d’Assif\n700,00 €",
    )


@read_of("tacite")
def test_two_parties_are_named_and_sign_in_the_framework_s_order(text: str) -> None:
    assert paragraph(text, "La Ville de Belval, dont").endswith("« la Ville de Belval », d’une part,")
    assert paragraph(text, "La Commune d’Assif, dont").endswith("« la Commune d’Assif », d’autre part.")
    assert in_order(
        text, "Pour la Ville de Belval,\nLa Maire", "Pour la Commune d’Assif,\nLe Président du conseil communal"
    )
    assert "en deux exemplaires originaux" in text


@settled_with("tacite")
def test_a_framework_without_axes_gives_an_agreement_without_axis(settled: Path) -> None:
    framework = settled / "inputs/conventions/belval-assif-2021.yaml"
    text = framework.read_text(encoding="utf-8")
    before, _, rest = text.partition("axes:\n")
    after = rest[rest.index("duree:") :]
    kept = [
        line for line in (before + after).split("\n") if line.strip().partition(":")[0] not in {"axe", "forme", "axes"}
    ]
    framework.write_text("\n".join(kept), encoding="utf-8")
    edit(settled / OTHER_ACTION, "\naxe: eau\n", "\naxe:\n")
    assert run(["generate", OTHER_ACTION, "--final", "--quiet"]) == 0
    agreed = agreement(settled)
    assert "axe" not in agreed.replace("annexe", "")
    assert "ont engagé une coopération." in agreed
    assert "Article 3 – Engagements de la Ville de Belval" in agreed


@settled_with("tacite")
def test_a_clause_that_cites_article_zero_is_told_and_stops_no_draft(
    settled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(settled / "inputs/conventions/belval-assif-2021.yaml", "objet: {article: 1,", "objet: {article: 0,")
    assert run(["generate", OTHER_ACTION, "--quiet"]) == 0
    assert "CC070 [erreur]" in capsys.readouterr().err


# Four parties on two sides, an association among them, calendar years


@read_of("quatre-parties")
def test_parties_of_one_side_stand_together(text: str) -> None:
    assert paragraph(text, "La Ville de Lormeau, dont").endswith("« la Ville de Lormeau »,")
    assert paragraph(text, "L’Association Comité des jumelages de Lormeau, dont").endswith(
        "« l’Association », d’une part,"
    )
    assert paragraph(text, "La Commune d’Imouzane, dont").endswith("« la Commune d’Imouzane »,")
    assert paragraph(text, "La Province d’Amerzou, dont").endswith("« la Province d’Amerzou », d’autre part.")
    assert text.split("Préambule", maxsplit=1)[0].split("\n").count("et") == 1


@read_of("quatre-parties")
def test_an_association_signs_by_a_decision_and_transmits_nothing(text: str) -> None:
    assert "agissant en vertu de la décision du conseil d’administration en date du 1er février 2025" in text
    assert "sa transmission au représentant de l’État par la Ville de Lormeau," in text
    assert "la décision du conseil d’administration en date du 1er février 2025 ;" in text


@read_of("quatre-parties")
def test_a_term_of_calendar_years_ends_with_the_year(text: str) -> None:
    assert "la convention-cadre 2024-2026" in text
    assert "fixé au 31 décembre 2026" in text


@read_of("quatre-parties")
def test_originals_circulate_in_the_framework_s_order(text: str) -> None:
    blocks = ("la Commune d’Imouzane", "la Province d’Amerzou", "la Ville de Lormeau", "l’Association Comité")
    assert in_order(text, *(f"Pour {block}" for block in blocks))
    assert "Fait en cinq exemplaires originaux, aux lieux et dates que chaque signataire inscrit ci-dessous." in text


@read_of("quatre-parties")
def test_credits_are_asked_of_those_who_bring_cash(made: Made) -> None:
    conditions = paper(made, "liste_prealables")
    of_province = conditions.split("Province d’Amerzou\n")[-1].split("Ensemble des parties")[0]
    assert conditions.count("Crédits inscrits au budget") == len(("lormeau", "comite", "imouzane"))
    assert "Signataire et pouvoir de signer" in of_province
    assert "Crédits" not in of_province
    to_do = [line for line in conditions.split("Contrôle avant signature")[0].splitlines() if "à faire" in line]
    assert to_do == [
        "à faire par la Ville de Lormeau, au plus tard le 22\u00a0avril\u00a02025",
        "à faire par l’Association Comité des jumelages de Lormeau, au plus tard le 22\u00a0avril\u00a02025",
        "à faire par la Commune d’Imouzane, au plus tard le 7\u00a0avril\u00a02025",
    ]


@read_of("quatre-parties")
def test_originals_circulate_between_all_who_sign_and_come_home(made: Made) -> None:
    instructions = paper(made, "instruction_signature")
    assert in_order(
        instructions,
        "La Commune d’Imouzane reçoit les originaux de la Ville de Lormeau, par le bordereau de l’étape\u00a01",
        "La Province d’Amerzou reçoit les originaux de la Commune d’Imouzane, par le bordereau de l’étape\u00a02",
        "La Ville de Lormeau reçoit les originaux de la Province d’Amerzou, par le bordereau de l’étape\u00a03",
        "L’Association Comité des jumelages de Lormeau reçoit les originaux de la Ville de Lormeau",
        "les renvoie à la Ville de Lormeau, par le bordereau de l’étape\u00a05, "
        "pour y arriver au plus tard le 24\u00a0avril\u00a02025.",
    )
    slips = sorted(path.stem for path in (made.root / PACKAGE / "pieces").glob("bordereau_envoi-etape-*"))
    assert slips == [
        "bordereau_envoi-etape-1-imouzane",
        "bordereau_envoi-etape-2-amerzou",
        "bordereau_envoi-etape-3-lormeau",
        "bordereau_envoi-etape-4-comite",
        "bordereau_envoi-etape-5-lormeau",
    ]


# Six parties, foreign party first, four originals in two languages


@read_of("six-parties")
def test_six_parties_come_in_order_with_the_part_of_each_side(text: str) -> None:
    starts = (
        "La Commune urbaine d’A",
        "Le Département",
        "La Ville de H",
        "La Ville de V",
        "La Ville des",
        "L’Association",
    )
    assert in_order(text, *(f"\n{start}" for start in starts))
    assert paragraph(text, "La Commune urbaine d’Ankazoa, dont").endswith(", de première part,")
    assert paragraph(text, "La Ville des Aubiers, dont").endswith(", de deuxième part,")
    assert paragraph(text, "L’Association Institut des eaux, dont").endswith(", de troisième part.")


@read_of("six-parties")
def test_each_party_s_act_is_named_for_what_it_is(text: str) -> None:
    for act in (
        "en vertu de la décision n° 07-2025 du Conseil municipal",
        "en exécution de la délibération n° CP-2025-44 de la commission permanente",
        "en exécution du vote n° D-9 du conseil municipal",
        "en vertu de la décision du Bureau en date du 19 février 2025",
    ):
        assert f"agissant {act}" in text
    assert "le vote n° D-9 du conseil municipal en date du 11 mars 2025, transmis au représentant de l’État" in text
    assert text.count("Vu, pour ") == 6


@read_of("six-parties")
def test_a_code_that_several_bodies_cite_is_cited_once(text: str) -> None:
    assert text.count("Vu le code général des collectivités territoriales") == 1
    assert "ses articles L. 1115-1 à L. 1115-7, L. 2121-29 et L. 3211-1 ;" in text


@read_of("six-parties")
def test_four_originals_in_two_languages_serve_three_sides(text: str) -> None:
    assert "elle est également établie en malgache. Toutes les versions font foi." in text
    assert "Elle est établie en quatre exemplaires originaux" in text
    assert "il en revient au moins un à chaque signataire ayant un intérêt distinct" in text
    assert "chaque signataire en reçoit au moins un" not in text


@read_of("six-parties")
def test_it_enters_into_force_with_the_last_of_the_transmissions(text: str) -> None:
    assert "la dernière des transmissions au représentant de l’État auxquelles procèdent le Département" in text
    assert "fixé au 2 avril 2027" in text


@read_of("six-parties")
def test_whoever_signs_by_delegation_is_named_with_the_right_article(text: str) -> None:
    assert "L’Adjointe au maire\npar délégation (arrêté n° A-2024-18 du 5 février 2024)" in text
    assert in_order(text, "Pour le Département", "Pour la Ville de H", "Pour la Ville de V", "Pour la Commune urbaine")


@read_of("six-parties")
def test_the_papers_agree_with_the_gender_of_the_framework(made: Made) -> None:
    papers = paper(made, "liste_prealables")
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
    assert run(["generate", OTHER_ACTION, "--final", "--only", "ordre_de_mission", "--quiet"]) == 0
    made = sorted(path.name for path in (settled / "output/2025/2025-01/definitifs").glob("ordre_de_mission*.docx"))
    assert made == orders
