"""Sources: what each document is, and everything in the record that rests on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from tracker.domain.dates import AsOf
from tracker.domain.wording import Words
from tracker.ledger.memory import remembered
from tracker.ledger.rows import Day, Link, Quantity, Units, link
from tracker.models import Citation, Source
from tracker.models.sources import TARGETS


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One document; `published_on` is empty if no date of publication is stated."""

    title: Link
    publisher: Words
    published_on: Day
    language: str
    reliability: str
    is_machine_translated: bool
    seen: str
    is_seen_whole: bool
    citations: int


@dataclass(frozen=True, slots=True)
class CitedRow:
    """One thing in the record that rests on the source, and the words it rests on."""

    kind: str
    record: Link
    locator: Words
    phrase: str
    stated: Quantity | None
    note: Words


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Everything known of one document."""

    line: SourceLine
    address: str
    note: Words
    cited: tuple[CitedRow, ...]


def source_lines(chosen: QuerySet[Source]) -> list[SourceLine]:
    """Return a line for each source, oldest first, undated last. 1 query, and once 14."""
    counts = remembered("citations", _citations)
    ordered = chosen.order_by("published_on_latest", "slug")
    lines = [_line(source, counts[source.pk]) for source in ordered]
    return sorted(lines, key=lambda line: not line.published_on)


def source_page(slug: str, as_of: AsOf) -> SourcePage | None:
    """
    Return a document and all that rests on it, or None if the public cannot see it.

    A record dated earlier may rest on a document of a later day, so the document is shown as of
    any day, and what rests on it by the dates of the records.

    At most 30 queries: the source, units, and for each of the 14 kinds of record the public
    ones it is cited for, and if there are any, the citations.
    """
    source = Source.objects.public().filter(slug=slug).first()
    if source is None:
        return None
    cited = tuple(_cited(source, as_of, Units()))
    return SourcePage(
        line=_line(source, len(cited)),
        address=source.url,
        note=source.words("note"),
        cited=cited,
    )


def _citations() -> dict[int, int]:
    """Return how often each source is cited for a public record, by its key. 14 queries."""
    counts: Counter[int] = Counter()
    for name in TARGETS:
        model: Any = Citation._meta.get_field(name).related_model
        cited: Any = Citation.objects.public().filter(**{f"{name}__in": model.objects.public()})
        counts.update(dict(cited.order_by().values_list("source").annotate(Count("pk"))))
    return counts


def _line(source: Source, citations: int) -> SourceLine:
    return SourceLine(
        title=link(source),
        publisher=source.words("publisher"),
        published_on=Day(source.published_on),
        language=source.get_language_display(),
        reliability=source.get_reliability_display(),
        is_machine_translated=source.is_machine_translated,
        seen=source.get_seen_display(),
        is_seen_whole=source.seen == "whole",
        citations=citations,
    )


def _cited(source: Source, as_of: AsOf, units: Units) -> Iterator[CitedRow]:
    citations = Citation.objects.public().filter(source=source)
    for name in TARGETS:
        model: Any = Citation._meta.get_field(name).related_model
        known = model.objects.public().known_by(as_of.known)
        records = known.filter(citations__in=citations).distinct()
        if model.whole:
            records = records.select_related(model.whole)
        for record in records.prefetch_related(Prefetch("citations", citations)):
            for cited in record.citations.all():
                yield _row(record, cited, units)


def _row(record: Any, cited: Citation, units: Units) -> CitedRow:
    return CitedRow(
        kind=str(record._meta.verbose_name),
        record=link(record),
        locator=cited.words("locator"),
        phrase=cited.phrase,
        stated=units.quantity(cited.figure) if cited.value is not None else None,
        note=cited.words("note"),
    )
