"""What makes a vote enforceable by each party’s own law: transmission, publication and visa, proved, after the vote."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.case.party_law import approves_later, asks_for
from generator.case.party_steps import step_of
from generator.case.records import Case
from generator.convention import Party
from generator.findings import Path
from generator.french import capitalized, decimal_number, long_date
from generator.model.approvals import Transmission
from generator.model.references import ProcedureStep, Setting
from generator.rules.engine.citations import PartyLaw, Practice, Statute
from generator.rules.engine.naming import of_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import votes

_PAPER = "papier"
"""The means that leaves no receipt: the stamp on the copy proves the day."""

_ELECTRONIC = "loi 2015-991 art. 128"


@rule("CG013", cites=PartyLaw(ProcedureStep.TRANSMISSION), draft=WARNING, final=ERROR, bars=SIGNATURE)
def deliberation_is_transmitted(case: Case) -> Iterator[Problem]:
    """La délibération est transmise au contrôle de légalité avant la signature, là où le droit de la partie le veut.

    Refusé : la date de transmission est vide.
    Admis : la délibération est transmise, et la date de réception est remplie.
    """
    for party, path in _without_step(case, ProcedureStep.TRANSMISSION):
        yield Problem(
            (*path, "transmission", "date"),
            f"Transmission de la délibération {of_party(party)} non renseignée : elle n’est pas exécutoire.",
            "Remplissez « transmission.date » et « transmission.accuse_reception » de la délibération.",
            party=party.id,
        )


@rule("CG015", cites=PartyLaw(ProcedureStep.PUBLICATION), draft=WARNING, final=ERROR, bars=SIGNATURE)
def deliberation_is_published(case: Case) -> Iterator[Problem]:
    """La délibération est publiée, là où le droit de la partie le veut.

    Refusé : la date de publication est vide.
    Admis : la date de publication est remplie.
    """
    for party, path in _without_step(case, ProcedureStep.PUBLICATION):
        yield Problem(
            (*path, "publication"),
            f"Date de publication de la délibération {of_party(party)} non renseignée : le caractère exécutoire "
            "n’est pas établi.",
            "Remplissez « publication » dans la délibération.",
            party=party.id,
        )


@rule("CG016", cites=PartyLaw(ProcedureStep.VISA), draft=WARNING, final=ERROR, bars=SIGNATURE)
def deliberation_has_its_visa(case: Case) -> Iterator[Problem]:
    """La délibération a reçu le visa que le droit de la partie demande, sauf approbation postérieure prévue.

    Refusé : la date du visa est vide.
    Admis : le visa est daté, ou l’approbation postérieure est prévue sous clause suspensive.
    """
    for party, path in _without_step(case, ProcedureStep.VISA):
        if not approves_later(case, party):
            yield Problem(
                (*path, "visa", "date"),
                f"Visa non renseigné pour la délibération {of_party(party)} (autorité : {_controller(case, party)}).",
                "Remplissez « visa.autorite », « visa.numero » et « visa.date » de la délibération.",
                party=party.id,
            )


@rule("CG026", cites=PartyLaw(ProcedureStep.TRANSMISSION), draft=WARNING, final=WARNING)
def transmissions_are_proved(case: Case) -> Iterator[Problem]:
    """Chaque transmission faite a son accusé de réception, qui en prouve la date ; sur papier, le cachet suffit.

    Refusé : la délibération est transmise, et « accuse_reception » est vide.
    Admis : l’accusé de réception est cité, ou le mode est « papier ».
    """
    for path, what, sent in _transmissions(case):
        if sent.day and not sent.receipt and sent.means != _PAPER:
            yield Problem(
                (*path, "accuse_reception"),
                f"Transmission {what} ({long_date(sent.day)}) sans accusé de réception : rien n’en prouve la date.",
                "Remplissez « accuse_reception » ; si l’envoi fut fait sur papier, écrivez « papier » sous « mode ».",
            )


@rule("CG027", cites=Statute(_ELECTRONIC), draft=WARNING, final=ERROR, bars=SIGNATURE)
def large_authority_transmits_electronically(case: Case) -> Iterator[Problem]:
    """La collectivité télétransmet ses actes, depuis que la loi le veut ; une commune, si elle dépasse le seuil.

    Refusé : une commune d’un habitant de plus que le seuil, ou une région, transmet sur papier, le jour où la loi
    s’applique.
    Admis : une commune au seuil exactement ; une transmission de la veille ; une population qui n’est pas connue.
    """
    for party, path, vote in votes(case):
        sent, procedure = vote.transmission, case.procedure(party)
        if sent is None or sent.day is None or sent.means != _PAPER or procedure is None:
            continue
        statute = procedure.electronic_statute
        if statute is None or case.statute(statute, sent.day) is None:
            continue
        threshold = case.figure(statute, "seuil_teletransmission", sent.day)
        if threshold is None or (party.population is not None and party.population > threshold.value):
            yield Problem(
                (*path, "transmission", "mode"),
                f"La délibération {of_party(party)}{_inhabitants(party, threshold)} est transmise sur papier : "
                f"{_who_must(threshold)}, elle est télétransmise.",
                "Télétransmettez-la, et inscrivez l’accusé de réception.",
                party=party.id,
                day=sent.day,
            )


def _inhabitants(party: Party, threshold: Setting | None) -> str:
    known = party.population if threshold else None
    return "" if known is None else f" ({decimal_number(Decimal(known))} habitants)"


def _who_must(threshold: Setting | None) -> str:
    if threshold is None:
        return "quelle que soit sa population"
    return f"au-delà de {decimal_number(threshold.value)} habitants"


def _transmissions(case: Case) -> Iterator[tuple[Path, str, Transmission]]:
    """Yield the transmissions that are done: of each deliberation whose law asks for it, then of the signed act."""
    for party, path, vote in votes(case):
        if vote.transmission and asks_for(case, party, ProcedureStep.TRANSMISSION):
            yield (*path, "transmission"), f"de la délibération {of_party(party)}", vote.transmission
    if case.action.transmission and case.action.transmission.done:
        yield ("transmission", "faite"), "de la convention signée", case.action.transmission.done


@rule(
    "CO006",
    cites=Practice("Une délibération ne se transmet, ne se publie et ne se vise qu’une fois votée."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
    waivable=False,
)
def vote_comes_first(case: Case) -> Iterator[Problem]:
    """Transmission, publication et visa suivent le vote, dans un ordre quelconque.

    Refusé : la publication est de la veille du vote.
    Admis : la publication est du jour du vote.
    """
    for party, path, vote in votes(case):
        steps = (
            (("transmission", "date"), "la transmission", ProcedureStep.TRANSMISSION),
            (("publication",), "la publication", ProcedureStep.PUBLICATION),
            (("visa", "date"), "le visa", ProcedureStep.VISA),
        )
        for keys, name, step in steps:
            day = step_of(vote, step).day
            if day and vote.day and day < vote.day:
                yield Problem(
                    (*path, *keys),
                    f"{capitalized(name)} de la délibération {of_party(party)} ({long_date(day)}) précède le "
                    f"vote ({long_date(vote.day)}).",
                    "Corrigez l’une des deux dates.",
                )


def _without_step(case: Case, step: ProcedureStep) -> Iterator[tuple[Party, Path]]:
    """Yield each party whose law asks for a step that its deliberation leaves undated, with the deliberation's path."""
    for party, path, vote in votes(case):
        if step_of(vote, step).day is None and asks_for(case, party, step):
            yield party, path


def _controller(case: Case, party: Party) -> str:
    """Name the authority that receives or approves a party's acts."""
    procedure = case.procedure(party)
    return (procedure.controller if procedure else None) or "l’autorité de contrôle"


RULES = (
    deliberation_is_transmitted,
    deliberation_is_published,
    deliberation_has_its_visa,
    transmissions_are_proved,
    large_authority_transmits_electronically,
    vote_comes_first,
)
