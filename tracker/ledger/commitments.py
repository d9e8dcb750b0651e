"""Commitments: a line each for lists, and everything known of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, Func, Q, QuerySet, Value, When
from django.db.models.functions import Length

from tracker.domain.progress import Progress
from tracker.domain.vocabulary import Disagreement, LeftOut, PledgeChange, Stage, State, Verdict
from tracker.domain.wording import Words
from tracker.ledger.assessments import Assessment, assessments, in_force
from tracker.ledger.deliveries import ReportRow, readable, report_rows
from tracker.ledger.rows import (
    Day,
    Evidence,
    Ref,
    chosen,
    cited_by,
    evidence,
    ref,
    refs,
    regions_of,
)
from tracker.ledger.snapshot import Snapshot
from tracker.ledger.units import Extent, Quantity
from tracker.models import Award, Citation, Commitment, Delivery, Judgement, Pledge

# A commitment's page shows so many reports; the list of deliveries shows all.
REPORTS = 25

# By the slugs of a pledge and of a report, one of them empty.
FirstSources = dict[tuple[str, str], Evidence]


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """
    One commitment as of a day.

    `pledge` is the slug of the one in force, "" if there is none; `pledged` its figure, and
    `stage` whether that was pledged or only planned, None without a pledge. `delivered` is None
    where no report gives a figure. `pledged_by` is the first source of the pledge, `reported_by`
    that of the latest report that says anything; None where no public source is cited.
    """

    code: str
    title: Ref
    partnership: Ref
    made_by: tuple[Ref, ...]
    objective: Words
    pledge: str
    pledged: Quantity | None
    stage: Stage | None
    delivered: Extent | None
    assessment: Assessment
    pledged_by: Evidence | None
    reported_by: Evidence | None

    @property
    def progress(self) -> Progress:
        return self.assessment.progress

    @property
    def state(self) -> State:
        return self.progress.state

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """The kinds of conflicts, among reports and between records and citations, each once."""
        return tuple(dict.fromkeys(conflict.kind for conflict in self.assessment.conflicts))

    @property
    def silence(self) -> State:
        """Why there is no figure: not comparable, no amount, or no report."""
        if self.state == State.NOT_COMPARABLE:
            return self.state
        return State.AMOUNT_NOT_REPORTED if self.progress.known else State.NO_REPORT


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """One pledge of the chain; `is_in_force` on the day asked."""

    slug: str
    quantity: Quantity
    stage: Stage | None
    pledged_on: Day
    due_on: Day
    is_past_due: bool
    change: PledgeChange | None
    reason: Words
    is_in_force: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AwardRow:
    """An award that carries out a commitment: the same money, one stage on."""

    title: Ref
    quantity: Quantity
    awarded_on: Day


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """What staff judge of it, beside the computed state."""

    verdict: Verdict
    reason: Words
    judged_on: date
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """
    Everything known of one commitment; `over` and `short` are None if there is none.

    `reports` are the latest, oldest first; `has_more` says whether there are earlier ones.
    """

    line: CommitmentLine
    statement: Words
    made_on: Day
    regions: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]
    over: Extent | None
    short: Extent | None
    pledges: tuple[PledgeRow, ...]
    reports: tuple[ReportRow, ...]
    has_more: bool
    awards: tuple[AwardRow, ...]
    judgements: tuple[JudgementRow, ...]

    @property
    def in_force(self) -> PledgeRow | None:
        return next((pledge for pledge in self.pledges if pledge.is_in_force), None)

    @property
    def has_changed(self) -> bool:
        """Whether what was promised is another than at first."""
        return len(self.pledges) > 1


def listed(snapshot: Snapshot) -> QuerySet[Any]:
    """
    Return the commitments that a list can be made of.

    `series` and `length` put their codes in order: PE-10 comes after PE-9.
    """
    series = Func(F("code"), Value("0123456789"), function="RTRIM")
    found: QuerySet[Any] = snapshot.of(Commitment).annotate(series=series, length=Length("code"))
    return found


def keys_by_state(snapshot: Snapshot) -> dict[State, list[int]]:
    """Return the primary keys of the commitments in each state, which no column holds."""
    found: dict[State, list[int]] = {state: [] for state in State}
    for pk, assessed in _all_assessed(snapshot).items():
        found[assessed.progress.state].append(pk)
    return found


def keys_in_dispute(snapshot: Snapshot) -> list[int]:
    """Return the primary keys of the commitments on which sources disagree."""
    return [pk for pk, assessed in _all_assessed(snapshot).items() if assessed.conflicts]


def in_order_of_state(
    snapshot: Snapshot, found: QuerySet[Commitment], is_descending: bool
) -> QuerySet[Commitment]:
    """Return the commitments in the order in which states are defined, or the other way."""
    keys = keys_by_state(snapshot)
    place = Case(*(When(pk__in=keys[state], then=n) for n, state in enumerate(State)))
    return found.order_by(place.desc() if is_descending else place.asc(), "code")


def _all_assessed(snapshot: Snapshot) -> dict[int, Assessment]:
    return assessments(snapshot, snapshot.of(Commitment).order_by().values_list("pk", flat=True))


def commitment_lines(snapshot: Snapshot, found: QuerySet[Commitment]) -> list[CommitmentLine]:
    """
    Return a line for each commitment found, in their order.

    5 queries: commitments with whom they name; pledges; deliveries; figures that citations
    state otherwise; the sources of the figures.
    """
    return [*_lines_by_key(snapshot, found).values()]


def lines_of(snapshot: Snapshot, keys: Sequence[int]) -> list[CommitmentLine]:
    """Return the lines of these commitments, in this order. Queries as `commitment_lines`."""
    found = _lines_by_key(snapshot, snapshot.of(Commitment).filter(pk__in=keys))
    return [found[pk] for pk in keys if pk in found]


def commitment_page(snapshot: Snapshot, code: str) -> CommitmentPage | None:
    """
    Return everything known of one commitment, or None if the public cannot see it as of then.

    13 queries: the commitment with its regions and citations; its assessment (3); pledges,
    deliveries, awards and judgements, with their citations and regions.
    """
    known = _with_names(snapshot.of(Commitment)).filter(code=code)
    commitment = known.prefetch_related(cited_by(snapshot), regions_of(snapshot)).first()
    if commitment is None:
        return None
    assessed = assessments(snapshot, [commitment.pk])[commitment.pk]
    reports = readable(snapshot).filter(commitment=commitment)
    newest = F("stated_on_latest").desc(nulls_last=True)
    latest = list(reports.order_by(newest, "-pk")[: REPORTS + 1])
    return CommitmentPage(
        line=_line(snapshot, commitment, assessed, {}),
        statement=commitment.words("statement"),
        made_on=Day(commitment.made_on),
        regions=refs(commitment.regions.all()),
        evidence=evidence(commitment.citations.all(), snapshot),
        over=snapshot.units.extent(assessed.progress.over),
        short=snapshot.units.extent(assessed.progress.short),
        pledges=pledge_rows(snapshot, readable_pledges(snapshot).filter(commitment=commitment)),
        reports=report_rows(snapshot, latest[:REPORTS][::-1], assessed),
        has_more=len(latest) > REPORTS,
        awards=_awards(snapshot, commitment),
        judgements=_judgements(snapshot, commitment),
    )


def readable_pledges(snapshot: Snapshot) -> QuerySet[Pledge]:
    """Return the pledges with all that a row of them needs. 2 queries."""
    return snapshot.of(Pledge).prefetch_related(cited_by(snapshot))


def pledge_rows(snapshot: Snapshot, chain: Iterable[Pledge]) -> tuple[PledgeRow, ...]:
    """Return a row for each pledge of one chain."""
    pledges, day = list(chain), snapshot.as_of.day
    current = in_force(pledges, day)
    return tuple(
        PledgeRow(
            slug=pledge.slug,
            quantity=snapshot.units.quantity(pledge.figure),
            stage=chosen(Stage, pledge.stage),
            pledged_on=Day(pledge.pledged_on),
            due_on=Day(pledge.due_on),
            is_past_due=bool(pledge.due_on_latest and pledge.due_on_latest < day),
            change=chosen(PledgeChange, pledge.change),
            reason=pledge.words("reason"),
            is_in_force=pledge == current,
            evidence=evidence(pledge.citations.all(), snapshot),
        )
        for pledge in pledges
    )


def _lines_by_key(snapshot: Snapshot, found: QuerySet[Commitment]) -> dict[int, CommitmentLine]:
    commitments = list(_with_names(found))
    assessed = assessments(snapshot, [one.pk for one in commitments])
    sources = _first_sources(snapshot, assessed)
    return {one.pk: _line(snapshot, one, assessed[one.pk], sources) for one in commitments}


def _with_names(commitments: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Return the commitments with whom they name, as `_line` needs them."""
    return commitments.select_related("partnership", "made_by", "jointly_with", "objective")


