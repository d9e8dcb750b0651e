"""Meetings: who took part in what role, and what was announced or reported there."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from tracker.domain.dates import AsOf
from tracker.domain.vocabulary import AnnouncementKind, Standing
from tracker.domain.wording import Words
from tracker.ledger.meetings import Account, account
from tracker.ledger.rows import (
    Day,
    Evidence,
    Link,
    Quantity,
    Units,
    cited_by,
    evidence,
    link,
)
from tracker.models import Announcement, Dialogue, Extension, Participant
from tracker.models.base import RecordQuerySet


@dataclass(frozen=True, slots=True)
class DialogueLine:
    """One meeting. `is_held` False: announced, and no source says that it took place."""

    name: Link
    partnership: Link
    kind: str
    standing: str
    is_held: bool
    held_on: Day
    format: str
    place: Words


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Who took part, with the title held then; `name` is "" for an institution as such."""

    name: str
    title: Words
    party: Link
    part: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AnnouncementRow:
    """What was said. A request is no pledge; `made_by` None means both governments."""

    kind: str
    is_request: bool
    statement: Words
    quantity: Quantity
    made_by: Link | None
    speaker: str
    addressed_to: Link | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ExtensionRow:
    """An agreement to run longer; `years` is None if not stated."""

    partnership: Link
    years: int | None
    announced_on: Day
    until: Day
    note: Words
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DialoguePage:
    """Everything known of one meeting."""

    line: DialogueLine
    summary: Words
    inference: Words
    participants: tuple[ParticipantRow, ...]
    announcements: tuple[AnnouncementRow, ...]
    extensions: tuple[ExtensionRow, ...]
    account: Account
    evidence: tuple[Evidence, ...]


def dialogue_lines(chosen: RecordQuerySet, as_of: AsOf) -> list[DialogueLine]:
    """Return a line for each meeting, oldest first, undated last. 1 query."""
    known = chosen.known_by(as_of.known)
    ordered = known.select_related("partnership").order_by("held_on_latest", "slug")
    return sorted((_line(one) for one in ordered), key=lambda line: not line.held_on)


def dialogue_page(slug: str, as_of: AsOf) -> DialoguePage | None:
    """
    Return everything known of one meeting, or None if the public cannot see it.

    9 queries: units; the meeting; its participants, announcements, extensions and itself, each
    with citations. And those of its account.
    """
    found: QuerySet[Dialogue] = Dialogue.objects.public().known_by(as_of.known)
    meeting = (
        found.select_related("partnership")
        .prefetch_related(cited_by(), _participants(), _announcements(), _extensions())
        .filter(slug=slug)
        .first()
    )
    return None if meeting is None else _page(meeting, as_of, Units())


def extension_row(extension: Extension, units: Units) -> ExtensionRow:
    """Return the row of an extension that was read with its partnership and citations."""
    return ExtensionRow(
        partnership=link(extension.partnership),
        years=extension.years,
        announced_on=Day(extension.announced_on),
        until=Day(extension.until),
        note=extension.words("note"),
        evidence=evidence(extension.citations.all(), units),
    )


def _participants() -> Prefetch[str, QuerySet[Participant], str]:
    people = Participant.objects.public().select_related("party").prefetch_related(cited_by())
    return Prefetch("participants", people)


def _announcements() -> Prefetch[str, QuerySet[Announcement], str]:
    said = Announcement.objects.public().select_related("made_by", "addressed_to")
    return Prefetch("announcements", said.prefetch_related(cited_by()))


def _extensions() -> Prefetch[str, QuerySet[Extension], str]:
    longer = Extension.objects.public().select_related("partnership").prefetch_related(cited_by())
    return Prefetch("extensions", longer)


def _line(meeting: Dialogue) -> DialogueLine:
    return DialogueLine(
        name=link(meeting),
        partnership=link(meeting.partnership),
        kind=meeting.get_kind_display(),
        standing=meeting.get_standing_display(),
        is_held=meeting.standing == Standing.HELD,
        held_on=Day(meeting.held_on, meeting.is_inferred),
        format=meeting.get_format_display(),
        place=meeting.words("place"),
    )


def _page(meeting: Dialogue, as_of: AsOf, units: Units) -> DialoguePage:
    return DialoguePage(
        line=_line(meeting),
        summary=meeting.words("summary"),
        inference=meeting.words("inference"),
        participants=tuple(_participant(one, units) for one in meeting.participants.all()),
        announcements=tuple(_announcement(one, units) for one in meeting.announcements.all()),
        extensions=tuple(extension_row(one, units) for one in meeting.extensions.all()),
        account=account(meeting, as_of, units),
        evidence=evidence(meeting.citations.all(), units),
    )


def _participant(person: Participant, units: Units) -> ParticipantRow:
    return ParticipantRow(
        name=person.name,
        title=person.words("title"),
        party=link(person.party),
        part=person.get_part_display(),
        evidence=evidence(person.citations.all(), units),
    )


def _announcement(said: Announcement, units: Units) -> AnnouncementRow:
    return AnnouncementRow(
        kind=said.get_kind_display(),
        is_request=said.kind == AnnouncementKind.REQUEST,
        statement=said.words("statement"),
        quantity=units.quantity(said.figure),
        made_by=link(said.made_by) if said.made_by else None,
        speaker=said.speaker,
        addressed_to=link(said.addressed_to) if said.addressed_to else None,
        evidence=evidence(said.citations.all(), units),
    )
