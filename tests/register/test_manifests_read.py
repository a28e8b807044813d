"""Packages as their manifests tell them, whoever wrote them."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.canonical_json import digest_of
from generator.register import PackageRead, packages_in, read_package
from tests.support.workspaces import Made

ACTION = "output/2017/2017-01"


@pytest.fixture
def manifest(example_year: Made) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((example_year.root / ACTION / "dossier-v1/manifeste.json").read_text())
    return told


def read(folder: Path, content: bytes) -> PackageRead:
    (folder / "dossier-v1").mkdir(exist_ok=True)
    (folder / "dossier-v1/manifeste.json").write_bytes(content)
    return read_package(folder, 1)


def test_a_package_tells_its_act_who_signs_it_and_what_it_costs(example_year: Made, manifest: dict[str, Any]) -> None:
    package = read_package(example_year.root / ACTION, 1)
    assert (package.action, package.version, package.originals, package.example) == ("2017-01", 1, 6, True)
    assert package.title == "Espace de producteurs de Chefchaouen à Dijon"
    assert package.object.startswith("de définir les conditions")
    assert dict(package.signers) == {"dijon": "Ville de Dijon", "chefchaouen": "Ville de Chefchaouen"}
    assert dict(package.amounts) == {"EUR": Decimal("12640.00"), "MAD": Decimal("47080.00")}
    content = (example_year.root / ACTION / "dossier-v1/manifeste.json").read_bytes()
    assert package.manifest_digest == digest_of(content)
    assert package.act_digest == manifest["originaux"]["sha256"]


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b"[" * 100_000, b'{"originaux": 3, "substance": []}'])
def test_what_is_no_manifest_is_told_by_its_digest_alone(tmp_path: Path, content: bytes) -> None:
    expected = PackageRead(version=1, is_readable=False, manifest_digest=digest_of(content))
    assert read(tmp_path, content) == expected


@pytest.mark.parametrize(
    ("key", "value"),
    [("action", 3), ("exemple", 1), ("originaux", {"nombre": True, "sha256": ""}), ("substance", {"parties": [{}]})],
)
def test_a_value_of_another_kind_makes_a_manifest_unreadable(
    tmp_path: Path, manifest: dict[str, Any], key: str, value: object
) -> None:
    assert read(tmp_path, json.dumps(manifest).encode()).is_readable
    assert not read(tmp_path, json.dumps({**manifest, key: value}).encode()).is_readable


@pytest.mark.parametrize("amount", ["1E+999999999", "NaN", "douze", "1E-999999999"])
def test_an_amount_that_is_none_makes_a_manifest_unreadable(
    tmp_path: Path, manifest: dict[str, Any], amount: str
) -> None:
    manifest["substance"]["ressources"][0]["montant"] = amount
    assert not read(tmp_path, json.dumps(manifest).encode()).is_readable


def test_a_resource_without_amount_counts_for_nothing(tmp_path: Path, manifest: dict[str, Any]) -> None:
    del manifest["substance"]["ressources"][1]["montant"]
    assert dict(read(tmp_path, json.dumps(manifest).encode()).amounts) == {"EUR": Decimal("12640.00")}


def test_a_package_without_manifest_is_not_readable(tmp_path: Path) -> None:
    assert read_package(tmp_path, 1) == PackageRead(version=1, is_readable=False)


def versions(folder: Path, *there: int, known: int = 0) -> list[int]:
    for version in there:
        (folder / f"dossier-v{version}").mkdir()
        (folder / f"dossier-v{version}/manifeste.json").touch()
    return list(packages_in(folder, known))


def test_packages_are_found_one_after_the_other(tmp_path: Path) -> None:
    assert versions(tmp_path, 1, 2, 3) == [1, 2, 3]


def test_a_package_that_is_known_is_found_behind_one_that_was_moved_away(tmp_path: Path) -> None:
    assert versions(tmp_path, 2, 4) == []
    assert versions(tmp_path, known=4) == [2, 4]


def test_an_action_without_a_package_has_none(tmp_path: Path) -> None:
    assert versions(tmp_path / "nothing") == []