def _line(
    snapshot: Snapshot,
    commitment: Commitment,
    assessed: Assessment,
    sources: FirstSources | None = None,
) -> CommitmentLine:
    pledge, progress, sources = assessed.pledge, assessed.progress, sources or {}
    return CommitmentLine(
        code=commitment.code,
        title=ref(commitment),
        partnership=ref(commitment.partnership),
        made_by=refs((commitment.made_by, commitment.jointly_with)),
        objective=commitment.objective.words("title") if commitment.objective else Words(),
        pledge=pledge.slug if pledge else "",
        pledged=snapshot.units.quantity(pledge.figure) if pledge else None,
        # What was promised was pledged, unless its source says that it was only planned.
        stage=Stage(pledge.stage or Stage.PLEDGED) if pledge else None,
        delivered=snapshot.units.extent(progress.delivered, progress.strongest),
        assessment=assessed,
        pledged_by=sources.get((pledge.slug if pledge else "", "")),
        reported_by=sources.get(("", _spoken_by(progress))),
    )


def _awards(snapshot: Snapshot, commitment: Commitment) -> tuple[AwardRow, ...]:
    return tuple(
        AwardRow(ref(award), snapshot.units.quantity(award.figure), Day(award.awarded_on))
        for award in snapshot.of(Award).filter(commitment=commitment)
    )


