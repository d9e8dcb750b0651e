"""What an address asks for, and what is answered to anything that a page does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from tracker.domain.dates import AsOf
from tracker.ledger.snapshot import snapshot_of

FIRST_DAY = date(2000, 1, 1)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one parameter of an address."""

    name: str
    message: str


def answers(*takes: str) -> Any:
    """
    Return the decorator of a view that takes these parameters, and a snapshot after the request.

    The snapshot is that of the day asked for. A parameter that the view does not take, or that
    says something odd, is answered 400 by name.
    """

    def decorate(view: Any) -> Any:
        @wraps(view)
        def answer(request: HttpRequest, **key: str) -> HttpResponse:
            problems = unknown(request.GET, takes) + day_problems(request.GET)
            if problems:
                return refused(request, problems)
            snapshot = snapshot_of(day_asked(request.GET))
            try:
                return view(request, snapshot, **key)  # type: ignore[no-any-return]
            except Http404:
                written = _as_keys_are_written(key)
                if written == key:
                    raise
                view(request, snapshot, **written)  # nor does this lead to what is not there
                return _moved(request, written)

        return answer

    return decorate


def unknown(data: QueryDict, takes: Iterable[str]) -> list[Problem]:
    """Return a problem for every parameter that a page does not take or is given twice."""
    known = set(takes)
    strange = [
        Problem(name, _("The page does not know this parameter."))
        for name in data
        if name not in known
    ]
    repeated = [
        Problem(name, _("It is given more than once."))
        for name in data
        if name in known and len(data.getlist(name)) > 1
    ]
    return strange + repeated


def day_problems(data: QueryDict) -> list[Problem]:
    asked = data.get("as_of") or ""
    if not asked:
        return []
    try:
        day = date.fromisoformat(asked) if DAY.fullmatch(asked) else None
    except ValueError:
        day = None
    if day is None:
        return [Problem("as_of", _("Write the day as 2021-06-01."))]
    if not FIRST_DAY <= day <= timezone.localdate():
        return [Problem("as_of", _("Choose a day between 2000 and today."))]
    return []


def day_asked(data: QueryDict) -> AsOf:
    """Return the day the address asks for, or today."""
    if asked := data.get("as_of"):
        return AsOf(date.fromisoformat(asked), is_asked=True)
    return AsOf(timezone.localdate())


def kept(as_of: AsOf) -> dict[str, Any]:
    """Return what templates need to show the day and to keep it in links."""
    return {"as_of": as_of, "keep": f"?as_of={as_of.day.isoformat()}" if as_of.is_asked else ""}


def refused(request: HttpRequest, problems: list[Problem]) -> HttpResponse:
    return render(request, "tracker/refused.html", {"problems": problems}, status=400)


def _as_keys_are_written(key: dict[str, str]) -> dict[str, str]:
    """Return PE-1 for pe-1: codes are in capitals, slugs in small letters."""
    return {name: one.upper() if name == "code" else one.lower() for name, one in key.items()}


def _moved(request: HttpRequest, key: dict[str, str]) -> HttpResponse:
    """Lead to the same page under another key, as of the same day."""
    match = request.resolver_match
    found = redirect(match.view_name if match else "", permanent=True, **key)
    found["Location"] += f"?{request.GET.urlencode()}" if request.GET else ""
    return found
