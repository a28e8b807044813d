"""The law as dated data: statutes, procedures by country, allowance tables. Nothing of it stands in code."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from generator.french import plain_words
from generator.model.entries import (
    Amount,
    Country,
    Currency,
    Day,
    Entry,
    Identifier,
    Text,
    YesNo,
    is_within,
    key,
    required,
)


class InForce(Entry):
    """A period in force: from a day, to a day (both included); an open end is null."""

    since: Day | None = key("du", "Premier jour d’application ; vide : ancien")
    until: Day | None = key("au", "Dernier jour d’application ; vide : toujours en vigueur")

    def covers(self, day: date | None) -> bool:
        """Whether the text applies on ``day``; a day that is not known yet rules nothing out."""
        return day is None or is_within(day, self.since, self.until)


class Setting(Entry):
    """A figure that a text sets: an amount, a share, a delay, a threshold."""

    name: Identifier = required("nom", "Nom du chiffre, repris par les règles")
    value: Amount = required("valeur", "Valeur")
    unit: Text | None = key("unite", "Unité : EUR, pour cent, mois, jours, habitants")


class Governed(Entry):
    """The employers whose officers on mission a text governs."""

    country: Country = required("pays", "Pays")
    kinds: tuple[Identifier, ...] = key("natures", "Natures d’employeurs ; vide : toutes", ())


class Occasion(StrEnum):
    """What an act must do for it to cite a text that not every act cites."""

    PRIVATE_SUBSIDY = "subvention_privee"
    ASSOCIATION_SUBSIDY = "subvention_a_une_association"


class StatuteVersion(Entry):
    """A text of law, one entry for each version whose content matters to a rule."""

    reference: Text = required("cle", "Clé que les règles citent : CGCT L. 1115-1")
    title: Text = required("titre", "Référence complète, telle qu’un acte la cite")
    words: Text | None = key("texte", "Ce que le texte dit, en une phrase")
    in_force: InForce = key("en_vigueur", "Période d’application", InForce.model_construct())
    sets: tuple[Setting, ...] = key("fixe", "Chiffres que le texte fixe", ())
    cited_for: Occasion | None = key(
        "vise_pour", "Ce pour quoi un acte vise le texte : subvention_privee, subvention_a_une_association"
    )
    citation: Text | None = key("visa", "Texte tel que l’acte le vise alors, avec son article défini")
    governs: tuple[Governed, ...] = key("regit", "Employeurs dont il régit les agents en mission, s’il en est", ())
    source: Text | None = key("source", "Où le texte a été lu")

    def governs_officers_of(self, country: str, kind: str) -> bool:
        """Whether it governs the officers of a kind of employer; one that says nothing of missions excludes none."""
        entries = [entry.kinds for entry in self.governs if entry.country == country]
        return not self.governs or any(not kinds or kind in kinds for kinds in entries)


class ProcedureStep(StrEnum):
    """A step between a party's vote and its signature."""

    VOTE = "vote"
    TRANSMISSION = "transmission"
    PUBLICATION = "publication"
    VISA = "visa"


class VoteCheck(StrEnum):
    """Something that makes a vote irregular when it is missing, and that the vote's own record tells."""

    NOTICE = "convocation"
    SUMMARY_NOTE = "note_de_synthese"
    INTERESTED_MEMBERS = "elus_interesses"
    QUORUM = "quorum"


class Delay(Entry):
    """A delay that must pass once the text was sent to an authority: its statute sets the figure."""

    statute: Text = required("texte", "Clé du texte qui fixe « delai_prealable », en mois")
    before: ProcedureStep | None = key("avant", "Étape qui attend la fin du délai ; vide : la signature")


class OwnedTexts(Entry):
    """References that govern a kind of body, and no other: a part of a code, a law."""

    starts: tuple[Text, ...] = key("debuts", "Débuts de références : « L. 2 » pour L. 2121-29, « 113-14 »", ())
    code: tuple[Text, ...] = key("code", "Noms du code, dont l’un doit être écrit aussi ; vide : aucun", ())


