"""Where the records of a partnership place its work: by region, and never finer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q

from tracker.dates import AsOf
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
    counts = Counter(_named(compact, as_of))
    regions = Region.objects.public().filter(code__startswith=f"{compact.partner.country}-")
    return tuple(Place(one.code, link(one), counts[one.pk]) for one in regions)


def _named(compact: Partnership, as_of: AsOf) -> list[int]:
    """Return the region of every mention in a public record, by primary key."""
    under = Q(commitment__partnership=compact) | Q(objective__partnership=compact)
    records = (
        Commitment.objects.public().filter(partnership=compact),
        Award.objects.public().filter(partnership=compact),
        Activity.objects.public().filter(award__partnership=compact),
        Delivery.objects.public().filter(under),
    )
    return [
        region
        for found in records
        for region in found.known_by(as_of.known).order_by().values_list("regions", flat=True)
        if region is not None
    ]
