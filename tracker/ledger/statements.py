"""The figures sources state for one thing, one row each, so that they can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.ledger.commitments import CommitmentLine, ReportRow
from tracker.ledger.rows import Day, Evidence, Quantity
from tracker.vocabulary import LeftOut


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure as stated; `left_out` None if it counts towards the figure shown."""

    stated_on: Day
    quantity: Quantity
    left_out: LeftOut | None
    evidence: tuple[Evidence, ...]


def statements_of(line: CommitmentLine, reports: Iterable[ReportRow]) -> list[Statement]:
    """
    Return every figure stated in the unit of the commitment: by date, undated last.

    A citation that gives another figure than its report is a statement of its own.
    """
    found = [said for report in reports for said in _statements(report)]
    unit = _unit(line, found)
    return [said for said in found if said.quantity.figure.unit == unit]


def _unit(line: CommitmentLine, found: list[Statement]) -> str:
    if line.delivered is not None:
        return line.delivered.bounds.unit
    return found[0].quantity.figure.unit if found else ""


def _statements(report: ReportRow) -> Iterator[Statement]:
    if report.quantity.is_stated:
        agreeing = tuple(one for one in report.evidence if not one.stated)
        yield Statement(report.stated_on, report.quantity, report.left_out, agreeing)
    for one in report.evidence:
        if one.stated:
            yield Statement(one.states_on or report.stated_on, one.stated, report.left_out, (one,))
