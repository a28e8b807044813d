"""Logos: in the headers of agreements and mission orders, and among the sources that a package is made again from."""

import zipfile
from pathlib import Path

import pytest

from generator.cli import run
from generator.package.provenance import sources_of
from tests.support.docxtpl_values import picture
from tests.support.workspaces import copy_shipped

LOGO = picture().getvalue()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_shipped(tmp_path_factory.mktemp("logos"))
    (root / "inputs" / "logos").mkdir()
    for name in ("dijon.png", "autre-ville.png"):
        (root / "inputs" / "logos" / name).write_bytes(LOGO)
    form = str(root / "inputs/2017/2017-01.yaml")
    assert run(["generate", form, "--workspace", str(root), "--quiet"]) == 0
    assert run(["generate", form, "--workspace", str(root), "--quiet", "--final"]) == 0
    return root


def header(document: Path) -> str:
    with zipfile.ZipFile(document) as package:
        return package.read("word/header1.xml").decode()


def test_the_header_of_an_agreement_shows_those_of_the_bodies_that_sign(made: Path) -> None:
    shown = header(made / "output/2017/2017-01/projets/convention_specifique.docx")
    assert (shown.count("<w:drawing>"), shown.count('descr="Ville de Dijon"')) == (1, 1)


def test_the_header_of_a_mission_order_shows_that_of_the_employer(made: Path) -> None:
    [order] = (made / "output/2017/2017-01/projets").glob("ordre_de_mission-*.docx")
    assert header(order).count('descr="Ville de Dijon"') == 1


def test_a_package_is_made_again_with_its_logos(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = made / "output/2017/2017-01/dossier-v1"
    assert sources_of(package)["inputs/logos/dijon.png"] == LOGO
    assert run(["verify", str(package)]) == 0
    assert "intact" in capsys.readouterr().out


def test_a_logo_that_is_no_picture_forbids_the_acts(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (made / "inputs/logos/dijon.png").write_bytes(b"GIF89a")
    assert run(["generate", str(made / "inputs/2017/2017-01.yaml"), "--workspace", str(made)]) == 1
    assert "inputs/logos/dijon.png: FO058" in capsys.readouterr().err
