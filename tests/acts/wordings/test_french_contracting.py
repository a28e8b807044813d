"""Who contracts, in the French of an act."""

from datetime import date
from decimal import Decimal

import pytest

from generator.acts.facts.contracting import (
    CalledAfter,
    CarryingOut,
    Closing,
    CommitmentTold,
    HandedTo,
    PaidBy,
    RepresentedBy,
    Situated,
    SpentByItself,
    StatusTold,
    SubjectToApproval,
    TypedFigure,
)
from generator.acts.facts.fact import Fact
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Noun, shortened
from generator.acts.facts.powers import DelegationAct, DelegationReceived, PersonName, SidePart, VoteCited
from generator.acts.facts.quantities import Money, MoneyList, Writing
from generator.acts.wordings.french_wording import in_french, typeset_in_french
from generator.model.persons import Civility, Forms
from tests.support.reading import plain

CITY = Noun("Ville de Valmont", Forms.model_validate({"article": "la", "genre": "feminin"}))
CLUB = Noun("association Rivages", Forms.model_validate({"article": "l’", "genre": "feminin"}))
FRIENDS = Noun("Amis de Valmont", Forms.model_validate({"article": "les", "pluriel": True}))
TOWN = Noun("Le Havre", Forms.model_validate({"a": "au Havre"}))
CLAIRE = PersonName(Civility.MADAM, "Claire", "Gabarit")
ORDER = DelegationReceived(DelegationAct("arrêté", "12", date(2018, 3, 1)))
VOTE = VoteCited("délibération", "7", "conseil municipal", date(2018, 3, 26))


def said(fact: Fact) -> str:
    return plain(str(in_french(fact)))


SAID: list[tuple[Fact, str]] = [
    (Situated("1 rue Haute, Valmont", None, ""), "dont le siège est sis 1 rue Haute, Valmont"),
    (Situated("1 rue Haute, Valmont", TOWN, "France"), "dont le siège est sis 1 rue Haute, Valmont (France)"),
    (Situated("Siège, Assif (Maroc)", TOWN, "Maroc"), "dont le siège est sis Siège, Assif (Maroc)"),
    (Situated(None, TOWN, "France"), "dont le siège est au Havre (France)"),
    (RepresentedBy(CITY, CLAIRE, "Maire", None), "représentée par Madame Claire Gabarit, Maire"),
    (
        RepresentedBy(FRIENDS, CLAIRE, "Trésorière", ORDER),
        "représentés par Madame Claire Gabarit, Trésorière, ayant reçu délégation par arrêté n° 12 du 1er mars 2018",
    ),
    (
        CarryingOut(VOTE, is_executed=True),
        "agissant en exécution de la délibération n° 7 du conseil municipal en date du 26 mars 2018",
    ),
    (
        CarryingOut(VOTE, is_executed=False),
        "agissant en vertu de la délibération n° 7 du conseil municipal en date du 26 mars 2018",
    ),
    (SubjectToApproval(), "sous la condition suspensive de l’approbation de son assemblée"),
    (CalledAfter(CLUB, shortened(CLUB, "l’Association")), "ci-après désignée « l’Association »"),
    (CalledAfter(FRIENDS, FRIENDS), "ci-après désignés « les Amis de Valmont »"),
    (Closing(SidePart(0, 2), is_last=False), ", d’une part,"),
    (Closing(SidePart(2, 3), is_last=True), ", de troisième part."),
    (Closing(None, is_last=False), ","),
    (HandedTo(None, CITY), "reçu et employé par la Ville de Valmont"),
    (HandedTo(CITY, CITY), "reçu et employé par la Ville de Valmont"),
    (HandedTo(CITY, CLUB), "reçu par la Ville de Valmont et employé par l’association Rivages"),
    (SpentByItself(), "que le cofinanceur emploie lui-même"),
    (StatusTold(is_requested=True), "montant sollicité et non acquis à ce jour"),
    (StatusTold(is_requested=False), "montant acquis"),
    (PaidBy([(CITY, Decimal(5))], "EUR"), "Ville de Valmont"),
    (
        PaidBy([(CITY, Decimal(5)), (CLUB, Decimal("7.50"))], "EUR"),
        "Ville de Valmont (5,00 €) et Association Rivages (7,50 €)",
    ),
    (
        PaidBy([(CITY, Decimal(5)), (CLUB, Decimal("0.125"))], "EUR"),
        "Ville de Valmont (5,00 €) et Association Rivages (0,125 EUR)",
    ),
    (TypedFigure("3000"), "3 000"),
    (TypedFigure("300"), "300"),
    (TypedFigure("0300"), "0300"),
    (TypedFigure("3000 visiteurs"), "3000 visiteurs"),
]


@pytest.mark.parametrize(("fact", "words"), SAID)
def test_a_body_is_presented_in_the_words_of_an_act(fact: Fact, words: str) -> None:
    assert said(fact) == words


@pytest.mark.parametrize(
    ("typed", "short"),
    [
        ("l’Association", "l’Association"),
        ("l'Association", "l’Association"),
        ("« l’Association »", "l’Association"),
        ("ci-après dénommée « l’Association »", "l’Association"),
        ("la Ligue", "la Ligue"),
        ("le Comité", "le Comité"),
        ("RIV", "RIV"),
        ("l’association Rivages", "l’association Rivages"),
        ("", "l’association Rivages"),
        (None, "l’association Rivages"),
    ],
)
def test_a_short_name_is_read_with_its_article(typed: str | None, short: str) -> None:
    called = said(CalledAfter(CLUB, shortened(CLUB, typed)))
    assert called == f"ci-après désignée « {short} »"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("le 26 mars 2018", "le 26\u00a0mars\u00a02018"),
        ("en mars 2018", "en mars\u00a02018"),
        ("mars 20184", "mars 20184"),
        ("80000 €", "80\u202f000\u00a0€"),
        ("1234,50 €", "1\u202f234,50\u00a0€"),
        ("450 €", "450\u00a0€"),
        ("80000 habitants", "80000 habitants"),
    ],
)
def test_dates_and_amounts_never_break_across_lines(typed: str, printed: str) -> None:
    assert str(typeset_in_french(typed)) == printed
    assert str(typeset_in_french(printed)) == printed


def commitment(*parts: int) -> CommitmentTold:
    missing = Missing(Gap.COMMITMENT)
    told = tuple(Money(Decimal(part), "EUR", Writing.FIGURES, missing) for part in parts)
    return CommitmentTold(MoneyList([(Decimal(600), "EUR")], missing), None, told)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((), ""),
        ((200, 400), ", dont 200,00 € en numéraire et 400,00 € en apports en nature valorisés"),
        ((600,), ", en apports en nature valorisés"),
    ],
)
def test_a_commitment_tells_its_part_in_cash_where_there_is_one(parts: tuple[int, ...], words: str) -> None:
    assert plain(str(in_french(commitment(*parts)))) == f"600,00 € (six cents euros){words}"
