"""Regions: what was promised, paid and reported there. Nothing is placed finer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from tracker.ledger.awards import ActivityRow, AwardLine, activity_rows, award_lines
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.deliveries import ReportRow, readable, report_rows
from tracker.ledger.rows import Ref, ref
from tracker.ledger.snapshot import Snapshot
from tracker.models import Activity, Award, Commitment, Delivery, Partnership, Region


@dataclass(frozen=True, slots=True)
class Place:
    """A region of the partner's country, and how many records name it; 0 is none so far."""

    code: str
    name: Ref
    count: int


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """The regions of one partnership's country, and how many records name each."""

    partnership: Ref
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class RegionPage:
    """One region and all that names it."""

    name: Ref
    code: str
    commitments: list[CommitmentLine]
    awards: list[AwardLine]
    activities: tuple[ActivityRow, ...]
    deliveries: tuple[ReportRow, ...]


def places(snapshot: Snapshot, partnership: Partnership) -> tuple[Place, ...]:
    """
    Return every region of the partner's country, by code.

    5 queries: regions; which of them commitments, awards, activities and reports name.
    """
    under = Q(commitment__partnership=partnership) | Q(objective__partnership=partnership)
    own = Q(partnership=partnership)
    counts = Counter(_named(snapshot, (own, own, Q(award__partnership=partnership), under)))
    regions = snapshot.of(Region).filter(code__startswith=f"{partnership.partner.country}-")
    return tuple(Place(one.code, ref(one), counts[one.pk]) for one in regions)


def region_groups(snapshot: Snapshot) -> list[RegionGroup]:
    """
    Return the regions of each partnership's country, where any are recorded.

    6 queries: partnerships; regions, and what names them.
    """
    counts = Counter(_named(snapshot, (Q(), Q(), Q(), Q())))
    found: dict[str, list[Place]] = defaultdict(list)
    for one in snapshot.of(Region):
        found[one.code.partition("-")[0]].append(Place(one.code, ref(one), counts[one.pk]))
    partnerships = snapshot.of(Partnership).select_related("partner")
    groups = (RegionGroup(ref(one), tuple(found[one.partner.country])) for one in partnerships)
    return [group for group in groups if group.places]


def region_page(snapshot: Snapshot, code: str) -> RegionPage | None:
    """
    Return all that names a region, or None if the public cannot see it.

    Always the same number of queries: the region, then those of the lists.
    """
    region = snapshot.of(Region).filter(code=code).first()
    if region is None:
        return None
    return RegionPage(
        name=ref(region),
        code=region.code,
        commitments=commitment_lines(snapshot, snapshot.of(Commitment).filter(regions=region)),
        awards=award_lines(snapshot, snapshot.of(Award).filter(regions=region)),
        activities=activity_rows(snapshot, Q(regions=region)),
        deliveries=report_rows(snapshot, readable(snapshot).filter(regions=region)),
    )


def _named(snapshot: Snapshot, conditions: Sequence[Q]) -> list[int]:
    """Return the region of every mention in a public record, by primary key."""
    kinds: tuple[Any, ...] = (Commitment, Award, Activity, Delivery)
    return [
        region
        for kind, condition in zip(kinds, conditions, strict=True)
        for region in snapshot.of(kind)
        .filter(condition, regions__isnull=False)
        .order_by()
        .values_list("regions", flat=True)
    ]
