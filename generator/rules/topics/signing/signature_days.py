"""The days of the signatures: planned for each party, in the framework’s order, on one day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.records import Case
from generator.french import enumerate_and, long_date
from generator.model.approvals import SignatureMode
from generator.rules.engine.citations import Clause, Practice
from generator.rules.engine.naming import of_framework, of_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import all_who_sign, signature_path


@rule("CC004", cites=Clause("signataires"), draft=WARNING, final=WARNING)
def parties_sign_in_the_order_of_the_framework(case: Case) -> Iterator[Problem]:
    """Quand les originaux circulent, les parties signent dans l’ordre de la convention-cadre.

    Refusé : la partie qui signe la première dans la convention-cadre signe ici un jour après l’autre.
    Admis : elle signe un jour avant, ou le même jour.
    """
    if case.action.signature.mode is not SignatureMode.CIRCULATION:
        return
    ordered = [party for name in case.framework.signature_order if (party := case.framework.party(name))]
    days = [day for party in ordered if (day := case.signature_day(party.id))]
    # Two parties may sign on one day: only a signature before an earlier one's breaks the order.
    if days != sorted(days):
        order = ", puis ".join(party.place.name for party in ordered)
        yield Problem(
            ("signature", "par_partie"),
            f"Ordre des signatures différent de celui {of_framework(case)} ({order}).",
            "Corrigez les dates sous « signature.par_partie », ou confirmez cet ordre.",
        )


@rule(
    "CO005",
    cites=Practice("Sans date de signature prévue, ni l’ordre des étapes ni la loi applicable ne se vérifient."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
    waivable=False,
)
def each_party_plans_its_signature(case: Case) -> Iterator[Problem]:
    """La date de signature prévue est connue pour chaque partie, et pour chaque organisme qui signe avec elles.

    Refusé : en circulation, une partie, ou une association signataire, n’a pas de date.
    Admis : la cérémonie est datée, ou chacun a sa date.
    """
    undated = [party for party in all_who_sign(case) if case.signature_day(party.id) is None]
    for path in dict.fromkeys(signature_path(case, party) for party in undated):
        who = enumerate_and([of_party(party) for party in undated if signature_path(case, party) == path])
        yield Problem(
            path,
            f"La date de signature prévue {who} est inconnue.",
            "Remplissez « signature.date » (cérémonie), ou « signature.par_partie » (circulation).",
        )


@rule(
    "CV002",
    cites=Practice("La date de la dernière signature vaut date de l’acte, quand il n’en dit pas une autre."),
    draft=WARNING,
    final=WARNING,
)
def parties_sign_on_one_day(case: Case) -> Iterator[Problem]:
    """Tous signent le même jour, organismes associés compris ; sinon la dernière date vaut date de la convention.

    Refusé : deux parties signent à un jour d’intervalle ; une association signe le lendemain des parties.
    Admis : tous signent le même jour.
    """
    days = sorted(set(case.signature_days))
    if len(days) > 1:
        yield Problem(
            ("signature", "par_partie"),
            f"Signatures à des dates différentes ({enumerate_and([long_date(day) for day in days])}) : la dernière "
            "vaut date de la convention.",
            "Confirmez ces dates, ou prévoyez une cérémonie commune.",
        )


RULES = (
    parties_sign_in_the_order_of_the_framework,
    each_party_plans_its_signature,
    parties_sign_on_one_day,
)
