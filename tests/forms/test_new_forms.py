"""Commented forms: they load, they cannot lie, and nobody's number is taken twice."""

import json
import re
import threading
from pathlib import Path

import pytest

from generator.conductors.check import check_actions
from generator.conductors.new import new_action, next_year_action
from generator.convention import Events, Framework
from generator.findings import Places
from generator.forms.action_forms import action_form, cleared, programme_form
from generator.forms.field_meanings import admitted_values
from generator.forms.framework_forms import events_form, framework_form
from generator.forms.json_schema import FORMS, schema_of
from generator.load import load_action, load_framework
from generator.load.loaded import Loaded
from generator.load.yaml_file import load_bytes
from generator.model import Action, Programme
from generator.model.typed_keys import entry_in, fields_of
from generator.workspace import Workspace
from tests.support.places import ROOT

KNOWN = {"numero": "2018-01", "convention": "dijon-chefchaouen-2016", "exemple": "non"}


def uncommented(form: str) -> str:
    """The form with its commented models opened, every key still empty."""
    return re.sub(r"^(\s*)# (\s*(?:- )?[a-z_0-9]+:)", r"\1\2", form, flags=re.MULTILINE)


def test_the_empty_form_of_an_action_loads() -> None:
    loaded: Loaded[Action] = load_bytes(action_form(KNOWN).encode(), "2018-01.yaml", Action)
    assert loaded.findings == ()
    assert loaded.value is not None
    assert loaded.value.title is None


def test_its_models_once_opened_lack_only_the_keys_that_name_an_entry() -> None:
    loaded: Loaded[Action] = load_bytes(uncommented(action_form(KNOWN)).encode(), "2018-01.yaml", Action)
    assert loaded.findings
    assert all("manque ici" in finding.message for finding in loaded.findings)


def keys_of(entry: type, seen: tuple[type, ...] = ()) -> set[str]:
    keys: set[str] = set()
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        keys |= {key} | (keys_of(inner, (*seen, entry)) if inner is not None and inner not in seen else set())
    return keys


def test_the_form_holds_every_key_of_the_model_with_its_meaning() -> None:
    form = action_form(KNOWN)
    for key in keys_of(Action):
        assert re.search(rf"(^|[\s#-]){key}:", form, re.MULTILINE), key
    assert all(len(line) <= 120 for line in form.splitlines())


def test_the_forms_of_a_framework_and_of_its_events_have_no_unknown_key() -> None:
    for form, model in ((framework_form("abc"), Framework), (events_form("abc"), Events)):
        loaded = load_bytes(form.encode(), "abc.yaml", model)
        assert not [finding for finding in loaded.findings if "inconnue" in finding.message]


def test_numbers_follow_each_other_and_holes_are_not_filled(workspace: Path) -> None:
    year = Workspace(workspace)
    assert new_action(year, "2018").path.name == "2018-01.yaml"
    (workspace / "inputs/2018/2018-07.yaml").write_text("numero: 2018-07\n", encoding="utf-8")
    assert new_action(year, "2018").path.name == "2018-08.yaml"
    assert new_action(year, "2017").path.name == "2017-07.yaml"


def test_a_new_action_names_its_framework_only_where_there_is_one(workspace: Path) -> None:
    year = Workspace(workspace)
    assert "\nconvention: dijon-chefchaouen-2016\n" in new_action(year, "2018").path.read_text(encoding="utf-8")
    year.framework("valmont-tazerout-2020").write_text(framework_form("valmont-tazerout-2020"), encoding="utf-8")
    assert "\nconvention:\n" in new_action(year, "2018").path.read_text(encoding="utf-8")


