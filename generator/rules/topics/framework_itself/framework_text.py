"""A framework’s parameters are read in its signed text, each at its place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.records import FrameworkRecord, Source
from generator.convention import Framework, Locator, Renewal
from generator.findings import Path
from generator.french import ordinal
from generator.model.missions import CostCategory
from generator.rules.engine.citations import Clause, Practice
from generator.rules.engine.naming import on_one_line
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, WARNING, rule

_COSTS_WITH_A_CLAUSE = (CostCategory.INTERNATIONAL_TRANSPORT, CostCategory.STAY)
"""The categories whose sharing a clause of the same key must say; others follow the clause on travel at large."""


@rule(
    "CC070",
    cites=Practice("Chaque paramètre d’une convention-cadre se lit à sa place dans le texte signé."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def cited_places_exist(record: FrameworkRecord) -> Iterator[Problem]:
    """Chaque clause, chaque partie, chaque axe cite un lieu qui existe dans le texte signé.

    Refusé : la clause « duree » cite le paragraphe 3 d’un article qui en a deux.
    Admis : elle cite le dernier paragraphe de l’article.
    """
    for path, place in _cited_places(record.framework):
        if record.framework.text.words_at(place) is None:
            yield Problem(
                path,
                f"Le texte signé n’a pas de passage « {_described(place)} ».",
                "Corrigez l’article, le paragraphe ou la phrase ; retirez la clause si le texte n’en dit rien.",
                Source.FRAMEWORK,
            )


def _cited_places(framework: Framework) -> Iterator[tuple[Path, Locator]]:
    yield from ((("clauses", name), place) for name, place in framework.clauses.items())
    yield from ((("axes", rank, "source"), axis.clause) for rank, axis in enumerate(framework.axes))
    for rank, party in enumerate(framework.parties):
        if party.clause is not None:
            yield ("parties", rank, "source"), party.clause


def _described(place: Locator) -> str:
    """Name a place by all that was typed of it, the sentence too."""
    named = str(place) if place.article is not None or place.passage is None else f"passage {place.passage}"
    if place.passage is not None and place.paragraph is not None:
        named = f"{named}, paragraphe {place.paragraph}"
    return named if place.sentence is None else f"{named}, phrase {place.sentence}"


@rule(
    "CC071",
    cites=Practice("Un article se cite par son numéro : il n’en manque aucun, et aucun n’est double."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def articles_are_numbered_without_a_hole(record: FrameworkRecord) -> Iterator[Problem]:
    """Les articles du texte sont numérotés depuis 1, dans l’ordre, sans trou ni doublon.

    Refusé : l’article 4 suit l’article 2.
    Admis : les articles 1, 2 et 3 se suivent.
    """
    for rank, article in enumerate(record.framework.text.articles):
        if article.number != rank + 1:
            yield Problem(
                ("texte", "articles", rank, "numero"),
                f"L’article numéroté {article.number} est le {ordinal(rank + 1)} du texte.",
                f"Écrivez {rank + 1} sous « numero », ou ajoutez l’article oublié.",
                Source.FRAMEWORK,
            )
            return


@rule(
    "CC072",
    cites=Practice("Les actes citent l’axe entre guillemets : ces mots sont ceux du texte signé."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def axes_are_quoted_word_for_word(record: FrameworkRecord) -> Iterator[Problem]:
    """L’intitulé d’un axe reprend les mots du texte signé, à l’endroit que l’axe cite.

    Refusé : l’intitulé corrige une faute du texte.
    Admis : l’intitulé reprend les premiers mots du paragraphe, fautes comprises.
    """
    for rank, axis in enumerate(record.framework.axes):
        words = record.framework.text.words_at(axis.clause)
        if words is not None and on_one_line(axis.label) not in on_one_line(words):
            yield Problem(
                ("axes", rank, "intitule"),
                f"Le texte signé ({axis.clause}) ne contient pas « {axis.label} ».",
                "Recopiez l’intitulé du texte, mot pour mot, ou corrigez « source ».",
                Source.FRAMEWORK,
            )


@rule(
    "CC073",
    cites=Practice("Une règle qui cite une clause ne s’applique que si la convention-cadre dit où elle se trouve."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def parameters_have_their_clause(record: FrameworkRecord) -> Iterator[Problem]:
    """Un paramètre rempli a sa clause : on sait où le texte le dit.

    Refusé : « exemplaires » vaut 6, et la clause « exemplaires » manque.
    Admis : le paramètre est vide, et la clause manque.
    """
    for path, clause in _parameters(record.framework):
        if clause not in record.framework.clauses:
            yield Problem(
                path,
                f"Rien ne dit où le texte signé fixe ce paramètre : la clause « {clause} » manque.",
                f"Ajoutez « {clause} » sous « clauses », avec l’article et le paragraphe ; sinon videz le paramètre.",
                Source.FRAMEWORK,
            )


def _parameters(framework: Framework) -> Iterator[tuple[Path, str]]:
    """Yield where each parameter that is filled stands, with the clause that must say it."""
    evaluation = framework.evaluation
    filled = (
        (("duree",), "duree", True),
        (("duree", "renouvellement"), "renouvellement", framework.term.renewal is not Renewal.NONE),
        (("duree", "renouvellements_au_plus"), "renouvellement", framework.term.most_renewals is not None),
        (("exemplaires",), "exemplaires", framework.originals is not None),
        (("axes",), "axes", bool(framework.axes)),
        (("periode_des_axes",), "periode_des_axes", framework.axes_period is not None),
        (("participation_de_chaque_partie",), "participation", framework.participation),
        (("convention_specifique_par_action",), "convention_specifique", framework.specific_agreement),
        *((("frais", key.value), key.value, framework.costs.rule_of(key) is not None) for key in _COSTS_WITH_A_CLAUSE),
        (("evaluation", "annuelle"), "evaluation_annuelle", evaluation.yearly),
        (("evaluation", "avant_renouvellement"), "evaluation_avant_renouvellement", evaluation.before_renewal),
        (("evaluation", "indicateurs_communs"), "indicateurs", evaluation.shared_indicators),
    )
    yield from ((path, clause) for path, clause, is_filled in filled if is_filled)


@rule("CC074", cites=Clause("exemplaires"), draft=WARNING, final=WARNING)
def every_party_may_have_an_original(record: FrameworkRecord) -> Iterator[Problem]:
    """Le nombre des originaux est repris du texte, et chaque partie peut avoir le sien ; ou chaque côté, s’il y en a.

    Refusé : trois originaux pour quatre parties.
    Admis : quatre originaux pour quatre parties ; ou deux, quand elles ne forment que deux côtés.
    """
    count = record.framework.originals
    wanted = len({party.interest for party in record.framework.parties})
    if count is None:
        message = "Le texte signé fixe le nombre des originaux, et « exemplaires » est vide."
    elif count < wanted:
        message = f"Le nombre des originaux ({count}) est inférieur à celui des parties ou de leurs côtés ({wanted})."
    else:
        return
    yield Problem(("exemplaires",), message, "Reprenez le nombre que dit le texte signé.", Source.FRAMEWORK)


RULES = (
    cited_places_exist,
    articles_are_numbered_without_a_hole,
    axes_are_quoted_word_for_word,
    parameters_have_their_clause,
    every_party_may_have_an_original,
)
