"""The papers around the originals: covers, slips, signing instructions, and what must come before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.acts.views.common import body_names, originals
from generator.acts.wording import Words, grammatical_forms, known
from generator.case.records import Case
from generator.convention import Party, term_of
from generator.french import Name, capitalized, long_date, to
from generator.model.action import AssociatedBody
from generator.model.approvals import Deliberation, Original, SignatureMode
from generator.model.budget import FundingStatus, Nature
from generator.model.kind import DocumentKind
from generator.model.references import ProcedureStep

Body = Mapping[str, object]
Row = dict[str, object]

_DELIBERATION = "délibération"
_FORMS = ("nom", "le", "Le", "de", "a", "e")


def act_words(case: Case, kind: DocumentKind, annexes: Sequence[Mapping[str, str]]) -> Row:
    """Return the act that the package carries, as its papers name it."""
    forms = grammatical_forms(kind.title[:1].lower() + kind.title[1:], kind.forms)
    return {
        "titre": forms["nom"],
        "Titre": capitalized(forms["nom"]),
        **{form: forms[form] for form in ("le", "Le", "de", "a", "e")},
        "numero": case.action.number,
        "intitule": known(case.action.title, "intitulé de l’action"),
        "annexes": list(annexes),
    }


def original_words(case: Case, rank: int) -> Row:
    """Return the original of that rank (from 1): its number, the total, and who receives it."""
    listed = originals(case)
    recipients = listed["destinataires"]
    recipient = recipients[rank - 1] if isinstance(recipients, list) else {}
    return {**recipient, "total": listed["chiffres"]}


def sender(contractants: Sequence[Body]) -> Body:
    """Return the body that sends the package: the first party whose law asks for a transmission, else the first."""
    return next((body for body in contractants if body["transmet"]), contractants[0])


def transmissions(case: Case, contractants: Sequence[Body]) -> list[Row]:
    """Return to whom each party that must do so transmits the signed act, and how."""
    planned = case.action.transmission.planned if case.action.transmission else None
    return [
        {
            "partie": {form: body[form] for form in _FORMS},
            "destinataire": to_authority(str(body["controleur"])),
            "voie": _means(case.deliberation(str(body["id"]))),
            "echeance": long_date(planned) if planned else "",
        }
        for body in contractants
        if body["transmet"]
    ]


def to_authority(authority: str) -> str:
    """Put an authority, given with its article, after « à »: « le préfet » → « au préfet »."""
    for article in ("le ", "la ", "les "):
        if authority.startswith(article):
            noun = authority.removeprefix(article)
            return {"le ": f"au {noun}", "la ": f"à la {noun}", "les ": f"aux {noun}"}[article]
    return to(Name(authority)) if authority else ""


def addressees(case: Case, contractants: Sequence[Body], act: Row) -> list[Row]:
    """Return everybody who receives something, with what is sent and why.

    Signatories receive every original « pour signature » when the originals circulate; each recipient then receives
    its own.
    """
    return [*_signing_addressees(case, contractants, act), *_receiving_addressees(case, act)]


def prerequisites(case: Case, contractants: Sequence[Body]) -> list[Row]:
    """Return what must precede the signature, party by party in the order of its law, then what concerns all."""
    rows = [row for party in case.parties for row in _party_prerequisites(case, party)]
    rows += [_body_prerequisite(body) for body in case.action.signing_bodies]
    everybody = "Ensemble des parties" if contractants else ""
    return rows + list(_common_prerequisites(case, everybody))


def following_steps(case: Case, contractants: Sequence[Body]) -> list[Row]:
    """Return what must follow the signature, in order."""
    steps: list[Row] = [
        {
            "etape": f"Transmission de l’acte signé {to_authority(str(body['controleur']))} par {body['le']}",
            "echeance": "aussitôt après la dernière signature",
        }
        for body in contractants
        if body["transmet"]
    ]
    steps.append(_entry_into_force(len(steps)))
    if case.action.payments:
        steps.append({"etape": "Premier versement", "echeance": "après l’entrée en vigueur, jamais avant"})
    steps += [
        {
            "etape": f"Mission {mission.id} : ordres de mission et mandats remis aux voyageurs",
            "echeance": f"avant le {long_date(mission.start)}" if mission.start else "avant le départ",
        }
        for mission in case.action.missions
    ]
    report = case.action.evaluation.report_due if case.action.evaluation else None
    steps.append({"etape": "Rapport d’évaluation annuelle", "echeance": long_date(report) if report else "à fixer"})
    steps.append({"etape": "Déclaration annuelle d’aide publique au développement", "echeance": "l’année suivante"})
    return steps


def _entry_into_force(transmissions_due: int) -> Row:
    """Say when the act enters into force: on transmission where a party's law says so, else on signature."""
    moment = {0: "à la dernière signature", 1: "à la transmission"}.get(transmissions_due, "à la dernière transmission")
    return {"etape": "Entrée en vigueur de l’acte", "echeance": moment}


def _means(vote: Deliberation | None) -> str:
    means = vote.transmission.means if vote and vote.transmission else None
    return {
        None: "",
        "télétransmission": "par télétransmission",
        "papier": "sur papier, par une copie, jamais un original",
    }.get(means, f"par {means}")


