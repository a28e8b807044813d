"""What free texts say, against the data that the act is made from: amounts, abbreviations, the gender of titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.case.budget_totals import total_of
from generator.case.records import Case
from generator.findings import Path
from generator.french import holds_one_of, kept_by_text, plain_words
from generator.french.slips import INITIALS
from generator.model.persons import Civility, Person
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import person_name
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule
from generator.rules.topics.places_in_the_case import travellers

_SPACE = "[ \u00a0\u202f]"
_AMOUNT = re.compile(
    rf"(?<![\d.,])(\d+(?:{_SPACE}\d\d\d)*)(?:,(\d\d?))?{_SPACE}?(?:€|euros?\b|[A-Z][A-Z][A-Z]\b|dirhams?\b)"
)
_ABBREVIATION = re.compile(r"(?<![\w.-])[A-Z][A-Z]+(?![\w’'-]|\.\w)")
_SHORT_TEXTS = frozenset({"titre", "service", "contact_sur_place", "grade"})
"""Keys of short texts that orders and signatures print as they are."""
_ROMAN = re.compile(r"[IVXLCDM]+")
_OWES = frozenset({"engagements", "organismes_associes", "objet"})
"""Where a text may bind somebody to an amount."""
_TELLS = frozenset({"contexte", "beneficiaires", "activites"})
_OF_BUDGET = re.compile(
    r"\b(?:le|son)\s+(?:budget|coût|montant)(?:\s+(?:prévisionnel|total|global|de\s+l[’']action|du\s+projet))*\s+"
    r"(?:est|s[’']élève|s[’']élèvera|sera|s[’']établit|est\s+estimé|est\s+évalué|est\s+fixé)\s+(?:de|à)\s+$"
    r"|\b(?:l[’']action|le\s+projet|l[’']opération|cette\s+action)\s+(?:coûte|coûtera)\s+$",
    re.IGNORECASE,
)
"""What says that the amount that follows is the budget of the action."""


@rule(
    "CV036",
    cites=Practice("Deux passages d’un acte ne disent pas deux montants : les engagements reprennent ceux du budget."),
    draft=WARNING,
    final=WARNING,
)
def amounts_of_commitments_are_in_the_data(case: Case) -> Iterator[Problem]:
    """Un montant écrit dans l’objet ou dans un engagement est l’un de ceux du budget, des missions ou des versements.

    Le budget dont le contexte parle est celui de l’action.

    Refusé : « verser une subvention de 20 000 € », quand la subvention est de 25 000,00 € ; un contexte qui dit « le
    budget est de 40 000 € », quand il est de 11 000,00 €.
    Admis : un montant qui figure au budget, aux versements, ou qui en est le total.
    """
    typed = case.found_by(_amounts_in)
    told = [(path, found) for path, _text, amounts in typed for found in amounts if _binds(path, found)]
    known = _amounts(case) if told else frozenset()
    for path, found in told:
        if Decimal(f"{re.sub(_SPACE, '', found[1])}.{found[2] or 0}") not in known:
            yield Problem(
                path,
                f"« {found[0]} » n’est aucun des montants de l’action : ni au budget, ni aux versements, ni aux "
                "missions.",
                "Corrigez ce montant ; mieux, retirez-le : l’acte écrit lui-même ceux du budget.",
            )


def _amounts_in(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_AMOUNT.finditer(text)) if holds_one_of(text, ("€", "euro", "eur", "mad", "dirham")) else ()


def _binds(path: Path, found: re.Match[str]) -> bool:
    """Whether an amount of a text is one of the action: where somebody owes, or after « le budget »."""
    return path[0] in _OWES or (path[0] in _TELLS and bool(_OF_BUDGET.search(found.string, 0, found.start())))


def _amounts(case: Case) -> frozenset[Decimal]:
    """Return every amount of the action, and the totals of its budget."""
    budget = case.action.budget
    subsidies = (body.subsidy for body in case.action.associated_bodies)
    costs = (cost for mission in case.action.missions for _, _, cost in mission.costs)
    sources = (*budget.expenses, *budget.resources, *case.action.payments, *subsidies, *costs)
    given = {source.amount for source in sources if source is not None}
    totals = {total_of(budget, lines) for lines in (budget.expenses, budget.resources)}
    return frozenset(amount for amount in given | totals | {budget.stated_total} if amount is not None)


@rule(
    "CV037",
    cites=Practice("Un acte écrit un sigle en toutes lettres la première fois, ou n’emploie que ceux que tous lisent."),
    draft=WARNING,
    final=WARNING,
)
def abbreviations_are_declared(case: Case) -> Iterator[Problem]:
    """Un sigle est déclaré dans les références, ou développé dans l’un des textes de l’action.

    Refusé : « la DRI suit le projet » ; le titre « DGRI », le service « DRI ».
    Admis : « la direction des relations internationales (DRI) » ; un sigle de la liste « sigles » des références.
    """
    declared = {word.upper() for words in case.law.words("sigles") for word in words}
    told = [(typed.path, typed.text) for typed in case.texts_in_sentences]
    told += [(path, text) for path, text in case.typed_texts if path[-1] in _SHORT_TEXTS]
    for path, text in told:
        for sigle in _abbreviations(text):
            if sigle not in declared and not _is_spelled_out(case, sigle):
                yield Problem(
                    path,
                    f"Le sigle « {sigle} » n’est développé nulle part.",
                    f"Écrivez les mots entiers, suivis de « ({sigle}) » ; s’il est connu de tous, ajoutez-le à la "
                    "liste « sigles », dans inputs/references/.",
                )


@kept_by_text
def _abbreviations(text: str) -> tuple[str, ...]:
    """Return the abbreviations of a text, each once; none of words that are all typed in capitals."""
    if text.isupper() and not INITIALS.fullmatch(text):
        return ()
    found = (match[0] for match in _ABBREVIATION.finditer(text))
    return tuple(dict.fromkeys(word for word in found if not _ROMAN.fullmatch(word)))


def _is_spelled_out(case: Case, sigle: str) -> bool:
    return any(f"({sigle})" in text or f"{sigle} (" in text for _, text in case.texts_with(sigle.casefold()))


@rule(
    "CV038",
    cites=Practice("Le titre d’une personne s’accorde avec elle."),
    draft=WARNING,
    final=WARNING,
)
def titles_agree_with_their_holder(case: Case) -> Iterator[Problem]:
    """Un homme ne porte pas un titre au féminin ; une femme choisit la forme de son titre.

    Refusé : « Monsieur Dupont, Présidente ».
    Admis : « Madame le Maire », « Madame la Maire », « Monsieur le Président ».
    """
    persons: list[tuple[Path, Person]] = [
        (("signataires", rank), person) for rank, person in enumerate(case.action.signatories)
    ]
    persons += [(path, traveller) for path, _, traveller in travellers(case)]
    for path, person in persons:
        if person.civility is Civility.SIR and case.law.begins(plain_words(person.title or ""), "titres_au_feminin"):
            yield Problem(
                (*path, "titre"),
                f"{person_name(person)} : « {person.title} » est au féminin.",
                "Corrigez « titre » ou « civilite ».",
            )


RULES = (
    amounts_of_commitments_are_in_the_data,
    abbreviations_are_declared,
    titles_agree_with_their_holder,
)
