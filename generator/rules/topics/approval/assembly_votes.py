"""The vote of each party’s assembly: what it approves, and what makes it irregular."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.case.party_law import approves_later, asks_for, checks_vote
from generator.case.records import Case
from generator.convention import Party
from generator.french import long_date
from generator.model.approvals import Approves, Deliberation
from generator.model.references import ProcedureStep, VoteCheck
from generator.rules.engine.citations import PartyLaw, Statute
from generator.rules.engine.naming import of_party, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import vote_path, votes

_NOTICE = "CGCT L. 2121-12"


@rule("CG010", cites=PartyLaw(ProcedureStep.VOTE), draft=WARNING, final=ERROR, bars=SIGNATURE)
def each_party_deliberates(case: Case) -> Iterator[Problem]:
    """L’assemblée de chaque partie délibère avant que la partie signe, et la délibération est datée.

    Refusé : aucune délibération n’est indiquée pour une partie.
    Admis : chaque partie a sa délibération datée, ou son approbation doit suivre la signature sous clause suspensive.
    """
    dated = {party.id for party, _, vote in votes(case) if vote.day}
    for party in case.parties:
        if party.id not in dated and asks_for(case, party, ProcedureStep.VOTE) and not approves_later(case, party):
            yield Problem(
                vote_path(case, party, "date"),
                f"Aucune délibération datée n’est indiquée pour {the_party(party)}.",
                "Ajoutez-la sous « deliberations » : partie, organe, numéro et date.",
                party=party.id,
            )


@rule("CG011", cites=PartyLaw(ProcedureStep.VOTE), draft=WARNING, final=ERROR, bars=SIGNATURE)
def deliberation_approves_this_agreement(case: Case) -> Iterator[Problem]:
    """La délibération approuve la convention spécifique elle-même, ou un programme qui la nomme et l’annexe.

    Refusé : la délibération citée est celle qui a approuvé la convention-cadre.
    Admis : elle approuve la convention spécifique, ou un programme annuel où l’action est nommée et annexée.
    """
    for party, path, vote in votes(case):
        other = _other_object(party, vote)
        if other and asks_for(case, party, ProcedureStep.VOTE):
            yield Problem(
                (*path, "approuve"),
                f"La délibération {of_party(party)}{_dated(vote.day)} approuve {other}, pas la présente convention "
                "spécifique.",
                "Citez la délibération qui approuve cette convention ; pour un programme annuel qui la nomme et "
                "l’annexe, écrivez « oui » sous « vise_l_action ».",
                party=party.id,
            )


def _other_object(party: Party, vote: Deliberation) -> str:
    """Say what else the deliberation approves; empty when it approves the agreement."""
    cited = party.deliberation.day if party.deliberation else None
    # The framework's text cites the vote that approved it: a vote of that day is that one, whatever is typed of it.
    if vote.approves is Approves.FRAMEWORK or (vote.day is not None and vote.day == cited):
        return "la convention-cadre"
    if vote.approves is Approves.PROGRAMME and not vote.names_this_action:
        return "un programme annuel qui ne la nomme pas"
    return ""


@rule("CG022", cites=Statute(_NOTICE), draft=WARNING, final=WARNING)
def assembly_is_convened_in_time(case: Case) -> Iterator[Problem]:
    """La convocation est adressée assez de jours francs avant la séance, là où le droit de la partie le veut.

    Refusé : quatre jours pleins séparent la convocation de la séance, quand il en faut cinq.
    Admis : cinq jours pleins les séparent ; ni le jour de la convocation ni celui de la séance ne comptent.
    """
    for party, path, vote in votes(case):
        needed = case.figure(_NOTICE, "convocation_jours_francs", vote.day)
        if needed is None or not (vote.day and vote.notice and checks_vote(case, party, VoteCheck.NOTICE)):
            continue
        # Clear days: neither the day of the convening nor that of the session counts (CGCT L. 2121-12).
        clear = max((vote.day - vote.notice).days - 1, 0)
        if clear < needed.value:
            yield Problem(
                (*path, "convocation"),
                f"La convocation {of_party(party)} ({long_date(vote.notice)}) précède la séance "
                f"({long_date(vote.day)}) de {clear} jours francs : il en faut {needed.value}.",
                "Vérifiez les deux dates ; si elles sont exactes, le vote est irrégulier et se refait, sauf urgence "
                "motivée ou règle propre aux petites communes.",
                party=party.id,
            )


@rule("CG023", cites=Statute(_NOTICE), draft=WARNING, final=WARNING)
def convening_brings_the_summary_note(case: Case) -> Iterator[Problem]:
    """La note de synthèse est jointe à la convocation, là où le droit de la partie le veut.

    Refusé : la convocation est datée, et « note_de_synthese » vaut non ou est vide.
    Admis : « note_de_synthese » vaut oui, ou rien n’est encore dit de la convocation.
    """
    for party, path, vote in votes(case):
        if checks_vote(case, party, VoteCheck.SUMMARY_NOTE) and _is_unsettled(vote, vote.summary_note):
            yield Problem(
                (*path, "note_de_synthese"),
                f"La note de synthèse n’est pas jointe à la convocation {of_party(party)}, ou on ne le sait pas.",
                "Écrivez « oui » sous « note_de_synthese » une fois vérifié ; si elle manquait, le vote se refait.",
                party=party.id,
            )


@rule("CG024", cites=Statute("CGCT L. 2131-11"), draft=WARNING, final=WARNING)
def interested_members_do_not_vote(case: Case) -> Iterator[Problem]:
    """Les élus intéressés à l’affaire ne prennent pas part au vote, là où le droit de la partie le veut.

    Refusé : la convocation est datée, et « elus_interesses_retires » vaut non ou est vide.
    Admis : « elus_interesses_retires » vaut oui, ou rien n’est encore dit de la convocation.
    """
    for party, path, vote in votes(case):
        withdrew = vote.interested_members_withdrew
        if checks_vote(case, party, VoteCheck.INTERESTED_MEMBERS) and _is_unsettled(vote, withdrew):
            yield Problem(
                (*path, "elus_interesses_retires"),
                f"Des élus intéressés ont pris part au vote {of_party(party)}, ou on ne le sait pas.",
                "Vérifiez qui siège aux organismes associés ; écrivez « oui » s’ils se sont retirés, ou s’il n’y en "
                "avait pas.",
                party=party.id,
            )


def _is_unsettled(vote: Deliberation, answer: bool | None) -> bool:
    """Whether a check of a vote is failed, or left open although the check-list was begun."""
    return answer is False or (answer is None and vote.notice is not None)


def _dated(day: date | None) -> str:
    return f" du {long_date(day)}" if day else ""


RULES = (
    each_party_deliberates,
    deliberation_approves_this_agreement,
    assembly_is_convened_in_time,
    convening_brings_the_summary_note,
    interested_members_do_not_vote,
)
