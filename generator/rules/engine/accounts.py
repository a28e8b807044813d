"""Who answers for a decision that weighs a rule otherwise or sets it aside, when and why: without it, no effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.case.records import Source
from generator.findings import Path
from generator.french import enumerate_and, long_date, typeset
from generator.model.approvals import Waiver
from generator.model.rule_settings import RuleSetting
from generator.rules.engine.problem import Problem

Decision = Waiver | RuleSetting


def missing_account(decision: Decision) -> list[str]:
    """Return the keys that say who answers for a decision, when and why, and that are empty."""
    parts = (
        ("decide_par", bool(decision.decided_by)),
        ("date", decision.day is not None),
        ("motif", bool(decision.reason)),
    )
    return [key for key, is_filled in parts if not is_filled]


def account_words(what: str, decision: Decision) -> str:
    """« décision du 1er avril 2025 (la Maire) : motif »: who answers for a complete decision, since when, and why.

    The words hold what people typed: they are typeset, and a backquote in them quotes nothing.
    """
    day = f" du {long_date(decision.day)}" if decision.day else ""
    return typeset(f"{what}{day} ({decision.decided_by}) : {decision.reason}")


def incomplete_accounts(
    decisions: Iterable[tuple[Path, Decision]], sentence: str, source: Source = Source.ACTION
) -> Iterator[Problem]:
    """Yield a problem for each decision that does not say who answers for it.

    Args:
        decisions: those that name a known rule, with their paths.
        sentence: what is said of one; ``{}`` stands for the code of the rule that it names.
        source: the input that holds them.
    """
    for path, decision in decisions:
        missing = missing_account(decision)
        if missing:
            yield Problem(
                (*path, missing[0]),
                sentence.format(decision.rule),
                f"Remplissez {enumerate_and([f'« {key} »' for key in missing])}.",
                source,
            )
