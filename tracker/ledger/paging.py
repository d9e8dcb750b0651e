"""Long lists by date: a page costs the same on the first page and on the last of many thousand."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Q

from tracker.ledger.memory import remembered
from tracker.models.base import RecordQuerySet

# So many ids are remembered whole, in order. Of a longer list only its length is remembered, and
# a page is read from an index, which is cheap where the rows wanted are not rare in it.
SHORT = 10_000


class Length(NamedTuple):
    """How many rows have a date and how many have none."""

    dated: int
    undated: int


@dataclass(frozen=True)
class ByDate:
    """
    The ids of `found` in the order of their dates; those without a date come last, either way.

    `key` tells `found` from every other choice of rows. Rows dated after `known` are left out.
    """

    found: RecordQuerySet
    key: Hashable
    known: date | None
    newest_first: bool

    @property
    def length(self) -> Length:
        """How long the list is. 1 query, once for each version of the data."""
        return remembered(("length", self.key, self.known), self._counted)

    def ids(self, start: int, stop: int) -> list[int]:
        """Return the ids from `start` up to `stop`. At most 2 queries."""
        dated, undated = self.length
        if dated + undated <= SHORT:
            return self._all()[start:stop]
        return [
            *self._part(self._dated(), dated, start, min(stop, dated)),
            *self._part(self._undated(), undated, max(start - dated, 0), stop - dated),
        ]

    @property
    def _day(self) -> str:
        return f"{self.found.model.known_from}_latest"

    def _dated(self) -> Any:
        if self.known is None:
            return self.found.filter(**{f"{self._day}__isnull": False})
        return self.found.filter(**{f"{self._day}__lte": self.known})

    def _undated(self) -> Any:
        return self.found.filter(**{f"{self._day}__isnull": True})

    def _counted(self) -> Length:
        known = self.found.known_by(self.known).order_by()
        return Length(
            **known.aggregate(
                dated=Count(self._day),
                undated=Count("pk", filter=Q(**{f"{self._day}__isnull": True})),
            )
        )

    def _all(self) -> list[int]:
        """Return the ids of a short list, all of them."""
        return remembered(("ids", self.key, self.known, self.newest_first), self._sorted)

    def _sorted(self) -> list[int]:
        # Sorted here: told to sort, the database may read a whole index to find a few rows.
        rows = self.found.known_by(self.known).order_by().values_list(self._day, "pk")
        dated: list[tuple[date, int]] = []
        undated: list[int] = []
        for day, pk in rows:
            if day is None:
                undated.append(pk)
            else:
                dated.append((day, pk))
        dated.sort(reverse=self.newest_first)
        undated.sort(reverse=self.newest_first)
        return [*(pk for _day, pk in dated), *undated]

    def _part(self, rows: Any, length: int, start: int, stop: int) -> list[int]:
        """Return the ids from `start` up to `stop` of so many rows, read from the nearer end."""
        stop = min(stop, length)
        if start >= stop:
            return []
        backwards = start > length - stop
        if backwards:
            start, stop = length - stop, length - start
        sign = "-" if self.newest_first != backwards else ""
        ordered = rows.order_by(f"{sign}{self._day}", f"{sign}pk").values_list("pk", flat=True)
        found = list(ordered[start:stop])
        return found[::-1] if backwards else found
