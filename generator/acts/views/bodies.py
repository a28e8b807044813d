"""The bodies that contract: parties of the framework and associated bodies that sign, as templates see them."""

from __future__ import annotations

import re

from generator.acts.views.amounts import contribution
from generator.acts.wording import Words, dated, grammatical_forms, in_full, known
from generator.artifacts import Blank
from generator.case.records import Case
from generator.convention import Party
from generator.french import Gender, agree, capitalized, enumerate_and, long_date, of, ordinal, the, to
from generator.french import Name as FrenchName
from generator.model.action import AssociatedBody
from generator.model.approvals import Deliberation, SignatureMode
from generator.model.budget import Resource
from generator.model.persons import Delegation, Person, Signatory
from generator.model.references import PartyProcedure

_TWO_SIDES = 2
_ARTICLES_OF = ", et notamment ses articles "


def contracting_bodies(case: Case) -> list[dict[str, object]]:
    """Return the framework's parties in its order, then the associated bodies that sign."""
    sides = _sides(case)
    parties = [_party(case, party) | sides[party.id] for party in case.parties]
    bodies = [_signing_body(case, body) | sides[body.id] for body in case.action.signing_bodies]
    return parties + bodies


def signature_blocks(case: Case, contractants: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return the contracting bodies in signature order: the framework's own, then the associated bodies."""
    rank = {identifier: index for index, identifier in enumerate(case.framework.signature_order)}
    ordered = sorted(contractants, key=lambda body: rank.get(str(body["id"]), len(rank)))
    return [
        body | {"lieu": _signing_place(case, str(body["id"])), "date": _signing_day(case, body)} for body in ordered
    ]


def associated_bodies(case: Case) -> list[dict[str, object]]:
    """Return the associated bodies that do not sign."""
    return [_associated(case, body) for body in case.action.associated_bodies if not body.is_signatory]


def cited_texts(contractants: list[dict[str, object]]) -> list[str]:
    """Return the texts of law that the bodies' acts cite, each once, in the order of the bodies.

    A code of which several bodies cite articles is one text, with the articles of all.
    """
    articles: dict[str, dict[str, None]] = {}
    for body in contractants:
        cited = body["textes_vises"]
        for text in cited if isinstance(cited, list) else ():
            title, _, listed = str(text).partition(_ARTICLES_OF)
            articles.setdefault(title, {}).update(dict.fromkeys(_listed(listed)))
    return [
        title + (_ARTICLES_OF + enumerate_and(sorted(found, key=_article_rank)) if found else "")
        for title, found in articles.items()
    ]


def _article_rank(article: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", article)]


def _listed(articles: str) -> list[str]:
    """Return the articles that a text lists: « L. 1 à L. 3, L. 5 et L. 7 » lists three."""
    return [article for part in articles.split(", ") for article in part.split(" et ") if article]


def signing_person(person: Person | None, of_whom: str) -> dict[str, object]:
    """Return a person who signs, with the forms that blocks and sentences need."""
    signer = person or Person()
    full_name = _full_name(signer)
    title = signer.title_with_article or (_with_article(signer.title, signer.gender) if signer.title else None)
    return {
        "civilite": known(signer.civility, f"civilité du signataire {of_whom}"),
        "prenom": known(signer.given_name, f"prénom du signataire {of_whom}"),
        "nom": known(signer.surname, f"nom du signataire {of_whom}"),
        "nom_complet": known(full_name, f"signataire {of_whom}"),
        "nom_signature": known(_name_for_signature(signer), f"signataire {of_whom}"),
        "titre": known(signer.title, f"fonction du signataire {of_whom}"),
        "titre_avec_article": known(title, f"fonction du signataire {of_whom}"),
        "Titre_avec_article": known(capitalized(title) if title else None, f"fonction du signataire {of_whom}"),
        "e": "e" if signer.gender is Gender.FEMININE else "",
    }


def _party(case: Case, party: Party) -> dict[str, object]:
    forms = grammatical_forms(party.name, party.forms)
    procedure = case.procedure(party)
    competence = next((item.basis for item in case.action.competences if item.party == party.id), None)
    return {
        "id": party.id,
        **forms,
        "nature": party.kind,
        "pays": party.country.name,
        "siege": party.seat or "",
        "lieu": _place_forms(party),
        "designation": party.designation or forms["le"],
        "est_partie_cadre": True,
        "signataire": _signatory(case.signatory(party.id), forms["de"]),
        "deliberation": _deliberation(case, party, procedure, forms["de"]),
        "decision": False,
        "textes_vises": list(procedure.citations) if procedure else [],
        "competence": known(competence, f"compétence {forms['de']} pour l’action"),
        "obligations": _duties(case, party.id),
        "role": "",
        "subvention": False,
        "contribution": contribution(case, party.id, forms["de"]),
        "imputation": next((line.budget_line for line in case.resources_of(party.id) if line.budget_line), ""),
        "transmet": bool(procedure and procedure.enters_into_force_on_transmission),
        "controleur": procedure.controller if procedure and procedure.controller else "",
        "approbation_posterieure": party.id in case.action.signature.later_approvals,
    }


def _signing_body(case: Case, body: AssociatedBody) -> dict[str, object]:
    forms = grammatical_forms(body.name or body.id, body.forms)
    lines: tuple[Resource, ...] = case.resources_of(body.id)
    return {
        "id": body.id,
        **forms,
        "nature": body.kind.value if body.kind else "",
        "pays": "",
        "siege": known(body.seat, f"siège {forms['de']}"),
        "lieu": {"nom": "", "de": "", "a": ""},
        "designation": body.designation or forms["le"],
        "est_partie_cadre": False,
        "signataire": _signatory(case.signatory(body.id), forms["de"]),
        "deliberation": False,
        "decision": known(body.own_decision, f"décision {forms['de']} autorisant la signature"),
        "textes_vises": [],
        "competence": "",
        "obligations": list(body.duties) or _duties(case, body.id),
        "role": known(body.role, f"rôle {forms['de']}"),
        "subvention": subsidy_words(case, body),
        "contribution": contribution(case, body.id, forms["de"]) if lines else False,
        "imputation": "",
        "transmet": False,
        "controleur": "",
        "approbation_posterieure": False,
    }


def _associated(case: Case, body: AssociatedBody) -> dict[str, object]:
    forms = grammatical_forms(body.name or body.id, body.forms)
    return {
        "id": body.id,
        **forms,
        "role": known(body.role, f"rôle {forms['de']}"),
        "siege": body.seat or "",
        "subvention": subsidy_words(case, body),
    }


def subsidy_words(case: Case, body: AssociatedBody) -> dict[str, object] | bool:
    """Return the subsidy that a body receives for the action, and from whom; False when it receives none."""
    subsidy = body.subsidy
    if subsidy is None:
        return False
    payer = case.framework.party(subsidy.payer)
    currency = subsidy.currency or case.action.budget.currency
    return {
        "complet": in_full(subsidy.amount, currency, "montant de la subvention"),
        "payeur": grammatical_forms(payer.name if payer else subsidy.payer, payer.forms if payer else None),
        "convention": subsidy.own_agreement or "",
    }


def _duties(case: Case, identifier: str) -> list[str]:
    return [
        duty for commitment in case.action.commitments if commitment.party == identifier for duty in commitment.duties
    ]


def _place_forms(party: Party) -> dict[str, str]:
    name = FrenchName(party.place.name, of=party.place.of, to=party.place.to)
    return {"nom": party.place.name, "de": of(name), "a": to(name)}


def _signatory(person: Signatory | None, of_whom: str) -> dict[str, object]:
    delegation = person.delegation if person else None
    return signing_person(person, of_whom) | {"delegation": delegation_words(delegation, of_whom)}


def delegation_words(delegation: Delegation | None, of_whom: str) -> dict[str, object] | bool:
    """Return the delegation under which somebody signs, or False when the person holds the power itself."""
    if delegation is None:
        return False
    text: Words = Blank(f"numéro et date de l’acte de délégation {of_whom}")
    if delegation.number and delegation.day:
        by_act = FrenchName(delegation.kind, definite=True)
        text = f"par délégation, en vertu {of(by_act)} n° {delegation.number} du {long_date(delegation.day)}"
    return {
        "texte": text,
        "nature": delegation.kind,
        "numero": known(delegation.number, f"numéro de la délégation {of_whom}"),
        "date": dated(delegation.day, f"date de la délégation {of_whom}"),
        "qualite": known(delegation.quality, f"qualité du délégataire {of_whom}"),
    }


def _deliberation(case: Case, party: Party, procedure: PartyProcedure | None, of_whom: str) -> dict[str, object]:
    vote = case.deliberation(party.id) or Deliberation.model_validate({"partie": party.id})
    return {
        **_deliberation_words(vote, of_whom),
        "e": "e" if _gender_of(vote.kind) is Gender.FEMININE else "",
        "nature": vote.kind,
        "organe": known(vote.body, f"assemblée {of_whom}"),
        "numero": known(vote.number, f"numéro de la délibération {of_whom}"),
        "date": dated(vote.day, f"date de la délibération {of_whom}"),
        "transmission": dated(
            vote.transmission.day if vote.transmission else None, f"date de transmission de la délibération {of_whom}"
        ),
        "accuse": known(vote.transmission.receipt if vote.transmission else None, f"accusé de réception {of_whom}"),
        "publication": dated(vote.publication, f"date de publication de la délibération {of_whom}"),
        "visa": _visa(vote, procedure, of_whom),
        "transmise": bool(procedure and "transmission" in procedure.steps),
        "posterieure": party.id in case.action.signature.later_approvals,
    }


def _deliberation_words(vote: Deliberation, of_whom: str) -> dict[str, Words]:
    """Name the act by which a party approves, with its article and after « de »."""
    if vote.day is None or vote.body is None:
        blank = Blank(f"délibération {of_whom}")
        return {"texte": blank, "de": blank}
    act, body = (FrenchName(noun, gender=_gender_of(noun), definite=True) for noun in (vote.kind, vote.body))
    number = f" n° {vote.number}" if vote.number else ""
    which = f"{number} {of(body)} en date du {long_date(vote.day)}"
    return {"texte": the(act) + which, "de": of(act) + which}


def _gender_of(noun: str) -> Gender:
    """Tell the gender of an act or an assembly by its first word: acts in « -ion » and assemblies are feminine."""
    first_word = noun.split(" ", 1)[0].lower()
    return Gender.FEMININE if first_word.endswith("ion") or first_word == "assemblée" else Gender.MASCULINE


def _visa(vote: Deliberation, procedure: PartyProcedure | None, of_whom: str) -> dict[str, object] | bool:
    if vote.visa is None and not (procedure and "visa" in procedure.steps):
        return False
    label = f"visa de la délibération {of_whom}"
    if vote.visa is None or vote.visa.day is None or vote.visa.authority is None:
        return {"texte": Blank(label), "autorite": Blank(label), "numero": Blank(label), "date": Blank(label)}
    return {
        "texte": f"{agree('visé', _gender_of(vote.kind))} par {vote.visa.authority} le {long_date(vote.visa.day)}",
        "autorite": vote.visa.authority,
        "numero": known(vote.visa.number, f"numéro du {label}"),
        "date": long_date(vote.visa.day),
    }


def _sides(case: Case) -> dict[str, dict[str, object]]:
    """Say which bodies open a side after the first, and « d’une part », « d’autre part » after each side."""
    bodies = [(party.id, party.interest) for party in case.parties]
    bodies += [(body.id, body.id) for body in case.action.signing_bodies]
    sides = list(dict.fromkeys(side for _, side in bodies))
    first_of_side = {side: identifier for identifier, side in reversed(bodies)}
    last_of_side = {side: identifier for identifier, side in bodies}
    return {
        identifier: {
            "ouvre_un_cote": first_of_side[side] == identifier and side != sides[0],
            "part": _side_words(sides.index(side), len(sides)) if last_of_side[side] == identifier else "",
        }
        for identifier, side in bodies
    }


def _side_words(index: int, count: int) -> str:
    if count <= _TWO_SIDES:
        return "d’une part" if index == 0 else "d’autre part"
    return f"de {ordinal(index + 1, feminine=True)} part"


def _full_name(person: Person) -> str | None:
    if not (person.civility and person.given_name and person.surname):
        return None
    return f"{person.civility} {person.given_name} {person.surname}"


def _name_for_signature(person: Person) -> str | None:
    if not (person.given_name and person.surname):
        return None
    return f"{person.given_name} {person.surname.upper()}"


def _with_article(title: str, gender: Gender) -> str:
    return the(FrenchName(title, gender=gender, definite=True))


def _signing_place(case: Case, identifier: str) -> str | Blank:
    signature = case.action.signature
    if signature.mode is SignatureMode.CEREMONY:
        return known(signature.place, "lieu de la signature")
    place = next((planned.place for planned in signature.by_party if planned.party == identifier), None)
    return known(place, "lieu de la signature")


def _signing_day(case: Case, body: dict[str, object]) -> str | Blank:
    return dated(case.signature_day(str(body["id"])), f"date de la signature {body['de']}")


def names_of(bodies: list[dict[str, object]]) -> str:
    """List bodies with their articles: « la Ville de Valmont et la Ville de Tazerout »."""
    return enumerate_and([str(body["le"]) for body in bodies])
