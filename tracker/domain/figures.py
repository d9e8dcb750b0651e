"""Figures as sources state them, and the only sums that can be made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from tracker.domain.vocabulary import Qualifier

ZERO = Decimal(0)


class UnitMismatch(ValueError):
    """Two figures of different units were to be added or compared."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """
    Where a true value lies: from `low` to `high`, in `unit`. Amounts are never negative.

    `high` None means nobody stated an upper end. An open end is not itself included ("more
    than 11" is above 11). `is_about`: the source said "about", so the ends are approximate.
    """

    low: Decimal
    high: Decimal | None
    unit: str
    low_is_open: bool = False
    high_is_open: bool = False
    is_about: bool = False

    def __add__(self, other: Bounds) -> Bounds:
        """Return the bounds of the two together. Raise UnitMismatch for different units."""
        require_same_unit(self.unit, other.unit)
        unlimited = self.high is None or other.high is None
        return Bounds(
            low=self.low + other.low,
            high=None if unlimited else (self.high or ZERO) + (other.high or ZERO),
            unit=self.unit,
            low_is_open=self.low_is_open or other.low_is_open,
            high_is_open=not unlimited and (self.high_is_open or other.high_is_open),
            is_about=self.is_about or other.is_about,
        )

    @property
    def is_exact(self) -> bool:
        """Whether exactly one value fits."""
        return self.low == self.high and not self.is_about

    @property
    def by_claim(self) -> tuple[Decimal, bool]:
        """Sort key: the least that is claimed."""
        return (self.low, self.low_is_open)

    @property
    def by_limit(self) -> tuple[bool, Decimal, bool]:
        """Sort key: the most that is allowed, no limit last."""
        return (self.high is None, self.high or ZERO, not self.high_is_open)

    def is_all_below(self, other: Bounds) -> bool:
        """Whether every value here is less than every value there, so both cannot be true."""
        require_same_unit(self.unit, other.unit)
        if self.high is None or self.is_about or other.is_about:
            return False
        touching_but_open = self.high == other.low and (self.high_is_open or other.low_is_open)
        return self.high < other.low or touching_but_open

    def claims_less_than(self, other: Bounds) -> bool:
        """Whether the least that is claimed here is less than the least claimed there."""
        require_same_unit(self.unit, other.unit)
        if self.low == other.low:
            return other.low_is_open and not self.low_is_open
        return self.low < other.low


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A number as a source states it, with its qualifier and unit.

    `value` None means the source gives no amount, which is not zero. `unit` is an ISO 4217
    code ("PEN") or a counted noun ("shelters").
    """

    value: Decimal | None
    unit: str
    qualifier: Qualifier = Qualifier.EXACTLY

    @property
    def bounds(self) -> Bounds | None:
        """Where the true value lies, or None if no amount is stated."""
        if self.value is None:
            return None
        match self.qualifier:
            case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
                is_open = self.qualifier == Qualifier.MORE_THAN
                return Bounds(self.value, None, self.unit, low_is_open=is_open)
            case Qualifier.UP_TO | Qualifier.LESS_THAN:
                is_open = self.qualifier == Qualifier.LESS_THAN
                return Bounds(ZERO, self.value, self.unit, high_is_open=is_open)
            case _:
                is_about = self.qualifier == Qualifier.ABOUT
                return Bounds(self.value, self.value, self.unit, is_about=is_about)

    @property
    def is_ceiling(self) -> bool:
        """Whether it says "up to": a ceiling promises no floor."""
        return self.qualifier in (Qualifier.UP_TO, Qualifier.LESS_THAN)

    def is_reached_by(self, found: Bounds) -> bool:
        """
        Return whether every value of `found` meets this target.

        "About 200" does not surely meet 200, only "about 200"; 200 does not meet "more than 200".
        False where there is no target number, or where the target is only a ceiling.
        """
        if self.value is None or self.is_ceiling:
            return False
        require_same_unit(self.unit, found.unit)
        if found.low != self.value:
            return found.low > self.value
        if found.is_about:
            return self.qualifier == Qualifier.ABOUT
        return found.low_is_open or self.qualifier != Qualifier.MORE_THAN


def require_same_unit(one: str, other: str) -> None:
    """Raise UnitMismatch unless both units are the same."""
    if one != other:
        raise UnitMismatch(f"{one} and {other} cannot be added or compared")


def together(statements: Sequence[Bounds]) -> Bounds | None:
    """
    Return what statements of one thing say together, or None if they cannot all be true.

    "At least 5" and "6" are 6. "About 6" raises "at least 5", and gives way to "exactly 7": an
    approximate statement counts only within what the others allow. Raise UnitMismatch if two
    differ in unit.
    """
    for statement in statements:
        require_same_unit(statement.unit, statements[0].unit)
    firm = [statement for statement in statements if not statement.is_about]
    rough = [statement for statement in statements if statement.is_about]
    if not firm:
        return _spread(rough)
    strongest = max(firm, key=lambda bounds: bounds.by_claim)
    lowest = min(firm, key=lambda bounds: bounds.by_limit)
    if lowest.is_all_below(strongest):
        return None
    agreed = replace(strongest, high=lowest.high, high_is_open=lowest.high_is_open)
    within = [
        bounds
        for bounds in rough
        if agreed.low < bounds.low and (agreed.high is None or bounds.low <= agreed.high)
    ]
    return _spread(within) if within else agreed


def _spread(rough: Sequence[Bounds]) -> Bounds:
    """Return the approximate range from the lowest to the highest of these."""
    highest = max(rough, key=lambda bounds: bounds.by_limit)
    return replace(min(rough, key=lambda bounds: bounds.by_claim), high=highest.high)


def excess(found: Bounds, target: Figure) -> Bounds | None:
    """
    Return by how much `found` surely exceeds the target, or None if it does not.

    None too for "more than 200" of 200: it is over by no amount that can be named.
    """
    if target.value is None:
        return None
    require_same_unit(found.unit, target.unit)
    if found.low <= target.value:
        return None
    high = None if found.high is None else found.high - target.value
    return Bounds(
        low=found.low - target.value,
        high=high,
        unit=found.unit,
        low_is_open=found.low_is_open,
        high_is_open=found.high_is_open,
        is_about=found.is_about,
    )


def shortfall(found: Bounds, target: Figure) -> Bounds | None:
    """
    Return by how much `found` falls short of the target, or None if it reaches it.

    None too where it stands at the very number and yet does not surely reach it: "about 200"
    of 200 is short by no amount that can be named.
    """
    if target.value is None or target.is_ceiling or target.is_reached_by(found):
        return None
    if found.low >= target.value:
        return None
    least = ZERO if found.high is None else max(ZERO, target.value - found.high)
    return Bounds(
        low=least,
        high=target.value - found.low,
        unit=found.unit,
        low_is_open=found.high_is_open and least > ZERO,
        high_is_open=found.low_is_open,
        is_about=found.is_about,
    )


def percentage(found: Bounds, target: Figure) -> Decimal | None:
    """
    Return the share delivered in percent, or None unless both numbers are exact.

    Never capped: over-delivery reads above 100.
    """
    if target.qualifier != Qualifier.EXACTLY or not target.value or not found.is_exact:
        return None
    require_same_unit(found.unit, target.unit)
    return found.low * 100 / target.value


def in_words(figure: Figure, unit_name: str, symbol: str = "") -> str:
    """
    Return the figure in words in the active language: "at least S/ 8,000,000", "6 shelters".

    The symbol of a currency stands before the number, any other unit after it.
    """
    if figure.value is None:
        return _("Amount not reported")
    written = number(figure.value)
    parts = (symbol, written) if symbol else (written, unit_name)
    amount = "\N{NO-BREAK SPACE}".join(parts)
    phrases = {
        Qualifier.EXACTLY: "%(amount)s",
        Qualifier.AT_LEAST: _("at least %(amount)s"),
        Qualifier.MORE_THAN: _("more than %(amount)s"),
        Qualifier.UP_TO: _("up to %(amount)s"),
        Qualifier.LESS_THAN: _("less than %(amount)s"),
        Qualifier.ABOUT: _("about %(amount)s"),
    }
    return phrases[figure.qualifier] % {"amount": amount}


def as_figure(bounds: Bounds) -> Figure | None:
    """Return the one figure that says these bounds, or None if it takes two numbers."""
    if bounds.high is None:
        qualifier = Qualifier.MORE_THAN if bounds.low_is_open else Qualifier.AT_LEAST
        return Figure(bounds.low, bounds.unit, qualifier)
    if bounds.low == bounds.high:
        qualifier = Qualifier.ABOUT if bounds.is_about else Qualifier.EXACTLY
        return Figure(bounds.low, bounds.unit, qualifier)
    if bounds.low == ZERO and not bounds.low_is_open:
        qualifier = Qualifier.LESS_THAN if bounds.high_is_open else Qualifier.UP_TO
        return Figure(bounds.high, bounds.unit, qualifier)
    return None


def number(value: Decimal) -> str:
    """Return the number with grouping, as the active language writes it; cents all or none."""
    text = f"{value:f}"
    fraction = text.partition(".")[2].rstrip("0")
    places = max(2, len(fraction)) if fraction else 0
    return number_format(value, decimal_pos=places, use_l10n=True, force_grouping=True)
