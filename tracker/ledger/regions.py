"""Regions: what was promised, paid and reported there. Nothing is placed finer."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from tracker.domain.dates import AsOf
from tracker.ledger.awards import ActivityRow, AwardLine, activity_rows, award_lines
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.places import Place, places_by_country
from tracker.ledger.reports import ReportRow, readable_deliveries, report_rows
from tracker.ledger.rows import Link, Units, link
from tracker.models import Award, Commitment, Partnership, Region


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """The regions of one compact's country, and how many records name each."""

    partnership: Link
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class RegionPage:
    """One region and all that names it."""

    name: Link
    code: str
    commitments: list[CommitmentLine]
    awards: list[AwardLine]
    activities: tuple[ActivityRow, ...]
    deliveries: tuple[ReportRow, ...]


def region_groups(as_of: AsOf) -> list[RegionGroup]:
    """
    Return the regions of each compact's country, where any are recorded.

    6 queries: compacts, and those of places.
    """
    compacts = Partnership.objects.public().known_by(as_of.known).select_related("partner")
    found = places_by_country(as_of)
    groups = (RegionGroup(link(one), found.get(one.partner.country, ())) for one in compacts)
    return [group for group in groups if group.places]


def region_page(code: str, as_of: AsOf) -> RegionPage | None:
    """
    Return all that names a region, or None if the public cannot see it.

    Always the same number of queries: the region, then those of the lists.
    """
    region = Region.objects.public().filter(code=code).first()
    if region is None:
        return None
    return RegionPage(
        name=link(region),
        code=region.code,
        commitments=commitment_lines(Commitment.objects.public().filter(regions=region), as_of),
        awards=award_lines(Award.objects.public().filter(regions=region), as_of),
        activities=activity_rows(Q(regions=region), as_of),
        deliveries=report_rows(readable_deliveries(as_of).filter(regions=region), None, Units()),
    )
