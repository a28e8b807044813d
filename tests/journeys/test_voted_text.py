"""The voted text is the signed text: no change of parties, object, amounts or term after the vote."""

import hashlib
from pathlib import Path

import pytest

from generator.artifacts import KeptText, Substance
from generator.cli import run
from generator.compare.vote_gate import MESSAGES, ActToSign, changes_since_vote, differences, faults_of_copy
from generator.findings import Places

NUMBER = "2017-03"
KEPT = "votes/2017-03.docx"


@pytest.fixture
def voted(workspace: Path) -> Path:
    """The workspace after the vote: the draft is kept, and the deliberation bears its digest."""
    assert run(["generate", f"inputs/2017/{NUMBER}.yaml", "--only", "convention_specifique", "--quiet"]) == 0
    draft = (workspace / f"output/2017/{NUMBER}/projets/convention_specifique.docx").read_bytes()
    kept = workspace / KEPT
    kept.parent.mkdir()
    kept.write_bytes(draft)
    digest = hashlib.sha256(draft).hexdigest()
    action = workspace / f"inputs/2017/{NUMBER}.yaml"
    edit(
        action,
        "deliberations:\n  - partie: dijon\n",
        f"deliberations:\n  - partie: dijon\n    texte_approuve: {{sha256: {digest}, fichier: {KEPT}}}\n",
    )
    return action


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def final(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["generate", f"inputs/2017/{NUMBER}.yaml", "--final"])
    return code, capsys.readouterr().err


