"""The plan: which documents an action calls for, each with its subject and its context."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.acts.numbering import annex_numbers, article_numbers, is_live
from generator.acts.views.common import Context, case_context
from generator.acts.views.missions import advance_words, allowance_words, mission_words, officer_words, order_signatory
from generator.acts.views.papers import (
    act_words,
    addressees,
    following_steps,
    original_words,
    prerequisites,
    sender,
    transmissions,
)
from generator.acts.wording import Verbatim, typeset_all
from generator.artifacts import Blank, Document, DocumentRequest
from generator.case.records import Case
from generator.case.travel_facts import order_recipients
from generator.convention import Article, Paragraph
from generator.model.kind import DocumentKind, PackageRole, Subject
from generator.model.missions import Mission
from generator.model.persons import Traveller

BY_HAND = "…………………………"
"""What stands in an act where somebody writes by hand."""

Kinds = Mapping[str, DocumentKind]
"""Name of each kind (its folder) → what its ``document.yaml`` says."""


@dataclass(frozen=True)
class _Desk:
    """What planning looks at: the case, the kinds, the context that all documents share, the rendered original."""

    case: Case
    kinds: Kinds
    shared: Context
    original: Document | None = None

    @property
    def contractants(self) -> list[dict[str, object]]:
        """The contracting bodies, as templates see them."""
        bodies = self.shared["contractants"]
        return bodies if isinstance(bodies, list) else []

    @property
    def act(self) -> dict[str, object]:
        """The act that the package carries, as its papers name it; empty when no kind is the original."""
        kind = next((kind for kind in self.kinds.values() if kind.package_role is PackageRole.ORIGINAL), None)
        if kind is None:
            return {}
        _, annexes = annex_numbers(kind.annexes, self.shared)
        return act_words(self.case, kind, annexes)

    def requests(self, names: Iterable[str]) -> list[DocumentRequest]:
        """Return the documents of these kinds whose condition holds, one for each subject."""
        live = (name for name in names if is_live(self.kinds[name].when, (), self.shared))
        return [request for name in live for request in self._requests_of(name)]

    def _requests_of(self, name: str) -> Iterator[DocumentRequest]:
        kind = self.kinds[name]
        common = self._printed | (self._printed_papers if kind.package_role in _PAPERS else {})
        for subject, own in _SUBJECTS[kind.subject](self):
            context = common | _typeset(own | _numbers(kind, self.shared | own))
            yield DocumentRequest(name, subject, filled_by_hand(context, kind.by_hand))

    @cached_property
    def _printed(self) -> Context:
        """What all documents share, typeset once."""
        return _typeset(self.shared)

    @cached_property
    def _printed_papers(self) -> Context:
        """What the papers of the package share besides, typeset once."""
        return _typeset(self._paper_context())

    def _paper_context(self) -> Context:
        origin = sender(self.contractants)
        return {
            "acte": self.act,
            "empreinte": self.original.digest if self.original else Blank("empreinte de l’original"),
            "expediteur": {**{form: origin[form] for form in ("nom", "le", "de", "e")}, "service": "", "adresse": ""},
            "circuit": False,
            "transmissions": transmissions(self.case, self.contractants),
            "retours": {"date": "", "a": origin["a"], "adresse": ""},
            "prealables": prerequisites(self.case, self.contractants),
            "suites": following_steps(self.case, self.contractants),
        }


_PAPERS = frozenset({PackageRole.COVER, PackageRole.PAPER})


def plan_documents(case: Case, kinds: Kinds, *, draft: bool, only: Sequence[str] = ()) -> list[DocumentRequest]:
    """Return the documents that an action calls for, in the order of the kinds.

    Args:
        case: the action with all that it is judged by.
        kinds: every kind of the workspace.
        draft: whether drafts are wanted.
        only: kinds to keep; empty for all those that are neither papers of the package nor made on request only.
    """
    wanted = [name for name, kind in kinds.items() if (name in only if only else _is_spontaneous(kind))]
    return _Desk(case, kinds, case_context(case, draft=draft)).requests(wanted)


def plan_package_papers(case: Case, kinds: Kinds, original: Document) -> list[DocumentRequest]:
    """Return the covers and papers that go with a rendered original, whose digest they bear."""
    papers = [name for name, kind in kinds.items() if kind.package_role in _PAPERS]
    return _Desk(case, kinds, case_context(case, draft=False), original).requests(papers)


def _is_spontaneous(kind: DocumentKind) -> bool:
    return not kind.on_request and kind.package_role in {None, PackageRole.ORIGINAL}


def _typeset(context: Context) -> Context:
    return {name: typeset_all(value) for name, value in context.items()}


def _numbers(kind: DocumentKind, context: Context) -> Context:
    annexes, listed = annex_numbers(kind.annexes, context)
    return {"art": article_numbers(kind.articles, context), "annexe": annexes, "annexes": listed}


def filled_by_hand(context: Context, paths: Sequence[str]) -> Context:
    """Put the dotted line at each path that is filled in by hand; a path runs through lists."""
    for path in paths:
        context = _with_line(context, path.split("."))
    return context


def _with_line(context: Mapping[str, object], steps: Sequence[str]) -> Context:
    first, *rest = steps
    if not rest:
        return {**context, first: BY_HAND}
    inner = context.get(first, {})
    if isinstance(inner, list):
        return {**context, first: [_with_line(item, rest) if isinstance(item, Mapping) else item for item in inner]}
    return {**context, first: _with_line(inner, rest)} if isinstance(inner, Mapping) else {**context}


def _for_the_action(_desk: _Desk) -> Iterator[tuple[str, Context]]:
    yield "", {}


def _for_the_framework(desk: _Desk) -> Iterator[tuple[str, Context]]:
    text = desk.case.framework.text
    yield (
        "",
        {
            "texte": {
                "titre": Verbatim(text.title),
                "comparution": _verbatim(text.parties),
                "titre_preambule": Verbatim(text.preamble_heading or ""),
                "preambule": _verbatim(text.preamble),
                "formule": _verbatim(text.agreement),
                "articles": [_verbatim_article(article) for article in text.articles],
                "cloture": _verbatim(text.closing),
            }
        },
    )


def _verbatim(paragraphs: Sequence[Paragraph]) -> list[Context]:
    return [{"texte": Verbatim(paragraph.words), "forme": paragraph.layout.value} for paragraph in paragraphs]


def _verbatim_article(article: Article) -> Context:
    return {"titre": Verbatim(article.heading), "paragraphes": _verbatim(article.paragraphs)}


def _for_each_officer(desk: _Desk) -> Iterator[tuple[str, Context]]:
    bodies = {str(body["id"]): body for body in desk.contractants}
    for mission, traveller in order_recipients(desk.case):
        yield _officer_slug(mission, traveller), _officer_context(desk.case, mission, traveller, bodies)


def _officer_context(
    case: Case, mission: Mission, traveller: Traveller, bodies: Mapping[str, dict[str, object]]
) -> Context:
    employer = bodies[str(traveller.employer)]
    signatory = next((person for person in case.action.order_signatories if person.party == traveller.employer), None)
    return {
        "mission": mission_words(case, mission, bodies),
        "agent": officer_words(traveller),
        "employeur": employer,
        "signataire": order_signatory(signatory, str(employer["de"])),
        "indemnite": allowance_words(case, mission, traveller),
        "avance": advance_words(traveller),
    }


def _officer_slug(mission: Mission, traveller: Traveller) -> str:
    return "-".join(
        part for part in (mission.id, slug(traveller.surname or ""), slug(traveller.given_name or "")) if part
    )


def slug(text: str) -> str:
    """Return a name as a part of a file name: ASCII letters and digits, in lower case."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain.lower()).split())


def _for_each_original(desk: _Desk) -> Iterator[tuple[str, Context]]:
    for rank in range(1, len(desk.case.action.originals) + 1):
        yield str(rank), {"exemplaire": original_words(desk.case, rank)}


def _for_each_addressee(desk: _Desk) -> Iterator[tuple[str, Context]]:
    for addressee in addressees(desk.case, desk.contractants, desk.act):
        own = {name: value for name, value in addressee.items() if name in {"nom", "partie", "adresse"}}
        yield str(addressee["slug"]), {"destinataire": own, "pieces": addressee["pieces"]}


_SUBJECTS: Mapping[Subject, Callable[[_Desk], Iterator[tuple[str, Context]]]] = {
    Subject.ACTION: _for_the_action,
    Subject.FRAMEWORK: _for_the_framework,
    Subject.OFFICER_MISSION: _for_each_officer,
    Subject.ORIGINAL: _for_each_original,
    Subject.ADDRESSEE: _for_each_addressee,
}
