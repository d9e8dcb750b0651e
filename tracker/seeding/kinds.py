"""What kinds of record seed files hold, and the keys of each: all read from the models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from django.db import models

from tracker.domain.vocabulary import Status
from tracker.models import (
    Activity,
    Announcement,
    Award,
    Citation,
    Commitment,
    Delivery,
    Dialogue,
    Extension,
    Objective,
    Participant,
    Partnership,
    Party,
    Pledge,
    Recipient,
    Region,
    Source,
    Unit,
)
from tracker.models.sources import TARGETS


class Sort(Enum):
    """What may stand after a key."""

    TEXT = "text"
    TRUTH = "true or false"
    WHOLE = "whole number"
    NUMBER = "number"
    REFERENCE = "reference"
    REFERENCES = "list of references"


@dataclass(frozen=True)
class Key:
    """One key of a kind of record: the model's field of the same name, as a file writes it."""

    field: Any
    is_required: bool

    @cached_property
    def name(self) -> str:
        return str(self.field.name)

    @cached_property
    def sort(self) -> Sort:
        if self.field.many_to_many:
            return Sort.REFERENCES
        if self.field.is_relation:
            return Sort.REFERENCE
        if isinstance(self.field, models.BooleanField):
            return Sort.TRUTH
        if isinstance(self.field, models.DecimalField):
            return Sort.NUMBER
        return Sort.WHOLE if isinstance(self.field, models.IntegerField) else Sort.TEXT

    @cached_property
    def to(self) -> str:
        """The name of the kind it refers to, or ""."""
        return str(self.field.related_model._meta.model_name) if self.field.is_relation else ""

    @property
    def is_list(self) -> bool:
        return self.sort is Sort.REFERENCES

    @cached_property
    def default(self) -> Any:
        """What it means to leave the key out."""
        if self.name == "status":
            return Status.PUBLISHED.value
        return [] if self.is_list else self.field.get_default()

    @cached_property
    def path(self) -> str:
        """How a query reaches what a file writes: "party__slug" for "party"."""
        return f"{self.name}__{KINDS[self.to].identity[0]}" if self.to else self.name


@dataclass(frozen=True)
class Kind:
    """
    A kind of record: a model, and the keys that tell one record from another.

    `demands` names keys a file must have although the database can do without. `formerly` has
    the first name of each key that was renamed, as {"locator_en": "locator"}: databases hold
    digests that know it by that name.
    """

    model: type[models.Model]
    identity: tuple[str, ...]
    demands: tuple[str, ...] = ()
    is_cited_at_will: bool = False
    formerly: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def name(self) -> str:
        return str(self.model._meta.model_name)

    @cached_property
    def keys(self) -> dict[str, Key]:
        """Every key by its name: the fields that an editor can fill."""
        fields = [*self.model._meta.fields, *self.model._meta.many_to_many]
        return {
            field.name: Key(field, self._requires(field))
            for field in fields
            if field.editable and not isinstance(field, models.AutoField) and self._writes(field)
        }

    def _writes(self, field: Any) -> bool:
        return self.model is not Citation or field.name not in TARGETS

    def _requires(self, field: Any) -> bool:
        return field.name in self.demands or not (field.blank or field.has_default())

    @cached_property
    def columns(self) -> list[Key]:
        """The keys that the record's own row holds."""
        return [key for key in self.keys.values() if not key.is_list]

    @cached_property
    def lists(self) -> list[Key]:
        """The keys whose values are rows of a table between two others."""
        return [key for key in self.keys.values() if key.is_list]

    @cached_property
    def plain_names(self) -> set[str]:
        """The names of the keys that refer to nothing."""
        return {key.name for key in self.keys.values() if not key.to}

    @cached_property
    def not_cleaned(self) -> set[str]:
        """The fields that no key fills, and those whose reference is looked up."""
        return {field.name for field in self.model._meta.fields} - self.plain_names

    @cached_property
    def references(self) -> list[Key]:
        return [key for key in self.keys.values() if key.to]

    @cached_property
    def chain(self) -> Key | None:
        """The key that names another record of the same kind, if there is one."""
        return next((key for key in self.columns if key.to == self.name), None)

    @property
    def may_be_cited(self) -> bool:
        return self.name in TARGETS

    @property
    def must_be_cited(self) -> bool:
        return self.may_be_cited and not self.is_cited_at_will

    @cached_property
    def is_ours(self) -> bool:
        """Whether the files alone decide, for nothing notes what they last said."""
        return not any(field.name == "seed_digest" for field in self.model._meta.fields)

    def identify(self, data: Mapping[str, Any]) -> str:
        """Return what tells this record from the others of its kind: "peru-2017, ilo"."""
        return ", ".join(str(data[name]) for name in self.identity if data.get(name))

    def complete(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return a value for every key: of `data`, or what it means to leave the key out."""
        full = {name: data.get(name, key.default) for name, key in self.keys.items()}
        for key in self.lists:
            full[key.name] = sorted(set(full[key.name]))
        return full


# In this order they are written: a kind comes after every kind it refers to.
KINDS = {
    kind.name: kind
    for kind in (
        Kind(Unit, identity=("code",)),
        Kind(Region, identity=("code",)),
        Kind(Source, identity=("slug",)),
        Kind(Party, identity=("slug",), is_cited_at_will=True),
        Kind(Partnership, identity=("slug",)),
        Kind(Dialogue, identity=("slug",)),
        Kind(Extension, identity=("slug",)),
        Kind(Objective, identity=("slug",)),
        Kind(Commitment, identity=("code",)),
        Kind(Pledge, identity=("slug",)),
        Kind(Award, identity=("slug",)),
        Kind(Recipient, identity=("award", "party")),
        Kind(Activity, identity=("slug",)),
        Kind(Delivery, identity=("slug",)),
        Kind(Participant, identity=("dialogue", "party", "name")),
        Kind(Announcement, identity=("slug",)),
    )
}
CITATION = Kind(Citation, identity=("source", "locator_en"), demands=("phrase",))
EVERY_KIND = KINDS | {CITATION.name: CITATION}
