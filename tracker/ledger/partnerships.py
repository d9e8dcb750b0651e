"""Partnerships: the term, what was promised under each, and how it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from tracker.domain.figures import Figure
from tracker.domain.wording import Words
from tracker.ledger.awards import AwardLine, award_lines, totals_awarded
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.deliveries import ReportRow, readable, report_rows
from tracker.ledger.dialogues import (
    DialogueLine,
    ExtensionRow,
    dialogue_lines,
    extension_row,
    readable_extensions,
)
from tracker.ledger.dialogues import listed as dialogues
from tracker.ledger.regions import Place, places
from tracker.ledger.rows import Day, Evidence, Ref, cited_by, evidence, ref, refs, regions_of
from tracker.ledger.snapshot import Snapshot
from tracker.ledger.units import Extent, Quantity
from tracker.models import Award, Commitment, Objective, Partnership


@dataclass(frozen=True, slots=True)
class PartnershipLine:
    """One partnership. `term` has no value if no source states the planned length."""

    name: Ref
    slug: str
    funder: Ref
    partner: Ref
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

    made_by: tuple[Ref, ...]
    lines: tuple[CommitmentLine, ...]


@dataclass(frozen=True, slots=True)
class PartnershipPage:
    """Everything known of one partnership, by page section."""

    line: PartnershipLine
    summary: Words
    world_ordinal: int | None
    area_ordinal: int | None
    area: Words
    regions: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]
    extensions: tuple[ExtensionRow, ...]
    objectives: tuple[ObjectiveRow, ...]
    groups: tuple[PromisorGroup, ...]
    awards: list[AwardLine]
    awarded: list[Extent]
    dialogues: list[DialogueLine]
    places: tuple[Place, ...]
    switch: tuple[Ref, ...]


def groups(lines: list[CommitmentLine]) -> tuple[PromisorGroup, ...]:
    """Return the lines by who promised, as promisors first appear; joint promises come last."""
    found: dict[tuple[Ref, ...], list[CommitmentLine]] = defaultdict(list)
    for line in lines:
        found[line.made_by].append(line)
    return tuple(PromisorGroup(one, tuple(found[one])) for one in sorted(found, key=len))


def partnership_page(snapshot: Snapshot, slug: str) -> PartnershipPage | None:
    """
    Return everything known of one partnership, or None if the public cannot see it.

    Always the same number of queries: those of the lists it is made of, and for itself,
    its extensions and objectives one each, with their citations.
    """
    found = with_governments(snapshot).prefetch_related(cited_by(snapshot), regions_of(snapshot))
    partnership = found.filter(slug=slug).first()
    if partnership is None:
        return None
    awards = award_lines(snapshot, snapshot.of(Award).filter(partnership=partnership))
    commitments = snapshot.of(Commitment).filter(partnership=partnership)
    return PartnershipPage(
        line=partnership_line(snapshot, partnership),
        summary=partnership.words("summary"),
        world_ordinal=partnership.world_ordinal,
        area_ordinal=partnership.area_ordinal,
        area=partnership.words("area"),
        regions=refs(partnership.regions.all()),
        evidence=evidence(partnership.citations.all(), snapshot),
        extensions=_extensions(snapshot, partnership),
        objectives=_objectives(snapshot, partnership),
        groups=groups(commitment_lines(snapshot, commitments)),
        awards=awards,
        awarded=totals_awarded(snapshot, awards),
        dialogues=dialogue_lines(dialogues(snapshot).filter(partnership=partnership)),
        places=places(snapshot, partnership),
        switch=switch(with_governments(snapshot)),
    )


def switch(partnerships: Iterable[Partnership]) -> tuple[Ref, ...]:
    """Return the reference to each partnership, by the name of the partner."""
    return tuple(replace(ref(one), name=one.partner.label()) for one in partnerships)


def with_governments(snapshot: Snapshot) -> QuerySet[Partnership]:
    """Return the partnerships with both governments, as `partnership_line` needs them."""
    return snapshot.of(Partnership).select_related("funder", "partner")


def partnership_line(snapshot: Snapshot, partnership: Partnership) -> PartnershipLine:
    """Return the line of a partnership read with both governments; no end after the day."""
    ended, known = partnership.ended_on_latest, snapshot.as_of.known
    is_known = known is None or ended is None or ended <= known
    term = partnership.term
    return PartnershipLine(
        name=ref(partnership),
        slug=partnership.slug,
        funder=ref(partnership.funder),
        partner=ref(partnership.partner),
        signed_on=Day(partnership.signed_on),
        term=snapshot.units.quantity(Figure(term.value, term.unit)),
        ended_on=Day(partnership.ended_on if is_known else ""),
    )


def _extensions(snapshot: Snapshot, partnership: Partnership) -> tuple[ExtensionRow, ...]:
    longer = readable_extensions(snapshot).filter(partnership=partnership)
    return tuple(extension_row(snapshot, extension) for extension in longer)


def _objectives(snapshot: Snapshot, partnership: Partnership) -> tuple[ObjectiveRow, ...]:
    under: dict[int | None, list[ReportRow]] = defaultdict(list)
    unpledged = list(readable(snapshot).filter(objective__partnership=partnership))
    for delivery, row in zip(unpledged, report_rows(snapshot, unpledged), strict=True):
        under[delivery.objective_id].append(row)
    objectives = snapshot.of(Objective).filter(partnership=partnership)
    return tuple(
        ObjectiveRow(
            number=objective.number,
            title=objective.words("title"),
            statement=objective.words("statement"),
            never_pledged=tuple(under[objective.pk]),
            evidence=evidence(objective.citations.all(), snapshot),
        )
        for objective in objectives.prefetch_related(cited_by(snapshot))
    )
