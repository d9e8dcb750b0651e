"""Figures with the names of their units, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tracker.domain.figures import Bounds, Figure, as_figure, in_words
from tracker.domain.wording import Words
from tracker.models import Unit


@dataclass(frozen=True, slots=True)
class UnitNames:
    """What a unit is called after 1 and after any other number; a currency has a symbol."""

    one: Words
    many: Words
    symbol: str = ""

    def in_words(self, figure: Figure) -> str:
        name = self.one if figure.value == 1 else self.many
        return in_words(figure, str(name), self.symbol)


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
        return (
            in_words(self.figure, self.figure.unit) if self.names.symbol and self.is_stated else ""
        )

    def __str__(self) -> str:
        return self.names.in_words(self.figure)


@dataclass(frozen=True, slots=True)
class Extent:
    """What was reported, as a range where sources disagree; `str()` says it."""

    bounds: Bounds
    strongest: Bounds | None
    names: UnitNames

    def __str__(self) -> str:
        if self.strongest is None:
            return self._in_words(self.bounds)
        both = {"low": self._in_words(self.bounds), "high": self._in_words(self.strongest)}
        return _("from “%(low)s” to “%(high)s”") % both

    def _in_words(self, bounds: Bounds) -> str:
        figure = as_figure(bounds)
        if figure is not None:
            return self.names.in_words(figure)
        return _("between %(low)s and %(high)s") % {
            "low": self.names.in_words(Figure(bounds.low, bounds.unit)),
            "high": self.names.in_words(Figure(bounds.high, bounds.unit)),
        }


class Units:
    """The names of all units there are."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._names = {unit.code: unit_names(unit) for unit in units}

    def quantity(self, figure: Figure) -> Quantity:
        return Quantity(figure, self._names.get(figure.unit, _UNNAMED))

    def extent(self, bounds: Bounds | None, strongest: Bounds | None = None) -> Extent | None:
        """Return the bounds with the name of their unit, or None for None."""
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
