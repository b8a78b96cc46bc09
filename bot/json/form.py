"""What all forms share: how a form is filled from a record, and how it is written.

A form declares the fields of a JSON object, and where a field is called otherwise in the record it is
filled from, that name. Amounts are tenge as integers, dates ISO, what is not known null.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationInfo

from parser.records import Language
from storage.answering.missing import MissingKind


class Form(BaseModel):
    """A JSON object, filled from the attributes of a record."""

    model_config = ConfigDict(
        frozen=True, from_attributes=True, validate_by_name=True, use_attribute_docstrings=True
    )

    @classmethod
    def fill(cls, record: object, language: Language | None = None) -> Self:
        """A form filled from a record.

        Args:
            record: what has the form's fields as attributes.
            language: of the names in the form.
        """
        return cls.model_validate(record, context=language)


def write_form(form: object, kind: Any = None) -> Any:  # noqa: ANN401 - of any kind, as JSON is
    """A form as what `json.dump` takes: dates, places and kinds are strings.

    Args:
        form: the form.
        kind: what it is, where that is no class: `list[DiscrepancyForm]`.
    """
    return TypeAdapter(kind or type(form)).dump_python(form, mode="json")


def _name_in_language(
    names: Mapping[Language, str] | str | None, info: ValidationInfo[Language | None]
) -> str | None:
    if names is None or isinstance(names, str):
        return names
    in_language = names.get(info.context) if info.context else None
    return in_language or next(iter(names.values()), None)


# What there is in the language of the form, else in the other one: a name, filled from `names`; an address.
LocalName = Annotated[str | None, BeforeValidator(_name_in_language)]

# A place in a file, as it is written: "table 2, row 7".
PlaceInSource = Annotated[str, BeforeValidator(str)]


class DecisionForm(Form):
    """A decision of the budget at hand."""

    number: str
    date: dt.date
    url: LocalName = Field(validation_alias="urls")
    """Its official page, where a loaded text gives one."""


class MissingForm(Form):
    """What was asked for and is not there: the answer is of something else, or there is none."""

    kind: MissingKind
    value: str
    """As it was asked for; empty where it was not named."""

    further: tuple[str, ...]
    """More places that are named and not loaded."""
