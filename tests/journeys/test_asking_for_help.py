"""Asking for help, and being told what is wrong with a command."""

import subprocess
import sys

import pytest

from generator.cli import run

COMMANDS = ("check", "generate", "verify", "explain", "new", "convert", "schema", "init")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_french_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("Usage : parafe")
    assert "Exemple" in page
    assert "Show this message" not in page


def test_help_loads_neither_templates_nor_models() -> None:
    code = (
        "import sys; from generator.cli import run; run(['--help']); "
        "heavy = {'pydantic', 'docxtpl', 'lxml', 'yaml', 'jinja2'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["inconnue"], "la commande « inconnue » n’existe pas"),
        (["check"], "il manque CHEMIN"),
        (["check", "x", "--formt", "json"], "l’option --formt n’existe pas"),
        (["check", "x", "--format", "xml"], "la valeur de --format n’est pas admise"),
        (["generate", "x", "--only"], "l’option --only est mal employée"),
    ],
)
def test_wrong_usage_is_told_in_french_and_exits_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert words in capsys.readouterr().err
