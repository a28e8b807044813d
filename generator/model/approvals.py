"""Deliberations, visas, signature and originals: what makes an act valid."""

from enum import StrEnum
from typing import Annotated

from generator.french import number_alone
from generator.model import sentences
from generator.model.entries import Day, Digest, Entry, Identifier, Text, Whole, YesNo, key, required


class Vote(Entry):
    """The result of a vote."""

    unanimous: YesNo | None = key("unanimite", "Vote à l’unanimité")
    in_favour: Whole | None = key("pour", "Voix pour")
    against: Whole | None = key("contre", "Voix contre")
    abstentions: Whole | None = key("abstentions", "Abstentions")
    members: Whole | None = key("en_exercice", "Membres en exercice")
    present: Whole | None = key("presents", "Membres présents")
    proxies: Whole | None = key("pouvoirs", "Pouvoirs donnés à un membre présent")
    voters: Whole | None = key("votants", "Votants : présents et pouvoirs, sans ceux qui ne prennent pas part au vote")
    casting_vote: YesNo | None = key(
        "voix_preponderante", "En cas de partage : le président a voté pour, sa voix compte"
    )

    @property
    def counted(self) -> int | None:
        """The votes in favour, against and abstaining together; None unless all are known."""
        cast = (self.in_favour, self.against, self.abstentions)
        known = [votes for votes in cast if votes is not None]
        return sum(known) if len(known) == len(cast) else None


class Transmission(Entry):
    """Sending of an act to the State's representative, and the receipt that proves it (CGCT L. 2131-2)."""

    day: Day | None = key("date", "Date de réception par le représentant de l’État")
    receipt: Text | None = key("accuse_reception", "Identifiant de l’accusé de réception")
    means: Text | None = key("mode", "télétransmission ou papier")


class Visa(Entry):
    """Approval of a deliberation by a supervising authority, where the party's law asks for one."""

    authority: Annotated[Text | None, sentences.VISA_AUTHORITY] = key(
        "autorite", "Autorité qui vise : gouverneur de la province de…"
    )
    number: Text | None = key("numero", "Numéro du visa")
    day: Day | None = key("date", "Date du visa")
    required: YesNo | None = key("requis", "non : le droit de la partie ne demande aucune approbation")

    @property
    def number_alone(self) -> str | None:
        """The number without the « n° » that it was typed with."""
        return number_alone(self.number) if self.number else None


class ApprovedText(Entry):
    """The draft annexed to the vote: what was voted is what is signed."""

    digest: Digest | None = key("sha256", "Empreinte SHA-256 du projet annexé à la délibération")
    file: Text | None = key("fichier", "Copie conservée du projet")
    data_digest: Digest | None = key("sha256_donnees", "Empreinte SHA-256 des données gardées avec le projet")


class Approves(StrEnum):
    """What a deliberation approves; one that approved the framework does not authorise an action's agreement."""

    SPECIFIC_AGREEMENT = "convention_specifique"
    FRAMEWORK = "convention_cadre"
    PROGRAMME = "programme_annuel"


