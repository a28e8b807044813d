"""The case: whose example it is, who signs when, and the law of the day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from generator.case.records import Case
from generator.model import Allowances, Law, Programme
from generator.model.references import StatuteVersion
from tests.support.rule_cases import base_case, case_with

CHANGE = date(2025, 4, 15)
"""The day on which the law of these tests changes: that of the base's signature."""
EVE, MORROW = CHANGE - timedelta(days=1), CHANGE + timedelta(days=1)


def untouched() -> Case:
    """Return the base, none of whose inputs is an example."""
    return base_case()


def signed_on(day: date, law: Law) -> Case:
    return replace(case_with(action={"signature.date": day.isoformat()}), law=law)


def programme(*, example: bool) -> Programme:
    return Programme.model_validate({"annee": "2025", "convention": "valmont-tazerout", "exemple": example})


def test_a_case_without_example_data_is_none() -> None:
    assert not untouched().is_example
    assert not replace(untouched(), programme=programme(example=False), events=None).is_example


@pytest.mark.parametrize(
    "case",
    [
        case_with(action={"exemple": "oui"}),
        case_with(evenements={"exemple": "oui"}),
        replace(untouched(), programme=programme(example=True)),
        replace(untouched(), allowances=Allowances.model_validate({"exemple": "oui"})),
    ],
    ids=["action", "events", "programme", "allowances"],
)
def test_one_example_among_the_inputs_makes_the_acts_examples(case: Case) -> None:
    assert case.is_example


def test_parties_stand_in_the_order_of_the_text() -> None:
    turned = case_with(convention={"ordre_des_parties": ["tazerout", "nulle-part", "valmont"]})
    assert [party.id for party in base_case().parties] == ["valmont", "tazerout"]
    assert [party.id for party in turned.parties] == ["tazerout", "valmont"]


def with_bodies(*bodies: dict[str, object], **engagements: object) -> Case:
    return case_with(action={"organismes_associes": list(bodies), **engagements})


def test_all_who_sign_are_the_parties_then_the_bodies_that_sign() -> None:
    case = with_bodies({"id": "amis", "signataire": "oui"}, {"id": "ecole", "signataire": "non"})
    assert case.signing_ids == ("valmont", "tazerout", "amis")


def test_the_act_has_the_day_of_the_last_signature_that_of_an_associated_body_included() -> None:
    planned = [
        {"partie": party, "date": day}
        for party, day in (("valmont", "2025-04-15"), ("tazerout", "2025-04-14"), ("amis", "2025-04-16"))
    ]
    case = with_bodies({"id": "amis", "signataire": "oui"}, signature={"mode": "circulation", "par_partie": planned})
    assert case.signature_days == (date(2025, 4, 15), date(2025, 4, 14), date(2025, 4, 16))
    assert case.act_day == date(2025, 4, 16)


def test_the_duties_of_a_body_are_those_of_its_own_entry_then_its_commitments() -> None:
    engagements = {"engagements": [{"partie": "amis", "obligations": ["animer"]}]}
    own = {"id": "amis", "signataire": "oui", "obligations": ["rendre compte"]}
    assert with_bodies(own, **engagements).duties_of("amis") == ("rendre compte", "animer")
    assert with_bodies({**own, "obligations": []}, **engagements).duties_of("amis") == ("animer",)
    assert with_bodies(own, **engagements).duties_of("valmont") == ()


def test_the_deliberation_that_counts_is_the_last_one_listed() -> None:
    again = {"deliberations[2]": {"partie": "valmont", "numero": "D-9"}}
    vote = case_with(action=again).deliberation("valmont")
    assert vote is not None
    assert vote.number == "D-9"
    assert base_case().deliberation("ailleurs") is None


def test_who_signs_for_a_body_is_whoever_names_it() -> None:
    signatory = base_case().signatory("tazerout")
    assert signatory is not None
    assert signatory.surname == "Témoin"
    assert base_case().signatory("source-vive") is None


def test_a_body_undertakes_its_own_duties_then_those_listed_among_the_commitments() -> None:
    body = {"id": "rivages", "obligations": ["animer"]}
    listed = [
        {"partie": "rivages", "obligations": ["former"]},
        {"partie": "valmont", "obligations": ["loger"]},
        {"partie": "rivages", "obligations": ["rendre compte"]},
    ]
    case = case_with(action={"organismes_associes": [body], "engagements": listed})
    assert case.duties_of("rivages") == ("animer", "former", "rendre compte")
    assert case.duties_of("valmont") == ("loger",)
    assert case.duties_of("tazerout") == ()


def test_the_resources_of_a_body_are_those_that_come_from_it() -> None:
    assert [str(line.amount) for line in base_case().resources_of("valmont")] == ["6000.00", "700.00"]
    assert base_case().resources_of("ailleurs") == ()