@pytest.mark.usefixtures("voted")
def test_what_was_voted_is_signed_without_a_word(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, error = final(capsys)
    assert code == 0
    assert "TV0" not in error
    assert (workspace / f"output/2017/{NUMBER}/dossier-v1/sources/{KEPT}").is_file()


AMOUNTS = (
    ("montant: 10500.00", "montant: 10600.00"),
    ("montant: 2000.00", "montant: 2100.00"),
    ("total: 24730.00", "total: 24830.00"),
)
OBJECT = ("objet: >-\n  de définir", "objet: >-\n  de fixer")


@pytest.mark.parametrize(
    ("edits", "codes"),
    [
        ([OBJECT], {"TV003"}),
        ([("fin: 2017-12-15", "fin: 2017-12-14"), ("fin: 2017-12-15", "fin: 2017-12-14")], {"TV003"}),
        ([*AMOUNTS], {"TV003", "TV004"}),
    ],
    ids=["object", "term", "amounts"],
)
def test_a_change_of_object_term_or_amount_after_the_vote_forbids_the_act(
    edits: list[tuple[str, str]], codes: set[str], voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for old, new in edits:
        if old in voted.read_text(encoding="utf-8"):
            edit(voted, old, new)
    code, error = final(capsys)
    assert code == 1
    assert {expected for expected in codes if f"{expected} [erreur]" in error} == codes, error
    assert not list((workspace / "output").rglob("dossier-v1"))


def test_no_waiver_lifts_a_change_of_substance(voted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(voted, *OBJECT)
    edit(voted, "derogations: []", "derogations:\n  - {regle: TV003, decide_par: X, date: 2017-04-01, motif: pressé}")
    code, error = final(capsys)
    assert code == 1
    assert "TV003 [erreur]" in error


def test_another_difference_is_listed_and_stops_nothing(voted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(voted, "preavis_resiliation_mois: 3", "preavis_resiliation_mois: 4")
    code, error = final(capsys)
    assert code == 0
    assert "TV005 [avertissement]" in error
    assert "sous « Article" in error
    assert "quatre mois" in error


def test_a_copy_that_is_not_the_one_voted_is_refused(
    voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = workspace / KEPT
    kept.write_bytes(kept.read_bytes() + b"\0")
    code, error = final(capsys)
    assert code == 1
    assert "TV002 [erreur]" in error
    assert voted.name in error
    kept.unlink()
    code, error = final(capsys)
    assert code == 1
    assert "TV001 [erreur]" in error


def test_a_kept_file_that_is_no_word_document_is_refused(
    voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = workspace / KEPT
    before = hashlib.sha256(kept.read_bytes()).hexdigest()
    kept.write_bytes(b"ceci n'est pas un fichier Word")
    edit(voted, before, hashlib.sha256(kept.read_bytes()).hexdigest())
    code, error = final(capsys)
    assert code == 1
    assert "TV001 [erreur]" in error


def test_a_path_outside_the_workspace_is_never_read(voted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(voted, KEPT, "../../etc/passwd")
    code, error = final(capsys)
    assert code == 1
    assert "TV001 [erreur]" in error


def kept(**changes: object) -> KeptText:
    return KeptText(**{"rank": 0, "party": "a", "file": "v.docx", "digest": None, "content": b"x", **changes})  # type: ignore[arg-type]


def test_a_digest_that_was_not_written_is_given_and_a_missing_copy_is_said() -> None:
    (finding,) = faults_of_copy(kept(), Places("a.yaml"))
    assert finding.code == "TV007"
    assert hashlib.sha256(b"x").hexdigest() in finding.fix
    assert [found.code for found in faults_of_copy(kept(file=None), Places("a.yaml"))] == ["TV006"]


def test_differences_name_the_heading_above_and_pass_over_what_is_written_by_hand() -> None:
    before = "Titre\nArticle 1er – Objet\nun\ndeux\nFait à ………, le ………"
    after = "Titre\nArticle 1er – Objet\nun\ntrois\nFait à Dijon …………"
    (difference,) = differences(before, after)
    assert difference.where == "sous « Article 1er – Objet »"
    assert str(difference) == "« deux » devient « trois »"


def test_an_amount_that_disappears_is_a_change_of_substance() -> None:
    act = ActToSign("Montant : 100,00 €", (Substance("objet", "Montant"),))
    found = changes_since_vote(kept(), "Montant : 100,00 €\nautre : 1\u202f500,00\u00a0MAD", act, "de X", Places("a"))
    assert [finding.code for finding in found] == ["TV004", "TV005"]
    assert "1 500,00 MAD" in found[0].message


@pytest.mark.usefixtures("workspace")
def test_a_final_agreement_made_alone_is_compared_too(voted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(voted, *OBJECT)
    capsys.readouterr()
    assert run(["generate", str(voted), "--final", "--only", "convention_specifique"]) == 1
    captured = capsys.readouterr()
    assert "TV003 [erreur]" in captured.err
    assert captured.out == ""


def codes(before: str, after: str, *substance: Substance) -> set[str]:
    found = changes_since_vote(kept(), before, ActToSign(after, substance), "de X", Places("a"))
    return {finding.code for finding in found} - {"TV005"}


def test_amounts_exchanged_between_two_parties_are_a_change_of_amounts() -> None:
    before = "la Ville : 10,00 € (dix euros) ;\nle Département : 20,00 € (vingt euros)."
    after = "la Ville : 20,00 € (vingt euros) ;\nle Département : 10,00 € (dix euros)."
    assert codes(before, after) == {"TV008"}
    assert codes(before, before) == set()


def test_lines_in_another_order_are_no_change_of_amounts() -> None:
    assert codes("Salle : 10,00 €\nRepas : 20,00 €", "Repas : 20,00 €\nSalle : 10,00 €") == set()


def test_a_party_that_left_after_the_vote_is_a_change_of_parties() -> None:
    before = "La Ville, ci-après désignée « la Ville »,\nL’Association, ci-après désignée « l’Association »,"
    assert codes(before, "La Ville, ci-après désignée « la Ville »,") == {"TV009"}


def test_an_amount_that_appears_is_a_change_of_amounts() -> None:
    assert codes("Salle : 10,00 €", "Salle : 10,00 €\nRepas : 20,00 €") == {"TV010"}


def test_an_object_cut_short_is_another_object() -> None:
    before = "La convention a pour objet de creuser un puits et d’y former des agents."
    after = "La convention a pour objet de creuser un puits."
    assert codes(before, after, Substance("objet", "de creuser un puits", is_whole=True)) == {"TV003"}
    assert codes(after, after, Substance("objet", "de creuser un puits", is_whole=True)) == set()


def test_every_message_is_reached_here() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert all(code in source for code in MESSAGES)
