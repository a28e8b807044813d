"""From the vote to the signature: what an assembly approved is kept, and nothing else can be signed."""

import json
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
import yaml

from generator.canonical_json import digest_of
from generator.cli import run
from generator.package.provenance import sources_of
from generator.rendering import extract_text
from tests.support.reading import plain
from tests.support.workspaces import copy_shipped

NUMBER = "2017-03"
ACTION = f"inputs/2017/{NUMBER}.yaml"
FOLDER = f"votes/{NUMBER}/dijon-2017-02-27"
DRAFT = f"output/2017/{NUMBER}/projets/convention_specifique.docx"


def edit(path: Path, *edits: tuple[str, str], every: bool = False) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new) if every else text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def vote(*options: str) -> int:
    return run(["vote", ACTION, "--party", "dijon", "--on", "2017-02-27", "--number", "DM-2017-EX-012", *options])


@pytest.fixture(scope="session")
def after_vote(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace after the vote, made once, to be copied: the draft is kept, the printed lines are in the form."""
    root = copy_shipped(tmp_path_factory.mktemp("vote"))
    with chdir(root), redirect_stdout(StringIO()), redirect_stderr(StringIO()) as told:
        assert run(["generate", ACTION, "--quiet"]) == 0
        assert vote() == 0
    put_in_form(root / ACTION, told.getvalue())
    return root


@pytest.fixture
def voted(after_vote: Path, workspace: Path) -> Path:
    """The form of an action after the vote, in a workspace to write into."""
    for made in ("output", "votes"):
        shutil.copytree(after_vote / made, workspace / made)
    return Path(shutil.copy(after_vote / ACTION, workspace / ACTION))


def put_in_form(form: Path, told: str) -> None:
    """Copy the lines on the approved text, as an officer would."""
    (deliberation,) = yaml.safe_load(told.split("\n\n", 1)[1])["deliberations"]
    approved = json.dumps(deliberation["texte_approuve"])
    edit(
        form,
        ("deliberations:\n  - partie: dijon\n", f"deliberations:\n  - partie: dijon\n    texte_approuve: {approved}\n"),
    )


def final(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["generate", ACTION, "--final"])
    return code, plain(capsys.readouterr().err)


# Recording a vote


@pytest.mark.usefixtures("voted")
def test_a_vote_keeps_the_draft_and_what_it_settles(workspace: Path) -> None:
    kept = workspace / FOLDER
    assert (kept / "convention_specifique.docx").read_bytes() == (workspace / DRAFT).read_bytes()
    data = json.loads((kept / "convention_specifique.donnees.json").read_bytes())
    assert data["sha256"] == digest_of((workspace / DRAFT).read_bytes())
    assert data["substance"]["objet"].startswith("de définir")


def test_the_paths_kept_are_printed_and_the_lines_of_the_form_are_told(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate", ACTION, "--quiet"]) == 0
    capsys.readouterr()
    assert vote() == 0
    shown = capsys.readouterr()
    names = ("convention_specifique.docx", "convention_specifique.donnees.json")
    assert shown.out.split() == [f"{FOLDER}/{name}" for name in names]
    (told,) = yaml.safe_load(shown.err.split("\n\n", 1)[1])["deliberations"]
    assert told["numero"] == "DM-2017-EX-012"
    assert str(told["date"]) == "2017-02-27"
    assert told["texte_approuve"]["sha256"] == digest_of((workspace / DRAFT).read_bytes())


@pytest.mark.usefixtures("voted")
def test_the_same_vote_recorded_twice_changes_nothing_and_another_draft_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert vote() == 0
    kept = {path.name: path.read_bytes() for path in (workspace / FOLDER).iterdir()}
    edit(workspace / ACTION, ("intitule: ", "intitule: Autre "))
    assert run(["generate", ACTION, "--quiet"]) == 0
    capsys.readouterr()
    assert vote() == 1
    assert "TV023" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in (workspace / FOLDER).iterdir()} == kept


def test_a_vote_without_a_draft_of_an_unknown_party_or_action_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert vote() == 1
    assert "TV021" in capsys.readouterr().err
    assert run(["vote", ACTION, "--party", "lyon", "--on", "2017-02-27", "--number", "1"]) == 1
    told = plain(capsys.readouterr().err)
    assert "TV020 [erreur] « lyon » n’est pas signataire de cette action → Signataires : dijon, chefchaouen" in told
    assert run(["vote", "inputs/2017/2017-99.yaml", "--party", "dijon", "--on", "2017-02-27", "--number", "1"]) == 1
    assert "FO001" in capsys.readouterr().err
    assert not (workspace / "votes").exists()


def test_a_draft_edited_in_word_is_kept_without_data_and_that_is_said(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate", ACTION, "--quiet"]) == 0
    (workspace / DRAFT).write_bytes((workspace / DRAFT).read_bytes() + b"\0")
    capsys.readouterr()
    assert vote() == 0
    shown = capsys.readouterr()
    assert shown.out.split() == [f"{FOLDER}/convention_specifique.docx"]
    assert "TV022 [avertissement]" in shown.err
    assert "sha256_donnees" not in shown.err


def test_the_file_annexed_to_the_deliberation_may_lie_elsewhere(workspace: Path) -> None:
    assert run(["generate", ACTION, "--quiet"]) == 0
    for name in ("convention_specifique.docx", "convention_specifique.donnees.json"):
        (workspace / name).write_bytes((workspace / DRAFT).with_name(name).read_bytes())
    assert vote("--draft", "convention_specifique.docx") == 0
    assert len(list((workspace / FOLDER).iterdir())) == 2


def test_a_mission_order_goes_to_no_vote_and_has_no_data(workspace: Path) -> None:
    assert run(["generate", ACTION, "--quiet"]) == 0
    data = sorted(path.name for path in (workspace / DRAFT).parent.glob("*.json") if path.name[0] != ".")
    assert data == ["convention_specifique.donnees.json"]


# What was voted is what is signed


@pytest.mark.usefixtures("voted")
def test_what_was_voted_is_signed_without_a_word(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, error = final(capsys)
    assert code == 0
    assert "TV0" not in error
    sources = sources_of(workspace / f"output/2017/{NUMBER}/dossier-v1")
    kept = {f"{FOLDER}/{name}" for name in ("convention_specifique.docx", "convention_specifique.donnees.json")}
    assert kept <= sources.keys()


@pytest.mark.usefixtures("voted")
def test_the_manifest_holds_the_substance_that_was_voted(workspace: Path) -> None:
    assert run(["generate", ACTION, "--final", "--quiet"]) == 0
    manifest = json.loads((workspace / f"output/2017/{NUMBER}/dossier-v1/manifeste.json").read_bytes())
    voted_data = json.loads((workspace / FOLDER / "convention_specifique.donnees.json").read_bytes())
    assert manifest["substance"] == voted_data["substance"]


SUM = [
    ("montant: 10500.00", "montant: 10600.00"),
    ("montant: 2000.00", "montant: 2100.00"),
    ("total: 24730.00", "total: 24830.00"),
]
CHANGES = {
    "object": ([("objet: >-\n  de définir", "objet: >-\n  de fixer")], "TV011", "objet : « de définir"),
    "term": ([("fin: 2017-12-15", "fin: 2017-12-14")], "TV011", "terme de l’action : « 15 décembre 2017 »"),
    "sum of a party": (
        SUM,
        "TV011",
        "« 10 500,00 € » dans le projet approuvé",
    ),
    "duty gone": ([("      - assurer", "      # - assurer")], "TV013", "obligation de la Ville de "),
    "duty put otherwise": (
        [("mettre à disposition un lieu", "louer un lieu")],
        "TV011",
        "obligation de la Ville de Chefchaouen : « mettre à disposition un lieu",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_substance_after_the_vote_forbids_the_act(
    name: str, voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edits, code, words = CHANGES[name]
    edit(voted, *edits, every=True)
    exit_code, error = final(capsys)
    assert exit_code == 1
    told = [line for line in error.splitlines() if f"{code} [erreur]" in line and words in line]
    assert told, error
    assert not list((workspace / "output").rglob("dossier-v1"))


def test_no_waiver_lifts_a_change_of_substance(voted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(voted, CHANGES["object"][0][0])
    edit(voted, ("derogations: []", "derogations:\n  - {regle: TV011, decide_par: X, date: 2017-04-01, motif: pressé}"))
    code, error = final(capsys)
    assert code == 1
    assert "TV011 [erreur]" in error


def test_another_difference_is_listed_and_stops_nothing(voted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(voted, ("preavis_resiliation_mois: 3", "preavis_resiliation_mois: 4"))
    code, error = final(capsys)
    assert code == 0
    assert "TV005 [avertissement]" in error
    assert "sous « Article" in error
    assert "quatre mois" in error


def test_words_of_the_template_that_lawyers_edit_do_not_blind_the_gate(
    voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """« Chacun paie » for « Chaque signataire règle »: the sum that changed is still an error."""
    template = workspace / "templates/convention_specifique/modele.docx"
    rewrite(template, "Chaque signataire règle", "Chacun paie")
    edit(voted, *CHANGES["sum of a party"][0], every=True)
    code, error = final(capsys)
    assert code == 1
    assert "TV011 [erreur]" in error
    assert "« 10 500,00 € »" in error


def test_a_final_agreement_made_alone_is_compared_too(voted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(voted, CHANGES["object"][0][0])
    capsys.readouterr()
    assert run(["generate", str(voted), "--final", "--only", "convention_specifique"]) == 1
    captured = capsys.readouterr()
    assert "TV011 [erreur]" in captured.err
    assert captured.out == ""


# The kept copy and its data


def test_a_copy_that_is_not_the_one_voted_is_refused(
    voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = workspace / FOLDER / "convention_specifique.docx"
    kept.write_bytes(kept.read_bytes() + b"\0")
    code, error = final(capsys)
    assert code == 1
    assert "TV002 [erreur]" in error
    assert voted.name in error
    kept.unlink()
    code, error = final(capsys)
    assert code == 1
    assert "TV001 [erreur]" in error


def test_data_that_were_changed_or_lost_are_refused(
    voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = workspace / FOLDER / "convention_specifique.donnees.json"
    edit(voted, CHANGES["object"][0][0])
    edit(data, ("de définir", "de fixer"))
    code, error = final(capsys)
    assert code == 1
    assert "TV017 [erreur]" in error
    data.unlink()
    code, error = final(capsys)
    assert code == 1
    assert "TV016 [erreur]" in error


def test_data_of_another_draft_are_refused_even_under_their_own_digest(
    voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = workspace / FOLDER / "convention_specifique.donnees.json"
    before = digest_of(data.read_bytes())
    content = json.loads(data.read_bytes())
    data.write_text(json.dumps({**content, "sha256": "0" * 64}), encoding="utf-8")
    edit(voted, (before, digest_of(data.read_bytes())))
    code, error = final(capsys)
    assert code == 1
    assert "TV017 [erreur]" in error


def test_data_with_a_key_that_is_not_theirs_are_refused(
    voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A renamed key never ends the comparison in silence."""
    data = workspace / FOLDER / "convention_specifique.donnees.json"
    before = digest_of(data.read_bytes())
    edit(data, ('"objet":', '"object":'))
    edit(voted, (before, digest_of(data.read_bytes())))
    code, error = final(capsys)
    assert code == 1
    assert "TV017 [erreur]" in error


def test_a_kept_file_that_is_no_word_document_is_refused(
    voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = workspace / FOLDER / "convention_specifique.docx"
    before = digest_of(kept.read_bytes())
    kept.write_bytes(b"ceci n'est pas un fichier Word")
    edit(voted, (f'"sha256": "{before}"', f'"sha256": "{digest_of(kept.read_bytes())}"'))
    (workspace / FOLDER / "convention_specifique.donnees.json").unlink()
    without_data(voted)
    code, error = final(capsys)
    assert code == 1
    assert "TV001 [erreur]" in error


def test_a_path_outside_the_workspace_is_never_read(voted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(voted, (f"{FOLDER}/convention_specifique.docx", "../../etc/passwd"))
    code, error = final(capsys)
    assert code == 1
    assert "TV001 [erreur]" in error


# A kept copy without its data: the text alone


def without_data(form: Path) -> None:
    """Take away from a form what it says of the data."""
    text = form.read_text(encoding="utf-8")
    before, _, rest = text.partition(', "sha256_donnees"')
    form.write_text(before + rest[rest.index("}") :], encoding="utf-8")


def test_an_older_form_without_data_passes_with_a_warning_where_nothing_changed(
    voted: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_data(voted)
    code, error = final(capsys)
    assert code == 0
    assert "TV024 [avertissement]" in error
    (workspace / FOLDER / "convention_specifique.donnees.json").unlink()
    code, error = final(capsys)
    assert code == 0
    assert "TV018 [avertissement]" in error


@pytest.mark.parametrize(
    "edits",
    [
        *(edits for edits, _, _ in CHANGES.values()),
        [("preavis_resiliation_mois: 3", "preavis_resiliation_mois: 4")],
    ],
    ids=[*CHANGES, "notice"],
)
def test_without_data_every_figure_name_or_duty_that_changes_bars(
    edits: list[tuple[str, str]], voted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_data(voted)
    edit(voted, *edits, every=True)
    code, error = final(capsys)
    assert code == 1
    assert "TV019 [erreur]" in error


def test_the_number_that_a_deliberation_gets_at_the_vote_is_no_change(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = workspace / ACTION
    text = form.read_text(encoding="utf-8")
    number = "DM-2017-EX-043"
    assert number in text
    form.write_text(text.replace(number, ""), encoding="utf-8")
    assert run(["generate", ACTION, "--quiet"]) == 0
    assert number not in extract_text((workspace / DRAFT).read_bytes())
    capsys.readouterr()
    assert vote() == 0
    told = capsys.readouterr().err
    form.write_text(text, encoding="utf-8")
    put_in_form(form, told)
    without_data(form)
    code, error = final(capsys)
    assert code == 0, error
    assert "TV005 [avertissement]" in error


def rewrite(template: Path, old: str, new: str) -> None:
    """Replace words in a Word template, as a lawyer would."""
    import docx  # noqa: PLC0415 - used here alone

    document = docx.Document(str(template))
    changed = 0
    for paragraph in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
        if paragraph.text and old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
            changed += 1
    assert changed
    document.save(str(template))


# What goes wrong


@pytest.mark.parametrize(
    "content", [None, b"", b"%PDF-1.4", b"PK\x03\x04 abime"], ids=["folder", "empty", "pdf", "zip"]
)
def test_what_is_no_word_document_is_never_kept(
    content: bytes | None, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = workspace / "annexe.docx"
    if content is None:
        draft.mkdir()
    else:
        draft.write_bytes(content)
    assert vote("--draft", "annexe.docx") == 1
    assert "TV025 [erreur]" in capsys.readouterr().err
    assert not (workspace / "votes").exists()


def test_the_draft_of_another_action_is_refused(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/2017-01.yaml", "--quiet"]) == 0
    capsys.readouterr()
    assert vote("--draft", DRAFT.replace(NUMBER, "2017-01")) == 1
    assert "TV026 [erreur] ce projet est celui de l’action 2017-01, pas de l’action 2017-03" in capsys.readouterr().err
    assert not (workspace / "votes").exists()


def test_a_number_is_written_on_one_line_and_is_not_empty(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", ACTION, "--quiet"]) == 0
    assert run(["vote", ACTION, "--party", "dijon", "--on", "2017-02-27", "--number", " "]) == 2
    assert not (workspace / "votes").exists()
    capsys.readouterr()
    assert run(["vote", ACTION, "--party", "dijon", "--on", "2017-02-27", "--number", "l'acte\n n° 12"]) == 0
    (told,) = yaml.safe_load(capsys.readouterr().err.split("\n\n", 1)[1])["deliberations"]
    assert told["numero"] == "l'acte n° 12"


@pytest.mark.usefixtures("voted")
def test_what_a_system_leaves_in_a_folder_is_no_other_draft(workspace: Path) -> None:
    (workspace / FOLDER / ".DS_Store").write_bytes(b"x")
    assert vote() == 0


def test_a_vote_that_was_kept_but_is_not_in_the_form_forbids_the_act(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate", ACTION, "--quiet"]) == 0
    assert run(["vote", ACTION, "--party", "dijon", "--on", "2017-03-27", "--number", "1"]) == 0
    code, error = final(capsys)
    assert code == 1
    assert "TV027 [erreur]" in error
    assert f"votes/{NUMBER}/dijon-2017-03-27/convention_specifique.docx" in error
    told = put_again(workspace, capsys)
    assert "TV027" not in told


def put_again(workspace: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Do what the message says: record the vote again from what was kept, and copy the lines."""
    kept = f"votes/{NUMBER}/dijon-2017-03-27/convention_specifique.docx"
    capsys.readouterr()
    assert run(["vote", ACTION, "--party", "dijon", "--on", "2017-03-27", "--number", "1", "--draft", kept]) == 0
    put_in_form(workspace / ACTION, capsys.readouterr().err)
    code, error = final(capsys)
    assert code == 0, error
    return error


def test_an_assembly_that_voted_again_is_compared_with_its_last_vote(
    voted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two parties, three votes, two drafts: the last vote of each party counts."""
    text = voted.read_text(encoding="utf-8")
    edit(voted, *CHANGES["object"][0])
    assert run(["generate", ACTION, "--quiet"]) == 0
    entry = text[
        text.index("  - partie: dijon\n    texte_approuve") : text.index("  - partie: chefchaouen\n    organe")
    ]
    for party in ("dijon", "chefchaouen"):
        capsys.readouterr()
        assert run(["vote", ACTION, "--party", party, "--on", "2017-03-06", "--number", "2"]) == 0
        (told,) = yaml.safe_load(capsys.readouterr().err.split("\n\n", 1)[1])["deliberations"]
        approved = f"    texte_approuve: {json.dumps(told['texte_approuve'])}\n"
        if party == "chefchaouen":
            edit(voted, ("  - partie: chefchaouen\n    organe", f"  - partie: chefchaouen\n{approved}    organe"))
        else:
            again = "\n".join(line for line in entry.splitlines() if "texte_approuve" not in line) + "\n"
            head, rest = again.split("\n", 1)
            edit(voted, (entry, f"{entry}{head}\n{approved}{rest}"))
    code, error = final(capsys)
    assert code == 0, error
    assert "TV0" not in error


@pytest.mark.parametrize("name", [".", "/", "..", "votes", "votes/../x", "C:\\x.docx"])
def test_a_path_that_names_no_file_is_told(name: str, voted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(voted, (f'"{FOLDER}/convention_specifique.docx"', json.dumps(name)))
    code, error = final(capsys)
    assert code == 1
    assert "TV001 [erreur]" in error
