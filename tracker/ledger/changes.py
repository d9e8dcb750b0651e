"""What changed last in the record, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from itertools import chain
from typing import Any

from tracker.ledger.rows import Link, link
from tracker.models import (
    Activity,
    Announcement,
    Award,
    Commitment,
    Delivery,
    Dialogue,
    Extension,
    Objective,
    Partnership,
    Party,
    Pledge,
    Source,
)

# Participants, recipients and citations are told with the record they belong to.
TOLD = (
    Partnership,
    Extension,
    Objective,
    Commitment,
    Pledge,
    Award,
    Activity,
    Delivery,
    Dialogue,
    Announcement,
    Party,
    Source,
)
NEWEST = 50


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One record and when it was last changed; where it is one of ours, what kind it is."""

    kind: str
    record: Link
    changed_at: datetime
    key: str


def change_rows() -> list[ChangeRow]:
    """Return the newest changes of public records. 12 queries, one for each kind told."""
    found = chain.from_iterable(_newest(model) for model in TOLD)
    return nlargest(NEWEST, found, key=lambda row: (row.changed_at, row.key))


def _newest(model: Any) -> Iterator[ChangeRow]:
    records = model.objects.public().order_by("-changed_at", "-pk")
    if model.whole:
        records = records.select_related(model.whole)
    for record in records[:NEWEST]:
        yield ChangeRow(
            kind=str(model._meta.verbose_name),
            record=link(record),
            changed_at=record.changed_at,
            key=f"{model._meta.model_name}-{record.pk}",
        )
