"""What a document receives for the subject that it is made for, besides what all documents of the action share."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.acts.views.addressee_views import SendingView
from generator.acts.views.fields import View, view
from generator.acts.views.framework_views import FrameworkTextView
from generator.acts.views.order_views import OrderView
from generator.acts.views.original_views import CopyPaperView
from generator.model.kind import Subject


@view("")
class NothingBesidesView(View):
    """What a document of the action itself receives besides: nothing."""


SUBJECT_VIEWS: Final[Mapping[Subject, type[View]]] = MappingProxyType(
    {
        Subject.ACTION: NothingBesidesView,
        Subject.FRAMEWORK: FrameworkTextView,
        Subject.OFFICER_MISSION: OrderView,
        Subject.ORIGINAL: CopyPaperView,
        Subject.ADDRESSEE: SendingView,
    }
)
