"""Rows of the ledger that more than one page is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from tracker.domain.dates import words
from tracker.domain.figures import Bounds, Figure, as_figure, said
from tracker.domain.wording import Words
from tracker.models import Citation, Region, Unit
from tracker.models.base import Record


@dataclass(frozen=True, slots=True)
class Link:
    """A record by its name, and where its page is ("" if it has none)."""

    name: Words
    url: str

    def __str__(self) -> str:
        return str(self.name)

    def __lt__(self, other: Link) -> bool:
        return self.name < other.name


@dataclass(frozen=True, slots=True)
class UnitNames:
    """What a unit is called after 1 and after any other number; a currency has a symbol."""

    one: Words
    many: Words
    symbol: str = ""

    def said(self, figure: Figure) -> str:
        name = self.one if figure.value == 1 else self.many
        return said(figure, str(name), self.symbol)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as a source states it; `str()` says it in the reader's language."""

    figure: Figure
    names: UnitNames

    @property
    def is_stated(self) -> bool:
        return self.figure.value is not None

    @property
    def is_floor(self) -> bool:
        """Whether the source says "more than" or "at least": it may be any amount above."""
        bounds = self.figure.bounds
        return bounds is not None and bounds.high is None

    @property
    def coded(self) -> str:
        """The figure with its ISO 4217 code, "at least 8,000,000 PEN"; "" if it is no money."""
        return said(self.figure, self.figure.unit) if self.names.symbol and self.is_stated else ""

    def __str__(self) -> str:
        return self.names.said(self.figure)


@dataclass(frozen=True, slots=True)
class Extent:
    """What was reported, as a range where sources disagree; `str()` says it."""

    bounds: Bounds
    strongest: Bounds | None
    names: UnitNames

    def __str__(self) -> str:
        if self.strongest is None:
            return self._said(self.bounds)
        both = {"low": self._said(self.bounds), "high": self._said(self.strongest)}
        return _("from “%(low)s” to “%(high)s”") % both

    def _said(self, bounds: Bounds) -> str:
        figure = as_figure(bounds)
        if figure is not None:
            return self.names.said(figure)
        return _("between %(low)s and %(high)s") % {
            "low": self.names.said(Figure(bounds.low, bounds.unit)),
            "high": self.names.said(Figure(bounds.high, bounds.unit)),
        }


@dataclass(frozen=True, slots=True)
class Day:
    """A date as stated, in EDTF; `str()` says it in the reader's language."""

    edtf: str
    is_inferred: bool = False

    def __lt__(self, other: Day) -> bool:
        """Sort as the texts do, which is by first day; not stated comes last."""
        return (not self.edtf, self.edtf) < (not other.edtf, other.edtf)

    def __bool__(self) -> bool:
        return bool(self.edtf)

    def __str__(self) -> str:
        return words(self.edtf)


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    One citation: the source, where in it, in which words.

    `stated` is None unless the source gives another figure than the record.
    """

    source: Link
    publisher: Words
    published_on: Day
    address: str
    language: str
    seen: str
    locator: Words
    phrase: str
    states_on: Day
    note: Words
    stated: Quantity | None


class Units:
    """The names of all units, read once (1 query)."""

    def __init__(self) -> None:
        self._names = {unit.code: unit_names(unit) for unit in Unit.objects.all()}

    def quantity(self, figure: Figure) -> Quantity:
        return Quantity(figure, self._names.get(figure.unit, _UNNAMED))

    def extent(self, bounds: Bounds | None, strongest: Bounds | None = None) -> Extent | None:
        if bounds is None:
            return None
        return Extent(bounds, strongest, self._names.get(bounds.unit, _UNNAMED))


_UNNAMED = UnitNames(Words(), Words())


def unit_names(unit: Unit) -> UnitNames:
    """Return how a unit is written: a currency by its symbol, or by its code if it has none."""
    if unit.is_money:
        code = Words(unit.code, unit.code)
        return UnitNames(code, code, unit.symbol)
    return UnitNames(unit.words(is_one=True), unit.words())


def link(record: Record) -> Link:
    """Return the link to a record, or to the page of the whole it belongs to."""
    return Link(record.label(), record.get_absolute_url())


def cited_by() -> Prefetch[Any, Any, Any]:
    """Return the prefetch of a record's public citations with their sources (1 query)."""
    return Prefetch("citations", Citation.objects.public().select_related("source"))


def public_regions() -> Prefetch[Any, Any, Any]:
    """Return the prefetch of a record's public regions (1 query)."""
    return Prefetch("regions", Region.objects.public())


def evidence(citations: Iterable[Citation], units: Units) -> tuple[Evidence, ...]:
    """Return rows for citations that were read with their sources."""
    return tuple(
        Evidence(
            source=link(cited.source),
            publisher=cited.source.words("publisher"),
            published_on=Day(cited.source.published_on),
            address=cited.source.url,
            language=cited.source.language,
            seen=cited.source.get_seen_display(),
            locator=cited.words("locator"),
            phrase=cited.phrase,
            states_on=Day(cited.states_on),
            note=cited.words("note"),
            stated=units.quantity(cited.figure) if cited.value is not None else None,
        )
        for cited in citations
    )
