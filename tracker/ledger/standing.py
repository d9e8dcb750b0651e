"""How commitments stand: the pledge in force, the reports of it, and what they come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.utils import timezone

from tracker.domain.conflicts import Conflict, cited_otherwise
from tracker.domain.dates import Span
from tracker.domain.figures import Figure
from tracker.domain.progress import Progress, Promise, Report, assess
from tracker.domain.vocabulary import Qualifier, Status
from tracker.ledger.memory import remembered
from tracker.ledger.visible import visible_rows
from tracker.models import Citation, Commitment, Delivery, Pledge

NO_NUMBER = Figure(None, "")

# Of so many commitments the reports are held at once, while they are assessed.
AT_ONCE = 500

CitedFigures = dict[tuple[str, str], list[Figure]]


@dataclass(frozen=True, slots=True)
class Standing:
    """
    One commitment as of a day.

    `pledge` is the one in force, None if none was made by then. `conflicts` holds all that
    disagrees, among reports and between a record and its citations.
    """

    pledge: Pledge | None
    progress: Progress
    conflicts: tuple[Conflict, ...]


def standings(
    commitments: Iterable[Commitment], as_of: date, *, public: bool = True
) -> dict[int, Standing]:
    """
    Return how each commitment stands, by its primary key. At most 3 queries for each 500.

    How the public ones stand today is remembered. With `public` False a commitment's own
    published pledges and deliveries are taken even where the commitment is still a draft: what
    an editor is about to publish.
    """
    ids = [commitment.pk for commitment in commitments]
    if not public or as_of != timezone.localdate():
        return _standings(ids, as_of, public)
    known: dict[int, Standing] = remembered("standings", dict)
    new = [pk for pk in ids if pk not in known]
    for start in range(0, len(new), AT_ONCE):
        known.update(_standings(new[start : start + AT_ONCE], as_of, public))
    return {pk: known[pk] for pk in ids}


def _standings(ids: Sequence[int], as_of: date, public: bool) -> dict[int, Standing]:
    pledges = _by_commitment(_seen(Pledge, public).filter(commitment__in=ids))
    reports = _reports(_seen(Delivery, public).filter(commitment__in=ids))
    cited = _cited_figures(ids, as_of, public)
    return {pk: _standing(pledges[pk], reports[pk], cited, as_of) for pk in ids}


def promise(pledge: Pledge | None) -> Promise:
    """Return what was promised; without a pledge, nothing measurable was."""
    if pledge is None:
        return Promise(NO_NUMBER)
    due = _span(pledge.due_on_earliest, pledge.due_on_latest)
    return Promise(pledge.figure, due, pledge.is_ended)


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


def _standing(
    pledges: Sequence[Pledge],
    reports: Sequence[Report],
    cited: CitedFigures,
    as_of: date,
) -> Standing:
    pledge = in_force(pledges, as_of)
    progress = assess(promise(pledge), reports, as_of)
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
    return Standing(pledge, progress, (*progress.conflicts, *otherwise))


def _seen(model: Any, public: bool) -> QuerySet[Any]:
    if public:
        return visible_rows(model)
    return model.objects.filter(status=Status.PUBLISHED)  # type: ignore[no-any-return]


def _by_commitment(pledges: Iterable[Pledge]) -> dict[int, list[Pledge]]:
    found: dict[int, list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        found[pledge.commitment_id].append(pledge)
    return found


def _reports(deliveries: QuerySet[Delivery]) -> dict[int, list[Report]]:
    """Return reports by commitment; plain columns, since there may be very many."""
    found: dict[int, list[Report]] = defaultdict(list)
    columns = deliveries.order_by().values_list(
        "commitment_id",
        "slug",
        "value",
        "unit_id",
        "qualifier",
        "stated_on_earliest",
        "stated_on_latest",
        "is_cumulative",
        "stage",
        "counts",
    )
    for commitment, slug, value, unit, qualifier, first, last, is_total, stage, counts in columns:
        figure = Figure(value, unit or "", Qualifier(qualifier))
        report = Report(slug, figure, _span(first, last), is_total, stage, counts)
        found[commitment].append(report)
    return found


def _cited_figures(ids: Sequence[int], as_of: date, public: bool) -> CitedFigures:
    """Return the figures that sources of that day or before state otherwise, by kind and slug."""
    found: CitedFigures = defaultdict(list)
    # A union, for a condition on either kind would read every citation there is.
    kinds = (_cited(ids, as_of, public, kind) for kind in ("delivery", "pledge"))
    columns = next(kinds).union(*kinds, all=True)
    for kind, slug, value, unit, qualifier in columns:
        found[(kind, slug)].append(Figure(value, unit, Qualifier(qualifier)))
    return found


def _cited(ids: Sequence[int], as_of: date, public: bool, kind: str) -> QuerySet[Any, Any]:
    later = Q(source__published_on_earliest__gt=as_of)
    stated = _seen(Citation, public).exclude(later).filter(value__isnull=False)
    of_these = stated.filter(**{f"{kind}__commitment__in": ids}).annotate(kind=Value(kind))
    found: QuerySet[Any, Any] = of_these.order_by()
    return found.values_list("kind", f"{kind}__slug", "value", "unit_id", "qualifier")


def _span(earliest: date | None, latest: date | None) -> Span | None:
    return Span(earliest, latest) if earliest and latest else None
