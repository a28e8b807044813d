"""What the acts of the example say and do not say, against the traps of the domain's list.

A plausible program falls into these when it writes; those into which a form falls are tried in ``tests/rules``.
"""

import hashlib
from pathlib import Path

import pytest

from generator.cli import run
from generator.load import load_case
from generator.rendering import extract_text
from generator.workspace import Workspace
from tests.support.places import ROOT
from tests.support.reading import paragraph, plain
from tests.support.workspaces import Made, edit

ACTION = "inputs/2017/2017-03.yaml"
PACKAGE = Path("output/2017/2017-03/dossier-v1")
ORIGINAL = "originaux/exemplaire-1/convention_specifique.docx"


@pytest.fixture
def package(example_year: Made) -> Path:
    """A package of the example, to be read only."""
    return example_year.root / PACKAGE


@pytest.fixture
def agreement(package: Path) -> str:
    """The text of its act."""
    return plain(extract_text((package / ORIGINAL).read_bytes()))


def test_the_act_names_the_framework_by_its_signed_title(agreement: str) -> None:
    """T21."""
    assert "convention de partenariat" in agreement
    assert "accord-cadre" not in agreement
    assert "convention-cadre" not in agreement


def test_future_credits_are_reserved(agreement: str) -> None:
    """T23."""
    assert "sous réserve du vote, chaque année, par leur assemblée délibérante" in agreement


def test_annexes_are_in_the_body_whose_digest_the_cover_bears(agreement: str, package: Path) -> None:
    """T24."""
    original = package / ORIGINAL
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    cover = extract_text(original.with_name("page_de_garde.docx").read_bytes())
    assert digest in "".join(cover.split())
    announced = [line.rstrip(" ;.") for line in agreement.split("\n") if line.startswith("annexe ")]
    assert announced
    for annex in announced:
        assert paragraph(agreement, annex[:1].upper() + annex[1:])


def test_signed_words_keep_their_faults_and_the_rest_has_none(agreement: str) -> None:
    """T25."""
    assert "l'intensification des échanges culturels : organisations de manifestations artistiques" in agreement
    unquoted = "\n".join(line for line in agreement.split("\n") if not line.startswith("«"))
    assert "'" not in unquoted


def test_what_partners_receive_names_no_traveller(package: Path) -> None:
    """T26."""
    case = load_case(ROOT / ACTION, Workspace(ROOT)).case
    assert case is not None
    signing = {person.surname for person in case.action.signatories}
    travelling = {person.surname for mission in case.action.missions for person in mission.travellers}
    given = [path for part in ("originaux", "pieces") for path in (package / part).rglob("*.docx")]
    text = "\n".join(extract_text(path.read_bytes(), headers_and_footers=True) for path in given).casefold()
    assert len(given) > len(signing)
    for surname in travelling - signing:
        assert surname is not None
        assert surname.casefold() not in text


def test_a_draft_bears_its_mark_and_an_original_does_not(package: Path) -> None:
    """T27."""
    original = (package / ORIGINAL).read_bytes()
    assert "PROJET" not in extract_text(original, headers_and_footers=True)
    draft = package.parent / "projets/convention_specifique.docx"
    assert "PROJET" in extract_text(draft.read_bytes(), headers_and_footers=True)


def test_an_error_forbids_the_original(workspace: Path) -> None:
    """T27."""
    edit(workspace / ACTION, "\naxe: ", "\naxe: in")
    assert run(["generate", ACTION, "--final", "--quiet"]) == 1
    assert not PACKAGE.exists()


def test_arabic_digits_are_no_amount(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """T28."""
    edit(workspace / ACTION, "montant: 7500.00", "montant: ٧٥٠٠")
    assert run(["check", ACTION]) == 1
    assert "« ٧٥٠٠ » n’est pas un montant" in plain(capsys.readouterr().err)
