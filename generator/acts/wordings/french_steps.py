"""What goes with a signature package, in French: sendings, steps before the signature and after it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.acts.facts.namings import Form, Formed, Noun
from generator.acts.facts.package_steps import (
    ActCited,
    ActNumbered,
    BackBy,
    CoFundingNotified,
    DecidedBy,
    FrameworkInForce,
    HoldsOffice,
    InformedAfterVisa,
    LegTold,
    MissionPapersHanded,
    NumberCited,
    OnwardSending,
    Phrase,
    ReceivedFrom,
    SentBy,
    SignedActSent,
    StepState,
    ToAuthority,
    VoteStep,
)
from generator.acts.wordings.french_namings import formed
from generator.french import NO_BREAK_SPACE, Gender, Name, capitalized, long_date, number_alone, to, without_article

PHRASES: Final[Mapping[Phrase, str]] = MappingProxyType(
    {
        Phrase.EVERY_PARTY: "Ensemble des parties",
        Phrase.FOR_SIGNATURE: "pour signature",
        Phrase.FOR_INFORMATION: "pour information",
        Phrase.FOR_ALLOCATION: "pour attribution",
        Phrase.SIGNED_BY_ALL: "originaux signés par tous",
        Phrase.SIGNED_AND_INITIALLED: "originaux signés et paraphés",
        Phrase.WITH_THE_ORIGINALS: "jointes aux originaux, à ne pas signer",
        Phrase.SIGNING_INSTRUCTIONS: "Instructions de signature",
        Phrase.PREREQUISITE_LIST: "Liste des préalables à la signature",
        Phrase.COVERS: "Pages de garde",
        Phrase.RECEIPT: "Accusé de réception ci-dessous",
        Phrase.TO_FILL_IN: "daté et signé, dès réception",
        Phrase.THE_CO_FUNDER: "le cofinanceur",
        Phrase.VOTE_TRANSMISSION: "Transmission de la délibération au contrôle de légalité",
        Phrase.VOTE_PUBLICATION: "Publication de la délibération",
        Phrase.VOTE_VISA: "Visa de la délibération par l’autorité de tutelle",
        Phrase.POWER_TO_SIGN: "Signataire et pouvoir de signer",
        Phrase.CREDITS_VOTED: "Crédits inscrits au budget",
        Phrase.DECISION_TO_SIGN: "Décision autorisant la signature",
        Phrase.ENTRY_INTO_FORCE: "Entrée en vigueur de l’acte",
        Phrase.ON_LAST_SIGNATURE: "à la dernière signature",
        Phrase.ON_TRANSMISSION: "à la transmission",
        Phrase.ON_LAST_TRANSMISSION: "à la dernière transmission",
        Phrase.RIGHT_AFTER_LAST_SIGNATURE: "aussitôt après la dernière signature",
        Phrase.FIRST_PAYMENT: "Premier versement",
        Phrase.AFTER_ENTRY_INTO_FORCE: "après l’entrée en vigueur, jamais avant",
        Phrase.BEFORE_DEPARTURE: "avant le départ",
        Phrase.YEARLY_REPORT: "Rapport d’évaluation annuelle",
        Phrase.TO_BE_FIXED: "à fixer",
        Phrase.AID_DECLARATION: "Déclaration annuelle d’aide publique au développement",
        Phrase.THE_YEAR_AFTER: "l’année suivante",
    }
)
_DELIBERATION: Final = "délibération"
_CONTRACTIONS: Final[Mapping[str, str]] = MappingProxyType({"le ": "au ", "la ": "à la ", "les ": "aux "})
_MEANS: Final[Mapping[str, str]] = MappingProxyType(
    {"télétransmission": "par télétransmission", "papier": "sur papier, par une copie, jamais un original"}
)
"""On paper, a copy goes to the State's representative: an original sent there would be one original fewer."""


def phrase(fact: Phrase) -> str:
    """Say what is always said in the same words."""
    return PHRASES[fact]


def act_numbered(fact: ActNumbered) -> str:
    """Name the act of the package: « Convention spécifique n° 2017-01 – exemplaire n° 3/6 »."""
    act = f"{capitalized(fact.title.text)} n° {fact.number}"
    if fact.copy is None:
        return act
    rank, total = fact.copy
    return f"{act} – exemplaire n° {rank}/{total}"


def to_authority(fact: ToAuthority) -> str:
    """Put an authority, given with its article, after « à »: « le préfet » → « au préfet »."""
    for article, contraction in _CONTRACTIONS.items():
        if fact.authority.startswith(article):
            return contraction + fact.authority.removeprefix(article)
    return to(Name(fact.authority)) if fact.authority else ""


