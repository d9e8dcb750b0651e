"""What the first page says: all compacts, how their commitments stand, where sources disagree."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.utils.translation import get_language

from tracker.dates import AsOf
from tracker.ledger.changes import ChangeRow, change_rows
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.memory import remembered
from tracker.ledger.partnerships import (
    PartnershipLine,
    PromisorGroup,
    groups,
    partnership_line,
    switch,
    with_governments,
)
from tracker.ledger.places import Place, places
from tracker.ledger.reports import ReportRow, by_code, readable_deliveries, report_rows
from tracker.ledger.rows import Link, Units
from tracker.models import Commitment, Partnership
from tracker.vocabulary import State

# The overview shows so many commitments of a partnership, and disputes; the list shows all.
FIRST = 10

# The overview shows so many changes; their own page and the feed show more.
LATEST = 5


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many commitments are in a state; the silent states are counted like the others."""

    state: State
    count: int


@dataclass(frozen=True, slots=True)
class PartnershipSummary:
    """One compact with its first commitments, of `total`."""

    line: PartnershipLine
    groups: tuple[PromisorGroup, ...]
    total: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A commitment on which sources disagree, with the reports that do."""

    line: CommitmentLine
    reports: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """
    All compacts; `total` commitments are the denominator of every count.

    On `disputed` of them sources disagree; `disputes` are the first of those. `places` are
    those of the first compact, which leads. `switch` links each compact by its partner's name.
    """

    partnerships: tuple[PartnershipSummary, ...]
    states: tuple[StateCount, ...]
    disputes: tuple[Dispute, ...]
    disputed: int
    places: tuple[Place, ...]
    switch: tuple[Link, ...]
    changes: list[ChangeRow]
    total: int


def overview(as_of: AsOf) -> Overview:
    """
    Return every compact with its first commitments.

    29 queries: units, compacts, their lines (7), the reports disputed (3), places (5), changes
    (12; none as of another day). None for the present day once it was made for a version.
    """
    return remembered(("overview", as_of, get_language()), lambda: _overview(as_of))


def _overview(as_of: AsOf) -> Overview:
    units = Units()
    lines = commitment_lines(Commitment.objects.public(), as_of)
    by_partnership: dict[str, list[CommitmentLine]] = defaultdict(list)
    for line in lines:
        by_partnership[line.partnership.url].append(line)
    known = list(with_governments(Partnership.objects.public().known_by(as_of.known)))
    compacts = [partnership_line(one, units) for one in known]
    counts = Counter(line.state for line in lines)
    disputed = [line for line in lines if line.disagreements]
    return Overview(
        partnerships=tuple(_summary(one, by_partnership[one.name.url]) for one in compacts),
        states=tuple(StateCount(state, counts[state]) for state in State if counts[state]),
        disputes=_disputes(disputed[:FIRST], as_of, units),
        disputed=len(disputed),
        places=places(known[0], as_of) if known else (),
        switch=switch(known),
        changes=[] if as_of.is_asked else change_rows()[:LATEST],
        total=len(lines),
    )


def _summary(compact: PartnershipLine, lines: list[CommitmentLine]) -> PartnershipSummary:
    return PartnershipSummary(compact, groups(lines[:FIRST]), len(lines), len(lines) <= FIRST)


def disagreements(as_of: AsOf) -> tuple[Dispute, ...]:
    """Return every commitment on which sources disagree, with its reports. 12 queries."""
    lines = commitment_lines(Commitment.objects.public(), as_of)
    return _disputes([line for line in lines if line.disagreements], as_of, Units())


def _disputes(lines: list[CommitmentLine], as_of: AsOf, units: Units) -> tuple[Dispute, ...]:
    """Return the lines with their reports. 3 queries."""
    codes = [line.code for line in lines]
    told = by_code(readable_deliveries(as_of).filter(commitment__code__in=codes))
    return tuple(
        Dispute(line, report_rows(told[line.code], line.standing, units)) for line in lines
    )
