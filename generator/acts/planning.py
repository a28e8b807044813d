"""The plan: which documents an action calls for, each with its subject and its context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.acts.by_hand import filled_by_hand
from generator.acts.facts.namings import Noun
from generator.acts.numbering import Number, annex_numbers, article_numbers, is_live
from generator.acts.subjects import SUBJECTS, Ground
from generator.acts.views.original_views import AnnexesView, annex_views
from generator.acts.views.package_views import act_view, paper_view
from generator.acts.views.shared_view import Shared, shared_of
from generator.acts.wordings.door import Context, Pen, plain
from generator.acts.wordings.french_wording import FRENCH
from generator.artifacts import Document, DocumentRequest
from generator.case.records import Case
from generator.model.kind import DocumentKind, PackageRole

Kinds = Mapping[str, DocumentKind]
"""Name of each kind (its folder) → what its ``document.yaml`` says."""

_PAPERS = frozenset({PackageRole.COVER, PackageRole.PAPER})


def plan_documents(case: Case, kinds: Kinds, *, draft: bool, only: Sequence[str] = ()) -> list[DocumentRequest]:
    """Return the documents that an action calls for, as :meth:`Plan.documents` does."""
    return Plan.of(case, kinds, draft=draft).documents(only)


@dataclass(frozen=True)
class Plan:
    """What an action calls for; what its documents share is computed and worded once, papers of the package included.

    Attributes:
        case: the action with all that it is judged by.
        kinds: every kind of the workspace.
        shared: what all documents share.
    """

    case: Case
    kinds: Kinds
    shared: Shared
    _pen: Pen = field(default_factory=lambda: Pen(FRENCH))

    @classmethod
    def of(cls, case: Case, kinds: Kinds, *, draft: bool) -> Plan:
        """Return the plan of an action: of its drafts, or of its final documents."""
        return cls(case, kinds, shared_of(case, draft=draft))

    def documents(self, only: Sequence[str] = ()) -> list[DocumentRequest]:
        """Return the documents that the action calls for, in the order of the kinds.

        Args:
            only: kinds to keep; empty for all those that are neither papers of the package nor made on request only.
        """
        own = {name: kind for name, kind in self.kinds.items() if not kind.subject.is_of_a_year}
        wanted = [name for name, kind in own.items() if (name in only if only else _is_spontaneous(kind))]
        papers = any(self.kinds[name].package_role in _PAPERS for name in wanted)
        return self._requests(wanted, self._paper_context(None) if papers else {})

    def package_papers(self, original: Document) -> list[DocumentRequest]:
        """Return the covers and papers that go with a rendered original, whose digest they bear."""
        papers = [name for name, kind in self.kinds.items() if kind.package_role in _PAPERS]
        return self._requests(papers, self._paper_context(original.digest))

    def _requests(self, names: Iterable[str], papers: Context) -> list[DocumentRequest]:
        """Return the documents of these kinds whose condition holds, one for each subject."""
        live = (name for name in names if is_live(self.kinds[name].when, (), self._shared_context))
        return [request for name in live for request in self._requests_of(name, papers)]

    def _requests_of(self, name: str, papers: Context) -> Iterator[DocumentRequest]:
        kind = self.kinds[name]
        besides = papers if kind.package_role in _PAPERS else {}
        for subject, own in SUBJECTS[kind.subject].made(self._ground):
            facts = self._shared_context | self._pen.context_of(own)
            context = facts | besides | self._numbers(kind, facts)
            yield DocumentRequest(name, subject, filled_by_hand(context, kind.by_hand))

    def _numbers(self, kind: DocumentKind, context: Context) -> Context:
        """Number the articles and annexes of a kind that are live in a context."""
        annexes, listed = annex_numbers(kind.annexes, context)
        articles = article_numbers(kind.articles, context)
        numbers: Context = {"art": self._printed(articles), "annexe": self._printed(annexes)}
        return numbers | self._pen.context_of(AnnexesView(annexes=annex_views(listed)))

    def _printed(self, numbers: Mapping[str, Number]) -> Context:
        """Typeset numbers; one that is not live stays ``None``: a template that prints it is told so."""
        return {name: None if number is None else plain(number, self._pen) for name, number in numbers.items()}

    @cached_property
    def _shared_context(self) -> Context:
        """What all documents share, worded and typeset once."""
        return self._pen.context_of(self.shared.view)

    def _paper_context(self, digest: str | None) -> Context:
        """What the papers of the package share besides: the act, with its digest once it is rendered."""
        kind = self._act_kind
        annexes = annex_numbers(kind.annexes, self._shared_context)[1] if kind else []
        act = act_view(self.case, self._act_title, annex_views(annexes))
        return self._pen.context_of(paper_view(self.case, self.shared.bodies, act, digest))

    @property
    def _act_title(self) -> Noun | None:
        """The title of the act that the package carries; None when no kind is one."""
        kind = self._act_kind
        return Noun(kind.title[:1].lower() + kind.title[1:], kind.forms) if kind else None

    @property
    def _ground(self) -> Ground:
        return Ground(self.case, self.shared, self._act_title)

    @property
    def _act_kind(self) -> DocumentKind | None:
        return next((kind for kind in self.kinds.values() if kind.package_role is PackageRole.ORIGINAL), None)


def _is_spontaneous(kind: DocumentKind) -> bool:
    return not kind.on_request and kind.package_role in {None, PackageRole.ORIGINAL}
