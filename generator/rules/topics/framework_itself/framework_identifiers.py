"""The identifiers of a framework and of its events: each designates a party or an axis, once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.case.records import FrameworkRecord, Source
from generator.convention import Framework
from generator.findings import Path
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import did_you_mean, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, rule


@rule(
    "CO040",
    cites=Practice("L’acte nomme chaque partie une fois, et chacune le signe une fois."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def orders_name_each_party_once(record: FrameworkRecord) -> Iterator[Problem]:
    """L’ordre des parties et l’ordre des signatures nomment chaque partie une fois, et personne d’autre.

    Refusé : une partie manque dans l’ordre des signatures.
    Admis : les deux ordres nomment les mêmes parties, différemment rangées.
    """
    framework = record.framework
    for key, order in (
        ("ordre_des_parties", framework.party_order),
        ("ordre_des_signatures", framework.signature_order),
    ):
        known = [party.id for party in framework.parties]
        for rank, identifier in enumerate(order):
            if identifier not in known:
                fix = did_you_mean(identifier, known)
                yield Problem((key, rank), f"« {identifier} » ne désigne aucune partie.", fix, Source.FRAMEWORK)
            elif identifier in order[:rank]:
                message = f"« {identifier} » est nommée deux fois."
                yield Problem((key, rank), message, "Ne la gardez qu’à sa place.", Source.FRAMEWORK)
        for party in framework.parties:
            if party.id not in order:
                yield Problem(
                    (key,),
                    f"« {key} » ne nomme pas {the_party(party)}.",
                    f"Ajoutez « {party.id} » à son rang.",
                    Source.FRAMEWORK,
                )


@rule(
    "CO041",
    cites=Practice("Deux choses ne portent pas le même identifiant."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def identifiers_of_the_framework_are_unique(record: FrameworkRecord) -> Iterator[Problem]:
    """Chaque identifiant de la convention-cadre ne désigne qu’une partie, ou qu’un axe.

    Refusé : deux axes s’appellent « jeunesse ».
    Admis : chaque axe a son identifiant.
    """
    for key, identifiers in (
        ("parties", [party.id for party in record.framework.parties]),
        ("axes", [axis.id for axis in record.framework.axes]),
    ):
        for rank in _repeated(identifiers):
            yield Problem(
                (key, rank, "id"),
                f"L’identifiant « {identifiers[rank]} » est déjà pris.",
                "Donnez un autre « id », et reprenez-le partout où il est cité.",
                Source.FRAMEWORK,
            )


def _repeated(identifiers: Sequence[str]) -> Iterator[int]:
    return (rank for rank, identifier in enumerate(identifiers) if identifier in identifiers[:rank])


@rule(
    "CO044",
    cites=Practice("Un identifiant désigne une partie ou un axe de la convention-cadre."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def identifiers_designate_a_party_or_an_axis(record: FrameworkRecord) -> Iterator[Problem]:
    """Les événements nomment des parties de la convention-cadre ; les paragraphes du texte, ses axes.

    Refusé : une délibération est celle d’une partie mal orthographiée.
    Admis : elle est celle d’une partie.
    """
    parties = [party.id for party in record.framework.parties]
    for path, identifier in _parties_of_events(record):
        if identifier not in parties:
            fix = did_you_mean(identifier, parties)
            yield Problem(path, f"« {identifier} » ne désigne aucune partie.", fix, Source.EVENTS)
    axes = [axis.id for axis in record.framework.axes]
    for path, identifier in _axes_of_text(record.framework):
        if identifier not in axes:
            fix = did_you_mean(identifier, axes)
            yield Problem(path, f"« {identifier} » ne désigne aucun axe.", fix, Source.FRAMEWORK)


def _parties_of_events(record: FrameworkRecord) -> Iterator[tuple[Path, str]]:
    events = record.events
    if events is None:
        return
    yield from ((("deliberations", rank, "partie"), vote.party) for rank, vote in enumerate(events.deliberations))
    for rank, renewal in enumerate(events.renewals):
        for place, vote in enumerate(renewal.deliberations):
            yield ("renouvellements", rank, "deliberations", place, "partie"), vote.party
    yield from ((("mandats", rank, "partie"), holder.party) for rank, holder in enumerate(events.mandates))


def _axes_of_text(framework: Framework) -> Iterator[tuple[Path, str]]:
    for rank, article in enumerate(framework.text.articles):
        for place, paragraph in enumerate(article.paragraphs):
            if paragraph.axis is not None:
                yield ("texte", "articles", rank, "paragraphes", place, "axe"), paragraph.axis


RULES = (
    orders_name_each_party_once,
    identifiers_of_the_framework_are_unique,
    identifiers_designate_a_party_or_an_axis,
)
