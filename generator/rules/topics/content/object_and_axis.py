"""What the action is, and to which axis of the framework it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.records import Case
from generator.convention import Axis
from generator.findings import Path
from generator.french import enumerate_or
from generator.rules.engine.citations import Clause, Practice, Statute
from generator.rules.engine.naming import did_you_mean, of_framework, the_body, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, VOTE_AND_SIGNATURE, WARNING, rule

_GOALS = "Agenda 2030"


@rule("CC030", cites=Clause("axes"), draft=ERROR, final=ERROR, bars=VOTE_AND_SIGNATURE, waivable=False)
def axis_is_one_of_the_framework_s(case: Case) -> Iterator[Problem]:
    """L’action se rattache à un axe de la convention-cadre ; les axes secondaires en sont aussi.

    Refusé : l’axe est mal orthographié.
    Admis : l’axe est l’un des identifiants de la convention-cadre.
    """
    known = [axis.id for axis in case.framework.axes]
    for path, axis in _axes(case):
        if axis not in known:
            yield Problem(
                path,
                f"Axe inconnu « {axis} ». Axes admis {of_framework(case)} : {_listed(case.framework.axes)}.",
                did_you_mean(axis, known),
            )


def _axes(case: Case) -> Iterator[tuple[Path, str]]:
    if case.action.axis is not None:
        yield ("axe",), case.action.axis
    for rank, axis in enumerate(case.action.secondary_axes):
        yield ("axes_secondaires", rank), axis


def _listed(axes: tuple[Axis, ...]) -> str:
    return enumerate_or([f"« {axis.id} »" for axis in axes]) if axes else "aucun"


@rule("CC031", cites=Clause("axes"), draft=ERROR, final=ERROR, bars=VOTE_AND_SIGNATURE, waivable=False)
def action_has_one_main_axis(case: Case) -> Iterator[Problem]:
    """L’action a un axe principal, et un seul ; il n’est pas répété parmi les axes secondaires.

    Refusé : « axe » est vide, ou l’axe principal est répété sous « axes_secondaires ».
    Admis : un axe principal, et d’autres axes secondaires.
    """
    if case.action.axis is None:
        yield Problem(
            ("axe",),
            "Un axe principal est attendu ; aucun n’est indiqué.",
            f"Remplissez « axe » : {_listed(case.framework.axes)}.",
        )
    for rank, axis in enumerate(case.action.secondary_axes):
        if axis == case.action.axis or axis in case.action.secondary_axes[:rank]:
            yield Problem(
                ("axes_secondaires", rank),
                f"L’axe « {axis} » est indiqué deux fois.",
                "Gardez l’axe principal sous « axe », et les autres, une seule fois, sous « axes_secondaires ».",
            )


@rule("CG030", cites=Statute("CGCT L. 1115-1"), draft=ERROR, final=ERROR, bars=VOTE_AND_SIGNATURE)
def object_of_the_action_is_described(case: Case) -> Iterator[Problem]:
    """L’objet de l’action est décrit, autrement que par son intitulé.

    Refusé : « objet » est vide, ou répète l’intitulé.
    Admis : « objet » dit ce que les parties font ensemble.
    """
    action = case.action
    # CGCT L. 1115-1 wants the object of the actions stated: a title said twice states nothing.
    if not action.object or _plain(action.object) == _plain(action.title or ""):
        yield Problem(
            ("objet",),
            "L’objet de l’action n’est pas décrit.",
            "Remplissez « objet » : ce que les parties font ensemble, en une phrase plus précise que l’intitulé.",
        )


def _plain(text: str) -> str:
    return " ".join(text.casefold().rstrip(".").split())


@rule("CG031", cites=Statute("CGCT L. 1115-1 (Agenda 2030)"), draft=WARNING, final=WARNING)
def action_names_its_development_goals(case: Case) -> Iterator[Problem]:
    """L’action dit à quels objectifs de développement durable elle répond, depuis que la loi le veut.

    Refusé : aucun objectif, pour un acte du jour où la loi entre en vigueur.
    Admis : un objectif est indiqué, ou l’acte est de la veille.
    """
    if not case.action.sdgs:
        yield Problem(
            ("odd",),
            "Aucun objectif de développement durable n’est renseigné pour l’action.",
            "Remplissez « odd » avec les numéros des objectifs.",
        )


@rule("CG033", cites=Statute(_GOALS), draft=ERROR, final=ERROR, bars=VOTE_AND_SIGNATURE, waivable=False)
def development_goals_exist(case: Case) -> Iterator[Problem]:
    """Les objectifs de développement durable cités sont de ceux que compte l’Agenda, chacun une fois.

    Refusé : l’objectif 18, quand l’Agenda en compte dix-sept ; ou le même objectif deux fois.
    Admis : le dernier objectif.
    """
    count = case.figure(_GOALS, "nombre_d_objectifs")
    for rank, goal in enumerate(case.action.sdgs):
        if count and not 1 <= goal <= count.value:
            message = f"L’objectif de développement durable {goal} n’existe pas : l’Agenda en compte {count.value}."
            yield Problem(("odd", rank), message, "Corrigez ce numéro, ou retirez-le.")
        elif goal in case.action.sdgs[:rank]:
            yield Problem(("odd", rank), f"L’objectif {goal} est cité deux fois.", "Ne le gardez qu’une fois.")


@rule("CG032", cites=Statute("loi du 9 décembre 1905 art. 2"), draft=WARNING, final=WARNING)
def no_worship_is_subsidised(case: Case) -> Iterator[Problem]:
    """L’action ne subventionne aucun culte : si elle touche un lieu ou un organisme cultuel, on le vérifie.

    Refusé : « lieu_de_culte » vaut oui.
    Admis : « lieu_de_culte » vaut non.
    """
    if case.action.worship:
        yield Problem(
            ("lieu_de_culte",),
            "L’action touche un lieu ou un organisme cultuel : vérifiez l’absence de subvention au culte.",
            "Limitez les dépenses au patrimoine, à la culture ou à l’humanitaire, et dites-le dans l’objet.",
        )


@rule(
    "CO009",
    cites=Practice(
        "Une action étrangère aux compétences de l’une des parties est refusée par l’autorité qui contrôle ses actes "
        "ou par le cofinanceur."
    ),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
    waivable=False,
)
def action_lies_within_each_party_s_competence(case: Case) -> Iterator[Problem]:
    """Chaque partie dit au titre de quelle compétence elle agit.

    Refusé : aucune compétence n’est indiquée pour une partie.
    Admis : chaque partie a son fondement sous « competences ».
    """
    founded = {competence.party for competence in case.action.competences if competence.basis}
    for party in case.parties:
        if party.id not in founded:
            yield Problem(
                ("competences",),
                f"Compétence non renseignée pour {the_party(party)} : risque de rejet de l’action.",
                f"Ajoutez sous « competences » une entrée pour la partie « {party.id} », avec son « fondement ».",
            )


@rule("CC032", cites=Clause("organismes_associes"), draft=WARNING, final=WARNING)
def associated_body_signs_or_is_bound(case: Case) -> Iterator[Problem]:
    """Un organisme associé signe la convention spécifique, ou une convention le lie déjà.

    Refusé : un organisme est cité sans être signataire ni conventionné.
    Admis : il signe, ou « convention_propre » cite la convention qui le lie.
    """
    for rank, body in enumerate(case.action.associated_bodies):
        if not (body.is_signatory or body.own_agreement or (body.subsidy and body.subsidy.own_agreement)):
            yield Problem(
                ("organismes_associes", rank),
                f"Organisme cité sans être signataire ni conventionné : {the_body(case, body.id)}.",
                "Écrivez « oui » sous « signataire », ou citez sous « convention_propre » la convention qui le lie.",
            )


@rule(
    "CO010",
    cites=Practice("L’acte porte l’intitulé de l’action."),
    draft=WARNING,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def action_has_a_title(case: Case) -> Iterator[Problem]:
    """L’action a un intitulé.

    Refusé : « intitule » est vide.
    Admis : « intitule » est rempli.
    """
    if not case.action.title:
        yield Problem(("intitule",), "L’action n’a pas d’intitulé.", "Remplissez « intitule ».")


RULES = (
    axis_is_one_of_the_framework_s,
    action_has_one_main_axis,
    object_of_the_action_is_described,
    action_names_its_development_goals,
    development_goals_exist,
    no_worship_is_subsidised,
    action_lies_within_each_party_s_competence,
    associated_body_signs_or_is_bound,
    action_has_a_title,
)
