"""``parafe explain``: a rule or a message, with the words of its source."""

import pytest

from generator.cli import run
from generator.conductors.explain import pages_of
from generator.workspace import Workspace
from tests.support.places import ROOT


def test_explain_gives_every_code_that_a_run_may_print(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    codes = {line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:2].isupper()}
    families = {"FO", "CC", "CG", "CV", "OM", "BU", "CO", "TP", "MO", "DO", "PU", "ES", "TV"}
    assert {code[:2] for code in codes} == families
    pages = pages_of(Workspace(ROOT))
    assert set(pages) == codes
    assert all(page.text.startswith(code) for code, page in pages.items())
    assert run(["explain", "do004"]) == 0
    assert "DO004" in capsys.readouterr().out


def test_explain_quotes_the_source_from_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "CC012"]) == 0
    page = capsys.readouterr().out
    assert "article 4, paragraphe 1 de la convention de partenariat" in page
    assert "participation financière des partenaires dans la limite de leurs possibilités" in page
    assert "Refusé : " in page
    assert "Admis : " in page
    assert run(["explain", "ZZ999"]) == 1