def test_a_co_funder_is_found_by_its_identifier() -> None:
    case = case_with(action={"cofinanceurs[1]": {"id": "fondation", "nom": "la fondation d’essai"}})
    funder = case.co_funder("fondation")
    assert funder is not None
    assert funder.name == "la fondation d’essai"
    assert case.co_funder("ailleurs") is None


def test_a_statute_is_found_by_the_key_that_rules_cite() -> None:
    laws = Law.model_validate({"textes": [{"cle": "loi 1", "titre": "une"}, {"cle": "loi 2", "titre": "autre"}]})
    text = replace(base_case(), law=laws).statute("loi 2")
    assert text is not None
    assert text.title == "autre"


def test_an_employer_is_a_party_or_not() -> None:
    assert base_case().is_employer_party("valmont")
    assert not base_case().is_employer_party("metropole")
    assert not base_case().is_employer_party(None)


def test_a_ceremony_gives_every_party_its_day_and_a_circulation_each_its_own() -> None:
    own = {
        "signature": {
            "mode": "circulation",
            "date": "2025-04-15",
            "par_partie": [{"partie": "valmont", "date": "2025-04-20"}, {"partie": "tazerout", "date": "2025-04-22"}],
        }
    }
    circulating = case_with(action=own)
    assert base_case().signature_day("valmont") == base_case().signature_day("tazerout") == CHANGE
    assert circulating.signature_day("valmont") == date(2025, 4, 20)
    assert circulating.signature_day("ailleurs") is None
    assert circulating.act_day == date(2025, 4, 22)


def test_without_a_planned_signature_the_law_is_that_of_the_first_day_of_the_action() -> None:
    assert case_with(action={"signature": ""}).act_day == date(2025, 5, 2)


@pytest.mark.parametrize(("day", "words"), [(EVE, "ancien"), (CHANGE, "nouveau"), (MORROW, "nouveau")])
def test_a_statute_is_read_in_the_version_of_the_act_s_day(day: date, words: str) -> None:
    versions = [
        {"cle": "loi", "titre": "loi", "texte": "ancien", "en_vigueur": {"au": EVE.isoformat()}},
        {"cle": "loi", "titre": "loi", "texte": "nouveau", "en_vigueur": {"du": CHANGE.isoformat()}},
    ]
    case = signed_on(day, Law.model_validate({"textes": versions}))
    text = case.statute("loi")
    assert text is not None
    assert text.words == words
    assert case.statute("loi", EVE) != case.statute("loi", CHANGE)


@pytest.mark.parametrize(("day", "steps"), [(EVE, 1), (CHANGE, 2), (MORROW, 2)])
def test_a_procedure_is_that_of_the_act_s_day(day: date, steps: int) -> None:
    versions = [
        {"pays": "FR", "etapes": ["vote"], "en_vigueur": {"au": EVE.isoformat()}},
        {"pays": "FR", "etapes": ["vote", "publication"], "en_vigueur": {"du": CHANGE.isoformat()}},
    ]
    case = signed_on(day, Law.model_validate({"procedures": versions}))
    procedure = case.procedure(case.parties[0])
    assert procedure is not None
    assert len(procedure.steps) == steps


def test_a_procedure_is_that_of_the_party_s_country_and_kind() -> None:
    kinds = [
        {"pays": "MA", "natures": ["commune"]},
        {"pays": "FR", "natures": ["region"]},
        {"pays": "FR", "natures": ["commune"], "ordres_de_mission": "oui"},
    ]
    case = replace(base_case(), law=Law.model_validate({"procedures": kinds}))
    procedure = case.procedure(case.parties[0])
    assert procedure is not None
    assert (procedure.country, procedure.kinds) == ("FR", ("commune",))


@pytest.mark.parametrize(("day", "value"), [(EVE, None), (CHANGE, Decimal(23000)), (MORROW, Decimal(23000))])
def test_a_figure_is_that_of_the_version_in_force(day: date, value: Decimal | None) -> None:
    text = {
        "cle": "décret",
        "titre": "décret",
        "en_vigueur": {"du": CHANGE.isoformat()},
        "fixe": [{"nom": "delai", "valeur": "3"}, {"nom": "seuil", "valeur": "23000", "unite": "EUR"}],
    }
    case = signed_on(day, Law.model_validate({"textes": [text]}))
    found = case.figure("décret", "seuil")
    assert (found.value if found else None) == value
    assert case.figure("décret", "autre", MORROW) is None


def test_every_day_that_is_typed_is_found_at_its_path() -> None:
    days = dict(base_case().action.typed.days)
    assert days["signature", "date"] == date(2025, 4, 15)
    assert days["missions", 0, "trajets", 1, "depart"] == date(2025, 5, 16)
    assert ("missions", 0, "trajets", 0, "arrivee") not in days


