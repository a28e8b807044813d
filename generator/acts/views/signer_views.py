"""Persons who sign, as templates see them, with the delegation that empowers them."""

from __future__ import annotations

from generator.acts.facts.contracting import RepresentedBy
from generator.acts.facts.gaps import Gap, Missing, OrdersOf, Whose, known
from generator.acts.facts.namings import Agreement, Noun
from generator.acts.facts.powers import (
    DelegatedBy,
    DelegationAct,
    DelegationReceived,
    Office,
    PersonName,
    SignatureName,
)
from generator.acts.facts.quantities import Dated, dated
from generator.acts.view_fields import View, fact, spread
from generator.case.orders_issued import signs_by_delegation
from generator.model.action import OrderSignatory
from generator.model.persons import Delegation, Person, Signatory


class DelegationView(View, title="Une délégation de signature"):
    """The act by which somebody signs in another's name."""

    words: DelegatedBy | Missing = fact("texte", "la formule entière : « par délégation, en vertu de… »")
    cited: DelegationAct | Missing = fact("acte", "l’acte avec son article : « l’arrêté n° 12 du 3 mai 2016 »")
    received: DelegationReceived | Missing = fact(
        "recue", "formule de comparution : « ayant reçu délégation par arrêté n° 12 du 3 mai 2016 »"
    )
    kind: str = fact("nature", "nature de l’acte de délégation : arrêté, décision")
    number: str | Missing = fact("numero", "numéro de l’acte")
    day: Dated | Missing = fact("date", "date de l’acte")
    quality: str | Missing = fact("qualite", "qualité du délégataire")


class PersonView(View):
    """A person, by the names that documents print."""

    civility: str | Missing = fact("civilite", "Madame ou Monsieur")
    given_name: str | Missing = fact("prenom", "prénom")
    surname: str | Missing = fact("nom", "nom de famille")
    full_name: PersonName | Missing = fact("nom_complet", "civilité, prénom et nom")


class SignatoryView(View, title="Un signataire"):
    """A person who signs for a body."""

    person: PersonView = spread()
    signature_name: SignatureName | Missing = fact("nom_signature", "prénom et NOM, pour le bloc de signature")
    title_alone: str | Missing = fact("titre", "fonction")
    title_with_article: Office | Missing = fact("titre_avec_article", "fonction avec son article")
    opening_title: Office | Missing = fact("Titre_avec_article", "fonction avec son article, en tête de phrase")
    ending: Agreement = fact("e", "« e » au féminin, rien au masculin")
    delegation: DelegationView | None = fact(
        "delegation", "délégation de signature ; faux si la personne détient elle-même le pouvoir"
    )


def person_view(person: Person, whose: Whose) -> PersonView:
    """Return a person by his or her names.

    Args:
        person: who it is.
        whose: for which body, or in what quality: the labels of what is missing say so.
    """
    return PersonView(
        civility=person.civility.value if person.civility else Missing(Gap.SIGNER_CIVILITY, whose),
        given_name=known(person.given_name, Missing(Gap.SIGNER_GIVEN_NAME, whose)),
        surname=known(person.surname, Missing(Gap.SIGNER_SURNAME, whose)),
        full_name=full_name(person) or Missing(Gap.SIGNER, whose),
    )


def full_name(person: Person) -> PersonName | None:
    """Return a person's name for a sentence; None until civility, given name and surname are all known."""
    if person.civility and person.given_name and person.surname:
        return PersonName(person.civility, person.given_name, person.surname)
    return None


def signatory_view(person: Signatory | None, body: Noun) -> SignatoryView:
    """Return who signs the act for a body."""
    delegation = person.delegation if person else None
    return _signing(person or Person(), body, _delegation(delegation, body))


def represented(person: Signatory | None, body: Noun) -> RepresentedBy | Missing:
    """Return who represents a body, in one phrase; what is missing first when the phrase lacks something."""
    name = full_name(person) if person else None
    if person is None or name is None:
        return Missing(Gap.SIGNER, body)
    title = person.title_alone
    if title is None:
        return Missing(Gap.SIGNER_TITLE, body)
    given = person.delegation
    if given is None:
        return RepresentedBy(body, name, title, None)
    act = _delegation_act(given)
    return RepresentedBy(body, name, title, DelegationReceived(act)) if act else Missing(Gap.DELEGATION, body)


def order_signatory_view(person: OrderSignatory | None, orders: OrdersOf) -> SignatoryView:
    """Return who signs the mission orders of a body, with the delegation if there is one."""
    return _signing(person or Person(), orders, _delegation(_order_delegation(person), orders.body))


def office_held(person: Person | None) -> Office | None:
    """Return the office in which a person acts; None as long as its title is not known."""
    if person is None or not (person.title or person.title_with_article):
        return None
    return Office(person.title_alone, person.gender, person.title_as_said)


def _signing(person: Person, whose: Whose, delegation: DelegationView | None) -> SignatoryView:
    no_title = Missing(Gap.SIGNER_TITLE, whose)
    office = office_held(person)
    opening = Office(person.title_alone, person.gender, person.title_as_said, opening=True)
    return SignatoryView(
        person=person_view(person, whose),
        signature_name=_signature_name(person) or Missing(Gap.SIGNER, whose),
        title_alone=known(person.title_alone, no_title),
        title_with_article=office or no_title,
        opening_title=opening if office else no_title,
        ending=Agreement(person.gender),
        delegation=delegation,
    )


def _signature_name(person: Person) -> SignatureName | None:
    if person.given_name and person.surname:
        return SignatureName(person.given_name, person.surname)
    return None


def _order_delegation(person: OrderSignatory | None) -> Delegation | None:
    """Return the delegation under which an order is signed, or None when the signatory holds the power."""
    if person is None or not signs_by_delegation(person):
        return None
    return Delegation.model_validate({"numero": person.delegation_number, "date": person.delegation_day})


def _delegation(delegation: Delegation | None, body: Noun) -> DelegationView | None:
    if delegation is None:
        return None
    act = _delegation_act(delegation)
    missing = Missing(Gap.DELEGATION, body)
    return DelegationView(
        words=DelegatedBy(act) if act else missing,
        cited=act or missing,
        received=DelegationReceived(act) if act else missing,
        kind=delegation.kind,
        number=known(delegation.number, Missing(Gap.DELEGATION_NUMBER, body)),
        day=dated(delegation.day, Missing(Gap.DELEGATION_DAY, body)),
        quality=known(delegation.quality, Missing(Gap.DELEGATION_QUALITY, body)),
    )


def _delegation_act(delegation: Delegation) -> DelegationAct | None:
    if delegation.number and delegation.day:
        return DelegationAct(delegation.kind, delegation.number, delegation.day)
    return None
