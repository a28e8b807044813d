"""The result of each party's vote: convened before, counted rightly, by enough members, in favour."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.party_law import decides_by_delegation, vote_text
from generator.case.records import Case
from generator.convention import Party
from generator.findings import Path
from generator.french import long_date
from generator.model.approvals import Vote
from generator.model.references import VoteCheck
from generator.rules.engine.citations import Practice, VoteLaw
from generator.rules.engine.naming import of_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import votes


@rule(
    "CO025",
    cites=Practice("Une assemblée se convoque avant de siéger."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def convening_comes_before_the_vote(case: Case) -> Iterator[Problem]:
    """La convocation précède le vote, pour toutes les parties.

    Refusé : la convocation est du lendemain de la séance.
    Admis : elle est du jour même, là où aucun délai n’est demandé.
    """
    for party, path, vote in votes(case):
        if vote.notice and vote.day and vote.day < vote.notice:
            yield Problem(
                (*path, "convocation"),
                f"La convocation {of_party(party)} ({long_date(vote.notice)}) suit le vote ({long_date(vote.day)}).",
                "Corrigez l’une des deux dates.",
            )


@rule(
    "CO026",
    cites=Practice("Les voix se comptent parmi les votants, et les votants parmi les présents et les pouvoirs."),
    draft=WARNING,
    final=ERROR,
    bars=SIGNATURE,
)
def votes_add_up(case: Case) -> Iterator[Problem]:
    """Les voix pour, contre et abstentions font le nombre des votants, qui ne passe ni les présents ni les membres.

    Refusé : 20 pour, 3 contre et 2 abstentions, pour 24 votants ; 25 votants pour 22 présents et 2 pouvoirs ; une
    unanimité avec une voix contre.
    Admis : 20, 3 et 2 pour 25 votants ; ce qui n’est pas dit ne se compare pas.
    """
    for party, path, result in _results(case):
        for key, fault in _miscounts(result):
            yield Problem(
                (*path, "vote", key),
                f"Vote {of_party(party)} : {fault}.",
                "Reprenez les nombres du procès-verbal.",
            )


def _miscounts(result: Vote) -> Iterator[tuple[str, str]]:
    """Yield what does not add up, with the key at which it is told."""
    counted, voters, members = result.counted, result.voters, result.members
    if counted is not None and voters is not None and counted != voters:
        parts = f"{result.in_favour} pour, {result.against} contre et {result.abstentions} abstentions"
        yield "votants", f"{parts} font {counted}, et non {voters} votants"
    elif (cast := voters if voters is not None else counted) is not None:
        yield from _too_many(cast, result)
    if members is not None and result.present is not None and result.present > members:
        yield "presents", f"{result.present} présents, pour {members} membres en exercice"
    if result.unanimous and result.against:
        yield "unanimite", f"voté à l’unanimité, avec {result.against} voix contre"


def _too_many(cast: int, result: Vote) -> Iterator[tuple[str, str]]:
    present, proxies, members = result.present, result.proxies, result.members
    if present is not None and proxies is not None and cast > present + proxies:
        yield "votants", f"{cast} votants, pour {present} présents et {proxies} pouvoirs"
    elif members is not None and cast > members:
        yield "votants", f"{cast} votants, pour {members} membres en exercice"


@rule("CG029", cites=VoteLaw(VoteCheck.QUORUM), draft=WARNING, final=ERROR, bars=SIGNATURE)
def quorum_is_met(case: Case) -> Iterator[Problem]:
    """Assez de membres sont présents, là où le droit de la partie fixe un quorum ; les pouvoirs ne comptent pas.

    Refusé : 20 présents sur 40 membres en exercice, quand la majorité est demandée.
    Admis : 21 présents sur 40 ; 20 après une seconde convocation.
    """
    for party, path, vote in votes(case):
        text, result = vote_text(case, party, VoteCheck.QUORUM, vote.day), vote.vote
        share = case.figure(text, "quorum_pour_cent", vote.day) if text else None
        if share is None or result is None or result.present is None or not result.members or vote.second_call:
            continue
        if result.present * 100 <= share.value * result.members and not decides_by_delegation(case, party, vote.body):
            yield Problem(
                (*path, "vote", "presents"),
                f"Quorum {of_party(party)} : {result.present} présents sur {result.members} membres en exercice.",
                "Vérifiez les deux nombres, sans les pouvoirs ; si le quorum manquait, écrivez « oui » sous "
                "« seconde_convocation » quand il y en eut une, sinon le vote se refait.",
                party=party.id,
                day=vote.day,
            )


@rule(
    "CO027",
    cites=Practice("La partie ne signe que ce que son assemblée a adopté."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
    waivable=False,
)
def text_was_adopted(case: Case) -> Iterator[Problem]:
    """Le texte est adopté : plus de voix pour que contre.

    Refusé : 12 voix pour, 13 contre ; 12 de chaque côté, sans la voix du président.
    Admis : 13 voix pour, 12 contre ; 12 de chaque côté, le président ayant voté pour.
    """
    for party, path, result, for_it, against in _counted(case):
        if for_it < against or (for_it == against and result.casting_vote is False):
            yield Problem(
                (*path, "vote"),
                f"Texte non adopté {_by(party)} : {for_it} pour, {against} contre.",
                "Vérifiez les nombres ; un texte rejeté ne se signe pas.",
            )


@rule(
    "CO028",
    cites=Practice("En cas de partage égal des voix, celle du président décide, s’il en a une."),
    draft=WARNING,
    final=WARNING,
)
def tie_is_broken(case: Case) -> Iterator[Problem]:
    """En cas de partage égal des voix, il est dit que le président a voté pour, et que sa voix compte.

    Refusé : 12 voix pour, 12 contre, et « voix_preponderante » est vide.
    Admis : 12 voix pour, 12 contre, et « voix_preponderante » vaut oui.
    """
    for party, path, result, for_it, against in _counted(case):
        if for_it == against and result.casting_vote is None:
            yield Problem(
                (*path, "vote", "voix_preponderante"),
                f"Partage égal des voix {_by(party)} ({for_it} pour, {against} contre) : le texte n’est adopté que par "
                "la voix du président.",
                "Écrivez « oui » sous « voix_preponderante » si le président a voté pour ; sinon « non ».",
            )


def _results(case: Case) -> Iterator[tuple[Party, Path, Vote]]:
    return ((party, path, vote.vote) for party, path, vote in votes(case) if vote.vote)


def _counted(case: Case) -> Iterator[tuple[Party, Path, Vote, int, int]]:
    """Yield the votes whose voices for and against are known."""
    for party, path, result in _results(case):
        if result.in_favour is not None and result.against is not None:
            yield party, path, result, result.in_favour, result.against


def _by(party: Party) -> str:
    return f"par l’assemblée {of_party(party)}"


RULES = (
    convening_comes_before_the_vote,
    votes_add_up,
    quorum_is_met,
    text_was_adopted,
    tie_is_broken,
)