def _judgements(snapshot: Snapshot, commitment: Commitment) -> tuple[JudgementRow, ...]:
    judged = snapshot.of(Judgement).filter(commitment=commitment, judged_on__lte=snapshot.as_of.day)
    return tuple(
        JudgementRow(
            verdict=Verdict(judgement.verdict),
            reason=judgement.words("reason"),
            judged_on=judgement.judged_on,
            evidence=evidence(judgement.citations.all(), snapshot),
        )
        for judgement in judged.prefetch_related(cited_by(snapshot))
    )


def _first_sources(snapshot: Snapshot, assessed: Mapping[int, Assessment]) -> FirstSources:
    """Return the first source of each pledge in force and of each latest report. 1 query."""
    pledges = [one.pledge.pk for one in assessed.values() if one.pledge]
    slugs = {slug for one in assessed.values() if (slug := _spoken_by(one.progress))}
    reports = snapshot.of(Delivery).filter(slug__in=slugs).order_by()
    # By primary keys, for a condition on joined slugs would read every citation there is.
    wanted = Q(pledge__in=pledges) | Q(delivery__in=reports.values("pk"))
    first: dict[tuple[str, str], Any] = {}
    for cited in _agreeing_first(snapshot, wanted):
        first.setdefault((cited.pledge_slug or "", cited.delivery_slug or ""), cited)
    return dict(zip(first, evidence(first.values(), snapshot), strict=True))


def _spoken_by(progress: Progress) -> str:
    """Return the slug of the latest report that counts, or else of one without a figure; or ""."""
    if progress.counted:
        return progress.counted[-1]
    speaking = (LeftOut.NO_FIGURE, LeftOut.UNDATED, LeftOut.NOT_COMPARABLE)
    return next((slug for slug, why in reversed(progress.left_out) if why in speaking), "")


def _agreeing_first(snapshot: Snapshot, wanted: Q) -> QuerySet[Any]:
    """Return the citations wanted; those that give the record's own figure come first."""
    slugs = {"pledge_slug": F("pledge__slug"), "delivery_slug": F("delivery__slug")}
    found: QuerySet[Any] = snapshot.of(Citation).filter(wanted).annotate(**slugs)
    return found.select_related("source").order_by(F("value").asc(nulls_first=True), "pk")
