"""The keys of a long list by date: a page of it costs the same wherever it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from django.db.models import Count, QuerySet

from tracker.ledger.snapshot import Snapshot

# So many keys are kept whole. Of a longer list a page is read from an index by date, which is
# cheap where the rows wanted are not rare in it.
SHORT = 10_000

# Days with the number of rows of each; None stands for the rows without a date.
Days = Sequence[tuple[date | None, int]]


class KeysByDate(Sequence[Any]):
    """
    The primary keys of rows in the order of their dates; the undated come last, either way.

    `found` are the rows in any order, `name` tells them from every other choice of rows.
    """

    def __init__(
        self, snapshot: Snapshot, found: QuerySet[Any], name: Hashable, *, newest_first: bool
    ) -> None:
        self._kept = snapshot.kept
        self._found = found.order_by()
        self._name = name
        self._day = f"{found.model.known_from}_latest"
        self._newest_first = newest_first

    def __len__(self) -> int:
        """How many rows there are. 1 query, once for each version of the data."""
        return sum(count for _day, count in self._days())

    def __getitem__(self, wanted: Any) -> Any:
        """Return the keys of a slice. At most 2 queries, once for each version of the data."""
        start, stop, _step = wanted.indices(len(self))
        if len(self) <= SHORT:
            whole = ("keys", self._name, self._newest_first)
            return self._kept.get(whole, self._sorted)[start:stop]
        # A word that nearly all rows hold costs the index as much on every page as its count did.
        name = ("page", self._name, self._newest_first, start, stop)
        return self._kept.get(name, lambda: self._read(start, stop))

    def _days(self) -> Days:
        """Return how many rows each day has, in the order wanted."""
        counts = self._kept.get(("days", self._name), self._counted)
        dated = sorted((day for day in counts if day), reverse=self._newest_first)
        return [(day, counts[day]) for day in [*dated, None] if day in counts]

    def _counted(self) -> dict[date | None, int]:
        return dict(self._found.values_list(self._day).annotate(Count("pk")))

    def _sorted(self) -> list[Any]:
        # Sorted here: asked to sort, the database may read a whole index to find a few rows.
        by_day: dict[date | None, list[Any]] = defaultdict(list)
        for day, pk in self._found.values_list(self._day, "pk"):
            by_day[day].append(pk)
        return [
            pk
            for day, _count in self._days()
            for pk in sorted(by_day[day], reverse=self._newest_first)
        ]

    def _read(self, start: int, stop: int) -> list[Any]:
        """Return keys of a long list, passing over whole days without reading their rows."""
        days = self._days()
        ends = list(accumulate(count for _day, count in days))
        place = bisect_right(ends, start)
        passed = ends[place - 1] if place else 0
        keys = list(self._from(days[place][0])[start - passed : stop - passed])
        if not keys or start + len(keys) == stop:
            return keys
        return keys + self._read(start + len(keys), stop)

    def _from(self, day: date | None) -> Any:
        """Return the keys of the rows from that day on; of those without a date if it is None."""
        sign = "-" if self._newest_first else ""
        if day is None:
            rows = self._found.filter(**{f"{self._day}__isnull": True}).order_by(f"{sign}pk")
        else:
            comparison = "lte" if self._newest_first else "gte"
            rows = self._found.filter(**{f"{self._day}__{comparison}": day})
            rows = rows.order_by(f"{sign}{self._day}", f"{sign}pk")
        return rows.values_list("pk", flat=True)