def test_what_was_worked_out_of_an_entry_is_worked_out_again_of_a_changed_copy() -> None:
    mission = base_case().action.missions[0]
    later = date(2025, 9, 1)
    assert mission.start != later
    assert len(mission.typed.days) > 0
    copied = mission.model_copy(update={"first_day": later})
    assert copied.start == later
    assert (("debut",), later) in copied.typed.days
    assert copied == mission.model_copy(update={"first_day": later})


def governing(*entries: dict[str, object]) -> StatuteVersion:
    return StatuteVersion.model_validate({"cle": "loi", "titre": "loi", "regit": list(entries)})


@pytest.mark.parametrize(
    ("text", "governed"),
    [
        (governing(), [True, True, True]),
        (governing({"pays": "FR"}), [True, True, False]),
        (governing({"pays": "FR", "natures": ["commune", "epci"]}), [True, False, False]),
        (governing({"pays": "FR", "natures": ["region"]}, {"pays": "MA"}), [False, True, True]),
    ],
)
def test_a_text_governs_the_officers_of_the_employers_that_it_names_or_of_any(
    text: StatuteVersion, governed: list[bool]
) -> None:
    employers = [("FR", "commune"), ("FR", "region"), ("MA", "commune")]
    assert [text.governs_officers_of(*employer) for employer in employers] == governed


def test_lists_of_words_and_figures_of_usage_are_found_by_their_names() -> None:
    lists = [{"nom": "titres", "mots": ["Vice-Présidente", "élu"]}, {"nom": "nuits", "mots": ["nuitée"]}]
    figures = [{"nom": "avant", "valeur": "10"}, {"nom": "apres", "valeur": "6"}]
    law = Law.model_validate({"listes_de_mots": lists, "reperes": figures})
    assert law.words("titres") == (("vice", "presidente"), ("elu",))
    assert law.words("rangs") == ()
    assert (law.guide("apres"), law.guide("ailleurs")) == (Decimal(6), None)


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("vice", "president", "delegue"), True),
        (("vice", "presidente"), True),
        (("vice", "amiral"), False),
        (("vice",), False),
        (("le", "vice", "president"), False),
        ((), False),
    ],
)
def test_words_begin_with_one_entry_of_a_list(words: tuple[str, ...], begins: bool) -> None:
    listed = [{"nom": "titres", "mots": ["Vice-Présidente", "vice-président"]}]
    assert Law.model_validate({"listes_de_mots": listed}).begins(words, "titres") is begins


WAIVED = {"regle": "CC060", "decide_par": "la Maire", "date": "2025-04-01", "motif": "un organisme signe aussi"}


@pytest.mark.parametrize(
    ("waivers", "due"),
    [
        ([], 4),
        ([WAIVED], 5),
        ([WAIVED | {"regle": "CC061"}], 4),
        ([WAIVED | {"motif": ""}], 4),
        ([WAIVED | {"regle": "CC061"}, WAIVED], 5),
    ],
)
def test_originals_are_as_many_as_the_framework_says_unless_another_number_was_decided(
    waivers: list[dict[str, str]], due: int
) -> None:
    fifth = {"exemplaires[4]": {"partie": "valmont", "destinataire": "archives"}}
    assert case_with(action=fifth | {"derogations": waivers}).originals_due == due


def test_without_a_number_in_the_framework_there_are_as_many_originals_as_recipients() -> None:
    unsaid = {"exemplaires": ""}
    assert case_with(action={"exemplaires[3]": "RETIRÉ"}, convention=unsaid).originals_due == 3
    assert case_with(action={"exemplaires": []}, convention=unsaid).originals_due is None
    assert case_with(action={"exemplaires": [], "derogations": [WAIVED]}).originals_due == 4


def test_texts_that_hold_a_part_are_found_however_they_are_cased() -> None:
    case = case_with(action={"contexte": "Le PUITS est à sec.", "beneficiaires": "ceux du puits"})
    assert sorted(case.texts_with("puits")) == [
        (("beneficiaires",), "ceux du puits"),
        (("contexte",), "Le PUITS est à sec."),
    ]
    assert list(case.texts_with("puits artésien")) == []


def test_a_reader_finds_the_texts_of_its_own_case_with_their_paths() -> None:
    first, second = case_with(action={"contexte": "Un puits est à sec."}), case_with(action={"contexte": "Rien."})
    assert first.found_by(_says_dry) == [(("contexte",), "Un puits est à sec.", True)]
    assert second.found_by(_says_dry) == []
    assert first.found_by(_says_dry) == [(("contexte",), "Un puits est à sec.", True)]


def _says_dry(text: str) -> bool:
    return "puits est à sec" in text
