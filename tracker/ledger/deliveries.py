"""Deliveries: one report each, in a list, in full, and what was made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from tracker.domain.conflicts import Conflict
from tracker.domain.vocabulary import Disagreement, LeftOut, Stage
from tracker.domain.wording import Words
from tracker.ledger.assessments import Assessment, assessments
from tracker.ledger.rows import (
    Day,
    Evidence,
    Ref,
    chosen,
    cited_by,
    evidence,
    ref,
    refs,
    regions_of,
)
from tracker.ledger.snapshot import Snapshot
from tracker.ledger.units import Quantity
from tracker.models import Delivery, Party


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """
    One report in a list. `towards` is a commitment, of which `code` is the code; where nobody
    had pledged it `code` is "", and `towards` the objective it serves.
    """

    stated_on: Day
    statement: Ref
    code: str
    towards: Ref
    quantity: Quantity
    stage: Stage | None
    reported_by: Ref
    attributed_to: Ref | None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """
    One report of something delivered, with what was made of it.

    `left_out` is None if it counted; `why_not` holds the editors' reason, if theirs it was.
    """

    slug: str
    statement: Ref
    quantity: Quantity
    stage: Stage | None
    is_cumulative: bool
    stated_on: Day
    reported_by: Ref
    attributed_to: Ref | None
    deed: Words
    dialogue: Ref | None
    left_out: LeftOut | None
    why_not: Words
    disagreements: tuple[Disagreement, ...]
    regions: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]

    @property
    def backing(self) -> Evidence | None:
        """The first source that says so, or None."""
        return self.evidence[0] if self.evidence else None


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """
    One report. `towards` is a commitment, or the objective it serves where nobody had
    pledged it (`was_pledged` False).
    """

    row: ReportRow
    towards: Ref
    was_pledged: bool


def listed(snapshot: Snapshot) -> QuerySet[Delivery]:
    """Return the deliveries that a list can be made of."""
    return snapshot.of(Delivery)


def delivery_lines(snapshot: Snapshot, keys: Sequence[int]) -> list[DeliveryLine]:
    """Return the lines of these reports, in this order. 1 query, and once 2 for names."""
    named = snapshot.of(Delivery).select_related("commitment", "objective__partnership")
    rows = named.in_bulk(keys)
    parties = snapshot.lasting.get("parties", lambda: _parties(snapshot))
    return [_line(rows[pk], snapshot, parties) for pk in keys if pk in rows]


def delivery_page(snapshot: Snapshot, slug: str) -> DeliveryPage | None:
    """
    Return one report, or None if the public cannot see it.

    6 queries: the report with its citations and regions; what its commitment comes to.
    """
    found = readable(snapshot).select_related("commitment", "objective__partnership")
    delivery = found.filter(slug=slug).first()
    if delivery is None:
        return None
    commitment = delivery.commitment
    assessed = assessments(snapshot, [commitment.pk])[commitment.pk] if commitment else None
    (row,) = report_rows(snapshot, [delivery], assessed)
    towards: Any = commitment or delivery.objective
    return DeliveryPage(row, ref(towards), commitment is not None)


def report_rows(
    snapshot: Snapshot, deliveries: Iterable[Delivery], assessed: Assessment | None = None
) -> tuple[ReportRow, ...]:
    """
    Return a row for each report, saying whether it counted in what was `assessed`.

    None: nobody had pledged it, or the page is not about what it counts towards. What the
    editors leave out is marked everywhere.
    """
    left_out = dict(assessed.progress.left_out) if assessed else {}
    conflicts = assessed.conflicts if assessed else ()
    return tuple(_row(snapshot, report, left_out, conflicts) for report in deliveries)


def readable(snapshot: Snapshot) -> QuerySet[Delivery]:
    """
    Return the deliveries with all that a row of them needs. 3 queries.

    Oldest first, undated last.
    """
    return (
        snapshot.of(Delivery)
        .select_related("reported_by", "attributed_to", "dialogue")
        .prefetch_related(cited_by(snapshot), regions_of(snapshot))
        .order_by(F("stated_on_latest").asc(nulls_last=True), "pk")
    )


def by_code(rows: QuerySet[Any]) -> dict[str, list[Any]]:
    """Return deliveries or pledges by the code of their commitment, under "" if they have none."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows.annotate(towards=F("commitment__code")):
        found[row.towards or ""].append(row)
    return found


def _parties(snapshot: Snapshot) -> dict[int | None, Ref]:
    return {party.pk: ref(party) for party in snapshot.on_any_day(Party)}


def _line(delivery: Delivery, snapshot: Snapshot, parties: dict[int | None, Ref]) -> DeliveryLine:
    towards: Any = delivery.commitment or delivery.objective
    return DeliveryLine(
        stated_on=Day(delivery.stated_on, delivery.is_inferred),
        statement=ref(delivery),
        code=delivery.commitment.code if delivery.commitment else "",
        towards=ref(towards),
        quantity=snapshot.units.quantity(delivery.figure),
        stage=chosen(Stage, delivery.stage),
        reported_by=parties[delivery.reported_by_id],
        attributed_to=parties.get(delivery.attributed_to_id),
    )


def _row(
    snapshot: Snapshot,
    report: Delivery,
    left_out: Mapping[str, LeftOut],
    conflicts: Sequence[Conflict],
) -> ReportRow:
    kinds = (one.kind for one in conflicts if report.slug in (one.earlier, one.later))
    return ReportRow(
        slug=report.slug,
        statement=ref(report),
        quantity=snapshot.units.quantity(report.figure),
        stage=chosen(Stage, report.stage),
        is_cumulative=report.is_cumulative,
        stated_on=Day(report.stated_on, report.is_inferred),
        reported_by=ref(report.reported_by),
        attributed_to=ref(report.attributed_to) if report.attributed_to else None,
        deed=report.words("deed"),
        dialogue=ref(report.dialogue) if report.dialogue else None,
        left_out=left_out.get(report.slug, None if report.counts else LeftOut.EDITOR),
        why_not=report.words("why_not"),
        disagreements=tuple(dict.fromkeys(kinds)),
        regions=refs(report.regions.all()),
        evidence=evidence(report.citations.all(), snapshot),
    )
