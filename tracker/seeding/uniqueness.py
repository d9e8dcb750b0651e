"""What only one record may have: an objective's number within its partnership."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, UniqueConstraint
from django.utils.translation import gettext as _

from tracker.seeding.conditions import holds
from tracker.seeding.entries import Entry
from tracker.seeding.kinds import Kind, attname


@dataclass(frozen=True)
class Unique:
    """Fields whose values only one row may have, among the rows that meet the condition."""

    fields: tuple[str, ...]
    condition: Q
    message: str


class Claims:
    """Who has what, among the records of one kind."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self._uniques = list(_uniques(kind))
        self._claimed: list[dict[tuple[Any, ...], str]] = [{} for _unique in self._uniques]

    def add(self, entry: Entry, row: Model) -> Iterator[str]:
        """Note what the record claims, and yield a problem for each thing claimed before."""
        for unique, claimed in zip(self._uniques, self._claimed, strict=True):
            values = tuple(getattr(row, attname(type(row), name)) for name in unique.fields)
            if set(unique.fields) & set(entry.bad) or None in values:
                continue
            if (
                holds(unique.condition, row)
                and claimed.setdefault(values, entry.place) != entry.place
            ):
                yield _taken(entry.place, unique, claimed[values])

    def against_the_database(self, own: Collection[str]) -> Iterator[str]:
        """Yield a problem for what a row has that no file names; `own` are the files' records."""
        for unique, claimed in zip(self._uniques, self._claimed, strict=True):
            paths = [self.kind.keys[name].path for name in (*self.kind.identity, *unique.fields)]
            rows = self.kind.model._default_manager.filter(unique.condition)
            for identity, *values in rows.order_by().values_list(*paths).iterator():
                place = claimed.get(tuple(values))
                if place and identity not in own:
                    yield _taken(
                        place,
                        unique,
                        _('%(kind)s "%(identity)s" in the database')
                        % {"kind": self.kind.name, "identity": identity},
                    )


def _taken(place: str, unique: Unique, other: str) -> str:
    return f"{place}: {unique.message} ({other})"


def explain(kind: Kind, refusal: str) -> str:
    """Return the words of the rule that the database names in refusing, or the refusal itself."""
    table = kind.model._meta.db_table
    for constraint in kind.model._meta.constraints:
        names = getattr(constraint, "fields", ())
        columns = [f"{table}.{attname(kind.model, name)}" for name in names]
        if constraint.name in refusal or (columns and all(name in refusal for name in columns)):
            return str(constraint.get_violation_error_message())
    return refusal.splitlines()[0]


def _uniques(kind: Kind) -> Iterator[Unique]:
    for constraint in kind.model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and set(constraint.fields) != set(
            kind.identity
        ):
            message = str(constraint.get_violation_error_message())
            yield Unique(tuple(constraint.fields), constraint.condition or Q(), message)
    for key in kind.columns:
        if key.field.unique and key.name not in kind.identity:
            message = _("%(key)s: only one record can have this value") % {"key": key.name}
            yield Unique((key.name,), Q(), message)
