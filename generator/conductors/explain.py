"""What ``parafe explain`` tells of every code: rules with the words of their sources, and the messages of each step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.case.records import Case
from generator.load import load_allowances, load_events, load_framework, load_law, load_rule_settings
from generator.messages.message import Message, said
from generator.messages.registry import MESSAGES
from generator.model import Action, Allowances, Law
from generator.model.kind import Stage
from generator.model.rule_settings import Effect, RuleSetting, RuleSettings
from generator.rules import RULES, YEAR_RULES, AnyRule, Explanation, account_of, effective_settings, explain
from generator.workspace import Workspace

_STAGES = {
    Stage.BEFORE_VOTE: "le projet soumis au vote",
    Stage.BEFORE_DEPARTURE: "l’ordre de mission",
    Stage.SIGNATURE: "la signature",
    Stage.AFTER_SIGNATURE: "les suites de la signature",
    Stage.AFTER_MISSION: "les suites de la mission",
    Stage.REPORT: "le bilan",
}

_FAMILIES = {
    "BU": "Budget",
    "CC": "Convention-cadre",
    "CG": "Code général des collectivités territoriales et droit de chaque partie",
    "CO": "Cohérence",
    "CV": "Forme de l’acte",
    "OM": "Déplacements",
}
"""Families of rules: the letters of their codes → what their section of the manual is called."""

_MESSAGE_FAMILIES = {
    "FO": "La forme des fichiers de saisie",
    "TP": "Les modèles Word",
    "MO": "Les genres de documents",
    "TV": "Le texte voté et le texte signé",
    "DO": "Les dossiers de signature",
    "PU": "L’écriture des documents",
    "ES": "Un nouvel espace de travail",
}
"""The same for all other messages."""

_PLACEHOLDER = re.compile(r"(?<!\{)\{\w+\}")

_EFFECTS = {Effect.ERROR: "une erreur", Effect.WARNING: "un avertissement", Effect.OFF: "arrêtée"}
_OF_YEARS = frozenset(rule.code for rule in YEAR_RULES)
"""The rules that no action can set aside: they judge all actions of a year."""


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say of one code: a line for the list, and the whole."""

    headline: str
    text: str


def pages_of(workspace: Workspace) -> dict[str, Page]:
    """Return a page for every code, rules first; rules quote the framework conventions of the workspace."""
    cases = list(_bare_cases(workspace))
    settings = _effective_settings(workspace)
    rules = sorted(RULES, key=lambda rule: rule.code)
    pages = {rule.code: _rule_page(rule, cases, settings.get(rule.code)) for rule in rules}
    messages = sorted(MESSAGES, key=lambda message: message.code)
    return pages | {message.code: _message_page(message) for message in messages}


def rules_manual(workspace: Workspace) -> str:
    """Return the manual of the rules in Markdown: a section for each family, with the sources of a workspace."""
    cases = list(_bare_cases(workspace))
    lines: list[str] = []
    for letters, title in _FAMILIES.items():
        family = sorted((rule for rule in RULES if rule.code.startswith(letters)), key=lambda rule: rule.code)
        lines += [f"## {letters} – {title}", "", *(line for rule in family for line in _manual_entry(rule, cases))]
    return "\n".join(lines)


def messages_manual() -> str:
    """Return the manual of all other messages in Markdown: a section for each family, an entry for each code."""
    lines: list[str] = []
    for letters, title in _MESSAGE_FAMILIES.items():
        family = sorted((each for each in MESSAGES if each.code.startswith(letters)), key=lambda each: each.code)
        lines += [f"## {letters} – {title}", ""]
        for message in family:
            text, fix = _general(message.text), _general(message.fix)
            lines += [f"### {message.code} – {text}", ""]
            lines += [f"- Gravité : {message.severity.value}."]
            lines += [f"- Pourquoi : {said(message.why)}"] if message.why else []
            lines += [f"- À faire : {fix}"] if fix else []
            lines += [""]
    return "\n".join(lines)


def _manual_entry(rule: AnyRule, cases: list[Case]) -> Iterator[str]:
    found, sources = _explained(rule, cases)
    yield from (f"### {rule.code} – {found.manual.summary}", "")
    yield from (f"- Texte : {source}" for source in sources)
    yield from (f"- {line}" for line in _manual_lines(found) if line)
    yield ""


def _bare_cases(workspace: Workspace) -> Iterator[Case]:
    """Yield a case without content for each framework convention: enough to quote it and the law."""
    law = load_law(workspace).partial or Law()
    allowances = load_allowances(workspace).partial or Allowances()
    for identifier in workspace.framework_ids():
        framework = load_framework(identifier, workspace).partial
        events = load_events(identifier, workspace)
        if framework is not None:
            action = Action.model_validate({"numero": "0000-00", "convention": identifier})
            happened = events.partial if events else None
            yield Case(action=action, framework=framework, events=happened, law=law, allowances=allowances)


def _effective_settings(workspace: Workspace) -> Mapping[str, RuleSetting]:
    loaded = load_rule_settings(workspace)
    return effective_settings((loaded.partial if loaded else None) or RuleSettings())


def _rule_page(rule: AnyRule, cases: list[Case], setting: RuleSetting | None) -> Page:
    found, sources = _explained(rule, cases)
    headline = f"{rule.code}  {found.manual.summary}"
    lines = [headline, "", *(f"Texte : {source}" for source in sources), "", *_manual_lines(found)]
    if setting is not None:
        lines.append(f"Dans cet espace de travail : {_EFFECTS[setting.effect]}, {account_of(setting)}")
    return Page(headline, "\n".join(lines))


def _explained(rule: AnyRule, cases: list[Case]) -> tuple[Explanation, list[str]]:
    """Return what there is to know of a rule, and its source in the words of each framework convention."""
    seen: Sequence[Case | None] = cases or [None]
    explained = [found for case in seen if (found := explain(rule.code, case)) is not None]
    return explained[0], list(dict.fromkeys(found.citation for found in explained))


def _manual_lines(found: Explanation) -> Iterator[str]:
    yield f"Refusé : {found.manual.refused}"
    yield f"Admis : {found.manual.admitted}"
    yield ""
    yield f"Gravité : {found.draft.value} dans un projet, {found.final.value} dans un acte définitif."
    if found.bars:
        yield f"Empêche : {', '.join(_STAGES[stage] for stage in found.bars)}."
    if found.waivable and found.code in _OF_YEARS:
        yield "Juge toute l’année : aucune dérogation d’une action ne la lève, un réglage d’inputs/regles.yaml la pèse."
    else:
        yield "Peut être écartée par une dérogation motivée." if found.waivable else "Ne peut pas être écartée."


def _message_page(message: Message) -> Page:
    text, fix = (_general(sentence) for sentence in (message.text, message.fix))
    headline = f"{message.code}  {text}"
    lines = [headline, *(["", said(message.why)] if message.why else []), *(["", f"À faire : {fix}"] if fix else [])]
    return Page(headline, "\n".join(lines))


def _general(sentence: str) -> str:
    """Return what a message says, whatever it is about."""
    return _PLACEHOLDER.sub("…", said(sentence)).replace("{{", "{").replace("}}", "}")
