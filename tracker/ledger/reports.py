"""Reports of something delivered: a row each, saying what was made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from tracker.domain.dates import AsOf
from tracker.domain.vocabulary import Disagreement, LeftOut
from tracker.domain.wording import Words
from tracker.ledger.rows import (
    Day,
    Evidence,
    Link,
    Quantity,
    Units,
    cited_by,
    evidence,
    link,
    public_regions,
)
from tracker.ledger.standing import Standing
from tracker.ledger.visible import visible_rows
from tracker.models import Delivery


@dataclass(frozen=True, slots=True)
class ReportRow:
    """
    One report of something delivered, with what was made of it.

    `left_out` is None if it counted; `why_not` holds the editors' reason, if theirs it was.
    """

    slug: str
    statement: Link
    quantity: Quantity
    stage: str
    is_cumulative: bool
    stated_on: Day
    reported_by: Link
    attributed_to: Link | None
    deed: Words
    dialogue: Link | None
    left_out: LeftOut | None
    why_not: Words
    disagreements: tuple[Disagreement, ...]
    regions: tuple[Link, ...]
    evidence: tuple[Evidence, ...]


def report_rows(
    deliveries: Iterable[Delivery], standing: Standing | None, units: Units
) -> tuple[ReportRow, ...]:
    """
    Return a row for each report, saying whether it counted towards `standing`.

    `standing` None: nobody had pledged it, or the page is not about what it counts towards.
    What the editors leave out is told apart everywhere.
    """
    left_out = dict(standing.progress.left_out) if standing else {}
    conflicts = standing.conflicts if standing else ()
    return tuple(
        ReportRow(
            slug=report.slug,
            statement=link(report),
            quantity=units.quantity(report.figure),
            stage=report.get_stage_display(),
            is_cumulative=report.is_cumulative,
            stated_on=Day(report.stated_on, report.is_inferred),
            reported_by=link(report.reported_by),
            attributed_to=link(report.attributed_to) if report.attributed_to else None,
            deed=report.words("deed"),
            dialogue=link(report.dialogue) if report.dialogue else None,
            left_out=left_out.get(report.slug, None if report.counts else LeftOut.EDITOR),
            why_not=report.words("why_not"),
            disagreements=tuple(
                dict.fromkeys(
                    conflict.kind
                    for conflict in conflicts
                    if report.slug in (conflict.earlier, conflict.later)
                )
            ),
            regions=tuple(link(region) for region in report.regions.all()),
            evidence=evidence(report.citations.all(), units),
        )
        for report in deliveries
    )


def readable_deliveries(as_of: AsOf) -> QuerySet[Delivery]:
    """
    Return public deliveries with all that a row of them needs. 3 queries.

    Oldest first, undated last.
    """
    found: QuerySet[Delivery] = visible_rows(Delivery).known_by(as_of.known)
    return (
        found.select_related("reported_by", "attributed_to", "dialogue")
        .prefetch_related(cited_by(), public_regions())
        .order_by(F("stated_on_latest").asc(nulls_last=True), "pk")
    )


def by_code(rows: QuerySet[Any]) -> dict[str, list[Any]]:
    """Return deliveries or pledges by the code of their commitment, under "" if they have none."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows.annotate(towards=F("commitment__code")):
        found[row.towards or ""].append(row)
    return found
