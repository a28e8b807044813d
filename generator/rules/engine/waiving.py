"""Waivers: a decision that sets a rule aside for one action, by somebody who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.case.records import Case
from generator.findings import Finding, Path, Severity
from generator.model.approvals import Waiver
from generator.rules.engine.accounts import account_words, incomplete_accounts, missing_account
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import did_you_mean
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, Rule, rule

_ACCOUNT = Practice(
    "Une dérogation nomme une règle qui peut être écartée ; quelqu’un la décide, un jour, pour un motif."
)


@dataclass(frozen=True)
class Judged:
    """A case that was judged: what waivers are looked at against.

    Attributes:
        case: the case.
        found: what the rules found.
        rules: every rule that judges a case, by code.
        of_years: the codes of the rules that judge a year: what one action decides lifts nothing of the others.
    """

    case: Case
    found: tuple[Finding, ...]
    rules: Mapping[str, Rule[Case, Case]]
    of_years: frozenset[str] = frozenset()

    @property
    def waivers(self) -> Iterator[tuple[Path, Waiver]]:
        """The action's waivers, with their paths."""
        return ((("derogations", rank), waiver) for rank, waiver in enumerate(self.case.action.waivers))

    def lifted(self) -> tuple[Finding, ...]:
        """Return what was found, where what an effective waiver sets aside is listed as waived."""
        effective = {waiver.rule: waiver for _, waiver in self.waivers if self._is_effective(waiver)}
        return tuple(_waived(found, effective.get(found.code)) for found in self.found)

    def _is_effective(self, waiver: Waiver) -> bool:
        target = self.rules.get(waiver.rule)
        return target is not None and target.waivable and not missing_account(waiver)


@rule("CO090", cites=_ACCOUNT, draft=WARNING, final=WARNING, waivable=False)
def waiver_names_a_rule(judged: Judged) -> Iterator[Problem]:
    """La dérogation nomme une règle qui existe.

    Refusé : le code est mal écrit ; celui d’une règle qui juge toute une année.
    Admis : le code d’une règle qui juge l’action.
    """
    for path, waiver in judged.waivers:
        if waiver.rule in judged.of_years:
            yield Problem(
                (*path, "regle"),
                f"La règle {waiver.rule} juge toute l’année : la dérogation d’une action ne la lève pas.",
                "Retirez la dérogation ; un réglage d’inputs/regles.yaml pèse la règle pour toute l’année.",
            )
        elif waiver.rule not in judged.rules:
            yield Problem(
                (*path, "regle"),
                f"La dérogation nomme une règle inconnue : « {waiver.rule} ».",
                did_you_mean(waiver.rule, judged.rules),
            )


@rule("CO091", cites=_ACCOUNT, draft=WARNING, final=WARNING, waivable=False)
def waiver_says_who_when_and_why(judged: Judged) -> Iterator[Problem]:
    """La dérogation dit qui l’a décidée, quand et pourquoi ; à défaut elle n’a pas d’effet.

    Refusé : « motif » est vide.
    Admis : « decide_par », « date » et « motif » sont remplis.
    """
    known = ((path, waiver) for path, waiver in judged.waivers if waiver.rule in judged.rules)
    return incomplete_accounts(known, "La dérogation à la règle {} est incomplète : elle n’a pas d’effet.")


@rule("CO092", cites=_ACCOUNT, draft=WARNING, final=WARNING, waivable=False)
def waiver_sets_aside_a_rule_that_can_be(judged: Judged) -> Iterator[Problem]:
    """La dérogation vise une règle qui peut être écartée.

    Refusé : une dérogation à une règle qu’aucune dérogation ne lève.
    Admis : une dérogation à une autre règle.
    """
    for path, waiver in judged.waivers:
        target = judged.rules.get(waiver.rule)
        if target is not None and not target.waivable:
            yield Problem(
                (*path, "regle"),
                f"Aucune dérogation ne lève la règle {waiver.rule} : {target.manual.summary}",
                "Retirez la dérogation, et corrigez ce que la règle refuse.",
            )


@rule("CO093", cites=_ACCOUNT, draft=WARNING, final=WARNING, waivable=False)
def waiver_is_used(judged: Judged) -> Iterator[Problem]:
    """La dérogation sert : la règle qu’elle écarte trouve quelque chose.

    Refusé : la règle écartée ne refuse rien dans cette action.
    Admis : elle refuse quelque chose.
    """
    codes = {found.code for found in judged.found}
    for path, waiver in judged.waivers:
        if waiver.rule in judged.rules and waiver.rule not in codes:
            yield Problem(
                (*path, "regle"),
                f"La dérogation à la règle {waiver.rule} est sans objet : rien n’est refusé.",
                "Retirez-la.",
            )


def _waived(found: Finding, waiver: Waiver | None) -> Finding:
    if waiver is None:
        return found
    account = account_words("Dérogation", waiver)
    return replace(found, severity=Severity.WAIVED, message=f"{found.message} {account}")


RULES = (
    waiver_names_a_rule,
    waiver_says_who_when_and_why,
    waiver_sets_aside_a_rule_that_can_be,
    waiver_is_used,
)
