"""What changed between two substances, datum by datum, each named by what it is and whom it binds.

Nothing here reads a text: an act may be worded otherwise, its data may not change after the vote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.french import amount_in_figures, decimal_number, enumerate_and, long_date
from generator.model.budget import Nature
from generator.model.substance import (
    SettledAmount,
    SettledBody,
    SettledLine,
    SettledMission,
    SettledParty,
    SettledPayment,
    Substance,
)

T = TypeVar("T")

Key = tuple[str, ...]
OfWhom = Callable[[str], str]
"""Identifier of whoever is named → its name after « de »."""

QUALITY = "qualité du signataire"


@dataclass(frozen=True, slots=True)
class Change:
    """A datum that is not the same.

    Attributes:
        what: the datum, as a reader names it: « engagement en numéraire de la Ville de Valmont ».
        was: what it was; None where it was not there, empty where it was left blank.
        now: what it is; None where it has gone, empty where it is blank.
    """

    what: str
    was: str | None
    now: str | None

    @property
    def is_quality_completed(self) -> bool:
        """Whether a signatory’s quality, left blank, was filled in: the power to sign follows from the law."""
        return self.what.startswith(QUALITY) and self.was == ""


@dataclass(frozen=True, slots=True)
class _Datum:
    key: Key
    what: str
    value: str


def changes(was: Substance, now: Substance, of_whom: OfWhom) -> list[Change]:
    """List what changed, in the order of the second substance; what has gone comes last.

    Args:
        was: what was settled before.
        now: what is settled now.
        of_whom: names a party, a body or a co-funder after « de ».
    """
    old = {datum.key: datum for datum in _data(was, of_whom)}
    new = {datum.key: datum for datum in _data(now, of_whom)}
    found = [
        Change(datum.what, old[key].value if key in old else None, datum.value)
        for key, datum in new.items()
        if key not in old or old[key].value != datum.value
    ]
    found += [Change(datum.what, datum.value, None) for key, datum in old.items() if key not in new]
    return _joined(found)


def _joined(found: list[Change]) -> list[Change]:
    """Make one change of a datum that goes and of one of the same name that comes: a duty put in other words."""
    gone: dict[str, list[Change]] = {}
    for change in found:
        if change.now is None:
            gone.setdefault(change.what, []).append(change)
    joined: list[Change] = []
    for change in found:
        if change.now is None:
            continue
        former = gone.get(change.what)
        joined.append(Change(change.what, former.pop(0).was, change.now) if change.was is None and former else change)
    return [*joined, *(change for changes in gone.values() for change in changes)]


def _data(substance: Substance, of_whom: OfWhom) -> Iterator[_Datum]:
    yield _Datum(("action",), "numéro de l’action", substance.action)
    yield _Datum(("convention",), "convention-cadre", substance.framework)
    yield _Datum(("intitule",), "intitulé de l’action", _text(substance.title))
    yield _Datum(("axe",), "axe", _text(substance.axis))
    yield _Datum(("objet",), "objet", _text(substance.object))
    yield _Datum(("debut",), "premier jour de l’action", _day(substance.start))
    yield _Datum(("fin",), "terme de l’action", _day(substance.end))
    yield _Datum(("effet",), "date d’effet", _day(substance.effective_day))
    for party in substance.parties:
        yield from _of_party(party, of_whom(party.id))
    for body in substance.bodies:
        yield from _of_body(body, of_whom)
    yield from _of_lines("depense", "dépense", substance.expenses, of_whom)
    yield from _of_lines("ressource", "ressource", substance.resources, of_whom)
    for key, payment in _numbered(substance.payments, lambda payment: (payment.payer, _text(payment.payee))):
        yield from _of_payment(("versement", *key), payment, of_whom)
    for mission in substance.missions:
        yield from _of_mission(mission, of_whom)
    for language in substance.languages:
        yield _Datum(("langue", language.language), f"version en {language.language}", language.status.value)
    yield _Datum(("exemplaires",), "nombre d’originaux", str(len(substance.originals)))
    for rank, original in enumerate(substance.originals, start=1):
        recipient = " – ".join(part for part in (of_whom(original.party), original.recipient) if part)
        yield _Datum(("exemplaire", str(rank)), f"destinataire de l’original n° {rank}", recipient)


def _of_party(party: SettledParty, of_whom: str) -> Iterator[_Datum]:
    yield _Datum(("partie", party.id), f"partie : nom {of_whom}", _text(party.name))
    yield _Datum(("partie", party.id, "cote"), f"côté {of_whom}", _text(party.side))
    delegated = ", par délégation" if party.by_delegation else ""
    quality = f"{party.quality}{delegated}" if party.quality else ""
    yield _Datum(("partie", party.id, "qualite"), f"{QUALITY} {of_whom}", quality)
    yield from _of_duties(("partie", party.id), party.duties, of_whom)
    for nature, amounts in (("en numéraire", party.cash), ("en nature", party.in_kind)):
        if amounts:
            words = enumerate_and([_amount(amount) for amount in amounts]) if all(map(_amount, amounts)) else ""
            yield _Datum(("partie", party.id, nature), f"engagement financier {nature} {of_whom}", words)


def _of_duties(key: Key, duties: Iterable[str], of_whom: str) -> Iterator[_Datum]:
    for duty in duties:
        yield _Datum((*key, "obligation", duty), f"obligation {of_whom}", duty)


def _of_body(body: SettledBody, of_whom: OfWhom) -> Iterator[_Datum]:
    own = of_whom(body.id)
    yield _Datum(("organisme", body.id), f"organisme associé : nom {own}", _text(body.name))
    yield from _of_duties(("organisme", body.id), body.duties, own)
    if body.subsidy is not None:
        payer = f" versée par la partie « {body.payer} »" if body.payer else ""
        yield _Datum(("organisme", body.id, "subvention"), f"subvention {own}{payer}", _amount(body.subsidy))


def _of_lines(key: str, what: str, lines: Iterable[SettledLine], of_whom: OfWhom) -> Iterator[_Datum]:
    for (origin, label, nature, rank), line in _numbered(
        lines, lambda line: (_text(line.origin), _text(line.label), line.nature.value)
    ):
        of_origin = f" {of_whom(origin)}" if origin else ""
        words = f"{what}{of_origin}{f' « {label} »' if label else ''}"
        kind = " (en nature)" if nature == Nature.IN_KIND else ""
        yield _Datum((key, origin, label, nature, rank), f"{words}{kind}", _amount(line))


def _of_payment(key: Key, payment: SettledPayment, of_whom: OfWhom) -> Iterator[_Datum]:
    what = f"versement {of_whom(payment.payer)} à {payment.payee or '?'}"
    when = ", ".join(part for part in (_day(payment.due), _text(payment.event)) if part)
    yield _Datum((*key, "montant"), f"{what} : montant", _amount(payment))
    yield _Datum((*key, "echeance"), f"{what} : échéance", when)
    yield _Datum((*key, "pieces"), f"{what} : pièces", " ; ".join(payment.documents))


def _of_mission(mission: SettledMission, of_whom: OfWhom) -> Iterator[_Datum]:
    key, what = ("mission", mission.id), f"mission {mission.id}"
    yield _Datum((*key, "deplacement"), f"{what} : partie en déplacement", _text(mission.travelling_party))
    yield _Datum((*key, "accueil"), f"{what} : partie accueillante", _text(mission.host_party))
    yield _Datum((*key, "debut"), f"{what} : premier jour", _day(mission.start))
    yield _Datum((*key, "fin"), f"{what} : dernier jour", _day(mission.end))
    yield _Datum((*key, "voyageurs"), f"{what} : nombre de voyageurs", str(mission.travellers))
    for cost in mission.costs:
        payer = f"à la charge {of_whom(cost.payer)}" if cost.payer else ""
        words = ", ".join(part for part in (_amount(cost), payer) if part)
        yield _Datum((*key, "frais", cost.label), f"{what} : {cost.label}", words)


def _numbered(items: Iterable[T], key_of: Callable[[T], Key]) -> Iterator[tuple[Key, T]]:
    """Give each item its key and, among those of the same key, its rank: lines in another order are no change."""
    seen: Counter[Key] = Counter()
    for item in items:
        key = key_of(item)
        seen[key] += 1
        yield (*key, str(seen[key])), item


def _text(value: str | None) -> str:
    return value or ""


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _amount(settled: SettledAmount) -> str:
    """Write an amount; empty when nothing is settled."""
    if settled.amount is None or settled.currency is None:
        return ""
    try:
        return amount_in_figures(settled.amount, settled.currency)
    except ValueError:  # more decimals than the currency has, or a currency without words: a rule says so
        return f"{decimal_number(settled.amount)} {settled.currency}"
