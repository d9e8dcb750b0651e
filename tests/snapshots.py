"""Snapshots for tests: of a fixed day that nobody asked for, or of a day that is asked for."""

from datetime import date

from tracker.domain.dates import AsOf
from tracker.ledger.snapshot import Snapshot

TODAY = date(2026, 11, 21)


def today():
    """Return a new snapshot of the present day, which knows nothing of any made before."""
    return Snapshot(AsOf(TODAY))


def as_of(*day):
    """Return the snapshot of a day that a reader asks for: `as_of(2021, 6, 1)`."""
    return Snapshot(AsOf(date(*day), is_asked=True))
