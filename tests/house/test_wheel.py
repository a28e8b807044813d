"""The wheel works away from the checkout: it ships a fresh workspace and a command that runs there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.starter import shipped_files
from tests.support.places import ROOT


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel and unpack it where the checkout is not."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("parafe-*.whl")
    target = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_ships_each_starter_file_and_nothing_else_of_the_inputs(installed: Path) -> None:
    shipped = installed / "generator" / "starter_files"
    found = {path.relative_to(shipped).as_posix() for path in shipped.rglob("*") if path.is_file()}
    assert found == set(shipped_files())


def test_every_starter_file_exists_in_the_checkout_and_every_template_is_listed() -> None:
    assert all(path.is_file() for path in shipped_files().values())
    on_disk = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert on_disk <= set(shipped_files())


def test_a_fresh_workspace_gives_documents_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    made = run(installed, tmp_path, "init", "cooperation")
    assert made.returncode == 0, made.stderr
    workspace = tmp_path / "cooperation"
    produced = run(installed, workspace, "generate", "inputs/2017/2017-01.yaml")
    assert produced.returncode == 0, produced.stderr
    paths = produced.stdout.splitlines()
    assert "output/2017/2017-01/projets/convention_specifique.docx" in paths
    assert all((workspace / path).is_file() for path in paths)
    where = run(installed, workspace, "schema", "action")
    assert where.returncode == 0, where.stderr


def test_a_workspace_that_is_there_already_is_left_as_it_is(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "init", ".")
    changed = tmp_path / "inputs" / "2017" / "programme.yaml"
    changed.write_text("modifié", encoding="utf-8")
    again = run(installed, tmp_path, "init", ".")
    assert again.returncode == 0
    assert changed.read_text(encoding="utf-8") == "modifié"
    assert "ES001" in again.stderr
