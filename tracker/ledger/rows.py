"""
What rows of the ledger are made of.

Rows hold codes, words in both languages, figures, dates and references to records: the same for
a page, a file and a feed. Labels in one language and addresses are made last, by who shows them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Prefetch, TextChoices

from tracker.domain.dates import span, words
from tracker.domain.vocabulary import Seen
from tracker.domain.wording import Words
from tracker.ledger.snapshot import Snapshot
from tracker.ledger.units import Quantity
from tracker.models import Citation, Region
from tracker.models.base import Record

Choice = TypeVar("Choice", bound=TextChoices)


@dataclass(frozen=True, slots=True)
class Ref:
    """
    A record: the kind of page that shows it, its key among those, and what it is called.

    A record without a page of its own has the kind and key of what it is a part of.
    """

    kind: str
    key: str
    name: Words

    def __str__(self) -> str:
        return str(self.name)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as stated, in EDTF; `str()` says it in the reader's language."""

    edtf: str
    is_inferred: bool = False

    def __bool__(self) -> bool:
        return bool(self.edtf)

    def __str__(self) -> str:
        return words(self.edtf)


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    One citation: the source, where in it, in which words.

    `stated` is None unless the source gives another figure than the record. `is_later`: it was
    surely published after the day asked for.
    """

    source: Ref
    publisher: Words
    published_on: Day
    address: str
    language: str
    seen: Seen
    locator: Words
    phrase: str
    states_on: Day
    note: Words
    stated: Quantity | None
    is_later: bool


def ref(record: Record) -> Ref:
    """Return the reference to a record."""
    shown_on = record.shown_on()
    return Ref(shown_on.page, getattr(shown_on, shown_on.keyed_by), record.label())


def ref_if_shown(record: Record | None, snapshot: Snapshot) -> Ref | None:
    """Return the reference to a record that is named only while it is public, or None."""
    return ref(record) if record is not None and snapshot.is_shown(record) else None


def refs(records: Iterable[Any]) -> tuple[Ref, ...]:
    """Return the references to records, None among them left out."""
    return tuple(ref(record) for record in records if record is not None)


def chosen(choices: type[Choice], code: str) -> Choice | None:
    """Return the choice of that code, or None for ""."""
    return choices(code) if code else None


def cited_by(snapshot: Snapshot) -> Prefetch[Any, Any, Any]:
    """Return the prefetch of a record's citations with their sources (1 query)."""
    return Prefetch("citations", snapshot.of(Citation).select_related("source"))


def regions_of(snapshot: Snapshot) -> Prefetch[Any, Any, Any]:
    """Return the prefetch of a record's regions (1 query)."""
    return Prefetch("regions", snapshot.of(Region))


def evidence(citations: Iterable[Citation], snapshot: Snapshot) -> tuple[Evidence, ...]:
    """Return rows for citations that were read with their sources."""
    return tuple(_evidence(cited, snapshot) for cited in citations)


def other_figure(cited: Citation, snapshot: Snapshot) -> Quantity | None:
    """Return the figure that a citation states otherwise than its record, or None."""
    published = cited.source.published_on_latest
    if cited.value is None:
        return None
    if not is_stated_by(snapshot.as_of.known, cited.states_on, published):
        return None
    return snapshot.units.quantity(cited.figure)


def is_stated_by(known: date | None, states_on: str, published_on_latest: date | None) -> bool:
    """
    Return whether what a citation states was known by the end of the day `known`.

    Always if that is None. A citation without any date is evidence for its record, but what it
    states otherwise is known on no day that could be named.
    """
    if known is None:
        return True
    stated = span(states_on)
    day = stated.latest if stated else published_on_latest
    return day is not None and day <= known


def _evidence(cited: Citation, snapshot: Snapshot) -> Evidence:
    source, known = cited.source, snapshot.as_of.known
    stated = span(cited.states_on)
    first_day = stated.earliest if stated else source.published_on_earliest
    return Evidence(
        source=ref(source),
        publisher=source.words("publisher"),
        published_on=Day(source.published_on),
        address=source.url,
        language=source.language,
        seen=Seen(source.seen),
        locator=cited.words("locator"),
        phrase=cited.phrase,
        states_on=Day(cited.states_on),
        note=cited.words("note"),
        stated=other_figure(cited, snapshot),
        is_later=known is not None and first_day is not None and first_day > known,
    )
