"""Grammar: what is typed for a sentence of the act has the form that the sentence wants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.case.records import Case
from generator.french import Grammar, fitted, plain_words
from generator.french.slips import ACTS_OF_BODIES
from generator.model.sentences import OWN_DECISION
from generator.model.typed_values import TextInSentence
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule

_BUILT_IN = Practice("L’acte reprend ce qui est saisi dans une phrase qu’il complète ; la phrase doit rester juste.")

_WANTED: Mapping[Grammar, str] = MappingProxyType(
    {
        Grammar.PURPOSE: "un verbe à l’infinitif, ou un nom avec son article",
        Grammar.NOUN_GROUP: "un nom avec son article",
        Grammar.NAME: "un nom avec son article",
        Grammar.AFTER_OF: "un nom avec son article",
        Grammar.INFINITIVE: "un verbe à l’infinitif",
        Grammar.ITEM: "un groupe de mots, sans verbe conjugué",
        Grammar.LISTED: "un groupe de mots, sans verbe conjugué ni deux-points",
        Grammar.TITLE: "un titre, sans verbe conjugué",
        Grammar.WHEN: "le fait qui déclenche le versement, précédé de « à », « après » ou « dès »",
    }
)


@rule("CV030", cites=_BUILT_IN, draft=WARNING, final=WARNING)
def texts_fit_their_sentence(case: Case) -> Iterator[Problem]:
    """Un texte saisi a la forme que veut la phrase de l’acte qui le reprend.

    Refusé : l’objet « Nous organisons un salon » après « a pour objet » ; une obligation qui n’est pas à l’infinitif.
    Admis : « organiser un salon », « l’organisation d’un salon » ; le point final, la majuscule et l’article d’un nom
    courant sont réglés par le programme.
    """
    for typed in case.texts_in_sentences:
        if typed.sentence.grammar not in _WANTED:
            continue
        found = fitted(typed.text, typed.sentence.grammar, typed.sentence.instead)
        if not found.is_sure:
            yield _ill_fitting(typed, typed.sentence.words.format(found.text))


def _ill_fitting(typed: TextInSentence, told: str) -> Problem:
    sentence = typed.sentence
    example = f", par exemple « {sentence.example} »" if sentence.example else ""
    return Problem(
        typed.path,
        f"Ce texte n’a pas la forme que veut la phrase de l’acte, qui dirait : « {told} ».",
        f"Écrivez {_WANTED[sentence.grammar]}, en une seule phrase{example}.",
    )


@rule(
    "CV048",
    cites=Practice("Un organisme autorise une signature par un acte ; l’organe qui l’a pris n’en est pas un."),
    draft=WARNING,
    final=WARNING,
)
def decisions_name_an_act(case: Case) -> Iterator[Problem]:
    """La décision d’un organisme nomme l’acte : une décision, une délibération, un procès-verbal.

    Refusé : « conseil d’administration du 16 avril 2018 ».
    Admis : « la décision de son conseil d’administration du 16 avril 2018 ».
    """
    for rank, body in enumerate(case.action.associated_bodies):
        if body.own_decision and ACTS_OF_BODIES.isdisjoint(plain_words(body.own_decision)):
            yield Problem(
                ("organismes_associes", rank, "decision"),
                f"« {body.own_decision} » ne nomme aucun acte : l’acte dirait « agissant en vertu » de cela.",
                f"Écrivez l’acte, son auteur et sa date : « {OWN_DECISION.example} ».",
            )


RULES = (texts_fit_their_sentence, decisions_name_an_act)
