"""Parties: what each promised, pays, carries out and is said to have delivered."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from tracker.domain.dates import AsOf
from tracker.domain.vocabulary import Status
from tracker.ledger.awards import ActivityRow, AwardLine, activity_rows, award_lines
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.dialogues import DialogueLine, dialogue_lines
from tracker.ledger.reports import ReportRow, readable_deliveries, report_rows
from tracker.ledger.rows import Link, Units, link
from tracker.ledger.visible import visible_rows
from tracker.models import (
    Award,
    Commitment,
    Delivery,
    Dialogue,
    ImplementingPartner,
    Participant,
    Party,
    Recipient,
)


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One party; `parent` is None if it belongs to no other that is public."""

    name: Link
    slug: str
    acronym: str
    kind: str
    country: str
    parent: Link | None


@dataclass(frozen=True, slots=True)
class PartyPage:
    """One party and all that names it. `has_reported`: the list of deliveries has reports by it."""

    line: PartyLine
    children: tuple[Link, ...]
    commitments: list[CommitmentLine]
    funded: list[AwardLine]
    received: list[AwardLine]
    activities: tuple[ActivityRow, ...]
    deliveries: tuple[ReportRow, ...]
    dialogues: list[DialogueLine]
    has_reported: bool


def party_lines(chosen: QuerySet[Party]) -> list[PartyLine]:
    """Return a line for each party, with the one it belongs to. 1 query."""
    return [_line(party) for party in chosen.select_related("parent")]


def party_page(slug: str, as_of: AsOf, *, as_partner: bool = False) -> PartyPage | None:
    """
    Return all that names one party, or None if the public cannot see it.

    `as_partner` True: only if it carries out work under an award. Always the same number of
    queries: the party and its children, then those of the lists it is made of.
    """
    model = ImplementingPartner if as_partner else Party
    children = Prefetch("children", Party.objects.public())
    found = model.objects.public().select_related("parent").prefetch_related(children)
    party = found.filter(slug=slug).first()
    if party is None:
        return None
    promised = Q(made_by=party.pk) | Q(jointly_with=party.pk)
    received = Recipient.objects.public().filter(party=party.pk).values("award")
    attended = Participant.objects.public().filter(party=party.pk).values("dialogue")
    delivered = readable_deliveries(as_of).filter(attributed_to=party.pk)
    awards = Award.objects.public()
    return PartyPage(
        line=_line(party),
        children=tuple(link(child) for child in party.children.all()),
        commitments=commitment_lines(Commitment.objects.public().filter(promised), as_of),
        funded=award_lines(awards.filter(funder=party.pk), as_of),
        received=award_lines(awards.filter(pk__in=received), as_of),
        activities=activity_rows(Q(party=party.pk), as_of),
        deliveries=report_rows(delivered, None, Units()),
        dialogues=dialogue_lines(Dialogue.objects.public().filter(pk__in=attended), as_of),
        has_reported=visible_rows(Delivery).filter(reported_by=party.pk).exists(),
    )


def _public_parent(party: Party) -> Link | None:
    parent = party.parent
    return link(parent) if parent and parent.status == Status.PUBLISHED else None


def _line(party: Party) -> PartyLine:
    return PartyLine(
        name=link(party),
        slug=party.slug,
        acronym=party.acronym,
        kind=party.get_kind_display(),
        country=party.country,
        parent=_public_parent(party),
    )
