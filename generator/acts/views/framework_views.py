"""The framework convention, as templates see it: its title, its dates, its signed words by key and in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.acts.facts.fact import Verbatim
from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.namings import Agreement, ClausePlace, Form, Formed, Noun, NounList
from generator.acts.facts.quantities import Dated, RankInLetters, YearCount, dated
from generator.acts.view_fields import View, by_key, fact
from generator.acts.views.name_views import AGREEMENT, CountView, GenderedNameView, count_view, gendered_name
from generator.case.records import Case, FrameworkRecord
from generator.convention import CLAUSES, Article, Paragraph, Party, Renewal, RenewalEvent, SignedText, term_of
from generator.model.approvals import Deliberation


def _clause_keys(what: str) -> dict[str, str]:
    """Return what each clause that frameworks have in common is told by; a framework's file may add its own."""
    return {**{key: f"{what} : {label}" for key, label in CLAUSES.items()}, "*": "clause propre"}


class RenewalVoteView(View, title="Un vote de renouvellement"):
    """A party's deliberation on a renewal."""

    party: GenderedNameView = fact("partie", "partie qui a voté")
    number: str | Missing = fact("numero", "numéro de la délibération")
    day: Dated | Missing = fact("date", "date de la délibération")


class RenewalView(View, title="Un renouvellement"):
    """A renewal of the framework convention."""

    is_tacit: bool = fact("tacite", "la convention-cadre se reconduit tacitement")
    years: YearCount | Missing = fact("duree", "durée, en lettres")
    votes: tuple[RenewalVoteView, ...] = fact("deliberations", "votes des parties, pour un renouvellement exprès")


class FrameworkView(View, title="La convention-cadre"):
    """The framework convention, as an act refers to it."""

    title_alone: str = fact("titre", "titre, sans article")
    the: Formed = fact("le", "titre avec son article")
    opening: Formed = fact("Le", "titre avec son article, en tête de phrase")
    of: Formed = fact("de", "titre après « de »")
    to: Formed = fact("a", "titre après « à »")
    ending: Agreement = fact("e", AGREEMENT)
    signature_day: Dated | Missing = fact("date_signature", "date de sa signature")
    signature_place: str | Missing = fact("lieu_signature", "lieu de sa signature")
    transmission_day: Dated | Missing = fact("date_transmission", "date de sa transmission au représentant de l’État")
    start: Dated | Missing = fact("debut", "premier jour d’application")
    end: Dated | Missing = fact("fin", "dernier jour d’application")
    parties: NounList = fact("parties", "les parties, énumérées")
    parties_with_articles: NounList = fact("parties_le", "les parties avec leurs articles, énumérées")
    originals: CountView = fact("exemplaires", "nombre d’exemplaires signés")
    places: Mapping[str, ClausePlace | None] = by_key(
        "article",
        "où le texte dit chaque chose : « article 4 » ; faux s’il ne le dit pas",
        title="Les clauses de la convention-cadre, par leur place",
        keys=_clause_keys("place de la clause"),
    )
    quotations: Mapping[str, Verbatim | Missing | None] = by_key(
        "citation",
        "ce que le texte en dit, mot pour mot ; faux s’il ne le dit pas",
        title="Les clauses de la convention-cadre, mot pour mot",
        keys=_clause_keys("texte de la clause"),
    )
    renewals: tuple[RenewalView, ...] = fact("renouvellements", "renouvellements intervenus")


class AxisView(View, title="L’axe de coopération"):
    """The axis that the action belongs to, in signed words."""

    label: Verbatim | Missing = fact("intitule", "intitulé, mot pour mot")
    quotation: Verbatim | Missing = fact("citation", "énoncé, mot pour mot")
    rank: RankInLetters | Missing = fact("rang", "rang en lettres : premier, deuxième")


class ParagraphView(View, title="Un alinéa du texte signé"):
    """A paragraph of the signed text."""

    words: Verbatim = fact("texte", "les mots, sans aucune retouche")
    layout: str = fact("forme", "corps, tiret, axe, fonction ou signataire")


class ArticleView(View, title="Un article du texte signé"):
    """An article of the signed text."""

    heading: Verbatim = fact("titre", "titre de l’article")
    paragraphs: tuple[ParagraphView, ...] = fact("paragraphes", "alinéas")


class SignedTextView(View, title="Le texte signé"):
    """The signed text, in reading order."""

    heading: Verbatim = fact("titre", "titre")
    parties: tuple[ParagraphView, ...] = fact("comparution", "énoncé des parties")
    preamble_heading: Verbatim = fact("titre_preambule", "titre du préambule ; vide à défaut")
    preamble: tuple[ParagraphView, ...] = fact("preambule", "préambule")
    agreement: tuple[ParagraphView, ...] = fact("formule", "formule d’accord")
    articles: tuple[ArticleView, ...] = fact("articles", "articles")
    closing: tuple[ParagraphView, ...] = fact("cloture", "énoncé final")


class FrameworkTextView(View):
    """What a copy of the framework convention tells besides what all documents of the action share."""

    text: SignedTextView = fact("texte", "texte signé de la convention-cadre, mot pour mot")


