"""Long lists by date: a page costs the same wherever in a list of a million rows it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

from django.db.models import Count

from tracker.ledger.memory import remembered
from tracker.models.base import RecordQuerySet

# So many ids are remembered whole. Of a longer list a page is read from an index by date, which
# is cheap where the rows wanted are not rare in it.
SHORT = 10_000

# Days with the number of rows of each; None stands for the rows without a date.
Days = Sequence[tuple[date | None, int]]


@dataclass(frozen=True)
class ByDate:
    """
    Ids in the order of the dates of their rows; those without a date come last, either way.

    `found` are the rows, and `walked` the same rows by conditions that are cheap to try on one
    row after the other. `key` tells them from every other choice of rows. Rows dated after
    `known` are left out.
    """

    found: RecordQuerySet
    walked: RecordQuerySet
    key: Hashable
    known: date | None
    newest_first: bool

    def __len__(self) -> int:
        """How many rows there are. 1 query, once for each version of the data."""
        return sum(count for _day, count in self._days())

    def ids(self, start: int, stop: int) -> list[int]:
        """Return the ids from `start` up to `stop`. At most 2 queries, once for each version."""
        if len(self) <= SHORT:
            return self._short()[start:stop]
        # A word that nearly all rows hold costs the index as much on every page as its count did.
        stop = min(stop, len(self))
        key = ("page", self.key, self.known, self.newest_first, start, stop)
        return remembered(key, lambda: self._read(start, stop))

    def _days(self) -> Days:
        """Return how many rows each day has, in the order wanted."""
        counts = remembered(("days", self.key), self._counted)
        known = [day for day in counts if day and (self.known is None or day <= self.known)]
        order: list[date | None] = [*sorted(known, reverse=self.newest_first)]
        return [(day, counts[day]) for day in [*order, None] if day in counts]

    def _counted(self) -> dict[date | None, int]:
        counted = self.found.order_by().values_list(self._day).annotate(Count("pk"))
        return dict(counted)

    def _short(self) -> list[int]:
        return remembered(("ids", self.key, self.known, self.newest_first), self._sorted)

    def _sorted(self) -> list[int]:
        # Sorted here: told to sort, the database may read a whole index to find a few rows.
        by_day: dict[date | None, list[int]] = defaultdict(list)
        for day, pk in self.found.order_by().values_list(self._day, "pk"):
            by_day[day].append(pk)
        return [
            pk
            for day, _count in self._days()
            for pk in sorted(by_day[day], reverse=self.newest_first)
        ]

    def _read(self, start: int, stop: int) -> list[int]:
        """Return ids of a long list, passing over whole days without reading their rows."""
        days = self._days()
        ends = list(accumulate(count for _day, count in days))
        place = bisect_right(ends, start)
        passed = ends[place - 1] if place else 0
        ids = list(self._from(days[place][0])[start - passed : stop - passed])
        if not ids or start + len(ids) == stop:
            return ids
        return ids + self._read(start + len(ids), stop)

    def _from(self, day: date | None) -> Any:
        """Return the ids of the rows from that day on; of those without a date if it is None."""
        sign = "-" if self.newest_first else ""
        if day is None:
            rows = self.walked.filter(**{f"{self._day}__isnull": True}).order_by(f"{sign}pk")
        else:
            rows = self._dated(day).order_by(f"{sign}{self._day}", f"{sign}pk")
        return rows.values_list("pk", flat=True)

    def _dated(self, day: date) -> RecordQuerySet:
        if self.newest_first:
            return self.walked.filter(**{f"{self._day}__lte": day})
        rows = self.walked.filter(**{f"{self._day}__gte": day})
        return rows if self.known is None else rows.filter(**{f"{self._day}__lte": self.known})

    @property
    def _day(self) -> str:
        return f"{self.found.model.known_from}_latest"
