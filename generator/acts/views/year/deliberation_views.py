"""What a party's assembly decides for a year, as templates see it: the agreements annexed and named, and its money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Form, Formed, Noun
from generator.acts.facts.quantities import Money, MoneyList, Writing, money
from generator.acts.facts.texts_of_law import TextOfLaw, texts_of_law
from generator.acts.facts.typed_texts import FreeText, free_text
from generator.acts.view_fields import View, fact
from generator.acts.views.year.year_names import YearNames
from generator.acts.views.year.year_sums import Sums, brought_to
from generator.case.year import ActionExtract, YearRecord
from generator.convention import Party
from generator.model import sentences


class AnnexedAgreementView(View, title="Une convention spécifique annexée"):
    """A specific agreement that the deliberation approves."""

    annex: str = fact("annexe", "numéro de l’annexe, après celle du programme")
    number: str = fact("numero", "numéro de l’action")
    heading: FreeText | Missing = fact("intitule", "intitulé de l’action")
    signers: str = fact("signataires", "ceux qui la signent avec la partie, énumérés")
    budget: Money | Missing = fact("budget", "total des dépenses de l’action")
    cash: Money | Missing = fact("numeraire", "ce que la partie apporte en numéraire")
    in_kind: Money | Missing = fact("valorisation", "ce qu’elle apporte en nature, valorisé")


class GrantedByPartyView(View, title="Une subvention versée par la partie"):
    """A subsidy that the party gives for an action."""

    number: str = fact("numero", "numéro de l’action")
    body: Formed = fact("organisme", "organisme qui la reçoit, avec son article si les données le disent")
    amount: Money | Missing = fact("montant", "montant, en chiffres et en lettres")


class DeliberationOfYearView(View, title="La délibération d’une partie sur l’année"):
    """What a party's assembly decides."""

    cited_texts: tuple[TextOfLaw, ...] = fact("textes_vises", "textes de loi que visent les actes de la partie")
    controller: str | Missing = fact("controleur", "autorité à qui la délibération est transmise, avec son article")
    agreements: tuple[AnnexedAgreementView, ...] = fact("conventions", "conventions spécifiques, annexées et nommées")
    commitment: MoneyList | Missing = fact("engagement", "total en numéraire, en chiffres et en lettres")
    in_kind: MoneyList | Missing | None = fact("engagement_en_nature", "total en nature ; faux s’il est nul")
    subsidies: tuple[GrantedByPartyView, ...] = fact("subventions", "subventions que la partie verse")


def deliberation_of_year(record: YearRecord, party: Party) -> DeliberationOfYearView:
    """Return what a party's assembly decides for a year."""
    names, procedure = YearNames.of(record), record.procedure(party)
    noun = Noun.of_party(party, party.id)
    ordered = sorted(record.governed, key=lambda action: action.number)
    in_kind = _totals(ordered, party.id, names, is_cash=False)
    return DeliberationOfYearView(
        cited_texts=texts_of_law(procedure.citations if procedure else ()),
        controller=(procedure.controller if procedure else None) or Missing(Gap.CONTROLLER, noun),
        agreements=tuple(_agreement(action, rank, party.id, names) for rank, action in enumerate(ordered, start=2)),
        commitment=_listed(_totals(ordered, party.id, names, is_cash=True), noun),
        in_kind=_listed(in_kind, noun) if any(in_kind.values()) else None,
        subsidies=tuple(granted for action in ordered for granted in _subsidies(action, party.id, names)),
    )


def _agreement(action: ActionExtract, rank: int, party: str, names: YearNames) -> AnnexedAgreementView:
    own = _share(action, party, names)
    missing = Missing(Gap.YEAR_AMOUNT)
    cash, in_kind = (None if own.is_partial else own.total(is_cash=is_cash) for is_cash in (True, False))
    others = dict.fromkeys(signer.body for signer in action.signers if not signer.signs_orders and signer.body != party)
    return AnnexedAgreementView(
        annex=str(rank),
        number=action.number,
        heading=free_text(action.title, sentences.ACTION_TITLE, Missing(Gap.ACTION_TITLE)),
        signers=", ".join(names.of_body(action, body).text for body in others),
        budget=money(action.expenses, action.currency, Writing.FIGURES, missing),
        cash=money(cash, action.currency, Writing.FIGURES, missing),
        in_kind=money(in_kind, action.currency, Writing.FIGURES, missing),
    )


def _share(action: ActionExtract, party: str, names: YearNames) -> Sums:
    return Sums(tuple(each for each in brought_to(action, names) if each.key == party))


def _totals(actions: list[ActionExtract], party: str, names: YearNames, *, is_cash: bool) -> dict[str, Decimal | None]:
    """Return the party's total in each currency; None where an amount is not known."""
    totals: dict[str, Decimal | None] = {}
    for action in actions:
        own = _share(action, party, names)
        if action.currency:
            so_far = totals.get(action.currency, Decimal())
            is_known = so_far is not None and not own.is_partial
            totals[action.currency] = (so_far or Decimal()) + own.total(is_cash=is_cash) if is_known else None
    return totals


def _listed(totals: dict[str, Decimal | None], noun: Noun) -> MoneyList | Missing:
    missing = Missing(Gap.PARTY_SHARE, noun)
    known = [(amount, currency) for currency, amount in totals.items() if amount is not None]
    return MoneyList(tuple(known), missing) if known and len(known) == len(totals) else missing


def _subsidies(action: ActionExtract, party: str, names: YearNames) -> Iterator[GrantedByPartyView]:
    for subsidy in action.subsidies:
        if subsidy.payer == party:
            yield GrantedByPartyView(
                number=action.number,
                body=Formed(names.of_body(action, subsidy.body), Form.THE),
                amount=money(subsidy.amount, subsidy.currency, Writing.FULL, Missing(Gap.SUBSIDY)),
            )
