"""The framework convention itself: its parameters are read in its text, and its data hold together.

These rules judge a framework convention and its events without any action; an act made under it is barred by their
errors like by those of its own rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.case.records import FrameworkRecord, Source
from generator.convention import Framework, Locator, Renewal, Term, TermStart, last_day_of
from generator.findings import Path
from generator.french import cardinal, long_date, ordinal
from generator.rules.engine.citations import Framework as Clause
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import did_you_mean, on_one_line, the_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, WARNING, rule


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
    costs, evaluation = framework.costs, framework.evaluation
    filled = (
        (("duree",), "duree", True),
        (("duree", "renouvellement"), "renouvellement", framework.term.renewal is not Renewal.NONE),
        (("duree", "renouvellements_au_plus"), "renouvellement", framework.term.most_renewals is not None),
        (("exemplaires",), "exemplaires", framework.originals is not None),
        (("axes",), "axes", bool(framework.axes)),
        (("periode_des_axes",), "periode_des_axes", framework.axes_period is not None),
        (("participation_de_chaque_partie",), "participation", framework.participation),
        (("convention_specifique_par_action",), "convention_specifique", framework.specific_agreement),
        (
            ("frais", "transport_international"),
            "transport_international",
            costs.international_transport is not None,
        ),
        (("frais", "sejour"), "sejour", costs.stay is not None),
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


@rule(
    "CO040",
    cites=Practice("L’acte nomme chaque partie une fois, et chacune le signe une fois."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def orders_name_each_party_once(record: FrameworkRecord) -> Iterator[Problem]:
    """L’ordre des parties et l’ordre des signatures nomment chaque partie une fois, et personne d’autre.

    Refusé : une partie manque dans l’ordre des signatures.
    Admis : les deux ordres nomment les mêmes parties, différemment rangées.
    """
    framework = record.framework
    for key, order in (
        ("ordre_des_parties", framework.party_order),
        ("ordre_des_signatures", framework.signature_order),
    ):
        known = [party.id for party in framework.parties]
        for rank, identifier in enumerate(order):
            if identifier not in known:
                fix = did_you_mean(identifier, known)
                yield Problem((key, rank), f"« {identifier} » ne désigne aucune partie.", fix, Source.FRAMEWORK)
            elif identifier in order[:rank]:
                message = f"« {identifier} » est nommée deux fois."
                yield Problem((key, rank), message, "Ne la gardez qu’à sa place.", Source.FRAMEWORK)
        for party in framework.parties:
            if party.id not in order:
                yield Problem(
                    (key,),
                    f"« {key} » ne nomme pas {the_party(party)}.",
                    f"Ajoutez « {party.id} » à son rang.",
                    Source.FRAMEWORK,
                )


@rule(
    "CO041",
    cites=Practice("Deux choses ne portent pas le même identifiant."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def identifiers_of_the_framework_are_unique(record: FrameworkRecord) -> Iterator[Problem]:
    """Chaque identifiant de la convention-cadre ne désigne qu’une partie, ou qu’un axe.

    Refusé : deux axes s’appellent « jeunesse ».
    Admis : chaque axe a son identifiant.
    """
    for key, identifiers in (
        ("parties", [party.id for party in record.framework.parties]),
        ("axes", [axis.id for axis in record.framework.axes]),
    ):
        for rank in _repeated(identifiers):
            yield Problem(
                (key, rank, "id"),
                f"L’identifiant « {identifiers[rank]} » est déjà pris.",
                "Donnez un autre « id », et reprenez-le partout où il est cité.",
                Source.FRAMEWORK,
            )


def _repeated(identifiers: Sequence[str]) -> Iterator[int]:
    return (rank for rank, identifier in enumerate(identifiers) if identifier in identifiers[:rank])


@rule(
    "CO042",
    cites=Practice("Une durée se compte en années depuis un jour, ou va d’une date à une autre."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def term_holds_together(record: FrameworkRecord) -> Iterator[Problem]:
    """La durée est en années ou en dates ; si le texte donne les deux, elles s’accordent.

    Refusé : ni années ni dernier jour ; ou une fin qui précède le début.
    Admis : un nombre d’années depuis la signature ; ou un premier et un dernier jour.
    """
    fault = _fault_of(record.framework.term)
    if fault is not None:
        key, message, fix = fault
        yield Problem(("duree", key), message, fix, Source.FRAMEWORK)


def _fault_of(term: Term) -> tuple[str, str, str] | None:
    """Return the key at fault, what is wrong with it and how to mend it; None for a sound term."""
    years, most = term.years, term.most_renewals
    if years is not None and years < 1:
        return "annees", f"Une durée de {years} an n’en est pas une.", "Écrivez le nombre d’années que dit le texte."
    if most is not None and (most < 1 or term.renewal is Renewal.NONE):
        message = f"« renouvellements_au_plus » vaut {most}, et « renouvellement » vaut « {term.renewal.value} »."
        return "renouvellements_au_plus", message, "Accordez les deux avec ce que dit le texte, ou videz le nombre."
    if years is None and term.last_day is None:
        return (
            "annees",
            "La durée n’est donnée ni en années ni par un dernier jour.",
            "Remplissez « annees » ou « fin ».",
        )
    return _fault_of_dates(term) if term.starts_at is TermStart.DAY else _fault_of_a_day_without_use(term)


def _fault_of_dates(term: Term) -> tuple[str, str, str] | None:
    first, last = term.first_day, term.last_day
    if first is None:
        return "debut", "La durée court d’une date, qui manque.", "Remplissez « debut », ou corrigez « a_compter_de »."
    if last is not None and last < first:
        return "fin", f"Le dernier jour ({long_date(last)}) précède le premier ({long_date(first)}).", "Corrigez-les."
    counted = last_day_of(first, term.years) if term.years is not None else last
    if last is None or counted is None or counted == last:
        return None
    message = f"La durée en années mène au {long_date(counted)}, et non au dernier jour ({long_date(last)})."
    return "annees", message, "Ne gardez que ce que dit le texte : les années, ou les dates."


def _fault_of_a_day_without_use(term: Term) -> tuple[str, str, str] | None:
    if term.first_day is None:
        return None
    return (
        "debut",
        f"Le premier jour ({long_date(term.first_day)}) est donné, et la durée court de la {term.starts_at.value}.",
        "Écrivez « date » sous « a_compter_de », ou videz « debut ».",
    )


@rule(
    "CO043",
    cites=Practice("Un renouvellement suit le mode que la convention-cadre prévoit, et sa durée est connue."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def renewals_fit_the_framework(record: FrameworkRecord) -> Iterator[Problem]:
    """Un renouvellement est de ceux que le texte prévoit, et dit combien d’années il dure.

    Refusé : un renouvellement sans durée ; ou un renouvellement d’une convention qui n’en prévoit pas, ou pas autant.
    Admis : un renouvellement d’un an au moins, dénoncé seulement s’il est tacite.
    """
    mode, most = record.framework.term.renewal, record.framework.term.most_renewals
    for rank, renewal in enumerate(record.events.renewals if record.events else ()):
        path: Path = ("renouvellements", rank)
        if most is not None and rank >= most:
            message = (
                f"C’est le {ordinal(rank + 1)} renouvellement, quand le texte signé en permet {cardinal(most)} au plus."
            )
            yield Problem(path, message, "Retirez-le, et concluez une nouvelle convention-cadre.", Source.EVENTS)
        if mode is Renewal.NONE:
            message = "La convention-cadre ne prévoit pas de renouvellement."
            yield Problem(path, message, "Concluez une nouvelle convention, ou corrigez « duree ».", Source.EVENTS)
        elif renewal.years is None or renewal.years < 1:
            message = "La durée du renouvellement n’est pas connue."
            yield Problem((*path, "annees"), message, "Remplissez « annees ».", Source.EVENTS)
        if renewal.denounced and mode is not Renewal.TACIT:
            message = "Seul un renouvellement tacite se dénonce."
            yield Problem((*path, "denonciation"), message, "Retirez ce renouvellement.", Source.EVENTS)


@rule(
    "CO044",
    cites=Practice("Un identifiant désigne une partie ou un axe de la convention-cadre."),
    draft=ERROR,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def identifiers_designate_a_party_or_an_axis(record: FrameworkRecord) -> Iterator[Problem]:
    """Les événements nomment des parties de la convention-cadre ; les paragraphes du texte, ses axes.

    Refusé : une délibération est celle d’une partie mal orthographiée.
    Admis : elle est celle d’une partie.
    """
    parties = [party.id for party in record.framework.parties]
    for path, identifier in _parties_of_events(record):
        if identifier not in parties:
            fix = did_you_mean(identifier, parties)
            yield Problem(path, f"« {identifier} » ne désigne aucune partie.", fix, Source.EVENTS)
    axes = [axis.id for axis in record.framework.axes]
    for path, identifier in _axes_of_text(record.framework):
        if identifier not in axes:
            fix = did_you_mean(identifier, axes)
            yield Problem(path, f"« {identifier} » ne désigne aucun axe.", fix, Source.FRAMEWORK)


def _parties_of_events(record: FrameworkRecord) -> Iterator[tuple[Path, str]]:
    events = record.events
    if events is None:
        return
    yield from ((("deliberations", rank, "partie"), vote.party) for rank, vote in enumerate(events.deliberations))
    for rank, renewal in enumerate(events.renewals):
        for place, vote in enumerate(renewal.deliberations):
            yield ("renouvellements", rank, "deliberations", place, "partie"), vote.party
    yield from ((("mandats", rank, "partie"), holder.party) for rank, holder in enumerate(events.mandates))


def _axes_of_text(framework: Framework) -> Iterator[tuple[Path, str]]:
    for rank, article in enumerate(framework.text.articles):
        for place, paragraph in enumerate(article.paragraphs):
            if paragraph.axis is not None:
                yield ("texte", "articles", rank, "paragraphes", place, "axe"), paragraph.axis


RULES = (
    cited_places_exist,
    articles_are_numbered_without_a_hole,
    axes_are_quoted_word_for_word,
    parameters_have_their_clause,
    every_party_may_have_an_original,
    orders_name_each_party_once,
    identifiers_of_the_framework_are_unique,
    term_holds_together,
    renewals_fit_the_framework,
    identifiers_designate_a_party_or_an_axis,
)
