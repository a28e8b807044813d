"""The vote of each party’s assembly: what it approves, and what makes it irregular."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.case.party_law import approves_later, asks_for, decides_by_delegation, vote_text
from generator.case.records import Case
from generator.convention import Party
from generator.findings import Path
from generator.french import decimal_number, is_plural, long_date
from generator.model.approvals import Approves, Deliberation
from generator.model.persons import TravellerRole
from generator.model.references import ProcedureStep, VoteCheck
from generator.rules.engine.citations import PartyLaw, VoteLaw
from generator.rules.engine.naming import of_party, person_name, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import body_signers, travellers, vote_path, votes


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


@rule("CG022", cites=VoteLaw(VoteCheck.NOTICE), draft=WARNING, final=ERROR, bars=SIGNATURE)
def assembly_is_convened_in_time(case: Case) -> Iterator[Problem]:
    """La convocation est adressée assez de jours avant la séance, là où le droit de la partie le veut.

    Refusé : quatre jours pleins séparent la convocation de la séance d’une commune, quand il en faut cinq francs ; onze
    jours celle d’un département, quand il en faut douze.
    Admis : cinq jours pleins les séparent ; ni le jour de la convocation ni celui de la séance ne comptent.
    """
    for party, path, vote, notice in _convened(case):
        if notice.given < notice.needed:
            yield Problem(
                (*path, "convocation"),
                f"La convocation {of_party(party)} ({long_date(notice.sent)}) précède la séance "
                f"({long_date(notice.held)}) de {_days(notice.given, notice)} : il en faut "
                f"{decimal_number(notice.needed)}.",
                "Vérifiez les deux dates ; si elles sont exactes, le vote est irrégulier et se refait, sauf urgence "
                "motivée (« urgence »).",
                party=party.id,
                day=vote.day,
            )


@rule("CG028", cites=VoteLaw(VoteCheck.NOTICE), draft=WARNING, final=WARNING)
def urgency_is_accounted_for(case: Case) -> Iterator[Problem]:
    """L’urgence qui abrège le délai de convocation est motivée, et l’assemblée s’est prononcée sur elle.

    Refusé : « urgence » vaut oui, et deux jours francs séparent la convocation de la séance d’une commune.
    Admis : « urgence » vaut oui, et le délai ordinaire est tenu.
    """
    for party, path, vote, notice in _convened(case, as_ordinary=True):
        if vote.urgent and notice.given < notice.needed:
            yield Problem(
                (*path, "urgence"),
                f"La convocation {of_party(party)} n’a précédé la séance que de {_days(notice.given, notice)}, au lieu "
                f"de {decimal_number(notice.needed)} : l’urgence doit être motivée.",
                "Vérifiez que le procès-verbal en rend raison, et que l’assemblée l’a admise en ouvrant la séance.",
                party=party.id,
                day=vote.day,
            )


@dataclass(frozen=True, slots=True)
class _Notice:
    """How long before a session its members were convened, and how long before they must be."""

    sent: date
    held: date
    needed: Decimal
    clear: bool

    @property
    def given(self) -> int:
        """The days between: clear days count neither the day of the convening nor that of the session."""
        return max((self.held - self.sent).days - (1 if self.clear else 0), 0)


def _convened(case: Case, *, as_ordinary: bool = False) -> Iterator[tuple[Party, Path, Deliberation, _Notice]]:
    """Yield each vote of an assembly that was convened before it, with the notice that its law asks for."""
    for party, path, vote in votes(case):
        text = vote_text(case, party, VoteCheck.NOTICE, vote.day)
        # A session that precedes its own convening is a fault of dates (CO025), not of delay.
        if text is None or not vote.day or not vote.notice or vote.day < vote.notice:
            continue
        shortened = case.figure(text, "convocation_urgence_jours_francs", vote.day) if vote.urgent else None
        clear = case.figure(text, "convocation_jours_francs", vote.day)
        whole = case.figure(text, "convocation_jours", vote.day)
        figure = (None if as_ordinary else shortened) or clear or whole
        if figure is not None and not decides_by_delegation(case, party, vote.body):
            yield party, path, vote, _Notice(vote.notice, vote.day, figure.value, figure is not whole)


def _days(count: int, notice: _Notice) -> str:
    noun = "jours" if is_plural(count) else "jour"
    kind = ("francs" if is_plural(count) else "franc") if notice.clear else ""
    return f"{count} {noun} {kind}".rstrip()


@rule("CG023", cites=VoteLaw(VoteCheck.SUMMARY_NOTE), draft=WARNING, final=WARNING)
def convening_brings_the_summary_note(case: Case) -> Iterator[Problem]:
    """La note de synthèse est jointe à la convocation, là où le droit de la partie le veut.

    Refusé : la convocation est datée, et « note_de_synthese » vaut non ou est vide.
    Admis : « note_de_synthese » vaut oui, ou rien n’est encore dit de la convocation.
    """
    for party, path, vote in votes(case):
        asked = vote_text(case, party, VoteCheck.SUMMARY_NOTE, vote.day) is not None
        if asked and not decides_by_delegation(case, party, vote.body) and _is_unsettled(vote, vote.summary_note):
            yield Problem(
                (*path, "note_de_synthese"),
                f"La note de synthèse n’est pas jointe à la convocation {of_party(party)}, ou on ne le sait pas.",
                "Écrivez « oui » sous « note_de_synthese » une fois vérifié ; si elle manquait, le vote se refait.",
                party=party.id,
            )


@rule("CG024", cites=VoteLaw(VoteCheck.INTERESTED_MEMBERS), draft=WARNING, final=WARNING)
def interested_members_do_not_vote(case: Case) -> Iterator[Problem]:
    """Les élus intéressés à l’affaire ne prennent pas part au vote, là où le droit de la partie le veut.

    Refusé : la convocation est datée, et « elus_interesses_retires » vaut non ou est vide.
    Admis : « elus_interesses_retires » vaut oui, ou rien n’est encore dit de la convocation.
    """
    for party, path, vote in votes(case):
        withdrew = vote.interested_members_withdrew
        asked = vote_text(case, party, VoteCheck.INTERESTED_MEMBERS, vote.day) is not None
        if asked and _is_unsettled(vote, withdrew):
            yield Problem(
                (*path, "elus_interesses_retires"),
                f"Des élus intéressés ont pris part au vote {of_party(party)}, ou on ne le sait pas.",
                "Vérifiez qui siège aux organismes associés ; écrivez « oui » s’ils se sont retirés, ou s’il n’y en "
                "avait pas.",
                party=party.id,
            )


@rule("CG065", cites=VoteLaw(VoteCheck.INTERESTED_MEMBERS), draft=WARNING, final=WARNING)
def whoever_signs_for_a_body_did_not_vote_for_a_party(case: Case) -> Iterator[Problem]:
    """Qui signe pour un organisme associé n’a pas pris part au vote de la partie dont il est l’élu.

    Refusé : la maire préside l’association qui signe, et « elus_interesses_retires » ne vaut pas oui.
    Admis : elle s’est retirée, et « elus_interesses_retires » vaut oui ; ou le nom est celui d’un autre.
    """
    for body, _, person in body_signers(case):
        for party, path, vote in votes(case):
            asked = vote_text(case, party, VoteCheck.INTERESTED_MEMBERS, vote.day) is not None
            if person is None or not asked or vote.interested_members_withdrew:
                continue
            if all(person.identity) and person.identity in _elected(case, party):
                yield Problem(
                    (*path, "elus_interesses_retires"),
                    f"{person_name(person)} signe pour {the_party(body)}, et porte le nom d’un élu {of_party(party)} : "
                    "intéressée à l’affaire, cette personne ne prend part ni au débat ni au vote.",
                    "Vérifiez qui a voté ; écrivez « oui » si cette personne s’est retirée, et faites signer quelqu’un "
                    "d’autre pour l’une des deux.",
                    party=party.id,
                )


def _elected(case: Case, party: Party) -> set[tuple[str, str]]:
    """Return the names of a party's elected members, as far as the action tells: who signs, who travels."""
    signer = case.signatory(party.id)
    own = (person for _, mission, person in travellers(case) if mission.travelling_party == party.id)
    elected = (person.identity for person in own if person.role is TravellerRole.ELECTED)
    return {*elected, *([signer.identity] if signer else [])}


def _is_unsettled(vote: Deliberation, answer: bool | None) -> bool:
    """Whether a check of a vote is failed, or left open although the check-list was begun."""
    return answer is False or (answer is None and vote.notice is not None)


def _dated(day: date | None) -> str:
    return f" du {long_date(day)}" if day else ""


RULES = (
    each_party_deliberates,
    deliberation_approves_this_agreement,
    assembly_is_convened_in_time,
    urgency_is_accounted_for,
    convening_brings_the_summary_note,
    interested_members_do_not_vote,
    whoever_signs_for_a_body_did_not_vote_for_a_party,
)
