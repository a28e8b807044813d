"""Deliberations: each party's vote, and the steps that its own law puts between the vote and the signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.case.records import Case
from generator.convention import Party
from generator.findings import Path
from generator.french import decimal_number, long_date
from generator.model.approvals import Approves, Deliberation, Transmission
from generator.model.references import ProcedureStep, VoteCheck
from generator.rules.engine.citations import PartyLaw, Practice, Statute
from generator.rules.engine.naming import capitalized_sentence, of_party, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.shared_questions import (
    approves_later,
    asks_for,
    checks_vote,
    controller,
    figure,
    signature_path,
    vote_path,
    votes,
)

_TRANSMISSION, _PUBLICATION, _VISA, _VOTE = (
    ProcedureStep.TRANSMISSION,
    ProcedureStep.PUBLICATION,
    ProcedureStep.VISA,
    ProcedureStep.VOTE,
)
_NOTICE = "CGCT L. 2121-12"
_PAPER = "papier"
_ELECTRONIC = "loi 2015-991 art. 128"


@rule("CG010", cites=PartyLaw(_VOTE), draft=WARNING, final=ERROR, bars=SIGNATURE)
def each_party_deliberates(case: Case) -> Iterator[Problem]:
    """L’assemblée de chaque partie délibère avant que la partie signe, et la délibération est datée.

    Refusé : aucune délibération n’est indiquée pour une partie.
    Admis : chaque partie a sa délibération datée, ou son approbation doit suivre la signature sous clause suspensive.
    """
    dated = {party.id for party, _, vote in votes(case) if vote.day}
    for party in case.parties:
        if party.id not in dated and asks_for(case, party, _VOTE) and not approves_later(case, party):
            yield Problem(
                vote_path(case, party, "date"),
                f"Aucune délibération datée n’est indiquée pour {the_party(party)}.",
                "Ajoutez-la sous « deliberations » : partie, organe, numéro et date.",
                party=party.id,
            )


@rule("CG011", cites=PartyLaw(_VOTE), draft=WARNING, final=ERROR, bars=SIGNATURE)
def deliberation_approves_this_agreement(case: Case) -> Iterator[Problem]:
    """La délibération approuve la convention spécifique elle-même, ou un programme qui la nomme et l’annexe.

    Refusé : la délibération citée est celle qui a approuvé la convention-cadre.
    Admis : elle approuve la convention spécifique, ou un programme annuel où l’action est nommée et annexée.
    """
    for party, path, vote in votes(case):
        other = _other_object(party, vote)
        if other and asks_for(case, party, _VOTE):
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
    if vote.approves is Approves.FRAMEWORK or (vote.day is not None and vote.day == cited):
        return "la convention-cadre"
    if vote.approves is Approves.PROGRAMME and not vote.names_this_action:
        return "un programme annuel qui ne la nomme pas"
    return ""


@rule("CG012", cites=Statute("CE 10 juin 1996 n° 176873"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signature_follows_the_transmission(case: Case) -> Iterator[Problem]:
    """La partie signe après la transmission de sa délibération au contrôle de légalité.

    Refusé : la signature est prévue la veille de la transmission.
    Admis : la signature est prévue le lendemain de la transmission.
    """
    for party, vote, day in _before_signature(case, _TRANSMISSION):
        sent = vote.transmission.day if vote.transmission else None
        if sent and day < sent:
            yield Problem(
                signature_path(case, party),
                f"Signature {of_party(party)} prévue le {long_date(day)}, avant la transmission de la délibération "
                f"({long_date(sent)}) : la convention serait illégale.",
                "Reportez la signature au lendemain de la transmission au moins.",
                party=party.id,
            )


@rule("CG013", cites=PartyLaw(_TRANSMISSION), draft=WARNING, final=ERROR, bars=SIGNATURE)
def deliberation_is_transmitted(case: Case) -> Iterator[Problem]:
    """La délibération est transmise au contrôle de légalité avant la signature, là où le droit de la partie le veut.

    Refusé : la date de transmission est vide.
    Admis : la délibération est transmise, et la date de réception est remplie.
    """
    for party, path, vote in votes(case):
        sent = vote.transmission.day if vote.transmission else None
        if sent is None and asks_for(case, party, _TRANSMISSION):
            yield Problem(
                (*path, "transmission", "date"),
                f"Transmission de la délibération {of_party(party)} non renseignée : elle n’est pas exécutoire.",
                "Remplissez « transmission.date » et « transmission.accuse_reception » de la délibération.",
                party=party.id,
            )


@rule("CG014", cites=PartyLaw(_VOTE), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signature_follows_the_vote(case: Case) -> Iterator[Problem]:
    """La partie signe après le vote de son assemblée, sauf clause suspensive.

    Refusé : la délibération est du lendemain de la signature.
    Admis : elle est antérieure, ou l’approbation postérieure est prévue sous clause suspensive.
    """
    for party, vote, day in _before_signature(case, _VOTE):
        if vote.day and vote.day > day and not approves_later(case, party):
            yield Problem(
                vote_path(case, party, "date"),
                f"La délibération {of_party(party)}{_dated(vote.day)} est postérieure à sa signature "
                f"({long_date(day)}).",
                "Reportez la signature, ou inscrivez la partie sous « signature.approbations_posterieures » (clause "
                "suspensive).",
                party=party.id,
            )


@rule("CG015", cites=PartyLaw(_PUBLICATION), draft=WARNING, final=ERROR, bars=SIGNATURE)
def deliberation_is_published(case: Case) -> Iterator[Problem]:
    """La délibération est publiée, là où le droit de la partie le veut.

    Refusé : la date de publication est vide.
    Admis : la date de publication est remplie.
    """
    for party, path, vote in votes(case):
        if vote.publication is None and asks_for(case, party, _PUBLICATION):
            yield Problem(
                (*path, "publication"),
                f"Date de publication de la délibération {of_party(party)} non renseignée : le caractère exécutoire "
                "n’est pas établi.",
                "Remplissez « publication » dans la délibération.",
                party=party.id,
            )


@rule("CG025", cites=PartyLaw(_PUBLICATION), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signature_follows_the_publication(case: Case) -> Iterator[Problem]:
    """La partie signe après la publication de sa délibération, ou le jour même : avant, rien n’est exécutoire.

    Refusé : la publication est du lendemain de la signature.
    Admis : la publication est du jour de la signature.
    """
    for party, vote, day in _before_signature(case, _PUBLICATION):
        if vote.publication and day < vote.publication:
            yield Problem(
                signature_path(case, party),
                f"Signature {of_party(party)} prévue le {long_date(day)}, avant la publication de la délibération "
                f"({long_date(vote.publication)}) : la délibération n’est pas encore exécutoire.",
                "Reportez la signature, ou publiez la délibération plus tôt.",
                party=party.id,
            )


@rule("CG026", cites=PartyLaw(_TRANSMISSION), draft=WARNING, final=WARNING)
def transmissions_are_proved(case: Case) -> Iterator[Problem]:
    """Chaque transmission faite a son accusé de réception, qui en prouve la date ; sur papier, le cachet suffit.

    Refusé : la délibération est transmise, et « accuse_reception » est vide.
    Admis : l’accusé de réception est cité, ou le mode est « papier ».
    """
    for path, what, sent in _transmissions(case):
        if sent.day and not sent.receipt and sent.means != _PAPER:
            yield Problem(
                (*path, "accuse_reception"),
                f"Transmission {what} ({long_date(sent.day)}) sans accusé de réception : rien n’en prouve la date.",
                "Remplissez « accuse_reception » ; si l’envoi fut fait sur papier, écrivez « papier » sous « mode ».",
            )


@rule("CG027", cites=Statute(_ELECTRONIC), draft=WARNING, final=WARNING)
def large_authority_transmits_electronically(case: Case) -> Iterator[Problem]:
    """La collectivité qui dépasse le seuil télétransmet ses actes, depuis que la loi le veut.

    Refusé : une commune d’un habitant de plus que le seuil transmet sur papier, le jour où la loi s’applique.
    Admis : une commune au seuil exactement ; une transmission de la veille ; une population qui n’est pas connue.
    """
    for party, path, vote in votes(case):
        sent = vote.transmission
        threshold = figure(case, _ELECTRONIC, "seuil_teletransmission", sent.day) if sent and sent.day else None
        if sent is None or threshold is None or sent.means != _PAPER or party.population is None:
            continue
        if party.population > threshold[0] and asks_for(case, party, _TRANSMISSION):
            yield Problem(
                (*path, "transmission", "mode"),
                f"La délibération {of_party(party)} ({decimal_number(Decimal(party.population))} habitants) est "
                f"transmise sur papier : au-delà de {decimal_number(threshold[0])} habitants, elle est télétransmise.",
                "Télétransmettez-la, et inscrivez l’accusé de réception.",
                party=party.id,
                day=sent.day,
            )


def _transmissions(case: Case) -> Iterator[tuple[Path, str, Transmission]]:
    """Yield the transmissions that are done: of each deliberation whose law asks for it, then of the signed act."""
    for party, path, vote in votes(case):
        if vote.transmission and asks_for(case, party, _TRANSMISSION):
            yield (*path, "transmission"), f"de la délibération {of_party(party)}", vote.transmission
    if case.action.transmission and case.action.transmission.done:
        yield ("transmission", "faite"), "de la convention signée", case.action.transmission.done


@rule("CG016", cites=PartyLaw(_VISA), draft=WARNING, final=ERROR, bars=SIGNATURE)
def deliberation_has_its_visa(case: Case) -> Iterator[Problem]:
    """La délibération a reçu le visa que le droit de la partie demande, sauf approbation postérieure prévue.

    Refusé : la date du visa est vide.
    Admis : le visa est daté, ou l’approbation postérieure est prévue sous clause suspensive.
    """
    for party, path, vote in votes(case):
        day = vote.visa.day if vote.visa else None
        if day is None and asks_for(case, party, _VISA) and not approves_later(case, party):
            yield Problem(
                (*path, "visa", "date"),
                f"Visa non renseigné pour la délibération {of_party(party)} (autorité : {controller(case, party)}).",
                "Remplissez « visa.autorite », « visa.numero » et « visa.date » de la délibération.",
                party=party.id,
            )


@rule("CG022", cites=Statute(_NOTICE), draft=WARNING, final=WARNING)
def assembly_is_convened_in_time(case: Case) -> Iterator[Problem]:
    """La convocation est adressée assez de jours francs avant la séance, là où le droit de la partie le veut.

    Refusé : quatre jours pleins séparent la convocation de la séance, quand il en faut cinq.
    Admis : cinq jours pleins les séparent ; ni le jour de la convocation ni celui de la séance ne comptent.
    """
    for party, path, vote in votes(case):
        needed = figure(case, _NOTICE, "convocation_jours_francs", vote.day)
        if needed is None or not (vote.day and vote.notice and checks_vote(case, party, VoteCheck.NOTICE)):
            continue
        clear = max((vote.day - vote.notice).days - 1, 0)
        if clear < needed[0]:
            yield Problem(
                (*path, "convocation"),
                f"La convocation {of_party(party)} ({long_date(vote.notice)}) précède la séance "
                f"({long_date(vote.day)}) de {clear} jours francs : il en faut {needed[0]}.",
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


@rule("CG017", cites=Statute("TA Montpellier 7 novembre 2002 n° 01-4224"), draft=WARNING, final=WARNING)
def signature_waits_for_the_day_after_transmission(case: Case) -> Iterator[Problem]:
    """La partie ne signe pas le jour même de la transmission de sa délibération.

    Refusé : la signature est prévue le jour de la transmission.
    Admis : la signature est prévue le lendemain.
    """
    for party, vote, day in _before_signature(case, _TRANSMISSION):
        if vote.transmission and vote.transmission.day == day:
            yield Problem(
                signature_path(case, party),
                f"Signature {of_party(party)} le jour même de la transmission de la délibération ({long_date(day)}) : "
                "prévoyez au moins le lendemain.",
                "Reportez la signature d’un jour.",
                party=party.id,
            )


@rule("CG018", cites=PartyLaw(_VISA), draft=ERROR, final=ERROR, bars=SIGNATURE)
def signature_follows_the_visa(case: Case) -> Iterator[Problem]:
    """La partie signe après le visa de sa délibération, ou le jour du visa, sauf clause suspensive.

    Refusé : le visa est du lendemain de la signature.
    Admis : le visa est du jour de la signature.
    """
    for party, vote, day in _before_signature(case, _VISA):
        seen = vote.visa.day if vote.visa else None
        if seen and day < seen and not approves_later(case, party):
            yield Problem(
                signature_path(case, party),
                f"Signature {of_party(party)} prévue le {long_date(day)}, avant le visa de la délibération "
                f"({long_date(seen)}).",
                "Reportez la signature, ou inscrivez la partie sous « signature.approbations_posterieures » (clause "
                "suspensive).",
                party=party.id,
            )


@rule("CG019", cites=Statute("CE 10 juin 1996 n° 176873"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def no_suspensive_clause_replaces_a_transmission(case: Case) -> Iterator[Problem]:
    """La partie qui transmet ses délibérations ne peut pas délibérer après sa signature, même sous clause suspensive.

    Refusé : une commune française figure sous « approbations_posterieures ».
    Admis : une partie dont le droit ne demande pas de transmission y figure.
    """
    for rank, identifier in enumerate(case.action.signature.later_approvals):
        party = case.framework.party(identifier)
        if party is not None and asks_for(case, party, _TRANSMISSION):
            yield Problem(
                ("signature", "approbations_posterieures", rank),
                f"L’approbation {of_party(party)} ne peut suivre sa signature : sa délibération doit être transmise "
                "avant.",
                "Retirez la partie de « signature.approbations_posterieures », et faites-la délibérer avant de signer.",
                party=party.id,
            )


@rule(
    "CO006",
    cites=Practice("Une délibération ne se transmet, ne se publie et ne se vise qu’une fois votée."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
    waivable=False,
)
def vote_comes_first(case: Case) -> Iterator[Problem]:
    """Transmission, publication et visa suivent le vote, dans un ordre quelconque.

    Refusé : la publication est de la veille du vote.
    Admis : la publication est du jour du vote.
    """
    for party, path, vote in votes(case):
        steps = (
            (("transmission", "date"), "la transmission", vote.transmission.day if vote.transmission else None),
            (("publication",), "la publication", vote.publication),
            (("visa", "date"), "le visa", vote.visa.day if vote.visa else None),
        )
        for keys, name, day in steps:
            if day and vote.day and day < vote.day:
                yield Problem(
                    (*path, *keys),
                    f"{capitalized_sentence(name)} de la délibération {of_party(party)} ({long_date(day)}) précède le "
                    f"vote ({long_date(vote.day)}).",
                    "Corrigez l’une des deux dates.",
                )


def _before_signature(case: Case, step: ProcedureStep) -> Iterator[tuple[Party, Deliberation, date]]:
    """Yield each party whose law asks for a step, with its deliberation and the day on which it means to sign."""
    for party, _, vote in votes(case):
        day = case.signature_day(party.id)
        if day is not None and asks_for(case, party, step):
            yield party, vote, day


def _dated(day: date | None) -> str:
    return f" du {long_date(day)}" if day else ""


RULES = (
    each_party_deliberates,
    deliberation_approves_this_agreement,
    signature_follows_the_transmission,
    deliberation_is_transmitted,
    signature_follows_the_vote,
    deliberation_is_published,
    signature_follows_the_publication,
    transmissions_are_proved,
    large_authority_transmits_electronically,
    deliberation_has_its_visa,
    assembly_is_convened_in_time,
    convening_brings_the_summary_note,
    interested_members_do_not_vote,
    signature_waits_for_the_day_after_transmission,
    signature_follows_the_visa,
    no_suspensive_clause_replaces_a_transmission,
    vote_comes_first,
)