class Deliberation(Entry):
    """The act by which a party's assembly authorises the signature."""

    party: Identifier = required("partie", "Partie dont l’assemblée délibère")
    kind: Text = key("nature", "délibération, décision du Bureau, vote…", "délibération")
    body: Text | None = key("organe", "Assemblée : conseil municipal, conseil communal…")
    number: Text | None = key("numero", "Numéro de la délibération")
    day: Day | None = key("date", "Date du vote")
    approves: Approves = key(
        "approuve",
        "Ce que l’acte approuve : convention_specifique, convention_cadre, programme_annuel",
        Approves.SPECIFIC_AGREEMENT,
    )
    names_this_action: YesNo = key(
        "vise_l_action", "Pour un programme annuel : la convention y est nommée et annexée", default=False
    )
    notice: Day | None = key("convocation", "Date de la convocation")
    summary_note: YesNo | None = key("note_de_synthese", "Note de synthèse jointe à la convocation (CGCT L. 2121-12)")
    urgent: YesNo = key("urgence", "Convocation en urgence, le délai abrégé", default=False)
    second_call: YesNo = key("seconde_convocation", "Seconde convocation, faute de quorum à la première", default=False)
    delegation: Text | None = key(
        "delegation", "Si un autre organe décide : délibération de l’assemblée qui le lui délègue"
    )
    submitted: Day | None = key("texte_soumis", "Date d’envoi du texte à l’autorité, là où un délai doit s’écouler")
    interested_members_withdrew: YesNo | None = key(
        "elus_interesses_retires", "Les élus intéressés n’ont pas pris part au vote (CGCT L. 2131-11)"
    )
    vote: Vote | None = key("vote", "Résultat du vote")
    transmission: Transmission | None = key("transmission", "Transmission au représentant de l’État")
    publication: Day | None = key("publication", "Date de publication")
    visa: Visa | None = key("visa", "Visa de l’autorité de tutelle, là où le droit du pays l’exige")
    approved_text: ApprovedText | None = key("texte_approuve", "Projet annexé au vote")

    @property
    def number_alone(self) -> str | None:
        """The number without the « n° » that it was typed with."""
        return number_alone(self.number) if self.number else None


class SignatureMode(StrEnum):
    """All sign together, or the originals travel from one party to the next."""

    CEREMONY = "ceremonie"
    CIRCULATION = "circulation"


class PlannedSignature(Entry):
    """Where and when one party means to sign, when the originals circulate."""

    party: Identifier = required("partie", "Partie qui signe")
    place: Text | None = key("lieu", "Lieu de la signature")
    day: Day | None = key("date", "Date prévue")


class Signature(Entry):
    """The planned signature. These dates serve the checks; the act itself is dated by hand."""

    mode: SignatureMode = key("mode", "ceremonie ou circulation", SignatureMode.CEREMONY)
    place: Text | None = key("lieu", "Lieu de la cérémonie")
    day: Day | None = key("date", "Date prévue de la cérémonie")
    by_party: tuple[PlannedSignature, ...] = key("par_partie", "En circulation : lieu et date pour chaque partie", ())
    later_approvals: tuple[Identifier, ...] = key(
        "approbations_posterieures", "Parties dont l’approbation suivra la signature (clause suspensive)", ()
    )


class ActTransmission(Entry):
    """Sending of the signed agreement: planned, then done. It enters into force on that day (CGCT L. 1115-1)."""

    planned: Day | None = key("date_prevue", "Date de transmission prévue")
    done: Transmission | None = key("faite", "Transmission faite : date et accusé de réception")
    subject_code: Text | None = key("code_matiere", "Code matière de la nomenclature @CTES")


class Original(Entry):
    """Who receives one of the originals; its rank in the list is its number."""

    party: Identifier = required("partie", "Partie à laquelle revient l’exemplaire")
    recipient: Text | None = key("destinataire", "Service ou autorité destinataire")
    address: Text | None = key("adresse", "Adresse postale")
    purpose: Text | None = key("usage", "pour attribution, pour visa, pour archives…")


class LanguageStatus(StrEnum):
    """What a version in another language is worth."""

    AUTHENTIC = "fait_foi"
    TRANSLATION = "traduction"
    FRENCH_PREVAILS = "le_francais_prevaut"


class LanguageVersion(Entry):
    """A version of the act in a language."""

    language: Text = required("langue", "Langue de la version : français, arabe…")
    status: LanguageStatus = key("statut", "fait_foi, traduction ou le_francais_prevaut", LanguageStatus.AUTHENTIC)


class Waiver(Entry):
    """A decision to set a rule aside for this action, by somebody who answers for it."""

    rule: Identifier = required("regle", "Code de la règle")
    decided_by: Text | None = key("decide_par", "Qui a décidé")
    day: Day | None = key("date", "Date de la décision")
    reason: Text | None = key("motif", "Motif")

    @property
    def is_accounted(self) -> bool:
        """Whether somebody answers for it: who decided, when and why."""
        return bool(self.decided_by and self.day and self.reason)
