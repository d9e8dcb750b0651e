"""What changed last in the record, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from itertools import chain
from typing import Any

from django.apps import apps

from tracker.ledger.rows import Ref, ref
from tracker.ledger.snapshot import Snapshot

# Participants, recipients and citations are listed with the record they belong to.
LISTED = (
    *("partnership", "extension", "objective", "commitment", "pledge", "award", "activity"),
    *("delivery", "dialogue", "announcement", "party", "source"),
)
NEWEST = 50


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One record, what kind it is, and when it was last changed."""

    kind: str
    record: Ref
    changed_at: datetime
    key: str


def change_rows(snapshot: Snapshot) -> list[ChangeRow]:
    """Return the newest changes of public records. 12 queries, one for each kind listed."""
    found = chain.from_iterable(_newest(snapshot, kind) for kind in LISTED)
    return nlargest(NEWEST, found, key=lambda row: (row.changed_at, row.key))


def _newest(snapshot: Snapshot, kind: str) -> Iterator[ChangeRow]:
    model: Any = apps.get_model("tracker", kind)
    records = snapshot.of(model).order_by("-changed_at", "-pk")
    if model.whole:
        records = records.select_related(model.whole)
    for record in records[:NEWEST]:
        yield ChangeRow(kind, ref(record), record.changed_at, f"{kind}-{record.pk}")
