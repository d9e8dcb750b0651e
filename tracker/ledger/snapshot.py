"""The only door to the record: everything a reader may see as of a day, at one version of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Count, Model, QuerySet, Value
from django.utils import timezone

from tracker.database.writes import data_version
from tracker.domain.dates import AsOf
from tracker.domain.vocabulary import Status
from tracker.ledger.cache import Cache
from tracker.ledger.units import Units
from tracker.models import Unit
from tracker.models.base import Record

# More hidden rows than this are not listed by their ids: a query finds them each time.
MANY = 500
STORED: list[Any] = [
    model
    for model in apps.get_app_config("tracker").get_models()
    if issubclass(model, Record) and not model._meta.proxy
]
# Most of what is kept is a number or a few names; the largest, all ids of a list.
KEPT = 500
# Requests that began before a write may still ask for the version before it.
VERSIONS = 2


class Snapshot:
    """
    Everything a reader may see as of a day.

    `of` is the only way the ledger reaches a table. `kept` holds what has been computed for the
    day, `lasting` what is the same on every day of this version of the data: the names of units,
    what is hidden. Both are bounded.
    """

    def __init__(self, as_of: AsOf, lasting: Cache | None = None) -> None:
        self.as_of = as_of
        self.kept = Cache(KEPT)
        self.lasting = lasting or Cache(KEPT)

    def of(self, model: Any) -> QuerySet[Any]:
        """Return the rows of `model` that anybody may see and that were known by the day."""
        found: QuerySet[Any] = self.on_any_day(model).known_by(self.as_of.known)
        return found

    def on_any_day(self, model: Any) -> Any:
        """Return the rows anybody may see, whenever they became known: choices, documents."""
        return model.objects.public(self._hidden)

    def is_shown(self, record: Model | None) -> bool:
        """Whether there is a record, and anybody may see it; one that is named need not be."""
        if record is None:
            return False
        hidden = self._hidden(type(record))
        if isinstance(hidden, list):
            return record.pk not in hidden
        return not hidden.filter(pk=record.pk).exists()

    def on(self, day: date) -> Snapshot:
        """Return the snapshot of another day, at the same version of the data."""
        return Snapshot(AsOf(day, is_asked=True), self.lasting)

    @property
    def units(self) -> Units:
        """The names of all units. 1 query, once for each version."""
        return self.lasting.get("units", lambda: Units(Unit.objects.all()))

    def _hidden(self, model: Any) -> list[Any] | QuerySet[Any]:
        """Return the ids of the rows nobody may see: a list if they are few, else a query."""
        return self.lasting.get(("hidden", model), lambda: self._find_hidden(model))

    def _find_hidden(self, model: Any) -> list[Any] | QuerySet[Any]:
        parents = (model._meta.get_field(name).related_model for name in model.shown_with)
        if model._meta.model_name not in self._held_back and not any(
            self._hides(parent) for parent in parents
        ):
            return []
        rows = model.objects.held_back(self._hidden).order_by().values_list("pk", flat=True)
        few = list(rows[: MANY + 1])
        return few if len(few) <= MANY else rows

    def _hides(self, model: Any) -> bool:
        hidden = self._hidden(model)
        return bool(hidden) if isinstance(hidden, list) else True

    @property
    def _held_back(self) -> dict[str, int]:
        """How many records are not published themselves, of each kind of which any is. 1 query."""
        return self.lasting.get("held back", _count_held_back)


class StaffSnapshot(Snapshot):
    """What is published by its own status, even where what it belongs to is still held back."""

    @classmethod
    def of_today(cls) -> StaffSnapshot:
        return cls(AsOf(timezone.localdate()))

    def _find_hidden(self, model: Any) -> list[Any] | QuerySet[Any]:
        return []


def _count_held_back() -> dict[str, int]:
    counted = (
        model.objects.filter(status__in=(Status.DRAFT, Status.WITHDRAWN))
        .order_by()
        .values_list(Value(model._meta.model_name), Count("pk"))
        for model in STORED
    )
    return dict(next(counted).union(*counted, all=True))


_present = Cache(VERSIONS)


def present() -> Snapshot:
    """Return the snapshot of today, shared by all who ask at this version. 1 query."""
    today = AsOf(timezone.localdate())
    return _present.get((data_version(), today), lambda: Snapshot(today))


def snapshot_of(as_of: AsOf) -> Snapshot:
    """
    Return the snapshot of a day. 1 query.

    That of the present day is shared; any other is made for who asks, and dropped.
    """
    now = present()
    return now.on(as_of.day) if as_of.is_asked else now


def forget() -> None:
    """Drop all snapshots, for a database that was rolled back or restored."""
    _present.clear()
