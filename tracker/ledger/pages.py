"""Every record that has a page of its own."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from tracker.ledger.snapshot import Snapshot
from tracker.models import (
    Award,
    Commitment,
    Delivery,
    Dialogue,
    ImplementingPartner,
    Partnership,
    Party,
    Region,
    Source,
)

KINDS: dict[str, Any] = {
    model.page: model
    for model in (
        Partnership,
        Commitment,
        Delivery,
        Award,
        Party,
        ImplementingPartner,
        Dialogue,
        Source,
        Region,
    )
}


def with_pages(snapshot: Snapshot, kind: str) -> QuerySet[Any]:
    """Return the records that have pages of that kind."""
    return snapshot.of(KINDS[kind]).order_by("pk")
