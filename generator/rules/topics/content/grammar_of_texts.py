"""Grammar: what is typed for a sentence of the act has the form that the sentence wants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.case.records import Case
from generator.french import Grammar, fitted
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


RULES = (texts_fit_their_sentence,)
