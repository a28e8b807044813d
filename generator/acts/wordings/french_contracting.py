"""Who contracts, in the French of an act: seat, representation, power, short name."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.acts.facts.contracting import (
    ActingUnder,
    CalledAfter,
    CarryingOut,
    Closing,
    CommitmentTold,
    HandedTo,
    InKindAlone,
    PaidBy,
    RepresentedBy,
    Situated,
    SpentByItself,
    StatusTold,
    SubjectToApproval,
    TypedFigure,
)
from generator.acts.facts.fact import Words
from generator.acts.facts.namings import Form, Formed, Noun
from generator.acts.facts.powers import VoteCited as Vote
from generator.acts.wordings.french_free_texts import free_text
from generator.acts.wordings.french_namings import formed
from generator.acts.wordings.french_powers import delegation_received, person_name, side_part, vote_cited
from generator.acts.wordings.french_quantities import money, money_list
from generator.artifacts import Blank
from generator.french import agree, amount_in_figures, capitalized, decimal_number, enumerate_and


def situated(fact: Situated) -> str:
    """Say where a body sits: « dont le siège est sis 1 rue Haute, Valmont (France) », « … est à Valmont (France) »."""
    where = f"sis {fact.seat}" if fact.seat or fact.town is None else formed(Formed(fact.town, Form.TO))
    country = f" ({fact.country})" if fact.country and fact.country not in (fact.seat or "") else ""
    return f"dont le siège est {where}{country}"


def represented_by(fact: RepresentedBy) -> str:
    """Say who represents a body: « représentée par Madame Claire Gabarit, Maire »."""
    delegation = f", {delegation_received(fact.delegation)}" if fact.delegation else ""
    return f"{_agreed('représenté', fact.body)} par {person_name(fact.person)}, {fact.title}{delegation}"


def _agreed(participle: str, body: Noun) -> str:
    return agree(participle, body.forms.gender, plural=body.forms.plural)


def carrying_out(fact: CarryingOut) -> str:
    """Say that somebody carries out a vote: « agissant en exécution de la délibération n° 12 du conseil… »."""
    vote, how = fact.vote, "en exécution" if fact.is_executed else "en vertu"
    return f"agissant {how} {vote_cited(Vote(vote.act, vote.number, vote.assembly, vote.day, after_of=True))}"


def acting_under(fact: ActingUnder) -> str:
    """Say under what decision somebody acts: « agissant en vertu de la décision de son bureau »."""
    return f"agissant en vertu {free_text(fact.decision)}"


def subject_to_approval(_fact: SubjectToApproval) -> str:
    """Say that the assembly is still to approve."""
    return "sous la condition suspensive de l’approbation de son assemblée"


def called_after(fact: CalledAfter) -> str:
    """Give the short name: « ci-après désignée « l’Association » »."""
    return f"ci-après {_agreed('désigné', fact.body)} « {formed(Formed(fact.short, Form.THE))} »"


def closing(fact: Closing) -> str:
    """End the presentation of a body: « , d’une part, », « , d’autre part. », « , »."""
    part = f", {side_part(fact.part)}" if fact.part else ""
    return f"{part}{'.' if fact.is_last else ','}"


def handed_to(fact: HandedTo) -> str:
    """Say who receives and spends a co-funding: « reçu et employé par la Ville de Valmont »."""
    spender = formed(Formed(fact.spender, Form.THE))
    if fact.receiver is None or fact.receiver == fact.spender:
        return f"reçu et employé par {spender}"
    return f"reçu par {formed(Formed(fact.receiver, Form.THE))} et employé par {spender}"


def spent_by_itself(_fact: SpentByItself) -> str:
    """Say that a co-funder spends its own money."""
    return "que le cofinanceur emploie lui-même"


def paid_by(fact: PaidBy) -> str:
    """Name who pays: « Ville de Valmont », « Ville de Valmont (500,00 €) et Ville de Tazerout (300,00 €) »."""
    names = [capitalized(noun.text) for noun, _ in fact.shares]
    if len(names) == 1:
        return names[0]
    return enumerate_and([f"{name} ({_amount(fact, rank)})" for rank, name in enumerate(names)])


def _amount(fact: PaidBy, rank: int) -> str:
    amount = fact.shares[rank][1]
    try:
        return amount_in_figures(amount, fact.currency)
    except ValueError:
        return f"{decimal_number(amount)} {fact.currency}"


def commitment_told(fact: CommitmentTold) -> Words:
    """Tell a commitment: « 5 000,00 € (cinq mille euros), dont… en numéraire et… en apports en nature valorisés »."""
    full, parts = money_list(fact.full), [money(part) for part in fact.parts]
    value = money(fact.indicative) if fact.indicative else ""
    written = (full, value, *parts)
    missing = next((words for words in written if isinstance(words, Blank)), None)
    if missing is not None:
        return missing
    indicative = f", soit une contre-valeur indicative de {value}" if value else ""
    *cash, in_kind = parts or ("",)
    told = f", dont {cash[0]} en numéraire et {in_kind} en apports" if cash else ", en apports"
    shares = f"{told} en nature valorisés" if parts else ""
    return f"{full}{indicative}{shares}"


def status_told(fact: StatusTold) -> str:
    """Say whether a co-funding is secured."""
    return "montant sollicité et non acquis à ce jour" if fact.is_requested else "montant acquis"


def in_kind_alone(_fact: InKindAlone) -> str:
    """Say that a co-funder brings no money."""
    return "apporté en nature"


def typed_figure(fact: TypedFigure) -> str:
    """Group the digits of a figure that stands alone: « 3 000 »."""
    return decimal_number(Decimal(fact.text)) if re.fullmatch(r"[1-9]\d{3,14}", fact.text) else fact.text
