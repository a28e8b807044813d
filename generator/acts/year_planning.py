"""The plan of a year: which documents its programme calls for, for each what, with their contexts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from generator.acts.by_hand import filled_by_hand
from generator.acts.numbering import Number, annex_numbers, article_numbers, is_live
from generator.acts.view_fields import View, fact
from generator.acts.views.framework_views import parties_of
from generator.acts.views.year.deliberation_views import DeliberationOfYearView, deliberation_of_year
from generator.acts.views.year.programme_views import YearPartyView, YearView, year_view
from generator.acts.wordings.door import Context, Pen, plain
from generator.acts.wordings.french_wording import FRENCH
from generator.artifacts import DocumentRequest
from generator.case.year import YearRecord
from generator.model.kind import DocumentKind, Subject


class WholeYearView(View):
    """What a document of the year itself tells besides: nothing."""


class PartyOfYearView(View):
    """What a document made for each party tells besides."""

    party: YearPartyView = fact("partie", "partie pour laquelle le document est fait")
    deliberation: DeliberationOfYearView = fact("deliberation", "ce que décide son assemblée")


_Told_co = TypeVar("_Told_co", bound=View, covariant=True)


@dataclass(frozen=True, slots=True)
class YearSubjectViews(Generic[_Told_co]):
    """What documents of a year tell for one sort of subject.

    Attributes:
        view: its class, which the catalogue reads.
        made: for each subject, a short name for its file, empty for the year itself, and its view.
    """

    view: type[_Told_co]
    made: Callable[[YearRecord, YearView], Iterator[tuple[str, _Told_co]]]


def _for_the_year(_record: YearRecord, _year: YearView) -> Iterator[tuple[str, WholeYearView]]:
    yield "", WholeYearView()


def _for_each_party(record: YearRecord, year: YearView) -> Iterator[tuple[str, PartyOfYearView]]:
    for party, told in zip(parties_of(record), year.programme.parties, strict=True):
        yield party.id, PartyOfYearView(party=told, deliberation=deliberation_of_year(record, party))


YEAR_SUBJECTS: Final[Mapping[Subject, YearSubjectViews[View]]] = MappingProxyType(
    {
        Subject.PROGRAMME: YearSubjectViews(WholeYearView, _for_the_year),
        Subject.PROGRAMME_PARTY: YearSubjectViews(PartyOfYearView, _for_each_party),
    }
)


def year_documents(
    record: YearRecord, kinds: Mapping[str, DocumentKind], *, draft: bool, only: Sequence[str] = ()
) -> list[DocumentRequest]:
    """Return the documents that a year calls for, in the order of the kinds.

    Args:
        record: the year, with what is kept of each action.
        kinds: every kind of the workspace: those made from an action alone are passed over.
        draft: whether they are drafts or final documents.
        only: kinds to keep; empty for all those that are not made on request only.
    """
    view, pen = year_view(record, draft=draft), Pen(FRENCH)
    shared = pen.context_of(view)
    own = ((name, kind) for name, kind in kinds.items() if kind.subject.is_of_a_year)
    wanted = ((name, kind) for name, kind in own if (name in only if only else not kind.on_request))
    return [
        _request(name, kind, subject, shared | pen.context_of(told), pen)
        for name, kind in wanted
        if is_live(kind.when, (), shared)
        for subject, told in YEAR_SUBJECTS[kind.subject].made(record, view)
    ]


def _request(name: str, kind: DocumentKind, subject: str, facts: Context, pen: Pen) -> DocumentRequest:
    articles, (annexes, _) = article_numbers(kind.articles, facts), annex_numbers(kind.annexes, facts)
    numbers: Context = {"art": _printed(articles, pen), "annexe": _printed(annexes, pen)}
    return DocumentRequest(name, subject, filled_by_hand(facts | numbers, kind.by_hand))


def _printed(numbers: Mapping[str, Number], pen: Pen) -> Context:
    """Typeset numbers; one that is not live stays ``None``: a template that prints it is told so."""
    return {name: None if number is None else plain(number, pen) for name, number in numbers.items()}