class VoteTexts(Entry):
    """The text that each check of a vote stands on: small authorities may have their own."""

    notice: Text | None = key("convocation", "Texte qui fixe le délai de convocation")
    small_notice: Text | None = key(
        "convocation_sous_le_seuil", "Texte qui le fixe sous le « seuil_convocation » du premier"
    )
    summary_note: Text | None = key("note_de_synthese", "Texte qui veut une note de synthèse, ou un rapport")
    interested_members: Text | None = key("elus_interesses", "Texte sur les élus intéressés")
    quorum: Text | None = key("quorum", "Texte qui fixe le quorum")

    def of(self, check: VoteCheck) -> str | None:
        """Return the text of a check; None where the reference does not name it."""
        match check:
            case VoteCheck.NOTICE:
                return self.notice
            case VoteCheck.SUMMARY_NOTE:
                return self.summary_note
            case VoteCheck.INTERESTED_MEMBERS:
                return self.interested_members
            case VoteCheck.QUORUM:
                return self.quorum


class PartyProcedure(Entry):
    """What a country's law asks of a kind of body before it signs, and what its acts cite."""

    country: Country = required("pays", "Pays")
    kinds: tuple[Identifier, ...] = key("natures", "Natures de collectivités visées ; vide : toutes", ())
    in_force: InForce = key("en_vigueur", "Période d’application", InForce.model_construct())
    steps: tuple[ProcedureStep, ...] = key("etapes", "Étapes avant signature, dans l’ordre", ())
    statute: Text | None = key("texte", "Clé du texte qui fonde ces étapes")
    vote_statute: Text | None = key("texte_du_vote", "Clé du texte qui veut un vote, si ce n’est pas le même")
    vote_checks: tuple[VoteCheck, ...] = key(
        "controles_du_vote",
        "Ce qu’un vote régulier demande : convocation, note_de_synthese, elus_interesses, quorum",
        (),
    )
    vote_texts: VoteTexts = key(
        "textes_du_vote", "Texte de chaque contrôle du vote, par son nom", VoteTexts.model_construct()
    )
    numbered: tuple[ProcedureStep, ...] = key("numerotes", "Étapes dont l’acte porte un numéro : vote, visa", ())
    delegates: tuple[Text, ...] = key(
        "organes_delegues", "Organes qui décident par délégation de l’assemblée : bureau, commission permanente…", ()
    )
    powerless: tuple[Text, ...] = key(
        "organes_sans_pouvoir", "Organes qui ne peuvent pas décider à la place de l’assemblée", ()
    )
    prior_delay: Delay | None = key("delai_prealable", "Délai qui court de l’envoi du texte à l’autorité")
    electronic_statute: Text | None = key(
        "texte_de_la_teletransmission",
        "Texte qui veut une transmission électronique, à partir de son seuil s’il en a un",
    )
    owned: OwnedTexts = key(
        "textes_propres", "Références qui ne régissent que ces natures", OwnedTexts.model_construct()
    )
    controller: Text | None = key("autorite_de_controle", "Autorité qui reçoit ou vise : le préfet, le gouverneur…")
    citations: tuple[Text, ...] = key("visas", "Textes que les actes visent, avec leur article défini", ())
    enters_into_force_on_transmission: YesNo = key(
        "entree_en_vigueur_a_la_transmission", "La convention entre en vigueur à sa transmission", default=False
    )
    issues_mission_orders: YesNo = key(
        "ordres_de_mission", "La collectivité délivre ses ordres de mission par ce programme", default=False
    )
    order_citations: tuple[Text, ...] = key(
        "visas_des_ordres", "Textes que visent ses ordres de mission, avec leur article défini", ()
    )
    legal_executive_title: Text | None = key("titre_legal", "Titre légal de l’exécutif, si l’usage en emploie un autre")


class WordList(Entry):
    """Words by which rules recognise something in what people type; compared without case nor accents."""

    name: Identifier = required("nom", "Nom de la liste, repris par les règles")
    words: tuple[Text, ...] = key("mots", "Les mots, ou les groupes de mots", ())


