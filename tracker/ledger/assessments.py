"""Commitments as they stand: the pledge in force, the reports of it, and what they come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet, Value

from tracker.domain.conflicts import Conflict, cited_otherwise
from tracker.domain.dates import Span
from tracker.domain.figures import Figure
from tracker.domain.progress import Progress, Promise, Report, assess
from tracker.domain.vocabulary import Qualifier
from tracker.ledger.rows import is_stated_by
from tracker.ledger.snapshot import Snapshot
from tracker.models import Citation, Delivery, Pledge

NO_NUMBER = Figure(None, "")

# Of so many commitments the reports are held at once, while they are assessed.
AT_ONCE = 500

CitedFigures = dict[tuple[str, str], list[Figure]]


@dataclass(frozen=True, slots=True)
class Assessment:
    """
    What is known of one commitment as of a day.

    `pledge` is the one in force, None if none was made by then. `conflicts` holds all that
    disagrees, among reports and between a record and its citations.
    """

    pledge: Pledge | None
    progress: Progress
    conflicts: tuple[Conflict, ...]


def assessments(snapshot: Snapshot, ids: Iterable[int]) -> dict[int, Assessment]:
    """
    Return the assessment of each commitment, by its primary key. At most 3 queries for each 500.

    Those of one snapshot are kept with it.
    """
    known: dict[int, Assessment] = snapshot.kept.get("assessments", dict)
    wanted = list(ids)
    new = [pk for pk in wanted if pk not in known]
    for start in range(0, len(new), AT_ONCE):
        known.update(_assess(snapshot, new[start : start + AT_ONCE]))
    return {pk: known[pk] for pk in wanted}


def in_force(pledges: Sequence[Pledge], as_of: date) -> Pledge | None:
    """Return the last pledge of a chain that had been made by the end of `as_of`, or None."""
    # One that replaces a pledge which is held back begins the chain as far as it is known.
    given = {pledge.pk for pledge in pledges}
    successor = {
        pledge.replaces_id if pledge.replaces_id in given else None: pledge for pledge in pledges
    }
    found, current = None, successor.get(None)
    while current is not None and _is_made(current, as_of):
        found, current = current, successor.get(current.pk)
    return found


def _is_made(pledge: Pledge, as_of: date) -> bool:
    return pledge.pledged_on_latest is None or pledge.pledged_on_latest <= as_of


def _assess(snapshot: Snapshot, ids: Sequence[int]) -> dict[int, Assessment]:
    pledges = _by_commitment(snapshot.of(Pledge).filter(commitment__in=ids))
    reports = _reports(snapshot.of(Delivery).filter(commitment__in=ids))
    cited = _cited_figures(snapshot, ids)
    day = snapshot.as_of.day
    return {pk: _assessment(pledges[pk], reports[pk], cited, day) for pk in ids}


def _assessment(
    pledges: Sequence[Pledge], reports: Sequence[Report], cited: CitedFigures, day: date
) -> Assessment:
    pledge = in_force(pledges, day)
    progress = assess(_promise(pledge), reports, day)
    counted = set(progress.counted)
    otherwise = [
        conflict
        for report in reports
        if report.key in counted
        for conflict in cited_otherwise(
            report.key, report.figure, cited.get(("delivery", report.key), ())
        )
    ]
    if pledge is not None:
        figures = cited.get(("pledge", pledge.slug), ())
        otherwise += cited_otherwise(pledge.slug, pledge.figure, figures)
    return Assessment(pledge, progress, (*progress.conflicts, *otherwise))


def _promise(pledge: Pledge | None) -> Promise:
    """Return what was promised; without a pledge, nothing measurable was."""
    if pledge is None:
        return Promise(NO_NUMBER)
    due = _span(pledge.due_on_earliest, pledge.due_on_latest)
    return Promise(pledge.figure, due, pledge.is_ended)


def _by_commitment(pledges: Iterable[Pledge]) -> dict[int, list[Pledge]]:
    found: dict[int, list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        found[pledge.commitment_id].append(pledge)
    return found


def _reports(deliveries: QuerySet[Delivery]) -> dict[int, list[Report]]:
    """Return reports by commitment; plain columns, since there may be very many."""
    found: dict[int, list[Report]] = defaultdict(list)
    columns = deliveries.order_by().values_list(
        *("commitment_id", "slug", "value", "unit_id", "qualifier"),
        *("stated_on_earliest", "stated_on_latest", "is_cumulative", "stage", "counts"),
    )
    for commitment, slug, value, unit, qualifier, first, last, is_total, stage, counts in columns:
        figure = Figure(value, unit or "", Qualifier(qualifier))
        report = Report(slug, figure, _span(first, last), is_total, stage, counts)
        found[commitment].append(report)
    return found


def _cited_figures(snapshot: Snapshot, ids: Sequence[int]) -> CitedFigures:
    """Return the figures that sources known by then state otherwise, by kind and slug."""
    found: CitedFigures = defaultdict(list)
    # A union, for a condition on either kind would read every citation there is.
    kinds = (_cited(snapshot, ids, kind) for kind in ("delivery", "pledge"))
    columns = next(kinds).union(*kinds, all=True)
    for kind, slug, value, unit, qualifier, states_on, published in columns:
        if is_stated_by(snapshot.as_of.known, states_on, published):
            found[(kind, slug)].append(Figure(value, unit, Qualifier(qualifier)))
    return found


def _cited(snapshot: Snapshot, ids: Sequence[int], kind: str) -> QuerySet[Any, Any]:
    of_these = snapshot.of(Citation).filter(
        **{"value__isnull": False, f"{kind}__commitment__in": ids}
    )
    found: QuerySet[Any, Any] = of_these.annotate(kind=Value(kind)).order_by()
    return found.values_list(
        *("kind", f"{kind}__slug", "value", "unit_id", "qualifier"),
        *("states_on", "source__published_on_latest"),
    )


def _span(earliest: date | None, latest: date | None) -> Span | None:
    return Span(earliest, latest) if earliest and latest else None
