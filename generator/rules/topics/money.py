"""Money: who contributes, balance, amounts, currencies, co-funding, subsidies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.case.records import Case
from generator.convention import Party
from generator.findings import Path
from generator.french import amount_in_figures, percent
from generator.model.action import AssociatedBody, BodyKind, Subsidy
from generator.model.budget import Budget, CoFunderKind, Expense, FundingStatus, Nature, Resource
from generator.rules.engine.citations import Framework, Practice, Statute
from generator.rules.engine.naming import capitalized_sentence, money, of_framework, of_party, the_body, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.shared_questions import enters_on_transmission, figure, mission_costs

_NOTHING = Decimal(0)
_PRIVATE = frozenset({BodyKind.ASSOCIATION, BodyKind.COMPANY})
_CALL, _THRESHOLD = "appel à projets 2025", "décret 2001-495 art. 1"

Line = Expense | Resource


@rule("CC012", cites=Framework("participation"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def every_party_contributes(case: Case) -> Iterator[Problem]:
    """Chaque partie de la convention-cadre apporte une participation financière, en numéraire ou en nature.

    Refusé : une seule partie finance l’action ; l’autre apporte 0,00, ou n’a aucune ligne.
    Admis : chaque partie figure parmi les ressources avec un montant supérieur à zéro, ne serait-ce qu’en nature.
    """
    if not case.framework.participation:
        return
    for party in case.parties:
        lines = case.resources_of(party.id)
        if all(line.amount is not None and line.amount <= _NOTHING for line in lines):
            yield Problem(
                _resource_path(case, party.id, "montant"),
                f"{capitalized_sentence(the_party(party))} n’apporte aucune contribution : chaque partenaire doit "
                "participer financièrement.",
                f"Ajoutez sous « budget.ressources » une ligne d’origine « {party.id} », d’un montant supérieur à "
                "zéro.",
            )


@rule("CC013", cites=Framework("participation"), draft=WARNING, final=WARNING)
def contribution_is_not_only_in_kind(case: Case) -> Iterator[Problem]:
    """La contribution de chaque partie n’est pas seulement valorisée en nature.

    Refusé : la seule ligne d’une partie est une valorisation.
    Admis : une part en numéraire s’y ajoute, fût-elle d’un centime.
    """
    for party in case.parties:
        given = [line for line in case.resources_of(party.id) if line.amount is not None and line.amount > _NOTHING]
        if given and all(line.nature is Nature.IN_KIND for line in given):
            yield Problem(
                _resource_path(case, party.id, "nature"),
                f"La contribution {of_party(party)} est seulement valorisée (en nature) : à faire valider.",
                "Ajoutez un apport en numéraire, ou confirmez l’accord des parties sur cette valorisation.",
            )


@rule("CG040", cites=Statute("CGCT L. 1115-1"), draft=ERROR, final=ERROR, bars=VOTE_AND_SIGNATURE)
def commitment_of_each_party_is_stated(case: Case) -> Iterator[Problem]:
    """Le montant prévisionnel de l’engagement de chaque partie est écrit, même s’il est nul.

    Refusé : le montant d’une ressource est vide.
    Admis : le montant est écrit ; il peut être nul quand la convention-cadre n’oblige pas à participer.
    """
    for rank, line in enumerate(case.action.budget.resources):
        if line.amount is None:
            yield _unstated(("budget", "ressources", rank, "montant"), the_body(case, line.origin))
    participation_is_judged = case.framework.participation and Framework("participation").applies(case)
    for party in case.parties:
        if not case.resources_of(party.id) and not participation_is_judged:
            yield _unstated(("budget", "ressources"), the_party(party))


def _unstated(path: Path, who: str) -> Problem:
    return Problem(
        path,
        f"Montant prévisionnel de l’engagement absent pour {who}.",
        "Remplissez « montant » ; s’il est nul, écrivez zéro en chiffres.",
    )


@rule(
    "CC014",
    cites=Framework("budget_par_action"),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def action_has_a_budget(case: Case) -> Iterator[Problem]:
    """Le budget de l’action a au moins une dépense.

    Refusé : « budget.depenses » est vide.
    Admis : une dépense est inscrite.
    """
    if not case.action.budget.expenses:
        yield Problem(
            ("budget", "depenses"),
            "Le budget de l’action n’a aucune dépense.",
            "Ajoutez les dépenses sous « budget.depenses » : libelle, mode_de_calcul, montant.",
        )


@rule(
    "BU001",
    cites=Practice("Un budget prévisionnel se présente en équilibre."),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def budget_is_balanced(case: Case) -> Iterator[Problem]:
    """Dépenses et ressources sont égales au centime près, dans la devise de référence.

    Refusé : un centime d’écart.
    Admis : aucun écart.
    """
    budget = case.action.budget
    spent, brought = _total(budget, budget.expenses), _total(budget, budget.resources)
    if spent is not None and brought is not None and spent != brought:
        yield Problem(
            ("budget", "ressources"),
            f"Budget déséquilibré : dépenses {money(spent, budget.currency)}, ressources "
            f"{money(brought, budget.currency)} (écart {money(abs(spent - brought), budget.currency)}).",
            "Corrigez les montants de « budget.depenses » ou de « budget.ressources ».",
        )


@rule(
    "BU002",
    cites=Practice(
        "Une valorisation est à la fois un apport et une dépense : elle figure pour le même montant des deux côtés."
    ),
    draft=WARNING,
    final=WARNING,
)
def in_kind_is_balanced_apart(case: Case) -> Iterator[Problem]:
    """Les valorisations sont égales en dépenses et en ressources, à part du numéraire.

    Refusé : un centime de valorisation manque en dépenses, et le numéraire compense.
    Admis : le même montant des deux côtés.
    """
    budget = case.action.budget
    spent, brought = (
        _total(budget, [line for line in lines if line.nature is Nature.IN_KIND])
        for lines in (budget.expenses, budget.resources)
    )
    if spent is not None and brought is not None and spent != brought:
        yield Problem(
            ("budget", "ressources"),
            f"Valorisations inégales : {money(spent, budget.currency)} en dépenses, {money(brought, budget.currency)} "
            "en ressources.",
            "Donnez la même « nature » et le même montant à la dépense et à la ressource valorisées.",
        )


@rule(
    "BU003",
    cites=Practice("Un montant s’écrit en unités et centimes de sa devise, et n’est jamais négatif."),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def amounts_can_be_written(case: Case) -> Iterator[Problem]:
    """Aucun montant n’est négatif, ni plus précis que sa devise.

    Refusé : un centime en dessous de zéro ; un dixième de centime.
    Admis : zéro ; un centime.
    """
    for path, amount, currency in _amounts(case):
        if amount is not None and (amount < _NOTHING or not _can_be_written(amount, currency)):
            yield Problem(
                path,
                f"Montant négatif, ou plus précis que le centime : {money(amount, currency)}.",
                "Écrivez un montant positif ou nul, avec deux décimales au plus.",
            )


@rule(
    "BU004",
    cites=Practice("Une somme sans devise n’engage à rien."),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def every_line_has_a_currency(case: Case) -> Iterator[Problem]:
    """Chaque ligne du budget a une devise : la sienne, ou celle du budget.

    Refusé : « budget.devise » est vide.
    Admis : « budget.devise » est remplie.
    """
    if case.action.budget.currency is None:
        yield Problem(
            ("budget", "devise"),
            "La devise de référence du budget est absente.",
            "Remplissez « budget.devise » par le code de la devise, en trois lettres.",
        )


@rule(
    "BU005",
    cites=Practice("Deux devises ne s’ajoutent qu’à un taux daté, dont la source est citée."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def second_currency_has_a_dated_sourced_rate(case: Case) -> Iterator[Problem]:
    """Quand une seconde devise figure au budget ou dans une subvention, son taux est indiqué, avec date et source.

    Refusé : le taux n’a pas de source.
    Admis : taux, date et source sont remplis, dans un sens ou dans l’autre.
    """
    budget = case.action.budget
    reference = budget.currency
    subsidies = [body.subsidy.currency for body in case.action.associated_bodies if body.subsidy]
    used = dict.fromkeys([*(budget.currency_of(line) for line in _lines(budget)), *subsidies])
    for currency in used:
        if currency and reference and currency != reference and budget.rate_between(currency, reference) is None:
            yield Problem(
                _rate_path(budget, currency, reference),
                f"Taux de change {reference}/{currency} absent, ou sans date ni source.",
                "Remplissez « taux », « date » et « source » sous « budget.taux_de_change ».",
            )


def _rate_path(budget: Budget, currency: str, reference: str) -> Path:
    for rank, stated in enumerate(budget.rates):
        if {stated.source_currency, stated.target_currency} == {currency, reference}:
            missing = (("taux", stated.rate), ("date", stated.day), ("source", stated.source))
            key = next((name for name, value in missing if value is None), "taux")
            return ("budget", "taux_de_change", rank, key)
    return ("budget", "taux_de_change")


@rule("CC040", cites=Framework("cofinancement"), draft=WARNING, final=WARNING)
def co_funder_is_of_a_kind_that_the_framework_names(case: Case) -> Iterator[Problem]:
    """Un cofinanceur est une instance gouvernementale ou multilatérale.

    Refusé : la nature du cofinanceur est « autre », ou vide.
    Admis : « gouvernemental » ou « multilateral ».
    """
    for rank, funder in enumerate(case.action.co_funders):
        if funder.kind in {None, CoFunderKind.OTHER}:
            yield Problem(
                ("cofinanceurs", rank, "nature"),
                f"Cofinanceur {funder.name or funder.id} : ni gouvernemental ni multilatéral ; vérifiez la conformité "
                "à l’article cité.",
                f"Remplissez « nature », ou vérifiez que les termes {of_framework(case)} l’admettent.",
            )


@rule("CC041", cites=Framework("cofinancement"), draft=WARNING, final=WARNING)
def requested_co_funding_is_reserved(case: Case) -> Iterator[Problem]:
    """Un cofinancement sollicité n’est pas acquis : l’acte porte une clause de réserve.

    Refusé : le statut de la ressource d’un cofinanceur est « sollicite ».
    Admis : le statut est « acquis ».
    """
    for rank, line in enumerate(case.action.budget.resources):
        funder = case.co_funder(line.origin)
        if funder is not None and line.status is FundingStatus.REQUESTED:
            yield Problem(
                ("budget", "ressources", rank, "statut"),
                f"Cofinancement sollicité et non acquis ({funder.name or funder.id}) : l’acte porte la clause de "
                "réserve.",
                "À réception de la notification, écrivez « acquis » sous « statut » et citez-la sous « justificatif ».",
            )


@rule("BU006", cites=Statute(_CALL), draft=WARNING, final=WARNING)
def home_share_reaches_the_minimum_of_the_call(case: Case) -> Iterator[Problem]:
    """Pour un cofinancement gouvernemental, la part française atteint le minimum que fixe l’appel à projets.

    Refusé : un centime en dessous du minimum.
    Admis : le minimum exactement.
    """
    minimum = figure(case, _CALL, "part_francaise_minimale")
    total, home = _total(case.action.budget, case.action.budget.resources), _home_total(case)
    if minimum is None or not total or home is None or not _asks_a_government(case):
        return
    least = total * minimum[0] / 100
    if home < least:
        yield Problem(
            ("budget", "ressources"),
            f"La part française est de {money(home, case.action.budget.currency)}, pour un minimum de "
            f"{percent(minimum[0])} du total ({_approximate(least, case)}) quand le ministère cofinance.",
            "Augmentez l’apport de la collectivité française, ou vérifiez les règles de l’appel à projets.",
        )


@rule("BU007", cites=Statute(_CALL), draft=WARNING, final=WARNING)
def home_in_kind_stays_below_the_ceiling_of_the_call(case: Case) -> Iterator[Problem]:
    """Pour un cofinancement gouvernemental, la valorisation ne dépasse pas le plafond que fixe l’appel à projets.

    Refusé : un centime au-dessus du plafond.
    Admis : le plafond exactement.
    """
    ceiling = figure(case, _CALL, "valorisation_maximale")
    home, in_kind = _home_total(case), _home_total(case, Nature.IN_KIND)
    if ceiling is None or not home or in_kind is None or not _asks_a_government(case):
        return
    most = home * ceiling[0] / 100
    if in_kind > most:
        yield Problem(
            ("budget", "ressources"),
            f"La valorisation est de {money(in_kind, case.action.budget.currency)}, pour un maximum de "
            f"{percent(ceiling[0])} de la contribution française ({_approximate(most, case)}).",
            "Remplacez une part de la valorisation par du numéraire.",
        )


@rule("BU008", cites=Statute(_THRESHOLD), draft=WARNING, final=ERROR, bars=SIGNATURE)
def large_subsidy_has_its_own_agreement(case: Case) -> Iterator[Problem]:
    """La subvention à un organisme privé qui dépasse le seuil a sa convention.

    Refusé : un centime au-dessus du seuil, et l’organisme ni ne signe ni n’est conventionné.
    Admis : le seuil exactement ; ou l’organisme signe la convention spécifique, ou une convention est citée.
    """
    threshold = figure(case, _THRESHOLD, "seuil_convention_subvention")
    for path, body, subsidy in _home_subsidies(case):
        amount = _in_currency(case.action.budget, subsidy, threshold[1] if threshold else None)
        bound = body.is_signatory or body.own_agreement or subsidy.own_agreement
        if threshold and amount is not None and amount > threshold[0] and not bound:
            yield Problem(
                (*path, "convention_propre"),
                f"Subvention de {money(amount, threshold[1])} à {the_body(case, body.id)} (plus de "
                f"{money(*threshold)}) : une convention avec l’organisme est obligatoire.",
                "Citez la convention sous « convention_propre », ou faites signer l’organisme (« oui » sous « "
                "signataire »).",
            )


@rule("BU009", cites=Statute("loi 2000-321 art. 10-1"), draft=WARNING, final=ERROR, bars=SIGNATURE)
def subsidised_association_made_its_commitment(case: Case) -> Iterator[Problem]:
    """L’association subventionnée a souscrit le contrat d’engagement républicain, depuis que la loi le veut.

    Refusé : « contrat_engagement_republicain » vaut non.
    Admis : il vaut oui ; ou l’acte est de la veille de l’entrée en vigueur.
    """
    for path, body, subsidy in _home_subsidies(case):
        if body.kind is BodyKind.ASSOCIATION and not subsidy.republican_commitment:
            yield Problem(
                (*path, "contrat_engagement_republicain"),
                f"Contrat d’engagement républicain non souscrit : {the_body(case, body.id)}.",
                "Joignez le contrat souscrit, et écrivez « oui » sous « contrat_engagement_republicain ».",
            )


@rule(
    "BU010",
    cites=Practice("Une collectivité n’engage que des crédits inscrits à son budget, année par année."),
    draft=WARNING,
    final=WARNING,
)
def cash_has_a_budget_line(case: Case) -> Iterator[Problem]:
    """L’apport en numéraire de chaque partie a son imputation budgétaire.

    Refusé : aucune ligne en numéraire de la partie n’a d’imputation.
    Admis : une ligne l’indique, ou la partie n’apporte qu’en nature.
    """
    for party in case.parties:
        cash = [line for line in case.resources_of(party.id) if line.nature is Nature.CASH and line.amount]
        if cash and not any(line.budget_line for line in cash):
            yield Problem(
                _resource_path(case, party.id, "imputation"),
                f"Aucune imputation budgétaire n’est renseignée pour {the_party(party)}.",
                "Remplissez « imputation » : chapitre, fonction, nature.",
            )


@rule(
    "CC042",
    cites=Framework("budget_par_action"),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def lines_add_up_to_the_stated_total(case: Case) -> Iterator[Problem]:
    """Le total annoncé est la somme des dépenses.

    Refusé : un centime d’écart.
    Admis : aucun écart, ou aucun total annoncé.
    """
    budget = case.action.budget
    total = _total(budget, budget.expenses)
    if budget.stated_total is not None and total is not None and total != budget.stated_total:
        yield Problem(
            ("budget", "total"),
            f"La somme des lignes ({money(total, budget.currency)}) diffère du total annoncé "
            f"({money(budget.stated_total, budget.currency)}).",
            "Corrigez « budget.total » ou les lignes, ou laissez « budget.total » vide.",
        )


def _total(budget: Budget, lines: Iterable[Line]) -> Decimal | None:
    """Add lines in the reference currency; None when one of them has no value there."""
    values = [budget.in_reference(line) for line in lines]
    return None if None in values else sum((value for value in values if value is not None), _NOTHING)


def _home_parties(case: Case) -> list[Party]:
    return [party for party in case.parties if enters_on_transmission(case, party)]


def _home_total(case: Case, nature: Nature | None = None) -> Decimal | None:
    """Add what the parties of the home country bring, in the reference currency."""
    lines = [line for party in _home_parties(case) for line in case.resources_of(party.id)]
    return _total(case.action.budget, [line for line in lines if nature is None or line.nature is nature])


def _approximate(bound: Decimal, case: Case) -> str:
    """Write a bound that is computed, to the cent."""
    return money(_rounded(bound), case.action.budget.currency)


def _asks_a_government(case: Case) -> bool:
    return any(
        funder.kind is CoFunderKind.GOVERNMENT and case.resources_of(funder.id) for funder in case.action.co_funders
    )


def _home_subsidies(case: Case) -> Iterator[tuple[Path, AssociatedBody, Subsidy]]:
    """Yield the subsidies that parties of the home country give to private bodies."""
    home = {party.id for party in _home_parties(case)}
    for rank, body in enumerate(case.action.associated_bodies):
        subsidy = body.subsidy
        if subsidy is not None and body.kind in _PRIVATE and subsidy.payer in home:
            yield ("organismes_associes", rank, "subvention"), body, subsidy


def _in_currency(budget: Budget, subsidy: Subsidy, wanted: str | None) -> Decimal | None:
    """Return a subsidy in the currency of a threshold; None when no rate allows it."""
    currency = subsidy.currency or budget.currency
    if subsidy.amount is None or currency is None or wanted is None:
        return None
    if currency == wanted:
        return subsidy.amount
    rate = budget.rate_between(currency, wanted)
    return None if rate is None else _rounded(subsidy.amount * rate)


def _resource_path(case: Case, origin: str, key: str) -> Path:
    """Return where a key of a body’s first resource stands, or should stand."""
    for rank, line in enumerate(case.action.budget.resources):
        if line.origin == origin:
            return ("budget", "ressources", rank, key)
    return ("budget", "ressources")


def _rounded(amount: Decimal) -> Decimal:
    return round(amount, 2)


def _can_be_written(amount: Decimal, currency: str | None) -> bool:
    try:
        amount_in_figures(amount, currency or "")
    except ValueError:
        return False
    return True


def _lines(budget: Budget) -> tuple[Line, ...]:
    return (*budget.expenses, *budget.resources)


def _amounts(case: Case) -> Iterator[tuple[Path, Decimal | None, str | None]]:
    """Yield every amount of the action, with its path and its currency."""
    action, budget = case.action, case.action.budget
    for rank, expense in enumerate(budget.expenses):
        yield ("budget", "depenses", rank, "montant"), expense.amount, budget.currency_of(expense)
    for rank, resource in enumerate(budget.resources):
        yield ("budget", "ressources", rank, "montant"), resource.amount, budget.currency_of(resource)
    yield ("budget", "total"), budget.stated_total, budget.currency
    for rank, payment in enumerate(action.payments):
        yield ("versements", rank, "montant"), payment.amount, payment.currency or budget.currency
    for rank, body in enumerate(action.associated_bodies):
        if body.subsidy:
            here = ("organismes_associes", rank, "subvention", "montant")
            yield here, body.subsidy.amount, body.subsidy.currency or budget.currency
    for path, cost in mission_costs(case):
        yield (*path, "montant"), cost.amount, cost.currency or budget.currency


RULES = (
    every_party_contributes,
    contribution_is_not_only_in_kind,
    commitment_of_each_party_is_stated,
    action_has_a_budget,
    budget_is_balanced,
    in_kind_is_balanced_apart,
    amounts_can_be_written,
    every_line_has_a_currency,
    second_currency_has_a_dated_sourced_rate,
    co_funder_is_of_a_kind_that_the_framework_names,
    requested_co_funding_is_reserved,
    home_share_reaches_the_minimum_of_the_call,
    home_in_kind_stays_below_the_ceiling_of_the_call,
    large_subsidy_has_its_own_agreement,
    subsidised_association_made_its_commitment,
    cash_has_a_budget_line,
    lines_add_up_to_the_stated_total,
)
