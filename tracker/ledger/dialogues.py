"""Meetings: who took part, what was announced or reported there, and what had changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, QuerySet

from tracker.domain.vocabulary import (
    AnnouncementKind,
    Format,
    Involvement,
    MeetingKind,
    Standing,
)
from tracker.domain.wording import Words
from tracker.ledger.awards import AwardLine, award_lines
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.deliveries import ReportRow, by_code, readable, report_rows
from tracker.ledger.rows import Day, Evidence, Ref, chosen, cited_by, evidence, ref
from tracker.ledger.snapshot import Snapshot
from tracker.ledger.units import Quantity
from tracker.models import (
    Announcement,
    Award,
    Commitment,
    Delivery,
    Dialogue,
    Extension,
    Participant,
)


@dataclass(frozen=True, slots=True)
class DialogueLine:
    """One meeting."""

    name: Ref
    partnership: Ref
    kind: MeetingKind
    standing: Standing
    held_on: Day
    format: Format | None
    place: Words

    @property
    def is_held(self) -> bool:
        """Whether a source says that it took place; False where it was merely announced."""
        return self.standing == Standing.HELD


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Who took part, with the title held then; `name` is "" for an institution as such."""

    name: str
    title: Words
    party: Ref
    part: Involvement
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AnnouncementRow:
    """What was announced. A request is no pledge; `made_by` None means both governments."""

    kind: AnnouncementKind
    statement: Words
    quantity: Quantity
    made_by: Ref | None
    speaker: str
    addressed_to: Ref | None
    evidence: tuple[Evidence, ...]

    @property
    def is_request(self) -> bool:
        return self.kind == AnnouncementKind.REQUEST


