"""The styles of a document on its way into a template, known by their names: the template's own prevails.

Identifiers mean nothing from one document to another: « Titre 1 » is ``Titre1`` where Word speaks French, ``Heading1``
where python-docx wrote the file. A style that the template lacks is brought along with those that it is based on.
"""

from __future__ import annotations

from copy import deepcopy

from generator.rendering.file.additions import Additions
from generator.rendering.grafts.incoming_document import IncomingDocument
from generator.rendering.grafts.incoming_lists import IncomingLists
from generator.rendering.opc.relation_types import STYLES
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import VALUE, w
from generator.rendering.word.style_sheet import STYLE_ID, identifiers_by_name, name_of_style, styles_by_identifier

_NAMED_IN_TEXT = (w("pStyle"), w("rStyle"), w("tblStyle"))
_NAMED_IN_STYLES = (w("basedOn"), w("link"), w("next"))
_DEFAULT = w("default")


class IncomingStyles:
    """What each style of one document became.

    Args:
        document: the document.
        package: the template's package, with what it was given so far.
        lists: what becomes of the document's lists, into which its styles put paragraphs.
    """

    def __init__(self, document: IncomingDocument, package: Additions, lists: IncomingLists) -> None:
        self._package = package
        self._lists = lists
        self._styles = styles_by_identifier(document.styles)
        self._own = identifiers_by_name(package.related(STYLES))
        self._ours: dict[str, str] = {}

    def name(self, block: Element) -> None:
        """Make a block name the template's styles in the place of its own."""
        for reference in block.iter(*_NAMED_IN_TEXT):
            reference.set(VALUE, self._style(reference.get(VALUE, "")))

    def _style(self, identifier: str) -> str:
        """Return the identifier that a style has in the template; one that the template lacks is brought."""
        if identifier not in self._ours:
            style = self._styles.get(identifier)
            own = "" if style is None else self._own.get(name_of_style(style), "")
            # Named before it is brought: styles name one another in circles (a heading, and what comes next to it).
            self._ours[identifier] = identifier if style is None else own or self._free_identifier(identifier)
            if style is not None and not own:
                self._bring(style, self._ours[identifier])
        return self._ours[identifier]

    def _free_identifier(self, identifier: str) -> str:
        taken = {*self._own.values(), *self._ours.values()}
        free = identifier
        while free in taken:
            free += "1"
        return free

    def _bring(self, style: Element, identifier: str) -> None:
        brought = deepcopy(style)
        brought.set(STYLE_ID, identifier)
        # One style of a type is the default (17.7.4.17): with two, Word takes the last for all that names none.
        brought.attrib.pop(_DEFAULT, "")
        self._lists.place_style(brought)
        for reference in brought.iter(*_NAMED_IN_STYLES):
            reference.set(VALUE, self._style(reference.get(VALUE, "")))
        self._package.change_related(STYLES).append(brought)
