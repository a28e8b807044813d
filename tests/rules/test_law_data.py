"""The law as dated data: every file is sound, versions follow one another, nothing is cited that does not exist."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import yaml

from generator.model import Allowances, Law
from generator.model.references import InForce, PartyProcedure, ProcedureStep, StatuteVersion, VoteCheck
from tests.support.places import ROOT

INPUTS = ROOT / "inputs"
LAW_FILES = sorted((INPUTS / "references").glob("*.yaml"))
TABLE_FILES = sorted((INPUTS / "baremes").glob("*.yaml"))


def loaded(path: Path) -> object:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only


LAWS = {path.name: Law.model_validate(loaded(path)) for path in LAW_FILES}
STATUTES = [statute for law in LAWS.values() for statute in law.statutes]
PROCEDURES = [procedure for law in LAWS.values() for procedure in law.procedures]


def versions() -> dict[str, list[StatuteVersion]]:
    by_reference: dict[str, list[StatuteVersion]] = defaultdict(list)
    for statute in STATUTES:
        by_reference[statute.reference].append(statute)
    return by_reference


def overlap(one: InForce, other: InForce) -> bool:
    starts_before_the_end = one.since is None or other.until is None or one.since <= other.until
    ends_after_the_start = one.until is None or other.since is None or other.since <= one.until
    return starts_before_the_end and ends_after_the_start


def in_force(reference: str, day: date) -> StatuteVersion | None:
    return next((text for text in versions()[reference] if text.in_force.covers(day)), None)


def procedure_of(country: str, kind: str) -> PartyProcedure:
    return next(entry for entry in PROCEDURES if entry.country == country and kind in entry.kinds)


def test_the_folder_holds_the_law() -> None:
    assert STATUTES
    assert PROCEDURES


@pytest.mark.parametrize("reference", versions())
def test_two_versions_of_a_text_never_apply_on_the_same_day(reference: str) -> None:
    pairs = combinations([text.in_force for text in versions()[reference]], 2)
    assert not any(overlap(one, other) for one, other in pairs)


@pytest.mark.parametrize("reference", [name for name, texts in versions().items() if len(texts) > 1])
def test_the_versions_of_a_text_follow_one_another_without_a_gap(reference: str) -> None:
    ordered = sorted(versions()[reference], key=lambda text: text.in_force.since or date.min)
    for earlier, later in pairwise(ordered):
        assert earlier.in_force.until is not None
        assert later.in_force.since == earlier.in_force.until + timedelta(days=1)


@pytest.mark.parametrize("statute", STATUTES, ids=lambda statute: statute.reference)
def test_a_text_says_what_it_says_and_where_it_was_read(statute: StatuteVersion) -> None:
    assert statute.words
    assert statute.words.endswith(".")
    assert statute.source
    assert statute.source.startswith(("http", "non vérifié"))


def test_a_figure_belongs_to_one_text_and_stands_once_in_a_version() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for statute in STATUTES:
        names = Counter(setting.name for setting in statute.sets)
        assert set(names.values()) <= {1}
        for name in names:
            owners[name].add(statute.reference)
    kinds = texts_of_one_check()
    shared = {name: texts for name, texts in owners.items() if len(texts) > 1}
    assert {name: texts for name, texts in shared.items() if not any(texts <= check for check in kinds)} == {}


def texts_of_one_check() -> list[set[str]]:
    """Return the texts on which each check of a vote, or a prior delay, stands for one kind of body or another."""
    all_texts = [procedure.vote_texts for law in LAWS.values() for procedure in law.procedures]
    checks = [{text for texts in all_texts if (text := texts.of(check))} for check in VoteCheck]
    small = {texts.small_notice for texts in all_texts if texts.small_notice}
    delays = {
        procedure.prior_delay.statute for law in LAWS.values() for procedure in law.procedures if procedure.prior_delay
    }
    return [*(texts | small for texts in checks), delays]


def test_every_figure_has_its_unit() -> None:
    assert all(setting.unit for statute in STATUTES for setting in statute.sets)


@pytest.mark.parametrize("path", [*LAW_FILES, *TABLE_FILES], ids=lambda path: path.name)
def test_printed_words_have_french_typography(path: Path) -> None:
    law = LAWS.get(path.name, Law())
    printed = [text for statute in law.statutes for text in (statute.title, statute.words or "")]
    printed += [citation for procedure in law.procedures for citation in procedure.citations]
    for words in printed:
        assert "'" not in words
        assert not re.search(r"\b[LR]\. \d|n° \d| [;:!?%»]|« ", words), words


@pytest.mark.parametrize(
    ("reference", "last_day_of_the_former", "former", "latter"),
    [
        ("CGCT L. 1115-1", date(2021, 8, 5), "engagements financiers", "Agenda 2030"),
        ("CGCT L. 2131-1", date(2022, 6, 30), "affichage", "électronique"),
        ("CGCT L. 2122-22", date(2022, 2, 21), "énumérées", "mandats spéciaux"),
        ("CGCT L. 1115-5", date(2016, 12, 6), "sauf si la loi", "autorisation préalable"),
    ],
)
def test_an_act_is_judged_by_the_version_of_its_day(
    reference: str, last_day_of_the_former: date, former: str, latter: str
) -> None:
    before = in_force(reference, last_day_of_the_former)
    after = in_force(reference, last_day_of_the_former + timedelta(days=1))
    assert before is not None
    assert after is not None
    assert former in (before.words or "")
    assert latter not in (before.words or "")
    assert latter in (after.words or "")


@pytest.mark.parametrize(
    ("reference", "first_day"),
    [
        ("CGCT L. 1115-1", date(2014, 7, 9)),
        ("CGCT L. 1115-1 (Agenda 2030)", date(2021, 8, 6)),
        ("CGCT L. 2131-1 (publication électronique)", date(2022, 7, 1)),
        ("loi 2022-217", date(2022, 2, 22)),
        ("loi 2015-991 art. 128", date(2020, 8, 7)),
        ("loi 2000-321 art. 10-1", date(2022, 1, 2)),
    ],
)
def test_a_text_does_not_apply_before_its_first_day(reference: str, first_day: date) -> None:
    assert in_force(reference, first_day - timedelta(days=1)) is None
    assert in_force(reference, first_day) is not None


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2016, 9, 30), "article 1325"), (date(2016, 10, 1), "article 1375"), (date(2026, 1, 1), "article 1375")],
)
def test_the_rule_on_originals_is_cited_by_its_number_of_the_day(day: date, number: str) -> None:
    text = in_force("Code civil 1375", day)
    assert text is not None
    assert text.title.startswith(number)


@pytest.mark.parametrize("procedure", [entry for entry in PROCEDURES if entry.steps], ids=lambda entry: entry.kinds[0])
def test_a_procedure_rests_on_a_text_and_names_who_controls(procedure: PartyProcedure) -> None:
    assert procedure.statute in versions()
    assert procedure.controller
    assert procedure.citations
    assert procedure.steps[0] is ProcedureStep.VOTE


def test_a_kind_of_body_has_one_procedure_in_a_country() -> None:
    pairs = Counter((procedure.country, kind) for procedure in PROCEDURES for kind in procedure.kinds)
    assert set(pairs.values()) == {1}


def test_a_french_act_is_transmitted_and_a_moroccan_one_is_approved() -> None:
    french, moroccan = procedure_of("FR", "commune"), procedure_of("MA", "commune")
    assert french.steps == (ProcedureStep.VOTE, ProcedureStep.TRANSMISSION, ProcedureStep.PUBLICATION)
    assert french.enters_into_force_on_transmission
    assert moroccan.steps == (ProcedureStep.VOTE, ProcedureStep.VISA)
    assert not moroccan.enters_into_force_on_transmission
    assert moroccan.legal_executive_title == "président du conseil communal"


def test_an_association_follows_no_public_procedure() -> None:
    assert procedure_of("FR", "association").steps == ()


def test_no_allowance_is_invented_for_morocco() -> None:
    rates = [rate for path in TABLE_FILES for rate in Allowances.model_validate(loaded(path)).rates]
    assert [rate.country for rate in rates] == ["MA"]
    assert all(rate.amount is None and rate.currency is None for rate in rates)


def test_an_officer_lodged_and_fed_by_the_host_keeps_nothing_of_the_allowance() -> None:
    tables = [Allowances.model_validate(loaded(path)) for path in TABLE_FILES]
    (reduction,) = [reduction for table in tables for reduction in table.reductions]
    assert reduction.lodging_percent + 2 * reduction.meal_percent == Decimal(100)
    assert reduction.statute in versions()
    settings = {setting.name: setting.value for setting in versions()[reduction.statute or ""][0].sets}
    assert settings == {
        "reduction_logement": reduction.lodging_percent,
        "reduction_repas": reduction.meal_percent,
        "repas_par_jour": Decimal(2),
    }