@dataclass(frozen=True, slots=True)
class ExtensionRow:
    """An agreement to run longer; `years` is None if not stated."""

    years: int | None
    announced_on: Day
    until: Day
    note: Words
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported at a meeting about one commitment, which stood then as `line` says."""

    line: CommitmentLine
    reports: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class CommitmentChange:
    """A commitment as it was before, None if nobody had made it, and as it is `now`."""

    before: CommitmentLine | None
    now: CommitmentLine

    @property
    def new_reports(self) -> int:
        """How many reports of it are known that were not known before."""
        earlier = self.before.progress.known if self.before else frozenset()
        return len(self.now.progress.known - earlier)


@dataclass(frozen=True, slots=True)
class Since:
    """
    What changed between two days, each taken at its end.

    `meeting` is the dialogue before, None for the first one: then `day` is that of the signing.
    """

    meeting: Ref | None
    day: Day
    changes: tuple[CommitmentChange, ...]
    awards: tuple[AwardLine, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """
    What was reported to one meeting.

    `unpledged` reports are of things nobody had pledged, `others` towards commitments made
    later. `silent` are the commitments of which nothing was reported, and `since` what changed:
    both empty for a meeting that is no annual dialogue, for only those are held to go through
    them all, and for one of which nothing is known yet.
    """

    reported: tuple[Reported, ...]
    unpledged: tuple[ReportRow, ...]
    others: tuple[ReportRow, ...]
    silent: tuple[CommitmentLine, ...]
    since: Since | None


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


def listed(snapshot: Snapshot) -> QuerySet[Dialogue]:
    """Return the meetings that a list can be made of, oldest first, undated last."""
    return snapshot.of(Dialogue).order_by(F("held_on_latest").asc(nulls_last=True), "slug")


def lines_of(snapshot: Snapshot, keys: Sequence[int]) -> list[DialogueLine]:
    """Return the lines of these meetings, in this order. 1 query."""
    found = snapshot.of(Dialogue).select_related("partnership").in_bulk(keys)
    return [_line(found[pk]) for pk in keys if pk in found]


def dialogue_lines(found: QuerySet[Dialogue]) -> list[DialogueLine]:
    """Return a line for each meeting found. 1 query."""
    return [_line(meeting) for meeting in found.select_related("partnership")]


def dialogue_page(snapshot: Snapshot, slug: str) -> DialoguePage | None:
    """
    Return everything known of one meeting, or None if the public cannot see it.

    8 queries: the meeting; its participants, announcements, extensions and itself, each with
    citations. And those of its account.
    """
    found = snapshot.of(Dialogue).select_related("partnership").filter(slug=slug)
    meeting = found.prefetch_related(
        cited_by(snapshot),
        _participants(snapshot),
        _announcements(snapshot),
        Prefetch("extensions", readable_extensions(snapshot)),
    ).first()
    return None if meeting is None else _page(snapshot, meeting)


def readable_extensions(snapshot: Snapshot) -> QuerySet[Extension]:
    """Return the extensions with all that a row of them needs. 2 queries."""
    return snapshot.of(Extension).prefetch_related(cited_by(snapshot))


def extension_row(snapshot: Snapshot, extension: Extension) -> ExtensionRow:
    return ExtensionRow(
        years=extension.years,
        announced_on=Day(extension.announced_on),
        until=Day(extension.until),
        note=extension.words("note"),
        evidence=evidence(extension.citations.all(), snapshot),
    )


def account(snapshot: Snapshot, meeting: Dialogue) -> Account:
    """
    Return what was reported to a meeting.

    8 queries: the commitments of the partnership and their assessment then (5); its reports (3).
    For an annual dialogue 9 more: the dialogue before; their assessment before (5); awards (3).
    """
    reports = by_code(readable(snapshot).filter(dialogue=meeting))
    day = min(_last_day(meeting, reports) or snapshot.as_of.day, snapshot.as_of.day)
    then = snapshot.on(day)
    lines = _commitments(then, meeting)
    codes = {line.code for line in lines}
    later = [one for code, found in reports.items() if code and code not in codes for one in found]
    goes_through_all = meeting.kind == MeetingKind.ANNUAL and (_was_held(meeting) or reports)
    return Account(
        reported=tuple(
            Reported(line, report_rows(snapshot, reports[line.code], line.assessment))
            for line in lines
            if line.code in reports
        ),
        unpledged=report_rows(snapshot, reports.get("", ())),
        others=report_rows(snapshot, later),
        silent=tuple(line for line in lines if goes_through_all and line.code not in reports),
        since=_since(then, meeting, lines) if goes_through_all else None,
    )


def _commitments(snapshot: Snapshot, meeting: Dialogue) -> list[CommitmentLine]:
    promised = snapshot.of(Commitment).filter(partnership=meeting.partnership_id)
    return commitment_lines(snapshot, promised)


def _last_day(meeting: Dialogue, reports: Mapping[str, list[Delivery]]) -> date | None:
    """Return the last day of the meeting, or of what was reported there if that is later."""
    stated = [one.stated_on_latest for found in reports.values() for one in found]
    return max((day for day in (meeting.held_on_latest, *stated) if day), default=None)


def _was_held(meeting: Dialogue) -> bool:
    return meeting.standing == Standing.HELD and meeting.held_on_latest is not None


def _since(then: Snapshot, meeting: Dialogue, lines: list[CommitmentLine]) -> Since | None:
    """Return what changed since the dialogue before, or the signing; None if it has no date."""
    if meeting.held_on_latest is None:
        return None
    before = _dialogue_before(then, meeting)
    stated = before.held_on if before else meeting.partnership.signed_on
    start = before.held_on_latest if before else meeting.partnership.signed_on_latest
    if start is None or start >= then.as_of.day:
        return None
    earlier = {line.code: line for line in _commitments(then.on(start), meeting)}
    awarded = then.of(Award).filter(partnership=meeting.partnership_id, awarded_on_latest__gt=start)
    changes = (CommitmentChange(earlier.get(line.code), line) for line in lines)
    return Since(
        meeting=ref(before) if before else None,
        day=Day(stated, before.is_inferred if before else False),
        changes=tuple(change for change in changes if _is_change(change)),
        awards=tuple(award_lines(then, awarded)),
    )


def _dialogue_before(then: Snapshot, meeting: Dialogue) -> Dialogue | None:
    """Return the last annual dialogue that is known to have been held before this one."""
    held = then.of(Dialogue).filter(kind=MeetingKind.ANNUAL, standing=Standing.HELD)
    earlier = held.filter(
        partnership=meeting.partnership_id, held_on_latest__lt=meeting.held_on_earliest
    )
    last: Dialogue | None = earlier.order_by("held_on_latest", "slug").last()
    return last


def _is_change(change: CommitmentChange) -> bool:
    """Whether anything differs: it is new, was reported of, or has another pledge or state."""
    before, now = change.before, change.now
    if before is None or change.new_reports:
        return True
    return (before.pledge, before.state) != (now.pledge, now.state)


def _participants(snapshot: Snapshot) -> Prefetch[str, QuerySet[Participant], str]:
    people = snapshot.of(Participant).select_related("party").prefetch_related(cited_by(snapshot))
    return Prefetch("participants", people)


def _announcements(snapshot: Snapshot) -> Prefetch[str, QuerySet[Announcement], str]:
    announced = snapshot.of(Announcement).select_related("made_by", "addressed_to")
    return Prefetch("announcements", announced.prefetch_related(cited_by(snapshot)))


def _line(meeting: Dialogue) -> DialogueLine:
    return DialogueLine(
        name=ref(meeting),
        partnership=ref(meeting.partnership),
        kind=MeetingKind(meeting.kind),
        standing=Standing(meeting.standing),
        held_on=Day(meeting.held_on, meeting.is_inferred),
        format=chosen(Format, meeting.format),
        place=meeting.words("place"),
    )


def _page(snapshot: Snapshot, meeting: Dialogue) -> DialoguePage:
    return DialoguePage(
        line=_line(meeting),
        summary=meeting.words("summary"),
        inference=meeting.words("inference"),
        participants=tuple(_participant(snapshot, one) for one in meeting.participants.all()),
        announcements=tuple(_announcement(snapshot, one) for one in meeting.announcements.all()),
        extensions=tuple(extension_row(snapshot, one) for one in meeting.extensions.all()),
        account=account(snapshot, meeting),
        evidence=evidence(meeting.citations.all(), snapshot),
    )


def _participant(snapshot: Snapshot, person: Participant) -> ParticipantRow:
    return ParticipantRow(
        name=person.name,
        title=person.words("title"),
        party=ref(person.party),
        part=Involvement(person.part),
        evidence=evidence(person.citations.all(), snapshot),
    )


def _announcement(snapshot: Snapshot, made: Announcement) -> AnnouncementRow:
    return AnnouncementRow(
        kind=AnnouncementKind(made.kind),
        statement=made.words("statement"),
        quantity=snapshot.units.quantity(made.figure),
        made_by=ref(made.made_by) if made.made_by else None,
        speaker=made.speaker,
        addressed_to=ref(made.addressed_to) if made.addressed_to else None,
        evidence=evidence(made.citations.all(), snapshot),
    )
