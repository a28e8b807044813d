"""The values that every template may print, built once for a case: French names, plain values."""

from __future__ import annotations

from itertools import zip_longest

from generator.acts.views.amounts import budget_table, co_funders, payments
from generator.acts.views.bodies import (
    associated_bodies,
    cited_texts,
    contracting_bodies,
    names_of,
    signature_blocks,
)
from generator.acts.views.missions import missions, sharing_rule
from generator.acts.wording import Verbatim, Words, dated, grammatical_forms, known, spanning
from generator.artifacts import Blank
from generator.case.records import Case
from generator.convention import CLAUSES, Locator, Renewal, term_of
from generator.french import (
    NO_BREAK_SPACE,
    Name,
    article_number,
    cardinal,
    enumerate_and,
    is_plural,
    long_date,
    ordinal,
    the,
)
from generator.model.action import Activity, Indicator
from generator.model.approvals import Deliberation, LanguageStatus, SignatureMode
from generator.model.persons import TravellerRole

Context = dict[str, object]


def case_context(case: Case, *, draft: bool) -> Context:
    """Build the context that all documents of a case share.

    Args:
        case: the action with its framework, events and law.
        draft: whether the documents are drafts (« PROJET ») or final ones.

    Returns:
        French names to plain values; what is unknown is a ``Blank``.
    """
    contractants = contracting_bodies(case)
    by_id = {str(body["id"]): body for body in contractants}
    names = body_names(case)
    funders = co_funders(case)
    return {
        "projet": draft,
        "exemple": case.is_example,
        "convention": framework_words(case),
        "action": _action(case),
        "axe": _axis(case),
        "parties": [body for body in contractants if body["est_partie_cadre"]],
        "contractants": contractants,
        "organismes_signataires": [body for body in contractants if not body["est_partie_cadre"]],
        "organismes_associes": associated_bodies(case),
        "textes_vises": cited_texts(contractants),
        "activites": _activities(case),
        "budget": budget_table(case, names),
        "cofinanceurs": funders,
        "cofinancements_sollicites": [funder for funder in funders if funder["sollicite"]],
        "versements": payments(case, by_id, names),
        "deplacements": missions(case, by_id),
        "deplacements_de_tiers": _has_third_travellers(case),
        "frais": sharing_rule(case),
        "comite": _steering(case),
        "indicateurs": _indicators(case),
        "evaluation": _evaluation(case),
        "clauses": _clauses(case),
        "langues": _languages(case),
        "signature": _signature(case, contractants),
        "exemplaires": originals(case),
        **_group("approbations_posterieures", [body for body in contractants if body["approbation_posterieure"]]),
        **_group("parties_transmettantes", [body for body in contractants if body["transmet"]]),
    }


def body_names(case: Case) -> dict[str, str]:
    """Return the identifier and name of every body that an action may mention."""
    names = {party.id: party.name for party in case.framework.parties}
    names |= {body.id: body.name or body.id for body in case.action.associated_bodies}
    return names | {funder.id: funder.name or funder.id for funder in case.action.co_funders}


def _group(name: str, bodies: list[dict[str, object]]) -> Context:
    """Return some bodies as a list, and listed in words: with their articles, and after « de »."""
    return {
        name: bodies,
        f"{name}_le": enumerate_and([str(body["le"]) for body in bodies]) if bodies else "",
        f"{name}_de": enumerate_and([str(body["de"]) for body in bodies]) if bodies else "",
        f"{name}_pluriel": len(bodies) > 1,
    }


def framework_words(case: Case) -> Context:
    """Return the framework convention: its title in all forms, its dates, its places and signed words by key."""
    framework, events = case.framework, case.events
    forms = grammatical_forms(framework.title, framework.forms)
    term = term_of(framework, events)
    first, last = term or (None, None)
    transmission = events.transmission.day if events and events.transmission else None
    return {
        "titre": framework.title,
        **{form: forms[form] for form in ("le", "Le", "de", "a", "e")},
        "date_signature": dated(events.signature.day if events else None, f"date de signature {forms['de']}"),
        "lieu_signature": known(events.signature.place if events else None, f"lieu de signature {forms['de']}"),
        "date_transmission": dated(transmission, f"date de transmission {forms['de']}"),
        "debut": dated(first, f"début {forms['de']}"),
        "fin": dated(last, f"fin {forms['de']}"),
        "parties": enumerate_and([party.name for party in case.parties]),
        "parties_le": enumerate_and([_party_forms(case, party.id)["le"] for party in case.parties]),
        "exemplaires": count_words(framework.originals, "nombre d’exemplaires"),
        "article": dict.fromkeys(CLAUSES, False) | {key: _where(place) for key, place in framework.clauses.items()},
        "citation": dict.fromkeys(CLAUSES, False) | {key: _quotation(case, key) for key in framework.clauses},
        "renouvellements": _renewals(case),
    }


