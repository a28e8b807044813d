"""What was done: it answers what was planned, indicator by indicator and line by line, and comes after the start."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.records import Case
from generator.findings import Path
from generator.french import long_date, plain_words
from generator.model.kind import Stage
from generator.model.realisations import Realisations
from generator.rules.engine.citations import ClauseElse, Practice
from generator.rules.engine.naming import did_you_mean
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, WARNING, rule

REPORT = (Stage.REPORT,)


@rule(
    "CO080",
    cites=ClauseElse("indicateurs", "Une mesure n’a de sens que pour un indicateur que les parties ont défini."),
    draft=ERROR,
    final=ERROR,
    bars=REPORT,
)
def what_is_measured_was_defined(case: Case) -> Iterator[Problem]:
    """Chaque valeur constatée est celle d’un indicateur de l’action.

    Refusé : une valeur pour « Agents formés », que « indicateurs » n’a pas.
    Admis : le libellé d’un indicateur, quelles que soient les majuscules.
    """
    known = {plain_words(each.label): each.label for each in case.action.indicators if each.label}
    done = case.action.achieved or Realisations()
    for rank, measured in enumerate(done.indicators):
        if plain_words(measured.label) not in known:
            yield Problem(
                ("realisations", "indicateurs", rank, "libelle"),
                f"« {measured.label} » n’est pas un indicateur de l’action.",
                did_you_mean(measured.label, known.values()),
            )


@rule(
    "BU035",
    cites=Practice("Une dépense se rapporte à ce que le budget a prévu : sinon nul bilan ne la compare."),
    draft=ERROR,
    final=ERROR,
    bars=REPORT,
)
def what_is_spent_was_budgeted(case: Case) -> Iterator[Problem]:
    """Ce qui est dépensé l’est pour une ligne ou une catégorie du budget.

    Refusé : une dépense « Location d’un car », que le budget n’a pas ; une dépense sans libellé ni catégorie.
    Admis : le libellé d’une ligne ; à défaut, une catégorie que porte une ligne.
    """
    lines = case.action.budget.expenses
    labels = [line.label for line in lines if line.label]
    categories = list(dict.fromkeys(line.category for line in lines if line.category))
    done = case.action.achieved or Realisations()
    for rank, spent in enumerate(done.spent):
        path: Path = ("realisations", "depenses", rank)
        if spent.label and plain_words(spent.label) not in map(plain_words, labels):
            yield Problem(
                (*path, "libelle"),
                f"« {spent.label} » n’est pas une ligne de dépenses du budget.",
                did_you_mean(spent.label, labels),
            )
        elif not spent.label and spent.category and spent.category not in categories:
            yield Problem(
                (*path, "categorie"),
                f"Aucune ligne du budget n’est de la catégorie « {spent.category} ».",
                did_you_mean(spent.category, categories),
            )
        elif not spent.label and not spent.category:
            yield Problem(
                (*path, "libelle"),
                "Une dépense ne dit ni sa ligne, ni sa catégorie.",
                "Remplissez « libelle », tel que le budget l’écrit, ou « categorie ».",
            )


@rule(
    "CO081",
    cites=Practice("Rien ne s’achève avant d’avoir commencé."),
    draft=ERROR,
    final=ERROR,
    bars=REPORT,
)
def what_is_done_ends_after_it_starts(case: Case) -> Iterator[Problem]:
    """Le dernier jour réel de l’action ne précède pas le premier.

    Refusé : l’action s’est achevée la veille de son premier jour.
    Admis : elle a duré un jour ; elle est en cours, et « fin » est vide.
    """
    done = case.action.achieved or Realisations()
    if done.start and done.end and done.end < done.start:
        yield Problem(
            ("realisations", "fin"),
            f"L’action se serait achevée le {long_date(done.end)}, avant son premier jour ({long_date(done.start)}).",
            "Corrigez l’une des deux dates.",
        )


@rule(
    "CO082",
    cites=Practice("Une mesure et une dépense ne précèdent pas l’action qu’elles mesurent et qu’elles paient."),
    draft=WARNING,
    final=WARNING,
)
def what_is_done_comes_after_the_start(case: Case) -> Iterator[Problem]:
    """Les dates de ce qui a été fait ne précèdent pas le premier jour de l’action.

    Refusé : une dépense payée la veille du premier jour.
    Admis : le premier jour ; une action commencée plus tôt que prévu, si « realisations.debut » le dit.
    """
    done = case.action.achieved or Realisations()
    start = done.start or case.action.calendar.start
    days = [(("indicateurs", rank), each.day, "La mesure") for rank, each in enumerate(done.indicators)]
    days += [(("depenses", rank), each.paid, "Le paiement") for rank, each in enumerate(done.spent)]
    for path, day, what in days:
        if start and day and day < start:
            yield Problem(
                ("realisations", *path, "date"),
                f"{what} du {long_date(day)} précède le premier jour de l’action ({long_date(start)}).",
                "Corrigez la date ; si l’action a commencé plus tôt que prévu, remplissez « realisations.debut ».",
            )


RULES = (
    what_is_measured_was_defined,
    what_is_spent_was_budgeted,
    what_is_done_ends_after_it_starts,
    what_is_done_comes_after_the_start,
)
