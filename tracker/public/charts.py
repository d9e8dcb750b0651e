"""Where the marks of a chart stand, as shares of its width. No colours, no words, no page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.dates import Span
from tracker.domain.figures import Bounds, Figure
from tracker.domain.vocabulary import Qualifier

# Arrows that mean "and more" need room to the right of the longest mark.
LONGEST = Decimal(88)
MOST_MARKS = 12
MARK_STEP = Decimal(8)

# Where the tiles of a country stand, row by row from the north, each code in its column. A
# country without a table is shown as a list.
TILES = {
    "PE": (
        ("TUM", "", "", "LOR", ""),
        ("PIU", "CAJ", "AMA", "SAM", ""),
        ("LAM", "LAL", "HUC", "UCA", ""),
        ("", "ANC", "PAS", "", ""),
        ("", "LIM", "JUN", "CUS", "MDD"),
        ("CAL", "LMA", "HUV", "APU", "PUN"),
        ("", "ICA", "AYA", "ARE", "MOQ"),
        ("", "", "", "", "TAC"),
    ),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """
    A pledge bar; every place is a text such as "62.5%", "" where there is nothing to draw.

    `kind` is "scale" for a bar against its target, "marks" for a count without a target, one
    mark each, and "open" where there is no number to draw. `spread` is the width between the
    weakest statement (`low`) and the strongest; `end` is where an arrow says "and more".
    """

    kind: str
    target: str = ""
    is_floor: bool = False
    is_ceiling: bool = False
    is_unstated: bool = False
    low: str = ""
    spread: str = ""
    end: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something stands on a line of time: from its first day to its last."""

    start: str
    end: str
    width: str


def place(share: Decimal) -> str:
    """Return a share in percent as SVG wants it, whatever language is active."""
    return f"{share.quantize(Decimal('0.01')).normalize():f}%"


def pledge_bar(
    target: Figure | None,
    delivered: Bounds | None,
    strongest: Bounds | None = None,
    *,
    is_given: bool = False,
) -> Bar:
    """
    Return the bar of what was delivered against what was promised.

    `is_given`: something was given and no source says how much.
    """
    if target is None or not target.value:
        return _without_target(delivered)
    ends = [delivered, strongest] if delivered else []
    most = max([target.value, *(_reach(bounds) for bounds in ends if bounds)])
    return Bar(
        kind="scale",
        target=_share(target.value, most),
        is_floor=target.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN),
        is_ceiling=target.is_ceiling,
        is_unstated=is_given and delivered is None,
        low=_share(delivered.low, most) if delivered and delivered.low else "",
        spread=_spread(delivered, strongest, most),
        end=_end(strongest or delivered, most),
    )


def statement_bars(values: Sequence[Decimal], plan: Decimal | None) -> tuple[list[str], str]:
    """Return the width of a bar for each value, and where the plan stands ("" if None)."""
    most = max([*values, plan or Decimal(0), Decimal(1)])
    return [_share(value, most) for value in values], _share(plan, most) if plan else ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a term; `is_computed` where its end is not stated and is our sum of years."""

    span: Span
    is_computed: bool


def stretches(
    signed: Span | None, term: int | None, extensions: Iterable[tuple[int | None, Span | None]]
) -> list[Stretch]:
    """
    Return the planned term and what each extension added, in order.

    An extension has its years and its new end, either of which may be None. One that states
    neither adds nothing to draw, nor does any while no end to extend is known.
    """
    if signed is None or term is None:
        return []
    found = [Stretch(Span(signed.earliest, years_after(signed.earliest, term)), False)]
    for length, until in extensions:
        start = found[-1].span.latest
        if until is not None and until.latest > start:
            found.append(Stretch(Span(start, until.latest), False))
        elif until is None and length is not None:
            found.append(Stretch(Span(start, years_after(start, length)), True))
    return found


def years_after(day: date, count: int) -> date:
    """Return the same day `count` years later; 28 February for a 29th that is not there."""
    try:
        return day.replace(year=day.year + count)
    except ValueError:
        return day.replace(year=day.year + count, day=28)


def years(spans: Iterable[Span]) -> list[int]:
    """Return every year from the first day to the last."""
    found = list(spans)
    if not found:
        return []
    first = min(span.earliest for span in found)
    last = max(span.latest for span in found)
    return list(range(first.year, last.year + 1))


def year_starts(shown: Sequence[int]) -> list[tuple[int, str]]:
    """Return each year with the place where it begins."""
    return [(year, place(_day_share(date(year, 1, 1), shown))) for year in shown]


def mark(span: Span, shown: Sequence[int]) -> Mark:
    """Return where a stated date stands on the line of these years."""
    start, end = (_day_share(day, shown) for day in (span.earliest, span.latest))
    return Mark(place(start), place(end), place(end - start))


def tiles(codes: Iterable[str]) -> list[list[str]]:
    """
    Return the codes row by row as they lie on the map, "" where the land of another lies.

    Empty where no table holds the country of the codes (ISO 3166-2), or not all of them.
    """
    wanted = set(codes)
    for country, rows in TILES.items():
        placed = [[f"{country}-{tile}" if tile else "" for tile in row] for row in rows]
        if wanted and wanted <= {code for row in placed for code in row}:
            return placed
    return []


def _without_target(delivered: Bounds | None) -> Bar:
    if delivered is None or not delivered.is_exact or delivered.low % 1:
        return Bar(kind="open")
    if not 0 < delivered.low <= MOST_MARKS:
        return Bar(kind="open")
    places = (place(MARK_STEP * number) for number in range(int(delivered.low)))
    return Bar(kind="marks", marks=tuple(places))


def _reach(bounds: Bounds) -> Decimal:
    return bounds.low if bounds.high is None else bounds.high


def _share(value: Decimal, most: Decimal) -> str:
    return place(value * LONGEST / most)


def _spread(delivered: Bounds | None, strongest: Bounds | None, most: Decimal) -> str:
    if delivered is None:
        return ""
    width = _reach(strongest or delivered) - delivered.low
    return _share(width, most) if width > 0 else ""


def _end(bounds: Bounds | None, most: Decimal) -> str:
    """Return where "and more" begins: nobody stated an upper end."""
    if bounds is None or bounds.high is not None:
        return ""
    return _share(bounds.low, most)


def _day_share(day: date, shown: Sequence[int]) -> Decimal:
    first = date(shown[0], 1, 1).toordinal()
    last = date(shown[-1] + 1, 1, 1).toordinal()
    return Decimal(day.toordinal() - first) * 100 / (last - first)
