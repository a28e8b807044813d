"""What goes with a signature package, in French."""

from datetime import date

import pytest

from generator.acts.facts.namings import Noun
from generator.acts.facts.package_steps import (
    ActCited,
    ActNumbered,
    BackBy,
    CoFundingNotified,
    DecidedBy,
    FrameworkInForce,
    HoldsOffice,
    InformedAfterVisa,
    LegTold,
    MissionPapersHanded,
    NumberCited,
    OnwardSending,
    Phrase,
    ReceivedFrom,
    SentBy,
    SignedActSent,
    StepState,
    ToAuthority,
    VoteStep,
)
from generator.acts.wordings import french_steps as french
from generator.model.persons import Forms

DAY = date(2025, 3, 1)
VALMONT = Noun("Ville de Valmont", Forms.model_validate({"article": "la", "genre": "feminin"}))
AGREEMENT = Noun("convention de partenariat", Forms.model_validate({"article": "la", "genre": "feminin"}))


@pytest.mark.parametrize("phrase", list(Phrase))
def test_every_phrase_has_its_words(phrase: Phrase) -> None:
    assert french.phrase(phrase).strip()


def test_the_act_is_named_with_its_number_and_one_of_its_originals() -> None:
    assert french.act_numbered(ActNumbered(AGREEMENT, "2017-01")) == "Convention de partenariat n° 2017-01"
    assert french.act_numbered(ActNumbered(AGREEMENT, "2017-01", (3, 6))) == (
        "Convention de partenariat n° 2017-01 – exemplaire n° 3/6"
    )


@pytest.mark.parametrize(
    ("authority", "words"),
    [
        ("le préfet", "au préfet"),
        ("la préfète", "à la préfète"),
        ("les services de l’État", "aux services de l’État"),
        ("l’autorité de tutelle", "à l’autorité de tutelle"),
        ("", ""),
    ],
)
def test_an_authority_is_contracted_after_to(authority: str, words: str) -> None:
    assert french.to_authority(ToAuthority(authority)) == words


@pytest.mark.parametrize(
    ("means", "words"),
    [
        ("télétransmission", "par télétransmission"),
        ("papier", "sur papier, par une copie, jamais un original"),
        ("courrier recommandé", "par courrier recommandé"),
    ],
)
def test_an_act_is_sent_by_its_means(means: str, words: str) -> None:
    assert french.sent_by(SentBy(means)) == words


def test_an_assembly_deliberates_and_a_bureau_decides() -> None:
    assert french.vote_step(VoteStep("délibération")) == "Vote de la délibération"
    assert french.vote_step(VoteStep("décision du Bureau")) == "Décision du Bureau"


def test_acts_are_cited_by_their_numbers() -> None:
    assert french.number_cited(NumberCited("12")) == "n° 12"
    assert french.act_cited(ActCited("arrêté", "12")) == "arrêté n° 12"
    assert french.act_cited(ActCited("arrêté", None)) == "arrêté"
    assert french.decided_by(DecidedBy("conseil communal")) == "Conseil communal"


def test_a_mandate_that_is_not_known_is_not_said_to_run() -> None:
    assert french.holds_office(HoldsOffice("Maire")) == "Maire"
    assert french.holds_office(HoldsOffice("Maire", has_mandate=True)) == "Maire, mandat en cours"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (StepState(VALMONT, DAY, is_done=True), "fait"),
        (StepState(VALMONT, DAY), "à faire par la Ville de Valmont, au plus tard le 1er\u00a0mars 2025"),
        (StepState("le gouverneur", None), "à faire par le gouverneur, avant la signature"),
        (StepState("", None, bars=False), "à faire"),
    ],
)
def test_a_step_is_done_or_says_who_does_it_and_by_when(state: StepState, words: str) -> None:
    assert french.step_state(state) == words


def test_the_originals_are_told_from_hand_to_hand() -> None:
    assert french.received_from(ReceivedFrom(VALMONT, 1)) == (
        "reçoit les originaux de la Ville de Valmont, par le bordereau de l’étape\u00a01"
    )
    assert french.onward_sending(OnwardSending(VALMONT, 2, DAY, is_return=False)) == (
        "les adresse à la Ville de Valmont, par le bordereau de l’étape\u00a02, "
        "pour y arriver au plus tard le 1er\u00a0mars 2025"
    )
    assert french.onward_sending(OnwardSending(VALMONT, 3, None, is_return=True)) == (
        "les renvoie à la Ville de Valmont, par le bordereau de l’étape\u00a03"
    )
    assert french.leg_told(LegTold(1, 3)) == "Circulation des originaux – étape\u00a01 sur\u00a03"
    assert french.back_by(BackBy(VALMONT, DAY)) == "à la Ville de Valmont, au plus tard le 1er\u00a0mars 2025"
    assert french.back_by(BackBy(VALMONT, None)) == "à la Ville de Valmont"


def test_an_authority_is_informed_after_its_visa() -> None:
    assert french.informed_after_visa(InformedAfterVisa("V-1", DAY)) == (
        "pour information, après son visa n°\u00a0V-1 du 1er\u00a0mars 2025"
    )
    assert french.informed_after_visa(InformedAfterVisa(None, DAY)) == (
        "pour information, après son visa du 1er\u00a0mars 2025"
    )


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (AGREEMENT, "Convention de partenariat signée et en vigueur"),
        (Noun("accord de coopération"), "Accord de coopération signé et en vigueur"),
    ],
)
def test_the_framework_is_signed_in_its_own_gender(title: Noun, words: str) -> None:
    assert french.framework_in_force(FrameworkInForce(title)) == words


def test_steps_name_who_and_what() -> None:
    assert french.co_funding_notified(CoFundingNotified("le ministère")) == "Cofinancement notifié : le ministère"
    assert french.signed_act_sent(SignedActSent("le préfet", VALMONT)) == (
        "Transmission de l’acte signé au préfet par la Ville de Valmont"
    )
    assert french.mission_papers_handed(MissionPapersHanded("M1")) == (
        "Mission M1 : ordres de mission et mandats remis aux voyageurs"
    )