def count_words(count: int | None, label: str) -> dict[str, Words]:
    """Return a count in figures and in letters."""
    if count is None:
        return {"chiffres": Blank(label), "lettres": Blank(label)}
    return {"chiffres": str(count), "lettres": cardinal(count)}


def originals(case: Case) -> Context:
    """Return the number of originals and who receives each."""
    names = body_names(case)
    listed = case.action.originals
    recipients = [
        {
            "rang": str(rank),
            "partie": names.get(original.party, original.party),
            "partie_id": original.party,
            "destinataire": known(original.recipient, f"destinataire de l’exemplaire n° {rank}"),
            "adresse": original.address or "",
            "usage": original.purpose or "",
        }
        for rank, original in enumerate(listed, start=1)
    ]
    total = case.framework.originals or (len(listed) or None)
    return {
        **count_words(total, "nombre d’exemplaires"),
        "un_pour_chacun": _each_has_an_original(case, total),
        "destinataires": recipients,
    }


def _each_has_an_original(case: Case, total: int | None) -> bool:
    """Whether every contracting body receives an original; parties of one side may share theirs."""
    bodies = {party.id for party in case.parties} | {body.id for body in case.action.signing_bodies}
    served = {original.party for original in case.action.originals}
    return (total is None or total >= len(bodies)) and (not served or bodies <= served)


_PASSAGES = {"preambule": "exposé du préambule", "cloture": "énoncé final", "comparution": "énoncé des parties"}
"""How a template names what stands outside the articles; like « article », each begins with a vowel."""


def _where(place: Locator) -> str:
    if place.article:  # zero is a mistake of its own, which a rule tells
        return f"article{NO_BREAK_SPACE}{article_number(place.article)}"
    return _PASSAGES.get(place.passage or "", "énoncé")


def _quotation(case: Case, key: str) -> str | Blank:
    words = case.framework.quote(key)
    return Verbatim(words) if words else Blank(f"texte de la clause {key}")


def _renewals(case: Case) -> list[Context]:
    """Return the renewals that were not denounced; one that is voted names every party until its votes are known."""
    renewals = case.events.renewals if case.events else ()
    return [
        {
            "tacite": case.framework.term.renewal is Renewal.TACIT,
            "duree": _years(renewal.years),
            "deliberations": [
                {
                    "partie": _party_forms(case, vote.party),
                    "numero": known(vote.number, "numéro de la délibération"),
                    "date": dated(vote.day, "date de la délibération"),
                }
                for vote in renewal.deliberations or _votes_to_come(case)
            ],
        }
        for renewal in renewals
        if not renewal.denounced
    ]


def _votes_to_come(case: Case) -> list[Deliberation]:
    return [Deliberation.model_validate({"partie": party.id}) for party in case.parties]


def _years(count: int | None) -> Words:
    if not count:
        return Blank("durée du renouvellement")
    return f"{cardinal(count)} {'ans' if is_plural(count) else 'an'}"


def _party_forms(case: Case, identifier: str) -> dict[str, str]:
    party = case.framework.party(identifier)
    return grammatical_forms(party.name if party else identifier, party.forms if party else None)


def _action(case: Case) -> Context:
    action = case.action
    start, end = action.calendar.start, action.calendar.end
    goals = [str(goal) for goal in action.sdgs]
    return {
        "numero": action.number,
        "annee": action.year,
        "intitule": known(action.title, "intitulé de l’action"),
        "objet": known(action.object, "objet de l’action"),
        "contexte": known(action.context, "contexte de l’action"),
        "beneficiaires": known(action.beneficiaries, "bénéficiaires de l’action"),
        "service_referent": action.lead_service or "",
        "debut": dated(start, "premier jour de l’action"),
        "fin": dated(end, "dernier jour de l’action"),
        "periode": spanning(start, end, "dates de l’action"),
        "date_effet": long_date(action.effective_day) if action.effective_day else "",
        "odd": goals,
        "odd_liste": enumerate_and(goals) if goals else "",
        "odd_pluriel": len(goals) > 1,
    }


