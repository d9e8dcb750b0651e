"""What the first page says: all compacts, how their commitments stand, where sources disagree."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.utils.translation import get_language

from tracker.domain.dates import AsOf
from tracker.domain.vocabulary import State
from tracker.ledger.changes import ChangeRow, change_rows
from tracker.ledger.commitments import (
    CommitmentLine,
    PledgeRow,
    commitment_lines,
    pledge_rows,
    readable_pledges,
)
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

# The overview shows so many commitments of the first partnership, and disputes.
FIRST = 10

# The overview shows so many changes; their own page and the feed show more.
LATEST = 5


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many commitments are in a state; the silent states are counted like the others."""

    state: State
    count: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The compact that leads, with its first commitments, of `total`."""

    line: PartnershipLine
    groups: tuple[PromisorGroup, ...]
    total: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """Another compact, and how many of its `total` commitments are in which state."""

    line: PartnershipLine
    states: tuple[StateCount, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A commitment on which sources disagree, with its reports and pledges."""

    line: CommitmentLine
    reports: tuple[ReportRow, ...]
    pledges: tuple[PledgeRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """
    All compacts; `total` commitments are the denominator of every count.

    The first compact leads, None if there is none yet: `places` are its regions, and `disputes`
    the first of its commitments on which sources disagree, as they do on `disputed` of all.
    `switch` links each compact by its partner's name.
    """

    lead: Lead | None
    others: tuple[Brief, ...]
    states: tuple[StateCount, ...]
    disputes: tuple[Dispute, ...]
    disputed: int
    places: tuple[Place, ...]
    switch: tuple[Link, ...]
    changes: list[ChangeRow]
    total: int


def overview(as_of: AsOf) -> Overview:
    """
    Return the first compact with its first commitments, and the others in brief.

    31 queries: units, compacts, their lines (7), what is disputed of them (5), places (5), changes
    (12; none as of another day). None for the present day once it was made for a version.
    """
    return remembered(("overview", as_of, get_language()), lambda: _overview(as_of))


def _overview(as_of: AsOf) -> Overview:
    units = Units()
    lines = commitment_lines(Commitment.objects.public(), as_of)
    under: dict[str, list[CommitmentLine]] = defaultdict(list)
    for line in lines:
        under[line.partnership.url].append(line)
    known = list(with_governments(Partnership.objects.public().known_by(as_of.known)))
    compacts = [partnership_line(one, as_of, units) for one in known]
    leading = under[compacts[0].name.url] if compacts else []
    disputed = [line for line in leading if line.disagreements]
    return Overview(
        lead=_lead(compacts[0], leading) if compacts else None,
        others=tuple(_brief(one, under[one.name.url]) for one in compacts[1:]),
        states=_states(lines),
        disputes=_disputes(disputed[:FIRST], as_of, units),
        disputed=sum(bool(line.disagreements) for line in lines),
        places=places(known[0], as_of) if known else (),
        switch=switch(known),
        changes=[] if as_of.is_asked else change_rows()[:LATEST],
        total=len(lines),
    )


def _lead(compact: PartnershipLine, lines: list[CommitmentLine]) -> Lead:
    return Lead(compact, groups(lines[:FIRST]), len(lines), len(lines) <= FIRST)


def _brief(compact: PartnershipLine, lines: list[CommitmentLine]) -> Brief:
    return Brief(compact, _states(lines), len(lines))


def _states(lines: list[CommitmentLine]) -> tuple[StateCount, ...]:
    """Return how many lines are in each state that any is in, in the order of the states."""
    counts = Counter(line.state for line in lines)
    return tuple(StateCount(state, counts[state]) for state in State if counts[state])


def disagreements(as_of: AsOf) -> tuple[Dispute, ...]:
    """Return every commitment on which sources disagree, with its reports. 14 queries."""
    lines = commitment_lines(Commitment.objects.public(), as_of)
    return _disputes([line for line in lines if line.disagreements], as_of, Units())


def _disputes(lines: list[CommitmentLine], as_of: AsOf, units: Units) -> tuple[Dispute, ...]:
    """Return the lines with their reports and pledges. 5 queries."""
    codes = [line.code for line in lines]
    told = by_code(readable_deliveries(as_of).filter(commitment__code__in=codes))
    pledged = by_code(readable_pledges(as_of).filter(commitment__code__in=codes))
    return tuple(
        Dispute(
            line=line,
            reports=report_rows(told[line.code], line.standing, units),
            pledges=pledge_rows(pledged[line.code], as_of, units),
        )
        for line in lines
    )