def framework_view(record: FrameworkRecord) -> FrameworkView:
    """Return the framework convention: its title in all forms, its dates, its places and signed words by key."""
    framework, events = record.framework, record.events
    noun = framework_noun(record)
    first, last = term_of(framework, events) or (None, None)
    signature = events.signature if events else None
    transmission = events.transmission.day if events and events.transmission else None
    nouns = [Noun.of_party(party, party.id) for party in parties_of(record)]
    none: dict[str, None] = dict.fromkeys(CLAUSES)
    return FrameworkView(
        title_alone=framework.title,
        the=Formed(noun, Form.THE),
        opening=Formed(noun, Form.OPENING_THE),
        of=Formed(noun, Form.OF),
        to=Formed(noun, Form.TO),
        ending=Agreement(noun.forms.gender),
        signature_day=dated(signature.day if signature else None, Missing(Gap.FRAMEWORK_SIGNATURE_DAY, noun)),
        signature_place=known(signature.place if signature else None, Missing(Gap.FRAMEWORK_SIGNATURE_PLACE, noun)),
        transmission_day=dated(transmission, Missing(Gap.FRAMEWORK_TRANSMISSION_DAY, noun)),
        start=dated(first, Missing(Gap.FRAMEWORK_START, noun)),
        end=dated(last, Missing(Gap.FRAMEWORK_END, noun)),
        parties=NounList(nouns, Form.PLAIN),
        parties_with_articles=NounList(nouns, Form.THE),
        originals=count_view(framework.originals),
        places=none | {key: ClausePlace(place) for key, place in framework.clauses.items()},
        quotations=none | {key: _quotation(record, key) for key in framework.clauses},
        renewals=_renewals(record),
    )


def parties_of(record: FrameworkRecord) -> tuple[Party, ...]:
    """Return the parties of a framework convention, in the order that its text names them."""
    ordered = (record.framework.party(identifier) for identifier in record.framework.party_order)
    return tuple(party for party in ordered if party is not None)


def framework_noun(record: FrameworkRecord) -> Noun:
    """Return the title of the framework convention as a name."""
    return Noun(record.framework.title, record.framework.forms)


def axis_view(case: Case) -> AxisView | None:
    """Return the action's axis; None under a framework that has none."""
    framework = case.framework
    axis = framework.axis(case.action.axis)
    if axis is None and not framework.axes:
        return None
    if axis is None:
        missing = Missing(Gap.AXIS)
        return AxisView(label=missing, quotation=missing, rank=missing)
    words = framework.text.words_at(axis.clause)
    return AxisView(
        label=Verbatim(axis.label),
        quotation=Verbatim(words) if words else Missing(Gap.AXIS_WORDS),
        rank=RankInLetters([candidate.id for candidate in framework.axes].index(axis.id) + 1),
    )


def signed_text_view(text: SignedText) -> SignedTextView:
    """Return the signed text, of which nothing is corrected."""
    return SignedTextView(
        heading=Verbatim(text.title),
        parties=_paragraphs(text.parties),
        preamble_heading=Verbatim(text.preamble_heading or ""),
        preamble=_paragraphs(text.preamble),
        agreement=_paragraphs(text.agreement),
        articles=tuple(_article(article) for article in text.articles),
        closing=_paragraphs(text.closing),
    )


def _paragraphs(paragraphs: Sequence[Paragraph]) -> tuple[ParagraphView, ...]:
    return tuple(
        ParagraphView(words=Verbatim(paragraph.words), layout=paragraph.layout.value) for paragraph in paragraphs
    )


def _article(article: Article) -> ArticleView:
    return ArticleView(heading=Verbatim(article.heading), paragraphs=_paragraphs(article.paragraphs))


def _quotation(record: FrameworkRecord, key: str) -> Verbatim | Missing:
    words = record.quote(key)
    return Verbatim(words) if words else Missing(Gap.CLAUSE_WORDS, about=key)


def _renewals(record: FrameworkRecord) -> tuple[RenewalView, ...]:
    """Return the renewals that were not denounced."""
    renewals = record.events.renewals if record.events else ()
    return tuple(_renewal(record, renewal) for renewal in renewals if not renewal.denounced)


def _renewal(record: FrameworkRecord, renewal: RenewalEvent) -> RenewalView:
    """Return a renewal; one that is voted names every party until its votes are known."""
    votes = renewal.deliberations or [Deliberation.model_validate({"partie": party.id}) for party in parties_of(record)]
    return RenewalView(
        is_tacit=record.framework.term.renewal is Renewal.TACIT,
        years=YearCount(renewal.years) if renewal.years else Missing(Gap.RENEWAL_YEARS),
        votes=tuple(_renewal_vote(record, vote) for vote in votes),
    )


def _renewal_vote(record: FrameworkRecord, vote: Deliberation) -> RenewalVoteView:
    return RenewalVoteView(
        party=gendered_name(Noun.of_party(record.framework.party(vote.party), vote.party)),
        number=known(vote.number, Missing(Gap.RENEWAL_VOTE_NUMBER)),
        day=dated(vote.day, Missing(Gap.RENEWAL_VOTE_DAY)),
    )
