"""The figures sources state for one thing, one row each, so that they can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tracker.domain.vocabulary import LeftOut
from tracker.ledger.commitments import CommitmentLine, PledgeRow
from tracker.ledger.reports import ReportRow
from tracker.ledger.rows import Day, Evidence, Quantity


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure as stated; `left_out` None if it counts towards the figure shown."""

    stated_on: Day
    quantity: Quantity
    left_out: LeftOut | None
    evidence: tuple[Evidence, ...]
    is_pledge: bool = False


def statements_of(
    line: CommitmentLine, reports: Iterable[ReportRow], pledges: Iterable[PledgeRow] = ()
) -> list[Statement]:
    """
    Return every figure stated in the unit of the commitment: by date, undated last.

    A citation that gives another figure than its record is a statement of its own. A pledge is
    among them only where its own sources differ on it.
    """
    disputed = [one for one in pledges if any(cited.stated for cited in one.evidence)]
    found = [said for pledge in disputed for said in _of_pledge(pledge)]
    found += [said for report in reports for said in _of_report(report)]
    unit = _unit(line, found)
    return [said for said in found if said.quantity.figure.unit == unit]


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
