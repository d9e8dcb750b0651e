"""Partnerships: the term, what was promised under each, and how it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import get_language

from tracker.dates import AsOf
from tracker.figures import Figure
from tracker.ledger.awards import AwardLine, award_lines, totals_awarded
from tracker.ledger.changes import ChangeRow, change_rows
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.dialogues import DialogueLine, ExtensionRow, dialogue_lines, extension_row
from tracker.ledger.memory import remembered
from tracker.ledger.places import Place, places
from tracker.ledger.reports import ReportRow, by_code, readable_deliveries, report_rows
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
from tracker.models import Award, Commitment, Dialogue, Extension, Objective, Partnership
from tracker.vocabulary import State
from tracker.wording import Words

# The overview shows so many commitments of a partnership, and disputes; the list shows all.
FIRST = 10

# The overview shows so many changes; their own page and the feed show more.
LATEST = 5


@dataclass(frozen=True, slots=True)
class PartnershipLine:
    """One compact. `term` has no value if no source states the planned length."""

    name: Link
    slug: str
    funder: Link
    partner: Link
    signed_on: Day
    term: Quantity
    ended_on: Day


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """One aim; reports of things nobody had pledged stand under it."""

    number: int
    title: Words
    statement: Words
    never_pledged: tuple[ReportRow, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PromisorGroup:
    """The commitments one party, or two together, made."""

    made_by: tuple[Link, ...]
    lines: tuple[CommitmentLine, ...]


@dataclass(frozen=True, slots=True)
class PartnershipPage:
    """Everything known of one compact, by page section."""

    line: PartnershipLine
    summary: Words
    world_ordinal: int | None
    area_ordinal: int | None
    area: Words
    regions: tuple[Link, ...]
    evidence: tuple[Evidence, ...]
    extensions: tuple[ExtensionRow, ...]
    objectives: tuple[ObjectiveRow, ...]
    groups: tuple[PromisorGroup, ...]
    awards: list[AwardLine]
    awarded: list[Extent]
    dialogues: list[DialogueLine]
    places: tuple[Place, ...]
    switch: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many commitments are in a state; the silent states are counted like the others."""

    state: State
    count: int


