"""The bodies of a year: an identifier designates one body, and a body has one identifier."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.year import ActionExtract, YearRecord
from generator.case.year.extracted_parts import NamedBodyExtract
from generator.french import capitalized, enumerate_and, without_article
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, WARNING, rule
from generator.rules.topics.programme.across_actions import Part, folded, grouped_by, numbers_of, odd_one, told_at


def _named(year: YearRecord) -> Iterator[Part[NamedBodyExtract]]:
    return ((action, body) for action in year.actions for body in action.bodies)


@rule(
    "CO115",
    cites=Practice("Un identifiant désigne un organisme : les sommes d’une année se font par lui."),
    draft=ERROR,
    final=ERROR,
    bars=SIGNATURE,
)
def an_identifier_is_of_one_body(year: YearRecord) -> Iterator[Problem]:
    """Un identifiant ne désigne qu’un organisme dans toute l’année.

    Refusé : « ecole » est une école dans une action, et un institut, d’un autre SIRET, dans une autre.
    Admis : le même organisme sous un nom abrégé ; un autre nom, sous le même SIRET.
    """
    for identifier, bodies in grouped_by(_named(year), lambda _, body: body.id.casefold()):
        first_action, first = bodies[0]
        other = next(((action, body) for action, body in bodies if _are_two(first, body)), None)
        if other is not None and other[0] is not first_action:
            action, body = other
            yield told_at(
                action,
                body,
                f"L’identifiant « {identifier} » désigne deux organismes : {first.name} (action "
                f"{first_action.number}), {body.name} (action {action.number}).",
                "Donnez à l’un des deux un autre identifiant, et reprenez-le partout où il est cité.",
            )


@rule(
    "CO116",
    cites=Practice("Un organisme a un seul nom et un seul numéro de registre."),
    draft=WARNING,
    final=WARNING,
)
def a_body_has_the_same_facts_everywhere(year: YearRecord) -> Iterator[Problem]:
    """L’organisme a partout le même nom, le même SIRET, le même numéro d’association et la même nature.

    Refusé : deux SIRET pour la même association ; deux noms sous un même SIRET.
    Admis : un nom plus court ; un numéro que l’une des actions ne donne pas.
    """
    for _, bodies in grouped_by(_named(year), lambda _, body: body.id.casefold()):
        first_action, first = bodies[0]
        for action, body in bodies:
            unlike = [name for name, one, other in _facts(first, body) if one and other and one != other]
            if unlike and action is not first_action and not _are_two(first, body):
                yield told_at(
                    action,
                    body,
                    f"{capitalized(body.name or body.id)} n’a pas dans l’action {action.number} ce que dit l’action "
                    f"{first_action.number} : {enumerate_and(unlike)}.",
                    "Reprenez partout ce que dit le registre.",
                )
                break


@rule(
    "CO117",
    cites=Practice("Un organisme a un seul identifiant : les sommes d’une année se font par lui."),
    draft=WARNING,
    final=WARNING,
)
def a_body_has_one_identifier(year: YearRecord) -> Iterator[Problem]:
    """Un organisme a le même identifiant dans toutes les actions de l’année.

    Refusé : la même association, du même SIRET, s’appelle « amis » ici et « les-amis » là.
    Admis : un identifiant pour chacun.
    """
    told: set[frozenset[str]] = set()
    for key in (_siret, _rna, _name):
        for _, bodies in grouped_by(_named(year), key):
            unlike = odd_one(bodies, lambda body: body.id.casefold())
            identifiers = frozenset(body.id.casefold() for _, body in bodies)
            if unlike is None or identifiers in told:
                continue
            told.add(identifiers)
            _, (action, body) = unlike
            quoted = [f"« {each} »" for each in dict.fromkeys(body.id for _, body in bodies)]
            yield told_at(
                action,
                body,
                f"{capitalized(body.name or body.id)} a plusieurs identifiants dans l’année : "
                f"{enumerate_and(quoted)} (actions "
                f"{numbers_of(action for action, _ in bodies)}).",
                "Gardez un seul identifiant, et reprenez-le partout.",
            )


def _are_two(one: NamedBodyExtract, other: NamedBodyExtract) -> bool:
    """Whether two entries are two bodies: their names differ, and no register says that they are one."""
    registered = [(_digits(one.siret), _digits(other.siret)), (folded(one.rna), folded(other.rna))]
    is_one = any(first and first == second for first, second in registered)
    return bool(one.name and other.name) and not is_one and not _is_one_name(one, other)


def _is_one_name(one: NamedBodyExtract, other: NamedBodyExtract) -> bool:
    """Whether two names may be of one body: the words of one stand among the other's."""
    shorter, longer = sorted((set(folded(body.name).split()) for body in (one, other)), key=len)
    return shorter <= longer


def _facts(one: NamedBodyExtract, other: NamedBodyExtract) -> Iterator[tuple[str, object, object]]:
    same_name = _is_one_name(one, other)
    yield "nom", folded(one.name), folded(one.name if same_name else other.name)
    yield "SIRET", _digits(one.siret), _digits(other.siret)
    yield "RNA", folded(one.rna), folded(other.rna)
    yield "nature", one.kind, other.kind if one.is_funder is other.is_funder else None


def _digits(number: str | None) -> str:
    return "".join(sign for sign in number or "" if sign.isdecimal())


def _siret(_: ActionExtract, body: NamedBodyExtract) -> str | None:
    return _digits(body.siret) or None


def _rna(_: ActionExtract, body: NamedBodyExtract) -> str | None:
    return folded(body.rna) or None


def _name(_: ActionExtract, body: NamedBodyExtract) -> tuple[bool, str] | None:
    return (body.is_funder, folded(without_article(body.name))) if body.name else None


RULES = (
    an_identifier_is_of_one_body,
    a_body_has_the_same_facts_everywhere,
    a_body_has_one_identifier,
)
