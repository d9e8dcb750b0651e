"""What a list can be filtered by: keys and names of the records that anybody may see."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tracker.domain.wording import Words
from tracker.ledger.snapshot import Snapshot
from tracker.models import Commitment, Delivery, Objective, Partnership, Party, Region

# The key of each record, and what it is called. On every day the same are offered: an address
# that filters by one stays good whatever day is asked for.
Choices = list[tuple[str, Words]]


def partnerships(snapshot: Snapshot) -> Choices:
    found = snapshot.on_any_day(Partnership).order_by("slug")
    return _once(snapshot, "partnerships", lambda: [(one.slug, one.label()) for one in found])


def objectives(snapshot: Snapshot) -> Choices:
    """Return the objectives, each with its partner: partnerships may name theirs alike."""
    found = snapshot.on_any_day(Objective).select_related("partnership__partner").order_by("slug")
    return _once(
        snapshot,
        "objectives",
        lambda: [(one.slug, _of(one.label(), one.partnership.partner.label())) for one in found],
    )


def regions(snapshot: Snapshot) -> Choices:
    """Return the regions, with the codes that tell their countries apart."""
    found = snapshot.on_any_day(Region).order_by("code")
    return _once(
        snapshot,
        "regions",
        lambda: [(one.code, _of(one.label(), Words(one.code, one.code))) for one in found],
    )


def promisors(snapshot: Snapshot) -> Choices:
    """Return the parties that promised something."""
    made = Q(made_by=OuterRef("pk")) | Q(jointly_with=OuterRef("pk"))
    return _parties(snapshot, "promisors", snapshot.on_any_day(Commitment).filter(made))


def reporters(snapshot: Snapshot) -> Choices:
    """Return the parties that reported a delivery."""
    reported = snapshot.on_any_day(Delivery).filter(reported_by=OuterRef("pk"))
    return _parties(snapshot, "reporters", reported)


def deliverers(snapshot: Snapshot) -> Choices:
    """Return the parties that are said to have delivered something."""
    delivered = snapshot.on_any_day(Delivery).filter(attributed_to=OuterRef("pk"))
    return _parties(snapshot, "deliverers", delivered)


def commitments(snapshot: Snapshot) -> QuerySet[Commitment]:
    found: QuerySet[Commitment] = snapshot.on_any_day(Commitment)
    return found


def _parties(snapshot: Snapshot, name: str, naming: QuerySet[Any]) -> Choices:
    found = snapshot.on_any_day(Party).filter(Exists(naming)).order_by("slug")
    return _once(snapshot, name, lambda: [(one.slug, one.label()) for one in found])


def _once(snapshot: Snapshot, name: str, read: Any) -> Choices:
    found: Choices = snapshot.lasting.get(("choices", name), read)
    return found


def _of(words: Words, whole: Words) -> Words:
    return Words(f"{words.en} ({whole.en})", f"{words.es or words.en} ({whole.es or whole.en})")
