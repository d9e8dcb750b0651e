"""Dates as sources state them: EDTF text (ISO 8601-2), the days it can mean, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf.parser.parser_classes import Date, Interval, UncertainOrApproximate


class BadDate(ValueError):
    """The text is not a date this tracker can use; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Span:
    """All the days a stated date can mean, both ends included."""

    earliest: date
    latest: date

    def is_before(self, other: Span) -> bool:
        """Whether every day of this span comes before every day of the other."""
        return self.latest < other.earliest


@lru_cache(maxsize=8192)
def span(text: str) -> Span | None:
    """
    Return the days that `text` can mean, or None for "" (not stated).

    Years, months, days, each with `~` (about) or `?` (perhaps), and a closed interval of two:
    `2017-06-15`, `2017-10`, `2022-11~`, `2021-05-17/2021-05-18`. "About November" still means
    the days of November; that it is approximate is told in words.

    Raise BadDate for anything else, an impossible day or an interval that runs backwards.
    """
    if not text:
        return None
    first, *rest = _points(text)
    last = rest[0] if rest else first
    found = Span(_day(first.lower_strict(), text), _day(last.upper_strict(), text))
    if found.earliest > found.latest:
        raise BadDate(f'"{text}" ends before it begins')
    return found


def words(text: str) -> str:
    """
    Return the date as a reader says it in the active language: "October 2017", "about 2023".

    "" is said as "date not stated". Raise BadDate where `span` would.
    """
    if not text:
        return _("date not stated")
    parts = [_said(part) for part in text.split("/")]
    if len(parts) == 1:
        return parts[0]
    return _("%(first)s to %(last)s") % {"first": parts[0], "last": parts[1]}


def _points(text: str) -> list[Any]:
    """Return the one or two EDTF points of `text`, of the kinds this tracker uses."""
    try:
        parsed = parse_edtf(text)
    except EDTFParseException:
        raise BadDate(
            f'"{text}" is not a date: write 2017-06-15, 2017-10, 2017, 2022-11~ or 2021-05/2021-06'
        ) from None
    points = [parsed.lower, parsed.upper] if isinstance(parsed, Interval) else [parsed]
    if all(isinstance(_bare(point), Date) for point in points):
        return points
    raise BadDate(f'"{text}" is a kind of date that is not used here: give a day, month or year')


def _bare(point: Any) -> Any:
    return point.date if isinstance(point, UncertainOrApproximate) else point


def _day(found: Any, text: str) -> date:
    try:
        return date(found.tm_year, found.tm_mon, found.tm_mday)
    except (ValueError, AttributeError):  # the library lets 2021-02-29 through
        raise BadDate(f'"{text}" names a day that does not exist') from None


def _said(point: str) -> str:
    """Return one point in words; span() has vouched for its form."""
    bare = point.rstrip("~?%")
    found = span(bare)
    if found is None:
        raise BadDate(f'"{point}" is not a date')
    form = {4: "Y", 7: "YEAR_MONTH_FORMAT"}.get(len(bare), "DATE_FORMAT")
    said = date_format(found.earliest, form)
    if point == bare:
        return said
    return (_("about %(date)s") if point.endswith("~") else _("perhaps %(date)s")) % {"date": said}
