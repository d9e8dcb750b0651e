"""Commitments: a line each for lists, and everything known of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from tracker.domain.conflicts import Conflict
from tracker.domain.dates import AsOf
from tracker.domain.progress import Progress
from tracker.domain.vocabulary import Disagreement, Stage, State
from tracker.domain.wording import Words
from tracker.ledger.backing import Backing, backings
from tracker.ledger.reports import ReportRow, readable_deliveries, report_rows
from tracker.ledger.rows import (
    Day,
    Evidence,
    Extent,
    Link,
    Quantity,
    Units,
    cited_by,
    evidence,
    link,
    public_regions,
)
from tracker.ledger.standing import Standing, in_force, standings
from tracker.ledger.visible import visible_rows
from tracker.models import Award, Commitment, Judgement, Pledge
from tracker.models.base import RecordQuerySet

# A commitment's page shows so many reports; the list of deliveries shows all.
REPORTS = 25


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """
    One commitment as of a day.

    `pledge` is the slug of the one in force, "" if there is none; `pledged` its figure, and
    `stage` whether that was pledged or only planned. `delivered` is None where no report gives
    a figure. `conflicts` are among reports, and between records and their citations.
    """

    code: str
    title: Link
    partnership: Link
    made_by: tuple[Link, ...]
    objective: Words
    pledge: str
    pledged: Quantity | None
    stage: str
    delivered: Extent | None
    progress: Progress
    conflicts: tuple[Conflict, ...]
    backing: Backing

    @property
    def state(self) -> State:
        return self.progress.state

    @property
    def standing(self) -> Standing:
        """How it stands, as `report_rows` needs it."""
        return Standing(None, self.progress, self.conflicts)

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """The kinds of conflicts, each once."""
        return tuple(dict.fromkeys(conflict.kind for conflict in self.conflicts))

    @property
    def code_order(self) -> tuple[str, int]:
        """Sort key of the code: PE-10 comes after PE-9."""
        whose, _, number = self.code.rpartition("-")
        return (whose, int(number))

    @property
    def state_order(self) -> int:
        """Sort key of the state: the order in which states are defined."""
        return list(State).index(self.state)

    @property
    def silence(self) -> str:
        """What to say where there is no figure: not comparable, no amount, or no report."""
        if self.state == State.NOT_COMPARABLE:
            return str(self.state.label)
        state = State.AMOUNT_NOT_REPORTED if self.progress.told else State.NO_REPORT
        return str(state.label)


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """One pledge of the chain; `is_in_force` on the day asked."""

    slug: str
    quantity: Quantity
    stage: str
    pledged_on: Day
    due_on: Day
    is_past_due: bool
    change: str
    reason: Words
    is_in_force: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AwardRow:
    """An award that carries out a commitment: the same money, one stage on."""

    title: Link
    quantity: Quantity
    awarded_on: Day


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """What staff judge of it, beside the computed state."""

    verdict: str
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
    regions: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    over: Extent | None
    short: Extent | None
    pledges: tuple[PledgeRow, ...]
    reports: tuple[ReportRow, ...]
    has_more: bool
    awards: tuple[AwardRow, ...]
    judgements: tuple[JudgementRow, ...]


def commitment_lines(chosen: RecordQuerySet, as_of: AsOf) -> list[CommitmentLine]:
    """
    Return a line for each chosen commitment known by then, in the order chosen.

    6 queries: commitments with whom they name; pledges; deliveries; figures that citations
    state otherwise; units; the sources of the figures.
    """
    commitments = list(with_names(chosen.known_by(as_of.known)))
    standing = standings(commitments, as_of.day)
    units = Units()
    backing = backings(standing, units)
    return [commitment_line(one, standing[one.pk], units, backing[one.pk]) for one in commitments]


def commitment_line(
    commitment: Commitment, standing: Standing, units: Units, backing: Backing
) -> CommitmentLine:
    """Return the line of a commitment that was read with the names it bears."""
    progress = standing.progress
    both = (commitment.made_by, commitment.jointly_with)
    return CommitmentLine(
        code=commitment.code,
        title=link(commitment),
        partnership=link(commitment.partnership),
        made_by=tuple(link(party) for party in both if party),
        objective=commitment.objective.words("title") if commitment.objective else Words(),
        pledge=standing.pledge.slug if standing.pledge else "",
        pledged=units.quantity(standing.pledge.figure) if standing.pledge else None,
        stage=_stage(standing.pledge),
        delivered=units.extent(progress.delivered, progress.strongest),
        progress=progress,
        conflicts=standing.conflicts,
        backing=backing,
    )


def _stage(pledge: Pledge | None) -> str:
    """Return the word for what was done with the figure: pledged, unless it was only planned."""
    return str(Stage(pledge.stage or Stage.PLEDGED).label) if pledge else ""


def commitment_page(code: str, as_of: AsOf) -> CommitmentPage | None:
    """
    Return everything known of one commitment, or None if the public cannot see it as of then.

    14 queries: the commitment with its regions and citations; how it stands (3); units;
    pledges, deliveries, awards and judgements, with their citations and regions.
    """
    known = with_names(Commitment.objects.public().known_by(as_of.known)).filter(code=code)
    commitment = known.prefetch_related(cited_by(), public_regions()).first()
    if commitment is None:
        return None
    standing = standings([commitment], as_of.day)[commitment.pk]
    units = Units()
    progress = standing.progress
    told = readable_deliveries(as_of).filter(commitment=commitment)
    latest = list(told.order_by(F("stated_on_latest").desc(nulls_last=True), "-pk")[: REPORTS + 1])
    return CommitmentPage(
        line=commitment_line(commitment, standing, units, Backing()),
        statement=commitment.words("statement"),
        made_on=Day(commitment.made_on),
        regions=tuple(link(region) for region in commitment.regions.all()),
        evidence=evidence(commitment.citations.all(), units),
        over=units.extent(progress.over),
        short=units.extent(progress.short),
        pledges=_pledges(commitment, as_of, units),
        reports=report_rows(latest[:REPORTS][::-1], standing, units),
        has_more=len(latest) > REPORTS,
        awards=_awards(commitment, as_of, units),
        judgements=_judgements(commitment, as_of, units),
    )


def with_names(commitments: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Return the commitments with whom they name, as `commitment_line` needs them."""
    return commitments.select_related("partnership", "made_by", "jointly_with", "objective")


