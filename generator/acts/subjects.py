"""For what documents are made: the action, each officer on a mission, each original… and what each tells besides."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from generator.acts.facts.namings import Noun
from generator.acts.view_fields import View
from generator.acts.views.addressee_views import SendingView, sendings
from generator.acts.views.framework_views import FrameworkTextView, signed_text_view
from generator.acts.views.order_views import OrderView, order_view
from generator.acts.views.original_views import CopyPaperView, copy_views
from generator.acts.views.shared_view import Shared
from generator.case.orders_issued import receives_order
from generator.case.records import Case
from generator.model.kind import Subject
from generator.model.missions import Mission
from generator.model.persons import Traveller


@dataclass(frozen=True, slots=True)
class Ground:
    """What the views of subjects are made from.

    Attributes:
        case: the action with all that it is judged by.
        shared: the view that its documents share.
        act_title: title of the act of the package; None when no kind of the workspace is one.
    """

    case: Case
    shared: Shared
    act_title: Noun | None


class NothingBesidesView(View):
    """What a document of the action itself tells besides: nothing."""


_Told_co = TypeVar("_Told_co", bound=View, covariant=True)


@dataclass(frozen=True, slots=True)
class SubjectViews(Generic[_Told_co]):
    """What documents tell for one sort of subject.

    Attributes:
        view: its class, which the catalogue reads.
        made: for each subject, a short name for its file, empty for the action itself, and its view.
    """

    view: type[_Told_co]
    made: Callable[[Ground], Iterator[tuple[str, _Told_co]]]


def _for_the_action(_ground: Ground) -> Iterator[tuple[str, NothingBesidesView]]:
    yield "", NothingBesidesView()


def _for_the_framework(ground: Ground) -> Iterator[tuple[str, FrameworkTextView]]:
    yield "", FrameworkTextView(text=signed_text_view(ground.case.framework.text))


def _for_each_officer(ground: Ground) -> Iterator[tuple[str, OrderView]]:
    case, shared = ground.case, ground.shared
    bodies = {body.identifier: body for body in shared.bodies}
    taken: set[str] = set()
    for mission, told in zip(case.action.missions, shared.view.missions, strict=True):
        for traveller in mission.travellers:
            if receives_order(case, traveller):
                name = _untaken(_officer_slug(mission, traveller), taken)
                taken.add(name.casefold())
                yield name, order_view(case, mission, told, traveller, bodies[traveller.employer or ""])


def _officer_slug(mission: Mission, traveller: Traveller) -> str:
    """Return a mission and an officer's names; the number of the order stands for names in other letters than ours."""
    names = [name for name in (slug(traveller.surname or ""), slug(traveller.given_name or "")) if name]
    return "-".join(filter(None, (mission.id, *(names or [slug(traveller.order_number or "")]))))


def _untaken(name: str, taken: Container[str]) -> str:
    """Return a name, with a rank where another has it: two officers of one name, or still without, have two orders.

    Names that differ by case alone are one: Windows and macOS write them to one file.
    """
    ranked = (f"{name}-{rank}" for rank in count(2))
    return next(free for free in chain([name], ranked) if free.casefold() not in taken)


def slug(text: str) -> str:
    """Return a name as a part of a file name: ASCII letters and digits, in lower case."""
    ascii_letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join("".join(letter if letter.isalnum() else " " for letter in ascii_letters.lower()).split())


def _for_each_original(ground: Ground) -> Iterator[tuple[str, CopyPaperView]]:
    for rank, copy in enumerate(copy_views(ground.case, ground.shared.names), start=1):
        yield str(rank), CopyPaperView(copy=copy)


def _for_each_addressee(ground: Ground) -> Iterator[tuple[str, SendingView]]:
    return sendings(ground.case, ground.shared.bodies, ground.shared.names, ground.act_title)


SUBJECTS: Final[Mapping[Subject, SubjectViews[View]]] = MappingProxyType(
    {
        Subject.ACTION: SubjectViews(NothingBesidesView, _for_the_action),
        Subject.FRAMEWORK: SubjectViews(FrameworkTextView, _for_the_framework),
        Subject.OFFICER_MISSION: SubjectViews(OrderView, _for_each_officer),
        Subject.ORIGINAL: SubjectViews(CopyPaperView, _for_each_original),
        Subject.ADDRESSEE: SubjectViews(SendingView, _for_each_addressee),
    }
)
