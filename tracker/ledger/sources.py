"""Sources: what each document is, and everything in the record that rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tracker.domain.vocabulary import Language, Reliability, Seen
from tracker.domain.wording import Words
from tracker.ledger.rows import Day, Ref, other_figure, ref
from tracker.ledger.snapshot import Snapshot
from tracker.ledger.units import Quantity
from tracker.models import Citation, Source
from tracker.models.sources import TARGETS


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One document; `published_on` is empty if no date of publication is stated."""

    title: Ref
    publisher: Words
    published_on: Day
    language: Language
    reliability: Reliability
    is_machine_translated: bool
    seen: Seen
    citations: int

    @property
    def is_seen_whole(self) -> bool:
        return self.seen == Seen.WHOLE


@dataclass(frozen=True, slots=True)
class CitedRow:
    """One thing in the record that rests on the source, and the words it rests on."""

    kind: str
    record: Ref
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


def listed(snapshot: Snapshot) -> QuerySet[Any]:
    """
    Return the sources that a list can be made of, oldest first, undated last.

    `cited` is how often each is cited for a public record.
    """
    own = snapshot.of(Citation).filter(source=OuterRef("pk")).order_by().values("source")
    cited = Coalesce(Subquery(own.values(count=Count("pk"))), 0)
    found: QuerySet[Any] = snapshot.of(Source).annotate(cited=cited)
    return found.order_by(F("published_on_latest").asc(nulls_last=True), "slug")


def lines_of(snapshot: Snapshot, keys: Sequence[int]) -> list[SourceLine]:
    """Return the lines of these sources, in this order. 1 query."""
    found = listed(snapshot).in_bulk(keys)
    return [_line(found[pk], found[pk].cited) for pk in keys if pk in found]


def source_page(snapshot: Snapshot, slug: str) -> SourcePage | None:
    """
    Return a document and all that rests on it, or None if the public cannot see it.

    A record dated earlier may rest on a document of a later day, so the document is shown as of
    any day, and what rests on it by the dates of the records.

    At most 29 queries: the source, and for each of the 14 kinds of record the public ones it is
    cited for, and if there are any, the citations.
    """
    source = snapshot.on_any_day(Source).filter(slug=slug).first()
    if source is None:
        return None
    cited = tuple(_cited(snapshot, source))
    return SourcePage(
        line=_line(source, len(cited)),
        address=source.url,
        note=source.words("note"),
        cited=cited,
    )


def _line(source: Source, citations: int) -> SourceLine:
    return SourceLine(
        title=ref(source),
        publisher=source.words("publisher"),
        published_on=Day(source.published_on),
        language=Language(source.language),
        reliability=Reliability(source.reliability),
        is_machine_translated=source.is_machine_translated,
        seen=Seen(source.seen),
        citations=citations,
    )


def _cited(snapshot: Snapshot, source: Source) -> Iterator[CitedRow]:
    citations = snapshot.of(Citation).filter(source=source).select_related("source")
    for name in TARGETS:
        model: Any = Citation._meta.get_field(name).related_model
        records = snapshot.of(model).filter(citations__in=citations).distinct()
        if model.whole:
            records = records.select_related(model.whole)
        for record in records.prefetch_related(Prefetch("citations", citations)):
            for cited in record.citations.all():
                yield _row(snapshot, record, cited)


def _row(snapshot: Snapshot, record: Any, cited: Citation) -> CitedRow:
    return CitedRow(
        kind=record._meta.model_name,
        record=ref(record),
        locator=cited.words("locator"),
        phrase=cited.phrase,
        stated=other_figure(cited, snapshot),
        note=cited.words("note"),
    )
