"""Where the records of a partnership place its work: by region, and never finer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from tracker.domain.dates import AsOf
from tracker.ledger.rows import Link, link
from tracker.models import Activity, Award, Commitment, Delivery, Partnership, Region


@dataclass(frozen=True, slots=True)
class Place:
    """A region of the partner's country, and how many records name it; 0 is none so far."""

    code: str
    name: Link
    count: int


def places(compact: Partnership, as_of: AsOf) -> tuple[Place, ...]:
    """
    Return every region of the partner's country, by code.

    5 queries: regions; which of them commitments, awards, activities and reports name.
    """
    under = Q(commitment__partnership=compact) | Q(objective__partnership=compact)
    own = Q(partnership=compact)
    counts = Counter(_named((own, own, Q(award__partnership=compact), under), as_of))
    regions = Region.objects.public().filter(code__startswith=f"{compact.partner.country}-")
    return tuple(Place(one.code, link(one), counts[one.pk]) for one in regions)


def places_by_country(as_of: AsOf) -> dict[str, tuple[Place, ...]]:
    """Return every region there is, by the code of its country. 5 queries, as `places`."""
    counts = Counter(_named((Q(), Q(), Q(), Q()), as_of))
    found: dict[str, list[Place]] = defaultdict(list)
    for one in Region.objects.public():
        found[one.code.partition("-")[0]].append(Place(one.code, link(one), counts[one.pk]))
    return {country: tuple(rows) for country, rows in found.items()}


def _named(conditions: Sequence[Q], as_of: AsOf) -> list[int]:
    """Return the region of every mention in a public record, by primary key."""
    kinds: tuple[Any, ...] = (Commitment, Award, Activity, Delivery)
    return [
        region
        for kind, condition in zip(kinds, conditions, strict=True)
        for region in kind.objects.public()
        .known_by(as_of.known)
        .filter(condition, regions__isnull=False)
        .order_by()
        .values_list("regions", flat=True)
    ]
