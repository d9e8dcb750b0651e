"""Parties: what each promised, pays, carries out and is said to have delivered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from tracker.domain.vocabulary import PartyKind
from tracker.ledger.awards import ActivityRow, AwardLine, activity_rows, award_lines
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.deliveries import ReportRow, readable, report_rows
from tracker.ledger.dialogues import DialogueLine, dialogue_lines
from tracker.ledger.dialogues import listed as dialogues
from tracker.ledger.rows import Ref, ref, ref_if_shown, refs
from tracker.ledger.snapshot import Snapshot
from tracker.models import (
    Award,
    Commitment,
    Delivery,
    ImplementingPartner,
    Participant,
    Party,
    Recipient,
)


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One party; `parent` is None if it belongs to no other that is public."""

    name: Ref
    slug: str
    acronym: str
    kind: PartyKind
    parent: Ref | None


@dataclass(frozen=True, slots=True)
class PartyPage:
    """One party and all that names it. `has_reported`: the list of deliveries has reports by it."""

    line: PartyLine
    children: tuple[Ref, ...]
    commitments: list[CommitmentLine]
    funded: list[AwardLine]
    received: list[AwardLine]
    activities: tuple[ActivityRow, ...]
    deliveries: tuple[ReportRow, ...]
    dialogues: list[DialogueLine]
    has_reported: bool


def listed(snapshot: Snapshot) -> QuerySet[Party]:
    """Return the parties that a list can be made of."""
    return snapshot.of(Party)


def listed_partners(snapshot: Snapshot) -> QuerySet[ImplementingPartner]:
    """Return the parties that carry out work under an award."""
    return snapshot.of(ImplementingPartner)


def lines_of(snapshot: Snapshot, keys: Sequence[int]) -> list[PartyLine]:
    """Return the lines of these parties, in this order. 1 query."""
    return _lines(snapshot, listed(snapshot), keys)


def lines_of_partners(snapshot: Snapshot, keys: Sequence[int]) -> list[PartyLine]:
    """Return the lines of these partners, which lead to their pages as such. 1 query."""
    return _lines(snapshot, listed_partners(snapshot), keys)


def party_page(snapshot: Snapshot, slug: str) -> PartyPage | None:
    """
    Return all that names one party, or None if the public cannot see it.

    Always the same number of queries: the party and its children, then those of the lists it
    is made of.
    """
    return _page(snapshot, listed(snapshot).filter(slug=slug))


def partner_page(snapshot: Snapshot, slug: str) -> PartyPage | None:
    """Return the same of a party that carries out work under an award, or None."""
    return _page(snapshot, listed_partners(snapshot).filter(slug=slug))


def _lines(snapshot: Snapshot, found: QuerySet[Any], keys: Sequence[int]) -> list[PartyLine]:
    rows = found.select_related("parent").in_bulk(keys)
    return [_line(snapshot, rows[pk]) for pk in keys if pk in rows]


def _page(snapshot: Snapshot, found: QuerySet[Any]) -> PartyPage | None:
    children = Prefetch("children", snapshot.of(Party))
    party = found.select_related("parent").prefetch_related(children).first()
    if party is None:
        return None
    promised = Q(made_by=party.pk) | Q(jointly_with=party.pk)
    received = snapshot.of(Recipient).filter(party=party.pk).values("award")
    attended = snapshot.of(Participant).filter(party=party.pk).values("dialogue")
    delivered = readable(snapshot).filter(attributed_to=party.pk)
    awards = snapshot.of(Award)
    return PartyPage(
        line=_line(snapshot, party),
        children=refs(party.children.all()),
        commitments=commitment_lines(snapshot, snapshot.of(Commitment).filter(promised)),
        funded=award_lines(snapshot, awards.filter(funder=party.pk)),
        received=award_lines(snapshot, awards.filter(pk__in=received)),
        activities=activity_rows(snapshot, Q(party=party.pk)),
        deliveries=report_rows(snapshot, delivered),
        dialogues=dialogue_lines(dialogues(snapshot).filter(pk__in=attended)),
        has_reported=snapshot.on_any_day(Delivery).filter(reported_by=party.pk).exists(),
    )


def _line(snapshot: Snapshot, party: Party) -> PartyLine:
    return PartyLine(
        name=ref(party),
        slug=party.slug,
        acronym=party.acronym,
        kind=PartyKind(party.kind),
        parent=ref_if_shown(party.parent, snapshot),
    )