class PlaceholderPlace(StrEnum):
    """Where in a text words stand for what is still to be written."""

    ALONE = "seul"
    AT_END = "fin"
    ANYWHERE = "partout"


class Placeholders(Entry):
    """Words that people type where something is still to be written; compared without case nor accents."""

    place: PlaceholderPlace = required(
        "ou", "seul : refusés quand ils sont tout le texte ; fin : aussi à sa fin, ou entre crochets ; partout"
    )
    words: tuple[Text, ...] = key("mots", "Les mots, ou les signes", ())


class Law(Entry):
    """One file of ``inputs/references/``."""

    statutes: tuple[StatuteVersion, ...] = key("textes", "Textes de loi, décrets, décisions", ())
    procedures: tuple[PartyProcedure, ...] = key("procedures", "Procédures par pays et par nature", ())
    placeholders: tuple[Placeholders, ...] = key("textes_d_attente", "Textes d’attente qu’un acte ne porte pas", ())
    word_lists: tuple[WordList, ...] = key("listes_de_mots", "Mots que les règles reconnaissent", ())
    guides: tuple[Setting, ...] = key("reperes", "Chiffres d’usage qu’aucun texte ne fixe", ())

    def words(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Return the entries of a list as plain words; none when no file has that list."""
        return self._plain_lists.get(name, ())

    def begins(self, words: tuple[str, ...], name: str) -> bool:
        """Tell whether plain words begin with an entry of a list."""
        entries = self._entries_by_first_word.get((name, *words[:1]), ())
        return any(words[: len(entry)] == entry for entry in entries)

    def guide(self, name: str) -> Decimal | None:
        """Return a figure of usage; None when no file gives it."""
        return next((setting.value for setting in self.guides if setting.name == name), None)

    @cached_property
    def versions(self) -> Mapping[str, list[StatuteVersion]]:
        """The versions of each statute by its reference, in the order of the files."""
        versions: dict[str, list[StatuteVersion]] = {}
        for text in self.statutes:
            versions.setdefault(text.reference, []).append(text)
        return versions

    @cached_property
    def _plain_lists(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        lists: dict[str, tuple[tuple[str, ...], ...]] = {}
        for listed in self.word_lists:
            lists[listed.name] = (*lists.get(listed.name, ()), *map(plain_words, listed.words))
        return lists

    @cached_property
    def _entries_by_first_word(self) -> Mapping[tuple[str, ...], list[tuple[str, ...]]]:
        """The entries of the lists, by the name of the list and their first word."""
        entries: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for name, listed in self._plain_lists.items():
            for entry in listed:
                if entry:
                    entries.setdefault((name, entry[0]), []).append(entry)
        return entries


class AllowanceRate(Entry):
    """The daily mission allowance for a country (arrêté du 3 juillet 2006, annexe 1)."""

    country: Country = required("pays", "Pays de la mission")
    place: Text | None = key("lieu", "Ville ou zone, si le barème la distingue")
    in_force: InForce = key("en_vigueur", "Période d’application", InForce.model_construct())
    currency: Currency | None = key("devise", "Devise du barème")
    amount: Amount | None = key("montant", "Montant journalier ; vide tant que la collectivité ne l’a pas saisi")
    source: Text | None = key("source", "Arrêté et date")


class AllowanceReduction(Entry):
    """The shares by which an allowance is reduced when lodging or meals are provided free of charge."""

    in_force: InForce = key("en_vigueur", "Période d’application", InForce.model_construct())
    lodging_percent: Amount = required("logement", "Réduction si l’agent est logé, en pour cent")
    meal_percent: Amount = required("repas", "Réduction pour chacun des deux repas, en pour cent")
    statute: Text | None = key("texte", "Clé du texte")


class Allowances(Entry):
    """One file of ``inputs/baremes/``."""

    example: YesNo = key("exemple", "Données d’exemple", default=False)
    rates: tuple[AllowanceRate, ...] = key("indemnites", "Indemnités journalières de mission", ())
    reductions: tuple[AllowanceReduction, ...] = key("reductions", "Réductions", ())
