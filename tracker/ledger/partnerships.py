"""Partnerships: the term, what was promised under each, and how it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from tracker.domain.dates import AsOf
from tracker.domain.figures import Figure
from tracker.domain.wording import Words
from tracker.ledger.awards import AwardLine, award_lines, totals_awarded
from tracker.ledger.commitments import CommitmentLine, commitment_lines
from tracker.ledger.dialogues import DialogueLine, ExtensionRow, dialogue_lines, extension_row
from tracker.ledger.places import Place, places
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
from tracker.models import Award, Commitment, Dialogue, Extension, Objective, Partnership


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


def groups(lines: list[CommitmentLine]) -> tuple[PromisorGroup, ...]:
    """Return the lines by who promised, as promisors first appear; joint promises come last."""
    found: dict[tuple[Link, ...], list[CommitmentLine]] = defaultdict(list)
    for line in lines:
        found[line.made_by].append(line)
    return tuple(PromisorGroup(one, tuple(found[one])) for one in sorted(found, key=len))


def partnership_page(slug: str, as_of: AsOf) -> PartnershipPage | None:
    """
    Return everything known of one compact, or None if the public cannot see it.

    Always the same number of queries: those of the lists it is made of, and for itself,
    its extensions and objectives one each, with their citations.
    """
    found = with_governments(Partnership.objects.public().known_by(as_of.known))
    compact = found.prefetch_related(cited_by(), public_regions()).filter(slug=slug).first()
    if compact is None:
        return None
    units = Units()
    awards = award_lines(Award.objects.public().filter(partnership=compact), as_of)
    commitments = Commitment.objects.public().filter(partnership=compact)
    return PartnershipPage(
        line=partnership_line(compact, as_of, units),
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
        switch=switch(with_governments(Partnership.objects.public().known_by(as_of.known))),
    )


def switch(compacts: Iterable[Partnership]) -> tuple[Link, ...]:
    """Return a link to each compact, by the name of the partner."""
    return tuple(Link(one.partner.label(), one.get_absolute_url()) for one in compacts)


def with_governments(compacts: QuerySet[Partnership]) -> QuerySet[Partnership]:
    """Return the compacts with both governments, as `partnership_line` needs them."""
    return compacts.select_related("funder", "partner")


def partnership_line(compact: Partnership, as_of: AsOf, units: Units) -> PartnershipLine:
    """Return the line of a compact that was read with both governments; no end after `as_of`."""
    ended = compact.ended_on_latest
    is_known = as_of.known is None or ended is None or ended <= as_of.known
    term = compact.term
    return PartnershipLine(
        name=link(compact),
        slug=compact.slug,
        funder=link(compact.funder),
        partner=link(compact.partner),
        signed_on=Day(compact.signed_on),
        term=units.quantity(Figure(term.value, term.unit)),
        ended_on=Day(compact.ended_on if is_known else ""),
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
