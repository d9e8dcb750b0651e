"""Dates as sources state them: EDTF text (ISO 8601-2), the days it can mean, and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from edtf.parser.parser_classes import Interval

# EDTF says more than sources do: seasons, decades, days of an unknown month. Those are refused,
# since `words` could not say them.
_POINT = r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?[~?]?"
_FORM = re.compile(f"{_POINT}(/{_POINT})?")


class BadDate(ValueError):
    """The text is not a date this tracker can use; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Span:
    """All the days a stated date can mean, both ends included."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class AsOf:
    """
    The day a page is asked for. `is_asked`: a reader named it, so what came later is unknown.

    Otherwise it is today, and what lies ahead (a dialogue announced for next month) is shown.
    """

    day: date
    is_asked: bool = False

    @property
    def known(self) -> date | None:
        """The last day whose records are shown, or None if all are."""
        return self.day if self.is_asked else None


@lru_cache(maxsize=8192)
def span(text: str) -> Span | None:
    """
    Return the days that `text` can mean, or None for "" (not stated).

    Years, months, days, each with `~` (about) or `?` (perhaps), and a closed interval of two:
    `2017-06-15`, `2017-10`, `2022-11~`, `2021-05-17/2021-05-18`. "About November" still means
    the days of November; that it is approximate is shown in words.

    Raise BadDate for anything else, an impossible day or an interval that runs backwards.
    """
    if not text:
        return None
    first, *rest = _points(text)
    last = rest[0] if rest else first
    found = Span(_day(first.lower_strict(), text), _day(last.upper_strict(), text))
    if found.earliest > found.latest:
        raise BadDate(_("“%(text)s” ends before it begins") % {"text": text})
    return found


def words(text: str) -> str:
    """
    Return the date as a reader says it in the active language: "October 2017", "about 2023".

    "" reads as "date not stated". Raise BadDate where `span` would.
    """
    return _words(text, get_language())


@lru_cache(maxsize=8192)
def _words(text: str, _language: str | None) -> str:
    if span(text) is None:
        return _("date not stated")
    first, _slash, last = text.partition("/")
    if not last:
        return _point(first)
    start = str(int(first[8:])) if _are_days_of_one_month(first, last) else _point(first)
    return _("%(first)s to %(last)s") % {"first": start, "last": _point(last)}


def _points(text: str) -> list[Any]:
    """Return the one or two EDTF points of `text`."""
    try:
        parsed = parse_edtf(text) if _FORM.fullmatch(text) else None
    except EDTFParseException:  # the 31st of June
        parsed = None
    if parsed is None:
        raise BadDate(
            _("“%(text)s” is not a date: write 2017-06-15, 2017-10, 2017, 2022-11~ or 2017/2021")
            % {"text": _shortened(text)}
        )
    return [parsed.lower, parsed.upper] if isinstance(parsed, Interval) else [parsed]


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _day(found: Any, text: str) -> date:
    try:
        return date(found.tm_year, found.tm_mon, found.tm_mday)
    except ValueError:  # the library lets 2021-02-29 through, and the year 0000
        raise BadDate(_("“%(text)s” names a day that does not exist") % {"text": text}) from None


def _are_days_of_one_month(first: str, last: str) -> bool:
    return len(first) == len(last) == 10 and first[:7] == last[:7]


def _point(point: str) -> str:
    """Return one point in words; span() has vouched for its form."""
    bare = point.rstrip("~?")
    year, month, day = (int(part) for part in f"{bare}-01-01"[:10].split("-"))
    form = {4: "Y", 7: "YEAR_MONTH_FORMAT"}.get(len(bare), "DATE_FORMAT")
    written = date_format(date(year, month, day), form)
    if point == bare:
        return written
    return (_("about %(date)s") if point.endswith("~") else _("possibly %(date)s")) % {
        "date": written
    }
