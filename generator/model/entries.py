"""What every input model stands on: the entry, and the scalars that people type.

Inputs reach the models as text (the loader keeps each scalar as it was typed), so each scalar type here
reads text itself and refuses it with a French sentence. Nothing is guessed: ``012`` is not 10, ``non`` is a word
where a word is wanted, ``2017-02-30`` is refused.

Modules that hold models write annotations as they are (no ``from __future__ import annotations``): pydantic would
evaluate the text of each again, which takes a third of the time that a model takes to import.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_plain_validator_function

from generator.messages import form_values
from generator.messages.message import Message
from generator.model.typed_values import TypedValues, typed_values

SHAPE_FAULTS: Mapping[str, Message] = MappingProxyType(
    {
        "texte": form_values.TEXT_WANTED,
        "date": form_values.NOT_A_DATE,
        "date_impossible": form_values.IMPOSSIBLE_DATE,
        "montant": form_values.NOT_AN_AMOUNT,
        "entier": form_values.NOT_WHOLE,
        "oui_non": form_values.NOT_YES_NO,
        "identifiant": form_values.NOT_AN_IDENTIFIER,
        "empreinte": form_values.NOT_A_DIGEST,
        "devise": form_values.NOT_A_CURRENCY,
        "pays": form_values.NOT_A_COUNTRY,
    }
)
"""Every fault of shape that a scalar can have, by its type, and what is said of it. The loader adds the place."""


def fault(kind: str, **values: str) -> PydanticCustomError:
    """Make the error of one faulty scalar, with the sentence of ``SHAPE_FAULTS``."""
    return PydanticCustomError(kind, SHAPE_FAULTS[kind].text, values)


_SPACES = re.compile(r"[ \t]+")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FRENCH_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | Decimal | date) and not isinstance(value, bool):
        return str(value)
    raise fault("texte")


def _read_text(value: object) -> str:
    """Read a text; plain spaces in a row are one, no-break spaces stay, line breaks of a block stay."""
    text = _scalar(value)
    if "\n" in text or ("  " not in text and "\t" not in text):
        return text
    return _SPACES.sub(" ", text)


def _read_day(value: object) -> date:
    text = _scalar(value)
    if iso := _ISO_DAY.fullmatch(text):
        year, month, day = iso.groups()
    elif french := _FRENCH_DAY.fullmatch(text):
        day, month, year = french.groups()
    else:
        raise fault("date", valeur=text)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise fault("date_impossible", valeur=text) from None


_THOUSANDS = " \u00a0\u202f"
_THOUSANDS_SIGN = re.compile(f"[{_THOUSANDS}]")
_DECIMAL = re.compile(rf"[+-]?([0-9]{{1,3}}([{_THOUSANDS}][0-9]{{3}}){{1,4}}|[0-9]{{1,15}})([.,][0-9]{{1,12}})?")


def _read_decimal(value: object) -> Decimal:
    text = _scalar(value)
    if not _DECIMAL.fullmatch(text):
        raise fault("montant", valeur=text)
    return Decimal(_THOUSANDS_SIGN.sub("", text).replace(",", "."))


def _read_whole(value: object) -> int:
    text = _scalar(value)
    if not _WHOLE.fullmatch(text):
        raise fault("entier", valeur=text)
    return int(text)


def _read_yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _scalar(value).casefold()
    if text in {"oui", "true"}:
        return True
    if text in {"non", "false"}:
        return False
    raise fault("oui_non", valeur=_scalar(value))


def _matching(kind: str, pattern: str) -> Callable[[object], str]:
    compiled = re.compile(pattern)

    def read(value: object) -> str:
        text = _scalar(value)
        if not compiled.fullmatch(text):
            raise fault(kind, valeur=text)
        return text

    return read


IDENTIFIER_PATTERN = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
_DIGEST_PATTERN = "[0-9a-f]{64}"
_CURRENCY_PATTERN = "[A-Z]{3}"
_COUNTRY_PATTERN = "[A-Z]{2}"


class Scalar:
    """How pydantic reads a scalar, and what it tells editors of it.

    Each stands in hundreds of fields: pydantic takes its schema as it is, and has no validator's signature to look at.

    Args:
        read: reads what was typed, or refuses it by the error of a faulty scalar.
        described: what editors admit, in JSON Schema.
    """

    def __init__(self, read: Callable[[object], object], described: Mapping[str, Any]) -> None:
        self._read = read
        self._described = described

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self._described)


def _described(pattern: str, *types: str) -> Mapping[str, Any]:
    """Describe a patterned text to editors, which may read a bare number where a text is typed."""
    return {"type": ["string", *types], "pattern": f"^{pattern}$"}


Text = Annotated[str, Scalar(_read_text, {"type": ["string", "number", "boolean"]})]
Day = Annotated[date, Scalar(_read_day, {"type": "string", "format": "date"})]
Amount = Annotated[Decimal, Scalar(_read_decimal, {"type": ["number", "string"]})]
Rate = Amount
Whole = Annotated[int, Scalar(_read_whole, {"type": "integer"})]
YesNo = Annotated[bool, Scalar(_read_yes_no, {"enum": ["oui", "non", True, False]})]
Identifier = Annotated[
    str, Scalar(_matching("identifiant", IDENTIFIER_PATTERN), _described(IDENTIFIER_PATTERN, "integer"))
]
Currency = Annotated[str, Scalar(_matching("devise", _CURRENCY_PATTERN), _described(_CURRENCY_PATTERN))]
Country = Annotated[str, Scalar(_matching("pays", _COUNTRY_PATTERN), _described(_COUNTRY_PATTERN))]
Digest = Annotated[str, Scalar(_matching("empreinte", _DIGEST_PATTERN), _described(_DIGEST_PATTERN))]


def is_within(day: date, since: date | None, until: date | None) -> bool:
    """Whether a day stands between two others, both included; an end that is not known is open."""
    return (since is None or since <= day) and (until is None or day <= until)


class Entry(BaseModel):
    """A group of fields in an input file: frozen, no unknown key, French keys for English attributes.

    A key left empty counts as absent, so that its default applies: unknown is null.
    """

    model_config = ConfigDict(
        defer_build=True, frozen=True, extra="forbid", validate_by_name=False, validate_by_alias=True
    )

    @cached_property
    def typed(self) -> TypedValues:
        """What was typed in this entry, walked once."""
        return typed_values(self)

    def __copy__(self) -> Self:
        """Copy the fields alone: what was worked out of them may not hold of the copy, once it is changed."""
        copied = super().__copy__()
        for name in vars(copied).keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_keys(cls, values: object) -> object:
        if isinstance(values, dict):
            return {
                key: value
                for key, value in values.items()
                if value is not None and not (isinstance(value, str) and (not value or value.isspace()))
            }
        return values


def key(alias: str, meaning: str, default: Any = None) -> Any:  # noqa: ANN401 - stands where pydantic's Field does
    """Declare an optional field: the French key that people type, and what it means (shown by editors)."""
    return Field(default, alias=alias, description=meaning)


def required(alias: str, meaning: str) -> Any:  # noqa: ANN401 - stands where pydantic's Field does
    """Declare a field without which the entry cannot be told from another."""
    return Field(alias=alias, description=meaning)
