"""What was pledged against what was reported, as of a day. No database, no request, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import add

from tracker.domain.conflicts import Conflict, Total, disagreements, disputed
from tracker.domain.dates import Span
from tracker.domain.figures import Bounds, Figure, excess, percentage, shortfall, together
from tracker.domain.vocabulary import Disagreement, LeftOut, State


@dataclass(frozen=True, slots=True)
class Promise:
    """The pledge in force on the day asked. `figure.value` None: no number was pledged."""

    figure: Figure
    due: Span | None = None
    is_ended: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """
    One report of something delivered.

    `stated` None: undated. `is_cumulative`: a total to date, not an addition to earlier
    reports. `stage`: of money, "" for anything else. `counts` False: the editors leave it out.
    """

    key: str
    figure: Figure
    stated: Span | None
    is_cumulative: bool = True
    stage: str = ""
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Progress:
    """
    The computed state and its working.

    `delivered` is what is surely reported, None where no figure is. While sources disagree it
    is the weakest statement, and `strongest` the other end of the range; otherwise that is
    None. `over` and `short` are against the target; `percent` only where both are exact.
    `counted` holds keys of reports, `left_out` pairs of key and reason, both in order of date.
    """

    state: State
    delivered: Bounds | None = None
    strongest: Bounds | None = None
    over: Bounds | None = None
    short: Bounds | None = None
    percent: Decimal | None = None
    counted: tuple[str, ...] = ()
    left_out: tuple[tuple[str, LeftOut], ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def known(self) -> frozenset[str]:
        """Keys of the reports known by then, whether they counted or not."""
        later = LeftOut.AFTER
        return frozenset(self.counted) | {key for key, reason in self.left_out if reason != later}


def assess(promise: Promise, reports: Iterable[Report], as_of: date) -> Progress:
    """
    Return what the reports known by the end of `as_of` say of the promise.

    Reports come in any order. Totals to date: the latest is the total. Increments are added.
    A report of zero is a result, unlike no report.

    Source: GAO-23-105390, partners' contributions are to be tracked as they are reported.
    """
    ordered = sorted(reports, key=_by_date)
    reasons = {report.key: _reason(report, as_of) for report in ordered}
    figured = [report for report in ordered if reasons[report.key] is None]
    if not _are_comparable(promise, figured):
        reasons.update((report.key, LeftOut.NOT_COMPARABLE) for report in figured)
        state = State.ENDED if promise.is_ended else State.NOT_COMPARABLE
        return _progress(state, ordered, reasons, promise)
    totals = _totals(figured)
    conflicts = tuple(disagreements(totals))
    if not totals:
        delivered, strongest = _sum(figured), None
    else:
        standing = disputed(totals)
        kept = {total.key for total in standing}
        reasons.update((r.key, LeftOut.SUPERSEDED) for r in figured if r.key not in kept)
        delivered, strongest = _standing_total([total.bounds for total in standing], conflicts)
    state = _state(promise, delivered, reasons.values(), as_of)
    return _progress(state, ordered, reasons, promise, delivered, strongest, conflicts)


def total_awarded(amounts: Sequence[Figure]) -> Bounds | None:
    """
    Return the sum of awards, each counted once however many recipients share it.

    None if no award states an amount. Where some do not, the sum is a lower bound. Raise
    UnitMismatch if two awards differ in currency.
    """
    known = [bounds for amount in amounts if (bounds := amount.bounds) is not None]
    if not known:
        return None
    total = reduce(add, known)
    if len(known) == len(amounts):
        return total
    return Bounds(total.low, None, total.unit, total.low_is_open, is_about=total.is_about)


def _by_date(report: Report) -> tuple[date, date, str]:
    if report.stated is None:
        return (date.min, date.min, report.key)
    return (report.stated.latest, report.stated.earliest, report.key)


def _reason(report: Report, as_of: date) -> LeftOut | None:
    """Return why the report cannot feed the figure, or None if it can."""
    if report.stated is not None and report.stated.latest > as_of:
        return LeftOut.AFTER
    if not report.counts:
        return LeftOut.EDITOR
    if report.stated is None:
        return LeftOut.UNDATED
    return LeftOut.NO_FIGURE if report.figure.value is None else None


def _are_comparable(promise: Promise, figured: Sequence[Report]) -> bool:
    """Whether all are in one unit, of one stage, and either all totals or all increments."""
    units = {report.figure.unit for report in figured}
    if figured and promise.figure.unit:
        units.add(promise.figure.unit)
    stages = {report.stage for report in figured}
    kinds = {report.is_cumulative for report in figured}
    return max(len(units), len(stages), len(kinds), 1) == 1


def _totals(figured: Sequence[Report]) -> list[Total]:
    return [
        Total(report.key, bounds, report.stated)
        for report in figured
        if report.is_cumulative and report.stated and (bounds := report.figure.bounds)
    ]


def _sum(figured: Sequence[Report]) -> Bounds | None:
    known = [bounds for report in figured if (bounds := report.figure.bounds)]
    return reduce(add, known) if known else None


def _standing_total(
    standing: Sequence[Bounds], conflicts: Sequence[Conflict]
) -> tuple[Bounds, Bounds | None]:
    """
    Return the total, and where sources disagree the other end of the range.

    Statements of one time that fit together are taken together: "at least 5" and "6" are 6.
    """
    is_disputed = any(conflict.kind != Disagreement.FALLS for conflict in conflicts)
    agreed = None if is_disputed else together(standing)
    if agreed is not None:
        return agreed, None
    by_claim = sorted(standing, key=lambda bounds: bounds.by_claim)
    return by_claim[0], by_claim[-1]


def _state(
    promise: Promise, delivered: Bounds | None, reasons: Iterable[LeftOut | None], as_of: date
) -> State:
    """Return the state; the order of the questions is the precedence."""
    if promise.is_ended:
        return State.ENDED
    is_past_due = promise.due is not None and promise.due.latest < as_of
    if delivered is not None:
        return _measured(promise.figure, delivered, is_past_due)
    # A report that the editors leave out of the figure is still a report.
    if any(reason != LeftOut.AFTER for reason in reasons):
        return State.AMOUNT_NOT_REPORTED
    if promise.due is not None and not is_past_due:
        return State.NOT_DUE
    return State.NO_REPORT


def _measured(target: Figure, delivered: Bounds, is_past_due: bool) -> State:
    # A ceiling ("up to") promises no floor, so it is no target either.
    if target.value is None or target.is_ceiling:
        return State.NO_NUMERIC_TARGET
    if target.is_reached_by(delivered):
        return State.DELIVERED
    return State.SHORT if is_past_due else State.UNDER_WAY


def _progress(
    state: State,
    ordered: Sequence[Report],
    reasons: dict[str, LeftOut | None],
    promise: Promise,
    delivered: Bounds | None = None,
    strongest: Bounds | None = None,
    conflicts: tuple[Conflict, ...] = (),
) -> Progress:
    """Return the result with its working: every report is either counted or left out."""
    target = promise.figure
    return Progress(
        state=state,
        delivered=delivered,
        strongest=strongest,
        over=None if delivered is None else excess(delivered, target),
        short=None if delivered is None else shortfall(delivered, target),
        percent=None if delivered is None or strongest else percentage(delivered, target),
        counted=tuple(report.key for report in ordered if reasons[report.key] is None),
        left_out=tuple(
            (report.key, reason)
            for report in ordered
            if (reason := reasons[report.key]) is not None
        ),
        conflicts=conflicts,
    )
