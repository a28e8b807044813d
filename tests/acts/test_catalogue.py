"""The catalogue against the contexts that the documents of the examples really receive."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.acts.catalogue import ANY, CatalogueEntry, Type, _entries, catalogue_of, names_known, values_of
from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Missing
from generator.acts.facts.quantities import Money
from generator.acts.planning import plan_documents
from generator.acts.view_fields import View, by_key, fact, spread
from generator.artifacts import Blank, Chart, Picture
from generator.case.records import Case
from generator.load import load_cases
from generator.model.kind import DocumentKind
from generator.model.missions import Mission
from generator.model.persons import Allowance, Traveller
from generator.workspace import Workspace, actions_in
from tests.support.places import FRAMEWORKS, ROOT
from tests.support.workspaces import kinds_of

NAMES = ("tacite", "quatre-parties", "six-parties")
KINDS = sorted(name for name, kind in kinds_of(Workspace(ROOT)).items() if not kind.subject.is_of_a_year)

Observed = dict[str, dict[str, list[object]]]
"""Kind → path → every value that the documents of the examples receive there."""


def kinds() -> dict[str, DocumentKind]:
    """Every shipped kind, made whatever its condition."""
    return {name: kind.model_copy(update={"when": ()}) for name, kind in kinds_of(Workspace(ROOT)).items()}


def workspaces(folder: Path) -> list[tuple[Workspace, list[Path]]]:
    shipped = (Workspace(ROOT), list(actions_in(ROOT / "inputs/2017")))
    return [shipped, *(settled(name, folder / name) for name in NAMES)]


def settled(name: str, home: Path) -> tuple[Workspace, list[Path]]:
    shutil.copytree(FRAMEWORKS / name / "inputs", home / "inputs")
    for shared in ("references", "baremes"):
        shutil.copytree(ROOT / "inputs" / shared, home / "inputs" / shared)
    return Workspace(home), list(actions_in(home / "inputs/2025"))


def enriched(case: Case) -> Case:
    """A case with what no example has: an approval that follows the signature, an advance, logos."""
    action = case.action
    signature = action.signature.model_copy(update={"later_approvals": (case.parties[0].id,)})
    missions = [mission.model_copy(update={"travellers": advanced(mission)}) for mission in action.missions]
    logos = {party.id: b"logo" for party in case.parties}
    changed = action.model_copy(update={"signature": signature, "missions": tuple(missions)})
    return replace(case, action=changed, logos=logos)


def advanced(mission: Mission) -> tuple[Traveller, ...]:
    asked = Allowance.model_validate({"avance_pourcentage": 75})
    return tuple(person.model_copy(update={"allowance": asked}) for person in mission.travellers)


def cases(folder: Path) -> Iterator[Case]:
    for workspace, actions in workspaces(folder):
        for loaded in load_cases(actions, workspace):
            assert loaded.case is not None
            yield from (loaded.case, enriched(loaded.case))


@pytest.fixture(scope="module")
def observed(tmp_path_factory: pytest.TempPathFactory) -> Observed:
    found: Observed = defaultdict(lambda: defaultdict(list))
    for case in cases(tmp_path_factory.mktemp("frameworks")):
        for request in plan_documents(case, kinds(), draft=True, only=list(kinds())):
            for path, value in values_of(request.context):
                found[request.kind][path].append(value)
    return found


ADMITTED: Mapping[Type, type] = {
    Type.TEXT: str,
    Type.YES_NO: bool,
    Type.GROUP: Mapping,
    Type.TEXTS: list,
    Type.PICTURE: Picture,
    Type.CHART: Chart,
    Type.PICTURES: list,
    Type.GROUPS: list,
}


def is_of(value: object, kind: Type) -> bool:
    """Whether a value may stand for a variable of a type: what does not apply is false, empty or blank."""
    return value is None or value is False or isinstance(value, (Blank, ADMITTED[kind]))


def covers(entries: dict[str, CatalogueEntry], path: str) -> CatalogueEntry | None:
    parent = path.rpartition(".")[0]
    return entries.get(path) or entries.get(f"{parent}.{ANY}") or entries.get(f"{parent}[]")


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_a_context_has_a_meaning(kind: str, observed: Observed) -> None:
    entries = catalogue_of(kinds()[kind])
    assert observed[kind]
    assert [path for path in observed[kind] if covers(entries, path) is None] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_a_context_is_of_its_type(kind: str, observed: Observed) -> None:
    entries = catalogue_of(kinds()[kind])
    for path, values in observed[kind].items():
        entry = covers(entries, path)
        assert entry is not None
        assert [value for value in values if not is_of(value, entry.type)] == [], path


def test_every_meaning_has_a_value(observed: Observed) -> None:
    """What several groups share needs to be seen in one of them."""
    meant, seen = set(), set()
    for kind in KINDS:
        entries = catalogue_of(kinds()[kind])
        meant |= {entry.key for entry in entries.values()}
        seen |= {entry.key for path in observed[kind] if (entry := covers(entries, path))}
    assert sorted(key for key in meant - seen if key[1] != ANY) == []


def test_a_group_has_one_title() -> None:
    by_key: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind in KINDS:
        for entry in catalogue_of(kinds()[kind]).values():
            by_key[entry.key].add(entry.meaning)
    assert [key for key, meanings in by_key.items() if key[0] and len(meanings) > 1] == []


class WheelView(View, title="Une roue"):
    size: str = fact("taille", "taille")
    maker: str = fact("marque", "marque de la roue")


class BicycleView(View, title="Un vélo"):
    front: WheelView = spread()
    maker: str | Missing = fact("marque", "marque du vélo")
    rear: WheelView | None = fact("arriere", "roue arrière ; faux à défaut")
    spare: tuple[WheelView, ...] = fact("rechange", "roues de rechange")
    notes: tuple[str | Missing, ...] = fact("notes", "remarques")
    is_new: bool = fact("neuf", "il est neuf")
    price: Money | Nothing = fact("prix", "prix ; vide à défaut")
    papers: Mapping[str, str] = by_key(
        "papiers", "papiers", title="Les papiers", keys={"facture": "facture", "*": "autre"}
    )


def told(entries: Iterator[CatalogueEntry]) -> list[tuple[str, str, str, str]]:
    return [(entry.path, entry.type.value, entry.meaning, entry.group) for entry in entries]


def test_a_catalogue_is_read_off_the_types_of_a_view() -> None:
    assert told(_entries(BicycleView, "velo", "Un vélo")) == [
        ("velo.taille", "texte", "taille", "Un vélo"),
        ("velo.marque", "texte", "marque du vélo", "Un vélo"),
        ("velo.arriere", "groupe", "roue arrière ; faux à défaut", "Un vélo"),
        ("velo.arriere.taille", "texte", "taille", "Une roue"),
        ("velo.arriere.marque", "texte", "marque de la roue", "Une roue"),
        ("velo.rechange", "liste de groupes", "roues de rechange", "Un vélo"),
        ("velo.rechange[]", "groupe", "chaque élément de la liste", "Un vélo"),
        ("velo.rechange[].taille", "texte", "taille", "Une roue"),
        ("velo.rechange[].marque", "texte", "marque de la roue", "Une roue"),
        ("velo.notes", "liste de textes", "remarques", "Un vélo"),
        ("velo.notes[]", "texte", "chaque élément de la liste", "Un vélo"),
        ("velo.neuf", "oui ou non", "il est neuf", "Un vélo"),
        ("velo.prix", "texte", "prix ; vide à défaut", "Un vélo"),
        ("velo.papiers", "groupe", "papiers", "Un vélo"),
        ("velo.papiers.facture", "texte", "facture", "Les papiers"),
        ("velo.papiers.*", "texte", "autre", "Les papiers"),
    ]


def letter(**keys: object) -> DocumentKind:
    return DocumentKind.model_validate({"intitule": "Lettre", "etape": "signature", "pour": "action", **keys})


def test_numbers_of_articles_and_annexes_are_those_of_the_kind() -> None:
    articles = [{"id": "objet", "intitule": "Objet"}, {"id": "parts", "pour_chaque": "contractants"}]
    entries = catalogue_of(letter(articles=articles, annexes=[{"id": "budget"}]))
    assert entries["art.objet"].meaning == "numéro de l’article « Objet » ; vide s’il n’a pas lieu d’être"
    assert entries["art.parts"].type is Type.GROUP
    assert "{{ art.parts[x.id] }}" in entries["art.parts[]"].meaning
    assert entries["annexe.budget"].meaning.startswith("numéro de l’annexe « budget »")


def test_what_only_the_hand_fills_in_is_known_with_its_group() -> None:
    entries = catalogue_of(letter(a_la_main=["envoi.date", "signature.blocs.lieu"]))
    assert (entries["envoi"].type, entries["envoi.date"].type) == (Type.GROUP, Type.TEXT)
    assert "signature.blocs.lieu" not in entries


@pytest.mark.parametrize(
    ("role", "knows"), [("piece", True), ("page_de_garde", True), ("original", False), (None, False)]
)
def test_only_papers_of_the_package_know_its_act(role: str | None, knows: bool) -> None:
    assert ("acte.titre" in catalogue_of(letter(dossier=role))) is knows


def test_every_value_of_a_context_has_its_path() -> None:
    assert list(values_of({"a": {"b": ["x"]}})) == [
        ("a", {"b": ["x"]}),
        ("a.b", ["x"]),
        ("a.b[]", "x"),
    ]


def test_templates_know_of_each_name_what_it_is_where_it_is_no_text_to_print() -> None:
    names = names_known(letter(articles=[{"id": "objet", "intitule": "Objet"}]))
    assert (names["exemple"], names["art"], names["parties"]) == (
        "un oui ou non",
        "un ensemble d’éléments",
        "une liste",
    )
    assert names["art.objet"] == ""