def _pledges(commitment: Commitment, as_of: AsOf, units: Units) -> tuple[PledgeRow, ...]:
    pledges = list(readable_pledges(as_of).filter(commitment=commitment))
    return pledge_rows(pledges, as_of, units)


def readable_pledges(as_of: AsOf) -> QuerySet[Pledge]:
    """Return public pledges with all that a row of them needs. 2 queries."""
    found: QuerySet[Pledge] = visible_rows(Pledge).known_by(as_of.known)
    return found.prefetch_related(cited_by())


def pledge_rows(pledges: list[Pledge], as_of: AsOf, units: Units) -> tuple[PledgeRow, ...]:
    """Return a row for each pledge of one chain."""
    current = in_force(pledges, as_of.day)
    return tuple(
        PledgeRow(
            slug=pledge.slug,
            quantity=units.quantity(pledge.figure),
            stage=pledge.get_stage_display(),
            pledged_on=Day(pledge.pledged_on),
            due_on=Day(pledge.due_on),
            is_past_due=bool(pledge.due_on_latest and pledge.due_on_latest < as_of.day),
            change=pledge.get_change_display(),
            reason=pledge.words("reason"),
            is_in_force=pledge == current,
            evidence=evidence(pledge.citations.all(), units),
        )
        for pledge in pledges
    )


def _awards(commitment: Commitment, as_of: AsOf, units: Units) -> tuple[AwardRow, ...]:
    awards = Award.objects.public().known_by(as_of.known)
    return tuple(
        AwardRow(link(award), units.quantity(award.figure), Day(award.awarded_on))
        for award in awards.filter(commitment=commitment)
    )


def _judgements(commitment: Commitment, as_of: AsOf, units: Units) -> tuple[JudgementRow, ...]:
    judged = Judgement.objects.public().filter(commitment=commitment, judged_on__lte=as_of.day)
    return tuple(
        JudgementRow(
            verdict=judgement.get_verdict_display(),
            reason=judgement.words("reason"),
            judged_on=judgement.judged_on,
            evidence=evidence(judgement.citations.all(), units),
        )
        for judgement in judged.prefetch_related(cited_by())
    )
