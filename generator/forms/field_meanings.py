"""What a form says of each of its fields: its meaning, the sentence that it becomes, what may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Annotated, Final, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.convention import Framework
from generator.french import NO_BREAK_SPACE
from generator.model.sentences import sentence_of

NAMES_A_PARTY: Final = frozenset(
    {
        "partie",
        "partie_en_deplacement",
        "partie_accueillante",
        "employeur",
        "payeur",
        "origine",
        "beneficiaire",
        "recu_par",
        "depense_par",
        "approbations_posterieures",
    }
)
"""Keys under which the identifier of a party may stand."""

NAMES_AN_AXIS: Final = frozenset({"axe", "axes_secondaires"})


class Meanings:
    """What a form says of its fields, under one framework convention or under none.

    Args:
        framework: the convention whose parties and axes the form names; None names nobody.
    """

    def __init__(self, framework: Framework | None = None) -> None:
        self._framework = framework

    def head(self) -> Iterator[str]:
        """Yield what stands above the form: who the parties are, and by which identifiers they are named."""
        if self._framework is not None:
            named = "; ".join(f"{party.id} ({party.name})" for party in self._framework.parties)
            yield f"Parties à la convention-cadre, par leur identifiant : {named}.".replace("; ", " ; ")

    def of(self, key: str, field: FieldInfo) -> str:
        """Return the whole meaning of a field, on one line."""
        parts = [part for part in self._parts(key, field) if part]
        text = "".join(f"{part} " if part.endswith(("…", ".")) else f"{part}. " for part in parts[:-1])
        return (text + "".join(parts[-1:])).replace(" :", f"{NO_BREAK_SPACE}:")

    def _parts(self, key: str, field: FieldInfo) -> Iterator[str]:
        described = field.description or ""
        yield described
        values = admitted_values(field.annotation)
        if values and not all(_is_said(value, described) for value in values):
            yield f"Valeurs : {', '.join(values)}"
        yield from self._identifiers(key)
        sentence = sentence_of(field)
        if sentence is not None and sentence.words != "{}":  # where the text stands alone, its meaning says enough
            yield f"Dans l’acte : « {sentence.words.format('…').rstrip('.')} »"
            if sentence.example:
                yield f"Par exemple : {sentence.example}"

    def _identifiers(self, key: str) -> Iterator[str]:
        framework = self._framework
        if framework is None:
            return
        if key in NAMES_A_PARTY:
            yield f"Parties : {', '.join(party.id for party in framework.parties)}"
        if key in NAMES_AN_AXIS and framework.axes:
            yield f"Axes : {', '.join(axis.id for axis in framework.axes)}"
        if key == "exemplaires" and framework.originals:
            yield f"La convention-cadre en veut {framework.originals} : une entrée pour chacun"


def admitted_values(annotation: object) -> tuple[str, ...]:
    """Return the values of an enumeration that an annotation holds; none when it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(str(member.value) for member in annotation)
    if get_origin(annotation) is Annotated:
        return admitted_values(get_args(annotation)[0])
    found = (admitted_values(argument) for argument in get_args(annotation))
    return next((values for values in found if values), ())


def _is_said(value: str, described: str) -> bool:
    return re.search(rf"\b{re.escape(value)}\b", described) is not None
