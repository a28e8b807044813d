"""The link to the Word template that a document is based on (``w:attachedTemplate``, 17.15.1.6), left out.

Word writes it by itself for any document that is not based on Normal, and would look for that file on opening.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from generator.rendering.opc.relation_types import ATTACHED_TEMPLATE
from generator.rendering.opc.relations import links_of, relations_part
from generator.rendering.opc.xml_parts import Element, remove
from generator.rendering.word.names import w


def drop_attached_templates(trees: Mapping[str, Element]) -> tuple[tuple[str, ...], set[str]]:
    """Remove the links to other Word templates and what names them, in place.

    Returns:
        The files that they led to, and the parts that changed.
    """
    files: list[str] = []
    changed: set[str] = set()
    for link, relation in list(links_of(trees)):
        if relation.kind == ATTACHED_TEMPLATE:
            remove(link)
            files.append(posixpath.basename(unquote(relation.target).replace("\\", "/")))
            changed.add(relations_part(relation.source))
    for name, tree in trees.items():
        for named in list(tree.iter(w("attachedTemplate"))) if tree.tag == w("settings") else ():
            remove(named)
            changed.add(name)
    return tuple(files), changed