def sent_by(fact: SentBy) -> str:
    """Say by which means an act is sent."""
    return _MEANS.get(fact.means, f"par {fact.means}")


def vote_step(fact: VoteStep) -> str:
    """Name the step by which a party approves: a board or a bureau decides, an assembly deliberates."""
    return f"Vote de la {_DELIBERATION}" if fact.act == _DELIBERATION else capitalized(fact.act)


def number_cited(fact: NumberCited) -> str:
    """Cite a number: « n° 12 »."""
    return f"n° {number_alone(fact.number)}"


def act_cited(fact: ActCited) -> str:
    """Cite an act by its number: « arrêté n° 12 »."""
    return f"{fact.act} n° {number_alone(fact.number)}" if fact.number else fact.act


def holds_office(fact: HoldsOffice) -> str:
    """Say that somebody signs by his or her office; a mandate that is not known is not said to run."""
    return f"{fact.title}, mandat en cours" if fact.has_mandate else fact.title


def step_state(fact: StepState) -> str:
    """Say where a step stands: « fait », else who does it and by when."""
    if fact.is_done:
        return "fait"
    who = _agent(fact.who)
    when = f"au plus tard le {long_date(fact.due)}" if fact.due else "avant la signature" if fact.bars else ""
    return ", ".join(filter(None, (f"à faire par {who}" if who else "à faire", when)))


def _agent(who: Noun | Phrase | str) -> str:
    if isinstance(who, Noun):
        return formed(Formed(who, Form.THE))
    return PHRASES[who] if isinstance(who, Phrase) else who


def decided_by(fact: DecidedBy) -> str:
    """Name the organ that took an act without a number."""
    return capitalized(without_article(fact.organ))


def informed_after_visa(fact: InformedAfterVisa) -> str:
    """Say that an authority is informed, once it gave its visa: « pour information, après son visa n° 12 du… »."""
    number = f" n°{NO_BREAK_SPACE}{number_alone(fact.number)}" if fact.number else ""
    return f"pour information, après son visa{number} du {long_date(fact.day)}"


def onward_sending(fact: OnwardSending) -> str:
    """Say what follows a signature: « les adresse à la Ville de Valmont, par le bordereau de l’étape 2… »."""
    verb = ("renvoie" if fact.is_return else "adresse") + ("nt" if fact.by_several else "")
    where = formed(Formed(fact.to, Form.TO))
    when = f", pour y arriver au plus tard le {long_date(fact.due)}" if fact.due else ""
    return f"les {verb} {where}, par le bordereau de l’étape{NO_BREAK_SPACE}{fact.leg}{when}"


def leg_told(fact: LegTold) -> str:
    """Name a leg of the circulation."""
    return f"Circulation des originaux – étape{NO_BREAK_SPACE}{fact.rank} sur{NO_BREAK_SPACE}{fact.total}"


def received_from(fact: ReceivedFrom) -> str:
    """Say from whom the originals come: « reçoit les originaux de la Ville de Valmont, par le bordereau… »."""
    origin = formed(Formed(fact.origin, Form.OF))
    verb = "reçoivent" if fact.by_several else "reçoit"
    return f"{verb} les originaux {origin}, par le bordereau de l’étape{NO_BREAK_SPACE}{fact.leg}"


def back_by(fact: BackBy) -> str:
    """Say to whom something goes back, and by when."""
    when = f", au plus tard le {long_date(fact.due)}" if fact.due else ""
    return f"{formed(Formed(fact.to, Form.TO))}{when}"


def framework_in_force(fact: FrameworkInForce) -> str:
    """Say that the framework convention is signed and in force: « Convention de partenariat signée et en vigueur »."""
    ending = "e" if fact.title.forms.gender is Gender.FEMININE else ""
    return f"{formed(Formed(fact.title, Form.OPENING))} signé{ending} et en vigueur"


def co_funding_notified(fact: CoFundingNotified) -> str:
    """Say that a co-funding was notified."""
    return f"Cofinancement notifié : {fact.funder}"


def signed_act_sent(fact: SignedActSent) -> str:
    """Say that a body sends the signed act to the authority that reviews it."""
    where = to_authority(ToAuthority(fact.authority))
    return f"Transmission de l’acte signé {where} par {formed(Formed(fact.sender, Form.THE))}"


def mission_papers_handed(fact: MissionPapersHanded) -> str:
    """Say that the papers of a mission are handed over."""
    return f"Mission {fact.mission} : ordres de mission et mandats remis aux voyageurs"
