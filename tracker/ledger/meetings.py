"""What a meeting was told about each commitment, and what had changed since the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.domain.dates import AsOf
from tracker.domain.vocabulary import MeetingKind, Standing
from tracker.ledger.awards import AwardLine, award_lines
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.reports import ReportRow, by_code, readable_deliveries, report_rows
from tracker.ledger.rows import Day, Link, Units, link
from tracker.models import Award, Commitment, Delivery, Dialogue


@dataclass(frozen=True, slots=True)
class Told:
    """What was reported at a meeting about one commitment, which stood then as `line` says."""

    line: CommitmentLine
    reports: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How a commitment stood before, None if nobody had made it, and stands `now`."""

    before: CommitmentLine | None
    now: CommitmentLine

    @property
    def new_reports(self) -> int:
        """How many reports of it are known that were not known before."""
        earlier = self.before.progress.told if self.before else frozenset()
        return len(self.now.progress.told - earlier)


@dataclass(frozen=True, slots=True)
class Since:
    """
    What changed between two days, each taken at its end.

    `meeting` is the dialogue before, None for the first one: then `day` is that of the signing.
    """

    meeting: Link | None
    day: Day
    changes: tuple[Change, ...]
    awards: tuple[AwardLine, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """
    What one meeting was told.

    `unpledged` reports are of things nobody had pledged, `others` towards commitments made
    later. `silent` are the commitments of which nothing was reported, and `since` what changed:
    both empty for a meeting that is no annual dialogue, for only those are held to go through
    them all, and for one of which nothing is known yet.
    """

    told: tuple[Told, ...]
    unpledged: tuple[ReportRow, ...]
    others: tuple[ReportRow, ...]
    silent: tuple[CommitmentLine, ...]
    since: Since | None


def account(meeting: Dialogue, as_of: AsOf, units: Units) -> Account:
    """
    Return what a meeting was told.

    9 queries: the commitments of the partnership and how they stood then (6); its reports (3).
    For an annual dialogue 11 more: the dialogue before; how they stood before (6); awards (4).
    """
    reports = by_code(readable_deliveries(as_of).filter(dialogue=meeting))
    day = min(_last_day(meeting, reports) or as_of.day, as_of.day)
    promised = Commitment.objects.public().filter(partnership=meeting.partnership_id)
    lines = commitment_lines(promised, _at(day))
    codes = {line.code for line in lines}
    later = [one for code, told in reports.items() if code and code not in codes for one in told]
    goes_through_all = meeting.kind == MeetingKind.ANNUAL and (_was_held(meeting) or reports)
    return Account(
        told=tuple(
            Told(line, report_rows(reports[line.code], line.standing, units))
            for line in lines
            if line.code in reports
        ),
        unpledged=report_rows(reports.get("", ()), None, units),
        others=report_rows(later, None, units),
        silent=tuple(line for line in lines if goes_through_all and line.code not in reports),
        since=_since(meeting, lines, day) if goes_through_all else None,
    )


def _last_day(meeting: Dialogue, reports: dict[str, list[Delivery]]) -> date | None:
    """Return the last day of the meeting, or of what was reported there if that is later."""
    stated = [one.stated_on_latest for told in reports.values() for one in told]
    return max((day for day in (meeting.held_on_latest, *stated) if day), default=None)


def _was_held(meeting: Dialogue) -> bool:
    return meeting.standing == Standing.HELD and meeting.held_on_latest is not None


def _at(day: date) -> AsOf:
    return AsOf(day, is_asked=True)


def _since(meeting: Dialogue, lines: list[CommitmentLine], day: date) -> Since | None:
    """Return what changed since the dialogue before, or the signing; None if it has no date."""
    if meeting.held_on_latest is None:
        return None
    before = _dialogue_before(meeting)
    stated = before.held_on if before else meeting.partnership.signed_on
    start = before.held_on_latest if before else meeting.partnership.signed_on_latest
    if start is None or start >= day:
        return None
    promised = Commitment.objects.public().filter(partnership=meeting.partnership_id)
    earlier = {line.code: line for line in commitment_lines(promised, _at(start))}
    awarded = Award.objects.public().filter(
        partnership=meeting.partnership_id, awarded_on_latest__gt=start
    )
    changes = (Change(earlier.get(line.code), line) for line in lines)
    return Since(
        meeting=link(before) if before else None,
        day=Day(stated, before.is_inferred if before else False),
        changes=tuple(change for change in changes if _is_change(change)),
        awards=tuple(award_lines(awarded, _at(day))),
    )


def _dialogue_before(meeting: Dialogue) -> Dialogue | None:
    """Return the last annual dialogue that is known to have been held before this one."""
    held = Dialogue.objects.public().filter(kind=MeetingKind.ANNUAL, standing=Standing.HELD)
    earlier = held.filter(
        partnership=meeting.partnership_id, held_on_latest__lt=meeting.held_on_earliest
    )
    last: Dialogue | None = earlier.order_by("held_on_latest", "slug").last()
    return last


def _is_change(change: Change) -> bool:
    """Whether anything differs: it is new, was reported of, or has another pledge or state."""
    before, now = change.before, change.now
    if before is None or change.new_reports:
        return True
    return (before.pledge, before.state) != (now.pledge, now.state)
