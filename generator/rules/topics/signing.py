"""The signature: originals, languages, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.records import Case
from generator.french import cardinal, enumerate_and, is_plural, long_date
from generator.model.approvals import LanguageStatus
from generator.rules.engine.citations import Framework, Practice, Statute
from generator.rules.engine.naming import the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.shared_questions import enters_on_transmission

_FRENCH = "français"
_PREFECT = re.compile(r"\b(sous-)?préf(et|ecture)|contrôle de légalité", re.IGNORECASE)


@rule("CC060", cites=Framework("exemplaires"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def originals_are_as_many_as_the_framework_says(case: Case) -> Iterator[Problem]:
    """Le nombre de destinataires est le nombre d’originaux de la convention-cadre.

    Refusé : un destinataire de moins, ou un de plus.
    Admis : autant de destinataires que d’originaux.
    """
    due, listed = case.framework.originals, len(case.action.originals)
    if due is not None and listed != due:
        yield Problem(
            ("exemplaires",),
            f"Le dossier doit compter {cardinal(due)} {_copies(due)} ; destinataires indiqués : {cardinal(listed)}.",
            "Donnez sous « exemplaires » un destinataire à chaque original.",
        )


@rule("CV001", cites=Statute("Code civil 1375"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def every_signing_body_receives_an_original(case: Case) -> Iterator[Problem]:
    """Chaque partie, et chaque organisme signataire, reçoit un original ; un seul suffit aux parties d’un même côté.

    Refusé : tous les originaux vont à la même partie.
    Admis : chacun en reçoit un ; ou une partie n’en reçoit pas, et une autre du même « cote » en reçoit un.
    """
    if not case.action.originals and case.framework.originals:
        return
    interests = {party.id: party.interest for party in case.parties}
    interests |= {body.id: body.id for body in case.action.signing_bodies}
    served = {interests.get(original.party) for original in case.action.originals}
    for body, interest in interests.items():
        if interest not in served:
            yield Problem(
                ("exemplaires",),
                f"Aucun original ne revient à {the_body(case, body)} : chaque partie doit en recevoir au moins un.",
                f"Ajoutez ou corrigez un destinataire sous « exemplaires », pour « {body} ».",
            )


@rule("CV004", cites=Statute("CGCT L. 2131-2"), draft=WARNING, final=ERROR, bars=SIGNATURE)
def no_original_goes_to_the_prefect(case: Case) -> Iterator[Problem]:
    """Le préfet ne reçoit pas d’original : l’acte signé lui est transmis en copie, par voie électronique ou sur papier.

    Refusé : l’un des originaux d’une commune française est destiné à la préfecture.
    Admis : les originaux vont aux services des parties.
    """
    for rank, original in enumerate(case.action.originals):
        party = case.framework.party(original.party)
        if enters_on_transmission(case, party) and _PREFECT.search(original.recipient or ""):
            yield Problem(
                ("exemplaires", rank, "destinataire"),
                f"L’exemplaire n° {rank + 1} est destiné à « {original.recipient} » : l’acte se transmet en copie, "
                "jamais par un original.",
                "Donnez cet original à un service de la partie ; la transmission s’inscrit sous « transmission ».",
            )


@rule(
    "CV002",
    cites=Practice("La date de la dernière signature vaut date de l’acte, quand il n’en dit pas une autre."),
    draft=WARNING,
    final=WARNING,
)
def parties_sign_on_one_day(case: Case) -> Iterator[Problem]:
    """Les parties signent le même jour ; sinon la dernière date vaut date de la convention.

    Refusé : deux parties signent à un jour d’intervalle.
    Admis : elles signent le même jour.
    """
    days = sorted({day for party in case.parties if (day := case.signature_day(party.id))})
    if len(days) > 1:
        yield Problem(
            ("signature", "par_partie"),
            f"Signatures à des dates différentes ({enumerate_and([long_date(day) for day in days])}) : la dernière "
            "vaut date de la convention.",
            "Confirmez ces dates, ou prévoyez une cérémonie commune.",
        )


@rule("CV003", cites=Statute("loi 94-665 art. 5"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def french_version_is_authentic(case: Case) -> Iterator[Problem]:
    """Une version française fait foi ; d’autres langues peuvent s’y ajouter.

    Refusé : les versions indiquées ne comprennent pas le français, ou le français n’est qu’une traduction.
    Admis : le français fait foi, seul ou avec une autre langue.
    """
    versions = case.action.languages
    french = [(rank, version) for rank, version in enumerate(versions) if version.language.casefold() == _FRENCH]
    if versions and not french:
        yield Problem(
            ("langues",),
            "La version française manque.",
            "Ajoutez sous « langues » le français, de statut « fait_foi ».",
        )
    for rank, version in french:
        if version.status is LanguageStatus.TRANSLATION:
            yield Problem(
                ("langues", rank, "statut"),
                "La version française n’est indiquée que comme traduction : elle doit faire foi.",
                "Écrivez « fait_foi » sous le « statut » du français.",
            )


def _copies(count: int) -> str:
    return "exemplaires" if is_plural(count) else "exemplaire"


RULES = (
    originals_are_as_many_as_the_framework_says,
    every_signing_body_receives_an_original,
    no_original_goes_to_the_prefect,
    parties_sign_on_one_day,
    french_version_is_authentic,
)