@dataclass(frozen=True, slots=True)
class PartnershipSummary:
    """One compact with its first commitments, of `total`."""

    line: PartnershipLine
    groups: tuple[PromisorGroup, ...]
    total: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A commitment on which sources disagree, with the reports that do."""

    line: CommitmentLine
    reports: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """
    All compacts; `total` commitments are the denominator of every count.

    On `disputed` of them sources disagree; `disputes` are the first of those. `places` are
    those of the first compact, which leads. `switch` links each compact by its partner's name.
    """

    partnerships: tuple[PartnershipSummary, ...]
    states: tuple[StateCount, ...]
    disputes: tuple[Dispute, ...]
    disputed: int
    places: tuple[Place, ...]
    switch: tuple[Link, ...]
    changes: list[ChangeRow]
    total: int


def overview(as_of: AsOf) -> Overview:
    """
    Return every compact with its first commitments.

    29 queries: units, compacts, their lines (7), the reports disputed (3), places (5), changes
    (12; none as of another day). None for the present day once it was made for a version.
    """
    return remembered(("overview", as_of, get_language()), lambda: _overview(as_of))


def _overview(as_of: AsOf) -> Overview:
    units = Units()
    lines = commitment_lines(Commitment.objects.public(), as_of)
    by_partnership: dict[str, list[CommitmentLine]] = defaultdict(list)
    for line in lines:
        by_partnership[line.partnership.url].append(line)
    known = list(_with_governments(Partnership.objects.public().known_by(as_of.known)))
    compacts = [_line(one, units) for one in known]
    counts = Counter(line.state for line in lines)
    disputed = [line for line in lines if line.disagreements]
    return Overview(
        partnerships=tuple(_summary(one, by_partnership[one.name.url]) for one in compacts),
        states=tuple(StateCount(state, counts[state]) for state in State if counts[state]),
        disputes=_disputes(disputed[:FIRST], as_of, units),
        disputed=len(disputed),
        places=places(known[0], as_of) if known else (),
        switch=_switch(known),
        changes=[] if as_of.is_asked else change_rows()[:LATEST],
        total=len(lines),
    )


def _summary(compact: PartnershipLine, lines: list[CommitmentLine]) -> PartnershipSummary:
    return PartnershipSummary(compact, groups(lines[:FIRST]), len(lines), len(lines) <= FIRST)


def groups(lines: list[CommitmentLine]) -> tuple[PromisorGroup, ...]:
    """Return the lines by who promised, as promisors first appear; joint promises come last."""
    found: dict[tuple[Link, ...], list[CommitmentLine]] = defaultdict(list)
    for line in lines:
        found[line.made_by].append(line)
    return tuple(PromisorGroup(one, tuple(found[one])) for one in sorted(found, key=len))


def disagreements(as_of: AsOf) -> tuple[Dispute, ...]:
    """Return every commitment on which sources disagree, with its reports. 12 queries."""
    lines = commitment_lines(Commitment.objects.public(), as_of)
    return _disputes([line for line in lines if line.disagreements], as_of, Units())


def _disputes(lines: list[CommitmentLine], as_of: AsOf, units: Units) -> tuple[Dispute, ...]:
    """Return the lines with their reports. 3 queries."""
    codes = [line.code for line in lines]
    told = by_code(readable_deliveries(as_of).filter(commitment__code__in=codes))
    return tuple(
        Dispute(line, report_rows(told[line.code], line.standing, units)) for line in lines
    )


def partnership_page(slug: str, as_of: AsOf) -> PartnershipPage | None:
    """
    Return everything known of one compact, or None if the public cannot see it.

    Always the same number of queries: those of the lists it is made of, and for itself,
    its extensions and objectives one each, with their citations.
    """
    found = _with_governments(Partnership.objects.public().known_by(as_of.known))
    compact = found.prefetch_related(cited_by(), public_regions()).filter(slug=slug).first()
    if compact is None:
        return None
    units = Units()
    awards = award_lines(Award.objects.public().filter(partnership=compact), as_of)
    commitments = Commitment.objects.public().filter(partnership=compact)
    return PartnershipPage(
        line=_line(compact, units),
        summary=compact.words("summary"),
        world_ordinal=compact.world_ordinal,
        area_ordinal=compact.area_ordinal,
        area=compact.words("area"),
        regions=tuple(link(region) for region in compact.regions.all()),
        evidence=evidence(compact.citations.all(), units),
        extensions=_extensions(compact, as_of, units),
        objectives=_objectives(compact, as_of, units),
        groups=groups(commitment_lines(commitments, as_of)),
        awards=awards,
        awarded=totals_awarded(awards, units),
        dialogues=dialogue_lines(Dialogue.objects.public().filter(partnership=compact), as_of),
        places=places(compact, as_of),
        switch=_switch(_with_governments(Partnership.objects.public().known_by(as_of.known))),
    )


def _switch(compacts: Iterable[Partnership]) -> tuple[Link, ...]:
    """Return a link to each compact, by the name of the partner."""
    return tuple(Link(one.partner.label(), one.get_absolute_url()) for one in compacts)


def _with_governments(compacts: QuerySet[Partnership]) -> QuerySet[Partnership]:
    return compacts.select_related("funder", "partner")


def _line(compact: Partnership, units: Units) -> PartnershipLine:
    term = compact.term
    return PartnershipLine(
        name=link(compact),
        slug=compact.slug,
        funder=link(compact.funder),
        partner=link(compact.partner),
        signed_on=Day(compact.signed_on),
        term=units.quantity(Figure(term.value, term.unit)),
        ended_on=Day(compact.ended_on),
    )


def _extensions(compact: Partnership, as_of: AsOf, units: Units) -> tuple[ExtensionRow, ...]:
    longer = Extension.objects.public().known_by(as_of.known).filter(partnership=compact)
    rows = longer.select_related("partnership").prefetch_related(cited_by())
    return tuple(extension_row(extension, units) for extension in rows)


def _objectives(compact: Partnership, as_of: AsOf, units: Units) -> tuple[ObjectiveRow, ...]:
    under: dict[int | None, list[ReportRow]] = defaultdict(list)
    unpledged = list(readable_deliveries(as_of).filter(objective__partnership=compact))
    for delivery, row in zip(unpledged, report_rows(unpledged, None, units), strict=True):
        under[delivery.objective_id].append(row)
    objectives = Objective.objects.public().filter(partnership=compact)
    return tuple(
        ObjectiveRow(
            number=objective.number,
            title=objective.words("title"),
            statement=objective.words("statement"),
            never_pledged=tuple(under[objective.pk]),
            evidence=evidence(objective.citations.all(), units),
        )
        for objective in objectives.prefetch_related(cited_by())
    )
