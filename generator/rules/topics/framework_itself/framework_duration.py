"""The term of a framework and its renewals: in years or in dates, as its text says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.records import FrameworkRecord, Source
from generator.convention import Renewal, Term, TermStart, last_day_of
from generator.findings import Path
from generator.french import cardinal, long_date, ordinal
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, rule


@rule(
    "CO042",
    cites=Practice("Une durée se compte en années depuis un jour, ou va d’une date à une autre."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def term_holds_together(record: FrameworkRecord) -> Iterator[Problem]:
    """La durée est en années ou en dates ; si le texte donne les deux, elles s’accordent.

    Refusé : ni années ni dernier jour ; ou une fin qui précède le début.
    Admis : un nombre d’années depuis la signature ; ou un premier et un dernier jour.
    """
    fault = _fault_of(record.framework.term)
    if fault is not None:
        key, message, fix = fault
        yield Problem(("duree", key), message, fix, Source.FRAMEWORK)


def _fault_of(term: Term) -> tuple[str, str, str] | None:
    """Return the key at fault, what is wrong with it and how to mend it; None for a sound term."""
    years, most = term.years, term.most_renewals
    if years is not None and years < 1:
        return "annees", f"Une durée de {years} an n’en est pas une.", "Écrivez le nombre d’années que dit le texte."
    if most is not None and (most < 1 or term.renewal is Renewal.NONE):
        message = f"« renouvellements_au_plus » vaut {most}, et « renouvellement » vaut « {term.renewal.value} »."
        return "renouvellements_au_plus", message, "Accordez les deux avec ce que dit le texte, ou videz le nombre."
    if years is None and term.last_day is None:
        return (
            "annees",
            "La durée n’est donnée ni en années ni par un dernier jour.",
            "Remplissez « annees » ou « fin ».",
        )
    return _fault_of_dates(term) if term.starts_at is TermStart.DAY else _fault_of_a_day_without_use(term)


def _fault_of_dates(term: Term) -> tuple[str, str, str] | None:
    first, last = term.first_day, term.last_day
    if first is None:
        return "debut", "La durée court d’une date, qui manque.", "Remplissez « debut », ou corrigez « a_compter_de »."
    if last is not None and last < first:
        return "fin", f"Le dernier jour ({long_date(last)}) précède le premier ({long_date(first)}).", "Corrigez-les."
    counted = last_day_of(first, term.years) if term.years is not None else last
    if last is None or counted is None or counted == last:
        return None
    message = f"La durée en années mène au {long_date(counted)}, et non au dernier jour ({long_date(last)})."
    return "annees", message, "Ne gardez que ce que dit le texte : les années, ou les dates."


def _fault_of_a_day_without_use(term: Term) -> tuple[str, str, str] | None:
    if term.first_day is None:
        return None
    return (
        "debut",
        f"Le premier jour ({long_date(term.first_day)}) est donné, et la durée court de la {term.starts_at.value}.",
        "Écrivez « date » sous « a_compter_de », ou videz « debut ».",
    )


@rule(
    "CO043",
    cites=Practice("Un renouvellement suit le mode que la convention-cadre prévoit, et sa durée est connue."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def renewals_fit_the_framework(record: FrameworkRecord) -> Iterator[Problem]:
    """Un renouvellement est de ceux que le texte prévoit, et dit combien d’années il dure.

    Refusé : un renouvellement sans durée ; ou un renouvellement d’une convention qui n’en prévoit pas, ou pas autant.
    Admis : un renouvellement d’un an au moins, dénoncé seulement s’il est tacite.
    """
    mode, most = record.framework.term.renewal, record.framework.term.most_renewals
    for rank, renewal in enumerate(record.events.renewals if record.events else ()):
        path: Path = ("renouvellements", rank)
        if most is not None and rank >= most:
            message = (
                f"C’est le {ordinal(rank + 1)} renouvellement, quand le texte signé en permet {cardinal(most)} au plus."
            )
            yield Problem(path, message, "Retirez-le, et concluez une nouvelle convention-cadre.", Source.EVENTS)
        if mode is Renewal.NONE:
            message = "La convention-cadre ne prévoit pas de renouvellement."
            yield Problem(path, message, "Concluez une nouvelle convention, ou corrigez « duree ».", Source.EVENTS)
        elif renewal.years is None or renewal.years < 1:
            message = "La durée du renouvellement n’est pas connue."
            yield Problem((*path, "annees"), message, "Remplissez « annees ».", Source.EVENTS)
        if renewal.denounced and mode is not Renewal.TACIT:
            message = "Seul un renouvellement tacite se dénonce."
            yield Problem((*path, "denonciation"), message, "Retirez ce renouvellement.", Source.EVENTS)


RULES = (
    term_holds_together,
    renewals_fit_the_framework,
)
