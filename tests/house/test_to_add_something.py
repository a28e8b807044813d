"""« To add something, touch these files »: each row of the architecture's table is followed in a copy of the tree."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ACTION = "inputs/2017/2017-01.yaml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tree, without what others make in it."""
    for name in ("generator", "inputs", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{path.name} has no {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def parafe(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the copy's own command line."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def row(what: str) -> str:
    """What the table says of one addition."""
    (found,) = re.findall(rf"^\| {re.escape(what)} \| (.+) \|$", PAGE, re.MULTILINE)
    return str(found)


def named(what: str) -> list[str]:
    return re.findall(r"`([^`]+)`", row(what))


def test_the_table_has_no_row_that_is_not_followed_here() -> None:
    section = PAGE.partition("## To add something")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ((?!to add|---)[^|]+?) \|", section, re.MULTILINE)
    source = Path(__file__).read_text(encoding="utf-8")
    assert rows
    assert [name for name in rows if f'"{name}"' not in source] == []


def test_a_rule_is_a_function_in_its_topic_and_its_tuple(copy: Path) -> None:
    assert named("a rule")[0].startswith("generator/rules/topics/")
    topic = copy / "generator/rules/topics/content/language_of_acts.py"
    edit(
        topic,
        "RULES = (",
        '''@rule("CO999", cites=Practice("un titre se lit d’un trait"), draft=WARNING, final=ERROR, bars=SIGNATURE)
def title_is_short(case: Case) -> Iterator[Problem]:
    """L’intitulé tient en trois mots.

    Refusé : un intitulé de quatre mots.
    Admis : un intitulé de trois mots.
    """
    if len((case.action.title or "").split()) > len("abc"):
        yield Problem(("intitule",), "L’intitulé est long.", "Raccourcissez-le.")


RULES = (
    title_is_short,''',
    )
    text = topic.read_text(encoding="utf-8")
    for name, module in {
        "Practice": "generator.rules.engine.citations",
        "WARNING": "generator.rules.engine.rule",
        "ERROR": "generator.rules.engine.rule",
        "SIGNATURE": "generator.rules.engine.rule",
        "rule": "generator.rules.engine.rule",
        "Problem": "generator.rules.engine.problem",
        "Iterator": "collections.abc",
    }.items():
        text = text.replace("annotations\n", f"annotations\n\nfrom {module} import {name}\n", 1)
    topic.write_text(text, encoding="utf-8")
    found = json.loads(parafe(copy, "check", ACTION, "--final", "--format", "json").stdout)["findings"]
    (own,) = [finding for finding in found if finding["code"] == "CO999"]
    assert own["severity"] == "erreur"
    assert own["line"] is not None
    assert parafe(copy, "explain", "CO999").stdout.startswith("CO999  L’intitulé tient en trois mots.")
    assert parafe(copy, "generate", ACTION, "--final").returncode == 1


def test_a_kind_of_document_is_a_folder_with_two_files(copy: Path) -> None:
    assert {"modele.docx", "document.yaml", "pyproject.toml"} <= set(named("a kind of document"))
    shutil.copytree(copy / "templates/ordre_de_mission", copy / "templates/feuille_de_route")
    edit(copy / "templates/feuille_de_route/document.yaml", "intitule: ", "intitule: Feuille de route – ")
    done = parafe(copy, "generate", ACTION, "--only", "feuille_de_route")
    assert done.returncode == 0, done.stderr
    assert "feuille_de_route-M1-" in done.stdout


def test_a_fix_of_ooxml_is_an_order_in_the_schema(copy: Path) -> None:
    assert named("an OOXML fix")[0] == "generator/rendering/word/schema_order.py"
    order = copy / "generator/rendering/word/schema_order.py"
    edit(order, 'PARAGRAPH: ("pPr",),', 'PARAGRAPH: ("pPr",),\n    w("sdtPr"): ("alias", "tag", "id"),')
    tried = (
        "from lxml import etree\n"
        "from generator.rendering.word.names import w\n"
        "from generator.rendering.word.schema_order import put\n"
        "holder = etree.Element(w('sdtPr'))\n"
        "for name in ('id', 'alias', 'tag'):\n"
        "    put(etree.Element(w(name)), holder)\n"
        "print([etree.QName(child).localname for child in holder])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", tried],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "['alias', 'tag', 'id']\n", done.stderr


def test_a_command_is_a_module_and_a_line(copy: Path) -> None:
    assert named("a command")[:2] == ["generator/cli/commands/<name>_command.py", "generator/cli/__init__.py"]
    (copy / "generator/cli/commands/hello_command.py").write_text(
        '"""``parafe hello``."""\n\nimport click\n\n\n@click.command()\ndef command() -> int:\n'
        '    """Greet."""\n    click.echo("bonjour")\n    return 0\n',
        encoding="utf-8",
    )
    edit(copy / "generator/cli/__init__.py", "_COMMANDS = {", '_COMMANDS = {\n    "hello": "Salue.",')
    assert parafe(copy, "hello").stdout == "bonjour\n"
    assert "Salue." in parafe(copy, "--help").stdout


def test_every_command_has_its_row_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^  (\w+)  +\S", parafe(ROOT, "--help").stdout, re.MULTILINE)
    assert "generate" in commands
    assert [name for name in commands if f"| `parafe {name} " not in readme] == []


def test_a_message_is_a_value_in_its_family(copy: Path) -> None:
    assert named("a message")[:2] == ["Message", "generator/messages/"]
    family = copy / "generator/messages/outputs.py"
    edit(family, "MESSAGES: tuple", 'LATE = Message("PU099", WARNING, "il est tard", "rentrez")\n\nMESSAGES: tuple')
    edit(family, "...] = (", "...] = (\n    LATE,")
    shown = parafe(copy, "explain", "PU099").stdout
    assert shown.startswith("PU099  il est tard")
    assert "À faire : rentrez" in shown


def test_a_field_that_acts_print_is_a_fact_of_its_view(copy: Path) -> None:
    assert "fact(…)" in named("a field of the form")
    views = copy / "generator/acts/views/action_views.py"
    edit(views, "    number: ", '    motto: str = fact("devise_de_l_action", "devise")\n    number: ')
    edit(views, "        number=", '        motto="Ensemble",\n        number=')
    told = parafe(copy, "templates", "vars", "convention_specifique")
    assert "action.devise_de_l_action  (texte)  devise" in told.stdout, told.stderr


def test_a_field_of_the_form_is_a_key_of_its_model(copy: Path) -> None:
    assert named("a field of the form")[:2] == ["key(…)", "generator/model/…"]
    edit(
        copy / "generator/model/action.py",
        "    secondary_axes: tuple",
        '    motto: Text | None = key("devise_de_l_action", "Devise")\n    secondary_axes: tuple',
    )
    edit(copy / ACTION, "\ncontexte:", "\ndevise_de_l_action: Ensemble\ncontexte:")
    assert "devise_de_l_action" in json.loads(parafe(copy, "schema", "action").stdout)["properties"]
    assert parafe(copy, "check", ACTION).returncode == 0
    form = copy / parafe(copy, "new", "action", "2018").stdout.splitlines()[0]
    assert "devise_de_l_action:" in form.read_text(encoding="utf-8")
