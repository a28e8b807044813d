"""Lists and figures as they are typed: what is said twice, who is named where an office is wanted, what cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.case.itineraries import returns_home
from generator.case.party_law import transmitting_parties
from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import cardinal, enumerate_and, plain_words
from generator.french.dates import MONTHS
from generator.french.slips import POSTCODE
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule

_SAID_ONCE = Practice("Un acte ne dit qu’une fois ce qu’il dit : répété, on se demande ce qui les distingue.")

_NAMED = re.compile(r"(?<!\w)(?:M\.|MM\.|Mmes?|Mlle|Madame|Monsieur|Mr)\s+(?!l[ea]\s|l[’'])[A-ZÀ-ÖØ-Þ]")


@rule("CO058", cites=_SAID_ONCE, draft=WARNING, final=WARNING)
def lists_say_nothing_twice(case: Case) -> Iterator[Problem]:
    """Une liste ne dit pas deux fois la même chose : obligations, membres, activités, pièces, destinataires.

    Refusé : deux obligations d’une partie ont les mêmes mots, à la ponctuation près.
    Admis : la même obligation pour deux parties ; le même destinataire pour deux usages.
    """
    for entries in _lists(case):
        seen: dict[tuple[object, ...], Path] = {}
        for path, said in entries:
            first = seen.setdefault(tuple(plain_words(part) for part in said), path)
            if first != path and any(said):
                yield Problem(
                    path,
                    f"« {', '.join(part for part in said if part)} » figure deux fois (« {dotted(first)} »).",
                    "Retirez l’une des deux, ou dites ce qui les distingue.",
                )


def _lists(case: Case) -> Iterator[Iterator[tuple[Path, Sequence[str]]]]:
    """Yield each list, as the place of each item with what it says."""
    action = case.action
    for rank, commitment in enumerate(action.commitments):
        yield _items(("engagements", rank, "obligations"), commitment.duties)
    for rank, body in enumerate(action.associated_bodies):
        yield _items(("organismes_associes", rank, "obligations"), body.duties)
    if action.steering:
        yield _items(("comite_de_pilotage", "membres"), action.steering.members)
    for rank, payment in enumerate(action.payments):
        yield _items(("versements", rank, "pieces"), payment.documents)
    yield (
        (("activites", rank, "intitule"), (activity.title or "", str(activity.start or ""), activity.place or ""))
        for rank, activity in enumerate(action.activities)
        if activity.title
    )
    yield (
        (("exemplaires", rank, "destinataire"), (original.party, original.recipient or "", original.purpose or ""))
        for rank, original in enumerate(action.originals)
        if original.recipient
    )


def _items(path: Path, texts: Sequence[str]) -> Iterator[tuple[Path, Sequence[str]]]:
    return (((*path, rank), (text,)) for rank, text in enumerate(texts))


@rule(
    "CO059",
    cites=Practice("Un comité se compose de fonctions : qui les exerce change, l’acte non."),
    draft=WARNING,
    final=WARNING,
)
def committees_are_made_of_offices(case: Case) -> Iterator[Problem]:
    """Le comité de pilotage se compose de fonctions, et non de personnes nommées.

    Refusé : « Mme Jeanne Lexemplaire ».
    Admis : « l’adjointe déléguée à la culture », « Madame la Maire ».
    """
    members = case.action.steering.members if case.action.steering else ()
    for rank, member in enumerate(members):
        if _NAMED.search(member):
            yield Problem(
                ("comite_de_pilotage", "membres", rank),
                f"« {member} » est une personne, non une fonction.",
                "Écrivez la fonction : « l’adjointe déléguée à la culture ».",
            )


@rule(
    "CO061",
    cites=Practice("Un préavis plus long que l’action ne laisse rien à résilier."),
    draft=WARNING,
    final=WARNING,
)
def notice_fits_in_the_action(case: Case) -> Iterator[Problem]:
    """Le préavis de résiliation n’est pas plus long que l’action.

    Refusé : un préavis de neuf mois, pour une action de huit mois.
    Admis : un préavis d’un mois ; un préavis de huit mois, pour une action de huit mois.
    """
    notice, calendar = case.action.clauses.notice_months, case.action.calendar
    if not notice or calendar.start is None or calendar.end is None:
        return
    whole = (calendar.end.year - calendar.start.year) * len(MONTHS) + calendar.end.month - calendar.start.month
    months = max(whole, 0) + 1
    if notice > months:
        yield Problem(
            ("clauses", "preavis_resiliation_mois"),
            f"Le préavis de résiliation ({cardinal(notice)} mois) est plus long que l’action, qui tient en "
            f"{cardinal(months)} mois (« calendrier »).",
            "Corrigez « clauses.preavis_resiliation_mois ».",
        )


@rule(
    "CO062",
    cites=Practice("Le siège d’un organisme est l’adresse où on lui écrit : voie, code postal et commune."),
    draft=WARNING,
    final=WARNING,
)
def seats_at_home_have_a_postcode(case: Case) -> Iterator[Problem]:
    """Le siège d’un organisme qui signe, du pays d’une partie française, a son code postal.

    Refusé : « rue du Puits ».
    Admis : la voie, le code postal et la commune ; un siège à l’étranger.
    """
    home = {party.country.code for party in transmitting_parties(case)}
    for rank, body in enumerate(case.action.associated_bodies):
        if body.is_signatory and body.country in home and body.seat and not POSTCODE.search(body.seat):
            yield Problem(
                ("organismes_associes", rank, "siege"),
                f"« {body.seat} » n’a pas de code postal : l’acte n’y enverrait aucune lettre.",
                "Écrivez la voie, le code postal et la commune.",
            )


@rule(
    "OM052",
    cites=Practice("On séjourne où l’on va : les trajets mènent aux lieux de la mission et du séjour."),
    draft=WARNING,
    final=WARNING,
)
def legs_lead_where_the_mission_takes_place(case: Case) -> Iterator[Problem]:
    """Les trajets mènent à chaque lieu de la mission, et le séjour est en l’un de ces lieux.

    Refusé : la mission dit un pays au lieu d’une ville ; le séjour est dans la ville de départ.
    Admis : le séjour est où mène un trajet.
    """
    for rank, mission in enumerate(case.action.missions):
        reached = {
            plain_words(leg.destination or "") for leg in (mission.legs[:-1] if returns_home(mission) else mission.legs)
        }
        stay = mission.stay.place if mission.stay else None
        places: list[tuple[Path, str | None]] = [(("lieux", each), place) for each, place in enumerate(mission.places)]
        for path, place in (*places, (("sejour", "lieu"), stay)):
            if place and mission.legs and not _is_reached(plain_words(place), reached):
                yield Problem(
                    ("missions", rank, *path),
                    f"Mission {mission.id} : aucun trajet ne mène à « {place} » ; ils mènent à "
                    f"{enumerate_and(list(dict.fromkeys(f'« {leg.destination} »' for leg in mission.legs)))}.",
                    "Écrivez le nom de la ville, comme dans « trajets », ou ajoutez le trajet.",
                )


def _is_reached(place: tuple[str, ...], reached: set[tuple[str, ...]]) -> bool:
    """Whether a leg ends there: in a place whose words are among these, or the other way round."""
    return any(set(end).issubset(place) or set(place).issubset(end) for end in reached if end)


RULES = (
    lists_say_nothing_twice,
    committees_are_made_of_offices,
    notice_fits_in_the_action,
    seats_at_home_have_a_postcode,
    legs_lead_where_the_mission_takes_place,
)
