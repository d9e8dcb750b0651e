"""One report of something delivered, and what it counts towards."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.dates import AsOf
from tracker.ledger.reports import ReportRow, readable_deliveries, report_rows
from tracker.ledger.rows import Link, Units, link
from tracker.ledger.standing import standings


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """
    One report. `towards` is a commitment, or the objective it serves where nobody had
    pledged it (`was_pledged` False).
    """

    row: ReportRow
    towards: Link
    was_pledged: bool


def delivery_page(slug: str, as_of: AsOf) -> DeliveryPage | None:
    """
    Return one report, or None if the public cannot see it.

    7 queries: the report with its citations and regions; units; how its commitment stands.
    """
    found = readable_deliveries(as_of).select_related("commitment", "objective__partnership")
    delivery = found.filter(slug=slug).first()
    towards = delivery and (delivery.commitment or delivery.objective)
    if delivery is None or towards is None:
        return None
    commitment = delivery.commitment
    standing = standings([commitment], as_of.day)[commitment.pk] if commitment else None
    (row,) = report_rows([delivery], standing, Units())
    return DeliveryPage(row, link(towards), commitment is not None)
