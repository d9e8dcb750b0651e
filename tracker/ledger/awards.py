"""Awards: who gave how much to whom, for what, and what was planned with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from tracker.domain.figures import Figure
from tracker.domain.progress import total_awarded
from tracker.domain.vocabulary import Phase, Role
from tracker.domain.wording import Words
from tracker.ledger.rows import (
    Day,
    Evidence,
    Ref,
    cited_by,
    evidence,
    ref,
    ref_if_shown,
    refs,
    regions_of,
)
from tracker.ledger.snapshot import Snapshot
from tracker.ledger.units import Extent, Quantity
from tracker.models import Activity, Award, Objective, Recipient


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """An implementing partner under an award; its share is rarely stated."""

    party: Ref
    role: Role
    share: Quantity
    period: Day
    evidence: tuple[Evidence, ...]

    @property
    def is_prime(self) -> bool:
        return self.role == Role.PRIME


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One award. `is_joint`: several primes share it and no source gives the split."""

    title: Ref
    partnership: Ref
    funder: Ref
    quantity: Quantity
    awarded_on: Day
    ends_on: Day
    recipients: tuple[RecipientRow, ...]
    is_joint: bool

    @property
    def primes(self) -> tuple[RecipientRow, ...]:
        return tuple(recipient for recipient in self.recipients if recipient.is_prime)


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """What a partner does, or said it would do."""

    party: Ref
    statement: Words
    phase: Phase
    regions: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AwardPage:
    """Everything known of one award; `commitment` is None if it carries out none."""

    line: AwardLine
    commitment: Ref | None
    starts_on: Day
    note: Words
    objectives: tuple[Words, ...]
    regions: tuple[Ref, ...]
    activities: tuple[ActivityRow, ...]
    evidence: tuple[Evidence, ...]


def listed(snapshot: Snapshot) -> QuerySet[Award]:
    """Return the awards that a list can be made of."""
    return snapshot.of(Award)


def lines_of(snapshot: Snapshot, keys: Sequence[int]) -> list[AwardLine]:
    """Return the lines of these awards, in this order. Queries as `award_lines`."""
    found = _with_recipients(snapshot, snapshot.of(Award)).in_bulk(keys)
    return [_line(snapshot, found[pk]) for pk in keys if pk in found]


def award_lines(snapshot: Snapshot, found: QuerySet[Award]) -> list[AwardLine]:
    """Return a line for each award found. 3 queries: awards, recipients and their citations."""
    return [_line(snapshot, award) for award in _with_recipients(snapshot, found)]


def award_page(snapshot: Snapshot, slug: str) -> AwardPage | None:
    """
    Return everything known of one award, or None if the public cannot see it.

    9 queries: the award with the commitment it carries out; its recipients, activities and
    itself, each with citations; objectives; regions of the award and of its activities.
    """
    found = _with_recipients(snapshot, snapshot.of(Award).select_related("commitment"))
    award = found.prefetch_related(
        Prefetch("activities", _readable_activities(snapshot)),
        Prefetch("objectives", snapshot.of(Objective)),
        regions_of(snapshot),
        cited_by(snapshot),
    )
    first = award.filter(slug=slug).first()
    return None if first is None else _page(snapshot, first)


def activity_rows(snapshot: Snapshot, condition: Q) -> tuple[ActivityRow, ...]:
    """Return the activities that meet the condition: what partners do or said they would do."""
    found = _readable_activities(snapshot).filter(condition)
    return tuple(_activity(snapshot, activity) for activity in found)


def totals_awarded(snapshot: Snapshot, awards: Iterable[AwardLine]) -> list[Extent]:
    """
    Return what the awards come to, one sum for each currency, each award counted once.

    An award of no stated amount or currency may be of any, so it opens the end of every sum.
    """
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for award in awards:
        by_unit[award.quantity.figure.unit].append(award.quantity.figure)
    unknown = by_unit.pop("", [])
    sums = (snapshot.units.extent(total_awarded(one + unknown)) for one in by_unit.values())
    return [extent for extent in sums if extent is not None]


def _readable_activities(snapshot: Snapshot) -> QuerySet[Activity]:
    found = snapshot.of(Activity).select_related("party")
    return found.prefetch_related(cited_by(snapshot), regions_of(snapshot))


def _with_recipients(snapshot: Snapshot, awards: QuerySet[Award]) -> QuerySet[Award]:
    recipients = snapshot.of(Recipient).select_related("party")
    return awards.select_related("partnership", "funder").prefetch_related(
        Prefetch("recipients", recipients.prefetch_related(cited_by(snapshot)))
    )


def _line(snapshot: Snapshot, award: Award) -> AwardLine:
    recipients = tuple(_recipient(snapshot, one) for one in award.recipients.all())
    primes = [recipient for recipient in recipients if recipient.is_prime]
    return AwardLine(
        title=ref(award),
        partnership=ref(award.partnership),
        funder=ref(award.funder),
        quantity=snapshot.units.quantity(award.figure),
        awarded_on=Day(award.awarded_on),
        ends_on=Day(award.ends_on),
        recipients=recipients,
        is_joint=len(primes) > 1 and not all(prime.share.is_stated for prime in primes),
    )


def _recipient(snapshot: Snapshot, recipient: Recipient) -> RecipientRow:
    return RecipientRow(
        party=ref(recipient.party),
        role=Role(recipient.role),
        share=snapshot.units.quantity(recipient.figure),
        period=Day(recipient.period),
        evidence=evidence(recipient.citations.all(), snapshot),
    )


def _page(snapshot: Snapshot, award: Award) -> AwardPage:
    return AwardPage(
        line=_line(snapshot, award),
        commitment=ref_if_shown(award.commitment, snapshot),
        starts_on=Day(award.starts_on),
        note=award.words("note"),
        objectives=tuple(objective.words("title") for objective in award.objectives.all()),
        regions=refs(award.regions.all()),
        activities=tuple(_activity(snapshot, activity) for activity in award.activities.all()),
        evidence=evidence(award.citations.all(), snapshot),
    )


def _activity(snapshot: Snapshot, activity: Activity) -> ActivityRow:
    return ActivityRow(
        party=ref(activity.party),
        statement=activity.words("statement"),
        phase=Phase(activity.phase),
        regions=refs(activity.regions.all()),
        evidence=evidence(activity.citations.all(), snapshot),
    )
