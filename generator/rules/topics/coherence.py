"""Coherence of the data: every identifier designates something, once, and the law of each party is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.case.records import Case, Source
from generator.findings import Path
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import did_you_mean, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.shared_questions import mission_costs

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
    yield from ((("versements", rank, "payeur"), payment.payer) for rank, payment in enumerate(action.payments))
    yield from (
        (("organismes_associes", rank, "subvention", "payeur"), body.subsidy.payer)
        for rank, body in enumerate(action.associated_bodies)
        if body.subsidy
    )
    yield from (((*path, "payeur"), cost.payer) for path, cost in mission_costs(case))


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


@rule(
    "CO022",
    cites=Practice("Ce qu’on ne connaît pas du droit d’une partie, on ne peut le vérifier."),
    draft=WARNING,
    final=WARNING,
)
def law_of_each_party_is_known(case: Case) -> Iterator[Problem]:
    """Le programme connaît ce que le droit de chaque partie demande avant sa signature.

    Refusé : la partie est d’un pays, ou d’une nature, sans procédure dans les références.
    Admis : une procédure existe pour son pays et sa nature.
    """
    for rank, party in enumerate(case.framework.parties):
        if case.procedure(party) is None:
            yield Problem(
                ("parties", rank, "pays"),
                f"Aucune procédure connue pour {the_party(party)} ({party.country.name}, nature « {party.kind} ») : "
                "les étapes qui précèdent sa signature ne sont pas vérifiées.",
                "Ajoutez la procédure de ce pays et de cette nature dans inputs/references/procedures.yaml.",
                Source.FRAMEWORK,
            )


@rule(
    "CO024",
    cites=Practice("Sans le droit d’aucune partie, ni les étapes ni l’entrée en vigueur ne peuvent s’écrire."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def law_of_one_party_is_known(case: Case) -> Iterator[Problem]:
    """Le programme connaît le droit d’une partie au moins : sans lui, l’entrée en vigueur serait fausse.

    Refusé : aucune partie n’a de procédure dans les références.
    Admis : une partie au moins en a une.
    """
    if not any(case.procedure(party) for party in case.framework.parties):
        yield Problem(
            ("parties",),
            "Aucune procédure n’est connue, pour aucune partie : l’acte dirait une entrée en vigueur peut-être fausse.",
            "Remettez les fichiers de inputs/references, ou ajoutez-y la procédure des parties.",
            Source.FRAMEWORK,
        )


@rule(
    "CO023",
    cites=Practice("Une convention spécifique a au moins une obligation pour chaque partie."),
    draft=WARNING,
    final=WARNING,
)
def each_party_has_duties(case: Case) -> Iterator[Problem]:
    """Chaque partie s’engage à quelque chose, outre l’argent.

    Refusé : une partie n’a aucune obligation.
    Admis : une obligation au moins pour chaque partie.
    """
    bound = {entry.party for entry in case.action.commitments if entry.duties}
    for party in case.parties:
        if party.id not in bound:
            yield Problem(
                ("engagements",),
                f"Aucune obligation n’est indiquée pour {the_party(party)}.",
                f"Ajoutez sous « engagements » une entrée pour la partie « {party.id} », avec ses « obligations ».",
            )


RULES = (
    identifiers_designate_something,
    identifiers_are_unique,
    law_of_each_party_is_known,
    each_party_has_duties,
    law_of_one_party_is_known,
)
