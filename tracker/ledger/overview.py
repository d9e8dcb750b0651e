"""What the first page says: all partnerships, their commitments by state, the disagreements."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from tracker.domain.vocabulary import State
from tracker.ledger.changes import ChangeRow, change_rows
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.disagreements import Dispute, disputes
from tracker.ledger.partnerships import (
    PartnershipLine,
    PromisorGroup,
    groups,
    partnership_line,
    switch,
    with_governments,
)
from tracker.ledger.regions import Place, places
from tracker.ledger.rows import Ref
from tracker.ledger.snapshot import Snapshot
from tracker.models import Commitment

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
    """The partnership that leads, with its first commitments, of `total`."""

    line: PartnershipLine
    groups: tuple[PromisorGroup, ...]
    total: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """Another partnership, and how many of its `total` commitments are in which state."""

    line: PartnershipLine
    states: tuple[StateCount, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Overview:
    """
    All partnerships; `total` commitments are the denominator of every count.

    The first partnership leads, None if there is none yet: `places` are its regions, and `disputes`
    the first of its commitments on which sources disagree, as they do on `disputed` of all.
    `switch` links each partnership by its partner's name.
    """

    lead: Lead | None
    others: tuple[Brief, ...]
    states: tuple[StateCount, ...]
    disputes: tuple[Dispute, ...]
    disputed: int
    places: tuple[Place, ...]
    switch: tuple[Ref, ...]
    changes: list[ChangeRow]
    total: int


def overview(snapshot: Snapshot) -> Overview:
    """
    Return the first partnership with its first commitments, and the others in brief.

    28 queries: commitments (5), partnerships, what is disputed of them (5), places (5), changes
    (12; none as of another day). None once it was made for a snapshot.
    """
    return snapshot.kept.get("overview", lambda: _overview(snapshot))


def _overview(snapshot: Snapshot) -> Overview:
    lines = commitment_lines(snapshot, snapshot.of(Commitment))
    under: dict[str, list[CommitmentLine]] = defaultdict(list)
    for line in lines:
        under[line.partnership.key].append(line)
    known = list(with_governments(snapshot))
    partnerships = [partnership_line(snapshot, one) for one in known]
    leading = under[partnerships[0].slug] if partnerships else []
    disputed = [line for line in leading if line.disagreements]
    return Overview(
        lead=_lead(partnerships[0], leading) if partnerships else None,
        others=tuple(_brief(one, under[one.slug]) for one in partnerships[1:]),
        states=_states(lines),
        disputes=disputes(snapshot, disputed[:FIRST]),
        disputed=sum(bool(line.disagreements) for line in lines),
        places=places(snapshot, known[0]) if known else (),
        switch=switch(known),
        changes=[] if snapshot.as_of.is_asked else change_rows(snapshot)[:LATEST],
        total=len(lines),
    )


def _lead(partnership: PartnershipLine, lines: list[CommitmentLine]) -> Lead:
    return Lead(partnership, groups(lines[:FIRST]), len(lines), len(lines) <= FIRST)


def _brief(partnership: PartnershipLine, lines: list[CommitmentLine]) -> Brief:
    return Brief(partnership, _states(lines), len(lines))


def _states(lines: list[CommitmentLine]) -> tuple[StateCount, ...]:
    """Return how many lines are in each state that any is in, in the order of the states."""
    counts = Counter(line.state for line in lines)
    return tuple(StateCount(state, counts[state]) for state in State if counts[state])
