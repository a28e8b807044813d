"""Completeness: what the acts print must be known, so that nobody signs a blank."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.cost_bearing import costs_without_payer
from generator.case.party_law import approves_later, asks_for
from generator.case.records import Case
from generator.findings import Path
from generator.model.missions import CostCategory, Mission
from generator.model.references import ProcedureStep
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import of_party, the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import votes


@rule(
    "CO030",
    cites=Practice("La convention spécifique dit le besoin, les activités et à qui l’action profite."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def action_is_described(case: Case) -> Iterator[Problem]:
    """Le contexte, les bénéficiaires et les activités (intitulé, lieu, dates) sont indiqués.

    Refusé : le lieu d’une activité est vide.
    Admis : chaque activité a un intitulé, un lieu et un premier jour.
    """
    action = case.action
    if not action.context:
        yield _missing(("contexte",), "Le contexte de l’action n’est pas indiqué.")
    if not action.beneficiaries:
        yield _missing(("beneficiaires",), "Les bénéficiaires de l’action ne sont pas indiqués.")
    if not action.activities:
        yield _missing(("activites",), "Aucune activité n’est indiquée.")
    for rank, activity in enumerate(action.activities):
        parts = (
            ("intitule", "l’intitulé", activity.title),
            ("lieu", "le lieu", activity.place),
            ("debut", "le premier jour", activity.start),
        )
        for key, name, value in parts:
            if not value:
                what = f"« {activity.title} »" if activity.title else f"n° {rank + 1}"
                yield _missing(("activites", rank, key), f"Il manque {name} de l’activité {what}.")


@rule(
    "CO031",
    cites=Practice("La convention spécifique annexe le budget ligne à ligne, et dit qui paie quoi, à qui et quand."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def money_is_described(case: Case) -> Iterator[Problem]:
    """Chaque dépense a un libellé et un montant ; chaque versement et chaque cofinancement est complet.

    Refusé : le montant d’une dépense est vide.
    Admis : un montant nul, s’il est écrit.
    """
    for rank, line in enumerate(case.action.budget.expenses):
        here = ("budget", "depenses", rank)
        if not line.label:
            yield _missing((*here, "libelle"), f"Il manque le libellé de la dépense n° {rank + 1}.")
        if line.amount is None:
            yield _missing((*here, "montant"), f"Il manque le montant de la dépense « {line.label or rank + 1} ».")
    yield from _missing_of_co_funders(case)
    yield from _missing_of_payments(case)


def _missing_of_co_funders(case: Case) -> Iterator[Problem]:
    for rank, funder in enumerate(case.action.co_funders):
        if not funder.name:
            yield _missing(("cofinanceurs", rank, "nom"), f"Il manque le nom du cofinanceur « {funder.id} ».")
        if not case.resources_of(funder.id):
            yield Problem(
                ("cofinanceurs", rank),
                f"Aucune ressource ne vient du cofinanceur « {funder.name or funder.id} ».",
                f"Ajoutez sous « budget.ressources » une ligne d’« origine » {funder.id}, ou retirez le cofinanceur.",
            )


def _missing_of_payments(case: Case) -> Iterator[Problem]:
    for rank, payment in enumerate(case.action.payments):
        parts = (
            ("beneficiaire", "le bénéficiaire", payment.payee),
            ("montant", "le montant", payment.amount is not None),
            ("echeance", "l’échéance, ou le fait qui déclenche le paiement,", payment.due or payment.event),
        )
        for key, name, value in parts:
            if not value:
                yield _missing(("versements", rank, key), f"Il manque {name} du versement n° {rank + 1}.")


@rule(
    "CO032",
    cites=Practice("La convention spécifique annexe les déplacements : objet, lieux, trajets, et qui paie quoi."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def journeys_are_described(case: Case) -> Iterator[Problem]:
    """Chaque déplacement dit son objet, ses lieux, ses trajets, son séjour, et qui paie chaque dépense.

    Refusé : le lieu du séjour est vide.
    Admis : tout est dit ; un payeur que la convention-cadre désigne peut rester vide.
    """
    for rank, mission in enumerate(case.action.missions):
        here = ("missions", rank)
        stay = mission.stay
        yield from _absent(
            here, mission, (("objet", "l’objet", mission.purpose), ("lieux", "les lieux", mission.places))
        )
        for place, leg in enumerate(mission.legs):
            parts = (
                ("de", "le lieu de départ", leg.origin),
                ("vers", "le lieu d’arrivée", leg.destination),
                ("depart", "la date", leg.departure),
                ("moyen", "le moyen de transport", leg.mode),
                ("classe", "la classe", leg.travel_class),
            )
            yield from _absent((*here, "trajets", place), mission, parts)
        place_of_stay = ("lieu", "le lieu du séjour", stay.place if stay else None)
        yield from _absent((*here, CostCategory.STAY.value), mission, (place_of_stay,))
        yield from _without_payer(case, here, mission)


def _without_payer(case: Case, here: Path, mission: Mission) -> Iterator[Problem]:
    """Find the costs that neither the action nor the framework lays on somebody, and those without a name."""
    for path, _ in costs_without_payer(case.framework, mission):
        yield from _absent((*here, *path), mission, (("payeur", "le payeur", None),))
    for place, cost in enumerate(mission.other_costs):
        path = (*here, CostCategory.OTHER.value, place)
        yield from _absent(path, mission, (("libelle", "la nature des frais", cost.label),))
    for place, stop in enumerate(mission.stopovers):
        path = (*here, CostCategory.STOPOVER.value, place)
        yield from _absent(path, mission, (("lieu", "le lieu de l’escale", stop.place),))


def _absent(path: Path, mission: Mission, parts: tuple[tuple[str, str, object], ...]) -> Iterator[Problem]:
    """Yield what is missing of a mission, of one of its legs or of one of its costs."""
    match path:
        case (_, _, "trajets", int(rank)):
            where = f" (trajet n° {rank + 1})"
        case (_, _, str(category), *_):
            where = f" ({CostCategory(category).words})"
        case _:
            where = ""
    for key, name, value in parts:
        if not value:
            yield _missing((*path, key), f"Déplacement {mission.id}{where} : il manque {name}.")


@rule(
    "CO033",
    cites=Practice("La convention spécifique dit comment elle se résilie et quel juge en connaît."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def closing_clauses_are_complete(case: Case) -> Iterator[Problem]:
    """Le préavis de résiliation, la juridiction compétente et le rythme du comité de pilotage sont indiqués.

    Refusé : « clauses.tribunal » est vide.
    Admis : tout est rempli ; sans comité de pilotage, aucun rythme n’est demandé.
    """
    clauses, committee = case.action.clauses, case.action.steering
    if not clauses.notice_months:
        yield _missing(
            ("clauses", "preavis_resiliation_mois"),
            f"Le préavis de résiliation {_absent_or_nought(clauses.notice_months)}.",
        )
    if not clauses.court:
        yield _missing(("clauses", "tribunal"), "La juridiction compétente n’est pas indiquée.")
    if committee is not None and not committee.meetings_per_year:
        path = ("comite_de_pilotage", "reunions_par_an")
        told = _absent_or_nought(committee.meetings_per_year)
        yield _missing(path, f"Le nombre de réunions du comité de pilotage {told}.")


def _absent_or_nought(number: int | None) -> str:
    return "n’est pas indiqué" if number is None else "est nul"


@rule(
    "CO034",
    cites=Practice("La convention spécifique cite les actes qui autorisent sa signature."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
    waivable=False,
)
def approvals_can_be_cited(case: Case) -> Iterator[Problem]:
    """L’assemblée qui a délibéré et l’autorité qui a visé sont nommées.

    Refusé : l’organe de la délibération est vide.
    Admis : l’organe est rempli ; ou l’approbation doit suivre la signature, sous clause suspensive.
    """
    for party, path, vote in votes(case):
        if approves_later(case, party):
            continue
        if not vote.body:
            yield _missing((*path, "organe"), f"L’assemblée qui a délibéré pour le compte {of_party(party)} manque.")
        if asks_for(case, party, ProcedureStep.VISA) and vote.visa and vote.visa.day and not vote.visa.authority:
            here = (*path, "visa", "autorite")
            yield _missing(here, f"L’autorité qui a visé la délibération {of_party(party)} n’est pas nommée.")


@rule(
    "CO035",
    cites=Practice("Chaque original a sa page de garde, qui en nomme le destinataire."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
    waivable=False,
)
def originals_have_a_recipient(case: Case) -> Iterator[Problem]:
    """Chaque original a un destinataire.

    Refusé : le destinataire d’un original est vide.
    Admis : chaque destinataire est nommé.
    """
    for rank, original in enumerate(case.action.originals):
        if not original.recipient:
            yield _missing(
                ("exemplaires", rank, "destinataire"), f"L’exemplaire n° {rank + 1} n’a pas de destinataire."
            )


@rule(
    "CO036",
    cites=Practice("La convention spécifique dit ce que font et ce que reçoivent les organismes qu’elle associe."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def associated_bodies_are_described(case: Case) -> Iterator[Problem]:
    """Chaque organisme associé a un rôle ; s’il signe, un siège ; s’il est subventionné, un montant.

    Refusé : un organisme signe, et son siège est vide.
    Admis : un organisme qui ne signe pas n’a pas à dire son siège.
    """
    for rank, body in enumerate(case.action.associated_bodies):
        here = ("organismes_associes", rank)
        who = the_body(case, body.id)
        if not body.role:
            yield _missing((*here, "role"), f"Rôle non indiqué : {who}.")
        if body.is_signatory and not body.seat:
            yield _missing((*here, "siege"), f"Siège non indiqué : {who}.")
        if body.subsidy and body.subsidy.amount is None:
            yield _missing((*here, "subvention", "montant"), f"Montant de la subvention non indiqué : {who}.")


def _missing(path: Path, message: str) -> Problem:
    key = next(str(step) for step in reversed(path) if isinstance(step, str))
    return Problem(path, message, f"Remplissez « {key} ».")


RULES = (
    action_is_described,
    money_is_described,
    journeys_are_described,
    closing_clauses_are_complete,
    approvals_can_be_cited,
    originals_have_a_recipient,
    associated_bodies_are_described,
)
