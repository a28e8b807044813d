"""The programme of a year: what its actions share, and what it says of sessions, credits and parties."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.records import Source
from generator.case.year import YearRecord
from generator.findings import Path
from generator.french import long_date
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import did_you_mean, of_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.programme.across_actions import numbers_of, told_at


@rule(
    "CO110",
    cites=Practice("Un catalogue d’actions sans lien n’est pas un programme : les appels à projets le refusent."),
    draft=WARNING,
    final=WARNING,
)
def programme_has_a_common_objective(year: YearRecord) -> Iterator[Problem]:
    """Le programme dit l’objectif commun de ses actions.

    Refusé : « objectif_commun » est vide.
    Admis : une phrase dit ce que les actions poursuivent ensemble.
    """
    if year.programme is not None and not year.programme.common_objective:
        yield Problem(
            ("objectif_commun",),
            "Le programme est une liste d’actions sans objectif commun (motif d’inéligibilité).",
            "Dites sous « objectif_commun » ce que les actions poursuivent ensemble.",
            Source.PROGRAMME,
        )


@rule(
    "CO111",
    cites=Practice("Un projet se dépose avant la séance qui l’examine."),
    draft=ERROR,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def drafts_are_due_before_the_session(year: YearRecord) -> Iterator[Problem]:
    """La date limite de dépôt des projets précède la séance.

    Refusé : le dépôt est pour le lendemain de la séance.
    Admis : la veille, ou le jour même.
    """
    for rank, session in enumerate(year.programme.sessions if year.programme else ()):
        if session.day and session.deadline and session.deadline > session.day:
            yield Problem(
                ("seances", rank, "depot"),
                f"Les projets de la séance du {long_date(session.day)} seraient à déposer le "
                f"{long_date(session.deadline)}, après elle.",
                "Corrigez « depot », ou la date de la séance.",
                Source.PROGRAMME,
            )


@rule(
    "CO112",
    cites=Practice("Les séances d’un programme sont celles de son année."),
    draft=WARNING,
    final=WARNING,
)
def sessions_are_of_the_year(year: YearRecord) -> Iterator[Problem]:
    """Les séances que le programme liste sont de son année, ou de la fin de l’année d’avant, où elle se prépare.

    Refusé : une séance de l’année suivante ; une séance d’il y a deux ans.
    Admis : une séance de décembre de l’année d’avant.
    """
    programme = year.programme
    for rank, session in enumerate(programme.sessions if programme else ()):
        if programme and session.day and session.day.year not in {programme.year - 1, programme.year}:
            yield Problem(
                ("seances", rank, "date"),
                f"La séance du {long_date(session.day)} n’est pas de l’année {programme.year}.",
                "Corrigez l’année de la séance.",
                Source.PROGRAMME,
            )


@rule(
    "CO113",
    cites=Practice("Un identifiant du programme désigne une partie de la convention-cadre."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def programme_names_parties(year: YearRecord) -> Iterator[Problem]:
    """Les crédits et les séances du programme sont ceux de parties à la convention-cadre.

    Refusé : « partie » est mal orthographiée.
    Admis : l’identifiant d’une partie.
    """
    known = [party.id for party in year.framework.parties]
    for path, identifier in _parties_named(year):
        if identifier not in known:
            yield Problem(
                path,
                f"« {identifier} » ne désigne aucune partie.",
                did_you_mean(identifier, known),
                Source.PROGRAMME,
            )


def _parties_named(year: YearRecord) -> Iterator[tuple[Path, str]]:
    programme = year.programme
    if programme is not None:
        yield from ((("credits", rank, "partie"), entry.party) for rank, entry in enumerate(programme.voted_credits))
        yield from ((("seances", rank, "partie"), entry.party) for rank, entry in enumerate(programme.sessions))


@rule(
    "CO114",
    cites=Practice(
        "Une année a des actions vraies ou des exemples : un exemple parmi les vraies y est resté par oubli."
    ),
    draft=WARNING,
    final=ERROR,
    bars=EVERY_ACT,
)
def no_example_stands_among_true_actions(year: YearRecord) -> Iterator[Problem]:
    """Aucune action d’exemple ne reste parmi les actions vraies d’une année.

    Refusé : « exemple: oui » dans une action, et les autres sont vraies.
    Admis : toutes sont des exemples, ou aucune.
    """
    examples = [action for action in year.actions if action.example]
    if examples and len(examples) != len(year.actions):
        action = examples[0]
        several = len(examples) != 1
        yield told_at(
            action,
            action.mark(("exemple",)),
            f"{'Les actions' if several else 'L’action'} {numbers_of(examples)} "
            f"{'sont' if several else 'est'} d’exemple, et d’autres actions de l’année n’en sont pas.",
            "Écrivez « non » sous « exemple » si les données sont vraies ; sinon retirez la fiche de l’année.",
        )


@rule(
    "CG104",
    cites=Practice("Une assemblée ne vote qu’en séance, et le programme liste les séances."),
    draft=WARNING,
    final=WARNING,
)
def votes_take_place_in_session(year: YearRecord) -> Iterator[Problem]:
    """Le vote a lieu un jour de séance, quand le programme liste les séances de la partie.

    Refusé : un vote le lendemain de la séance.
    Admis : le jour d’une séance ; une décision prise par délégation, qui n’attend pas la séance.
    """
    sessions = year.programme.sessions if year.programme else ()
    days = {(session.party, session.day) for session in sessions if session.day}
    listed = {party for party, _ in days}
    for action in year.governed:
        for vote in action.votes:
            if vote.party not in listed or vote.day is None or vote.is_delegated or vote.day.year != year.year:
                continue
            party = year.framework.party(vote.party)
            if (vote.party, vote.day) not in days:
                whose = of_party(party) if party else f"de « {vote.party} »"
                yield told_at(
                    action,
                    vote,
                    f"Le vote du {long_date(vote.day)} n’est d’aucune séance {whose} que liste le programme.",
                    "Corrigez la date du vote, ou ajoutez la séance sous « seances ».",
                )


RULES = (
    programme_has_a_common_objective,
    drafts_are_due_before_the_session,
    sessions_are_of_the_year,
    programme_names_parties,
    no_example_stands_among_true_actions,
    votes_take_place_in_session,
)
