"""Settings: how a workspace weighs rules for all its actions, and the rules on the settings themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Never

from generator.case.records import Case, Source
from generator.findings import Finding, Path, Severity
from generator.model.rule_settings import Effect, RuleSetting, RuleSettings
from generator.rules.engine.accounts import account_words, incomplete_accounts, missing_account
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import did_you_mean
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, Rule, rule

_ACCOUNT = Practice(
    "Un espace de travail pèse autrement une règle qui peut l’être ; quelqu’un en décide, un jour, pour un motif."
)
_SEVERITIES = {Effect.ERROR: Severity.ERROR, Effect.WARNING: Severity.WARNING}


@dataclass(frozen=True)
class Settled:
    """The settings of a workspace, beside the rules that they weigh.

    Attributes:
        settings: what ``inputs/regles.yaml`` says.
        rules: every rule, by code.
    """

    settings: RuleSettings
    rules: Mapping[str, Rule[Never, Case]]

    @property
    def entries(self) -> Iterator[tuple[Path, RuleSetting]]:
        """The settings, with their paths."""
        return ((("reglages", rank), setting) for rank, setting in enumerate(self.settings.settings))

    def effective(self) -> dict[str, RuleSetting]:
        """Return the settings that have an effect, by code of rule: whole, first of their rule, and allowed."""
        first = {setting.rule: setting for setting in reversed(self.settings.settings)}
        return {code: setting for code, setting in first.items() if self._is_effective(setting)}

    def softens_the_fixed(self, setting: RuleSetting) -> bool:
        """Whether a setting would lower, or switch off, a rule that nobody may set aside."""
        target = self.rules.get(setting.rule)
        return target is not None and not target.waivable and setting.effect is not Effect.ERROR

    def weighed(self, found: Iterable[Finding]) -> Iterator[Finding]:
        """Yield what was found, each finding as heavy as the workspace says; nothing of a rule switched off."""
        effective = self.effective()
        for finding in found:
            setting = effective.get(finding.code)
            if setting is None:
                yield finding
            elif setting.effect is not Effect.OFF:
                yield _reweighed(finding, setting)

    def _is_effective(self, setting: RuleSetting) -> bool:
        known = setting.rule in self.rules
        return known and not missing_account(setting) and not self.softens_the_fixed(setting)


def account_of(setting: RuleSetting) -> str:
    """Say who answers for an effective setting, since when, and why."""
    return account_words("décision", setting)


@rule("CO094", cites=_ACCOUNT, draft=ERROR, final=ERROR, bars=EVERY_ACT, waivable=False)
def setting_names_a_rule(settled: Settled) -> Iterator[Problem]:
    """Le réglage nomme une règle qui existe.

    Refusé : le code est mal écrit.
    Admis : le code d’une règle.
    """
    for path, setting in settled.entries:
        if setting.rule not in settled.rules:
            yield Problem(
                (*path, "regle"),
                f"Le réglage nomme une règle inconnue : « {setting.rule} ».",
                did_you_mean(setting.rule, settled.rules),
                Source.SETTINGS,
            )


@rule("CO095", cites=_ACCOUNT, draft=ERROR, final=ERROR, bars=EVERY_ACT, waivable=False)
def setting_says_who_when_and_why(settled: Settled) -> Iterator[Problem]:
    """Le réglage dit qui l’a décidé, quand et pourquoi ; à défaut il n’a pas d’effet.

    Refusé : « motif » est vide.
    Admis : « decide_par », « date » et « motif » sont remplis.
    """
    known = ((path, setting) for path, setting in settled.entries if setting.rule in settled.rules)
    return incomplete_accounts(known, "Le réglage de la règle {} est incomplet : il n’a pas d’effet.", Source.SETTINGS)


@rule("CO096", cites=_ACCOUNT, draft=ERROR, final=ERROR, bars=EVERY_ACT, waivable=False)
def setting_softens_a_rule_that_can_be(settled: Settled) -> Iterator[Problem]:
    """Le réglage n’abaisse et n’arrête qu’une règle qui peut être écartée ; à défaut il n’a pas d’effet.

    Refusé : « arretee » pour une règle qu’aucune dérogation ne lève.
    Admis : « erreur » pour la même règle, « arretee » pour une autre.
    """
    for path, setting in settled.entries:
        if settled.softens_the_fixed(setting):
            yield Problem(
                (*path, "effet"),
                f"Aucun réglage n’abaisse ni n’arrête la règle {setting.rule} : "
                f"{settled.rules[setting.rule].manual.summary}",
                "Retirez le réglage, et corrigez ce que la règle refuse.",
                Source.SETTINGS,
            )


@rule("CO097", cites=_ACCOUNT, draft=ERROR, final=ERROR, bars=EVERY_ACT, waivable=False)
def setting_is_alone_for_its_rule(settled: Settled) -> Iterator[Problem]:
    """Une règle n’a qu’un réglage ; le premier vaut seul.

    Refusé : deux réglages de la même règle.
    Admis : deux réglages de deux règles.
    """
    seen: set[str] = set()
    for path, setting in settled.entries:
        if setting.rule in seen:
            yield Problem(
                (*path, "regle"),
                f"La règle {setting.rule} a déjà un réglage : celui-ci n’a pas d’effet.",
                "Gardez-en un seul.",
                Source.SETTINGS,
            )
        seen.add(setting.rule)


def _reweighed(finding: Finding, setting: RuleSetting) -> Finding:
    severity = _SEVERITIES[setting.effect]
    if finding.severity is severity:
        return finding
    account = f"{finding.message} Réglage de l’espace de travail, {account_of(setting)}"
    return replace(finding, severity=severity, message=account)


RULES = (
    setting_names_a_rule,
    setting_says_who_when_and_why,
    setting_softens_a_rule_that_can_be,
    setting_is_alone_for_its_rule,
)
