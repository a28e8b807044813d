"""The identifiers of an action: each designates something, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.case.records import Case
from generator.findings import Path
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import did_you_mean
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, rule
from generator.rules.topics.places_in_the_case import costs

Reference = tuple[Path, str | None]


@rule(
    "CO020",
    cites=Practice("Un identifiant désigne une partie, un organisme, un cofinanceur ou un axe."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def identifiers_designate_something(case: Case) -> Iterator[Problem]:
    """Chaque identifiant désigne une partie, un organisme associé, un cofinanceur ou un axe, selon la clé.

    Refusé : l’origine d’une ressource est mal orthographiée ; un axe, quand la convention-cadre n’en a pas.
    Admis : elle est l’identifiant d’une partie, d’un organisme ou d’un cofinanceur.
    """
    parties = [party.id for party in case.framework.parties]
    contracting = [*parties, *(body.id for body in case.action.signing_bodies)]
    everybody = [
        *parties,
        *(body.id for body in case.action.associated_bodies),
        *(funder.id for funder in case.action.co_funders),
    ]
    groups: tuple[tuple[Callable[[Case], Iterator[Reference]], list[str], str], ...] = (
        (_to_parties, parties, "aucune partie"),
        (_to_contracting_bodies, contracting, "aucune partie ni aucun organisme signataire"),
        (_to_anybody, everybody, "aucune partie, aucun organisme et aucun cofinanceur"),
        (_to_axes_without_clause, [axis.id for axis in case.framework.axes], "aucun axe"),
    )
    for references, known, nobody in groups:
        for path, identifier in references(case):
            if identifier is not None and identifier not in known:
                yield Problem(path, f"« {identifier} » ne désigne {nobody}.", did_you_mean(identifier, known))


def _to_parties(case: Case) -> Iterator[Reference]:
    """Yield what must designate a party of the framework."""
    action = case.action
    yield from ((("competences", rank, "partie"), entry.party) for rank, entry in enumerate(action.competences))
    yield from ((("deliberations", rank, "partie"), entry.party) for rank, entry in enumerate(action.deliberations))
    yield from (
        (("signataires_ordres_de_mission", rank, "partie"), entry.party)
        for rank, entry in enumerate(action.order_signatories)
    )
    yield from (
        (("signature", "approbations_posterieures", rank), party)
        for rank, party in enumerate(action.signature.later_approvals)
    )
    for rank, mission in enumerate(action.missions):
        yield ("missions", rank, "partie_en_deplacement"), mission.travelling_party
        yield ("missions", rank, "partie_accueillante"), mission.host_party


def _to_contracting_bodies(case: Case) -> Iterator[Reference]:
    """Yield what must designate a party or an associated body that signs."""
    action = case.action
    yield from ((("engagements", rank, "partie"), entry.party) for rank, entry in enumerate(action.commitments))
    yield from ((("signataires", rank, "partie"), entry.party) for rank, entry in enumerate(action.signatories))
    yield from ((("exemplaires", rank, "partie"), entry.party) for rank, entry in enumerate(action.originals))
    yield from (
        (("signature", "par_partie", rank, "partie"), entry.party)
        for rank, entry in enumerate(action.signature.by_party)
    )


def _to_anybody(case: Case) -> Iterator[Reference]:
    """Yield what must designate a party, an associated body or a co-funder."""
    action = case.action
    yield from (
        (("budget", "ressources", rank, "origine"), line.origin) for rank, line in enumerate(action.budget.resources)
    )
    yield from (
        (("budget", "depenses", rank, "payeur"), line.payer) for rank, line in enumerate(action.budget.expenses)
    )
    for rank, funder in enumerate(action.co_funders):
        yield ("cofinanceurs", rank, "recu_par"), funder.received_by
        yield ("cofinanceurs", rank, "depense_par"), funder.spent_by
    yield from ((("versements", rank, "payeur"), payment.payer) for rank, payment in enumerate(action.payments))
    yield from (
        (("organismes_associes", rank, "subvention", "payeur"), body.subsidy.payer)
        for rank, body in enumerate(action.associated_bodies)
        if body.subsidy
    )
    yield from (((*path, "payeur"), cost.payer) for path, cost in costs(case))


def _to_axes_without_clause(case: Case) -> Iterator[Reference]:
    """Yield the axes that an action names under a framework whose text has no clause on them to be judged by."""
    if "axes" not in case.framework.clauses:
        yield ("axe",), case.action.axis
        yield from ((("axes_secondaires", rank), axis) for rank, axis in enumerate(case.action.secondary_axes))


@rule(
    "CO021",
    cites=Practice("Deux choses ne portent pas le même identifiant."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def identifiers_are_unique(case: Case) -> Iterator[Problem]:
    """Chaque identifiant ne désigne qu’une chose : partie, organisme et cofinanceur d’une part, mission d’autre part.

    Refusé : deux missions s’appellent M1.
    Admis : M1 et M2.
    """
    action = case.action
    bodies = [(("organismes_associes", rank, "id"), body.id) for rank, body in enumerate(action.associated_bodies)]
    funders = [(("cofinanceurs", rank, "id"), funder.id) for rank, funder in enumerate(action.co_funders)]
    missions = [(("missions", rank, "id"), mission.id) for rank, mission in enumerate(action.missions)]
    yield from _repeated([*bodies, *funders], {party.id for party in case.framework.parties})
    yield from _repeated(missions, set())


def _repeated(named: list[tuple[tuple[str, int, str], str]], taken: set[str]) -> Iterator[Problem]:
    seen = set(taken)
    for path, identifier in named:
        if identifier in seen:
            yield Problem(
                path,
                f"L’identifiant « {identifier} » est déjà pris.",
                "Donnez un autre « id », et reprenez-le partout où il est cité.",
            )
        seen.add(identifier)


RULES = (
    identifiers_designate_something,
    identifiers_are_unique,
)