def _axis(case: Case) -> Context | bool:
    """Return the action's axis; False under a framework that has none."""
    axis = case.framework.axis(case.action.axis)
    if axis is None and not case.framework.axes:
        return False
    if axis is None:
        blank = Blank("axe de la convention-cadre")
        return {"intitule": blank, "citation": blank, "rang": blank}
    rank = [candidate.id for candidate in case.framework.axes].index(axis.id) + 1
    words = case.framework.text.words_at(axis.clause)
    return {
        "intitule": Verbatim(axis.label),
        "citation": Verbatim(words) if words else Blank("texte de l’axe"),
        "rang": ordinal(rank),
    }


def _activities(case: Case) -> list[Context]:
    """Return the activities; a single blank one when there is none, so that a draft shows what is missing."""
    return [
        {
            "rang": str(rank),
            "intitule": known(activity.title, f"intitulé de l’activité {rank}"),
            "description": activity.description or "",
            "lieu": known(activity.place, f"lieu de l’activité {rank}"),
            "periode": spanning(activity.start, activity.end or activity.start, f"dates de l’activité {rank}"),
            "public": activity.audience or "",
        }
        for rank, activity in enumerate(case.action.activities or (Activity(),), start=1)
    ]


def _has_third_travellers(case: Case) -> bool:
    return any(person.role is TravellerRole.THIRD for mission in case.action.missions for person in mission.travellers)


def _steering(case: Case) -> Context | bool:
    committee = case.action.steering
    if committee is None:
        return False
    meetings = committee.meetings_per_year
    return {
        "membres": list(committee.members),
        "reunions": cardinal(meetings, feminine=True) if meetings else Blank("nombre de réunions du comité"),
        "pluriel": bool(meetings and meetings > 1),
    }


def _indicators(case: Case) -> list[Context]:
    return [
        {
            "rang": str(rank),
            "libelle": known(indicator.label, f"indicateur {rank}"),
            "unite": known(indicator.unit, f"unité de l’indicateur {rank}"),
            "depart": known(indicator.baseline, f"valeur de départ de l’indicateur {rank}"),
            "cible": known(indicator.target, f"cible de l’indicateur {rank}"),
            "source": known(indicator.source, f"source de l’indicateur {rank}"),
        }
        for rank, indicator in enumerate(case.action.indicators or (Indicator(),), start=1)
    ]


def _evaluation(case: Case) -> Context:
    evaluation = case.action.evaluation
    return {
        "rapport": dated(evaluation.report_due if evaluation else None, "date du rapport d’évaluation"),
        "communication": bool(evaluation and evaluation.communicated),
    }


def _clauses(case: Case) -> Context:
    clauses = case.action.clauses
    months = clauses.notice_months
    return {
        "communication": clauses.communication,
        "propriete_productions": clauses.intellectual_property,
        "donnees_personnelles": clauses.personal_data,
        "preavis": f"{cardinal(months)} mois" if months else Blank("préavis de résiliation"),
        "tribunal": known(_with_article(clauses.court), "tribunal compétent"),
    }


def _with_article(body: str | None) -> str | None:
    """Put the article before a body's name, unless it has one."""
    if body is None or body.split(" ", 1)[0].lower() in {"le", "la", "les"} or body.lower().startswith("l’"):
        return body
    return the(Name(body, definite=True))


def _languages(case: Case) -> Context:
    home = case.framework.language
    others = [version for version in case.action.languages if version.language != home]
    statuses = {version.status for version in others}
    return {
        "langue": home,
        "autres": [{"langue": version.language, "statut": version.status.value} for version in others],
        "autres_liste": enumerate_and([version.language for version in others]) if others else "",
        "seul": not others,
        "fait_foi": statuses == {LanguageStatus.AUTHENTIC},
        "francais_prevaut": LanguageStatus.FRENCH_PREVAILS in statuses,
        "traduction": statuses == {LanguageStatus.TRANSLATION},
    }


def _signature(case: Case, contractants: list[dict[str, object]]) -> Context:
    signature = case.action.signature
    blocks = signature_blocks(case, contractants)
    return {
        "ceremonie": signature.mode is SignatureMode.CEREMONY,
        "circulation": signature.mode is SignatureMode.CIRCULATION,
        "lieu": known(signature.place, "lieu de la signature"),
        "date": dated(signature.day, "date de la signature"),
        "blocs": blocks,
        "rangees": [
            {"gauche": left, "droite": right} for left, right in zip_longest(blocks[::2], blocks[1::2], fillvalue=False)
        ],
        "ordre": names_of(blocks) if blocks else "",
    }
