"""Awards: who gave how much to whom, for what, and what was planned with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from tracker.domain.dates import AsOf
from tracker.domain.figures import Figure
from tracker.domain.progress import total_awarded
from tracker.domain.vocabulary import Role
from tracker.domain.wording import Words
from tracker.ledger.rows import (
    Day,
    Evidence,
    Extent,
    Link,
    Quantity,
    Units,
    cited_by,
    evidence,
    link,
    public_regions,
)
from tracker.models import Activity, Award, Commitment, Objective, Recipient
from tracker.models.base import RecordQuerySet


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """An implementing partner under an award; its share is rarely stated."""

    party: Link
    role: str
    is_prime: bool
    share: Quantity
    period: Day
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One award. `is_joint`: several primes share it and no source gives the split."""

    title: Link
    partnership: Link
    funder: Link
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

    party: Link
    statement: Words
    phase: str
    regions: tuple[Link, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AwardPage:
    """Everything known of one award; `commitment` is None if it carries out none."""

    line: AwardLine
    commitment: Link | None
    starts_on: Day
    note: Words
    objectives: tuple[Words, ...]
    regions: tuple[Link, ...]
    activities: tuple[ActivityRow, ...]
    evidence: tuple[Evidence, ...]


def award_lines(chosen: RecordQuerySet, as_of: AsOf) -> list[AwardLine]:
    """
    Return a line for each award known by then.

    4 queries: units, awards, recipients and their citations.
    """
    units = Units()
    return [_line(award, units) for award in _with_recipients(chosen.known_by(as_of.known))]


def award_page(slug: str, as_of: AsOf) -> AwardPage | None:
    """
    Return everything known of one award, or None if the public cannot see it.

    11 queries: units; the award and its commitment; its recipients, activities and itself,
    each with citations; objectives; regions of the award and of its activities.
    """
    known = Award.objects.public().known_by(as_of.known)
    found = _with_recipients(known).prefetch_related(
        Prefetch("activities", _readable_activities()),
        Prefetch("objectives", Objective.objects.public()),
        public_regions(),
        cited_by(),
    )
    award = found.filter(slug=slug).first()
    return None if award is None else _page(award, Units())


def activity_rows(chosen: Q, as_of: AsOf) -> tuple[ActivityRow, ...]:
    """Return the chosen activities: what partners do or said they would do. 4 queries."""
    units = Units()
    awards = Award.objects.public().known_by(as_of.known)
    activities = _readable_activities().filter(chosen, award__in=awards)
    return tuple(_activity(done, units) for done in activities)


def totals_awarded(awards: list[AwardLine], units: Units) -> list[Extent]:
    """
    Return what the awards come to, one sum for each currency, each award counted once.

    An award of no stated amount or currency may be of any, so it opens the end of every sum.
    """
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for award in awards:
        by_unit[award.quantity.figure.unit].append(award.quantity.figure)
    unknown = by_unit.pop("", [])
    sums = (units.extent(total_awarded(figures + unknown)) for figures in by_unit.values())
    return [extent for extent in sums if extent is not None]


def _readable_activities() -> QuerySet[Activity]:
    found: QuerySet[Activity] = Activity.objects.public()
    return found.select_related("party").prefetch_related(cited_by(), public_regions())


def _with_recipients(awards: QuerySet[Award]) -> QuerySet[Award]:
    recipients = Recipient.objects.public().select_related("party").prefetch_related(cited_by())
    return awards.select_related("partnership", "funder").prefetch_related(
        Prefetch("recipients", recipients)
    )


def _line(award: Award, units: Units) -> AwardLine:
    recipients = tuple(_recipient(recipient, units) for recipient in award.recipients.all())
    primes = [recipient for recipient in recipients if recipient.is_prime]
    return AwardLine(
        title=link(award),
        partnership=link(award.partnership),
        funder=link(award.funder),
        quantity=units.quantity(award.figure),
        awarded_on=Day(award.awarded_on),
        ends_on=Day(award.ends_on),
        recipients=recipients,
        is_joint=len(primes) > 1 and not all(prime.share.is_stated for prime in primes),
    )


def _recipient(recipient: Recipient, units: Units) -> RecipientRow:
    return RecipientRow(
        party=link(recipient.party),
        role=recipient.get_role_display(),
        is_prime=recipient.role == Role.PRIME,
        share=units.quantity(recipient.figure),
        period=Day(recipient.period),
        evidence=evidence(recipient.citations.all(), units),
    )


def _page(award: Award, units: Units) -> AwardPage:
    commitment = Commitment.objects.public().filter(pk=award.commitment_id).first()
    return AwardPage(
        line=_line(award, units),
        commitment=link(commitment) if commitment else None,
        starts_on=Day(award.starts_on),
        note=award.words("note"),
        objectives=tuple(objective.words("title") for objective in award.objectives.all()),
        regions=tuple(link(region) for region in award.regions.all()),
        activities=tuple(_activity(activity, units) for activity in award.activities.all()),
        evidence=evidence(award.citations.all(), units),
    )


def _activity(activity: Activity, units: Units) -> ActivityRow:
    return ActivityRow(
        party=link(activity.party),
        statement=activity.words("statement"),
        phase=activity.get_phase_display(),
        regions=tuple(link(region) for region in activity.regions.all()),
        evidence=evidence(activity.citations.all(), units),
    )