def test_twenty_people_at_once_get_twenty_numbers(workspace: Path) -> None:
    made: list[Path] = []
    threads = [
        threading.Thread(target=lambda: made.append(new_action(Workspace(workspace), "2019").path)) for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(path.name for path in made) == [f"2019-{rank:02}.yaml" for rank in range(1, 21)]
    for path in made:
        loaded = load_action(path, Workspace(workspace))
        assert loaded.findings == ()


@pytest.mark.parametrize("number", [f"2017-0{n}" for n in range(1, 7)])
def test_last_year_s_action_comes_back_without_what_must_not_survive(number: str, workspace: Path) -> None:
    outcome = next_year_action(Workspace(workspace), "2018", workspace / f"inputs/2017/{number}.yaml")
    assert outcome.findings == ()
    path = outcome.produced[0]
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b20\d\d-\d\d-\d\d\b", text), "a date survived"
    loaded = load_action(path, Workspace(workspace))
    assert loaded.findings == ()
    action = loaded.value
    assert action is not None
    assert action.number == path.stem
    assert action.deliberations == action.signatories == action.order_signatories == action.waivers == ()
    assert action.budget.rates == ()
    assert action.signature.day is None
    assert action.example
    assert action.title
    assert action.budget.expenses
    for mission in action.missions:
        assert mission.start is None
        assert all(person.special_mandate is None for person in mission.travellers)
        assert all(person.support_decision is None for person in mission.travellers)
        assert all(person.order_number is None for person in mission.travellers)


def test_a_co_funding_secured_last_year_is_only_requested_this_year() -> None:
    old = {
        "cofinanceurs": [{"id": "etat", "nom": "le ministère"}],
        "budget": {"ressources": [{"origine": "etat", "statut": "acquis"}, {"origine": "dijon", "statut": "acquis"}]},
    }
    budget = cleared(old)["budget"]  # type: ignore[arg-type]
    assert isinstance(budget, dict)
    lines = budget["ressources"]
    assert isinstance(lines, list)
    assert [line["statut"] for line in lines if isinstance(line, dict)] == ["sollicite", "acquis"]


@pytest.mark.parametrize("name", list(FORMS))
def test_each_schema_speaks_french_and_closes_its_objects(name: str) -> None:
    schema = schema_of(name)
    text = json.dumps(schema, ensure_ascii=False)
    assert "Shape of" not in text
    model, _ = FORMS[name]
    assert set(schema["properties"]) == set(fields_of(model))
    groups = [schema, *schema.get("$defs", {}).values()]
    assert all(group.get("additionalProperties") is False for group in groups if "properties" in group)
    for group in groups:
        for key, value in group.get("properties", {}).items():
            assert "description" in value or "$ref" in value or "allOf" in value, key


def test_places_of_a_form_point_at_its_lines() -> None:
    loaded: Loaded[Action] = load_bytes(action_form(KNOWN).encode(), "2018-01.yaml", Action)
    places: Places = loaded.places
    line = places[("budget", "depenses")].line
    assert line is not None
    assert action_form(KNOWN).splitlines()[line - 1].lstrip().startswith("depenses:")


def shipped_framework() -> Framework:
    workspace = Workspace(ROOT)
    framework = load_framework("dijon-chefchaouen-2016", workspace).value
    assert framework is not None
    return framework


def enumerations(entry: type, seen: tuple[type, ...] = ()) -> set[str]:
    found: set[str] = set()
    for field in fields_of(entry).values():
        found |= set(admitted_values(field.annotation))
        inner = entry_in(field.annotation)
        if inner is not None and inner not in seen:
            found |= enumerations(inner, (*seen, entry))
    return found


def test_the_form_says_every_value_that_an_enumeration_admits() -> None:
    form = action_form(KNOWN)
    values = enumerations(Action)
    assert {"numeraire", "sollicite", "le_francais_prevaut", "ceremonie", "feminin"} <= values
    assert [value for value in sorted(values) if not re.search(rf"# .*\b{value}\b", form)] == []


def test_the_form_shows_the_sentence_of_the_act_that_a_text_enters() -> None:
    form = action_form(KNOWN)
    assert "# Objet de l’action. Dans l’acte\u00a0: « La présente convention a pour objet … »." in form
    assert "organiser des résidences" in form


def test_the_form_names_the_parties_the_axes_and_the_originals_of_its_framework() -> None:
    framework = shipped_framework()
    form = action_form(KNOWN, framework)
    comments = " ".join(line.strip(" #") for line in form.splitlines() if line.lstrip().startswith("#"))
    for axis in framework.axes:
        assert axis.id in comments
    for party in framework.parties:
        assert f"{party.id} ({party.name})" in comments
    assert "La convention-cadre en veut 6\u00a0: une entrée pour chacun" in form
    recipients = form[form.index("\nexemplaires:") : form.index("\nderogations:")]
    assert recipients.count("- partie:") == framework.originals
    assert not re.search("dijon-|developpement_economique", action_form({**KNOWN, "convention": ""}))


def test_a_form_under_a_framework_loads_and_so_do_its_opened_models() -> None:
    form = action_form(KNOWN, shipped_framework())
    loaded: Loaded[Action] = load_bytes(form.encode(), "2018-01.yaml", Action)
    assert loaded.findings == ()
    opened: Loaded[Action] = load_bytes(uncommented(form).encode(), "2018-01.yaml", Action)
    assert all("manque ici" in finding.message for finding in opened.findings)
    assert all(len(line) <= 120 for line in form.splitlines())


def test_a_new_year_gets_the_form_of_its_programme_once(workspace: Path) -> None:
    year = Workspace(workspace)
    first = new_action(year, "2018")
    assert [path.name for path in first.produced] == ["2018-01.yaml", "programme.yaml"]
    text = first.produced[1].read_text(encoding="utf-8")
    loaded: Loaded[Programme] = load_bytes(text.encode(), "programme.yaml", Programme)
    assert loaded.findings == ()
    assert loaded.value is not None
    assert (loaded.value.year, loaded.value.framework) == (2018, "dijon-chefchaouen-2016")
    first.produced[1].write_text("annee: 2018\nconvention: dijon-chefchaouen-2016\n", encoding="utf-8")
    assert [path.name for path in new_action(year, "2018").produced] == ["2018-02.yaml"]
    assert first.produced[1].read_text(encoding="utf-8").startswith("annee: 2018\n")
    assert programme_form({"annee": "2018"}).startswith("# Le programme de l’année")


def test_no_programme_is_written_while_its_framework_is_not_known(workspace: Path) -> None:
    year = Workspace(workspace)
    year.framework("valmont-tazerout-2020").write_text(framework_form("valmont-tazerout-2020"), encoding="utf-8")
    assert [path.name for path in new_action(year, "2018").produced] == ["2018-01.yaml"]


def test_an_action_takes_the_number_that_is_asked_for_and_never_another_s(workspace: Path) -> None:
    year = Workspace(workspace)
    assert new_action(year, "2018", "2018-04").path.name == "2018-04.yaml"
    before = (workspace / "inputs/2018/2018-04.yaml").read_bytes()
    old = workspace / "inputs/2017/2017-01.yaml"
    for outcome in (new_action(year, "2018", "2018-04"), next_year_action(year, "2018", old, "2018-04")):
        assert not outcome.done
        assert [finding.code for finding in outcome.findings] == ["ES001"]
    assert (workspace / "inputs/2018/2018-04.yaml").read_bytes() == before


def test_what_was_obtained_last_year_is_asked_for_again() -> None:
    old = {
        "organismes_associes": [
            {
                "id": "asso",
                "nom": "association Arts",
                "decision": "la décision du conseil d’administration",
                "decision_date": "2017-02-01",
                "autorisation_prefet": "n° 4",
                "subvention": {
                    "payeur": "dijon",
                    "montant": "1000",
                    "convention_propre": "n° 12",
                    "contrat_engagement_republicain": "oui",
                },
            }
        ],
        "budget": {"ressources": [{"origine": "dijon", "justificatif": "notification du 3 mars"}]},
        "transmission": {"faite": {"date": "2017-04-24"}},
        "deliberations": [{"partie": "dijon"}],
    }
    kept = cleared(old)  # type: ignore[arg-type]
    assert kept["organismes_associes"] == [
        {
            "id": "asso",
            "nom": "association Arts",
            "decision": None,
            "decision_date": None,
            "autorisation_prefet": None,
            "subvention": {
                "payeur": "dijon",
                "montant": "1000",
                "convention_propre": None,
                "contrat_engagement_republicain": None,
            },
        }
    ]
    assert kept["budget"] == {"ressources": [{"origine": "dijon", "justificatif": None}]}
    assert (kept["transmission"], kept["deliberations"]) == (None, None)


def test_a_form_taken_up_bears_the_meaning_of_each_of_its_keys(workspace: Path) -> None:
    old = workspace / "inputs/2017/2017-01.yaml"
    text = next_year_action(Workspace(workspace), "2018", old).produced[0].read_text(encoding="utf-8")
    keys = re.findall(r"^([a-z_]+):", text, re.MULTILINE)
    assert len(keys) > 15
    for key in keys:
        assert re.search(rf"^# .+\n{key}:", text, re.MULTILINE), key
    assert "Dans l’acte\u00a0: « La présente convention a pour objet … »" in text


def test_a_form_left_empty_is_told_once_for_each_thing_that_it_lacks(workspace: Path) -> None:
    path = new_action(Workspace(workspace), "2018").path
    (outcome,) = check_actions([path], Workspace(workspace), final=False)
    told = [(finding.place, finding.message) for finding in outcome.findings]
    assert len(told) > 20
    assert len(set(told)) == len(told)
    assert all(finding.fix for finding in outcome.findings)
    assert not any(finding.code.startswith("FO") for finding in outcome.findings)