def _signing_addressees(case: Case, contractants: Sequence[Body], act: Row) -> Iterator[Row]:
    if case.action.signature.mode is not SignatureMode.CIRCULATION:
        return
    origin = sender(contractants)["id"]
    count = str(len(case.action.originals))
    for body in contractants:
        if body["id"] == origin:
            continue
        signatory = body["signataire"]
        title = signatory["Titre_avec_article"] if isinstance(signatory, Mapping) else ""
        yield {
            "nom": title,
            "partie": body["nom"],
            "adresse": body["siege"],
            "slug": f"{body['id']}-signature",
            "pieces": [
                {"designation": _act_name(act), "nombre": count, "observation": "pour signature"},
                {"designation": "Instructions de signature", "nombre": "1", "observation": "pour information"},
                {"designation": _act_name(act), "nombre": count, "observation": "en retour"},
            ],
        }


def _receiving_addressees(case: Case, act: Row) -> Iterator[Row]:
    groups: dict[tuple[str, str, str], list[int]] = {}
    listed = case.action.originals
    for rank, original in enumerate(listed, start=1):
        groups.setdefault(_recipient_key(original), []).append(rank)
    total, names = len(listed), body_names(case)
    for index, ranks in enumerate(groups.values(), start=1):
        original = listed[ranks[0] - 1]
        yield {
            "nom": known(original.recipient, f"destinataire de l’exemplaire n° {ranks[0]}"),
            "partie": names.get(original.party, original.party),
            "adresse": original.address or "",
            "slug": f"{original.party}-{index}",
            "pieces": [
                {
                    "designation": f"{_act_name(act)} – exemplaire n° {rank}/{total}",
                    "nombre": "1",
                    "observation": listed[rank - 1].purpose or "pour attribution",
                }
                for rank in ranks
            ],
        }


def _recipient_key(original: Original) -> tuple[str, str, str]:
    return (original.party, original.recipient or "", original.address or "")


def _act_name(act: Row) -> str:
    return f"{act['Titre']} n° {act['numero']}"


def _row(party: str, step: str, reference: str = "", day: Words = "", *, done: bool) -> Row:
    return {"partie": party, "etape": step, "reference": reference, "date": day, "fait": done}


def _vote_step(vote: Deliberation | None) -> str:
    """Name the step by which a party approves: a board or a bureau decides, an assembly deliberates."""
    kind = vote.kind if vote else _DELIBERATION
    return f"Vote de la {_DELIBERATION}" if kind == _DELIBERATION else capitalized(kind)


def _party_prerequisites(case: Case, party: Party) -> Iterator[Row]:
    vote = case.deliberation(party.id)
    procedure = case.procedure(party)
    number = f"n° {vote.number}" if vote and vote.number else ""
    day = vote.day if vote else None
    yield _row(party.name, _vote_step(vote), number, long_date(day) if day else "", done=day is not None)
    for step in procedure.steps if procedure else ():
        if step is not ProcedureStep.VOTE:
            yield _step_row(party.name, step, vote)
    yield _power_row(case, party)
    lines = case.resources_of(party.id)
    line = next((resource.budget_line for resource in lines if resource.budget_line), "") or ""
    if line or any(resource.nature is Nature.CASH and resource.amount for resource in lines):
        yield _row(party.name, "Crédits inscrits au budget", line, done=bool(line))


def _step_row(party: str, step: ProcedureStep, vote: Deliberation | None) -> Row:
    match step:
        case ProcedureStep.TRANSMISSION:
            sent = vote.transmission if vote else None
            day, reference = (sent.day, sent.receipt) if sent else (None, None)
            label = "Transmission de la délibération au contrôle de légalité"
        case ProcedureStep.PUBLICATION:
            day, reference = (vote.publication if vote else None), None
            label = "Publication de la délibération"
        case _:
            visa = vote.visa if vote else None
            day, reference = (visa.day, visa.number) if visa else (None, None)
            label = "Visa de la délibération par l’autorité de tutelle"
    return _row(party, label, reference or "", long_date(day) if day else "", done=day is not None)


def _power_row(case: Case, party: Party) -> Row:
    person = case.signatory(party.id)
    if person is None or not person.is_identified:
        return _row(party.name, "Signataire et pouvoir de signer", done=False)
    delegation = person.delegation
    if delegation is None:
        return _row(party.name, "Signataire et pouvoir de signer", f"{person.title}, en exercice", done=True)
    reference = f"{delegation.kind} n° {delegation.number}" if delegation.number else delegation.kind
    day = long_date(delegation.day) if delegation.day else ""
    return _row(party.name, "Signataire et pouvoir de signer", reference, day, done=bool(day))


def _body_prerequisite(body: AssociatedBody) -> Row:
    decision = body.own_decision
    return _row(body.name or body.id, "Décision autorisant la signature", decision or "", done=bool(decision))


def _common_prerequisites(case: Case, everybody: str) -> Iterator[Row]:
    term = term_of(case.framework, case.events)
    until = f"jusqu’au {long_date(term[1])}" if term else ""
    title, forms = case.framework.title, grammatical_forms(case.framework.title, case.framework.forms)
    yield _row(everybody, f"{capitalized(title)} signé{forms['e']} et en vigueur", until, done=term is not None)
    for funder in case.action.co_funders:
        lines = case.resources_of(funder.id)
        secured = bool(lines) and all(line.status is FundingStatus.SECURED for line in lines)
        evidence = next((line.evidence for line in lines if line.evidence), "") or ""
        yield _row(everybody, f"Cofinancement notifié : {funder.name or funder.id}", evidence, done=secured)
