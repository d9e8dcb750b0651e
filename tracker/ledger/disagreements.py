"""Where sources disagree: each figure that one states, so that they can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.domain.vocabulary import LeftOut
from tracker.ledger.commitments import (
    CommitmentLine,
    PledgeRow,
    commitment_lines,
    pledge_rows,
    readable_pledges,
)
from tracker.ledger.deliveries import ReportRow, by_code, readable, report_rows
from tracker.ledger.rows import Day, Evidence
from tracker.ledger.snapshot import Snapshot
from tracker.ledger.units import Quantity
from tracker.models import Commitment


@dataclass(frozen=True, slots=True)
class Dispute:
    """A commitment on which sources disagree, with its reports and pledges."""

    line: CommitmentLine
    reports: tuple[ReportRow, ...]
    pledges: tuple[PledgeRow, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure as stated; `left_out` None if it counts towards the figure shown."""

    stated_on: Day
    quantity: Quantity
    left_out: LeftOut | None
    evidence: tuple[Evidence, ...]
    is_pledge: bool = False


def disagreements(snapshot: Snapshot) -> tuple[Dispute, ...]:
    """Return every commitment on which sources disagree. 10 queries."""
    lines = commitment_lines(snapshot, snapshot.of(Commitment))
    return disputes(snapshot, [line for line in lines if line.disagreements])


def disputes(snapshot: Snapshot, lines: Sequence[CommitmentLine]) -> tuple[Dispute, ...]:
    """Return the lines with their reports and pledges. 5 queries."""
    codes = [line.code for line in lines]
    reported = by_code(readable(snapshot).filter(commitment__code__in=codes))
    pledged = by_code(readable_pledges(snapshot).filter(commitment__code__in=codes))
    return tuple(
        Dispute(
            line=line,
            reports=report_rows(snapshot, reported[line.code], line.assessment),
            pledges=pledge_rows(snapshot, pledged[line.code]),
        )
        for line in lines
    )


def statements_of(
    line: CommitmentLine, reports: Iterable[ReportRow], pledges: Iterable[PledgeRow] = ()
) -> list[Statement]:
    """
    Return every figure stated in the unit of the commitment: by date, undated last.

    A citation that gives another figure than its record is a statement of its own. A pledge is
    among them only where its own sources differ on it.
    """
    disputed = [one for one in pledges if any(cited.stated for cited in one.evidence)]
    found = [one for pledge in disputed for one in _of_pledge(pledge)]
    found += [one for report in reports for one in _of_report(report)]
    unit = _unit(line, found)
    return [one for one in found if one.quantity.figure.unit == unit]


def _unit(line: CommitmentLine, found: list[Statement]) -> str:
    if line.delivered is not None:
        return line.delivered.bounds.unit
    if line.pledged is not None and line.pledged.figure.unit:
        return line.pledged.figure.unit
    return found[0].quantity.figure.unit if found else ""


def _of_report(report: ReportRow) -> Iterator[Statement]:
    own = Statement(report.stated_on, report.quantity, report.left_out, report.evidence)
    return _as_cited(own)


def _of_pledge(pledge: PledgeRow) -> Iterator[Statement]:
    own = Statement(pledge.pledged_on, pledge.quantity, None, pledge.evidence, is_pledge=True)
    return _as_cited(own)


def _as_cited(own: Statement) -> Iterator[Statement]:
    """Return the statement with the sources that agree, then each that gives another figure."""
    if own.quantity.is_stated:
        yield replace(own, evidence=tuple(one for one in own.evidence if not one.stated))
    for one in own.evidence:
        if one.stated:
            day = one.states_on or own.stated_on
            yield replace(own, stated_on=day, quantity=one.stated, evidence=(one,))
