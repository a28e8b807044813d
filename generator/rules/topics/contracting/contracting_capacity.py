"""Who may contract: local authorities of two countries, bodies that decided so, a State where the law says so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.party_law import transmits_the_act
from generator.case.records import Case, Source
from generator.findings import Path
from generator.model.action import BodyKind
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.naming import capitalized_sentence, the_body, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, VOTE_AND_SIGNATURE, WARNING, rule

NOT_LOCAL = frozenset({BodyKind.ASSOCIATION, BodyKind.PUBLIC_BODY, BodyKind.COMPANY, BodyKind.STATE})
"""What is no local authority: CGCT L. 1115-1 lets local authorities and their groupings contract with one another."""


@rule(
    "CG001",
    cites=Statute("CGCT L. 1115-1"),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def two_local_authorities_of_two_countries_contract(case: Case) -> Iterator[Problem]:
    """La convention réunit au moins une collectivité française et une autorité locale étrangère.

    Refusé : les deux parties de la convention-cadre ont le même pays.
    Admis : une commune française et une commune étrangère.
    """
    authorities = [party for party in case.framework.parties if party.kind not in NOT_LOCAL]
    # A home authority is known by its law, not by a country's code: its transmission brings the act into force.
    home = {party.country.code for party in authorities if transmits_the_act(case, party)}
    if not home or all(party.country.code in home for party in authorities):
        yield Problem(
            ("parties",),
            "La convention doit réunir au moins une collectivité française et une autorité locale étrangère.",
            "Vérifiez « nature » et « pays » de chaque partie de la convention-cadre.",
            Source.FRAMEWORK,
        )


@rule(
    "CG002",
    cites=Statute("CGCT L. 1115-5"),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def no_state_contracts_unless_the_law_says_so(case: Case) -> Iterator[Problem]:
    """Un État ou un service de l’État ne signe que dans un cas prévu par la loi, et ce cas est cité.

    Refusé : un organisme de nature « etat » signe, et « cas_l_1115_5 » est vide.
    Admis : le cas est cité, ou l’organisme est associé sans signer.
    """
    # A State that is no signatory of the action may still be a party of the framework: CGCT L. 1115-5 bars both.
    for rank, party in enumerate(case.framework.parties):
        if party.kind == BodyKind.STATE:
            fix = "Retirez cette partie : un État n’est pas l’autorité locale avec laquelle la loi permet de conclure."
            yield _state(("parties", rank, "nature"), the_party(party), fix, Source.FRAMEWORK)
    for rank, body in enumerate(case.action.associated_bodies):
        if body.is_signatory and body.kind is BodyKind.STATE and not body.state_case:
            fix = "Retirez cette signature, ou citez sous « cas_l_1115_5 » le cas que la loi prévoit."
            yield _state(("organismes_associes", rank, "cas_l_1115_5"), the_body(case, body.id), fix, Source.ACTION)


def _state(path: Path, who: str, fix: str, source: Source) -> Problem:
    return Problem(
        path,
        f"{capitalized_sentence(who)} est un État ou un service de l’État : une collectivité ne peut conclure "
        "une convention avec un État étranger, sauf dans les cas prévus par la loi.",
        fix,
        source,
    )


@rule("CG003", cites=Statute("CGCT L. 1115-5"), draft=WARNING, final=WARNING)
def prefect_authorises_an_agreement_with_a_state(case: Case) -> Iterator[Problem]:
    """La convention signée avec un État est autorisée au préalable par le préfet, quand la loi le demande.

    Refusé : le cas est cité, et « autorisation_prefet » est vide.
    Admis : l’autorisation est indiquée.
    """
    for rank, body in enumerate(case.action.associated_bodies):
        if body.is_signatory and body.kind is BodyKind.STATE and body.state_case and not body.state_authorisation:
            yield Problem(
                ("organismes_associes", rank, "autorisation_prefet"),
                "L’autorisation préalable du préfet n’est pas indiquée pour la signature par "
                f"{the_body(case, body.id)}.",
                "Indiquez l’autorisation sous « autorisation_prefet », ou vérifiez que le cas cité n’en demande pas.",
            )


@rule(
    "CO002",
    cites=Practice("Un organisme ne s’engage que par un acte de ses propres organes."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def signing_body_decided_to_sign(case: Case) -> Iterator[Problem]:
    """Chaque organisme signataire a décidé de signer, et sa décision est citée.

    Refusé : un organisme signe, et « decision » est vide.
    Admis : la décision de son conseil d’administration est citée.
    """
    for rank, body in enumerate(case.action.associated_bodies):
        if body.is_signatory and not body.own_decision:
            yield Problem(
                ("organismes_associes", rank, "decision"),
                f"Aucune décision n’autorise la signature par {the_body(case, body.id)}.",
                "Citez sous « decision » l’acte par lequel l’organisme autorise la signature.",
            )


RULES = (
    two_local_authorities_of_two_countries_contract,
    no_state_contracts_unless_the_law_says_so,
    prefect_authorises_an_agreement_with_a_state,
    signing_body_decided_to_sign,
)
