"""The source behind each figure of a commitment's line: one for the pledge, one for the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from tracker.domain.progress import Progress
from tracker.domain.vocabulary import LeftOut
from tracker.ledger.rows import Evidence, Units, evidence
from tracker.ledger.standing import Standing
from tracker.models import Citation, Delivery, Pledge


@dataclass(frozen=True, slots=True)
class Backing:
    """
    The first source of the pledge in force and of the latest report that says anything.

    None where there is no such pledge or report, or no public source for it.
    """

    pledged: Evidence | None = None
    reported: Evidence | None = None


def backings(standing: Mapping[int, Standing], units: Units) -> dict[int, Backing]:
    """Return the backing of each commitment, by its primary key. 1 query."""
    pledges = {one.pledge.slug for one in standing.values() if one.pledge}
    reports = {slug for one in standing.values() if (slug := told_by(one.progress))}
    # By primary keys, for a condition on joined slugs would read every citation there is.
    wanted = Q(pledge__in=_keys(Pledge, pledges)) | Q(delivery__in=_keys(Delivery, reports))
    first: dict[tuple[str, str], Any] = {}
    for cited in _agreeing_first(wanted):
        first.setdefault((cited.pledge_slug or "", cited.delivery_slug or ""), cited)
    rows = dict(zip(first, evidence(first.values(), units), strict=True))
    return {
        pk: Backing(
            pledged=rows.get((one.pledge.slug, "")) if one.pledge else None,
            reported=rows.get(("", told_by(one.progress))),
        )
        for pk, one in standing.items()
    }


def told_by(progress: Progress) -> str:
    """Return the slug of the latest report that counts, or else of one without a figure; or ""."""
    if progress.counted:
        return progress.counted[-1]
    told = (LeftOut.NO_FIGURE, LeftOut.UNDATED, LeftOut.NOT_COMPARABLE)
    return next((slug for slug, why in reversed(progress.left_out) if why in told), "")


def _keys(model: Any, slugs: set[str]) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.filter(slug__in=slugs)
    return found.order_by().values("pk")


def _agreeing_first(wanted: Q) -> QuerySet[Any]:
    """Return the citations wanted; those that give the record's own figure come first."""
    slugs = {"pledge_slug": F("pledge__slug"), "delivery_slug": F("delivery__slug")}
    found: QuerySet[Any] = Citation.objects.public().filter(wanted).annotate(**slugs)
    return found.select_related("source").order_by(F("value").asc(nulls_first=True), "pk")
